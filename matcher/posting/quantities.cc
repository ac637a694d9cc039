#include "matcher/posting/quantities.h"

#include <re2/re2.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

constexpr double kMostYears = 40;     // more is an age or the history of the firm
constexpr size_t kContext = 60;       // bytes around the words that decide what the years are of
constexpr size_t kFieldsReach = 220;  // bytes after a degree in which its fields are named

re2::StringPiece Piece(std::string_view text) { return {text.data(), text.size()}; }
std::string_view View(const re2::StringPiece& piece) { return {piece.data(), piece.size()}; }

std::string_view Around(std::string_view text, size_t begin, size_t end) {
  const size_t from = begin > kContext ? begin - kContext : 0;
  return text.substr(from, std::min(text.size(), end + kContext) - from);
}

// ---- Years ----

#define ATSMATCH_NUMBER                                                                         \
  "\\d{1,2}(?:\\.\\d)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|" \
  "eighteen|twenty|a couple(?: of)?|couple(?: of)?|several|a few|an?"

// 1 words before, 2 first number, 3 second number, 4 unit
const RE2& YearsPattern() {
  static const RE2 kPattern(
      "(?i)(\\b(?:between|minimum(?: of)?|at least|min\\.?|more than|over|up to|less "
      "than|under|within|"
      "in the (?:last|past)|(?:last|past|next|every|first|for|after|of|only)|maximum(?: "
      "of)?)[\\s:]+)?"
      "(?:^|\\b|[^\\d.,/$£€])(" ATSMATCH_NUMBER
      ")\\s*(?:\\(\\d{1,2}\\+?\\))?\\s*(?:\\+|plus|or more|or greater)?\\s*"
      "(?:(?:-|–|—|to|or|and|/)\\s*(" ATSMATCH_NUMBER
      ")\\s*(?:\\(\\d{1,2}\\))?\\s*\\+?\\s*)?"
      "(?:\\+|plus\\b|or more\\b|full\\b|solid\\b|-)?\\s*"
      "(years?|yrs?|months?|jahren?|años|ans\\b)(?:\\b|\\.)");
  return kPattern;
}

std::optional<double> NumberFrom(std::string_view text, const PostingRules& rules) {
  if (text.empty()) return std::nullopt;
  if (text[0] >= '0' && text[0] <= '9') return std::atof(std::string(text).c_str());
  return rules.NumberOf(ToLower(text));
}

// "18 years of age", "a two year contract", "founded 20 years ago".
bool IsAnotherSpan(std::string_view before, std::string_view after) {
  static const RE2 kAfter(
      "(?i)^(?:'s?|’s?)?[ -]*(?:commitment|of age\\b|old\\b|or "
      "older\\b|ago\\b|contract\\b|term\\b|degree\\b|college\\b|university\\b|"
      "programs?\\b|programme\\b|course\\b|diploma\\b|probation|warranty|fixed|in (?:a "
      "row|business)|"
      "(?:of (?:success|history|growth|service to|excellence|innovation))|institution|from "
      "(?:date|the date|now)|"
      "period|maternity|internship|apprenticeship|renewable)");
  static const RE2 kBefore(
      "(?i)\\b(?:aged|age of|ages|every|next|first|founded|celebrat\\w+|for (?:over|more "
      "than|nearly|the (?:last|past)|almost)|"
      "valid for|within|(?:our|its|their)(?: \\w+)?|voted|history of|after)[\\s:]*$");
  return RE2::PartialMatch(Piece(after), kAfter) || RE2::PartialMatch(Piece(before), kBefore);
}

// "$15 a year", "once a year": the number is no number.
bool NeedsExperienceWord(std::string_view number) { return number == "a" || number == "an"; }

bool SpeaksOfExperience(std::string_view context) {
  static const RE2 kExperience(
      "(?i)experience|exp\\b|background|track record|working|worked|in (?:a|an|the|this)\\b|as "
      "(?:a|an)\\b|teaching|"
      "practice|industry|required|preferred|minimum|at "
      "least|\\+|(?:post|sales|management|related|relevant|"
      "professional|clinical|driving|service|progressive|hands|development|design)|erfahrung|exp["
      "ée]rience");
  return RE2::PartialMatch(Piece(context), kExperience);
}

}  // namespace

