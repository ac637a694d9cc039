#include "parser/read/pdf_words.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "parser/read/accents.h"
#include "parser/read/pdf_visibility.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

// Lengths are in em (of the size of the text) unless said otherwise.
constexpr double kSameBaseline = 0.08;
constexpr double kBackwards = 0.35;  // a step back farther than any kerning starts a new run
constexpr double kWide = 1.2;        // a gap that ends a run
// A gap that separates words, also where space characters do: some programs leave those out at
// page ends.  Kerning stays under 0.06; the narrowest space of TeX is 0.2, 0.145 was seen between
// two columns that nearly meet.
constexpr double kWordGap = 0.12;
constexpr double kTouching = 0.1;
constexpr double kOverlapping = 0.15;
constexpr double kTracked = 0.07;  // a gap between letters that is no kerning
constexpr double kNarrowSpace = 0.18;
constexpr double kTrackedFigures = 0.2;
constexpr size_t kTrackedGaps = 4;     // at least, to believe in tracking
constexpr double kGuessedSize = 0.35;  // of a letter from another font
constexpr double kSpacedSegmentGap = 2.5;
constexpr size_t kSpacedLetters = 4;  // "W O R K"

// One word or a part of one.
struct Piece {
  std::string text;
  double u0 = 0, u1 = 0, v = 0;  // points
  double ascent = 0, descent = 0;
  double size = 0;
  int font = -1;
  uint32_t colour = 0;
  uint32_t paint_order = 0;
  uint16_t direction = 0;
  Icon icon = Icon::kNone;
  Hidden hidden = Hidden::kNo;
  bool space_before = false;  // a space character stands before it
  bool space_after = false;
  bool glued = false;
  double tracking = 0;  // em
  bool dropped = false;
  size_t letters = 0;  // code points
};

bool IsRightToLeftGlyph(const PdfPage& page, const Glyph& glyph) {
  if (glyph.text_length == 0) return false;
  char32_t c = page.text[glyph.text_begin];
  return c >= 0x590 && IsRightToLeft(c);
}

// A word at the edge of a clip is cut off, but its letters are one word.
bool CanShareWord(Hidden a, Hidden b) {
  auto at_edge = [](Hidden hidden) {
    return hidden == Hidden::kNo || hidden == Hidden::kClipped || hidden == Hidden::kOffPage;
  };
  return a == b || (at_edge(a) && at_edge(b));
}

double End(const Glyph& glyph) { return glyph.u + glyph.advance; }

class PageWords {
 public:
  PageWords(const PdfPage& page, const std::vector<Font>& fonts) : page_(page), fonts_(fonts) {}

  std::vector<Piece> Build() {
    CollectGlyphs();
    FindRuns();
    LearnTracking();
    for (const Run& run : runs_) SplitRun(run);
    JoinNeighboursInOrder();
    JoinNeighboursOnPage();
    DropDuplicates();
    std::erase_if(pieces_, [](const Piece& piece) { return piece.dropped; });
    return std::move(pieces_);
  }

 private:
  // Glyphs of one size on one baseline, each beside the one before it.
  struct Run {
    size_t begin = 0, end = 0;       // glyphs_
    double spacing = 0;              // character spacing (Tc) that all glyphs share, points
    std::optional<double> tracking;  // em, on top of `spacing`; nullopt: too short to tell
  };
  using Look = std::pair<int, int>;  // font, size in tenths of a point

  void CollectGlyphs();
  void FindRuns();
  bool Continues(const Glyph& before, const Glyph& glyph) const;
  double Gap(const Glyph& before, const Glyph& glyph) const;
  std::optional<double> TrackingOf(const Run& run) const;
  void LearnTracking();
  void SplitRun(const Run& run);
  void AddPiece(size_t begin, size_t end, bool space_before, bool glued, double tracking);
  std::string TextOf(size_t begin, size_t end) const;
  Look LookOf(const Glyph& glyph) const {
    return {glyph.font, static_cast<int>(std::lround(glyph.size * 10))};
  }
  void JoinNeighboursInOrder();
  void JoinNeighboursOnPage();
  void JoinLine(std::vector<size_t>& line);
  void JoinSpacedLetters(const std::vector<size_t>& line);
  void JoinSpacedSegment(const std::vector<size_t>& segment);
  void JoinSpacedPair(size_t first, size_t second);
  void DropDuplicates();
  bool MergeOrGlue(Piece* a, Piece* b);
  bool IsFallback(const Piece& a, const Piece& b) const;
  std::pair<bool, bool> StyleOf(int font) const {
    if (font < 0) return {false, false};
    return {fonts_[font].bold, fonts_[font].italic};
  }

