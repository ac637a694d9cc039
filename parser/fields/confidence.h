// How often is a field right that was found like this one?
//
//   Calibrate(&resume);   // each known field: 0.85, the rule's own score -> 0.94, the share that
//   is right
//
// A rule scores what it finds by its own lights; the scores of two rules cannot be compared.  The
// table corpora/confidence.tsv, fitted by benchmarks/calibrate.py, says for each group of fields,
// rule, score, and wholeness of the entry what share was right.  What the table has not seen takes
// the share of the whole that it is a part of: rule, then wholeness, then group.  The rule's score
// stays in Evidence::weight.
#ifndef ATSMATCH_PARSER_FIELDS_CONFIDENCE_H_
#define ATSMATCH_PARSER_FIELDS_CONFIDENCE_H_

#include "parser/resume.h"

namespace atsmatch {

// Of all known fields: 0.01..0.99, so that what is known stays known and nothing is certain.
void Calibrate(Resume* resume);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_FIELDS_CONFIDENCE_H_
