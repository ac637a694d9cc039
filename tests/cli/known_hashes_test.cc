#include "cli/known_hashes.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <string>

#include "cli/sha256.h"
#include "run_program.h"

namespace atsmatch {
namespace {

constexpr size_t kMost = 1000;
constexpr useconds_t kTick = 20'000;  // microseconds: longer than a file system's

class HashesOfFiles : public testing::Test {
 protected:
  std::string path() const { return folder_.Path("hashes"); }

  // The hash of `name` as told by hashes that another process left.
  std::string HashOf(const std::string& name, int64_t after_seconds, int how = O_RDONLY) {
    KnownHashes hashes;
    hashes.Open(path());
    found_ = hashes.found();
    const int descriptor = open(folder_.Path(name).c_str(), how);
    std::string hash =
        hashes.Of(descriptor, kMost, NowNs() + after_seconds * int64_t{1'000'000'000});
    close(descriptor);
    return hash;
  }
  // Without its content: it is not open for reading.
  std::string HashUnread(const std::string& name) { return HashOf(name, 10, O_WRONLY); }

  TemporaryFolder folder_;
  size_t found_ = 0;
};

TEST_F(HashesOfFiles, AFileThatIsAsItWasIsNotRead) {
  folder_.Write("a", "first"), folder_.Write("b", "second");
  EXPECT_EQ(HashOf("a", 10), Sha256("first"));
  EXPECT_EQ(HashOf("b", 10), Sha256("second"));
  EXPECT_EQ(HashUnread("a"), Sha256("first"));
  EXPECT_EQ(HashUnread("b"), Sha256("second"));
  EXPECT_EQ(found_, 2u);
}

TEST_F(HashesOfFiles, AnotherVersionIsRead) {
  folder_.Write("a", "first");
  HashOf("a", 10);
  usleep(kTick);
  folder_.Write("a", "other");  // as long
  EXPECT_EQ(HashOf("a", 10), Sha256("other"));
  EXPECT_EQ(HashUnread("a"), Sha256("other"));
  // The time of modification can be set, that of the change cannot.
  struct stat before {};
  ASSERT_EQ(stat(folder_.Path("a").c_str(), &before), 0);
  usleep(kTick);
  folder_.Write("a", "third");
  const timespec times[] = {before.st_atim, before.st_mtim};
  ASSERT_EQ(utimensat(AT_FDCWD, folder_.Path("a").c_str(), times, 0), 0);
  EXPECT_EQ(HashOf("a", 10), Sha256("third"));
  // Another file of this name.
  folder_.Write("b", "fourth");
  ASSERT_EQ(rename(folder_.Path("b").c_str(), folder_.Path("a").c_str()), 0);
  EXPECT_EQ(HashOf("a", 10), Sha256("fourth"));
}

TEST_F(HashesOfFiles, AChangeInTheSameTickIsSeen) {
  const int descriptor = open(folder_.Path("a").c_str(), O_RDWR | O_CREAT, 0600);
  KnownHashes hashes;
  hashes.Open(path());
  for (int i = 1000; i < 2000; ++i) {
    const std::string text = std::to_string(i);
    ASSERT_EQ(pwrite(descriptor, text.data(), text.size(), 0), 4);
    ASSERT_EQ(hashes.Of(descriptor, kMost), Sha256(text));
  }
  EXPECT_NE(access(path().c_str(), F_OK), 0);  // nothing was kept
  // A time of modification in the future tells nothing either.
  const timespec times[] = {{0, UTIME_NOW}, {4'000'000'000, 0}};
  ASSERT_EQ(futimens(descriptor, times), 0);
  EXPECT_EQ(hashes.Of(descriptor, kMost, NowNs() + int64_t{10'000'000'000}), Sha256("1999"));
  close(descriptor);
  EXPECT_EQ(HashUnread("a"), Sha256(""));
}

TEST_F(HashesOfFiles, WhatIsTooLongIsAlwaysRead) {
  folder_.Write("a", std::string(kMost + 5, 'x'));
  EXPECT_EQ(HashOf("a", 10), Sha256(std::string(kMost + 1, 'x')));
  EXPECT_NE(access(path().c_str(), F_OK), 0);
}

TEST_F(HashesOfFiles, ADamagedByteCostsOneRecord) {
  folder_.Write("a", "first"), folder_.Write("b", "second");
  HashOf("a", 10), HashOf("b", 10);
  const std::string whole = ReadFile(path());
  for (size_t i = 0; i < whole.size(); ++i) {
    std::string damaged = whole;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x41);
    folder_.Write("hashes", damaged);
    ASSERT_EQ(HashUnread("a"), Sha256(i < whole.size() / 2 ? "" : "first")) << i;
    ASSERT_EQ(found_, 1u) << i;
  }
}

TEST_F(HashesOfFiles, CutOffAnywhereItGoesOn) {
  folder_.Write("a", "first"), folder_.Write("b", "second"), folder_.Write("c", "third");
  HashOf("a", 10), HashOf("b", 10);
  const std::string whole = ReadFile(path());
  for (size_t size = 0; size < whole.size(); ++size) {
    folder_.Write("hashes", whole.substr(0, size));
    ASSERT_EQ(HashOf("c", 10), Sha256("third")) << size;
    ASSERT_EQ(HashUnread("c"), Sha256("third")) << size;
    ASSERT_EQ(found_, size < whole.size() / 2 ? 1u : 2u) << size;
  }
}

TEST_F(HashesOfFiles, AreForTheirOwnerAlone) {
  folder_.Write("a", "first");
  HashOf("a", 10);
  struct stat status {};
  ASSERT_EQ(stat(path().c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 07777, 0600u);
}

TEST_F(HashesOfFiles, NothingIsNeededForThem) {
  folder_.Write("a", "first");
  ASSERT_EQ(mkdir(path().c_str(), 0700), 0);  // in the place of the file
  EXPECT_EQ(HashOf("a", 10), Sha256("first"));
  EXPECT_EQ(HashOf("a", 10), Sha256("first"));
  KnownHashes unopened;
  const int descriptor = open(folder_.Path("a").c_str(), O_RDONLY);
  EXPECT_EQ(unopened.Of(descriptor, kMost), Sha256("first"));
  close(descriptor);
}

}  // namespace
}  // namespace atsmatch
