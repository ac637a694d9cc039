#include "parser/layout/line_look.h"

#include <gtest/gtest.h>

#include "tests/parser/layout/page_builder.h"

namespace atsmatch {
namespace {

TEST(LineLook, FollowsMostLetters) {
  PageBuilder page;
  page.At(50, 100, "EXPERIENCE", {12, true})
      .At(50, 120, "Engineer at", {10, true})
      .At(110, 120, "Halden Rowe Consulting Engineers");
  const Layout layout = Order(page.Build());
  ASSERT_EQ(layout.lines.size(), 2u);
  EXPECT_TRUE(layout.lines[0].bold);
  EXPECT_TRUE(layout.lines[0].all_caps);
  EXPECT_DOUBLE_EQ(layout.lines[0].size, 12);
  EXPECT_FALSE(layout.lines[1].bold);
  EXPECT_FALSE(layout.lines[1].all_caps);
}

TEST(LineLook, MeasuresGapsAndIndents) {
  PageBuilder page;
  page.At(50, 100, "First line of a page")
      .At(50, 113, "second line")
      .At(70, 150, "third line, set in");
  const Layout layout = Order(page.Build());
  ASSERT_EQ(layout.lines.size(), 3u);
  EXPECT_DOUBLE_EQ(layout.lines[0].gap_before, 0);
  EXPECT_LT(layout.lines[1].gap_before, 6);
  EXPECT_GT(layout.lines[2].gap_before, 20);
  EXPECT_DOUBLE_EQ(layout.lines[2].indent, 20);
}

TEST(LineLook, LearnsTheGapsInParagraphs) {
  PageBuilder page;
  page.Paragraph(50, 100, {"Builds bridges that stay where they were put and", "keeps them there."})
      .At(50, 140, "Wrote the plan.")
      .At(50, 200, "Larger", {14});
  const Layout layout = Order(page.Build());
  ASSERT_EQ(layout.lines.size(), 4u);
  EXPECT_GT(layout.lines[1].wrap_gap, 0);
  EXPECT_DOUBLE_EQ(layout.lines[1].wrap_gap, layout.lines[1].gap_before);
  EXPECT_DOUBLE_EQ(layout.lines[2].wrap_gap, layout.lines[1].gap_before);
  EXPECT_DOUBLE_EQ(layout.lines[3].wrap_gap, 0);
}

TEST(LineLook, SeesRulesAndBars) {
  PageBuilder page;
  page.At(50, 100, "Experience", {12, true})
      .At(50, 130, "Engineer")
      .At(50, 160, "Skills", {12, true})
      .At(50, 190, "Welding");
  page.Draw(Shape::Kind::kStroke, {50, 104, 545, 104.5});
  page.Draw(Shape::Kind::kFill, {48, 147, 545, 165});
  const Layout layout = Order(page.Build());
  ASSERT_EQ(layout.lines.size(), 4u);
  EXPECT_TRUE(layout.lines[0].rule_below);
  EXPECT_FALSE(layout.lines[0].boxed);
  EXPECT_FALSE(layout.lines[1].rule_below);
  EXPECT_TRUE(layout.lines[2].boxed);
  EXPECT_FALSE(layout.lines[3].boxed);
}

TEST(LineLook, TakesBulletsOffTheirLines) {
  struct {
    const char* glyph;
    double text_x;
  } const cases[] = {{"•", 62}, {"➢", 68}, {"-", 58}, {"–", 60}, {"o", 62}, {"*", 60}, {"▪", 66}};
  for (const auto& test : cases) {
    PageBuilder page;
    page.At(50, 100, test.glyph).At(test.text_x, 100, "Kept the books");
    const Layout layout = Order(page.Build());
    ASSERT_EQ(layout.lines.size(), 1u) << test.glyph;
    EXPECT_TRUE(layout.lines[0].bullet) << test.glyph;
    EXPECT_EQ(TextOf(layout.document, layout.lines[0]), "Kept the books");
  }
}

TEST(LineLook, JoinsABulletOnItsOwnBaseline) {
  PageBuilder page;
  page.At(50, 97, "•", {7}).At(64, 100, "Kept the books");
  const Layout layout = Order(page.Build());
  ASSERT_EQ(layout.lines.size(), 1u);
  EXPECT_TRUE(layout.lines[0].bullet);
  EXPECT_EQ(TextOf(layout.document, layout.lines[0]), "Kept the books");
}

}  // namespace
}  // namespace atsmatch
