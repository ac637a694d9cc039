#include "matcher/posting/requirements.h"

#include <re2/re2.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "matcher/posting/clauses.h"
#include "matcher/posting/quantities.h"
#include "matcher/skills/taxonomy.h"
#include "parser/text/lexicon.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

constexpr size_t kMostAlternatives = 12;
constexpr size_t kListItemWords = 3;  // "Excel" alone is no verb

re2::StringPiece Piece(std::string_view text) { return {text.data(), text.size()}; }

std::string OneSpaced(std::string_view text) {
  std::string out;
  for (std::string_view word : SplitWords(text)) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

// Brackets without a partner, and punctuation at the ends.
std::string_view TrimEnds(std::string_view text) {
  static constexpr std::string_view kEnds[] = {" ",  ",", ";", ":", ".", "!", "?",
                                               "*",  "•", "·", "–", "—", "-", "|",
                                               "\"", "“", "”", "&", "/", "…", "~"};
  bool changed = true;
  while (changed && !text.empty()) {
    changed = false;
    for (std::string_view end : kEnds) {
      const bool dot_of_name = end == "." && text.size() > 1 && StartsUpper(text.substr(1));
      if (text.starts_with(end) && !dot_of_name) text.remove_prefix(end.size()), changed = true;
      // "etc." and ".NET" keep theirs where it is part of the word
      if (text.ends_with(end)) text.remove_suffix(end.size()), changed = true;
    }
    const bool opens = text.find('(') != text.npos, closes = text.find(')') != text.npos;
    if (!opens && closes && text.ends_with(")")) text.remove_suffix(1), changed = true;
    if (opens && !closes && text.starts_with("(")) text.remove_prefix(1), changed = true;
    if (text.starts_with("(") && text.ends_with(")") && text.find('(', 1) == text.npos &&
        text.size() > 1) {
      text = text.substr(1, text.size() - 2);
      changed = true;
    }
  }
  return text;
}

std::string_view StripFillers(std::string_view text) {
  static const RE2 kEnd(
      R"(\s+(?:(?i:and|or|but|with|as well as|plus|&|is|are|be|the|of|in|to|for|as|when|this|which|that|who|would|will|may be|also|least|at|such as|etc|(?:for|in|to) (?:this|the) (?:role|post|position|job)|(?:would|will) (?:be (?:well |ideally |best )?suited|suit)|(?:is|are) ideal)|an?)$)");
  re2::StringPiece hit;
  for (int round = 0; round < 3; ++round) {
    if (!kEnd.Match(Piece(text), text.size() > 24 ? text.size() - 24 : 0, text.size(),
                    RE2::UNANCHORED, &hit, 1) ||
        hit.empty())
      break;
    text = TrimEnds(text.substr(0, static_cast<size_t>(hit.data() - text.data())));
  }
  return text;
}

// Of the whole demand, for those of its things that say nothing themselves: "Java and SQL
// preferred".  What asks least counts.
std::optional<Need> NeedOf(std::string_view demand, const PostingRules& rules) {
  std::optional<Need> need;
  size_t from = 0;
  while (const auto cue = rules.FindNeed(demand, from)) {
    from = std::max(cue->end, cue->begin + 1);
    if (demand[cue->begin] == '(') continue;  // says it of what stands before
    if (!need || cue->need == Need::kNice) need = cue->need;
  }
  return need;
}

// A clause as it is asked: its words without "You will have", "is a plus" and the like.
struct CleanClause {
  std::string text;
  std::optional<Need> need;  // said by the clause itself
};

CleanClause Clean(std::string_view clause, const PostingRules& rules) {
  CleanClause result;
  std::string text(clause);
  for (int round = 0; round < 3; ++round) {
    const auto cue = rules.FindNeed(text);
    if (!cue) break;
    // What asks least counts: "required, but not essential".
    if (!result.need || cue->need == Need::kNice) result.need = cue->need;
    text.replace(cue->begin, cue->end - cue->begin, " ");
  }
  std::string_view rest = TrimEnds(text);
  for (int round = 0; round < 4; ++round) {
    const size_t lead = rules.LeadInLength(rest);
    if (lead == 0 || lead >= rest.size()) break;
    rest = TrimEnds(rest.substr(lead));
  }
  result.text = OneSpaced(StripFillers(rest));
  return result;
}

// The words themselves, where the taxonomy knows none: without "strong", "experience with" and so
// on.
std::string CoreWords(std::string_view text) {
  static const RE2 kLead(
      "(?i)^(?:(?:an?|the|some|any|very|highly|previous|prior|proven|relevant|solid|strong|"
      "extensive|demonstrated|demonstrable|recent|"
      "hands[- "
      "]on|working|significant|direct|good|excellent|great|outstanding|exceptional|effective|basic|"
      "advanced|"
      "in-depth|and|and/or|deep|thorough|sound|broad|practical|general|minimum|at "
      "least|related|progressive|current|proficient|"
      "experienced|familiar|skilled|knowledgeable|comfortable|competent|able|expert|willing)\\s+)*"
      "(?:(?:work(?:ing)? "
      ")?(?:experience|knowledge|understanding|proficiency|familiarity|expertise|skills?|"
      "background|ability|willingness|"
      "interest|command|grasp|track "
      "record|passion|desire|exposure|fluency|aptitude|capacity|years)\\s*"
      "(?:and (?:experience|knowledge|understanding|ability|skills?|interest|expertise)\\s*)?"
      "(?:of|in|with|to|for|using|as an?|as|on|at|across|within|about|working "
      "(?:with|in|as|for|within))?\\s*(?:the|an?)?\\s+)?"
      "(?:(?:working|dealing|using|with|in|of|to|at|as "
      "an?|as)\\s+(?:with|in|as|for|within)?\\s*)?");
  re2::StringPiece hit;
  std::string_view rest = text;
  if (kLead.Match(Piece(text), 0, text.size(), RE2::ANCHOR_START, &hit, 1) &&
      hit.size() < text.size())
    rest = text.substr(hit.size());
  static const RE2 kTail(
      "(?i)[\\s,]+(?:skills?|experience|knowledge|abilit(?:y|ies)|is|are|or "
      "(?:similar|equivalent|related)(?: \\w+)?)$");
  if (kTail.Match(Piece(rest), 0, rest.size(), RE2::UNANCHORED, &hit, 1) &&
      hit.data() != rest.data())
    rest = rest.substr(0, static_cast<size_t>(hit.data() - rest.data()));
  rest = TrimEnds(rest);
  return std::string(rest.empty() ? TrimEnds(text) : rest);
}

class ClauseReader {
 public:
  ClauseReader(const RequirementReader& reader, const ClassifiedUnit& unit)
      : reader_(reader), unit_(unit) {}

  // `demand`: what the words share a list with; its other things tell "Chef" from a chef.
  std::optional<Requirement> Read(std::string_view words, std::string_view demand,
                                  IndexRange source, Need need);

 private:
  void AddFromList(std::string_view demand, Requirement* requirement) const;
  void SetKind(Requirement* requirement) const;
  void SetAlternatives(Requirement* requirement) const;
  bool SetDegree(Requirement* requirement) const;
  void AddWords(Requirement* requirement, std::string_view words) const;
  std::string WordsAsked(std::string_view text, Requirement* requirement) const;
  void DropBareTitles(std::string_view text, std::vector<ConceptMatch>* matches) const;
  void AddConcepts(Requirement* requirement, const std::vector<ConceptMatch>& matches) const;

  const RequirementReader& reader_;
  const ClassifiedUnit& unit_;
};

void ClauseReader::AddWords(Requirement* requirement, std::string_view words) const {
  std::string text(TrimEnds(words));
  if (text.empty() || requirement->alternatives.size() >= kMostAlternatives) return;
  int concept_id = -1;
  if (requirement->kind == RequirementKind::kTitle) concept_id = reader_.taxonomy.FindTitle(text);
  requirement->alternatives.push_back({std::move(text), concept_id});
}

// "3 years as a dental nurse": the words asked without the years; a title if they say so.
std::string ClauseReader::WordsAsked(std::string_view text, Requirement* requirement) const {
  std::string words(text);
  if (const auto years = FindYears(text, reader_.rules))
    words.erase(years->words.begin, years->words.size());
  static const RE2 kPossessive("(?:^|\\s)(?:'|’)s?\\s");  // of "years' experience"
  RE2::Replace(&words, kPossessive, " ");
  static const RE2 kTitle(
      "(?i)\\b(?:experience|worked|working|years'?|background)?,? ?as an? ([^,.;()]{3,50})");
  static const RE2 kLeft("(?i)^(?:'s?|’s?)?(?:\\s*(?:of|'|’|in|:|full|post|or more))*\\s+");
  RE2::Replace(&words, kLeft, "");
  re2::StringPiece title;
  if (RE2::PartialMatch(words, kTitle, &title)) {
    requirement->kind = RequirementKind::kTitle;
    return std::string(title.data(), title.size());
  }
  std::string core = CoreWords(words);
  static const RE2 kNothing(
      "(?i)^(?:(?:relevant|related|work|working|similar|prior|previous|professional|required)\\s*)*"
      "(?:experience|exp\\.?|of|)$");
  return RE2::FullMatch(core, kNothing) ? std::string() : core;
}

void ClauseReader::AddConcepts(Requirement* requirement,
                               const std::vector<ConceptMatch>& matches) const {
  for (const ConceptMatch& match : matches) {
    const auto same = [&](const Requirement::Alternative& known) {
      return known.concept_id == match.concept_id;
    };
    if (requirement->alternatives.size() >= kMostAlternatives ||
        std::any_of(requirement->alternatives.begin(), requirement->alternatives.end(), same))
      continue;
    requirement->alternatives.push_back(
        {requirement->text.substr(match.begin, match.end - match.begin), match.concept_id,
         match.ambiguous});
  }
}

bool ClauseReader::SetDegree(Requirement* requirement) const {
  const auto degree = FindDegree(requirement->text, reader_.rules);
  if (!degree) return false;
  requirement->kind = RequirementKind::kDegree;
  requirement->degree_level = degree->level;
  requirement->or_equivalent = degree->or_equivalent;
  for (const std::string& field : degree->fields) {
    const auto matches = reader_.taxonomy.FindAll(field, /*in_skill_list=*/true);
    const auto longest = std::max_element(
        matches.begin(), matches.end(),
        [](const auto& a, const auto& b) { return a.end - a.begin < b.end - b.begin; });
    requirement->alternatives.push_back(
        {field, longest == matches.end() ? -1 : longest->concept_id});
  }
  return true;
}

bool SpeaksLanguage(std::string_view text) {
  static const RE2 kContext(
      "(?i)\\b(?:fluen\\w+|bilingual|multilingual|speak\\w*|spoken|written|native|language|"
      "proficien\\w+|verbal|read and write|mother tongue|"
      "conversational|command of|[abc][12]\\b)");
  return RE2::PartialMatch(Piece(text), kContext);
}

// "Knowledge of EMT practices" asks for no EMT's licence.
bool AsksForLicence(std::string_view text, const PostingRules& rules) {
  if (!rules.Find(PhraseTable::kLicences, text)) return false;
  static const RE2 kKnows(
      "(?i)^(?:\\w+ ){0,3}(?:knowledge|understanding|experience|familiarity)\\b");
  static const RE2 kHolds(
      "(?i)licen[cs]|certif|regist|card|qualif|accredit|credential|pin\\b|clearance");
  return !RE2::PartialMatch(Piece(text), kKnows) || RE2::PartialMatch(Piece(text), kHolds);
}

// "French", "French or Dutch"
bool NamesLanguagesOnly(std::string_view text, const Lexicon& lexicon) {
  size_t end = 0;
  const auto is_joint = [](std::string_view words) {
    static const RE2 kJoint(
        R"((?i)\s*(?:(?:,|/|or|and|and/or|languages?|speakers?|speaking)\s*)*)");
    return RE2::FullMatch(Piece(words), kJoint);
  };
  for (const PhraseMatch& match : lexicon.FindAll(LexiconTable::kLanguages, text)) {
    if (!is_joint(text.substr(end, match.begin - end))) return false;
    end = match.end;
  }
  return end > 0 && is_joint(text.substr(end));
}

void ClauseReader::SetKind(Requirement* requirement) const {
  const std::string& text = requirement->text;
  const auto years = FindYears(text, reader_.rules);
  if (years) {
    requirement->min_years = years->min;
    requirement->max_years = years->max;
  }
  if (SetDegree(requirement)) return;
  if (AsksForLicence(text, reader_.rules)) {
    requirement->kind = RequirementKind::kLicence;
    return;
  }
  if (NamesLanguagesOnly(text, reader_.lexicon)) {
    requirement->kind = RequirementKind::kLanguage;
    return;
  }
  if (SpeaksLanguage(text) && reader_.lexicon.Contains(LexiconTable::kLanguages, text)) {
    requirement->kind = RequirementKind::kLanguage;
    return;
  }
  if (reader_.rules.Find(PhraseTable::kConditions, text)) {
    requirement->kind = RequirementKind::kCondition;
    return;
  }
  requirement->kind = years ? RequirementKind::kYears : RequirementKind::kSkill;
}

// "Java or Kotlin", "tools such as Tableau": any one would do.
bool AnyWouldDo(std::string_view text, const PostingRules& rules) {
  static const RE2 kOr(R"((?i)\bor\b|\band/or\b|\w/\w)");
  return RE2::PartialMatch(Piece(text), kOr) || SomeWouldDo(text) ||
         rules.Find(PhraseTable::kExamples, text).has_value() || text.find('(') != text.npos;
}

// Which of several words stands for the requirement: what a résumé can show most surely.
int Weight(const ConceptMatch& match, const Taxonomy& taxonomy) {
  const ConceptKind kind = taxonomy.concepts()[static_cast<size_t>(match.concept_id)].kind;
  const int by_kind = kind == ConceptKind::kSoftSkill  ? 0
                      : kind == ConceptKind::kIndustry ? 1
                      : kind == ConceptKind::kField    ? 2
                                                       : 3;
  return by_kind * 100 + static_cast<int>(std::min<size_t>(match.end - match.begin, 90)) -
         (match.ambiguous ? 100 : 0);
}

// "Report to the manager" and "professional manner" ask for no title; "experience as a manager"
// does.
void ClauseReader::DropBareTitles(std::string_view text, std::vector<ConceptMatch>* matches) const {
  static const RE2 kBefore(
      "(?i)(?:^|\\bas an? |\\bas |\\bexperienced |\\bskilled |\\bqualified |\\bregistered )$");
  std::erase_if(*matches, [&](const ConceptMatch& match) {
    if (reader_.taxonomy.concepts()[static_cast<size_t>(match.concept_id)].kind !=
        ConceptKind::kTitle)
      return false;
    const std::string_view words = text.substr(match.begin, match.end - match.begin);
    if (words.find(' ') != words.npos) return false;
    return words.size() == text.size() ||
           !RE2::PartialMatch(Piece(text.substr(0, match.begin)), kBefore) || match.begin == 0;
  });
}

// "Experience of selling into the independent channel" asks for more than independence: what it is
// experience of has to be shown, and the words of a soft skill are few of its words.
bool AsksForWork(std::string_view text, const std::vector<ConceptMatch>& soft,
                 const PostingRules& rules) {
  static const RE2 kOpens(
      "(?i)^(?:[\\w-]+ "
      "){0,3}(?:experience|knowledge|understanding|background|familiarity|expertise|"
      "proficiency)(?: and \\w+)? (?:of|in|with|as|within|across|using|selling|managing|leading|"
      "designing|developing|building|running|delivering|supporting|handling)\\b");
  constexpr size_t kFewWords = 6;
  if (!RE2::PartialMatch(Piece(text), kOpens) || SplitWords(text).size() < kFewWords) return false;
  size_t covered = 0;  // bytes
  for (const ConceptMatch& match : soft) covered += match.end - match.begin;
  for (auto hit = rules.Find(PhraseTable::kSoftSkills, text); hit;
       hit = rules.Find(PhraseTable::kSoftSkills, text, hit->end)) {
    const auto known = [&](const ConceptMatch& match) {
      return match.begin < hit->end && hit->begin < match.end;
    };
    if (std::none_of(soft.begin(), soft.end(), known)) covered += hit->end - hit->begin;
  }
  return covered * 4 < text.size();
}

void ClauseReader::SetAlternatives(Requirement* requirement) const {
  const std::string& text = requirement->text;
  if (requirement->kind == RequirementKind::kDegree) return;
  if (requirement->kind == RequirementKind::kLanguage) {
    for (const PhraseMatch& match : reader_.lexicon.FindAll(LexiconTable::kLanguages, text))
      AddWords(requirement, std::string_view(text).substr(match.begin, match.end - match.begin));
    return;
  }
  if (requirement->kind == RequirementKind::kLicence) {
    size_t from = 0;
    std::vector<Requirement::Alternative> licences;
    while (const auto hit = reader_.rules.Find(PhraseTable::kLicences, text, from)) {
      from = std::max(hit->end, hit->begin + 1);
      const std::string words = text.substr(hit->begin, hit->end - hit->begin);
      const auto matches = reader_.taxonomy.FindAll(words, true);
      AddWords(requirement, words);
      if (!matches.empty() && !requirement->alternatives.empty())
        requirement->alternatives.back().concept_id = matches.front().concept_id;
    }
    return;
  }
  const bool list_item = SplitWords(text).size() <= kListItemWords;
  std::vector<ConceptMatch> matches = reader_.taxonomy.FindAll(text, list_item);
  DropBareTitles(text, &matches);
  const auto kind_of = [&](const ConceptMatch& match) {
    return reader_.taxonomy.concepts()[static_cast<size_t>(match.concept_id)].kind;
  };
  const bool soft_words = reader_.rules.Find(PhraseTable::kSoftSkills, text).has_value();
  const bool only_soft = std::all_of(matches.begin(), matches.end(), [&](const auto& match) {
    return kind_of(match) == ConceptKind::kSoftSkill;
  });
  if (only_soft && requirement->kind == RequirementKind::kSkill &&
      AsksForWork(text, matches, reader_.rules)) {
    AddWords(requirement, WordsAsked(text, requirement));
    return;
  }
  if (requirement->kind == RequirementKind::kCondition) {
    AddWords(requirement, CoreWords(text));
    return;
  }
  if (only_soft && (soft_words || !matches.empty()) &&
      requirement->kind == RequirementKind::kSkill) {
    requirement->kind = RequirementKind::kSoftSkill;
  } else if (!matches.empty() && requirement->kind == RequirementKind::kYears && !only_soft) {
    requirement->kind = RequirementKind::kSkill;
  }
  if (!only_soft)
    std::erase_if(matches,
                  [&](const auto& match) { return kind_of(match) == ConceptKind::kSoftSkill; });
  if (matches.empty()) {
    AddWords(requirement, WordsAsked(text, requirement));
    return;
  }
  if (AnyWouldDo(text, reader_.rules)) {
    AddConcepts(requirement, matches);
  } else {
    const auto best =
        std::max_element(matches.begin(), matches.end(), [&](const auto& a, const auto& b) {
          return Weight(a, reader_.taxonomy) < Weight(b, reader_.taxonomy);
        });
    AddConcepts(requirement, {*best});
  }
  const bool titles = std::all_of(
      requirement->alternatives.begin(), requirement->alternatives.end(),
      [&](const auto& alternative) {
        return reader_.taxonomy.concepts()[static_cast<size_t>(alternative.concept_id)].kind ==
               ConceptKind::kTitle;
      });
  const bool licences = std::all_of(
      requirement->alternatives.begin(), requirement->alternatives.end(),
      [&](const auto& alternative) {
        return reader_.taxonomy.concepts()[static_cast<size_t>(alternative.concept_id)].kind ==
               ConceptKind::kLicence;
      });
  if (requirement->kind == RequirementKind::kSkill && licences)
    requirement->kind = RequirementKind::kLicence;
  if (requirement->kind == RequirementKind::kSkill && titles)
    requirement->kind = RequirementKind::kTitle;
}

void ClauseReader::AddFromList(std::string_view demand, Requirement* requirement) const {
  const bool known =
      std::any_of(requirement->alternatives.begin(), requirement->alternatives.end(),
                  [](const auto& alternative) { return alternative.concept_id >= 0; });
  if (known || requirement->kind != RequirementKind::kSkill) return;
  for (const ConceptMatch& match : reader_.taxonomy.FindAll(demand)) {
    const std::string_view words = demand.substr(match.begin, match.end - match.begin);
    if (words != requirement->text) continue;
    requirement->alternatives = {{requirement->text, match.concept_id, /*ambiguous=*/true}};
    return;
  }
}

std::optional<Requirement> ClauseReader::Read(std::string_view words, std::string_view demand,
                                              IndexRange source, Need need) {
  CleanClause clean = Clean(words, reader_.rules);
  if (!HasLetter(clean.text)) return std::nullopt;
  // "R", "C"
  if (clean.text.size() < 2 && reader_.taxonomy.FindAll(clean.text, /*in_skill_list=*/true).empty())
    return std::nullopt;
  static const RE2 kEmpty(
      R"((?i)^(?:and|or|the|this|that|it|you|we|etc|to|general|specific|experience|skills?|knowledge|abilities|ability|company|candidates?|applicants?|qualifications?|following|required|preferred|n/a|none|yes|no|note|other|including|minimum|requirements?|education|must|position|role|in|if|please|united states|will|(?:both )?(?:written|verbal|oral)(?: and (?:written|verbal|oral))?|minimum requirements?|job type|years|(?:kind |best )?regards|thanks|thank you|(?:full|part)[- ]time)$)");
  if (RE2::FullMatch(clean.text, kEmpty)) return std::nullopt;
  // "English or Welsh speakers are equally welcome"
  static const RE2 kNoDemand(
      "(?i)\\b(?:(?:are|is) (?:equally|also|all|most|very) welcome|wide degree of creativity|"
      "rel(?:y|ies) on (?:\\w+ )?(?:experience|instructions) and)\\b|"
      "^(?:the |your )?(?:working )?(?:hours|days|salary) (?:are|is|will be)\\b|"
      "^(?:equivalency: )?(?:an?|any) (?:equivalent )?combination of\\b");
  if (RE2::PartialMatch(Piece(words), kNoDemand)) return std::nullopt;
  Requirement requirement;
  requirement.text = std::move(clean.text);
  requirement.source = source;
  requirement.need = clean.need.value_or(need);
  requirement.part = unit_.kind;
  if (unit_.kind == PostingPartKind::kDuties) requirement.need = Need::kMust;
  SetKind(&requirement);
  SetAlternatives(&requirement);
  if (words.size() < demand.size()) AddFromList(demand, &requirement);
  return requirement;
}

// "French is essential as you will deal with Paris": why it is asked is not asked, nor what comes
// of it.
std::string_view OnlyDemand(std::string_view words, const PostingRules& rules) {
  static const RE2 kReason(
      "(?i)^,? (?:as (?:you|we|the|our|your|this|it|they)|because|since|due to)\\b");
  size_t from = 0;
  while (const auto cue = rules.FindNeed(words, from)) {
    from = std::max(cue->end, cue->begin + 1);
    if (cue->begin > 0 && RE2::PartialMatch(Piece(words.substr(cue->end)), kReason))
      return words.substr(0, cue->end);
  }
  // "If you have good French, then you could succeed", "please click apply"
  static const RE2 kIf("(?i)^(?:so )?if you\\b");
  static const RE2 kThen(
      "(?i)(?:(?:,| then)(?: then)? (?:you|we|this|it) (?:could|would|should|may|might|want|can)|"
      ",? (?:the |then )?(?:please|apply|get in touch|contact|we'd|we’d|we look forward))\\b");
  re2::StringPiece then;
  if (RE2::PartialMatch(Piece(words), kIf) &&
      kThen.Match(Piece(words), 0, words.size(), RE2::UNANCHORED, &then, 1))
    return words.substr(0, static_cast<size_t>(then.data() - words.data()));
  return words;
}

}  // namespace

