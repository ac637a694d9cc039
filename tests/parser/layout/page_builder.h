// Small documents built by hand.
//
//   PageBuilder page;
//   page.At(50, 100, "Finance Controller").At(400, 100, "2019 - 2021");
//   Layout layout = Order(page.Build());
//
// A character is half the type size wide and a space a quarter, so that the gaps are those of type.
#ifndef ATSMATCH_TESTS_PARSER_LAYOUT_PAGE_BUILDER_H_
#define ATSMATCH_TESTS_PARSER_LAYOUT_PAGE_BUILDER_H_

#include <string>
#include <string_view>
#include <vector>

#include "parser/layout/reading_order.h"
#include "parser/text/lexicon.h"
#include "parser/text/unicode.h"

namespace atsmatch {

struct Type {
  double size = 10;
  bool bold = false;
};

class PageBuilder {
 public:
  PageBuilder() {
    document_.fonts = {{.name = "Sans"}, {.name = "Sans-Bold", .bold = true}};
    NextPage();
  }

  PageBuilder& NextPage() {
    document_.pages.push_back({.width = 595, .height = 842});
    return *this;
  }

  PageBuilder& At(double x, double baseline, std::string_view text, Type type = {}) {
    for (std::string_view part : SplitWords(text)) {
      Word word;
      word.text = std::string(part);
      word.page = static_cast<int>(document_.pages.size()) - 1;
      word.size = type.size;
      word.font = type.bold ? 1 : 0;
      word.baseline = baseline;
      const double width = 0.5 * type.size * static_cast<double>(CountCodePoints(part));
      word.box = {x, baseline - 0.8 * type.size, x + width, baseline + 0.2 * type.size};
      word.content_order = static_cast<uint32_t>(document_.words.size());
      document_.words.push_back(word);
      x += width + 0.25 * type.size;
    }
    return *this;
  }

  // One line of text that reads upwards from (x, y); 270 degrees.
  PageBuilder& Upwards(double x, double y, std::string_view text, Type type = {}) {
    for (std::string_view part : SplitWords(text)) {
      At(x, y, part, type);
      Word& word = document_.words.back();
      const double height = word.box.width();
      word.rotation = 270;
      word.box = {x, y - height, x + type.size, y};
      y -= height + 0.25 * type.size;
    }
    return *this;
  }

  // Lines of running text of about the same width.
  PageBuilder& Paragraph(double x, double baseline, const std::vector<std::string_view>& lines,
                         double leading = 13) {
    for (std::string_view line : lines) {
      At(x, baseline, line);
      baseline += leading;
    }
    return *this;
  }

  PageBuilder& Draw(Shape::Kind kind, Box box) {
    document_.shapes.push_back({.kind = kind,
                                .page = static_cast<int>(document_.pages.size()) - 1,
                                .box = box,
                                .colour = 0x2244AA});
    return *this;
  }

  // Hides the last word.
  PageBuilder& Hide() {
    document_.words.back().hidden = Hidden::kInvisibleMode;
    return *this;
  }

  Document Build() const { return document_; }

 private:
  Document document_;
};

inline Layout Order(Document document) {
  static const Lexicon lexicon = Lexicon::BuiltIn();
  return FindReadingOrder(std::move(document), lexicon);
}

// One string a line: cells parted by " | ", "[label] ", "* " for a bullet, "# " for running text.
inline std::vector<std::string> Printed(const Layout& layout) {
  std::vector<std::string> lines;
  for (const Line& line : layout.lines) {
    std::string text = line.role == LineRole::kRunning ? "# " : line.bullet ? "* " : "";
    for (size_t i = 0; i < line.cells.size(); ++i) {
      if (i > 0) text += " | ";
      text += TextOf(layout.document, line.cells[i].words);
    }
    lines.push_back(line.label ? "[" + text + "]" : text);
  }
  return lines;
}

}  // namespace atsmatch

#endif  // ATSMATCH_TESTS_PARSER_LAYOUT_PAGE_BUILDER_H_
