#include "matcher/posting/title.h"

#include <gtest/gtest.h>

#include "tests/case_file.h"
#include "tests/matcher/posting/read_posting.h"

namespace atsmatch {
namespace {

TEST(CleanTitle, LeavesTheTitleOnly) {
  for (const CaseLine& line : ReadCases("posting_titles.tsv", 2))
    EXPECT_EQ(CleanTitle(line.columns[0], BuiltInLexicon()), line.columns[1]) << line.where;
}

TEST(ParsePosting, FindsTheTitle) {
  EXPECT_EQ(ReadPosting("Job Title: Payroll Clerk\nLocation: Leeds\n").title, "Payroll Clerk");
  EXPECT_EQ(ReadPosting("Payroll Clerk\n\nWe pay people.\n").title, "Payroll Clerk");
  EXPECT_EQ(ReadPosting("Our shop on the square is looking for an experienced Payroll Clerk to "
                        "join the team of nine.")
                .title,
            "Payroll Clerk");
}

TEST(ParsePosting, FindsTheTitleBehindPraise) {
  EXPECT_EQ(ReadPosting("At Harbour Lane we are looking for a smart, creative and results-oriented "
                        "Payroll Clerk who is keen to learn the trade of our shop on the square.")
                .title,
            "Payroll Clerk");
  EXPECT_EQ(
      ReadPosting("We are looking for somebody to join Harbour Lane Tools, who have made clocks "
                  "in the shop on the square since the year in which it was built.")
          .title,
      "");
}

TEST(LevelOfTitle, TellsHowSeniorTheJobIs) {
  for (const CaseLine& line : ReadCases("posting_levels.tsv", 2))
    EXPECT_EQ(std::to_string(LevelOfTitle(line.columns[0], BuiltInLexicon())), line.columns[1])
        << line.where << ": " << line.columns[0];
}

TEST(ParsePosting, ReadsTheLevelOfTheTitle) {
  EXPECT_EQ(ReadPosting("Senior Accountant\n").level, 3);
  EXPECT_EQ(ReadPosting("Junior Accountant\n").level, 1);
  EXPECT_EQ(ReadPosting("Accountant\n").level, 0);
}

TEST(ParsePosting, TakesTheOccupationThatTheTextConfirms) {
  for (const CaseLine& line : ReadCases("posting_occupations.tsv", 2)) {
    const int found = ReadPosting(line.columns[0]).title_concept;
    const std::string id =
        found < 0 ? "none" : BuiltInTaxonomy().concepts()[static_cast<size_t>(found)].id;
    EXPECT_EQ(id, line.columns[1]) << line.where << ": " << line.columns[0];
  }
}

}  // namespace
}  // namespace atsmatch
