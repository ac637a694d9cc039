// A ranking for people: one line a résumé, errors below with their causes, and a summary.
#ifndef ATSMATCH_CLI_RANK_TABLE_H_
#define ATSMATCH_CLI_RANK_TABLE_H_

#include <string>
#include <vector>

#include "cli/ranking.h"
#include "cli/terminal.h"

namespace atsmatch {

// `title`: of the job; `total`: how many results there are, of which `rows` may be the best.
std::string RankTable(const std::string& title, const std::vector<RankRow>& rows, size_t total,
                      const Style& style);
// One résumé against several jobs: the best job first.
std::string JobTable(const std::string& resume, const std::vector<RankRow>& rows,
                     const Style& style);

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_RANK_TABLE_H_
