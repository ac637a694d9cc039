#include <signal.h>
#include <unistd.h>

#include <cstdio>
#include <exception>
#include <new>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/completions.h"
#include "cli/config_file.h"
#include "cli/help.h"
#include "cli/man_page.h"
#include "cli/options.h"
#include "cli/remarks.h"
#include "cli/version.h"

namespace {

// Nothing was said: what can be said goes where errors go.
int PrintHowToBegin() {
  const std::string text = atsmatch::ShortHelp();
  fwrite(text.data(), 1, text.size(), stderr);
  return atsmatch::kUsage;
}

int Print(const std::string& text) {
  const bool written =
      fwrite(text.data(), 1, text.size(), stdout) == text.size() && fflush(stdout) == 0;
  return written ? atsmatch::kAllWell : atsmatch::kUsage;
}

int Run(const std::vector<std::string>& arguments) {
  using atsmatch::Command;
  if (arguments.empty()) return PrintHowToBegin();
  atsmatch::Result<atsmatch::Settings> parsed = atsmatch::ParseCommandLine(arguments);
  if (!parsed.ok()) {
    atsmatch::PrintError(parsed.error());
    return atsmatch::kUsage;
  }
  const atsmatch::Settings& settings = parsed.value();
  atsmatch::RemarkOnStart(settings);
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
      return Print(settings.format == atsmatch::OutputFormat::kJson
                       ? ToJson(atsmatch::CollectVersions())
                       : ToText(atsmatch::CollectVersions()));
    case Command::kPrintConfig:
      return Print(atsmatch::ConfigText(settings));
    case Command::kCompletions:
      return Print(atsmatch::CompletionScript(settings.shell));
    case Command::kMan:
      return Print(atsmatch::ManPage());
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
