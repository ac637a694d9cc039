// Groups of skills that stand as sections of their own, without a heading over them all.
#ifndef ATSMATCH_PARSER_SECTIONS_SKILL_HEADINGS_H_
#define ATSMATCH_PARSER_SECTIONS_SKILL_HEADINGS_H_

#include <vector>

#include "parser/layout/line.h"
#include "parser/sections/section.h"

namespace atsmatch {

class Lexicon;

// "Automation" over "Zapier, Make", then "Analytics" over "SQL, Looker": headings of unknown words
// that follow one another, over nothing but a few words each, where no section says that it holds
// skills.  Sets Section::names_group.
void NameGroupsOfSkills(const Layout& layout, const Lexicon& lexicon,
                        std::vector<Section>* sections);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_SECTIONS_SKILL_HEADINGS_H_
