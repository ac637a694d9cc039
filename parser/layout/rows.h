// Fragments of one column put together by baseline, and what the rows of a column know of each
// other.
#ifndef ATSMATCH_PARSER_LAYOUT_ROWS_H_
#define ATSMATCH_PARSER_LAYOUT_ROWS_H_

#include <vector>

#include "parser/layout/fragment.h"

namespace atsmatch {

using FragmentList = std::vector<int>;  // indices into the page's fragments

struct Row {
  FragmentList fragments;  // left to right
  double baseline = 0;
  double size = 0;  // the largest
  double x0 = 0, x1 = 0, text_x0 = 0;
  bool dates = false;    // every fragment is
  bool heading = false;  // a fragment is
  bool bullet = false;
  bool continues =
      false;  // goes on from the row above: that one is full and this one hangs below it
  double gap_before = 0;  // baseline to baseline, 0 for the first

  double top() const { return baseline - kAscent * size; }
  double bottom() const { return baseline + kDescent * size; }
};

// Top to bottom.
std::vector<Row> FindRows(const std::vector<Fragment>& fragments, const FragmentList& list);

// Rows less than this far apart, baseline to baseline, may belong to one paragraph.
double NormalLeading(const Row& above, const Row& below);

Box BoxOf(const std::vector<Fragment>& fragments, const FragmentList& list);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_LAYOUT_ROWS_H_
