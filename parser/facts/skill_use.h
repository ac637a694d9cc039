// How long was each skill used?  The entries whose text shows it, and their months.
//
//   ShowsSkill("Ported the C++ core", "C++")   // true
//   ShowsSkill("Ported the C++ core", "C")     // false
//   ShowsSkill("Wrote JavaScript", "Java")     // false
#ifndef ATSMATCH_PARSER_FACTS_SKILL_USE_H_
#define ATSMATCH_PARSER_FACTS_SKILL_USE_H_

#include <string_view>
#include <vector>

#include "parser/facts/facts.h"

namespace atsmatch {

// At the borders of a word, case and accents aside.  Names of one or two letters ("C", "R", "Go",
// "AI") must be written as they are and stand free: not "go", not "R&D", not "C-level".
bool ShowsSkill(std::string_view text, std::string_view skill);

// The skills of the résumé's lists (at most 500 of them) that an entry shows, longest use first.
std::vector<SkillUse> FindSkillUse(const Resume& resume, const Date& as_of);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_FACTS_SKILL_USE_H_
