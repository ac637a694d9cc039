// What a text must be like so that a regular expression can match it.
//
//   FindNeeds("(?i)\\b(?:tele)?fax\\s*:").AreIn("Phone: 1")   // false: no "fax"
//   FindNeeds("\\pL+ \\d{4}").AreIn("May")                    // false: no digit
//   FindNeeds("[IVX]+,?").MayBeWhole("Vice")                // false: no "c" in it
//   FindNeeds("[a-z]*").AreIn("")                            // true: it may match anything
//
// The answers are true whenever the expression matches, and often where it does not: they are a
// cheap look before the expensive one.  Texts are compared without case.
#ifndef ATSMATCH_PARSER_TEXT_PATTERN_NEEDS_H_
#define ATSMATCH_PARSER_TEXT_PATTERN_NEEDS_H_

#include <array>
#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace atsmatch {

using ByteSet = std::bitset<256>;

class PatternNeeds {
 public:
  PatternNeeds() = default;  // nothing
  // One of these texts, in lower case; none of them: nothing.  A match starts with one of the bytes
  // of `first` and has only such of `any`.
  PatternNeeds(std::vector<std::string> any_of, const ByteSet& first, const ByteSet& any,
               bool may_be_empty, bool at_start);

  // For a match somewhere in the text, at its start, or of the text as a whole.
  bool AreIn(std::string_view text) const;
  bool MayStart(std::string_view text) const;
  bool MayBeWhole(std::string_view text) const;

  const std::vector<std::string>& any_of() const { return any_of_; }

 private:
  bool HasText(std::string_view text) const;

  std::vector<std::string> any_of_;
  ByteSet first_ = ByteSet().set(), any_ = ByteSet().set();
  bool may_be_empty_ = true;
  bool at_start_ = false;  // "^": no match begins elsewhere
  // By a byte of either case: the first of those that start with it, plus one; they are sorted.
  std::array<uint8_t, 256> starts_{};
};

// Of an expression in RE2's syntax; nothing for one that it does not understand.
PatternNeeds FindNeeds(std::string_view regex);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_TEXT_PATTERN_NEEDS_H_
