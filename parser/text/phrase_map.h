// Phrases with their values in hash tables: those that the build made, which are ready when the
// program starts, and those that are added when it runs.  Only the .cc files of this folder include
// it.
#ifndef ATSMATCH_PARSER_TEXT_PHRASE_MAP_H_
#define ATSMATCH_PARSER_TEXT_PHRASE_MAP_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace atsmatch {

// FNV-1a, byte by byte, so that a window of words can grow.
inline constexpr uint64_t kPhraseHashBasis = 0xcbf29ce484222325u;
inline uint64_t HashMore(uint64_t hash, std::string_view bytes) {
  for (const unsigned char byte : bytes) hash = (hash ^ byte) * 0x100000001b3u;
  return hash;
}
inline uint64_t MixHash(uint64_t hash) {
  hash = (hash ^ (hash >> 31)) * 0x9e3779b97f4a7c15u;
  return hash ^ (hash >> 29);
}

// The words of a phrase as they are compared, counted and hashed in one pass.
struct PhraseKey {
  std::string_view phrase;
  uint64_t hash = kPhraseHashBasis;
  uint16_t words = 0;
  uint16_t first_length = 0;  // bytes of the first word
};

struct PhraseEntry {
  PhraseKey key;
  std::string_view value;  // empty: taken out
  bool alias = false;      // with "and" for the conjunction that the row has
};

// Open addressing over indices; 0 is an empty slot.
struct PhraseSlot {
  uint32_t tag = 0, entry = 0;  // upper half of the mixed hash; index plus one
};

// The index plus one of the entry that is_same(index) accepts; 0: none.  The number of slots is a
// power of two, some of them empty; `slot` is where the search ended.
template <class IsSame>
uint32_t FindSlot(std::span<const PhraseSlot> slots, uint64_t hash, IsSame is_same, size_t* slot) {
  const uint64_t mixed = MixHash(hash);
  const auto tag = static_cast<uint32_t>(mixed >> 32);
  for (size_t i = mixed & (slots.size() - 1);; i = (i + 1) & (slots.size() - 1)) {
    *slot = i;
    if (slots[i].entry == 0) return 0;
    if (slots[i].tag == tag && is_same(slots[i].entry - 1)) return slots[i].entry;
  }
}

// A row as compile_lexicon.cc writes it into the program; its texts are bytes of one text.
struct BuiltInPhrase {
  uint32_t phrase_begin, value_begin;
  uint16_t phrase_size;
  uint8_t value_size;
  bool alias;
};

struct BuiltInTable {
  std::span<const BuiltInPhrase> phrases;
  std::span<const PhraseSlot> slots;
  std::span<const uint8_t> starts;  // see PhraseStarts
};

// The longest phrases by their first word: as many bytes as there are slots, a power of two.  Words
// that share a byte share the larger number: that costs a lookup, not an answer.
inline size_t LongestWithStart(std::span<const uint8_t> starts, uint64_t hash_of_first_word) {
  return starts.empty() ? 0 : starts[MixHash(hash_of_first_word) & (starts.size() - 1)];
}

class PhraseStarts {
 public:
  explicit PhraseStarts(const std::vector<PhraseEntry>& entries);
  std::span<const uint8_t> lengths() const { return lengths_; }

 private:
  std::vector<uint8_t> lengths_;  // in words
};

class PhraseMap {
 public:
  const PhraseEntry* Find(uint64_t hash, std::string_view phrase) const;
  // The entry of the phrase: a new one if its value is of no text.
  PhraseEntry& Insert(const PhraseKey& key);

  const std::vector<PhraseEntry>& entries() const { return entries_; }
  std::span<const PhraseSlot> slots() const { return slots_; }

 private:
  void Reserve(size_t entries);

  std::vector<PhraseSlot> slots_;
  std::vector<PhraseEntry> entries_;
};

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_TEXT_PHRASE_MAP_H_
