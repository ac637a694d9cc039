#include "parser/text/dates.h"

#include <algorithm>
#include <array>
#include <string>

#include "parser/text/ascii.h"
#include "parser/text/lexicon.h"
#include "parser/text/unicode.h"

// A line that may hold a date is cut into numbers, words and signs, the words are looked up in the
// lexicon, and a small parser reads points in time and ranges between them.  One pattern per way of
// writing was thought of first: there are over a hundred, and their meaning depends on neighbours.

namespace atsmatch {
namespace {

constexpr int kFirstYear = 1940, kLastYear = 2049;
constexpr size_t kNone = static_cast<size_t>(-1);

// Every date has two digits in a row.  Digits of other scripts are not ASCII.
bool MayHoldDate(std::string_view text) {
  bool ascii = true;
  for (size_t i = 0; i < text.size(); ++i) {
    if (i > 0 && IsAsciiDigit(text[i]) && IsAsciiDigit(text[i - 1])) return true;
    ascii = ascii && static_cast<unsigned char>(text[i]) < 0xD9;  // below Arabic, U+0660
  }
  if (ascii) return false;
  const std::string folded = Fold(text);
  for (size_t i = 1; i < folded.size(); ++i) {
    if (IsAsciiDigit(folded[i]) && IsAsciiDigit(folded[i - 1])) return true;
  }
  return false;
}

// ---- Tokens ----

enum class TokenKind : uint8_t { kNumber, kWord, kSign };

// What the lexicon says of the phrase that starts at a token.
struct Meaning {
  int value = 0;       // 0: not in the table
  size_t end = kNone;  // token behind the phrase
};

struct Token {
  TokenKind kind = TokenKind::kSign;
  std::string_view text;      // folded
  size_t begin = 0, end = 0;  // of the text searched
  bool space_before = false;
  bool line_before = false;  // a line end before it
  int number = 0;            // of a number of up to 9 digits
  Meaning month, season, present, since;

  bool IsNumber() const { return kind == TokenKind::kNumber; }
  bool IsWord() const { return kind == TokenKind::kWord; }
  bool Is(std::string_view sign_or_word) const { return text == sign_or_word; }
  size_t digits() const { return IsNumber() ? text.size() : 0; }
};

class Tokens {
 public:
  Tokens(const Tokens&) = delete;  // the tokens look into folded_
  Tokens& operator=(const Tokens&) = delete;
  Tokens(std::string_view source, const Lexicon& lexicon)
      : source_(source), folded_(FoldWithOrigin(source)) {
    Cut();
    LookUp(lexicon, LexiconTable::kMonths, &Token::month);
    LookUp(lexicon, LexiconTable::kSeasons, &Token::season);
    LookUp(lexicon, LexiconTable::kPresent, &Token::present);
    LookUp(lexicon, LexiconTable::kSince, &Token::since);
    LookUpGlued(lexicon);
  }

  size_t size() const { return tokens_.size(); }
  const Token& operator[](size_t i) const { return i < tokens_.size() ? tokens_[i] : kEnd; }
  // The token at i follows the one before without a space.
  bool Glued(size_t i) const { return i > 0 && i < size() && !tokens_[i].space_before; }
  std::string_view Source(size_t i) const {
    return source_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
  }

 private:
  inline static const Token kEnd{};

  void Cut() {
    const std::string_view text = folded_.text;
    bool space = false, line = false;
    for (size_t i = 0; i < text.size();) {
      const size_t begin = i;
      const char32_t c = NextCodePoint(text, &i);
      if (c == ' ') {
        space = true;
        line = line || source_[folded_.origin[begin]] == '\n';
        continue;
      }
      Token token;
      token.kind = KindOf(c);
      // Ideographs carry no spaces: each is a word.
      if (token.kind != TokenKind::kSign && !IsIdeograph(c)) {
        for (size_t next = i; next < text.size(); i = next) {
          const char32_t following = NextCodePoint(text, &next);
          if (KindOf(following) != token.kind || IsIdeograph(following)) break;
        }
      }
      token.text = text.substr(begin, i - begin);
      token.begin = folded_.origin[begin];
      token.end = std::max<size_t>(folded_.origin[i], token.begin + 1);
      token.space_before = space;
      token.line_before = line;
      if (token.digits() > 0 && token.digits() <= 9) {
        for (char digit : token.text) token.number = token.number * 10 + (digit - '0');
      }
      tokens_.push_back(token);
      space = line = false;
    }
  }

  static TokenKind KindOf(char32_t c) {
    if (c < 0x80) {
      if (c >= '0' && c <= '9') return TokenKind::kNumber;
      return c >= 'a' && c <= 'z' ? TokenKind::kWord : TokenKind::kSign;
    }
    return IsLetter(c) || IsMark(c) ? TokenKind::kWord : TokenKind::kSign;
  }

  static int NumberOf(std::string_view value) {
    int number = 0;
    for (char c : value) number = IsAsciiDigit(c) ? number * 10 + (c - '0') : 1;
    return std::max(number, 1);
  }

