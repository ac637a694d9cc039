// Words of a skill or title as they are compared: spelling variants folded, places kept.
//
//   FindWords("Node.js & organisational skills")
//   // "node" "js" "and" "organizational" "skill", each with its bytes and what stands before it
//
// Folded are: case, accents, plurals ("analysts"), possessives ("driver's"), British spelling
// ("organisation", "centre", "licence").  The rules may make a form that is no word ("supervize");
// that does no harm, because the taxonomy and the text are folded alike.  Kept are the signs that
// carry meaning: "c++", "c#", ".net".
#ifndef ATSMATCH_MATCHER_SKILLS_WORDS_H_
#define ATSMATCH_MATCHER_SKILLS_WORDS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace atsmatch {

// What stands between a word and the one before it, from the closest to the widest.
enum class Gap : uint8_t {
  kJoined,  // a hyphen, slash, dot or nothing: "full-stack", "CI/CD", "R&D"
  kSpace,
  kNewLine,  // one line end: a phrase may wrap over it
  kBreak,    // comma, bullet, bracket, end of a sentence, " - ": no phrase crosses it
};

struct TaxonomyWord {
  uint32_t begin = 0;  // bytes of the text
  uint32_t end = 0;
  uint32_t folded_begin = 0;  // bytes of WordList::folded
  uint32_t folded_end = 0;
  Gap gap = Gap::kBreak;      // before the word
  bool letters_only = false;  // a to z after folding
};

using Word = TaxonomyWord;  // parser/document.h has a Word of its own

struct WordList {
  std::string folded;  // the folded words, one after the other without spaces
  std::vector<Word> words;

  std::string_view Folded(size_t index) const {
    const Word& word = words[index];
    return std::string_view(folded).substr(word.folded_begin, word.folded_end - word.folded_begin);
  }
  void Clear() {
    folded.clear();
    words.clear();
  }
};

WordList FindWords(std::string_view text);
// The same into a list that is used again; for the thousands of phrases of a taxonomy.
void FindWords(std::string_view text, WordList* list);

}  // namespace atsmatch

#endif  // ATSMATCH_MATCHER_SKILLS_WORDS_H_
