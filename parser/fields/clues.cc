#include "parser/fields/clues.h"

#include <algorithm>
#include <string>
#include <vector>

#include "parser/text/ascii.h"
#include "parser/text/lexicon.h"
#include "parser/text/pattern.h"
#include "parser/text/place_words.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

bool Has(const Lexicon& lexicon, LexiconTable table, std::string_view phrase) {
  return lexicon.Find(table, phrase).has_value();
}

bool IsRemote(std::string_view text) {
  static constinit const Pattern remote(
      R"((?i)\(?(?:100\s*%\s*)?(?:fully\s+)?(?:remote|hybrid|home\s?office|on-?site|télétravail|remoto)\)?)");
  return remote.FullMatch(text);
}

std::vector<std::string_view> CommaParts(std::string_view text) {
  std::vector<std::string_view> parts;
  size_t begin = 0;
  for (size_t i = 0; i <= text.size(); ++i) {
    if (i == text.size() || text[i] == ',') {
      parts.push_back(TrimSpace(text.substr(begin, i - begin)));
      begin = i + 1;
    }
  }
  return parts;
}

// Matches of the table that stand where the noun that names the thing stands: at the start, at the
// end, or before "of", a comma, a bracket or a dash.
double HeadNounClue(std::string_view text, const Lexicon& lexicon, LexiconTable table, double head,
                    double elsewhere) {
  double best = 0;
  for (const PhraseMatch& match : lexicon.FindAll(table, text)) {
    const std::string_view after = TrimSpace(text.substr(match.end));
    const bool at_end = after.empty() || after.front() == ',' || after.front() == '(' ||
                        after.front() == '-' || after.front() == '/' || after.front() == '&' ||
                        static_cast<unsigned char>(after.front()) >= 0x80 ||
                        after.starts_with("of ") || after.starts_with("for ") ||
                        after.starts_with("de ") || after.starts_with("and ") ||
                        after.starts_with("I");
    best = std::max(best, at_end ? head : match.begin == 0 ? (head + elsewhere) / 2 : elsewhere);
  }
  return best;
}

size_t WordCount(std::string_view text) { return SplitWords(text).size(); }

}  // namespace

double ProseClue(std::string_view text) {
  const size_t words = WordCount(text);
  double clue = 0;
  // "Sanayi A.Ş." and "Harbor, Inc." end in a dot of their own.
  const std::string_view last = words == 0 ? text : SplitWords(text).back();
  constexpr size_t kLongestAbbreviation = 6;  // bytes, with its dot
  const bool abbreviation = StartsUpper(last) && last.size() <= kLongestAbbreviation;
  if (text.ends_with('.') && words > 4 && !abbreviation) clue += 2.5;
  if (words > 10) clue += 1.5;
  if (words > 16) clue += 2;
  return clue;
}

double TitleClue(std::string_view text, const Lexicon& lexicon) {
  double clue = HeadNounClue(text, lexicon, LexiconTable::kTitleWords, 3, 1.2);
  if (clue == 0) clue -= 0.4;
  const double prose = ProseClue(text);
  return clue - prose;
}

// "Example Ltd", "Ejemplo S.A., Madrid"
bool HasLegalForm(std::string_view text) {
  constexpr std::string_view kForms[] = {
      "inc", "inc.", "llc", "l.l.c.",     "ltd",  "ltd.", "limited", "gmbh",  "ag",
      "plc", "sa",   "sa.", "s.a",        "s.a.", "srl",  "srl.",    "s.r.l", "s.r.l.",
      "bv",  "bv.",  "b.v", "b.v.",       "pty",  "corp", "corp.",   "co.",   "oy",
      "a/s", "ab",   "kg",  "sp. z o.o.", "llp",  "pvt",  "pvt."};
  const std::string lower = ToLower(text);
  for (size_t end = 0; end < lower.size(); ++end) {
    end = std::min(lower.find(',', end), lower.size());
    std::string_view head(lower.data(), end);
    if (head.ends_with(')')) head.remove_suffix(1);
    for (const std::string_view form : kForms) {
      if (!head.ends_with(form)) continue;
      const char before = head.size() > form.size() ? head[head.size() - form.size() - 1] : ' ';
      if (!IsAsciiWordCharacter(before)) return true;
    }
  }
  return false;
}

double EmployerClue(std::string_view text, const Lexicon& lexicon) {
  double clue = std::max(HeadNounClue(text, lexicon, LexiconTable::kEmployerWords, 2.5, 1.4),
                         HeadNounClue(text, lexicon, LexiconTable::kSchoolWords, 2.2, 1.4));
  if (HasLegalForm(text)) clue += 1.5;
  return clue - ProseClue(text);
}

