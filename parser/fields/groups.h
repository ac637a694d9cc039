// Lists of named groups, as skills and interests are written.
//
//   "Systems: Epic, Pyxis"            // a group and its keywords on one line, in two cells or in
//   two looks "Systems" above "Epic" "Pyxis"    // a heading of its own look above its keywords
//   "Epic • Pyxis • Cerner"           // no groups: each is a group without keywords
//
// The form is decided for all the lines together.
#ifndef ATSMATCH_PARSER_FIELDS_GROUPS_H_
#define ATSMATCH_PARSER_FIELDS_GROUPS_H_

#include <vector>

#include "parser/fields/fields.h"
#include "parser/fields/pieces.h"

namespace atsmatch {

struct Group {
  Piece name;   // empty: keywords without a name
  Piece level;  // "Expert", "4/5"
  std::vector<Piece> keywords;
  const char* rule = "";
  double confidence = 0;
};

std::vector<Group> FindGroups(const FieldContext& context, const std::vector<size_t>& sections);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_FIELDS_GROUPS_H_
