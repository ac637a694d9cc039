#include "matcher/score/requirements.h"

#include <algorithm>
#include <cmath>

#include "fmt/format.h"
#include "matcher/score/searches.h"
#include "matcher/skills/taxonomy.h"
#include "matcher/terms/statistics.h"
#include "parser/text/lexicon.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

constexpr double kClose = 0.5;       // relatedness from which another concept counts in part
constexpr double kWordsAlone = 0.9;  // what words that no concept names can prove at most
constexpr double kHalfShown = 0.4;   // uses of a word that prove half of it
constexpr double kOtherField = 0.4;  // a degree of the level asked in a field that was not
constexpr int kOfSchool = 1;         // the level of degrees without a field of study
constexpr double kLeastNamed = 8;    // what a concept that is asked counts at least among the words
constexpr double kBeside = 0.7;      // what the words beside the concept count
constexpr double kLeastMass = 1;     // a requirement of words that say nothing still asks something

// How much a kind of requirement counts among the others of its need.
double KindWeight(RequirementKind kind) {
  switch (kind) {
    case RequirementKind::kLicence:
      return 1.5;
    case RequirementKind::kSkill:
    case RequirementKind::kTitle:
      return 1;
    case RequirementKind::kField:
    case RequirementKind::kLanguage:
      return 0.7;
    case RequirementKind::kYears:
    case RequirementKind::kDegree:
      return 0.5;
    case RequirementKind::kSoftSkill:
      return 0.15;
    case RequirementKind::kCondition:
      return 0;
  }
  return 0;
}

class Judge {
 public:
  Judge(const ResumeEvidence& evidence, const JobTermUses& uses, const Knowledge& knowledge)
      : evidence_(evidence), uses_(uses), knowledge_(knowledge) {}

  Shown Show(const Requirement& requirement, const AskedWords& asked) const {
    Shown shown;
    if (requirement.kind == RequirementKind::kCondition) {
      shown.known = false;
      shown.reason = "résumés seldom say this; ask";
    } else if (requirement.kind == RequirementKind::kDegree && requirement.degree_level > 0) {
      shown = ShowDegree(requirement, asked);
    } else if (requirement.kind == RequirementKind::kYears && requirement.alternatives.empty()) {
      shown = ShowYears(requirement.min_years);
    } else if (requirement.kind == RequirementKind::kLanguage) {
      shown = ShowLanguage(requirement, asked);
    } else {
      shown = ShowBest(requirement, asked);
      if (requirement.min_years > 0) LimitByYears(requirement.min_years, &shown);
    }
    shown.weight = KindWeight(requirement.kind) * (kLeastMass + asked.mass);
    return shown;
  }

 private:
  Shown ShowDegree(const Requirement& requirement, const AskedWords& asked) const {
    Shown shown;
    const int have = evidence_.degree_level;
    if (have >= requirement.degree_level) {
      shown.value = 1;
      shown.reason = "shown as " + evidence_.degree.text;
    } else if (have > 0) {
      shown.value = requirement.or_equivalent              ? 0.7
                    : have + 1 == requirement.degree_level ? 0.5
                                                           : 0.2;
      shown.certain = !requirement.or_equivalent;
      shown.reason = "the highest degree shown is " + evidence_.degree.text;
    } else {
      shown.value = requirement.or_equivalent ? 0.5 : 0;
      shown.reason = "no degree was found";
    }
    // Whoever holds a degree has left the subjects of school behind.
    const bool of_school = requirement.degree_level <= kOfSchool && have > kOfSchool;
    if (requirement.alternatives.empty() || of_school) return shown;
    const double field = StudiedAnyOf(asked.fields) ? 1 : ShowBest(requirement, asked).value;
    shown.value *= kOtherField + (1 - kOtherField) * field;
    if (have > 0 && field < kClose) shown.reason += ", in another field";
    return shown;
  }

