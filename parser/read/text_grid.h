// Plain text and Markdown on a page: a character is 6 points wide, a line 12 points high.
#ifndef ATSMATCH_PARSER_READ_TEXT_GRID_H_
#define ATSMATCH_PARSER_READ_TEXT_GRID_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "parser/document.h"
#include "parser/parse.h"
#include "parser/result.h"

namespace atsmatch {

class TextGrid {
 public:
  static constexpr double kCharWidth = 6;    // points
  static constexpr double kLineHeight = 12;  // points
  static constexpr double kSize = 10;        // of body text, points

  TextGrid(Format format, const ReadLimits& limits);

  // Where the next words go.  `column` counts characters from the left edge.
  void NewLine() { ++row_; }
  void NewPage();
  size_t row() const { return row_; }

  // How a word looks; `size` in points.
  struct Style {
    int font = -1;
    double size = kSize;
    uint8_t heading_level = 0;
    int link = -1;
  };
  // Returns the column behind the word.
  size_t Put(std::string_view text, size_t column, const Style& style, bool glued = false);
  // A drawn line through the whole row, `columns` wide.
  void PutRule(size_t columns);
  int AddLink(std::string uri);

  Document& document() { return document_; }
  // The document, or kTooLarge.
  Result<Document> Finish();

 private:
  void ClosePage();

  Document document_;
  const ReadLimits& limits_;
  size_t row_ = 0;
  size_t columns_ = 0;  // of the widest line of the page
};

// Lines of three or more of - = _ * ~ and nothing else: drawn with the keyboard.
bool IsRuleLine(std::string_view line);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_READ_TEXT_GRID_H_
