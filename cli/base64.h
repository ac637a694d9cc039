// Base64 with padding (RFC 4648), for data: addresses and the hashes of a Content-Security-Policy.
#ifndef ATSMATCH_CLI_BASE64_H_
#define ATSMATCH_CLI_BASE64_H_

#include <string>
#include <string_view>

namespace atsmatch {

std::string ToBase64(std::string_view bytes);

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_BASE64_H_
