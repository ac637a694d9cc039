#include "matcher/score/similarity.h"

#include <cmath>

#include "matcher/terms/statistics.h"

namespace atsmatch {
namespace {

// Sums are kept in steps of 2^-20, so that they are the same whatever the order of the sections and
// of the table of terms.
double InSteps(double value) { return std::round(value * 0x1p20) * 0x1p-20; }

// A résumé of a few words is not compared by them alone: its length is taken as at least this.
constexpr double kShortestSquares = 1500;

}  // namespace

Similarity::Similarity(const ResumeEvidence& evidence, const JobProfile& profile,
                       const TermStatistics& statistics)
    : evidence_(evidence), profile_(profile) {
  // Only what the job does not name makes a résumé long: to name what it asks for never costs.
  own_squares_ = evidence.squares;
  for (const JobTerm& term : profile.terms) {
    const auto use = evidence.terms.find(term.term);
    if (use == evidence.terms.end()) continue;
    product_ += InSteps(term.weight * term.idf * Saturated(use->second.weight));
    own_squares_ -= SquareOf(statistics, term.term, use->second);
  }
}

double Similarity::Cosine(double product, double own_squares) const {
  if (profile_.norm <= 0) return 0;
  return product / (profile_.norm * std::sqrt(own_squares + kShortestSquares));
}

double Similarity::CosineWith(size_t term) const {
  const JobTerm& added = profile_.terms[term];
  const auto use = evidence_.terms.find(added.term);
  const double before = use == evidence_.terms.end() ? 0 : Saturated(use->second.weight);
  const double after = Saturated(use == evidence_.terms.end() ? 1 : use->second.weight + 1);
  return Cosine(product_ + added.weight * added.idf * (after - before), own_squares_);
}

double Similarity::ShareOf(size_t term) const {
  const JobTerm& named = profile_.terms[term];
  const auto use = evidence_.terms.find(named.term);
  if (use == evidence_.terms.end() || product_ <= 0) return 0;
  return named.weight * named.idf * Saturated(use->second.weight) / product_;
}

}  // namespace atsmatch
