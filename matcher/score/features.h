// From measures to points: named features whose points add up to the score.
//
//   std::vector<Feature> features = ToFeatures(measures, posting, weights);
//   ScoreOf(features)   // 0..100
//
// Everything that asks "what if" changes a copy of the measures and comes here again, so that a
// gain is exact.
#ifndef ATSMATCH_MATCHER_SCORE_FEATURES_H_
#define ATSMATCH_MATCHER_SCORE_FEATURES_H_

#include <vector>

#include "matcher/match.h"
#include "matcher/score/requirements.h"
#include "matcher/score/weights.h"

namespace atsmatch {

struct Measures {
  std::vector<Shown> shown;  // one for each requirement of the posting
  double similarity = 0;     // as Similarity gives it
  double field = 0;          // standard deviations, as FieldOfWork gives it
  bool has_field = true;     // the words of the posting are known well enough to tell
  double title = 0;          // 0..1, of the words of titles
  double occupation = 0;     // 0..1, of the occupations known
  double years = 0;          // of work
  bool has_years = false;
  int degree_level = 0;
  int level = 0;  // of the most recent position that states one
};

std::vector<Feature> ToFeatures(const Measures& measures, const JobPosting& posting,
                                const Weights& weights);
double ScoreOf(const std::vector<Feature>& features);
// ScoreOf(ToFeatures(...)) without the names and notes.
double ScoreOf(const Measures& measures, const JobPosting& posting, const Weights& weights);

// What the score would rise by if more of the job's words were said, all else as it is; for many
// words of one résumé.
class SimilarityGain {
 public:
  // Keeps references to parts of both.
  SimilarityGain(const std::vector<Feature>& features, const Weights& weights);
  double operator()(double similarity) const;  // `similarity` as in Measures

 private:
  const Feature* feature_ = nullptr;
  const FeatureWeight* weight_ = nullptr;
};

// The weight of a requirement in the mean of its need; 0 where a feature of its own judges it.
double WeightInMean(const Requirement& requirement, const Shown& shown);

}  // namespace atsmatch

#endif  // ATSMATCH_MATCHER_SCORE_FEATURES_H_
