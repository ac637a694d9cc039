#include "matcher/explain.h"

#include <algorithm>

#include "fmt/format.h"
#include "matcher/advice.h"
#include "matcher/score/searches.h"
#include "matcher/score/weights.h"
#include "matcher/skills/taxonomy.h"
#include "matcher/terms/statistics.h"
#include "matcher/terms/tokens.h"

namespace atsmatch {
namespace {

// Of a requirement's value: what can be counted has to be there.
constexpr double kMet = 0.85;
constexpr double kPartly = 1.0 / 3;
constexpr size_t kMaxKeywords = 25;  // of each list
constexpr size_t kMaxAdvice = 5;
constexpr double kWorthSaying = 0.1;     // points
constexpr double kKnockOutShare = 0.75;  // of the years asked: a little short is no knock-out

bool IsToldInWords(RequirementKind kind) {
  return kind == RequirementKind::kSkill || kind == RequirementKind::kTitle ||
         kind == RequirementKind::kSoftSkill;
}

// What is told in words is met when as many of them are shown as bring all points.
double MetInWords(const Weights& weights) {
  const FeatureWeight* must = weights.Find("must");
  return must != nullptr ? must->high : kMet;
}

Met MetOf(const Requirement& asked, const Shown& shown, const Weights& weights) {
  if (!shown.known) return Met::kUnknown;
  const bool in_words = IsToldInWords(asked.kind) && asked.min_years <= 0;
  const double met = in_words ? MetInWords(weights) : kMet;
  return shown.value >= met ? Met::kYes : shown.value >= kPartly ? Met::kPartly : Met::kNo;
}

double PointsOf(const Match& match, std::string_view feature_id) {
  for (const Feature& feature : match.features) {
    if (feature.id == feature_id) return feature.points;
  }
  return 0;
}

// What the score would rise by if the requirement were met in full.  `measures` is changed and
// changed back: there may be forty requirements and a hundred thousand résumés.
double GainOf(const Comparison& comparison, size_t requirement, double score, Measures* measures) {
  const Requirement& asked = comparison.posting.requirements[requirement];
  const double value = measures->shown[requirement].value, years = measures->years;
  const int degree_level = measures->degree_level;
  const bool has_years = measures->has_years;
  measures->shown[requirement].value = 1;
  if (asked.kind == RequirementKind::kYears && asked.alternatives.empty()) {
    measures->years = std::max(years, asked.min_years);
    measures->has_years = true;
  }
  if (asked.kind == RequirementKind::kDegree) {
    measures->degree_level = std::max(degree_level, asked.degree_level);
  }
  const double raised = ScoreOf(*measures, comparison.posting, *comparison.knowledge.weights);
  measures->shown[requirement].value = value;
  measures->years = years;
  measures->has_years = has_years;
  measures->degree_level = degree_level;
  return std::max(0.0, raised - score);
}

// Only what is certain: too few years, a lower degree and no equivalent allowed.
bool KnocksOut(const Requirement& asked, const Shown& shown) {
  if (asked.need != Need::kMust || !shown.certain) return false;
  if (asked.kind == RequirementKind::kYears) return shown.value < kKnockOutShare;
  return asked.kind == RequirementKind::kDegree && shown.value < 1;
}

std::vector<Quote> QuotesOf(const Comparison& comparison, const std::vector<size_t>& lines) {
  std::vector<Quote> quotes;
  for (const size_t line : lines) {
    quotes.push_back(QuoteOf(comparison.evidence, line));
  }
  return quotes;
}

// Terms worth showing to a person: known words of a trade, each once.
class KeywordPicker {
 public:
  explicit KeywordPicker(const Comparison& comparison) : comparison_(comparison) {}

  void Pick(Match* match) {
    const JobProfile& profile = comparison_.profile;
    if (profile.terms.empty()) return;
    const double most = profile.terms.front().weight;
    shown_.assign(profile.terms.size(), false);
    for (size_t i = 0; i < profile.terms.size(); ++i) {
      if (match->matched.size() >= kMaxKeywords && match->missing.size() >= kMaxKeywords) break;
      const JobTerm& term = profile.terms[i];
      if (!term.worth_showing || shown_[i]) continue;
      const TermUse* use = comparison_.uses[i];
      const bool found = use != nullptr;
      std::vector<KeywordMatch>& list = found ? match->matched : match->missing;
      if (list.size() >= kMaxKeywords) continue;
      KeywordMatch keyword;
      keyword.term = term.words;
      keyword.importance = term.weight / most;
      keyword.count_in_job = term.count;
      if (found) {
        keyword.count_in_resume = use->count;
        keyword.quotes.push_back(QuoteOf(comparison_.evidence, use->line));
      }
      for (const int part : {static_cast<int>(i), term.first, term.second}) {
        if (part >= 0) shown_[static_cast<size_t>(part)] = true;
      }
      list.push_back(std::move(keyword));
    }
  }

