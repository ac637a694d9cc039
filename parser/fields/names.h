// Whose résumé is it, and what do they call themselves?
//
// Every line of the first page is a candidate; clues with names and weights (type size, place on
// the page, the e-mail address ...) decide, and the largest line wins only if they agree.
#ifndef ATSMATCH_PARSER_FIELDS_NAMES_H_
#define ATSMATCH_PARSER_FIELDS_NAMES_H_

#include <string>
#include <vector>

#include "parser/fields/contact_lines.h"
#include "parser/resume.h"

namespace atsmatch {

struct NameFinding {
  Text name, label;
  std::vector<size_t> name_lines, label_lines;  // indices into FieldContext::lines
};

// `handles`: the e-mail's local part, user names and hosts, for comparison.
NameFinding FindName(const FieldContext& context, const std::vector<ContactLine>& lines,
                     const std::vector<std::string>& handles);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_FIELDS_NAMES_H_
