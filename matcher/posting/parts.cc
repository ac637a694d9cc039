#include "matcher/posting/parts.h"

#include <re2/re2.h>

#include <algorithm>
#include <utility>

#include "matcher/posting/quantities.h"

namespace atsmatch {
namespace {

using Kind = PostingPartKind;

constexpr size_t kListItem =
    110;  // bytes; a shorter unit on a line of its own is an item of a list

bool AsksForSomething(Kind kind) {
  return kind == Kind::kRequirements || kind == Kind::kNiceToHave;
}

// The words alone decide.  Praise of the firm uses the words of demands ("we have a passion for"),
// so that they count only where the reader is asked.
Kind KindByCues(const Cues& cues, Kind fallback) {
  if (AsksNothing(cues)) return Kind::kOther;
  const int words = cues[Cue::kRequire] + cues[Cue::kNice];
  const int we = cues[Cue::kSeek] > 0 ? 0 : cues[Cue::kWe];  // "our client is seeking" asks
  const int asks = cues[Cue::kAsk] + cues[Cue::kOpen] + (words > 0 ? cues[Cue::kSeek] : 0);
  double require = 0;
  if (asks > 0 && words > 0) {
    // "We visit people at home, so own car and driving licence are essential"
    const int praise = asks > 2 ? std::min(we, 1) : we;
    require = 1.6 * asks + words - 2 * praise;
  } else if (asks > 0) {
    require = 1.2 * asks - we;
  } else if (words > 1 && we == 0) {
    require = 0.7 * words;
  } else if (cues[Cue::kNice] > 0 && we == 0) {
    require = words > 1 ? 1 : 0.8;
  }
  const std::pair<double, Kind> scores[] = {
      {2.0 * cues[Cue::kEqualOpportunity], Kind::kEqualOpportunity},
      {1.5 * cues[Cue::kHowToApply], Kind::kHowToApply},
      {1.3 * cues[Cue::kBenefits], Kind::kBenefits},
      {require, Kind::kRequirements},
      {1.05 * cues[Cue::kDuty], Kind::kDuties},
      {1.0 * cues[Cue::kCompany] + 0.5 * we, Kind::kCompany},
      {0.9 * cues[Cue::kLogistics], Kind::kLogistics},
  };
  const auto best =
      std::max_element(std::begin(scores), std::end(scores),
                       [](const auto& a, const auto& b) { return a.first < b.first; });
  return best->first > 0 ? best->second : fallback;
}

// What a unit under a heading is all the same: the end of a flattened posting has no heading of its
// own.
Kind KindAgainstHeading(const Cues& cues, Kind kind, bool item) {
  const int asks = cues[Cue::kAsk] + cues[Cue::kSeek] + cues[Cue::kRequire] + cues[Cue::kNice];
  const int equal = cues[Cue::kEqualOpportunity], apply = cues[Cue::kHowToApply];
  if (equal > 1 || (equal > 0 && asks == 0)) return Kind::kEqualOpportunity;
  if (apply > 1 || (apply > 0 && asks == 0)) return Kind::kHowToApply;
  if (item) return kind;
  if (cues[Cue::kBenefits] > 1 || (cues[Cue::kBenefits] > 0 && asks == 0)) return Kind::kBenefits;
  if (cues[Cue::kCompany] + cues[Cue::kWe] > asks) return Kind::kCompany;
  if (cues[Cue::kCompany] > 0 && cues[Cue::kAsk] == 0 && asks < 2) return Kind::kCompany;
  return kind;
}

// "We treat people with kindness", "Acme is a provider of": in a list under "About you".
bool SpeaksOfTheFirm(std::string_view words, const Cues& cues) {
  // "We use R, but are willing to train"
  static const RE2 kWe(
      "^We (?:primarily |mainly |also |currently )?(?:use|are|work|have|offer|provide|believe|love|"
      "value|do|run|build|make)\\b");
  if (cues[Cue::kAsk] + cues[Cue::kSeek] == 0 &&
      RE2::PartialMatch(re2::StringPiece(words.data(), words.size()), kWe))
    return true;
  if (cues[Cue::kAsk] + cues[Cue::kSeek] + cues[Cue::kRequire] + cues[Cue::kNice] > 0) return false;
  static const RE2 kIsA(R"(^[A-Z][\w&.']*(?: [A-Z][\w&.']*){0,3},? is an? )");
  return words.starts_with("We ") || words.starts_with("We're ") || words.starts_with("We’re ") ||
         words.starts_with("Our ") ||
         (cues[Cue::kCompany] > 0 &&
          RE2::PartialMatch(re2::StringPiece(words.data(), words.size()), kIsA));
}

// "Hours Monday to Friday": the facts of the job, in the list of what it asks.
bool TellsWhen(std::string_view words) {
  static const RE2 kWhen(
      "(?i)^(?:(?:working |work )?(?:hours|schedule|days)|job type|employment type|salary|pay|pay "
      "rate|work location|location|start date)\\b ?:? ?(?:(?:are|is|will be) "
      ")?(?:monday|mon|tuesday|"
      "wednesday|thursday|friday|saturday|sunday|weekdays|full[- ]?time|part[- ]?time|permanent|"
      "contract|temporary|[£$€]|\\d)");
  return RE2::PartialMatch(re2::StringPiece(words.data(), words.size()), kWhen);
}

class Classifier {
 public:
  Classifier(std::string_view text, const PostingRules& rules) : text_(text), rules_(rules) {}

