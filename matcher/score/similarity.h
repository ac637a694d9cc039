// How alike are the words of the résumé and those of the job?  TF-IDF, cosine.
//
// The cosine is 1 for a résumé that says what the posting says and nothing else.  Real ones reach
// 0.1 to 0.4; corpora/weights.tsv holds the line from there to points.
#ifndef ATSMATCH_MATCHER_SCORE_SIMILARITY_H_
#define ATSMATCH_MATCHER_SCORE_SIMILARITY_H_

#include <string>

#include "matcher/score/evidence.h"
#include "matcher/score/profile.h"

namespace atsmatch {

class Similarity {
 public:
  Similarity(const ResumeEvidence& evidence, const JobProfile& profile,
             const TermStatistics& statistics);

  double cosine() const { return Cosine(product_, own_squares_); }
  // The cosine if the résumé showed the i-th term of the profile once more in its work.
  double CosineWith(size_t term) const;
  // Part of the cosine that the i-th term brings.
  double ShareOf(size_t term) const;

 private:
  double Cosine(double product, double own_squares) const;

  const ResumeEvidence& evidence_;
  const JobProfile& profile_;
  double product_ = 0;
  double own_squares_ = 0;  // of the terms that the job does not name
};

}  // namespace atsmatch

#endif  // ATSMATCH_MATCHER_SCORE_SIMILARITY_H_
