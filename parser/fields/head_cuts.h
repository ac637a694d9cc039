// Cuts of an entry's head that nothing but the words show, for sections that set nothing apart.
//
//   "Finance Manager Acme Ltd"          -> "Finance Manager" | "Acme Ltd"
//   "Acme Ltd Austin, TX Cook"          -> "Acme Ltd" | "Austin, TX" | "Cook"
#ifndef ATSMATCH_PARSER_FIELDS_HEAD_CUTS_H_
#define ATSMATCH_PARSER_FIELDS_HEAD_CUTS_H_

#include <vector>

#include "parser/fields/head.h"

namespace atsmatch {

class Lexicon;

// Around a known city with its region, unless it is the end of a list with commas.  One piece: no
// cut.
std::vector<HeadPiece> CutAroundPlace(const HeadPiece& piece, const Lexicon& lexicon);

// Between a title and an employer, whichever is first.  One piece: no cut.
std::vector<HeadPiece> CutTitleFromEmployer(const HeadPiece& piece, const Lexicon& lexicon);

// Cuts [0, at) and [at, end) of the piece.
std::vector<HeadPiece> CutPieceAt(const HeadPiece& piece, const std::vector<size_t>& places);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_FIELDS_HEAD_CUTS_H_
