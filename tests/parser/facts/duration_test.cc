#include "parser/facts/duration.h"

#include <gtest/gtest.h>

namespace atsmatch {
namespace {

DateField At(int year, int month = 0) {
  DateField field;
  field.value = {year, month, 0};
  field.confidence = 1;
  return field;
}

constexpr Date kToday{2026, 3, 1};

TEST(SpanOf, CountsBothMonthsOfARange) {
  EXPECT_EQ(SpanOf(At(2020, 1), At(2020, 12), false, kToday)->months(), 12);
}

TEST(SpanOf, TakesYearsAloneAtTheirMiddle) {
  EXPECT_EQ(SpanOf(At(2018), At(2020), false, kToday)->months(), 24);
}

TEST(SpanOf, EndsACurrentPositionToday) {
  EXPECT_EQ(SpanOf(At(2025, 4), {}, true, kToday)->months(), 12);
  EXPECT_EQ(SpanOf(At(2025, 4), At(2030, 1), false, kToday)->months(), 12) << "the future";
}

TEST(SpanOf, KnowsNothingWithoutBothEnds) {
  EXPECT_FALSE(SpanOf({}, At(2020, 1), false, kToday).has_value());
  EXPECT_FALSE(SpanOf(At(2020, 1), {}, false, kToday).has_value());
  EXPECT_FALSE(SpanOf(At(2021, 1), At(2020, 1), false, kToday).has_value())
      << "ends before it starts";
}

TEST(SpanOf, TakesDatesWithinOneYearToItsEdge) {
  EXPECT_EQ(SpanOf(At(2019), At(2019), false, kToday)->months(), 6);
  EXPECT_EQ(SpanOf(At(2019, 9), At(2019), false, kToday)->months(), 4);
  EXPECT_EQ(SpanOf(At(2019), At(2019, 3), false, kToday)->months(), 3);
  EXPECT_EQ(SpanOf(At(2026), {}, true, kToday)->months(), 3) << "this year, before its middle";
}

TEST(WidestSpanOf, CountsAllThatADateMayMean) {
  EXPECT_EQ(WidestSpanOf(At(2018), At(2019), false, kToday)->months(), 24);
  EXPECT_EQ(WidestSpanOf(At(2026, 1), {}, false, kToday)->months(), 3) << "the end is not said";
  EXPECT_FALSE(WidestSpanOf({}, At(2020, 1), false, kToday).has_value());
}

TEST(FindUncovered, TellsWhatLiesBetween) {
  const std::vector<MonthSpan> uncovered = FindUncovered({{20, 24}, {0, 12}, {2, 6}});
  ASSERT_EQ(uncovered.size(), 1u);
  EXPECT_EQ(uncovered[0].begin, 12);
  EXPECT_EQ(uncovered[0].end, 20);
  EXPECT_TRUE(FindUncovered({}).empty());
}

TEST(MonthsCovered, CountsOverlapsOnce) {
  EXPECT_EQ(MonthsCovered({{0, 12}, {6, 18}, {24, 30}}), 24);
  EXPECT_EQ(MonthsCovered({{6, 18}, {0, 24}}), 24);
  EXPECT_EQ(MonthsCovered({}), 0);
}

}  // namespace
}  // namespace atsmatch