 private:
  const Comparison& comparison_;
  // By the job's terms; words that were shown in a pair are not shown again.
  std::vector<bool> shown_;
};

// What the advice is about, before it is put into words.
struct Improvement {
  double points = 0;
  const Requirement* asked = nullptr;  // null: a word
  const std::string* word = nullptr;
};

Warning TrickWarning(std::string id, std::string message, std::string remedy) {
  Warning warning;
  warning.id = std::move(id);
  warning.severity = Warning::Severity::kMajor;
  warning.message = std::move(message);
  warning.remedy = std::move(remedy);
  return warning;
}

// Terms of the job that stand in text which no reader sees.
size_t HiddenJobTerms(const Comparison& comparison) {
  size_t count = 0;
  for (const Token& token : FindTokens(comparison.evidence.hidden_text)) {
    if (comparison.profile.term_index.contains(token.term)) ++count;
  }
  return count;
}

}  // namespace

void ExplainRequirements(const Comparison& comparison, Match* match) {
  const JobPosting& posting = comparison.posting;
  Measures what_if = comparison.measures;
  const std::string small_letters = SmallLetters(comparison.evidence);
  double total[2] = {0, 0};
  for (size_t i = 0; i < posting.requirements.size(); ++i) {
    const Shown& shown = comparison.measures.shown[i];
    total[static_cast<int>(posting.requirements[i].need)] +=
        WeightInMean(posting.requirements[i], shown) * shown.value;
  }
  for (size_t i = 0; i < posting.requirements.size(); ++i) {
    const Requirement& asked = posting.requirements[i];
    const Shown& shown = comparison.measures.shown[i];
    RequirementMatch result;
    result.requirement = i;
    result.met = MetOf(asked, shown, *comparison.knowledge.weights);
    result.value = shown.value;
    const double sum = total[static_cast<int>(asked.need)];
    if (sum > 0) {
      result.points = PointsOf(*match, asked.need == Need::kMust ? "must" : "nice") *
                      WeightInMean(asked, shown) * shown.value / sum;
    }
    result.gain = shown.known ? GainOf(comparison, i, match->score, &what_if) : 0;
    const std::vector<AskedName>& names = comparison.profile.asked[i].names;
    result.has_name = !names.empty();
    result.found_by =
        StrictestSearch(names, comparison.evidence, small_letters, *comparison.knowledge.taxonomy);
    result.reason = shown.reason;
    result.quotes = QuotesOf(comparison, shown.lines);
    if (asked.kind == RequirementKind::kDegree && comparison.evidence.degree_level > 0) {
      result.quotes.push_back(comparison.evidence.degree);
    }
    if (KnocksOut(asked, shown)) match->knock_outs.push_back(i);
    match->requirements.push_back(std::move(result));
  }
  match->knocked_out = !match->knock_outs.empty();
}

void ExplainKeywords(const Comparison& comparison, Match* match) {
  KeywordPicker(comparison).Pick(match);
}

void ExplainAdvice(const Comparison& comparison, Match* match) {
  const JobPosting& posting = comparison.posting;
  std::vector<Improvement> all;
  for (const RequirementMatch& result : match->requirements) {
    const Requirement& asked = posting.requirements[result.requirement];
    if (result.gain < kWorthSaying || asked.kind == RequirementKind::kSoftSkill) continue;
    all.push_back({result.gain, &asked, nullptr});
  }
  const SimilarityGain gain_of(match->features, *comparison.knowledge.weights);
  size_t term = 0;
  for (const KeywordMatch& keyword : match->missing) {
    const std::vector<JobTerm>& terms = comparison.profile.terms;
    // The missing ones stand in the order of the job's terms.
    while (terms[term].words != keyword.term) ++term;
    // "coronary care" is used by who uses "coronary", and the other way round.
    for (const int part : {terms[term].first, static_cast<int>(term), terms[term].second}) {
      if (part < 0) continue;
      const double gain = gain_of(comparison.similarity.ValueWith(static_cast<size_t>(part)));
      if (gain < kWorthSaying) continue;
      all.push_back({gain, nullptr, &keyword.term});
      break;
    }
    ++term;
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Improvement& a, const Improvement& b) { return a.points > b.points; });
  if (all.size() > kMaxAdvice) all.resize(kMaxAdvice);
  for (const Improvement& best : all) {
    match->advice.push_back({best.asked != nullptr
                                 ? AdviceFor(*best.asked, *comparison.knowledge.taxonomy)
                                 : AdviceForWord(*best.word),
                             best.points});
  }
}

void WarnOfTricks(const Comparison& comparison, Match* match) {
  constexpr size_t kManyHidden = 5;  // job terms out of sight
  constexpr int kManyTimes = 15;     // one term
  constexpr double kDense = 0.1;     // of all words: twice what salesmen say of sales
  if (!comparison.evidence.hidden_text.empty()) {
    if (const size_t hidden = HiddenJobTerms(comparison); hidden >= kManyHidden) {
      match->warnings.push_back(TrickWarning(
          "hidden-keywords",
          fmt::format("{} words of the job stand in text that no reader sees; they do not count",
                      hidden),
          "remove the hidden text: people and programs that find it reject the file"));
    }
  }
  size_t words = 0;
  for (const EvidenceLine& line : comparison.evidence.lines) words += line.tokens;
  for (size_t i = 0; i < comparison.uses.size(); ++i) {
    const TermUse* use = comparison.uses[i];
    if (use == nullptr || use->count < kManyTimes) continue;
    if (use->count < kDense * static_cast<double>(words)) continue;
    match->warnings.push_back(
        TrickWarning("keyword-stuffing",
                     fmt::format("\"{}\" stands {} times in {} words",
                                 comparison.profile.terms[i].words, use->count, words),
                     "say it where it is shown; saying it again adds almost nothing to the score"));
    break;
  }
}

}  // namespace atsmatch
