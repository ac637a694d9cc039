#include "cli/html/timeline_view.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace atsmatch {
namespace {

constexpr double kWidth = 1000;  // of the drawing
constexpr int kMonths = 12;
constexpr int kMostTicks = 80;

// Months since year 0 of "2020-03" or "2020"; a year alone is its first month, or its last one.
int MonthNumber(std::string_view date, bool last) {
  int year = 0, month = 0;
  const size_t dash = date.find('-');
  std::from_chars(date.data(), date.data() + std::min(dash, date.size()), year);
  if (dash != std::string_view::npos) {
    std::from_chars(date.data() + dash + 1, date.data() + date.size(), month);
  }
  if (month < 1 || month > kMonths) month = last ? kMonths : 1;
  return year * kMonths + month - 1;
}

struct Bar {
  const RecordSpell* spell;
  int begin, end;  // [begin, end) in months
};

std::string Duration(int months) {
  const int years = months / kMonths, rest = months % kMonths;
  std::string text;
  if (years > 0) text = std::to_string(years) + (years == 1 ? " year" : " years");
  if (rest > 0) {
    text += (text.empty() ? "" : " ") + std::to_string(rest) + (rest == 1 ? " month" : " months");
  }
  return text;
}

std::vector<Bar> BarsOf(const std::vector<RecordSpell>& spells) {
  std::vector<Bar> bars;
  for (const RecordSpell& spell : spells) {
    const int begin = MonthNumber(spell.from, false), end = MonthNumber(spell.to, true) + 1;
    if (begin >= kMonths && end > begin) bars.push_back({&spell, begin, end});
  }
  // The latest first, as in a résumé.
  std::stable_sort(bars.begin(), bars.end(), [](const Bar& a, const Bar& b) {
    return a.end != b.end ? a.end > b.end : a.begin > b.begin;
  });
  return bars;
}

}  // namespace

void PutTimeline(const RecordReading& reading, View* view) {
  const std::vector<Bar> bars = BarsOf(reading.spells);
  view->Put("has_timeline", !bars.empty());
  if (bars.empty()) return;
  int first = bars[0].begin, last = bars[0].end;
  for (const Bar& bar : bars) {
    first = std::min(first, bar.begin);
    last = std::max(last, bar.end);
  }
  first -= first % kMonths;
  const int last_year = (last - 1) / kMonths;
  last = (last_year + 1) * kMonths;
  const auto place = [&](int month) { return kWidth * (month - first) / (last - first); };

  std::vector<View> ticks;
  const int step = kMonths * std::max(1, (last - first) / kMonths / kMostTicks + 1);
  for (int month = first; month < last; month += step) {
    View tick;
    tick.Put("tick", place(month), 1);
    ticks.push_back(std::move(tick));
  }
  view->Put("ticks", std::move(ticks));
  view->Put("first_year", std::to_string(first / kMonths));
  view->Put("last_year", std::to_string(last_year));

  std::vector<View> spells;
  for (const Bar& bar : bars) {
    View one;
    one.Put("kind", bar.spell->kind);
    one.Put("title", bar.spell->title.empty() ? bar.spell->place : bar.spell->title);
    one.Put("place", bar.spell->title.empty() ? std::string() : bar.spell->place);
    one.Put("from", bar.spell->from);
    one.Put("to", bar.spell->current ? std::string("now") : bar.spell->to);
    one.Put("duration", Duration(bar.end - bar.begin));
    one.Put("begin", place(bar.begin), 1);
    one.Put("length", std::max(3.0, place(bar.end) - place(bar.begin)), 1);
    spells.push_back(std::move(one));
  }
  view->Put("spells", std::move(spells));
}

}  // namespace atsmatch
