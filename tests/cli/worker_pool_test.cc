#include "cli/worker_pool.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <memory>
#include <new>
#include <thread>
#include <vector>

#include "cli/canary.h"
#include "cli/sandbox.h"

namespace atsmatch {
namespace {

using Status = WorkerReply::Status;

// Runs the documents through a pool and returns the replies in the order in which they came.
std::vector<WorkerReply> RunAll(const WorkerPool::Handler& handler, WorkerLimits limits,
                                const std::vector<std::string>& documents, bool quick = false) {
  WorkerPool pool(handler, limits);
  std::vector<WorkerReply> replies;
  size_t next = 0;
  pool.Run(
      [&]() -> std::optional<WorkerTask> {
        if (next == documents.size()) return std::nullopt;
        WorkerTask task;
        task.bytes = documents[next];
        task.quick = quick;
        task.name = "document " + std::to_string(next++);
        return task;
      },
      [&](size_t index, WorkerReply reply) {
        EXPECT_EQ(index, replies.size());
        replies.push_back(std::move(reply));
        return true;
      });
  return replies;
}

// Does what the document says.
std::string Obey(const WorkerTask& task, std::string_view bytes) {
  if (bytes == "abort") abort();
  if (bytes == "exit") _exit(0);
  if (bytes == "throw") throw std::runtime_error("a library's exception");
  if (bytes == "segfault") raise(SIGSEGV);
  if (bytes == "loop") {
    for (volatile int turns = 0;;) (void)turns;
  }
  if (bytes == "sleep") std::this_thread::sleep_for(std::chrono::seconds(60));
  if (bytes == "allocate") {
    std::vector<std::unique_ptr<char[]>> hoard;
    for (;;) {
      hoard.push_back(std::unique_ptr<char[]>(new char[16u << 20]));
    }
  }
  if (bytes == "abort without memory") {
    while (void* block = malloc(1u << 20)) std::memset(block, 1, 1u << 20);
    abort();
  }
  if (bytes == "long") return std::string(3u << 20, 'x');
  if (bytes == "slow") std::this_thread::sleep_for(std::chrono::milliseconds(60));
  return "read " + task.name + ": " + std::string(bytes);
}

struct Misbehaviour {
  const char* document;
  Status status;
  double wall_seconds = 20;
};

class AMisbehavingDocument : public testing::TestWithParam<std::tuple<Misbehaviour, int, bool>> {};

TEST_P(AMisbehavingDocument, CostsOneErrorAndNothingElse) {
  const auto& [bad, workers, quick] = GetParam();
  const WorkerLimits limits{.workers = workers,
                            .cpu_seconds = 1,
                            .wall_seconds = bad.wall_seconds,
                            .memory_bytes = 512u << 20,
                            .max_reply_bytes = 1u << 20};
  const auto replies = RunAll(Obey, limits, {"one", "two", bad.document, "three", "four"}, quick);
  ASSERT_EQ(replies.size(), 5u);
  EXPECT_EQ(replies[0].payload, "read document 0: one");
  EXPECT_EQ(replies[1].payload, "read document 1: two");
  EXPECT_EQ(replies[2].status, bad.status);
  EXPECT_EQ(replies[2].payload, "");
  EXPECT_EQ(replies[3].payload, "read document 3: three");
  EXPECT_EQ(replies[4].payload, "read document 4: four");
}

constexpr Misbehaviour kMisbehaviours[] = {
    {"abort", Status::kCrashed},        {"exit", Status::kCrashed},
    {"throw", Status::kCrashed},        {"segfault", Status::kCrashed},
    {"loop", Status::kTimeLimit},       {"sleep", Status::kTimeLimit, 0.5},
#ifndef ATSMATCH_SANITIZED  // there is no limit then
    {"allocate", Status::kMemoryLimit}, {"abort without memory", Status::kMemoryLimit},
#endif
    {"long", Status::kCrashed},
};
INSTANTIATE_TEST_SUITE_P(Each, AMisbehavingDocument,
                         testing::Combine(testing::ValuesIn(kMisbehaviours), testing::Values(1, 2),
                                          testing::Bool()),
                         [](const auto& info) {
                           std::string name = std::get<0>(info.param).document;
                           std::replace(name.begin(), name.end(), ' ', '_');
                           return name + "_" + std::to_string(std::get<1>(info.param)) +
                                  (std::get<2>(info.param) ? "_quick" : "");
                         });

WorkerLimits Small(int workers) {
  WorkerLimits limits;
  limits.workers = workers;
  limits.cpu_seconds = 2;
  limits.wall_seconds = 20;
  limits.memory_bytes = 0;
  return limits;
}

TEST(WorkerPool, DeliversInTheOrderOfTheTasks) {
  std::vector<std::string> documents;
  for (int i = 0; i < 300; ++i) documents.push_back(i % 50 == 0 ? "slow" : "fast");
  for (const bool quick : {false, true}) {
    const auto replies = RunAll(Obey, Small(3), documents, quick);
    ASSERT_EQ(replies.size(), documents.size());
    for (size_t i = 0; i < replies.size(); ++i) {
      EXPECT_EQ(replies[i].payload, "read document " + std::to_string(i) + ": " + documents[i]);
    }
  }
}

// More than a socket holds, both ways, and some of it in groups.
TEST(WorkerPool, NeverWaitsForAWorkerThatWaitsForIt) {
  std::vector<std::string> documents;
  for (size_t i = 0; i < 60; ++i)
    documents.push_back(std::string(i % 7 == 0 ? 400'000 : i * 500, 'x'));
  const auto twice = [](const WorkerTask&, std::string_view bytes) -> std::string {
    return std::string(bytes) + std::string(bytes);
  };
  for (const bool quick : {false, true}) {
    const auto replies = RunAll(twice, Small(2), documents, quick);
    ASSERT_EQ(replies.size(), documents.size());
    for (size_t i = 0; i < replies.size(); ++i) {
      EXPECT_EQ(replies[i].payload.size(), 2 * documents[i].size());
    }
  }
}

// What workers that died have counted.
std::atomic<int>* SharedCounter() {
  void* memory = mmap(nullptr, sizeof(std::atomic<int>), PROT_READ | PROT_WRITE,
                      MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  return memory == MAP_FAILED ? nullptr : static_cast<std::atomic<int>*>(memory);
}

TEST(WorkerPool, GivesADocumentASecondChance) {
  std::atomic<int>* seen = SharedCounter();
  ASSERT_NE(seen, nullptr);
  const auto replies = RunAll(
      [seen](const WorkerTask&, std::string_view bytes) -> std::string {
        if (bytes == "once" && seen->fetch_add(1) == 0) abort();
        return std::string(bytes);
      },
      Small(2), {"a", "once", "b"});
  ASSERT_EQ(replies.size(), 3u);
  EXPECT_EQ(replies[1].status, Status::kOk);
  EXPECT_EQ(replies[1].payload, "once");
  EXPECT_EQ(seen->load(), 2);
  munmap(seen, sizeof(std::atomic<int>));
}

// An operator, or a system that is out of memory, kills without looking whose turn it is.
TEST(WorkerPool, GoesOnWhenSomebodyElseKillsItsWorkers) {
  std::atomic<int>* seen = SharedCounter();
  ASSERT_NE(seen, nullptr);
  const auto unlucky = [seen](const WorkerTask&, std::string_view bytes) -> std::string {
    if (bytes == "killed" && seen->fetch_add(1) < 60) raise(SIGKILL);
    return std::string(bytes);
  };
  const auto replies = RunAll(unlucky, Small(2), {"a", "killed", "b"});
  ASSERT_EQ(replies.size(), 3u);
  EXPECT_EQ(replies[1].payload, "killed");
  EXPECT_EQ(replies[2].payload, "b");
}

TEST(WorkerPool, GivesUpOnADocumentWhoseWorkersAreAlwaysKilled) {
  std::atomic<int>* seen = SharedCounter();
  ASSERT_NE(seen, nullptr);
  const auto doomed = [seen](const WorkerTask&, std::string_view bytes) -> std::string {
    if (bytes == "killed" && seen->fetch_add(1) >= 0) raise(SIGKILL);
    return std::string(bytes);
  };
  WorkerLimits limits = Small(2);
  limits.wall_seconds = 0.3;
  const auto replies = RunAll(doomed, limits, {"a", "killed", "b"});
  ASSERT_EQ(replies.size(), 3u);
  EXPECT_EQ(replies[1].status, Status::kCrashed);
  EXPECT_EQ(replies[2].payload, "b");
  EXPECT_GE(*seen, 12);
}

// Lets the process have no more descriptors than it has, so that no worker can be started.
class NoWorkers {
 public:
  NoWorkers() {
    getrlimit(RLIMIT_NOFILE, &before_);
    const int next = dup(STDIN_FILENO);
    close(next);
    const rlimit few{static_cast<rlim_t>(next), before_.rlim_max};
    setrlimit(RLIMIT_NOFILE, &few);
  }
  ~NoWorkers() { End(); }
  void End() const { setrlimit(RLIMIT_NOFILE, &before_); }

 private:
  rlimit before_{};
};

TEST(WorkerPool, WaitsWhenNoWorkerCanBeStarted) {
  const NoWorkers none;
  std::thread later([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    none.End();
  });
  const auto replies = RunAll(Obey, Small(2), {"a", "b"});
  later.join();
  ASSERT_EQ(replies.size(), 2u);
  EXPECT_EQ(replies[0].payload, "read document 0: a");
  EXPECT_EQ(replies[1].payload, "read document 1: b");
}

TEST(WorkerPool, SaysAfterAWhileThatNoWorkerCanBeStarted) {
  const NoWorkers none;
  WorkerLimits limits = Small(2);
  limits.start_seconds = 0.3;
  const auto replies = RunAll(Obey, limits, std::vector<std::string>(50, "a"));
  ASSERT_EQ(replies.size(), 50u);
  for (const WorkerReply& reply : replies) EXPECT_EQ(reply.status, Status::kNoWorker);
}

TEST(WorkerPool, GoesOnWithTheWorkersThatThereAre) {
  // Room for the two ends of one worker's socket, of which one is closed again: not for another's.
  rlimit before{};
  getrlimit(RLIMIT_NOFILE, &before);
  const int next = dup(STDIN_FILENO);
  close(next);
  const rlimit few{static_cast<rlim_t>(next) + 2, before.rlim_max};
  setrlimit(RLIMIT_NOFILE, &few);
  const auto replies = RunAll(Obey, Small(4), std::vector<std::string>(20, "a"));
  setrlimit(RLIMIT_NOFILE, &before);
  ASSERT_EQ(replies.size(), 20u);
  for (const WorkerReply& reply : replies) EXPECT_EQ(reply.status, Status::kOk);
}

TEST(WorkerPool, ProcessorTimeIsCountedForEachDocument) {
  // Each takes less than half of the limit; together they take more.
  const auto replies = RunAll(
      [](const WorkerTask&, std::string_view) -> std::string {
        const std::clock_t end = std::clock() + CLOCKS_PER_SEC * 2 / 5;
        while (std::clock() < end) {
        }
        return "done";
      },
      {.workers = 1, .cpu_seconds = 1, .wall_seconds = 30, .memory_bytes = 0},
      std::vector<std::string>(4, "busy"));
  for (const WorkerReply& reply : replies) EXPECT_EQ(reply.status, Status::kOk);
}

TEST(WorkerPool, StopsWhenTheSinkHasEnough) {
  WorkerPool pool(Obey, Small(2));
  size_t given = 0, taken = 0;
  pool.Run(
      [&]() -> std::optional<WorkerTask> {
        ++given;
        return WorkerTask{.descriptor = -1, .bytes = "x", .name = "n"};
      },
      [&](size_t, WorkerReply) { return ++taken < 5; });
  EXPECT_EQ(taken, 5u);
  EXPECT_LT(given, 200u);
}

TEST(WorkerPool, ReadsFromADescriptorAgainOnTheSecondTry) {
  const std::string path = testing::TempDir() + "worker_pool_document";
  std::ofstream(path) << "content of the file";
  std::atomic<int>* seen = SharedCounter();
  ASSERT_NE(seen, nullptr);
  WorkerPool pool(
      [seen](const WorkerTask&, std::string_view bytes) -> std::string {
        if (seen->fetch_add(1) == 0) abort();
        return std::string(bytes);
      },
      Small(1));
  bool given = false;
  std::string payload;
  pool.Run(
      [&]() -> std::optional<WorkerTask> {
        if (std::exchange(given, true)) return std::nullopt;
        return WorkerTask{
            .descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC), .bytes = "", .name = ""};
      },
      [&](size_t, WorkerReply reply) {
        payload = reply.payload;
        return true;
      });
  EXPECT_EQ(payload, "content of the file");
  munmap(seen, sizeof(std::atomic<int>));
  std::filesystem::remove(path);
}

TEST(WorkerPool, AWorkerHasNoFilesButItsOwn) {
  const int secret = open("/etc/hostname", O_RDONLY);
  const auto replies = RunAll(
      [secret](const WorkerTask&, std::string_view) -> std::string {
        char c;
        const bool can_read_stdin = read(STDIN_FILENO, &c, 1) > 0;
        return std::string(fcntl(secret, F_GETFD) < 0 ? "closed" : "open") +
               (can_read_stdin ? " stdin" : "");
      },
      Small(1), {"x"});
  ASSERT_EQ(replies.size(), 1u);
  // The socket itself may have taken the number.
  if (secret > 3) {
    EXPECT_EQ(replies[0].payload, "closed");
  }
  close(secret);
}

TEST(Sandbox, RefusesWhatReadingDoesNotNeed) {
  const std::string secret = testing::TempDir() + "sandbox_secret";
  const std::string made = testing::TempDir() + "sandbox_made";
  std::ofstream(secret) << "personal";
  const auto attempts = [&](const WorkerTask&, std::string_view what) -> std::string {
    bool done = true;
    if (what == "socket") done = socket(AF_INET, SOCK_STREAM, 0) >= 0;
    if (what == "write") done = open(made.c_str(), O_WRONLY | O_CREAT, 0600) >= 0;
    if (what == "append") done = open(secret.c_str(), O_WRONLY | O_APPEND) >= 0;
    if (what == "read") done = open(secret.c_str(), O_RDONLY) >= 0;
    if (what == "remove") done = unlink(secret.c_str()) == 0;
    if (what == "fork") {
      const pid_t child = fork();
      if (child == 0) _exit(0);
      done = child > 0;
    }
    if (what == "exec") {
      execl("/bin/true", "true", nullptr);
      done = false;  // it came back
    }
    if (what == "kill") done = kill(getppid(), 0) == 0;
    if (what == "fonts") done = open("/usr/share", O_RDONLY | O_DIRECTORY) >= 0;
    return done ? "done" : "refused";
  };
  const std::vector<std::string> documents = {"socket", "write", "append", "read", "remove",
                                              "fork",   "exec",  "kill",   "fonts"};
  WorkerLimits limits = Small(1);
  const auto open_replies =
      RunAll(attempts, limits, {"socket", "write", "append", "read", "kill", "fonts"});
  for (const WorkerReply& reply : open_replies) EXPECT_EQ(reply.payload, "done");

  limits.sandbox = true;
  const std::string support = SandboxSupport();
  const bool files = support.find("landlock") != std::string::npos;
  const bool calls = support.find("seccomp") != std::string::npos;
  if (!files && !calls) GTEST_SKIP() << "this build and kernel have no sandbox";
  const auto replies = RunAll(attempts, limits, documents);
  ASSERT_EQ(replies.size(), documents.size());
  for (size_t i = 0; i < documents.size(); ++i) {
    const std::string& what = documents[i];
    if (what == "fonts") {
      EXPECT_EQ(replies[i].payload, "done") << what;
    } else if (calls ? what != "read" || files
                     : what == "write" || what == "append" || what == "read" || what == "remove") {
      EXPECT_NE(replies[i].payload, "done") << what;
    }
  }
  EXPECT_TRUE(std::filesystem::exists(secret));
  std::filesystem::remove(secret);
  std::filesystem::remove(made);
}

TEST(Sandbox, LeavesTheReaderItsSight) {
  WorkerLimits limits = Small(1);
  limits.sandbox = true;
  const auto canary = [](const WorkerTask&, std::string_view) -> std::string {
    return CanaryIsRead() ? "read" : "blind";
  };
  EXPECT_EQ(RunAll(canary, limits, {"x"}).at(0).payload, "read");
}

// As on older kernels and in narrow containers: what makes a sandbox is not there.
void ForgetLandlock() {
  sock_filter code[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_landlock_create_ruleset, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  sock_fprog program{4, code};
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}

void ForgetSeccomp() {
  sock_filter code[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_seccomp, 4, 0),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_prctl, 0, 4),
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, args[0])),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, PR_SET_SECCOMP, 1, 0),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, PR_GET_SECCOMP, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EINVAL),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  sock_fprog program{8, code};
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}

