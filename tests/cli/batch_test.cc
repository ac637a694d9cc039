// The built program on folders and lists that something is wrong with, and when it is stopped.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "run_program.h"

namespace atsmatch {
namespace {

using Json = nlohmann::json;
using Strings = std::vector<std::string>;

// Between the single quotes of a shell.
std::string Quoted(std::string text) {
  for (size_t i = 0; (i = text.find('\'', i)) != std::string::npos; i += 4) {
    text.replace(i, 1, "'\\''");
  }
  return text;
}

class BatchOf : public testing::Test {
 protected:
  std::string Resume(const std::string& name) {
    return folder_.Write(name, MakeResume("Jordan Rivera", "Backend Engineer", "Python, " + name));
  }
  std::string Job() { return folder_.Write("job.md", JobText()); }
  std::string Twelve() {
    for (char c = 'a'; c < 'm'; ++c) Resume(std::string("all/") + c + ".txt");
    return folder_.Path("all");
  }
  Strings Command(const std::string& folder, const Strings& more) {
    Strings arguments = {folder, Job(), "-f", "ndjson", "--as-of", "2026-01-01"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
  }
  // "status path", the folder left out.
  Strings StatusOfEach(const std::string& folder, const Strings& more = {}) {
    return StatusOf(RunProgram(Command(folder, more)));
  }
  Strings StatusOf(const Finished& run) {
    Strings rows;
    for (const std::string& line : LinesOf(run.out)) {
      const Json record = Json::parse(line);
      rows.push_back(record["status"].get<std::string>() + " " +
                     record["resume"].get<std::string>().substr(folder_.path().size() + 1));
    }
    return rows;
  }

  TemporaryFolder folder_;
};

// ---- What is in a folder.

TEST_F(BatchOf, AFolderAccountsForEveryName) {
  Resume("all/a.txt");
  folder_.Write("all/photo.png", "\x89PNG\r\n\x1a\n");
  folder_.Write("all/.hidden.txt", "x");
  folder_.Write("all/no extension", "no mark of a PDF");
  ASSERT_EQ(mkfifo(folder_.Path("all/pipe.pdf").c_str(), 0600), 0);
  ASSERT_EQ(symlink("nowhere", folder_.Path("all/dangling").c_str()), 0);
  ASSERT_EQ(symlink("nowhere.pdf", folder_.Path("all/dangling.pdf").c_str()), 0);
  ASSERT_EQ(symlink("self.txt", folder_.Path("all/self.txt").c_str()), 0);
  EXPECT_EQ(StatusOfEach(folder_.Path("all")),
            (Strings{"ok all/a.txt", "skipped all/dangling", "error all/dangling.pdf",
                     "skipped all/no extension", "skipped all/photo.png", "skipped all/pipe.pdf",
                     "error all/self.txt"}));
}

TEST_F(BatchOf, WhatIsSkippedIsNoFailure) {
  Resume("all/a.txt"), Resume("all/b.txt");
  folder_.Write("all/photo.png", "\x89PNG\r\n\x1a\n");
  folder_.Write("all/table.json", "{}");
  const std::string all = folder_.Path("all");
  const Finished text = RunProgram({all, Job()});
  EXPECT_EQ(text.exit_code, 0) << text.err;
  EXPECT_TRUE(Contains(text.out, "2 résumés ranked, 2 skipped")) << text.out;
  EXPECT_TRUE(Contains(text.out, "photo.png, table.json")) << text.out;
  const Finished parse = RunProgram({"parse", all});
  EXPECT_EQ(parse.exit_code, 0);
  EXPECT_EQ(parse.err, "atsmatch: note: " + all +
                           "/photo.png and 1 more were skipped: they are no documents\n");
  EXPECT_EQ(RunProgram({"parse", all, "-q"}).err, "");
  EXPECT_TRUE(Contains(RunProgram({all, Job(), "-f", "csv"}).out, ",skipped,"));
}

TEST_F(BatchOf, AThousandLinksToAFolderAreOneFolder) {
  // Each of twelve folders links to all of them: followed as a tree, more than 10^12 paths.
  for (int i = 0; i < 12; ++i) {
    const std::string own = "all/" + std::to_string(10 + i);
    Resume(own + "/cv.txt");
    for (int j = 0; j < 12; ++j) {
      const std::string link = folder_.Path(own + "/to" + std::to_string(10 + j));
      ASSERT_EQ(symlink(folder_.Path("all/" + std::to_string(10 + j)).c_str(), link.c_str()), 0);
    }
  }
  EXPECT_EQ(StatusOfEach(folder_.Path("all")).size(), 12u);
}

TEST_F(BatchOf, AnUnreadableEntryIsAnError) {
  Resume("all/a.txt");
  chmod(Resume("all/b.txt").c_str(), 0);
  chmod(Resume("all/c.dat").c_str(), 0);
  Resume("all/d/e.txt");
  chmod(folder_.Path("all/d").c_str(), 0);
  Strings command = Command(folder_.Path("all"), {});
  RunOptions options;
  if (geteuid() == 0) {  // who may read everything
    options.program = "/usr/bin/setpriv";
    const Strings nobody = {"--reuid", "65534", "--clear-groups", ATSMATCH_PROGRAM};
    Strings version = nobody;
    version.emplace_back("--version");
    if (access("/usr/bin/setpriv", X_OK) != 0 || RunProgram(version, options).exit_code != 0) {
      GTEST_SKIP() << "root cannot become somebody else, or the build is for root alone";
    }
    chmod(folder_.path().c_str(), 0755);
    command.insert(command.begin(), nobody.begin(), nobody.end());
  }
  EXPECT_EQ(StatusOf(RunProgram(command, options)),
            (Strings{"ok all/a.txt", "error all/b.txt", "error all/c.dat", "error all/d"}));
  chmod(folder_.Path("all/d").c_str(), 0700);
}

TEST_F(BatchOf, AVanishedFileIsAnErrorInItsPlace) {
  const std::string a = Resume("a.txt"), c = Resume("c.txt");
  const Finished run = RunProgram({a, folder_.Path("b.txt"), c, Job(), "-f", "ndjson"});
  Strings status;
  for (const std::string& line : LinesOf(run.out)) status.push_back(Json::parse(line)["status"]);
  EXPECT_EQ(status, (Strings{"ok", "error", "ok"}));
}

// ---- Stopped and started again.

TEST_F(BatchOf, AJournalMakesASecondRunTheSame) {
  const std::string all = Twelve(), journal = folder_.Path("journal");
  const std::string whole = RunProgram(Command(all, {})).out;
  const Finished first = RunProgram(Command(all, {"--journal", journal}));
  EXPECT_EQ(first.out, whole);
  EXPECT_EQ(first.err, "");
  const Finished second = RunProgram(Command(all, {"--journal", journal}));
  EXPECT_EQ(second.out, whole);
  EXPECT_EQ(second.err, "atsmatch: note: going on: 12 documents were done before\n");
}

TEST_F(BatchOf, GoesOnFromAJournalThatWasCutOffAnywhere) {
  const std::string all = Twelve(), journal = folder_.Path("journal");
  folder_.Write("all/broken.pdf", "%PDF-1.4\nbroken");
  Resume("all/a-copy.txt");
  std::filesystem::copy_file(all + "/a.txt", all + "/n.txt");  // a duplicate
  const std::string whole = RunProgram(Command(all, {})).out;
  RunProgram(Command(all, {"--journal", journal}));
  const std::string entries = ReadFile(journal);
  for (size_t part = 1; part < 10; ++part) {
    folder_.Write("journal", entries.substr(0, entries.size() * part / 10));
    EXPECT_EQ(RunProgram(Command(all, {"--journal", journal, "-q"})).out, whole) << part;
  }
}

TEST_F(BatchOf, AChangedFileIsReadAnew) {
  const std::string all = Twelve(), journal = folder_.Path("journal");
  RunProgram(Command(all, {"--journal", journal}));
  folder_.Write("all/c.txt", MakeResume("Kim Larsen", "Pastry Chef", "chocolate"));
  std::filesystem::remove(all + "/d.txt");
  Resume("all/z.txt");
  const Finished run = RunProgram(Command(all, {"--journal", journal, "-q"}));
  EXPECT_EQ(run.out, RunProgram(Command(all, {})).out);
  EXPECT_TRUE(Contains(run.out, "Kim Larsen"));
}

TEST_F(BatchOf, AJournalOfAnotherJobIsRefused) {
  const std::string all = Twelve(), journal = folder_.Path("journal");
  RunProgram(Command(all, {"--journal", journal}));
  const std::string other = folder_.Write("other.txt", "Pastry Chef\n\nRequirements\n- baking\n");
  const Finished run = RunProgram({all, other, "--journal", journal});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_TRUE(Contains(run.err, "it belongs to another job")) << run.err;
  EXPECT_EQ(RunProgram(Command(all, {"--journal", journal, "--region", "US"})).exit_code, 2);
  EXPECT_EQ(RunProgram({"parse", all, "--journal", journal}).exit_code, 2);
}

TEST_F(BatchOf, LimitsThatWereRaisedTryAgain) {
  Resume("all/a.txt");
  folder_.Write("all/long.txt", MakeResume("A B", "C", std::string(3'000'000, 'x')));
  const std::string all = folder_.Path("all"), journal = folder_.Path("journal");
  const Finished first = RunProgram(Command(all, {"--journal", journal}));
  const Finished second =
      RunProgram(Command(all, {"--journal", journal, "-q", "--memory-limit", "1000"}));
  EXPECT_EQ(first.out, second.out);  // an error that no limit would change stays
}

TEST_F(BatchOf, StoppedWhileItWritesAFileItGoesOn) {
  const std::string all = Twelve(), out = folder_.Write("out/ranking", "before");
  const std::string whole = RunProgram(Command(all, {})).out;
  // It hangs on a pipe that nobody writes to, with twelve documents done.
  const std::string pipe = folder_.Path("never");
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  const Strings command = {all,       pipe,         "--job", Job(), "-f", "ndjson",
                           "--as-of", "2026-01-01", "-t",    "1",   "-o", out};
  for (const int number : {SIGINT, SIGTERM, SIGKILL}) {
    RunOptions options;
    options.signal_number = number;
    // It has workers: all that comes before is done.
    options.signal_when = [&](pid_t process) {
      const std::string id = std::to_string(process);
      return !ReadFile("/proc/" + id + "/task/" + id + "/children").empty();
    };
    const Finished stopped = RunProgram(command, options);
    EXPECT_EQ(stopped.exit_code, -number);
    EXPECT_EQ(ReadFile(out), "before");
    if (number != SIGKILL) {
      EXPECT_TRUE(Contains(stopped.err, "the same command goes on from here")) << stopped.err;
    }
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder_.Path("out")), {}), 2);
  }
  std::filesystem::remove(pipe);
  const Finished done = RunProgram(command);
  EXPECT_EQ(done.exit_code, 1);  // the pipe is gone: its record says so
  EXPECT_EQ(ReadFile(out).substr(0, whole.size()), whole);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder_.Path("out")), {}), 1);
}

