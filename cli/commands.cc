#include "cli/commands.h"

#include <unistd.h>

#include "cli/inputs.h"
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

}  // namespace atsmatch
