// The built program on machines that lack something: rights, room, time.
#include <gtest/gtest.h>
#include <signal.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "run_program.h"

namespace atsmatch {
namespace {

using Strings = std::vector<std::string>;

class Machine : public testing::Test {
 protected:
  Machine() {
    for (const char* name : {"all/a.txt", "all/b.txt"}) {
      folder_.Write(name, MakeResume("Jordan Rivera", "Backend Engineer", name));
    }
    folder_.Write("all/c.pdf", MakePdf({"Alex Meyer", "Engineer", "Experience", "Python, Go"}));
    folder_.Write("job.md", JobText());
  }
  // Of a batch over the folder.
  std::string Command(const std::string& more) const {
    return std::string(ATSMATCH_PROGRAM) + " all job.md -f ndjson -q --as-of 2026-01-01 " + more;
  }
  Finished Shell(const std::string& command) const {
    return RunProgram({"-c", command}, {.folder = folder_.path(), .program = "/bin/sh"});
  }

  TemporaryFolder folder_;
};

TEST_F(Machine, AUserWithoutRightsGetsTheSameResults) {
  const std::string nobody = "setpriv --reuid 65534 --regid 65534 --clear-groups ";
  if (Shell(nobody + "true").exit_code != 0) GTEST_SKIP() << "only root becomes somebody else";
  std::filesystem::permissions(folder_.path(), std::filesystem::perms(0755));
  if (Shell(nobody + "test -x " ATSMATCH_PROGRAM).exit_code != 0) {
    GTEST_SKIP() << "the build is in a folder of root's own";
  }
  const Finished root = Shell(Command("")), other = Shell(nobody + Command(""));
  EXPECT_EQ(root.exit_code, 0) << root.err;
  EXPECT_EQ(LinesOf(root.out).size(), 3u);
  EXPECT_EQ(other.exit_code, 0) << other.err;
  EXPECT_EQ(other.out, root.out);
  const Finished refused = Shell(nobody + Command("-o ranking"));
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_TRUE(Contains(refused.err, "Permission denied; choose another place for --output"))
      << refused.err;
  EXPECT_FALSE(std::filesystem::exists(folder_.Path("ranking")));
}

TEST_F(Machine, AFullDiskLeavesTheOlderOutputAndIsResumed) {
  // A disk of 32 KiB of its own, seen by this process alone.
  const std::string disk = "mkdir disk && mount -t tmpfs -o size=32k none disk && ";
  const auto shell = [&](const std::string& command) {
    return RunProgram({"-rm", "sh", "-c", disk + command},
                      {.folder = folder_.path(), .program = "/usr/bin/unshare"});
  };
  if (shell("true").exit_code != 0) GTEST_SKIP() << "no disk can be mounted here";
  std::filesystem::remove(folder_.Path("disk"));
  for (char c = 'd'; c < 'p'; ++c) {
    folder_.Write(std::string("all/") + c + ".txt", MakeResume("Kim Larsen", "Engineer", {c}));
  }
  const std::string whole = Shell(Command("")).out;
  ASSERT_GT(whole.size(), 32u << 10);
  const Finished full = shell("echo before > disk/out; " + Command("-o disk/out") +
                              "; echo $?; cat disk/out; ls disk; mount -o remount,size=10m disk; " +
                              Command("-o disk/out") + "; echo $?; cat disk/out; ls disk");
  EXPECT_EQ(full.out, "2\nbefore\nout\nout.journal\n0\n" + whole + "out\n");
  EXPECT_TRUE(Contains(full.err, "disk/out cannot be written: No space left on device; make room"))
      << full.err;
}

// Forms that draw the next one twice: 2^60 operations in a kilobyte.
std::string EndlessPdf() {
  std::string pdf =
      "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
      "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
      "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
      "/Resources<</XObject<</F 5 0 R>>>>>>endobj\n"
      "4 0 obj<</Length 4>>stream\n/F Do\nendstream endobj\n";
  for (int i = 5; i < 65; ++i) {
    pdf += std::to_string(i) +
           " 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</F " +
           std::to_string(i + 1) + " 0 R>>>>/Length 11>>stream\n/F Do /F Do\nendstream endobj\n";
  }
  return pdf +
         "65 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Length 2>>stream\nn \n"
         "endstream endobj\ntrailer<</Root 1 0 R/Size 66>>\n";
}

TEST_F(Machine, IsStoppedAtOnceWhileAWorkerIsBusy) {
  folder_.Write("all/endless.pdf", EndlessPdf());
  using Clock = std::chrono::steady_clock;
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
    RunOptions options;
    options.folder = folder_.path();
    options.signal_number = number;
    Clock::time_point sent;
    // What comes before the endless one is in the journal.
    options.signal_when = [&](pid_t) {
      sent = Clock::now();
      return Contains(ReadFile(folder_.Path("out.journal")), "c.pdf");
    };
    const Finished stopped = RunProgram(
        {"all", "job.md", "-f", "ndjson", "-q", "-t", "2", "-o", "out", "--cpu-limit", "60"},
        options);
    EXPECT_EQ(stopped.exit_code, -number) << stopped.err;
    EXPECT_LT(Clock::now() - sent, std::chrono::seconds(3));
    EXPECT_FALSE(std::filesystem::exists(folder_.Path("out")));
  }
  const Finished done = Shell(Command("-o out --cpu-limit 1"));
  EXPECT_EQ(done.exit_code, 1) << done.err;
  EXPECT_TRUE(Contains(done.err, "reading took more than 1 seconds")) << done.err;
  EXPECT_EQ(LinesOf(ReadFile(folder_.Path("out"))).size(), 4u);
}

}  // namespace
}  // namespace atsmatch
