// The title of a posting.
#ifndef ATSMATCH_MATCHER_POSTING_TITLE_H_
#define ATSMATCH_MATCHER_POSTING_TITLE_H_

#include <string>
#include <string_view>

#include "parser/document.h"

namespace atsmatch {

class Lexicon;
class Taxonomy;

// Without reference number, salary, place, contract and sales talk:
// "CHEF DE PARTIE - £32k - Leeds (Ref: 123)" -> "Chef De Partie".
std::string CleanTitle(std::string_view title, const Lexicon& lexicon);

// Where the title stands: after "Job title:", else the first line if it can be one, else the first
// thing that is looked for ("looking for a Digital Marketing Manager").  Empty: nowhere.
IndexRange FindPostingTitle(std::string_view text, const Taxonomy& taxonomy);

// 0 not stated, 1 intern or junior .. 5 executive.
int LevelOfTitle(std::string_view title, const Lexicon& lexicon);

}  // namespace atsmatch

#endif  // ATSMATCH_MATCHER_POSTING_TITLE_H_