  const PdfPage& page_;
  const std::vector<Font>& fonts_;
  std::vector<Glyph> glyphs_;
  std::map<uint32_t, std::u32string> accents_;  // text_begin of a letter -> marks composed with it
  std::vector<Run> runs_;
  std::map<Look, double> tracking_;
  std::vector<Piece> pieces_;
};

// --- Runs --------------------------------------------------------------------------------------

// Accents printed as characters of their own go to the letter that they are printed over.
void PageWords::CollectGlyphs() {
  glyphs_ = page_.glyphs;
  std::vector<bool> taken(glyphs_.size(), false);
  for (size_t i = 0; i < glyphs_.size(); ++i) {
    const Glyph& accent = glyphs_[i];
    if (accent.kind != Glyph::Kind::kText || accent.text_length != 1) continue;
    char32_t mark = CombiningMarkOf(page_.text[accent.text_begin]);
    if (mark == 0) continue;
    for (size_t j : {i + 1, i - 1}) {
      if (j >= glyphs_.size() || taken[j] || !StandsOver(accent, glyphs_[j], page_)) continue;
      accents_[glyphs_[j].text_begin] += mark;
      taken[i] = true;
      break;
    }
  }
  size_t kept = 0;
  for (size_t i = 0; i < glyphs_.size(); ++i) {
    if (taken[i]) continue;
    // The same glyph printed again a hair beside: faked bold.
    bool again =
        kept > 0 && glyphs_[kept - 1].kind == Glyph::Kind::kText &&
        glyphs_[i].text_length == glyphs_[kept - 1].text_length &&
        std::abs(glyphs_[i].u - glyphs_[kept - 1].u) < 0.1 * glyphs_[i].size &&
        std::abs(glyphs_[i].v - glyphs_[kept - 1].v) < 0.1 * glyphs_[i].size &&
        glyphs_[i].advance > 0.15 * glyphs_[i].size &&
        page_.text.compare(glyphs_[i].text_begin, glyphs_[i].text_length, page_.text,
                           glyphs_[kept - 1].text_begin, glyphs_[kept - 1].text_length) == 0;
    if (!again) glyphs_[kept++] = glyphs_[i];
  }
  glyphs_.resize(kept);
}

double PageWords::Gap(const Glyph& before, const Glyph& glyph) const {
  double gap = glyph.u - End(before);
  // Right-to-left text may be printed in reading order, each glyph to the left of the last.
  if (gap < 0 && IsRightToLeftGlyph(page_, glyph) && IsRightToLeftGlyph(page_, before)) {
    double leftwards = before.u - End(glyph);
    if (std::abs(leftwards) < std::abs(gap)) return leftwards;
  }
  return gap;
}

bool PageWords::Continues(const Glyph& before, const Glyph& glyph) const {
  double size = before.size;
  if (before.direction != glyph.direction || std::abs(glyph.size - size) > 0.02 * size ||
      std::abs(glyph.v - before.v) > kSameBaseline * size ||
      !CanShareWord(before.hidden, glyph.hidden)) {
    return false;
  }
  double gap = Gap(before, glyph);
  return gap > -kBackwards * size && gap < kWide * size;
}

void PageWords::FindRuns() {
  for (size_t i = 0; i < glyphs_.size(); ++i) {
    if (runs_.empty() || !Continues(glyphs_[i - 1], glyphs_[i])) {
      runs_.push_back({i, i, glyphs_[i].spacing, {}});
    }
    // Ghostscript writes a space between two words as the character spacing of two letters, so
    // it is the spacing of letters only where it holds for the whole run.
    if (glyphs_[i].spacing != runs_.back().spacing) runs_.back().spacing = 0;
    runs_.back().end = i + 1;
  }
}

