// Spoken languages and how well: "English (native)", "Deutsch – B2", "Fluent in French".
#ifndef ATSMATCH_PARSER_FIELDS_LANGUAGES_H_
#define ATSMATCH_PARSER_FIELDS_LANGUAGES_H_

#include "parser/fields/fields.h"
#include "parser/fields/pieces.h"

namespace atsmatch {

// Adds the languages that the text names, each with what is said of it; false: it names none.
// `words` is the evidence where the text has no spans.
bool AddLanguages(const FieldContext& context, const WordText& text, IndexRange words,
                  Resume* resume);

// False for "Languages" above "Go, Python": those are skills.
bool NamesHumanLanguages(const FieldContext& context, const Section& section);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_FIELDS_LANGUAGES_H_
