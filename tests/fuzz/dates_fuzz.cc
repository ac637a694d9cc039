// No text makes the search for dates crash, hang or point outside the text.
#include <cstdlib>
#include <string_view>

#include "parser/text/dates.h"
#include "parser/text/lexicon.h"

namespace {

void Check(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const atsmatch::Lexicon* const kLexicon =
      new atsmatch::Lexicon(atsmatch::Lexicon::BuiltIn());
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto ranges = atsmatch::FindDateRanges(text, *kLexicon);
  const auto first = atsmatch::FindDateRange(text, *kLexicon);
  Check(first.has_value() == !ranges.empty());
  size_t end = 0;
  for (const atsmatch::DateRange& range : ranges) {
    Check(end <= range.text_begin && range.text_begin < range.text_end && range.text_end <= size);
    end = range.text_end;
    for (const atsmatch::Date& date : {range.start, range.end}) {
      Check(date.year == 0 || (date.year >= 1940 && date.year <= 2050));
      Check(date.month >= 0 && date.month <= 12 && date.day >= 0 && date.day <= 31);
    }
    Check(range.start.year != 0 || range.end.year != 0);
    Check(!(range.current && range.open));
  }
  if (atsmatch::IsOnlyDates(text, *kLexicon)) Check(!ranges.empty());
  return 0;
}
