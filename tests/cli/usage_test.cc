// The built program as somebody meets it who does not know it yet.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "run_program.h"

namespace atsmatch {
namespace {

TEST(Usage, NothingAtAllIsAnsweredWithHowToBegin) {
  const Finished run = RunProgram({});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_EQ(run.out, "");
  EXPECT_TRUE(Contains(run.err, "atsmatch resume.pdf job.txt")) << run.err;
  EXPECT_LE(std::count(run.err.begin(), run.err.end(), '\n'), 24);
  EXPECT_EQ(RunProgram({"-h"}).out, run.err);
}

TEST(Usage, VersionIsTextOrJson) {
  const Finished text = RunProgram({"--version"});
  EXPECT_EQ(text.exit_code, 0);
  const Finished run = RunProgram({"-V", "--format", "json"});
  const auto json = nlohmann::json::parse(run.out, nullptr, false);
  ASSERT_TRUE(json.is_object()) << run.out;
  const std::string version = json["version"];
  EXPECT_EQ(text.out.substr(0, text.out.find('\n')), "atsmatch " + version);
  for (const char* library : {"ICU", "fmt", "Poppler", "Boost"}) {
    ASSERT_TRUE(json["libraries"].contains(library)) << run.out;
    EXPECT_TRUE(
        Contains(text.out, library + (" " + json["libraries"][library].get<std::string>())));
  }
}

TEST(Usage, TheManualAndTheCompletionsAreWritten) {
  EXPECT_EQ(RunProgram({"man"}).out.rfind(".TH ATSMATCH 1", 0), 0u);
  EXPECT_TRUE(Contains(RunProgram({"completions", "bash"}).out, "complete -F _atsmatch atsmatch"));
  const Finished other = RunProgram({"completions", "tcsh"});
  EXPECT_EQ(other.exit_code, 2);
  EXPECT_TRUE(Contains(other.err, "give bash, zsh or fish")) << other.err;
}

TEST(Usage, ResumeAndJobThatWereSwappedAreNoticed) {
  const TemporaryFolder folder;
  const std::string job = folder.Write("job.txt", JobText());
  const std::string resume =
      folder.Write("resume.txt",
                   "Jordan Rivera\nname@example.com\n\nExperience\n\nEngineer, Example Works\nJan "
                   "2018 - Dec 2023\n- Ran Python services\n\nCook, Example Inn\n2015 - 2017\n");
  const Finished swapped = RunProgram({job, resume});
  EXPECT_EQ(swapped.err, "atsmatch: warning: " + resume +
                             ": what is given as the job posting reads like a résumé; give the "
                             "résumé first and the job last: atsmatch RESUME JOB\n");
  EXPECT_EQ(RunProgram({job, resume, "--quiet"}).err, "");
  EXPECT_EQ(RunProgram({resume, job}).err, "");
}

TEST(Usage, OfficeDocumentsAreReadLikeOthers) {
  const std::string samples = ATSMATCH_SOURCE_DIR "/corpora/bench-office/";
  for (const char* name : {"word-times__accountant-in.docx", "uk-grouped-years__gap-us.odt"}) {
    const Finished run = RunProgram({"parse", samples + name});
    EXPECT_EQ(run.exit_code, 0) << run.err;
    const auto json = nlohmann::json::parse(run.out, nullptr, false);
    ASSERT_TRUE(json.is_object()) << run.out;
    EXPECT_TRUE(json["basics"].contains("email"));
    EXPECT_GE(json["work"].size(), 2u);
    // A posting of this kind is read in a worker too.
    EXPECT_EQ(RunProgram({"job", samples + name, "-q"}).exit_code, 0);
    auto outside = nlohmann::json::parse(RunProgram({"parse", samples + name, "--no-sandbox"}).out,
                                         nullptr, false);
    EXPECT_EQ(outside["meta"]["atsmatch"]["sandbox"], false);
    outside["meta"]["atsmatch"].erase("sandbox");
    EXPECT_EQ(outside, json);
  }
}

class ConfigFile : public testing::Test {
 protected:
  Finished Run(const std::vector<std::string>& arguments) {
    return RunProgram(arguments, {.environment = {"XDG_CONFIG_HOME=" + folder_.path(),
                                                  "HOME=" + folder_.Path("home"),
                                                  "XDG_CONFIG_DIRS=" + folder_.Path("shared")}});
  }
  TemporaryFolder folder_;
};

TEST_F(ConfigFile, IsFoundWhereXdgSays) {
  const std::string shared = folder_.Write("shared/atsmatch/config", "top = 3\n");
  EXPECT_TRUE(Contains(Run({"--print-config"}).out, "# from " + shared + ":1\ntop = 3\n"));
  const std::string own = folder_.Write("atsmatch/config", "top = 5\n");
  const Finished run = Run({"--print-config"});
  EXPECT_TRUE(Contains(run.out, "# from " + own + ":1\ntop = 5\n")) << run.out;
  EXPECT_TRUE(Contains(Run({"--print-config", "--no-config"}).out, "\n#top = "));
  const Finished home =
      RunProgram({"--print-config"}, {.environment = {"HOME=" + folder_.Path("h")}});
  EXPECT_TRUE(Contains(home.out, "\n#top = ")) << home.out;
}

TEST_F(ConfigFile, IsUsed) {
  const std::string job = folder_.Write("job.txt", JobText());
  folder_.Write("all/a.txt", MakeResume("Jordan Rivera", "Backend Engineer", "Python"));
  folder_.Write("all/b.txt", MakeResume("Kim Larsen", "Data Engineer", "Kafka"));
  const std::vector<std::string> arguments = {folder_.Path("all"), job, "--format", "csv"};
  EXPECT_EQ(LinesOf(Run(arguments).out).size(), 3u);
  folder_.Write("atsmatch/config", "top = 1\n");
  EXPECT_EQ(LinesOf(Run(arguments).out).size(), 2u);
}

TEST_F(ConfigFile, OneThatIsWrongStopsTheWorkButNotTheHelp) {
  folder_.Write("atsmatch/config", "tpo = 1\n");
  const Finished run = Run({"a.txt", "b.txt"});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_TRUE(Contains(run.err, "atsmatch/config:1: there is no key 'tpo'; did you mean 'top'?"))
      << run.err;
  EXPECT_EQ(Run({"--help"}).exit_code, 0);
  EXPECT_EQ(Run({"--version"}).exit_code, 0);
  const Finished missing = Run({"a.txt", "b.txt", "--config", folder_.Path("none")});
  EXPECT_EQ(missing.exit_code, 2);
  EXPECT_TRUE(Contains(missing.err, "none: no such file or folder")) << missing.err;
}

TEST_F(ConfigFile, VerboseSaysWhatIsUsed) {
  const std::string job = folder_.Write("job.txt", JobText());
  const std::string resume =
      folder_.Write("r.txt", MakeResume("Jordan Rivera", "Backend Engineer", "Python"));
  const std::string config = folder_.Write("atsmatch/config", "threads = 1\n");
  const Finished run = Run({resume, job, "-v"});
  EXPECT_EQ(run.exit_code, 0);
  for (const std::string& part : {"configuration: " + config, std::string("threads = 1 (from "),
                                  std::string("workers: 1"), std::string("done: 1, failed: 0")}) {
    EXPECT_TRUE(Contains(run.err, part)) << part << " in " << run.err;
  }
  EXPECT_FALSE(Contains(run.err, "Jordan"));
  EXPECT_EQ(Run({resume, job, "--quiet"}).err, "");
  EXPECT_EQ(Run({resume, job, "--quiet"}).out, run.out);
}

// "atsmatch: FILE: 1 page, 0.02 s, read" -> "FILE: 1 page, T, read", without what is said at the
// start and at the end.
std::vector<std::string> LinesOfDocuments(const std::string& err, const std::string& folder) {
  std::vector<std::string> lines;
  for (std::string line : LinesOf(err)) {
    const size_t at = line.find(folder + "/");
    if (line.rfind("atsmatch: ", 0) != 0 || at != 10 || line.find(": ", at) == std::string::npos) {
      continue;
    }
    line = line.substr(at + folder.size() + 1);
    const size_t unit = line.find(" s, ");
    if (unit != std::string::npos) {
      const size_t begin = line.rfind(' ', unit - 1) + 1;
      EXPECT_EQ(line.find_first_not_of("0123456789.", begin), unit) << line;
      line.replace(begin, unit + 2 - begin, "T");
    }
    lines.push_back(line);
  }
  return lines;
}

TEST_F(ConfigFile, VerboseSaysHowEachDocumentWent) {
  using Strings = std::vector<std::string>;
  const std::string job = folder_.Write("job.txt", JobText());
  folder_.Write("all/a.pdf", MakePdf(LinesOf(MakeResume("Jordan Rivera", "Engineer", "Python"))));
  folder_.Write("all/b.pdf", "%PDF-1.4 broken");
  folder_.Write("all/c.jpg", "\xff\xd8\xff\xe0 JFIF");
  folder_.Write("all/d.txt", MakeResume("Kim Larsen", "Data Engineer", "Kafka"));
  const std::string all = folder_.Path("all");
  const Strings once = {"a.pdf: 1 page, T, read", "b.pdf: T, not read: damaged", "c.jpg: skipped",
                        "d.txt: 1 page, T, read"};
  const Finished run = Run({all, job, "-v", "--journal", folder_.Path("journal")});
  EXPECT_EQ(LinesOfDocuments(run.err, all), once) << run.err;
  for (const char* text : {"Jordan", "Larsen", "Python", "Kafka"}) {
    EXPECT_FALSE(Contains(run.err, text)) << run.err;
  }
  const Finished again = Run({all, job, "-v", "--journal", folder_.Path("journal")});
  EXPECT_EQ(LinesOfDocuments(again.err, all),
            (Strings{"a.pdf: 1 page, read, known from the journal",
                     "b.pdf: not read: damaged, known from the journal", "c.jpg: skipped",
                     "d.txt: 1 page, read, known from the journal"}))
      << again.err;
  EXPECT_EQ(again.out, run.out);
  const Strings cached = {all, job, "-v", "--cache", folder_.Path("cache")};
  Run(cached);
  EXPECT_EQ(LinesOfDocuments(Run(cached).err, all),
            (Strings{"a.pdf: T, read, known from the cache",
                     "b.pdf: not read: damaged, known from the cache", "c.jpg: skipped",
                     "d.txt: T, read, known from the cache"}));
  EXPECT_EQ(LinesOfDocuments(Run({"parse", all, "-v"}).err, all), once);
  EXPECT_TRUE(LinesOfDocuments(Run({"parse", all}).err, all).empty());
}

}  // namespace
}  // namespace atsmatch
