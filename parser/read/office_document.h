// A word processor's document as its file tells it: paragraphs, tables, text boxes.  The readers of
// DOCX and ODT make it, SetOnPages() gives its words their places.
//
// Lengths are points.  The files say little about where things stand: the program that opens them
// breaks the lines.  What they do say (widths of cells, indents, tab stops) is kept.
#ifndef ATSMATCH_PARSER_READ_OFFICE_DOCUMENT_H_
#define ATSMATCH_PARSER_READ_OFFICE_DOCUMENT_H_

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "parser/document.h"
#include "parser/parse.h"
#include "parser/result.h"

namespace atsmatch {

// How a run of text looks.
struct OfficeLook {
  bool bold = false;
  bool italic = false;
  bool underlined = false;

  Hidden hidden = Hidden::kNo;
  double size = 11;
  uint32_t colour = 0;  // 0xRRGGBB
  std::string link;     // a web address, may be empty
};

struct OfficeRun {
  std::string text;  // UTF-8; '\t' goes to the next tab stop, '\n' breaks the line
  OfficeLook look;
};

struct TabStop {
  enum class Kind : uint8_t { kLeft, kCentre, kRight };
  double position = 0;  // from the left edge of the text area
  Kind kind = Kind::kLeft;
};

enum class Align : uint8_t { kLeft, kCentre, kRight };

struct OfficeParagraph {
  std::vector<OfficeRun> runs;
  std::string label;  // "•", "1."; empty: not an item of a list
  Align align = Align::kLeft;
  double left = 0, right = 0;  // indents
  double first_line = 0;       // more, or less (negative), on the first line
  double space_before = 0, space_after = 0;
  std::vector<TabStop> tab_stops;  // by position
  uint8_t heading_level = 0;       // 1..6; 0: none
  bool rule_above = false, rule_below = false;
  std::optional<uint32_t> fill;  // 0xRRGGBB behind it; white is none
  bool starts_page = false;
};

struct OfficeBlock;

struct OfficeCell {
  size_t span = 1;  // columns
  double pad_left = 0, pad_right = 0;
  std::optional<uint32_t> fill;  // 0xRRGGBB behind it; white is none
  std::vector<OfficeBlock> blocks;
};

struct OfficeTable {
  double left = 0;              // of the first column, from the left edge of the text area
  std::vector<double> columns;  // widths
  std::vector<std::vector<OfficeCell>> rows;
};

// A text box.  Where its place on the page is not known, it is read where it is anchored.
struct OfficeBox {
  std::optional<double> x, y;  // of its left top corner on the page
  double width = 0;
  std::vector<OfficeBlock> blocks;
};

struct OfficeBlock {
  std::variant<OfficeParagraph, OfficeTable, OfficeBox> content;
};

struct OfficeDocument {
  Format format = Format::kDocx;
  double width = 595, height = 842;        // of the sheet
  double left = 72, right = 72, top = 72;  // margins
  std::vector<OfficeBlock> header, body, footer;
};

// Lines are broken by the mean widths of letters.  Pages are as long as what stands on them: only
// breaks that the document asks for begin a new one.  kTooLarge, kNoText or kEmpty.
Result<Document> SetOnPages(const OfficeDocument& office, const ReadLimits& limits);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_READ_OFFICE_DOCUMENT_H_
