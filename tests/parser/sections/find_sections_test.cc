#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "parser/sections/run_in_headings.h"
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
std::string KindsIn(const Layout& layout) {
  std::string kinds;
  for (const Section& section : FindSections(layout, TestLexicon())) {
    if (!kinds.empty()) kinds += ' ';
    kinds += SectionKindName(section.kind);
    if (!section.heading.empty()) kinds += "(" + section.heading + ")";
  }
  return kinds;
}

std::string KindsOf(const std::vector<TestLine>& lines) { return KindsIn(MakeLayout(lines)); }

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

TEST(FindSections, HeadingsOverAFewWordsEachAreGroupsOfSkills) {
  const std::vector<TestLine> rest = {Heading("Experience"),
                                      {.text = "Cook, 2019 – 2021"},
                                      Heading("Education"),
                                      {.text = "BSc Nursing, 2018"}};
  const auto with = [&](std::vector<TestLine> lines) {
    lines.insert(lines.begin(), {{.text = "Jane Doe", .size = 20},
                                 Heading("Summary"),
                                 {.text = "Nurse with ten years on the wards of two hospitals."}});
    lines.insert(lines.end(), rest.begin(), rest.end());
    return lines;
  };
  EXPECT_EQ(KindsOf(with({Heading("Zapping"),
                          {.text = "Zapier Make"},
                          Heading("Charting"),
                          {.text = "SQL Looker"}})),
            "header summary(Summary) skills(Zapping) skills(Charting) work(Experience) "
            "education(Education)");
  // One of them may be known, as a heading of skills or of positions that stand elsewhere.
  EXPECT_EQ(
      KindsOf(with({Heading("Zapping"),
                    {.text = "Zapier"},
                    Heading("Software"),
                    {.text = "SQL"},
                    Heading("Contracts"),
                    {.text = "NEC4 FIDIC"}})),
      "header summary(Summary) skills(Zapping) skills(Software) skills(Contracts) work(Experience) "
      "education(Education)");
  // Not beside a section that says it holds the skills, and not over sentences.
  EXPECT_EQ(
      KindsOf(with({Heading("Skills"),
                    {.text = "Go, Rust"},
                    Heading("Zapping"),
                    {.text = "Zapier"},
                    Heading("Charting"),
                    {.text = "SQL"}})),
      "header summary(Summary) skills(Skills) other(Zapping) other(Charting) work(Experience) "
      "education(Education)");
  EXPECT_EQ(KindsOf(with({Heading("Zapping"),
                          {.text = "I zapped for the whole of the town."},
                          Heading("Charting"),
                          {.text = "SQL"}})),
            "header summary(Summary) other(Zapping) other(Charting) work(Experience) "
            "education(Education)");
}

