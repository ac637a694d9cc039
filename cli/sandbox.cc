#include "cli/sandbox.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>

#ifdef ATSMATCH_SECCOMP
#include <seccomp.h>
#endif

namespace atsmatch {
namespace {

// Where fonts, character sets and shared libraries live.
constexpr const char* kReadable[] = {"/usr",
                                     "/lib",
                                     "/lib64",
                                     "/etc/fonts",
                                     "/etc/ld.so.cache",
                                     "/etc/localtime",
                                     "/etc/nsswitch.conf",
                                     "/etc/papersize",
                                     "/var/cache/fontconfig",
                                     "/nix/store",
                                     "/gnu/store"};

// The rights of the first version of Landlock (Linux 5.13): those that every kernel with it knows.
constexpr uint64_t kReadRights = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
constexpr uint64_t kAllRights = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;

int LandlockVersion() {
  return static_cast<int>(
      syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION));
}

void AllowReading(int rules, const char* path) {
  const int place = open(path, O_PATH | O_CLOEXEC);
  if (place < 0) return;
  landlock_path_beneath_attr rule{};
  rule.parent_fd = place;
  rule.allowed_access = kReadRights;
  if (syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) != 0) {
    rule.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE;  // it is a file
    syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  }
  close(place);
}

void RestrictFiles() {
  if (LandlockVersion() < 1) return;
  landlock_ruleset_attr handled{};
  handled.handled_access_fs = kAllRights;
  const int rules =
      static_cast<int>(syscall(SYS_landlock_create_ruleset, &handled, sizeof(handled), 0));
  if (rules < 0) return;
  for (const char* path : kReadable) AllowReading(rules, path);
  syscall(SYS_landlock_restrict_self, rules, 0);
  close(rules);
}

#ifdef ATSMATCH_SECCOMP
// What reading a document needs: memory, time, threads, signals to itself, its socket, and files
// that are open or opened for reading.  All else is refused with EPERM, which the libraries take
// for a missing right and go on without.  It does not kill: a C library that makes a call of its
// own would then cost every document.
constexpr int kAllowed[] = {
    // memory
    SCMP_SYS(brk), SCMP_SYS(mmap), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(mprotect),
    SCMP_SYS(madvise), SCMP_SYS(mincore), SCMP_SYS(msync), SCMP_SYS(membarrier),
    // open files and the socket
    SCMP_SYS(read), SCMP_SYS(readv), SCMP_SYS(pread64), SCMP_SYS(write), SCMP_SYS(writev),
    SCMP_SYS(recvmsg), SCMP_SYS(recvfrom), SCMP_SYS(sendto), SCMP_SYS(sendmsg), SCMP_SYS(poll),
    SCMP_SYS(ppoll), SCMP_SYS(close), SCMP_SYS(close_range), SCMP_SYS(lseek), SCMP_SYS(dup),
    SCMP_SYS(fcntl), SCMP_SYS(fadvise64), SCMP_SYS(fstat), SCMP_SYS(fstatfs),
    // files by their names: Landlock says which
    SCMP_SYS(stat), SCMP_SYS(lstat), SCMP_SYS(newfstatat), SCMP_SYS(statx), SCMP_SYS(statfs),
    SCMP_SYS(access), SCMP_SYS(faccessat), SCMP_SYS(faccessat2), SCMP_SYS(readlink),
    SCMP_SYS(readlinkat), SCMP_SYS(getdents64), SCMP_SYS(getcwd),
    // time, and who and where it is
    SCMP_SYS(clock_gettime), SCMP_SYS(clock_getres), SCMP_SYS(clock_nanosleep), SCMP_SYS(nanosleep),
    SCMP_SYS(gettimeofday), SCMP_SYS(time), SCMP_SYS(times), SCMP_SYS(getrusage), SCMP_SYS(getpid),
    SCMP_SYS(gettid), SCMP_SYS(getuid), SCMP_SYS(geteuid), SCMP_SYS(getgid), SCMP_SYS(getegid),
    SCMP_SYS(uname), SCMP_SYS(sysinfo), SCMP_SYS(getrandom), SCMP_SYS(getrlimit),
    SCMP_SYS(setrlimit), SCMP_SYS(prlimit64),
    // threads, signals, the end
    SCMP_SYS(futex), SCMP_SYS(set_robust_list), SCMP_SYS(get_robust_list),
    SCMP_SYS(set_tid_address), SCMP_SYS(rseq), SCMP_SYS(sched_yield), SCMP_SYS(sched_getaffinity),
    SCMP_SYS(arch_prctl), SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn),
    SCMP_SYS(sigaltstack), SCMP_SYS(restart_syscall), SCMP_SYS(exit), SCMP_SYS(exit_group)};

void Allow(scmp_filter_ctx filter) {
  for (const int call : kAllowed) (void)seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0);
  // Opening to read; Landlock, which would refuse the rest, may not be there.
  constexpr scmp_datum_t kWriting = O_ACCMODE | O_CREAT | O_TRUNC;
  (void)seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(open), 1,
                         SCMP_A1(SCMP_CMP_MASKED_EQ, kWriting, 0));
  (void)seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(openat), 1,
                         SCMP_A2(SCMP_CMP_MASKED_EQ, kWriting, 0));
  // Threads (0x10000 is CLONE_THREAD), no processes.
  constexpr scmp_datum_t kThread = 0x10000;
  (void)seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(clone), 1,
                         SCMP_A0(SCMP_CMP_MASKED_EQ, kThread, kThread));
  // Signals reach this process alone.
  const auto self = static_cast<scmp_datum_t>(getpid());
  for (const int call : {SCMP_SYS(kill), SCMP_SYS(tgkill)}) {
    (void)seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 1, SCMP_A0(SCMP_CMP_EQ, self));
  }
  // These hide what they ask for behind a pointer: "not there" makes the C library use the old
  // ones.
  for (const int call : {SCMP_SYS(clone3), SCMP_SYS(openat2)}) {
    (void)seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), call, 0);
  }
}

void RestrictCalls() {
  const scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
  if (filter == nullptr) return;
  (void)seccomp_attr_set(filter, SCMP_FLTATR_CTL_OPTIMIZE, 2);  // a tree: many calls are named
  Allow(filter);
  (void)seccomp_load(filter);
  seccomp_release(filter);
}
#else
void RestrictCalls() {}
#endif

}  // namespace

void EnterSandbox() {
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return;
  RestrictFiles();
  RestrictCalls();
}

namespace {

bool HasLandlock() { return LandlockVersion() >= 1; }

bool HasSeccomp() {
#ifdef ATSMATCH_SECCOMP
  return prctl(PR_GET_SECCOMP, 0, 0, 0, 0) >= 0;
#else
  return false;
#endif
}

std::string Join(bool landlock, bool seccomp, const char* between) {
  if (landlock && seccomp) return std::string("landlock") + between + "seccomp";
  return landlock ? "landlock" : seccomp ? "seccomp" : "";
}

}  // namespace

std::string SandboxSupport() {
  const std::string support = Join(HasLandlock(), HasSeccomp(), ", ");
  return support.empty() ? "none" : support;
}

std::string SandboxLacks() { return Join(!HasLandlock(), !HasSeccomp(), " and "); }

}  // namespace atsmatch
