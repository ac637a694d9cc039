// Small PDFs for tests, written by hand: a page is its content stream.
//
//   MakePdf({.content = "BT /F1 12 Tf 72 700 Td (Jane Doe) Tj ET"})
//
// Fonts: /F1 Helvetica, /F2 Helvetica-Bold, /F3 Times-Italic, /F4 Symbol, /F5 ZapfDingbats, and
// /F6, a font without a name that means anything whose codes A, B, C ... are the characters of
// `unicode` (hexadecimal UTF-16, "F0E0").  The page is 612 x 792 points.
#ifndef ATSMATCH_TESTS_PARSER_READ_MAKE_PDF_H_
#define ATSMATCH_TESTS_PARSER_READ_MAKE_PDF_H_

#include <string>
#include <vector>

namespace atsmatch {

struct PdfParts {
  std::string content = "";
  std::string page = "";                      // more entries of the page: "/Rotate 90"
  std::string trailer = "";                   // more entries of the trailer
  std::vector<std::string> unicode = {};      // of /F6
  std::string symbol_name = "AAAAAA+Glyphs";  // of /F6
  std::string resources = "";                 // more entries of the resources
  std::vector<std::string> objects = {};      // 20, 21, ...: "<< ... >>"
  int pages = 1;                              // the same one again and again
};

std::string MakePdf(const PdfParts& parts);

}  // namespace atsmatch

#endif  // ATSMATCH_TESTS_PARSER_READ_MAKE_PDF_H_
