#include "matcher/terms/statistics.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <utility>

#include "matcher/terms/row_index.h"

namespace atsmatch {
namespace {

TermStatistics Of(std::initializer_list<const char*> documents) {
  TermStatistics statistics;
  for (const char* document : documents) statistics.AddDocument(document);
  return statistics;
}

TEST(TermStatistics, CountsATermOnceADocument) {
  const TermStatistics statistics = Of({"java, java, python", "java", "go"});
  EXPECT_EQ(statistics.documents(), 3u);
  EXPECT_EQ(statistics.DocumentFrequency("java"), 2u);
  EXPECT_EQ(statistics.DocumentFrequency("python"), 1u);
  EXPECT_EQ(statistics.DocumentFrequency("cobol"), 0u);
  EXPECT_DOUBLE_EQ(statistics.Idf("java"), std::log(4.0 / 3.0) + 1);
}

TEST(TermStatistics, MergesInAnyOrder) {
  TermStatistics left = Of({"java", "python"});
  TermStatistics right = Of({"java", "cobol"});
  const TermStatistics both = Of({"java", "python", "java", "cobol"});
  TermStatistics left_first = Of({"java", "python"});
  ASSERT_TRUE(left_first.Merge(right).ok());
  ASSERT_TRUE(right.Merge(left).ok());
  EXPECT_EQ(left_first.ToText(), both.ToText());
  EXPECT_EQ(right.ToText(), both.ToText());
}

TEST(TermStatistics, ReadsWhatItWrote) {
  const std::string text = Of({"c++ and r&d", "node.js", "#hashtag, #1 # c#"}).ToText();
  const Result<TermStatistics> read = TermStatistics::FromText(text);
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.value().ToText(), text);
}

TEST(TermStatistics, RefusesWhatItDidNotWrite) {
  const std::string good = Of({"java"}).ToText();
  std::string other_rules = good;
  other_rules.replace(other_rules.find("snowball"), 8, "porter00");
  EXPECT_FALSE(TermStatistics::FromText(other_rules).ok());
  EXPECT_FALSE(TermStatistics::FromText("").ok());
  EXPECT_FALSE(TermStatistics::FromText("java\t1\n").ok());
  EXPECT_FALSE(TermStatistics::FromText(good + "java\t1\n").ok()) << "a term comes twice";
  EXPECT_FALSE(TermStatistics::FromText(good + "zebra\t2\n").ok()) << "more than the documents";
  EXPECT_FALSE(TermStatistics::FromText(good + "zebra\t-1\n").ok());
  EXPECT_FALSE(TermStatistics::FromText(good + "zebra\n").ok());
  const std::string header = good.substr(0, good.find("java"));
  EXPECT_FALSE(TermStatistics::FromText(header + "\n# zebra\t1\n").ok()) << "a header to the next";
}

TEST(TermStatistics, DropsRareTerms) {
  TermStatistics statistics = Of({"java", "java", "cobol"});
  statistics.DropRare(2);
  EXPECT_EQ(statistics.DocumentFrequency("java"), 2u);
  EXPECT_EQ(statistics.DocumentFrequency("cobol"), 0u);
  EXPECT_EQ(statistics.documents(), 3u);
}

TEST(TermStatistics, HasABackgroundInWhichTradesAreRare) {
  const TermStatistics statistics = TermStatistics::BuiltIn();
  EXPECT_GT(statistics.documents(), 5000u);
  EXPECT_GT(statistics.Idf("kubernet"), statistics.Idf("softwar"));
  EXPECT_GT(statistics.Idf("softwar"), statistics.Idf("work"));
  EXPECT_GT(statistics.DocumentFrequency("regist nurs"), 0u);
}

TEST(TermStatistics, KnowsWhichWordsOfPostingsEveryResumeIsMadeOf) {
  const TermStatistics postings = TermStatistics::BuiltIn();
  const TermStatistics resumes = TermStatistics::BuiltInResumes();
  EXPECT_GT(resumes.documents(), 600u);
  EXPECT_LT(resumes.Idf("microsoft offic"), postings.Idf("microsoft offic"));
  EXPECT_GT(resumes.Idf("candid"), postings.Idf("candid"));  // nobody says it of herself
}

TEST(TermStatistics, AddsToTheBackground) {
  TermStatistics statistics = TermStatistics::BuiltIn();
  const uint64_t before = statistics.DocumentFrequency("softwar");
  statistics.AddDocument("software");
  EXPECT_EQ(statistics.DocumentFrequency("softwar"), before + 1);
  EXPECT_NE(statistics.ToText().find("\nsoftwar\t" + std::to_string(before + 1) + "\n"),
            std::string::npos);
}

TEST(RowIndex, FindsWholeKeysOnly) {
  const std::string_view rows = "# a comment\t1\ncat\t3\ncat fish\t4\ndog\t5";
  const std::vector<uint64_t> slots = RowSlots(rows);
  const RowIndex index(rows, slots);
  EXPECT_EQ(index.Find("cat"), "3");
  EXPECT_EQ(index.Find("cat fish"), "4");
  EXPECT_EQ(index.Find("dog"), "5");
  EXPECT_EQ(index.Find("ca"), std::nullopt);
  EXPECT_EQ(index.Find("# a comment"), std::nullopt);
  EXPECT_EQ(RowIndex().Find("cat"), std::nullopt);
}

}  // namespace
}  // namespace atsmatch
