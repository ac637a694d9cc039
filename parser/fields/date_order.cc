#include "parser/fields/date_order.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "parser/text/ascii.h"

namespace atsmatch {
namespace {

constexpr int kMonths = 12, kDays = 31;

struct SlashedDate {
  int first = 0, second = 0, year = 0;
};

// A number of at most `most` digits at the start of the text, which loses it; nullopt: none.
std::optional<int> TakeNumber(size_t most, std::string_view* text) {
  size_t end = 0;
  int number = 0;
  while (end < text->size() && end < most && IsAsciiDigit((*text)[end]))
    number = 10 * number + ((*text)[end++] - '0');
  if (end == 0) return std::nullopt;
  text->remove_prefix(end);
  return number;
}

// "10/1/2021", "(10/1/2021)"
std::optional<SlashedDate> ReadSlashed(std::string_view word) {
  const auto is_digit = [](char c) { return IsAsciiDigit(c); };
  word.remove_prefix(std::find_if(word.begin(), word.end(), is_digit) - word.begin());
  const auto first = TakeNumber(2, &word);
  if (!first.has_value() || !word.starts_with('/')) return std::nullopt;
  word.remove_prefix(1);
  const auto second = TakeNumber(2, &word);
  if (!second.has_value() || !word.starts_with('/')) return std::nullopt;
  word.remove_prefix(1);
  const auto year = TakeNumber(4, &word);
  if (!year.has_value() || *year < 1900 || *first < 1 || *second < 1 || *first > kDays ||
      *second > kDays || std::any_of(word.begin(), word.end(), is_digit)) {
    return std::nullopt;
  }
  return SlashedDate{*first, *second, *year};
}

bool MonthsStandFirst(const std::vector<SlashedDate>& dates) {
  constexpr double kMost = 0.75;
  bool second_is_day = false, first_differs = false;
  size_t second_is_one = 0;
  int first_of_one = 0;
  for (const SlashedDate& date : dates) {
    if (date.first > kMonths) return false;
    second_is_day = second_is_day || date.second > kMonths;
    if (date.second != 1) continue;
    ++second_is_one;
    first_differs = first_differs || (first_of_one > 0 && date.first != first_of_one);
    first_of_one = date.first;
  }
  return second_is_day || (first_differs && second_is_one >= kMost * dates.size());
}

void Turn(const Document& document, DateField* field) {
  if (!field->known() || field->value.day != 0) return;
  for (size_t i = field->evidence.words.begin; i < field->evidence.words.end; ++i) {
    const auto date = ReadSlashed(document.words[i].text);
    if (!date.has_value() || date->year != field->value.year || date->second != field->value.month)
      continue;
    field->value.month = date->first;
    return;
  }
}

}  // namespace

void TurnMonthsFirst(const Document& document, Resume* resume) {
  std::vector<SlashedDate> dates;
  for (const Word& word : document.words) {
    if (const auto date = ReadSlashed(word.text)) dates.push_back(*date);
  }
  if (!MonthsStandFirst(dates)) return;
  const auto turn = [&](DateField* field) { Turn(document, field); };
  const auto turn_ranges = [&](auto* entries) {
    for (auto& entry : *entries) {
      turn(&entry.start);
      turn(&entry.end);
    }
  };
  turn_ranges(&resume->work);
  turn_ranges(&resume->volunteer);
  turn_ranges(&resume->education);
  turn_ranges(&resume->projects);
  for (Award& award : resume->awards) turn(&award.date);
  for (Certificate& certificate : resume->certificates) {
    turn(&certificate.date);
    turn(&certificate.expires);
  }
  for (Publication& publication : resume->publications) turn(&publication.release_date);
}

}  // namespace atsmatch