  ClassifiedUnit Classify(const PostingUnit& unit) {
    ClassifiedUnit result;
    result.unit = unit;
    if (unit.heading) {
      OpenPart(unit);
      result.kind = *unit.heading;
      return result;
    }
    const std::string_view words = text_.substr(unit.text.begin, unit.text.size());
    result.cues = rules_.CuesOf(words);
    // "They will also hold a diploma", after what the candidate has to be
    if (words.starts_with("They ") && AsksForSomething(previous_))
      result.cues.hits[static_cast<size_t>(Cue::kWe)] = 0;
    if (label_ended_by_line_ && unit.line != label_line_) EndLabel();
    result.kind = KindOf(unit, words, result.cues);
    result.under_heading = headed_ && result.kind == scope_;
    if (one_unit_) EndLabel();
    previous_ = result.kind;
    return result;
  }

 private:
  void OpenPart(const PostingUnit& heading) {
    // "Location: Leeds" says something of that line only.
    const bool label = heading.label && (*heading.heading == Kind::kLogistics ||
                                         *heading.heading == Kind::kHowToApply);
    if (label) {
      if (!label_ended_by_line_) before_label_ = {scope_, headed_};
      label_ended_by_line_ = true;
      one_unit_ = true;
      label_line_ = heading.line;
    } else {
      label_ended_by_line_ = one_unit_ = false;
    }
    scope_ = *heading.heading;
    headed_ = true;
    first_of_part_ = true;
    bulleted_ = false;
    previous_ = scope_;
  }

  void EndLabel() {
    std::tie(scope_, headed_) = before_label_;
    label_ended_by_line_ = one_unit_ = false;
  }

  Kind KindOf(const PostingUnit& unit, std::string_view words, const Cues& cues) {
    // Where a list has bullets, a line without one is not of it.
    if (first_of_part_) bulleted_ = unit.bullet;
    first_of_part_ = false;
    const bool item = unit.bullet || (!bulleted_ && unit.own_line && words.size() < kListItem);
    // An item of a list asks if the one before it does: "Are familiar with Git".
    const bool listed = item && previous_ == Kind::kRequirements && cues[Cue::kRequire] > 0;
    const Kind fallback = listed ? previous_ : AsksForSomething(previous_) ? scope_ : previous_;
    if (!headed_) return KindByCues(cues, fallback);
    switch (scope_) {
      case Kind::kRequirements:
      case Kind::kNiceToHave: {
        if (AsksNothing(cues)) return Kind::kOther;
        if (SpeaksOfTheFirm(words, cues)) return Kind::kCompany;
        if (item && cues[Cue::kAsk] == 0 && TellsWhen(words)) return Kind::kLogistics;
        const Kind kind = KindAgainstHeading(cues, scope_, item);
        if (kind != scope_ && !item) LeaveHeading(kind);
        return kind;
      }
      case Kind::kDuties: {
        if (AsksOutright(words, cues)) return Kind::kRequirements;
        // "Knowledge of X", after "Bachelor's degree": the list goes on with what is asked.
        if ((unit.bullet || unit.own_line) && previous_ == Kind::kRequirements &&
            Opens(words, cues))
          return Kind::kRequirements;
        const Kind kind = KindAgainstHeading(cues, scope_, item);
        // One sentence about the firm among duties is no new part; two are.
        if (kind != scope_ && !item && (kind != Kind::kCompany || previous_ == kind))
          LeaveHeading(kind);
        return kind;
      }
      case Kind::kBenefits: {
        // "You must have a van.", after what the firm offers
        const bool sentence = !item || words.ends_with(".");
        if (sentence && cues[Cue::kBenefits] == 0 &&
            (AsksOutright(words, cues) || (cues[Cue::kAsk] + cues[Cue::kSeek] > 0 &&
                                           KindByCues(cues, scope_) == Kind::kRequirements)))
          return Kind::kRequirements;
        return KindAgainstHeading(cues, scope_, /*item=*/true);
      }
      case Kind::kEqualOpportunity:
        return scope_;
      case Kind::kHowToApply:  // what follows the address may be the rest of a flattened posting
        return cues[Cue::kHowToApply] == 0 && AsksOutright(words, cues) ? Kind::kRequirements
                                                                        : scope_;
      case Kind::kLogistics:
        if (AsksOutright(words, cues)) return Kind::kRequirements;
        return KindByCues(cues, scope_);
      case Kind::kCompany:  // "Experience with every database" in a list is the firm's own
        if (unit.bullet && !AsksOutright(words, cues)) return scope_;
        return KindByCues(cues, fallback);
      default:
        return KindByCues(cues, fallback);
    }
  }

