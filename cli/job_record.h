// What was understood of a posting, for machines and for people.
#ifndef ATSMATCH_CLI_JOB_RECORD_H_
#define ATSMATCH_CLI_JOB_RECORD_H_

#include <string>

#include "cli/jobs.h"
#include "cli/terminal.h"

namespace atsmatch {

class Taxonomy;

std::string JobJson(const Job& job, const Taxonomy& taxonomy, bool pretty);  // "atsmatch.job/1"
std::string JobText(const Job& job, const Style& style);

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_JOB_RECORD_H_
