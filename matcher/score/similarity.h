// How much of what the job says does the résumé say?  TF-IDF, with the saturation and the length of
// BM25.
//
// Each term of the job weighs by how rare it is and how much the job is about it.  A term counts in
// full for a résumé that says nothing else, and by half for one of common length that says it
// kHalfSaid times; no résumé reaches 1.  Real ones reach 0.005 to 0.05; corpora/weights.tsv holds
// the line from there to points.
//
// Only what the job does not name makes a résumé long, so to say what it asks for never costs.  The
// whole is a sum over the terms of the job: what one of them brings is exact.
#ifndef ATSMATCH_MATCHER_SCORE_SIMILARITY_H_
#define ATSMATCH_MATCHER_SCORE_SIMILARITY_H_

#include "matcher/score/profile.h"

namespace atsmatch {

class Similarity {
 public:
  // `length`: of the evidence; `uses`: of it, as UsesOf gives them.  Keeps references to the other
  // two.
  Similarity(double length, const JobTermUses& uses, const JobProfile& profile);

  double value() const { return Share(said_); }  // 0..1
  // The value if the résumé showed the i-th term of the profile once more in its work.
  double ValueWith(size_t term) const;

 private:
  double Said(const JobTerm& term, double uses) const;
  double Share(double said) const;

  const JobTermUses& uses_;
  const JobProfile& profile_;
  double half_said_ = 0;  // uses of a term that count by half
  double whole_ = 1;      // what a share is of
  double said_ = 0;       // the weights of the terms of the job, each by how much it is said
};

}  // namespace atsmatch

#endif  // ATSMATCH_MATCHER_SCORE_SIMILARITY_H_
