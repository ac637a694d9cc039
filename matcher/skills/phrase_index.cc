#include "matcher/skills/phrase_index.h"

#include <algorithm>

namespace atsmatch {
namespace {

// Phrases of fewer bytes are told apart by their spaces.
constexpr size_t kShortPhrase = 5;
constexpr uint64_t kHashSeed = 0xcbf29ce484222325u;
constexpr size_t kPrefixBytes = 3;
constexpr size_t kPrefixSlots = 1 << 15;

// FNV-1a: a word at a time can be added as the phrase grows.
uint64_t Extend(uint64_t hash, std::string_view bytes) {
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return hash;
}

uint64_t HashSpaced(const WordList& list, size_t first, size_t last) {
  uint64_t hash = kHashSeed;
  for (size_t i = first; i < last; ++i) hash = Extend(Extend(hash, list.Folded(i)), " ");
  return hash;
}

size_t FoldedBytes(const WordList& list, size_t first, size_t last) {
  return list.words[last - 1].folded_end - list.words[first].folded_begin;
}

uint64_t HashPhrase(const WordList& list, size_t first, size_t last) {
  if (FoldedBytes(list, first, last) < kShortPhrase) return HashSpaced(list, first, last);
  return Extend(kHashSeed,
                std::string_view(list.folded)
                    .substr(list.words[first].folded_begin, FoldedBytes(list, first, last)));
}

size_t PrefixSlot(std::string_view folded) {
  return (Extend(kHashSeed, folded.substr(0, kPrefixBytes)) >> 20) % kPrefixSlots;
}

}  // namespace

// What the program holds cannot grow: the first phrase of a user moves it into our own vectors.
void PhraseIndex::CopyBuiltIn() {
  phrases_.assign(tables_.phrases.begin(), tables_.phrases.end());
  slots_.assign(tables_.slots.begin(), tables_.slots.end());
  longest_.assign(tables_.longest.begin(), tables_.longest.end());
  text_ = tables_.text;
  longest_.resize(kPrefixSlots, 0);
}

void PhraseIndex::Grow() {
  slots_.assign(std::max<size_t>(1024, slots_.size() * 2), -1);
  for (size_t i = 0; i < phrases_.size(); ++i) Insert(static_cast<int32_t>(i));
}

// A phrase that is known is chained behind the first of its hash, so that the order of the data
// decides between equals.
void PhraseIndex::Insert(int32_t phrase) {
  const uint64_t hash = phrases_[static_cast<size_t>(phrase)].hash;
  const size_t mask = slots_.size() - 1;
  for (size_t slot = hash & mask;; slot = (slot + 1) & mask) {
    if (slots_[slot] < 0) {
      slots_[slot] = phrase;
      return;
    }
    int32_t known = slots_[slot];
    if (phrases_[static_cast<size_t>(known)].hash != hash) continue;
    while (known != phrase && phrases_[static_cast<size_t>(known)].next >= 0) {
      known = phrases_[static_cast<size_t>(known)].next;
    }
    if (known != phrase) phrases_[static_cast<size_t>(known)].next = phrase;
    return;
  }
}

bool PhraseIndex::Add(std::string_view written, int32_t concept_id, uint8_t flags) {
  FindWords(written, &scratch_);
  if (scratch_.words.empty() || scratch_.words.size() > kMaxWords) return false;
  if (longest_.empty()) CopyBuiltIn();
  if ((phrases_.size() + 1) * 2 > slots_.size()) Grow();
  Phrase phrase;
  phrase.hash = HashPhrase(scratch_, 0, scratch_.words.size());
  phrase.concept_id = concept_id;
  phrase.flags = flags;
  phrase.words = static_cast<uint8_t>(scratch_.words.size());
  if (flags & (kCase | kSpaced)) {
    phrase.written_begin = static_cast<uint32_t>(text_.size());
    phrase.written_size = static_cast<uint16_t>(written.size());
    text_.append(written);
  }
  phrases_.push_back(phrase);
  Insert(static_cast<int32_t>(phrases_.size()) - 1);
  uint8_t& longest = longest_[PrefixSlot(scratch_.folded)];
  longest = static_cast<uint8_t>(
      std::max<size_t>(longest, std::min<size_t>(scratch_.folded.size(), UINT8_MAX)));
  tables_ = {phrases_, slots_, longest_, text_};
  return true;
}

int32_t PhraseIndex::Lookup(uint64_t hash) const {
  if (tables_.slots.empty()) return -1;
  const size_t mask = tables_.slots.size() - 1;
  for (size_t slot = hash & mask; tables_.slots[slot] >= 0; slot = (slot + 1) & mask) {
    if ((*this)[tables_.slots[slot]].hash == hash) return tables_.slots[slot];
  }
  return -1;
}

void PhraseIndex::FindAt(const WordList& list, size_t first, size_t limit,
                         std::vector<Hit>* hits) const {
  hits->clear();
  if (tables_.longest.empty()) return;
  const uint32_t begin = list.words[first].folded_begin;
  // Phrases shorter than the prefix have a slot of their own: always try those few bytes.
  const size_t longest = std::max<size_t>(
      tables_.longest[PrefixSlot(std::string_view(list.folded).substr(begin))], kPrefixBytes - 1);
  uint64_t hash = kHashSeed;
  const size_t last = std::min(limit, first + kMaxWords);
  for (size_t i = first; i < last; ++i) {
    const size_t bytes = list.words[i].folded_end - begin;
    if (bytes > longest && longest < UINT8_MAX) return;
    hash = Extend(hash, list.Folded(i));
    const int32_t phrase = Lookup(bytes < kShortPhrase ? HashSpaced(list, first, i + 1) : hash);
    if (phrase >= 0) hits->push_back({i + 1 - first, phrase});
  }
}

int32_t PhraseIndex::Find(const WordList& list, size_t first, size_t last) const {
  return first < last ? Lookup(HashPhrase(list, first, last)) : -1;
}

int32_t PhraseIndex::FindFolded(std::string_view one_word) const {
  const uint64_t hash = Extend(kHashSeed, one_word);
  return Lookup(one_word.size() < kShortPhrase ? Extend(hash, " ") : hash);
}

}  // namespace atsmatch
