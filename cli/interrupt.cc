#include "cli/interrupt.h"

#include <signal.h>
#include <unistd.h>

#include <cstring>

namespace atsmatch {
namespace {

// A handler may use nothing else.
char file_to_remove[4096];
char line_to_say[256];

void LeaveTidily(int signal_number) {
  if (file_to_remove[0] != '\0') unlink(file_to_remove);
  [[maybe_unused]] const ssize_t written =
      write(STDERR_FILENO, line_to_say, std::strlen(line_to_say));
  signal(signal_number, SIG_DFL);
  raise(signal_number);
}

// Changes its first byte last: the handler sees the old text, none, or the new one.
void Set(const std::string& text, char* to, size_t capacity) {
  to[0] = '\0';
  if (text.empty() || text.size() >= capacity) return;
  std::memcpy(to + 1, text.data() + 1, text.size());  // with its final null
  to[0] = text[0];
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
    if (signal(number, LeaveTidily) == SIG_IGN) signal(number, SIG_IGN);
  }
}

}  // namespace

void RemoveAtInterrupt(const std::string& path) {
  Set(path, file_to_remove, sizeof(file_to_remove));
}

void SayAtInterrupt(const std::string& text) { Set(text, line_to_say, sizeof(line_to_say)); }

}  // namespace atsmatch
