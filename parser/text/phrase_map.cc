#include "parser/text/phrase_map.h"

#include <algorithm>

namespace atsmatch {

PhraseStarts::PhraseStarts(const std::vector<PhraseEntry>& entries) {
  if (entries.empty()) return;
  size_t size = 64;
  while (size < 4 * entries.size()) size *= 2;
  lengths_.assign(size, 0);
  for (const PhraseEntry& entry : entries) {
    if (entry.value.empty()) continue;
    const std::string_view first_word = entry.key.phrase.substr(0, entry.key.first_length);
    uint8_t& length = lengths_[MixHash(HashMore(kPhraseHashBasis, first_word)) & (size - 1)];
    length = std::max(length, static_cast<uint8_t>(std::min<size_t>(entry.key.words, 255)));
  }
}

const PhraseEntry* PhraseMap::Find(uint64_t hash, std::string_view phrase) const {
  if (slots_.empty()) return nullptr;
  size_t slot;
  const uint32_t found = FindSlot(
      slots_, hash, [&](size_t i) { return entries_[i].key.phrase == phrase; }, &slot);
  return found == 0 ? nullptr : &entries_[found - 1];
}

PhraseEntry& PhraseMap::Insert(const PhraseKey& key) {
  Reserve(entries_.size() + 1);
  size_t slot;
  const uint32_t found = FindSlot(
      slots_, key.hash, [&](size_t i) { return entries_[i].key.phrase == key.phrase; }, &slot);
  if (found != 0) return entries_[found - 1];
  entries_.push_back({key, {}, false});
  slots_[slot] = {static_cast<uint32_t>(MixHash(key.hash) >> 32),
                  static_cast<uint32_t>(entries_.size())};
  return entries_.back();
}

void PhraseMap::Reserve(size_t entries) {
  if (3 * entries <= 2 * slots_.size()) return;
  size_t size = 16;
  while (2 * size < 3 * entries) size *= 2;
  slots_.assign(size, PhraseSlot());
  for (size_t entry = 0; entry < entries_.size(); ++entry) {
    const uint64_t hash = entries_[entry].key.hash;
    size_t slot;
    FindSlot(
        slots_, hash, [](size_t) { return false; }, &slot);
    slots_[slot] = {static_cast<uint32_t>(MixHash(hash) >> 32), static_cast<uint32_t>(entry + 1)};
  }
}

}  // namespace atsmatch
