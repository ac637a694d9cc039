// What a text must be like so that a regular expression can match it.
//
//   FindNeeds("(?i)\\b(?:tele)?fax\\s*:").AreIn("Phone: 1")   // false: no "fax"
//   FindNeeds("\\pL+ (?:\\d{4}|c1)").AreIn("May")            // false: no digit
//   FindNeeds("[IVX]+,?").MayBeWhole("Vice")                // false: no "c" in it
//   FindNeeds("[a-z]*").AreIn("")                            // true: it may match anything
//
// The answers are true whenever the expression matches, and often where it does not: they are a
// cheap look before the expensive one.  Texts are compared without case.  find_needs.h finds them.
#ifndef ATSMATCH_PARSER_TEXT_PATTERN_NEEDS_H_
#define ATSMATCH_PARSER_TEXT_PATTERN_NEEDS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "parser/text/ascii.h"

namespace atsmatch {

class ByteSet {
 public:
  constexpr bool operator[](unsigned char c) const { return (bits_[c / 64] >> c % 64 & 1) != 0; }
  constexpr void Add(unsigned char c) { bits_[c / 64] |= uint64_t{1} << c % 64; }
  constexpr bool HasAnyOf(const ByteSet& other) const {
    for (size_t i = 0; i < bits_.size(); ++i) {
      if ((bits_[i] & other.bits_[i]) != 0) return true;
    }
    return false;
  }
  constexpr ByteSet& operator|=(const ByteSet& other) {
    for (size_t i = 0; i < bits_.size(); ++i) bits_[i] |= other.bits_[i];
    return *this;
  }
  friend constexpr ByteSet operator|(ByteSet a, const ByteSet& b) { return a |= b; }
  friend constexpr ByteSet operator~(ByteSet a) {
    for (uint64_t& bits : a.bits_) bits = ~bits;
    return a;
  }

 private:
  std::array<uint64_t, 4> bits_{};
};

// A few bytes that the compiler can work with.
class ShortText {
 public:
  static constexpr size_t kMostBytes = 12;  // more would tell no more

  constexpr ShortText() = default;
  constexpr explicit ShortText(char c) { *this += c; }
  constexpr size_t size() const { return size_; }
  constexpr bool empty() const { return size_ == 0; }
  constexpr std::string_view view() const { return {bytes_.data(), size_}; }
  constexpr ShortText& operator+=(char c) {
    bytes_[size_++] = c;
    return *this;
  }
  constexpr ShortText& operator+=(const ShortText& other) {
    for (const char c : other.view()) *this += c;
    return *this;
  }

 private:
  std::array<char, kMostBytes> bytes_{};
  uint8_t size_ = 0;
};

// A vector that the compiler can work with.
class ShortTexts {
 public:
  static constexpr size_t kMost = 100;

  constexpr ShortTexts() = default;
  constexpr explicit ShortTexts(const ShortText& text) { push_back(text); }
  constexpr size_t size() const { return size_; }
  constexpr bool empty() const { return size_ == 0; }
  constexpr ShortText* begin() { return texts_.data(); }
  constexpr ShortText* end() { return texts_.data() + size_; }
  constexpr const ShortText* begin() const { return texts_.data(); }
  constexpr const ShortText* end() const { return texts_.data() + size_; }
  constexpr const ShortText& operator[](size_t i) const { return texts_[i]; }
  constexpr void push_back(const ShortText& text) { texts_[size_++] = text; }
  constexpr void Append(const ShortTexts& other) {
    for (const ShortText& text : other) push_back(text);
  }

 private:
  std::array<ShortText, kMost> texts_{};
  uint8_t size_ = 0;
};

class PatternNeeds {
 public:
  constexpr PatternNeeds() = default;  // nothing
  // One of these texts, in lower case; none of them: nothing.  A match starts with one of the bytes
  // of `first`, has only such of `any`, and has a digit if `digit`.  `at_start`: no match begins
  // elsewhere.
  constexpr PatternNeeds(const ShortTexts& any_of, const ByteSet& first, const ByteSet& any,
                         bool may_be_empty, bool digit, bool at_start)
      : first_(first),
        any_(any),
        may_be_empty_(may_be_empty),
        digit_(digit),
        at_start_(at_start) {
    size_t bytes = 0;
    for (const ShortText& text : any_of) bytes += text.size() + 1;
    if (bytes > kMostBytes) return;  // as if it needed nothing
    for (const ShortText& text : any_of) {
      texts_[bytes_++] = static_cast<char>(text.size());
      for (const char c : text.view()) texts_[bytes_++] = c;
      const auto first_byte = static_cast<unsigned char>(text.view().front());
      starts_.Add(first_byte);
      if (IsAsciiLower(first_byte)) starts_.Add(first_byte - 32);
    }
  }

  // For a match somewhere in the text, at its start, or of the text as a whole.
  bool AreIn(std::string_view text) const;
  bool MayStart(std::string_view text) const;
  bool MayBeWhole(std::string_view text) const;

  std::vector<std::string> any_of() const;  // sorted

 private:
  bool HasText(std::string_view text) const;
  std::string_view TextAt(size_t k) const {
    return {texts_.data() + k + 1, static_cast<size_t>(texts_[k])};
  }

  static constexpr size_t kMostBytes = 320;  // small: all patterns are in memory from the start on

  std::array<char, kMostBytes> texts_{};  // each behind its length
  uint16_t bytes_ = 0;                    // of texts_
  ByteSet starts_;                        // bytes of either case that one of the texts starts with
  ByteSet first_ = ~ByteSet(), any_ = ~ByteSet();
  bool may_be_empty_ = true, digit_ = false, at_start_ = false;
};

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_TEXT_PATTERN_NEEDS_H_
