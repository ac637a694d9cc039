// Has the person done this job?  Titles held, their family and how long ago.
#ifndef ATSMATCH_MATCHER_SCORE_OCCUPATION_H_
#define ATSMATCH_MATCHER_SCORE_OCCUPATION_H_

#include "matcher/score/evidence.h"
#include "matcher/score/profile.h"

namespace atsmatch {

// How near the nearest title comes, older ones counting less.
struct Occupation {
  double known = 0;  // 0..1: by what the taxonomy knows of the occupations
  double title = 0;  // 0..1: by their words
};

// Do the words of the résumé point where those of the job and its title do?  In standard deviations
// from where postings of all trades point: 0 for anybody, about 2 for the same trade, up to 7.
// `uses`: of the evidence, as UsesOf gives them.
double FieldOfWork(const ResumeEvidence& evidence, const JobTermUses& uses,
                   const JobProfile& profile, const Knowledge& knowledge);

Occupation CompareTitles(const ResumeEvidence& evidence, const JobProfile& profile,
                         const JobPosting& posting, const Knowledge& knowledge);

}  // namespace atsmatch

#endif  // ATSMATCH_MATCHER_SCORE_OCCUPATION_H_
