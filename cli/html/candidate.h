// The report of one résumé against one job as HTML, for the person who wrote the résumé.
#ifndef ATSMATCH_CLI_HTML_CANDIDATE_H_
#define ATSMATCH_CLI_HTML_CANDIDATE_H_

#include <string>

#include "cli/record.h"

namespace atsmatch {

// All of it comes from the record; without record.reading the pages are left out.
std::string CandidateHtml(const MatchRecord& record);

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_HTML_CANDIDATE_H_