std::optional<YearsAsked> FindYears(std::string_view text, const PostingRules& rules) {
  size_t from = 0;
  re2::StringPiece hit[5];
  std::optional<YearsAsked> best;
  while (from < text.size() &&
         YearsPattern().Match(Piece(text), from, text.size(), RE2::UNANCHORED, hit, 5)) {
    const size_t begin = static_cast<size_t>(hit[0].data() - text.data());
    const size_t end = begin + hit[0].size();
    from = end;
    const auto first = NumberFrom(View(hit[2]), rules);
    if (!first) continue;
    const auto second = hit[3].empty() ? std::nullopt : NumberFrom(View(hit[3]), rules);
    const std::string lead = ToLower(TrimSpace(View(hit[1])));
    static const RE2 kPassed("(?:last|past|next|every|first|within|after)$");
    if (RE2::PartialMatch(lead, kPassed)) continue;
    const std::string number = ToLower(View(hit[2]));
    const size_t number_at = static_cast<size_t>(hit[2].data() - text.data());
    if (NeedsExperienceWord(number) &&
        (lead.empty() || !SpeaksOfExperience(Around(text, begin, end))))
      continue;
    const std::string_view before =
        text.substr(number_at > kContext ? number_at - kContext : 0, std::min(number_at, kContext));
    if (IsAnotherSpan(before, text.substr(end, kContext))) continue;
    if (!SpeaksOfExperience(Around(text, begin, end)) && text.size() > kContext) continue;
    YearsAsked years;
    years.words = {hit[1].empty() ? number_at : begin, end};
    const double unit = (hit[4][0] == 'm' || hit[4][0] == 'M') ? 1.0 / 12 : 1;
    years.min = *first * unit;
    years.max = second ? *second * unit : 0;
    if (years.max > 0 && years.max < years.min) std::swap(years.min, years.max);
    if (lead.starts_with("up to") || lead.starts_with("less") || lead.starts_with("under") ||
        lead.starts_with("maximum"))
      years = {years.words, 0, years.min};
    if (years.min > kMostYears) continue;
    // "5 years in sales, 2 of them ...": the first counts; of two full demands the larger.
    if (!best || years.min > best->min) best = years;
  }
  return best;
}

// ---- Degrees ----

