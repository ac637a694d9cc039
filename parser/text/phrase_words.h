// Text as the lexicon compares it: words, folded, with what stood between them.  Only the .cc files
// of this folder include it; lexicon.h says which texts are the same.
#ifndef ATSMATCH_PARSER_TEXT_PHRASE_WORDS_H_
#define ATSMATCH_PARSER_TEXT_PHRASE_WORDS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace atsmatch {

struct PhraseWord {
  uint32_t begin, end;                // of PhraseWords::text
  uint32_t source_begin, source_end;  // of the text searched
  bool dot_before = false;            // joined to the word before by a dot: "b" and "sc" of "b.sc"
};

struct PhraseWords {
  std::string text;  // the words with one space, or a dot, between them
  std::vector<PhraseWord> words;
  bool has_dots = false;

  std::string_view Text(size_t first, size_t last) const {
    return std::string_view(text).substr(words[first].begin, words[last].end - words[first].begin);
  }
  size_t Length(size_t i) const { return words[i].end - words[i].begin; }
  // "M.Sc.": its parts are no words by themselves; those of "linkedin.com" are.
  bool IsBorder(size_t i) const {
    if (i == 0 || i == words.size() || !words[i].dot_before) return true;
    return Length(i - 1) > 1 && Length(i) > 1;
  }
};

// Fills `words`, whose memory is used again.
void SplitPhrase(std::string_view text, PhraseWords* words);
// The words with those that dots join made one: "b.sc" -> "bsc".
PhraseWords WithoutDots(const PhraseWords& dotted);

// "and" in the languages that we have lexicons of; looked at only between two other words.
bool IsConjunction(std::string_view word);
bool HasConjunction(const PhraseWords& words);
std::string WithAnd(const PhraseWords& words);  // the text with "and" for each conjunction

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_TEXT_PHRASE_WORDS_H_
