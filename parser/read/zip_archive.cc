#include "parser/read/zip_archive.h"

#include <archive.h>
#include <archive_entry.h>

#include <memory>
#include <utility>

#include "parser/read/finish.h"

namespace atsmatch {
namespace {

using Archive = std::unique_ptr<archive, decltype(&archive_read_free)>;

Error TooLarge() {
  return {ErrorKind::kTooLarge, "the file unpacks to more than a document holds",
          "save the résumé without embedded files"};
}

// Appends what the entry holds; false when it is broken or beyond the limit.
bool Inflate(archive* from, size_t most, std::string* content, bool* too_large) {
  char block[1 << 16];
  for (;;) {
    const la_ssize_t got = archive_read_data(from, block, sizeof(block));
    if (got == 0) return true;
    if (got == ARCHIVE_RETRY) continue;
    if (got < 0) return false;  // a warning is a wrong check sum
    if (content->size() + static_cast<size_t>(got) > most) {
      *too_large = true;
      return false;
    }
    content->append(block, static_cast<size_t>(got));
  }
}

}  // namespace

Result<ArchiveFiles> ReadZip(std::string_view bytes,
                             const std::function<bool(std::string_view name)>& is_wanted,
                             const ZipLimits& limits) {
  const Archive reader(archive_read_new(), archive_read_free);
  // The directory at the end says what belongs to the archive; one that was cut off has none.
  archive_read_support_format_zip_seekable(reader.get());
  if (archive_read_open_memory(reader.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) {
    return DamagedOffice();
  }
  ArchiveFiles files;
  size_t inflated = 0;
  for (size_t entries = 0;; ++entries) {
    archive_entry* entry = nullptr;
    const int status = archive_read_next_header(reader.get(), &entry);
    if (status == ARCHIVE_EOF) return files;
    if (status != ARCHIVE_OK && status != ARCHIVE_WARN) return DamagedOffice();
    if (entries >= limits.max_entries) return TooLarge();
    const char* name = archive_entry_pathname(entry);
    if (name == nullptr || !is_wanted(name)) continue;
    if (archive_entry_is_encrypted(entry) != 0) return EncryptedOffice();
    std::string content;
    bool too_large = false;
    if (!Inflate(reader.get(), limits.max_inflated - inflated, &content, &too_large)) {
      return too_large ? TooLarge() : Damaged();
    }
    inflated += content.size();
    files[name] = std::move(content);
  }
}

}  // namespace atsmatch