// The gap between the letters of a run of which most letters are set apart.
std::optional<double> PageWords::TrackingOf(const Run& run) const {
  std::vector<double> gaps;
  size_t letters = 0, wide = 0;
  for (size_t i = run.begin; i < run.end; ++i) {
    if (glyphs_[i].kind != Glyph::Kind::kText) continue;
    letters += IsLetter(page_.text[glyphs_[i].text_begin]);
    if (i == run.begin || glyphs_[i - 1].kind != Glyph::Kind::kText) continue;
    gaps.push_back((Gap(glyphs_[i - 1], glyphs_[i]) - run.spacing) / glyphs_[i].size);
    wide += gaps.back() > kTracked;
  }
  if (gaps.size() < 2) return std::nullopt;
  auto [least, most] = std::minmax_element(gaps.begin(), gaps.end());
  // Two even gaps that are narrower than any space are enough: "2 0 1 9".
  if (*least > kTracked && *most < kNarrowSpace && *most - *least < 0.03) return *least;
  if (gaps.size() < kTrackedGaps) return std::nullopt;
  if (wide * 2 <= gaps.size()) return 0;
  auto middle = gaps.begin() + gaps.size() / 2;
  std::nth_element(gaps.begin(), middle, gaps.end());
  double median = *middle;
  // Rows of figures or of dots are set apart as words are.
  if (median > kTrackedFigures && letters * 5 < (run.end - run.begin) * 2) return 0;
  size_t near = std::count_if(gaps.begin(), gaps.end(),
                              [&](double gap) { return std::abs(gap - median) < 0.06; });
  size_t touching =
      std::count_if(gaps.begin(), gaps.end(), [&](double gap) { return gap < 0.3 * median; });
  if (touching * 10 > gaps.size()) return 0;  // words of one letter: "LCS 18224 A A A A"
  return near * 5 >= gaps.size() * 3 ? median : 0;
}

// Short runs are tracked as the longer ones of the same look are.
void PageWords::LearnTracking() {
  std::map<Look, std::pair<size_t, size_t>> votes;  // tracked, not tracked
  for (Run& run : runs_) {
    run.tracking = TrackingOf(run);
    if (!run.tracking) continue;
    Look look = LookOf(glyphs_[run.begin]);
    bool tracked = *run.tracking > kTracked;
    ++(tracked ? votes[look].first : votes[look].second);
    if (tracked) tracking_[look] = *run.tracking;
  }
  for (const auto& [look, vote] : votes) {
    if (vote.second * 4 > vote.first) tracking_.erase(look);
  }
}

void PageWords::SplitRun(const Run& run) {
  const Glyph& first = glyphs_[run.begin];
  double tracking = 0;
  if (run.tracking) {
    tracking = *run.tracking;
  } else if (auto known = tracking_.find(LookOf(first)); known != tracking_.end()) {
    tracking = known->second;
  }
  double limit = std::max(0.0, tracking) + std::max(kWordGap, 0.6 * tracking);
  limit *= first.size;

  size_t begin = run.begin;
  bool space_before = false, glued = false;
  for (size_t i = run.begin; i <= run.end; ++i) {
    bool stop = i == run.end || glyphs_[i].kind == Glyph::Kind::kSpace;
    if (stop) {
      AddPiece(begin, i, space_before, glued, tracking);
      if (i < run.end && i > begin && !pieces_.empty()) pieces_.back().space_after = true;
      begin = i + 1;
      space_before = i < run.end;
      glued = false;
      continue;
    }
    if (i == begin) continue;
    const Glyph &before = glyphs_[i - 1], &glyph = glyphs_[i];
    bool gap = Gap(before, glyph) - run.spacing > limit;
    bool icon = before.kind == Glyph::Kind::kIcon || glyph.kind == Glyph::Kind::kIcon;
    bool other_look = before.font != glyph.font || before.colour != glyph.colour;
    if (!gap && !icon && !other_look) continue;
    AddPiece(begin, i, space_before, glued, tracking);
    begin = i;
    space_before = false;
    glued = !gap && !icon;
  }
}

// --- Pieces ------------------------------------------------------------------------------------

