#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "parser/sections/section.h"
#include "parser/text/lexicon.h"
#include "tests/parser/testing/make_layout.h"

namespace atsmatch {
namespace {

using testing::MakeLayout;
using testing::TestLine;

const Lexicon& TestLexicon() {
  static const Lexicon lexicon = Lexicon::BuiltIn();
  return lexicon;
}

// "header work(EXPERIENCE) education(EDUCATION)"
std::string KindsOf(const std::vector<TestLine>& lines) {
  std::string kinds;
  for (const Section& section : FindSections(MakeLayout(lines), TestLexicon())) {
    if (!kinds.empty()) kinds += ' ';
    kinds += SectionKindName(section.kind);
    if (!section.heading.empty()) kinds += "(" + section.heading + ")";
  }
  return kinds;
}

TestLine Heading(const std::string& text) {
  return {.text = text, .bold = true, .size = 14, .gap_before = 20};
}

TEST(FindSections, TakesKnownHeadingsOfOneLook) {
  EXPECT_EQ(KindsOf({{.text = "Jane Doe", .size = 20},
                     Heading("Work Experience"),
                     {.text = "Nurse at St. Mary"},
                     Heading("Education"),
                     {.text = "BSc Nursing"}}),
            "header work(Work Experience) education(Education)");
}

TEST(FindSections, TheEndOfAParagraphIsNoHeading) {
  // Nothing but the words sets these headings apart.
  const std::string full(80, 'm');  // as wide as the column
  EXPECT_EQ(KindsOf({{.text = "TEACHER"},
                     {.text = "Experience"},
                     {.text = "Led the move to the new " + full, .bullet = true},
                     {.text = "location.", .x = 62},
                     {.text = "Wrote the plan of the whole " + full, .bullet = true},
                     {.text = "Training", .x = 62},
                     {.text = "Skills"},
                     {.text = "Reading, writing and all " + full},
                     {.text = "techniques"},
                     {.text = "Education"},
                     {.text = "BSc Nursing"}}),
            "header work(Experience) skills(Skills) education(Education)");
}

TEST(FindSections, AListOfPhrasesUnderHighlightsIsSkills) {
  EXPECT_EQ(KindsOf({{.text = "Jane Doe", .size = 20},
                     Heading("Highlights"),
                     {.text = "Payroll", .bullet = true},
                     {.text = "Cash handling", .bullet = true},
                     {.text = "Team leadership", .bullet = true},
                     {.text = "Inventory control", .bullet = true},
                     Heading("Experience"),
                     {.text = "Nurse at St. Mary"}}),
            "header skills(Highlights) work(Experience)");
  EXPECT_EQ(KindsOf({{.text = "Jane Doe", .size = 20},
                     Heading("Highlights"),
                     {.text = "Ran the largest ward of the county for nine years", .bullet = true},
                     {.text = "Halved the number of falls within one winter", .bullet = true},
                     {.text = "Taught every new nurse of the house since then", .bullet = true},
                     {.text = "Wrote the plan that the county follows today", .bullet = true},
                     Heading("Experience"),
                     {.text = "Nurse at St. Mary"}}),
            "header summary(Highlights) work(Experience)");
}

TEST(FindSections, AKnownHeadingRevealsTheLookOfUnknownOnes) {
  EXPECT_EQ(KindsOf({{.text = "Jane Doe", .size = 20},
                     Heading("Experience"),
                     {.text = "Nurse at St. Mary"},
                     Heading("Wild Mushrooms"),
                     {.text = "Forty species"},
                     Heading("Education"),
                     {.text = "BSc Nursing"}}),
            "header work(Experience) other(Wild Mushrooms) education(Education)");
}

TEST(FindSections, TheSameWordAsContentIsNoHeading) {
  // A group of skills, a bullet, and a word in a sentence.
  EXPECT_EQ(KindsOf({{.text = "Jane Doe", .size = 20},
                     Heading("Experience"),
                     {.text = "Projects", .bullet = true},
                     {.text = "Led the education of trainees"},
                     Heading("Skills"),
                     {.text = "Languages", .bold = true},
                     {.text = "C++, Go"},
                     Heading("Education"),
                     {.text = "BSc Nursing"}}),
            "header work(Experience) skills(Skills) education(Education)");
}

TEST(FindSections, MinorHeadingsAreToldByTheSpaceAboveThem) {
  EXPECT_EQ(KindsOf({{.text = "Jane Doe", .size = 20},
                     Heading("Experience"),
                     {.text = "Nurse at St. Mary"},
                     Heading("Education"),
                     {.text = "BSc Nursing"},
                     {.text = "Languages", .bold = true, .size = 12, .gap_before = 19},
                     {.text = "English: native"}}),
            "header work(Experience) education(Education) languages(Languages)");
}

TEST(FindSections, HeadingsInTheMarginAreALookOfTheirOwn) {
  EXPECT_EQ(KindsOf({{.text = "Jane Doe", .size = 20},
                     {.text = "Education", .bold = true, .label = true, .x = 10},
                     {.text = "University of Leeds", .bold = true, .x = 150},
                     {.text = "Employment", .bold = true, .label = true, .x = 10},
                     {.text = "Acme Ltd", .bold = true, .x = 150}}),
            "header education(Education) work(Employment)");
}

TEST(FindSections, ContentDecidesWhatTheHeadingLeavesOpen) {
  EXPECT_EQ(KindsOf({{.text = "Jane Doe", .size = 20},
                     Heading("Profile"),
                     {.text = "Calm nurse."},
                     Heading("Career Summary"),
                     {.text = "Charge Nurse, Mercy Hospital (May 2019 - today)"},
                     {.text = "Staff Nurse, Mercy Hospital (Jan 2015 - Apr 2019)"},
                     Heading("Education"),
                     {.text = "BSc Nursing"}}),
            "header summary(Profile) work(Career Summary) education(Education)");
}

TEST(FindSections, AHeadingMayWrapOverTwoLines) {
  EXPECT_EQ(KindsOf({{.text = "Jane Doe", .size = 20},
                     Heading("Experience"),
                     {.text = "Nurse"},
                     Heading("Licenses and"),
                     {.text = "Certifications", .bold = true, .size = 14},
                     {.text = "ACLS"}}),
            "header work(Experience) certificates(Licenses and Certifications)");
}

TEST(FindSections, WithoutHeadingsAllIsTheHeader) {
  EXPECT_EQ(KindsOf({{.text = "Jane Doe"}, {.text = "Nurse, Leeds"}}), "header");
  EXPECT_EQ(KindsOf({}), "");
}

}  // namespace
}  // namespace atsmatch
