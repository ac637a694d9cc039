#include "cli/journal.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <string>

#include "run_program.h"

namespace atsmatch {
namespace {

constexpr FileStamp kStamp{100, 1'700'000'000'000'000'000};
const std::string kRun = "build 1\nmatch";

class JournalFile : public testing::Test {
 protected:
  std::string path() const { return folder_.Path("journal"); }

  std::unique_ptr<Journal> Open(const std::string& run = kRun,
                                Journal::Foreign foreign = Journal::Foreign::kRefuse) {
    as_of_ = "2026-01-01";
    Result<std::unique_ptr<Journal>> journal = Journal::Open(path(), run, foreign, &as_of_);
    if (journal.ok()) return std::move(journal).value();
    cause_ = journal.error().cause;
    return nullptr;
  }

  // Three documents; the middle one has a reply of all bytes.
  void WriteThree() {
    const auto journal = Open();
    journal->Append("a.pdf", kStamp, "reply a");
    journal->Append("b.pdf", kStamp, EveryByte());
    journal->Append("c.pdf", kStamp, "reply c");
  }

  static std::string EveryByte() {
    std::string bytes;
    for (int i = 0; i < 256; ++i) bytes += static_cast<char>(i);
    return bytes;
  }

  // How many of the three are found, from the first on; -1: one that is not as it was.
  static int FoundInOrder(const Journal& journal) {
    const std::string replies[] = {"reply a", EveryByte(), "reply c"};
    const char* paths[] = {"a.pdf", "b.pdf", "c.pdf"};
    int found = 0;
    for (int i = 0; i < 3; ++i) {
      const auto reply = journal.Find(paths[i], kStamp);
      if (!reply.has_value()) continue;
      if (*reply != replies[i] || found != i) return -1;
      ++found;
    }
    return found;
  }

  TemporaryFolder folder_;
  std::string as_of_, cause_;
};

TEST_F(JournalFile, KeepsRepliesForVersionsOfFiles) {
  WriteThree();
  const auto journal = Open();
  ASSERT_NE(journal, nullptr) << cause_;
  EXPECT_EQ(journal->found(), 3u);
  EXPECT_EQ(FoundInOrder(*journal), 3);
  EXPECT_FALSE(journal->Find("d.pdf", kStamp).has_value());
  EXPECT_FALSE(journal->Find("a.pdf", {kStamp.bytes + 1, kStamp.modified_ns}).has_value());
  EXPECT_FALSE(journal->Find("a.pdf", {kStamp.bytes, kStamp.modified_ns + 1}).has_value());
}

TEST_F(JournalFile, IsForItsOwnerAlone) {
  WriteThree();
  struct stat status {};
  ASSERT_EQ(stat(path().c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 07777, 0600u);
}

TEST_F(JournalFile, TheLastReplyForAPathCounts) {
  Open()->Append("a.pdf", kStamp, "old");
  const FileStamp later{7, 8};
  Open()->Append("a.pdf", later, "new");
  const auto journal = Open();
  EXPECT_EQ(journal->Find("a.pdf", later), "new");
  EXPECT_FALSE(journal->Find("a.pdf", kStamp).has_value());
}

TEST_F(JournalFile, CutOffAnywhereItKeepsWhatIsWhole) {
  WriteThree();
  const std::string whole = ReadFile(path());
  int most = 0;
  for (size_t size = 0; size < whole.size(); ++size) {
    folder_.Write("journal", whole.substr(0, size));
    auto journal = Open();
    if (journal == nullptr) {  // less than its own mark: not known to be a journal
      EXPECT_LT(size, 30u);
      continue;
    }
    const int found = FoundInOrder(*journal);
    EXPECT_GE(found, most) << size;  // never fewer from a longer file
    most = found;
    // It goes on as if nothing had happened.
    journal->Append("d.pdf", kStamp, "reply d");
    journal = nullptr;
    EXPECT_EQ(Open()->Find("d.pdf", kStamp), "reply d") << size;
  }
  EXPECT_EQ(most, 2);
}

TEST_F(JournalFile, ADamagedByteCostsWhatFollowsAndInventsNothing) {
  WriteThree();
  const std::string whole = ReadFile(path());
  for (size_t i = 0; i < whole.size(); ++i) {
    std::string damaged = whole;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x41);
    folder_.Write("journal", damaged);
    const auto journal = Open();
    if (journal == nullptr) continue;
    EXPECT_GE(FoundInOrder(*journal), 0) << i;
    EXPECT_LT(FoundInOrder(*journal), 3) << i;
  }
}

TEST_F(JournalFile, OfAnotherRunIsRefusedOrBegunAnew) {
  WriteThree();
  EXPECT_EQ(Open("build 2\nmatch"), nullptr);
  EXPECT_NE(cause_.find("another job"), std::string::npos) << cause_;
  EXPECT_EQ(FoundInOrder(*Open()), 3);  // as it was
  EXPECT_EQ(Open("build 2\nmatch", Journal::Foreign::kReplace)->found(), 0u);
}

TEST_F(JournalFile, NeverOverwritesAFileOfAnotherKind) {
  folder_.Write("journal", "my only copy of a novel, and quite long enough");
  EXPECT_EQ(Open(kRun, Journal::Foreign::kReplace), nullptr);
  EXPECT_EQ(ReadFile(path()), "my only copy of a novel, and quite long enough");
  unlink(path().c_str());
  ASSERT_EQ(symlink("/dev/null", path().c_str()), 0);
  EXPECT_EQ(Open(), nullptr);
}

TEST_F(JournalFile, HasOneUserAtATime) {
  const auto first = Open();
  EXPECT_EQ(Open(), nullptr);
  EXPECT_NE(cause_.find("another process"), std::string::npos) << cause_;
}

TEST_F(JournalFile, KeepsTheDateOfTheFirstStart) {
  WriteThree();
  std::string as_of = "2027-05-05";
  EXPECT_TRUE(Journal::Open(path(), kRun, Journal::Foreign::kRefuse, &as_of).ok());
  EXPECT_EQ(as_of, "2026-01-01");
}

}  // namespace
}  // namespace atsmatch
