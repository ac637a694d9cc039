#include "parser/naive_reading.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "parser/fields/fields.h"
#include "parser/layout/reading_order.h"
#include "parser/parse.h"
#include "parser/sections/section.h"
#include "parser/text/lexicon.h"
#include "tests/parser/testing/make_layout.h"

namespace atsmatch {
namespace {

const Lexicon& TestLexicon() {
  static const Lexicon lexicon = Lexicon::BuiltIn();
  return lexicon;
}

struct Placed {
  double x, y;
  const char* text;
  double size = 10;
  bool bold = false;
};

Document MakeDocument(const std::vector<Placed>& lines) {
  Document document;
  document.fonts = {{"Test", false, false, false}, {"Test-Bold", true, false, false}};
  for (const Placed& line : lines) {
    double x = line.x;
    for (const std::string_view text : SplitWords(line.text)) {
      Word word;
      word.text = std::string(text);
      word.size = line.size;
      word.font = line.bold ? 1 : 0;
      word.baseline = line.y;
      const double width = 0.5 * line.size * static_cast<double>(text.size());
      word.box = {x, line.y - 0.8 * line.size, x + width, line.y + 0.2 * line.size};
      x += width + 0.25 * line.size;
      document.words.push_back(word);
    }
  }
  document.pages.push_back({600, 800, {0, document.words.size()}});
  return document;
}

ParsedResume Parsed(Document document) {
  Layout layout = FindReadingOrder(std::move(document), TestLexicon());
  ParsedResume parsed;
  parsed.sections = FindSections(layout, TestLexicon());
  parsed.resume = ReadFields({layout.document, layout.lines, parsed.sections, TestLexicon(), ""},
                             &parsed.warnings);
  parsed.document = std::move(layout.document);
  parsed.lines = std::move(layout.lines);
  return parsed;
}

std::vector<Placed> MainColumn(double x) {
  return {{x, 60, "Jane Miller", 18, true},
          {x, 80, "jane.miller@example.com"},
          {x, 110, "Work Experience", 14, true},
          {x, 128, "Charge Nurse", 10, true},
          {x, 142, "Barton Creek Medical Center"},
          {x, 156, "03/2021 - Present"},
          {x, 170, "Led a team of twelve nurses on two wards."},
          {x, 190, "Staff Nurse", 10, true},
          {x, 204, "Seton General Hospital"},
          {x, 218, "01/2018 - 02/2021"},
          {x, 232, "Cared for thirty patients each day."},
          {x, 262, "Education", 14, true},
          {x, 280, "Bachelor of Science in Nursing", 10, true},
          {x, 294, "University of Texas"},
          {x, 308, "2013 - 2017"}};
}

std::string TextOfLines(const Layout& layout) {
  std::string text;
  for (const Line& line : layout.lines) text += TextOf(layout.document, line) + "\n";
  return text;
}

TEST(ReadAcross, ReadsRowsAcrossTheColumns) {
  const Document document =
      MakeDocument({{300, 40, "right one"}, {50, 40, "left one"}, {50, 54, "left two"}});
  EXPECT_EQ(TextOfLines(ReadAcross(document, TestLexicon())), "left one right one\nleft two\n");
}

TEST(ReadAcross, LeavesHiddenWordsOutOfTheLines) {
  Document document = MakeDocument({{50, 40, "seen hidden"}});
  document.words[1].hidden = Hidden::kInvisibleMode;
  const Layout layout = ReadAcross(document, TestLexicon());
  EXPECT_EQ(TextOfLines(layout), "seen\n");
  EXPECT_EQ(layout.document.words.size(), 2u);
}

TEST(NaiveReadingDifference, LosesNothingInOneColumn) {
  const ReadingDifference difference =
      NaiveReadingDifference(Parsed(MakeDocument(MainColumn(50))), TestLexicon(), "");
  EXPECT_GE(difference.fields, 10u);
  EXPECT_EQ(difference.lost, 0u);
  EXPECT_EQ(difference.changed, 0u);
  EXPECT_EQ(difference.invented, 0u);
  EXPECT_TRUE(difference.examples.empty());
}

TEST(NaiveReadingDifference, NamesTheFieldsThatASidebarCosts) {
  std::vector<Placed> lines = MainColumn(260);
  const char* sidebar[] = {"Epic",        "Pyxis",      "Triage",   "Phlebotomy",
                           "Cardiology",  "Pediatrics", "Charting", "Wound care",
                           "Ventilators", "Oncology",   "Dialysis"};
  lines.push_back({40, 110, "Skills", 14, true});
  double y = 128;
  for (const char* skill : sidebar) {
    lines.push_back({40, y, skill});
    y += 14;
  }
  const ReadingDifference difference =
      NaiveReadingDifference(Parsed(MakeDocument(lines)), TestLexicon(), "");
  EXPECT_GT(difference.lost + difference.changed, difference.fields / 4);
  ASSERT_FALSE(difference.examples.empty());
  EXPECT_LE(difference.examples.size(), kMostExamples);
  EXPECT_EQ(difference.examples[0].pointer[0], '/');
  EXPECT_FALSE(difference.examples[0].value.empty());
}

struct CompareCase {
  const char* why;
  const char* really;
  const char* naively;
  size_t fields, lost, changed, invented;
};

TEST(CompareJsonResumes, CountsFieldByField) {
  const CompareCase cases[] = {
      {"the same", R"({"basics":{"name":"A"}})", R"({"basics":{"name":"A"}})", 1, 0, 0, 0},
      {"changed", R"({"basics":{"name":"A"}})", R"({"basics":{"name":"A B"}})", 1, 0, 1, 0},
      {"lost", R"({"basics":{"name":"A","email":"b"}})", R"({"basics":{"name":"A"}})", 2, 1, 0, 0},
      {"invented", R"({"basics":{"name":"A"}})", R"({"basics":{"name":"A","url":"x"}})", 1, 0, 0,
       1},
      {"an entry less", R"({"work":[{"name":"A"},{"name":"B","position":"C"}]})",
       R"({"work":[{"name":"B","position":"C"}]})", 3, 1, 0, 0},
      {"entries that changed places", R"({"work":[{"name":"A"},{"name":"B"}]})",
       R"({"work":[{"name":"B"},{"name":"A"}]})", 2, 0, 0, 0},
      {"a list without order", R"({"skills":[{"name":"S","keywords":["a","b"]}]})",
       R"({"skills":[{"name":"S","keywords":["b","c","a"]}]})", 3, 0, 0, 1},
      {"a list less", R"({"work":[{"name":"A"}]})", R"({"skills":[{"name":"A"}]})", 1, 1, 0, 1},
      {"the extension does not count", R"({"meta":{"x":"1"},"basics":{}})", R"({"meta":{}})", 0, 0,
       0, 0},
      {"no JSON", "{", "[]", 0, 0, 0, 0},
      {"nothing to compare with", R"({"basics":{"name":"A"}})", "", 1, 1, 0, 0},
  };
  for (const CompareCase& item : cases) {
    const ReadingDifference difference = CompareJsonResumes(item.really, item.naively);
    EXPECT_EQ(difference.fields, item.fields) << item.why;
    EXPECT_EQ(difference.lost, item.lost) << item.why;
    EXPECT_EQ(difference.changed, item.changed) << item.why;
    EXPECT_EQ(difference.invented, item.invented) << item.why;
  }
}

TEST(CompareJsonResumes, PointsToTheFieldsOfTheRealReading) {
  const ReadingDifference difference =
      CompareJsonResumes(R"({"work":[{"name":"A"},{"name":"B","position":"C"}]})",
                         R"({"work":[{"name":"B","position":"D"}]})");
  ASSERT_EQ(difference.examples.size(), 2u);
  EXPECT_EQ(difference.examples[0].pointer, "/work/0/name");
  EXPECT_EQ(difference.examples[0].instead, "");
  EXPECT_EQ(difference.examples[1].pointer, "/work/1/position");
  EXPECT_EQ(difference.examples[1].value, "C");
  EXPECT_EQ(difference.examples[1].instead, "D");
}

}  // namespace
}  // namespace atsmatch