// ---- Another job for the same résumés.

TEST_F(BatchOf, ACacheChangesNoResult) {
  const std::string all = Twelve(), cache = folder_.Path("cache");
  folder_.Write("all/broken.pdf", "%PDF-1.4\nbroken");
  folder_.Write("all/scan.pdf", MakePdf({}));
  folder_.Write("all/drawn.pdf", MakePdf({"Alex Meyer", "Engineer", "Experience", "Python, Go"}));
  const std::string other = folder_.Write(
      "other.txt", "Platform Engineer\n\nRequirements\n- Python and Kubernetes\n- a degree\n");
  const Strings more = {"--cache", cache};
  const std::string whole = RunProgram(Command(all, {})).out;
  EXPECT_EQ(RunProgram(Command(all, more)).out, whole);  // which fills it
  EXPECT_EQ(RunProgram(Command(all, more)).out, whole);
  const Strings for_other = {all, other, "-f", "ndjson", "--as-of", "2026-01-31"};
  Strings with_cache = for_other;
  with_cache.insert(with_cache.end(), more.begin(), more.end());
  EXPECT_EQ(RunProgram(with_cache).out, RunProgram(for_other).out);
}

TEST_F(BatchOf, ACacheIsUsedAndIsForItsOwnerAlone) {
  const std::string path = Resume("a.txt"), cache = folder_.Path("cache");
  RunProgram(Command(path, {"--cache", cache}));
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(cache)) {
    const auto permissions = entry.status().permissions();
    EXPECT_EQ(
        permissions & (std::filesystem::perms::group_all | std::filesystem::perms::others_all),
        std::filesystem::perms::none)
        << entry.path();
    const bool is_resume = entry.is_regular_file() && entry.path().filename() != "hashes";
    if (is_resume) files.push_back(entry.path());
  }
  ASSERT_EQ(files.size(), 1u);
  // Damaged, it is read anew; and what it says is what comes out.
  const std::string kept = ReadFile(files[0]), whole = RunProgram(Command(path, {})).out;
  for (const size_t size : {size_t{0}, size_t{5}, kept.size() / 2, kept.size() - 1}) {
    std::ofstream(files[0], std::ios::binary) << kept.substr(0, size);
    EXPECT_EQ(RunProgram(Command(path, {"--cache", cache})).out, whole) << size;
    EXPECT_EQ(ReadFile(files[0]), kept) << size;
  }
}

