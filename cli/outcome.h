// How did it go?  Counts what was done and failed, and turns it into the exit code.
#ifndef ATSMATCH_CLI_OUTCOME_H_
#define ATSMATCH_CLI_OUTCOME_H_

#include <cstddef>
#include <string>

#include "cli/batch.h"
#include "cli/options.h"
#include "cli/output_file.h"

namespace atsmatch {

struct Outcome {
  size_t done = 0;
  size_t failed = 0;
  size_t skipped = 0;         // found in a folder, and no documents
  std::string first_skipped;  // the path of one of them
  bool under_min_score = false;

  void Count(const DocumentResult& result);
  // "atsmatch: note: ..." on standard error, unless nothing was skipped or --quiet is given.
  void NoteSkipped(const Settings& settings) const;
  // Completes the output.  Ends the process as a broken pipe does when the reader went away.
  int Finish(Output* output, const Settings& settings) const;

 private:
  int ExitCodeOf(const Settings& settings) const;
};

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_OUTCOME_H_
