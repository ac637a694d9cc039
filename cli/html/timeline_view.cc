#include "cli/html/timeline_view.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "cli/timeline.h"

namespace atsmatch {
namespace {

constexpr double kWidth = 1000;  // of the drawing
constexpr double kNarrowest = 3;

std::string Duration(int months) {
  const int years = months / 12, rest = months % 12;
  std::string text;
  if (years > 0) text = std::to_string(years) + (years == 1 ? " year" : " years");
  if (rest > 0) {
    text += (text.empty() ? "" : " ") + std::to_string(rest) + (rest == 1 ? " month" : " months");
  }
  return text;
}

}  // namespace

void PutTimeline(const RecordReading& reading, View* view) {
  const Timeline timeline = TimelineOf(reading.spells);
  view->Put("has_timeline", !timeline.spans.empty());
  if (timeline.spans.empty()) return;
  std::vector<View> ticks;
  for (const double place : timeline.ticks) {
    View tick;
    tick.Put("tick", kWidth * place, 1);
    ticks.push_back(std::move(tick));
  }
  view->Put("ticks", std::move(ticks));
  view->Put("first_year", std::to_string(timeline.first_year));
  view->Put("last_year", std::to_string(timeline.last_year));
  std::vector<View> spells;
  for (const TimelineSpan& span : timeline.spans) {
    View one;
    one.Put("kind", span.kind);
    one.Put("title", span.title);
    one.Put("place", span.place);
    one.Put("from", span.from);
    one.Put("to", span.to);
    one.Put("duration", Duration(span.months));
    one.Put("begin", kWidth * span.begin, 1);
    one.Put("length", std::max(kNarrowest, kWidth * (span.end - span.begin)), 1);
    spells.push_back(std::move(one));
  }
  view->Put("spells", std::move(spells));
}

}  // namespace atsmatch
