// White space between two columns, and what it means: is each side read by itself, or does each row
// go across?
//
// The decision looks at the columns as a whole.  Every clue is a row in a table (see gutter.cc)
// with its weight; the sum decides.
#ifndef ATSMATCH_PARSER_LAYOUT_GUTTER_H_
#define ATSMATCH_PARSER_LAYOUT_GUTTER_H_

#include <optional>
#include <vector>

#include "parser/document.h"
#include "parser/layout/fragment.h"
#include "parser/layout/rows.h"

namespace atsmatch {

class Lexicon;

// See tables.h.
struct DrawnTable {
  struct Row {
    double y0 = 0, y1 = 0;
    std::vector<double> walls;  // left to right, those at both ends included
  };
  Box box;
  std::vector<Row> rows;  // top to bottom
};

// What the layout knows of a page beside its words.
struct PageContext {
  const Document& document;
  const Lexicon& lexicon;
  const std::vector<Fragment>& fragments;
  int page = 0;
  std::vector<Box> walls;   // drawn vertical lines
  std::vector<Box> rules;   // drawn horizontal lines
  std::vector<Box> panels;  // filled boxes that are larger than a line of text
  std::vector<Box> frames;  // boxes around text, or under it, that may be cards
  std::vector<DrawnTable> tables;
  std::vector<double> label_edges;  // where the text beside columns of labels starts, on any page
  std::vector<Box> columns_elsewhere;  // gutters between the columns of the other pages
  std::vector<Fragment> headings;      // known ones, the first on all pages
};

struct Gutter {
  double x0 = 0, x1 = 0;  // the white space
  double y0 = 0, y1 = 0;  // rows from y0 to y1 respect it
  FragmentList left, right;
  double score = 0;          // above 0: independent columns
  bool elsewhere = false;    // the columns of another page stand so, too
  bool alternating = false;  // cards to the left and right of a time line, read by their height
};

// Every maximal stretch of white space that has fragments on both sides, with its score.
std::vector<Gutter> FindGutters(const PageContext& page, const FragmentList& region);

// Rows without large white space between them, as ranges of `rows`.
std::vector<IndexRange> FindBlocks(const std::vector<Row>& rows, double gap_in_ems);
constexpr double kEmptyGap =
    4.0;  // times the size, baseline to baseline: no gap between paragraphs

// The best gutter between independent columns.  `in_grid`: others of the same grid were found, so
// less evidence is needed.
std::optional<Gutter> FindColumnGutter(const PageContext& page, const FragmentList& region,
                                       bool in_grid = false);
// Few rows beside each other: a grid, not a column of the page.
bool IsGrid(const Gutter& gutter);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_LAYOUT_GUTTER_H_
