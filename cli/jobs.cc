#include "cli/jobs.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "cli/batch.h"
#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/remarks.h"
#include "cli/sha256.h"
#include "parser/layout/reading_order.h"
#include "parser/read/reader.h"
#include "parser/text/dates.h"

namespace atsmatch {
namespace {

constexpr size_t kMaxJobBytes = 8u << 20;

bool IsPdf(std::string_view bytes) {
  // As the readers do: a PDF may have rubbish before it.
  return bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos;
}

bool IsOffice(std::string_view bytes) { return bytes.substr(0, 4) == "PK\x03\x04"; }

// An e-mail address and the dates of two positions: of 5,307 postings 4 have both.
bool LooksLikeResume(std::string_view text, const Lexicon& lexicon) {
  if (text.find('@') == std::string_view::npos) return false;
  const std::vector<DateRange> ranges = FindDateRanges(text, lexicon);
  return std::count_if(ranges.begin(), ranges.end(), [](const DateRange& range) {
           return range.is_range && range.start.year != 0 && (range.end.year != 0 || range.current);
         }) >= 2;
}

void WarnOfResume(const std::string& path, const Settings& settings, JobPosting* posting) {
  Warning warning;
  warning.id = "looks-like-resume";
  warning.severity = Warning::Severity::kMajor;
  warning.message = "what is given as the job posting reads like a résumé";
  warning.remedy = settings.command == Command::kJob
                       ? "a résumé is read by 'atsmatch parse'"
                       : "give the résumé first and the job last: atsmatch RESUME JOB";
  if (!settings.quiet) PrintWarning(path, warning);
  posting->warnings.push_back(std::move(warning));
}

Result<std::string> TextInWorker(const std::string& path, std::string bytes,
                                 const Settings& settings, const Lexicon& lexicon) {
  WorkerLimits limits = LimitsOf(settings);
  limits.workers = 1;
  const DocumentReader reader = [&](const Untrusted& document) {
    return TextOfDocument(document.bytes, lexicon);
  };
  Result<std::string> text = Error{};
  RunOne(path, std::move(bytes), reader, limits, [&](DocumentResult result) {
    RemarkOnDocument(settings, result);
    if (result.error.has_value()) {
      text = *result.error;
    } else {
      text = std::move(result.record);
    }
    return true;
  });
  return text;
}

}  // namespace

Result<std::string> TextOfDocument(std::string_view bytes, const Lexicon& lexicon) {
  Result<Document> document = ReadDocument(bytes, {});
  if (!document.ok()) return document.error();
  const Layout layout = FindReadingOrder(std::move(document).value(), lexicon);
  std::string text;
  for (const Line& line : layout.lines) {
    if (line.role == LineRole::kRunning) continue;
    if (line.bullet) text += "• ";
    text += TextOf(layout.document, line) + "\n";
  }
  return text;
}

Result<Job> LoadJob(const std::string& path, const Settings& settings,
                    const LoadedKnowledge& knowledge) {
  if (IsFolder(path)) {
    return Error{ErrorKind::kUnreadable, "a folder where a job posting is meant",
                 "name the job's file last, or with --job"};
  }
  Result<std::string> bytes = ReadInput(path, kMaxJobBytes);
  if (!bytes.ok()) return bytes.error();
  std::string text = std::move(bytes).value();
  if (text.size() > kMaxJobBytes) {
    return Error{ErrorKind::kTooLarge, "more than 8 MB, which no job posting is",
                 "check that it is the posting"};
  }
  Job job;
  job.path = DisplayPath(path);
  job.sha256 = Sha256(text);
  if (IsPdf(text) || IsOffice(text)) {
    Result<std::string> read = TextInWorker(path, std::move(text), settings, *knowledge.lexicon);
    if (!read.ok()) return read.error();
    text = std::move(read).value();
  } else if (std::optional<Error> error = WhyNoText(text)) {
    return *error;
  }
  job.posting = ParsePosting(text, *knowledge.taxonomy, *knowledge.lexicon);
  if (LooksLikeResume(job.posting.text, *knowledge.lexicon)) {
    WarnOfResume(path, settings, &job.posting);
  }
  return job;
}

}  // namespace atsmatch
