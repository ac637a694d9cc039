// Bullets that are drawn and not set: browsers paint the marker of a list item as a small filled
// shape, so that the text layer has none.
#ifndef ATSMATCH_PARSER_LAYOUT_DRAWN_BULLETS_H_
#define ATSMATCH_PARSER_LAYOUT_DRAWN_BULLETS_H_

#include <vector>

#include "parser/layout/line.h"

namespace atsmatch {

// Sets Line::bullet.  The lines have their look (see line_look.h).
void FindDrawnBullets(const Document& document, std::vector<Line>* lines);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_LAYOUT_DRAWN_BULLETS_H_
