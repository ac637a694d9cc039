#include "cli/output_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "cli/interrupt.h"

namespace atsmatch {
namespace {

constexpr size_t kBufferBytes = 1 << 16;

std::string FolderOf(const std::string& path) {
  const size_t slash = path.rfind('/');
  return slash == std::string::npos ? "." : path.substr(0, slash + 1);
}

}  // namespace

Output::~Output() {
  if (!is_file_) return;
  close(descriptor_);
  if (temporary_.empty()) return;
  unlink(temporary_.c_str());
  RemoveAtInterrupt("");
}

bool Output::OpenTemporary() {
  // A file without a name vanishes with the process, however that ends; /proc gives it one.
  if (access("/proc/self/fd", X_OK) == 0) {
    descriptor_ = open(FolderOf(path_).c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
    if (descriptor_ >= 0) return true;
  }
  std::string name = path_ + ".XXXXXX";
  descriptor_ = mkostemp(name.data(), O_CLOEXEC);
  if (descriptor_ < 0) return false;
  temporary_ = name;
  RemoveAtInterrupt(name);
  return true;
}

bool Output::PutInPlace() {
  if (fsync(descriptor_) != 0) return false;
  const std::string itself = "/proc/self/fd/" + std::to_string(descriptor_);
  constexpr int kTries = 100;
  for (int tries = 0; temporary_.empty(); ++tries) {
    // In a container every start may have the same number, and one that was killed left its file.
    const std::string name = path_ + "." + std::to_string(getpid()) + "." + std::to_string(tries);
    if (linkat(AT_FDCWD, itself.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) == 0) {
      temporary_ = name;
    } else if (errno != EEXIST || tries == kTries) {
      return false;
    }
  }
  return rename(temporary_.c_str(), path_.c_str()) == 0;
}

std::optional<Error> Output::Open(const std::string& path) {
  path_ = path;
  if (path.empty() || path == "-") {
    path_.clear();
    descriptor_ = STDOUT_FILENO;
    return std::nullopt;
  }
  struct stat status {};
  const bool exists = stat(path.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) {
    return Error{ErrorKind::kUnreadable, "a folder where a file is meant",
                 "name a file for --output"};
  }
  if (exists && !S_ISREG(status.st_mode)) {  // /dev/null, a named pipe: nothing to rename
    descriptor_ = open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor_ >= 0) return std::nullopt;
  } else {
    is_file_ = OpenTemporary();
    if (is_file_) {
      // Reports are personal data, but a file that was there keeps its permissions.
      if (exists) (void)fchmod(descriptor_, status.st_mode & 07777);
      return std::nullopt;
    }
  }
  return Error{ErrorKind::kUnreadable, std::string("cannot be written: ") + std::strerror(errno),
               "choose another place for --output"};
}

bool Output::Write(std::string_view text) {
  if (failed()) return false;
  buffer_ += text;
  return buffer_.size() < kBufferBytes || Flush();
}

bool Output::Flush() {
  size_t done = 0;
  while (!failed() && done < buffer_.size()) {
    const ssize_t written = write(descriptor_, buffer_.data() + done, buffer_.size() - done);
    if (written >= 0) {
      done += static_cast<size_t>(written);
    } else if (errno != EINTR) {
      failure_ = errno == EPIPE ? kReaderGone : errno;
    }
  }
  buffer_.clear();
  return !failed();
}

Error Output::WriteError() const {
  const std::string where = path_.empty() ? "standard output" : path_;
  return {ErrorKind::kUnreadable, where + " cannot be written: " + std::strerror(failure_),
          failure_ == ENOSPC ? "make room on the disk" : "choose another place for --output"};
}

std::optional<Error> Output::Commit() {
  Flush();
  if (reader_gone()) return std::nullopt;
  if (!failed() && is_file_ && !PutInPlace()) failure_ = errno;
  if (failed()) return WriteError();
  if (!is_file_) return std::nullopt;
  close(descriptor_);
  is_file_ = false;
  temporary_.clear();
  RemoveAtInterrupt("");
  const int folder = open(FolderOf(path_).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder >= 0) {
    (void)fsync(folder);
    close(folder);
  }
  return std::nullopt;
}

}  // namespace atsmatch
