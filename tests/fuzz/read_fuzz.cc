// Any bytes become a Document that holds together, or an error that says why not.
#include <cmath>
#include <cstdlib>
#include <string_view>

#include "parser/read/reader.h"
#include "parser/text/unicode.h"

namespace {

using namespace atsmatch;

void Check(bool holds) {
  if (!holds) std::abort();
}

bool InRange(int index, size_t size) { return index >= -1 && index < static_cast<int>(size); }

bool IsBox(const Box& box) {
  return std::isfinite(box.x0) && std::isfinite(box.y0) && box.x0 <= box.x1 && box.y0 <= box.y1;
}

void CheckDocument(const Document& document) {
  size_t end = 0;
  for (size_t page = 0; page < document.pages.size(); ++page) {
    Check(document.pages[page].words.begin == end);
    end = document.pages[page].words.end;
    for (size_t i = document.pages[page].words.begin; i < end; ++i) {
      const Word& word = document.words[i];
      Check(word.page == static_cast<int>(page) && !word.text.empty() && IsBox(word.box));
      Check(ToValidUtf8(word.text) == word.text);
      Check(InRange(word.font, document.fonts.size()) && InRange(word.link, document.links.size()));
      Check(word.rotation % 90 == 0 && word.rotation >= 0 && word.rotation < 360);
    }
  }
  Check(end == document.words.size());
  for (const Shape& shape : document.shapes) Check(IsBox(shape.box));
  for (const Link& link : document.links) Check(IsBox(link.box) && !link.uri.empty());
}

void CheckResult(const Result<Document>& read) {
  if (read.ok()) {
    CheckDocument(read.value());
  } else {
    Check(!read.error().cause.empty());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const ReadLimits limits;
  CheckResult(ReadDocument(bytes, limits));
  CheckResult(ReadText(bytes, limits));
  CheckResult(ReadMarkdown(bytes, limits));
  return 0;
}