namespace {

struct Level {
  std::string_view word;
  int level;  // as LexiconTable::kDegrees
};

// Lowest first.
constexpr Level kLevels[] = {
    {"high school", 1}, {"vocational", 2}, {"associate", 3},
    {"bachelor", 4},    {"master", 6},     {"doctorate", 8},
};

bool IsFieldFiller(const std::string& folded) {
  static const RE2 kFiller(
      "^(?:(?:an?|any|the|or|other|another|some)\\s+)*(?:(?:closely |directly "
      ")?(?:related|relevant|similar|equivalent|appropriate|"
      "applicable|comparable|technical|quantitative|another|other|numerate)\\b.*|field|discipline|"
      "subject|area|"
      "(?:an? "
      ")?equivalent|.*\\bexperience\\b.*|.*\\brequired\\b.*|.*\\bpreferred\\b.*|.*\\bdegree\\b.*|"
      ".*\\b(?:university|college|institution|school)\\b.*|progress|lieu.*|addition.*|combination.*"
      "|"
      "(?:an? )?(?:accredited|four|4).*|.*\\b(?:years?|yrs)\\b.*|etc.*|plus.*|with\\b.*)$");
  return folded.empty() || RE2::PartialMatch(folded, kFiller);
}

std::vector<std::string> FieldsIn(std::string_view tail) {
  static const RE2 kOpen(
      "(?i)^(?:'s?|’s?)?[\\s,]*(?:\\(?[A-Z./, "
      "]{2,12}\\)?\\s*)?(?:degrees?|diploma|level|qualification)?\\s*"
      "(?:\\([^)]{0,30}\\)\\s*)?(?:or (?:higher|above|better|equivalent)\\s*)?(?:required "
      "|preferred )?(?:in|of|with an? (?:major|concentration|emphasis) in|:|-|–|\\()\\s+"
      "(?:an? |the |one of |any of )?(?:(?:related|relevant|following|technical|quantitative)? ?"
      "(?:field|discipline|subject|area)s?,? ?(?:such as|like|including|e\\.g\\.,?|of|:)?\\s*)?"
      "([^.;:()]{2,160})");
  re2::StringPiece list;
  std::vector<std::string> fields;
  if (!RE2::PartialMatch(Piece(tail.substr(0, kFieldsReach)), kOpen, &list)) return fields;
  static const RE2 kSeparator(R"((?i)\s*(?:,\s*(?:or|and)?\s+|\s+(?:or|and/or)\s+|/)\s*)");
  re2::StringPiece rest = list;
  while (!rest.empty() && fields.size() < 12) {
    re2::StringPiece separator;
    re2::StringPiece item = rest;
    const bool more = kSeparator.Match(rest, 0, rest.size(), RE2::UNANCHORED, &separator, 1) &&
                      !separator.empty();
    if (more) item = rest.substr(0, static_cast<size_t>(separator.data() - rest.data()));
    static const RE2 kGoesOn(
        "(?i)\\s+(?:with|and (?:at least|\\d)|plus|preferred|required|from)\\b.*$");
    std::string field(TrimSpace(View(item)));
    RE2::Replace(&field, kGoesOn, "");
    const std::string folded = ToLower(field);
    const bool filler = IsFieldFiller(folded);
    // After the list the sentence goes on: "in Finance, and strong communication".
    if (!filler && std::count(folded.begin(), folded.end(), ' ') > 4) break;
    if (!filler) fields.push_back(std::move(field));
    if (!more) break;
    rest = re2::StringPiece(
        separator.data() + separator.size(),
        static_cast<size_t>(rest.data() + rest.size() - separator.data()) - separator.size());
  }
  return fields;
}

// "degree of accuracy", "high degree of", "360 degree": no degree at all.
bool IsAnotherDegree(std::string_view text, size_t begin, size_t end) {
  static const RE2 kBefore(
      "(?i)(?:high|highest|great|wide|certain|large|significant|some|\\d+|varying|reasonable|"
      "strong|considerable|"
      "first|second|third)[ -]*$");
  static const RE2 kAfter(
      "(?i)^s?\\s*of\\s+(?:accuracy|autonomy|confiden|creativ|independ|profession|initiative|"
      "discretion|detail|flexib|attention|responsib|integrity|judg|organi|skill|comfort|energy|"
      "tact|care|"
      "customer|motivation|[a-z]+ion\\b)");
  const std::string_view hit = text.substr(begin, end - begin);
  if (hit.size() > 7 && !hit.starts_with("first")) return false;  // only the bare word
  return RE2::PartialMatch(
             Piece(text.substr(begin > 20 ? begin - 20 : 0, std::min<size_t>(begin, 20))),
             kBefore) ||
         RE2::PartialMatch(Piece(text.substr(end, 40)), kAfter);
}

// "Teaching high school students": where somebody works, not what they have.
bool IsPlaceOfWork(std::string_view words, std::string_view after) {
  static const RE2 kPeople(
      "(?i)^(?:,? ?(?:and/or|and|or) \\w+)?[- ](?:level |aged? "
      ")?(?:students?|teach\\w*|pupils?|age|"
      "kids|children|classes|classrooms?|maths?|mathematics|english|science|coach\\w*|counsel\\w*|"
      "settings?|sports?)\\b");
  return (ToLower(words) == "high school" || ToLower(words) == "secondary school") &&
         RE2::PartialMatch(Piece(after), kPeople);
}

// MS and DO are also Microsoft and do, BS, MA and PA are states and other things: they count beside
// a word of study.
bool NeedsStudyContext(std::string_view hit) {
  return hit.size() <= 3 &&
         std::all_of(hit.begin(), hit.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) &&
         hit != "MBA" && hit != "PhD" && hit != "BSN" && hit != "BSc" && hit != "GED";
}

bool HasStudyContext(std::string_view text, size_t begin, size_t end) {
  static const RE2 kState("[A-Z][a-z]+, ?$");  // "Baltimore, MD"
  if (RE2::PartialMatch(
          Piece(text.substr(begin > 16 ? begin - 16 : 0, std::min<size_t>(begin, 16))), kState))
    return false;
  static const RE2 kAfter(
      "^(?:\\s*[/"
      ",]\\s*|\\s+or\\s+|\\s+and\\s+|\\s*\\()?(?:\\s?(?:degree|in\\b|or\\b|required|preferred|or "
      "higher|with|level|from|of\\b|"
      "[BM]\\.?[AS]\\b|MBA|MS|MSc|PhD|Ph|/)|\\)|[,;.]?$)");
  static const RE2 kBefore(
      "(?:^|degree|[Bb]achelor'?s?|[Mm]aster'?s?|\\b[BM]\\.?[AS]\\.?|[/(,]|or|with "
      "an?|[Aa]|required|:|[Mm]inimum)\\s*\\(?$");
  return RE2::PartialMatch(Piece(text.substr(end, 24)), kAfter) &&
         RE2::PartialMatch(
             Piece(text.substr(begin > 16 ? begin - 16 : 0, std::min<size_t>(begin, 16))), kBefore);
}

}  // namespace

