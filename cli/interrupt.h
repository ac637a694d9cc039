// What Ctrl-C, SIGTERM and SIGHUP leave behind: no half-written file, and a word on how to go on.
//
// The program ends at once with the signal that it got; its workers end with it.  A signal that is
// ignored (nohup) stays ignored.
#ifndef ATSMATCH_CLI_INTERRUPT_H_
#define ATSMATCH_CLI_INTERRUPT_H_

#include <string>

namespace atsmatch {

// A file to remove; empty: none any more.  One at a time.
void RemoveAtInterrupt(const std::string& path);
// A line for standard error; empty: none any more.
void SayAtInterrupt(const std::string& text);

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_INTERRUPT_H_
