// A Match as the record that is printed.
#ifndef ATSMATCH_CLI_MATCH_RECORD_H_
#define ATSMATCH_CLI_MATCH_RECORD_H_

#include "cli/record.h"
#include "matcher/match.h"
#include "matcher/posting/posting.h"
#include "parser/parse.h"
#include "parser/result.h"

namespace atsmatch {

// Everything but the names of the files and of the versions.  The points of the features are
// rounded, and the score is their sum.
MatchRecord ToRecord(const ParsedResume& resume, const JobPosting& posting, const Match& match,
                     const Date& as_of);
RecordError ToRecord(const Error& error);
std::string SeverityName(Warning::Severity severity);

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_MATCH_RECORD_H_
