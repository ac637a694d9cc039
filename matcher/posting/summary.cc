#include "matcher/posting/summary.h"

#include <re2/re2.h>

#include <algorithm>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "matcher/posting/quantities.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

// A posting that asks for less than this says in its duties what it wants.
constexpr size_t kFewRequirements = 3;
constexpr size_t kMostDutyWords = 40;

// What for, how and how often: a reader of the list can do without.  Each cut leaves at least two
// words.
std::string Condense(const std::string& text) {
  static const RE2 kTail(
      "(?i),? (?:to "
      "(?:ensure|support|fulfill|help|join|drive|achieve|meet|make|maximi[sz]e|facilitate|provide|"
      "deliver|allow|"
      "enable|promote|improve|create|build|identify|resolve|maintain|our|inform)|(?:by|when|"
      "through|via) [a-z]+ing|"
      "in order to|so that|so as to|for the purposes? of|as you|under (?:their|your) belt|in "
      "connection with|"
      "in accordance with|without (?:close |direct |much |constant )?supervision|throughout the|"
      "according to|in support of|in ways|on a daily basis|"
      "as (?:this person|the "
      "(?:post|role|job|position)|needed|required|necessary|appropriate|assigned|well))\\b");
  // "quantitative analysis, who enjoys", "skills that build", "for clients when they call"
  static const RE2 kMore(
      "(?i), (?:who|which|that)\\b|,? (?:that|when)\\b|,? including (?-i:[a-z])");
  static const RE2 kOpenEnd(
      "(?i)\\b(?:ability|able|willing|willingness|desire|capacity|drive|eager|skills needed)$");
  std::string kept = text;
  for (const RE2* tail : {&kMore, &kTail}) {
    re2::StringPiece cut;
    const size_t first = kept.find(' ');
    const size_t second = first == kept.npos ? kept.npos : kept.find_first_of(" ,", first + 1);
    if (second == kept.npos || !tail->Match(kept, second, kept.size(), RE2::UNANCHORED, &cut, 1))
      continue;
    const std::string shorter = kept.substr(0, static_cast<size_t>(cut.data() - kept.data()));
    if (!RE2::PartialMatch(shorter, kOpenEnd)) kept = shorter;
  }
  return kept;
}

// How many of the words stand before the last joint in reach; 0: none does.
size_t WordsBeforeJoint(const std::vector<std::string_view>& words, size_t most, const RE2& joint) {
  for (size_t i = most; i > most / 2; --i) {
    const bool comma = words[i - 1].ends_with(',') || words[i - 1].ends_with(';');
    if (!comma && !RE2::FullMatch(re2::StringPiece(words[i].data(), words[i].size()), joint))
      continue;
    const std::string_view kept(words[0].data(),
                                static_cast<size_t>(words[i].data() - words[0].data()));
    const bool open_bracket =
        std::count(kept.begin(), kept.end(), '(') > std::count(kept.begin(), kept.end(), ')');
    if (!open_bracket) return i;
  }
  return 0;
}

// Cut where a clause goes on, or where a list or phrase does, so that no phrase is broken.
std::string CutLong(const std::string& text, size_t most_words) {
  const std::vector<std::string_view> words = SplitWords(text);
  if (words.size() <= most_words) return text;
  static const RE2 kClause(
      "(?i)to|with|by|for|through|that|who|which|when|while|where|from|across|including|such|using|"
      "via");
  static const RE2 kPhrase("(?i)and|or|in|at|of|as|on|under|within");
  size_t kept = WordsBeforeJoint(words, most_words, kClause);
  if (kept == 0) kept = WordsBeforeJoint(words, most_words, kPhrase);
  if (kept == 0) return text;
  std::string_view cut(
      words[0].data(),
      static_cast<size_t>(words[kept - 1].data() - words[0].data()) + words[kept - 1].size());
  while (cut.ends_with(',') || cut.ends_with(';')) cut.remove_suffix(1);
  return std::string(cut);
}

