// Taxonomy::WithFile: a user's rows, and tables of O*NET.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "matcher/skills/taxonomy.h"

namespace atsmatch {
namespace {

class WithFile : public testing::Test {
 protected:
  std::string Write(const std::string& text) {
    const std::string name = testing::UnitTest::GetInstance()->current_test_info()->name();
    path_ = std::filesystem::temp_directory_path() / ("atsmatch_" + name + ".tsv");
    std::ofstream(path_, std::ios::binary) << text;
    return path_.string();
  }
  void TearDown() override { std::filesystem::remove(path_); }

  // The id of the first match, or "".
  static std::string First(const Taxonomy& taxonomy, std::string_view text) {
    const std::vector<ConceptMatch> matches = taxonomy.FindAll(text);
    return matches.empty() ? ""
                           : taxonomy.concepts()[static_cast<size_t>(matches[0].concept_id)].id;
  }

  std::filesystem::path path_;
};

TEST_F(WithFile, AddsConceptsAndAliases) {
  const Result<Taxonomy> result =
      Taxonomy::WithFile(Write("# ours\nfrobnication\tFrobnication\tskill\twidgets\tfrobbing\tsql\n"
                               "kubernetes\tKubernetes\ttool\tit\tkuber cluster\n"));
  ASSERT_TRUE(result.ok()) << result.error().Message();
  const Taxonomy& taxonomy = result.value();
  EXPECT_EQ(First(taxonomy, "years of frobbing"), "frobnication");
  EXPECT_EQ(First(taxonomy, "a kuber cluster"), "kubernetes");
  EXPECT_EQ(First(taxonomy, "k8s"), "kubernetes");
  EXPECT_EQ(taxonomy.Relatedness(taxonomy.FindId("sql"), taxonomy.FindId("frobnication")), 0.9);
  EXPECT_NE(taxonomy.Fingerprint(), Taxonomy::BuiltIn().Fingerprint());
}

TEST_F(WithFile, ReadsTechnologySkillsOfOnet) {
  const Result<Taxonomy> result = Taxonomy::WithFile(Write(
      "O*NET-SOC Code\tExample\tCommodity Code\tCommodity Title\tHot Technology\tIn Demand\r\n"
      "15-1252.00\tMicrosoft Excel\t43232110\tSpreadsheet software\tY\tN\r\n"
      "15-1252.00\tZorblax Studio\t43232110\tInvented software\tN\tN\r\n"));
  ASSERT_TRUE(result.ok()) << result.error().Message();
  EXPECT_EQ(result.value().concepts().size(), Taxonomy::BuiltIn().concepts().size() + 1);
  EXPECT_EQ(First(result.value(), "using Zorblax Studio"), "onet-zorblax-studio");
}

TEST_F(WithFile, AddsAlternateTitlesToTheOccupationTheyName) {
  const Result<Taxonomy> result =
      Taxonomy::WithFile(Write("O*NET-SOC Code\tAlternate Title\tShort Title\tSource(s)\n"
                               "47-2031.00\tCarpenter\tn/a\t08\n"
                               "47-2031.00\tZorblax Carpentry Wizard\tn/a\t08\n"));
  ASSERT_TRUE(result.ok()) << result.error().Message();
  const Taxonomy& taxonomy = result.value();
  EXPECT_EQ(taxonomy.FindTitle("Zorblax Carpentry Wizard"), taxonomy.FindId("carpenter"));
}

struct Wrong {
  const char* text;
  const char* cause;
};

TEST_F(WithFile, NamesFileLineCauseAndRemedy) {
  constexpr Wrong kWrong[] = {
      {"one\tOne\n", "line 1: a row of 2 columns"},
      {"# x\nBad Id\tOne\ttool\tit\n", "line 2: \"Bad Id\" is no id"},
      {"one\tOne\tgadget\tit\n", "line 1: unknown kind \"gadget\""},
      {"one\tOne\ttool\tit\tOdd{loud}\n", "line 1: unknown flag in \"loud\""},
      {"one\tOne\ttool\tit\tOdd{case\n", "line 1: \"Odd{case\" has no closing brace"},
      {"one\tOne\ttool\tit\t\tnowhere\n", "line 1: no concept has the id \"nowhere\""},
      {"one\t---\ttool\tit\n", "line 1: \"---\" has no words"},
      {"one\tOne\ttool\tit\t\t\t\tmore\n", "line 1: a row of 8 columns"},
      {"O*NET-SOC Code\tExample\n11-1\n", "line 2: 1 columns where the header has 2"},
      {"O*NET-SOC Code\tJob Zone\n", "line 1: a table of O*NET without names"},
  };
  for (const Wrong& wrong : kWrong) {
    const std::string path = Write(wrong.text);
    const Result<Taxonomy> result = Taxonomy::WithFile(path);
    ASSERT_FALSE(result.ok()) << wrong.text;
    EXPECT_EQ(result.error().kind, ErrorKind::kInvalidData);
    EXPECT_NE(result.error().cause.find(path + ": " + wrong.cause), std::string::npos)
        << result.error().cause;
    EXPECT_FALSE(result.error().remedy.empty()) << wrong.text;
  }
}

TEST_F(WithFile, SaysThatAFileIsMissing) {
  const Result<Taxonomy> result = Taxonomy::WithFile("/nonexistent/skills.tsv");
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.error().kind, ErrorKind::kNotFound);
}

TEST_F(WithFile, SurvivesACycle) {
  const Result<Taxonomy> result = Taxonomy::WithFile(
      Write("aa1\tAlpha one\tskill\tx\t\tbb2\nbb2\tBeta two\tskill\tx\t\taa1\n"));
  ASSERT_TRUE(result.ok());
  const Taxonomy& taxonomy = result.value();
  EXPECT_EQ(taxonomy.Relatedness(taxonomy.FindId("aa1"), taxonomy.FindId("sql")), 0);
}

}  // namespace
}  // namespace atsmatch
