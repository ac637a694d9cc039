#include "cli/presenter.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "cli/csv.h"
#include "cli/html/candidate.h"
#include "cli/html/ranking.h"
#include "cli/rank_table.h"
#include "cli/report_text.h"
#include "cli/terminal.h"

namespace atsmatch {

Presenter::Presenter(const Settings& settings, Shape shape, Output* output)
    : settings_(settings),
      shape_(shape),
      format_(settings.format == OutputFormat::kDefault ? OutputFormat::kText : settings.format),
      output_(output) {}

// Records that need no other to be written.
bool Presenter::Streams() const {
  return (format_ == OutputFormat::kNdjson && settings_.top == 0) ||
         (shape_.one_resume && shape_.one_job &&
          (format_ == OutputFormat::kText || format_ == OutputFormat::kJson ||
           format_ == OutputFormat::kHtml));
}

bool Presenter::Add(std::string line) {
  const bool only_passes = Streams() && format_ == OutputFormat::kNdjson;
  if (only_passes && !settings_.min_score.has_value()) {
    return output_->Write(line + "\n") && output_->Flush();
  }
  std::optional<MatchRecord> record = ReadMatchRecord(line);
  if (!record.has_value()) return true;
  if (settings_.min_score.has_value() && record->score.value_or(100) < *settings_.min_score) {
    under_min_score_ = true;
  }
  if (only_passes) return output_->Write(line + "\n") && output_->Flush();
  if (Streams()) return WriteReport(*record);
  const auto [job, is_new] = jobs_.try_emplace(record->job, record->job_title, settings_.top);
  if (is_new) job_order_.push_back(record->job);
  if (!record->error.has_value()) ++job->second.results;
  resume_ = record->resume;
  RankRow row = ToRow(*record);
  if (format_ != OutputFormat::kText && format_ != OutputFormat::kCsv) row.json = std::move(line);
  job->second.ranking.Add(row);
  return true;
}

bool Presenter::WriteReport(const MatchRecord& record) {
  if (format_ == OutputFormat::kJson) {
    return output_->Write(ToJson(record, true) + "\n");
  }
  if (record.error.has_value()) return true;  // said on standard error
  if (format_ == OutputFormat::kHtml) return output_->Write(CandidateHtml(record));
  return output_->Write(ReportText(record, StyleOf(output_->descriptor(), settings_.color)));
}

std::optional<Error> Presenter::Finish() {
  if (Streams()) return std::nullopt;
  if (format_ == OutputFormat::kHtml) {
    WriteHtml();
  } else {
    WriteTables();
  }
  for (const auto& [file, job] : jobs_) {
    if (job.ranking.error().has_value()) return job.ranking.error();
  }
  return std::nullopt;
}

void Presenter::WriteTables() {
  if (format_ == OutputFormat::kCsv) output_->Write(CsvHeader());
  if (format_ == OutputFormat::kJson) {
    output_->Write("{\"schema\":\"atsmatch.ranking/1\",\"results\":[");
  }
  if (shape_.one_resume && !shape_.one_job) {
    WriteByJob();
  } else {
    for (const std::string& file : job_order_) WriteRanking(file, &jobs_.at(file));
  }
  if (format_ == OutputFormat::kJson) output_->Write("\n]}\n");
}

void Presenter::WriteRanking(const std::string& file, Job* job) {
  if (format_ != OutputFormat::kText) {
    size_t rank = 0;
    job->ranking.TakeEach([&](const RankRow& row) { WriteRow(row, ++rank); });
    return;
  }
  if (file != job_order_.front()) output_->Write("\n");
  output_->Write(RankTable(job->title.empty() ? file : job->title, job->ranking.Take(),
                           job->results, StyleOf(output_->descriptor(), settings_.color)));
}

void Presenter::WriteHtml() {
  std::vector<JobRanking> jobs;
  for (const std::string& file : job_order_) {
    Job& job = jobs_.at(file);
    JobRanking ranking{file, job.title, job.results, {}};
    for (const RankRow& row : job.ranking.Take()) {
      if (std::optional<MatchRecord> record = ReadMatchRecord(row.json)) {
        ranking.records.push_back(std::move(*record));
      }
    }
    jobs.push_back(std::move(ranking));
  }
  output_->Write(RankingHtml(jobs));
}

void Presenter::WriteByJob() {
  std::vector<RankRow> rows;
  for (const std::string& file : job_order_) {
    for (RankRow& row : jobs_.at(file).ranking.Take()) rows.push_back(std::move(row));
  }
  std::sort(rows.begin(), rows.end(), StandsBefore);
  if (format_ == OutputFormat::kText) {
    output_->Write(JobTable(resume_, rows, StyleOf(output_->descriptor(), settings_.color)));
    return;
  }
  for (size_t i = 0; i < rows.size(); ++i) WriteRow(rows[i], i + 1);
}

// `rank` counts what was read; the others come last and have none.
void Presenter::WriteRow(const RankRow& row, size_t rank) {
  if (format_ == OutputFormat::kCsv) {
    output_->Write(CsvLine(row, row.failed ? 0 : rank));
  } else if (format_ == OutputFormat::kNdjson) {
    output_->Write(row.json + "\n");
  } else {
    output_->Write((first_row_ ? "\n" : ",\n") + row.json);
  }
  first_row_ = false;
}

}  // namespace atsmatch
