// A ranking as CSV (RFC 4180), safe to open in a spreadsheet: a cell that a spreadsheet would take
// for a formula (= + - @ tab, carriage return at its beginning) gets an apostrophe before it.
#ifndef ATSMATCH_CLI_CSV_H_
#define ATSMATCH_CLI_CSV_H_

#include <string>
#include <string_view>

#include "cli/ranking.h"

namespace atsmatch {

std::string CsvHeader();
std::string CsvLine(const RankRow& row, size_t rank);  // rank 0: of an error
std::string CsvCell(std::string_view text);

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_CSV_H_