std::vector<Requirement> ReadRequirements(std::string_view text, const ClassifiedUnit& unit,
                                          const RequirementReader& reader) {
  std::vector<Requirement> requirements;
  const IndexRange range = unit.unit.text;
  const std::string_view words = OnlyDemand(text.substr(range.begin, range.size()), reader.rules);
  const bool may_say_no = unit.cues[Cue::kIgnore] > 0 && unit.kind != PostingPartKind::kDuties;
  const Need need = unit.kind == PostingPartKind::kNiceToHave ? Need::kNice : Need::kMust;
  ClauseReader clause_reader(reader, unit);
  for (const Clause& clause : SplitClauses(words, reader.taxonomy, reader.rules)) {
    // "No degree required, but you must have a van"
    const std::string_view demand = words.substr(clause.demand.begin, clause.demand.size());
    if (may_say_no && AsksNothing(reader.rules.CuesOf(demand))) continue;
    const IndexRange source{range.begin + clause.words.begin, range.begin + clause.words.end};
    const auto shared = NeedOf(demand, reader.rules);
    auto requirement = clause_reader.Read(words.substr(clause.words.begin, clause.words.size()),
                                          demand, source, shared.value_or(need));
    if (requirement) requirements.push_back(std::move(*requirement));
  }
  return requirements;
}

}  // namespace atsmatch
