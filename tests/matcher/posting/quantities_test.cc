#include "matcher/posting/quantities.h"

#include <gtest/gtest.h>

namespace atsmatch {
namespace {

double MinYears(std::string_view text) {
  const auto years = FindYears(text, PostingRules::Get());
  return years ? years->min : -1;
}

TEST(FindYears, TakesYearsOfExperience) {
  EXPECT_EQ(MinYears("5+ years of Java"), 5);
  EXPECT_EQ(MinYears("at least three years in sales"), 3);
  EXPECT_EQ(MinYears("minimum of five (5) years' experience"), 5);
  EXPECT_EQ(MinYears("2-4 yrs experience"), 2);
  EXPECT_EQ(MinYears("12 months experience"), 1);
  EXPECT_EQ(MinYears("a couple of years experience"), 2);
}

TEST(FindYears, LeavesOtherSpansAlone) {
  for (const char* text : {"must be 18 years of age", "a two year contract", "founded 20 years ago",
                           "over the last 5 years", "$15 a year", "within 2 years of hire",
                           "a 4 year degree", "100 years of history"})
    EXPECT_EQ(MinYears(text), -1) << text;
}

TEST(FindYears, TakesTheUpperEnd) {
  const auto years = FindYears("3 to 5 years of experience", PostingRules::Get());
  ASSERT_TRUE(years);
  EXPECT_EQ(years->max, 5);
  const auto open = FindYears("up to 3 years of experience", PostingRules::Get());
  ASSERT_TRUE(open);
  EXPECT_EQ(open->min, 0);
  EXPECT_EQ(open->max, 3);
}

std::string_view Degree(std::string_view text) {
  const auto degree = FindDegree(text, PostingRules::Get());
  return degree ? DegreeWord(degree->level) : "none";
}

TEST(FindDegree, TakesTheLowestThatWouldDo) {
  EXPECT_EQ(Degree("Bachelor's or Master's degree in Physics"), "bachelor");
  EXPECT_EQ(Degree("Master's or PhD"), "master");
  EXPECT_EQ(Degree("BS/BA required"), "bachelor");
  EXPECT_EQ(Degree("PhD degree in Chemistry"), "doctorate");
  EXPECT_EQ(Degree("high school diploma or GED"), "high school");
}

TEST(FindDegree, LeavesLookalikesAlone) {
  for (const char* text : {"a high degree of accuracy", "MS Office", "based in Baltimore, MD",
                           "360 degree feedback", "as needed", "support your associates"})
    EXPECT_EQ(Degree(text), "none") << text;
}

TEST(FindDegree, TellsWhetherExperienceMayStandIn) {
  EXPECT_TRUE(
      FindDegree("Bachelor's degree or equivalent experience", PostingRules::Get())->or_equivalent);
  EXPECT_TRUE(FindDegree("Bachelor's degree or 5+ years of related work", PostingRules::Get())
                  ->or_equivalent);
  EXPECT_FALSE(
      FindDegree("Bachelor's degree in Finance or Economics", PostingRules::Get())->or_equivalent);
}

TEST(DegreeWord, GoesBothWays) {
  for (const char* word :
       {"high school", "vocational", "associate", "bachelor", "master", "doctorate"})
    EXPECT_EQ(DegreeWord(DegreeLevel(word)), word);
  EXPECT_EQ(DegreeWord(0), "");
  EXPECT_EQ(DegreeLevel("knighthood"), 0);
}

}  // namespace
}  // namespace atsmatch
