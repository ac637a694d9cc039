// The files inside a ZIP archive: what DOCX and ODT are.
//
//   Result<ArchiveFiles> files = ReadZip(bytes, IsXml);
//
// Nothing is written to disk.  What is inflated has a limit, so that a small archive cannot fill
// the memory; the check sums are verified, so that a broken one is told and not half read.
#ifndef ATSMATCH_PARSER_READ_ZIP_ARCHIVE_H_
#define ATSMATCH_PARSER_READ_ZIP_ARCHIVE_H_

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "parser/result.h"

namespace atsmatch {

struct ZipLimits {
  size_t max_inflated = 64u << 20;  // bytes of all files that are wanted
  size_t max_entries = 10000;
};

using ArchiveFiles = std::map<std::string, std::string>;  // name -> content

// The files whose names are wanted.  kDamaged, kEncrypted or kTooLarge.
Result<ArchiveFiles> ReadZip(std::string_view bytes,
                             const std::function<bool(std::string_view name)>& is_wanted,
                             const ZipLimits& limits = {});

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_READ_ZIP_ARCHIVE_H_
