#include "benchmarks/accuracy_text.h"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>

#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

constexpr double kClose = 0.8;         // token F1
constexpr size_t kShortestNumber = 7;  // digits that are enough to tell two phones apart
constexpr size_t kLongestPrefix = 4;   // digits of a country code, with a trunk prefix
constexpr std::string_view kEdges = " \t,;|";

// The plain character for one of its many kinds; 0: a space.
char32_t Plain(char32_t c) {
  if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212) return '-';
  if (c == 0x2018 || c == 0x2019 || c == 0x201A || c == '`' || c == 0xB4) return '\'';
  if (c == 0x201C || c == 0x201D || c == 0x201E || c == 0xAB || c == 0xBB) return '"';
  const bool is_mark = c != '-' && c != '*' && c != 'o' && c > 0x7F && IsBulletGlyph(c);
  return is_mark || c == 0xB7 || c == 0x2219 || IsPrivateUse(c) || IsSpace(c) ? U'\0' : c;
}

std::vector<std::string> Tokens(std::string_view text) {
  std::vector<std::string> tokens;
  bool inside = false;
  for (char32_t c : ToCodePoints(Normal(text))) {
    const bool is_word = IsLetter(c) || IsDigit(c) || (inside && IsMark(c));
    if (is_word && !inside) tokens.emplace_back();
    if (is_word) AppendUtf8(c, &tokens.back());
    inside = is_word;
  }
  return tokens;
}

std::string Digits(std::string_view text) {
  std::string digits;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i, 3) == "(0)") {  // "+49 (0)551": not dialled from abroad
      i += 2;
    } else if (text[i] >= '0' && text[i] <= '9') {
      digits += text[i];
    }
  }
  return digits;
}

std::string WithoutLeadingZeros(const std::string& digits) {
  const size_t first = digits.find_first_not_of('0');
  return first == std::string::npos ? "" : digits.substr(first);
}

std::string Signs(std::string_view text) {
  std::string signs;
  for (char c : Normal(text)) {
    if (c == '+' || c == '#') signs += c;
  }
  return signs;
}

std::string WithoutSpaces(std::string text) {
  std::erase(text, ' ');
  return text;
}

struct YearAndMonth {
  int year = 0;
  int month = 0;  // 0: none
};

std::optional<YearAndMonth> ReadDate(std::string_view text) {
  const std::string date = Normal(text);
  const auto digit = [&](size_t i) { return i < date.size() && date[i] >= '0' && date[i] <= '9'; };
  if (!digit(0) || !digit(1) || !digit(2) || !digit(3)) return std::nullopt;
  YearAndMonth read{std::stoi(date.substr(0, 4)), 0};
  if (date.size() > 4 && std::string_view("-/.").find(date[4]) != std::string_view::npos &&
      digit(5)) {
    read.month = std::stoi(date.substr(5, digit(6) ? 2 : 1));
  }
  return read;
}

}  // namespace

std::string Normal(std::string_view text) {
  std::string normal;
  for (char32_t c : ToCodePoints(ToLower(NormalizeText(text)))) {
    const char32_t plain = Plain(c);
    if (plain != 0) {
      AppendUtf8(plain, &normal);
    } else if (!normal.empty() && normal.back() != ' ') {
      normal += ' ';
    }
  }
  const size_t begin = normal.find_first_not_of(kEdges);
  if (begin == std::string::npos) return "";
  return normal.substr(begin, normal.find_last_not_of(kEdges) + 1 - begin);
}

std::string Flat(std::string_view text) {
  std::string flat;
  for (const std::string& token : Tokens(text)) flat += token;
  return flat;
}

bool SameText(std::string_view a, std::string_view b) {
  const std::string flat = Flat(a);
  return !flat.empty() && flat == Flat(b);
}

double TokenF1(std::string_view a, std::string_view b) {
  const std::vector<std::string> left = Tokens(a), right = Tokens(b);
  if (left.empty() || right.empty()) return 0;
  std::map<std::string, int> free;
  for (const std::string& token : left) ++free[token];
  int shared = 0;
  for (const std::string& token : right) {
    if (free[token]-- > 0) ++shared;
  }
  return 2.0 * shared / static_cast<double>(left.size() + right.size());
}

bool CloseText(std::string_view a, std::string_view b) {
  return SameText(a, b) || TokenF1(a, b) >= kClose;
}

