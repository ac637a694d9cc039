// Résumés that were read before, by what they hold: another job for the same folder reads none
// anew.
//
//   ResumeCache cache;
//   if (auto error = cache.Open("cache/", depends_on)) ...
//   std::string sha256 = cache.HashOf(descriptor, max_bytes);
//   if (auto bytes = cache.Find(sha256)) ...
//   cache.Keep(sha256, bytes);
//
// One file a content, for its owner alone (folders 0700, files 0600), each with a checksum.  What
// the content is turned into depends on this build, what it knows and the month: `depends_on` names
// a folder of its own, and what another one made is not seen.  Several processes may share a cache.
// Nothing is removed: the folder may be, at any time.
#ifndef ATSMATCH_CLI_RESUME_CACHE_H_
#define ATSMATCH_CLI_RESUME_CACHE_H_

#include <optional>
#include <string>
#include <string_view>

#include "cli/known_hashes.h"
#include "parser/result.h"

namespace atsmatch {

class ResumeCache {
 public:
  std::optional<Error> Open(const std::string& folder, const std::string& depends_on);

  // Of an open file; one that is as it was is not read for it, see known_hashes.h.
  std::string HashOf(int descriptor, size_t max_bytes) { return hashes_.Of(descriptor, max_bytes); }
  std::optional<std::string> Find(const std::string& sha256) const;
  // After the first failure nothing more is written.
  void Keep(const std::string& sha256, std::string_view bytes);

  const std::optional<Error>& error() const { return error_; }

 private:
  std::string PathOf(const std::string& sha256) const;
  bool Write(std::string_view content, std::string* path);

  std::string folder_;  // with a slash
  KnownHashes hashes_;
  std::optional<Error> error_;
};

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_RESUME_CACHE_H_