  void LookUp(const Lexicon& lexicon, LexiconTable table, Meaning Token::*meaning) {
    size_t i = 0;
    for (const PhraseMatch& match : lexicon.FindAll(table, source_)) {
      while (i < size() && tokens_[i].begin < match.begin) ++i;
      const size_t first = i;
      while (i < size() && tokens_[i].end <= match.end) ++i;
      if (first < i) tokens_[first].*meaning = {NumberOf(match.value), i};
    }
  }

  // "Jan2016", "2016Jan", "heute2019": the lexicon takes them for one word.
  void LookUpGlued(const Lexicon& lexicon) {
    for (size_t i = 0; i < size(); ++i) {
      Token& token = tokens_[i];
      const bool beside_digit =
          (Glued(i) && tokens_[i - 1].IsNumber()) || (Glued(i + 1) && tokens_[i + 1].IsNumber());
      if (!token.IsWord() || token.month.value != 0 || !beside_digit) continue;
      if (const auto month = lexicon.Find(LexiconTable::kMonths, token.text))
        token.month = {NumberOf(*month), i + 1};
      if (const auto season = lexicon.Find(LexiconTable::kSeasons, token.text)) {
        token.season = {NumberOf(*season), i + 1};
      }
    }
  }

  std::string_view source_;
  FoldedText folded_;
  std::vector<Token> tokens_;
};

template <size_t kSize>
bool IsOneOf(std::string_view word, const std::array<std::string_view, kSize>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}
template <class... Words>
constexpr auto WordList(Words... words) {
  return std::array<std::string_view, sizeof...(words)>{words...};
}

// Words between two dates of a range, folded.  Months, seasons and "present" are lexicon tables;
// these few are grammar.
constexpr auto kToWords =
    WordList("to", "until", "till", "til", "through", "thru", "upto", "bis", "a", "au", "al", "ao",
             "ate", "hasta", "do", "fino", "tot", "hingga", "sampai", "az", "ig", "pana", "jusqu",
             "jusque", "по", "до", "εως", "至", "到", "から", "đến", "den");
// Words that may follow one of those: "up to", "fino ad", "tot en met", "jusqu'en", "bis zum".
constexpr auto kToTails =
    WordList("to", "a", "ad", "al", "en", "met", "au", "zum", "el", "la", "the", "in", "'", "o");
constexpr auto kFromWords =
    WordList("from", "between", "von", "vom", "zwischen", "de", "du", "des", "entre", "del", "da",
             "dal", "dalla", "od", "van", "vanaf", "fra", "fran", "с", "от", "dari", "desde");
constexpr auto kUntilWords =
    WordList("until", "till", "til", "bis", "hasta", "ate", "jusqu", "fino", "tot", "до");
constexpr auto kOnwardWords = WordList("onward", "onwards", "forward");
// Words between the day, the month and the year: "16th of March", "16 de marzo de 2020".
constexpr auto kOfWords = WordList("of", "de", "del", "d", "do", "di");
constexpr auto kOrdinals = WordList("st", "nd", "rd", "th", "er", "e", "o", "a", "ste", "de");
constexpr auto kTermWords =
    WordList("semester", "term", "session", "quarter", "intake", "of", "de");
// What is counted, when not simply a plural: "2000 people".
constexpr auto kCounted =
    WordList("people", "staff", "men", "women", "users", "km", "m", "kg", "sqm", "mb", "gb", "kb",
             "mm", "usd", "eur", "gbp", "inr", "chf", "euro", "dollar", "mitarbeiter", "kunden",
             "mitarbeitern", "personen", "personas", "empleados", "clients", "pers", "rpm", "hz");
constexpr auto kCurrencies =
    WordList("$", "€", "£", "¥", "₹", "#", "usd", "eur", "gbp", "inr", "chf", "no", "nr", "rs",
             "iso", "din", "rfc", "room", "suite", "apt", "flat", "box");

int ExpandYear(int two_digits) { return two_digits < 50 ? 2000 + two_digits : 1900 + two_digits; }
bool IsYear(int number) { return number >= kFirstYear && number <= kLastYear; }
bool IsMonth(int number) { return number >= 1 && number <= 12; }
bool IsDay(int number) { return number >= 1 && number <= 31; }

// ---- Points in time ----

struct Point {
  Date date;           // year 0: not printed, taken from the other end of the range
  size_t end = kNone;  // token behind it
  int weak_year = 0;   // "03/18", "Jan 16": a year if the other end says so
  bool present = false;
  bool bare_year = false;  // nothing but the year
  int last_day = 0;        // "16-18 March": 18
  Date last;               // "2018/19": the second year

  bool HasYear() const { return date.year != 0 || present; }
};
using MaybePoint = std::optional<Point>;

class DateParser {
 public:
  DateParser(const Tokens& tokens, DateOrder order) : tokens_(tokens), order_(order) {}

  struct Found {
    DateRange range;
    size_t end = 0;  // token behind it
  };

  // The date or range that starts at the token.
  std::optional<Found> ParseAt(size_t i) const {
    if (const auto opened = ParseOpened(i)) return opened;
    return ParseRange(i);
  }

