// The measure itself: a measure that cannot fall measures nothing.
#include "benchmarks/accuracy_score.h"

#include <gtest/gtest.h>

#include "benchmarks/accuracy_text.h"
#include "tests/sample_files.h"

namespace atsmatch {
namespace {

PlainResume Read(const std::string& json) { return ReadParsed(json).value(); }

constexpr char kTruth[] = R"({
  "basics": {"name": "Ada Crane", "email": "ada@example.com"},
  "work": [
    {"name": "Quay Ltd", "position": "Cook", "startDate": "2020-03", "highlights": ["Soups and sauces"]},
    {"name": "Harbour Inn", "position": "Porter", "startDate": "2018", "endDate": "2020"}],
  "skills": [{"name": "C"}, {"name": "C++"}]})";

TEST(ScoreResume, GivesTheTruthFullMarks) {
  std::vector<SampleResume> samples = SampleResumes();
  for (SampleResume& sample : BenchResumes()) samples.push_back(sample);
  for (const SampleResume& sample : samples) {
    const PlainResume truth = ReadTruth(ReadFile(sample.truth)).value();
    const DocumentScore score = ScoreResume(truth, truth);
    EXPECT_DOUBLE_EQ(MacroF1(score), 1) << sample.name;
    EXPECT_TRUE(score.perfect) << sample.name;
  }
}

TEST(ScoreResume, GivesSilenceNothing) {
  const DocumentScore score = ScoreResume(ReadTruth(kTruth).value(), Read("{}"));
  EXPECT_EQ(MacroF1(score), 0);
  EXPECT_FALSE(score.perfect);
}

TEST(ScoreResume, PairsEntriesByWhatTheyShare) {
  const DocumentScore score = ScoreResume(ReadTruth(kTruth).value(), Read(R"({
    "work": [{"name": "Harbour Inn", "position": "Porter", "startDate": "2018", "endDate": "2020"},
             {"name": "Quay Ltd", "position": "Cook", "startDate": "2020-04"}]})"));
  EXPECT_EQ(score.group("work.company").F1(), 1);
  EXPECT_EQ(score.group("work.startDate").hits, 1);  // the month of the other is wrong
  EXPECT_EQ(score.group("work.endDate").hits, 2);    // one goes on, and none was read
  EXPECT_EQ(score.group("work.text").F1(), 0);
}

TEST(ScoreResume, CountsInventedEntriesAgainstTheParser) {
  const DocumentScore score = ScoreResume(ReadTruth(kTruth).value(), Read(R"({
    "work": [{"name": "Quay Ltd"}, {"name": "Harbour Inn"}, {"name": "Nowhere Inc"}]})"));
  EXPECT_EQ(score.group("work.company").hits, 2);
  EXPECT_EQ(score.group("work.company").read, 3);
  EXPECT_EQ(score.group("entry_counts").Precision(), 2.0 / 3);
}

TEST(ScoreResume, LeavesWhatIsNotPrintedAlone) {
  const PlainResume truth = ReadTruth(R"({
    "resume": {"skills": [{"name": "Soldering"}, {"name": "Welding"}]},
    "printed": ["skills[0].name"]})")
                                .value();
  const DocumentScore score =
      ScoreResume(truth, Read(R"({"skills": [{"name": "Soldering"}, {"name": "Welding"}]})"));
  EXPECT_EQ(score.group("skills").F1(), 1);
}

TEST(ScoreResume, KnowsHowSureTheParserWas) {
  const DocumentScore score = ScoreResume(ReadTruth(kTruth).value(), Read(R"({
    "basics": {"name": "Ada Crane", "email": "eve@example.com"},
    "meta": {"atsmatch": {"provenance": {"/basics/name": {"confidence": 0.9},
                                          "/basics/email": {"confidence": 0.6}}}}})"));
  ASSERT_EQ(score.judged.size(), 2u);
  EXPECT_EQ(score.judged[0].confidence, 0.9);
  EXPECT_TRUE(score.judged[0].right);
  EXPECT_EQ(score.judged[1].confidence, 0.6);
  EXPECT_FALSE(score.judged[1].right);
}

TEST(ComparesText, AsPeopleDo) {
  EXPECT_TRUE(SameText("O’Rourke", "o'rourke"));
  EXPECT_TRUE(SameText("Oﬃce", "office"));
  EXPECT_FALSE(SameText("", ""));
  EXPECT_TRUE(CloseText("Head of Nursing Care Home", "Head of Nursing, Care"));
  EXPECT_FALSE(CloseText("Staff Nurse", "Nurse"));
  EXPECT_TRUE(SamePhone("+49 (0)551 555 0139", "+495515550139"));
  EXPECT_TRUE(SamePhone("07700 900123", "+447700900123"));
  EXPECT_FALSE(SamePhone("07700 900123", "07700 900124"));
  EXPECT_FALSE(SameSkill("C", "C++"));
  EXPECT_TRUE(SameMark("3.7", "GPA 3.7"));
  EXPECT_EQ(BareUrl("https://www.example.com/"), "example.com");
  EXPECT_TRUE(SameDate("2020-03", "2020-03-01", false));
  EXPECT_FALSE(SameDate("2020-03", "2020", false));
  EXPECT_TRUE(SameDate("2020-03", "2020", true));
}

TEST(BestPairs, FindsTheLargestSum) {
  using Pairs = std::vector<std::pair<size_t, size_t>>;
  EXPECT_EQ(BestPairs({{5, 4}, {4, 0}}), (Pairs{{0, 1}, {1, 0}}));
  EXPECT_EQ(BestPairs({{1}, {3}, {2}}), (Pairs{{1, 0}}));
  EXPECT_EQ(BestPairs({}), Pairs{});
}

}  // namespace
}  // namespace atsmatch
