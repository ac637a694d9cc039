// What an entry says below its head: a summary, highlights, and the labelled lines among them.
#ifndef ATSMATCH_PARSER_FIELDS_BODY_H_
#define ATSMATCH_PARSER_FIELDS_BODY_H_

#include <vector>

#include "parser/fields/fields.h"
#include "parser/fields/pieces.h"
#include "parser/sections/entries.h"

namespace atsmatch {

struct BodyItem {
  WordText text;  // wrapped lines joined
  bool bullet = false;
  std::string field;   // what its label says it is: "responsibilities" ...; empty: no label
  bool prose = false;  // more than a few words
};

// One item a bullet or paragraph.
std::vector<BodyItem> FindBodyItems(const FieldContext& context, const std::vector<size_t>& lines);

struct EntryBody {
  Text summary;
  std::vector<Text> highlights;
  std::vector<Text> keywords;  // "Technologies: a, b"
  std::vector<Text> courses;
  std::vector<Piece> urls;
  Text place;  // a line that is nothing but a place
};

EntryBody ReadBody(const FieldContext& context, const std::vector<size_t>& lines);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_FIELDS_BODY_H_
