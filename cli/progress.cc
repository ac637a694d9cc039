#include "cli/progress.h"

#include <unistd.h>

#include <cstdio>
#include <string>

namespace atsmatch {
namespace {

constexpr std::chrono::milliseconds kFirst{1000}, kNext{200};

void WriteToStderr(const std::string& text) {
  // Nothing depends on whether it arrives.
  [[maybe_unused]] const ssize_t written = write(STDERR_FILENO, text.data(), text.size());
}

}  // namespace

Progress::Progress(bool quiet)
    : wanted_(!quiet && isatty(STDERR_FILENO) == 1), start_(Clock::now()), last_(start_) {}

Progress::~Progress() { Clear(); }

void Progress::Clear() {
  if (shown_) WriteToStderr("\r\x1b[K");
  shown_ = false;
}

void Progress::Show(size_t done, size_t failed, std::optional<size_t> total) {
  if (!wanted_) return;
  const Clock::time_point now = Clock::now();
  if (now - start_ < kFirst || (last_ != start_ && now - last_ < kNext)) return;
  last_ = now;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  const double rate = static_cast<double>(done) / seconds;
  std::string line = "\r" + std::to_string(done);
  if (total.has_value()) line += " of " + std::to_string(*total);
  char rest[80];
  std::snprintf(rest, sizeof(rest), " documents, %.0f/s", rate);
  line += rest;
  if (total.has_value() && rate > 0 && *total >= done) {
    const auto left = static_cast<long>(static_cast<double>(*total - done) / rate + 0.5);
    std::snprintf(rest, sizeof(rest), ", %ld:%02ld left", left / 60, left % 60);
    line += rest;
  }
  if (failed > 0) line += ", " + std::to_string(failed) + " failed";
  WriteToStderr(line + "\x1b[K");
  shown_ = true;
}

}  // namespace atsmatch
