// What a text must hold so that a regular expression can match it.
//
//   FindNeeds("(?i)\\b(?:tele)?fax\\s*:").AreIn("Phone: 1")   // false: no "fax"
//   FindNeeds("\\pL+ \\d{4}").AreIn("May")                    // false: no digit
//   FindNeeds("[a-z]*").AreIn("")                             // true: it may match anything
//
// AreIn() is true whenever the expression matches, and often where it does not: it is a cheap
// look before the expensive one.  Letters are compared without case.
#ifndef ATSMATCH_PARSER_TEXT_PATTERN_NEEDS_H_
#define ATSMATCH_PARSER_TEXT_PATTERN_NEEDS_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace atsmatch {

class PatternNeeds {
 public:
  PatternNeeds() = default;  // nothing
  // One of these texts, in lower case; none of them: nothing.
  explicit PatternNeeds(std::vector<std::string> any_of);

  bool AreIn(std::string_view text) const;
  const std::vector<std::string>& any_of() const { return any_of_; }

 private:
  std::vector<std::string> any_of_;
  // By a byte of either case: the first of those that start with it, plus one; they are sorted.
  std::array<uint8_t, 256> starts_{};
};

// Of an expression in RE2's syntax; nothing for one that it does not understand.
PatternNeeds FindNeeds(std::string_view regex);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_TEXT_PATTERN_NEEDS_H_
