// A Match as the record that is printed.
#ifndef ATSMATCH_CLI_MATCH_RECORD_H_
#define ATSMATCH_CLI_MATCH_RECORD_H_

#include <string>
#include <vector>

#include "cli/record.h"
#include "matcher/match.h"
#include "matcher/posting/posting.h"
#include "parser/parse.h"
#include "parser/result.h"

namespace atsmatch {

// What a record says of the résumé, whatever the job.
struct ResumeSummary {
  RecordCandidate candidate;
  std::vector<RecordWarning> warnings;
  std::vector<std::string> sections;  // headings as printed; a section without one by its kind
};
ResumeSummary Summarise(const ParsedResume& resume, const Date& as_of);

// Everything but the names of the files and of the versions.  The points of the features are
// rounded, and the score is their sum.
MatchRecord ToRecord(const ResumeSummary& resume, const JobPosting& posting, const Match& match);
RecordError ToRecord(const Error& error);

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_MATCH_RECORD_H_
