#include "cli/known_hashes.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <ctime>
#include <type_traits>
#include <vector>

#include "cli/checksum.h"
#include "cli/sha256.h"

namespace atsmatch {
namespace {

constexpr int64_t kSecond = 1'000'000'000;
constexpr int64_t kSettled = 2 * kSecond;  // FAT counts time in steps of two seconds
constexpr size_t kHashDigits = 64;
constexpr size_t kRecordsAtOnce = 64;

int64_t ToNs(const timespec& time) { return time.tv_sec * kSecond + time.tv_nsec; }

}  // namespace

struct KnownHashes::Record {
  Version version;
  char sha256[kHashDigits] = {};
  uint64_t checksum = 0;  // of all before it

  std::string_view checked() const {
    return {reinterpret_cast<const char*>(this), offsetof(Record, checksum)};
  }
};

int64_t NowNs() {
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  return ToNs(now);
}

KnownHashes::~KnownHashes() {
  Flush();
  if (descriptor_ >= 0) close(descriptor_);
}

void KnownHashes::Open(const std::string& path) {
  path_ = path;
  descriptor_ = open(path.c_str(), O_RDWR | O_APPEND | O_CLOEXEC | O_NOCTTY | O_NOFOLLOW);
  if (descriptor_ >= 0) Load();
}

void KnownHashes::Load() {
  static_assert(std::is_trivially_copyable_v<Record> && sizeof(Record) == 40 + kHashDigits + 8);
  std::vector<Record> block(kRecordsAtOnce);
  uint64_t place = 0;
  for (;;) {
    const ssize_t got =
        pread(descriptor_, block.data(), block.size() * sizeof(Record), static_cast<off_t>(place));
    const size_t whole = got > 0 ? static_cast<size_t>(got) / sizeof(Record) : 0;
    for (size_t i = 0; i < whole; ++i) {
      if (Checksum(block[i].checked()) == block[i].checksum) {
        places_[KeyOf(block[i].version)] = place + i * sizeof(Record);
      }
    }
    place += whole * sizeof(Record);
    if (whole < block.size()) break;
  }
  // What was cut off would put all that follows out of step.
  struct stat status {};
  if (fstat(descriptor_, &status) == 0 && status.st_size % sizeof(Record) != 0) {
    (void)!ftruncate(descriptor_, static_cast<off_t>(place));
  }
}

bool KnownHashes::ReadVersion(int descriptor, Version* version) {
  struct stat status {};
  if (fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) return false;
  *version = {status.st_dev, status.st_ino, static_cast<uint64_t>(status.st_size),
              ToNs(status.st_mtim), ToNs(status.st_ctim)};
  return true;
}

uint64_t KnownHashes::KeyOf(const Version& version) {
  const uint64_t file[] = {version.device, version.inode};
  return Checksum({reinterpret_cast<const char*>(file), sizeof(file)});
}

std::string KnownHashes::Of(int descriptor, size_t max_bytes, int64_t now_ns) {
  Version version;
  const bool known_version = !path_.empty() && ReadVersion(descriptor, &version);
  if (known_version) {
    if (std::string sha256 = Find(version); !sha256.empty()) return sha256;
  }
  std::string sha256 = Sha256OfFile(descriptor, max_bytes);
  Version after;
  if (known_version && version.bytes <= max_bytes && ReadVersion(descriptor, &after) &&
      after == version && std::max(version.modified_ns, version.changed_ns) <= now_ns - kSettled) {
    Keep(version, sha256);
  }
  return sha256;
}

std::string KnownHashes::Find(const Version& version) const {
  const auto place = places_.find(KeyOf(version));
  Record record;
  if (place == places_.end() ||
      pread(descriptor_, &record, sizeof(record), static_cast<off_t>(place->second)) !=
          static_cast<ssize_t>(sizeof(record)) ||
      Checksum(record.checked()) != record.checksum || record.version != version) {
    return "";
  }
  return {record.sha256, kHashDigits};
}

void KnownHashes::Keep(const Version& version, const std::string& sha256) {
  Record record;
  record.version = version;
  std::memcpy(record.sha256, sha256.data(), std::min(sha256.size(), kHashDigits));
  record.checksum = Checksum(record.checked());
  unwritten_.append(reinterpret_cast<const char*>(&record), sizeof(record));
  if (unwritten_.size() >= kRecordsAtOnce * sizeof(Record)) Flush();
}

// After the first failure nothing more is written.
void KnownHashes::Flush() {
  if (unwritten_.empty() || path_.empty()) return;
  if (descriptor_ < 0) {
    descriptor_ =
        open(path_.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOCTTY | O_NOFOLLOW, 0600);
  }
  const ssize_t written = write(descriptor_, unwritten_.data(), unwritten_.size());
  if (written != static_cast<ssize_t>(unwritten_.size())) path_.clear();
  unwritten_.clear();
}

}  // namespace atsmatch
