// The report of one résumé against one job, for the person who wrote the résumé.
//
//   std::string report = ReportText(record, StyleOf(STDOUT_FILENO, ColorMode::kAuto), false);
//
// The same parts in the same order as in CandidateHtml() (html/candidate.h), short: of long lists
// the first and a count.  `full` gives all of them, and the texts that were compared.
// All of it comes from the record, all of it is escaped, and no line is wider than style.width.
// The points of the breakdown, as printed, add up to the score as printed.
#ifndef ATSMATCH_CLI_REPORT_TEXT_H_
#define ATSMATCH_CLI_REPORT_TEXT_H_

#include <string>

#include "cli/record.h"
#include "cli/terminal.h"

namespace atsmatch {

std::string ReportText(const MatchRecord& record, const Style& style, bool full);

Ink BandInk(const std::string& band);

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_REPORT_TEXT_H_
