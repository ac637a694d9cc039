#include "parser/facts/duration.h"

#include <algorithm>
#include <string>
#include <utility>

namespace atsmatch {
namespace {

constexpr int kMiddle = 7;  // the month that a year alone begins and ends in

int MonthNumber(int year, int month) { return year * 12 + month - 1; }

int MonthNumber(const Date& date, int when_unknown) {
  return MonthNumber(date.year, date.month > 0 ? date.month : when_unknown);
}

bool Says(const DateField& date) { return date.known() && date.value.year != 0; }

// "2019 - 2019": the middle of the year is no span; one of the dates goes to the year's edge.
void WidenWithinYear(const Date& start, const Date& end, MonthSpan* span) {
  if (span->end > span->begin || start.year != end.year) return;
  if (end.month == 0) {
    span->end = MonthNumber(end.year + 1, 1);
  } else if (start.month == 0) {
    span->begin = MonthNumber(start.year, 1);
  }
}

template <class Entry>
bool LacksEnd(const Entry& entry) {
  return Says(entry.start) && !Says(entry.end) && !entry.is_current.value;
}

// The index of the one position that has no end and started last; npos: there is none.
template <class Position>
size_t FindUnended(const std::vector<Position>& positions) {
  size_t unended = std::string::npos;
  for (size_t i = 0; i < positions.size(); ++i) {
    if (!LacksEnd(positions[i])) continue;
    if (unended != std::string::npos || positions[i].start.value.month == 0) {
      return std::string::npos;
    }
    unended = i;
  }
  if (unended == std::string::npos) return unended;
  const Date& start = positions[unended].start.value;
  const bool is_latest = std::none_of(positions.begin(), positions.end(), [&](const auto& other) {
    return Says(other.start) && other.start.value > start;
  });
  return is_latest ? unended : std::string::npos;
}

void SortByBegin(std::vector<MonthSpan>* spans) {
  std::sort(spans->begin(), spans->end(),
            [](const MonthSpan& a, const MonthSpan& b) { return a.begin < b.begin; });
}

}  // namespace

std::optional<MonthSpan> SpanOf(const DateField& start, const DateField& end, bool is_current,
                                const Date& as_of) {
  if (!Says(start) || (!is_current && !Says(end))) return std::nullopt;
  const Date& last = is_current ? as_of : end.value;
  const int now = MonthNumber(as_of, kMiddle) + 1;
  MonthSpan span;
  span.begin = MonthNumber(start.value, kMiddle);
  span.end = MonthNumber(last, kMiddle) + (last.month > 0 ? 1 : 0);
  WidenWithinYear(start.value, last, &span);
  span.end = std::min(span.end, now);
  if (span.end <= span.begin) return std::nullopt;
  return span;
}

std::optional<MonthSpan> WidestSpanOf(const DateField& start, const DateField& end, bool is_current,
                                      const Date& as_of) {
  constexpr int kFirst = 1, kLast = 12;
  if (!Says(start)) return std::nullopt;
  const bool open = is_current || !Says(end);
  MonthSpan span;
  span.begin = MonthNumber(start.value, kFirst);
  span.end = MonthNumber(open ? as_of : end.value, kLast) + 1;
  if (span.end <= span.begin) return std::nullopt;
  return span;
}

template <class Position>
std::vector<bool> FindOngoing(const std::vector<Position>& positions, const Date& as_of) {
  const size_t unended = FindUnended(positions);
  std::vector<bool> ongoing(positions.size());
  for (size_t i = 0; i < positions.size(); ++i) {
    const Date& end = positions[i].end.value;
    // A year alone that is this one has ended for all we know.
    const bool ends_later = Says(positions[i].end) && end.month > 0 &&
                            std::pair(end.year, end.month) >= std::pair(as_of.year, as_of.month);
    ongoing[i] = positions[i].is_current.value || ends_later || i == unended;
  }
  return ongoing;
}
template std::vector<bool> FindOngoing(const std::vector<Work>&, const Date&);
template std::vector<bool> FindOngoing(const std::vector<Volunteer>&, const Date&);

int MonthsCovered(std::vector<MonthSpan> spans) {
  SortByBegin(&spans);
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

std::vector<MonthSpan> FindUncovered(std::vector<MonthSpan> spans) {
  SortByBegin(&spans);
  std::vector<MonthSpan> uncovered;
  for (size_t i = 0, last = 0; i < spans.size(); ++i) {
    if (spans[i].begin > spans[last].end) uncovered.push_back({spans[last].end, spans[i].begin});
    if (spans[i].end > spans[last].end) last = i;
  }
  return uncovered;
}

Date ToDate(int months) { return {months / 12, months % 12 + 1, 0}; }

}  // namespace atsmatch