// Whatever put it there: an entry is for one content.
TEST_F(BatchOf, ACacheTakesNoEntryForAnother) {
  const std::string all = Twelve(), cache = folder_.Path("cache");
  const Strings command = Command(all, {"--cache", cache});
  const std::string whole = RunProgram(command).out;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(cache)) {
    const bool is_resume = entry.is_regular_file() && entry.path().filename() != "hashes";
    if (is_resume) files.push_back(entry.path());
  }
  ASSERT_EQ(files.size(), 12u);
  const std::string first = ReadFile(files[0]);
  for (size_t i = 0; i + 1 < files.size(); ++i) {
    std::filesystem::copy_file(files[i + 1], files[i],
                               std::filesystem::copy_options::overwrite_existing);
  }
  std::ofstream(files.back(), std::ios::binary) << first;
  EXPECT_EQ(RunProgram(command).out, whole);
}

// Four processes at a time, which all want to keep the same.
TEST_F(BatchOf, ACacheMayBeShared) {
  const std::string all = Twelve(), cache = folder_.Path("cache");
  const std::string whole = RunProgram(Command(all, {})).out;
  std::string script = "for i in 1 2 3 4; do '" + std::string(ATSMATCH_PROGRAM) + "'";
  for (const std::string& word : Command(all, {"--cache", cache})) script += " '" + word + "'";
  script += " > '" + folder_.Path("out") + "'$i & done; wait";
  RunProgram({"-c", script}, {.program = "/bin/sh"});
  for (const char* name : {"out1", "out2", "out3", "out4"}) {
    EXPECT_EQ(ReadFile(folder_.Path(name)), whole) << name;
  }
  EXPECT_EQ(RunProgram(Command(all, {"--cache", cache})).out, whole);
}

