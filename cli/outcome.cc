#include "cli/outcome.h"

#include <signal.h>

#include "cli/commands.h"
#include "cli/remarks.h"

namespace atsmatch {

void Outcome::Count(const DocumentResult& result) {
  if (result.skipped) {
    if (++skipped == 1) first_skipped = result.path;
  } else {
    ++(result.error.has_value() ? failed : done);
  }
}

void Outcome::NoteSkipped(const Settings& settings) const {
  if (skipped == 0 || settings.quiet) return;
  const std::string first = DisplayPath(first_skipped);
  PrintNote(skipped == 1 ? first + " was skipped: it is no document"
                         : first + " and " + std::to_string(skipped - 1) +
                               " more were skipped: they are no documents");
}

int Outcome::ExitCodeOf(const Settings& settings) const {
  if (done == 0 && failed + skipped > 0 && settings.fail_on != FailOn::kNone) return kNothingDone;
  if (under_min_score) return kSomeFailed;
  return failed > 0 && settings.fail_on == FailOn::kAny ? kSomeFailed : kAllWell;
}

int Outcome::Finish(Output* output, const Settings& settings) const {
  if (const auto error = output->Commit()) {
    PrintError(*error);
    return kUsage;
  }
  if (output->reader_gone()) {
    signal(SIGPIPE, SIG_DFL);
    raise(SIGPIPE);
  }
  RemarkOnEnd(settings, done, failed);
  return ExitCodeOf(settings);
}

}  // namespace atsmatch
