#include "cli/worker_pool.h"

#include <fcntl.h>
#include <malloc.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <exception>
#include <iterator>
#include <map>
#include <new>
#include <vector>

#include "cli/sandbox.h"

namespace atsmatch {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kMemoryExit = 41;            // exit status of a worker that ran out of memory
constexpr size_t kWindow = 128;            // tasks in flight or waiting for an earlier one
constexpr size_t kWindowBytes = 8u << 20;  // of replies that wait for an earlier one
constexpr size_t kGroup = 8;               // quick tasks that a worker gets at once
constexpr size_t kGroupBytes = 64u << 10;  // of them: no more than a socket takes without a reader
constexpr int kTries = 2;                  // of a document whose worker died
constexpr int kTriesWhenKilled = 12;       // by somebody else: at least as many, see Fail
constexpr size_t kMaxFileBytes = 64u << 20;  // more is never read; the reader's own limit is lower

double SecondsSince(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

// What precedes the bytes on the socket, both ways.
struct Header {
  uint64_t name_bytes = 0;
  uint64_t payload_bytes = 0;
  uint32_t has_descriptor = 0;
  uint32_t kind = 0;  // of the task
};

bool ReadAll(int descriptor, void* data, size_t size) {
  char* next = static_cast<char*>(data);
  while (size > 0) {
    const ssize_t got = read(descriptor, next, size);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    next += got;
    size -= static_cast<size_t>(got);
  }
  return true;
}

struct Frame {
  Header header;
  std::string_view name, payload;
};

// What is sent at once: the other side wakes once.  With it travels a descriptor, or none (-1).
bool Send(int socket, const std::vector<Frame>& frames, int passed = -1) {
  std::vector<iovec> parts;
  for (const Frame& frame : frames) {
    parts.push_back({const_cast<Header*>(&frame.header), sizeof(frame.header)});
    parts.push_back({const_cast<char*>(frame.name.data()), frame.name.size()});
    parts.push_back({const_cast<char*>(frame.payload.data()), frame.payload.size()});
  }
  msghdr message{};
  message.msg_iov = parts.data();
  message.msg_iovlen = parts.size();
  alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))] = {};
  if (passed >= 0) {
    message.msg_control = control;
    message.msg_controllen = sizeof(control);
    cmsghdr* ancillary = CMSG_FIRSTHDR(&message);
    ancillary->cmsg_level = SOL_SOCKET;
    ancillary->cmsg_type = SCM_RIGHTS;
    ancillary->cmsg_len = CMSG_LEN(sizeof(int));
    std::memcpy(CMSG_DATA(ancillary), &passed, sizeof(int));
  }
  for (;;) {
    ssize_t sent = sendmsg(socket, &message, MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return false;
    message.msg_control = nullptr;  // it went with the first bytes
    message.msg_controllen = 0;
    while (message.msg_iovlen > 0 && static_cast<size_t>(sent) >= message.msg_iov->iov_len) {
      sent -= static_cast<ssize_t>(message.msg_iov->iov_len);
      ++message.msg_iov;
      --message.msg_iovlen;
    }
    if (message.msg_iovlen == 0) return true;
    message.msg_iov->iov_base = static_cast<char*>(message.msg_iov->iov_base) + sent;
    message.msg_iov->iov_len -= static_cast<size_t>(sent);
  }
}

bool ReceiveHeader(int socket, Header* header, int* passed) {
  iovec part{header, sizeof(*header)};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))];
  message.msg_control = control;
  message.msg_controllen = sizeof(control);
  ssize_t got;
  do {
    got = recvmsg(socket, &message, MSG_CMSG_CLOEXEC | MSG_WAITALL);
  } while (got < 0 && errno == EINTR);
  if (got != static_cast<ssize_t>(sizeof(*header))) return false;
  *passed = -1;
  const cmsghdr* ancillary = CMSG_FIRSTHDR(&message);
  if (ancillary != nullptr && ancillary->cmsg_type == SCM_RIGHTS) {
    std::memcpy(passed, CMSG_DATA(ancillary), sizeof(int));
  }
  return true;
}

