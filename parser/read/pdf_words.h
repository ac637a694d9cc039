// Glyphs on a page -> words.
//
// Files separate words by spaces, by gaps, or by both, and some set spaces or gaps between the
// letters of one word ("E X P E R I E N C E").  What a gap means is decided for each run of text
// from all of its gaps.  Accents that TeX prints over a letter are composed with it, small
// capitals faked with two sizes are one word, text printed twice (shadows, faked bold) is one word.
#ifndef ATSMATCH_PARSER_READ_PDF_WORDS_H_
#define ATSMATCH_PARSER_READ_PDF_WORDS_H_

#include "parser/document.h"
#include "parser/read/pdf_page.h"

namespace atsmatch {

// Appends the page with its words, shapes and links to the document.  Words come in the order in
// which they are painted.  An icon is a Word of no text with `icon_before` set; see finish.h.
void AddPage(PdfPage page, Document* document);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_READ_PDF_WORDS_H_
