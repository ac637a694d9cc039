// Places by their words: what of a text is a city, a region or a country.
#ifndef ATSMATCH_PARSER_TEXT_PLACE_WORDS_H_
#define ATSMATCH_PARSER_TEXT_PLACE_WORDS_H_

#include <string_view>

#include "parser/document.h"

namespace atsmatch {

class Lexicon;

// A city, region, country or two-letter code, alone: "Leeds", "TX 78701".
bool IsKnownPlacePart(std::string_view part, const Lexicon& lexicon);

// The bytes of a known city with its region, "Austin, TX" in "Acme Ltd Austin, TX Cook"; empty:
// none.
IndexRange FindCityWithRegion(std::string_view text, const Lexicon& lexicon);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_TEXT_PLACE_WORDS_H_
