// Which piece of an entry's head is what, decided for the section as a whole.
//
// Pieces that stand in the same place and look the same have the same role in every entry.  Each
// piece has a likelihood for each role from its words; the assignment of places to roles that
// explains all entries best wins.  One entry's odd words ("Apple" the employer, "Partner" the
// title) are outvoted by its siblings.
#ifndef ATSMATCH_PARSER_FIELDS_ROLES_H_
#define ATSMATCH_PARSER_FIELDS_ROLES_H_

#include <array>
#include <string>
#include <vector>

#include "parser/fields/head.h"

namespace atsmatch {

constexpr size_t kMaxRoles = 6;

struct RolePiece {
  std::string place;                       // pieces with the same place share a role
  std::array<double, kMaxRoles> scores{};  // by role: how well its words fit; 0 says nothing
};

struct RoleRules {
  size_t count = 0;                        // roles 0..count-1; the last one is "something else"
  std::array<double, kMaxRoles> wanted{};  // bonus for an entry that has the role once
  double twice = -3;                       // for each further piece of one role in an entry
};

// The role of each piece of each entry.
std::vector<std::vector<size_t>> AssignRoles(const std::vector<std::vector<RolePiece>>& entries,
                                             const RoleRules& rules, double* total = nullptr);

// Where a piece stands and what it looks like, for RolePiece::place: one string for each piece of
// the head; pieces of one entry never share one.
std::vector<std::string> PlacesOf(const std::vector<HeadPiece>& pieces);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_FIELDS_ROLES_H_
