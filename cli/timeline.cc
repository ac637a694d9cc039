#include "cli/timeline.h"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace atsmatch {
namespace {

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

struct Stretch {
  const RecordSpell* spell;
  int begin, end;  // [begin, end) in months
};

std::vector<Stretch> StretchesOf(const std::vector<RecordSpell>& spells) {
  std::vector<Stretch> stretches;
  for (const RecordSpell& spell : spells) {
    const int begin = MonthNumber(spell.from, false), end = MonthNumber(spell.to, true) + 1;
    if (begin >= kMonths && end > begin) stretches.push_back({&spell, begin, end});
  }
  // The latest first, as in a résumé.
  std::stable_sort(stretches.begin(), stretches.end(), [](const Stretch& a, const Stretch& b) {
    return a.end != b.end ? a.end > b.end : a.begin > b.begin;
  });
  return stretches;
}

}  // namespace

Timeline TimelineOf(const std::vector<RecordSpell>& spells) {
  Timeline timeline;
  const std::vector<Stretch> stretches = StretchesOf(spells);
  if (stretches.empty()) return timeline;
  int first = stretches[0].begin, last = stretches[0].end;
  for (const Stretch& stretch : stretches) {
    first = std::min(first, stretch.begin);
    last = std::max(last, stretch.end);
  }
  first -= first % kMonths;
  timeline.first_year = first / kMonths;
  timeline.last_year = (last - 1) / kMonths;
  last = (timeline.last_year + 1) * kMonths;
  const auto place = [&](int month) {
    return static_cast<double>(month - first) / static_cast<double>(last - first);
  };
  const int step = kMonths * ((last - first) / kMonths / kMostTicks + 1);
  for (int month = first; month < last; month += step) timeline.ticks.push_back(place(month));
  for (const Stretch& stretch : stretches) {
    const RecordSpell& spell = *stretch.spell;
    timeline.spans.push_back({spell.kind, spell.title.empty() ? spell.place : spell.title,
                              spell.title.empty() ? std::string() : spell.place, spell.from,
                              spell.current ? std::string("now") : spell.to,
                              stretch.end - stretch.begin, place(stretch.begin),
                              place(stretch.end)});
  }
  return timeline;
}

}  // namespace atsmatch
