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
