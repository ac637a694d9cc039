#include "cli/commands.h"

#include <unistd.h>

#include "cli/inputs.h"
#include "cli/sandbox.h"
#include "cli/terminal.h"

namespace atsmatch {
namespace {

void WriteToStderr(const std::string& line) {
  size_t done = 0;
  while (done < line.size()) {
    const ssize_t written = write(STDERR_FILENO, line.data() + done, line.size() - done);
    if (written <= 0) return;
    done += static_cast<size_t>(written);
  }
}

}  // namespace

void PrintError(std::string_view file, const Error& error) {
  WriteToStderr("atsmatch: error: " + EscapeForTerminal(file) + ": " +
                EscapeForTerminal(error.Message()) + "\n");
}

void PrintError(const Error& error) {
  WriteToStderr("atsmatch: error: " + EscapeForTerminal(error.Message()) + "\n");
}

void PrintWarning(std::string_view file, const Warning& warning) {
  WriteToStderr("atsmatch: warning: " + EscapeForTerminal(file) + ": " +
                EscapeForTerminal(warning.message + "; " + warning.remedy) + "\n");
}

void PrintNote(std::string_view text) {
  WriteToStderr("atsmatch: note: " + EscapeForTerminal(text) + "\n");
}

InputOptions InputOptionsOf(const Settings& settings) {
  return {settings.files_from, settings.null_separated, settings.shard};
}

bool OpenStreams(const Settings& settings, InputList* inputs, Output* output) {
  // Of a single document nobody is told every time: --version and --verbose say it.
  if (settings.sandbox && !settings.quiet && !IsOneDocument(settings)) {
    const std::string lacks = SandboxLacks();
    if (!lacks.empty())
      PrintNote("this system has no " + lacks + ": limits alone hold the workers");
  }
  if (const std::optional<Error> error = inputs->Open()) {
    PrintError(settings.files_from, *error);
    return false;
  }
  if (const std::optional<Error> error = output->Open(settings.output)) {
    PrintError(settings.output, *error);
    return false;
  }
  return true;
}

bool IsOneDocument(const Settings& settings) {
  return settings.files_from.empty() && settings.resumes.size() == 1 &&
         !IsFolder(settings.resumes[0]);
}

bool ShowsReading(const Settings& settings) {
  const OutputFormat format = settings.format;
  return (format == OutputFormat::kDefault || format == OutputFormat::kText ||
          format == OutputFormat::kHtml) &&
         IsOneDocument(settings) && settings.jobs.size() == 1;
}

}  // namespace atsmatch
