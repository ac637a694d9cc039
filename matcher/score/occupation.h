// Has the person done this job?  Titles held, their family and how long ago.
#ifndef ATSMATCH_MATCHER_SCORE_OCCUPATION_H_
#define ATSMATCH_MATCHER_SCORE_OCCUPATION_H_

#include "matcher/score/evidence.h"
#include "matcher/score/profile.h"

namespace atsmatch {

struct Occupation {
  double title = 0;  // 0..1: how near the nearest title comes, older ones counting less
  int nearest = -1;  // index into ResumeEvidence::titles
  std::string reason;
};

Occupation CompareTitles(const ResumeEvidence& evidence, const JobProfile& profile,
                         const JobPosting& posting, const Knowledge& knowledge);

}  // namespace atsmatch

#endif  // ATSMATCH_MATCHER_SCORE_OCCUPATION_H_
