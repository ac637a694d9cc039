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
// Refused with EPERM, which the libraries take for a missing right and go on without.
constexpr int kRefused[] = {
    SCMP_SYS(socket),
    SCMP_SYS(socketpair),
    SCMP_SYS(connect),
    SCMP_SYS(bind),
    SCMP_SYS(listen),
    SCMP_SYS(accept),
    SCMP_SYS(accept4),
    SCMP_SYS(execve),
    SCMP_SYS(execveat),
    SCMP_SYS(fork),
    SCMP_SYS(vfork),
    SCMP_SYS(ptrace),
    SCMP_SYS(process_vm_readv),
    SCMP_SYS(process_vm_writev),
    SCMP_SYS(pidfd_open),
    SCMP_SYS(pidfd_getfd),
    SCMP_SYS(kcmp),
    SCMP_SYS(creat),
    SCMP_SYS(truncate),
    SCMP_SYS(unlink),
    SCMP_SYS(unlinkat),
    SCMP_SYS(rename),
    SCMP_SYS(renameat),
    SCMP_SYS(renameat2),
    SCMP_SYS(link),
    SCMP_SYS(linkat),
    SCMP_SYS(symlink),
    SCMP_SYS(symlinkat),
    SCMP_SYS(mkdir),
    SCMP_SYS(mkdirat),
    SCMP_SYS(rmdir),
    SCMP_SYS(mknod),
    SCMP_SYS(mknodat),
    SCMP_SYS(chmod),
    SCMP_SYS(fchmod),
    SCMP_SYS(fchmodat),
    SCMP_SYS(chown),
    SCMP_SYS(lchown),
    SCMP_SYS(fchown),
    SCMP_SYS(fchownat),
    SCMP_SYS(utimensat),
    SCMP_SYS(setxattr),
    SCMP_SYS(lsetxattr),
    SCMP_SYS(fsetxattr),
    SCMP_SYS(memfd_create),
    SCMP_SYS(mount),
    SCMP_SYS(umount2),
    SCMP_SYS(pivot_root),
    SCMP_SYS(chroot),
    SCMP_SYS(unshare),
    SCMP_SYS(setns),
    SCMP_SYS(setuid),
    SCMP_SYS(setgid),
    SCMP_SYS(setreuid),
    SCMP_SYS(setregid),
    SCMP_SYS(setresuid),
    SCMP_SYS(setresgid),
    SCMP_SYS(setgroups),
    SCMP_SYS(capset),
    SCMP_SYS(bpf),
    SCMP_SYS(perf_event_open),
    SCMP_SYS(userfaultfd),
    SCMP_SYS(io_uring_setup),
    SCMP_SYS(io_uring_enter),
    SCMP_SYS(io_uring_register),
    SCMP_SYS(keyctl),
    SCMP_SYS(add_key),
    SCMP_SYS(request_key),
    SCMP_SYS(init_module),
    SCMP_SYS(finit_module),
    SCMP_SYS(kexec_load),
    SCMP_SYS(reboot),
    SCMP_SYS(swapon),
    SCMP_SYS(swapoff),
    SCMP_SYS(ioperm),
    SCMP_SYS(iopl),
    SCMP_SYS(openat2),
    SCMP_SYS(open_by_handle_at),
    SCMP_SYS(name_to_handle_at),
    SCMP_SYS(clone3),
};

void Refuse(scmp_filter_ctx filter) {
  for (const int call : kRefused) {
    // clone3 hides its flags behind a pointer: "not there" makes the C library use clone.
    const uint32_t answer = call == SCMP_SYS(clone3) || call == SCMP_SYS(openat2)
                                ? SCMP_ACT_ERRNO(ENOSYS)
                                : SCMP_ACT_ERRNO(EPERM);
    (void)seccomp_rule_add(filter, answer, call, 0);
  }
  // Opening to write, to create or to empty a file; Landlock may not be there.
  for (const int flag : {O_WRONLY, O_RDWR, O_CREAT, O_TRUNC}) {
    const auto bits = static_cast<scmp_datum_t>(flag);
    (void)seccomp_rule_add(filter, SCMP_ACT_ERRNO(EACCES), SCMP_SYS(open), 1,
                           SCMP_A1(SCMP_CMP_MASKED_EQ, bits, bits));
    (void)seccomp_rule_add(filter, SCMP_ACT_ERRNO(EACCES), SCMP_SYS(openat), 1,
                           SCMP_A2(SCMP_CMP_MASKED_EQ, bits, bits));
  }
  // Processes; threads (0x10000 is CLONE_THREAD) stay possible.
  constexpr scmp_datum_t kThread = 0x10000;
  (void)seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(clone), 1,
                         SCMP_A0(SCMP_CMP_MASKED_EQ, kThread, 0));
  // Signals reach this process alone.
  const auto self = static_cast<scmp_datum_t>(getpid());
  (void)seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(kill), 1,
                         SCMP_A0(SCMP_CMP_NE, self));
  (void)seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(tgkill), 1,
                         SCMP_A0(SCMP_CMP_NE, self));
}

void RestrictCalls() {
  const scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
  if (filter == nullptr) return;
  (void)seccomp_attr_set(filter, SCMP_FLTATR_CTL_OPTIMIZE, 2);  // a tree: many calls are named
  Refuse(filter);
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

std::string SandboxSupport() {
  std::string support = LandlockVersion() >= 1 ? "landlock" : "";
#ifdef ATSMATCH_SECCOMP
  support += support.empty() ? "seccomp" : ", seccomp";
#endif
  return support.empty() ? "none" : support;
}

}  // namespace atsmatch
