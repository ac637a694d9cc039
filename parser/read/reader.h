// What is on the page?  Bytes of any supported kind -> Document.
//
//   Result<Document> document = ReadDocument(bytes, limits);
//
// The kind is sniffed from the bytes, never taken from a file's name.  Text is normalised here,
// once (text/unicode.h): ligatures, soft hyphens, letter-spaced words, private-use icons, NBSP.
#ifndef ATSMATCH_PARSER_READ_READER_H_
#define ATSMATCH_PARSER_READ_READER_H_

#include <optional>
#include <string_view>

#include "parser/document.h"
#include "parser/parse.h"
#include "parser/result.h"

namespace atsmatch {

Result<Document> ReadDocument(std::string_view bytes, const ReadLimits& limits);

// Of bytes that are no PDF, DOCX or ODT: a picture, an archive, a web page, noise.  Nothing: text.
std::optional<Error> WhyNoText(std::string_view bytes);

// The readers behind it.  ReadPdf is built on Poppler's core where its headers are installed, on
// poppler-cpp where they are not; see pdf_reader_core.cc and pdf_reader_cpp.cc.
Result<Document> ReadPdf(std::string_view bytes, const ReadLimits& limits);
Result<Document> ReadPdfWithPopplerCpp(std::string_view bytes, const ReadLimits& limits);
Result<Document> ReadText(std::string_view bytes, const ReadLimits& limits);
Result<Document> ReadOffice(std::string_view bytes, const ReadLimits& limits);  // DOCX, ODT
Result<Document> ReadMarkdown(std::string_view bytes, const ReadLimits& limits);
bool LooksLikeMarkdown(std::string_view text);

// "poppler-core 22.12.0" or "poppler-cpp 22.12.0".
std::string_view PdfBackEnd();

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_READ_READER_H_
