// A number that tells whether bytes are as they were written, and a key for tables.  Not for
// adversaries: see sha256.h.
#ifndef ATSMATCH_CLI_CHECKSUM_H_
#define ATSMATCH_CLI_CHECKSUM_H_

#include <cstdint>
#include <string_view>

namespace atsmatch {

uint64_t Checksum(std::string_view bytes);  // XXH3, the same on every machine

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_CHECKSUM_H_
