// A floor under what is read right: falling through it is a regression, whatever the goldens say.
#include <gtest/gtest.h>

#include "benchmarks/accuracy_json.h"
#include "benchmarks/accuracy_score.h"
#include "parser/json.h"
#include "parser/parse.h"
#include "parser/text/lexicon.h"
#include "tests/sample_files.h"

namespace atsmatch {
namespace {

struct Measured {
  DocumentScore total;
  size_t perfect = 0;
  std::string worst;  // the documents that are not perfect
};

Measured Measure(const std::vector<SampleResume>& samples) {
  const Lexicon lexicon = Lexicon::BuiltIn();
  Measured measured;
  for (const SampleResume& sample : samples) {
    const Result<PlainResume> truth = ReadTruth(ReadFile(sample.truth));
    const Result<ParsedResume> parsed = ParseResume(ReadFile(sample.document), lexicon, {});
    EXPECT_TRUE(truth.ok() && parsed.ok()) << sample.name;
    if (!truth.ok() || !parsed.ok()) continue;
    const Result<PlainResume> read = ReadParsed(ToJsonResume(parsed.value(), {}));
    EXPECT_TRUE(read.ok()) << sample.name;
    if (!read.ok()) continue;
    const DocumentScore score = ScoreResume(truth.value(), read.value());
    measured.total.Add(score);
    measured.perfect += score.perfect;
    if (!score.perfect) measured.worst += " " + sample.name;
  }
  return measured;
}

struct Floor {
  const char* group;
  double f1;  // 0..1
};

TEST(Floor, HoldsOnTheSampleResumes) {
  constexpr Floor kFloors[] = {
      {"name", 0.91},           {"email", 0.99},         {"phone", 0.99},
      {"work.company", 0.91},   {"work.position", 0.97}, {"work.startDate", 0.97},
      {"work.endDate", 0.97},   {"work.text", 0.93},     {"education.institution", 0.85},
      {"education.dates", 0.9}, {"skills", 0.9},
  };
  const Measured measured = Measure(SampleResumes());
  for (const Floor& floor : kFloors) {
    EXPECT_GE(measured.total.group(floor.group).F1(), floor.f1) << floor.group;
  }
  EXPECT_GE(MacroF1(measured.total), 0.91);
  EXPECT_GE(measured.perfect, 8u) << "not perfect:" << measured.worst;
}

TEST(Floor, HoldsOnTheBenchmarkSet) {
  constexpr Floor kFloors[] = {
      {"name", 0.99},
      {"email", 0.95},
      {"phone", 0.99},
      {"work.company", 0.97},
      {"work.position", 0.97},
      {"work.startDate", 0.97},
      {"work.endDate", 0.95},
      {"work.text", 0.95},
      {"education.institution", 0.90},
      {"education.dates", 0.95},
      {"skills", 0.91},
  };
  const Measured measured = Measure(BenchResumes());
  for (const Floor& floor : kFloors) {
    EXPECT_GE(measured.total.group(floor.group).F1(), floor.f1) << floor.group;
  }
  EXPECT_GE(MacroF1(measured.total), 0.955);
  EXPECT_GE(measured.perfect, 17u) << "not perfect:" << measured.worst;
}

TEST(Floor, HoldsOnOfficeDocuments) {
  constexpr Floor kFloors[] = {
      {"name", 0.99},
      {"email", 0.99},
      {"phone", 0.99},
      {"work.company", 0.99},
      {"work.position", 0.99},
      {"work.startDate", 0.99},
      {"work.endDate", 0.99},
      {"work.text", 0.98},
      {"education.institution", 0.98},
      {"education.dates", 0.98},
      {"skills", 0.98},
  };
  const Measured measured = Measure(OfficeResumes());
  for (const Floor& floor : kFloors) {
    EXPECT_GE(measured.total.group(floor.group).F1(), floor.f1) << floor.group;
  }
  EXPECT_GE(MacroF1(measured.total), 0.99);
  EXPECT_GE(measured.perfect, 10u) << "not perfect:" << measured.worst;
}

}  // namespace
}  // namespace atsmatch