 private:
  const Token& At(size_t i) const { return tokens_[i]; }
  bool IsSign(size_t i, std::string_view signs) const {
    return At(i).kind == TokenKind::kSign && At(i).text.size() == 1 &&
           signs.find(At(i).text) != std::string_view::npos;
  }
  bool IsGluedSign(size_t i, std::string_view signs) const {
    return tokens_.Glued(i) && IsSign(i, signs);
  }
  bool IsPlainHyphen(size_t i) const { return tokens_.Source(i) == "-"; }

  // -- Borders: what must not touch a date --

  bool StartsClean(size_t i) const {
    if (!tokens_.Glued(i)) return true;
    const Token& before = At(i - 1);
    const bool apart = i >= 2 && !tokens_.Glued(i - 1);
    if (before.IsNumber()) return false;
    if (before.IsWord()) return IsIdeograph(FirstOf(before)) || before.Is("fy");
    if (before.text.size() > 1 || apart || i < 2)
      return !IsOneOf(before.text, kCurrencies) && !IsSign(i - 1, "+=@_%&");
    // Glued on both sides: "a/2019", "1.2019", "COVID-2019", "27001:2013", "id_2019".
    const bool behind_word_or_number = At(i - 2).IsWord() || At(i - 2).IsNumber();
    return !behind_word_or_number || IsSign(i - 1, "([{,;|\"") ||
           (IsSign(i - 1, "',:") && At(i - 2).IsWord());
  }

  bool EndsClean(size_t end) const {
    if (!tokens_.Glued(end)) return true;
    const Token& after = At(end);
    if (after.IsNumber()) return false;
    if (after.IsWord()) return IsIdeograph(FirstOf(after));
    if (IsSign(end, "%+=@_#$") || after.Is("€") || after.Is("£")) return false;
    const bool glued_next = tokens_.Glued(end + 1);
    if (glued_next && At(end + 1).IsNumber()) {
      return !IsSign(end, ".,:/") && !(IsSign(end, "-") && !IsYear(At(end + 1).number));
    }
    // "2019/03" of a web address, "1990's".
    if (glued_next && IsSign(end, "'") && At(end + 1).Is("s")) return false;
    return true;
  }

  static char32_t FirstOf(const Token& token) {
    size_t position = 0;
    return NextCodePoint(token.text, &position);
  }

  // "+1 555 010 1999": a year among groups of digits that are no years.
  bool StandsInNumberRow(size_t first, size_t end) const {
    auto joins = [&](size_t i) { return IsSign(i, "-.() "); };
    auto is_odd_number = [&](size_t i) { return At(i).digits() >= 3 && !IsYear(At(i).number); };
    for (size_t i = first; i-- > 0 && first - i <= 4;) {
      if (is_odd_number(i) || (IsSign(i, "+") && i + 1 < first)) return true;
      if (!At(i).IsNumber() && !joins(i)) break;
    }
    for (size_t i = end; i < tokens_.size() && i < end + 4; ++i) {
      if (is_odd_number(i)) return true;
      if (!At(i).IsNumber() && !joins(i)) break;
    }
    return false;
  }

  // "1999 employees", "USD 2000", "No. 2019".
  bool IsAmount(size_t year, size_t end) const {
    size_t before = year;
    if (before > 0 && IsSign(before - 1, ".")) --before;
    if (before > 0 && IsOneOf(At(before - 1).text, kCurrencies)) return true;
    const Token& after = At(end);
    if (after.Is("€") || after.Is("$") || after.Is("£")) return true;
    if (!after.IsWord() || after.line_before) return false;
    if (after.month.value != 0 || after.season.value != 0 || after.present.value != 0) return false;
    if (IsOneOf(after.text, kCounted)) return true;
    const bool plural =
        after.text.size() > 4 && after.text.ends_with('s') && !after.text.ends_with("ss");
    const bool lower = tokens_.Source(end)[0] == after.text[0];
    return plural && lower && !IsOneOf(after.text, kOnwardWords);
  }

  bool IsCleanBareYear(size_t i) const {
    return !IsAmount(i, i + 1) && !StandsInNumberRow(i, i + 1);
  }

  // -- Parts of a date --

  // A year at the token: 2016, '16.  Gives the token behind it.
  std::optional<std::pair<int, size_t>> YearAt(size_t i) const {
    if (At(i).digits() == 4 && IsYear(At(i).number)) return std::pair(At(i).number, i + 1);
    if (IsSign(i, "'") && At(i + 1).digits() == 2 && tokens_.Glued(i + 1) && !At(i + 2).Is("s")) {
      return std::pair(ExpandYear(At(i + 1).number), i + 2);
    }
    return std::nullopt;
  }

  // Behind a month or a day: dots, commas, "of", and dashes or slashes that touch both sides.
  size_t SkipLink(size_t i) const {
    for (int count = 0; count < 3; ++count) {
      const bool glue = IsGluedSign(i, "-/") && tokens_.Glued(i + 1);
      if (IsSign(i, ".,") || glue ||
          (At(i).IsWord() && IsOneOf(At(i).text, kOfWords) && At(i).month.value == 0)) {
        ++i;
      } else {
        break;
      }
    }
    return i;
  }

