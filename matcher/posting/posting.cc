#include "matcher/posting/posting.h"

#include <re2/re2.h>

#include <algorithm>
#include <utility>

#include "matcher/posting/clean.h"
#include "matcher/posting/occupation.h"
#include "matcher/posting/parts.h"
#include "matcher/posting/quantities.h"
#include "matcher/posting/requirements.h"
#include "matcher/posting/rules.h"
#include "matcher/posting/split.h"
#include "matcher/posting/title.h"
#include "matcher/skills/taxonomy.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

constexpr size_t kVeryShort = 200;  // bytes; less hardly says what is asked

bool IsRead(PostingPartKind kind) {
  return kind == PostingPartKind::kRequirements || kind == PostingPartKind::kNiceToHave ||
         kind == PostingPartKind::kDuties;
}

// "We are looking for exceptional people" praises where the posting has a list of what it asks.
bool OnlyInvites(const ClassifiedUnit& unit, std::string_view text) {
  if (unit.under_heading || unit.kind != PostingPartKind::kRequirements ||
      unit.cues[Cue::kSeek] == 0 || unit.cues[Cue::kAsk] > 0)
    return false;
  static const RE2 kSubstance(
      "(?i)experience\\b|knowledge|interest|passion "
      "for|background|degree|licen[cs]e|qualified|certif|skills in");
  const IndexRange words = unit.unit.text;
  return !RE2::PartialMatch(re2::StringPiece(text.data() + words.begin, words.size()), kSubstance);
}

// "Interested in learning more?" asks for an answer; "Do you have experience of" for experience.
bool OnlyAsksBack(std::string_view words) {
  static const RE2 kOfYou("(?i)^(?:do|are|have|can|is|does|did|will) (?:you|your)\\b");
  return words.ends_with("?") &&
         !RE2::PartialMatch(re2::StringPiece(words.data(), words.size()), kOfYou);
}

// "So, if you are a cook with experience, please read on", "If you have lived abroad": said to some
// readers alone.
bool OnlyTurnsTo(std::string_view words) {
  static const RE2 kSome(
      "(?i)^(?:so,? )?if you (?:are an? .*\\b(?:please (?:read on|apply today)|then this "
      "(?:job|role|post|position|is))\\b|"
      "(?:have|'ve)(?: ever)? (?:lived|resided)\\b)");
  return RE2::PartialMatch(re2::StringPiece(words.data(), words.size()), kSome);
}

bool HasList(const std::vector<ClassifiedUnit>& units) {
  constexpr ptrdiff_t kShortest = 4;  // things asked under a heading
  return std::count_if(units.begin(), units.end(), [](const ClassifiedUnit& unit) {
           return !unit.unit.heading && unit.under_heading &&
                  unit.kind == PostingPartKind::kRequirements;
         }) >= kShortest;
}

// The lines before the text that repeat the title say nothing else.
void MarkTitle(const JobPosting& posting, std::vector<ClassifiedUnit>* units) {
  const std::string title =
      FoldPhrase(std::string_view(posting.text)
                     .substr(posting.title_source.begin, posting.title_source.size()));
  for (size_t i = 0; i < units->size() && i < 4; ++i) {
    ClassifiedUnit& unit = (*units)[i];
    const bool inside = posting.title_source.begin >= unit.unit.text.begin &&
                        posting.title_source.end <= unit.unit.text.end;
    const std::string_view words =
        std::string_view(posting.text).substr(unit.unit.text.begin, unit.unit.text.size());
    if (!unit.unit.heading && ((inside && words.size() < 2 * posting.title_source.size() + 8) ||
                               FoldPhrase(words) == title))
      unit.kind = PostingPartKind::kTitle;
  }
}

// What duties name ("supervise postgraduates") counts where nothing else is asked.
void SumUp(JobPosting* posting) {
  const bool only_duties = std::all_of(
      posting->requirements.begin(), posting->requirements.end(),
      [](const Requirement& requirement) { return requirement.part == PostingPartKind::kDuties; });
  for (const Requirement& requirement : posting->requirements) {
    if (requirement.need != Need::kMust) continue;
    if (requirement.part == PostingPartKind::kDuties && !only_duties) continue;
    posting->min_years = std::max(posting->min_years, requirement.min_years);
    posting->degree_level = std::max(posting->degree_level, requirement.degree_level);
  }
}

