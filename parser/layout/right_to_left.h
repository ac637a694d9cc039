// Lines of Arabic and Hebrew: their words stand on the page from right to left.
#ifndef ATSMATCH_PARSER_LAYOUT_RIGHT_TO_LEFT_H_
#define ATSMATCH_PARSER_LAYOUT_RIGHT_TO_LEFT_H_

#include <cstdint>
#include <vector>

#include "parser/document.h"

namespace atsmatch {

// Are most of the visible letters read from right to left?
bool IsRightToLeft(const Document& document);

// The same for the words of a line; one without letters is read as its document is.
bool IsRightToLeft(const Document& document, const std::vector<uint32_t>& words, bool document_is);

// Words from left to right become words as they are read; Latin words and phone numbers among them
// keep their order.
void ReadFromTheRight(const Document& document, std::vector<uint32_t>* words);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_LAYOUT_RIGHT_TO_LEFT_H_
