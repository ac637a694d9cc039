// In which order is the page read?
//
//   Layout layout = FindReadingOrder(std::move(document), lexicon);
//
// Columns are decided for the page as a whole from gutters, ink, alignment and drawn lines;
// full-width bands cut the columns; a narrow left column whose lines stand beside the lines of the
// next one is a gutter of labels, not a column of its own.
#ifndef ATSMATCH_PARSER_LAYOUT_READING_ORDER_H_
#define ATSMATCH_PARSER_LAYOUT_READING_ORDER_H_

#include "parser/document.h"
#include "parser/layout/line.h"

namespace atsmatch {

class Lexicon;

Layout FindReadingOrder(Document document, const Lexicon& lexicon);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_LAYOUT_READING_ORDER_H_
