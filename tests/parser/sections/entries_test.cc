#include "parser/sections/entries.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

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

// Lines of the heads and bodies by number: "0,1:2 | 3,4:5".
std::string EntriesOf(const std::vector<TestLine>& lines, bool single_dates = false) {
  const Layout layout = MakeLayout(lines);
  std::string text;
  const auto join = [](const std::vector<size_t>& numbers) {
    std::string joined;
    for (const size_t number : numbers) {
      joined += (joined.empty() ? "" : ",") + std::to_string(number);
    }
    return joined;
  };
  for (const Entry& entry : FindEntries(layout.document, layout.lines, {{0, layout.lines.size()}},
                                        TestLexicon(), {.single_dates = single_dates})) {
    text += (text.empty() ? "" : " | ") + join(entry.head) + ":" + join(entry.body);
  }
  return text;
}

TEST(FindEntries, DatesOnTheFirstLine) {
  EXPECT_EQ(EntriesOf({{.text = "Acme Ltd\t2019 – 2021", .bold = true},
                       {.text = "Led a team", .bullet = true},
                       {.text = "Beta Inc\t2015 – 2019", .bold = true, .gap_before = 12},
                       {.text = "Sold things", .bullet = true}}),
            "0:1 | 2:3");
}

TEST(FindEntries, TwoLinesBeforeTheDates) {
  EXPECT_EQ(EntriesOf({{.text = "Sous Chef", .bold = true},
                       {.text = "Copper Pan"},
                       {.text = "Jan 2016 – Feb 2019"},
                       {.text = "Ran the pass", .bullet = true},
                       {.text = "Commis Chef", .bold = true, .gap_before = 12},
                       {.text = "Casa Amparo"},
                       {.text = "Jun 2011 – Apr 2013"},
                       {.text = "Prepared stocks", .bullet = true}}),
            "0,1,2:3 | 4,5,6:7");
}

TEST(FindEntries, ALabelOverItsBulletsTellsAboutTheEntry) {
  EXPECT_EQ(EntriesOf({{.text = "Acme Ltd\t2019 – 2021", .size = 11},
                       {.text = "Cook"},
                       {.text = "Highlights", .size = 11, .gap_before = 8},
                       {.text = "Led a team", .x = 80},
                       {.text = "Beta Inc\t2015 – 2019", .size = 11, .gap_before = 12},
                       {.text = "Baker"},
                       {.text = "Highlights", .size = 11, .gap_before = 8},
                       {.text = "Sold things", .x = 80}}),
            "0,1:2,3 | 4,5:6,7");
}

TEST(FindEntries, ALinePrintedTwiceIsOne) {
  EXPECT_EQ(EntriesOf({{.text = "Acme Ltd\t2019 – 2021", .bold = true},
                       {.text = "Acme Ltd\t2019 – 2021", .bold = true},
                       {.text = "Cook"},
                       {.text = "Led a team", .bullet = true},
                       {.text = "Beta Inc\t2015 – 2019", .bold = true, .gap_before = 12},
                       {.text = "Beta Inc\t2015 – 2019", .bold = true},
                       {.text = "Baker"},
                       {.text = "Sold things", .bullet = true}}),
            "0,2:3 | 4,6:7");
}

TEST(FindEntries, BoldLinesWithoutDatesAreAnEntryEach) {
  EXPECT_EQ(EntriesOf({{.text = "Diploma in Cookery, Harbour College", .bold = true},
                       {.text = "Senior Certificate, Mill Lane School", .bold = true}},
                      true),
            "0: | 1:");
}

TEST(FindEntries, DatesInTheMarginComeFirst) {
  EXPECT_EQ(EntriesOf({{.text = "2019 – today", .label = true, .x = 10},
                       {.text = "Sous Chef", .bold = true, .x = 120},
                       {.text = "Ran the pass", .bullet = true, .x = 130},
                       {.text = "2015 – 2019", .label = true, .x = 10, .gap_before = 12},
                       {.text = "Commis Chef", .bold = true, .x = 120},
                       {.text = "Prepared stocks", .bullet = true, .x = 130}}),
            "0,1:2 | 3,4:5");
}

TEST(FindEntries, HeadsBesideDatesMayHaveMoreLinesOfOneLook) {
  EXPECT_EQ(EntriesOf({{.text = "2019 – today", .bold = true, .label = true, .x = 10},
                       {.text = "Sous Chef", .bold = true, .x = 120},
                       {.text = "Copper Pan, Leeds", .bold = true, .x = 120},
                       {.text = "Role outline", .italic = true, .x = 10},
                       {.text = "Runs the pass.", .x = 20},
                       {.text = "Achievements", .italic = true, .x = 10},
                       {.text = "Won a star", .bullet = true, .x = 20},
                       {.text = "2015 – 2019", .bold = true, .label = true, .x = 10},
                       {.text = "Commis Chef", .bold = true, .x = 120},
                       {.text = "Casa Amparo, York", .bold = true, .x = 120},
                       {.text = "Role outline", .italic = true, .x = 10},
                       {.text = "Prepared stocks.", .x = 20}}),
            "0,1,2:3,4,5,6 | 7,8,9:10,11");
}

