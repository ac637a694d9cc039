// The HTML reports and --blind from the outside.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "run_program.h"

namespace atsmatch {
namespace {

using Json = nlohmann::json;

class Reports : public testing::Test {
 protected:
  std::string Job() { return folder_.Write("job.md", JobText()); }
  std::string Person() {
    return folder_.Write(
        "all/quill.pdf",
        MakePdf(LinesOf(MakeResume("Marisol Quill", "Backend Engineer",
                                   "Python, PostgreSQL, Docker, for Marisol Quill"))));
  }
  std::string People() {
    Person();
    folder_.Write("all/ashby.txt", MakeResume("Orrin Ashby", "Cook", "baking, menus"));
    folder_.Write("all/broken-ashby.pdf", "%PDF-1.4 broken");
    return folder_.Path("all");
  }
  TemporaryFolder folder_;
};

TEST_F(Reports, DrawThePagesOfOneResume) {
  const std::string report = folder_.Path("report.html");
  const Finished run = RunProgram({Person(), Job(), "--format", "html", "-o", report});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  const std::string html = ReadFile(report);
  EXPECT_TRUE(Contains(html, "<!DOCTYPE html>"));
  EXPECT_TRUE(Contains(html, "src=\"data:image/webp;base64,UklG"));
  EXPECT_TRUE(Contains(html, "class=\"box field p-basics\""));
  EXPECT_TRUE(Contains(html, "<h1 dir=\"auto\">Marisol Quill</h1>"));
  EXPECT_LT(html.size(), 1500000u);
}

TEST_F(Reports, AreTheSameWithAnyNumberOfWorkers) {
  const std::vector<std::string> arguments = {People(), Job(),     "--format",
                                              "html",   "--as-of", "2026-03-01"};
  std::vector<std::string> one = arguments, two = arguments;
  one.insert(one.end(), {"--threads", "1"});
  two.insert(two.end(), {"--threads", "2"});
  const Finished first = RunProgram(one);
  EXPECT_EQ(first.exit_code, 1);
  EXPECT_TRUE(Contains(first.out, "Orrin Ashby"));
  EXPECT_TRUE(Contains(first.out, "broken-ashby.pdf"));
  EXPECT_EQ(first.out, RunProgram(two).out);
}

// A page that is quickly read, and filled with a pattern of more tiles than can be painted.
std::string EndlessPdf() {
  const std::string page =
      "/Pattern cs /P scn 0 0 612 792 re f BT 0 g /F1 11 Tf 72 700 Td 14 TL "
      "(Marisol Quill) Tj T* (marisol@example.com) Tj T* (Experience) Tj T* "
      "(Backend Engineer, Example Works) Tj T* (2018 - 2023) Tj T* (Worked with Python) Tj ET";
  const std::string tile = "1 0 0 rg 0 0 0.002 0.002 re f";
  const std::vector<std::string> objects = {
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << "
      "/F1 5 0 R >> /Pattern << /P 6 0 R >> >> >>",
      "<< /Length " + std::to_string(page.size()) + " >>\nstream\n" + page + "\nendstream",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
      "<< /Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 0.004 0.004] /XStep "
      "0.004 /YStep 0.004 /Resources << >> /Length " +
          std::to_string(tile.size()) + " >>\nstream\n" + tile + "\nendstream"};
  std::string pdf = "%PDF-1.4\n";
  for (size_t i = 0; i < objects.size(); ++i) {
    pdf += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  return pdf + "trailer\n<< /Size 7 /Root 1 0 R >>\n%%EOF\n";
}

TEST_F(Reports, LoseThePictureOnlyWhenDrawingTakesTooLong) {
  const std::string resume = folder_.Write("endless.pdf", EndlessPdf());
  const std::string report = folder_.Path("report.html");
  const Finished run =
      RunProgram({resume, Job(), "--format", "html", "-o", report, "--cpu-limit", "1"});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  const std::string html = ReadFile(report);
  EXPECT_TRUE(Contains(html, "There is no picture of this page."));
  EXPECT_TRUE(Contains(html, "Marisol Quill"));
}

TEST_F(Reports, HideWhoItIsAboutWhenBlind) {
  const std::string people = People(), job = Job();
  for (const char* format : {"text", "json", "ndjson", "csv", "html"}) {
    const Finished run = RunProgram({people, job, "--blind", "--format", format});
    EXPECT_EQ(run.exit_code, 1) << format;
    EXPECT_TRUE(Contains(run.out, "candidate-")) << format;
    for (const char* personal :
         {"Marisol", "Quill", "quill", "Orrin", "shby", "name@", "212 555", "0142"}) {
      EXPECT_FALSE(Contains(run.out, personal)) << format << " shows " << personal;
    }
  }
  for (const char* format : {"text", "json", "html"}) {
    const Finished run = RunProgram({Person(), job, "--blind", "--format", format});
    EXPECT_EQ(run.exit_code, 0) << format << run.err;
    for (const char* personal :
         {"Marisol", "Quill", "quill", "name@", "212 555", "0142", "image/webp"}) {
      EXPECT_FALSE(Contains(run.out, personal)) << format << " shows " << personal;
    }
    EXPECT_TRUE(Contains(run.out, "Backend Engineer")) << format;
  }
  const Finished parsed = RunProgram({"parse", Person(), "--blind"});
  EXPECT_FALSE(Contains(parsed.out, "Quill") || Contains(parsed.out, "name@"));
  EXPECT_TRUE(Contains(parsed.out, "Example Works"));
}

TEST_F(Reports, HaveTheSameScoresWhenBlind) {
  const std::string people = People(), job = Job();
  std::vector<double> scores[2];
  for (const bool blind : {false, true}) {
    std::vector<std::string> arguments = {people,   job,       "--format",
                                          "ndjson", "--as-of", "2026-03-01"};
    if (blind) arguments.emplace_back("--blind");
    for (const std::string& line : LinesOf(RunProgram(arguments).out)) {
      const Json record = Json::parse(line, nullptr, false);
      ASSERT_TRUE(record.is_object());
      if (record["status"] == "ok") scores[blind ? 1 : 0].push_back(record["score"].get<double>());
    }
  }
  EXPECT_EQ(scores[0].size(), 2u);
  EXPECT_EQ(scores[0], scores[1]);
}

}  // namespace
}  // namespace atsmatch
