// The fragments of a region put together to lines: labels, rows with their cells, rows of tables.
#ifndef ATSMATCH_PARSER_LAYOUT_LINE_DRAFT_H_
#define ATSMATCH_PARSER_LAYOUT_LINE_DRAFT_H_

#include <vector>

#include "parser/layout/gutter.h"
#include "parser/layout/rows.h"

namespace atsmatch {

// A line whose words have not yet found their place in the ordered document.
struct LineDraft {
  int page = 0;
  std::vector<FragmentList> cells;  // left to right; a cell that wraps has several fragments
  double baseline = 0;
  bool label = false;
};

// Where the text beside each column of three labels or more starts.
std::vector<double> FindLabelEdges(const PageContext& page, const FragmentList& region);

// In reading order.
std::vector<LineDraft> DraftLines(const PageContext& page, const FragmentList& region);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_LAYOUT_LINE_DRAFT_H_
