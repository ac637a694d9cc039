#include "matcher/score/similarity.h"

#include <cmath>

namespace atsmatch {
namespace {

// k1 and b of BM25, and the length of a common résumé in terms.  Above the usual 1.2 and 0.75, since a
// résumé repeats the words of its trade in every entry: how often tells the trade from a remark.
constexpr double kHalfSaid = 8;
constexpr double kByLength = 0.9;
constexpr double kCommonLength = 1000;

// Sums are kept in steps of 2^-20, so that they are the same whatever the order of the sections and
// of the table of terms.
double InSteps(double value) { return std::round(value * 0x1p20) * 0x1p-20; }

}  // namespace

Similarity::Similarity(const ResumeEvidence& evidence, const JobProfile& profile)
    : evidence_(evidence), profile_(profile) {
  double length = evidence.length;
  for (const JobTerm& term : profile.terms) {
    const auto use = evidence.terms.find(term.term);
    if (use != evidence.terms.end()) length -= use->second.weight;
  }
  half_said_ = kHalfSaid * (1 - kByLength + kByLength * length / kCommonLength);
  for (const JobTerm& term : profile.terms) {
    const auto use = evidence.terms.find(term.term);
    if (use != evidence.terms.end()) said_ += Said(term, use->second.weight);
  }
}

double Similarity::Said(const JobTerm& term, double uses) const {
  return InSteps(term.weight * uses / (uses + half_said_));
}

double Similarity::Share(double said) const {
  return profile_.mass > 0 ? said / profile_.mass : 0;
}

double Similarity::ValueWith(size_t term) const {
  const JobTerm& added = profile_.terms[term];
  const auto use = evidence_.terms.find(added.term);
  const double uses = use == evidence_.terms.end() ? 0 : use->second.weight;
  return Share(said_ + Said(added, uses + 1) - Said(added, uses));
}

double Similarity::ShareOf(size_t term) const {
  const JobTerm& named = profile_.terms[term];
  const auto use = evidence_.terms.find(named.term);
  if (use == evidence_.terms.end() || said_ <= 0) return 0;
  return Said(named, use->second.weight) / said_;
}

}  // namespace atsmatch
