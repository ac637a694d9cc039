// What the content stream of one page of a PDF paints, before it is words: glyphs and shapes in
// the order in which they are painted.  Names no type of Poppler.
#ifndef ATSMATCH_PARSER_READ_PDF_PAGE_H_
#define ATSMATCH_PARSER_READ_PDF_PAGE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "parser/document.h"

namespace atsmatch {

// A direction of writing.  (u, v) are coordinates along and across it: u grows with the text, v
// from the ascenders down, so that every direction is read like a line from left to right.
struct WritingDirection {
  double cosine = 1;
  double sine = 0;
  int16_t rotation = 0;  // the nearest of 0, 90 (reads downwards), 180, 270 degrees

  double U(double x, double y) const { return x * cosine + y * sine; }
  double V(double x, double y) const { return y * cosine - x * sine; }
  double X(double u, double v) const { return u * cosine - v * sine; }
  double Y(double u, double v) const { return v * cosine + u * sine; }
};

struct Glyph {
  enum class Kind : uint8_t { kText, kSpace, kIcon };

  double u = 0, v = 0;      // of the origin, points
  double advance = 0;       // along u, without character spacing; points
  double spacing = 0;       // character spacing (Tc) behind it, points
  float size = 0;           // points
  float ascent = 0;         // points over the baseline
  float descent = 0;        // points under the baseline
  int font = -1;            // into Document::fonts
  uint32_t colour = 0;      // 0xRRGGBB
  uint32_t text_begin = 0;  // into PdfPage::text
  uint32_t text_length = 0;
  uint32_t paint_order = 0;  // common to glyphs and shapes
  uint16_t direction = 0;    // into PdfPage::directions
  Kind kind = Kind::kText;
  Icon icon = Icon::kNone;
  Hidden hidden = Hidden::kNo;  // as far as the glyph alone shows
};

struct PaintedShape {
  Shape shape;
  uint32_t paint_order = 0;
  bool box_like = true;      // fills (nearly) all of its box
  bool opaque = true;        // what lies below does not show
  bool known_colour = true;  // false for pictures and gradients
};

struct PdfPage {
  double width = 0, height = 0;
  std::vector<WritingDirection> directions;
  std::vector<Glyph> glyphs;
  std::u32string text;  // of all glyphs
  std::vector<PaintedShape> shapes;
  std::vector<Link> links;
};

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_READ_PDF_PAGE_H_
