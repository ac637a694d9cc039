// What a ranking keeps of each record, and its order.
#ifndef ATSMATCH_CLI_RANKING_H_
#define ATSMATCH_CLI_RANKING_H_

#include <cstddef>
#include <string>
#include <vector>

#include "cli/record.h"

namespace atsmatch {

struct RankRow {
  std::string resume, job, job_title;
  RecordError error;  // of a document that could not be read
  bool failed = false;
  bool scored = false;
  double score = 0;
  std::string band;
  bool knocked_out = false;
  size_t musts_met = 0, musts = 0;
  bool has_years = false;
  double years = 0;
  std::string name, email, phone;
  std::vector<std::string> warnings;  // ids; "duplicate" among them
  std::string duplicate_of;
  std::string json;  // the record itself where the format needs it; else empty
};

RankRow ToRow(const MatchRecord& record);

// Scored ones by RanksBefore (matcher/rank.h), then those not scored, then errors, both by path.
bool StandsBefore(const RankRow& a, const RankRow& b);

// The rows of a ranking in order.  With `top`, no more than that many results are kept at a time;
// every error is kept.
class Ranking {
 public:
  explicit Ranking(size_t top) : top_(top) {}

  void Add(RankRow row);
  // Sorted; empties the ranking.
  std::vector<RankRow> Take();

 private:
  void Trim();

  size_t top_;  // 0: all
  std::vector<RankRow> results_, errors_;
};

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_RANKING_H_
