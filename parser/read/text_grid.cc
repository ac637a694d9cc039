#include "parser/read/text_grid.h"

#include <algorithm>
#include <utility>

#include "parser/read/finish.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

constexpr double kBaseline = 9;  // of a line's 12 points, from its top

}  // namespace

TextGrid::TextGrid(Format format, const ReadLimits& limits) : limits_(limits) {
  document_.format = format;
  document_.pages.emplace_back();
}

void TextGrid::NewPage() {
  ClosePage();
  document_.pages.emplace_back().words = {document_.words.size(), document_.words.size()};
  row_ = 0;
  columns_ = 0;
}

size_t TextGrid::Put(std::string_view text, size_t column, const Style& style, bool glued) {
  size_t width = CountCodePoints(text);
  // Beyond the limit nothing is kept but the count, which Finish() reports.
  Word word;
  word.text = std::string(text);
  word.page = static_cast<int>(document_.pages.size()) - 1;
  double top = row_ * kLineHeight;
  word.box = {column * kCharWidth, top, (column + width) * kCharWidth, top + kLineHeight};
  word.baseline = top + kBaseline;
  word.size = style.size;
  word.font = style.font;
  word.heading_level = style.heading_level;
  word.link = style.link;
  word.glued = glued;
  word.content_order = static_cast<uint32_t>(document_.words.size());
  columns_ = std::max(columns_, column + width);
  document_.words.push_back(std::move(word));
  return column + width;
}

void TextGrid::PutRule(size_t columns) {
  Shape rule;
  rule.page = static_cast<int>(document_.pages.size()) - 1;
  double y = row_ * kLineHeight;
  rule.box = {0, y, columns * kCharWidth, y + 1};
  columns_ = std::max(columns_, columns);
  document_.shapes.push_back(rule);
}

int TextGrid::AddLink(std::string uri) {
  Link link;
  link.page = static_cast<int>(document_.pages.size()) - 1;
  link.uri = std::move(uri);
  document_.links.push_back(std::move(link));
  return static_cast<int>(document_.links.size()) - 1;
}

Result<Document> TextGrid::Finish() {
  ClosePage();
  return FinishLaidOut(std::move(document_), limits_);
}

void TextGrid::ClosePage() {
  Page& page = document_.pages.back();
  page.words.end = document_.words.size();
  page.width = columns_ * kCharWidth;
  page.height = (row_ + 1) * kLineHeight;
}

bool IsRuleLine(std::string_view line) {
  line = TrimSpace(line);
  size_t drawn = 0;
  char first = line.empty() ? ' ' : line.front();
  if (std::string_view("-=_*~").find(first) == std::string_view::npos) return false;
  for (char c : line) {
    if (c != first && c != ' ') return false;
    drawn += c == first;
  }
  return drawn >= 3;
}

}  // namespace atsmatch
