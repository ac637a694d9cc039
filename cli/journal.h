// What a batch has done so far, in a file: a batch that was killed goes on from there.
//
//   Result<std::unique_ptr<Journal>> journal = Journal::Open("night.journal", run, kAskUser);
//   if (auto reply = journal.value()->Find(path, stamp)) ...   // done before
//   journal.value()->Append(path, stamp, reply);
//
// One entry a document, appended when it is done, each with a checksum; what was cut off by a crash
// or a power cut is dropped when the journal is opened again.  A journal belongs to one run: the
// same command with the same jobs, knowledge and build.  It holds personal data and is for its
// owner alone (0600); one process uses it at a time.
#ifndef ATSMATCH_CLI_JOURNAL_H_
#define ATSMATCH_CLI_JOURNAL_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "cli/inputs.h"
#include "parser/result.h"

namespace atsmatch {

class Journal {
 public:
  // What a journal of another run is: an error, or begun anew.
  enum class Foreign : uint8_t { kRefuse, kReplace };

  // `run` says what the entries depend on.  `as_of`: a date that the run takes from the journal
  // when there is one; in: today.
  static Result<std::unique_ptr<Journal>> Open(const std::string& path, const std::string& run,
                                               Foreign foreign, std::string* as_of);
  ~Journal();
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;

  // The last reply for this version of the file.
  std::optional<std::string> Find(const std::string& path, const FileStamp& stamp) const;
  // After the first failure nothing more is written.
  void Append(const std::string& path, const FileStamp& stamp, std::string_view reply);
  // Removes the file: the work is done.
  void Remove();

  size_t found() const { return places_.size(); }
  const std::optional<Error>& error() const { return error_; }

 private:
  explicit Journal(int descriptor, std::string path);
  std::optional<Error> Load(const std::string& run, Foreign foreign, std::string* as_of);
  void Begin(const std::string& run, const std::string& as_of);
  bool ReadFrame(uint64_t place, std::string* payload, uint64_t* next) const;
  void WriteFrame(std::string_view payload);

  const int descriptor_;
  const std::string path_;
  uint64_t end_ = 0;                               // of the last whole frame
  std::unordered_map<uint64_t, uint64_t> places_;  // hash of the path -> its last frame
  std::optional<Error> error_;
};

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_JOURNAL_H_
