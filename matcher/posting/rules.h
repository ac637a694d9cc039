// The words of postings, as data: corpora/posting/*.tsv, read on first use.
//
//   const PostingRules& rules = PostingRules::Get();
//   rules.HeadingOf("what you'll bring", {.colon = true})   // kRequirements
//   rules.CuesOf("We are an equal opportunity employer")[Cue::kEqualOpportunity]   // 1
//
// Patterns are RE2, ' stands for every apostrophe in them, and case does not matter.
#ifndef ATSMATCH_MATCHER_POSTING_RULES_H_
#define ATSMATCH_MATCHER_POSTING_RULES_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "matcher/posting/posting.h"

namespace atsmatch {

// What a sentence says about the part it stands in.
enum class Cue : uint8_t {
  kAsk,      // "you must have", "is required": asks something of the reader
  kOpen,     // "Knowledge of" at the begin: asks where no heading says otherwise
  kSeek,     // "we are looking for": asks together with the next
  kRequire,  // "strong background in": words that often go with it
  kNice,
  kDuty,
  kCompany,
  kBenefits,
  kEqualOpportunity,
  kHowToApply,
  kLogistics,
  kIgnore,  // "no experience necessary"
  kWe,      // the firm speaks of itself
  kCount,
};

struct Cues {
  std::array<uint8_t, static_cast<size_t>(Cue::kCount)> hits{};  // patterns that hit, by cue
  int operator[](Cue cue) const { return hits[static_cast<size_t>(cue)]; }
};

// "No experience necessary": says what is not asked, and asks for nothing besides.
bool AsksNothing(const Cues& cues);

// How surely a capitalised word begins a line whose break was lost.
enum class Start : uint8_t {
  kNo,
  kWeak,    // where nothing separates it from the word before: "skillsExperience"
  kStrong,  // after a plain space too: "functions Ability to"
};

struct NeedCue {
  size_t begin = 0;  // bytes of the text searched
  size_t end = 0;
  Need need = Need::kMust;
};

// What a phrase of a table of patterns found.
struct PhraseHit {
  size_t begin = 0;
  size_t end = 0;
  std::string_view value;  // lives as long as the rules
};

enum class PhraseTable : uint8_t {
  kDegrees,     // value: "bachelor" ...
  kLicences,    // value: "licence"
  kConditions,  // value: "condition"
  kSoftSkills,  // value: "soft"
  kExamples,    // value: "examples"; "such as", "e.g." ...
  kCount,
};

class PostingRules {
 public:
  static const PostingRules& Get();
  ~PostingRules();

  // Lower case, straight quotes, `&` as "and", one space between words, no other punctuation
  // than ' / - inside words.  Cheap: letters beyond ASCII stay as they are.
  static std::string FoldHeading(std::string_view text);

  // The part a whole heading opens, by its words.  `colon`: one follows it.
  std::optional<PostingPartKind> HeadingOf(std::string_view folded, bool colon) const;
  // As written in headings.tsv, no words taken off; for headings inside running text.
  std::optional<PostingPartKind> HeadingPhrase(std::string_view folded, bool colon) const;
  // Whether some row of headings.tsv starts with the word: most words need no further look-up.
  bool MayOpenHeading(std::string_view folded_word) const;
  // For lines that look like a heading without being known.
  std::optional<PostingPartKind> HeadingByWords(std::string_view folded, bool colon) const;

  Cues CuesOf(std::string_view text) const;
  std::optional<NeedCue> FindNeed(std::string_view text, size_t from = 0) const;
  // Bytes of the words before the thing asked: "You will have a ", "Must have ".
  size_t LeadInLength(std::string_view text) const;

  Start StartOf(std::string_view word) const;
  // Starts a unit in text that has neither capitals nor punctuation: "requirements", "you are".
  bool IsFlowPhrase(std::string_view two_words) const;
  // Two words that start a sentence, though the first is often capitalised inside one: "At least".
  bool IsStartPair(std::string_view two_words) const;
  bool IsBrand(std::string_view word) const;
  std::optional<double> NumberOf(std::string_view word) const;
  // The first hit of the table at or after `from`.
  std::optional<PhraseHit> Find(PhraseTable table, std::string_view text, size_t from = 0) const;

 private:
  struct Data;
  PostingRules();
  std::unique_ptr<Data> data_;
};

}  // namespace atsmatch

#endif  // ATSMATCH_MATCHER_POSTING_RULES_H_
