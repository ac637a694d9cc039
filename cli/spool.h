// Keeps what does not fit into memory: pieces of bytes, each found again by its place.
//
//   Spool spool;
//   const size_t place = spool.Add("a record");
//   spool.Get(place)   // "a record"
//
// The last pieces, some hundred kilobytes, stay in memory; the others go to a file without a name
// in TMPDIR (else /var/tmp, /tmp), which the system removes with the process.  After a failure, Get
// returns what is still there and error() says what happened.
#ifndef ATSMATCH_CLI_SPOOL_H_
#define ATSMATCH_CLI_SPOOL_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "parser/result.h"

namespace atsmatch {

class Spool {
 public:
  explicit Spool(size_t memory_bytes = 256u << 10) : memory_bytes_(memory_bytes) {}
  ~Spool();
  Spool(const Spool&) = delete;
  Spool& operator=(const Spool&) = delete;

  size_t Add(std::string_view bytes);
  std::string Get(size_t place) const;

  const std::optional<Error>& error() const { return error_; }

 private:
  void Spill();
  bool Read(size_t place, char* to, size_t size) const;

  const size_t memory_bytes_;
  std::string recent_;   // what is not in the file yet
  size_t in_file_ = 0;   // bytes
  int descriptor_ = -1;  // -1: no file yet
  std::optional<Error> error_;
};

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_SPOOL_H_
