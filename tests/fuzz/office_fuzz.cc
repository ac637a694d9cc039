// The XML inside DOCX and ODT: whatever it says becomes a Document that holds together, or an
// error. The first byte chooses the format; a NUL parts the text from the styles.
#include <algorithm>
#include <string>
#include <string_view>

#include "check_document.h"
#include "parser/read/office_reader.h"

using namespace atsmatch;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const size_t part = std::min(bytes.find('\0', 1), bytes.size());
  const std::string text(bytes.substr(1, part - 1));
  const std::string styles(bytes.substr(std::min(part + 1, bytes.size())));
  const bool is_docx = bytes[0] == 'd';
  const Result<OfficeDocument> office =
      is_docx ? ReadDocx({{"word/document.xml", text},
                          {"word/styles.xml", styles},
                          {"word/numbering.xml", styles},
                          {"word/header1.xml", text},
                          {"word/_rels/document.xml.rels", styles}})
              : ReadOdt({{"content.xml", text}, {"styles.xml", styles}});
  if (!office.ok()) return 0;
  const Result<Document> document = SetOnPages(office.value(), {});
  if (document.ok()) CheckDocument(document.value());
  return 0;
}
