// A line of the page in reading order: what the sections are made of.
//
// Lines follow one another as a person reads: column by column, a label (a date or heading that
// stands in a narrow gutter) right before the line that it stands beside.  A label that wraps over
// several rows of its gutter is one Line.  Words that a reader does not see (Word::hidden) are in
// no line.
#ifndef ATSMATCH_PARSER_LAYOUT_LINE_H_
#define ATSMATCH_PARSER_LAYOUT_LINE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "parser/document.h"

namespace atsmatch {

// Words of a line between two wide gaps (a tab stop, a table cell, `\hfill`).
struct Cell {
  IndexRange words;  // into the ordered Document::words
  Box box;
};

enum class LineRole : uint8_t {
  kBody,
  kRunning,  // a header or footer that comes again on other pages, a page number
};

struct Line {
  int page = 0;
  IndexRange words;
  std::vector<Cell> cells;  // at least one; left to right
  Box box;
  double baseline = 0;
  double size = 0;      // of most of its letters, points
  uint32_t colour = 0;  // of most of its letters
  bool bold = false;    // most of its letters are
  bool italic = false;
  bool all_caps = false;    // has letters, and none is lower case
  bool label = false;       // stands in a gutter to the left of the line that follows
  bool bullet = false;      // starts with a bullet glyph (which is not among its words)
  bool rule_below = false;  // a drawn line follows before the next line
  bool run_in = false;      // a heading that its text follows on the same row
  bool boxed = false;       // stands on a filled box of its own (a heading bar, a pill)
  LineRole role = LineRole::kBody;
  int region = 0;         // lines of one column or band share it; grows in reading order
  Box region_box;         // of that column or band
  double gap_before = 0;  // white space to the line above in the region, in points; 0 for the first
  double wrap_gap = 0;    // the largest gap_before at which lines of its size go on, 0: unknown
  double indent = 0;      // left edge from the region's left edge, points
  int heading_level = 0;  // that the file names: 1..6; 0: none
};

// The ordered document: `document.words` is a permutation of the words that were read, those in no
// line at the end.
struct Layout {
  Document document;
  std::vector<Line> lines;
  std::vector<Warning> warnings;  // multi-column, running-header, ...
};

std::string TextOf(const Document& document, const Line& line);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_LAYOUT_LINE_H_
