#include "matcher/score/features.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string_view>

namespace atsmatch {
namespace {

constexpr std::string_view kSimilarity = "similarity";

// What a feature measured, before its line and weight.
struct Raw {
  double value = 0;
  bool used = true;
  const char* note = "";
};

Raw Unused(const char* note) { return {0, false, note}; }

Raw MeanOf(Need need, const Measures& measures, const JobPosting& posting) {
  double sum = 0, total = 0;
  for (size_t i = 0; i < posting.requirements.size(); ++i) {
    if (posting.requirements[i].need != need) continue;
    const double weight = WeightInMean(posting.requirements[i], measures.shown[i]);
    sum += weight * measures.shown[i].value;
    total += weight;
  }
  if (total <= 0) {
    return Unused(need == Need::kMust ? "no requirement was found in the posting"
                                      : "the posting names nothing as a plus");
  }
  return {sum / total, true, ""};
}

Raw YearsOf(const Measures& measures, const JobPosting& posting) {
  if (posting.min_years <= 0) return Unused("the posting asks for no number of years");
  constexpr double kUnknown = 0.5;  // no dates: neither for nor against
  if (!measures.has_years) return {kUnknown, true, "no dates of work were found"};
  return {std::min(1.0, measures.years / posting.min_years), true, ""};
}

Raw DegreeOf(const Measures& measures, const JobPosting& posting) {
  if (posting.degree_level <= 0) return Unused("the posting asks for no degree");
  double best = -1;
  for (size_t i = 0; i < posting.requirements.size(); ++i) {
    if (posting.requirements[i].kind != RequirementKind::kDegree) continue;
    if (posting.requirements[i].need == Need::kMust) best = std::max(best, measures.shown[i].value);
  }
  if (best < 0) {
    best = measures.degree_level >= posting.degree_level ? 1 : measures.degree_level > 0 ? 0.4 : 0;
  }
  return {best, true, ""};
}

Raw LevelOf(const Measures& measures, const JobPosting& posting) {
  constexpr int kOrdinary = 2, kExecutive = 5;
  constexpr double kStepBelow = 0.25;
  const int asked = posting.level > 0 ? posting.level : kOrdinary;
  const int held = measures.level > 0 ? measures.level : kOrdinary;
  // Who runs the house seldom wants the desk, and is seldom wanted there; one who runs a team may
  // do both.
  if (held >= kExecutive && asked < kExecutive) return {0, true, "held far higher positions"};
  if (held < asked) return {std::max(0.0, 1 - kStepBelow * (asked - held)), true, ""};
  return {1, true, ""};
}

Raw RawOf(std::string_view id, const Measures& measures, const JobPosting& posting) {
  if (id == "must") return MeanOf(Need::kMust, measures, posting);
  if (id == "nice") return MeanOf(Need::kNice, measures, posting);
  // The root: from 0.01 to 0.02 says more than from 0.05 to 0.06.
  if (id == kSimilarity) return {std::sqrt(measures.similarity), true, ""};
  if (id == "field") {
    if (!measures.has_field) return Unused("the posting is probably not in English");
    return {measures.field, true, ""};
  }
  if (id == "title") {
    if (posting.title.empty()) return Unused("the posting has no title");
    return {measures.title, true, ""};
  }
  if (id == "occupation") {
    if (posting.title_concept < 0) return Unused("the occupation of the posting is not known");
    return {measures.occupation, true, ""};
  }
  if (id == "years") return YearsOf(measures, posting);
  if (id == "degree") return DegreeOf(measures, posting);
  if (id == "level") return LevelOf(measures, posting);
  return Unused("this version does not know the feature");
}

}  // namespace

double WeightInMean(const Requirement& requirement, const Shown& shown) {
  const bool has_feature =
      (requirement.kind == RequirementKind::kYears && requirement.alternatives.empty()) ||
      (requirement.kind == RequirementKind::kDegree && requirement.degree_level > 0);
  return has_feature || !shown.known ? 0 : shown.weight;
}

std::vector<Feature> ToFeatures(const Measures& measures, const JobPosting& posting,
                                const Weights& weights) {
  std::vector<Feature> features;
  double used_weight = 0;
  for (const FeatureWeight& known : weights.features()) {
    const Raw raw = RawOf(known.id, measures, posting);
    Feature feature;
    feature.id = known.id;
    feature.label = known.label;
    feature.weight = known.weight;
    feature.used = raw.used;
    feature.note = raw.note;
    feature.raw = raw.value;
    feature.value = raw.used ? known.Value(raw.value) : 0;
    if (raw.used) used_weight += known.weight;
    features.push_back(std::move(feature));
  }
  // What the posting does not ask cannot be earned: its weight is spread over the rest.
  for (Feature& feature : features) {
    if (!feature.used || used_weight <= 0) continue;
    feature.max_points = feature.weight * 100 / used_weight;
    feature.points = feature.value * feature.max_points;
  }
  return features;
}

double ScoreOf(const std::vector<Feature>& features) {
  double score = 0;
  for (const Feature& feature : features) score += feature.points;
  return std::min(score, 100.0);
}

double ScoreOf(const Measures& measures, const JobPosting& posting, const Weights& weights) {
  // The same sums in the same order as above, so that a gain is exact to the last bit.
  double used_weight = 0;
  for (const FeatureWeight& known : weights.features()) {
    if (RawOf(known.id, measures, posting).used) used_weight += known.weight;
  }
  double score = 0;
  for (const FeatureWeight& known : weights.features()) {
    const Raw raw = RawOf(known.id, measures, posting);
    if (!raw.used || used_weight <= 0) continue;
    score += known.Value(raw.value) * (known.weight * 100 / used_weight);
  }
  return std::min(score, 100.0);
}

SimilarityGain::SimilarityGain(const std::vector<Feature>& features, const Weights& weights) {
  for (size_t i = 0; i < features.size(); ++i) {
    if (features[i].id != kSimilarity) continue;
    feature_ = &features[i];
    weight_ = &weights.features()[i];  // ToFeatures keeps their order
  }
}

double SimilarityGain::operator()(double similarity) const {
  if (feature_ == nullptr || !feature_->used) return 0;
  return weight_->Value(std::sqrt(similarity)) * feature_->max_points - feature_->points;
}

}  // namespace atsmatch
