// What the reports on one résumé show, in which order: the same in every format.
//
//   Breakdown breakdown = BreakdownOf(record);   // its points, as printed, add up to the score
//   for (const RecordAdvice* advice : AdviceOf(record)) ...
//
// What is returned points into the record.
#ifndef ATSMATCH_CLI_REPORT_PARTS_H_
#define ATSMATCH_CLI_REPORT_PARTS_H_

#include <cstddef>
#include <string>
#include <vector>

#include "cli/record.h"

namespace atsmatch {

// Less is 0.0 as printed.
inline constexpr double kWorthShowing = 0.05;  // points
// A field of this confidence is read with certainty; one of less than the second with doubt.
inline constexpr double kSure = 0.8, kHalfSure = 0.5;

// Rounds to tenths so that the sum is the rounded sum: what is lost goes where most was cut off.
std::vector<double> RoundTogether(const std::vector<double>& values);
// Points of the score, of at most `most` each, rounded so that full points look full.
std::vector<double> RoundPoints(const std::vector<double>& points, const std::vector<double>& most);

struct Breakdown {
  struct Part {
    const RecordFeature* feature;
    double points, most;  // as printed
  };
  std::vector<Part> parts;  // that the posting asks for
  std::string unused;       // the labels of the others
};
Breakdown BreakdownOf(const MatchRecord& record);

// The five that bring most.
std::vector<const RecordAdvice*> AdviceOf(const MatchRecord& record);

// Not met first, then partly, met, to be asked; the musts first, then what would bring most.
struct OrderedRequirements {
  struct One {
    const RecordRequirement* requirement;
    bool knocks_out;
  };
  std::vector<One> groups[4];  // by MetRank
};
OrderedRequirements InOrder(const MatchRecord& record);

// Musts that a résumé can tell of.
struct MustCount {
  size_t met = 0, all = 0;
};
MustCount CountMusts(const MatchRecord& record);

// The ids of warnings that weigh, each once.
std::vector<std::string> WarningIdsOf(const MatchRecord& record);

struct FieldCount {
  size_t sure = 0, all = 0;
};
FieldCount CountFields(const RecordReading& reading);

// How many of the things that have a name each way of searching finds, the strictest first; empty
// when nothing asked has a name.
struct SearchWay {
  const char* label;
  int found, of;
};
std::vector<SearchWay> SearchesOf(const MatchRecord& record);

// What the checks do not say already.
std::vector<RecordWarning> RemarksOf(const MatchRecord& record);

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_REPORT_PARTS_H_
