// SHA-256, to name what a document or a data file held: as `sha256sum` prints it.
#ifndef ATSMATCH_CLI_SHA256_H_
#define ATSMATCH_CLI_SHA256_H_

#include <string>
#include <string_view>

namespace atsmatch {

std::string Sha256(std::string_view bytes);  // 64 hexadecimal digits

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_SHA256_H_
