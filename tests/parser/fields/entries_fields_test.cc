// Positions, degrees and projects: one résumé section in, fields out.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "parser/fields/fields.h"
#include "parser/text/lexicon.h"
#include "tests/parser/testing/make_layout.h"

namespace atsmatch {
namespace {

using testing::MakeLayout;
using testing::OneSection;
using testing::TestLine;

const Lexicon& TestLexicon() {
  static const Lexicon lexicon = Lexicon::BuiltIn();
  return lexicon;
}

Resume ReadSection(const std::vector<TestLine>& lines, SectionKind kind) {
  const Layout layout = MakeLayout(lines);
  const std::vector<Section> sections = {OneSection(layout, kind)};
  std::vector<Warning> warnings;
  return ReadFields({layout.document, layout.lines, sections, TestLexicon(), ""}, &warnings);
}

// "title / employer / place / start..end", one a line; "today" for a current position.
std::string WorkOf(const std::vector<TestLine>& lines) {
  std::string text;
  for (const Work& work : ReadSection(lines, SectionKind::kWork).work) {
    text += work.position.value + " / " + work.name.value + " / " + work.location.value + " / " +
            ToIsoDate(work.start.value) + ".." +
            (work.is_current.value ? "today" : ToIsoDate(work.end.value)) + "\n";
  }
  return text;
}

std::string EducationOf(const std::vector<TestLine>& lines) {
  std::string text;
  for (const Education& education : ReadSection(lines, SectionKind::kEducation).education) {
    text += education.study_type.value + " / " + education.area.value + " / " +
            education.institution.value + " / " + education.score.value + " / " +
            ToIsoDate(education.start.value) + ".." + ToIsoDate(education.end.value) + "\n";
  }
  return text;
}

TEST(ReadWork, CutsHeadsThatSetNothingApart) {
  // Dates in the middle of the line.
  EXPECT_EQ(WorkOf({{.text = "Sales Executive 12/2013 to Present Acme Ltd Dallas, TX"},
                    {.text = "Sold fuel", .bullet = true},
                    {.text = "Store Manager 03/2007 to 11/2011 Beta Inc Austin, TX"},
                    {.text = "Ran a store", .bullet = true}}),
            "Sales Executive / Acme Ltd / Dallas, TX / 2013-12..today\n"
            "Store Manager / Beta Inc / Austin, TX / 2007-03..2011-11\n");
  // The place in the middle; an employer that only its sibling gives away.
  EXPECT_EQ(WorkOf({{.text = "11/2003 to 05/2004"},
                    {.text = "Finance Manager Acme Ltd - Dallas, TX"},
                    {.text = "Sold loans", .bullet = true},
                    {.text = "02/2002 to 10/2002"},
                    {.text = "Vice President of Sales Acme Ltd - Dallas, TX"},
                    {.text = "Sold more loans", .bullet = true}}),
            "Finance Manager / Acme Ltd / Dallas, TX / 2003-11..2004-05\n"
            "Vice President of Sales / Acme Ltd / Dallas, TX / 2002-02..2002-10\n");
  EXPECT_EQ(WorkOf({{.text = "December 2013 to March 2014"},
                    {.text = "Acme Ltd Dallas, TX Finance Manager"},
                    {.text = "Sold loans", .bullet = true},
                    {.text = "November 2012 to December 2013"},
                    {.text = "Beta Inc Austin, TX Sales Manager"},
                    {.text = "Sold cars", .bullet = true}}),
            "Finance Manager / Acme Ltd / Dallas, TX / 2013-12..2014-03\n"
            "Sales Manager / Beta Inc / Austin, TX / 2012-11..2013-12\n");
  // Titles alone stay whole, and so does a place whose last word is a place.
  EXPECT_EQ(WorkOf({{.text = "Director Operations\t2013 – 2014"},
                    {.text = "Sold loans", .bullet = true},
                    {.text = "Director Marketing\t2011 – 2013"},
                    {.text = "Sold cars", .bullet = true}}),
            "Director Operations /  /  / 2013..2014\n"
            "Director Marketing /  /  / 2011..2013\n");
  EXPECT_EQ(WorkOf({{.text = "Driver\tMar 2013 – Jan 2014", .bold = true},
                    {.text = "Acme Ltd\tWest Memphis, AR"},
                    {.text = "Drove", .bullet = true}}),
            "Driver / Acme Ltd / West Memphis, AR / 2013-03..2014-01\n");
}

TEST(ReadWork, TakesTheHeadFromALineThatGoesOnWithText) {
  const std::string text =
      "As a new trainer I taught forty people a week the basics of lifting, and wrote their plans.";
  EXPECT_EQ(WorkOf({{.text = "05/2017 to Present"},
                    {.text = "Fitness Instructor Acme Ltd - Dallas, TX " + text},
                    {.text = "06/2014 to 06/2015"},
                    {.text = "Sales Manager Beta Inc - Austin, TX"},
                    {.text = "Sold shoes", .bullet = true}}),
            "Fitness Instructor / Acme Ltd / Dallas, TX / 2017-05..today\n"
            "Sales Manager / Beta Inc / Austin, TX / 2014-06..2015-06\n");
}

TEST(ReadWork, AHeadThatGoesOnWithTextMayBeginWithTheTitle) {
  EXPECT_EQ(
      WorkOf({{.text = "Assistant Teacher 05/2014 to 11/2014 Foxglove School Austin, TX Read "
                       "stories to the children and taught them painting, drawing and crafts"},
              {.text = "Student Teacher 02/2013 to 02/2014 Acme Inc Austin, TX"},
              {.text = "Planned lessons", .bullet = true}}),
      "Assistant Teacher / Foxglove School / Austin, TX / 2014-05..2014-11\n"
      "Student Teacher / Acme Inc / Austin, TX / 2013-02..2014-02\n");
}

TEST(ReadWork, WhatMostHeadsEndWithIsTheirEmployer) {
  EXPECT_EQ(
      WorkOf({{.text = "07/2015 to Present"},
              {.text = "Talent Attraction Zephyr Works Ltd Austin, TX"},
              {.text = "Hired people", .bullet = true},
              {.text = "10/2014 to 05/2015"},
              {.text = "Customer Strategies-Heart Walks Zephyr Works Ltd Austin, TX"},
              {.text = "Walked far", .bullet = true},
              {.text = "02/1999 to 05/2012"},
              {.text = "Assistant Vice-President-Human Resources Zephyr Works Ltd Austin, TX"},
              {.text = "Wrote rules", .bullet = true}}),
      "Talent Attraction / Zephyr Works Ltd / Austin, TX / 2015-07..today\n"
      "Customer Strategies-Heart Walks / Zephyr Works Ltd / Austin, TX / 2014-10..2015-05\n"
      "Assistant Vice-President-Human Resources / Zephyr Works Ltd / Austin, TX / "
      "1999-02..2012-05\n");
}

TEST(ReadWork, TodayMayStandUnderTheStart) {
  EXPECT_EQ(WorkOf({{.text = "2025 –"},
                    {.text = "today\tCook, Acme Ltd, Leeds"},
                    {.text = "2021 – 2025\tBaker, Zephyr Ltd, York", .gap_before = 8}}),
            "Cook / Acme Ltd / Leeds / 2025..today\nBaker / Zephyr Ltd / York / 2021..2025\n");
}

TEST(ReadEducation, WithoutDatesTheDegreeGoesWithTheSchoolAboveIt) {
  EXPECT_EQ(EducationOf({{.text = "Foxglove College"},
                         {.text = "BSc in Accounting"},
                         {.text = "Leeds High School"},
                         {.text = "High School Diploma"}}),
            "BSc / Accounting / Foxglove College /  / ..\n"
            "High School Diploma /  / Leeds High School /  / ..\n");
}

TEST(ReadWork, TakesThePlaceUnderTheDatesForTheHead) {
  const std::string text = "Managed all projects of a large house, and wrote the plans of each.";
  EXPECT_EQ(WorkOf({{.text = "Project Manager May 2017 to Current"},
                    {.text = "Acme Ltd - Dallas, TX " + text},
                    {.text = "Marketing Analyst Jan 2014 to Jul 2014"},
                    {.text = "Beta Inc - Austin, TX " + text}}),
            "Project Manager / Acme Ltd / Dallas, TX / 2017-05..today\n"
            "Marketing Analyst / Beta Inc / Austin, TX / 2014-01..2014-07\n");
}

TEST(ReadWork, ReadsDatesOverThreeLines) {
  EXPECT_EQ(WorkOf({{.text = "August 2013"},
                    {.text = "to"},
                    {.text = "August 2014"},
                    {.text = "Acme Ltd Dallas, TX Prep Chef"},
                    {.text = "Cut things", .bullet = true},
                    {.text = "February 2008"},
                    {.text = "to"},
                    {.text = "October 2009"},
                    {.text = "Beta Inc Austin, TX Line Cook"},
                    {.text = "Cooked things", .bullet = true}}),
            "Prep Chef / Acme Ltd / Dallas, TX / 2013-08..2014-08\n"
            "Line Cook / Beta Inc / Austin, TX / 2008-02..2009-10\n");
}

TEST(ReadEducation, ALineOfADegreeIsWholeWhereAnotherSaysWhatOf) {
  EXPECT_EQ(EducationOf({{.text = "Bachelor of Health"},
                         {.text = "Physiotherapy"},
                         {.text = "Harbour University"},
                         {.text = "2008 – 2012"},
                         {.text = "Level 5 Associate Diploma", .gap_before = 12},
                         {.text = "Human Resource Management"},
                         {.text = "Mill Lane College"},
                         {.text = "2013 – 2014"}}),
            "Bachelor of Health / Physiotherapy / Harbour University /  / 2008..2012\n"
            "Level 5 Associate Diploma / Human Resource Management / Mill Lane College /  / "
            "2013..2014\n");
  EXPECT_EQ(EducationOf({{.text = "Harbour University\t2008 – 2012"},
                         {.text = "Bachelor of Health (Physiotherapy)"}}),
            "Bachelor of Health / Physiotherapy / Harbour University /  / 2008..2012\n");
}

TEST(ReadEducation, ADegreeMayNameASchool) {
  EXPECT_EQ(EducationOf({{.text = "Statistics, Bachelor of Science - Harbour University"},
                         {.text = "2021 – 2025"},
                         {.text = "Mathematics, High School Diploma - Leeds High School"},
                         {.text = "2018 – 2021"}}),
            "Bachelor of Science / Statistics / Harbour University /  / 2021..2025\n"
            "High School Diploma / Mathematics / Leeds High School /  / 2018..2021\n");
}

TEST(ReadEducation, CutsTheDegreeFromTheSchool) {
  EXPECT_EQ(EducationOf({{.text = "1999"},
                         {.text = "Bachelor of Business Administration : Accounting MERCER "
                                  "UNIVERSITY - Atlanta, GA Accounting"},
                         {.text = "1995"},
                         {.text = "High School Diploma Lincoln High School"}}),
            "Bachelor of Business Administration / Accounting / MERCER UNIVERSITY /  / ..1999\n"
            "High School Diploma /  / Lincoln High School /  / ..1995\n");
  EXPECT_EQ(
      EducationOf({{.text = "Bachelor of Science : Communications December 1995 East Carolina "
                            "University Communications"}}),
      "Bachelor of Science / Communications / East Carolina University /  / ..1995-12\n");
  // The state is no degree, and a school's name goes on behind a small word.
  EXPECT_EQ(EducationOf({{.text = "Foxglove University, Duluth, MN\t2011 – 2013"},
                         {.text = "Master of Library and Information Science"},
                         {.text = "Foxglove College, Duluth, MN\t2007 – 2011"},
                         {.text = "Bachelor of Arts in English"}}),
            "Master of Library and Information Science /  / Foxglove University /  / 2011..2013\n"
            "Bachelor of Arts / English / Foxglove College /  / 2007..2011\n");
  // What stands at both ends of the rest is the area.
  EXPECT_EQ(
      EducationOf({{.text = "Associate of Arts : Wild Mushrooms Foxglove Community College of "
                            "Jacksonville Wild Mushrooms"}}),
      "Associate of Arts / Wild Mushrooms / Foxglove Community College of Jacksonville /  / "
      "..\n");
  EXPECT_EQ(EducationOf({{.text = "May, 2016"},
                         {.text = "University of Miami Bachelor of Arts : Economics"},
                         {.text = "May, 2012"},
                         {.text = "Foxglove College Associate of Science : Nursing"}}),
            "Bachelor of Arts / Economics / University of Miami /  / ..2016-05\n"
            "Associate of Science / Nursing / Foxglove College /  / ..2012-05\n");
  EXPECT_EQ(
      EducationOf({{.text = "MBA : Finance 2006 University of North Texas"},
                   {.text = "Bachelor of Science : Accounting 2003 Foxglove State University"},
                   {.text = "Member of the accounting club"}}),
      "MBA / Finance / University of North Texas /  / ..2006\n"
      "Bachelor of Science / Accounting / Foxglove State University /  / ..2003\n");
}

TEST(ReadEducation, ASchoolMayBeNamedAfterADegree) {
  EXPECT_EQ(EducationOf({{.text = "Diploma, Topografia"},
                         {.text = "Istituto Tecnico Acero"},
                         {.text = "2000 – 2005"},
                         {.text = "Laurea magistrale, Ingegneria civile"},
                         {.text = "Università di Trento"},
                         {.text = "2005 – 2010"}}),
            "Diploma / Topografia / Istituto Tecnico Acero /  / 2000..2005\n"
            "Laurea magistrale / Ingegneria civile / Università di Trento /  / 2005..2010\n");
}

TEST(ReadWork, FormsSayWhatTheirLinesAre) {
  EXPECT_EQ(WorkOf({{.text = "Period\t01/2019 – today", .bullet = true},
                    {.text = "Employer\tExperience Cooling, Leeds", .bullet = true},
                    {.text = "Position\tHandyman", .bullet = true},
                    {.text = "Main duties\tRepaired kitchens", .bullet = true},
                    {.text = "Period\t05/2016 – 12/2018", .bullet = true},
                    {.text = "Employer\tZephyr", .bullet = true},
                    {.text = "Position\tNight Owl", .bullet = true}}),
            "Handyman / Experience Cooling / Leeds / 2019-01..today\n"
            "Night Owl / Zephyr /  / 2016-05..2018-12\n");
  const Resume resume = ReadSection({{.text = "Dates: 2019 – 2021"},
                                     {.text = "Employer: Zephyr"},
                                     {.text = "Job title: Night Owl"},
                                     {.text = "Duties\tKept watch"}},
                                    SectionKind::kWork);
  ASSERT_EQ(resume.work.size(), 1u);
  EXPECT_EQ(resume.work[0].position.value, "Night Owl");
  ASSERT_EQ(resume.work[0].highlights.size(), 1u);
  EXPECT_EQ(resume.work[0].highlights[0].value, "Kept watch");
}

TEST(ReadWork, AFullStopMayEndTheLineOfAnEntry) {
  EXPECT_EQ(WorkOf({{.text = "Head of Research, Museum of the Harbour, Leeds, July 2011–May 2017."},
                    {.text = "Opened the archive", .bullet = true},
                    {.text = "Lecturer in Modern History, Zephyr College, York, 2005–2011."},
                    {.text = "Taught four modules", .bullet = true}}),
            "Head of Research / Museum of the Harbour / Leeds / 2011-07..2017-05\n"
            "Lecturer in Modern History / Zephyr College / York / 2005..2011\n");
}

TEST(ReadEducation, WordsRightBeforeADegreeAreItsName) {
  EXPECT_EQ(EducationOf({{.text = "Advanced Craft Certificate, Refrigeration"},
                         {.text = "Limerick Technical College"},
                         {.text = "2010 – 2014"}}),
            "Advanced Craft Certificate / Refrigeration / Limerick Technical College /  / "
            "2010..2014\n");
}

TEST(ReadWork, TitleFirstOrEmployerFirst) {
  EXPECT_EQ(WorkOf({{.text = "Charge Nurse, ICU\tMar 2020 – Present", .bold = true},
                    {.text = "Mercy Hospital, Austin, TX", .italic = true},
                    {.text = "Led a team", .bullet = true},
                    {.text = "Staff Nurse\tJan 2015 – Feb 2020", .bold = true, .gap_before = 12},
                    {.text = "St. Mary's Clinic, Dallas, TX", .italic = true}}),
            "Charge Nurse, ICU / Mercy Hospital / Austin, TX / 2020-03..today\n"
            "Staff Nurse / St. Mary's Clinic / Dallas, TX / 2015-01..2020-02\n");
  EXPECT_EQ(WorkOf({{.text = "Mercy Hospital\t2020 – Present", .bold = true},
                    {.text = "Charge Nurse", .italic = true},
                    {.text = "Led a team", .bullet = true},
                    {.text = "St. Mary's Clinic\t2015 – 2020", .bold = true, .gap_before = 12},
                    {.text = "Staff Nurse", .italic = true}}),
            "Charge Nurse / Mercy Hospital /  / 2020..today\n"
            "Staff Nurse / St. Mary's Clinic /  / 2015..2020\n");
}

TEST(ReadWork, AnUnknownEmployerStandsWhereTheOthersDo) {
  EXPECT_EQ(WorkOf({{.text = "Sous Chef\t2019 – 2021", .bold = true},
                    {.text = "Copper Pan Restaurant", .italic = true},
                    {.text = "Ran the pass", .bullet = true},
                    {.text = "Commis Chef\t2016 – 2019", .bold = true, .gap_before = 12},
                    {.text = "Zwölf", .italic = true},
                    {.text = "Prepared stocks", .bullet = true}}),
            "Sous Chef / Copper Pan Restaurant /  / 2019..2021\n"
            "Commis Chef / Zwölf /  / 2016..2019\n");
}

TEST(ReadWork, SeparatorsOnOneLine) {
  for (const char* line :
       {"Sous Chef at Copper Pan Restaurant", "Sous Chef | Copper Pan Restaurant",
        "Sous Chef – Copper Pan Restaurant", "Sous Chef, Copper Pan Restaurant"}) {
    EXPECT_EQ(
        WorkOf({{.text = line}, {.text = "05/2019 – 02/2021"}, {.text = "x", .bullet = true}}),
        "Sous Chef / Copper Pan Restaurant /  / 2019-05..2021-02\n")
        << line;
  }
}

TEST(ReadWork, OneEmployerForSeveralPositions) {
  EXPECT_EQ(WorkOf({{.text = "Northgate Logistics Ltd", .bold = true, .size = 12},
                    {.text = "Shift Manager\t2019 – Present", .italic = true},
                    {.text = "Led a team", .bullet = true},
                    {.text = "Forklift Driver\t2015 – 2019", .italic = true, .gap_before = 8},
                    {.text = "Moved pallets", .bullet = true}}),
            "Shift Manager / Northgate Logistics Ltd /  / 2019..today\n"
            "Forklift Driver / Northgate Logistics Ltd /  / 2015..2019\n");
}

TEST(ReadWork, APlaceMayHaveSmallWords) {
  EXPECT_EQ(WorkOf({{.text = "Kfz-Mechatroniker\t2011 – 2015", .bold = true},
                    {.text = "Boxenstopp Reimann GmbH, Nürnberg"},
                    {.text = "x", .bullet = true},
                    {.text = "Kfz-Mechatroniker\t2009 – 2011", .bold = true, .gap_before = 12},
                    {.text = "Nutzfahrzeuge Pegnitztal AG, Lauf an der Pegnitz"}}),
            "Kfz-Mechatroniker / Boxenstopp Reimann GmbH / Nürnberg / 2011..2015\n"
            "Kfz-Mechatroniker / Nutzfahrzeuge Pegnitztal AG / Lauf an der Pegnitz / 2009..2011\n");
}

TEST(ReadWork, DashesCutWhereTheyDoInMostOfTheSection) {
  EXPECT_EQ(WorkOf({{.text = "Jefa de sala – Restaurante La Alquería (Sevilla)\t2023 – 2024"},
                    {.text = "x", .bullet = true},
                    {.text = "Camarera – Chiringuito El Caimán (Conil)\t2016 – 2018"},
                    {.text = "x", .bullet = true},
                    {.text = "Camarera – Cruceros del Sur (Málaga)\t2018 – 2019"},
                    {.text = "x", .bullet = true}}),
            "Jefa de sala / Restaurante La Alquería / Sevilla / 2023..2024\n"
            "Camarera / Chiringuito El Caimán / Conil / 2016..2018\n"
            "Camarera / Cruceros del Sur / Málaga / 2018..2019\n");
}

TEST(ReadWork, HowLongItLastedIsNoEmployer) {
  for (const char* lasted : {"(4 years 11 months)", "(4 jaar 6 maanden)", "(1 anno e 2 mesi)",
                             "(3 Jahre und 1 Monat)", "(10 mois)"}) {
    EXPECT_EQ(WorkOf({{.text = "Sous Chef", .bold = true},
                      {.text = "Copper Pan Restaurant"},
                      {.text = std::string("05/2019 – 02/2021 ") + lasted},
                      {.text = "x", .bullet = true}}),
              "Sous Chef / Copper Pan Restaurant /  / 2019-05..2021-02\n")
        << lasted;
  }
}

TEST(ReadWork, SummaryAndHighlightsApart) {
  const Resume resume = ReadSection({{.text = "Nurse, Mercy Hospital\t2019 – 2021", .bold = true},
                                     {.text = "A level II trauma receiving hospital in the city."},
                                     {.text = "Raised compliance to 94%.", .bullet = true},
                                     {.text = "Trained 30 colleagues.", .bullet = true}},
                                    SectionKind::kWork);
  ASSERT_EQ(resume.work.size(), 1u);
  EXPECT_EQ(resume.work[0].summary.value, "A level II trauma receiving hospital in the city.");
  ASSERT_EQ(resume.work[0].highlights.size(), 2u);
  EXPECT_EQ(resume.work[0].highlights[1].value, "Trained 30 colleagues.");
}

TEST(ReadEducation, DegreeFieldSchoolAndGrade) {
  struct Case {
    const char* head;
    const char* want;
  };
  for (const Case& c : std::vector<Case>{
           {"BSc (Hons) in Nursing",
            "BSc (Hons) / Nursing / University of Leeds /  / 2011..2015\n"},
           {"Bachelor of Science in Nursing, 3.78 GPA",
            "Bachelor of Science / Nursing / University of Leeds / 3.78 GPA / 2011..2015\n"},
           {"MEng Civil Engineering, First Class Honours",
            "MEng / Civil Engineering / University of Leeds / First Class Honours / 2011..2015\n"},
           {"M.Sc. (part-time) in Statistics",
            "M.Sc. (part-time) / Statistics / University of Leeds /  / 2011..2015\n"},
           {"Diplom in Geography (1.2)",
            "Diplom / Geography / University of Leeds / 1.2 / 2011..2015\n"},
           {"Short course, Fermentation",
            "Short course / Fermentation / University of Leeds /  / 2011..2015\n"},
           {"Fellowship - Actuarial Science",
            "Fellowship / Actuarial Science / University of Leeds /  / 2011..2015\n"},
       }) {
    EXPECT_EQ(EducationOf({{.text = c.head, .bold = true},
                           {.text = "University of Leeds\t2011 – 2015", .italic = true}}),
              c.want)
        << c.head;
  }
}

TEST(ReadEducation, WhatWasStudiedStandsBetweenADashAndTheSchool) {
  EXPECT_EQ(EducationOf({{.text = "PhD – Marine Biology, James Banks University"},
                         {.text = "2012 – 2016", .italic = true},
                         {.text = "A-Levels – Art, French, Filton Sixth Form College"},
                         {.text = "2006 – 2008", .italic = true}}),
            "PhD / Marine Biology / James Banks University /  / 2012..2016\n"
            "A-Levels / Art, French / Filton Sixth Form College /  / 2006..2008\n");
}

TEST(ReadEducation, NamesBelowADegreeAreItsCourses) {
  const auto courses = [](const std::vector<TestLine>& below) {
    std::vector<TestLine> lines = {{.text = "BSc Nursing", .bold = true},
                                   {.text = "University of Leeds\t2012 – 2015"}};
    lines.insert(lines.end(), below.begin(), below.end());
    const Resume resume = ReadSection(lines, SectionKind::kEducation);
    std::string text;
    for (const Text& course : resume.education.at(0).courses) text += course.value + "\n";
    return text;
  };
  EXPECT_EQ(courses({{.text = "Community Health", .bullet = true},
                     {.text = "Pathophysiology", .bullet = true}}),
            "Community Health\nPathophysiology\n");
  EXPECT_EQ(courses({{.text = "Community Health, Pathophysiology", .bullet = true}}),
            "Community Health\nPathophysiology\n");
  EXPECT_EQ(courses({{.text = "President of the rowing club", .bullet = true},
                     {.text = "Dean's list", .bullet = true},
                     {.text = "Wrote a thesis on the wounds of mice.", .bullet = true}}),
            "");
}

TEST(ReadWork, OneEmployersDatesSpanThoseOfItsPositions) {
  EXPECT_EQ(WorkOf({{.text = "Royal Navy\t2010 – Present", .bold = true},
                    {.text = "Commander, Staff Officer\tApr 2022 – Present",
                     .bold = true,
                     .italic = true,
                     .x = 60},
                    {.text = "Schedule 23 ships and their maintenance periods at all times",
                     .bullet = true,
                     .x = 70},
                    {.text = "Lieutenant, Watch Officer\tJul 2010 – Mar 2022",
                     .bold = true,
                     .italic = true,
                     .x = 60},
                    {.text = "Planned passages of many nautical miles without incident at sea",
                     .bullet = true,
                     .x = 70},
                    {.text = "Solent Ferries\tMay 2007 – Aug 2009", .bold = true},
                    {.text = "Deckhand", .bold = true, .italic = true},
                    {.text = "Cleaned decks and helped passengers to embark and disembark",
                     .bullet = true}}),
            "Commander, Staff Officer / Royal Navy /  / 2022-04..today\n"
            "Lieutenant, Watch Officer / Royal Navy /  / 2010-07..2022-03\n"
            "Deckhand / Solent Ferries /  / 2007-05..2009-08\n");
}

TEST(ReadWork, FullStopsEndNoNames) {
  EXPECT_EQ(WorkOf({{.text = "January 2020 - Present: Lead Technician", .bold = true},
                    {.text = "Cooling Partners Ltd (Leeds)."},
                    {.text = "Maintained cold rooms", .bullet = true},
                    {.text = "May 2016 - December 2019: Technician", .bold = true},
                    {.text = "Royal Museum (York)."},
                    {.text = "Installed heat pumps", .bullet = true}}),
            "Lead Technician / Cooling Partners Ltd / Leeds / 2020-01..today\n"
            "Technician / Royal Museum / York / 2016-05..2019-12\n");
}

TEST(ReadWork, PlacesInBracketsNeedNotBeKnown) {
  EXPECT_EQ(WorkOf({{.text = "January 2020 - Present: Commander", .bold = true},
                    {.text = "Royal Navy (Portsmouth)."},
                    {.text = "Schedules ships and their maintenance", .bullet = true},
                    {.text = "May 2016 - December 2019: Officer", .bold = true},
                    {.text = "Royal Navy (Qwaerham)."},
                    {.text = "Planned passages without incident", .bullet = true}}),
            "Commander / Royal Navy / Portsmouth / 2020-01..today\n"
            "Officer / Royal Navy / Qwaerham / 2016-05..2019-12\n");
}

TEST(ReadWork, LeavesOutHoursPayAndSupervisors) {
  const Resume resume = ReadSection({{.text = "Acme Ltd"},
                                     {.text = "Lead Technician"},
                                     {.text = "01/2020 - Present"},
                                     {.text = "Hours per week: 40"},
                                     {.text = "Salary: $84,100 per year"},
                                     {.text = "Supervisor: D. Halloran (555-0151)"},
                                     {.text = "Duties: Maintained cold rooms"}},
                                    SectionKind::kWork);
  ASSERT_EQ(resume.work.size(), 1u);
  ASSERT_EQ(resume.work[0].highlights.size(), 1u);
  EXPECT_EQ(resume.work[0].highlights[0].value, "Maintained cold rooms");
}

TEST(ReadEducation, FullStopsPartDegreeAndSchool) {
  EXPECT_EQ(EducationOf({{.text = "2010-2014: Master, Astronomy. University of Leeds."},
                         {.text = "2006-2010: Bachelor, Physics. St. Brendan's College."}}),
            "Master / Astronomy / University of Leeds /  / 2010..2014\n"
            "Bachelor / Physics / St. Brendan's College /  / 2006..2010\n");
}

TEST(ReadEducation, TablesKeepTheirRows) {
  EXPECT_EQ(EducationOf({{.text = "Qualification\tInstitution\tYear\tResult", .bold = true},
                         {.text = "B.Com. (Commerce)\tUniversity of Mumbai\t2011\t82.4%"},
                         {.text = "MBA\tUniversity of Leeds\t2015\tDistinction"}}),
            "B.Com. / Commerce / University of Mumbai / 82.4% / ..2011\n"
            "MBA /  / University of Leeds / Distinction / ..2015\n");
}

TEST(ReadWork, SentencesBelowEachOtherAreItems) {
  const Resume resume = ReadSection(
      {{.text = "Controller, Acme Ltd\t2019 - 2021", .bold = true},
       {.text = "Shortened the monthly close to five days.", .x = 70, .gap_before = 8},
       {.text =
            "Negotiated the limits of the bank at a rate that is one percent below the last one.",
        .x = 70,
        .gap_before = 8},
       {.text = "Implementation-related remarks of the audit are gone.", .x = 70, .gap_before = 8}},
      SectionKind::kWork);
  ASSERT_EQ(resume.work.size(), 1u);
  const Work& work = resume.work[0];
  EXPECT_EQ(work.highlights.size() + work.summary.known(), 3u);
}

TEST(ReadProjects, NameLinkAndDates) {
  const Resume resume = ReadSection({{.text = "Flood Map\t2021 – 2022", .bold = true},
                                     {.text = "floodmap.example.org"},
                                     {.text = "Web map of flooding in the district."},
                                     {.text = "Technologies: Go, PostGIS"}},
                                    SectionKind::kProjects);
  ASSERT_EQ(resume.projects.size(), 1u);
  const Project& project = resume.projects[0];
  EXPECT_EQ(project.name.value, "Flood Map");
  EXPECT_EQ(project.url.value, "floodmap.example.org");
  EXPECT_EQ(ToIsoDate(project.start.value), "2021");
  EXPECT_EQ(project.description.value, "Web map of flooding in the district.");
  ASSERT_EQ(project.keywords.size(), 2u);
  EXPECT_EQ(project.keywords[1].value, "PostGIS");
}

TEST(ReadProjects, AnAddressOfItsOwnIsNoText) {
  for (const std::vector<TestLine>& lines :
       {std::vector<TestLine>{{.text = "Flood Map\t2021 – 2022", .bold = true},
                              {.text = "Web map of flooding in the district."},
                              {.text = "floodmap.example.org"}},
        {{.text = "Flood Map\t2021 – 2022", .bold = true},
         {.text = "Web map of flooding in the district."},
         {.text = "Technologies: Go, PostGIS. Link: floodmap.example.org"}}}) {
    const Resume resume = ReadSection(lines, SectionKind::kProjects);
    ASSERT_EQ(resume.projects.size(), 1u);
    EXPECT_EQ(resume.projects[0].url.value, "floodmap.example.org");
    EXPECT_EQ(resume.projects[0].description.value, "Web map of flooding in the district.");
  }
}

TEST(ReadProjects, AListBehindTheNameIsKeywords) {
  const Resume resume = ReadSection({{.text = "Flood Map | Go, PostGIS\t2021 – 2022"},
                                     {.text = "Web map of flooding in the district."},
                                     {.text = "Read by 400 people a day", .bullet = true}},
                                    SectionKind::kProjects);
  ASSERT_EQ(resume.projects.size(), 1u);
  EXPECT_EQ(resume.projects[0].name.value, "Flood Map");
  EXPECT_EQ(resume.projects[0].description.value, "Web map of flooding in the district.");
  ASSERT_EQ(resume.projects[0].keywords.size(), 2u);
  EXPECT_EQ(resume.projects[0].keywords[0].value, "Go");
}

TEST(ReadProjects, DatesInSquareBracketsBeginAnEntry) {
  const Resume resume = ReadSection(
      {{.text = "[2021 – 2022] Flood Map – A map of all the floods that the district has seen."},
       {.text = "[2019 – 2020] Rain Log – Readings of eleven gauges in the valley, hour by hour."}},
      SectionKind::kProjects);
  ASSERT_EQ(resume.projects.size(), 2u);
  EXPECT_EQ(resume.projects[1].name.value, "Rain Log");
}

TEST(ReadVolunteer, ASentenceBehindTheDatesIsWhatWasDone) {
  const Resume resume =
      ReadSection({{.text = "Trustee, Acme Children’s Fund, May 2016 – Present. Chairs the legal "
                            "advice committee."}},
                  SectionKind::kVolunteer);
  ASSERT_EQ(resume.volunteer.size(), 1u);
  EXPECT_EQ(resume.volunteer[0].position.value, "Trustee");
  EXPECT_EQ(resume.volunteer[0].organization.value, "Acme Children’s Fund");
  EXPECT_EQ(resume.volunteer[0].summary.value, "Chairs the legal advice committee.");
}

TEST(ReadWork, ACityKeepsItsFirstWord) {
  EXPECT_EQ(WorkOf({{.text = "Company Driver\t2019 - 2021", .bold = true},
                    {.text = "Acme Carriers LLC, West Memphis, AR"},
                    {.text = "Drove 11 tankers", .bullet = true}}),
            "Company Driver / Acme Carriers LLC / West Memphis, AR / 2019..2021\n");
}
TEST(ReadWork, ALabelRightBelowTheDatesIsNoText) {
  const Resume resume = ReadSection({{.text = "Cook at Acme Ltd", .bold = true, .size = 14},
                                     {.text = "June 2019 - May 2021"},
                                     {.text = "HIGHLIGHTS", .bold = true, .gap_before = 16},
                                     {.text = "Cooked for 400 guests", .bullet = true}},
                                    SectionKind::kWork);
  ASSERT_EQ(resume.work.size(), 1u);
  EXPECT_EQ(resume.work[0].summary.value, "");
  ASSERT_EQ(resume.work[0].highlights.size(), 1u);
}
TEST(ReadWork, ACodeOfARegionEndsAPlaceWithoutAComma) {
  EXPECT_EQ(WorkOf({{.text = "Shop Assistant\t2019 - 2021", .bold = true},
                    {.text = "Acme Hardware Ltd\tFootscray VIC"},
                    {.text = "Unloaded trucks", .bullet = true}}),
            "Shop Assistant / Acme Hardware Ltd / Footscray VIC / 2019..2021\n");
}

TEST(ReadWork, AHeadWrapsBehindASignThatJoins) {
  // Labels in the margin: the column is narrower than its region.
  const auto head = [](const char* text, double gap) {
    return TestLine{.text = text, .size = 18, .x = 190, .gap_before = gap};
  };
  const auto dates = [](const char* text) { return TestLine{.text = text, .size = 9, .x = 190}; };
  EXPECT_EQ(WorkOf({head("Head Baker - Acme Ltd", 20), dates("2019 – 2021"),
                    head("Group Lead, Firmware - Castle GmbH &", 20), head("Company KG", 3),
                    dates("2015 – 2018")}),
            "Head Baker / Acme Ltd /  / 2019..2021\n"
            "Group Lead, Firmware / Castle GmbH & Company KG /  / 2015..2018\n");
}

TEST(ReadEducation, ADashBeforeAGradeNeedsNoSpaceBehindIt) {
  EXPECT_EQ(EducationOf({{.text = "University of Leeds", .size = 14},
                         {.text = "Botany, B.S. —3.55", .italic = true}}),
            "B.S. / Botany / University of Leeds / 3.55 / ..\n");
}

TEST(ReadEducation, ADegreeEndsBeforeADashAndBeforeIn) {
  EXPECT_EQ(EducationOf({{.text = "University of Leeds\t2010 – 2013", .bold = true},
                         {.text = "Bachelor of Health - Physiotherapy, GPA: 7,9"},
                         {.text = "Harbour School of Business\t2006 – 2008", .bold = true},
                         {.text = "MBA in Finance"}}),
            "Bachelor of Health / Physiotherapy / University of Leeds / 7,9 / 2010..2013\n"
            "MBA / Finance / Harbour School of Business /  / 2006..2008\n");
}

TEST(ReadProjects, AYearInWhatAProjectIsIsNoDate) {
  const Resume resume = ReadSection({{.text = "**Cart** - Suspension for the 2024 car."},
                                     {.text = "**Press** - Built for under $400."}},
                                    SectionKind::kProjects);
  ASSERT_EQ(resume.projects.size(), 2u);
  EXPECT_EQ(resume.projects[0].description.value, "Suspension for the 2024 car.");
  EXPECT_FALSE(resume.projects[0].start.known());
  EXPECT_EQ(resume.projects[1].name.value, "Press");
}

}  // namespace
}  // namespace atsmatch
