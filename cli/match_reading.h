// What a report on one résumé draws, from what was read and matched.
#ifndef ATSMATCH_CLI_MATCH_READING_H_
#define ATSMATCH_CLI_MATCH_READING_H_

#include <string_view>

#include "cli/reading_record.h"
#include "cli/record.h"
#include "matcher/match.h"
#include "matcher/posting/posting.h"
#include "parser/parse.h"

namespace atsmatch {

// `record` is that of the match; `bytes` are those of the document: pages of a PDF are
// drawn; when they are empty, none is.
RecordReading ToReading(const ParsedResume& resume, const JobPosting& posting, const Match& match,
                        const MatchRecord& record, std::string_view bytes);

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_MATCH_READING_H_
