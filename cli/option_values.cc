#include "cli/option_values.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <string_view>
#include <vector>

namespace atsmatch {
namespace {

template <class Number>
std::optional<Number> Whole(std::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

bool IsDay(int year, int month, int day) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (year < 1950 || year > 9999 || month < 1 || month > 12) return false;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day >= 1 && day <= kDays[month - 1] + (month == 2 && leap ? 1 : 0);
}

}  // namespace

std::optional<bool> ToBool(const std::string& text) {
  if (text == "true") return true;
  if (text == "false") return false;
  return std::nullopt;
}

std::optional<size_t> ToChoice(const OptionRow& row, const std::string& text) {
  const std::vector<std::string> choices = ChoicesOf(row);
  const auto found = std::find(choices.begin(), choices.end(), text);
  if (found == choices.end()) return std::nullopt;
  return static_cast<size_t>(found - choices.begin());
}

std::optional<double> ToNumber(const OptionRow& row, const std::string& text) {
  const std::optional<double> number = Whole<double>(text);
  if (!number.has_value() || !std::isfinite(*number)) return std::nullopt;
  if (*number < row.low || *number > row.high) return std::nullopt;
  if (row.kind == ArgumentKind::kWhole && *number != std::floor(*number)) return std::nullopt;
  return number;
}

std::optional<Date> ToDate(const std::string& text) {
  int year = 0, month = 0, day = 0, used = 0;
  if (std::sscanf(text.c_str(), "%4d-%2d-%2d%n", &year, &month, &day, &used) != 3) {
    return std::nullopt;
  }
  if (static_cast<size_t>(used) != text.size() || !IsDay(year, month, day)) return std::nullopt;
  return Date{year, month, day};
}

std::optional<Shard> ToShard(const std::string& text) {
  const size_t slash = text.find('/');
  if (slash == std::string::npos) return std::nullopt;
  const auto index = Whole<size_t>(std::string_view(text).substr(0, slash));
  const auto count = Whole<size_t>(std::string_view(text).substr(slash + 1));
  if (!index.has_value() || !count.has_value()) return std::nullopt;
  if (*index < 1 || *index > *count) return std::nullopt;
  return Shard{*index, *count};
}

std::optional<std::string> ToCountry(const std::string& text) {
  std::string capitals = text;
  for (char& letter : capitals) letter = static_cast<char>(letter & ~0x20);
  const auto is_letter = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (capitals.size() != 2 || !std::all_of(capitals.begin(), capitals.end(), is_letter)) {
    return std::nullopt;
  }
  return capitals;
}

}  // namespace atsmatch
