// Which documents?  Arguments, folders and lists of paths -> inputs, one after the other.
//
//   InputList inputs({"resumes/", "-"}, {});
//   while (std::optional<Input> input = inputs.Next()) ...
//
// A folder is searched with all that is under it, in the order of the bytes of its names, each
// folder once, however many links lead to it.  Documents are *.pdf, *.docx, *.odt, *.txt, *.md,
// *.markdown and the files of other word processors (any case), and every file that begins like a
// PDF.  Every other file comes as a skipped Input and what cannot be opened with its error, so that
// each name in the folder is accounted for; only hidden names (.git, .DS_Store) are passed over.
#ifndef ATSMATCH_CLI_INPUTS_H_
#define ATSMATCH_CLI_INPUTS_H_

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <deque>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/options.h"
#include "parser/result.h"

namespace atsmatch {

struct Input {
  std::string path;  // as named: any bytes but null
  std::optional<Error> error;
  bool found = false;    // in a folder: a regular file when it was found
  bool skipped = false;  // with an error: found in a folder, no document, and nothing is amiss
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

 private:
  std::optional<Input> NextOfAll();
  bool ReadPath(std::string* path);
  void Expand(const std::string& path);
  void Scan(const std::string& folder);
  void AddEntry(const std::string& path, std::string_view name);

  std::vector<std::string> paths_;
  InputOptions options_;
  FILE* list_ = nullptr;
  size_t next_path_ = 0;
  size_t count_ = 0;  // of inputs, before the shard is taken
  std::deque<Input> found_;
  std::set<std::pair<unsigned long, unsigned long>> seen_folders_;  // device and inode
};

bool IsFolder(const std::string& path);

// A version of a regular file: another one has another stamp.
struct FileStamp {
  uint64_t bytes = 0;
  int64_t modified_ns = 0;  // since 1970

  bool operator==(const FileStamp&) const = default;
};

// One document's content: an open descriptor for a regular file, bytes for pipes and "-".
struct Opened {
  int descriptor = -1;
  FileStamp stamp;  // with a descriptor
  std::string bytes;
};
// `regular`: kUnreadable for anything but a regular file, without waiting for a pipe's writer.
Result<Opened> OpenInput(const std::string& path, size_t max_bytes, bool regular = false);

// Up to `max_bytes` + 1 bytes of a file or of standard input; for jobs and data files.
Result<std::string> ReadInput(const std::string& path, size_t max_bytes);

// The path in UTF-8: bytes that are none become U+FFFD.  `exact`: %XX instead, so that the file can
// be found again.
std::string DisplayPath(const std::string& path);
std::string PercentPath(const std::string& path);

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_INPUTS_H_
