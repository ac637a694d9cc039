// Words that stand side by side on one baseline with ordinary spaces between them.
//
// A fragment is the atom of the layout: it is never torn apart.  A wide gap, a tab stop, a gutter
// or a cell border ends it.  What it says is looked at only as far as the layout needs it: is it
// nothing but a date, is it a heading that is known, does it start with a bullet?
#ifndef ATSMATCH_PARSER_LAYOUT_FRAGMENT_H_
#define ATSMATCH_PARSER_LAYOUT_FRAGMENT_H_

#include <cstdint>
#include <string>
#include <vector>

#include "parser/document.h"

namespace atsmatch {

class Lexicon;

struct Fragment {
  std::vector<uint32_t> words;         // into Document::words, left to right; without the bullet
  std::vector<uint32_t> bullet_words;  // the glyph in front, at most one
  int page = 0;
  Box box;             // with the bullet; y from the baseline and the size, not from the font's box
  double text_x0 = 0;  // left edge behind the bullet
  double baseline = 0;
  double size = 0;      // of most of its letters, points
  uint32_t colour = 0;  // of most of its letters
  int font = -1;        // of most of its letters
  bool bold = false;
  bool caps = false;
  bool dates = false;    // nothing but a date or a range of dates
  bool heading = false;  // the words of a section heading that the lexicon knows

  bool LooksLike(const Fragment& other) const;
  bool has_bullet() const { return !bullet_words.empty(); }
  bool only_bullet() const { return words.empty(); }
};

// The fragments of the visible, upright words of one page, by baseline and then by left edge.
std::vector<Fragment> FindFragments(const Document& document, int page,
                                    const std::vector<uint32_t>& words, const Lexicon& lexicon);

std::string TextOf(const Document& document, const Fragment& fragment);

// How far the ink of a line goes above and below its baseline, times the size.
constexpr double kAscent = 0.75, kDescent = 0.22;

// Baselines closer than this are one row.
double BaselineTolerance(double size_a, double size_b);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_LAYOUT_FRAGMENT_H_
