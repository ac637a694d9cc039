// Why this score, and what would change it?  Fills in the parts of a Match that explain it.
#ifndef ATSMATCH_MATCHER_EXPLAIN_H_
#define ATSMATCH_MATCHER_EXPLAIN_H_

#include "matcher/match.h"
#include "matcher/score/evidence.h"
#include "matcher/score/features.h"
#include "matcher/score/profile.h"
#include "matcher/score/similarity.h"

namespace atsmatch {

// All that was measured of one résumé against one job.
struct Comparison {
  const JobPosting& posting;
  const Knowledge& knowledge;
  const ResumeEvidence& evidence;
  const JobTermUses& uses;  // of the evidence
  const JobProfile& profile;
  const Similarity& similarity;
  const Measures& measures;
};

void ExplainRequirements(const Comparison& comparison, Match* match);
void ExplainKeywords(const Comparison& comparison, Match* match);
void ExplainAdvice(const Comparison& comparison, Match* match);  // after the two above
void WarnOfTricks(const Comparison& comparison, Match* match);

}  // namespace atsmatch

#endif  // ATSMATCH_MATCHER_EXPLAIN_H_
