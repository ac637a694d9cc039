// What a reader of the page sees of its words: hidden ones, underlines, links.
#ifndef ATSMATCH_PARSER_READ_PDF_VISIBILITY_H_
#define ATSMATCH_PARSER_READ_PDF_VISIBILITY_H_

#include <vector>

#include "parser/document.h"
#include "parser/read/pdf_page.h"

namespace atsmatch {

// Sets Word::hidden of the words of `page` that were painted in the colour of what lies under
// them, or painted over later.  `paint_orders` belong to the words of `page.words`, in order.
void FindHiddenWords(const std::vector<PaintedShape>& shapes,
                     const std::vector<uint32_t>& paint_orders, const Page& page,
                     Document* document);
// Sets Word::underlined.
void FindUnderlines(const std::vector<PaintedShape>& shapes, const Page& page, Document* document);
// Sets Word::link; `first_link` is the first link of the page in document->links.
void FindLinkedWords(size_t first_link, const Page& page, Document* document);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_READ_PDF_VISIBILITY_H_
