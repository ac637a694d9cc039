// Every command in every format that the help promises, from the outside; what is not promised is
// refused with what is.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "run_program.h"

namespace atsmatch {
namespace {

using Json = nlohmann::json;
using Strings = std::vector<std::string>;

size_t CountOf(const std::string& text, const std::string& part) {
  size_t count = 0;
  for (size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size()) ++count;
  return count;
}

class Formats : public testing::Test {
 protected:
  Formats() {
    job_ = folder_.Write("job.txt", JobText());
    other_job_ = folder_.Write("other.txt", "Pastry Chef\n\nRequirements:\n- Baking\n- Menus\n");
    one_ = folder_.Write("all/a.txt", MakeResume("Marisol Quill", "Backend Engineer", "Python"));
    folder_.Write("all/b.txt", MakeResume("Orrin Ashby", "Cook", "baking"));
  }

  // What was printed, once the form is what the format says; `records` of them.
  std::string Check(const Strings& arguments, const std::string& format, size_t records) {
    Strings all = arguments;
    all.insert(all.end(), {"--format", format, "--quiet"});
    const Finished run = RunProgram(all);
    EXPECT_EQ(run.exit_code, 0) << format << ": " << run.err;
    EXPECT_EQ(run.err, "") << format;
    CheckForm(run.out, format, records);
    return run.out;
  }

  static void CheckForm(const std::string& text, const std::string& format, size_t records) {
    if (format == "json") {
      EXPECT_TRUE(Json::accept(text)) << text;
    } else if (format == "ndjson") {
      EXPECT_EQ(LinesOf(text).size(), records) << text;
      for (const std::string& line : LinesOf(text)) EXPECT_TRUE(Json::accept(line)) << line;
    } else if (format == "csv") {
      EXPECT_EQ(LinesOf(text).size(), records + 1) << text;
      EXPECT_EQ(text.find("rank,"), 0u) << text;
    } else if (format == "html") {
      EXPECT_EQ(text.find("<!DOCTYPE html>"), 0u) << text.substr(0, 200);
      EXPECT_TRUE(Contains(text, "</html>"));
    } else {
      EXPECT_FALSE(Json::accept(text) || Contains(text, "<!DOCTYPE")) << text;
    }
  }

  const TemporaryFolder folder_;
  std::string job_, other_job_, one_;
};

constexpr const char* kAll[] = {"text", "json", "ndjson", "csv", "html"};

TEST_F(Formats, OfOneResumeAndOneJob) {
  for (const char* format : kAll) {
    EXPECT_TRUE(Contains(Check({one_, job_}, format, 1), "Marisol Quill")) << format;
  }
}

TEST_F(Formats, OfARanking) {
  for (const char* format : kAll) {
    const std::string text = Check({folder_.Path("all"), job_}, format, 2);
    const size_t first = text.find("Marisol Quill"), second = text.find("Orrin Ashby");
    EXPECT_NE(first, std::string::npos) << format;
    EXPECT_NE(second, std::string::npos) << format;
    EXPECT_LT(first, second) << format;
  }
}

TEST_F(Formats, OfOneResumeAndSeveralJobs) {
  for (const char* format : kAll) {
    const std::string text = Check({one_, "--job", job_, "--job", other_job_}, format, 2);
    EXPECT_TRUE(Contains(text, "/job.txt")) << format;
    EXPECT_TRUE(Contains(text, "/other.txt")) << format;
  }
}

TEST_F(Formats, OfManyResumesAndSeveralJobs) {
  for (const char* format : kAll) {
    const std::string text =
        Check({folder_.Path("all"), "--job", job_, "--job", other_job_}, format, 4);
    // A table of numbers names the file alone.
    EXPECT_TRUE(Contains(text, std::string(format) == "csv" ? "/other.txt" : "Pastry Chef"))
        << format;
    EXPECT_GE(CountOf(text, "Orrin Ashby"), 2u) << format;
  }
}

TEST_F(Formats, OfRankingsThatAreMerged) {
  std::string parts[2];
  for (const char* shard : {"1/2", "2/2"}) {
    const Finished run = RunProgram({folder_.Path("all"), job_, "--shard", shard, "-f", "ndjson"});
    parts[shard[0] - '1'] = folder_.Write(std::string("part") + shard[0], run.out);
  }
  for (const char* format : kAll) {
    const std::string merged = Check({"merge-top", parts[0], parts[1]}, format, 2);
    EXPECT_LT(merged.find("Marisol Quill"), merged.find("Orrin Ashby")) << format;
    // As if it had been ranked at once.
    if (std::string(format) != "ndjson") {
      EXPECT_EQ(merged, Check({folder_.Path("all"), job_}, format, 2)) << format;
    }
    const std::string best = Check({"merge-top", parts[0], parts[1], "--top", "1"}, format, 1);
    EXPECT_TRUE(Contains(best, "Marisol Quill")) << format;
    EXPECT_FALSE(Contains(best, "Orrin Ashby")) << format;
  }
}

TEST_F(Formats, OfWhatWasRead) {
  EXPECT_TRUE(Contains(Check({"parse", one_}, "json", 1), "Marisol Quill"));
  EXPECT_TRUE(Contains(Check({"parse", folder_.Path("all")}, "ndjson", 2), "Orrin Ashby"));
}

TEST_F(Formats, OfAPosting) {
  for (const char* format : {"text", "json", "ndjson"}) {
    EXPECT_TRUE(Contains(Check({"job", job_}, format, 1), "Backend Engineer")) << format;
  }
}

TEST_F(Formats, OfTheVersion) {
  for (const char* format : {"text", "json"}) {
    EXPECT_TRUE(Contains(RunProgram({"--version", "--format", format}).out, "Poppler")) << format;
  }
}

TEST_F(Formats, ThatACommandDoesNotKnowAreRefused) {
  struct Case {
    Strings arguments;
    const char* says;
  };
  for (const Case& one :
       {Case{{"parse", one_, "-f", "csv"}, "give --format text, json or ndjson"},
        Case{{"parse", one_, "-f", "html"}, "give --format text, json or ndjson"},
        Case{{"job", job_, "-f", "csv"}, "give --format text, json or ndjson"},
        Case{{"job", job_, "-f", "html"}, "give --format text, json or ndjson"},
        Case{{"stats", one_, "-f", "json"}, "--format has no meaning for"},
        Case{{"merge-stats", one_, "-f", "csv"}, "--format has no meaning for"}}) {
    const Finished run = RunProgram(one.arguments);
    EXPECT_EQ(run.exit_code, 2) << one.says;
    EXPECT_EQ(run.out, "");
    EXPECT_TRUE(Contains(run.err, one.says)) << run.err;
    EXPECT_EQ(LinesOf(run.err).size(), 1u) << run.err;
  }
}

}  // namespace
}  // namespace atsmatch
