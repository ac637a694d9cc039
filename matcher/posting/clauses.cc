#include "matcher/posting/clauses.h"

#include <re2/re2.h>

#include <algorithm>

#include "matcher/skills/taxonomy.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

constexpr size_t kLongestListItem = 4;  // words
constexpr double kKnownItems = 0.6;     // of a list, for it to be split

re2::StringPiece Piece(std::string_view text) { return {text.data(), text.size()}; }

size_t CountWords(std::string_view text) { return SplitWords(text).size(); }

// Depth of brackets at each byte would cost memory; a list of the bracketed ranges does.
std::vector<IndexRange> Brackets(std::string_view text) {
  std::vector<IndexRange> brackets;
  size_t open = text.npos;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '(' && open == text.npos) open = i;
    if (text[i] == ')' && open != text.npos) {
      brackets.push_back({open, i + 1});
      open = text.npos;
    }
  }
  return brackets;
}

bool Inside(const std::vector<IndexRange>& ranges, size_t i) {
  const auto after =
      std::upper_bound(ranges.begin(), ranges.end(), i,
                       [](size_t at, const IndexRange& range) { return at < range.begin; });
  return after != ranges.begin() && i < std::prev(after)->end;
}

struct Cut {
  size_t begin = 0;  // of the words that join
  size_t end = 0;
};

// "; " and the joint after "required" or "preferred".
void CutAtNeeds(std::string_view text, const PostingRules& rules, std::vector<Cut>* cuts) {
  static const RE2 kJoint(R"((?i)^\s*(?:[,;.]\s*(?:and|but|with|or)?|and|but|with|plus)\s+)");
  size_t from = 0;
  while (const auto cue = rules.FindNeed(text, from)) {
    from = std::max(cue->end, cue->begin + 1);
    // Of the rest alone: ^ would mean the begin of the whole text.
    // "3 years in sales, preferably in retail": only what follows is nice to have.
    static const RE2 kTail("(?i)^(?:ideally|preferably|preferable)\\b");
    const std::string_view before = text.substr(0, cue->begin);
    const bool only_leads_in = rules.LeadInLength(before) >= before.size();
    if (!only_leads_in && (CountWords(before) > 2 || rules.Find(PhraseTable::kDegrees, before)) &&
        RE2::PartialMatch(Piece(text.substr(cue->begin)), kTail)) {
      cuts->push_back({cue->begin, cue->begin});
      continue;
    }
    re2::StringPiece joint;  // of the rest alone: ^ would mean the begin of the whole text
    const std::string_view rest = text.substr(cue->end);
    if (cue->begin > 0 && kJoint.Match(Piece(rest), 0, rest.size(), RE2::ANCHOR_START, &joint, 1))
      cuts->push_back({cue->end, cue->end + joint.size()});
  }
}

// "BSc in Physics with a Master's preferred": two demands.
void CutAtHigherDegree(std::string_view text, const PostingRules& rules, std::vector<Cut>* cuts) {
  static const RE2 kHigher(
      "(?i)(\\s(?:with|plus)\\s+)(?:an? )?(?:master|ph\\.?\\s?d|mba\\b|doctora|"
      "(?:advanced|graduate|postgraduate) degree)[^.;,]{0,40}"
      "(?:prefer|desir|an? (?:strong )?(?:plus|advantage|bonus|asset))");
  re2::StringPiece joint;
  if (!RE2::PartialMatch(Piece(text), kHigher, &joint)) return;
  const size_t begin = static_cast<size_t>(joint.data() - text.data());
  if (rules.Find(PhraseTable::kDegrees, text.substr(0, begin)))
    cuts->push_back({begin, begin + joint.size()});
}

// "(some college preferred)" is a demand of its own; "(preferred)" is not.
void CutOutBrackets(std::string_view text, const std::vector<IndexRange>& brackets,
                    const PostingRules& rules, std::vector<Cut>* cuts) {
  for (const IndexRange& bracket : brackets) {
    const std::string_view inner = text.substr(bracket.begin + 1, bracket.size() - 2);
    const auto cue = rules.FindNeed(inner);
    if (!cue || bracket.begin == 0) continue;
    if (!HasLetter(inner.substr(0, cue->begin)) && !HasLetter(inner.substr(cue->end))) continue;
    cuts->push_back({bracket.begin, bracket.begin + 1});
    cuts->push_back({bracket.end - 1, bracket.end});
  }
}

void CutAtSemicolons(std::string_view text, std::vector<Cut>* cuts) {
  for (size_t i = text.find(';'); i != text.npos; i = text.find(';', i + 1))
    cuts->push_back({i, i + 1});
}

