// The manual page atsmatch(1), made from the tables of options and commands.
#ifndef ATSMATCH_CLI_MAN_PAGE_H_
#define ATSMATCH_CLI_MAN_PAGE_H_

#include <string>

namespace atsmatch {

// In roff with the "man" macros, ASCII alone.
std::string ManPage();

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_MAN_PAGE_H_