std::string ReadDescriptor(int descriptor) {
  std::string bytes;
  struct stat status {};
  if (fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode)) {
    bytes.reserve(std::min<size_t>(static_cast<size_t>(status.st_size) + 1, kMaxFileBytes));
  }
  char block[1 << 16];
  for (;;) {
    const ssize_t got = read(descriptor, block, sizeof(block));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    bytes.append(block, static_cast<size_t>(got));
    if (bytes.size() > kMaxFileBytes) break;
  }
  return bytes;
}

double CpuSecondsUsed() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

// RLIMIT_CPU counts over the life of the process, so the soft limit moves with each document.
void AllowCpu(double seconds) {
  rlimit limit{};
  getrlimit(RLIMIT_CPU, &limit);
  const auto allowed = static_cast<rlim_t>(std::ceil(CpuSecondsUsed() + seconds));
  limit.rlim_cur = limit.rlim_max == RLIM_INFINITY ? allowed : std::min(allowed, limit.rlim_max);
  setrlimit(RLIMIT_CPU, &limit);
}

void OutOfMemory() { _exit(kMemoryExit); }

// Gives up what a worker does not need: files, streams, privileges, memory.  Returns the socket's
// new descriptor, the only one that stays open beside the standard streams.
int Confine(int socket, const WorkerLimits& limits) {
  signal(SIGINT, SIG_IGN);  // the parent decides what Ctrl-C means
  signal(SIGTERM, SIG_DFL);
  signal(SIGHUP, SIG_DFL);
  signal(SIGPIPE, SIG_IGN);
  signal(SIGXFSZ, SIG_IGN);
  std::set_new_handler(OutOfMemory);
  // Poppler and its libraries write to the streams; nobody shall read that.
  const int null = open("/dev/null", O_RDWR | O_CLOEXEC);
  if (null >= 0) {
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) dup2(null, stream);
  }
  constexpr int kSocket = STDERR_FILENO + 1;
  if (socket != kSocket) dup2(socket, kSocket);
  fcntl(kSocket, F_SETFD, FD_CLOEXEC);
  close_range(kSocket + 1, ~0u, 0);
#ifndef ATSMATCH_SANITIZED  // whose shadow memory needs more address space than any limit
  if (limits.memory_bytes > 0) {
    const rlimit memory{limits.memory_bytes, limits.memory_bytes};
    setrlimit(RLIMIT_AS, &memory);
  }
#endif
  const rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);   // a core would hold personal data
  setrlimit(RLIMIT_FSIZE, &none);  // nothing is ever written to a file
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  if (limits.sandbox) EnterSandbox();
  return kSocket;
}

// What a document needs is about one huge page, which the kernel gives at once where it would give
// 250 small ones one by one: a tenth of a short document's time.
void GrowHeapInHugePages() {
  constexpr size_t kHugePage = size_t{2} << 20;
  mallopt(M_MMAP_THRESHOLD, kHugePage);  // blocks below it come from the heap
  mallopt(M_TOP_PAD, 2 * kHugePage);
  mallopt(M_TRIM_THRESHOLD, 4 * kHugePage);
  // What lies between here and the page is never used, and so costs nothing.  The heap writes to
  // where its blocks end: the kernel must be asked before that is in the page.
  char* const unused = static_cast<char*>(std::malloc(kHugePage / 2));
  if (unused == nullptr) return;
  const size_t past_page = reinterpret_cast<uintptr_t>(unused + kHugePage / 2) % kHugePage;
  const size_t bytes = kHugePage / 2 + kHugePage - past_page;
  madvise(unused + bytes, kHugePage, MADV_HUGEPAGE);
  [[maybe_unused]] void* const kept = std::realloc(unused, bytes);  // elsewhere: small pages
}

}  // namespace

struct WorkerPool::Worker {
  pid_t process = -1;
  int socket = -1;
  std::deque<size_t> tasks;   // indices; it works on the first
  Clock::time_point started;  // with that
  std::string received;       // of the replies so far, headers first

  bool busy() const { return !tasks.empty(); }
};

// One Run(): the parent's side.
class WorkerPool::Runner {
 public:
  Runner(const WorkerPool& pool, const Source& source, const Sink& sink)
      : pool_(pool), source_(source), sink_(sink) {
    workers_.resize(static_cast<size_t>(std::max(1, pool.limits_.workers)));
  }

  ~Runner() {
    for (Worker& worker : workers_) Stop(&worker);
    for (auto& [index, pending] : pending_) Close(&pending.task);
  }