// ", and a strong understanding of", " and experience in": a new demand.
void CutAtStarters(std::string_view text, const Taxonomy& taxonomy, std::vector<Cut>* cuts) {
  static const RE2 kStarter(
      "(?i)(\\s*(?:,\\s*(?:and|plus|as well as|with|but|combined with|along "
      "with)?|\\s(?:and|plus|as well as|along with|combined with|together with|&)|\\s[-–]|\\.)\\s+)"
      "(?:you (?:have|are|will have|need|must|should) |must (?:have|be) |have |has |possess |be "
      "|also |are "
      "|is )?(?:an? |the |your |some )?"
      "(?:(?:very |highly |really "
      ")?(?:strong|excellent|good|great|proven|demonstrated|demonstrable|solid|deep|clear|"
      "outstanding|exceptional|expert|thorough|sound|"
      "working "
      "(?:knowledge|experience|understanding|proficiency)|previous|prior|relevant|effective|"
      "superior|advanced|minimum|at "
      "least|hands-on|genuine|keen|basic|broad)\\s|"
      "(?:ability|able|experience|experienced|knowledge|understanding|familiarity|familiar|"
      "proficiency|proficient|willingness|willing|expertise|"
      "interest|passion|passionate|commitment|committed|desire|aptitude|capable|comfortable|"
      "confidence (?:in|to|with)|confident|background|enthusiasm|track record|fluency|fluent|"
      "attention|flexibility to|bachelor|master|\\d+\\+?(?: ?- ?\\d+)? years)\\b|"
      "(?:will|must|should|would) (?:also )?(?:have|be|hold|possess)\\b|"
      "(?:hold|possess|who (?:have|has|are|is|hold|possess))\\b|"
      "have (?:an? |the )?(?:valid|current|full|relevant|recogni[sz]ed|completed|minimum|least)\\b|"
      "be (?:eligible|registered|prepared|available|fluent|proficient|flexible|an?)\\b)");
  static const RE2 kOpenEnd(
      R"((?i)(?:^|[\s,])(?:of|with|in|to|for|the|an?|and|or|as|is|are|skills?|knowledge|experience|abilit(?:y|ies)|strong|excellent|good|understanding|required|relevant|proven|both|by|your|our|between \d+)$)");
  size_t from = 0, piece = 0;
  re2::StringPiece hit[2];
  while (from < text.size() &&
         kStarter.Match(Piece(text), from, text.size(), RE2::UNANCHORED, hit, 2)) {
    const size_t begin = static_cast<size_t>(hit[1].data() - text.data());
    const size_t end = begin + hit[1].size();
    from = end;
    const std::string_view left = TrimSpace(text.substr(piece, begin - piece));
    // "knowledge and experience of X" is one thing
    const bool open =
        RE2::PartialMatch(Piece(left.substr(left.size() > 16 ? left.size() - 16 : 0)), kOpenEnd) &&
        !left.ends_with("skills") && !left.ends_with("experience");
    // "Strong experience and understanding of X": both of the same thing
    static const RE2 kBoth(
        "(?i)^(?:[\\w-]+ )?(?:experience|knowledge|understanding|expertise|proficiency)$");
    const bool both =
        CountWords(left) <= 3 && RE2::PartialMatch(Piece(left), kBoth) &&
        std::none_of(left.begin(), left.end(), [](char c) { return c >= '0' && c <= '9'; }) &&
        taxonomy.FindAll(left).empty();
    // "For night shifts, must be able to": says when
    static const RE2 kWhen("(?i)^(?:for|as|in|when|where) ");
    constexpr size_t kFewWords = 6;
    const bool when = CountWords(left) <= kFewWords && RE2::PartialMatch(Piece(left), kWhen) &&
                      text.substr(begin, 1) == ",";
    // "ambitious and experienced chef"
    static const RE2 kAdjective(
        "(?i)^(?:experienced|passionate|committed|confident|capable|comfortable|experience) "
        "([\\w-]+)");
    static const RE2 kPreposition(
        "(?i)(?:in|with|at|as|to|of|about|using|working|and|or|on|for|\\w+ing)");
    re2::StringPiece word;
    const bool adjective = RE2::PartialMatch(Piece(text.substr(end)), kAdjective, &word) &&
                           !text.substr(end).starts_with("experience ") &&
                           !RE2::FullMatch(word, kPreposition);
    if (open || both || when || adjective || CountWords(left) < 2 || left == "communication skills")
      continue;
    cuts->push_back({begin, end});
    piece = end;
  }
}

// Cuts a list of known things: "Java, Python and SQL".
class ListCutter {
 public:
  ListCutter(std::string_view text, const Taxonomy& taxonomy, const PostingRules& rules)
      : text_(text), taxonomy_(taxonomy), rules_(rules), brackets_(Brackets(text)) {}

  void CutAt(size_t begin, size_t end, std::vector<Cut>* cuts) {
    const std::string_view piece = text_.substr(begin, end - begin);
    static const RE2 kJoin(
        R"((?i)\s*(?:,\s*(?:and/or|and|or|&)?\s+|\s(?:and/or|and|or|&)\s+|\s/\s|,))");
    std::vector<Item> items;
    size_t from = begin, item = begin;
    bool any_or = false;
    re2::StringPiece hit;
    while (from < end && kJoin.Match(Piece(text_), from, end, RE2::UNANCHORED, &hit, 1) &&
           !hit.empty()) {
      const size_t at = static_cast<size_t>(hit.data() - text_.data());
      from = at + hit.size();
      if (Inside(brackets_, at)) continue;
      const std::string_view joint(hit.data(), hit.size());
      any_or = any_or || joint.find("or") != joint.npos || joint.find('/') != joint.npos;
      items.push_back({{item, at}, {at, from}});
      item = from;
    }
    items.push_back({{item, end}, {end, end}});
    if (items.size() < 2 || any_or || !IsListOfThings(&items, piece)) return;
    for (size_t i = 0; i + 1 < items.size(); ++i)
      cuts->push_back({items[i].joint.begin, items[i].joint.end});
  }

