#include "cli/resume_cache.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "cli/checksum.h"
#include "cli/sha256.h"

namespace atsmatch {
namespace {

constexpr size_t kFolderDigits = 16;    // of the hash of `depends_on`
constexpr size_t kSubfolderDigits = 2;  // of the content's hash

bool MakeFolder(const std::string& path) {
  return mkdir(path.c_str(), 0700) == 0 || errno == EEXIST;
}

Error CannotWrite() {
  return {ErrorKind::kUnreadable,
          std::string("the cache cannot be written: ") + std::strerror(errno),
          "make room, or name another folder"};
}

// Of an entry for this content and no other.
uint64_t ChecksumOf(const std::string& sha256, std::string_view bytes) {
  return Checksum(sha256) ^ Checksum(bytes);
}

std::optional<std::string> ReadAll(int descriptor, size_t size) {
  std::string bytes(size, '\0');
  size_t done = 0;
  while (done < size) {
    const ssize_t got = read(descriptor, bytes.data() + done, size - done);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return std::nullopt;
    done += static_cast<size_t>(got);
  }
  return bytes;
}

}  // namespace

std::optional<Error> ResumeCache::Open(const std::string& folder, const std::string& depends_on) {
  folder_ = folder + "/" + Sha256(depends_on).substr(0, kFolderDigits) + "/";
  if (MakeFolder(folder) && MakeFolder(folder_) && access(folder_.c_str(), W_OK | X_OK) == 0) {
    hashes_.Open(folder + "/hashes");
    return std::nullopt;
  }
  Error error = CannotWrite();
  error.cause = folder + ": " + error.cause;
  return error;
}

std::string ResumeCache::PathOf(const std::string& sha256) const {
  return folder_ + sha256.substr(0, kSubfolderDigits) + "/" + sha256.substr(kSubfolderDigits);
}

std::optional<std::string> ResumeCache::Find(const std::string& sha256) const {
  const int descriptor = open(PathOf(sha256).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (descriptor < 0) return std::nullopt;
  struct stat status {};
  std::optional<std::string> bytes;
  if (fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode)) {
    bytes = ReadAll(descriptor, static_cast<size_t>(status.st_size));
  }
  close(descriptor);
  uint64_t checksum = 0;
  if (!bytes.has_value() || bytes->size() < sizeof(checksum)) return std::nullopt;
  std::memcpy(&checksum, bytes->data(), sizeof(checksum));
  bytes->erase(0, sizeof(checksum));
  if (ChecksumOf(sha256, *bytes) != checksum) return std::nullopt;
  return bytes;
}

// A name of its own: processes on other machines, or in other containers, have the same numbers.
bool ResumeCache::Write(std::string_view content, std::string* path) {
  *path = folder_ + "new.XXXXXX";
  const int descriptor = mkostemp(path->data(), O_CLOEXEC);
  if (descriptor < 0) return false;
  size_t done = 0;
  while (done < content.size()) {
    const ssize_t written = write(descriptor, content.data() + done, content.size() - done);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) break;
    done += static_cast<size_t>(written);
  }
  const int reason = errno;
  close(descriptor);
  errno = reason;
  return done == content.size();
}

void ResumeCache::Keep(const std::string& sha256, std::string_view bytes) {
  if (error_.has_value()) return;
  const std::string path = PathOf(sha256);
  const uint64_t checksum = ChecksumOf(sha256, bytes);
  std::string content(reinterpret_cast<const char*>(&checksum), sizeof(checksum));
  content += bytes;
  std::string temporary;
  if (MakeFolder(path.substr(0, path.rfind('/'))) && Write(content, &temporary) &&
      rename(temporary.c_str(), path.c_str()) == 0) {
    return;
  }
  error_ = CannotWrite();
  unlink(temporary.c_str());
}

}  // namespace atsmatch
