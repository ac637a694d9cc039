// How long did someone work?  Months, overlaps counted once.
//
//   MonthsCovered({{24228, 24240}, {24234, 24246}})   // 18
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
int MonthsCovered(std::vector<MonthSpan> spans);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_FACTS_DURATION_H_