TEST(FindEntries, ALongListOfNamesIsAHeadInSpiteOfItsStop) {
  EXPECT_EQ(
      EntriesOf({{.text = "2019 – today", .label = true, .x = 10},
                 {.text = "Head Cook, Fish and Game, Copper Pan GmbH & Co. KG, Leeds.", .x = 120},
                 {.text = "Runs the pass of a house with ninety covers.", .x = 120},
                 {.text = "2015 – 2019", .label = true, .x = 10},
                 {.text = "Commis Cook, Cold Kitchen, Amparo GmbH & Co. KG, York.", .x = 120},
                 {.text = "Prepared stocks for the whole house.", .x = 120}}),
      "0,1:2 | 3,4:5");
}

TEST(FindEntries, AYearOverAYearInTheMarginIsOneLabel) {
  EXPECT_EQ(EntriesOf({{.text = "2010", .label = true, .x = 10},
                       {.text = "2014", .x = 10},
                       {.text = "University of Leeds", .bold = true, .x = 120},
                       {.text = "2006", .label = true, .x = 10, .gap_before = 14},
                       {.text = "2010", .x = 10},
                       {.text = "Leeds High School", .bold = true, .x = 120}},
                      true),
            "0,1,2: | 3,4,5:");
}

TEST(FindEntries, ADashBeforeTheEndOfARangeInTheMarginIsNoBullet) {
  EXPECT_EQ(
      EntriesOf({{.text = "March 2017", .label = true, .x = 10},
                 {.text = "Cook", .bold = true, .x = 120},
                 {.text = "present", .bullet = true, .label = true, .x = 10, .gap_before = -8},
                 {.text = "Acme inc.", .x = 120},
                 {.text = "May 2012 – June 2014", .label = true, .x = 10, .gap_before = 14},
                 {.text = "Baker", .bold = true, .x = 120},
                 {.text = "Beta Ltd", .x = 120}}),
      "0,2,1,3: | 4,5,6:");
}

TEST(FindEntries, WhatStandsAboveTheFirstLineOfAPageIsNotKnown) {
  EXPECT_EQ(EntriesOf({{.text = "GED", .bold = true},
                       {.text = "General Studies", .bold = true, .size = 12},
                       {.text = "Harbour College", .bold = true},
                       {.text = "1998", .gap_before = 20},
                       {.text = "Certificate", .bold = true, .page = 1},
                       {.text = "Driving", .bold = true, .size = 12, .page = 1},
                       {.text = "Mill Academy", .bold = true, .page = 1},
                       {.text = "2006", .gap_before = 20, .page = 1}},
                      true),
            "0,1,2,3: | 4,5,6,7:");
}

TEST(FindEntries, AYearInASentenceOpensNoEntry) {
  EXPECT_EQ(EntriesOf({{.text = "Partner\t2020 – today", .bold = true},
                       {.text = "Expert witness before the tribunal, 2023."},
                       {.text = "VP Pricing\t2014 – 2020", .bold = true, .gap_before = 12},
                       {.text = "Head of pricing; team of 14."}}),
            "0:1 | 2:3");
}

TEST(FindEntries, ABulletMayGoOnAtItsSignWithAYear) {
  EXPECT_EQ(EntriesOf({{.text = "Partner\t2009 – today", .bold = true},
                       {.text = "Moved the code base of nine teams to Git without losing any of "
                                "the things that all of them did in the years back to",
                        .bullet = true,
                        .x = 57},
                       {.text = "1996.", .x = 50},
                       {.text = "VP Pricing\t2004 – 2009", .bold = true, .gap_before = 12}}),
            "0:1,2 | 3:");
}

TEST(FindEntries, ALabelOfWhatWasDoneIsNoEntry) {
  EXPECT_EQ(EntriesOf({{.text = "Acme Ltd\t2020 – 2021", .bold = true},
                       {.text = "Commis", .bold = true},
                       {.text = "Highlights", .bold = true, .gap_before = 5},
                       {.text = "Ran the pass", .x = 80},
                       {.text = "Beta Inc\t2014 – 2020", .bold = true, .gap_before = 12},
                       {.text = "Commis", .bold = true},
                       {.text = "Highlights", .bold = true, .gap_before = 5},
                       {.text = "Prepared stocks", .x = 80}}),
            "0,1:2,3 | 4,5:6,7");
}

