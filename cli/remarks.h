// What --verbose says on standard error.  Names of files, versions and counts; never a document's
// text.
#ifndef ATSMATCH_CLI_REMARKS_H_
#define ATSMATCH_CLI_REMARKS_H_

#include <cstddef>

#include "cli/options.h"

namespace atsmatch {

// What a command will work with.
void RemarkOnStart(const Settings& settings);
void RemarkOnEnd(const Settings& settings, size_t done, size_t failed);

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_REMARKS_H_
