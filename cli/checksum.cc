#include "cli/checksum.h"

#define XXH_INLINE_ALL  // compiled in: one shared library less to load
#include <xxhash.h>

namespace atsmatch {

uint64_t Checksum(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

}  // namespace atsmatch