  // Among what was studied there is a field that was asked, or one close to it.
  bool StudiedAnyOf(const std::vector<AskedField>& asked) const {
    const auto any_line = [&](const auto& holds) {
      return std::any_of(evidence_.lines.begin(), evidence_.lines.end(),
                         [&](const EvidenceLine& line) {
                           return line.kind == SectionKind::kEducation && holds(line.text);
                         });
    };
    return any_line([&](const std::string& text) { return NamesAnyOf(asked, text); }) ||
           any_line([&](const std::string& text) { return IsCloseToAnyOf(asked, text); });
  }

  static bool NamesAnyOf(const std::vector<AskedField>& asked, std::string_view text) {
    const std::string folded = Fold(text);
    return std::any_of(asked.begin(), asked.end(),
                       [&](const AskedField& field) { return HasWords(folded, field.folded); });
  }

  bool IsCloseToAnyOf(const std::vector<AskedField>& asked, std::string_view text) const {
    const Taxonomy& taxonomy = *knowledge_.taxonomy;
    for (const ConceptMatch& match : taxonomy.FindAll(text, /*in_skill_list=*/true)) {
      const int have = FieldOfStudy(text.substr(match.begin, match.end - match.begin), taxonomy);
      const bool is_close = std::any_of(asked.begin(), asked.end(), [&](const AskedField& field) {
        return taxonomy.Relatedness(field.concept_id, have) >= kClose;
      });
      if (is_close) return true;
    }
    return false;
  }

  // What the résumé says of its languages decides; elsewhere the word alone may be about a people.
  Shown ShowLanguage(const Requirement& requirement, const AskedWords& asked) const {
    Shown shown = ShowWords(asked);
    if (shown.value <= 0) shown.reason = "not found";
    for (const Requirement::Alternative& alternative : requirement.alternatives) {
      const std::string language = Fold(alternative.words);
      if (std::find(evidence_.languages.begin(), evidence_.languages.end(), language) ==
          evidence_.languages.end())
        continue;
      shown.value = 1;
      shown.reason = "shown among the languages";
      for (size_t i = 0; i < evidence_.lines.size(); ++i) {
        if (Fold(evidence_.lines[i].text).find(language) == std::string::npos) continue;
        shown.lines.assign(1, i);
        if (evidence_.lines[i].kind == SectionKind::kLanguages) break;
      }
      break;
    }
    return shown;
  }

  Shown ShowYears(double asked) const {
    Shown shown;
    if (!evidence_.has_years) {
      shown.value = 0.5;
      shown.reason = "no dates of work were found";
      return shown;
    }
    shown.value = std::min(1.0, evidence_.years / asked);
    shown.certain = shown.value < 1;
    shown.reason = fmt::format("{:.1f} years of work shown, {:.3g} asked", evidence_.years, asked);
    return shown;
  }

  // Fewer years of work in all than asked for this one thing: it cannot be met in full.
  void LimitByYears(double asked, Shown* shown) const {
    if (!evidence_.has_years || evidence_.years >= asked) return;
    shown->value *= 0.5 + 0.5 * evidence_.years / asked;
    shown->reason +=
        fmt::format("; {:.1f} years of work shown in all, {:.3g} asked", evidence_.years, asked);
  }

  Shown ShowBest(const Requirement& requirement, const AskedWords& asked) const {
    Shown best = ShowWords(asked);
    if (best.value <= 0) best.reason = "not found";
    Shown known;
    int shown_alternative = -1;
    for (size_t i = 0; i < requirement.alternatives.size(); ++i) {
      const int concept_id = requirement.alternatives[i].concept_id;
      if (concept_id < 0) continue;
      Shown shown = ShowConcept(concept_id);
      if (shown.value <= known.value) continue;
      known = std::move(shown);
      shown_alternative = static_cast<int>(i);
    }
    const double told = known.value > 0 ? Told(asked, shown_alternative) : 1;
    known.value *= told;
    if (told < kClose) known.reason += "; little of the rest";
    Keep(std::move(known), &best);
    return best;
  }

