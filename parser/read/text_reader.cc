// Plain text.  Runs of spaces and tabs keep their width, so that columns survive; a form feed
// starts a page.
#include <algorithm>
#include <string>
#include <string_view>

#include "parser/read/reader.h"
#include "parser/read/text_grid.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

constexpr size_t kTabWidth = 8;  // characters

bool IsSpace(char32_t c) {
  return c == ' ' || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F;
}

class TextReader {
 public:
  explicit TextReader(const ReadLimits& limits) : grid_(Format::kText, limits) {}

  void ReadLine(std::string_view line) {
    if (IsRuleLine(line)) {
      grid_.PutRule(CountCodePoints(line));
    } else {
      ReadWords(line);
    }
    grid_.NewLine();
  }

  void NewPage() { grid_.NewPage(); }
  Result<Document> Finish() { return grid_.Finish(); }

 private:
  void ReadWords(std::string_view line) {
    column_ = 0;
    for (char32_t c : ToCodePoints(line)) {
      if (c == '\t') {
        EndWord();
        column_ = (column_ / kTabWidth + 1) * kTabWidth;
      } else if (IsSpace(c)) {
        EndWord();
        ++column_;
      } else if (c >= 0x20) {
        AppendUtf8(c, &word_);
      }
    }
    EndWord();
  }

  void EndWord() {
    if (!word_.empty()) column_ = grid_.Put(word_, column_, {});
    word_.clear();
  }

  TextGrid grid_;
  std::string word_;
  size_t column_ = 0;
};

}  // namespace

Result<Document> ReadText(std::string_view bytes, const ReadLimits& limits) {
  std::string text = ToValidUtf8(bytes);
  TextReader reader(limits);
  std::string_view rest = text;
  while (!rest.empty()) {
    size_t end = rest.find_first_of("\n\f\r");
    reader.ReadLine(rest.substr(0, end));
    if (end == std::string_view::npos) break;
    char stop = rest[end];
    rest.remove_prefix(end + 1);
    if (stop == '\r' && !rest.empty() && rest.front() == '\n') rest.remove_prefix(1);
    // Programs end their last page with a form feed too: that starts no page.
    if (stop == '\f' && !TrimSpace(rest).empty()) reader.NewPage();
  }
  Result<Document> document = reader.Finish();
  if (document.ok()) document.value().bytes = bytes.size();
  return document;
}

}  // namespace atsmatch
