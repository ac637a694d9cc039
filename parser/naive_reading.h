// What would a reader have got that knows no columns?
//
//   ReadingDifference difference = NaiveReadingDifference(parsed, lexicon, "");
//   difference.lost   // 7 fields of 42
//
// The words are put together again row by row, straight across the page, as text extractors do that
// go by height alone; then the same sections and fields are looked for.  What is lost or different
// shows what the layout costs, whichever system reads it: no product is imitated.
#ifndef ATSMATCH_PARSER_NAIVE_READING_H_
#define ATSMATCH_PARSER_NAIVE_READING_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "parser/document.h"
#include "parser/layout/line.h"

namespace atsmatch {

class Lexicon;
struct ParsedResume;

struct ReadingDifference {
  struct Example {
    std::string pointer;  // JSON Pointer into the résumé as it was really read
    std::string value;
    std::string instead;  // what the naive reading has there; empty: nothing
  };
  size_t fields = 0;              // of the résumé as it was really read
  size_t lost = 0, changed = 0;   // of them
  size_t invented = 0;            // fields of the naive reading alone
  std::vector<Example> examples;  // at most kMostExamples, in the order of the résumé
};
constexpr size_t kMostExamples = 10;

// Rows from top to bottom, each straight across the page.
Layout ReadAcross(Document document, const Lexicon& lexicon);

ReadingDifference NaiveReadingDifference(const ParsedResume& parsed, const Lexicon& lexicon,
                                         std::string_view region);

// Of two résumés in JSON Resume; the extension object aside.  Entries of a list are compared with
// the entry that shares most with them, wherever it stands.  Text that is no JSON counts as no
// fields.
ReadingDifference CompareJsonResumes(std::string_view really, std::string_view naively);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_NAIVE_READING_H_