  void Run() {
    while (!stopped_) {
      Dispatch();
      if (Busy() == 0 && exhausted_ && pending_.empty()) return;
      if (!Deliver() && Busy() > 0) WaitForReplies();
    }
  }

 private:
  struct Pending {
    WorkerTask task;
    int tries = 0;
    double seconds = 0;  // in workers
    bool alone = false;  // second try: nothing else runs
    std::optional<WorkerReply> reply;
    bool running = false;
  };

  size_t Busy() const {
    return static_cast<size_t>(std::count_if(workers_.begin(), workers_.end(),
                                             [](const Worker& worker) { return worker.busy(); }));
  }

  static void Close(WorkerTask* task) {
    if (task->descriptor >= 0) close(task->descriptor);
    task->descriptor = -1;
  }

  void Fetch() {
    while (!exhausted_ && pending_.size() < kWindow && waiting_bytes_ < kWindowBytes &&
           WantsMore()) {
      std::optional<WorkerTask> task = source_();
      if (!task.has_value()) {
        exhausted_ = true;
        return;
      }
      Pending& pending = pending_[next_index_++];
      pending.task = std::move(*task);
      if (std::optional<std::string>& known = pending.task.known_reply; known.has_value()) {
        Answer(&pending, WorkerReply::Status::kOk, std::move(*known));
      }
    }
  }

  void Answer(Pending* pending, WorkerReply::Status status, std::string payload = "") {
    waiting_bytes_ += payload.size();
    pending->reply = {status, std::move(payload), pending->tries, pending->seconds};
    pending->running = false;
    pending->task.bytes = std::string();
    Close(&pending->task);
  }

  static bool IsWaiting(const Pending& pending) {
    return !pending.running && !pending.reply.has_value();
  }

  // One task that waits for each worker, or a group of quick ones.
  bool WantsMore() const {
    size_t waiting = 0, quick = 0;
    for (const auto& [index, pending] : pending_) {
      if (!IsWaiting(pending)) continue;
      ++waiting;
      quick += pending.task.quick ? 1 : 0;
    }
    return waiting - quick < workers_.size() && waiting < kGroup * workers_.size();
  }

  void Dispatch() {
    Fetch();
    for (auto& [index, pending] : pending_) {
      if (!IsWaiting(pending)) continue;
      if (pending.alone && Busy() > 0) return;  // wait until the others are done
      Worker* worker = IdleWorker();
      if (worker == nullptr && Busy() == 0) Answer(&pending, WorkerReply::Status::kNoWorker);
      if (worker == nullptr) return;
      Give(worker, index);
      if (pending.alone) return;
    }
  }

  // One that runs, or one that can be started.
  Worker* IdleWorker() {
    Worker* unstarted = nullptr;
    for (Worker& worker : workers_) {
      if (worker.busy()) continue;
      if (worker.process >= 0) return &worker;
      unstarted = &worker;
    }
    return unstarted != nullptr && StartPatiently(unstarted) ? unstarted : nullptr;
  }

  // Others may end, or give processes back.  Waits only when nothing else can be done.
  bool StartPatiently(Worker* worker) {
    for (;;) {
      if (Start(worker)) {
        waited_seconds_ = 0;
        return true;
      }
      if (Busy() > 0 || waited_seconds_ >= pool_.limits_.start_seconds) return false;
      constexpr double kPause = 0.1;  // seconds
      usleep(static_cast<useconds_t>(kPause * 1e6));
      waited_seconds_ += kPause;
    }
  }

  // The task, and where it is quick those like it that wait behind it.
  void Give(Worker* worker, size_t first) {
    Pending& pending = pending_[first];
    if (pending.task.descriptor >= 0) lseek(pending.task.descriptor, 0, SEEK_SET);
    worker->received.clear();
    std::vector<Frame> frames;
    size_t bytes = 0;
    for (auto next = pending_.find(first); next != pending_.end(); ++next) {
      auto& [index, other] = *next;
      if (!IsWaiting(other)) continue;
      const WorkerTask& task = other.task;
      bytes += sizeof(Header) + task.name.size() + task.bytes.size();
      const bool joins = task.quick && pending.task.quick && !other.alone && !pending.alone;
      if (index != first && (!joins || bytes > kGroupBytes || frames.size() == kGroup)) break;
      other.running = true;
      worker->tasks.push_back(index);
      frames.push_back(
          {{task.name.size(), task.bytes.size(), task.descriptor >= 0 ? 1u : 0u, task.kind},
           task.name,
           task.bytes});
    }
    Begin(worker);
    if (!Send(worker->socket, frames, pending.task.descriptor)) {
      kill(worker->process, SIGKILL);  // it is dead already: how it died is kept
      Fail(worker, std::nullopt);
    }
  }

