// Setters for the rows of the table of options: each puts the text of a value into one member of
// Settings, and says no when it does not fit the row's kind, range or choices.
//
//   {.name = "threads", .kind = ArgumentKind::kWhole, .low = 1, .high = 1024,
//    .set = SetNumber<&Settings::threads>}
#ifndef ATSMATCH_CLI_OPTION_VALUES_H_
#define ATSMATCH_CLI_OPTION_VALUES_H_

#include <cstddef>
#include <optional>
#include <string>
#include <type_traits>

#include "cli/option_table.h"
#include "cli/options.h"

namespace atsmatch {

std::optional<bool> ToBool(const std::string& text);                       // true, false
std::optional<size_t> ToChoice(const OptionRow& row, const std::string&);  // its index
std::optional<double> ToNumber(const OptionRow& row, const std::string&);  // within its range
std::optional<Date> ToDate(const std::string& text);                       // YYYY-MM-DD
std::optional<Shard> ToShard(const std::string& text);                     // I/N
std::optional<std::string> ToCountry(const std::string& text);             // in capitals

template <auto kMember>
using MemberType = std::remove_reference_t<decltype(std::declval<Settings&>().*kMember)>;

template <auto kMember, bool kWhenGiven = true>
bool SetSwitch(const OptionRow&, const std::string& value, Settings* settings) {
  const std::optional<bool> given = ToBool(value);
  if (given.has_value()) settings->*kMember = *given == kWhenGiven;
  return given.has_value();
}

template <auto kMember>
bool SetText(const OptionRow&, const std::string& value, Settings* settings) {
  settings->*kMember = value;
  return !value.empty();
}

template <auto kMember>
bool AddText(const OptionRow&, const std::string& value, Settings* settings) {
  (settings->*kMember).push_back(value);
  return !value.empty();
}

// The values of the enumeration stand in the order of the choices; `kFirst` is that of the first.
template <auto kMember, auto kFirst>
bool SetChoice(const OptionRow& row, const std::string& value, Settings* settings) {
  const std::optional<size_t> choice = ToChoice(row, value);
  if (!choice.has_value()) return false;
  settings->*kMember =
      static_cast<MemberType<kMember>>(static_cast<size_t>(kFirst) + choice.value());
  return true;
}

template <auto kMember>
bool SetNumber(const OptionRow& row, const std::string& value, Settings* settings) {
  const std::optional<double> number = ToNumber(row, value);
  if (number.has_value()) settings->*kMember = static_cast<MemberType<kMember>>(*number);
  return number.has_value();
}

template <auto kMember, auto kConvert>
bool SetConverted(const OptionRow&, const std::string& value, Settings* settings) {
  const auto converted = kConvert(value);
  if (converted.has_value()) settings->*kMember = *converted;
  return converted.has_value();
}

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_OPTION_VALUES_H_
