#include "cli/ranking.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "cli/bytes.h"
#include "cli/report_parts.h"
#include "matcher/rank.h"

namespace atsmatch {
namespace {

// Of rows and of their keys.
template <class Row>
bool Precedes(const Row& a, const Row& b) {
  if (a.failed != b.failed) return b.failed;
  if (a.skipped != b.skipped) return b.skipped;
  if (a.scored != b.scored) return a.scored;
  if (a.scored && (a.score != b.score || a.resume != b.resume)) {
    return RanksBefore(a.score, a.resume, b.score, b.resume);
  }
  return std::tie(a.resume, a.job) < std::tie(b.resume, b.job);
}

constexpr unsigned kFailed = 1, kSkipped = 2, kScored = 4, kKnockedOut = 8, kHasYears = 16;

std::string ToBytes(const RankRow& row) {
  ByteWriter writer;
  for (const std::string* text :
       {&row.resume, &row.job, &row.job_title, &row.error.kind, &row.error.cause, &row.error.remedy,
        &row.band, &row.name, &row.email, &row.phone, &row.level, &row.duplicate_of, &row.json}) {
    writer.Text(*text);
  }
  writer.Number((row.failed ? kFailed : 0) | (row.skipped ? kSkipped : 0) |
                (row.scored ? kScored : 0) | (row.knocked_out ? kKnockedOut : 0) |
                (row.has_years ? kHasYears : 0));
  writer.Real(row.score);
  writer.Real(row.years);
  writer.Number(row.musts_met);
  writer.Number(row.musts);
  writer.Number(row.warnings.size());
  for (const std::string& warning : row.warnings) writer.Text(warning);
  return writer.bytes();
}

RankRow FromBytes(std::string_view bytes) {
  RankRow row;
  ByteReader reader(bytes);
  for (std::string* text :
       {&row.resume, &row.job, &row.job_title, &row.error.kind, &row.error.cause, &row.error.remedy,
        &row.band, &row.name, &row.email, &row.phone, &row.level, &row.duplicate_of, &row.json}) {
    *text = reader.Text();
  }
  const uint64_t flags = reader.Number();
  row.failed = (flags & kFailed) != 0;
  row.skipped = (flags & kSkipped) != 0;
  row.scored = (flags & kScored) != 0;
  row.knocked_out = (flags & kKnockedOut) != 0;
  row.has_years = (flags & kHasYears) != 0;
  row.score = reader.Real();
  row.years = reader.Real();
  row.musts_met = reader.Number();
  row.musts = reader.Number();
  row.warnings.resize(reader.Count());
  for (std::string& warning : row.warnings) warning = reader.Text();
  return row;
}

}  // namespace

RankRow ToRow(const MatchRecord& record) {
  RankRow row;
  row.resume = record.resume;
  row.job = record.job;
  row.job_title = record.job_title;
  row.failed = record.error.has_value();
  row.skipped = record.skipped;
  if (row.failed) {
    row.error = *record.error;
    return row;
  }
  row.scored = record.score.has_value();
  row.score = record.score.value_or(0);
  row.band = record.band;
  row.knocked_out = record.knocked_out;
  const MustCount musts = CountMusts(record);
  row.musts_met = musts.met;
  row.musts = musts.all;
  row.has_years = record.candidate.years.has_value();
  row.years = record.candidate.years.value_or(0);
  row.name = record.candidate.name;
  row.email = record.candidate.email;
  row.phone = record.candidate.phone;
  row.level = record.candidate.level;
  row.duplicate_of = record.duplicate_of;
  if (!record.duplicate_of.empty()) row.warnings.emplace_back("duplicate");
  for (std::string& id : WarningIdsOf(record)) row.warnings.push_back(std::move(id));
  return row;
}

bool StandsBefore(const RankRow& a, const RankRow& b) { return Precedes(a, b); }

void Ranking::Add(const RankRow& row) {
  Key key{row.resume, row.job, row.failed, row.skipped, row.scored, row.score};
  if (!row.failed && last_.has_value() && !Precedes(key, *last_)) return;
  key.place = rows_.Add(ToBytes(row));
  (row.failed ? errors_ : results_).push_back(std::move(key));
  if (top_ > 0 && results_.size() >= 2 * top_ + 1024) Trim();
}

void Ranking::Trim() {
  if (top_ == 0 || results_.size() <= top_) return;
  const auto last = results_.begin() + static_cast<std::ptrdiff_t>(top_) - 1;
  std::nth_element(results_.begin(), last, results_.end(), Precedes<Key>);
  last_ = *last;
  results_.erase(last + 1, results_.end());
}

void Ranking::ForEach(std::vector<Key>* keys, const Take& take) {
  // They are in order already when this is not the first time.
  if (!std::is_sorted(keys->begin(), keys->end(), Precedes<Key>)) {
    std::sort(keys->begin(), keys->end(), Precedes<Key>);
  }
  for (const Key& key : *keys) {
    // What went to the spool and is lost there is an error that the caller asks for.
    if (const std::string bytes = rows_.Get(key.place); !bytes.empty()) take(FromBytes(bytes));
  }
}

void Ranking::ForEachResult(const Take& take) {
  Trim();
  ForEach(&results_, take);
}

void Ranking::ForEachError(const Take& take) { ForEach(&errors_, take); }

size_t Ranking::CountResults() {
  Trim();
  return results_.size();
}

}  // namespace atsmatch
