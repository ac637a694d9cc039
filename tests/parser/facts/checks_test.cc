#include "parser/facts/checks.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "parser/naive_reading.h"
#include "parser/fields/fields.h"
#include "parser/parse.h"
#include "parser/text/lexicon.h"
#include "tests/parser/testing/make_layout.h"

namespace atsmatch {
namespace {

using testing::MakeLayout;
using testing::TestLine;

constexpr Date kToday{2026, 3, 1};

const Lexicon& TestLexicon() {
  static const Lexicon lexicon = Lexicon::BuiltIn();
  return lexicon;
}

ParsedResume Parsed(Layout layout) {
  ParsedResume parsed;
  parsed.sections = FindSections(layout, TestLexicon());
  parsed.resume = ReadFields({layout.document, layout.lines, parsed.sections, TestLexicon(), "US"},
                             &parsed.warnings);
  parsed.document = std::move(layout.document);
  parsed.lines = std::move(layout.lines);
  return parsed;
}

std::vector<TestLine> SoundResume() {
  return {{.text = "Jane Miller", .bold = true, .size = 18},
          {.text = "jane.miller@example.com | (555) 010-0199"},
          {.text = "Work Experience", .bold = true, .size = 14, .gap_before = 12},
          {.text = "Charge Nurse\t03/2021 - Present", .bold = true},
          {.text = "Barton Creek Medical Center"},
          {.text = "Led a team of twelve", .bullet = true},
          {.text = "Staff Nurse\t01/2018 - 02/2021", .bold = true, .gap_before = 8},
          {.text = "Seton General Hospital"},
          {.text = "Cared for thirty patients", .bullet = true},
          {.text = "Education", .bold = true, .size = 14, .gap_before = 12},
          {.text = "Bachelor of Science in Nursing\t2013 - 2017", .bold = true},
          {.text = "University of Texas"},
          {.text = "Skills", .bold = true, .size = 14, .gap_before = 12},
          {.text = "Epic, Pyxis, Triage"}};
}

std::vector<std::string> IdsOf(const std::vector<Warning>& checks) {
  std::vector<std::string> ids;
  for (const Warning& check : checks) ids.push_back(check.id);
  return ids;
}

std::vector<std::string> ChecksOf(const ParsedResume& parsed) {
  return IdsOf(FindChecks(parsed, TestLexicon(), kToday));
}

TEST(FindChecks, FindsNothingInASoundResume) {
  EXPECT_EQ(ChecksOf(Parsed(MakeLayout(SoundResume()))), std::vector<std::string>());
}

// A sound résumé, one line of it replaced or taken out.
struct TextCase {
  const char* id;
  size_t line;
  const char* text;  // nullptr: taken out
};

TEST(FindChecks, FindsWhatIsWrongWithTheText) {
  const TextCase cases[] = {
      {"missing-email", 1, "(555) 010-0199"},
      {"missing-phone", 1, "jane.miller@example.com"},
      {"several-emails", 1, "jane@example.com | jane@example.org | (555) 010-0199"},
      {"personal-data", 1, "jane.miller@example.com | (555) 010-0199 | Date of birth: 1 May 1990"},
      {"personal-data", 1, "jane.miller@example.com | (555) 010-0199 | Marital status: single"},
      {"undated-role", 6, "Staff Nurse"},
      {"year-only-date", 6, "Staff Nurse\t2018 - 2021"},
      {"gap", 6, "Staff Nurse\t01/2018 - 02/2020"},
      {"future-date", 3, "Charge Nurse\t03/2031 - Present"},
      {"unmapped-glyphs", 5, "Led a \xEF\xBF\xBD\xEF\xBF\xBDm of twelve"},
      {"no-skills", 13, nullptr},
      {"nonstandard-heading", 12, "My Quirky Corner"},
  };
  for (const TextCase& item : cases) {
    std::vector<TestLine> lines = SoundResume();
    if (item.text != nullptr) {
      lines[item.line].text = item.text;
    } else {
      lines.resize(item.line - 1);
    }
    const std::vector<std::string> ids = ChecksOf(Parsed(MakeLayout(lines)));
    EXPECT_NE(std::find(ids.begin(), ids.end(), item.id), ids.end())
        << item.id << " of: " << ::testing::PrintToString(ids);
  }
}

TEST(FindChecks, DoesNotTakeCommonWordsForPersonalData) {
  std::vector<TestLine> lines = SoundResume();
  lines[13].text = "Health: first aid; Photo editing, Military logistics";
  const std::vector<std::string> ids = ChecksOf(Parsed(MakeLayout(lines)));
  EXPECT_EQ(std::count(ids.begin(), ids.end(), "personal-data"), 0);
}

// What can be done to the document or the résumé that is no text.
struct DocumentCase {
  const char* why;
  std::vector<std::string> ids;  // exactly these
  std::function<void(ParsedResume*)> change;
};

Shape Picture(int page, Box box) { return {Shape::Kind::kImage, page, box, 0}; }

void HideLine(ParsedResume* parsed, size_t line, Hidden hidden) {
  const IndexRange words = parsed->lines[line].words;
  for (size_t i = words.begin; i < words.end; ++i) parsed->document.words[i].hidden = hidden;
}

TEST(FindChecks, FindsWhatIsWrongWithThePage) {
  const DocumentCase cases[] = {
      {"a large file", {"file-size"}, [](ParsedResume* p) { p->document.bytes = 2600000; }},
      {"a file of ordinary size", {}, [](ParsedResume* p) { p->document.bytes = 2400000; }},
      {"five pages", {"page-count"}, [](ParsedResume* p) { p->document.pages.resize(5); }},
      {"four pages", {}, [](ParsedResume* p) { p->document.pages.resize(4); }},
      {"white text",
       {"hidden-text"},
       [](ParsedResume* p) { HideLine(p, 13, Hidden::kBackgroundColour); }},
      {"two ways of hiding",
       {"hidden-text", "hidden-text"},
       [](ParsedResume* p) {
         HideLine(p, 13, Hidden::kInvisibleMode);
         HideLine(p, 8, Hidden::kOffPage);
       }},
      {"small print",
       {"tiny-text"},
       [](ParsedResume* p) {
         for (Word& word : p->document.words) word.size = 5, word.box.x1 = word.box.x0 + 5;
       }},
      {"one small word", {}, [](ParsedResume* p) { p->document.words[5].size = 5; }},
      {"spaced letters",
       {"letter-spaced"},
       [](ParsedResume* p) {
         Word& word = p->document.words[p->lines[2].words.begin + 1];  // "Experience"
         word.box.x1 = word.box.x0 + 11 * word.size;
       }},
      {"text on its side",
       {"rotated-text"},
       [](ParsedResume* p) {
         for (size_t i = 0; i < 4; ++i) p->document.words[i].rotation = 90;
       }},
      {"a picture over half of the page",
       {"image-heavy"},
       [](ParsedResume* p) {
         p->document.shapes.push_back(Picture(0, {0, 0, 600, 400}));
       }},
      {"a background",
       {},
       [](ParsedResume* p) {
         p->document.shapes.push_back(Picture(0, {0, 0, 600, 800}));
       }},
      {"a portrait",
       {"photo"},
       [](ParsedResume* p) {
         p->document.shapes.push_back(Picture(0, {450, 40, 540, 150}));
       }},
      {"an icon",
       {},
       [](ParsedResume* p) {
         p->document.shapes.push_back(Picture(0, {450, 40, 462, 52}));
       }},
      {"a page of pictures",
       {"low-text-page"},
       [](ParsedResume* p) {
         p->document.pages.push_back({600, 800, {}});
         p->document.shapes.push_back(Picture(1, {0, 0, 600, 800}));
       }},
      {"an icon before the address",
       {"icon-font"},
       [](ParsedResume* p) {
         p->document.words[p->resume.basics.email.evidence.words.begin].icon_before = Icon::kEmail;
       }},
      {"an address in a link only",
       {"contact-only-in-link"},
       [](ParsedResume* p) {
         p->document.links.push_back({0, {}, "mailto:jane.miller@example.com"});
         Word& word = p->document.words[p->resume.basics.email.evidence.words.begin];
         word.text = "E-mail";
         word.box.x1 = word.box.x0 + 30;
       }},
      {"a position that ends before it begins",
       {"reversed-dates"},
       [](ParsedResume* p) {
         p->resume.work[1].end.value = {2017, 2, 0};
       }},
      {"a position without a title",
       {"role-without-title"},
       [](ParsedResume* p) { p->resume.work[1].position = {}; }},
      {"a warning of an earlier step",
       {"multi-column"},
       [](ParsedResume* p) { p->warnings.push_back({.id = "multi-column"}); }},
      {"columns that cost fields",
       {"reading-order"},
       [](ParsedResume* p) {
         p->naive_reading = ReadingDifference{.fields = 20, .lost = 4, .changed = 1};
       }},
      {"columns that cost next to nothing",
       {},
       [](ParsedResume* p) {
         p->naive_reading = ReadingDifference{.fields = 20, .lost = 1, .changed = 1};
       }},
  };
  for (const DocumentCase& item : cases) {
    ParsedResume parsed = Parsed(MakeLayout(SoundResume()));
    item.change(&parsed);
    EXPECT_EQ(ChecksOf(parsed), item.ids) << item.why;
  }
}

TEST(FindChecks, FindsContactDetailsInARunningHeader) {
  std::vector<TestLine> lines = SoundResume();
  lines.push_back({.text = "jane.miller@example.com | (555) 010-0199 | page 2",
                   .gap_before = 24,  // as high as on the first page
                   .page = 1,
                   .role = LineRole::kRunning});
  ParsedResume parsed = Parsed(MakeLayout(lines));
  EXPECT_EQ(ChecksOf(parsed), std::vector<std::string>{"contact-in-margin"});
  parsed.lines.back().baseline = 700;
  EXPECT_EQ(ChecksOf(parsed), std::vector<std::string>()) << "another place on the page";
}

TEST(FindChecks, TellsTheWorstFirstAndWhere) {
  std::vector<TestLine> lines = SoundResume();
  lines[6].text = "Staff Nurse";
  ParsedResume parsed = Parsed(MakeLayout(lines));
  HideLine(&parsed, 13, Hidden::kBackgroundColour);
  const std::vector<Warning> checks = FindChecks(parsed, TestLexicon(), kToday);
  ASSERT_GE(checks.size(), 2u);
  EXPECT_EQ(checks[0].id, "hidden-text");
  EXPECT_EQ(checks[0].page, 0);
  EXPECT_EQ(TextOf(parsed.document, checks[0].words), "Epic, Pyxis, Triage");
  for (const Warning& check : checks) {
    EXPECT_FALSE(check.message.empty());
    EXPECT_FALSE(check.remedy.empty());
    EXPECT_LE(check.words.end, parsed.document.words.size());
  }
}

TEST(FindChecks, FindsThatATextHasNoSections) {
  const Result<ParsedResume> parsed = ParseResume("just a note\nabout nothing in particular\n",
                                                  TestLexicon(), {.as_of = kToday, .check = true});
  ASSERT_TRUE(parsed.ok());
  const std::vector<std::string> ids = IdsOf(*parsed.value().checks);
  for (const char* id : {"no-section", "no-work", "no-education", "missing-email"}) {
    EXPECT_EQ(std::count(ids.begin(), ids.end(), id), 1) << id;
  }
}

TEST(ParseResume, ChecksOnlyWhenAsked) {
  const Result<ParsedResume> parsed =
      ParseResume("Jane Miller\njane@example.com\n", TestLexicon(), {.as_of = kToday});
  ASSERT_TRUE(parsed.ok());
  EXPECT_TRUE(parsed.value().facts.has_value());
  EXPECT_FALSE(parsed.value().checks.has_value());
  EXPECT_FALSE(parsed.value().naive_reading.has_value());
}

}  // namespace
}  // namespace atsmatch
