// The built program from the outside: what people and batch engines meet.
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "run_program.h"

namespace atsmatch {
namespace {

using Json = nlohmann::json;
using Strings = std::vector<std::string>;

Strings operator+(Strings a, const Strings& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

// Of text without wide characters.
long Columns(const std::string& line) {
  return std::count_if(line.begin(), line.end(), [](char c) { return (c & 0xc0) != 0x80; });
}

std::vector<Json> Records(const std::string& ndjson) {
  std::vector<Json> records;
  for (const std::string& line : LinesOf(ndjson)) {
    records.push_back(Json::parse(line, nullptr, false));
    EXPECT_TRUE(records.back().is_object()) << line;
  }
  return records;
}

class Program : public testing::Test {
 protected:
  std::string Good(const std::string& name = "good.txt") {
    return folder_.Write(name, MakeResume("Jordan Rivera", "Backend Engineer",
                                          "Python, PostgreSQL, Docker, Kubernetes"));
  }
  std::string Poor(const std::string& name = "poor.txt") {
    return folder_.Write(name, MakeResume("Sam Okafor", "Pastry Chef", "baking, chocolate, menus"));
  }
  std::string Job() { return folder_.Write("job.md", JobText()); }

  // Four résumés and one that cannot be read.
  std::string Folder() {
    Good("all/c/good.txt");
    Poor("all/b.txt");
    folder_.Write("all/a.md", MakeResume("Kim Larsen", "Data Engineer", "Python, Kafka, Spark"));
    folder_.Write("all/d.pdf",
                  MakePdf({"Alex Meyer", "Backend Engineer", "alex@example.com", "Experience",
                           "Backend Engineer, Example Inc", "2019 - 2024",
                           "Ran Python services on Kubernetes with Docker"}));
    folder_.Write("all/e.pdf", "%PDF-1.4\nbroken");
    return folder_.Path("all");
  }

  TemporaryFolder folder_;
};

// ---- What cannot be read: exit code 3 for one, a cause, and never a crash.

struct Unreadable {
  const char* name;
  std::string content;
  const char* kind;

  friend void PrintTo(const Unreadable& document, std::ostream* out) { *out << document.name; }
};

class OneBadDocument : public Program, public testing::WithParamInterface<Unreadable> {};

TEST_P(OneBadDocument, IsAnErrorWithItsCause) {
  const std::string path = folder_.Write("resume.pdf", GetParam().content);
  const Finished parse = RunProgram({"parse", path});
  EXPECT_EQ(parse.exit_code, 3);
  EXPECT_EQ(parse.out, "");
  EXPECT_EQ(parse.err.rfind("atsmatch: error: " + path + ": ", 0), 0u) << parse.err;

  const Finished match = RunProgram({path, Job(), "--format", "ndjson"});
  EXPECT_EQ(match.exit_code, 3);
  const auto records = Records(match.out);
  ASSERT_EQ(records.size(), 1u);
  EXPECT_EQ(records[0]["status"], "error");
  EXPECT_EQ(records[0]["resume"], path);
  EXPECT_EQ(records[0]["error"]["kind"], GetParam().kind);
  EXPECT_FALSE(records[0].contains("score"));
}

INSTANTIATE_TEST_SUITE_P(
    Each, OneBadDocument,
    testing::Values(Unreadable{"Empty", "", "empty"}, Unreadable{"White", " \n\t \n", "empty"},
                    Unreadable{"Truncated", MakePdf({"x"}).substr(0, 60), "damaged"},
                    Unreadable{"NoTextLayer", MakePdf({}), "no-text"},
                    Unreadable{"BrokenArchive",
                               std::string("PK\x03\x04", 4) + std::string(400, '\1'), "damaged"},
                    Unreadable{"RichText", "{\\rtf1 Jordan}", "not-supported"},
                    Unreadable{"PasswordProtected",
                               ReadFile(ATSMATCH_SOURCE_DIR "/tests/data/password.pdf"),
                               "encrypted"}),
    [](const auto& info) { return info.param.name; });

TEST_F(Program, SaysThatAFileIsMissing) {
  const Finished run = RunProgram({folder_.Path("nobody.pdf"), Job()});
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_EQ(run.err, "atsmatch: error: " + folder_.Path("nobody.pdf") +
                         ": no such file or folder; check the path\n");
}

TEST_F(Program, SaysThatAJobIsMissing) {
  const Finished run = RunProgram({Good(), folder_.Path("nojob.txt")});
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_TRUE(Contains(run.err, "nojob.txt: no such file or folder")) << run.err;
}

TEST_F(Program, NamesTheFilesOfAFolderThatItDoesNotRead) {
  folder_.Write("mixed/cv.doc", "\xD0\xCF\x11\xE0" + std::string(400, '\1'));
  folder_.Write("mixed/renamed.cv", "%PDF-1.4\nbroken");
  folder_.Write("mixed/list.json", "{}");
  const auto records =
      Records(RunProgram({folder_.Path("mixed"), Job(), "--format", "ndjson"}).out);
  ASSERT_EQ(records.size(), 3u);
  EXPECT_EQ(records[0]["error"]["kind"], "not-supported");
  EXPECT_EQ(records[1]["status"], "skipped");
  EXPECT_EQ(records[2]["error"]["kind"], "damaged");
}

TEST_F(Program, SaysThatAFolderHoldsNoResumes) {
  folder_.Write("bare/notes.json", "x");
  folder_.Write("bare/.hidden.txt", "x");
  const Finished run = RunProgram({folder_.Path("bare"), Job()});
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_TRUE(Contains(run.out, "the folder holds no résumés")) << run.out;
}

TEST_F(Program, RefusesAFolderAsAJob) {
  const Finished run = RunProgram({Good(), Folder()});
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_TRUE(Contains(run.err, "a folder where a job posting is meant")) << run.err;
}

TEST_F(Program, RefusesAPictureAsAJob) {
  const std::string picture = folder_.Write("job.png", "\x89PNG\r\n\x1a\n and so on");
  const Finished run = RunProgram({Good(), picture});
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_TRUE(Contains(run.err, "a PNG picture is not a format that atsmatch reads")) << run.err;
}

TEST_F(Program, SurvivesFiftyMegabytesOfNoise) {
  std::string noise(50u << 20, '\0');
  uint64_t state = 88172645463325252u;
  for (char& c : noise) {
    state ^= state << 13, state ^= state >> 7, state ^= state << 17;
    c = static_cast<char>(state);
  }
  const Finished run = RunProgram({"parse", folder_.Write("noise.txt", noise), Good(), "--quiet"});
  EXPECT_EQ(run.exit_code, 1);
  const auto records = Records(run.out);
  ASSERT_EQ(records.size(), 2u);
  EXPECT_EQ(records[0]["status"], "error");
  EXPECT_EQ(records[1]["basics"]["name"], "Jordan Rivera");
}

TEST_F(Program, ReadsBrokenUtf8AsValidJson) {
  const std::string path = folder_.Write("latin.txt",
                                         "Jos\xe9 Garc\xed"
                                         "a\nEngineer\n\nSkills\nPython\xff, \xc3\x28, Docker\n");
  const Finished run = RunProgram({"parse", path});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_TRUE(Json::accept(run.out)) << run.out;
}

TEST_F(Program, PrintsWhatWasReadForPeople) {
  const Finished run = RunProgram({"parse", Good(), "--format", "text"});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_EQ(run.out.rfind("Jordan Rivera (", 0), 0u) << run.out;
  for (const char* said : {"What an ATS reads in the file", "Job title 1", "What would trip an ATS",
                           "Timeline of positions and gaps"}) {
    EXPECT_TRUE(Contains(run.out, said)) << said << "\n" << run.out;
  }
  EXPECT_FALSE(Contains(run.out, "The résumé as text"));
  EXPECT_FALSE(Contains(run.out, "\x1b"));
  const Finished full = RunProgram({"parse", Good(), "--format", "text", "--full"});
  EXPECT_TRUE(Contains(full.out, "The résumé as text")) << full.out;
  EXPECT_FALSE(Contains(full.out, "words of the job")) << full.out;
  const Finished blind = RunProgram({"parse", Good(), "--format", "text", "--full", "--blind"});
  EXPECT_EQ(blind.out.rfind("candidate-", 0), 0u) << blind.out;
  EXPECT_FALSE(Contains(blind.out, "Rivera")) << blind.out;
}

TEST_F(Program, PrintsWhatWasReadOfEachFileForPeople) {
  const std::string empty = folder_.Write("empty.pdf", "");
  const Finished run = RunProgram({"parse", Good(), empty, Good(), "--format", "text"});
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_TRUE(Contains(run.err, empty)) << run.err;
  const std::string one = RunProgram({"parse", Good(), "--format", "text"}).out;
  EXPECT_EQ(run.out, one + "\n" + one);
}

TEST_F(Program, AnEmptyJobScoresNothing) {
  for (const char* text : {"", "   \n", "\xef\xbb\xbf"}) {
    const std::string job = folder_.Write("empty.txt", text);
    const Finished run = RunProgram({Good(), job, "--format", "json"});
    EXPECT_EQ(run.exit_code, 3);
    EXPECT_TRUE(Contains(run.err, "asks for nothing that could be scored")) << run.err;
    const Json record = Json::parse(run.out, nullptr, false);
    ASSERT_TRUE(record.is_object()) << run.out;
    EXPECT_TRUE(record["score"].is_null());
    EXPECT_EQ(record["band"], "not-scored");
    EXPECT_EQ(RunProgram({Folder(), job}).exit_code, 3);
  }
}

// ---- Usage: exit code 2 and what was probably meant.

struct WrongUse {
  Strings arguments;
  const char* says;

  // ctest shows it beside the number of the case.
  friend void PrintTo(const WrongUse& use, std::ostream* out) { *out << use.says; }
};
class AWrongCommandLine : public testing::TestWithParam<WrongUse> {};

TEST_P(AWrongCommandLine, IsRefusedWithAdvice) {
  const Finished run = RunProgram(GetParam().arguments);
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_EQ(run.out, "");
  EXPECT_EQ(run.err.rfind("atsmatch: error: ", 0), 0u) << run.err;
  EXPECT_TRUE(Contains(run.err, GetParam().says)) << run.err;
  EXPECT_EQ(std::count(run.err.begin(), run.err.end(), '\n'), 1) << run.err;
}

INSTANTIATE_TEST_SUITE_P(
    Each, AWrongCommandLine,
    testing::Values(WrongUse{{"--formt", "json", "a", "b"}, "did you mean '--format'?"},
                    WrongUse{{"-Z", "a", "b"}, "there is no option '-Z'"},
                    WrongUse{{"prase", "resume.pdf"}, "did you mean 'parse'?"},
                    WrongUse{{"merge-stat", "x"}, "did you mean 'merge-stats'?"},
                    WrongUse{{"version"}, "did you mean '--version'?"},
                    WrongUse{{"help", "jobb"}, "did you mean 'job'?"},
                    WrongUse{{"resume.pdf"}, "a résumé and a job posting are needed"},
                    WrongUse{{"parse"}, "there is no input"},
                    WrongUse{{"merge-top"}, "name files; see 'atsmatch help merge-top'"},
                    WrongUse{{"-", "-"}, "standard input (-) is named more than once"},
                    WrongUse{{"a", "b", "--output"}, "give the path of a file"},
                    WrongUse{{"job"}, "a job posting is missing"},
                    WrongUse{{"a", "b", "--format", "xml"}, "give text, json, ndjson, csv or html"},
                    WrongUse{{"a", "b", "--format"}, "--format needs a value; give text, json"},
                    WrongUse{{"a", "b", "-k"}, "--top needs a value; give a whole number"},
                    WrongUse{{"a", "b", "--threads", "0"}, "whole number from 1"},
                    WrongUse{{"a", "b", "--threads", "two"}, "whole number from 1"},
                    WrongUse{{"a", "b", "--min-score", "101"}, "from 0 to 100"},
                    WrongUse{{"a", "b", "--min-score", "nan"}, "from 0 to 100"},
                    WrongUse{{"a", "b", "--as-of", "2026-02-30"}, "YYYY-MM-DD"},
                    WrongUse{{"a", "b", "--shard", "5/4"}, "1 <= I <= N"},
                    WrongUse{{"a", "b", "--shard", "0/4"}, "1 <= I <= N"},
                    WrongUse{{"a", "b", "--region", "Texas"}, "two letters"},
                    WrongUse{{"a", "b", "--top", "3", "--top", "4"}, "more than once"},
                    WrongUse{{"parse", "a", "--min-score", "3"}, "no meaning for 'atsmatch parse'"},
                    WrongUse{{"parse", "a", "--format", "csv"}, "no table and no HTML"},
                    WrongUse{{"a", "b", "--lexicons", "/nonexistent"}, "/nonexistent"},
                    WrongUse{{"a", "b", "--taxonomy", "/nonexistent"}, "/nonexistent"},
                    WrongUse{{"a", "b", "--statistics", "/nonexistent"}, "/nonexistent"},
                    WrongUse{{"parse", "--files-from", "/nonexistent"}, "/nonexistent"}));

TEST(ProgramHelp, NamesEveryCommandAndFitsATerminal) {
  const Finished run = RunProgram({"--help"});
  EXPECT_EQ(run.exit_code, 0);
  for (const char* word :
       {"parse", "job", "stats", "merge-stats", "merge-top", "--format", "Exit codes"}) {
    EXPECT_TRUE(Contains(run.out, word)) << word;
  }
  for (const char* topic : {"", "parse", "job", "stats", "merge-stats", "merge-top"}) {
    const Finished page = RunProgram(*topic == '\0' ? Strings{"help"} : Strings{"help", topic});
    EXPECT_EQ(page.exit_code, 0);
    for (const std::string& line : LinesOf(page.out)) EXPECT_LE(Columns(line), 80) << line;
    if (*topic != '\0') {
      EXPECT_EQ(RunProgram({topic, "--help"}).out, page.out);
    }
  }
}

TEST(ProgramHelp, NamesItsVersions) {
  const Finished run = RunProgram({"--version"});
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_EQ(run.out.rfind("atsmatch ", 0), 0u);
  for (const char* word : {"lexicon", "taxonomy", "poppler"}) EXPECT_TRUE(Contains(run.out, word));
}

// ---- One résumé.

TEST_F(Program, ReportsOneResume) {
  const Finished run = RunProgram({Good(), Job()});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_EQ(run.err, "");
  for (const char* part : {"Jordan Rivera", "Score ", "What the score is made of",
                           "Requirements: ", "Keywords", "What an ATS reads", "name@example.com"}) {
    EXPECT_TRUE(Contains(run.out, part)) << part << "\n" << run.out;
  }
}

TEST_F(Program, EveryFormatSaysTheSameScore) {
  const Strings inputs = {Good(), Job(), "--as-of", "2026-01-01"};
  const Json record = Json::parse(RunProgram(inputs + Strings{"--format", "json"}).out);
  const double score = record["score"];
  double sum = 0;
  for (const Json& feature : record["breakdown"]) sum += feature["points"].get<double>();
  EXPECT_NEAR(sum, score, 1e-6);
  EXPECT_EQ(Records(RunProgram(inputs + Strings{"--format", "ndjson"}).out).at(0), record);
  char text[32];
  snprintf(text, sizeof(text), "Score %.1f of 100", score);
  EXPECT_TRUE(Contains(RunProgram(inputs).out, text));
  snprintf(text, sizeof(text), "1,%.4f,", score);
  EXPECT_TRUE(Contains(RunProgram(inputs + Strings{"--format", "csv"}).out, text));
}

TEST_F(Program, ReadsStandardInput) {
  const std::string job = Job();
  RunOptions options;
  options.input = MakeResume("Jordan Rivera", "Backend Engineer", "Python");
  const Finished resume = RunProgram({"-", job, "--format", "ndjson"}, options);
  EXPECT_EQ(resume.exit_code, 0) << resume.err;
  EXPECT_EQ(Records(resume.out).at(0)["resume"], "-");
  options.input = JobText();
  const Finished posting = RunProgram({"job", "-", "--format", "json"}, options);
  EXPECT_EQ(Json::parse(posting.out)["title"], "Backend Engineer");
}

TEST_F(Program, ReadsAJobThatIsAPdf) {
  const std::string job = folder_.Write(
      "job.pdf",
      MakePdf({"Backend Engineer", "Requirements", "Experience with Python and PostgreSQL"}));
  const Finished run = RunProgram({"job", job, "--format", "json"});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_TRUE(Contains(run.out, "PostgreSQL")) << run.out;
}

TEST_F(Program, MinScoreIsAnExitCode) {
  EXPECT_EQ(RunProgram({Good(), Job(), "--min-score", "1"}).exit_code, 0);
  EXPECT_EQ(RunProgram({Good(), Job(), "--min-score", "100"}).exit_code, 1);
  EXPECT_EQ(RunProgram({Good(), Job(), "--min-score", "100", "--format", "ndjson"}).exit_code, 1);
}

TEST_F(Program, JobSaysWhatItUnderstood) {
  const Finished json = RunProgram({"job", Job(), "--format", "json"});
  const Json job = Json::parse(json.out);
  EXPECT_EQ(job["title"], "Backend Engineer");
  EXPECT_FALSE(job["must_have"].empty());
  EXPECT_EQ(job["nice_to_have"], Json::array({"Kafka"}));
  EXPECT_EQ(job["min_years"], 3);
  EXPECT_EQ(job["degree"], "bachelor");
  EXPECT_TRUE(job["licences"].is_array());
  EXPECT_TRUE(Contains(RunProgram({"job", Job()}).out, "Kafka"));
}

// ---- Many.

TEST_F(Program, OneRecordADocumentInTheOrderOfTheInputs) {
  const std::string all = Folder();
  const Finished run = RunProgram({all, Job(), "--format", "ndjson"});
  EXPECT_EQ(run.exit_code, 1);
  std::vector<std::string> order;
  for (const Json& record : Records(run.out)) order.push_back(record["resume"]);
  EXPECT_EQ(order, (Strings{all + "/a.md", all + "/b.txt", all + "/c/good.txt", all + "/d.pdf",
                            all + "/e.pdf"}));
}

TEST_F(Program, RanksTheBetterOneFirst) {
  const Finished run = RunProgram({Folder(), Job()});
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_LT(run.out.find("Jordan Rivera"), run.out.find("Sam Okafor")) << run.out;
  EXPECT_TRUE(Contains(run.out, "e.pdf: the PDF is damaged")) << run.out;
  EXPECT_TRUE(Contains(run.out, "4 résumés ranked, 1 not read")) << run.out;
}

TEST_F(Program, DoesNotDependOnTheNumberOfWorkers) {
  const std::string all = Folder(), job = Job();
  for (const char* format : {"text", "json", "ndjson", "csv"}) {
    const Strings arguments = {all, job, "--format", format, "--as-of", "2026-01-01"};
    const Finished one = RunProgram(arguments + Strings{"--threads", "1"});
    const Finished two = RunProgram(arguments + Strings{"--threads", "2"});
    const Finished again = RunProgram(arguments + Strings{"--threads", "2"});
    EXPECT_EQ(one.out, two.out);
    EXPECT_EQ(two.out, again.out);
    EXPECT_EQ(one.err, two.err);
    EXPECT_FALSE(one.out.empty());
  }
  EXPECT_EQ(RunProgram({"parse", all, "-t", "1"}).out, RunProgram({"parse", all, "-t", "2"}).out);
}

TEST_F(Program, ShardsMergeIntoTheWhole) {
  const std::string all = Folder(), job = Job();
  const Strings arguments = {all, job, "--format", "ndjson", "--as-of", "2026-01-01", "--top", "2"};
  const std::string whole = RunProgram(arguments).out;
  Strings parts = {"merge-top", "--top", "2"};
  for (const char* shard : {"3/3", "1/3", "2/3"}) {
    const std::string path = folder_.Path(std::string("part") + shard[0]);
    RunProgram(arguments + Strings{"--shard", shard, "-o", path});
    parts.push_back(path);
  }
  const Finished merged = RunProgram(parts);
  EXPECT_EQ(merged.exit_code, 0) << merged.err;
  EXPECT_EQ(merged.out, whole);
  EXPECT_EQ(LinesOf(whole).size(), 3u);  // two results and the error, which is never dropped
}

TEST_F(Program, StatisticsMergeIntoTheWhole) {
  const std::string all = Folder();
  const std::string whole = RunProgram({"stats", all, "-q"}).out;
  Strings parts = {"merge-stats"};
  for (const char* shard : {"2/2", "1/2"}) {
    const std::string path = folder_.Path(std::string("stats") + shard[0]);
    RunProgram({"stats", all, "-q", "--shard", shard, "-o", path});
    parts.push_back(path);
  }
  EXPECT_EQ(RunProgram(parts).out, whole);
  const std::string path = folder_.Write("statistics", whole);
  EXPECT_EQ(RunProgram({Good(), Job(), "--statistics", path}).exit_code, 0);
  EXPECT_EQ(RunProgram({"merge-stats", path, Job()}).exit_code, 2);
}

TEST_F(Program, TakesPathsFromAList) {
  const std::string good = Good("with space.txt"), poor = Poor("line\nbreak.txt"), job = Job();
  RunOptions options;
  options.input = good + "\n\n" + folder_.Path("nobody.pdf") + "\r\n";
  auto records = Records(RunProgram({"--files-from", "-", job, "-f", "ndjson"}, options).out);
  ASSERT_EQ(records.size(), 2u);
  EXPECT_EQ(records[0]["status"], "ok");
  EXPECT_EQ(records[1]["error"]["kind"], "not-found");
  options.input = poor + '\0' + good + '\0';
  records = Records(RunProgram({"--files-from", "-", "-0", job, "-f", "ndjson"}, options).out);
  ASSERT_EQ(records.size(), 2u);
  EXPECT_EQ(records[0]["resume"], poor);
  EXPECT_EQ(records[0]["status"], "ok");
}

TEST_F(Program, SearchesFoldersWithCare) {
  Good("tree/b.TXT");
  folder_.Write("tree/noextension", MakePdf({"Alex Meyer", "Engineer"}));
  folder_.Write("tree/README", "no PDF");
  folder_.Write("tree/photo.png", "x");
  Good("tree/.git/hidden.txt");
  ASSERT_EQ(symlink("..", folder_.Path("tree/loop").c_str()), 0);
  ASSERT_EQ(symlink("nowhere.pdf", folder_.Path("tree/dangling.pdf").c_str()), 0);
  std::vector<std::string> order;
  for (const Json& record :
       Records(RunProgram({folder_.Path("tree"), "-j", Job(), "-f", "ndjson"}).out)) {
    if (record["status"] == "skipped") continue;
    order.push_back(record["resume"].get<std::string>().substr(folder_.path().size() + 1));
  }
  // The loop leads to the folder above, whose own files are found once, the tree not again.
  EXPECT_EQ(order,
            (Strings{"tree/b.TXT", "tree/dangling.pdf", "tree/loop/job.md", "tree/noextension"}));
}

TEST_F(Program, NamesThatAreNotUtf8StayValidJson) {
  const std::string path = Good("r\xe9sum\xe9.txt");
  const auto records = Records(RunProgram({path, Job(), "-f", "ndjson"}).out);
  ASSERT_EQ(records.size(), 1u);
  EXPECT_EQ(records[0]["status"], "ok");
  EXPECT_TRUE(Contains(records[0]["resume_percent"], "r%E9sum%E9.txt"));
}

TEST_F(Program, SaysWhichFilesAreTheSame) {
  const std::string first = Good("1.txt"), second = Good("2.txt");
  const auto records = Records(RunProgram({first, second, Job(), "-f", "ndjson"}).out);
  ASSERT_EQ(records.size(), 2u);
  EXPECT_FALSE(records[0].contains("duplicate_of"));
  EXPECT_EQ(records[1]["duplicate_of"], first);
  EXPECT_TRUE(Contains(RunProgram({first, second, Job()}).out, "duplicate"));
}

TEST_F(Program, SeveralJobsGiveAMatrix) {
  const std::string other =
      folder_.Write("chef.txt", "Pastry Chef\n\nRequirements\n- baking and chocolate\n- menus\n");
  const Strings arguments = {Good(), Poor(), "-j", Job(), "-j", other};
  EXPECT_EQ(Records(RunProgram(arguments + Strings{"-f", "ndjson"}).out).size(), 4u);
  const std::string text = RunProgram(arguments).out;
  EXPECT_TRUE(Contains(text, "Ranking for: Backend Engineer")) << text;
  EXPECT_TRUE(Contains(text, "Ranking for: Pastry Chef")) << text;
  const std::string jobs = RunProgram({Poor(), "-j", Job(), "-j", other}).out;
  EXPECT_LT(jobs.find("chef.txt"), jobs.find("job.md")) << jobs;
}

TEST_F(Program, FailOnChoosesTheExitCode) {
  const std::string all = Folder(), job = Job();
  EXPECT_EQ(RunProgram({all, job, "--fail-on", "any"}).exit_code, 1);
  EXPECT_EQ(RunProgram({all, job, "--fail-on", "all"}).exit_code, 0);
  EXPECT_EQ(RunProgram({folder_.Path("all/e.pdf"), job, "--fail-on", "all"}).exit_code, 3);
  EXPECT_EQ(RunProgram({folder_.Path("all/e.pdf"), job, "--fail-on", "none"}).exit_code, 0);
}

TEST_F(Program, TheSandboxChangesNoResult) {
  const std::string all = Folder();
  const Finished inside = RunProgram({"parse", all}),
                 outside = RunProgram({"parse", all, "--no-sandbox"});
  std::vector<Json> read_inside = Records(inside.out), read_outside = Records(outside.out);
  ASSERT_EQ(read_inside.size(), read_outside.size());
  for (size_t i = 0; i < read_inside.size(); ++i) {
    // That there was none is recorded, and is all that differs.
    if (!read_outside[i].contains("error")) {
      EXPECT_EQ(read_outside[i]["meta"]["atsmatch"]["sandbox"], false);
      read_outside[i]["meta"]["atsmatch"].erase("sandbox");
    }
    EXPECT_EQ(read_inside[i], read_outside[i]);
  }
  EXPECT_TRUE(Contains(inside.out, "Alex Meyer")) << inside.out;
}

// ---- Where results go.

TEST_F(Program, WritesAFileWhole) {
  const std::string path = folder_.Write("out/report.txt", "before");
  const Finished run = RunProgram({Good(), Job(), "-o", path});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_EQ(run.out, "");
  EXPECT_TRUE(Contains(ReadFile(path), "Score "));
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder_.Path("out")), {}), 1);
}

