// What was read of a résumé, for a terminal: fields, checks, timeline, and the texts that were
// compared.
#ifndef ATSMATCH_CLI_READING_TEXT_H_
#define ATSMATCH_CLI_READING_TEXT_H_

#include <string>

#include "cli/record.h"
#include "cli/text_page.h"

namespace atsmatch {

// `full`: every one; else what a first look is for.
void PutFields(const MatchRecord& record, bool full, TextPage* page);
void PutChecks(const RecordReading& reading, bool full, TextPage* page);
void PutTimeline(const RecordReading& reading, bool full, TextPage* page);

// The résumé as it was read, with its keywords in brackets.
void PutResumeText(const RecordReading& reading, TextPage* page);
// The posting as it was compared, a sign before each requirement.
void PutPosting(const RecordReading& reading, TextPage* page);

// A warning or a check, with its remedy below.
void PutRemark(const std::string& severity, const std::string& message, const std::string& remedy,
               int page_number, TextPage* page);

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_READING_TEXT_H_
