#include "cli/run_journal.h"

#include <sys/stat.h>

#include <algorithm>
#include <cstdio>
#include <utility>

#include "cli/commands.h"
#include "cli/interrupt.h"
#include "cli/version.h"

namespace atsmatch {
namespace {

// Where a journal is kept unasked: nowhere for a single document, a stream or a device.
std::string PlaceBeside(const Settings& settings) {
  const std::string& output = settings.output;
  if (output.empty() || output == "-" || IsOneDocument(settings)) return "";
  struct stat status {};
  if (stat(output.c_str(), &status) == 0 && !S_ISREG(status.st_mode)) return "";
  return output + ".journal";
}

bool SaysDate(const Settings& settings) {
  return std::any_of(settings.given.begin(), settings.given.end(),
                     [](const GivenValue& given) { return given.name == "as-of"; });
}

std::string RunOf(const std::vector<std::string>& depends_on, const Settings& settings) {
  std::string run = BuildId();
  for (const std::string& part : depends_on) run += '\n' + part;
  run += "\nregion " + settings.region;
  run += "\nas of " + (SaysDate(settings) ? ToIsoDate(settings.as_of) : "the first start");
  run += settings.check ? "\ncheck" : "";
  run += settings.sandbox ? "" : "\nno sandbox";
  run += settings.blind ? "\nblind" : "";
  if (settings.command == Command::kMatch && ShowsReading(settings)) {
    run += settings.format == OutputFormat::kHtml ? "\npages" : "\nreading";
  }
  if (settings.command == Command::kParse && settings.format == OutputFormat::kText) {
    run += "\nreading";
  }
  return run;
}

Date FromIso(const std::string& text, const Date& otherwise) {
  Date date;
  const int read = std::sscanf(text.c_str(), "%4d-%2d-%2d", &date.year, &date.month, &date.day);
  return read == 3 ? date : otherwise;
}

}  // namespace

std::optional<Error> RunJournal::Open(const std::vector<std::string>& depends_on,
                                      Settings* settings) {
  quiet_ = settings->quiet;
  is_temporary_ = settings->journal.empty();
  const std::string path = is_temporary_ ? PlaceBeside(*settings) : settings->journal;
  if (path.empty()) return std::nullopt;
  std::string as_of = ToIsoDate(settings->as_of);
  Result<std::unique_ptr<Journal>> opened =
      Journal::Open(path, RunOf(depends_on, *settings),
                    is_temporary_ ? Journal::Foreign::kReplace : Journal::Foreign::kRefuse, &as_of);
  if (!opened.ok()) {
    Error error = opened.error();
    error.cause = path + ": " + error.cause;
    return error;
  }
  journal_ = std::move(opened).value();
  settings->as_of = FromIso(as_of, settings->as_of);
  SayAtInterrupt("atsmatch: stopped; the same command goes on from here\n");
  if (journal_->found() > 0 && !quiet_) {
    PrintNote("going on: " + std::to_string(journal_->found()) + " documents were done before");
  }
  return std::nullopt;
}

void RunJournal::Close(bool complete) {
  if (journal_ == nullptr) return;
  SayAtInterrupt("");
  if (journal_->error().has_value()) PrintNote(journal_->error()->Message());
  if (complete && is_temporary_) journal_->Remove();
  journal_ = nullptr;
}

}  // namespace atsmatch