// The characters in reading order; right-to-left glyphs are taken from the right.
std::string PageWords::TextOf(size_t begin, size_t end) const {
  std::vector<const Glyph*> order;
  size_t leftwards = 0;
  for (size_t i = begin; i < end; ++i) {
    order.push_back(&glyphs_[i]);
    leftwards += IsRightToLeftGlyph(page_, glyphs_[i]);
  }
  if (leftwards * 2 > order.size()) {
    std::stable_sort(order.begin(), order.end(),
                     [](const Glyph* a, const Glyph* b) { return a->u > b->u; });
    // Numbers inside keep their own order.
    auto is_digit = [&](const Glyph* glyph) {
      return glyph->text_length == 1 && IsDigit(page_.text[glyph->text_begin]);
    };
    for (auto at = order.begin(); at != order.end();) {
      auto digits = std::find_if(at, order.end(), is_digit);
      auto stop = std::find_if_not(digits, order.end(), is_digit);
      std::reverse(digits, stop);
      at = stop;
    }
  }
  std::string text;
  for (const Glyph* glyph : order) {
    auto marks = accents_.empty() ? accents_.end() : accents_.find(glyph->text_begin);
    for (uint32_t i = 0; i < glyph->text_length; ++i) {
      char32_t c = page_.text[glyph->text_begin + i];
      if (marks != accents_.end() && i == 0) c = WithoutDot(c, marks->second);
      AppendUtf8(c, &text);
    }
    if (marks == accents_.end()) continue;
    for (char32_t mark : marks->second) AppendUtf8(mark, &text);
  }
  return text;
}

void PageWords::AddPiece(size_t begin, size_t end, bool space_before, bool glued, double tracking) {
  if (begin >= end) return;
  const Glyph& first = glyphs_[begin];
  Piece piece;
  piece.u0 = first.u;
  piece.u1 = End(first);
  piece.v = first.v;
  piece.ascent = first.ascent;
  piece.descent = first.descent;
  piece.size = first.size;
  piece.font = first.font;
  piece.colour = first.colour;
  piece.paint_order = first.paint_order;
  piece.direction = first.direction;
  piece.hidden = first.hidden;
  piece.space_before = space_before;
  piece.glued = glued;
  piece.tracking = tracking;
  for (size_t i = begin; i < end; ++i) {
    piece.u0 = std::min(piece.u0, glyphs_[i].u);
    piece.u1 = std::max(piece.u1, End(glyphs_[i]));
    piece.letters += glyphs_[i].text_length;
    if (glyphs_[i].hidden == Hidden::kNo) piece.hidden = Hidden::kNo;
  }
  if (first.kind == Glyph::Kind::kIcon) {
    piece.icon = first.icon;
  } else {
    piece.text = TextOf(begin, end);
  }
  pieces_.push_back(std::move(piece));
}

bool IsOnly(const std::string& text, std::u32string_view characters) {
  for (char32_t c : ToCodePoints(text)) {
    if (characters.find(c) == std::u32string_view::npos) return false;
  }
  return !text.empty();
}

bool IsCloser(const std::string& text) { return IsOnly(text, U",.;:!?)]}”’»%…"); }
bool IsOpener(const std::string& text) { return IsOnly(text, U"([{“‘«¿¡"); }

bool IsOrdinalEnding(const Piece& number, const Piece& raised) {
  static constexpr std::string_view kEndings[] = {"st", "nd", "rd", "th", "er", "re", "ère",
                                                  "e",  "o",  "a",  "º",  "ª",  "ème"};
  bool digit = !number.text.empty() && number.text.back() >= '0' && number.text.back() <= '9';
  return digit && raised.size < 0.9 * number.size &&
         std::find(std::begin(kEndings), std::end(kEndings), raised.text) != std::end(kEndings);
}

// Small spaced_letters made from letters of two sizes: "E" + "XPERIENCE"; some map the small ones
// to lower-case letters: "P" + "resent".
bool IsFauxSmallCaps(const Piece& a, const Piece& b) {
  double ratio = std::min(a.size, b.size) / std::max(a.size, b.size);
  bool letters = HasLetter(a.text) && HasLetter(b.text);
  bool spaced_letters = IsAllCaps(a.text) && IsAllCaps(b.text);
  return ratio > 0.55 && ratio < 0.98 && a.colour == b.colour &&
         std::abs(a.v - b.v) < kSameBaseline * a.size && letters &&
         (a.font == b.font || spaced_letters);
}

