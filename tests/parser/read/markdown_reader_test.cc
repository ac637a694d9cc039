#include <gtest/gtest.h>

#include <string>

#include "parser/read/reader.h"

namespace atsmatch {
namespace {

const ReadLimits kLimits;

Document Read(std::string_view text) {
  Result<Document> read = ReadMarkdown(text, kLimits);
  EXPECT_TRUE(read.ok()) << read.error().Message();
  return read.ok() ? read.value() : Document();
}

// The lines of the document; **bold**, *italic*, `code` and the level of headings are shown.
std::string Show(const Document& document) {
  std::string text;
  double line = -1;
  for (const Word& word : document.words) {
    if (line >= 0) text += word.baseline > line ? "\n" : (word.glued ? "" : " ");
    if (word.baseline > line && word.heading_level > 0) text += std::to_string(word.heading_level);
    line = word.baseline;
    std::string mark = document.IsBold(word) && word.heading_level == 0 ? "**" : "";
    if (document.IsItalic(word)) mark += "*";
    if (document.FontOf(word)->monospace) mark = "`";
    text += mark + word.text + mark;
  }
  return text;
}

struct MarkdownCase {
  const char* markdown;
  const char* shown;
};

TEST(ReadMarkdown, ReadsMarks) {
  const MarkdownCase kCases[] = {
      {"# Jane Doe", "1Jane Doe"},
      {"### Work ###", "3Work"},
      {"## **Experience**", "2Experience"},
      {"Jane Doe\n========\nText", "1Jane Doe\nText"},
      {"Skills\n---\nText", "2Skills\nText"},
      {"**Experience**", "**Experience**"},
      {"**Nurse**, *Leeds*", "**Nurse**, *Leeds*"},
      {"***both***", "***both***"},
      {"__Nurse__ _Leeds_", "**Nurse** *Leeds*"},
      {"snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"},
      {"**left open", "left open"},
      {"a\\_b 2019 \\- 2020 C\\+\\+ C\\#", "a_b 2019 - 2020 C++ C#"},
      {"$1^{st}$ place, $\\mathrm{CO}_2$", "1st place, CO2"},
      {"costs $5 and $6", "costs $5 and $6"},
      {"- one\n* two\n+ three\n• four\n1. five", "• one\n• two\n• three\n• four\n1. five"},
      {"R&amp;D&nbsp;lead &#8211; &lt;x&gt;", "R&D lead – <x>"},
      {"one<br>two<br/>three", "one\ntwo\nthree"},
      {"before ![photo](me.png) after", "before after"},
      {"<!-- image -->\nJane", "Jane"},
      {"H<sub>2</sub>O <u>x</u>", "H2O x"},
      {"`C++` code", "`C++` code"},
      {"```\nint main\n```\nJane", "`int` `main`\nJane"},
      {"> quoted", "quoted"},
      {"~~gone~~", "gone"},
  };
  for (const MarkdownCase& c : kCases) EXPECT_EQ(Show(Read(c.markdown)), c.shown) << c.markdown;
}

TEST(ReadMarkdown, SetsHeadingsLargerByLevel) {
  Document document = Read("# One\n## Two\n\nbody");
  EXPECT_GT(document.words[0].size, document.words[1].size);
  EXPECT_GT(document.words[1].size, document.words[2].size);
  EXPECT_TRUE(document.IsBold(document.words[0]));
  EXPECT_EQ(document.words[2].heading_level, 0);
}

TEST(ReadMarkdown, SpreadsTheCellsOfATable) {
  Document document = Read(
      "| Period | Role |\n|---|:--:|\n| 2019 | Nurse<br>Leeds |\n| 2020-2023 | Matron \\| deputy "
      "|\n");
  EXPECT_EQ(Show(document), "Period Role\n2019 Nurse\nLeeds\n2020-2023 Matron | deputy");
  // One column starts at one place in every row, wide of the column before it.
  EXPECT_EQ(document.words[1].box.x0, document.words[3].box.x0);
  EXPECT_EQ(document.words[4].box.x0, document.words[3].box.x0);
  EXPECT_GE(document.words[6].box.x0 - document.words[5].box.x1, 4 * 6);
}

TEST(ReadMarkdown, KeepsLinks) {
  Document document = Read(
      "[My site](https://example.com/a_b) <jane@example.com> [ref][r]\n\n[r]: "
      "https://example.org\n");
  EXPECT_EQ(Show(document), "My site jane@example.com ref");
  ASSERT_EQ(document.links.size(), 3u);
  EXPECT_EQ(document.links[document.words[0].link].uri, "https://example.com/a_b");
  EXPECT_EQ(document.links[document.words[1].link].uri, "https://example.com/a_b");
  EXPECT_EQ(document.links[document.words[2].link].uri, "mailto:jane@example.com");
  EXPECT_EQ(document.links[document.words[3].link].uri, "https://example.org");
}

TEST(ReadMarkdown, DrawsThematicBreaks) {
  Document document = Read("Jane\n\n---\n\nDoe\n\n***\n");
  EXPECT_EQ(Show(document), "Jane\nDoe");
  EXPECT_EQ(document.shapes.size(), 2u);
}

TEST(LooksLikeMarkdown, KnowsItFromPlainText) {
  EXPECT_TRUE(LooksLikeMarkdown("# Jane Doe\n\nNurse"));
  EXPECT_TRUE(LooksLikeMarkdown("**Jane**\n\n**Nurse**"));
  EXPECT_TRUE(LooksLikeMarkdown("| a | b |\n|---|---|\n| c | d |"));
  EXPECT_FALSE(LooksLikeMarkdown("Jane Doe\n* C# and F#\n- 5 * 3\n#1 in sales"));
  EXPECT_FALSE(LooksLikeMarkdown("EXPERIENCE\n----------\nNurse"));
  EXPECT_FALSE(LooksLikeMarkdown("Leeds | 555 0100 | jane@example.com"));
}

TEST(ReadDocument, ChoosesMarkdownByItsMarks) {
  EXPECT_EQ(ReadDocument("# Jane Doe\n", kLimits).value().format, Format::kMarkdown);
  EXPECT_EQ(ReadDocument("Jane Doe\n", kLimits).value().format, Format::kText);
}

}  // namespace
}  // namespace atsmatch
