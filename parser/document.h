// What is on the pages of a résumé: the values that the readers make and the layout orders.
//
//   bytes -> Document -> Document in reading order -> Lines
//
// All lengths are PDF points (1/72 inch); the origin is the top left corner of the page as it is
// seen (after /Rotate), x to the right, y down.  Plain text and Markdown become a Document too: a
// character is 6 points wide, a line 12 points high, so that every later step is the same; so do
// DOCX and ODT, with lines broken as a word processor would.
#ifndef ATSMATCH_PARSER_DOCUMENT_H_
#define ATSMATCH_PARSER_DOCUMENT_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace atsmatch {

// Half open: [begin, end).  Points into the vector of the stage before.
struct IndexRange {
  size_t begin = 0;
  size_t end = 0;

  bool empty() const { return begin >= end; }
  size_t size() const { return empty() ? 0 : end - begin; }
  bool operator==(const IndexRange&) const = default;
};

struct Box {
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;

  double width() const { return x1 - x0; }
  double height() const { return y1 - y0; }
};

// The smallest box that holds both.
Box Union(const Box& a, const Box& b);

// Why a reader of the page would not see a word although the text layer has it.
enum class Hidden : uint8_t {
  kNo,
  kInvisibleMode,     // PDF text render mode 3 or 7
  kBackgroundColour,  // set in the colour of what lies under it
  kTiny,              // under 2 points
  kOffPage,           // outside the crop box
  kClipped,
  kCovered,  // an image or a filled box was painted over it
};
std::string_view HiddenName(Hidden hidden);

// What an icon glyph in front of a word says about it; the glyph itself is not text.
enum class Icon : uint8_t { kNone, kUnknown, kEmail, kPhone, kPlace, kLink, kNetwork, kCalendar };

// A run of characters without a space.  Text is UTF-8 in NFC without ligatures, soft hyphens and
// private-use glyphs (see text/unicode.h); it is never empty.
struct Word {
  std::string text;
  Box box;               // ascent to descent of the font, not of the ink
  int page = 0;          // 0-based
  double baseline = 0;   // y of the baseline
  double size = 0;       // font size in points as seen
  int font = -1;         // index into Document::fonts
  uint32_t colour = 0;   // 0xRRGGBB of the fill
  int16_t rotation = 0;  // degrees, one of 0, 90, 180, 270
  Hidden hidden = Hidden::kNo;
  Icon icon_before = Icon::kNone;
  bool glued = false;  // touches the word before it: no space between them on the page
  bool underlined = false;
  uint8_t heading_level = 0;   // that the file names, in Markdown and office files: 1..6; 0: none
  int link = -1;               // index into Document::links
  uint32_t content_order = 0;  // place in the content stream
};

struct Font {
  std::string name;  // without the subset prefix
  bool bold = false;
  bool italic = false;
  bool monospace = false;
};

// A drawn line or filled box.  Thin ones are rules (a line under a heading, a column divider).
struct Shape {
  enum class Kind : uint8_t { kStroke, kFill, kImage };
  Kind kind = Kind::kStroke;
  int page = 0;
  Box box;
  uint32_t colour = 0;
};

struct Link {
  int page = 0;
  Box box;
  std::string uri;
};

struct Page {
  double width = 0;
  double height = 0;
  IndexRange words;  // into Document::words
};

// Doubt that travels with the value.  `id` is stable and documented in README.md.
struct Warning {
  enum class Severity : uint8_t { kInfo, kMinor, kMajor, kFatal };
  std::string id;  // "hidden-text", "multi-column", "no-email" ...
  Severity severity = Severity::kMinor;
  std::string message;  // one sentence for the person who holds the file
  std::string remedy;   // what to do, may be empty
  int page = -1;        // 0-based, -1: the whole document
  IndexRange words;     // where, may be empty
};
std::string_view SeverityName(Warning::Severity severity);  // "info", "minor" ...

enum class Format : uint8_t { kPdf, kText, kMarkdown, kDocx, kOdt };

struct Document {
  Format format = Format::kPdf;
  std::vector<Page> pages;
  std::vector<Word> words;  // page after page
  std::vector<Font> fonts;
  std::vector<Shape> shapes;
  std::vector<Link> links;
  std::vector<Warning> warnings;
  std::string producer;  // of the PDF, may be empty
  size_t bytes = 0;      // size of the file

  const Font* FontOf(const Word& word) const {
    return word.font >= 0 && static_cast<size_t>(word.font) < fonts.size() ? &fonts[word.font]
                                                                           : nullptr;
  }
  bool IsBold(const Word& word) const {
    const Font* font = FontOf(word);
    return font != nullptr && font->bold;
  }
  bool IsItalic(const Word& word) const {
    const Font* font = FontOf(word);
    return font != nullptr && font->italic;
  }
};

// The words of a range joined by spaces (none before a glued word).
std::string TextOf(const Document& document, IndexRange words);
Box BoxOf(const Document& document, IndexRange words);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_DOCUMENT_H_
