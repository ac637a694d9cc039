// The worked example of docs/score.md holds what the program computes, and its numbers lead from
// what was measured to the score.
//
//   ATSMATCH_UPDATE_GOLDENS=1 ctest --preset release -R WorkedExample     writes it anew
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "run_program.h"

namespace atsmatch {
namespace {

using Json = nlohmann::ordered_json;

constexpr char kBegin[] = "<!-- example -->\n", kEnd[] = "<!-- /example -->";

std::string SourceFile(const std::string& name) {
  return std::string(ATSMATCH_SOURCE_DIR) + "/" + name;
}

std::string Decimal(double value, int decimals) {
  char text[32];
  std::snprintf(text, sizeof(text), "%.*f", decimals, value);
  return text;
}

struct Line {
  double weight = 0, low = 0, high = 1;
};
// corpora/weights.tsv: id, weight, low, high, label.
std::map<std::string, Line> Weights() {
  std::map<std::string, Line> lines;
  for (const std::string& row : LinesOf(ReadFile(SourceFile("corpora/weights.tsv")))) {
    if (row.empty() || row[0] == '#') continue;
    std::istringstream fields(row);
    std::string id;
    Line line;
    fields >> id >> line.weight >> line.low >> line.high;
    lines[id] = line;
  }
  return lines;
}

Json Record() {
  const Finished run = RunProgram({SourceFile("corpora/resumes/nurse-ie/resume.pdf"),
                                   SourceFile("corpora/jobs/coronary_care_nurse_ireland.txt"),
                                   "--as-of", "2026-03-01", "--format", "json"});
  return Json::parse(run.out, nullptr, false);
}

// 0 up to where the line starts, 1 from where it ends.
double OnLine(double raw, const Line& line) {
  return std::clamp((raw - line.low) / (line.high - line.low), 0.0, 1.0);
}

std::string TableOf(const Json& record, const std::map<std::string, Line>& lines) {
  std::string table =
      "| part | measured | 0 at | 1 at | value | most points | points |\n"
      "| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n";
  for (const Json& feature : record["breakdown"]) {
    const std::string label = feature["label"];
    if (!feature["used"].get<bool>()) {
      table += "| " + label + " | not asked | | | | | |\n";
      continue;
    }
    const Line& line = lines.at(feature["id"]);
    table += "| " + label + " | " + Decimal(feature["raw"], 3) + " | " + Decimal(line.low, 3) +
             " | " + Decimal(line.high, 3) + " | " + Decimal(feature["value"], 3) + " | " +
             Decimal(feature["max_points"], 2) + " | " + Decimal(feature["points"], 2) + " |\n";
  }
  return table + "| **Score** | | | | | 100 | **" + Decimal(record["score"], 2) + "** |\n\n" +
         "Most of it is lost on " +
         [&] {
           std::string costliest;
           double most = -1;
           for (const Json& feature : record["breakdown"]) {
             const double lost =
                 feature["max_points"].get<double>() - feature["points"].get<double>();
             if (feature["used"].get<bool>() && lost > most) {
               most = lost;
               costliest =
                   "*" + feature["label"].get<std::string>() + "* (" + Decimal(lost, 2) + ")";
             }
           }
           return costliest;
         }() +
         "; what would bring most, " + record["advice"][0]["text"].get<std::string>() +
         ": +" + Decimal(record["advice"][0]["points"], 1) + ".\n";
}

TEST(WorkedExample, IsWhatTheProgramComputes) {
  const Json record = Record();
  ASSERT_TRUE(record.is_object());
  const std::string expected = TableOf(record, Weights());
  const std::string path = SourceFile("docs/score.md");
  std::string page = ReadFile(path);
  const size_t begin = page.find(kBegin), end = page.find(kEnd);
  ASSERT_TRUE(begin != std::string::npos && end != std::string::npos && begin < end);
  const size_t from = begin + std::string(kBegin).size();
  if (std::getenv("ATSMATCH_UPDATE_GOLDENS") != nullptr) {
    std::ofstream(path, std::ios::binary) << page.substr(0, from) << expected << page.substr(end);
    return;
  }
  EXPECT_EQ(page.substr(from, end - from), expected)
      << "run with ATSMATCH_UPDATE_GOLDENS=1 when the score has changed on purpose";
}

TEST(WorkedExample, LeadsFromWhatWasMeasuredToTheScore) {
  const Json record = Record();
  const std::map<std::string, Line> lines = Weights();
  double used = 0, points = 0, most = 0;
  for (const Json& feature : record["breakdown"]) {
    if (feature["used"].get<bool>()) used += lines.at(feature["id"]).weight;
  }
  ASSERT_GT(used, 0);
  for (const Json& feature : record["breakdown"]) {
    if (!feature["used"].get<bool>()) continue;
    const Line& line = lines.at(feature["id"]);
    const std::string id = feature["id"];
    EXPECT_NEAR(feature["value"].get<double>(), OnLine(feature["raw"], line), 1e-3) << id;
    EXPECT_NEAR(feature["max_points"].get<double>(), 100 * line.weight / used, 1e-3) << id;
    EXPECT_NEAR(feature["points"].get<double>(),
                feature["value"].get<double>() * feature["max_points"].get<double>(), 1e-2)
        << id;
    points += feature["points"].get<double>();
    most += feature["max_points"].get<double>();
  }
  EXPECT_NEAR(most, 100, 1e-2);
  EXPECT_NEAR(points, record["score"].get<double>(), 1e-3);
}

}  // namespace
}  // namespace atsmatch
