// Publications as scholars cite them: authors, title, where it appeared.
//
//   Hartwell I., Okafor T. (2019). Paid in Salt. Past & Harbour, 12(3): 45–61.
//   -> authors "Hartwell I., Okafor T.", 2019, title "Paid in Salt", venue "Past & Harbour",
//      rest "12(3): 45–61"
#ifndef ATSMATCH_PARSER_FIELDS_CITATIONS_H_
#define ATSMATCH_PARSER_FIELDS_CITATIONS_H_

#include <optional>
#include <string_view>

#include "parser/document.h"

namespace atsmatch {

// Ranges of bytes in the text that was cited; empty where there is none.
struct Citation {
  IndexRange authors, year, title, venue, rest;
};

// nullopt: the text does not begin with authors, each with initials.  `title_end`: where the look
// changes behind the title, 0 where it does not.
std::optional<Citation> ReadCitation(std::string_view text, size_t title_end);

// Where the authors at the start of the text end; 0: it does not begin with authors.
size_t EndOfAuthors(std::string_view text);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_FIELDS_CITATIONS_H_
