// Every field that was read of a résumé, with its name for people and the boxes of its words.
#ifndef ATSMATCH_CLI_FIELDS_RECORD_H_
#define ATSMATCH_CLI_FIELDS_RECORD_H_

#include <vector>

#include "cli/reading_record.h"
#include "parser/document.h"
#include "parser/parse.h"

namespace atsmatch {

// In the order of JSON Resume: basics, work, education ...
std::vector<RecordField> FieldsOf(const ParsedResume& resume);

// One box for each row of the page that the words stand in.
std::vector<RecordBox> BoxesOf(const Document& document, IndexRange words);

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_FIELDS_RECORD_H_
