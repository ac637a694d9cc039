// A regular expression (the syntax is RE2's) that costs nothing until a text could match it.
//
//   static constinit const Pattern kFax(R"((?i)\bfax\s*:\s*(\S+))");
//   std::string number;
//   kFax.PartialMatch("Tel: 1, Fax: 2", &number)   // true, "2"
//   kFax.PartialMatch("no such thing here")        // false, and nothing was compiled
//
// Compiling a pattern costs as much as reading a page, and most patterns are about things that most
// résumés do not have.  So a Pattern first looks for what every match must contain ("fax"; see
// pattern_needs.h), which the C++ compiler has found out, and compiles itself when it is there for
// the first time.
//
// A group is a std::string* or a std::string_view* into the text; it is written only when there is
// a match, and empty when it took no part in it.  Patterns may be shared by threads.
#ifndef ATSMATCH_PARSER_TEXT_PATTERN_H_
#define ATSMATCH_PARSER_TEXT_PATTERN_H_

#include <array>
#include <atomic>
#include <cstddef>
#include <string>
#include <string_view>

#include "parser/text/find_needs.h"

namespace atsmatch {

class Pattern {
 public:
  constexpr explicit Pattern(std::string_view regex)  // which outlives it
      : regex_(regex), needs_(FindNeeds(regex)) {}
  ~Pattern();
  Pattern(const Pattern&) = delete;
  Pattern& operator=(const Pattern&) = delete;

  // The text as a whole is such a thing.
  template <class... Groups>
  bool FullMatch(std::string_view text, Groups*... groups) const {
    return MatchGroups(text, Place::kWhole, nullptr, groups...);
  }
  // A part of the text is.
  template <class... Groups>
  bool PartialMatch(std::string_view text, Groups*... groups) const {
    return MatchGroups(text, Place::kAnywhere, nullptr, groups...);
  }
  // The text starts with one, which is cut off.
  template <class... Groups>
  bool Consume(std::string_view* text, Groups*... groups) const {
    return MatchGroups(*text, Place::kStart, text, groups...);
  }
  // The text holds one; it and what stands before it are cut off.
  template <class... Groups>
  bool FindAndConsume(std::string_view* text, Groups*... groups) const {
    return MatchGroups(*text, Place::kAnywhere, text, groups...);
  }
  // The match itself, at the start or anywhere at or behind the byte `begin`; and its first groups.
  bool FindAtStart(std::string_view text, std::string_view* found) const {
    return Match(text, 0, Place::kStart, found, 1);
  }
  bool FindFrom(std::string_view text, size_t begin, std::string_view* found) const {
    return Match(text, begin, Place::kAnywhere, found, 1);
  }
  template <size_t kCount>
  bool FindFrom(std::string_view text, size_t begin,
                std::array<std::string_view, kCount>* found) const {
    static_assert(kCount <= kMaxGroups);
    return Match(text, begin, Place::kAnywhere, found->data(), kCount);
  }
  // Replaces the first match, or all; "\\1" is a group.
  bool Replace(std::string* text, std::string_view by) const;
  int ReplaceAll(std::string* text, std::string_view by) const;

 private:
  enum class Place { kStart, kWhole, kAnywhere };
  static constexpr size_t kMaxGroups = 8;

  template <class... Groups>
  bool MatchGroups(std::string_view text, Place place, std::string_view* rest,
                   Groups*... groups) const {
    static_assert(sizeof...(groups) < kMaxGroups);
    constexpr size_t kGroups = sizeof...(groups) + 1;
    if (sizeof...(groups) == 0 && rest == nullptr) return Match(text, 0, place, nullptr, 0);
    std::array<std::string_view, kGroups> found;
    if (!Match(text, 0, place, found.data(), kGroups)) return false;
    if (rest != nullptr) {
      rest->remove_prefix(static_cast<size_t>(found[0].data() + found[0].size() - text.data()));
    }
    [[maybe_unused]] size_t next = 1;
    ((*groups = found[next++]), ...);
    return true;
  }

  // Writes the match and its first groups.
  bool Match(std::string_view text, size_t begin, Place place, std::string_view* found,
             size_t count) const;

  struct Program;
  const Program& Compiled() const;

  std::string_view regex_;
  PatternNeeds needs_;
  mutable std::atomic<Program*> program_{nullptr};
};

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_TEXT_PATTERN_H_
