// Phrases by their folded words: which concepts do these words name?
//
// A phrase is looked up by the hash of its folded words written without spaces, so that "full
// stack", "full-stack" and "fullstack" are one.  Short phrases keep their spaces ("C I" is not
// "CI").
#ifndef ATSMATCH_MATCHER_SKILLS_PHRASE_INDEX_H_
#define ATSMATCH_MATCHER_SKILLS_PHRASE_INDEX_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "matcher/skills/words.h"

namespace atsmatch {

// How a phrase may be matched.
enum PhraseFlag : uint8_t {
  kCase = 1,       // its words with capitals must stand as written
  kAmbiguous = 2,  // needs context
  kSpaced = 4,     // its words must be parted as written: "sales force" is not "Salesforce"
  kListOnly = 8,   // only as an item of a list of skills: "training" is everywhere else
  kName = 16,      // the name of its concept, not an alias
};

struct Phrase {
  uint64_t hash = 0;
  int32_t concept_id = -1;
  int32_t next = -1;           // the next phrase with this hash
  uint32_t written_begin = 0;  // bytes of the index's text; empty where the flags do not ask for it
  uint16_t written_size = 0;
  uint8_t flags = 0;
  uint8_t words = 0;
};

// An index as compile_taxonomy.cc writes it into the program.
struct PhraseTables {
  std::span<const Phrase> phrases;
  std::span<const int32_t> slots;    // open addressing; a power of two; -1: free
  std::span<const uint8_t> longest;  // by the first letters: bytes of the longest phrase
  std::string_view text;
};

class PhraseIndex {
 public:
  static constexpr size_t kMaxWords = 12;

  PhraseIndex() = default;
  explicit PhraseIndex(const PhraseTables& built_in) : tables_(built_in) {}
  PhraseIndex(const PhraseIndex&) = delete;
  PhraseIndex& operator=(const PhraseIndex&) = delete;

  // False: it has no words, or too many.
  bool Add(std::string_view written, int32_t concept_id, uint8_t flags);

  struct Hit {
    size_t words = 0;
    int32_t phrase = -1;  // the first of a chain over Phrase::next
  };
  // The phrases that start at words[first], shortest first, none crossing words[limit].
  void FindAt(const WordList& list, size_t first, size_t limit, std::vector<Hit>* hits) const;
  // The chain of the words [first, last); -1: none.
  int32_t Find(const WordList& list, size_t first, size_t last) const;
  int32_t FindFolded(std::string_view one_word) const;

  const Phrase& operator[](int32_t phrase) const {
    return tables_.phrases[static_cast<size_t>(phrase)];
  }
  // As in the data; only for phrases with kCase or kSpaced.
  std::string_view Written(const Phrase& phrase) const {
    return tables_.text.substr(phrase.written_begin, phrase.written_size);
  }
  const PhraseTables& tables() const { return tables_; }

 private:
  int32_t Lookup(uint64_t hash) const;
  void CopyBuiltIn();
  void Grow();
  void Insert(int32_t phrase);

  PhraseTables tables_;  // of the program, or views of the members below
  std::vector<Phrase> phrases_;
  std::vector<int32_t> slots_;
  std::vector<uint8_t> longest_;
  std::string text_;
  WordList scratch_;
};

}  // namespace atsmatch

#endif  // ATSMATCH_MATCHER_SKILLS_PHRASE_INDEX_H_
