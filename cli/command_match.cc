#include <string>
#include <utility>
#include <vector>

#include "cli/batch.h"
#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/jobs.h"
#include "cli/knowledge.h"
#include "cli/match_record.h"
#include "cli/outcome.h"
#include "cli/output_file.h"
#include "cli/version.h"

namespace atsmatch {
namespace {

// Runs in the worker: one record a job, one a line.
class Matcher {
 public:
  Matcher(const Settings& settings, const LoadedKnowledge& knowledge, const std::vector<Job>& jobs)
      : settings_(settings), knowledge_(knowledge), jobs_(jobs) {}

  Result<std::string> Read(const Untrusted& document) const {
    ParseOptions options;
    options.region = settings_.region;
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

}  // namespace

int RunMatch(const Settings& settings) {
  LoadedKnowledge knowledge;
  if (const auto error = LoadForMatches(settings, &knowledge)) {
    PrintError(*error);
    return kUsage;
  }
  std::vector<Job> jobs;
  for (const std::string& path : settings.jobs) {
    Result<Job> job = LoadJob(path, settings, knowledge);
    if (!job.ok()) {
      PrintError(path, job.error());
      return kNothingDone;
    }
    jobs.push_back(std::move(job).value());
  }
  InputList inputs(settings.resumes,
                   {settings.files_from, settings.null_separated, settings.shard});
  if (const auto error = inputs.Open()) {
    PrintError(settings.files_from, *error);
    return kUsage;
  }
  Output output;
  if (const auto error = output.Open(settings.output)) {
    PrintError(settings.output, *error);
    return kUsage;
  }
  const Matcher matcher(settings, knowledge, jobs);
  Outcome outcome;
  RunBatch(
      &inputs, [&](const Untrusted& document) { return matcher.Read(document); }, settings,
      [&](DocumentResult result) {
        outcome.Count(result);
        if (result.error.has_value()) {
          for (const Job& job : jobs) output.Write(ErrorRecord(result, job) + "\n");
        } else {
          output.Write(result.record + "\n");
        }
        return output.Flush();
      });
  return outcome.Finish(&output, settings);
}

}  // namespace atsmatch
