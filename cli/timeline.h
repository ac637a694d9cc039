// When was what?  Positions, degrees and gaps on one scale, for the reports.
//
//   Timeline timeline = TimelineOf(record.reading->spells);
//   timeline.spans[0].begin   // 0..1 of the years that are shown
#ifndef ATSMATCH_CLI_TIMELINE_H_
#define ATSMATCH_CLI_TIMELINE_H_

#include <string>
#include <vector>

#include "cli/reading_record.h"

namespace atsmatch {

struct TimelineSpan {
  std::string kind;  // as of a RecordSpell
  std::string title, place;
  std::string from, to;       // "2019-03"; "now"
  int months = 0;             // both ends counted
  double begin = 0, end = 0;  // 0..1
};

struct Timeline {
  std::vector<TimelineSpan> spans;  // the latest first
  int first_year = 0, last_year = 0;
  std::vector<double> ticks;  // 0..1: Januaries, of every year or of every so many
};

// Without spans when no spell has a date.
Timeline TimelineOf(const std::vector<RecordSpell>& spells);

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_TIMELINE_H_
