#include "matcher/score/pasted.h"

#include <algorithm>

#include "matcher/score/searches.h"
#include "parser/text/ascii.h"

namespace atsmatch {
namespace {

constexpr size_t kLongLine = 6;   // words
constexpr size_t kManyLines = 4;  // so long

// Bytes of longer characters are none.
char32_t ByteOf(char c) { return static_cast<unsigned char>(c); }
bool IsOfTheRim(char c) { return c == ' ' || IsAsciiSign(ByteOf(c)); }

}  // namespace

std::string PlainText(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (const char c : text) {
    if (IsAsciiSpace(ByteOf(c))) {
      if (!plain.empty() && plain.back() != ' ') plain += ' ';
    } else {
      plain += c;
    }
  }
  const auto begin = std::find_if_not(plain.begin(), plain.end(), IsOfTheRim);
  const auto end =
      std::find_if_not(plain.rbegin(), std::make_reverse_iterator(begin), IsOfTheRim).base();
  return SmallLetters(std::string(begin, end));
}

std::vector<bool> PastedLines(const ResumeEvidence& evidence, std::string_view plain_posting) {
  std::vector<bool> pasted(evidence.lines.size(), false);
  size_t count = 0;
  for (size_t i = 0; i < evidence.lines.size(); ++i) {
    if (evidence.lines[i].tokens < kLongLine) continue;
    const std::string line = PlainText(evidence.lines[i].text);
    if (line.empty() || plain_posting.find(line) == std::string_view::npos) continue;
    pasted[i] = true;
    ++count;
  }
  if (count < kManyLines) pasted.assign(pasted.size(), false);
  return pasted;
}

}  // namespace atsmatch
