// The entries of a section: positions, degrees, projects.
//
// The entries of a section share one layout, so it is decided from all of them together: how many
// lines stand before the line with the dates, what the first line of an entry looks like, how large
// the gap between two entries is.  Line by line, the same words are a title here and a bullet
// there.
#ifndef ATSMATCH_PARSER_SECTIONS_ENTRIES_H_
#define ATSMATCH_PARSER_SECTIONS_ENTRIES_H_

#include <string_view>
#include <vector>

#include "parser/document.h"
#include "parser/layout/line.h"
#include "parser/sections/field_labels.h"

namespace atsmatch {

class Lexicon;

struct Entry {
  // Indices into Layout::lines, ascending; running headers are left out.
  std::vector<size_t> head;   // lines that name it: title, employer, dates, place
  std::vector<size_t> body;   // what is said of it
  std::vector<size_t> tails;  // of `head`: those that only go on with a cell of the line above
  bool dated = false;         // a date stands in its head
  std::vector<LabelledLine> labelled;  // of `head`: lines of a form
};

struct EntryOptions {
  // A single date makes an entry as well as a range does (degrees, projects).
  bool single_dates = false;
};

// From the first of its lines to behind the last.
IndexRange LinesOf(const Entry& entry);

// A degree and a school, a title and an employer: two things, however close their lines stand.
bool NameDifferentThings(std::string_view a, std::string_view b, const Lexicon& lexicon);

// `ranges`: the lines of all sections of the kind, in reading order.
std::vector<Entry> FindEntries(const Document& document, const std::vector<Line>& lines,
                               const std::vector<IndexRange>& ranges, const Lexicon& lexicon,
                               const EntryOptions& options);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_SECTIONS_ENTRIES_H_
