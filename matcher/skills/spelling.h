// One spelling for words that people spell in several ways.
#ifndef ATSMATCH_MATCHER_SKILLS_SPELLING_H_
#define ATSMATCH_MATCHER_SKILLS_SPELLING_H_

#include <string>

namespace atsmatch {

// Folds the word that starts at `begin` of `text` and runs to its end, in place: plural to
// singular, British to American.  The word has letters a to z only.
void FoldSpelling(std::string* text, size_t begin);

}  // namespace atsmatch

#endif  // ATSMATCH_MATCHER_SKILLS_SPELLING_H_
