// Headings that their text follows on the same line: "Languages: Welsh, English".
#ifndef ATSMATCH_PARSER_SECTIONS_RUN_IN_HEADINGS_H_
#define ATSMATCH_PARSER_SECTIONS_RUN_IN_HEADINGS_H_

#include "parser/layout/line.h"

namespace atsmatch {

class Lexicon;

// Makes each of them a line of its own (Line::run_in).  "Skills: Go" under each of three positions
// is none, nor are the groups of a section of skills.
void CutRunInHeadings(const Lexicon& lexicon, Layout* layout);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_SECTIONS_RUN_IN_HEADINGS_H_
