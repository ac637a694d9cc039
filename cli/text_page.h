// Text for a terminal, line by line: headings, paragraphs and rows of the width of a Style.
//
//   TextPage page(style);
//   page.Heading("Requirements");
//   page.Paragraph("  ✓ ", requirement.text);
//   std::string text = page.Take();
#ifndef ATSMATCH_CLI_TEXT_PAGE_H_
#define ATSMATCH_CLI_TEXT_PAGE_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "cli/terminal.h"

namespace atsmatch {

inline constexpr size_t kAllLines = static_cast<size_t>(-1);

class TextPage {
 public:
  explicit TextPage(const Style& style) : style_(style) {}

  const Style& style() const { return style_; }
  int width() const { return style_.width; }

  // As it is: escaped, and no wider than the page.
  void Line(std::string_view line = "") { text_.append(line).append("\n"); }
  void Heading(const std::string& heading);
  // Text from outside, wrapped; `first` stands before the first line, spaces of its width before
  // the others.  Of more than `max_lines` lines the rest is left out, and marked so.
  void Paragraph(const std::string& first, std::string_view text, size_t max_lines = kAllLines);
  // The same in an ink; `first` is left as it is.
  void Painted(Ink ink, const std::string& first, std::string_view text,
               size_t max_lines = kAllLines);
  // `unicode` where the terminal has it, else `ascii`.
  std::string Sign(const std::string& unicode, const std::string& ascii) const {
    return style_.unicode ? unicode : ascii;
  }

  // What was put since the last time.
  std::string Take() { return std::exchange(text_, {}); }

 private:
  void Wrapped(const Ink* ink, const std::string& first, std::string_view text, size_t max_lines);

  const Style style_;
  std::string text_;
};

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_TEXT_PAGE_H_
