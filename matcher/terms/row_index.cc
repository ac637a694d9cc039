#include "matcher/terms/row_index.h"

#include <algorithm>
#include <bit>

namespace atsmatch {
namespace {

constexpr uint64_t kUpperHalf = 0xffffffff00000000;

// FNV-1a: short keys, no state, the same on every machine.
uint64_t Hash(std::string_view key) {
  uint64_t hash = 0xcbf29ce484222325;
  for (const char c : key) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return hash ^ (hash >> 29);
}

std::string_view LineAt(std::string_view rows, size_t begin) {
  return rows.substr(begin, std::min(rows.find('\n', begin), rows.size()) - begin);
}

}  // namespace

std::vector<uint64_t> RowSlots(std::string_view rows) {
  const size_t lines = static_cast<size_t>(std::count(rows.begin(), rows.end(), '\n')) + 1;
  std::vector<uint64_t> slots(std::bit_ceil(lines * 2), 0);
  for (size_t begin = 0; begin < rows.size();) {
    const std::string_view line = LineAt(rows, begin);
    if (const size_t tab = line.find('\t'); tab != std::string_view::npos && line[0] != '#') {
      const uint64_t hash = Hash(line.substr(0, tab));
      size_t slot = hash & (slots.size() - 1);
      while (slots[slot] != 0) slot = (slot + 1) & (slots.size() - 1);
      slots[slot] = (hash & kUpperHalf) | (begin + 1);
    }
    begin += line.size() + 1;
  }
  return slots;
}

std::optional<std::string_view> RowIndex::Find(std::string_view key) const {
  if (slots_.empty()) return std::nullopt;
  const uint64_t hash = Hash(key);
  for (size_t slot = hash & (slots_.size() - 1); slots_[slot] != 0;
       slot = (slot + 1) & (slots_.size() - 1)) {
    if (((slots_[slot] ^ hash) & kUpperHalf) != 0) continue;
    const size_t begin = static_cast<size_t>(slots_[slot] & ~kUpperHalf) - 1;
    const std::string_view row = rows_.substr(begin);
    if (row.size() > key.size() && row[key.size()] == '\t' && row.starts_with(key)) {
      return LineAt(rows_, begin).substr(key.size() + 1);
    }
  }
  return std::nullopt;
}

}  // namespace atsmatch
