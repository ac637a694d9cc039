#include "cli/journal.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "cli/bytes.h"
#include "cli/checksum.h"

namespace atsmatch {
namespace {

constexpr std::string_view kMagic = "atsmatch journal 1\n";
constexpr uint32_t kMaxFrame = 128u << 20;

struct FrameHeader {
  uint64_t checksum = 0;
  uint32_t size = 0;
  uint32_t size_again = ~0u;  // zeros are no frame
};

bool ReadAt(int descriptor, uint64_t place, void* to, size_t size) {
  char* next = static_cast<char*>(to);
  while (size > 0) {
    const ssize_t got = pread(descriptor, next, size, static_cast<off_t>(place));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    next += got;
    place += static_cast<uint64_t>(got);
    size -= static_cast<size_t>(got);
  }
  return true;
}

bool WriteAt(int descriptor, uint64_t place, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written =
        pwrite(descriptor, bytes.data(), bytes.size(), static_cast<off_t>(place));
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    place += static_cast<uint64_t>(written);
    bytes.remove_prefix(static_cast<size_t>(written));
  }
  return true;
}

Error Unusable(const char* reason, std::string remedy) {
  return {ErrorKind::kUnreadable, std::string("the journal cannot be used: ") + reason,
          std::move(remedy)};
}

}  // namespace

Journal::Journal(int descriptor, std::string path)
    : descriptor_(descriptor), path_(std::move(path)) {}

Journal::~Journal() { close(descriptor_); }

Result<std::unique_ptr<Journal>> Journal::Open(const std::string& path, const std::string& run,
                                               Foreign foreign, std::string* as_of) {
  const int descriptor =
      open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOCTTY | O_NONBLOCK | O_NOFOLLOW, 0600);
  if (descriptor < 0) return Unusable(std::strerror(errno), "choose another place for it");
  std::unique_ptr<Journal> journal(new Journal(descriptor, path));
  struct stat status {};
  if (fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
    return Unusable("it is no regular file", "choose another place for it");
  }
  if (flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    return Unusable("another process is using it", "wait until that one is done");
  }
  if (std::optional<Error> error = journal->Load(run, foreign, as_of)) return *error;
  return journal;
}

std::optional<Error> Journal::Load(const std::string& run, Foreign foreign, std::string* as_of) {
  std::string magic(kMagic.size(), '\0'), header;
  const bool is_empty = lseek(descriptor_, 0, SEEK_END) == 0;
  const bool is_journal = ReadAt(descriptor_, 0, magic.data(), magic.size()) && magic == kMagic;
  if (!is_empty && !is_journal) {
    return Unusable("it is a file of another kind", "choose another place for it");
  }
  if (is_empty || !ReadFrame(kMagic.size(), &header, &end_)) {
    Begin(run, *as_of);
    return error_;
  }
  ByteReader reader(header);
  const std::string written_as_of(reader.Text());
  if (reader.Text() != run) {
    if (foreign == Foreign::kRefuse) {
      return Unusable("it belongs to another job, other options or another build",
                      "name another file, or remove it");
    }
    Begin(run, *as_of);
    return error_;
  }
  *as_of = written_as_of;
  std::string entry;
  for (uint64_t next = 0; ReadFrame(end_, &entry, &next); end_ = next) {
    places_[Checksum(ByteReader(entry).Text())] = end_;
  }
  // What was cut off is written anew.
  if (ftruncate(descriptor_, static_cast<off_t>(end_)) != 0) {
    return Unusable(std::strerror(errno), "choose another place for it");
  }
  return std::nullopt;
}

void Journal::Begin(const std::string& run, const std::string& as_of) {
  if (ftruncate(descriptor_, 0) != 0 || !WriteAt(descriptor_, 0, kMagic)) {
    error_ = Unusable(std::strerror(errno), "choose another place for it");
    return;
  }
  (void)fchmod(descriptor_, 0600);
  end_ = kMagic.size();
  ByteWriter header;
  header.Text(as_of);
  header.Text(run);
  WriteFrame(header.bytes());
}

bool Journal::ReadFrame(uint64_t place, std::string* payload, uint64_t* next) const {
  FrameHeader header;
  if (!ReadAt(descriptor_, place, &header, sizeof(header)) || header.size > kMaxFrame ||
      header.size != ~header.size_again) {
    return false;
  }
  payload->resize(header.size);
  if (!ReadAt(descriptor_, place + sizeof(header), payload->data(), payload->size())) return false;
  *next = place + sizeof(header) + header.size;
  return Checksum(*payload) == header.checksum;
}

// Header and payload in one write: a kill between two entries leaves no half of one.
void Journal::WriteFrame(std::string_view payload) {
  if (error_.has_value() || payload.size() > kMaxFrame) return;
  const auto size = static_cast<uint32_t>(payload.size());
  const FrameHeader header{Checksum(payload), size, ~size};
  std::string frame(reinterpret_cast<const char*>(&header), sizeof(header));
  frame += payload;
  if (!WriteAt(descriptor_, end_, frame)) {
    error_ = Unusable(std::strerror(errno), "the batch goes on without; make room on the disk");
    return;
  }
  end_ += frame.size();
}

std::optional<std::string> Journal::Find(const std::string& path, const FileStamp& stamp) const {
  const auto place = places_.find(Checksum(path));
  std::string entry;
  uint64_t next = 0;
  if (place == places_.end() || !ReadFrame(place->second, &entry, &next)) return std::nullopt;
  ByteReader reader(entry);
  if (reader.Text() != path) return std::nullopt;
  const FileStamp written{reader.Number(), reader.Signed()};
  const std::string_view reply = reader.Text();
  if (!reader.ok() || written != stamp) return std::nullopt;
  return std::string(reply);
}

void Journal::Append(const std::string& path, const FileStamp& stamp, std::string_view reply) {
  ByteWriter entry;
  entry.Text(path);
  entry.Number(stamp.bytes);
  entry.Signed(stamp.modified_ns);
  entry.Text(reply);
  WriteFrame(entry.bytes());
}

void Journal::Remove() { unlink(path_.c_str()); }

}  // namespace atsmatch