TEST(FindEntries, ANameInALookOfItsOwnBeforeADashOpensAnEntry) {
  EXPECT_EQ(EntriesOf({{.text = "**Flood Map** - Shows where the river was in the flood of 2021."},
                       {.text = "**Rain Log** - Readings of eleven gauges in the upper valley."}},
                      true),
            "0: | 1:");
}

TEST(FindEntries, TheHeaderOfATableIsNoEntry) {
  EXPECT_EQ(EntriesOf({{.text = "Qualification\tInstitution\tYear", .bold = true},
                       {.text = "BSc Nursing\tUniversity of Leeds\t2015"},
                       {.text = "A-levels\tLeeds High School\t2011"}},
                      true),
            "1: | 2:");
}

TEST(FindEntries, WithoutDatesTheLookOfTheFirstLineDecides) {
  EXPECT_EQ(EntriesOf({{.text = "Footbridge", .bold = true},
                       {.text = "Pro bono design of a bridge for a trust."},
                       {.text = "Flood map", .bold = true, .gap_before = 10},
                       {.text = "Web map of flooding in the district."}}),
            "0:1 | 2:3");
}

TEST(FindEntries, TextWithoutBulletsIsNoPartOfTheHead) {
  EXPECT_EQ(EntriesOf({{.text = "Shift Supervisor", .bold = true, .gap_before = 12},
                       {.text = "June 2019 - July 2021"},
                       {.text = "Tacoma, WA"},
                       {.text = "Supervised night shift and trained forklift operators"},
                       {.text = "Lead many associates over three shifts"},
                       {.text = "Driver", .bold = true, .gap_before = 12},
                       {.text = "March 2013 - May 2019"},
                       {.text = "Dallas, TX"},
                       {.text = "Drove goods to shops in four states"}}),
            "0,1,2:3,4 | 5,6,7:8");
}

TEST(FindEntries, TheEndOfTheEntryAboveOpensNone) {
  // The first entry names the employer above the title, the second has the title alone.
  EXPECT_EQ(EntriesOf({{.text = "Cascade Freight", .size = 12},
                       {.text = "Center Manager", .bold = true, .gap_before = 11},
                       {.text = "August 2021 - Present"},
                       {.text = "Tacoma, WA"},
                       {.text = "Lead many associates over three shifts"},
                       {.text = "Cut charges by half in a year"},
                       {.text = "Shift Supervisor", .bold = true, .gap_before = 10},
                       {.text = "June 2019 - July 2021"},
                       {.text = "Tacoma, WA"},
                       {.text = "Trained all of the forklift operators"}}),
            "0,1,2,3:4,5 | 6,7,8:9");
}

TEST(FindEntries, ANameThatANarrowColumnCutIsOne) {
  Layout layout = MakeLayout({{.text = "Tideline Software", .bold = true},
                              {.text = "Inc.", .bold = true},
                              {.text = "10/2018 – today"},
                              {.text = "Dnipro Digital", .bold = true, .gap_before = 12},
                              {.text = "06/2012 – 11/2016"}});
  for (Line& line : layout.lines) line.region_box.x1 = line.region_box.x0 + 95;
  const std::vector<Entry> entries =
      FindEntries(layout.document, layout.lines, {{0, layout.lines.size()}}, TestLexicon(), {});
  ASSERT_EQ(entries.size(), 2u);
  EXPECT_EQ(entries[0].head, (std::vector<size_t>{0, 1, 2}));
  EXPECT_EQ(entries[0].tails, std::vector<size_t>{1});
  EXPECT_TRUE(entries[1].tails.empty());
}

TEST(FindEntries, ADateThatItsCellCutIsOne) {
  EXPECT_EQ(EntriesOf({{.text = "04/2016 –\tWadden Sea Station\tFellow"},
                       {.text = "08/2018"},
                       {.text = "02/2012 –\tNorth Sea Station\tStudent", .gap_before = 12},
                       {.text = "03/2016"}}),
            "0,1: | 2,3:");
}

