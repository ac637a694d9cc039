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
       }) {
    EXPECT_EQ(EducationOf({{.text = c.head, .bold = true},
                           {.text = "University of Leeds\t2011 – 2015", .italic = true}}),
              c.want)
        << c.head;
  }
}

TEST(ReadEducation, TablesKeepTheirRows) {
  EXPECT_EQ(EducationOf({{.text = "Qualification\tInstitution\tYear\tResult", .bold = true},
                         {.text = "B.Com. (Commerce)\tUniversity of Mumbai\t2011\t82.4%"},
                         {.text = "MBA\tUniversity of Leeds\t2015\tDistinction"}}),
            "B.Com. / Commerce / University of Mumbai / 82.4% / ..2011\n"
            "MBA /  / University of Leeds / Distinction / ..2015\n");
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

}  // namespace
}  // namespace atsmatch
