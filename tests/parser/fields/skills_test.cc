#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "parser/fields/fields.h"
#include "parser/fields/pieces.h"
#include "parser/text/lexicon.h"
#include "tests/parser/testing/make_layout.h"

namespace atsmatch {
namespace {

using testing::MakeLayout;
using testing::OneSection;
using testing::TestLine;

const Lexicon& BuiltIn() {
  static const Lexicon lexicon = Lexicon::BuiltIn();
  return lexicon;
}

using Reader = void (*)(const FieldContext&, const std::vector<size_t>&, Resume*);

Resume ReadWith(Reader reader, SectionKind kind, const std::vector<TestLine>& lines,
                double width = 500) {
  const Layout layout = MakeLayout(lines, width);
  const std::vector<Section> sections{OneSection(layout, kind)};
  Resume resume;
  reader({layout.document, layout.lines, sections, BuiltIn(), ""}, {0}, &resume);
  return resume;
}

// "Tools (Expert): Epic, Pyxis; Excel"
std::string ToString(const std::vector<Skill>& skills) {
  std::string all;
  for (const Skill& skill : skills) {
    if (!all.empty()) all += "; ";
    all += skill.name.value;
    if (skill.level.known()) all += " (" + skill.level.value + ")";
    for (size_t i = 0; i < skill.keywords.size(); ++i)
      all += (i == 0 ? ": " : ", ") + skill.keywords[i].value;
  }
  return all;
}

TEST(ReadSkills, FindsTheFormOfTheWholeSection) {
  const struct {
    const char* form;
    std::vector<TestLine> lines;
    std::string skills;
    double width = 500;
  } cases[] = {
      {"colons",
       {{.text = "Systems: Epic, Pyxis"}, {.text = "Care: CRRT, ECMO (VA, VV)"}},
       "Systems: Epic, Pyxis; Care: CRRT, ECMO (VA, VV)"},
      {"a list that wraps",
       {{.text = "Systems: Epic, Pyxis,"}, {.text = "Cerner"}, {.text = "Care: CRRT"}},
       "Systems: Epic, Pyxis, Cerner; Care: CRRT"},
      {"names in the margin",
       {{.text = "Care", .label = true},
        {.text = "CRRT", .bullet = true},
        {.text = "Arterial lines", .bullet = true},
        {.text = "Ventilators", .bullet = true},
        {.text = "Systems", .label = true},
        {.text = "Epic, Pyxis"}},
       "Care: CRRT, Arterial lines, Ventilators; Systems: Epic, Pyxis"},
      {"names of groups at the sign of the bullets, in columns as narrow as their items",
       {{.text = "Systems", .x = 50},
        {.text = "Epic", .bullet = true, .x = 57},
        {.text = "Cerner Millennium", .bullet = true, .x = 57},
        {.text = "Intensivecare", .x = 50},
        {.text = "CRRT", .bullet = true, .x = 57}},
       "Systems: Epic, Cerner Millennium; Intensivecare: CRRT",
       110},
      {"cells",
       {{.text = "Systems\tEpic, Pyxis"}, {.text = "Care\tCRRT, ECMO"}},
       "Systems: Epic, Pyxis; Care: CRRT, ECMO"},
      {"bold, then plain",
       {{.text = "**Systems** Epic, Pyxis"}, {.text = "**Care** CRRT, ECMO"}},
       "Systems: Epic, Pyxis; Care: CRRT, ECMO"},
      {"bold headings",
       {{.text = "Systems", .bold = true},
        {.text = "Epic"},
        {.text = "Pyxis"},
        {.text = "Care", .bold = true},
        {.text = "CRRT"}},
       "Systems: Epic, Pyxis; Care: CRRT"},
      {"bold headings side by side, keywords that flow under each",
       {{.text = "Care of patients at home\tTaxes", .bold = true},
        {.text = "CRRT\tECMO\tTriage\tGST"},
        {.text = "Ward rounds"},
        {.text = "Systems used by the ward\tTools", .bold = true},
        {.text = "Epic\tPyxis\tCerner\tExcel"}},
       "Care of patients at home: CRRT, ECMO, Triage, Ward rounds; Taxes: GST; Systems used by the "
       "ward: Epic, Pyxis; Tools: Cerner, Excel"},
      {"headings above bullets",
       {{.text = "Systems"},
        {.text = "Epic", .bullet = true},
        {.text = "Care"},
        {.text = "CRRT", .bullet = true}},
       "Systems: Epic; Care: CRRT"},
      {"headings above lists",
       {{.text = "Systems"}, {.text = "Epic, Pyxis"}, {.text = "Care"}, {.text = "CRRT, ECMO"}},
       "Systems: Epic, Pyxis; Care: CRRT, ECMO"},
      {"headings above what is indented",
       {{.text = "Systems"},
        {.text = "Epic", .x = 80},
        {.text = "Pyxis", .x = 80},
        {.text = "Care"},
        {.text = "CRRT", .x = 80}},
       "Systems: Epic, Pyxis; Care: CRRT"},
      {"lists in brackets, right-aligned and wrapped",
       {{.text = "Systems (Epic, Pyxis)", .x = 100},
        {.text = "Care (CRRT, ECMO, Triage,", .x = 80},
        {.text = "Ward rounds)", .x = 140},
        {.text = "Law (HACCP, GDPR)", .x = 120}},
       "Systems: Epic, Pyxis; Care: CRRT, ECMO, Triage, Ward rounds; Law: HACCP, GDPR"},
      {"levels before the names of lists in brackets",
       {{.text = "Expert Systems (Epic, Pyxis)"}, {.text = "Basic Care (CRRT, ECMO)"}},
       "Systems (Expert): Epic, Pyxis; Care (Basic): CRRT, ECMO"},
      {"brackets that nothing stands in",
       {{.text = "Dry needling ()"}, {.text = "Taping ()"}, {.text = "Echography (MSK) ()"}},
       "Dry needling; Taping; Echography (MSK)"},
      {"plain list",
       {{.text = "Fire alarm"}, {.text = "Solar PV"}, {.text = "NEC 2023"}},
       "Fire alarm; Solar PV; NEC 2023"},
      {"commas",
       {{.text = "Switchgear to 4,000 A, Conduit (EMT, rigid), PV"}},
       "Switchgear to 4,000 A; Conduit (EMT, rigid); PV"},
      {"bars", {{.text = "Epic | Pyxis | TRI/TRE"}}, "Epic; Pyxis; TRI/TRE"},
      {"slashes with spaces", {{.text = "Ind AS / IFRS / S/4HANA"}}, "Ind AS; IFRS; S/4HANA"},
      {"levels in words",
       {{.text = "Figma (Expert)"}, {.text = "Swift – Basic"}},
       "Figma (Expert); Swift (Basic)"},
      {"levels in cells",
       {{.text = "Figma\tExpert"}, {.text = "Swift\tBasic"}},
       "Figma (Expert); Swift (Basic)"},
      {"levels as stars",
       {{.text = "Figma ★★★★☆"}, {.text = "Swift ★★☆☆☆"}},
       "Figma (★★★★☆); Swift (★★☆☆☆)"},
      {"level under the name",
       {{.text = "Care", .bold = true},
        {.text = "Expert", .italic = true},
        {.text = "CRRT", .bullet = true}},
       "Care (Expert): CRRT"},
      {"names with a colon above cells",
       {{.text = "Cuisine:", .bold = true},
        {.text = "Rice dishes\tGrill"},
        {.text = "Law:", .bold = true},
        {.text = "HACCP"}},
       "Cuisine: Rice dishes, Grill; Law: HACCP"},
      {"a slash between two",
       {{.text = "Megger / hi-pot testing"}, {.text = "Solar PV"}},
       "Megger / hi-pot testing; Solar PV"},
      {"separators lost",
       {{.text = "Food\tRice dishes Charcoal grill"},
        {.text = "Law\tSolvency II Welfare of animals"}},
       "Food: Rice dishes, Charcoal grill; Law: Solvency II, Welfare of animals"},
      {"two columns of groups",
       {{.text = "Systems	Care", .bold = true},
        {.text = "Epicxxx	CRRT"},
        {.text = "Pyxisxx	ECMO"}},
       "Systems: Epicxxx, Pyxisxx; Care: CRRT, ECMO"},
  };
  for (const auto& test : cases) {
    EXPECT_EQ(ToString(ReadWith(ReadSkills, SectionKind::kSkills, test.lines, test.width).skills),
              test.skills)
        << test.form;
  }
}

TEST(ReadSkills, AHeadingMayNameTheGroupBelowIt) {
  const Layout layout = MakeLayout({{.text = "Zapping", .bold = true},
                                    {.text = "Zapier, Make"},
                                    {.text = "Charting", .bold = true},
                                    {.text = "SQL"}});
  std::vector<Section> sections;
  for (const size_t heading : {0u, 2u}) {
    Section section;
    section.kind = SectionKind::kSkills;
    section.heading_words = layout.lines[heading].words;
    section.lines = {heading + 1, heading + 2};
    section.confidence = 1;
    section.names_group = true;
    sections.push_back(section);
  }
  Resume resume;
  ReadSkills({layout.document, layout.lines, sections, BuiltIn(), ""}, {0, 1}, &resume);
  EXPECT_EQ(ToString(resume.skills), "Zapping: Zapier, Make; Charting: SQL");
}

TEST(ReadSkills, KeepsShortItemsApartInANarrowColumn) {
  // "Moderate" would not fit behind the first line, and yet it begins an item.
  const std::vector<TestLine> lines{{.text = "Titrating vasopressors"},
                                    {.text = "Moderate sedation"},
                                    {.text = "Massive transfusion"}};
  EXPECT_EQ(ToString(ReadWith(ReadSkills, SectionKind::kSkills, lines, 120).skills),
            "Titrating vasopressors; Moderate sedation; Massive transfusion");
}

TEST(ReadSkills, JoinsAnItemThatWraps) {
  const std::vector<TestLine> lines{{.text = "Load rating of old"},
                                    {.text = "bridges", .gap_before = 1},
                                    {.text = "Retaining walls", .gap_before = 6}};
  EXPECT_EQ(ToString(ReadWith(ReadSkills, SectionKind::kSkills, lines, 95).skills),
            "Load rating of old bridges; Retaining walls");
}

TEST(ReadSkills, GivesSpokenLanguagesToTheLanguages) {
  const Resume resume =
      ReadWith(ReadSkills, SectionKind::kSkills,
               {{.text = "Tools: Excel, Word"}, {.text = "Languages: English, Hindi"}});
  EXPECT_EQ(ToString(resume.skills), "Tools: Excel, Word");
  ASSERT_EQ(resume.languages.size(), 2u);
  EXPECT_EQ(resume.languages[1].language.value, "Hindi");
}

TEST(ReadSkills, KeepsProgrammingLanguages) {
  const Resume resume =
      ReadWith(ReadSkills, SectionKind::kSkills, {{.text = "Languages: Go, Python"}});
  EXPECT_EQ(ToString(resume.skills), "Languages: Go, Python");
  EXPECT_TRUE(resume.languages.empty());
}

// "English = Native; Igbo"
std::string ToString(const std::vector<Language>& languages) {
  std::string all;
  for (const Language& language : languages) {
    if (!all.empty()) all += "; ";
    all += language.language.value;
    if (language.fluency.known()) all += " = " + language.fluency.value;
  }
  return all;
}

TEST(ReadLanguages, ReadsLanguageAndFluency) {
  const struct {
    std::vector<TestLine> lines;
    std::string languages;
  } cases[] = {
      {{{.text = "English (native)"}, {.text = "German – B2"}}, "English = native; German = B2"},
      {{{.text = "English (advanced (C1))"}, {.text = "German (fair) at work (A2)"}},
       "English = advanced (C1); German = (fair) at work (A2)"},
      {{{.text = "English: Native, German: B2"}}, "English = Native; German = B2"},
      {{{.text = "English\tNative"}, {.text = "German\tIntermediate (B1)"}},
       "English = Native; German = Intermediate (B1)"},
      {{{.text = "English"}, {.text = "Native"}, {.text = "German"}, {.text = "Fluent"}},
       "English = Native; German = Fluent"},
      {{{.text = "English\tSpanish"}, {.text = "Native\tConversational"}},
       "English = Native; Spanish = Conversational"},
      {{{.text = "English"}, {.text = "Fluency: Native"}}, "English = Native"},
      {{{.text = "Fluent in English and German"}}, "English = Fluent; German = Fluent"},
      {{{.text = "English, German, French"}}, "English; German; French"},
      {{{.text = "English: C1; Danish: B1; Qwaeryn: basic"}},
       "English = C1; Danish = B1; Qwaeryn = basic"},
      {{{.text = "English (C1) | Qwaeryn (basic)"}}, "English = C1; Qwaeryn = basic"},
      {{{.text = "English"}, {.text = "Danish"}, {.text = "Qwaeryn"}}, "English; Danish; Qwaeryn"},
      {{{.text = "Irish, Líofa (fluent)"}}, "Irish = Líofa (fluent)"},
      {{{.text = "Qwaeryn – Fluent"}, {.text = "English – Native"}},
       "Qwaeryn = Fluent; English = Native"},
  };
  for (const auto& test : cases) {
    EXPECT_EQ(ToString(ReadWith(ReadLanguages, SectionKind::kLanguages, test.lines).languages),
              test.languages)
        << test.lines[0].text;
  }
}

TEST(ReadLanguages, FindsNoneAmongProgrammingLanguages) {
  EXPECT_TRUE(ReadWith(ReadLanguages, SectionKind::kLanguages, {{.text = "Go"}, {.text = "Python"}})
                  .languages.empty());
}

TEST(ReadInterests, ReadsNamesAndWhatBelongsToThem) {
  const Resume resume = ReadWith(ReadInterests, SectionKind::kInterests,
                                 {{.text = "Photography: Street, Film"}, {.text = "Music: Cello"}});
  ASSERT_EQ(resume.interests.size(), 2u);
  EXPECT_EQ(resume.interests[0].name.value, "Photography");
  ASSERT_EQ(resume.interests[0].keywords.size(), 2u);
  EXPECT_EQ(resume.interests[0].keywords[1].value, "Film");
}

TEST(ReadSkills, ADashPartsANameFromItsList) {
  const Resume resume =
      ReadWith(ReadSkills, SectionKind::kSkills,
               {{.text = "Systems – Epic, Pyxis", .bullet = true},
                {.text = "Leadership – Precepting, Rota planning", .bullet = true}});
  ASSERT_EQ(resume.skills.size(), 2u);
  EXPECT_EQ(resume.skills[0].name.value, "Systems");
  ASSERT_EQ(resume.skills[1].keywords.size(), 2u);
  EXPECT_EQ(resume.skills[1].keywords[0].value, "Precepting");
}

TEST(ReadInterests, TakesBracketsApartAndCellsAsTheyStand) {
  const auto interests = [](const std::vector<TestLine>& lines) {
    const Resume resume = ReadWith(ReadInterests, SectionKind::kInterests, lines);
    std::string text;
    for (const Interest& interest : resume.interests) {
      text += interest.name.value + ":";
      for (const Text& keyword : interest.keywords) text += " [" + keyword.value + "]";
      text += "\n";
    }
    return text;
  };
  EXPECT_EQ(interests({{.text = "Cycling (Gravel, Touring), Choir"}}),
            "Cycling: [Gravel] [Touring]\nChoir:\n");
  // The colon of a later cell names nothing.
  EXPECT_EQ(interests({{.text = "Gravel\tTouring\tBrass: Birmingham\tAgricola"}}),
            "Gravel: [Touring] [Brass: Birmingham] [Agricola]\n");
}

TEST(AppendWords, RejoinsAWordThatALineCut) {
  const struct {
    const char *before, *after, *joined;
    const char* producer;
  } cases[] = {
      {"time man-", "agement", "time management", "pdfTeX-1.40"},
      {"Okafor-", "Reyes", "Okafor-Reyes", "pdfTeX-1.40"},
      {"well-", "known", "well-known", "Skia/PDF"},
      {"before-and-", "after", "before-and-after", "pdfTeX-1.40"},
      {"plain", "words", "plain words", "Skia/PDF"},
  };
  for (const auto& test : cases) {
    Layout layout = MakeLayout({{.text = test.before}, {.text = test.after}});
    layout.document.producer = test.producer;
    WordText text = TextOfWords(layout.document, layout.lines[0].words);
    AppendWords(layout.document, layout.lines[1].words, &text);
    EXPECT_EQ(text.text, test.joined);
    EXPECT_EQ(text.Words(), (IndexRange{0, layout.document.words.size()}));
  }
}

TEST(ReadSkills, ColumnsMayBeSetToTheRight) {
  const Resume resume = ReadWith(ReadSkills, SectionKind::kSkills,
                                 {{.text = "Design\tSoftware", .bold = true, .x = 100},
                                  {.text = "Drainage\tMicrofem", .x = 90},
                                  {.text = "CS\tAutodesk", .x = 120},
                                  {.text = "454", .x = 115}});
  EXPECT_EQ(ToString(resume.skills), "Design: Drainage, CS 454; Software: Microfem, Autodesk");
}

TEST(ReadSkills, ANameMayStandBesideTheMiddleOfItsList) {
  const Resume resume =
      ReadWith(ReadSkills, SectionKind::kSkills,
               {{.text = "Eurocodes Load rating", .x = 150},
                {.text = "Design", .bold = true, .x = 102.5},
                {.text = "Retaining walls", .x = 150},
                {.text = "**Contracts** Tendering", .x = 102.5, .gap_before = 12}});
  EXPECT_EQ(ToString(resume.skills),
            "Design: Eurocodes, Load rating, Retaining walls; Contracts: Tendering");
}

TEST(ReadSkills, BoldWordsBehindPlainOnesNameTheNextGroup) {
  const Resume resume = ReadWith(ReadSkills, SectionKind::kSkills,
                                 {{.text = "**Software** Civil Midas Lusas Tekla Microstation"},
                                  {.text = "**Contracts** Tendering"}},
                                 285);
  ASSERT_EQ(resume.skills.size(), 2u);
  EXPECT_EQ(resume.skills[1].name.value, "Contracts");
}

// A pill is drawn around each keyword, but "CDM Regulations 2015" wraps in its own.
TEST(ReadSkills, APillThatWrapsIsNoNameOfAGroup) {
  Layout layout = MakeLayout({{.text = "Contracts", .bold = true, .size = 11},
                              {.text = "Tendering"},
                              {.text = "CDM Regulations"},
                              {.text = "2015"},
                              {.text = "Value engineering"}});
  for (const size_t line : {1u, 4u}) {
    layout.document.shapes.push_back({.kind = Shape::Kind::kFill, .box = layout.lines[line].box});
  }
  const std::vector<Section> sections{OneSection(layout, SectionKind::kSkills)};
  Resume resume;
  ReadSkills({layout.document, layout.lines, sections, BuiltIn(), ""}, {0}, &resume);
  ASSERT_EQ(resume.skills.size(), 1u);
  EXPECT_EQ(resume.skills[0].name.value, "Contracts");
}

TEST(ReadInterests, TakesTheLabelOffAListBelowNames) {
  const Resume resume =
      ReadWith(ReadInterests, SectionKind::kInterests,
               {{.text = "Fell running\tSinging", .bold = true}, {.text = "Keywords: Eryri"}});
  ASSERT_EQ(resume.interests.size(), 2u);
  EXPECT_EQ(resume.interests[0].name.value, "Fell running");
  ASSERT_EQ(resume.interests[0].keywords.size(), 1u);
  EXPECT_EQ(resume.interests[0].keywords[0].value, "Eryri");
  EXPECT_EQ(resume.interests[1].name.value, "Singing");
}

TEST(ContinuesParagraph, KnowsHowFarApartTheLinesOfAParagraphStand) {
  Layout layout = MakeLayout({{.text = "Own the platform that reconciles card transfers"},
                              {.text = "for merchants in nine countries and their staff"},
                              {.text = "Cut the night run to two hours by a new topology"}},
                             240);
  const std::vector<Line>& lines = layout.lines;
  for (Line& line : layout.lines) line.region_box.x1 = 560;  // the dates reach further
  EXPECT_FALSE(ContinuesParagraph(layout.document, lines[0], lines[1]));
  for (Line& line : layout.lines) line.wrap_gap = 3;
  EXPECT_TRUE(ContinuesParagraph(layout.document, lines[0], lines[1]));
  for (Line& line : layout.lines) line.region_box.x1 = 275;
  EXPECT_TRUE(ContinuesParagraph(layout.document, lines[1], lines[2]));
  for (Line& line : layout.lines) line.wrap_gap = 1;
  EXPECT_FALSE(ContinuesParagraph(layout.document, lines[1], lines[2]));
}

}  // namespace
}  // namespace atsmatch
