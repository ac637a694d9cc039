// Tables that are drawn: rows between rules, cells between walls.
//
// A row of a drawn table is one line, whatever the heights of its cells; a cell that holds a list
// or a paragraph follows it.
#ifndef ATSMATCH_PARSER_LAYOUT_TABLES_H_
#define ATSMATCH_PARSER_LAYOUT_TABLES_H_

#include <vector>

#include "parser/layout/gutter.h"
#include "parser/layout/line_draft.h"

namespace atsmatch {

// Tables of three columns and more on the page; two columns are names and values, which any layout
// of labels is read as.
std::vector<DrawnTable> FindDrawnTables(const Document& document, int page);

// The table that all fragments stand in; nullptr: there is none.
const DrawnTable* TableOf(const PageContext& page, const FragmentList& list);

// The lines of a table's fragments, row by row.
std::vector<LineDraft> DraftTable(const PageContext& page, const DrawnTable& table,
                                  const FragmentList& list);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_LAYOUT_TABLES_H_