  // How much of a requirement is shown by whoever shows what the taxonomy knows of it: of "sales of
  // printing equipment" the sales, and of the rest what its words show.
  double Told(const AskedWords& asked, int shown) const {
    double named = kLeastNamed, rest = 0, found = 0;
    for (const AskedTerm& term : asked.terms) {
      if (term.named >= 0 && (asked.any_will_do || term.named == shown)) {
        named += term.weight;
      } else {
        rest += term.weight;
        found += term.weight * Said(term);
      }
    }
    return (named + kBeside * found) / (named + kBeside * rest);
  }

  // 0..1: one use at work shows a word, one in passing shows a part of it.
  static double ByUses(double uses) {
    return std::min(1.0, (1 + kHalfShown) * uses / (uses + kHalfShown));
  }

  // 0..1: by the word itself, of which one use at work is enough beside what is named, or by other
  // words for the same thing.
  double Said(const AskedTerm& term) const {
    const TermUse* use = uses_[term.job_term];
    if (use != nullptr) return ByUses(use->weight);
    return term.concept_id >= 0 ? ShowConcept(term.concept_id).value : 0;
  }

  static void Keep(Shown candidate, Shown* best) {
    if (candidate.value > best->value) *best = std::move(candidate);
  }

  Shown ShowConcept(int asked) const {
    const Taxonomy& taxonomy = *knowledge_.taxonomy;
    Shown shown;
    int best_concept = -1;
    double best = 0;
    for (const auto& [concept_id, use] : evidence_.concepts) {
      const double related = taxonomy.Relatedness(asked, concept_id);
      if (related < kClose) continue;
      const double value = related * Strength(use.best);
      if (value > best || (value == best && concept_id < best_concept)) {
        best = value;
        best_concept = concept_id;
      }
    }
    if (best_concept >= 0) {
      shown.value = best;
      shown.lines.push_back(evidence_.concepts.at(best_concept).line);
      shown.reason =
          best_concept == asked
              ? "shown"
              : fmt::format(
                    "shown as {}, {} {}", taxonomy.concepts()[best_concept].name,
                    taxonomy.Relatedness(asked, best_concept) > 0.8 ? "a kind of" : "related to",
                    taxonomy.concepts()[asked].name);
    }
    return shown;
  }

  // What stands in the section of skills alone is said, not shown.
  static double Strength(double line_weight) { return line_weight >= 0.5 ? 1.0 : 0.8; }

  // The share of what its words say that the résumé says too.
  Shown ShowWords(const AskedWords& asked) const {
    Shown shown;
    if (asked.mass <= 0) return shown;
    double found = 0, most = 0;
    for (const AskedTerm& term : asked.terms) {
      const TermUse* use = uses_[term.job_term];
      if (use == nullptr) continue;
      const double share = term.weight * term.proof * ByUses(use->weight);
      found += share;
      if (share <= most) continue;
      most = share;
      shown.lines.assign(1, use->line);
    }
    if (found <= 0) return shown;
    shown.value = kWordsAlone * found / asked.mass;
    shown.reason = shown.value >= 0.6 ? "its words are shown" : "some of its words are shown";
    return shown;
  }

  const ResumeEvidence& evidence_;
  const JobTermUses& uses_;
  const Knowledge& knowledge_;
};

}  // namespace

std::vector<Shown> ShowRequirements(const ResumeEvidence& evidence, const JobTermUses& uses,
                                    const JobPosting& posting, const JobProfile& profile,
                                    const Knowledge& knowledge) {
  const Judge judge(evidence, uses, knowledge);
  std::vector<Shown> all;
  all.reserve(posting.requirements.size());
  for (size_t i = 0; i < posting.requirements.size(); ++i) {
    all.push_back(judge.Show(posting.requirements[i], profile.asked[i]));
  }
  return all;
}

}  // namespace atsmatch