  // "16", "16.", "16th", "1er".
  std::optional<std::pair<int, size_t>> DayAt(size_t i) const {
    if (At(i).digits() == 0 || At(i).digits() > 2 || !IsDay(At(i).number)) return std::nullopt;
    size_t end = i + 1;
    if (tokens_.Glued(end) && At(end).IsWord() && IsOneOf(At(end).text, kOrdinals)) ++end;
    return std::pair(At(i).number, end);
  }

  MaybePoint PointAt(size_t i) const {
    if (At(i).present.value != 0) {
      Point point;
      point.present = true;
      point.end = At(i).present.end;
      return point;
    }
    if (At(i).IsNumber()) {
      if (const auto point = DayMonthAt(i)) return point;
      if (const auto point = NumericAt(i)) return point;
      if (const auto point = YearFirstAt(i)) return point;
      if (const auto point = QuarterAt(i)) return point;
      return BareYearAt(i);
    }
    if (At(i).month.value != 0) {
      if (const auto point = MonthAt(i)) return point;
    }
    if (At(i).season.value != 0) return SeasonAt(i);
    if (At(i).IsWord()) return QuarterAt(i);
    return BareYearAt(i);
  }

  // "March 2020", "March 16, 2020", "Mar '20", "Mar-20"; "March" and "March 16" without a year.
  MaybePoint MonthAt(size_t i) const {
    Point point;
    point.date.month = At(i).month.value;
    const size_t behind_month = At(i).month.end;
    point.end = behind_month;
    if (IsGluedSign(point.end, ".")) ++point.end;
    const size_t link = SkipLink(behind_month);
    if (const auto year = YearAt(link)) {
      point.date.year = year->first;
      point.end = year->second;
      return point;
    }
    if (const auto day = DayAt(link); day && !HasMonthAhead(link)) {
      const size_t link2 = SkipLink(day->second);
      const auto [last_day, behind_days] = LastDayAt(day->second, day->first);
      if (const auto year = YearAt(link2); year && !IsGluedSign(link2 - 1, "/")) {
        point.date.year = year->first;
        point.date.day = day->first;
        point.end = year->second;
      } else if (const auto later = YearAt(SkipLink(behind_days)); last_day != 0 && later) {
        point.date.year = later->first;
        point.date.day = day->first;
        point.last_day = last_day;
        point.end = later->second;
      } else if (At(link).digits() == 2 && !At(link + 1).Is("'")) {
        // "Mar-18", "Mar 18": the day or the year.
        point.weak_year = ExpandYear(At(link).number);
        point.date.day = day->first;
        point.end = day->second;
        if (IsGluedSign(link - 1, "-/")) {
          point.date = {point.weak_year, point.date.month, 0};
          point.weak_year = 0;
        }
      } else {
        point.date.day = day->first;
        point.end = day->second;
      }
      return point;
    }
    if (At(link).digits() == 2 && At(link).number > 31 && !tokens_.Glued(link + 1)) {  // "Mar 98"
      point.weak_year = ExpandYear(At(link).number);
      point.end = link + 1;
      return point;
    }
    return point;
  }

  // "Mar 18 April": the 18 belongs to April.
  bool HasMonthAhead(size_t day) const {
    return tokens_.size() > day + 1 && !tokens_.Glued(day + 1) && At(day + 1).month.value != 0;
  }

  // "-18" behind the 16 of "16-18 March".
  std::pair<int, size_t> LastDayAt(size_t i, int first_day) const {
    if (!IsSign(i, "-")) return {0, i};
    const auto day = DayAt(i + 1);
    if (!day || day->first <= first_day) return {0, i};
    return {day->first, day->second};
  }

  // "16 March 2020", "16-Mar-2020", "16. bis 18. März 2020"; "16 March" without a year.
  MaybePoint DayMonthAt(size_t i) const {
    const auto day = DayAt(i);
    if (!day) return std::nullopt;
    auto [last_day, behind] =
        LastDayAt(IsGluedSign(day->second, ".") ? day->second + 1 : day->second, day->first);
    if (last_day == 0) behind = day->second;
    const size_t month = SkipLink(behind);
    if (At(month).month.value == 0) return std::nullopt;
    Point point;
    point.date.month = At(month).month.value;
    point.date.day = day->first;
    point.last_day = last_day;
    point.end = At(month).month.end;
    const size_t link = SkipLink(point.end);
    if (const auto year = YearAt(link)) {
      point.date.year = year->first;
      point.end = year->second;
    } else if (At(link).digits() == 2 && IsGluedSign(link - 1, "-/")) {  // "16-Mar-20"
      point.date.year = ExpandYear(At(link).number);
      point.end = link + 1;
    }
    return point;
  }

  // Numbers with one sign between them: 01/2016, 2016-01, 16.03.2020, 2020-03-16, 03/18.
  MaybePoint NumericAt(size_t i) const {
    const size_t sign = i + 1, second = i + 2, sign2 = i + 3, third = i + 4;
    if (!IsGluedSign(sign, "./-") || !At(second).IsNumber() || !tokens_.Glued(second))
      return std::nullopt;
    const bool three = IsGluedSign(sign2, "./-") && At(sign2).text == At(sign).text &&
                       At(third).IsNumber() && tokens_.Glued(third);
    if (three) {
      if (const auto point = ThreeNumbers(i)) return point;
    }
    return TwoNumbers(i);
  }

