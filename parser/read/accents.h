// Accents that are printed as characters of their own, over the letter before or after them.
// TeX's old fonts do so: "Universit¨at" is "¨" printed over the "a".
#ifndef ATSMATCH_PARSER_READ_ACCENTS_H_
#define ATSMATCH_PARSER_READ_ACCENTS_H_

#include <string>

#include "parser/read/pdf_page.h"

namespace atsmatch {

// U+0308 of U+00A8; a combining mark is itself; 0: not an accent.
char32_t CombiningMarkOf(char32_t c);
// Is the accent printed over (or under) the letter?
bool StandsOver(const Glyph& accent, const Glyph& letter, const PdfPage& page);
// The i for the dotless one where marks follow it, else the letter itself.
char32_t WithoutDot(char32_t letter, const std::u32string& marks);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_READ_ACCENTS_H_
