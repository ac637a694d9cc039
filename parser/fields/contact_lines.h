// The lines in which a résumé says who it is about and how to reach them, and how far to trust
// them.
#ifndef ATSMATCH_PARSER_FIELDS_CONTACT_LINES_H_
#define ATSMATCH_PARSER_FIELDS_CONTACT_LINES_H_

#include <string>
#include <vector>

#include "parser/fields/fields.h"
#include "parser/fields/pieces.h"

namespace atsmatch {

enum class Trust : uint8_t {
  kLow,     // any other section
  kMedium,  // a summary or a section of an unknown kind
  kHigh,    // the header, a contact block, personal details, a running header
};

struct ContactLine {
  size_t line = 0;  // index into FieldContext::lines
  Trust trust = Trust::kLow;
  SectionKind kind = SectionKind::kOther;
  bool running = false;
  WordText text;
};

// In reading order; references are left out, for they name other people.
std::vector<ContactLine> FindContactLines(const FieldContext& context);

// A stretch of a contact line between separators, without e-mails, phones and web addresses.
struct ContactPiece {
  WordText text;
  size_t line = 0;  // index into FieldContext::lines
  Trust trust = Trust::kLow;
  Icon icon = Icon::kNone;
  bool near_address = false;  // an e-mail, phone or web address stands on its line or the next
  std::string label;          // of a contact label in front: "email", "address" ...; empty: none
};
std::vector<ContactPiece> FindContactPieces(const FieldContext& context,
                                            const std::vector<ContactLine>& lines);

// Letters and digits only, folded: for comparing names with addresses.
std::string FoldToLetters(std::string_view text);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_FIELDS_CONTACT_LINES_H_
