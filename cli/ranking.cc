#include "cli/ranking.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "matcher/rank.h"

namespace atsmatch {

RankRow ToRow(const MatchRecord& record) {
  RankRow row;
  row.resume = record.resume;
  row.job = record.job;
  row.job_title = record.job_title;
  row.failed = record.error.has_value();
  if (row.failed) {
    row.error = *record.error;
    return row;
  }
  row.scored = record.score.has_value();
  row.score = record.score.value_or(0);
  row.band = record.band;
  row.knocked_out = record.knocked_out;
  for (const RecordRequirement& requirement : record.requirements) {
    if (requirement.need != "must" || requirement.met == "unknown") continue;
    ++row.musts;
    if (requirement.met == "yes") ++row.musts_met;
  }
  row.has_years = record.candidate.years.has_value();
  row.years = record.candidate.years.value_or(0);
  row.name = record.candidate.name;
  row.email = record.candidate.email;
  row.phone = record.candidate.phone;
  row.duplicate_of = record.duplicate_of;
  if (!record.duplicate_of.empty()) row.warnings.emplace_back("duplicate");
  for (const RecordWarning& warning : record.warnings) {
    if (warning.severity == "info") continue;
    if (std::find(row.warnings.begin(), row.warnings.end(), warning.id) == row.warnings.end()) {
      row.warnings.push_back(warning.id);
    }
  }
  return row;
}

bool StandsBefore(const RankRow& a, const RankRow& b) {
  if (a.failed != b.failed) return b.failed;
  if (a.scored != b.scored) return a.scored;
  if (a.scored && (a.score != b.score || a.resume != b.resume)) {
    return RanksBefore(a.score, a.resume, b.score, b.resume);
  }
  return std::tie(a.resume, a.job) < std::tie(b.resume, b.job);
}

void Ranking::Add(RankRow row) {
  std::vector<RankRow>& rows = row.failed ? errors_ : results_;
  rows.push_back(std::move(row));
  if (top_ > 0 && results_.size() >= 2 * top_ + 1024) Trim();
}

void Ranking::Trim() {
  if (top_ == 0 || results_.size() <= top_) return;
  const auto end = results_.begin() + static_cast<std::ptrdiff_t>(top_);
  std::nth_element(results_.begin(), end, results_.end(), StandsBefore);
  results_.erase(end, results_.end());
}

std::vector<RankRow> Ranking::Take() {
  Trim();
  std::vector<RankRow> rows = std::move(results_);
  std::move(errors_.begin(), errors_.end(), std::back_inserter(rows));
  errors_.clear();
  results_.clear();
  std::sort(rows.begin(), rows.end(), StandsBefore);
  return rows;
}

}  // namespace atsmatch
