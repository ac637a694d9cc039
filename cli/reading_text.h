// What was read of a résumé, for a terminal: fields, checks, timeline, and the texts that were
// compared.
#ifndef ATSMATCH_CLI_READING_TEXT_H_
#define ATSMATCH_CLI_READING_TEXT_H_

#include <cstddef>
#include <string>

#include "cli/record.h"
#include "cli/text_page.h"

namespace atsmatch {

// All that was read of one résumé, without a job; `full`: its text too.  Everything is escaped, and
// no line is wider than style.width.
std::string ReadingText(const MatchRecord& record, const Style& style, bool full);

// `full`: every one; else what a first look is for.
void PutFields(const MatchRecord& record, bool full, TextPage* page);
void PutChecks(const RecordReading& reading, bool full, TextPage* page);
void PutTimeline(const RecordReading& reading, bool full, TextPage* page);

// The résumé as it was read, with its keywords in brackets.
void PutResumeText(const RecordReading& reading, TextPage* page);
// The posting as it was compared, a sign before each requirement.
void PutPosting(const RecordReading& reading, TextPage* page);

// What is to be said beside the checks; of more than `most` the rest is counted.
void PutRemarks(const MatchRecord& record, const std::string& heading, size_t most, TextPage* page);
// A warning or a check, with its remedy below.
void PutRemark(const std::string& severity, const std::string& message, const std::string& remedy,
               int page_number, TextPage* page);

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_READING_TEXT_H_
