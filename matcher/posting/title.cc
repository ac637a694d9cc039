#include "matcher/posting/title.h"

#include <re2/re2.h>

#include <algorithm>
#include <cstdlib>

#include "matcher/skills/taxonomy.h"
#include "parser/text/lexicon.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

constexpr size_t kLongestTitle = 110;  // bytes
constexpr size_t kMostTitleWords = 14;
constexpr int kMiddleLevel = 2;     // of LexiconTable::kTitleWords
constexpr size_t kSearched = 6000;  // bytes of the text in which a title is looked for

re2::StringPiece Piece(std::string_view text) { return {text.data(), text.size()}; }

std::string Remove(std::string text, const RE2& pattern) {
  RE2::GlobalReplace(&text, pattern, " ");
  return text;
}

std::string OneSpaced(std::string_view text) {
  std::string out;
  for (std::string_view word : SplitWords(text)) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

std::string_view TrimTitle(std::string_view text) {
  static constexpr std::string_view kEnds[] = {" ", ",", ";", ":", ".", "!",  "*", "•",
                                               "·", "–", "—", "-", "|", "\"", "“", "”",
                                               "'", "/", "#", "(", "@", "…"};
  bool changed = true;
  while (changed && !text.empty()) {
    changed = false;
    for (std::string_view end : kEnds) {
      if (text.starts_with(end)) text.remove_prefix(end.size()), changed = true;
      if (text.ends_with(end)) text.remove_suffix(end.size()), changed = true;
    }
    if (text.ends_with(")") && text.find('(') == text.npos) text.remove_suffix(1), changed = true;
  }
  return text;
}

bool IsPlace(std::string_view text, const Lexicon& lexicon) {
  const std::string_view place = TrimSpace(text);
  return !place.empty() && (lexicon.Find(LexiconTable::kCities, place) ||
                            lexicon.Find(LexiconTable::kCountries, place) ||
                            lexicon.Find(LexiconTable::kRegions, place));
}

// Pieces behind a dash, bar or comma that are a place.
std::string DropPlaces(std::string title, const Lexicon& lexicon) {
  static const RE2 kTail(
      R"((?:\s+[-–—|@]\s*|\s*[-–—|]\s+|,\s*|\s+\bin\s+|\s*\()([^-–—|,()]{2,40})\)?\s*$)");
  re2::StringPiece hit[2];
  for (int round = 0; round < 4; ++round) {
    if (!kTail.Match(title, 0, title.size(), RE2::UNANCHORED, hit, 2)) break;
    const std::string_view place(hit[1].data(), hit[1].size());
    if (!IsPlace(place, lexicon)) break;
    const size_t begin = static_cast<size_t>(hit[0].data() - title.data());
    if (begin == 0) break;
    title.resize(begin);
  }
  return title;
}

// A title in capitals is written as one: "STAFF NURSE" -> "Staff Nurse", but IT and HR stay.
std::string Uncapitalise(std::string_view title) {
  if (!IsAllCaps(title) || title.size() < 5) return std::string(title);
  std::string out;
  for (std::string_view word : SplitWords(title)) {
    if (!out.empty()) out += ' ';
    static constexpr std::string_view kSmall[] = {"OF", "AND", "THE", "FOR", "IN", "TO", "WITH",
                                                  "A",  "DE",  "LA",  "DU",  "OR", "AT"};
    if (std::find(std::begin(kSmall), std::end(kSmall), word) != std::end(kSmall) && !out.empty()) {
      out += ToLower(word);
    } else if (word.size() <= 3 && word != "CAR" && word != "BAR") {
      out += word;
    } else {
      out += ToTitle(word);
    }
  }
  return out;
}

// The title stands in "Job Title: X", up to the next label or the end of the line.
IndexRange LabelledTitle(std::string_view text) {
  static const RE2 kLabel(
      R"((?i)(?:^|\n|[.:;)]|\s{2})\s*(?:job title|position title|role title|title of (?:the )?(?:position|post)|position|role|vacancy|post title|stellenbezeichnung)\s*[:–-]\s*([^\n|;]{3,110}))");
  re2::StringPiece hit;
  const std::string_view head = text.substr(0, kSearched / 4);
  if (!RE2::PartialMatch(Piece(head), kLabel, &hit)) return {};
  std::string_view title(hit.data(), hit.size());
  static const RE2 kNextLabel(
      R"((?:[a-z.)]|\s)\s*(?:Location|Salary|Reports? |Department|Job (?:Type|ID|Description|Summary|Code|Category|Location)|Type|Duration|Position|Company|Term|Division|Hours|Pay|FLSA|Start|Contract|Closing|Reference|Employment|About|Summary|Role|Working|City|Requisition|Shift)[A-Z :(#])");
  re2::StringPiece next;
  if (kNextLabel.Match(Piece(title), 0, title.size(), RE2::UNANCHORED, &next, 1)) {
    size_t cut = static_cast<size_t>(next.data() - title.data());
    if (title[cut] != ' ') ++cut;
    title = title.substr(0, cut);
  }
  title = TrimSpace(title);
  const size_t begin = static_cast<size_t>(title.data() - text.data());
  return {begin, begin + title.size()};
}

bool CanBeTitle(std::string_view line) {
  const auto words = SplitWords(line);
  if (line.size() > kLongestTitle || words.size() > kMostTitleWords || words.empty() ||
      !HasLetter(line))
    return false;
  if (line.ends_with(":") || line.ends_with("?") || line.ends_with("!") ||
      (line.ends_with(".") && words.size() > 6))
    return false;
  static const RE2 kSentence(
      R"((?i)^(?:we|our|are you|do you|the|this|if|about|join|job (?:description|summary|overview)|overview|summary|description|position (?:summary|overview|description)|responsibilities|qualifications|salary|who we|what|at|as|you|in (?:a|an|the|this|our|your|addition|order)|is|why|introduction|job details|date|closing date|apply)\b|^(?:requirements|location|home|company)\s*(?::|$)|^company (?:overview|description|profile|background|information|name|summary)\b)");
  return !RE2::PartialMatch(Piece(line), kSentence);
}

IndexRange FirstLineTitle(std::string_view text) {
  size_t begin = 0;
  for (int line = 0; line < 2 && begin < text.size(); ++line) {
    size_t end = text.find('\n', begin);
    if (end == text.npos) end = text.size();
    std::string_view words = TrimTitle(text.substr(begin, end - begin));
    if (!words.empty() && CanBeTitle(words)) {
      const size_t at = static_cast<size_t>(words.data() - text.data());
      return {at, at + words.size()};
    }
    if (!words.empty()) break;
    begin = end + 1;
  }
  return {};
}

// "We are looking for an experienced Digital Marketing Manager to join".
IndexRange WantedTitle(std::string_view text, const Taxonomy& taxonomy) {
  static const RE2 kWanted(
      R"((?i:looking for|seeking|hiring|recruiting(?: for)?|searching for|in need of|opening for|opportunity for|vacancy for|recruit|hire|position of|role of|job of|needs?|requires?|as (?:the|our|a|an))(?i: (?:to )?(?:hire|recruit|appoint))? +(?i:(?:an?|the|our next|our|another|for) +)*(?:[a-z][a-z-]*,? +){0,6}?([A-Z][\w/&.+'’-]*(?: +(?:[A-Z][\w/&.+'’-]*|of|and|de|&|-|/|in|II|III)){0,6}))");
  const std::string_view head = text.substr(0, kSearched);
  re2::StringPiece hit[2];
  size_t from = 0;
  IndexRange first;
  while (from < head.size() &&
         kWanted.Match(Piece(head), from, head.size(), RE2::UNANCHORED, hit, 2)) {
    from = static_cast<size_t>(hit[0].data() - head.data()) + std::max<size_t>(1, hit[0].size());
    static const RE2 kOpenEnd(R"(\s+(?:of|and|de|&|-|/|in|the)$)");
    std::string_view words(hit[1].data(), hit[1].size());
    re2::StringPiece open;
    while (kOpenEnd.Match(Piece(words), 0, words.size(), RE2::UNANCHORED, &open, 1))
      words = words.substr(0, static_cast<size_t>(open.data() - words.data()));
    if (words.empty() || !(words[0] >= 'A' && words[0] <= 'Z')) continue;
    const size_t at = static_cast<size_t>(words.data() - text.data());
    if (taxonomy.FindTitle(words) >= 0) return {at, at + words.size()};
    // "seeking somebody to join Acme Tools" names no title.
    static const RE2 kElsewhere("\\b(?:join|who|with|from|at)\\b");
    const std::string_view before(hit[0].data(),
                                  static_cast<size_t>(hit[1].data() - hit[0].data()));
    if (first.empty() && SplitWords(words).size() >= 2 &&
        !RE2::PartialMatch(Piece(before), kElsewhere))
      first = {at, at + words.size()};
  }
  return first;
}

// "['sales', 'manager']": a list of words as a program prints it.
std::string WithoutList(std::string_view title) {
  if (!title.starts_with("['") && !title.starts_with("[\"")) return std::string(title);
  static const RE2 kMarks(R"x(['"], ?['"]|['"]\]?$|^\[['"])x");
  return OneSpaced(Remove(std::string(title), kMarks));
}

}  // namespace