  // With the first of its tasks.
  void Begin(Worker* worker) {
    if (!worker->busy()) return;
    worker->started = Clock::now();
    ++pending_[worker->tasks.front()].tries;
  }

  bool Start(Worker* worker) {
    int sockets[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) != 0) return false;
    const pid_t parent = getpid();
    const pid_t process = fork();
    if (process < 0) {
      close(sockets[0]);
      close(sockets[1]);
      return false;
    }
    if (process == 0) {
      for (const Worker& other : workers_) {
        if (other.socket >= 0) close(other.socket);
      }
      for (auto& [index, pending] : pending_) Close(&pending.task);
      close(sockets[0]);
      prctl(PR_SET_PDEATHSIG, SIGKILL);
      if (getppid() != parent) _exit(0);
      pool_.Serve(sockets[1]);
    }
    close(sockets[1]);
    worker->process = process;
    worker->socket = sockets[0];
    return true;
  }

  static void Stop(Worker* worker) {
    if (worker->process < 0) return;
    close(worker->socket);
    kill(worker->process, SIGKILL);
    int status = 0;
    while (waitpid(worker->process, &status, 0) < 0 && errno == EINTR) {
    }
    *worker = Worker{};
  }

  void WaitForReplies() {
    std::vector<pollfd> polled;
    std::vector<Worker*> owners;
    for (Worker& worker : workers_) {
      if (!worker.busy()) continue;
      polled.push_back({worker.socket, POLLIN, 0});
      owners.push_back(&worker);
    }
    constexpr int kTickMilliseconds = 200;
    const int ready = poll(polled.data(), polled.size(), kTickMilliseconds);
    if (ready > 0) {
      for (size_t i = 0; i < polled.size(); ++i) {
        if (polled[i].revents != 0) Receive(owners[i]);
      }
    }
    for (Worker& worker : workers_) {
      if (!worker.busy()) continue;
      if (SecondsSince(worker.started) > pool_.limits_.wall_seconds) {
        Fail(&worker, WorkerReply::Status::kTimeLimit);
      }
    }
  }

  void Receive(Worker* worker) {
    char block[1 << 16];
    const ssize_t got = recv(worker->socket, block, sizeof(block), MSG_DONTWAIT);
    if (got < 0 && (errno == EINTR || errno == EAGAIN)) return;
    if (got <= 0) {
      Fail(worker, std::nullopt);
      return;
    }
    worker->received.append(block, static_cast<size_t>(got));
    while (worker->busy() && worker->received.size() >= sizeof(Header)) {
      Header header;
      std::memcpy(&header, worker->received.data(), sizeof(header));
      if (header.payload_bytes > pool_.limits_.max_reply_bytes) {
        Fail(worker, WorkerReply::Status::kCrashed);
        return;
      }
      const size_t end = sizeof(Header) + header.payload_bytes;
      if (worker->received.size() < end) return;
      std::string later = worker->received.substr(end);
      worker->received.resize(end);
      worker->received.erase(0, sizeof(Header));
      Pending& pending = pending_[worker->tasks.front()];
      pending.seconds += SecondsSince(worker->started);
      Answer(&pending, WorkerReply::Status::kOk, std::move(worker->received));
      worker->tasks.pop_front();
      worker->received = std::move(later);
      Begin(worker);
    }
  }

  // The worker died or must: once more for the document, or an error.  What it had not begun waits
  // again.
  void Fail(Worker* worker, std::optional<WorkerReply::Status> reason) {
    const bool killed_here = reason.has_value();
    if (killed_here) kill(worker->process, SIGKILL);
    close(worker->socket);
    int status = 0;
    rusage used{};
    while (wait4(worker->process, &status, 0, &used) < 0 && errno == EINTR) {
    }
    if (!killed_here) reason = ReasonOf(status, static_cast<size_t>(used.ru_maxrss) << 10);
    for (const size_t index : worker->tasks) pending_[index].running = false;
    Pending& pending = pending_[worker->tasks.front()];
    pending.seconds += SecondsSince(worker->started);
    // A worker's past may have been at fault, or a busy machine; but processor time is the
    // document's own.
    const bool own_fault = *reason == WorkerReply::Status::kTimeLimit && WIFSIGNALED(status) &&
                           WTERMSIG(status) == SIGXCPU;
    // The system that is out of memory, which may be the document's fault, or an operator: tries go
    // on for as long as one of them may take.
    const bool by_others = !killed_here && WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
    const bool enough = by_others ? pending.tries >= kTriesWhenKilled &&
                                        pending.seconds > pool_.limits_.wall_seconds
                                  : pending.tries >= kTries;
    if (own_fault || enough) {
      Answer(&pending, *reason);
    } else {
      pending.alone = true;
    }
    *worker = Worker{};
  }

  WorkerReply::Status ReasonOf(int status, size_t most_bytes) const {
    if (WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU))
      return WorkerReply::Status::kTimeLimit;
    if (WIFEXITED(status) && WEXITSTATUS(status) == kMemoryExit) {
      return WorkerReply::Status::kMemoryLimit;
    }
    // Poppler aborts where it gets no memory: which allocation is the first to fail is chance.
    const size_t limit = pool_.limits_.memory_bytes;
    const bool had_much = limit > 0 && most_bytes > limit / 2;
    if (had_much && WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT) {
      return WorkerReply::Status::kMemoryLimit;
    }
    return WorkerReply::Status::kCrashed;
  }

  // Did any have its turn?
  bool Deliver() {
    bool any = false;
    while (!stopped_ && !pending_.empty()) {
      const auto first = pending_.begin();
      if (!first->second.reply.has_value()) break;
      WorkerReply reply = std::move(*first->second.reply);
      const size_t index = first->first;
      waiting_bytes_ -= reply.payload.size();
      pending_.erase(first);
      stopped_ = !sink_(index, std::move(reply));
      any = true;
    }
    return any;
  }

  const WorkerPool& pool_;
  const Source& source_;
  const Sink& sink_;
  std::vector<Worker> workers_;
  std::map<size_t, Pending> pending_;  // by index; the first is the next to deliver
  size_t next_index_ = 0;
  size_t waiting_bytes_ = 0;   // of the replies in `pending_`
  double waited_seconds_ = 0;  // for a worker since one was started
  bool exhausted_ = false;
  bool stopped_ = false;
};

