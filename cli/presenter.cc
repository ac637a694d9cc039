#include "cli/presenter.h"

#include <optional>
#include <utility>

#include "cli/csv.h"
#include "cli/html/candidate.h"
#include "cli/html/ranking.h"
#include "cli/ranking_text.h"
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

// Which job fits the résumé best?
bool Presenter::IsByJob() const {
  return shape_.one_resume && !shape_.one_job && format_ != OutputFormat::kHtml;
}

bool Presenter::Add(std::string line) {
  const bool only_passes = Streams() && format_ == OutputFormat::kNdjson;
  if (only_passes && !settings_.min_score.has_value()) {
    return output_->Write(line + "\n") && output_->HandOver();
  }
  std::optional<MatchRecord> record = ReadMatchRecord(line);
  if (!record.has_value()) return true;
  if (settings_.min_score.has_value() && record->score.value_or(100) < *settings_.min_score) {
    under_min_score_ = true;
  }
  if (only_passes) return output_->Write(line + "\n") && output_->HandOver();
  if (Streams()) return WriteReport(*record);
  // One résumé has one ranking of its jobs, else each job has one of the résumés.
  const std::string& file = IsByJob() ? record->resume : record->job;
  const auto [job, is_new] =
      jobs_.try_emplace(file, record->job_title, IsByJob() ? 0 : settings_.top);
  if (is_new) order_.push_back(file);
  RankRow row = ToRow(*record);
  const bool is_text = format_ == OutputFormat::kText;
  if (is_text || format_ == OutputFormat::kHtml) job->second.pool.Add(*record);
  if (is_text ? settings_.full : format_ != OutputFormat::kCsv) row.json = std::move(line);
  job->second.ranking.Add(row);
  return true;
}

bool Presenter::WriteReport(const MatchRecord& record) {
  if (format_ == OutputFormat::kJson) {
    return output_->Write(ToJson(record, true) + "\n");
  }
  if (record.error.has_value()) return true;  // said on standard error
  if (format_ == OutputFormat::kHtml) return output_->Write(CandidateHtml(record));
  return output_->Write(
      ReportText(record, StyleOf(output_->descriptor(), settings_.color), settings_.full));
}

std::optional<Error> Presenter::Finish() {
  if (Streams()) return std::nullopt;
  std::optional<Error> error;
  if (format_ == OutputFormat::kHtml) {
    error = WriteHtml();
  } else {
    WriteTables();
  }
  for (const auto& [file, job] : jobs_) {
    if (job.ranking.error().has_value()) return job.ranking.error();
  }
  return error;
}

void Presenter::WriteTables() {
  if (format_ == OutputFormat::kCsv) output_->Write(CsvHeader());
  if (format_ == OutputFormat::kJson) {
    output_->Write("{\"schema\":\"atsmatch.ranking/1\",\"results\":[");
  }
  for (const std::string& file : order_) {
    Job* job = &jobs_.at(file);
    format_ == OutputFormat::kText ? WriteText(file, job) : WriteRows(job);
  }
  if (format_ == OutputFormat::kJson) output_->Write("\n]}\n");
}

void Presenter::WriteText(const std::string& file, Job* job) {
  const RankingStyle style = {StyleOf(output_->descriptor(), settings_.color), settings_.full};
  const LineWriter write = [this](std::string_view lines) { output_->Write(lines); };
  if (IsByJob()) return WriteJobsText(file, &job->ranking, style, write);
  if (file != order_.front()) output_->Write("\n");
  WriteRankingText(job->title.empty() ? file : job->title, &job->ranking, job->pool, style, write);
}

void Presenter::WriteRows(Job* job) {
  size_t rank = 0;
  job->ranking.ForEachResult([&](const RankRow& row) { WriteRow(row, ++rank); });
  job->ranking.ForEachError([&](const RankRow& row) { WriteRow(row, 0); });
}

std::optional<Error> Presenter::WriteHtml() {
  RankingPage page;
  for (const std::string& file : order_) {
    Job& job = jobs_.at(file);
    page.AddJob(file, job.title, job.pool, job.ranking.CountResults());
    const auto add = [&](const RankRow& row) {
      if (const std::optional<MatchRecord> record = ReadMatchRecord(row.json)) page.Add(*record);
    };
    job.ranking.ForEachResult(add);
    job.ranking.ForEachError(add);
  }
  page.Write([this](std::string_view text) { output_->Write(text); });
  return page.error();
}

// `rank` counts what was read; the others come last and have none: 0.
void Presenter::WriteRow(const RankRow& row, size_t rank) {
  if (format_ == OutputFormat::kCsv) {
    output_->Write(CsvLine(row, rank));
  } else if (format_ == OutputFormat::kNdjson) {
    output_->Write(row.json + "\n");
  } else {
    output_->Write((first_row_ ? "\n" : ",\n") + row.json);
  }
  first_row_ = false;
}

}  // namespace atsmatch
