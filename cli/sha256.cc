#include "cli/sha256.h"

#include <nettle/sha2.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>

namespace atsmatch {
namespace {

class Hash {
 public:
  Hash() { sha256_init(&context_); }

  void Add(std::string_view bytes) {
    sha256_update(&context_, bytes.size(), reinterpret_cast<const uint8_t*>(bytes.data()));
  }

  std::string ToText() {
    std::array<uint8_t, SHA256_DIGEST_SIZE> digest;
    sha256_digest(&context_, digest.size(), digest.data());
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string text;
    text.reserve(2 * digest.size());
    for (const uint8_t byte : digest) {
      text += kDigits[byte >> 4];
      text += kDigits[byte & 15];
    }
    return text;
  }

 private:
  sha256_ctx context_;
};

}  // namespace

std::string Sha256(std::string_view bytes) {
  Hash hash;
  hash.Add(bytes);
  return hash.ToText();
}

std::string Sha256OfFile(int descriptor, size_t max_bytes) {
  Hash hash;
  std::array<char, 1 << 16> block;
  size_t left = max_bytes + 1, place = 0;
  while (left > 0) {
    const ssize_t got =
        pread(descriptor, block.data(), std::min(left, block.size()), static_cast<off_t>(place));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    hash.Add({block.data(), static_cast<size_t>(got)});
    place += static_cast<size_t>(got);
    left -= static_cast<size_t>(got);
  }
  return hash.ToText();
}

}  // namespace atsmatch