  // Years, a degree, "must have": wherever it stands, it asks.
  bool AsksOutright(std::string_view words, const Cues& cues) const {
    if (cues[Cue::kIgnore] > 0 || cues[Cue::kEqualOpportunity] > 0 || cues[Cue::kHowToApply] > 0 ||
        cues[Cue::kWe] > 0)
      return false;
    if (cues[Cue::kRequire] > 0 && cues[Cue::kNice] > 0) return true;
    static const RE2 kMust(
        "(?i)^(?:you |(?:all )?(?:candidates? |applicants? ))?must (?:also "
        ")?(?:have|possess|hold|speak|be "
        "(?:able|willing|available|comfortable|fluent|proficient|licensed|certified|qualified|"
        "(?:legally )?(?:authori[sz]ed|eligible)))"
        "\\b");
    static const RE2 kMayWork(
        "(?i)\\b(?:candidates?|applicants?|you) must be (?:legally )?(?:authori[sz]ed|eligible|"
        "entitled) to (?:live and )?work\\b");
    for (const RE2* pattern : {&kMust, &kMayWork}) {
      if (RE2::PartialMatch(re2::StringPiece(words.data(), words.size()), *pattern)) return true;
    }
    // "Bachelor's degree in accounting" among duties
    static const RE2 kDegree(
        "(?i)^(?:an? )?(?:bachelor|master|associate)(?:s|'s|’s)?(?: degree| in| of)\\b");
    if (cues[Cue::kOpen] > 0 &&
        RE2::PartialMatch(re2::StringPiece(words.data(), words.size()), kDegree))
      return true;
    if (cues[Cue::kAsk] == 0) return false;
    return cues[Cue::kRequire] > 1 || FindYears(words, rules_).has_value() ||
           rules_.Find(PhraseTable::kDegrees, words).has_value();
  }

  // Names what somebody knows or can, not what is done.
  static bool Opens(std::string_view words, const Cues& cues) {
    static const RE2 kSkills(
        "(?i)\\b(?:skills?|abilit(?:y|ies)|knowledge|understanding|experience|awareness|"
        "comprehension|familiarity|proficien\\w+|degree|certif\\w+|licen[cs]\\w+)\\b");
    if (cues[Cue::kDuty] > 0 || cues[Cue::kHowToApply] + cues[Cue::kEqualOpportunity] > 0)
      return false;
    return cues[Cue::kOpen] > 0 ||
           RE2::PartialMatch(re2::StringPiece(words.data(), words.size()), kSkills);
  }

  void LeaveHeading(Kind kind) {
    scope_ = kind;
    headed_ = false;
  }

  std::string_view text_;
  const PostingRules& rules_;
  Kind scope_ = Kind::kSummary;
  bool headed_ = false;
  bool first_of_part_ = false;
  bool bulleted_ = false;  // the list under the heading has bullets
  Kind previous_ = Kind::kSummary;
  std::pair<Kind, bool> before_label_{Kind::kSummary, false};
  bool label_ended_by_line_ = false;
  bool one_unit_ = false;
  size_t label_line_ = 0;
};

}  // namespace

std::vector<ClassifiedUnit> ClassifyUnits(std::string_view text,
                                          const std::vector<PostingUnit>& units,
                                          const PostingRules& rules) {
  Classifier classifier(text, rules);
  std::vector<ClassifiedUnit> classified;
  classified.reserve(units.size());
  for (const PostingUnit& unit : units) classified.push_back(classifier.Classify(unit));
  return classified;
}

std::vector<PostingPart> JoinParts(const std::vector<ClassifiedUnit>& units, size_t text_size) {
  std::vector<PostingPart> parts;
  for (const ClassifiedUnit& unit : units) {
    const IndexRange range = unit.unit.text;
    if (unit.unit.heading) {
      parts.push_back({unit.kind, range, {range.end, range.end}});
    } else if (parts.empty() || parts.back().kind != unit.kind) {
      parts.push_back({unit.kind, {range.begin, range.begin}, range});
    } else {
      if (parts.back().text.empty()) parts.back().text.begin = range.begin;
      parts.back().text.end = std::min(range.end, text_size);
    }
  }
  return parts;
}

}  // namespace atsmatch
