#include "cli/output_file.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace atsmatch {
namespace {

constexpr size_t kBufferBytes = 1 << 16;

// What a signal that ends the program has to remove.  One output is open at a time.
char pending_file[4096];

void RemovePendingFile(int signal_number) {
  if (pending_file[0] != '\0') unlink(pending_file);
  signal(signal_number, SIG_DFL);
  raise(signal_number);
}

void SetPendingFile(const std::string& path) {
  pending_file[0] = '\0';
  if (path.empty() || path.size() >= sizeof(pending_file)) return;
  std::memcpy(pending_file + 1, path.data() + 1, path.size());  // with its final null
  pending_file[0] = path[0];
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
    if (signal(number, RemovePendingFile) == SIG_IGN) signal(number, SIG_IGN);  // nohup
  }
}

std::string FolderOf(const std::string& path) {
  const size_t slash = path.rfind('/');
  return slash == std::string::npos ? "." : path.substr(0, slash + 1);
}

}  // namespace

Output::~Output() {
  if (temporary_.empty()) return;
  close(descriptor_);
  unlink(temporary_.c_str());
  SetPendingFile("");
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
    std::string name = path + ".XXXXXX";
    descriptor_ = mkostemp(name.data(), O_CLOEXEC);
    if (descriptor_ >= 0) {
      temporary_ = name;
      SetPendingFile(name);
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
  if (!failed() && !temporary_.empty() &&
      (fsync(descriptor_) != 0 || close(descriptor_) != 0 ||
       rename(temporary_.c_str(), path_.c_str()) != 0)) {
    failure_ = errno;
  }
  if (failed()) return WriteError();
  if (temporary_.empty()) return std::nullopt;
  temporary_.clear();
  SetPendingFile("");
  const int folder = open(FolderOf(path_).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder >= 0) {
    (void)fsync(folder);
    close(folder);
  }
  return std::nullopt;
}

}  // namespace atsmatch
