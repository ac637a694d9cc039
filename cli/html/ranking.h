// The report of many résumés against a job as HTML, for the person who has to choose.
#ifndef ATSMATCH_CLI_HTML_RANKING_H_
#define ATSMATCH_CLI_HTML_RANKING_H_

#include <cstddef>
#include <string>
#include <vector>

#include "cli/record.h"

namespace atsmatch {

struct JobRanking {
  std::string file, title;           // of the posting
  size_t results = 0;                // résumés that were read, of which `records` may be the best
  std::vector<MatchRecord> records;  // in the order of their ranks; those with an error last
};

// One ranking for each job in one file.
std::string RankingHtml(const std::vector<JobRanking>& jobs);

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_HTML_RANKING_H_