// "Experience with Java", "Experience managing clubs": what it is experience of, unless that is a
// place to have worked in: "Experience in a call centre".
std::string WithoutExperience(const std::string& text) {
  static const RE2 kOf(
      "(?i)^(?:(?:hands[- ]on|proven|documented|strong|solid|extensive|broad|multiple|significant|"
      "professional|good|some|direct) )*experience (?:with|using|in|of) (?:the )?(\\S.*)$");
  static const RE2 kDoing(
      "(?i)^(?:(?:previous|prior|proven|documented|professional|strong|solid|extensive|broad) )*"
      "experience (?:(?:of|in) )?((?:\\w+ly )?\\w+ing [a-z].*)$");
  static const RE2 kPlace(
      "(?i)^(?:(?:an?|the|our) )?(?:[\\w/&,'-]+ "
      "){0,5}(?:industry|industries|sectors?|environments?|"
      "settings?|company|companies|agency|agencies|market|marketing|cent(?:er|re)|team|role|field|"
      "kitchens?|dealership|children|kids|people|adults|schools?|health|patients|clients?)\\b");
  static const RE2 kNamed("(?i)^experience working (?:with|on|in) (?-i:([A-Z].*))$");
  re2::StringPiece what;
  if (RE2::PartialMatch(text, kNamed, &what)) return std::string(what.data(), what.size());
  if (RE2::PartialMatch(text, kDoing, &what) && !what.starts_with("working") &&
      !what.starts_with("using"))
    return std::string(what.data(), what.size());
  if (!RE2::PartialMatch(text, kOf, &what) || RE2::PartialMatch(what, kPlace)) return text;
  return std::string(what.data(), what.size());
}

// Where a cut or the posting itself ends in the middle of a phrase: "skills with the ability".
std::string WithoutOpenEnd(std::string text) {
  static const RE2 kOpen(
      "(?i),?(?:(?: (?:with|and|as|in|of|or|for|to|by|on))+(?: (?:an?|the|strong|high))? "
      "(?:ability|able|desire|willingness|capacity|strength|focus|attention|emphasis|how|when|part|"
      "both(?: an? independent)?)|"
      " who(?: \\w+)?| "
      "(?:has|is|are|be|this|these|that|the|an?|with|and|as|in|of|or|for|to|by|on))$");
  static const RE2 kWhole(
      "(?i)(?:\\bskills needed|interest|attention|sign on|log in|hands[- ]on)$");
  const size_t bracket = text.rfind('(');
  if (bracket != text.npos && bracket > 1 && text.find(')', bracket) == text.npos)
    text.resize(text.find_last_not_of(' ', bracket - 1) + 1);
  for (int round = 0; round < 3 && !RE2::PartialMatch(text, kWhole); ++round) {
    re2::StringPiece open;
    const size_t second = text.find(' ', text.find(' ') + 1);
    if (second == text.npos || !kOpen.Match(text, second, text.size(), RE2::UNANCHORED, &open, 1))
      break;
    text.resize(static_cast<size_t>(open.data() - text.data()));
  }
  return text;
}

// "Excellent", "Demonstrated ability to", "Familiarity with": said of everything that is asked.
std::string WithoutPraise(std::string text) {
  static const RE2 kPraise(
      "(?i)^(?:(?:demonstrated|demonstrable|proven|excellent|superior|outstanding|exceptional|"
      "effective|extensive|solid|thorough|superb)\\s+(?:and\\s+(?:demonstrable|demonstrated|proven|"
      "effective)\\s+)?)+(\\S+\\s+\\S.*)$");
  static const RE2 kAble(
      "(?i)^(?:the )?(?:ability|able|capacity) to (?:effectively |successfully |properly )?"
      "(\\S+\\s+\\S.*)$");
  static const RE2 kLeast(
      "(?i)^(?:an? )?(?:at least|min(?:imum|\\.)?(?: of)?|around|over) (\\d.*)$");
  static const RE2 kCommitted(
      "(?i)^(?:committed|commitment|responsible) (?:to|for) (?:the )?(\\S.*)$");
  // "Analyst with a solid background in statistics"
  static const RE2 kWith(
      "(?i)^(?:[\\w/&-]+ ){0,4}[\\w-]*(?:er|or|ist|ant|yst|ian|ive|nurse|chef|professional|"
      "individual|person|people)s? with (?:an? "
      ")?((?:strong|solid|proven|good|excellent|genuine|keen|"
      "experience|knowledge|background|passion)\\b.*)$");
  static const RE2 kSaysMore(
      "(?i)^[^,]*\\b(?:experience|degree|skills|knowledge|years)\\b.* with ");
  if (!RE2::PartialMatch(text, kSaysMore)) RE2::Replace(&text, kWith, "\\1");
  // "highly motivated nurse to join our team"
  static const RE2 kPerson(
      "(?i)^((?:(?:highly|very|suitably|self|fully|well)[ -])?(?:motivated|experienced|skilled|"
      "enthusiastic|talented|passionate|dynamic|qualified|dedicated|committed|ambitious|"
      "professional|creative|reliable|driven)(?:,? (?:and )?[\\w-]+){1,6}?) "
      "(?:to|for|all|across|based|located|who will) .*$");
  static const RE2 kAbout(
      "(?i)^(?:(?:highly|very|fully|well) )?[\\w-]+(?: and [\\w-]+)? (?:to|about|with|in|for|by) ");
  if (!RE2::PartialMatch(text, kAbout)) RE2::Replace(&text, kPerson, "\\1");
  static const RE2 kSomeone(
      "(?i)^((?:highly |very |self-|well-|hard-?)?(?:motivated|enthusiastic|passionate|dynamic|"
      "dedicated|committed|ambitious|creative|reliable|driven|organi[sz]ed|working|flexible|caring|"
      "confident)\\b(?:,? (?:and )?[\\w-]+){0,3}?) (?:individual|person|candidate|people|"
      "members? of staff)s?$");
  RE2::Replace(&text, kSomeone, "\\1");
  static const RE2 kPeople(
      "(?i)^[^,;]{3,50}? who (?:have|has|possess(?:es)?|are|is|can) (?:an? )?"
      "(\\S+\\s+\\S.*)$");
  static const RE2 kKnows(
      "(?i)^(?:(?:technical|demonstrates?|in-depth|working|basic|general|good|strong|broad|deep|"
      "sound|clear) )?"
      "(?:knowledge|understanding|familiarity|familiar|proficiency|proficient|knowledgeable|"
      "well[- ]versed|expertise)(?: and (?:experience|understanding|knowledge))? "
      "(?:of|with|in|about|using) (?:the )?(\\S.*)$");
  static const RE2 kShows(
      "(?i)^(?:consistently )?(?:demonstrates?|shows?|possess(?:es)?|is|be|any) (?:an? "
      ")?(\\S+\\s+\\S.*)$");
  for (const RE2* pattern : {&kShows, &kPeople, &kPraise, &kAble, &kKnows, &kLeast, &kCommitted})
    RE2::Replace(&text, *pattern, "\\1");
  text = WithoutExperience(text);
  static const RE2 kLead("(?i)^(?:our|your|their|various|multiple|the|how) (\\S+\\s+\\S.*)$");
  static const RE2 kOwner("(?i) (?:our|your|their) ");
  static const RE2 kEtc("(?i),? etc\\b\\.?");
  RE2::Replace(&text, kLead, "\\1");
  RE2::GlobalReplace(&text, kOwner, " ");
  RE2::GlobalReplace(&text, kEtc, "");
  return text;
}

