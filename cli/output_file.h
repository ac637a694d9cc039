// Where results go: standard output, or a file that appears when it is complete.
//
//   Output output;
//   if (auto error = output.Open("ranking.csv")) ...   // "": standard output
//   output.Write("...");
//   if (auto error = output.Commit()) ...
//
// A file is written without a name, synchronised, and put in place in one step; where the file
// system has no files without a name, as a temporary one beside it.  Without Commit() nothing is
// left of it and an older file stays as it was.  After the first failure Write does nothing.
#ifndef ATSMATCH_CLI_OUTPUT_FILE_H_
#define ATSMATCH_CLI_OUTPUT_FILE_H_

#include <optional>
#include <string>
#include <string_view>

#include "parser/result.h"

namespace atsmatch {

class Output {
 public:
  Output() = default;
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  std::optional<Error> Open(const std::string& path);
  bool Write(std::string_view text);  // buffered; false: it failed, now or before
  // Whoever reads along gets what was written; nobody can in a file that is not in place yet.
  bool HandOver() { return is_file_ ? !failed() : Flush(); }
  std::optional<Error> Commit();

  bool reader_gone() const { return failure_ == kReaderGone; }
  bool failed() const { return failure_ != 0; }
  int descriptor() const { return descriptor_; }

 private:
  static constexpr int kReaderGone = -1;
  Error WriteError() const;
  bool Flush();
  bool OpenTemporary();
  bool PutInPlace();

  std::string path_;       // empty: standard output
  bool is_file_ = false;   // to be put in place
  std::string temporary_;  // its name until then; empty: none
  int descriptor_ = -1;
  int failure_ = 0;  // errno, or kReaderGone
  std::string buffer_;
};

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_OUTPUT_FILE_H_
