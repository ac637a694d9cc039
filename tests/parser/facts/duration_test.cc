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

TEST(MonthsCovered, CountsOverlapsOnce) {
  EXPECT_EQ(MonthsCovered({{0, 12}, {6, 18}, {24, 30}}), 24);
  EXPECT_EQ(MonthsCovered({{6, 18}, {0, 24}}), 24);
  EXPECT_EQ(MonthsCovered({}), 0);
}

}  // namespace
}  // namespace atsmatch
