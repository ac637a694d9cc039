// Which documents?  Arguments, folders and lists of paths -> inputs, one after the other.
//
//   InputList inputs({"resumes/", "-"}, {});
//   while (std::optional<Input> input = inputs.Next()) ...
//
// A folder is searched with all that is under it, in the order of the bytes of its names: *.pdf,
// *.docx, *.odt, *.txt, *.md, *.markdown (any case) and files without an extension that begin like a PDF.  Hidden
// names are skipped.  What cannot be opened comes as an Input with an error, so that nothing is
// dropped silently.
#ifndef ATSMATCH_CLI_INPUTS_H_
#define ATSMATCH_CLI_INPUTS_H_

#include <cstddef>
#include <cstdio>
#include <deque>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "cli/options.h"
#include "parser/result.h"

namespace atsmatch {

struct Input {
  std::string path;  // as named: any bytes but null
  std::optional<Error> error;
};

struct InputOptions {
  std::string files_from;  // "-": standard input; empty: none
  bool null_separated = false;
  Shard shard;
};

class InputList {
 public:
  InputList(std::vector<std::string> paths, const InputOptions& options);
  ~InputList();
  InputList(const InputList&) = delete;
  InputList& operator=(const InputList&) = delete;

  // kNotFound or kUnreadable: the list of --files-from.
  std::optional<Error> Open();
  std::optional<Input> Next();
  // How many there will be, as far as is known.
  std::optional<size_t> Total() const;
  bool Failed() const { return failed_; }

 private:
  std::optional<Input> NextOfAll();
  bool ReadPath(std::string* path);
  void Expand(const std::string& path);
  void Scan(const std::string& folder);

  std::vector<std::string> paths_;
  InputOptions options_;
  FILE* list_ = nullptr;
  size_t next_path_ = 0;
  size_t count_ = 0;  // of inputs, before the shard is taken
  bool failed_ = false;
  std::deque<Input> found_;
  std::set<std::pair<unsigned long, unsigned long>> open_folders_;  // device and inode
};

bool IsFolder(const std::string& path);

// One document's content: an open descriptor for a regular file, bytes for pipes and "-".
struct Opened {
  int descriptor = -1;
  std::string bytes;
};
Result<Opened> OpenInput(const std::string& path, size_t max_bytes);

// Up to `max_bytes` + 1 bytes of a file or of standard input; for jobs and data files.
Result<std::string> ReadInput(const std::string& path, size_t max_bytes);

// The path in UTF-8: bytes that are none become U+FFFD.  `exact`: %XX instead, so that the file can
// be found again.
std::string DisplayPath(const std::string& path);
std::string PercentPath(const std::string& path);

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_INPUTS_H_
