// Which versions made a result?
#ifndef ATSMATCH_CLI_VERSION_H_
#define ATSMATCH_CLI_VERSION_H_

#include <string>

namespace atsmatch {

std::string ToolVersion();  // "atsmatch 0.1.0"
std::string VersionText();  // of the program, the lexicon, the taxonomy and the PDF back end

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_VERSION_H_
