// SHA-256, to name what a document or a data file held: as `sha256sum` prints it.
#ifndef ATSMATCH_CLI_SHA256_H_
#define ATSMATCH_CLI_SHA256_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace atsmatch {

std::string Sha256(std::string_view bytes);  // 64 hexadecimal digits
// Of an open file from its beginning to its end; its place stays.  Of the first `max_bytes` + 1
// bytes where it is longer.
std::string Sha256OfFile(int descriptor, size_t max_bytes);

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_SHA256_H_