TEST_F(BatchOf, ACacheOfOtherKnowledgeIsNotUsed) {
  const std::string path = Resume("a.txt"), cache = folder_.Path("cache");
  RunProgram(Command(path, {"--cache", cache}));
  RunProgram(Command(path, {"--cache", cache, "--region", "US"}));
  RunProgram({path, Job(), "--cache", cache, "--as-of", "2026-02-01", "-f", "json"});
  RunProgram({path, Job(), "--cache", cache, "--as-of", "2026-02-28", "-f", "json"});
  const std::filesystem::directory_iterator entries(cache);
  EXPECT_EQ(std::count_if(begin(entries), end(entries),
                          [](const auto& entry) { return entry.is_directory(); }),
            3);
}

// What a file holds is known by when it changed, once that is some seconds ago.
TEST_F(BatchOf, ACacheSeesAFileThatChanged) {
  const std::string all = Twelve(), cache = folder_.Path("cache");
  const auto run = [&](const Strings& more) { return RunProgram(Command(all, more)).out; };
  sleep(3);
  const std::string whole = run({});
  EXPECT_EQ(run({"--cache", cache}), whole);
  EXPECT_TRUE(std::filesystem::exists(cache + "/hashes"));
  EXPECT_EQ(run({"--cache", cache}), whole);
  std::string changed = ReadFile(folder_.Path("all/c.txt"));
  changed.replace(changed.find("Python"), 6, "Kotlin");
  folder_.Write("all/c.txt", changed);
  const std::string other = run({});
  EXPECT_NE(other, whole);
  EXPECT_EQ(run({"--cache", cache}), other);
  EXPECT_EQ(run({"--cache", cache}), other);
}