  MaybePoint ThreeNumbers(size_t i) const {
    const Token &a = At(i), &b = At(i + 2), &c = At(i + 4);
    Point point;
    point.end = i + 5;
    if (a.digits() == 4) {
      // Two digits each with dots: 2019.1.3 is a version.
      const bool full = b.digits() == 2 && c.digits() == 2;
      if (!IsYear(a.number) || !IsMonth(b.number) || !IsDay(c.number) || b.digits() > 2 ||
          c.digits() > 2) {
        return std::nullopt;
      }
      if (At(i + 1).Is(".") && !full) return std::nullopt;
      point.date = {a.number, b.number, c.number};
      return point;
    }
    if (a.digits() > 2 || b.digits() > 2 || (c.digits() != 4 && c.digits() != 2))
      return std::nullopt;
    const int year = c.digits() == 4 ? c.number : ExpandYear(c.number);
    if (!IsYear(year)) return std::nullopt;
    // 1.2.19 is a version as well as a date.
    if (c.digits() == 2 && (a.digits() != 2 || b.digits() != 2)) return std::nullopt;
    return DayAndMonth(a.number, b.number, year, At(i + 1).Is("."), point);
  }

  MaybePoint DayAndMonth(int a, int b, int year, bool dots, Point point) const {
    const bool day_first = IsDay(a) && IsMonth(b), month_first = IsMonth(a) && IsDay(b);
    if (!day_first && !month_first) return std::nullopt;
    if (dots || day_first != month_first || a == b) {
      point.date = day_first ? Date{year, b, a} : Date{year, a, b};
      if (dots && !day_first) return std::nullopt;
    } else {
      point.date = {year, order_ == DateOrder::kMonthFirst ? a : b, 0};
    }
    return point;
  }

  MaybePoint TwoNumbers(size_t i) const {
    const Token &a = At(i), &b = At(i + 2);
    Point point;
    point.end = i + 3;
    if (a.digits() <= 2 && b.digits() == 4 && IsMonth(a.number) && IsYear(b.number)) {
      point.date = {b.number, a.number, 0};
      return point;
    }
    if (a.digits() == 4 && IsYear(a.number)) return YearAndTwoDigits(i);
    // "03/18": only in a range of such.
    if (a.digits() == 2 && b.digits() == 2 && IsMonth(a.number) && IsSign(i + 1, "/.")) {
      point.date.month = a.number;
      point.weak_year = ExpandYear(b.number);
      return point;
    }
    return std::nullopt;
  }

  // 2016-01, 2016/01, 2016.1 are months; 2018/19, 2010/11 and 2010–11 two years.
  MaybePoint YearAndTwoDigits(size_t i) const {
    const Token &a = At(i), &b = At(i + 2);
    Point point;
    point.end = i + 3;
    const bool dash = At(i + 1).Is("-");
    const bool next_year = b.digits() == 2 && b.number == (a.number + 1) % 100;
    const bool later_year = b.digits() == 2 && ExpandYear(b.number) > a.number;
    const bool month = IsMonth(b.number) && (b.digits() == 2 || (b.digits() == 1 && !dash));
    bool two_years = later_year && !month && !At(i + 1).Is(".");
    if (month && later_year && dash) two_years = !IsPlainHyphen(i + 1);
    if (month && next_year && At(i + 1).Is("/")) two_years = !IsMonthOfARange(i);
    if (two_years) {
      point.date.year = a.number;
      point.last.year = ExpandYear(b.number);
      return point;
    }
    if (!month) return std::nullopt;
    point.date = {a.number, b.number, 0};
    return point;
  }

  // Beside "2010/11" stands another year with a month: "2010/11 - 2012/03", "2010/11 - heute".
  bool IsMonthOfARange(size_t i) const {
    auto year_slash = [&](size_t j) {
      return At(j).digits() == 4 && IsYear(At(j).number) && IsGluedSign(j + 1, "/") &&
             At(j + 2).digits() == 2;
    };
    const size_t ahead = SkipSeparator(i + 3);
    if (ahead != i + 3 && (year_slash(ahead) || At(ahead).present.value != 0)) return true;
    return i >= 4 && IsSign(i - 1, "-") && year_slash(i - 4);
  }

  // "2016 January", "2019年3月", "2019년 3월".
  MaybePoint YearFirstAt(size_t i) const {
    if (At(i).digits() != 4 || !IsYear(At(i).number)) return std::nullopt;
    Point point;
    point.date.year = At(i).number;
    size_t next = i + 1;
    if (At(next).Is("年") || Starts(next, "년")) {
      point.end = next + 1;
      if (At(next + 1).IsNumber() && IsMonth(At(next + 1).number) &&
          (At(next + 2).Is("月") || Starts(next + 2, "월"))) {
        point.date.month = At(next + 1).number;
        point.end = next + 3;
        const size_t day = point.end;
        if (At(day).IsNumber() && IsDay(At(day).number) &&
            (At(day + 1).Is("日") || Starts(day + 1, "일"))) {
          point.date.day = At(day).number;
          point.end = day + 2;
        }
      }
      return point;
    }
    const bool glue = IsGluedSign(next, "-/") && tokens_.Glued(next + 1);
    if (IsSign(next, ",") || glue) ++next;
    if (At(next).month.value == 0 || At(next).line_before) return std::nullopt;
    // "2016 May 2017": the month is the next date's; so it is in "2016, 3 May" and "2016 May 3,
    // 2017".
    const size_t behind = SkipLink(At(next).month.end);
    if (YearAt(behind)) return std::nullopt;
    if (const auto day = DayAt(behind); day && YearAt(SkipLink(day->second))) return std::nullopt;
    point.date.month = At(next).month.value;
    point.end = At(next).month.end;
    return point;
  }

