#include "matcher/score/requirements.h"

#include <algorithm>
#include <cmath>

#include "fmt/format.h"
#include "matcher/skills/taxonomy.h"
#include "matcher/terms/statistics.h"
#include "parser/text/lexicon.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

constexpr double kClose = 0.5;       // relatedness from which another concept counts in part
constexpr double kWordsAlone = 0.9;  // what words that no concept names can prove at most
constexpr double kScattered = 0.7;   // what they prove when they stand in different lines

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
  Judge(const ResumeEvidence& evidence, const Knowledge& knowledge)
      : evidence_(evidence), knowledge_(knowledge) {}

  Shown Show(const Requirement& requirement) const {
    Shown shown;
    if (requirement.kind == RequirementKind::kCondition) {
      shown.known = false;
      shown.reason = "résumés seldom say this; ask";
    } else if (requirement.kind == RequirementKind::kDegree && requirement.degree_level > 0) {
      shown = ShowDegree(requirement);
    } else if (requirement.kind == RequirementKind::kYears && requirement.alternatives.empty()) {
      shown = ShowYears(requirement.min_years);
    } else {
      shown = ShowBest(requirement);
      if (requirement.min_years > 0) LimitByYears(requirement.min_years, &shown);
    }
    shown.weight = KindWeight(requirement.kind) * Specificity(requirement);
    return shown;
  }

 private:
  Shown ShowDegree(const Requirement& requirement) const {
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

  // How much the words of a requirement say: "SQL and Tableau" more than "handle tasks".
  double Specificity(const Requirement& requirement) const {
    double best = 0;
    for (const Requirement::Alternative& alternative : requirement.alternatives) {
      best = std::max(best, SpecificityOf(alternative.words));
    }
    return requirement.alternatives.empty() ? SpecificityOf(requirement.text) : best;
  }

  double SpecificityOf(std::string_view words) const {
    constexpr double kMost = 60;  // a sentence that lists everything must not be the only one
    double sum = 0.1;
    for (const Token& token : FindTokens(words)) {
      if (token.common || IsFiller(token.term)) continue;
      const double rarity = std::min(Rarity(*knowledge_.statistics, token.term), 6.0);
      sum += rarity * rarity;
    }
    return std::min(sum, kMost) / kMost;
  }

  Shown ShowBest(const Requirement& requirement) const {
    Shown best;
    best.reason = "not found";
    for (const Requirement::Alternative& alternative : requirement.alternatives) {
      Keep(alternative.concept_id >= 0 ? ShowConcept(alternative) : ShowWords(alternative.words),
           &best);
    }
    if (requirement.alternatives.empty()) Keep(ShowWords(requirement.text), &best);
    return best;
  }

  static void Keep(Shown candidate, Shown* best) {
    if (candidate.value > best->value) *best = std::move(candidate);
  }

  Shown ShowConcept(const Requirement::Alternative& asked) const {
    const Taxonomy& taxonomy = *knowledge_.taxonomy;
    Shown shown;
    int best_concept = -1;
    double best = 0;
    for (const auto& [concept_id, use] : evidence_.concepts) {
      const double related = taxonomy.Relatedness(asked.concept_id, concept_id);
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
      shown.reason = best_concept == asked.concept_id
                         ? "shown"
                         : fmt::format("shown as {}, {} {}", taxonomy.concepts()[best_concept].name,
                                       taxonomy.Relatedness(asked.concept_id, best_concept) > 0.8
                                           ? "a kind of"
                                           : "related to",
                                       taxonomy.concepts()[asked.concept_id].name);
    }
    // The taxonomy does not know every way to say it.
    Keep(ShowWords(asked.words), &shown);
    return shown;
  }

  // What stands in the section of skills alone is said, not shown.
  static double Strength(double line_weight) { return line_weight >= 0.5 ? 1.0 : 0.8; }

  Shown ShowWords(std::string_view words) const {
    Shown shown;
    std::vector<std::string> terms;
    double total = 0;
    std::vector<double> weights;
    for (Token& token : FindTokens(words)) {
      if (token.common || IsRankTerm(token.term) || IsFiller(token.term)) continue;
      const double rarity = 0.1 + Rarity(*knowledge_.statistics, token.term);
      weights.push_back(rarity * rarity);
      total += weights.back();
      terms.push_back(std::move(token.term));
    }
    if (terms.empty()) return shown;
    double anywhere = 0;
    for (size_t i = 0; i < terms.size(); ++i) {
      if (evidence_.terms.contains(terms[i])) anywhere += weights[i];
    }
    if (anywhere <= 0) return shown;
    double best_line = 0;
    size_t best_index = 0;
    for (size_t l = 0; l < evidence_.lines.size(); ++l) {
      double found = 0;
      for (size_t i = 0; i < terms.size(); ++i) {
        if (HasToken(evidence_.lines[l].tokens, terms[i])) found += weights[i];
      }
      if (found > best_line) {
        best_line = found;
        best_index = l;
      }
    }
    shown.value = kWordsAlone * std::max(best_line / total, kScattered * anywhere / total);
    shown.lines.push_back(best_index);
    shown.reason = shown.value >= 0.85 ? "its words are shown" : "some of its words are shown";
    return shown;
  }

  static bool HasToken(const std::vector<Token>& tokens, const std::string& term) {
    return std::any_of(tokens.begin(), tokens.end(),
                       [&](const Token& token) { return token.term == term; });
  }

  // Words that requirements are made with, whatever is required.
  static bool IsFiller(const std::string& term) {
    static const std::vector<std::string> fillers = [] {
      std::vector<std::string> stems;
      for (Token& token : FindTokens(
               "experience experienced knowledge skills ability able strong excellent good proven "
               "demonstrated working work years year understanding background degree required "
               "preferred minimum least previous related relevant equivalent must solid proficient "
               "proficiency familiarity familiar plus desirable essential high level well")) {
        stems.push_back(std::move(token.term));
      }
      return stems;
    }();
    return std::find(fillers.begin(), fillers.end(), term) != fillers.end();
  }

  const ResumeEvidence& evidence_;
  const Knowledge& knowledge_;
};

}  // namespace

std::vector<Shown> ShowRequirements(const ResumeEvidence& evidence, const JobPosting& posting,
                                    const Knowledge& knowledge) {
  const Judge judge(evidence, knowledge);
  std::vector<Shown> all;
  all.reserve(posting.requirements.size());
  for (const Requirement& requirement : posting.requirements)
    all.push_back(judge.Show(requirement));
  return all;
}

}  // namespace atsmatch
