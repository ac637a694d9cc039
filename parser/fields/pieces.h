// Text that remembers its words, and the ways in which résumés cut a section into pieces.
//
//   std::vector<ListRow> rows = FindListRows(context, section.lines);       // wrapped lines joined
//   std::vector<Piece> pieces = SplitList(rows[0].cells[0].text);   // "R, Go (cgo, gc)" -> R | Go
//   (cgo, gc)
//
// What is decided here is form only; what the pieces mean is said by the readers of the fields.
#ifndef ATSMATCH_PARSER_FIELDS_PIECES_H_
#define ATSMATCH_PARSER_FIELDS_PIECES_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "parser/document.h"
#include "parser/fields/fields.h"
#include "parser/layout/line.h"
#include "parser/resume.h"

namespace atsmatch {

// A text made of words, and which word each byte came from.
struct WordText {
  struct Span {
    size_t begin = 0, end = 0;  // bytes of `text`
    size_t word = 0;            // index into Document::words
  };
  std::string text;
  std::vector<Span> spans;  // ascending

  bool empty() const { return text.empty(); }
  // The words that touch the bytes [begin, end).
  IndexRange WordsOf(size_t begin, size_t end) const;
  IndexRange Words() const { return WordsOf(0, text.size()); }
};
WordText TextOfWords(const Document& document, IndexRange words);
// Adds more words behind, as the next line of a paragraph: a word cut at the line end is rejoined.
void AppendWords(const Document& document, IndexRange words, WordText* text);
// "Law. Leeds University": behind the full stops within the text that end no abbreviation.
std::vector<size_t> StopsWithin(std::string_view text, const Lexicon& lexicon);
// A part of the text; the spans move along.
WordText SubText(const WordText& text, size_t begin, size_t end);

// A part of a text with white space and separators off its ends.
struct Piece {
  std::string text;
  IndexRange words;
};
Piece PieceOf(const WordText& text, size_t begin, size_t end);
Text ToField(const Piece& piece, double confidence, const char* rule, double weight = 1);

// What most of the letters look like.
struct Look {
  bool bold = false, italic = false, all_caps = false;
  double size = 0;  // points
  uint32_t colour = 0;
};
Look LookOf(const Document& document, IndexRange words);
bool SameLook(const Look& a, const Look& b);

// One row of a table, one item of a list or one paragraph: lines joined where they wrap.
struct ListCell {
  WordText text;
  Box box;
  Look look;
  bool pill = false;  // has a box of its own drawn around it
  int shape = -1;     // that box, index into Document::shapes
};
struct ListRow {
  std::vector<ListCell> cells;  // at least one, left to right
  bool bullet = false;
  bool label = false;     // its first cell is a label in the gutter
  double gap_before = 0;  // points
  int page = 0;
  int region = 0;
  IndexRange lines;  // into FieldContext::lines

  // All cells joined with a space.
  WordText Joined() const;
};
std::vector<ListRow> FindListRows(const FieldContext& context, IndexRange lines);

// Does `line` go on with the paragraph or list item that `previous` is the last line of?
bool ContinuesParagraph(const Document& document, const Line& previous, const Line& line);

// Cuts a list at its separators (bullets, bars, semicolons, commas), never inside brackets or a
// number.
std::vector<Piece> SplitList(const WordText& text);
// The same at commas alone, as "Award, Awarder".
std::vector<Piece> SplitCommas(const WordText& text);
// Position of the first of `characters` (UTF-8 strings) outside brackets; npos: none.
size_t FindOutsideBrackets(std::string_view text, std::string_view what, size_t from = 0);
size_t RFindOutsideBrackets(std::string_view text, std::string_view what);
// Position of the colon that ends a label ("Tools: a, b"); npos when none: never of a URL or a
// time.
size_t FindLabelColon(std::string_view text);

// Takes [begin, end) out of the text; what stood around it stays apart by a space.
WordText Without(const WordText& text, size_t begin, size_t end);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_FIELDS_PIECES_H_
