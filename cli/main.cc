#include <signal.h>
#include <unistd.h>

#include <cstdio>
#include <exception>
#include <new>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/help.h"
#include "cli/options.h"
#include "cli/version.h"

namespace {

int Print(const std::string& text) {
  const bool written =
      fwrite(text.data(), 1, text.size(), stdout) == text.size() && fflush(stdout) == 0;
  return written ? atsmatch::kAllWell : atsmatch::kUsage;
}

int Run(const std::vector<std::string>& arguments) {
  using atsmatch::Command;
  atsmatch::Result<atsmatch::Settings> parsed = atsmatch::ParseCommandLine(arguments);
  if (!parsed.ok()) {
    atsmatch::PrintError(parsed.error());
    return atsmatch::kUsage;
  }
  const atsmatch::Settings& settings = parsed.value();
  switch (settings.command) {
    case Command::kMatch:
      return atsmatch::RunMatch(settings);
    case Command::kParse:
      return atsmatch::RunParse(settings);
    case Command::kJob:
      return atsmatch::RunJob(settings);
    case Command::kStats:
      return atsmatch::RunStats(settings);
    case Command::kMergeStats:
      return atsmatch::RunMergeStats(settings);
    case Command::kMergeTop:
      return atsmatch::RunMergeTop(settings);
    case Command::kHelp:
      return Print(settings.short_help ? atsmatch::ShortHelp()
                                       : atsmatch::LongHelp(settings.help_topic));
    case Command::kVersion:
      return Print(atsmatch::VersionText());
  }
  return atsmatch::kUsage;
}

}  // namespace

int main(int argc, char** argv) {
  signal(SIGPIPE, SIG_IGN);  // a reader that went away is noticed where it is written to
  try {
    const int code = Run(std::vector<std::string>(argv + 1, argv + argc));
    // All is written: what libraries would still tidy up, the system tidies up faster.
    fflush(stdout);
    _exit(code);
  } catch (const std::bad_alloc&) {
    atsmatch::PrintError({atsmatch::ErrorKind::kMemoryLimit, "not enough memory",
                          "use fewer --threads, or --format ndjson"});
  } catch (const std::exception& error) {
    atsmatch::PrintError({atsmatch::ErrorKind::kInternal, error.what(), "please report this"});
  }
  return atsmatch::kNothingDone;
}
