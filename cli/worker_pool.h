// Runs a function on untrusted documents in worker processes, so that a document that crashes,
// hangs or eats memory costs one error reply and nothing else.
//
//   WorkerPool pool(handler, {.workers = 2});
//   pool.Run(next_task, [](size_t index, const WorkerReply& reply) { ... });   // in input order
//
// The workers are forked after everything is loaded; a task's open file descriptor is passed to
// them. The replies come in the order of the tasks, whatever the number of workers.  A worker that
// died is replaced; its document is tried once more, alone, then reported; more often when somebody
// else killed the worker.  A document that used up its processor time is reported at once.  Where
// the system has no process to spare, the workers that there are do the work; without any it is
// tried again for some seconds.
#ifndef ATSMATCH_CLI_WORKER_POOL_H_
#define ATSMATCH_CLI_WORKER_POOL_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace atsmatch {

struct WorkerLimits {
  int workers = 1;
  double cpu_seconds = 10;            // for each document
  double wall_seconds = 60;           // for each document: a backstop, far above the CPU limit
  double start_seconds = 5;           // to go on trying to start a worker when there is none
  size_t memory_bytes = 1536u << 20;  // address space of a worker; 0: no limit
  size_t max_reply_bytes = 64u << 20;
  bool sandbox = false;  // see sandbox.h
};

struct WorkerTask {
  int descriptor = -1;  // open for reading; owned by the pool; -1: `bytes` hold the document
  std::string bytes;    // what was read from standard input
  std::string name;     // for the handler: as the caller names it
  uint32_t kind = 0;    // for the handler too: what `bytes` are
  bool quick =
      false;  // to be given with others, since waking a worker takes as long; no descriptor
  // What to deliver in the task's turn, without a worker: the rest is not used then.
  std::optional<std::string> known_reply;
};

struct WorkerReply {
  enum class Status : uint8_t { kOk, kCrashed, kTimeLimit, kMemoryLimit, kNoWorker };
  Status status = Status::kOk;
  std::string payload;  // what the handler returned; empty unless kOk
  int tries = 0;        // workers that it was given to; 0: the reply was known
  double seconds = 0;   // of wall time in them
};

class WorkerPool {
 public:
  // Runs in the worker.  It must not write to the process's streams.
  using Handler = std::function<std::string(const WorkerTask& task, std::string_view bytes)>;
  // The next task, or nullopt when there are no more.  Called in the parent.
  using Source = std::function<std::optional<WorkerTask>()>;
  // Called in the parent, in the order of the tasks; false: stop.
  using Sink = std::function<bool(size_t index, WorkerReply reply)>;

  WorkerPool(Handler handler, const WorkerLimits& limits);
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  void Run(const Source& source, const Sink& sink);

 private:
  struct Worker;
  class Runner;
  [[noreturn]] void Serve(int socket) const;
  Handler handler_;
  WorkerLimits limits_;
};

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_WORKER_POOL_H_