TEST_F(Program, SaysThatTheOutputCannotBeWritten) {
  for (const std::string& path :
       {folder_.Path("no/such/folder/report"), folder_.path(), std::string("/dev/full")}) {
    const Finished run = RunProgram({Good(), Job(), "-o", path});
    EXPECT_EQ(run.exit_code, 2) << path;
    EXPECT_TRUE(Contains(run.err, "atsmatch: error: ")) << run.err;
    EXPECT_TRUE(Contains(run.err, path)) << run.err;
  }
}

TEST_F(Program, SaysThatTheDiskIsFull) {
  RunOptions options;
  options.output_to = "/dev/full";
  const Finished run = RunProgram({Good(), Job()}, options);
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_TRUE(Contains(run.err, "No space left on device; make room on the disk")) << run.err;
}

TEST_F(Program, EndsQuietlyWhenNobodyReads) {
  RunOptions options;
  options.close_output = true;
  for (const char* format : {"text", "ndjson", "csv"}) {
    const Finished run = RunProgram({Good(), Poor(), Job(), "-f", format}, options);
    EXPECT_EQ(run.exit_code, -SIGPIPE);
    EXPECT_EQ(run.err, "");
  }
}

// ---- Escaping.

TEST_F(Program, ATerminalGetsNoControlCharacters) {
  const std::string escape = "\x1b]0;owned\x07\x1b[31m", bidi = "\xe2\x80\xae";
  const std::string path = folder_.Write(
      "evil\x1b[2J.txt",
      MakeResume("Eve " + bidi + escape + "Moore", "Engineer " + escape, "Python" + escape));
  const std::string job =
      folder_.Write("job.md", JobText() + "- Experience with " + escape + bidi + "Go\n");
  const Finished report = RunProgram({path, job, "--color", "never"});
  const Finished table =
      RunProgram({path, Good(), folder_.Path("no\x1b[2J.pdf"), job, "--color", "never"});
  const Finished error = RunProgram({"parse", folder_.Path("no\x1b[2J\n.pdf")});
  const Finished posting = RunProgram({"job", job, "--color", "never"});
  for (const Finished& run : {report, table, error, posting}) {
    for (const char unsafe : {'\x1b', '\x07', '\x7f', '\r'}) {
      EXPECT_FALSE(Contains(run.out + run.err, std::string(1, unsafe))) << run.out << run.err;
    }
    EXPECT_FALSE(Contains(run.out + run.err, bidi));
  }
  EXPECT_TRUE(Contains(report.out, "Score ")) << report.err;
}

