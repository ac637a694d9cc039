// Which number of "10/1/2021" is the month?  One date does not say; those of a document do.
#ifndef ATSMATCH_PARSER_FIELDS_DATE_ORDER_H_
#define ATSMATCH_PARSER_FIELDS_DATE_ORDER_H_

#include "parser/document.h"
#include "parser/resume.h"

namespace atsmatch {

// Dates were read with the day first.  Where a second number is no month, or where most of them are
// 1 and the first ones differ ("11/1/2016", "3/1/2022": the first of a month, as programs print a
// month without a day), the months stand first.
void TurnMonthsFirst(const Document& document, Resume* resume);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_FIELDS_DATE_ORDER_H_
