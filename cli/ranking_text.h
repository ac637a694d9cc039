// A ranking for people: the table, how the scores are spread, the skills of the pool, what could
// not be read and why, and a summary.
#ifndef ATSMATCH_CLI_RANKING_TEXT_H_
#define ATSMATCH_CLI_RANKING_TEXT_H_

#include <string>

#include "cli/pool.h"
#include "cli/rank_table.h"
#include "cli/ranking.h"
#include "cli/terminal.h"

namespace atsmatch {

struct RankingStyle {
  Style style;
  // With who meets what, the lines that show it, and the inputs; the rows need their JSON then.
  bool full = false;
};

// `title`: of the job; `pool`: of all results, of which `ranking` may hold the best.
void WriteRankingText(const std::string& title, Ranking* ranking, const Pool& pool,
                      const RankingStyle& style, const LineWriter& write);
// One résumé against several jobs: the best job first.
void WriteJobsText(const std::string& resume, Ranking* ranking, const RankingStyle& style,
                   const LineWriter& write);

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_RANKING_TEXT_H_