std::string_view DegreeWord(int level) {
  std::string_view word;
  for (const Level& known : kLevels) {
    if (level >= known.level) word = known.word;
  }
  return word;
}

int DegreeLevel(std::string_view word) {
  for (const Level& known : kLevels) {
    if (word == known.word) return known.level;
  }
  return 0;
}

std::optional<DegreeAsked> FindDegree(std::string_view text, const PostingRules& rules) {
  static const RE2 kEquivalent(
      "(?i)\\bor (?:[a-z/]+ ){0,4}?(?:equivalent|equal|commensurate|comparable)\\b|equivalent "
      "(?:combination|experience|work)|"
      "\\bor "
      "(?:(?:relevant|related|equivalent|comparable|work|working|professional|industry|practical|"
      "significant|extensive) )*experience\\b|"
      "\\bor (?:at least |a minimum of |minimum )?\\w+\\+? (?:or more )?years|in lieu "
      "of|combination of education");
  std::optional<DegreeAsked> asked;
  size_t from = 0;
  while (const auto hit = rules.Find(PhraseTable::kDegrees, text, from)) {
    from = std::max(hit->end, hit->begin + 1);
    const std::string_view words = text.substr(hit->begin, hit->end - hit->begin);
    if (IsAnotherDegree(text, hit->begin, hit->end)) continue;
    if (IsPlaceOfWork(words, text.substr(hit->end))) continue;
    if (NeedsStudyContext(words) && !HasStudyContext(text, hit->begin, hit->end)) continue;
    // The "degree" of "PhD degree" is no other one.
    const bool bare = ToLower(words).starts_with("degree");
    if (asked && bare && hit->begin <= asked->words.end + 3) {
      asked->words.end = hit->end;
      if (asked->fields.empty()) asked->fields = FieldsIn(text.substr(hit->end));
      continue;
    }
    const int level = DegreeLevel(hit->value);
    if (!asked) asked = DegreeAsked{{hit->begin, hit->end}, level, false, {}};
    asked->level = std::min(asked->level, level);
    asked->words.end = hit->end;
    if (asked->fields.empty()) asked->fields = FieldsIn(text.substr(hit->end));
  }
  if (asked)
    asked->or_equivalent = RE2::PartialMatch(Piece(text.substr(asked->words.begin)), kEquivalent);
  return asked;
}

}  // namespace atsmatch