  // Hangul is written without a space before the next particle: "2019년", "3월부터".
  bool Starts(size_t i, std::string_view text) const {
    return At(i).IsWord() && At(i).text.starts_with(text);
  }

  // "Summer 2023", "Fall Term '22", "Winter 2022/23".
  MaybePoint SeasonAt(size_t i) const {
    Point point;
    point.date.month = At(i).season.value;
    size_t next = At(i).season.end;
    point.end = next;
    for (int count = 0; count < 2 && At(next).IsWord() && IsOneOf(At(next).text, kTermWords);
         ++count)
      ++next;
    next = SkipLink(next);
    const auto year = YearAt(next);
    if (!year) return point;
    point.date.year = year->first;
    point.end = year->second;
    if (IsGluedSign(point.end, "/") && (At(point.end + 1).number == (year->first + 1) % 100 ||
                                        At(point.end + 1).number == year->first + 1)) {
      point.end += 2;
    }
    return point;
  }

  // "Q3 2022", "3Q 2022", "2022 Q3", "H1/2022".
  MaybePoint QuarterAt(size_t i) const {
    if (const auto year = YearAt(i)) {
      size_t next = year->second;
      if (IsGluedSign(next, "-/")) ++next;
      const auto [month, end] = PartOfYearAt(next);
      if (month == 0 || !EndsClean(end)) return std::nullopt;
      Point point;
      point.date = {year->first, month, 0};
      point.end = end;
      return point;
    }
    const auto [month, end] = PartOfYearAt(i);
    if (month == 0) return std::nullopt;
    const auto year = YearAt(SkipLink(end));
    if (!year) return std::nullopt;
    Point point;
    point.date = {year->first, month, 0};
    point.end = year->second;
    return point;
  }

  // The month in which "Q3", "3Q" or "H2" starts; 0: none.
  std::pair<int, size_t> PartOfYearAt(size_t i) const {
    if (!tokens_.Glued(i + 1)) return {0, i};
    const bool letter_first = At(i).IsWord();
    const Token& letter = letter_first ? At(i) : At(i + 1);
    const Token& number = letter_first ? At(i + 1) : At(i);
    if (number.digits() != 1 || number.number < 1) return {0, i};
    if (letter.Is("q") && number.number <= 4) return {number.number * 3 - 2, i + 2};
    if (letter.Is("h") && number.number <= 2) return {number.number * 6 - 5, i + 2};
    return {0, i};
  }

  MaybePoint BareYearAt(size_t i) const {
    const auto year = YearAt(i);
    if (!year) return std::nullopt;
    Point point;
    point.date.year = year->first;
    point.end = year->second;
    point.bare_year = true;
    return point;
  }

  // -- Ranges --

  bool IsDashAt(size_t i) const {
    return IsSign(i, "-~>") || At(i).Is("→") || At(i).Is("➔") || At(i).Is("➝") || At(i).Is("⇒") ||
           At(i).Is("〜");
  }

  // Behind a dash or a word such as "to"; i itself if there is none.
  size_t SkipSeparator(size_t i) const {
    size_t next = i;
    while (next < i + 3 && IsDashAt(next)) ++next;
    if (next != i) return next;
    if (At(i).Is("up") && At(i + 1).Is("to")) ++i;
    if (At(i).Is("t") && IsSign(i + 1, "/") && At(i + 2).Is("m")) return i + 3;  // Dutch
    if (!At(i).IsWord() || !IsOneOf(At(i).text, kToWords)) return next;
    next = i + 1;
    while (next < i + 3 && IsOneOf(At(next).text, kToTails)) ++next;
    return next;
  }

  // "since 2019", "from May 2019", "until 2012", "– 2012".
  std::optional<Found> ParseOpened(size_t i) const {
    if (At(i).since.value != 0) {
      auto found = ParseRange(At(i).since.end);
      if (!found) return std::nullopt;
      if (!found->range.is_range) {
        found->range.is_range = true;
        // "from May 2019" says when it began, and not that it has not ended.
        (At(i).Is("from") ? found->range.open : found->range.current) = true;
      }
      return Begin(i, *found);
    }
    if (At(i).IsWord() && IsOneOf(At(i).text, kFromWords)) {
      size_t next = i + 1;
      if (At(next).Is("'") || IsOneOf(At(next).text, kOfWords)) ++next;
      auto found = ParseRange(next, /*with_and=*/true);
      if (!found || !found->range.is_range) {
        if (!At(i).Is("from") || !found) return std::nullopt;
        found->range.is_range = found->range.open = true;
      }
      return Begin(i, *found);
    }
    const bool until_word = At(i).IsWord() && IsOneOf(At(i).text, kUntilWords);
    const bool dash = i == 0 && IsDashAt(0) && !IsPlainHyphen(0);
    if (!until_word && !dash) return std::nullopt;
    auto found = ParseRange(SkipSeparator(i));
    if (!found || found->range.is_range) return std::nullopt;
    if (dash && found->end != tokens_.size()) return std::nullopt;  // a bullet
    std::swap(found->range.start, found->range.end);
    found->range.is_range = true;
    return Begin(i, *found);
  }

