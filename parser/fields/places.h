// Where the person lives: the address among the contact details.
//
//   ParsePlace("2217 Kinney Ave Apt 6, Austin, TX 78704, USA")   // address, city, region, postal
//   code, country ParsePlace("37077 Göttingen")                                // postal code, city
#ifndef ATSMATCH_PARSER_FIELDS_PLACES_H_
#define ATSMATCH_PARSER_FIELDS_PLACES_H_

#include <vector>

#include "parser/fields/contact_lines.h"
#include "parser/resume.h"

namespace atsmatch {

struct PlaceGuess {
  Location location;
  double score = 0;  // of the clues; under kPlaceScore it is no place
};
constexpr double kPlaceScore = 2.5;

PlaceGuess ParsePlace(const Lexicon& lexicon, const WordText& text);
// A place of a known city and nothing but: "Leipzig (DE)".
bool NamesKnownCity(const Lexicon& lexicon, const WordText& text);
// The best address of the pieces; `taken`: the name and the label, whose words are no places.
Location FindLocation(const FieldContext& context, std::vector<ContactPiece> pieces,
                      const std::vector<const Text*>& taken);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_FIELDS_PLACES_H_
