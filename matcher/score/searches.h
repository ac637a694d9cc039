// What would programs that search in other ways find?  Some look for a job's words letter by
// letter, others for their stems; this one also knows other names and relatives of a thing.
#ifndef ATSMATCH_MATCHER_SCORE_SEARCHES_H_
#define ATSMATCH_MATCHER_SCORE_SEARCHES_H_

#include <string>

#include "matcher/match.h"
#include "matcher/score/evidence.h"
#include "matcher/score/profile.h"

namespace atsmatch {

// "A" as "a"; other letters than ASCII's as they are, whatever the locale.
std::string SmallLetters(std::string text);

// The visible text of the evidence in small letters.
std::string SmallLetters(const ResumeEvidence& evidence);

// Whether the words stand in the text as they are, at word borders: not "java" in "javascript".
bool HasWords(const std::string& text, const std::string& words);

// The strictest way of searching that finds one of the names; kNone: no way does.
Search StrictestSearch(const std::vector<AskedName>& names, const ResumeEvidence& evidence,
                       const std::string& small_letters, const Taxonomy& taxonomy);

// How much of what the résumé shows the job has a use for.
JobUse UseOf(const ResumeEvidence& evidence, const JobProfile& profile, const Taxonomy& taxonomy);

}  // namespace atsmatch

#endif  // ATSMATCH_MATCHER_SCORE_SEARCHES_H_
