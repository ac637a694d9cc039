#include "parser/text/mojibake.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

constexpr uint8_t kUndefined = 0;  // a byte that was lost

// Windows-1252 from 0x80 to 0x9F; 0: undefined.
constexpr std::array<char32_t, 32> kWindows1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

// The byte 0x80..0xFF that was read as this character; kUndefined where the byte has no character
// and something invisible took its place.
std::optional<uint8_t> ByteOf(char32_t c) {
  if (c == 0x200B) return kUndefined;
  if (c >= 0x80 && c <= 0xFF) return static_cast<uint8_t>(c);
  const auto* found = std::find(kWindows1252.begin(), kWindows1252.end(), c);
  if (c == 0 || found == kWindows1252.end()) return std::nullopt;
  return static_cast<uint8_t>(0x80 + (found - kWindows1252.begin()));
}

bool IsContinuation(uint8_t byte) { return byte == kUndefined || (byte >= 0x80 && byte < 0xC0); }

// Three bytes of which the last was lost: the character that people write most of those it may be.
char32_t MostLikely(uint8_t first, uint8_t second) {
  if (first == 0xEF && second == 0xBC) return U'-';    // fullwidth, between employer and place
  if (first == 0xE2 && second == 0x80) return 0x201D;  // closing quotation mark
  if (first == 0xE2 && second == 0x97) return 0x25CF;  // black circle
  if (first == 0xE2 && second == kUndefined) return 0x25CF;  // an ornament
  return 0;
}

struct Repair {
  char32_t character = 0;
  size_t length = 0;  // characters of the garbled text; 0: it is not garbled
};

// U+0080..U+00FF: two characters of which the first is Â or Ã.
Repair RepairTwo(const std::vector<char32_t>& text, size_t at) {
  if (at + 1 >= text.size()) return {};
  const std::optional<uint8_t> second = ByteOf(text[at + 1]);
  if (!second.has_value() || *second == kUndefined || !IsContinuation(*second)) return {};
  // The closing quotation mark of "MAÇÃ”".
  const bool quote = *second == 0x92 || *second == 0x94 || *second == 0xBB;
  if (quote && at > 0 && IsUpper(text[at - 1])) return {};
  return {static_cast<char32_t>((text[at] & 0x1F) << 6 | (*second & 0x3F)), 2};
}

// U+2000..U+FFFF: the punctuation and the ornaments that people paste.
Repair RepairThree(const std::vector<char32_t>& text, size_t at) {
  if (at + 1 >= text.size()) return {};
  const auto first = static_cast<uint8_t>(text[at]);
  const std::optional<uint8_t> second = ByteOf(text[at + 1]);
  if (!second.has_value() || !IsContinuation(*second)) return {};
  const std::optional<uint8_t> third = at + 2 < text.size() ? ByteOf(text[at + 2]) : std::nullopt;
  const bool whole = third.has_value() && IsContinuation(*third);
  if (!whole || *second == kUndefined || *third == kUndefined) {
    return {MostLikely(first, *second), whole ? size_t{3} : size_t{2}};
  }
  const auto character =
      static_cast<char32_t>((first & 0x0F) << 12 | (*second & 0x3F) << 6 | (*third & 0x3F));
  return {character >= 0x2000 ? character : 0, 3};
}

Repair RepairAt(const std::vector<char32_t>& text, size_t at) {
  const char32_t c = text[at];
  if (c == 0xC2 || c == 0xC3) return RepairTwo(text, at);
  if (c == 0xE2 || c == 0xEF) return RepairThree(text, at);
  return {};
}

// What is left of a no-break space whose second half was taken for a space: never written behind a
// small letter or by itself.
bool IsLeftOver(const std::vector<char32_t>& text, size_t at) {
  const bool ends = at + 1 == text.size() || IsSpace(text[at + 1]) || text[at + 1] == 0xC2;
  return text[at] == 0xC2 && ends && (at == 0 || text[at - 1] == 0xC2 || !IsUpper(text[at - 1]));
}

}  // namespace

std::string RepairMojibake(std::string_view text) {
  const bool suspect = std::any_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) == 0xC3;  // the first byte of Â, Ã, â and ï
  });
  if (!suspect) return std::string(text);
  const std::vector<char32_t> characters = ToCodePoints(text);
  std::string repaired;
  for (size_t i = 0; i < characters.size();) {
    if (IsLeftOver(characters, i)) {
      AppendUtf8(U' ', &repaired);
      ++i;
      continue;
    }
    const Repair repair = RepairAt(characters, i);
    AppendUtf8(repair.character != 0 ? repair.character : characters[i], &repaired);
    i += repair.character != 0 ? repair.length : 1;
  }
  return repaired;
}

}  // namespace atsmatch
