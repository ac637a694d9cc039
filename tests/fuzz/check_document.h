// What holds of every Document, whatever it was read from.
#ifndef ATSMATCH_TESTS_FUZZ_CHECK_DOCUMENT_H_
#define ATSMATCH_TESTS_FUZZ_CHECK_DOCUMENT_H_

#include <cmath>
#include <cstddef>

#include "check.h"
#include "parser/document.h"
#include "parser/text/unicode.h"

namespace atsmatch {

inline bool InRange(int index, size_t size) {
  return index >= -1 && index < static_cast<int>(size);
}

inline bool IsBox(const Box& box) {
  return std::isfinite(box.x0) && std::isfinite(box.y0) && box.x0 <= box.x1 && box.y0 <= box.y1;
}

inline void CheckDocument(const Document& document) {
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

}  // namespace atsmatch

#endif  // ATSMATCH_TESTS_FUZZ_CHECK_DOCUMENT_H_
