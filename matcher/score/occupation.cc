#include "matcher/score/occupation.h"

#include <algorithm>

#include "matcher/skills/taxonomy.h"
#include "matcher/terms/associations.h"

namespace atsmatch {
namespace {

constexpr double kSameFamily = 0.5;  // another occupation of the same family

// Share of the job's title that a title repeats, rare words counting more.
double WordsShared(const TitleUse& title, const JobProfile& profile) {
  double shared = 0, total = 0;
  for (size_t i = 0; i < profile.title_terms.size(); ++i) {
    total += profile.title_idf[i];
    const auto& terms = title.terms;
    if (std::find(terms.begin(), terms.end(), profile.title_terms[i]) != terms.end()) {
      shared += profile.title_idf[i];
    }
  }
  return total > 0 ? shared / total : 0;
}

double Nearness(const TitleUse& title, const JobProfile& profile, const JobPosting& posting,
                const Taxonomy& taxonomy) {
  double near = WordsShared(title, profile);
  if (posting.title_concept >= 0 && title.concept_id >= 0) {
    near = std::max(near, taxonomy.Relatedness(posting.title_concept, title.concept_id));
  }
  if (profile.title_family >= 0 && profile.title_family == title.family) {
    near = std::max(near, kSameFamily);
  }
  return near;
}

}  // namespace

double FieldOfWork(const ResumeEvidence& evidence, const JobProfile& profile,
                   const Knowledge& knowledge) {
  Direction direction{};
  for (const auto& [term, use] : evidence.terms) {
    knowledge.associations->AddText(term, Saturated(use.weight), &direction);
  }
  return (Closeness(direction, profile.text_direction) +
          Closeness(direction, profile.title_direction)) /
         2;
}

Occupation CompareTitles(const ResumeEvidence& evidence, const JobProfile& profile,
                         const JobPosting& posting, const Knowledge& knowledge) {
  Occupation occupation;
  for (size_t i = 0; i < evidence.titles.size(); ++i) {
    const TitleUse& title = evidence.titles[i];
    const double near = title.recency * Nearness(title, profile, posting, *knowledge.taxonomy);
    if (near <= occupation.title) continue;
    occupation.title = near;
    occupation.nearest = static_cast<int>(i);
  }
  occupation.reason = occupation.nearest < 0
                          ? "no position held is near this one"
                          : "nearest position: " + evidence.titles[occupation.nearest].text;
  return occupation;
}

}  // namespace atsmatch
