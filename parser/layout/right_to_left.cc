#include "parser/layout/right_to_left.h"

#include <algorithm>
#include <string_view>

#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

struct Letters {
  size_t leftwards = 0, rightwards = 0;
};

void Count(std::string_view text, Letters* letters) {
  // Latin, Greek and Cyrillic have no byte of Hebrew or Arabic.
  constexpr unsigned char kFirstHebrewByte = 0xD6;
  for (size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      letters->rightwards += (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z' ? 1 : 0;
      ++i;
      continue;
    }
    const bool may_be = byte >= kFirstHebrewByte;
    const char32_t c = NextCodePoint(text, &i);
    if (may_be && IsRightToLeft(c)) {
      ++letters->leftwards;
    } else if (IsLetter(c)) {
      ++letters->rightwards;
    }
  }
}

bool HasLeftwards(std::string_view text) {
  Letters letters;
  Count(text, &letters);
  return letters.leftwards > 0;
}

// "Excel", "+20": what keeps its words together from left to right.
bool ReadsRightwards(std::string_view text) {
  Letters letters;
  Count(text, &letters);
  return letters.rightwards > 0 || text.starts_with('+') || text.starts_with("(+");
}

}  // namespace

bool IsRightToLeft(const Document& document) {
  Letters letters;
  for (const Word& word : document.words) {
    if (word.hidden == Hidden::kNo) Count(word.text, &letters);
  }
  return letters.leftwards > letters.rightwards;
}

bool IsRightToLeft(const Document& document, const std::vector<uint32_t>& words, bool document_is) {
  Letters letters;
  bool phone = false;
  for (const uint32_t word : words) {
    Count(document.words[word].text, &letters);
    phone = phone || ReadsRightwards(document.words[word].text);
  }
  if (letters.leftwards == 0 && letters.rightwards == 0) return document_is && !phone;
  return letters.leftwards > 0 && (document_is || letters.leftwards > letters.rightwards);
}

void ReadFromTheRight(const Document& document, std::vector<uint32_t>* words) {
  std::reverse(words->begin(), words->end());
  const auto leftwards = [&](uint32_t word) { return HasLeftwards(document.words[word].text); };
  for (auto begin = words->begin(); begin != words->end();) {
    const auto end = std::find_if(begin, words->end(), leftwards);
    const bool rightwards = std::any_of(
        begin, end, [&](uint32_t word) { return ReadsRightwards(document.words[word].text); });
    if (rightwards) std::reverse(begin, end);
    begin = std::find_if_not(end, words->end(), leftwards);
  }
}

}  // namespace atsmatch
