#include "parser/read/reader.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "parser/read/finish.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

using std::string_view_literals::operator""sv;

constexpr size_t kPdfHeaderWindow = 1024;  // readers of PDF accept rubbish before the header
constexpr size_t kSniffWindow = 4096;

bool StartsWith(std::string_view bytes, std::string_view magic) {
  return bytes.substr(0, magic.size()) == magic;
}

// Other kinds of file that people take for résumés, by their first bytes.
struct ForeignKind {
  std::string_view magic;
  std::string_view cause;
  std::string_view remedy;
};

constexpr std::string_view kSupported = "give it as PDF, DOCX, ODT, text or Markdown";
constexpr std::string_view kExport = "export it as PDF from the program that wrote it";
constexpr std::string_view kRecognise = "export it as a PDF with text, or run OCR on it";

constexpr ForeignKind kForeignKinds[] = {
    {"PK\x05\x06", "an empty ZIP file", kExport},
    {"{\\rtf", "a Rich Text (RTF) file", kExport},
    {"\xD0\xCF\x11\xE0", "an old Word (.doc) file", kExport},
    {"\x89PNG", "a PNG picture", kRecognise},
    {"\xFF\xD8\xFF", "a JPEG picture", kRecognise},
    {"GIF8", "a GIF picture", kRecognise},
    {"II*\0"sv, "a TIFF picture", kRecognise},
    {"MM\0*"sv, "a TIFF picture", kRecognise},
    {"%!PS", "a PostScript file", "convert it to PDF (ps2pdf)"},
    {"\x1F\x8B", "a gzip archive", "unpack it first"},
    {"7z\xBC\xAF", "a 7-Zip archive", "unpack it first"},
    {"Rar!", "a RAR archive", "unpack it first"},
    {"\x7F"
     "ELF",
     "a program", kSupported},
    {"<?xml", "an XML file", kExport},
};

Error NotSupported(std::string_view what, std::string_view remedy) {
  return {ErrorKind::kNotSupported, std::string(what) + " is not a format that atsmatch reads",
          std::string(remedy)};
}

// "BM", the size, and four bytes that are zero: "BMW" may begin a text.
bool IsBitmap(std::string_view bytes) {
  return StartsWith(bytes, "BM") && bytes.size() >= 10 && bytes.substr(6, 4) == "\0\0\0\0"sv;
}

bool LooksLikeHtml(std::string_view bytes) {
  std::string start = ToLower(TrimSpace(ToValidUtf8(bytes.substr(0, 256))));
  return StartsWith(start, "<!doctype html") || StartsWith(start, "<html") ||
         StartsWith(start, "<head") || StartsWith(start, "<body");
}

bool HasByteOrderMark(std::string_view bytes) {
  return StartsWith(bytes, "\xFF\xFE") || StartsWith(bytes, "\xFE\xFF");
}

// UTF-16 without a byte order mark shows as a zero in every other byte.
std::string_view MissingByteOrderMark(std::string_view bytes) {
  std::string_view head = bytes.substr(0, kSniffWindow);
  size_t zeros[2] = {0, 0};
  for (size_t i = 0; i < head.size(); ++i) zeros[i % 2] += head[i] == '\0';
  size_t most = head.size() * 2 / 5;  // of head.size() / 2: Latin letters with a few others
  if (zeros[1] > most && zeros[0] == 0) return "\xFF\xFE";
  if (zeros[0] > most && zeros[1] == 0) return "\xFE\xFF";
  return {};
}

bool IsTextControl(unsigned char c) {
  return c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v' || c == '\b' || c == 0x1B;
}

bool LooksBinary(std::string_view bytes) {
  std::string_view head = bytes.substr(0, kSniffWindow);
  size_t odd = std::count_if(head.begin(), head.end(), [](unsigned char c) {
    return (c < 0x20 && !IsTextControl(c)) || c == 0x7F;
  });
  return odd * 50 > head.size();  // text has next to none; noise has one in nine
}

// Word puts a document with a password into the container of its older files, under this name.
bool IsEncryptedOffice(std::string_view bytes) {
  static constexpr std::string_view kName = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv;
  return StartsWith(bytes, "\xD0\xCF\x11\xE0") && bytes.find(kName) != std::string_view::npos;
}

bool IsBlank(std::string_view text) { return TrimSpace(text).empty(); }

Result<Document> ReadPlain(std::string_view bytes, const ReadLimits& limits) {
  std::string text = ToValidUtf8(bytes);
  if (IsBlank(text)) return Error{ErrorKind::kEmpty, "the file holds no text", ""};
  return LooksLikeMarkdown(text) ? ReadMarkdown(text, limits) : ReadText(text, limits);
}

}  // namespace

Result<Document> ReadDocument(std::string_view bytes, const ReadLimits& limits) {
  if (bytes.empty())
    return Error{ErrorKind::kEmpty, "the file is empty", "save or download it again"};
  if (bytes.size() > limits.max_bytes) {
    return Error{ErrorKind::kTooLarge,
                 "the file has more than " + std::to_string(limits.max_bytes >> 20) + " MB",
                 "save the résumé without large pictures"};
  }
  if (bytes.substr(0, kPdfHeaderWindow).find("%PDF-") != std::string_view::npos) {
    return ReadPdf(bytes, limits);
  }
  if (StartsWith(bytes, "PK\x03\x04")) return ReadOffice(bytes, limits);
  if (IsEncryptedOffice(bytes)) return EncryptedOffice();
  if (std::optional<Error> error = WhyNoText(bytes)) return *error;
  const std::string_view mark = MissingByteOrderMark(bytes);
  return mark.empty() ? ReadPlain(bytes, limits)
                      : ReadPlain(std::string(mark).append(bytes), limits);
}

std::optional<Error> WhyNoText(std::string_view bytes) {
  if (HasByteOrderMark(bytes)) return std::nullopt;
  for (const ForeignKind& kind : kForeignKinds) {
    if (StartsWith(bytes, kind.magic)) return NotSupported(kind.cause, kind.remedy);
  }
  if (IsBitmap(bytes)) return NotSupported("a bitmap picture", kRecognise);
  if (!MissingByteOrderMark(bytes).empty()) return std::nullopt;
  if (LooksBinary(bytes)) return NotSupported("binary data of an unknown kind", kSupported);
  if (LooksLikeHtml(bytes)) return NotSupported("a web page (HTML)", "print it to PDF");
  return std::nullopt;
}

}  // namespace atsmatch