TEST(FindEntries, TheFirstCellIsAsWideAsTheDatesLeaveRoomFor) {
  Layout layout = MakeLayout({{.text = "Clerk, Cascade Freight Part-\t2012 – 2015"},
                              {.text = "ners, Leeds"},
                              {.text = "Kept books", .bullet = true},
                              {.text = "Cook, Acme\t2009 – 2012"},
                              {.text = "Ran the pass", .bullet = true}});
  // The dates stand right behind the first cell.
  Line& line = layout.lines[0];
  const double shift = line.cells[1].box.x0 - line.cells[0].box.x1 - 8;
  for (size_t i = line.cells[1].words.begin; i < line.cells[1].words.end; ++i) {
    layout.document.words[i].box.x0 -= shift;
    layout.document.words[i].box.x1 -= shift;
  }
  line.cells[1].box.x0 -= shift;
  line.cells[1].box.x1 -= shift;
  const std::vector<Entry> entries =
      FindEntries(layout.document, layout.lines, {{0, layout.lines.size()}}, TestLexicon(), {});
  ASSERT_EQ(entries.size(), 2u);
  EXPECT_EQ(entries[0].head, (std::vector<size_t>{0, 1}));
  EXPECT_EQ(entries[0].tails, std::vector<size_t>{1});
}

TEST(FindEntries, RowsOfBarsAreHeadsAndMayWrap) {
  EXPECT_EQ(
      EntriesOf({{.text = "Cook | Acme Ltd | Leeds, West Yorkshire, United Kingdom | Aug 2012 – "
                          "Jan 2016 "},
                 {.text = "Seasonal work beside the degree."},
                 {.text = "Ran the pass of a kitchen that serves ninety covers in the evening",
                  .bullet = true},
                 {.text = "Waiter | Beta Inc | York | Jan 2009 – Jul 2012"},
                 {.text = "Carried things", .bullet = true}}),
      "0:1,2 | 3:4");
  Layout layout = MakeLayout({{.text = "BSc | Physics | University of Leeds | 2019 | Grade: 71,"},
                              {.text = "First"},
                              {.text = "Diploma | Physics | York College | 2015"}});
  for (Line& line : layout.lines) line.region_box.x1 = layout.lines[0].box.x1 + 4;
  const std::vector<Entry> entries =
      FindEntries(layout.document, layout.lines, {{0, layout.lines.size()}}, TestLexicon(),
                  {.single_dates = true});
  ASSERT_EQ(entries.size(), 2u);
  EXPECT_EQ(entries[0].tails, std::vector<size_t>{1});
}

TEST(FindEntries, ALineThatItsLabelExplainsIsNoHead) {
  EXPECT_EQ(EntriesOf({{.text = "Acme Ltd"},
                       {.text = "Lead Technician"},
                       {.text = "01/2020 - Present"},
                       {.text = "Hours per week: 40"},
                       {.text = "Supervisor: D. Halloran (555-0151)"},
                       {.text = "Main duties:", .bold = true},
                       {.text = "Maintained cold rooms", .bullet = true},
                       {.text = "Beta Inc", .gap_before = 12},
                       {.text = "Technician"},
                       {.text = "05/2016 - 12/2019"},
                       {.text = "Hours per week: 40"},
                       {.text = "Supervisor: D. Halloran (555-0151)"},
                       {.text = "Main duties:", .bold = true},
                       {.text = "Installed heat pumps", .bullet = true}}),
            "0,1,2:3,4,5,6 | 7,8,9:10,11,12,13");
}

TEST(FindEntries, LinesThatBeginWithDatesAndAColonAreNoProse) {
  EXPECT_EQ(
      EntriesOf({{.text = "2012-2016: PhD, Marine Biology. James Banks University of Leeds."},
                 {.text = "2009-2011: MSc, Aquaculture and Marine Resources. Coastal College."},
                 {.text = "2005-2009: BSc, Fisheries and Oceans. University of Nha Trang."}},
                true),
      "0: | 1: | 2:");
}

TEST(FindEntries, ATitleInTheLookOfItsSiblingsBelongsToTheHead) {
  EXPECT_EQ(EntriesOf({{.text = "Acme Ltd\t2015 – 2021", .bold = true},
                       {.text = "Manager\t2018 – 2021", .bold = true, .italic = true},
                       {.text = "Led a team of twelve people in four towns", .bullet = true},
                       {.text = "Clerk\t2015 – 2018", .bold = true, .italic = true},
                       {.text = "Kept the books of three shops and a bakery", .bullet = true},
                       {.text = "Beta Inc\t2012 – 2015", .bold = true},
                       {.text = "Porter", .bold = true, .italic = true},
                       {.text = "Carried whatever was to be carried that day", .bullet = true}}),
            "0: | 1:2 | 3:4 | 5,6:7");
}

TEST(FindEntries, RunningHeadersAreLeftOut) {
  EXPECT_EQ(EntriesOf({{.text = "Acme Ltd\t2019 – 2021", .bold = true},
                       {.text = "Jane Doe – page 2", .page = 1, .role = LineRole::kRunning},
                       {.text = "Led a team", .bullet = true, .page = 1}}),
            "0:2");
}

TEST(FindEntries, NoLinesNoEntries) { EXPECT_EQ(EntriesOf({}), ""); }

}  // namespace
}  // namespace atsmatch
