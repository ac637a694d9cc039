#include "matcher/advice.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/case_file.h"
#include "tests/matcher/posting/read_posting.h"

namespace atsmatch {
namespace {

TEST(AdviceFor, SaysHowEachKindIsShown) {
  for (const CaseLine& line : ReadCases("advice.tsv", 3)) {
    const JobPosting posting =
        ReadPosting("Painter\n\n" + line.columns[0] + ":\n" + line.columns[1] + "\n");
    std::string all;
    for (const Requirement& requirement : posting.requirements) {
      all += (all.empty() ? "" : " // ") + AdviceFor(requirement, BuiltInTaxonomy());
    }
    EXPECT_EQ(all, "if true for you, " + line.columns[2]) << line.where;
  }
}

TEST(AdviceFor, IsASentenceForEveryKind) {
  for (const auto kind :
       {RequirementKind::kSkill, RequirementKind::kTitle, RequirementKind::kYears,
        RequirementKind::kDegree, RequirementKind::kField, RequirementKind::kLicence,
        RequirementKind::kLanguage, RequirementKind::kSoftSkill, RequirementKind::kCondition}) {
    Requirement requirement;
    requirement.text = "the very thing.";
    requirement.kind = kind;
    const std::string advice = AdviceFor(requirement, BuiltInTaxonomy());
    EXPECT_EQ(advice.find("if true for you, "), 0u) << advice;
    EXPECT_NE(advice.find(": \"the very thing\""), std::string::npos) << advice;
  }
}

TEST(AdviceForWord, NamesTheWord) {
  EXPECT_EQ(AdviceForWord("telemetry"),
            "if true for you, use the word \"telemetry\" where you did it");
}

}  // namespace
}  // namespace atsmatch
