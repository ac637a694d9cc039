// How a line looks: what all headings of a document, or all first lines of a section's entries,
// share.
#ifndef ATSMATCH_PARSER_SECTIONS_STYLE_H_
#define ATSMATCH_PARSER_SECTIONS_STYLE_H_

#include <compare>
#include <cstdint>
#include <vector>

#include "parser/document.h"
#include "parser/layout/line.h"

namespace atsmatch {

struct Style {
  int font = -1;  // of its first word with a letter
  int size = 0;   // tenths of a point
  uint32_t colour = 0;
  bool bold = false;
  bool italic = false;
  bool caps = false;
  bool boxed = false;

  auto operator<=>(const Style&) const = default;
};

Style StyleOf(const Document& document, const Line& line);
// The look of the words alone, without the line's own flags: for parts of a line.
Style StyleOf(const Document& document, IndexRange words);

// Same size (within 6 %), weight, case and box; font file and colour may differ.
bool StylesAlike(const Style& a, const Style& b);

// A bold name and the italic words behind it, which had no room: "CPR – *Red*" over "*Cross*".
bool GoesOnInLastLook(const Document& document, const Line& above, const Line& line);

// The look of most letters of the document's body lines.
Style BodyStyle(const Document& document, const std::vector<Line>& lines);

// How much a look stands out from the body: larger, bold, capitals, coloured, boxed; 0: not at all.
int Prominence(const Style& style, const Style& body);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_SECTIONS_STYLE_H_
