// The XML inside DOCX and ODT: whatever it says becomes a Document that holds together, or an
// error. The first byte chooses the format; a NUL parts the text from the styles.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>
#include <string_view>

#include "parser/read/office_reader.h"

namespace {

using namespace atsmatch;

void Check(bool holds) {
  if (!holds) std::abort();
}

bool IsBox(const Box& box) {
  return std::isfinite(box.x0) && std::isfinite(box.y1) && box.x0 <= box.x1 && box.y0 <= box.y1;
}

void CheckDocument(const Document& document) {
  size_t end = 0;
  for (size_t page = 0; page < document.pages.size(); ++page) {
    Check(document.pages[page].words.begin == end);
    end = document.pages[page].words.end;
    for (size_t i = document.pages[page].words.begin; i < end; ++i) {
      const Word& word = document.words[i];
      Check(word.page == static_cast<int>(page) && !word.text.empty() && IsBox(word.box));
      Check(word.font >= 0 && word.font < static_cast<int>(document.fonts.size()));
      Check(word.link >= -1 && word.link < static_cast<int>(document.links.size()));
    }
  }
  Check(end == document.words.size());
  for (const Shape& shape : document.shapes) Check(IsBox(shape.box));
}

}  // namespace

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
