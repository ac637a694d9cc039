#include "parser/facts/duration.h"

#include <algorithm>

namespace atsmatch {
namespace {

// A year alone is taken at its middle: "2018 - 2020" is two years, neither one nor three.
constexpr int kUnknownMonth = 7;

int MonthNumber(const Date& date) {
  return date.year * 12 + (date.month > 0 ? date.month : kUnknownMonth) - 1;
}

}  // namespace

std::optional<MonthSpan> SpanOf(const DateField& start, const DateField& end, bool is_current,
                                const Date& as_of) {
  if (!start.known() || start.value.year == 0) return std::nullopt;
  MonthSpan span;
  span.begin = MonthNumber(start.value);
  const int now = MonthNumber(as_of) + 1;
  if (is_current) {
    span.end = now;
  } else if (end.known() && end.value.year != 0) {
    span.end = MonthNumber(end.value) + (end.value.month > 0 ? 1 : 0);
  } else {
    return std::nullopt;
  }
  span.end = std::min(span.end, now);
  if (span.end <= span.begin) return std::nullopt;
  return span;
}

int MonthsCovered(std::vector<MonthSpan> spans) {
  std::sort(spans.begin(), spans.end(),
            [](const MonthSpan& a, const MonthSpan& b) { return a.begin < b.begin; });
  int months = 0;
  int covered_to = 0;
  for (const MonthSpan& span : spans) {
    const int begin = std::max(span.begin, covered_to);
    if (span.end <= begin) continue;
    months += span.end - begin;
    covered_to = span.end;
  }
  return months;
}

}  // namespace atsmatch