void Warn(std::string id, Warning::Severity severity, std::string message, std::string remedy,
          JobPosting* posting) {
  Warning warning;
  warning.id = std::move(id);
  warning.severity = severity;
  warning.message = std::move(message);
  warning.remedy = std::move(remedy);
  posting->warnings.push_back(std::move(warning));
}

void AddWarnings(JobPosting* posting) {
  if (!HasLetter(posting->text)) {
    Warn("empty-posting", Warning::Severity::kFatal, "the posting has no text",
         "paste the text of the job into the file", posting);
    return;
  }
  if (posting->text.size() < kVeryShort)
    Warn("very-short", Warning::Severity::kMinor,
         "the posting is very short, so little is known of what it asks",
         "use the whole text of the job", posting);
  const bool asks = std::any_of(
      posting->requirements.begin(), posting->requirements.end(),
      [](const Requirement& requirement) { return requirement.part != PostingPartKind::kDuties; });
  if (!asks)
    Warn("no-requirements", Warning::Severity::kMajor, "no requirements were found in the posting",
         "check that the part that says what is asked is in the file", posting);
}

}  // namespace

std::string_view PostingPartKindName(PostingPartKind kind) {
  switch (kind) {
    case PostingPartKind::kTitle:
      return "title";
    case PostingPartKind::kCompany:
      return "company";
    case PostingPartKind::kSummary:
      return "summary";
    case PostingPartKind::kDuties:
      return "duties";
    case PostingPartKind::kRequirements:
      return "requirements";
    case PostingPartKind::kNiceToHave:
      return "nice-to-have";
    case PostingPartKind::kBenefits:
      return "benefits";
    case PostingPartKind::kEqualOpportunity:
      return "equal-opportunity";
    case PostingPartKind::kHowToApply:
      return "how-to-apply";
    case PostingPartKind::kLogistics:
      return "logistics";
    case PostingPartKind::kOther:
      return "other";
  }
  return "other";
}

std::string_view RequirementKindName(RequirementKind kind) {
  switch (kind) {
    case RequirementKind::kSkill:
      return "skill";
    case RequirementKind::kTitle:
      return "title";
    case RequirementKind::kYears:
      return "years";
    case RequirementKind::kDegree:
      return "degree";
    case RequirementKind::kField:
      return "field";
    case RequirementKind::kLicence:
      return "licence";
    case RequirementKind::kLanguage:
      return "language";
    case RequirementKind::kSoftSkill:
      return "soft-skill";
    case RequirementKind::kCondition:
      return "condition";
  }
  return "skill";
}

JobPosting ParsePosting(std::string_view text, const Taxonomy& taxonomy, const Lexicon& lexicon) {
  const PostingRules& rules = PostingRules::Get();
  JobPosting posting;
  posting.text = CleanPostingText(text);
  posting.title_source = FindPostingTitle(posting.text, taxonomy);
  if (!posting.title_source.empty()) {
    posting.title = CleanTitle(std::string_view(posting.text)
                                   .substr(posting.title_source.begin, posting.title_source.size()),
                               lexicon);
    posting.level = LevelOfTitle(posting.title, lexicon);
  }
  std::vector<ClassifiedUnit> units =
      ClassifyUnits(posting.text, SplitPosting(posting.text, taxonomy, rules), rules);
  if (!posting.title_source.empty()) MarkTitle(posting, &units);
  posting.parts = JoinParts(units, posting.text.size());
  posting.title_concept = FindOccupation(posting, taxonomy);
  const RequirementReader reader{taxonomy, lexicon, rules};
  const bool has_list = HasList(units);
  for (const ClassifiedUnit& unit : units) {
    if (!IsRead(unit.kind)) continue;
    const IndexRange range = unit.unit.text;
    const std::string_view words = std::string_view(posting.text).substr(range.begin, range.size());
    // "Five years of experience with:"
    if ((unit.unit.heading || unit.unit.sub_heading) && !FindYears(words, rules)) continue;
    if (has_list && OnlyInvites(unit, posting.text)) continue;
    if (OnlyAsksBack(words) || OnlyTurnsTo(words)) continue;
    for (Requirement& requirement : ReadRequirements(posting.text, unit, reader))
      posting.requirements.push_back(std::move(requirement));
  }
  SumUp(&posting);
  AddWarnings(&posting);
  return posting;
}

}  // namespace atsmatch
