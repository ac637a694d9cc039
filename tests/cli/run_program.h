// Runs the built program, and makes the files that it is run on.
#ifndef ATSMATCH_TESTS_CLI_RUN_PROGRAM_H_
#define ATSMATCH_TESTS_CLI_RUN_PROGRAM_H_

#include <sys/types.h>

#include <functional>
#include <string>
#include <vector>

#include "../temporary_folder.h"

namespace atsmatch {

struct Finished {
  int exit_code = -1;  // -N: ended by signal N
  std::string out;
  std::string err;
};

struct RunOptions {
  std::string input;                     // of standard input
  std::vector<std::string> environment;  // beside PATH and LANG=C.UTF-8
  bool close_output = false;             // nobody reads standard output
  std::string output_to;                 // standard output goes to this file
  std::string folder;                    // where it runs; empty: here
  std::string program;                   // another one; empty: atsmatch
  int signal_number = 0;                 // sent to it once `signal_when` holds
  std::function<bool(pid_t)> signal_when;
};
Finished RunProgram(const std::vector<std::string>& arguments, const RunOptions& options = {});

std::string ReadFile(const std::string& path);
std::vector<std::string> LinesOf(const std::string& text);
bool Contains(const std::string& text, const std::string& part);

// One page of text, or of a drawn box and no text when `text` is empty.
std::string MakePdf(const std::vector<std::string>& lines);

// An invented person; `skills` tell one from another.
std::string MakeResume(const std::string& name, const std::string& title,
                       const std::string& skills);
std::string JobText();

}  // namespace atsmatch

#endif  // ATSMATCH_TESTS_CLI_RUN_PROGRAM_H_