std::string CleanTitle(std::string_view raw, const Lexicon& lexicon) {
  std::string title = OneSpaced(TrimTitle(WithoutList(TrimSpace(raw))));
  static const RE2 kReference(
      R"((?i)\(?\b(?:ref(?:erence)?(?: ?(?:no|number|id|code))?|req(?:uisition)?(?: ?(?:no|number|id))?|job (?:id|code|ref|no|number)|posting (?:no|number)|id|r)\s*[.:#-]?\s*[a-z]{0,5}[-_]?\d[\w/-]*\)?|#\s?\w*\d\w*|\(\d{3,}\)|\b[A-Z]{0,4}-?\d{5,}\b)");
  static const RE2 kSalary(
      R"((?i)(?:\b(?:up to|from|salary|circa|c\.?|ote|pay|paying|starting at|rate)\s*:?\s*)?[£$€]\s?[\d*][\d,.*]*\s?k?(?:\s*(?:-|–|to)\s*[£$€]?\s?[\d*][\d,.*]*\s?k?)?(?:\s*(?:\+|plus|per|/|an?|p\.?)\s*(?:hour|hr|annum|year|yr|week|day|month|a\.?|h\.?|pa|ph|ote|bonus|benefits|commission|car)\b)*|\*{3,}\s?k?(?:\s*(?:p/?h|p\.?a|an? hour|per \w+)\b)?|\b\d{2,3}k\b(?:\s*(?:-|–)\s*\d{2,3}k)?)");
  static const RE2 kContract(
      R"((?i)[\s,(/|–-]*\b(?:full[- ]?time|part[- ]?time|permanent|temporary|temp to perm|fixed[- ]term|ftc|contract[- ]to[- ]hire|temp[- ]to[- ](?:perm|hire)|contract|\d+ months?(?: contract)?|maternity cover|remote|hybrid|work from home|immediate start|urgent(?:ly)?(?: (?:hiring|required|needed))?|hiring now|now hiring|sign[- ]?on bonus|with recruitment incentive|free live[- ]in|live[- ]in|zero hours|day shift|night shift|weekends?|flexible hours|m/?f/?d|m/?w/?d|f/?m/?d|m/?f/?x|h/?f|w/?m/?d|all genders)\b\)?)");
  title = Remove(title, kReference);
  title = Remove(title, kSalary);
  const std::string without_contract = Remove(title, kContract);
  // "Contract Manager" is a title; "(Contract)" is not.
  if (SplitWords(TrimTitle(without_contract)).size() >= 1 &&
      !RE2::PartialMatch(title, R"((?i)^\s*(?:contract|permanent|temporary|remote|hybrid)\s+\w+)"))
    title = without_contract;
  // Sales talk behind the title: "UX Designer for leading EdTech firm in Boston".
  static const RE2 kTalk(
      R"((?i)\s+(?:for (?:an? |our )?(?:leading|growing|global|prestigious|busy|top|fast|exciting|award|major|well|new|luxury|large|small|local)\b.*|-? ?(?:great|excellent|amazing|fantastic|exciting) (?:opportunity|benefits|salary|package|company|pay).*|jobs?(?: in)? [A-Z].*|jobs?|wanted|needed|required|(?:quirky|stunning|beautiful|busy|luxury|award[- ]winning) .*|at [A-Z].*)$)");
  title = Remove(title, kTalk);
  static const RE2 kDoubleDash(R"((?:\s+[-–—|]){2,}\s)");
  RE2::GlobalReplace(&title, kDoubleDash, " - ");
  title = DropPlaces(OneSpaced(TrimTitle(OneSpaced(title))), lexicon);
  static const RE2 kEmptyBrackets(R"(\(\s*[-,/]*\s*\))");
  title = OneSpaced(TrimTitle(Remove(title, kEmptyBrackets)));
  if (title.empty()) title = OneSpaced(TrimTitle(raw));
  if (std::count(title.begin(), title.end(), '(') > std::count(title.begin(), title.end(), ')'))
    title += ')';
  return Uncapitalise(title);
}

