// The help pages, made from the tables of options and commands.
#ifndef ATSMATCH_CLI_HELP_H_
#define ATSMATCH_CLI_HELP_H_

#include <string>
#include <string_view>

namespace atsmatch {

// What fits on one screen (80 x 24): how to begin, the commands, the commonest options.
std::string ShortHelp();

// All of a command, by its word; of the program when it is empty.
std::string LongHelp(std::string_view topic);

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_HELP_H_