bool SameLook(const Piece& a, const Piece& b) {
  return a.font == b.font && a.colour == b.colour && std::abs(a.size - b.size) < 0.02 * a.size;
}

// A letter or sign that the font lacks comes from another: "Nguy" + "ễ" + "n", "₹" + "2,400".
bool PageWords::IsFallback(const Piece& a, const Piece& b) const {
  if (a.colour != b.colour) return false;
  // The other font may be drawn glyph by glyph, and its size be a guess.
  const auto is_foreign = [](const Piece& piece) {
    return piece.letters == 1 && static_cast<unsigned char>(piece.text.front()) >= 0x80 &&
           HasLetter(piece.text);
  };
  const double most = is_foreign(a) || is_foreign(b) ? kGuessedSize : 0.02;
  if (std::abs(a.size - b.size) > most * a.size) return false;
  return (StyleOf(a.font) == StyleOf(b.font)) || !HasLetter(a.text) || !HasLetter(b.text) ||
         a.letters == 1 || b.letters == 1;
}

// A web address in two colours: "github.com" + "/jane".
bool ContinuesAddress(const std::string& a, const std::string& b) {
  constexpr std::string_view kJoints = "/@._-";
  return kJoints.find(b.front()) != std::string_view::npos ||
         kJoints.find(a.back()) != std::string_view::npos;
}

// Parts of a word that is set apart are as far from one another as its letters.
double TouchingGap(const Piece& a, const Piece& b) {
  return kTouching + std::max({a.tracking, b.tracking, 0.0});
}

// `b` touches `a` from the right: one word, or two without a space between them.
bool PageWords::MergeOrGlue(Piece* a, Piece* b) {
  if (a->text.empty() || b->text.empty()) return false;
  bool level = std::abs(a->v - b->v) < kSameBaseline * std::max(a->size, b->size);
  bool plain = SameLook(*a, *b) && level;
  bool opener = level && IsOpener(a->text);
  bool one =
      plain || opener || IsFauxSmallCaps(*a, *b) || IsOrdinalEnding(*a, *b) ||
      (level && (IsCloser(b->text) || IsFallback(*a, *b) || ContinuesAddress(a->text, b->text)));
  if (!one || a->hidden != b->hidden) {
    b->glued = true;
    return false;
  }
  // The look of a word is that of most of its letters.
  const bool fallback = level && IsFallback(*a, *b);
  const bool takes_look = fallback ? b->letters > a->letters : b->size > a->size * 1.02;
  double size = std::max(a->size, b->size);
  if (fallback) size = takes_look ? b->size : a->size;
  if (opener || takes_look) {
    a->font = b->font;
    a->colour = b->colour;
  }
  a->text += b->text;
  a->letters += b->letters;
  a->u1 = std::max(a->u1, b->u1);
  a->ascent = std::max(a->ascent, b->ascent);
  a->descent = std::max(a->descent, b->descent);
  a->size = size;
  a->space_after = b->space_after;
  b->dropped = true;
  return true;
}

// A raised or smaller piece right behind its neighbour, and changes of look inside a word.
void PageWords::JoinNeighboursInOrder() {
  size_t before = pieces_.size();
  for (size_t i = 0; i < pieces_.size(); ++i) {
    Piece& piece = pieces_[i];
    if (piece.icon != Icon::kNone) {
      before = pieces_.size();
      continue;
    }
    if (before < i) {
      Piece& left = pieces_[before];
      double size = std::max(left.size, piece.size);
      double gap = (piece.u0 - left.u1) / size;
      bool beside = left.direction == piece.direction && !left.space_after && !piece.space_before &&
                    std::abs(piece.v - left.v) < 0.6 * size && gap < TouchingGap(left, piece) &&
                    gap > -kOverlapping;
      piece.glued = false;
      if (beside && MergeOrGlue(&left, &piece)) continue;
    }
    before = i;
  }
}

