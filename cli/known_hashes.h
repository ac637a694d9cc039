// The SHA-256 of files that were hashed before, so that a file that is as it was is not read to
// know what it holds.
//
//   KnownHashes hashes;
//   hashes.Open("cache/hashes");
//   std::string sha256 = hashes.Of(descriptor, max_bytes);
//
// A file is as it was when device, inode, size and both times of change are.  File systems have
// clocks that tick: what changes a file in the tick in which it was hashed leaves all of these
// alone.  So the hash of a file is kept only when it has not changed for two seconds, which is
// longer than any tick (what git calls racily clean).  What nothing tells is a change through a
// mapping of the file that was written to half a minute before; nor does it to any other program.
//
// One record a file, appended, each with a checksum: what is damaged is not seen, and several
// processes may share the file.  Where it cannot be read or written, files are hashed.
#ifndef ATSMATCH_CLI_KNOWN_HASHES_H_
#define ATSMATCH_CLI_KNOWN_HASHES_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>

namespace atsmatch {

int64_t NowNs();  // since 1970

class KnownHashes {
 public:
  KnownHashes() = default;
  ~KnownHashes();
  KnownHashes(const KnownHashes&) = delete;
  KnownHashes& operator=(const KnownHashes&) = delete;

  void Open(const std::string& path);
  // Of up to `max_bytes` + 1 bytes, as Sha256OfFile().
  std::string Of(int descriptor, size_t max_bytes, int64_t now_ns = NowNs());

  size_t found() const { return places_.size(); }

 private:
  struct Version {
    uint64_t device = 0, inode = 0, bytes = 0;
    int64_t modified_ns = 0, changed_ns = 0;
    bool operator==(const Version&) const = default;
  };
  struct Record;

  static bool ReadVersion(int descriptor, Version* version);
  static uint64_t KeyOf(const Version& version);
  void Load();
  std::string Find(const Version& version) const;
  void Keep(const Version& version, const std::string& sha256);
  void Flush();

  std::string path_;
  int descriptor_ = -1;
  std::unordered_map<uint64_t, uint64_t> places_;  // hash of device and inode -> last record
  std::string unwritten_;
};

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_KNOWN_HASHES_H_
