// Finds dates and date ranges as people write them in résumés.
//
//   FindDateRange("Sept. 2019 – heute", lexicon)   // 2019-09 .. current
//   FindDateRange("2019", lexicon)                 // 2019, no month
//   FindDateRange("Room 2019B", lexicon)           // nullopt
//
// Months and "present" come from corpora/lexicons; see lexicon.h to add a language.  Forms: month
// names (any language of the lexicon, with or without a dot or day), 04/2021, 04.2021, 2021-04,
// 2021/04, 16.03.2020, 2020-03-16, '21, seasons ("Summer 2023"), quarters ("Q3 2022"),
// "2019–21", "since 04.2019", "from May 2019 to date", "Sept 2019 –" (open end), "May - July 2020"
// (the year printed once), "16-18 March 2020", "until 2012".
//
// Years are 1940 to 2049.  No dates: parts of phone numbers, of longer numbers, versions and ids
// ("2019.1.3", "CVE-2019-1234"), amounts ("$2000", "2000+", "1999 employees"), fractions ("9/10").
// A bare year behind a product ("SQL Server 2016") is given: whoever asks knows the place.
// A line without two digits in a row costs one look at each byte.
#ifndef ATSMATCH_PARSER_TEXT_DATES_H_
#define ATSMATCH_PARSER_TEXT_DATES_H_

#include <optional>
#include <string_view>
#include <vector>

#include "parser/resume.h"

namespace atsmatch {

class Lexicon;

// How 03/04/2020 is read.  16/03/2020 and 03/16/2020 are read the one way that is a date; what can
// be read both ways keeps its year and month and drops the day.
enum class DateOrder { kDayFirst, kMonthFirst };
// "US" (and the few others that write so): month first.
DateOrder DateOrderOf(std::string_view country_code);

struct DateRange {
  Date start;             // year 0: not printed ("until 2012")
  Date end;               // year 0: not printed, or current
  bool current = false;   // the end is "Present" or the like, or "since" opens the range
  bool open = false;      // a dash with nothing behind it: "Sept 2019 –"
  bool is_range = false;  // false: one date only (then it is in `start`)
  size_t text_begin = 0;  // bytes of the text searched; brackets and commas around not included
  size_t text_end = 0;
};

// The first, or all, left to right and not overlapping.
std::optional<DateRange> FindDateRange(std::string_view text, const Lexicon& lexicon,
                                       DateOrder order = DateOrder::kDayFirst);
std::vector<DateRange> FindDateRanges(std::string_view text, const Lexicon& lexicon,
                                      DateOrder order = DateOrder::kDayFirst);
// Nothing but a date or a range (brackets, bullets, commas and words such as "from" aside; a
// duration like "(2 yrs 3 mos)" behind it is accepted).
bool IsOnlyDates(std::string_view text, const Lexicon& lexicon);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_TEXT_DATES_H_
