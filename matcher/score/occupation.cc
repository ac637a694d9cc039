#include "matcher/score/occupation.h"

#include <algorithm>
#include <cmath>

#include "matcher/skills/taxonomy.h"
#include "matcher/terms/associations.h"

namespace atsmatch {
namespace {

constexpr double kSameFamily = 0.3;  // another occupation of the same family

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
  Direction direction{};
  for (const std::string& term : title.terms) associations.AddTitle(term, 1, &direction);
  return std::max(0.0, Closeness(direction, profile.title_direction)) +
         std::max(0.0, Closeness(direction, profile.text_direction));
}

double KnownNearness(const TitleUse& title, const JobProfile& profile, const JobPosting& posting,
                     const Knowledge& knowledge) {
  double near = 0;
  if (posting.title_concept >= 0 && title.concept_id >= 0) {
    const std::vector<Concept>& concepts = knowledge.taxonomy->concepts();
    near = std::max(knowledge.taxonomy->Relatedness(posting.title_concept, title.concept_id),
                    knowledge.associations->NearnessOfTitles(concepts[posting.title_concept].id,
                                                             concepts[title.concept_id].id));
  }
  if (profile.title_family >= 0 && profile.title_family == title.family) {
    near = std::max(near, kSameFamily);
  }
  return near;
}

// Sums that do not depend on the order of the table of terms.
double InSteps(double value) { return std::round(value); }

// The cosine of `rest` and `aim` after `rest` went `pull` further along `aim`.
double Pulled(const Direction& rest, const Direction& aim, double pull) {
  const double length = Length(aim);
  if (length <= 0) return 0;
  const double along = Product(rest, aim) / length;
  const double aside = std::max(0.0, Product(rest, rest) - along * along);
  const double total = std::sqrt((along + pull) * (along + pull) + aside);
  return total > 0 ? (along + pull) / total : 0;
}

}  // namespace

double FieldOfWork(const ResumeEvidence& evidence, const JobTermUses& uses,
                   const JobProfile& profile, const Knowledge& knowledge) {
  Direction named{};
  double pull = 0;
  for (size_t i = 0; i < profile.terms.size(); ++i) {
    if (uses[i] == nullptr) continue;
    const JobTerm& term = profile.terms[i];
    const double weight = Saturated(uses[i]->weight);
    knowledge.associations->AddText(term.term, weight, &named);
    // What the job names pulls towards the job and never aside: to say it cannot cost.
    pull += InSteps(weight * term.pull);
  }
  Direction rest = evidence.direction;  // of the words that the job does not name
  for (size_t i = 0; i < rest.size(); ++i) rest[i] -= named[i];
  return profile.field_spread.Standing(Pulled(rest, profile.field_direction, pull)) /
         std::sqrt(std::max(profile.ease, 0.1));
}

Occupation CompareTitles(const ResumeEvidence& evidence, const JobProfile& profile,
                         const JobPosting& posting, const Knowledge& knowledge) {
  Occupation occupation;
  for (const TitleUse& title : evidence.titles) {
    occupation.known = std::max(occupation.known,
                                title.recency * KnownNearness(title, profile, posting, knowledge));
    const double near =
        title.recency *
        (WordsShared(title, profile) + WordsAlike(title, profile, *knowledge.associations)) / 3;
    occupation.title = std::max(occupation.title, near);
  }
  return occupation;
}

}  // namespace atsmatch