struct Poorer {
  const char* name;
  bool landlock, seccomp;  // missing
  const char* lacks;
};
class PoorerSandbox : public testing::TestWithParam<Poorer> {};

TEST_P(PoorerSandbox, ReadsAndSaysWhatItLacks) {
  if (!SandboxLacks().empty()) GTEST_SKIP() << SandboxLacks() << " is missing";
  const auto read = [&] {
    if (GetParam().landlock) ForgetLandlock();
    if (GetParam().seccomp) ForgetSeccomp();
    WorkerLimits limits = Small(1);
    limits.sandbox = true;
    const auto canary = [](const WorkerTask&, std::string_view) -> std::string {
      return CanaryIsRead() ? "read" : "blind";
    };
    if (SandboxLacks() != GetParam().lacks) _exit(2);
    _exit(RunAll(canary, limits, {"x"}).at(0).payload == "read" ? 0 : 1);
  };
  EXPECT_EXIT(read(), testing::ExitedWithCode(0), "");
}

INSTANTIATE_TEST_SUITE_P(Of, PoorerSandbox,
                         testing::Values(Poorer{"NoLandlock", true, false, "landlock"},
                                         Poorer{"NoSeccomp", false, true, "seccomp"},
                                         Poorer{"Nothing", true, true, "landlock and seccomp"}),
                         [](const auto& test) { return std::string(test.param.name); });

TEST(Canary, NoticesThatReadingFails) {
  // Without memory the reader gives up or the worker dies: it never says that all is well.
  const auto starved = [](const WorkerTask&, std::string_view) -> std::string {
    const rlimit nothing{0, 0};
    setrlimit(RLIMIT_NOFILE, &nothing);
    setrlimit(RLIMIT_AS, &nothing);
    for (size_t bytes = size_t{1} << 20; bytes > 0;) {  // what the heap still has
      void* volatile const block = malloc(bytes);
      if (block == nullptr) bytes /= 2;
    }
    return CanaryIsRead() ? "read" : "blind";
  };
  EXPECT_NE(RunAll(starved, Small(1), {"x"}).at(0).payload, "read");
}

TEST(WorkerPool, LeavesNoDescriptorsAndNoProcessesBehind) {
  const auto count = [] {
    size_t open_files = 0;
    for ([[maybe_unused]] const auto& entry :
         std::filesystem::directory_iterator("/proc/self/fd")) {
      ++open_files;
    }
    return open_files;
  };
  const size_t before = count();
  RunAll(Obey, Small(2), {"a", "abort", "b"});
  EXPECT_EQ(count(), before);
  EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1);
}

}  // namespace
}  // namespace atsmatch
