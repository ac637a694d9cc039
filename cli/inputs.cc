#include "cli/inputs.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string_view>

#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

Error ErrorOf(int number) {
  switch (number) {
    case ENOENT:
    case ENOTDIR:
      return {ErrorKind::kNotFound, "no such file or folder", "check the path"};
    case EACCES:
    case EPERM:
      return {ErrorKind::kUnreadable, "permission denied", "check the permissions of the file"};
    case ELOOP:
      return {ErrorKind::kUnreadable, "a symbolic link leads back to itself",
              "name the file itself"};
    default:
      return {ErrorKind::kUnreadable, std::strerror(number), ""};
  }
}

std::string LowerExtension(std::string_view name) {
  const size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return "";
  std::string extension(name.substr(dot + 1));
  for (char& c : extension) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  return extension;
}

bool HasKnownExtension(std::string_view name) {
  const std::string extension = LowerExtension(name);
  return extension == "pdf" || extension == "docx" || extension == "odt" || extension == "txt" ||
         extension == "md" || extension == "markdown";
}

// What people send as a résumé although it is not read: a row that says so, never silence.
bool IsForeignDocument(std::string_view name) {
  static constexpr std::string_view kForeign[] = {"doc", "rtf", "pages", "wpd"};
  const std::string extension = LowerExtension(name);
  return std::find(std::begin(kForeign), std::end(kForeign), extension) != std::end(kForeign);
}

// A PDF under another name; its mark may stand anywhere in the first kilobyte.
Result<bool> BeginsLikePdf(const std::string& path) {
  const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) return ErrorOf(errno);
  char head[1024];
  const ssize_t got = read(descriptor, head, sizeof(head));
  close(descriptor);
  const std::string_view start(head, got > 0 ? static_cast<size_t>(got) : 0);
  if (start.find("%PDF") != std::string_view::npos) return true;
  // A damaged one may have lost its mark, but not its objects: "12 0 obj".
  for (size_t at = start.find(" obj"); at != std::string_view::npos;
       at = start.find(" obj", at + 1)) {
    if (at > 2 && start[at - 1] >= '0' && start[at - 1] <= '9' && start[at - 2] == ' ' &&
        start[at - 3] >= '0' && start[at - 3] <= '9') {
      return true;
    }
  }
  return false;
}

Input Skipped(const std::string& path, std::string cause) {
  return {path,
          Error{ErrorKind::kNotSupported, std::move(cause), "name the file itself to have it read"},
          true, true};
}

Result<std::string> ReadAll(int descriptor, size_t max_bytes) {
  std::string bytes;
  char block[1 << 16];
  while (bytes.size() <= max_bytes) {
    const ssize_t got = read(descriptor, block, sizeof(block));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return ErrorOf(errno);
    if (got == 0) break;
    bytes.append(block, static_cast<size_t>(got));
  }
  return bytes;
}

}  // namespace

InputList::InputList(std::vector<std::string> paths, const InputOptions& options)
    : paths_(std::move(paths)), options_(options) {}

InputList::~InputList() {
  if (list_ != nullptr && list_ != stdin) fclose(list_);
}

std::optional<Error> InputList::Open() {
  if (options_.files_from.empty()) return std::nullopt;
  if (options_.files_from == "-") {
    list_ = stdin;
    return std::nullopt;
  }
  if (IsFolder(options_.files_from)) {
    return Error{ErrorKind::kUnreadable, "a folder where a list of files is meant",
                 "name the folder itself, without --files-from"};
  }
  list_ = fopen(options_.files_from.c_str(), "re");
  if (list_ == nullptr) return ErrorOf(errno);
  return std::nullopt;
}

std::optional<Input> InputList::Next() {
  while (std::optional<Input> input = NextOfAll()) {
    const bool mine = count_++ % options_.shard.count == options_.shard.index - 1;
    if (!mine) continue;
    return input;
  }
  return std::nullopt;
}

std::optional<Input> InputList::NextOfAll() {
  for (;;) {
    if (!found_.empty()) {
      Input input = std::move(found_.front());
      found_.pop_front();
      return input;
    }
    std::string path;
    if (next_path_ < paths_.size()) {
      path = paths_[next_path_++];
    } else if (list_ == nullptr || !ReadPath(&path)) {
      return std::nullopt;
    }
    Expand(path);
  }
}

bool InputList::ReadPath(std::string* path) {
  const char end = options_.null_separated ? '\0' : '\n';
  char* line = nullptr;
  size_t capacity = 0;
  bool found = false;
  while (!found) {
    const ssize_t length = getdelim(&line, &capacity, end, list_);
    if (length < 0) break;
    path->assign(line, static_cast<size_t>(length));
    if (!path->empty() && path->back() == end) path->pop_back();
    if (end == '\n' && !path->empty() && path->back() == '\r') path->pop_back();
    found = !path->empty();
  }
  free(line);
  return found;
}

void InputList::Expand(const std::string& path) {
  if (!IsFolder(path)) {
    found_.push_back({path, std::nullopt});
    return;
  }
  seen_folders_.clear();
  Scan(path);
  if (std::all_of(found_.begin(), found_.end(), [](const Input& input) { return input.skipped; })) {
    found_.push_back(
        {path, Error{ErrorKind::kEmpty, "the folder holds no résumés",
                     "résumés are files named *.pdf, *.docx, *.odt, *.txt, *.md or *.markdown"}});
  }
}

