// What does one unit of a posting ask?  A sentence or bullet -> requirements.
//
//   "BS/BA required; MBA preferred"        degree (must), degree (nice)
//   "Java, Python and SQL"                 three skills
//   "Java or Kotlin"                       one skill with two alternatives
//   "No experience necessary"              nothing
#ifndef ATSMATCH_MATCHER_POSTING_REQUIREMENTS_H_
#define ATSMATCH_MATCHER_POSTING_REQUIREMENTS_H_

#include <string_view>
#include <vector>

#include "matcher/posting/parts.h"
#include "matcher/posting/posting.h"

namespace atsmatch {

class Lexicon;
class Taxonomy;

struct RequirementReader {
  const Taxonomy& taxonomy;
  const Lexicon& lexicon;
  const PostingRules& rules;
};

// `kind` of the unit is one of requirements, nice to have, duties.
std::vector<Requirement> ReadRequirements(std::string_view text, const ClassifiedUnit& unit,
                                          const RequirementReader& reader);

}  // namespace atsmatch

#endif  // ATSMATCH_MATCHER_POSTING_REQUIREMENTS_H_