// The same for neighbours that are painted at different times, and letters that are set apart.
void PageWords::JoinNeighboursOnPage() {
  std::vector<size_t> order;
  for (size_t i = 0; i < pieces_.size(); ++i) {
    if (!pieces_[i].dropped && pieces_[i].icon == Icon::kNone) order.push_back(i);
  }
  std::sort(order.begin(), order.end(), [&](size_t a, size_t b) {
    return std::pair(pieces_[a].direction, pieces_[a].v) <
           std::pair(pieces_[b].direction, pieces_[b].v);
  });
  std::vector<size_t> line;
  for (size_t index : order) {
    const Piece& piece = pieces_[index];
    bool same = !line.empty() && pieces_[line.front()].direction == piece.direction &&
                piece.v - pieces_[line.front()].v < 1.5 * kSameBaseline * piece.size;
    if (!same) {
      JoinLine(line);
      line.clear();
    }
    line.push_back(index);
  }
  JoinLine(line);
}

void PageWords::JoinLine(std::vector<size_t>& line) {
  if (line.size() < 2) return;
  std::sort(line.begin(), line.end(),
            [&](size_t a, size_t b) { return pieces_[a].u0 < pieces_[b].u0; });
  size_t left = 0;
  for (size_t i = 1; i < line.size(); ++i) {
    Piece& a = pieces_[line[left]];
    Piece& b = pieces_[line[i]];
    double gap = (b.u0 - a.u1) / std::max(a.size, b.size);
    bool touching = gap < TouchingGap(a, b) && gap > -kOverlapping && !a.space_after &&
                    !b.space_before && a.hidden == b.hidden && line[i] > line[left];
    if (touching && !b.glued && MergeOrGlue(&a, &b)) continue;
    left = i;
  }
  std::erase_if(line, [&](size_t index) { return pieces_[index].dropped; });
  JoinSpacedLetters(line);
}

// "W O R K   E X P E R I E N C E": a stretch of the line in one look that is all single letters.
void PageWords::JoinSpacedLetters(const std::vector<size_t>& line) {
  std::vector<size_t> segment;
  for (size_t index : line) {
    if (!segment.empty()) {
      const Piece& before = pieces_[segment.back()];
      const Piece& piece = pieces_[index];
      bool goes_on = piece.u0 - before.u1 < kSpacedSegmentGap * piece.size;
      if (!goes_on || !SameLook(before, piece)) {
        JoinSpacedSegment(segment);
        segment.clear();
      }
    }
    segment.push_back(index);
  }
  JoinSpacedSegment(segment);
}

// "t" and "o" of another look than the dates around them: two letters do not show how far apart the
// letters of their look are set.
void PageWords::JoinSpacedPair(size_t first, size_t second) {
  constexpr double kNearerThanWords = 0.2;  // em
  Piece& a = pieces_[first];
  Piece& b = pieces_[second];
  const bool letters = a.letters == 1 && b.letters == 1 && HasLetter(a.text) && HasLetter(b.text);
  if (!letters || b.u0 - a.u1 > kNearerThanWords * a.size || a.hidden != b.hidden) return;
  a.text += b.text;
  a.letters += b.letters;
  a.u1 = std::max(a.u1, b.u1);
  a.space_after = b.space_after;
  b.dropped = true;
}

void PageWords::JoinSpacedSegment(const std::vector<size_t>& segment) {
  if (segment.size() == 2) JoinSpacedPair(segment[0], segment[1]);
  if (segment.size() < kSpacedLetters) return;
  size_t single = 0, spaced_letters = 0, leaders = 0, longest = 0;
  std::set<std::string> different;
  std::vector<double> gaps;
  for (size_t i = 0; i < segment.size(); ++i) {
    const Piece& piece = pieces_[segment[i]];
    single += piece.letters == 1;
    spaced_letters += piece.letters == 1 && HasLetter(piece.text);
    longest = std::max(longest, piece.letters);
    different.insert(piece.text);
    leaders += piece.text == "." || piece.text == "_" || piece.text == "·";
    if (i > 0) gaps.push_back(piece.u0 - pieces_[segment[i - 1]].u1);
  }
  // A kerned pair or a ligature may stick together, a word may not; "x x x x" is no word.
  bool spaced_word = single * 20 >= segment.size() * 17 && spaced_letters >= kSpacedLetters &&
                     longest <= 3 && different.size() >= 3;
  bool leader = leaders == segment.size();  // ". . . . . ." up to the page number
  if (!spaced_word && !leader) return;
  std::vector<double> sorted = gaps;
  auto middle = sorted.begin() + (sorted.size() - 1) / 2;
  std::nth_element(sorted.begin(), middle, sorted.end());
  double size = pieces_[segment.front()].size;
  double limit = 1.5 * *middle + 0.05 * size;
  size_t word = segment.front();
  for (size_t i = 1; i < segment.size(); ++i) {
    Piece& piece = pieces_[segment[i]];
    if (gaps[i - 1] > limit) {
      word = segment[i];
      continue;
    }
    Piece& target = pieces_[word];
    target.text += piece.text;
    target.letters += piece.letters;
    target.u1 = std::max(target.u1, piece.u1);
    target.space_after = piece.space_after;
    piece.dropped = true;
  }
}

