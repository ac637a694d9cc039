// The journal of a command: where it is, what it depends on, and what becomes of it.
//
//   RunJournal journal;
//   if (auto error = journal.Open({"match", job.sha256}, &settings)) ...   // before any worker
//   RunBatch(&inputs, reader, settings, journal.get(), sink);
//   journal.Close(committed);
//
// A batch that writes to a file has one beside it (FILE.journal) until the file is complete; one
// that
// --journal names is kept.  Today's date is that of the first start, unless --as-of says another.
#ifndef ATSMATCH_CLI_RUN_JOURNAL_H_
#define ATSMATCH_CLI_RUN_JOURNAL_H_

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/journal.h"
#include "cli/options.h"
#include "parser/result.h"

namespace atsmatch {

class RunJournal {
 public:
  // `depends_on`: what the replies depend on beside the settings and this build.
  std::optional<Error> Open(const std::vector<std::string>& depends_on, Settings* settings);
  // Null: the command keeps none.
  Journal* get() { return journal_.get(); }
  // `complete`: the output is where it belongs.
  void Close(bool complete);

 private:
  std::unique_ptr<Journal> journal_;
  bool is_temporary_ = false;
  bool quiet_ = false;
};

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_RUN_JOURNAL_H_
