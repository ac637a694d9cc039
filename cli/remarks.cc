#include "cli/remarks.h"

#include <unistd.h>

#include <cstdio>
#include <string>

#include "cli/sandbox.h"
#include "cli/terminal.h"
#include "cli/version.h"

namespace atsmatch {
namespace {

void Remark(const std::string& text) {
  const std::string line = "atsmatch: " + EscapeForTerminal(text) + "\n";
  // Nothing depends on whether it arrives.
  [[maybe_unused]] const ssize_t written = write(STDERR_FILENO, line.data(), line.size());
}

std::string OrBuiltIn(const std::string& name) { return name.empty() ? "built in" : name; }

}  // namespace

void RemarkOnStart(const Settings& settings) {
  if (!settings.verbose) return;
  const WorkerLimits limits = LimitsOf(settings);
  Remark(ToolVersion());
  Remark("configuration: " + (settings.config.empty() ? "none" : settings.config));
  for (const GivenValue& given : settings.given) {
    Remark(given.name + " = " + given.value + " (from " + given.origin + ")");
  }
  Remark("lexicons: " + OrBuiltIn(settings.lexicons));
  if (settings.command == Command::kMatch) {
    Remark("taxonomy: " + OrBuiltIn(settings.taxonomy));
    Remark("statistics: " + OrBuiltIn(settings.statistics));
  }
  Remark("workers: " + std::to_string(limits.workers) +
         ", sandbox: " + (settings.sandbox ? SandboxSupport() : "off"));
}

void RemarkOnDocument(const Settings& settings, const DocumentResult& result) {
  if (!settings.verbose) return;
  std::string text = DisplayPath(result.path) + ": ";
  if (result.pages > 0) {
    text += std::to_string(result.pages) + (result.pages == 1 ? " page, " : " pages, ");
  }
  if (result.tries > 0) {
    char seconds[32];
    std::snprintf(seconds, sizeof(seconds), "%.2f s, ", result.seconds);
    text += seconds;
  }
  if (result.skipped) {
    text += "skipped";
  } else if (result.error.has_value()) {
    text += "not read: " + std::string(ErrorKindName(result.error->kind));
  } else {
    text += "read";
  }
  if (result.origin == Origin::kJournal) text += ", known from the journal";
  if (result.origin == Origin::kCache) text += ", known from the cache";
  if (result.tries > 1) text += ", " + std::to_string(result.tries) + " workers were tried";
  Remark(text);
}

void RemarkOnEnd(const Settings& settings, size_t done, size_t failed) {
  if (!settings.verbose) return;
  Remark("done: " + std::to_string(done) + ", failed: " + std::to_string(failed));
}

}  // namespace atsmatch
