// A ranking for people: one line a résumé, errors below with their causes, and a summary.
#ifndef ATSMATCH_CLI_RANK_TABLE_H_
#define ATSMATCH_CLI_RANK_TABLE_H_

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "cli/ranking.h"
#include "cli/terminal.h"

namespace atsmatch {

// Each writes its lines one after the other, so that a table may be larger than memory.
using LineWriter = std::function<void(std::string_view lines)>;

// `title`: of the job; `total`: how many results there are, of which `ranking` may hold the best.
void WriteRankTable(const std::string& title, Ranking* ranking, size_t total, const Style& style,
                    const LineWriter& write);
// One résumé against several jobs: the best job first.
void WriteJobTable(const std::string& resume, Ranking* ranking, const Style& style,
                   const LineWriter& write);

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_RANK_TABLE_H_
