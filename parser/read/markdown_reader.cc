// Markdown as people and PDF-to-Markdown converters write it.
#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "parser/read/markdown_inline.h"
#include "parser/read/reader.h"
#include "parser/read/text_grid.h"
#include "parser/text/unicode.h"
#include "re2/re2.h"

namespace atsmatch {
namespace {

// Sizes of headings of level 1 to 6 beside body text of 10 points.
constexpr double kHeadingSizes[] = {20, 16, 14, 12, 11, 11};
constexpr size_t kCellGap = 4;   // characters of white space between two cells of a table
constexpr size_t kTabWidth = 4;  // Markdown's own
constexpr size_t kRuleColumns = 80;

enum FontIndex { kRegular, kBold, kItalic, kBoldItalic, kMonospace };

std::vector<Font> Fonts() {
  return {{"regular"},
          {"bold", true},
          {"italic", false, true},
          {"bold italic", true, true},
          {"monospace", false, false, true}};
}

re2::StringPiece Piece(std::string_view text) { return {text.data(), text.size()}; }

std::vector<std::string> SplitLines(std::string_view text) {
  std::vector<std::string> lines(1);
  size_t column = 0;
  for (char c : text) {
    if (c == '\r') continue;
    if (c == '\n') {
      lines.emplace_back();
      column = 0;
    } else if (c == '\t') {
      size_t next = (column / kTabWidth + 1) * kTabWidth;
      lines.back().append(next - column, ' ');
      column = next;
    } else {
      lines.back() += c;
      ++column;
    }
  }
  return lines;
}

bool IsTableRow(std::string_view line) {
  line = TrimSpace(line);
  return line.size() > 1 && line.front() == '|';
}

bool IsTableSeparator(std::string_view line) {
  static const RE2 kSeparator(R"(\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*)");
  return line.find('|') != std::string_view::npos && RE2::FullMatch(Piece(line), kSeparator);
}

// The cells of "| a | b \| c |".
std::vector<std::string> SplitCells(std::string_view row) {
  row = TrimSpace(row);
  if (!row.empty() && row.front() == '|') row.remove_prefix(1);
  if (!row.empty() && row.back() == '|' && !(row.size() > 1 && row[row.size() - 2] == '\\')) {
    row.remove_suffix(1);
  }
  std::vector<std::string> cells(1);
  for (size_t i = 0; i < row.size(); ++i) {
    if (row[i] == '\\' && i + 1 < row.size() && row[i + 1] == '|') {
      cells.back() += row[++i];
    } else if (row[i] == '|') {
      cells.emplace_back();
    } else {
      cells.back() += row[i];
    }
  }
  return cells;
}

// "a<br>b" -> "a", "b".
std::vector<std::string> SplitBreaks(std::string_view text) {
  static const RE2 kBreak(R"((?i)<br\s*/?>)");
  std::string marked(text);
  RE2::GlobalReplace(&marked, kBreak, "\n");
  std::vector<std::string> parts(1);
  for (char c : marked) {
    if (c == '\n') {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

class MarkdownReader {
 public:
  MarkdownReader(std::string_view text, const ReadLimits& limits)
      : lines_(SplitLines(WithoutComments(text))), grid_(Format::kMarkdown, limits) {
    grid_.document().fonts = Fonts();
    for (const std::string& line : lines_) FindDefinition(line);
  }

  Result<Document> Read() {
    while (next_ < lines_.size()) ReadBlock();
    return grid_.Finish();
  }

 private:
  static std::string WithoutComments(std::string_view text) {
    static const RE2 kComment(R"((?s)<!--.*?-->)");
    std::string rest(text);
    RE2::GlobalReplace(&rest, kComment, "");
    return rest;
  }

  static const RE2& DefinitionPattern() {
    static const RE2 pattern(R"(\s{0,3}\[([^\]^][^\]]*)\]:\s*<?([^\s>]+)>?.*)");
    return pattern;
  }

  void FindDefinition(const std::string& line) {
    std::string name, uri;
    if (RE2::FullMatch(line, DefinitionPattern(), &name, &uri)) definitions_[ToLower(name)] = uri;
  }

  void ReadBlock() {
    static const RE2 kFence(R"(\s{0,3}(?:```|~~~).*)");
    static const RE2 kHeading(R"(\s{0,3}(#{1,6})(?:\s+(.*?))?(?:\s+#+)?\s*)");
    std::string_view line = lines_[next_];
    std::string marks, text;
    if (RE2::FullMatch(Piece(line), kFence)) return ReadFence();
    if (IsTableRow(line) || IsTableStart()) return ReadTable();
    if (RE2::FullMatch(Piece(line), DefinitionPattern())) {
      ++next_;
    } else if (RE2::FullMatch(Piece(line), kHeading, &marks, &text)) {
      ++next_;
      PutHeading(text, marks.size());
    } else if (size_t level = SetextLevel(); level > 0) {
      next_ += 2;
      PutHeading(line, level);
    } else if (IsRuleLine(line) && line.find('=') == std::string_view::npos) {
      ++next_;
      grid_.PutRule(kRuleColumns);
      grid_.NewLine();
    } else {
      ++next_;
      ReadParagraphLine(line);
    }
  }

  void ReadFence() {
    std::string_view mark = TrimSpace(lines_[next_]).substr(0, 3);
    for (++next_; next_ < lines_.size(); ++next_) {
      std::string_view line = lines_[next_];
      if (TrimSpace(line).substr(0, 3) == mark) break;
      size_t column = 0;
      for (std::string_view word : SplitWords(line)) {
        column = CountCodePoints(line.substr(0, word.data() - line.data()));
        grid_.Put(word, column, {.font = kMonospace});
      }
      grid_.NewLine();
    }
    ++next_;
  }

  // A table without outer bars is known by the line below its head.
  bool IsTableStart() const {
    return next_ + 1 < lines_.size() && lines_[next_].find('|') != std::string::npos &&
           IsTableSeparator(lines_[next_ + 1]);
  }

  void ReadTable() {
    std::vector<std::vector<std::vector<std::string>>> rows;  // row, cell, line of the cell
    std::vector<size_t> widths;
    bool outer_bars = IsTableRow(lines_[next_]);
    for (; next_ < lines_.size(); ++next_) {
      const std::string& line = lines_[next_];
      if (outer_bars ? !IsTableRow(line) : line.find('|') == std::string::npos) break;
      if (IsTableSeparator(line)) continue;
      auto& row = rows.emplace_back();
      for (const std::string& cell : SplitCells(line)) {
        auto& parts = row.emplace_back(SplitBreaks(cell));
        if (widths.size() < row.size()) widths.push_back(0);
        for (const std::string& part : parts) {
          widths[row.size() - 1] =
              std::max(widths[row.size() - 1], CountCodePoints(PlainText(part)));
        }
      }
    }
    for (const auto& row : rows) PutRow(row, widths);
  }

  void PutRow(const std::vector<std::vector<std::string>>& cells,
              const std::vector<size_t>& widths) {
    size_t height = 0;
    for (const auto& cell : cells) height = std::max(height, cell.size());
    for (size_t i = 0; i < height; ++i) {
      size_t column = 0;
      for (size_t cell = 0; cell < cells.size(); ++cell) {
        if (i < cells[cell].size()) PutText(TrimSpace(cells[cell][i]), column, {});
        if (widths[cell] > 0) column += widths[cell] + kCellGap;
      }
      grid_.NewLine();
    }
  }

  std::string PlainText(std::string_view text) const {
    std::string plain;
    for (const MarkdownSpan& span : ParseMarkdownInline(TrimSpace(text), definitions_)) {
      plain += span.text;
    }
    return plain;
  }

  // A line of text over a line of === or ---.
  size_t SetextLevel() const {
    if (next_ + 1 >= lines_.size() || TrimSpace(lines_[next_]).empty()) return 0;
    static const RE2 kListItem(R"(\s*(?:[-*+•]|\d{1,3}[.)])\s.*|\s*>.*)");
    if (RE2::FullMatch(lines_[next_], kListItem) || IsRuleLine(lines_[next_])) return 0;
    bool paragraph_above = next_ > 0 && !TrimSpace(lines_[next_ - 1]).empty();
    std::string_view below = TrimSpace(lines_[next_ + 1]);
    if (below.size() < 2) return 0;
    if (below.find_first_not_of('=') == std::string_view::npos) return 1;
    bool dashes = below.find_first_not_of('-') == std::string_view::npos;
    return dashes && !paragraph_above ? 2 : 0;
  }

  void PutHeading(std::string_view text, size_t level) {
    TextGrid::Style style;
    style.heading_level = static_cast<uint8_t>(level);
    style.size = kHeadingSizes[level - 1];
    style.font = kBold;
    for (const std::string& part : SplitBreaks(text)) {
      PutText(TrimSpace(part), 0, style);
      grid_.NewLine();
    }
  }

  void ReadParagraphLine(std::string_view line) {
    static const RE2 kQuote(R"(\s{0,3}>\s?)");
    static const RE2 kItem(R"((\s*)(?:[-*+•·▪◦‣●○■–]|\\[-*+•])\s+(?:\[[ xX]\]\s+)?(.*))");
    re2::StringPiece piece = Piece(line);
    while (RE2::Consume(&piece, kQuote)) {
    }
    line = {piece.data(), piece.size()};
    std::string indent, text;
    size_t column = 0;
    if (RE2::FullMatch(piece, kItem, &indent, &text)) {
      column = grid_.Put("•", indent.size(), {.font = kRegular}) + 1;
    } else {
      std::string_view trimmed = TrimSpace(line);
      column = trimmed.empty() ? 0 : static_cast<size_t>(trimmed.data() - line.data());
      text = std::string(trimmed);
    }
    if (!text.empty() && text.back() == '\\') text.pop_back();  // a hard line break
    for (const std::string& part : SplitBreaks(text)) {
      PutText(TrimSpace(part), column, {});
      grid_.NewLine();
    }
  }

  void PutText(std::string_view text, size_t column, TextGrid::Style style) {
    bool glued = false;
    for (const MarkdownSpan& span : ParseMarkdownInline(text, definitions_)) {
      TextGrid::Style look = style;
      look.font = FontOf(span, style.font == kBold);
      if (!span.uri.empty()) look.link = grid_.AddLink(span.uri);
      PutSpan(span.text, look, &column, &glued);
    }
  }

  void PutSpan(std::string_view text, const TextGrid::Style& style, size_t* column, bool* glued) {
    std::string word;
    auto end_word = [&] {
      if (word.empty()) return;
      *column = grid_.Put(word, *column, style, *glued);
      *glued = true;
      word.clear();
    };
    for (char32_t c : ToCodePoints(text)) {
      if (c != ' ' && c != 0xA0) {
        AppendUtf8(c, &word);
        continue;
      }
      end_word();
      *glued = false;
      ++*column;
    }
    end_word();
  }

  static int FontOf(const MarkdownSpan& span, bool heading) {
    if (span.code) return kMonospace;
    bool bold = span.bold || heading;
    return bold ? (span.italic ? kBoldItalic : kBold) : (span.italic ? kItalic : kRegular);
  }

  std::vector<std::string> lines_;
  std::map<std::string, std::string> definitions_;
  TextGrid grid_;
  size_t next_ = 0;  // line
};

}  // namespace

// A heading, a table or two marks that plain text has no use for.
bool LooksLikeMarkdown(std::string_view text) {
  static const RE2 kHeading(R"((?m)^ {0,3}#{1,6}[ \t]+\S)");
  static const RE2 kTable(R"((?m)^ {0,3}\|.*\|[ \t\r]*$)");
  static const RE2 kSeparator(R"((?m)^ {0,3}\|?[ \t]*:?-{2,}:?[ \t]*\|[-:| \t]*\r?$)");
  static const RE2 kMark(
      R"(\*\*[^*\s][^*\n]*\*\*|\[[^\]\n]+\]\((?:https?:|mailto:|tel:|#)[^)\n]*\)|(?m:^```)|\\[-_.+#*])");
  if (RE2::PartialMatch(Piece(text), kHeading)) return true;
  if (RE2::PartialMatch(Piece(text), kTable) && RE2::PartialMatch(Piece(text), kSeparator)) {
    return true;
  }
  re2::StringPiece rest = Piece(text);
  return RE2::FindAndConsume(&rest, kMark) && RE2::FindAndConsume(&rest, kMark);
}

Result<Document> ReadMarkdown(std::string_view bytes, const ReadLimits& limits) {
  Result<Document> document = MarkdownReader(ToValidUtf8(bytes), limits).Read();
  if (document.ok()) document.value().bytes = bytes.size();
  return document;
}

}  // namespace atsmatch
