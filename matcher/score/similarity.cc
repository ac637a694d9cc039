#include "matcher/score/similarity.h"

#include <algorithm>
#include <cmath>

namespace atsmatch {
namespace {

// k1 and b of BM25, and the length of a common résumé in terms.  Above the usual 1.2 and 0.75,
// since a résumé repeats the words of its trade in every entry: how often tells the trade from a
// remark.
constexpr double kHalfSaid = 8;
constexpr double kByLength = 1;
constexpr double kLeastHalf = 0.8;  // a page of nothing but the job's words is no proof
constexpr double kCommonLength = 1000;

// Sums are kept in steps of 2^-20, so that they are the same whatever the order of the sections and
// of the table of terms.
double InSteps(double value) { return std::round(value * 0x1p20) * 0x1p-20; }

// What the share is of.  More than the mass alone where words are easy to say, and where a posting
// has many: a share has to mean the same for every posting.
double Whole(const JobProfile& profile) {
  constexpr double kByEase = 0.8;
  constexpr double kByMass = 0.2;
  constexpr double kCommonMass = 2500;
  if (profile.mass <= 0) return 1;
  return profile.mass * std::pow(std::max(profile.ease, 0.1), kByEase) *
         std::pow(profile.mass / kCommonMass, kByMass);
}

}  // namespace

Similarity::Similarity(double length, const JobTermUses& uses, const JobProfile& profile)
    : uses_(uses), profile_(profile) {
  for (const TermUse* use : uses) {
    if (use != nullptr) length -= use->weight;
  }
  half_said_ =
      std::max(kLeastHalf, kHalfSaid * (1 - kByLength + kByLength * length / kCommonLength));
  whole_ = Whole(profile);
  for (size_t i = 0; i < uses.size(); ++i) {
    if (uses[i] != nullptr) said_ += Said(profile.terms[i], uses[i]->weight);
  }
}

double Similarity::Said(const JobTerm& term, double uses) const {
  return InSteps(term.weight * uses / (uses + half_said_));
}

double Similarity::Share(double said) const { return std::min(1.0, said / whole_); }

double Similarity::ValueWith(size_t term) const {
  const JobTerm& added = profile_.terms[term];
  const double uses = uses_[term] == nullptr ? 0 : uses_[term]->weight;
  return Share(said_ + Said(added, uses + 1) - Said(added, uses));
}

}  // namespace atsmatch
