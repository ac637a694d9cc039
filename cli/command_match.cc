#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/batch.h"
#include "cli/blind.h"
#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/jobs.h"
#include "cli/kept_resume.h"
#include "cli/knowledge.h"
#include "cli/match_reading.h"
#include "cli/match_record.h"
#include "cli/outcome.h"
#include "cli/output_file.h"
#include "cli/presenter.h"
#include "cli/progress.h"
#include "cli/remarks.h"
#include "cli/resume_cache.h"
#include "cli/run_journal.h"
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
        shows_reading_(ShowsReading(settings)),
        draws_pages_(shows_reading_ && settings.format == OutputFormat::kHtml) {
    for (const Job& job : jobs) {
      matchers_.push_back(std::make_unique<JobMatcher>(job.posting, knowledge.View()));
    }
  }

  // With `draw`, the report of one résumé as HTML gets pictures of its pages.
  Result<std::string> Read(const Untrusted& document, bool draw) const {
    if (!document.kept.empty()) {
      const auto kept = ReadKeptResume(document.kept, knowledge_.taxonomy->concepts().size());
      if (kept.has_value()) return LinesOf(*kept, nullptr, document, false);
      return Error{ErrorKind::kInternal, "what the cache has of it is damaged",
                   "remove the folder of --cache"};
    }
    ParseOptions options;
    options.region = settings_.region;
    options.as_of = settings_.as_of;
    options.check = shows_reading_;
    const Result<ParsedResume> parsed = ParseResume(document.bytes, *knowledge_.lexicon, options);
    if (!parsed.ok()) return parsed.error();
    *document.pages = parsed.value().document.pages.size();
    // Every matcher has the same knowledge of résumés.
    const KeptResume resume = {
        matchers_.front()->ReadResume(parsed.value(), {.as_of = settings_.as_of}),
        Summarise(parsed.value(), settings_.as_of)};
    if (document.to_keep != nullptr) *document.to_keep = ToBytes(resume);
    return LinesOf(resume, &parsed.value(), document, draw);
  }

  bool draws_pages() const { return draws_pages_; }

 private:
  // `parsed` is null when the résumé comes from the cache.
  std::string LinesOf(const KeptResume& resume, const ParsedResume* parsed,
                      const Untrusted& document, bool draw) const {
    std::string lines;
    for (size_t i = 0; i < jobs_.size(); ++i) {
      if (!lines.empty()) lines += '\n';
      lines += ToJson(RecordOf(resume, parsed, jobs_[i], *matchers_[i], document, draw), false);
    }
    return lines;
  }

  MatchRecord RecordOf(const KeptResume& resume, const ParsedResume* parsed, const Job& job,
                       const JobMatcher& matcher, const Untrusted& document, bool draw) const {
    const Match match = matcher.MatchEvidence(resume.evidence);
    MatchRecord record = ToRecord(resume.summary, job.posting, match);
    record.resume = DisplayPath(document.path);
    if (record.resume != document.path) record.resume_percent = PercentPath(document.path);
    record.job = job.path;
    if (shows_reading_ && parsed != nullptr) {
      record.reading = ToReading(*parsed, job.posting, match, record,
                                 draw && draws_pages_ ? document.bytes : std::string_view());
    }
    record.inputs = {document.sha256,
                     job.sha256,
                     ToolVersion(),
                     knowledge_.lexicon->Fingerprint(),
                     knowledge_.taxonomy->Fingerprint(),
                     knowledge_.statistics_id,
                     ToIsoDate(settings_.as_of),
                     settings_.sandbox};
    if (settings_.blind && parsed != nullptr) HidePersonalData(PersonalData(*parsed), &record);
    return record;
  }

  const Settings& settings_;
  const LoadedKnowledge& knowledge_;
  const std::vector<Job>& jobs_;
  const bool shows_reading_, draws_pages_;             // the report of one résumé
  std::vector<std::unique_ptr<JobMatcher>> matchers_;  // one a job
};

std::string ErrorRecord(const DocumentResult& result, const Job& job, bool blind) {
  MatchRecord record;
  record.resume = blind ? BlindName("", result.path) : DisplayPath(result.path);
  if (!blind && record.resume != result.path) record.resume_percent = PercentPath(result.path);
  record.job = job.path;
  record.job_title = job.posting.title;
  record.error = ToRecord(*result.error);
  record.skipped = result.skipped;
  return ToJson(record, false);
}

