// What a ranking keeps of each record, and its order.
#ifndef ATSMATCH_CLI_RANKING_H_
#define ATSMATCH_CLI_RANKING_H_

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/record.h"
#include "cli/spool.h"

namespace atsmatch {

struct RankRow {
  std::string resume, job, job_title;
  RecordError error;  // of a document that could not be read
  bool failed = false;
  bool skipped = false;  // failed, but it is no document at all
  bool scored = false;
  double score = 0;
  std::string band;
  bool knocked_out = false;
  size_t musts_met = 0, musts = 0;
  bool has_years = false;
  double years = 0;
  std::string name, email, phone;
  std::string level;                  // as of a RecordCandidate
  std::vector<std::string> warnings;  // ids; "duplicate" among them
  std::string duplicate_of;
  std::string json;  // the record itself where the format needs it; else empty
};

RankRow ToRow(const MatchRecord& record);

// Scored ones by RanksBefore (matcher/rank.h), then those not scored, then errors, then what was
// skipped, each by path.
bool StandsBefore(const RankRow& a, const RankRow& b);

// The rows of a ranking in order.  With `top`, no more than that many results are kept; every error
// is kept.  In memory stays what decides the order; the rows themselves go to a Spool, and are read
// from there one after the other, as often as somebody asks.
class Ranking {
 public:
  using Take = std::function<void(const RankRow& row)>;

  explicit Ranking(size_t top) : top_(top) {}

  void Add(const RankRow& row);

  // In order: what was read; then what could not be, or is no document.
  void ForEachResult(const Take& take);
  void ForEachError(const Take& take);
  // The number of the former.
  size_t CountResults();

  // Of the temporary file, if there was one.
  const std::optional<Error>& error() const { return rows_.error(); }

 private:
  // What decides the order.
  struct Key {
    std::string resume, job;
    bool failed = false, skipped = false, scored = false;
    double score = 0;
    size_t place = 0;  // in `rows_`
  };
  void Trim();
  void ForEach(std::vector<Key>* keys, const Take& take);

  size_t top_;  // 0: all
  std::vector<Key> results_, errors_;
  std::optional<Key> last_;  // of the best, when there were more
  Spool rows_;
};

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_RANKING_H_
