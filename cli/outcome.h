// How did it go?  Counts what was done and failed, and turns it into the exit code.
#ifndef ATSMATCH_CLI_OUTCOME_H_
#define ATSMATCH_CLI_OUTCOME_H_

#include <cstddef>

#include "cli/batch.h"
#include "cli/options.h"
#include "cli/output_file.h"

namespace atsmatch {

struct Outcome {
  size_t done = 0;
  size_t failed = 0;
  bool under_min_score = false;

  void Count(const DocumentResult& result) { ++(result.error.has_value() ? failed : done); }
  // Completes the output.  Ends the process as a broken pipe does when the reader went away.
  int Finish(Output* output, const Settings& settings) const;

 private:
  int ExitCodeOf(const Settings& settings) const;
};

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_OUTCOME_H_
