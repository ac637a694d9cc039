// Positions: what work and volunteer entries have in common.
//
//   Charge Nurse, ICU            2020-03 – today
//   Barton Creek Medical Center, Austin, TX
#ifndef ATSMATCH_PARSER_FIELDS_POSITION_H_
#define ATSMATCH_PARSER_FIELDS_POSITION_H_

#include <cstdint>
#include <vector>

#include "parser/fields/body.h"
#include "parser/fields/fields.h"
#include "parser/fields/head.h"

namespace atsmatch {

struct Position {
  Text title, employer, place, url;
  EntryDates dates;
  EntryBody body;
  IndexRange lines;
};

// What most positions of the résumé name first, for sections that do not tell by themselves.
enum class PositionOrder : uint8_t { kUnknown, kTitleFirst, kEmployerFirst };

// All entries of the sections, their layout decided from all of them together.
std::vector<Position> ReadPositions(const FieldContext& context,
                                    const std::vector<size_t>& sections,
                                    PositionOrder order = PositionOrder::kUnknown);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_FIELDS_POSITION_H_
