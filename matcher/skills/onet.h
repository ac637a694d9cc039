// Tables of O*NET (www.onetcenter.org/database.html) as they come, turned into rows of our own
// form.
//
// Recognised by their header row: "Technology Skills", "Tools Used" (each example becomes a tool),
// "Alternate Titles", "Sample of Reported Titles" and "Occupation Data" (titles, one concept an
// occupation).  What the taxonomy knows already is left out.
#ifndef ATSMATCH_MATCHER_SKILLS_ONET_H_
#define ATSMATCH_MATCHER_SKILLS_ONET_H_

#include <string>
#include <string_view>

#include "parser/result.h"

namespace atsmatch {

class Taxonomy;

bool IsOnetTable(std::string_view text);
// `file` is for messages.
Result<std::string> OnetRows(std::string_view text, std::string_view file, const Taxonomy& known);

}  // namespace atsmatch

#endif  // ATSMATCH_MATCHER_SKILLS_ONET_H_