TEST_F(Program, CsvHoldsNoFormulas) {
  const std::string path = folder_.Write(
      "=cmd.txt", MakeResume("=HYPERLINK(\"http://example.com\")", "Engineer", "Python"));
  Finished run;
  {
    RunOptions options;
    options.folder = folder_.path();
    Poor("+1.txt"), Poor("@sum.txt"), Good("-x\"y.txt");
    run = RunProgram(
        {"-f", "csv", "--job", Job(), "--", "=cmd.txt", "+1.txt", "@sum.txt", "-x\"y.txt"},
        options);
  }
  EXPECT_EQ(LinesOf(run.out).size(), 5u) << run.out << run.err;
  for (const char* cell : {",'=cmd.txt,", ",'+1.txt,", ",'@sum.txt,", ",\"'-x\"\"y.txt\","}) {
    EXPECT_TRUE(Contains(run.out, cell)) << cell << "\n" << run.out;
  }
  for (const char* cell : {",=", ",+", ",@", ",\"="})
    EXPECT_FALSE(Contains(run.out, cell)) << run.out;
}

TEST_F(Program, ColoursOnlyWhenAsked) {
  const Strings inputs = {Good(), Job()};
  EXPECT_FALSE(Contains(RunProgram(inputs).out, "\x1b["));
  EXPECT_TRUE(Contains(RunProgram(inputs + Strings{"--color", "always"}).out, "\x1b[1m"));
}

TEST_F(Program, LinesFitEightyColumns) {
  for (const Finished& run :
       {RunProgram({Good(), Job()}), RunProgram({Folder(), Job()}), RunProgram({"job", Job()})}) {
    for (const std::string& line : LinesOf(run.out)) {
      EXPECT_LE(Columns(line), 80) << line;
    }
  }
}

TEST_F(Program, ErrorsHoldNoTextOfTheResume) {
  const std::string path = folder_.Write("r.pdf", "%PDF-1.4\nSECRETNAME secret@example.com");
  const Finished run = RunProgram({path, Job()});
  EXPECT_FALSE(Contains(run.err + run.out, "SECRET")) << run.err;
}

}  // namespace
}  // namespace atsmatch
