// How would a résumé show it?  The sentence for a requirement that it does not show, worded for its
// kind.
//
//   AdviceFor(requirement, taxonomy)   // "if true for you, list it among your languages, with how
//                                      // well you know it: \"Marathi\""
#ifndef ATSMATCH_MATCHER_ADVICE_H_
#define ATSMATCH_MATCHER_ADVICE_H_

#include <string>
#include <string_view>

#include "matcher/posting/posting.h"

namespace atsmatch {

class Taxonomy;

std::string AdviceFor(const Requirement& asked, const Taxonomy& taxonomy);
// For a word of the job that stands nowhere in the résumé.
std::string AdviceForWord(std::string_view word);

}  // namespace atsmatch

#endif  // ATSMATCH_MATCHER_ADVICE_H_
