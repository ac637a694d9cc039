// The report of one résumé against one job, for the person who wrote the résumé.
//
//   std::string report = ReportText(record, StyleOf(STDOUT_FILENO, ColorMode::kAuto));
//
// All of it comes from the record, all of it is escaped, and no line is wider than style.width.
// The points of the breakdown, as printed, add up to the score as printed.
#ifndef ATSMATCH_CLI_REPORT_TEXT_H_
#define ATSMATCH_CLI_REPORT_TEXT_H_

#include <string>
#include <vector>

#include "cli/record.h"
#include "cli/terminal.h"

namespace atsmatch {

std::string ReportText(const MatchRecord& record, const Style& style);

// Rounds to tenths so that the sum is the rounded sum: what is lost goes where most was cut off.
std::vector<double> RoundTogether(const std::vector<double>& values);

// Points of the score, of at most `most` each, rounded so that full points look full.
std::vector<double> RoundPoints(const std::vector<double>& points, const std::vector<double>& most);

// The one line to remember: "A good match.", and what costs most (empty when nothing costs a
// point).
std::string MeaningOf(const MatchRecord& record);
std::string CostliestPart(const MatchRecord& record);
// "The job has a use for 34 % of the skills shown; none for: Go, Kubernetes."
std::string UseInWords(const RecordUse& use);

// An advice under a heading that says once for all "if true for you".
std::string WithoutCondition(const std::string& text);

// "strong", "good" ... in the words of the report; "not scored".
std::string BandLabel(const MatchRecord& record);
Ink BandInk(const std::string& band);

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_REPORT_TEXT_H_