double PlaceClue(std::string_view text, const Lexicon& lexicon) {
  if (IsRemote(text)) return 3.5;
  std::string_view inner = text;
  if (inner.starts_with('(') && inner.ends_with(')')) inner = inner.substr(1, inner.size() - 2);
  const std::vector<std::string_view> parts = CommaParts(inner);
  size_t known = 0;
  for (const std::string_view part : parts) {
    if (IsKnownPlacePart(part, lexicon) || IsRemote(part)) ++known;
  }
  if (known == parts.size()) return 4;
  // "Smallville, TX": the city need not be known.
  if (known > 0 && parts.size() > 1 && IsKnownPlacePart(parts.back(), lexicon) &&
      WordCount(parts.front()) <= 3 && parts.size() <= 3) {
    return TitleClue(parts.front(), lexicon) > 0 || EmployerClue(parts.front(), lexicon) > 0 ? -1
                                                                                             : 2.5;
  }
  // "Footscray VIC": a code of a region behind a name, without a comma.
  const size_t space = inner.rfind(' ');
  if (parts.size() == 1 && space != std::string_view::npos && WordCount(inner) <= 4) {
    const std::string_view name = inner.substr(0, space), code = inner.substr(space + 1);
    constexpr size_t kShortestCode = 2, kLongestCode = 3;
    if (code.size() >= kShortestCode && code.size() <= kLongestCode && IsAllCaps(code) &&
        StartsUpper(name) && !IsAllCaps(name) &&
        lexicon.Find(LexiconTable::kRegions, code).has_value() && TitleClue(name, lexicon) <= 0 &&
        EmployerClue(name, lexicon) <= 0) {
      return 2.5;
    }
  }
  return -2;
}

double SchoolClue(std::string_view text, const Lexicon& lexicon) {
  double clue = lexicon.Contains(LexiconTable::kSchoolWords, text) ? 3 : 0;
  if (clue == 0 && lexicon.Contains(LexiconTable::kEmployerWords, text)) clue = 1;
  return clue - ProseClue(text);
}

double DegreeClue(std::string_view text, const Lexicon& lexicon) {
  const std::vector<PhraseMatch> matches = lexicon.FindAll(LexiconTable::kDegrees, text);
  if (matches.empty()) return -0.3;
  return (matches.front().begin == 0 ? 3 : 2) - 0.5 * ProseClue(text);
}

double StudyFieldClue(std::string_view text, const Lexicon& lexicon) {
  if (Has(lexicon, LexiconTable::kFieldsOfStudy, text)) return 2.5;
  return (lexicon.Contains(LexiconTable::kFieldsOfStudy, text) ? 1.2 : 0) - ProseClue(text);
}

double GradeClue(std::string_view text, const Lexicon& lexicon) {
  static constinit const Pattern number(
      R"((?i)\W*(?:\d{1,2}[.,]\d{1,2}|\d{1,3})\s*(?:/\s*\d{1,3}(?:[.,]\d+)?|%|gpa|cgpa|out of \d+|points?|pts)?\W*)");
  double clue = 0;
  if (lexicon.Contains(LexiconTable::kScoreWords, text)) clue += 2;
  if (lexicon.Contains(LexiconTable::kHonours, text)) clue += 2;
  if (number.FullMatch(text)) clue += 3;
  static constinit const Pattern inside(R"(\d[.,]\d+(?:\s*/\s*\d)?|\d+\s*%|\d/\d)");
  if (inside.PartialMatch(text)) clue += 0.8;
  // "AAB", "A*A*B", "AAB/B", "2:1"; DEC is a degree.
  static constinit const Pattern letters(
      R"([A-E][*+-]?(?:[\s/]?[A-E*][*+-]?){1,5}|\d(?:[.,]\d)?/\d{1,2}|[12]:[12i])");
  static constinit const Pattern rank(
      R"((?i)(?:air|rank|position)\s*#?\d{1,5}|\d{1,3}(?:st|nd|rd|th) rank)");
  if (letters.FullMatch(text) && !Has(lexicon, LexiconTable::kDegrees, text)) clue += 2.5;
  if (rank.FullMatch(text)) clue += 2.5;
  if (WordCount(text) > 7) clue -= 2;
  return clue;
}

size_t FindTrailingPlace(std::string_view text, const Lexicon& lexicon) {
  // "Acme (Leeds)"
  if (text.ends_with(')')) {
    const size_t open = text.rfind('(');
    if (open != std::string_view::npos && open > 0 &&
        PlaceClue(text.substr(open + 1, text.size() - open - 2), lexicon) > 2) {
      return open;
    }
  }
  size_t best = std::string_view::npos;
  for (size_t comma = text.rfind(','); comma != std::string_view::npos && comma > 0;
       comma = text.rfind(',', comma - 1)) {
    if (PlaceClue(TrimSpace(text.substr(comma + 1)), lexicon) <= 2) break;
    best = comma;
  }
  return best;
}

}  // namespace atsmatch
