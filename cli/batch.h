// Runs a function on many documents in worker processes, and hands back what it made in the order
// of the inputs.
//
//   RunBatch(&inputs, reader, settings, memory, [&](DocumentResult result) { ...; return true; });
//
// With a journal, what was read before is not read again; what is read is entered there.  With a
// cache, a document whose content was read before comes as what the reader kept of it.
#ifndef ATSMATCH_CLI_BATCH_H_
#define ATSMATCH_CLI_BATCH_H_

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "cli/inputs.h"
#include "cli/journal.h"
#include "cli/options.h"
#include "cli/resume_cache.h"
#include "cli/worker_pool.h"
#include "parser/result.h"

namespace atsmatch {

// More than this of a document is never read.
inline constexpr size_t kMaxDocumentBytes = 64u << 20;

struct Untrusted {
  std::string path;
  std::string_view bytes;  // of the file; empty when `kept` is given
  std::string sha256;      // of the file
  std::string_view kept;   // what `*to_keep` was for the same content
  std::string* to_keep;    // for the cache; null: there is none
  size_t* pages;           // to be told, where the document is read
};
// Runs in a worker process.
using DocumentReader = std::function<Result<std::string>(const Untrusted& document)>;

// Where a result comes from.
enum class Origin : uint8_t { kWorker, kJournal, kCache };

struct DocumentResult {
  std::string path;
  std::optional<Error> error;
  bool skipped = false;  // see Input; with an error
  std::string sha256;    // empty when it was not read
  std::string record;    // what the reader returned
  size_t pages = 0;      // 0: not known
  Origin origin = Origin::kWorker;
  int tries = 0;             // workers that it was given to
  double seconds = 0;        // of wall time in them
  std::string duplicate_of;  // the path of an earlier input with the same content; may be empty
};
using ResultSink = std::function<bool(DocumentResult result)>;  // false: stop

// Where it is remembered what was done; each may be null.
struct Memory {
  Journal* journal = nullptr;
  ResumeCache* cache = nullptr;
};
void RunBatch(InputList* inputs, const DocumentReader& reader, const Settings& settings,
              const Memory& memory, const ResultSink& sink);

// The same for bytes that are here already.
void RunOne(const std::string& path, std::string bytes, const DocumentReader& reader,
            const WorkerLimits& limits, const ResultSink& sink);

WorkerLimits LimitsOf(const Settings& settings);

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_BATCH_H_
