#include "parser/sections/style.h"

#include <cmath>
#include <cstdlib>
#include <map>
#include <string>

#include "parser/text/unicode.h"

namespace atsmatch {

namespace {

// "RESUMé": a font of small capitals may have no capital for a letter with an accent.
bool IsInCapitals(std::string_view text) {
  if (IsAllCaps(text)) return true;
  constexpr size_t kFewestCapitals = 4;
  size_t capitals = 0, small = 0;
  for (const char32_t c : ToCodePoints(text)) {
    if (IsUpper(c)) ++capitals;
    if (!IsLower(c)) continue;
    if (c < 0x80) return false;
    ++small;
  }
  return small == 1 && capitals >= kFewestCapitals;
}

}  // namespace

Style StyleOf(const Document& document, IndexRange words) {
  Style style;
  const Word* first = nullptr;
  std::string text;
  for (size_t i = words.begin; i < words.end; ++i) {
    const Word& word = document.words[i];
    if (first == nullptr && HasLetter(word.text)) first = &word;
    text += word.text;
  }
  if (first == nullptr && !words.empty()) first = &document.words[words.begin];
  if (first == nullptr) return style;
  style.font = first->font;
  style.size = static_cast<int>(std::lround(first->size * 10));
  style.colour = first->colour;
  style.bold = document.IsBold(*first);
  style.italic = document.IsItalic(*first);
  style.caps = IsInCapitals(text);
  return style;
}

Style StyleOf(const Document& document, const Line& line) {
  Style style = StyleOf(document, line.words);
  style.boxed = line.boxed;
  return style;
}

bool StylesAlike(const Style& a, const Style& b) {
  return std::abs(a.size - b.size) * 100 <= 6 * std::max(a.size, b.size) && a.bold == b.bold &&
         a.caps == b.caps && a.boxed == b.boxed;
}

bool GoesOnInLastLook(const Document& document, const Line& above, const Line& line) {
  constexpr double kSameSize = 0.6;  // points
  const Word& begin = document.words[above.words.begin];
  const Word& last = document.words[above.words.end - 1];
  const Word& first = document.words[line.words.begin];
  const auto alike = [&](const Word& a, const Word& b) {
    return document.IsBold(a) == document.IsBold(b) && document.IsItalic(a) == document.IsItalic(b);
  };
  return above.page == line.page && above.region == line.region && !line.bullet &&
         above.cells.size() == 1 && line.cells.size() == 1 && !alike(begin, last) &&
         alike(last, first) && std::abs(last.size - first.size) < kSameSize &&
         line.gap_before < kSameSize * line.size &&
         above.region_box.x1 - above.box.x1 < first.box.width() + 0.3 * line.size;
}

Style BodyStyle(const Document& document, const std::vector<Line>& lines) {
  std::map<Style, size_t> letters;
  for (const Line& line : lines) {
    if (line.role != LineRole::kBody) continue;
    for (size_t i = line.words.begin; i < line.words.end; ++i) {
      Style style = StyleOf(document, IndexRange{i, i + 1});
      style.caps = false;
      letters[style] += document.words[i].text.size();
    }
  }
  Style best;
  size_t most = 0;
  for (const auto& [style, count] : letters) {
    if (count > most) {
      most = count;
      best = style;
    }
  }
  return best;
}

int Prominence(const Style& style, const Style& body) {
  int prominence = 0;
  if (style.size * 100 >= body.size * 108) ++prominence;
  if (style.size * 100 >= body.size * 130) ++prominence;
  if (style.bold && !body.bold) ++prominence;
  if (style.caps && !body.caps) ++prominence;
  if (style.colour != body.colour) ++prominence;
  if (style.boxed) ++prominence;
  if (style.size * 100 <= body.size * 92) --prominence;
  return prominence;
}

}  // namespace atsmatch