  Found Begin(size_t i, Found found) const {
    found.range.text_begin = At(i).begin;
    return found;
  }

  std::optional<Found> ParseRange(size_t i, bool with_and = false) const {
    const MaybePoint first = PointAt(i);
    if (!first || !StartsClean(i)) return std::nullopt;
    if (first->last.year != 0) return TwoPoints(i, *first, *first, first->last);
    if (const auto range = ParseSecond(i, *first, with_and)) return range;
    return Single(i, *first);
  }

  std::optional<Found> ParseSecond(size_t i, const Point& first, bool with_and) const {
    if (const auto found = PresentWithoutSeparator(i, first)) return found;
    size_t next = SkipSeparator(first.end);
    const bool joined_months =
        !first.HasYear() && (IsSign(next, "/&") || At(next).Is("and") || At(next).Is("und"));
    if (next == first.end && (joined_months || (with_and && IsAnd(next)))) ++next;
    const bool year_slash = first.bare_year && IsGluedSign(first.end, "/");
    if (next == first.end && year_slash && At(next + 1).digits() == 4) ++next;
    if (next == first.end) return std::nullopt;
    if (const auto found = ShortYear(i, first, next)) return found;
    const MaybePoint second = PointAt(next);
    if (!second) return OpenEnd(i, first, next);
    if (first.bare_year && !first.present && StandsInNumberRow(i, second->end)) return std::nullopt;
    return Join(i, first, *second);
  }

  bool IsAnd(size_t i) const {
    return IsSign(i, "&") || At(i).Is("and") || At(i).Is("und") || At(i).Is("et") ||
           At(i).Is("y") || At(i).Is("e");
  }

  // "2019 to date", "2019 onwards", "2019 (present)" at the end of the text.
  std::optional<Found> PresentWithoutSeparator(size_t i, const Point& first) const {
    if (first.date.year == 0) return std::nullopt;
    const Token& next = At(first.end);
    if (next.IsWord() && IsOneOf(next.text, kOnwardWords)) return Current(i, first, first.end + 1);
    if (next.present.value == 0) return std::nullopt;
    const bool phrase = next.present.end > first.end + 1;
    if (!phrase && next.present.end != tokens_.size()) return std::nullopt;
    return Current(i, first, next.present.end);
  }

  std::optional<Found> Current(size_t i, const Point& first, size_t end) const {
    DateRange range;
    range.start = first.date;
    range.current = range.is_range = true;
    return Make(i, end, range);
  }

  // "2019–21", and "2019 – 21" at the end of a text.
  std::optional<Found> ShortYear(size_t i, const Point& first, size_t next) const {
    if (!first.bare_year || At(next).digits() != 2) return std::nullopt;
    const int year = ExpandYear(At(next).number);
    if (year <= first.date.year || !EndsClean(next + 1)) return std::nullopt;
    if (!tokens_.Glued(next) && next + 1 != tokens_.size() && !IsSign(next + 1, "),]|;"))
      return std::nullopt;
    if (PointAt(next)) return std::nullopt;  // "2019 - 21 March 2020"
    return TwoPoints(i, first, {.end = next + 1}, {year, 0, 0});
  }

  // "Sept 2019 –" and nothing behind it.
  std::optional<Found> OpenEnd(size_t i, const Point& first, size_t next) const {
    if (first.date.year == 0 || first.present) return std::nullopt;
    const bool nothing_behind = next == tokens_.size() || IsSign(next, "),]|;");
    if (!nothing_behind) return std::nullopt;
    DateRange range;
    range.start = first.date;
    range.open = range.is_range = true;
    return Make(i, next, range);
  }

  std::optional<Found> Join(size_t i, Point first, Point second) const {
    if (first.present && second.present) return std::nullopt;
    if (first.present) std::swap(first.date, second.date);  // "Present - 2019"
    const bool current = first.present || second.present;
    const bool both_weak = first.weak_year != 0 && (second.weak_year != 0 || current);
    if (both_weak && first.date.year == 0 && (current || second.date.year == 0)) {
      first.date = {first.weak_year, first.date.month, 0};
      if (!current) second.date = {second.weak_year, second.date.month, 0};
    }
    if (current) {
      if (first.date.year == 0) return std::nullopt;
      return Current(i, first, second.end);
    }
    if (first.date.year == 0) {
      if (second.date.year == 0 || second.date.month == 0) return std::nullopt;
      first.date.year = second.date.year - (first.date.month > second.date.month ? 1 : 0);
    } else if (second.date.year == 0) {
      if (first.date.month == 0 || second.date.month == 0 || second.weak_year != 0)
        return std::nullopt;
      second.date.year = first.date.year + (second.date.month < first.date.month ? 1 : 0);
    }
    if (second.last.year != 0) second.date.year = second.last.year;
    return TwoPoints(i, first, second, second.date);
  }

