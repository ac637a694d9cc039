// What follows from a résumé without being printed in it: how long someone worked, the gaps, how
// long each skill was used, the present position, the highest degree, the seniority.
//
//   Facts facts = FindFacts(parsed, lexicon, {2026, 3, 1});
//   facts.work_months       // 61
//   facts.skills[0].name    // "Python": 38 months, last used 2026-03
//
// The same résumé and the same `as_of` give the same facts, whenever they are asked for.  Months
// come from the dates of entries alone, never from prose ("15 years of experience"); duration.h
// says how dates are counted.
#ifndef ATSMATCH_PARSER_FACTS_FACTS_H_
#define ATSMATCH_PARSER_FACTS_FACTS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parser/resume.h"

namespace atsmatch {

class Lexicon;
struct ParsedResume;

// An entry of Resume::work or the like.
struct EntryReference {
  enum class List : uint8_t { kWork, kVolunteer, kProjects };
  List list = List::kWork;
  size_t index = 0;

  bool operator==(const EntryReference&) const = default;
};

// Months between two positions in which none was held.  Years alone count as held from their first
// month to their last, and an entry whose end nothing says as going on: no gap is claimed that a
// reading of the dates would close.
struct Gap {
  Date from, to;  // the first and the last month of it
  int months = 0;
  int months_elsewhere = 0;  // of them in education or voluntary work
};
constexpr int kShortestGap = 4;  // months; up to three are the search for the next position

// A skill that the résumé names, and the entries of work, voluntary work and projects whose text
// shows it.
struct SkillUse {
  std::string name;  // as printed
  int months = 0;    // of those entries, overlaps once; 0: none of them has dates
  Date last_used;    // the latest month of them; as_of's when one goes on
  bool current = false;
  std::vector<EntryReference> entries;
};

struct DegreeFact {
  int level = 0;  // 1 secondary .. 8 doctorate, as in LexiconTable::kDegrees; 0: none found
  std::string name;
  size_t education = 0;  // index into Resume::education
  bool in_progress = false;
};

struct SeniorityFact {
  int level = 0;  // 1 junior .. 5 executive, as in LexiconTable::kTitleWords; 0: titles do not say
  std::string title;  // the title that says so
};

struct Facts {
  Date as_of;
  std::optional<int> work_months, volunteer_months;  // nullopt: no entry has dates
  size_t undated_positions = 0;                      // of work, or no end: they count nowhere
  std::vector<Gap> gaps;                             // earliest first
  std::vector<SkillUse> skills;                      // longest first; only those seen in an entry
  std::optional<size_t> current_position;            // index into Resume::work
  DegreeFact degree;
  SeniorityFact seniority;
};

Facts FindFacts(const ParsedResume& parsed, const Lexicon& lexicon, const Date& as_of);

// The highest level of a degree that the text names, 0: none.
int DegreeLevel(std::string_view text, const Lexicon& lexicon);
// The highest rank that a title names, 0: none.  "Assistant to the CEO" is an assistant.
int SeniorityLevel(std::string_view title, const Lexicon& lexicon);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_FACTS_FACTS_H_
