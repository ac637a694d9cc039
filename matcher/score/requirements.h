// Is what the job asks shown?  Each requirement against the evidence, with the reason.
#ifndef ATSMATCH_MATCHER_SCORE_REQUIREMENTS_H_
#define ATSMATCH_MATCHER_SCORE_REQUIREMENTS_H_

#include <string>
#include <vector>

#include "matcher/score/evidence.h"
#include "matcher/score/profile.h"

namespace atsmatch {

// A requirement before it is turned into points.
struct Shown {
  double value = 0;      // 0 not shown .. 1 met in full
  bool known = true;     // false: résumés do not say such things (travel, shifts)
  bool certain = false;  // what is missing is certainly missing, not only unsaid
  double weight = 0;     // among the requirements of its need
  std::string reason;
  std::vector<size_t> lines;  // of the evidence, the best first
};

// `uses`: of the evidence, as UsesOf gives them.
std::vector<Shown> ShowRequirements(const ResumeEvidence& evidence, const JobTermUses& uses,
                                    const JobPosting& posting, const JobProfile& profile,
                                    const Knowledge& knowledge);

}  // namespace atsmatch

#endif  // ATSMATCH_MATCHER_SCORE_REQUIREMENTS_H_