TEST(FindSections, AboutMayHeadAnAddress) {
  EXPECT_EQ(KindsOf({{.text = "Jane Doe", .size = 20},
                     Heading("About"),
                     {.text = "4 Mill Lane"},
                     {.text = "jane@example.com"},
                     Heading("Summary"),
                     {.text = "Nurse with ten years on the wards of two hospitals."}}),
            "header contact(About) summary(Summary)");
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

TEST(FindSections, QualificationsBesideDegreesAreCertificates) {
  const std::vector<TestLine> lines = {{.text = "Jane Doe", .size = 20},
                                       Heading("Education"),
                                       {.text = "BSc Nursing, University of Leeds\t2010"},
                                       Heading("Further Qualifications"),
                                       {.text = "Revenue Operations, HubSpot Academy\t2023"},
                                       Heading("Languages"),
                                       {.text = "English, French"}};
  EXPECT_EQ(
      KindsOf(lines),
      "header education(Education) certificates(Further Qualifications) languages(Languages)");
  std::vector<TestLine> alone = lines;
  alone.erase(alone.begin() + 1, alone.begin() + 3);
  alone[2].text = "BSc Nursing, University of Leeds\t2010";
  EXPECT_EQ(KindsOf(alone), "header education(Further Qualifications) languages(Languages)");
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

TEST(FindSections, APlainLineOverDatesMayNameItsKindInItsLastWord) {
  const auto plain = [](const char* text) { return TestLine{.text = text, .gap_before = 20}; };
  const auto kinds = [&](const char* line, const char* next) {
    return KindsOf({{.text = "Jane Doe", .size = 20},
                    plain("Summary"),
                    {.text = "A designer of posters."},
                    plain("Languages"),
                    {.text = "English: native"},
                    plain(line),
                    {.text = next},
                    plain("Education"),
                    {.text = "BA Design, 2009"}});
  };
  EXPECT_EQ(kinds("Graphic Design Experience", "Designer, May 2014 to June 2016"),
            "header summary(Summary) languages(Languages) work(Graphic Design Experience) "
            "education(Education)");
  EXPECT_EQ(kinds("Graphic Design Experience", "Spanish: some"),
            "header summary(Summary) languages(Languages) education(Education)");
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

TEST(FindSections, NumbersBeforeHeadingsAreNoWordsOfTheirs) {
  EXPECT_EQ(KindsOf({{.text = "Jane Doe", .size = 20},
                     Heading("1. Work Experience"),
                     {.text = "Nurse at St. Mary, on a ward with thirty beds"},
                     Heading("II Education"),
                     {.text = "BSc Nursing, University of Leeds"},
                     Heading("3) Wild Mushrooms"),
                     {.text = "Forty species"}}),
            "header work(Work Experience) education(Education) other(Wild Mushrooms)");
}

TEST(FindSections, AHeadingThatWideLettersPartIsOne) {
  EXPECT_EQ(KindsOf({{.text = "Jane Doe", .size = 20},
                     Heading("PROFESSIONAL\tEXPERIENCE"),
                     {.text = "Nurse"},
                     Heading("EDUCATION"),
                     {.text = "BSc Nursing"}}),
            "header work(PROFESSIONAL EXPERIENCE) education(EDUCATION)");
}

TEST(FindSections, EmployersThatLookLikeTheHeadingsOfASidebarAreNoHeadings) {
  const auto employer = [](const std::string& name) {
    return TestLine{.text = name, .size = 12, .x = 200, .gap_before = 12, .region = 1};
  };
  const auto aside = [](const std::string& text, double size) {
    return TestLine{.text = text, .size = size, .x = 20, .gap_before = size, .region = 2};
  };
  Layout layout =
      MakeLayout({{.text = "Jane Doe", .size = 24, .x = 200, .region = 1},
                  {.text = "Experience", .size = 15, .x = 200, .gap_before = 20, .region = 1},
                  employer("Copper Pan"),
                  {.text = "Sous Chef", .x = 200, .region = 1},
                  employer("Casa Amparo"),
                  {.text = "Commis Chef", .x = 200, .region = 1},
                  {.text = "Education", .size = 15, .x = 200, .gap_before = 20, .region = 1},
                  {.text = "Diploma", .x = 200, .region = 1},
                  aside("Contact", 12),
                  aside("jane@example.com", 10),
                  aside("Skills", 12),
                  aside("Sauces", 10),
                  aside("Languages", 12),
                  aside("English", 10)});
  for (Line& line : layout.lines) line.region_box.x0 = line.region == 1 ? 200 : 20;
  EXPECT_EQ(KindsIn(layout),
            "header work(Experience) education(Education) contact(Contact) skills(Skills) "
            "languages(Languages)");
}

TEST(FindSections, NamesOfGroupsUnderTheHeadingsOfAMarginAreNoHeadings) {
  EXPECT_EQ(KindsOf({{.text = "Jane Doe", .size = 20, .x = 200},
                     {.text = "WORK EXPERIENCE", .x = 60, .gap_before = 12},
                     {.text = "Nurse at St. Mary", .x = 200},
                     {.text = "EDUCATION", .x = 60, .gap_before = 12},
                     {.text = "BSc Nursing", .x = 200},
                     {.text = "SKILLS", .x = 60, .gap_before = 12},
                     {.text = "Leadership", .label = true, .x = 60, .gap_before = 12},
                     {.text = "Hiring", .x = 200, .gap_before = 12},
                     {.text = "Software", .label = true, .x = 60, .gap_before = 12},
                     {.text = "Excel", .x = 200, .gap_before = 12}}),
            "header work(WORK EXPERIENCE) education(EDUCATION) skills(SKILLS)");
}

TEST(FindSections, AnAddressAtTheFootIsNoPartOfTheLastSection) {
  EXPECT_EQ(KindsOf({{.text = "Jane Doe", .size = 20},
                     Heading("Experience"),
                     {.text = "Nurse"},
                     Heading("Interests"),
                     {.text = "Chess, sailing"},
                     {.text = "+44 117 555 0162 jane@example.com Bristol", .gap_before = 60}}),
            "header work(Experience) interests(Interests) contact");
  // With the address at the top, the last one is somebody else's.
  EXPECT_EQ(KindsOf({{.text = "Jane Doe", .size = 20},
                     {.text = "jane@example.com"},
                     Heading("Experience"),
                     {.text = "Nurse"},
                     Heading("Volunteering"),
                     {.text = "Ask ward@example.com"}}),
            "header work(Experience) volunteer(Volunteering)");
}

// The kinds after run-in headings are cut.
std::string KindsWithRunIns(const std::vector<TestLine>& lines) {
  Layout layout = MakeLayout(lines);
  CutRunInHeadings(TestLexicon(), &layout);
  return KindsIn(layout);
}

TEST(CutRunInHeadings, TextMayFollowOnTheSameLine) {
  EXPECT_EQ(KindsWithRunIns({{.text = "Jane Roe", .size = 20},
                             {.text = "Languages: Welsh, English"},
                             {.text = "Skills: welding, brazing"},
                             {.text = "Work Experience:", .bold = true, .gap_before = 20},
                             {.text = "Welder, Halden Rowe, 2010 – 2014"},
                             {.text = "Interests: rowing"}}),
            "header languages(Languages:) skills(Skills:) work(Work Experience:) "
            "interests(Interests:)");
}

TEST(CutRunInHeadings, LabelsOfEntriesAndGroupsOfSkillsAreNone) {
  EXPECT_EQ(KindsWithRunIns({{.text = "Jane Roe", .size = 20},
                             Heading("Work Experience"),
                             {.text = "Welder, Halden Rowe, 2010 – 2014"},
                             {.text = "Skills: brazing"},
                             {.text = "Fitter, Gwent Highways, 2008 – 2010"},
                             {.text = "Skills: fitting"},
                             Heading("Skills"),
                             {.text = "Languages: Go, Rust"},
                             {.text = "Certifications: CKA"},
                             Heading("Certificates"),
                             {.text = "CKA"}}),
            "header work(Work Experience) skills(Skills) certificates(Certificates)");
}

TEST(CutRunInHeadings, ACellInTheLookOfTheHeadingsIsOne) {
  EXPECT_EQ(KindsWithRunIns({{.text = "Jane Roe", .size = 20},
                             {.text = "EDUCATION", .bold = true},
                             {.text = "BSc Nursing, University of Leeds"},
                             {.text = "**SKILLS**\tTriage, Suturing"},
                             {.text = "**LANGUAGES**\tEnglish, Welsh"}}),
            "header education(EDUCATION) skills(SKILLS) languages(LANGUAGES)");
}

TEST(FindSections, TheSameHeadingSmallerRightBelowIsTheFirstEntry) {
  EXPECT_EQ(KindsOf({{.text = "Jane Roe", .size = 20},
                     {.text = "Experience", .size = 15, .gap_before = 20},
                     {.text = "Self-employed", .size = 12, .gap_before = 10},
                     {.text = "Illustrator", .bold = true},
                     {.text = "2014 - Present"},
                     {.text = "Education", .size = 15, .gap_before = 20},
                     {.text = "BA, Falmouth"}}),
            "header work(Experience) education(Education)");
}

TEST(FindSections, PersonalMayBeWhatOneLikesToDo) {
  EXPECT_EQ(KindsOf({{.text = "Jane Roe", .size = 20},
                     Heading("Education"),
                     {.text = "BA, Falmouth"},
                     Heading("Personal"),
                     {.text = "Gravel, Bikepacking"}}),
            "header education(Education) interests(Personal)");
  EXPECT_EQ(KindsOf({{.text = "Jane Roe", .size = 20},
                     Heading("Education"),
                     {.text = "BA, Falmouth"},
                     Heading("Personal"),
                     {.text = "Nationality: British"}}),
            "header education(Education) personal(Personal)");
}

TEST(FindSections, TheEndOfTheContactsMayStandAboveTheSecondColumn) {
  Layout layout = MakeLayout({{.text = "Jane Roe", .size = 20},
                              Heading("Experience"),
                              {.text = "Nurse, Leeds, 2010 - 2020"},
                              {.text = "Utrecht", .icon = Icon::kPlace},
                              Heading("Skills"),
                              {.text = "Triage, Suturing"}});
  for (size_t i = 3; i < layout.lines.size(); ++i) {
    Line& line = layout.lines[i];
    line.region = 1;
    line.region_box = {300, 40, 550, 760};
    line.box.y0 -= 100;
  }
  EXPECT_EQ(KindsIn(layout), "header work(Experience) header skills(Skills)");
}

TEST(FindSections, AColumnMayEndOnTheNextPageBeforeTheHeaderBesideIt) {
  Layout layout = MakeLayout({Heading("Experience"),
                              {.text = "Nurse, Leeds, 2010 - 2020"},
                              Heading("Skills"),
                              {.text = "Triage, Suturing"},
                              {.text = "Records", .page = 1},
                              {.text = "Jane Roe", .size = 20, .gap_before = 30},
                              {.text = "Nurse"},
                              Heading("Education"),
                              {.text = "BSc Nursing"}});
  for (size_t i = 4; i < layout.lines.size(); ++i) {
    layout.lines[i].region = i == 4 ? 1 : 2;
    if (i > 4) layout.lines[i].region_box = {300, 40, 550, 760};
  }
  EXPECT_EQ(KindsIn(layout), "work(Experience) skills(Skills) header education(Education)");
}

TEST(FindSections, ANetworkUnderTheContactsIsNoHeading) {
  EXPECT_EQ(KindsOf({{.text = "Jane Roe", .size = 20},
                     Heading("Profiles"),
                     {.text = "GitHub", .bold = true, .gap_before = 12},
                     {.text = "jane-roe"},
                     Heading("Education"),
                     {.text = "BSc Nursing"}}),
            "header contact(Profiles) education(Education)");
}

TEST(FindSections, ProseAtTheTopOfAColumnIsTheSummary) {
  Layout layout = MakeLayout({{.text = "Jane Roe", .size = 20},
                              Heading("Skills"),
                              {.text = "Triage, Suturing"},
                              {.text = "Nurse with ten years of experience in emergency care"},
                              {.text = "and a soft spot for night shifts."},
                              Heading("Experience"),
                              {.text = "Nurse, Leeds, 2010 - 2020"}});
  for (size_t i = 3; i < layout.lines.size(); ++i) {
    Line& line = layout.lines[i];
    line.region = 1;
    line.region_box = {300, 40, 550, 760};
    line.box.y0 -= 100;
  }
  EXPECT_EQ(KindsIn(layout), "header skills(Skills) summary work(Experience)");
}

TEST(FindSections, TheRowsOfAFormAreNoHeadings) {
  EXPECT_EQ(KindsOf({{.text = "Jane Roe", .size = 20},
                     Heading("Education"),
                     {.text = "Dates", .label = true},
                     {.text = "2010 - 2014"},
                     {.text = "Principal subjects/occupational skills covered", .label = true},
                     {.text = "Welding"},
                     {.text = "Name and type of organisation", .label = true},
                     {.text = "Halden Trade School"},
                     Heading("Interests"),
                     {.text = "Chess"}}),
            "header education(Education) interests(Interests)");
}

TEST(FindSections, NamesInTheMarginMayBeHeadingsWithinASection) {
  const auto label = [](const char* text) {
    return TestLine{.text = text, .label = true, .gap_before = 9, .colour = 0x0e4194};
  };
  EXPECT_EQ(KindsOf({{.text = "Jane Roe", .size = 20},
                     Heading("Work Experience"),
                     label("2016 - 2019"),
                     {.text = "Nurse, St. Mary"},
                     label("2014 - 2016"),
                     {.text = "Nurse, St. Paul"},
                     Heading("Personal Skills"),
                     label("Mother tongue(s)"),
                     {.text = "English"},
                     label("Other language(s)"),
                     {.text = "Spanish"},
                     label("Critical care"),
                     {.text = "Ventilators"},
                     Heading("Additional Information"),
                     label("Publications"),
                     {.text = "A huddle of nurses, 2019"},
                     label("Odds and ends"),
                     {.text = "Bell ringing"}}),
            "header work(Work Experience) skills(Personal Skills) languages(Mother tongue(s)) "
            "languages(Other language(s)) skills other(Additional Information) "
            "publications(Publications) other");
}

TEST(FindSections, WhatStandsBesideALabelIsNoHeading) {
  const auto label = [](const char* text) { return TestLine{.text = text, .label = true}; };
  Layout layout = MakeLayout({Heading("Personal Information"),
                              label("Name"),
                              Heading("Jane Roe"),
                              label("Personal statement"),
                              {.text = "Cook with nine years at the pass."},
                              Heading("Work Experience"),
                              {.text = "Cook, Leeds, 2010 - 2020"},
                              Heading("Education"),
                              {.text = "BSc, Leeds"}});
  layout.lines[1].baseline = layout.lines[2].baseline;
  EXPECT_EQ(KindsIn(layout),
            "personal(Personal Information) summary(Personal statement) "
            "work(Work Experience) education(Education)");
}

TEST(FindSections, ANameInTheMarginThatLooksLikeTheHeadingsIsNone) {
  EXPECT_EQ(KindsOf({{.text = "Jane Roe", .size = 20},
                     Heading("EDUCATION"),
                     {.text = "BSc, Leeds"},
                     Heading("SKILLS"),
                     {.text = "Trailers", .label = true},
                     {.text = "Tanker, Reefer"},
                     {.text = "ELD", .bold = true, .label = true, .size = 14},
                     {.text = "Samsara"}}),
            "header education(EDUCATION) skills(SKILLS)");
}

TEST(FindSections, TheFirstLettersOfAHeadingMayBeSetApart) {
  EXPECT_EQ(KindsOf({{.text = "Jane Roe", .size = 20},
                     Heading("exp erience"),
                     {.text = "Welder"},
                     Heading("E ducation"),
                     {.text = "BEng"}}),
            "header work(experience) education(Education)");
}

TEST(FindSections, ALargeHeadingInTheLookOfTitlesIsNone) {
  const auto title = [](const char* text) {
    return TestLine{.text = text, .bold = true, .size = 13, .gap_before = 8};
  };
  const auto heading = [](const char* text) {
    return TestLine{.text = text, .bold = true, .size = 9, .gap_before = 20, .colour = 0x808080};
  };
  EXPECT_EQ(KindsOf({{.text = "Jane Roe", .size = 20},
                     heading("Work Experience"),
                     title("Welder"),
                     {.text = "Halden Rowe, 2010 – 2014"},
                     title("Fitter"),
                     {.text = "Gwent Highways, 2008 – 2010"},
                     heading("Skills"),
                     title("Drawing"),
                     {.text = "AutoCAD, Tekla"},
                     title("Contracts"),
                     {.text = "NEC4, JCT"},
                     heading("Education"),
                     {.text = "BEng"}}),
            "header work(Work Experience) skills(Skills) education(Education)");
}

TEST(FindSections, AHeadingIsTakenUpAgainOnTheNextPage) {
  const auto heading = [](const char* text, int page = 0) {
    return TestLine{.text = text, .bold = true, .size = 13, .gap_before = 14, .page = page};
  };
  EXPECT_EQ(KindsOf({{.text = "Jane Roe", .size = 20},
                     heading("Experience"),
                     {.text = "Cook, Acme Ltd, 2015 – 2019"},
                     heading("Experience (continued)", 1),
                     {.text = "Waiter, Beta Inc, 2012 – 2015", .page = 1},
                     heading("Education", 1),
                     {.text = "BSc", .page = 1}}),
            "header work(Experience) work(Experience (continued)) education(Education)");
}

TEST(FindSections, AHeadingMayStandInTwoLanguages) {
  EXPECT_EQ(KindsOf({{.text = "Jane Roe", .size = 20},
                     Heading("Work Experience / Berufserfahrung"),
                     {.text = "Cook, Acme Ltd, 2015 – 2019"},
                     Heading("Ausbildung / Education"),
                     {.text = "BSc"}}),
            "header work(Work Experience / Berufserfahrung) education(Ausbildung / Education)");
}

TEST(FindSections, TheFirstGroupOfSkillsIsNoHeading) {
  const auto heading = [](const char* text) {
    return TestLine{.text = text, .size = 18, .gap_before = 18};
  };
  const auto group = [](const char* text) {
    return TestLine{.text = text, .bold = true, .gap_before = 20};
  };
  EXPECT_EQ(KindsOf({{.text = "Jane Roe", .size = 24},
                     heading("Skills"),
                     group("Ratings"),
                     {.text = "A320, B777"},
                     group("Safety"),
                     {.text = "Audits"},
                     heading("Education"),
                     {.text = "BSc"}}),
            "header skills(Skills) education(Education)");
}

TEST(FindSections, WithoutHeadingsAllIsTheHeader) {
  EXPECT_EQ(KindsOf({{.text = "Jane Doe"}, {.text = "Nurse, Leeds"}}), "header");
  EXPECT_EQ(KindsOf({}), "");
}

}  // namespace
}  // namespace atsmatch
