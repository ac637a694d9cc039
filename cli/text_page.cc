#include "cli/text_page.h"

#include <algorithm>
#include <vector>

#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

// Of text with the codes of Paint() in it.
int VisibleWidth(std::string_view text) {
  std::string visible;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\x1b') {
      i = std::min(text.find('m', i), text.size());
    } else {
      visible += text[i];
    }
  }
  return DisplayWidth(visible);
}

}  // namespace

void TextPage::Heading(const std::string& heading) {
  Line();
  Line(Paint(Truncate(heading, width(), style_), Ink::kBold, style_));
}

void TextPage::Paragraph(const std::string& first, std::string_view text, size_t max_lines) {
  Wrapped(nullptr, first, text, max_lines);
}

void TextPage::Painted(Ink ink, const std::string& first, std::string_view text, size_t max_lines) {
  Wrapped(&ink, first, text, max_lines);
}

void TextPage::Wrapped(const Ink* ink, const std::string& first, std::string_view text,
                       size_t max_lines) {
  const int indent = VisibleWidth(first), room = width() - indent;
  std::vector<std::string> lines = Wrap(EscapeForTerminal(text), room);
  if (lines.size() > max_lines) {
    lines.resize(max_lines);
    lines.back() = Truncate(lines.back() + Sign(" …", " ..."), room, style_);
  }
  std::string before = first;
  for (const std::string& line : lines) {
    const std::string shown = Truncate(line, room, style_);
    Line(before + (ink == nullptr ? shown : Paint(shown, *ink, style_)));
    before.assign(static_cast<size_t>(indent), ' ');
  }
}

}  // namespace atsmatch