  std::optional<Found> TwoPoints(size_t i, const Point& first, const Point& second,
                                 const Date& last) const {
    DateRange range;
    range.start = first.date;
    range.end = last;
    range.is_range = true;
    if (last.year < first.date.year ||
        (last.year == first.date.year && last.month != 0 && last < first.date)) {
      std::swap(range.start, range.end);
    }
    return Make(i, second.end, range);
  }

  std::optional<Found> Single(size_t i, const Point& point) const {
    if (point.present || point.date.year == 0) return std::nullopt;
    if (point.bare_year && !IsCleanBareYear(i)) return std::nullopt;
    DateRange range;
    range.start = point.date;
    if (point.last_day != 0) {
      range.is_range = true;
      range.end = point.date;
      range.end.day = point.last_day;
    }
    return Make(i, point.end, range);
  }

  std::optional<Found> Make(size_t i, size_t end, DateRange range) const {
    if (!EndsClean(end)) return std::nullopt;
    range.text_begin = At(i).begin;
    range.text_end = At(end - 1).end;
    return Found{range, end};
  }

  const Tokens& tokens_;
  const DateOrder order_;
};

struct Scan {
  std::vector<DateRange> ranges;
  std::vector<size_t> rest;  // tokens that belong to none
};

Scan ScanTokens(const Tokens& tokens, DateOrder order, size_t limit) {
  Scan scan;
  const DateParser parser(tokens, order);
  for (size_t i = 0; i < tokens.size() && scan.ranges.size() < limit;) {
    if (const auto found = parser.ParseAt(i)) {
      scan.ranges.push_back(found->range);
      i = found->end;
    } else {
      scan.rest.push_back(i++);
    }
  }
  return scan;
}

// Words that may stand around a date without saying anything else.
constexpr auto kAroundDates =
    WordList("from", "in", "on", "since", "until", "to", "and", "und", "et", "y", "approx", "circa",
             "ca", "c", "expected", "anticipated", "estimated", "exp", "est", "graduation",
             "graduated", "graduating", "graduate", "completed", "date", "dates", "class", "of",
             "issued", "the", "de", "du", "a", "von", "vom", "bis", "seit", "im", "ab");
constexpr auto kDurationUnits =
    WordList("year", "years", "yr", "yrs", "y", "month", "months", "mo", "mos", "mth", "mths", "m",
             "week", "weeks", "wk", "wks", "day", "days", "jahr", "jahre", "jahren", "monat",
             "monate", "monaten", "wochen", "an", "ans", "annee", "annees", "mois", "ano", "anos",
             "mes", "meses", "anno", "anni", "mese", "mesi", "jaar", "maand", "maanden", "rok",
             "lata", "lat", "miesiac", "miesiace", "miesiecy", "ar", "manader", "maneder");

bool SaysNothing(const Tokens& tokens, size_t i) {
  const Token& token = tokens[i];
  if (token.kind == TokenKind::kSign) return true;
  if (token.IsNumber()) {  // "2 yrs", "3+ months"
    size_t next = i + 1;
    if (tokens[next].Is("+")) ++next;
    return token.digits() <= 2 && IsOneOf(tokens[next].text, kDurationUnits);
  }
  return IsOneOf(token.text, kAroundDates) || IsOneOf(token.text, kDurationUnits) ||
         token.present.value != 0;
}

}  // namespace

DateOrder DateOrderOf(std::string_view country_code) {
  constexpr auto kMonthFirst = WordList("US", "PR", "GU", "VI", "AS", "MP", "FM", "PW", "PH");
  return IsOneOf(country_code, kMonthFirst) ? DateOrder::kMonthFirst : DateOrder::kDayFirst;
}

std::optional<DateRange> FindDateRange(std::string_view text, const Lexicon& lexicon,
                                       DateOrder order) {
  if (!MayHoldDate(text)) return std::nullopt;
  const Scan scan = ScanTokens(Tokens(text, lexicon), order, 1);
  if (scan.ranges.empty()) return std::nullopt;
  return scan.ranges.front();
}

std::vector<DateRange> FindDateRanges(std::string_view text, const Lexicon& lexicon,
                                      DateOrder order) {
  if (!MayHoldDate(text)) return {};
  return ScanTokens(Tokens(text, lexicon), order, kNone).ranges;
}

bool IsOnlyDates(std::string_view text, const Lexicon& lexicon) {
  if (!MayHoldDate(text)) return false;
  const Tokens tokens(text, lexicon);
  const Scan scan = ScanTokens(tokens, DateOrder::kDayFirst, kNone);
  return !scan.ranges.empty() && std::all_of(scan.rest.begin(), scan.rest.end(),
                                             [&](size_t i) { return SaysNothing(tokens, i); });
}

}  // namespace atsmatch