std::string Shortened(const Requirement& requirement) {
  constexpr size_t kLongest = 14, kLongestPraise = 10;  // words
  const bool soft = requirement.kind == RequirementKind::kSoftSkill;
  std::string text =
      WithoutOpenEnd(CutLong(Condense(requirement.text), soft ? kLongestPraise : kLongest));
  return requirement.kind == RequirementKind::kCondition ? text : WithoutPraise(std::move(text));
}

// Texts in order, each once.
class TextList {
 public:
  explicit TextList(std::vector<std::string>* texts) : texts_(texts) {}
  void Add(std::string text) {
    if (known_.insert(FoldPhrase(text)).second) texts_->push_back(std::move(text));
  }

 private:
  std::vector<std::string>* texts_;
  std::unordered_set<std::string> known_;
};

bool HasRequirementHeading(const JobPosting& posting) {
  return std::any_of(posting.parts.begin(), posting.parts.end(), [](const PostingPart& part) {
    return !part.heading.empty() && !part.text.empty() &&
           (part.kind == PostingPartKind::kRequirements ||
            part.kind == PostingPartKind::kNiceToHave);
  });
}

}  // namespace

PostingSummary Summarize(const JobPosting& posting) {
  PostingSummary summary;
  summary.title = posting.title;
  summary.min_years = posting.min_years < 1 ? 0 : posting.min_years;  // months are no years
  summary.degree = std::string(DegreeWord(posting.degree_level));
  TextList must_have(&summary.must_have), nice_to_have(&summary.nice_to_have),
      licences(&summary.licences);
  for (const Requirement& requirement : posting.requirements) {
    if (requirement.part == PostingPartKind::kDuties) continue;
    const bool must = requirement.need == Need::kMust;
    (must ? must_have : nice_to_have).Add(Shortened(requirement));
    if (!must || requirement.kind != RequirementKind::kLicence) continue;
    for (const Requirement::Alternative& licence : requirement.alternatives)
      licences.Add(licence.words);
  }
  if (HasRequirementHeading(posting) ||
      summary.must_have.size() + summary.nice_to_have.size() >= kFewRequirements)
    return summary;
  size_t added = 0;  // words
  for (const Requirement& requirement : posting.requirements) {
    if (requirement.part != PostingPartKind::kDuties || added >= kMostDutyWords) continue;
    std::string text = Shortened(requirement);
    added += SplitWords(text).size();
    must_have.Add(std::move(text));
  }
  return summary;
}

}  // namespace atsmatch
