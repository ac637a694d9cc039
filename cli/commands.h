// The commands.  Each returns the program's exit code.
#ifndef ATSMATCH_CLI_COMMANDS_H_
#define ATSMATCH_CLI_COMMANDS_H_

#include <string>
#include <string_view>

#include "cli/inputs.h"
#include "cli/options.h"
#include "cli/output_file.h"
#include "parser/document.h"
#include "parser/result.h"

namespace atsmatch {

enum ExitCode : int {
  kAllWell = 0,
  kSomeFailed = 1,  // or a score is under --min-score
  kUsage = 2,       // or the configuration: a data file, the output
  kNothingDone = 3,
};

int RunMatch(const Settings& settings);
int RunParse(const Settings& settings);
int RunJob(const Settings& settings);
int RunStats(const Settings& settings);
int RunMergeStats(const Settings& settings);
int RunMergeTop(const Settings& settings);

// "atsmatch: error: FILE: cause; what to do" on standard error, control characters escaped.
void PrintError(std::string_view file, const Error& error);
void PrintError(const Error& error);

// "atsmatch: warning: FILE: message; what to do".
void PrintWarning(std::string_view file, const Warning& warning);
// "atsmatch: note: ..." on standard error.
void PrintNote(std::string_view text);

InputOptions InputOptionsOf(const Settings& settings);
// Opens the list of paths and the output; says what is wrong.
bool OpenStreams(const Settings& settings, InputList* inputs, Output* output);
// One file, and not a folder or a list.
bool IsOneDocument(const Settings& settings);
// A report on one résumé and one job, as text or HTML, for which more is read than for a ranking.
bool ShowsReading(const Settings& settings);

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_COMMANDS_H_