TEST_F(BatchOf, ACacheThatCannotBeWrittenIsAnError) {
  const Finished run =
      RunProgram(Command(Resume("a.txt"), {"--cache", folder_.Path("no/such/folder")}));
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_TRUE(Contains(run.err, "the cache cannot be written")) << run.err;
}

// ---- Batch engines.

// Several processes, each with a part of the list on standard input and a number of its own in
// $PART.
struct Engine {
  const char* name;
  const char* needs;  // a program, which may be missing
  std::string (*command)(const std::string& each);
};
class BatchEngine : public BatchOf, public testing::WithParamInterface<Engine> {
 protected:
  Finished Shell(const std::string& command) {
    return RunProgram({"-c", command}, {.folder = folder_.path(), .program = "/bin/sh"});
  }
};

TEST_P(BatchEngine, CountsAndRanksAsOne) {
  if (Shell(std::string("command -v ") + GetParam().needs).exit_code != 0) {
    GTEST_SKIP() << GetParam().needs << " is not installed";
  }
  const std::string program = ATSMATCH_PROGRAM;
  const std::string all = Twelve();
  std::string list;
  for (char c = 'a'; c < 'm'; ++c) list += all + '/' + c + ".txt\n";
  const std::string paths = folder_.Write("paths", list);

  const std::string counted = RunProgram({"stats", "--files-from", paths, "-q"}).out;
  const Finished stats =
      Shell(GetParam().command(program + " stats --files-from - -q > stats.$PART") + " && " +
            program + " merge-stats stats.*");
  EXPECT_EQ(stats.exit_code, 0) << stats.err;
  EXPECT_EQ(stats.out, counted);
  EXPECT_GE(LinesOf(Shell("ls stats.*").out).size(), 4u);

  // With the words counted by all of them.
  const std::string match = program + " --files-from - --job '" + Job() + "' --statistics '" +
                            folder_.Write("all.stats", stats.out) +
                            "' -f ndjson --as-of 2026-01-01 -q";
  const std::string each = Shell(match + " < paths").out, best = Shell(match + " -k 4 < paths").out;
  EXPECT_EQ(LinesOf(each).size(), 12u);
  EXPECT_EQ(LinesOf(best).size(), 4u);
  EXPECT_EQ(Shell(GetParam().command(match + " > each.$PART") + " && cat each.*").out, each);
  EXPECT_EQ(Shell(GetParam().command(match + " -k 4 > top.$PART") + " && cat top.* | " + program +
                  " merge-top - -k 4")
                .out,
            best);
}

INSTANTIATE_TEST_SUITE_P(Of, BatchEngine,
                         testing::Values(Engine{"Split", "split",
                                                [](const std::string& each) {
                                                  return "split -n l/5 --filter='PART=$FILE; " +
                                                         Quoted(each) + "' paths";
                                                }},
                                         Engine{"GnuParallel", "parallel",
                                                [](const std::string& each) {
                                                  return "parallel --pipe -N 3 -k 'PART={#}; " +
                                                         Quoted(each) + "' < paths";
                                                }}),
                         [](const auto& test) { return std::string(test.param.name); });

TEST_F(BatchOf, ShardsCountAndRankAsOne) {
  const std::string all = Twelve();
  const Strings match = Command(all, {"-q", "-k", "4"});
  Strings top = {"merge-top", "-k", "4"}, stats = {"merge-stats"};
  for (const char* part : {"5", "2", "4", "1", "3"}) {
    const Strings shard = {"--shard", std::string(part) + "/5", "-o"};
    const auto run = [&](Strings command, const char* name, Strings* merge) {
      command.insert(command.end(), shard.begin(), shard.end());
      command.push_back(folder_.Path(std::string(name) + part));
      EXPECT_EQ(RunProgram(command).exit_code, 0);
      merge->push_back(command.back());
    };
    run(match, "top", &top);
    run({"stats", all, "-q"}, "stats", &stats);
  }
  EXPECT_EQ(RunProgram(top).out, RunProgram(match).out);
  EXPECT_EQ(RunProgram(stats).out, RunProgram({"stats", all, "-q"}).out);
}

}  // namespace
}  // namespace atsmatch
