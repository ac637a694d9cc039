// Words of grammar of other languages than English: they name no trade, whatever they mean there.
#ifndef ATSMATCH_MATCHER_TERMS_COMMON_WORDS_H_
#define ATSMATCH_MATCHER_TERMS_COMMON_WORDS_H_

#include <string>
#include <unordered_set>

namespace atsmatch {

// Of corpora/background/common_words.tsv, as FindTokens gives them.  Only for texts in such a
// language: "die" and "war" are words of trades in English.
const std::unordered_set<std::string>& CommonWordsOfOtherLanguages();

}  // namespace atsmatch

#endif  // ATSMATCH_MATCHER_TERMS_COMMON_WORDS_H_
