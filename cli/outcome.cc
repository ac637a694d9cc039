#include "cli/outcome.h"

#include <signal.h>

#include "cli/commands.h"
#include "cli/remarks.h"

namespace atsmatch {

int Outcome::ExitCodeOf(const Settings& settings) const {
  if (done == 0 && failed > 0 && settings.fail_on != FailOn::kNone) return kNothingDone;
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
