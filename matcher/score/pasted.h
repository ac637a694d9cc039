// Was the posting pasted into the résumé?
#ifndef ATSMATCH_MATCHER_SCORE_PASTED_H_
#define ATSMATCH_MATCHER_SCORE_PASTED_H_

#include <string>
#include <string_view>
#include <vector>

#include "matcher/score/evidence.h"

namespace atsmatch {

// Small letters (of ASCII), single spaces, no signs at either end.
std::string PlainText(std::string_view text);

// The lines of the evidence that are the posting's own words; none where they are few: a duty may
// be said alike by chance, a page may not.
std::vector<bool> PastedLines(const ResumeEvidence& evidence, std::string_view plain_posting);

}  // namespace atsmatch

#endif  // ATSMATCH_MATCHER_SCORE_PASTED_H_
