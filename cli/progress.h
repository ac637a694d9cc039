// How far is it?  One line on standard error, when that is a terminal and the work lasts.
#ifndef ATSMATCH_CLI_PROGRESS_H_
#define ATSMATCH_CLI_PROGRESS_H_

#include <chrono>
#include <cstddef>
#include <optional>

namespace atsmatch {

class Progress {
 public:
  explicit Progress(bool quiet);
  ~Progress();  // takes the line away
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void Show(size_t done, size_t failed, std::optional<size_t> total);
  void Clear();  // before something else is printed

 private:
  using Clock = std::chrono::steady_clock;
  bool wanted_;
  bool shown_ = false;
  Clock::time_point start_, last_;
};

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_PROGRESS_H_