 private:
  struct Item {
    IndexRange words;
    IndexRange joint;  // behind it
    bool known = false;
  };

  std::string_view Words(const Item& item) const {
    return text_.substr(item.words.begin, item.words.size());
  }

  bool IsKnown(std::string_view words, bool first) const {
    for (const ConceptMatch& match : taxonomy_.FindAll(words, /*in_skill_list=*/true)) {
      const ConceptKind kind = taxonomy_.concepts()[static_cast<size_t>(match.concept_id)].kind;
      if (kind != ConceptKind::kSoftSkill && kind != ConceptKind::kIndustry) return true;
    }
    // A name: "Canva", "SAP MM"
    const std::string_view name = TrimSpace(words);
    return !first && !name.empty() && StartsUpper(name.substr(0, 1)) && CountWords(name) <= 3;
  }

  bool IsListOfThings(std::vector<Item>* items, std::string_view piece) const {
    if (rules_.Find(PhraseTable::kExamples, piece) || SomeWouldDo(piece)) return false;
    size_t known = 0;
    for (size_t i = 0; i < items->size(); ++i) {
      Item& item = (*items)[i];
      const std::string_view words = Words(item);
      item.known = IsKnown(words, i == 0);
      known += item.known;
      if (i > 0 && CountWords(words) > kLongestListItem + (i + 1 == items->size() ? 2 : 0))
        return false;
    }
    if (!items->front().known || !items->back().known) return false;
    // "verbal and written communication skills": the head comes last and belongs to all
    static const RE2 kSharedHead(
        R"((?i)\b(?:skills?|experience|knowledge|abilit(?:y|ies)|environments?|principles|techniques|processes|procedures|systems|tools|teams?|strategies|channels|projects?|applications?|services?|practices|concepts|standards|development|management|design|analysis|work|companies|industr(?:y|ies)|settings?|products|functions|methods|technologies|platforms|solutions|requirements|activities|operations|issues|data|fields?|roles?)$)");
    const std::string_view last = TrimSpace(Words(items->back()));
    const bool shared = CountWords(last) > 1 && RE2::PartialMatch(Piece(last), kSharedHead);
    const double share = static_cast<double>(known) / static_cast<double>(items->size());
    return share >= (shared ? 1.0 : kKnownItems);
  }

  std::string_view text_;
  const Taxonomy& taxonomy_;
  const PostingRules& rules_;
  const std::vector<IndexRange> brackets_;
};

std::vector<IndexRange> Between(IndexRange whole, std::vector<Cut> cuts) {
  std::sort(cuts.begin(), cuts.end(), [](const Cut& a, const Cut& b) { return a.begin < b.begin; });
  std::vector<IndexRange> pieces;
  size_t begin = whole.begin;
  for (const Cut& cut : cuts) {
    if (cut.begin < begin) continue;
    if (cut.begin > begin) pieces.push_back({begin, cut.begin});
    begin = cut.end;
  }
  if (begin < whole.end) pieces.push_back({begin, whole.end});
  return pieces;
}

}  // namespace

bool SomeWouldDo(std::string_view text) {
  static const RE2 kSome(
      "(?i)\\b(?:one or more|at least (?:one|two|three|\\d)|any(?: one| two)?|one|two|some|several|"
      "either|most) of (?:the|these|those|our)\\b|\\bone or more of\\b");
  return RE2::PartialMatch(Piece(text), kSome);
}

std::vector<Clause> SplitClauses(std::string_view sentence, const Taxonomy& taxonomy,
                                 const PostingRules& rules) {
  std::vector<Cut> cuts;
  CutAtSemicolons(sentence, &cuts);
  CutAtNeeds(sentence, rules, &cuts);
  CutAtHigherDegree(sentence, rules, &cuts);
  CutAtStarters(sentence, taxonomy, &cuts);
  const std::vector<IndexRange> brackets = Brackets(sentence);
  std::erase_if(cuts, [&](const Cut& cut) { return Inside(brackets, cut.begin); });
  CutOutBrackets(sentence, brackets, rules, &cuts);
  ListCutter lists(sentence, taxonomy, rules);
  std::vector<Clause> clauses;
  for (const IndexRange& demand : Between({0, sentence.size()}, cuts)) {
    std::vector<Cut> finer;
    // A degree's fields are alternatives, however they are joined.
    if (!rules.Find(PhraseTable::kDegrees, sentence.substr(demand.begin, demand.size())))
      lists.CutAt(demand.begin, demand.end, &finer);
    for (const IndexRange& words : Between(demand, finer)) clauses.push_back({words, demand});
  }
  return clauses;
}

}  // namespace atsmatch
