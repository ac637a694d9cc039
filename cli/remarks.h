// What --verbose says on standard error.  Names of files, versions and counts; never a document's
// text.
#ifndef ATSMATCH_CLI_REMARKS_H_
#define ATSMATCH_CLI_REMARKS_H_

#include <cstddef>

#include "cli/batch.h"
#include "cli/options.h"

namespace atsmatch {

// What a command will work with.
void RemarkOnStart(const Settings& settings);
// One line: name, pages, time, and how it went.
void RemarkOnDocument(const Settings& settings, const DocumentResult& result);
void RemarkOnEnd(const Settings& settings, size_t done, size_t failed);

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_REMARKS_H_
