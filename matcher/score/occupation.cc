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

// Titles that share no word may still be of people who do the same: "teller" and "bank clerk".
double WordsAlike(const TitleUse& title, const JobProfile& profile,
                  const Associations& associations) {
  constexpr double kChance = 0.2;  // the closeness that any two titles may have
  constexpr double kMost = 0.8;    // what likeness alone can prove
  Direction direction{};
  for (const std::string& term : title.terms) associations.AddTitle(term, 1, &direction);
  const double closeness = Closeness(direction, profile.title_direction);
  return kMost * std::max(0.0, (closeness - kChance) / (1 - kChance));
}

double Nearness(const TitleUse& title, const JobProfile& profile, const JobPosting& posting,
                const Knowledge& knowledge) {
  const Taxonomy& taxonomy = *knowledge.taxonomy;
  double near =
      std::max(WordsShared(title, profile), WordsAlike(title, profile, *knowledge.associations));
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
    // What the job names is judged by itself; here it could turn the direction away and so cost.
    if (profile.term_index.contains(term)) continue;
    knowledge.associations->AddText(term, Saturated(use.weight), &direction);
  }
  return (Closeness(direction, profile.text_direction) +
          Closeness(direction, profile.title_direction)) /
         2;
}

Occupation CompareTitles(const ResumeEvidence& evidence, const JobProfile& profile,
                         const JobPosting& posting, const Knowledge& knowledge) {
  Occupation occupation;
  double sum = 0, total = 0;
  for (size_t i = 0; i < evidence.titles.size(); ++i) {
    const TitleUse& title = evidence.titles[i];
    const double near = title.recency * Nearness(title, profile, posting, knowledge);
    sum += near;
    total += title.recency;
    if (near <= occupation.title) continue;
    occupation.title = near;
    occupation.nearest = static_cast<int>(i);
  }
  // One position of many that fits is less than a career in the occupation.
  constexpr double kCareer = 0.3;
  if (total > 0) occupation.title = (1 - kCareer) * occupation.title + kCareer * sum / total;
  occupation.reason = occupation.nearest < 0
                          ? "no position held is near this one"
                          : "nearest position: " + evidence.titles[occupation.nearest].text;
  return occupation;
}

}  // namespace atsmatch