// One line a job.
std::vector<std::string> LinesOf(DocumentResult result, const std::vector<Job>& jobs, bool blind) {
  std::vector<std::string> lines;
  if (result.error.has_value()) {
    for (const Job& job : jobs) lines.push_back(ErrorRecord(result, job, blind));
    return lines;
  }
  for (size_t begin = 0; begin < result.record.size();) {
    const size_t end = std::min(result.record.find('\n', begin), result.record.size());
    lines.push_back(result.record.substr(begin, end - begin));
    if (!result.duplicate_of.empty()) {
      AddDuplicate(
          blind ? BlindName(result.sha256, result.duplicate_of) : DisplayPath(result.duplicate_of),
          &lines.back());
    }
    begin = end + 1;
  }
  return lines;
}

bool BrokeReader(const DocumentResult& result) {
  if (!result.error.has_value()) return false;
  const ErrorKind kind = result.error->kind;
  return kind == ErrorKind::kCrashed || kind == ErrorKind::kTimeLimit ||
         kind == ErrorKind::kMemoryLimit;
}

bool IsQuietAbout(const Settings& settings) {
  // The table lists what could not be read, unless it may not name it.
  if (settings.blind) return false;
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

// What is kept of a résumé depends on the month too: current positions end with it.
std::string CacheDependsOn(const Settings& settings, const LoadedKnowledge& knowledge) {
  return BuildId() + "\n" + knowledge.lexicon->Fingerprint() + "\n" +
         knowledge.taxonomy->Fingerprint() + "\n" + knowledge.statistics_id + "\n" +
         settings.region + "\n" + ToIsoDate({settings.as_of.year, settings.as_of.month});
}

// What a record depends on beside the document, the settings and the build.
std::vector<std::string> DependsOn(const std::vector<Job>& jobs, const LoadedKnowledge& knowledge) {
  std::vector<std::string> parts = {"match", knowledge.lexicon->Fingerprint(),
                                    knowledge.taxonomy->Fingerprint(), knowledge.statistics_id};
  for (const Job& job : jobs) parts.push_back(job.sha256 + " " + job.path);
  return parts;
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

int RunMatch(const Settings& given) {
  Settings settings = given;
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
  RunJournal journal;
  if (!OpenStreams(settings, &inputs, &output)) return kUsage;
  if (const auto error = journal.Open(DependsOn(*jobs, knowledge), &settings)) {
    PrintError(*error);
    return kUsage;
  }
  ResumeCache cache;
  // The report of one résumé shows more of it than a cache keeps, and what is personal in a text is
  // known from all of it.
  const bool has_cache = !settings.cache.empty() && !ShowsReading(settings) && !settings.blind;
  if (has_cache) {
    if (const auto error = cache.Open(settings.cache, CacheDependsOn(settings, knowledge))) {
      PrintError(*error);
      return kUsage;
    }
  }
  const bool can_score = AnyJobAsks(*jobs, knowledge);
  const Matcher matcher(settings, knowledge, *jobs);
  Presenter presenter(settings, {IsOneDocument(settings), jobs->size() == 1}, &output);
  Outcome outcome;
  Progress progress(settings.quiet);
  const bool says_errors = !IsQuietAbout(settings);
  const auto run = [&](InputList* from, bool draw, const Memory& memory, const ResultSink& sink) {
    RunBatch(
        from, [&](const Untrusted& document) { return matcher.Read(document, draw); }, settings,
        memory, sink);
  };
  // Drawing a page asks for more than reading it: what broke it is tried once more without.
  bool failed_to_draw = false;
  const ResultSink present = [&](DocumentResult result) {
    outcome.Count(result);
    if (settings.verbose) progress.Clear();
    RemarkOnDocument(settings, result);
    if (result.error.has_value() && !result.skipped && says_errors) {
      progress.Clear();
      PrintError(DisplayPath(result.path), *result.error);
    }
    progress.Show(outcome.done, outcome.failed, inputs.Total());
    for (std::string& line : LinesOf(std::move(result), *jobs, settings.blind)) {
      if (!presenter.Add(std::move(line))) return false;
    }
    return true;
  };
  run(&inputs, true, {journal.get(), has_cache ? &cache : nullptr}, [&](DocumentResult result) {
    failed_to_draw = matcher.draws_pages() && settings.resumes[0] != "-" && BrokeReader(result);
    return failed_to_draw ? true : present(std::move(result));
  });
  if (failed_to_draw) {
    InputList again(settings.resumes, InputOptionsOf(settings));
    run(&again, false, {nullptr, nullptr}, present);
  }
  progress.Clear();
  if (cache.error().has_value()) PrintNote(cache.error()->Message());
  if (says_errors) outcome.NoteSkipped(settings);
  if (const auto error = presenter.Finish()) {
    PrintError(*error);
    return kUsage;
  }
  outcome.under_min_score = presenter.under_min_score();
  const int code = outcome.Finish(&output, settings);
  journal.Close(code != kUsage);
  return can_score || code == kUsage ? code : kNothingDone;
}

}  // namespace atsmatch
