// A Layout from a few plain lines, for tests of what comes behind the layout.
//
//   Layout layout = MakeLayout({{.text = "Skills", .bold = true, .size = 14},
//                               {.text = "Systems\tEpic, Pyxis"},        // a tab parts two cells
//                               {.text = "Led a team", .bullet = true}});
//
// A letter is half the type size wide; each line stands under the one before it.
#ifndef ATSMATCH_TESTS_PARSER_TESTING_MAKE_LAYOUT_H_
#define ATSMATCH_TESTS_PARSER_TESTING_MAKE_LAYOUT_H_

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "parser/document.h"
#include "parser/layout/line.h"
#include "parser/sections/section.h"
#include "parser/text/unicode.h"

namespace atsmatch::testing {

struct TestLine {
  std::string text;  // words by spaces, cells by tabs; "**bold words**" inside a plain line
  bool bold = false;
  bool italic = false;
  bool bullet = false;
  bool label = false;
  double size = 10;
  double x = 50;          // left edge, points
  double gap_before = 3;  // white space above, points
  uint32_t colour = 0;
  int page = 0;
  int region = 0;
  Icon icon = Icon::kNone;  // before the first word
  std::string link = {};    // of all words
  LineRole role = LineRole::kBody;
};

constexpr double kTestPageWidth = 600, kTestPageHeight = 800;

inline Layout MakeLayout(const std::vector<TestLine>& test_lines, double region_width = 500) {
  constexpr double kCellGap = 40;  // points
  Layout layout;
  Document& document = layout.document;
  for (int style = 0; style < 4; ++style) {
    document.fonts.push_back({"Test", (style & 1) != 0, (style & 2) != 0, false});
  }
  document.producer = "test";
  double y = 40;
  int page = 0;
  for (const TestLine& test : test_lines) {
    if (test.page != page) {
      page = test.page;
      y = 40;
    }
    Line line;
    line.page = page;
    line.words.begin = document.words.size();
    y += test.gap_before;
    double x = test.x;
    int link = -1;
    if (!test.link.empty()) {
      link = static_cast<int>(document.links.size());
      document.links.push_back({page, {}, test.link});
    }
    bool emphasis = false;
    std::string_view rest = test.text;
    for (bool more = true; more;) {
      const size_t tab = rest.find('\t');
      more = tab != std::string_view::npos;
      const std::string_view cell_text = rest.substr(0, tab);
      if (more) rest.remove_prefix(tab + 1);
      Cell cell;
      cell.words.begin = document.words.size();
      for (std::string_view text : SplitWords(cell_text)) {
        Word word;
        if (text.substr(0, 2) == "**") {
          emphasis = true;
          text.remove_prefix(2);
        }
        const bool ends = text.size() > 2 && text.substr(text.size() - 2) == "**";
        if (ends) text.remove_suffix(2);
        word.text = std::string(text);
        word.page = page;
        word.size = test.size;
        word.colour = test.colour;
        word.font = (test.bold || emphasis ? 1 : 0) + (test.italic ? 2 : 0);
        word.link = link;
        word.baseline = y + 0.8 * test.size;
        const double width = CountCodePoints(text) * test.size / 2;
        word.box = {x, y, x + width, y + test.size};
        if (document.words.size() == line.words.begin) word.icon_before = test.icon;
        x += width + 0.25 * test.size;
        document.words.push_back(std::move(word));
        if (ends) emphasis = false;
      }
      cell.words.end = document.words.size();
      cell.box = BoxOf(document, cell.words);
      line.cells.push_back(cell);
      x += kCellGap;
    }
    line.words.end = document.words.size();
    line.box = BoxOf(document, line.words);
    line.baseline = y + 0.8 * test.size;
    line.size = test.size;
    line.colour = test.colour;
    line.bold = test.bold;
    line.italic = test.italic;
    line.all_caps = IsAllCaps(test.text);
    line.label = test.label;
    line.bullet = test.bullet;
    line.role = test.role;
    line.region = test.region;
    line.region_box = {50, 40, 50 + region_width, kTestPageHeight - 40};
    line.gap_before = test.gap_before;
    line.indent = test.x - 50;
    y += test.size;
    layout.lines.push_back(std::move(line));
  }
  document.pages.resize(page + 1);
  for (size_t i = 0; i < document.pages.size(); ++i) {
    Page& made = document.pages[i];
    made.width = kTestPageWidth;
    made.height = kTestPageHeight;
    const auto is_here = [&](const Word& word) { return word.page == static_cast<int>(i); };
    const auto first = std::find_if(document.words.begin(), document.words.end(), is_here);
    made.words.begin = static_cast<size_t>(first - document.words.begin());
    made.words.end = made.words.begin + static_cast<size_t>(std::count_if(
                                            document.words.begin(), document.words.end(), is_here));
  }
  return layout;
}

// All lines as one section of the kind.
inline Section OneSection(const Layout& layout, SectionKind kind) {
  Section section;
  section.kind = kind;
  section.lines = {0, layout.lines.size()};
  section.confidence = 1;
  section.rule = "test";
  return section;
}

}  // namespace atsmatch::testing

#endif  // ATSMATCH_TESTS_PARSER_TESTING_MAKE_LAYOUT_H_
