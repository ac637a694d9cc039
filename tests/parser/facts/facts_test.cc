#include "parser/facts/facts.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "parser/parse.h"
#include "parser/text/lexicon.h"

namespace atsmatch {
namespace {

constexpr Date kToday{2026, 3, 1};

const Lexicon& TestLexicon() {
  static const Lexicon lexicon = Lexicon::BuiltIn();
  return lexicon;
}

Text Say(std::string value) {
  Text text;
  text.value = std::move(value);
  text.confidence = 1;
  return text;
}

DateField At(Date date) {
  DateField field;
  field.value = date;
  field.confidence = date.year == 0 ? 0 : 1;
  return field;
}

Work Held(std::string title, Date start, Date end, std::string did = "") {
  Work work;
  work.position = Say(std::move(title));
  work.start = At(start);
  work.end = At(end);
  work.is_current.value = end.year == 0;
  work.is_current.confidence = 1;
  if (!did.empty()) work.highlights.push_back(Say(std::move(did)));
  return work;
}

Facts FactsOf(std::vector<Work> work, std::vector<std::string> skills = {}) {
  ParsedResume parsed;
  parsed.resume.work = std::move(work);
  Skill list;
  list.name = Say("Skills");
  for (std::string& skill : skills) list.keywords.push_back(Say(std::move(skill)));
  parsed.resume.skills.push_back(std::move(list));
  return FindFacts(parsed, TestLexicon(), kToday);
}

TEST(FindFacts, CountsOverlappingPositionsOnce) {
  const Facts facts = FactsOf({Held("Nurse", {2020, 1}, {2021, 12}),
                               Held("Tutor", {2021, 1}, {2022, 6}), Held("Nurse", {2024, 1}, {})});
  EXPECT_EQ(facts.work_months, 30 + 27);
  EXPECT_EQ(facts.volunteer_months, std::nullopt);
}

TEST(FindFacts, LeavesUndatedPositionsOut) {
  Work undated;
  undated.position = Say("Cook");
  const Facts facts = FactsOf({Held("Cook", {2020, 1}, {2020, 6}), undated});
  EXPECT_EQ(facts.work_months, 6);
  EXPECT_EQ(facts.undated_positions, 1u);
}

TEST(FindFacts, KnowsNothingWithoutDates) { EXPECT_EQ(FactsOf({}).work_months, std::nullopt); }

TEST(FindFacts, DependsOnNothingButTheDateGiven) {
  ParsedResume parsed;
  parsed.resume.work = {Held("Clerk", {2020, 1}, {})};
  EXPECT_EQ(FindFacts(parsed, TestLexicon(), {2020, 12, 31}).work_months, 12);
  EXPECT_EQ(FindFacts(parsed, TestLexicon(), {2021, 12, 1}).work_months, 24);
}

TEST(FindGaps, NamesTheMonthsBetweenPositions) {
  const Facts facts =
      FactsOf({Held("Chef", {2022, 1}, {2023, 1}), Held("Cook", {2019, 5}, {2021, 3})});
  ASSERT_EQ(facts.gaps.size(), 1u);
  EXPECT_EQ(facts.gaps[0].from, (Date{2021, 4, 0}));
  EXPECT_EQ(facts.gaps[0].to, (Date{2021, 12, 0}));
  EXPECT_EQ(facts.gaps[0].months, 9);
}

TEST(FindGaps, ClaimsNoneThatTheDatesMayClose) {
  struct Case {
    const char* why;
    Work before, after;
  };
  const Case cases[] = {
      {"three months", Held("", {2019, 1}, {2019, 12}), Held("", {2020, 4}, {2021, 1})},
      {"years alone", Held("", {2015, 0}, {2017, 0}), Held("", {2018, 0}, {2020, 0})},
      {"inside a longer position", Held("", {2010, 1}, {2020, 1}), Held("", {2011, 1}, {2011, 2})},
      {"an open end", Held("", {2015, 1}, {}), Held("", {2018, 0}, {2020, 0})},
  };
  for (const Case& item : cases) {
    EXPECT_TRUE(FactsOf({item.before, item.after}).gaps.empty()) << item.why;
  }
}

TEST(FindGaps, TellsTheMonthsSpentInEducation) {
  ParsedResume parsed;
  parsed.resume.work = {Held("Cook", {2015, 1}, {2015, 12}), Held("Chef", {2018, 1}, {2019, 1})};
  Education school;
  school.start = At({2016, 9});
  school.end = At({2017, 6});
  parsed.resume.education.push_back(school);
  const Facts facts = FindFacts(parsed, TestLexicon(), kToday);
  ASSERT_EQ(facts.gaps.size(), 1u);
  EXPECT_EQ(facts.gaps[0].months, 24);
  EXPECT_EQ(facts.gaps[0].months_elsewhere, 10);
}

TEST(FindSkillUse, AddsUpThePositionsThatShowTheSkill) {
  const Facts facts =
      FactsOf({Held("Engineer", {2024, 3}, {}, "Rewrote the billing in Go and PostgreSQL."),
               Held("Engineer", {2020, 1}, {2021, 12}, "Moved a C++ service to PostgreSQL")},
              {"Go", "C++", "C", "PostgreSQL", "Haskell"});
  ASSERT_EQ(facts.skills.size(), 3u);
  EXPECT_EQ(facts.skills[0].name, "PostgreSQL");
  EXPECT_EQ(facts.skills[0].months, 25 + 24);
  EXPECT_EQ(facts.skills[0].last_used, (Date{2026, 3, 0}));
  EXPECT_TRUE(facts.skills[0].current);
  EXPECT_EQ(facts.skills[0].entries.size(), 2u);
  EXPECT_EQ(facts.skills[1].name, "Go");
  EXPECT_EQ(facts.skills[1].months, 25);
  EXPECT_EQ(facts.skills[2].name, "C++");
  EXPECT_EQ(facts.skills[2].months, 24);
  EXPECT_EQ(facts.skills[2].last_used, (Date{2021, 12, 0}));
  EXPECT_FALSE(facts.skills[2].current);
}

TEST(FindSkillUse, ListsAnUndatedUseWithoutMonths) {
  ParsedResume parsed;
  Project project;
  project.description = Say("A compiler in OCaml");
  parsed.resume.projects.push_back(project);
  Skill skill;
  skill.name = Say("ocaml");
  parsed.resume.skills.push_back(skill);
  const Facts facts = FindFacts(parsed, TestLexicon(), kToday);
  ASSERT_EQ(facts.skills.size(), 1u);
  EXPECT_EQ(facts.skills[0].months, 0);
  EXPECT_EQ(facts.skills[0].last_used, Date{});
}

TEST(FindFacts, TakesTheLatestStartAsCurrentPosition) {
  const Facts facts = FactsOf({Held("Tutor", {2019, 1}, {}), Held("Nurse", {2024, 1}, {}),
                               Held("Cook", {2010, 1}, {2011, 1})});
  EXPECT_EQ(facts.current_position, 1u);
}

TEST(FindFacts, KnowsThatAllPositionsHaveEnded) {
  EXPECT_EQ(FactsOf({Held("Cook", {2010, 1}, {2011, 1})}).current_position, std::nullopt);
  EXPECT_EQ(FactsOf({Held("Cook", {2010, 1}, {2026, 8})}).current_position, 0u) << "a fixed term";
}

TEST(FindFacts, TakesTheLatestPositionWithoutAnEndAsGoingOn) {
  Work unended = Held("Nurse", {2025, 1}, {});
  unended.is_current = {};
  const Facts facts = FactsOf({unended, Held("Cook", {2010, 1}, {2010, 12})});
  EXPECT_EQ(facts.current_position, 0u);
  EXPECT_EQ(facts.work_months, 15 + 12);

  Work earlier = Held("Nurse", {2009, 1}, {});
  earlier.is_current = {};
  const Facts other = FactsOf({Held("Cook", {2010, 1}, {2010, 12}), earlier});
  EXPECT_EQ(other.current_position, std::nullopt) << "it started first";
  EXPECT_EQ(other.work_months, 12);
  EXPECT_EQ(other.undated_positions, 1u);
}

TEST(FindSeniority, AsksTheMostRecentTitleThatSaysAnything) {
  const Facts facts =
      FactsOf({Held("Junior Analyst", {2012, 1}, {2014, 1}),
               Held("Senior Analyst", {2020, 1}, {2022, 1}), Held("Xyzzy", {2023, 1}, {})});
  EXPECT_EQ(facts.seniority.level, 3);
  EXPECT_EQ(facts.seniority.title, "Senior Analyst");
}

TEST(SeniorityLevel, ReadsTheWordsOfRank) {
  struct Case {
    const char* title;
    int level;
  };
  const Case cases[] = {{"Junior Developer", 1},
                        {"Senior Nurse", 3},
                        {"Head of Logistics", 4},
                        {"Chief Executive Officer", 5},
                        {"Xyzzy", 0},
                        {"", 0},
                        {"Trainee to the Chief Executive Officer", 1}};
  for (const Case& item : cases) {
    EXPECT_EQ(SeniorityLevel(item.title, TestLexicon()), item.level) << item.title;
  }
}

TEST(FindDegree, TakesTheHighestOfAll) {
  ParsedResume parsed;
  Education bachelor, master;
  bachelor.study_type = Say("Bachelor of Science");
  bachelor.end = At({2020, 6});
  master.study_type = Say("Master of Science");
  master.end = At({2027, 6});
  parsed.resume.education = {bachelor, master};
  const Facts facts = FindFacts(parsed, TestLexicon(), kToday);
  EXPECT_EQ(facts.degree.level, 6);
  EXPECT_EQ(facts.degree.name, "Master of Science");
  EXPECT_EQ(facts.degree.education, 1u);
  EXPECT_TRUE(facts.degree.in_progress);
}

}  // namespace
}  // namespace atsmatch
