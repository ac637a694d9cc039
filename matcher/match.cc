#include "matcher/match.h"

#include <algorithm>

#include "matcher/explain.h"
#include "matcher/score/evidence.h"
#include "matcher/score/features.h"
#include "matcher/score/occupation.h"
#include "matcher/score/pasted.h"
#include "matcher/score/profile.h"
#include "matcher/score/requirements.h"
#include "matcher/score/searches.h"
#include "matcher/score/similarity.h"
#include "matcher/terms/associations.h"
#include "matcher/terms/statistics.h"

namespace atsmatch {
namespace {

constexpr double kStrongScore = 70;
constexpr double kGoodScore = 50;
constexpr double kPartialScore = 30;

Band BandOf(double score) {
  if (score >= kStrongScore) return Band::kStrong;
  if (score >= kGoodScore) return Band::kGood;
  return score >= kPartialScore ? Band::kPartial : Band::kWeak;
}

Match NotScored(std::string id, std::string message, std::string remedy) {
  Match match;
  Warning warning;
  warning.id = std::move(id);
  warning.severity = Warning::Severity::kFatal;
  warning.message = std::move(message);
  warning.remedy = std::move(remedy);
  match.warnings.push_back(std::move(warning));
  return match;
}

Warning Pasted(size_t lines) {
  Warning warning;
  warning.id = "pasted-posting";
  warning.severity = Warning::Severity::kMajor;
  warning.message = std::to_string(lines) +
                    " lines are the posting's own words, one after the other; they do not count";
  warning.remedy = "say in words of your own what you did";
  return warning;
}

Warning OtherLanguage() {
  Warning warning;
  warning.id = "other-language";
  warning.severity = Warning::Severity::kMajor;
  warning.message =
      "most words of the posting stand in no English posting: it is probably in another language. "
      "Its words "
      "count as they are written; what they mean, and the field of work, are not known";
  warning.remedy = "compare such scores among résumés of the same language only";
  return warning;
}

// Of the most recent position that states a level.
int LevelOf(const ResumeEvidence& evidence) {
  for (const TitleUse& title : evidence.titles) {
    if (title.level > 0) return title.level;
  }
  return 0;
}

}  // namespace

std::string_view BandName(Band band) {
  switch (band) {
    case Band::kStrong:
      return "strong";
    case Band::kGood:
      return "good";
    case Band::kPartial:
      return "partial";
    case Band::kWeak:
      return "weak";
    case Band::kNotScored:
      return "not-scored";
  }
  return "";
}

std::string_view MetName(Met met) {
  switch (met) {
    case Met::kYes:
      return "yes";
    case Met::kPartly:
      return "partly";
    case Met::kNo:
      return "no";
    case Met::kUnknown:
      return "unknown";
  }
  return "";
}

std::string_view SearchName(Search search) {
  switch (search) {
    case Search::kExact:
      return "exact";
    case Search::kStems:
      return "stems";
    case Search::kAliases:
      return "aliases";
    case Search::kRelated:
      return "related";
    case Search::kNone:
      return "none";
  }
  return "";
}

namespace {

const Associations& BuiltInAssociations() {
  static const Associations associations = Associations::BuiltIn();
  return associations;
}

const TermStatistics& BuiltInResumes() {
  static const TermStatistics resumes = TermStatistics::BuiltInResumes();
  return resumes;
}

}  // namespace

struct JobMatcher::Prepared {
  const JobPosting& posting;
  Knowledge knowledge;
  JobProfile profile;
};

JobMatcher::JobMatcher(const JobPosting& posting, const Knowledge& knowledge) {
  Knowledge complete = knowledge;
  if (complete.associations == nullptr) complete.associations = &BuiltInAssociations();
  if (complete.resumes == nullptr) complete.resumes = &BuiltInResumes();
  prepared_ =
      std::make_unique<const Prepared>(Prepared{posting, complete, ReadProfile(posting, complete)});
}

JobMatcher::~JobMatcher() = default;

Match JobMatcher::MatchResume(const ParsedResume& resume, const MatchOptions& options) const {
  return MatchEvidence(ReadResume(resume, options));
}

ResumeEvidence JobMatcher::ReadResume(const ParsedResume& resume,
                                      const MatchOptions& options) const {
  return ReadEvidence(resume, prepared_->knowledge, options.as_of);
}

Match JobMatcher::MatchEvidence(const ResumeEvidence& evidence) const {
  const std::vector<bool> pasted = PastedLines(evidence, prepared_->profile.plain_text);
  const auto lines = std::count(pasted.begin(), pasted.end(), true);
  if (lines == 0) return MatchHonest(evidence);
  Match match = MatchHonest(WithoutLines(evidence, pasted, prepared_->knowledge));
  match.warnings.push_back(Pasted(static_cast<size_t>(lines)));
  return match;
}

// Nothing of it is the posting itself.
Match JobMatcher::MatchHonest(const ResumeEvidence& evidence) const {
  const auto& [posting, knowledge, profile] = *prepared_;
  if (profile.empty) {
    return NotScored("empty-posting", "the job posting asks for nothing that could be scored",
                     "give the text of the posting with its title, duties and requirements");
  }
  if (evidence.lines.empty()) {
    return NotScored("nothing-to-score", "the résumé shows no text that could be scored",
                     "check that its text can be selected and copied");
  }
  const JobTermUses uses = UsesOf(evidence, profile);
  const Similarity similarity(evidence.length, uses, profile);
  Measures measures;
  measures.shown = ShowRequirements(evidence, uses, posting, profile, knowledge);
  measures.similarity = similarity.value();
  measures.has_field = !profile.other_language;
  measures.field = FieldOfWork(evidence, uses, profile, knowledge);
  const Occupation occupation = CompareTitles(evidence, profile, posting, knowledge);
  measures.title = occupation.title;
  measures.occupation = occupation.known;
  measures.years = evidence.years;
  measures.has_years = evidence.has_years;
  measures.degree_level = evidence.degree_level;
  measures.level = LevelOf(evidence);

  Match match;
  match.features = ToFeatures(measures, posting, *knowledge.weights);
  match.score = ScoreOf(match.features);
  match.band = BandOf(match.score);
  const Comparison comparison{posting, knowledge, evidence, uses, profile, similarity, measures};
  ExplainRequirements(comparison, &match);
  ExplainKeywords(comparison, &match);
  ExplainAdvice(comparison, &match);
  WarnOfTricks(comparison, &match);
  if (profile.other_language) match.warnings.push_back(OtherLanguage());
  match.use = UseOf(evidence, profile, *knowledge.taxonomy);
  return match;
}

Match MatchResume(const ParsedResume& resume, const JobPosting& posting, const Knowledge& knowledge,
                  const MatchOptions& options) {
  return JobMatcher(posting, knowledge).MatchResume(resume, options);
}

}  // namespace atsmatch