// The same word again at nearly the same place: a shadow or faked bold.  The last one is on top.
void PageWords::DropDuplicates() {
  std::unordered_map<std::string, std::vector<size_t>> places;
  for (size_t i = 0; i < pieces_.size(); ++i) {
    Piece& piece = pieces_[i];
    if (piece.dropped || piece.icon != Icon::kNone) continue;
    std::vector<size_t>& same = places[piece.text];
    for (size_t other : same) {
      Piece& first = pieces_[other];
      bool near = first.direction == piece.direction &&
                  std::abs(first.u0 - piece.u0) < 0.2 * piece.size &&
                  std::abs(first.v - piece.v) < 0.2 * piece.size &&
                  std::abs(first.size - piece.size) < 0.1 * piece.size;
      if (!near) continue;
      if (piece.hidden == Hidden::kNo) {
        first.colour = piece.colour;
        first.hidden = Hidden::kNo;
        first.font = piece.font;
        first.paint_order = piece.paint_order;
      }
      piece.dropped = true;
      break;
    }
    if (!piece.dropped && same.size() < 64) same.push_back(i);
  }
}

Word ToWord(Piece piece, const WritingDirection& direction) {
  Word word;
  word.text = std::move(piece.text);
  double top = piece.v - piece.ascent, bottom = piece.v + piece.descent;
  Box a{direction.X(piece.u0, top), direction.Y(piece.u0, top), direction.X(piece.u1, bottom),
        direction.Y(piece.u1, bottom)};
  word.box = {std::min(a.x0, a.x1), std::min(a.y0, a.y1), std::max(a.x0, a.x1),
              std::max(a.y0, a.y1)};
  word.baseline = direction.Y(piece.u0, piece.v);
  word.size = piece.size;
  word.font = piece.font;
  word.colour = piece.colour;
  word.rotation = direction.rotation;
  word.hidden = piece.hidden;
  word.icon_before = piece.icon;
  word.glued = piece.glued;
  return word;
}

}  // namespace

void AddPage(PdfPage content, Document* document) {
  std::vector<Piece> pieces = PageWords(content, document->fonts).Build();
  Page page;
  page.width = content.width;
  page.height = content.height;
  page.words.begin = document->words.size();
  int number = static_cast<int>(document->pages.size());
  std::vector<uint32_t> paint_orders;
  for (Piece& piece : pieces) {
    paint_orders.push_back(piece.paint_order);
    const WritingDirection& direction = content.directions[piece.direction];
    Word word = ToWord(std::move(piece), direction);
    word.page = number;
    word.content_order = static_cast<uint32_t>(document->words.size());
    document->words.push_back(std::move(word));
  }
  page.words.end = document->words.size();
  size_t first_link = document->links.size();
  for (Link& link : content.links) {
    link.page = number;
    document->links.push_back(std::move(link));
  }
  FindHiddenWords(content.shapes, paint_orders, page, document);
  FindUnderlines(content.shapes, page, document);
  FindLinkedWords(first_link, page, document);
  for (PaintedShape& painted : content.shapes) {
    painted.shape.page = number;
    document->shapes.push_back(painted.shape);
  }
  document->pages.push_back(page);
}

}  // namespace atsmatch
