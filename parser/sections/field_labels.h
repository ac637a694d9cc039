// Lines of a form: "Employer: Acme Ltd", or "Employer" in one cell and "Acme Ltd" in the next.
#ifndef ATSMATCH_PARSER_SECTIONS_FIELD_LABELS_H_
#define ATSMATCH_PARSER_SECTIONS_FIELD_LABELS_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parser/document.h"
#include "parser/layout/line.h"

namespace atsmatch {

class Lexicon;

struct LabelledLine {
  size_t line = 0;    // index into Layout::lines
  std::string field;  // "employer", "dates" ... as in corpora/lexicons/*/field_labels.tsv
  IndexRange value;   // the words behind the label; empty for a label that stands alone in a margin
};

// nullopt: the line does not start with a label that is known.
std::optional<LabelledLine> FindFieldLabel(const Document& document, const std::vector<Line>& lines,
                                           size_t line, const Lexicon& lexicon);

// Does the field name an entry (who, what, when, where), rather than tell about it?
bool IsFieldOfHead(std::string_view field);

// Terms of an employment that say nothing of the work: hours, pay, whom to ask, why it ended.
bool IsFieldOfTerms(std::string_view field);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_SECTIONS_FIELD_LABELS_H_
