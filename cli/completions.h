// Completions of shells, made from the tables of options and commands.
#ifndef ATSMATCH_CLI_COMPLETIONS_H_
#define ATSMATCH_CLI_COMPLETIONS_H_

#include <string>

#include "cli/options.h"

namespace atsmatch {

// A script for bash (source it), zsh (a file _atsmatch in $fpath, or source it) or fish.
std::string CompletionScript(Shell shell);

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_COMPLETIONS_H_
