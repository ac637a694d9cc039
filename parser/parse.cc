#include "parser/parse.h"

#include <utility>

#include "parser/facts/checks.h"
#include "parser/fields/fields.h"
#include "parser/layout/reading_order.h"
#include "parser/read/reader.h"
#include "parser/sections/run_in_headings.h"

namespace atsmatch {

Result<ParsedResume> ParseResume(std::string_view bytes, const Lexicon& lexicon,
                                 const ParseOptions& options) {
  Result<Document> read = ReadDocument(bytes, options.limits);
  if (!read.ok()) return read.error();
  Layout layout = FindReadingOrder(std::move(read).value(), lexicon);
  CutRunInHeadings(lexicon, &layout);
  std::vector<Section> sections = FindSections(layout, lexicon);

  ParsedResume parsed;
  parsed.warnings = layout.document.warnings;
  parsed.warnings.insert(parsed.warnings.end(), layout.warnings.begin(), layout.warnings.end());
  parsed.resume = ReadFields({layout.document, layout.lines, sections, lexicon, options.region},
                             &parsed.warnings);
  parsed.document = std::move(layout.document);
  parsed.lines = std::move(layout.lines);
  parsed.sections = std::move(sections);
  if (options.as_of.year != 0) parsed.facts = FindFacts(parsed, lexicon, options.as_of);
  if (options.check) {
    parsed.naive_reading = NaiveReadingDifference(parsed, lexicon, options.region);
    parsed.checks = FindChecks(parsed, lexicon, options.as_of);
  }
  return parsed;
}

}  // namespace atsmatch
