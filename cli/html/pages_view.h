// The pages of a résumé with what was read drawn on them, the fields, and the posting.
#ifndef ATSMATCH_CLI_HTML_PAGES_VIEW_H_
#define ATSMATCH_CLI_HTML_PAGES_VIEW_H_

#include <cstddef>
#include <string>
#include <vector>

#include "cli/html/view.h"
#include "cli/reading_record.h"

namespace atsmatch {

// A box of a page as it is drawn: the order of these is the order in the file.
struct PageBox {
  size_t id = 0;      // unique in the report
  std::string kind;   // "field", "heading", "match", "evidence", "hidden", "warning"
  std::string part;   // class of its colour
  std::string label;  // empty: a further line of the box before
  std::string value;
  bool stop = false;  // of the Tab key
  int percent = -1;   // certainty; -1: none
  RecordBox box;
};
std::vector<PageBox> BoxesOfPages(const RecordReading& reading);

// Where the boxes stand, in percent of their page: "#b7{left:10%;...}".
std::string BoxPlaces(const RecordReading& reading);

void PutPages(const RecordReading& reading, View* view);
void PutFields(const RecordReading& reading, View* view);
void PutPosting(const RecordReading& reading, View* view);

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_HTML_PAGES_VIEW_H_
