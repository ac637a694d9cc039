// Takes from this process what reading a document does not need.
//
// Landlock: nothing can be written, and only the system's own files (libraries, fonts, character
// sets) can be read.  Seccomp: only the calls that reading needs; no network, no new programs or
// processes, no look into others.
// What the kernel or the build does not offer is left out; limits and separate processes remain.
#ifndef ATSMATCH_CLI_SANDBOX_H_
#define ATSMATCH_CLI_SANDBOX_H_

#include <string>

namespace atsmatch {

// For good.  Call it in a process of one thread, after the descriptors it needs are open.
void EnterSandbox();

// "landlock, seccomp": what this build and kernel offer; "none".
std::string SandboxSupport();
// "landlock", "seccomp", "landlock and seccomp": what they do not; empty: nothing is missing.
std::string SandboxLacks();

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_SANDBOX_H_
