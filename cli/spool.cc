#include "cli/spool.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <cstring>

namespace atsmatch {
namespace {

// In /var/tmp, which is on a disk, before /tmp, which may be in memory.
int OpenNameless() {
  const char* chosen = std::getenv("TMPDIR");
  for (const char* folder : {chosen != nullptr ? chosen : "", "/var/tmp", "/tmp"}) {
    if (*folder == '\0') continue;
    const int descriptor = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (descriptor >= 0) return descriptor;
    // Some file systems know no files without a name.
    std::string name = std::string(folder) + "/atsmatch-XXXXXX";
    const int named = mkostemp(name.data(), O_CLOEXEC);
    if (named < 0) continue;
    unlink(name.c_str());
    return named;
  }
  return -1;
}

bool WriteAll(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<size_t>(written));
  }
  return true;
}

}  // namespace

Spool::~Spool() {
  if (descriptor_ >= 0) close(descriptor_);
}

size_t Spool::Add(std::string_view bytes) {
  const size_t place = in_file_ + recent_.size();
  const auto size = static_cast<uint32_t>(bytes.size());
  recent_.append(reinterpret_cast<const char*>(&size), sizeof(size));
  recent_.append(bytes);
  if (recent_.size() > memory_bytes_) Spill();
  return place;
}

void Spool::Spill() {
  if (!error_.has_value()) {
    if (descriptor_ < 0) descriptor_ = OpenNameless();
    if (descriptor_ < 0 || !WriteAll(descriptor_, recent_)) {
      error_ = Error{ErrorKind::kUnreadable,
                     std::string("a temporary file cannot be written: ") + std::strerror(errno),
                     "make room, or set TMPDIR to a folder with room"};
    }
  }
  in_file_ += recent_.size();
  recent_.clear();
}

bool Spool::Read(size_t place, char* to, size_t size) const {
  if (place >= in_file_) {
    const size_t begin = place - in_file_;
    if (begin > recent_.size() || size > recent_.size() - begin) return false;
    std::memcpy(to, recent_.data() + begin, size);
    return true;
  }
  while (size > 0) {
    const ssize_t got = pread(descriptor_, to, size, static_cast<off_t>(place));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    to += got;
    place += static_cast<size_t>(got);
    size -= static_cast<size_t>(got);
  }
  return true;
}

std::string Spool::Get(size_t place) const {
  uint32_t size = 0;
  if (!Read(place, reinterpret_cast<char*>(&size), sizeof(size))) return "";
  std::string bytes(size, '\0');
  if (!Read(place + sizeof(size), bytes.data(), size)) return "";
  return bytes;
}

}  // namespace atsmatch