void InputList::Scan(const std::string& folder) {
  struct stat status {};
  if (stat(folder.c_str(), &status) != 0) {
    found_.push_back({folder, ErrorOf(errno)});
    return;
  }
  // Links may lead back here, or here on a thousand ways.
  if (!seen_folders_.insert({status.st_dev, status.st_ino}).second) return;
  DIR* stream = opendir(folder.c_str());
  if (stream == nullptr) {
    found_.push_back({folder, ErrorOf(errno)});
    return;
  }
  std::vector<std::string> names;
  errno = 0;
  while (const dirent* entry = readdir(stream)) {
    if (entry->d_name[0] != '.') names.emplace_back(entry->d_name);
  }
  if (errno != 0) found_.push_back({folder, ErrorOf(errno)});
  closedir(stream);
  std::sort(names.begin(), names.end());
  const std::string prefix = folder.back() == '/' ? folder : folder + '/';
  for (const std::string& name : names) AddEntry(prefix + name, name);
}

void InputList::AddEntry(const std::string& path, std::string_view name) {
  struct stat status {};
  const bool named_like_one = HasKnownExtension(name) || IsForeignDocument(name);
  if (stat(path.c_str(), &status) != 0) {
    const int reason = errno;
    if (reason == ENOENT && !named_like_one) {
      found_.push_back(Skipped(path, "a link to nothing"));
    } else {
      found_.push_back({path, ErrorOf(reason)});
    }
  } else if (S_ISDIR(status.st_mode)) {
    Scan(path);
  } else if (!S_ISREG(status.st_mode)) {
    found_.push_back(Skipped(path, "not a regular file"));
  } else if (named_like_one) {
    found_.push_back({path, std::nullopt, true});
  } else if (const Result<bool> like_pdf = BeginsLikePdf(path); !like_pdf.ok()) {
    found_.push_back({path, like_pdf.error()});
  } else if (like_pdf.value()) {
    found_.push_back({path, std::nullopt, true});
  } else {
    found_.push_back(Skipped(path, "no document by its name or content"));
  }
}

std::optional<size_t> InputList::Total() const {
  if (list_ != nullptr || options_.shard.count > 1) return std::nullopt;
  if (next_path_ < paths_.size()) return std::nullopt;
  return count_ + found_.size();
}

bool IsFolder(const std::string& path) {
  struct stat status {};
  return path != "-" && stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

Result<Opened> OpenInput(const std::string& path, size_t max_bytes, bool regular) {
  Opened opened;
  if (path == "-") {
    Result<std::string> bytes = ReadAll(STDIN_FILENO, max_bytes);
    if (!bytes.ok()) return bytes.error();
    opened.bytes = std::move(bytes).value();
    return opened;
  }
  const int waiting = regular ? O_NONBLOCK : 0;
  opened.descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | waiting);
  if (opened.descriptor < 0) return ErrorOf(errno);
  struct stat status {};
  if (fstat(opened.descriptor, &status) != 0 || S_ISDIR(status.st_mode)) {
    close(opened.descriptor);
    return Error{ErrorKind::kUnreadable, "a folder where a file is meant", "name a file"};
  }
  if (S_ISREG(status.st_mode)) {
    opened.stamp = {static_cast<uint64_t>(status.st_size),
                    status.st_mtim.tv_sec * 1'000'000'000 + status.st_mtim.tv_nsec};
    return opened;
  }
  if (regular) {
    close(opened.descriptor);
    return Error{ErrorKind::kUnreadable, "it was a file when it was found, and is none now",
                 "try again when nobody changes the folder"};
  }
  // A pipe can be read only once, a worker's second try could not: its bytes are kept here.
  Result<std::string> bytes = ReadAll(opened.descriptor, max_bytes);
  close(opened.descriptor);
  opened.descriptor = -1;
  if (!bytes.ok()) return bytes.error();
  opened.bytes = std::move(bytes).value();
  return opened;
}

Result<std::string> ReadInput(const std::string& path, size_t max_bytes) {
  Result<Opened> opened = OpenInput(path, max_bytes);
  if (!opened.ok()) return opened.error();
  if (opened.value().descriptor < 0) return std::move(opened.value().bytes);
  Result<std::string> bytes = ReadAll(opened.value().descriptor, max_bytes);
  close(opened.value().descriptor);
  return bytes;
}

std::string DisplayPath(const std::string& path) {
  std::string shown;
  for (size_t position = 0; position < path.size();) {
    AppendUtf8(NextCodePoint(path, &position), &shown);
  }
  return shown;
}

std::string PercentPath(const std::string& path) {
  static constexpr char kDigits[] = "0123456789ABCDEF";
  std::string shown;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte < 0x7f && byte != '%') {
      shown += c;
    } else {
      shown += '%';
      shown += kDigits[byte >> 4];
      shown += kDigits[byte & 15];
    }
  }
  return shown;
}

}  // namespace atsmatch
