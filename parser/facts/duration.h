// How long did someone work?  Months, overlaps counted once.
//
//   MonthsCovered({{24228, 24240}, {24234, 24246}})   // 18
//
// How dates are counted:
//   - a month counts whole: "May 2020 - May 2020" is one month, "Jan - Dec 2020" is twelve;
//   - a year alone stands for its middle: "2018 - 2020" is 24 months, neither one year nor three;
//   - what would so end before it begins within one year goes to that year's edge: "2019 - 2019"
//     and "2019" alone to "2019" are six months, "Sept 2019 - 2019" is four;
//   - a current position ends with the month of `as_of`, and so does an end in the future.
#ifndef ATSMATCH_PARSER_FACTS_DURATION_H_
#define ATSMATCH_PARSER_FACTS_DURATION_H_

#include <optional>
#include <vector>

#include "parser/resume.h"

namespace atsmatch {

// Months since year 0, half open.
struct MonthSpan {
  int begin = 0;
  int end = 0;

  int months() const { return end - begin; }
};

// nullopt: no start, or an end that nothing says.  Spans end at `as_of`; the future does not count.
std::optional<MonthSpan> SpanOf(const DateField& start, const DateField& end, bool is_current,
                                const Date& as_of);
// Of a Work, Volunteer, Education or Project.
template <class Entry>
std::optional<MonthSpan> SpanOf(const Entry& entry, const Date& as_of) {
  return SpanOf(entry.start, entry.end, entry.is_current.value, as_of);
}

// Which positions are held at `as_of`?  Those that say so, those that end later, and the latest one
// if it prints the month of its start and no end while all others print both: so do designs that
// leave "Present" out.  For Work and Volunteer.
template <class Position>
std::vector<bool> FindOngoing(const std::vector<Position>& positions, const Date& as_of);
extern template std::vector<bool> FindOngoing(const std::vector<Work>&, const Date&);
extern template std::vector<bool> FindOngoing(const std::vector<Volunteer>&, const Date&);

// One for each position; nullopt: its dates do not tell.
template <class Position>
std::vector<std::optional<MonthSpan>> SpansOfEach(const std::vector<Position>& positions,
                                                  const Date& as_of) {
  const std::vector<bool> ongoing = FindOngoing(positions, as_of);
  std::vector<std::optional<MonthSpan>> spans;
  for (size_t i = 0; i < positions.size(); ++i) {
    spans.push_back(SpanOf(positions[i].start, positions[i].end, ongoing[i], as_of));
  }
  return spans;
}

// Of those positions whose dates tell: what MonthsCovered is to add up.
template <class Position>
std::vector<MonthSpan> SpansOf(const std::vector<Position>& positions, const Date& as_of) {
  std::vector<MonthSpan> spans;
  for (const std::optional<MonthSpan>& span : SpansOfEach(positions, as_of)) {
    if (span.has_value()) spans.push_back(*span);
  }
  return spans;
}

// All the months that an entry may cover: a year alone is all of it, an end that nothing says is
// `as_of`.  For what must not be claimed lightly, such as a gap.
std::optional<MonthSpan> WidestSpanOf(const DateField& start, const DateField& end, bool is_current,
                                      const Date& as_of);

int MonthsCovered(std::vector<MonthSpan> spans);

// Months that none of the spans covers, between the first and the last of them.
std::vector<MonthSpan> FindUncovered(std::vector<MonthSpan> spans);

// The month `months` after year 0, as a Date without a day.
Date ToDate(int months);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_FACTS_DURATION_H_