WorkerPool::WorkerPool(Handler handler, const WorkerLimits& limits)
    : handler_(std::move(handler)), limits_(limits) {}

WorkerPool::~WorkerPool() = default;

// The worker's side: one document after the other until the parent closes the socket.
void WorkerPool::Serve(int socket) const {
  GrowHeapInHugePages();
  socket = Confine(socket, limits_);
  for (;;) {
    Header header;
    WorkerTask task;
    if (!ReceiveHeader(socket, &header, &task.descriptor)) _exit(0);
    task.kind = header.kind;
    task.name.resize(header.name_bytes);
    task.bytes.resize(header.payload_bytes);
    if (!ReadAll(socket, task.name.data(), task.name.size()) ||
        !ReadAll(socket, task.bytes.data(), task.bytes.size())) {
      _exit(0);
    }
    AllowCpu(limits_.cpu_seconds);
    std::string bytes = std::move(task.bytes);
    if (task.descriptor >= 0) {
      bytes = ReadDescriptor(task.descriptor);
      close(task.descriptor);
      task.descriptor = -1;
    }
    std::string reply;
    try {
      reply = handler_(task, bytes);
    } catch (const std::bad_alloc&) {
      _exit(kMemoryExit);
    } catch (const std::exception&) {
      abort();  // a library's exception that nobody caught: the document gets an error
    }
    if (!Send(socket, {{{0, reply.size(), 0, 0}, "", reply}})) _exit(0);
  }
}

void WorkerPool::Run(const Source& source, const Sink& sink) { Runner(*this, source, sink).Run(); }

}  // namespace atsmatch
