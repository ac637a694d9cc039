// A record with something in every member, for the tests of reports.
#ifndef ATSMATCH_TESTS_CLI_MAKE_RECORD_H_
#define ATSMATCH_TESTS_CLI_MAKE_RECORD_H_

#include <string>
#include <vector>

#include "cli/pool.h"
#include "cli/record.h"

namespace atsmatch {

// Every text of it is `text`.
MatchRecord MakeRecord(const std::string& text);
MatchRecord MakeError(const std::string& text);

Pool PoolOf(const std::vector<MatchRecord>& records);

}  // namespace atsmatch

#endif  // ATSMATCH_TESTS_CLI_MAKE_RECORD_H_
