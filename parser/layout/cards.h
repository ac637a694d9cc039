// Cards: boxes of one look, drawn around or painted under an entry each, that keep their text
// together however the page is divided otherwise.
#ifndef ATSMATCH_PARSER_LAYOUT_CARDS_H_
#define ATSMATCH_PARSER_LAYOUT_CARDS_H_

#include <vector>

#include "parser/layout/gutter.h"

namespace atsmatch {

// The fragments of the region in bands from top to bottom, a band being the text between cards or
// the cards that stand side by side, from left to right.  Empty: there are no cards, or text stands
// beside them, as beside the panels of a sidebar.
std::vector<std::vector<FragmentList>> FindCardBands(const PageContext& page,
                                                     const FragmentList& region);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_LAYOUT_CARDS_H_
