#include "matcher/score/pasted.h"

#include <algorithm>
#include <cctype>

#include "matcher/score/searches.h"

namespace atsmatch {
namespace {

constexpr size_t kLongLine = 6;   // words
constexpr size_t kManyLines = 4;  // so long

bool IsSign(char c) { return std::ispunct(static_cast<unsigned char>(c)) != 0 || c == ' '; }

}  // namespace

std::string PlainText(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (const char c : text) {
    if (std::isspace(static_cast<unsigned char>(c)) != 0) {
      if (!plain.empty() && plain.back() != ' ') plain += ' ';
    } else {
      plain += c;
    }
  }
  const auto begin = std::find_if_not(plain.begin(), plain.end(), IsSign);
  const auto end =
      std::find_if_not(plain.rbegin(), std::make_reverse_iterator(begin), IsSign).base();
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
