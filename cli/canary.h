// Does reading still work in this process?
//
// Poppler turns text silently into nothing when the files that it needs for character sets cannot
// be opened.  A sandbox that is too narrow on some system would make every résumé look like a scan.
// So before a worker says that a document has no text, it reads one that has.
#ifndef ATSMATCH_CLI_CANARY_H_
#define ATSMATCH_CLI_CANARY_H_

namespace atsmatch {

bool CanaryIsRead();

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_CANARY_H_
