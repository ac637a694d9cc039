#include "parser/resume.h"

#include <fmt/format.h>

namespace atsmatch {

std::string ToIsoDate(const Date& date) {
  if (date.year == 0) return "";
  if (date.month == 0) return fmt::format("{:04}", date.year);
  if (date.day == 0) return fmt::format("{:04}-{:02}", date.year, date.month);
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

}  // namespace atsmatch