IndexRange FindPostingTitle(std::string_view text, const Taxonomy& taxonomy) {
  const IndexRange first = FirstLineTitle(text);
  const IndexRange labelled = LabelledTitle(text);
  // "Job Title: Clerk" on the first line
  const bool first_is_label = labelled.begin >= first.begin && labelled.end <= first.end;
  if (!labelled.empty() && first_is_label) return labelled;
  if (!first.empty() && taxonomy.FindTitle(text.substr(first.begin, first.size())) >= 0)
    return first;
  if (!labelled.empty()) return labelled;
  if (!first.empty()) return first;
  return WantedTitle(text, taxonomy);
}

int LevelOfTitle(std::string_view title, const Lexicon& lexicon) {
  // "Assistant to the Director": whose assistant says nothing of the assistant.
  title = title.substr(0, title.find(" to "));
  int highest = 0, lowest = 0;  // of the words that say something
  for (const PhraseMatch& match : lexicon.FindAll(LexiconTable::kTitleWords, title)) {
    const int level = std::atoi(std::string(match.value).c_str());
    highest = std::max(highest, level);
    if (level > 0 && (lowest == 0 || level < lowest)) lowest = level;
  }
  if (highest > kMiddleLevel) return highest;
  static const RE2 kBeginner(
      R"((?i:\b(?:graduate|entry[- ]level|newly qualified|school leaver|no experience)\b)|\bI$)");
  if (lowest == 1 || RE2::PartialMatch(Piece(title), kBeginner)) return 1;  // "Junior Accountant"
  static const RE2 kThird(R"(\b(?:III|IV|V)$)");
  if (RE2::PartialMatch(Piece(title), kThird)) return kMiddleLevel + 1;
  // An ordinary title says nothing of its level unless it says so.
  static const RE2 kMiddle(R"((?i)\b(?:mid|middle|intermediate|experienced|ii|level 2)\b)");
  return RE2::PartialMatch(Piece(title), kMiddle) ? highest : 0;
}

}  // namespace atsmatch
