#include "parser/read/accents.h"

#include <algorithm>
#include <cmath>

#include "parser/text/unicode.h"

namespace atsmatch {

char32_t CombiningMarkOf(char32_t c) {
  if (c >= 0x300 && c <= 0x36F) return c;
  switch (c) {
    case 0x60:
      return 0x300;  // `
    case 0xB4:
      return 0x301;  // ´
    case 0x5E:
    case 0x2C6:
      return 0x302;  // ^ ˆ
    case 0x7E:
    case 0x2DC:
      return 0x303;  // ~ ˜
    case 0xAF:
    case 0x2C9:
      return 0x304;  // ¯
    case 0x2D8:
      return 0x306;  // ˘
    case 0x2D9:
      return 0x307;  // ˙
    case 0xA8:
      return 0x308;  // ¨
    case 0x2DA:
    case 0xB0:
      return 0x30A;  // ˚ °
    case 0x2DD:
      return 0x30B;  // ˝
    case 0x2C7:
      return 0x30C;  // ˇ
    case 0xB8:
      return 0x327;  // ¸
    case 0x2DB:
      return 0x328;  // ˛
    default:
      return 0;
  }
}

bool StandsOver(const Glyph& accent, const Glyph& letter, const PdfPage& page) {
  if (letter.kind != Glyph::Kind::kText || letter.text_length == 0) return false;
  if (!IsLetter(page.text[letter.text_begin]) || accent.direction != letter.direction) return false;
  // TeX raises accents over capitals.
  if (std::abs(accent.v - letter.v) > 0.4 * letter.size) return false;
  double middle = accent.u + accent.advance / 2;
  double overlap =
      std::min(accent.u + accent.advance, letter.u + letter.advance) - std::max(accent.u, letter.u);
  bool mark = page.text[accent.text_begin] >= 0x300 && page.text[accent.text_begin] <= 0x36F;
  if (mark && accent.advance < 0.1 * letter.size) {  // set behind its letter without a width
    return middle > letter.u && middle < letter.u + letter.advance + 0.2 * letter.size;
  }
  return middle > letter.u && middle < letter.u + letter.advance &&
         overlap > 0.5 * std::min(accent.advance, letter.advance);
}

char32_t WithoutDot(char32_t letter, const std::u32string& marks) {
  if (marks.empty()) return letter;
  if (letter == 0x131) return 'i';
  if (letter == 0x237) return 'j';
  return letter;
}

}  // namespace atsmatch