bool SameEmail(std::string_view a, std::string_view b) {
  std::string read = WithoutSpaces(Normal(b));
  if (read.starts_with("mailto:")) read.erase(0, 7);
  return WithoutSpaces(Normal(a)) == read;
}

bool SamePhone(std::string_view a, std::string_view b) {
  std::string shorter = WithoutLeadingZeros(Digits(a)), longer = WithoutLeadingZeros(Digits(b));
  if (shorter.empty() || longer.empty()) return false;
  if (shorter.size() > longer.size()) std::swap(shorter, longer);
  return shorter == longer || (shorter.size() >= kShortestNumber && longer.ends_with(shorter) &&
                               longer.size() - shorter.size() <= kLongestPrefix);
}

bool SameSkill(std::string_view a, std::string_view b) {
  return Signs(a) == Signs(b) && (SameText(a, b) || Normal(a) == Normal(b));
}

bool SameMark(std::string_view truth, std::string_view read) {
  const std::string mark = Flat(truth), digits = Digits(truth);
  return SameText(truth, read) || Flat(read).find(mark) != std::string::npos ||
         (!digits.empty() && digits == Digits(read));
}

std::string BareUrl(std::string_view url) {
  std::string bare = WithoutSpaces(Normal(url));
  for (std::string_view prefix : {"https:", "http:", "mailto:", "//", "www."}) {
    if (bare.starts_with(prefix)) bare.erase(0, prefix.size());
  }
  while (bare.ends_with('/')) bare.pop_back();
  return bare;
}

bool IsDate(std::string_view text) { return ReadDate(text).has_value(); }

bool SameDate(std::string_view truth, std::string_view read, bool year_only) {
  const std::optional<YearAndMonth> a = ReadDate(truth), b = ReadDate(read);
  if (!a || !b || a->year != b->year) return false;
  return year_only || a->month == 0 || a->month == b->month;
}

// The Hungarian method with potentials, on costs: rows come in one by one, each along the cheapest
// path that may move others.
std::vector<std::pair<size_t, size_t>> BestPairs(const std::vector<std::vector<double>>& worth) {
  std::vector<std::pair<size_t, size_t>> pairs;
  if (worth.empty() || worth[0].empty()) return pairs;
  const bool turned = worth.size() > worth[0].size();  // it wants at least as many columns as rows
  const size_t rows = turned ? worth[0].size() : worth.size();
  const size_t columns = turned ? worth.size() : worth[0].size();
  const auto cost = [&](size_t row, size_t column) {
    return turned ? -worth[column][row] : -worth[row][column];
  };
  // Row and column 0 are a place to start from; those of `worth` count from 1.
  std::vector<double> row_price(rows + 1, 0), column_price(columns + 1, 0);
  std::vector<size_t> row_of(columns + 1, 0), came_from(columns + 1, 0);
  for (size_t row = 1; row <= rows; ++row) {
    std::vector<double> cheapest(columns + 1, std::numeric_limits<double>::infinity());
    std::vector<bool> done(columns + 1, false);
    row_of[0] = row;
    size_t column = 0;
    while (row_of[column] != 0) {
      done[column] = true;
      double step = std::numeric_limits<double>::infinity();
      size_t next = 0;
      for (size_t other = 1; other <= columns; ++other) {
        if (done[other]) continue;
        const double price =
            cost(row_of[column] - 1, other - 1) - row_price[row_of[column]] - column_price[other];
        if (price < cheapest[other]) {
          cheapest[other] = price;
          came_from[other] = column;
        }
        if (cheapest[other] < step) {
          step = cheapest[other];
          next = other;
        }
      }
      for (size_t other = 0; other <= columns; ++other) {
        if (done[other]) {
          row_price[row_of[other]] += step;
          column_price[other] -= step;
        } else {
          cheapest[other] -= step;
        }
      }
      column = next;
    }
    while (column != 0) {
      row_of[column] = row_of[came_from[column]];
      column = came_from[column];
    }
  }
  for (size_t column = 1; column <= columns; ++column) {
    if (row_of[column] == 0) continue;
    const size_t row = row_of[column] - 1;
    pairs.emplace_back(turned ? column - 1 : row, turned ? row : column - 1);
  }
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

}  // namespace atsmatch
