// What a line looks like: the members of Line that follow from its words, its region and what is
// drawn around it.
#ifndef ATSMATCH_PARSER_LAYOUT_LINE_LOOK_H_
#define ATSMATCH_PARSER_LAYOUT_LINE_LOOK_H_

#include <vector>

#include "parser/layout/line.h"

namespace atsmatch {

// `lines` have their page, words, cells, label, bullet, role, region and region_box; the rest is
// filled in here.
void DescribeLines(const Document& document, std::vector<Line>* lines);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_LAYOUT_LINE_LOOK_H_
