#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/batch.h"
#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/jobs.h"
#include "cli/knowledge.h"
#include "cli/match_reading.h"
#include "cli/match_record.h"
#include "cli/outcome.h"
#include "cli/output_file.h"
#include "cli/presenter.h"
#include "cli/progress.h"
#include "cli/version.h"
#include "matcher/score/profile.h"

namespace atsmatch {
namespace {

// Runs in the worker: one record a job, one a line.
class Matcher {
 public:
  Matcher(const Settings& settings, const LoadedKnowledge& knowledge, const std::vector<Job>& jobs)
      : settings_(settings),
        knowledge_(knowledge),
        jobs_(jobs),
        draws_pages_(settings.format == OutputFormat::kHtml && IsOneDocument(settings) &&
                     jobs.size() == 1) {}

  Result<std::string> Read(const Untrusted& document) const {
    ParseOptions options;
    options.region = settings_.region;
    const bool html = settings_.format == OutputFormat::kHtml;
    if (html) options.as_of = settings_.as_of;
    options.check = html && draws_pages_;
    Result<ParsedResume> parsed = ParseResume(document.bytes, *knowledge_.lexicon, options);
    if (!parsed.ok()) return parsed.error();
    std::string lines;
    for (const Job& job : jobs_) {
      if (!lines.empty()) lines += '\n';
      lines += ToJson(RecordOf(parsed.value(), job, document), false);
    }
    return lines;
  }

 private:
  MatchRecord RecordOf(const ParsedResume& resume, const Job& job,
                       const Untrusted& document) const {
    const Match match =
        MatchResume(resume, job.posting, knowledge_.View(), {.as_of = settings_.as_of});
    MatchRecord record = ToRecord(resume, job.posting, match, settings_.as_of);
    record.resume = DisplayPath(document.path);
    if (record.resume != document.path) record.resume_percent = PercentPath(document.path);
    record.job = job.path;
    if (draws_pages_) {
      record.reading = ToReading(resume, job.posting, match, record, document.bytes);
    }
    record.inputs = {document.sha256,
                     job.sha256,
                     ToolVersion(),
                     knowledge_.lexicon->Fingerprint(),
                     knowledge_.taxonomy->Fingerprint(),
                     knowledge_.statistics_id,
                     ToIsoDate(settings_.as_of)};
    return record;
  }

  const Settings& settings_;
  const LoadedKnowledge& knowledge_;
  const std::vector<Job>& jobs_;
  const bool draws_pages_;  // the report of one résumé
};

std::string ErrorRecord(const DocumentResult& result, const Job& job) {
  MatchRecord record;
  record.resume = DisplayPath(result.path);
  if (record.resume != result.path) record.resume_percent = PercentPath(result.path);
  record.job = job.path;
  record.job_title = job.posting.title;
  record.error = ToRecord(*result.error);
  return ToJson(record, false);
}

// One line a job.
std::vector<std::string> LinesOf(DocumentResult result, const std::vector<Job>& jobs) {
  std::vector<std::string> lines;
  if (result.error.has_value()) {
    for (const Job& job : jobs) lines.push_back(ErrorRecord(result, job));
    return lines;
  }
  for (size_t begin = 0; begin < result.record.size();) {
    const size_t end = std::min(result.record.find('\n', begin), result.record.size());
    lines.push_back(result.record.substr(begin, end - begin));
    if (!result.duplicate_of.empty()) {
      AddDuplicate(DisplayPath(result.duplicate_of), &lines.back());
    }
    begin = end + 1;
  }
  return lines;
}

bool IsQuietAbout(const Settings& settings) {
  // The table lists what could not be read.
  const bool text =
      settings.format == OutputFormat::kDefault || settings.format == OutputFormat::kText;
  return text && !(IsOneDocument(settings) && settings.jobs.size() == 1);
}

// Jobs, or nothing after saying what is wrong.
std::optional<std::vector<Job>> LoadJobs(const Settings& settings,
                                         const LoadedKnowledge& knowledge) {
  std::vector<Job> jobs;
  for (const std::string& path : settings.jobs) {
    Result<Job> job = LoadJob(path, settings, knowledge);
    if (!job.ok()) {
      PrintError(path, job.error());
      return std::nullopt;
    }
    jobs.push_back(std::move(job).value());
  }
  return jobs;
}

// A posting that asks for nothing gives nobody a score.
bool AnyJobAsks(const std::vector<Job>& jobs, const LoadedKnowledge& knowledge) {
  bool any = false;
  for (const Job& job : jobs) {
    if (ReadProfile(job.posting, knowledge.View()).empty) {
      PrintError(job.path,
                 {ErrorKind::kEmpty, "the job posting asks for nothing that could be scored",
                  "give the text of the posting with its title, duties and requirements"});
    } else {
      any = true;
    }
  }
  return any;
}

}  // namespace

int RunMatch(const Settings& settings) {
  // Never destroyed: the process ends with it, and taking it apart takes time.
  static LoadedKnowledge& knowledge = *new LoadedKnowledge;
  if (const auto error = LoadForMatches(settings, &knowledge)) {
    PrintError(*error);
    return kUsage;
  }
  const std::optional<std::vector<Job>> jobs = LoadJobs(settings, knowledge);
  if (!jobs.has_value()) return kNothingDone;
  InputList inputs(settings.resumes, InputOptionsOf(settings));
  Output output;
  if (!OpenStreams(settings, &inputs, &output)) return kUsage;
  const bool can_score = AnyJobAsks(*jobs, knowledge);
  const Matcher matcher(settings, knowledge, *jobs);
  Presenter presenter(settings, {IsOneDocument(settings), jobs->size() == 1}, &output);
  Outcome outcome;
  Progress progress(settings.quiet);
  RunBatch(
      &inputs, [&](const Untrusted& document) { return matcher.Read(document); }, settings,
      [&](DocumentResult result) {
        outcome.Count(result);
        if (result.error.has_value() && !IsQuietAbout(settings)) {
          progress.Clear();
          PrintError(DisplayPath(result.path), *result.error);
        }
        progress.Show(outcome.done, outcome.failed, inputs.Total());
        for (std::string& line : LinesOf(std::move(result), *jobs)) {
          if (!presenter.Add(std::move(line))) return false;
        }
        return true;
      });
  progress.Clear();
  presenter.Finish();
  outcome.under_min_score = presenter.under_min_score();
  const int code = outcome.Finish(&output, settings);
  return can_score || code == kUsage ? code : kNothingDone;
}

}  // namespace atsmatch
