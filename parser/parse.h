// From bytes to a résumé, all steps in order.
//
//   Lexicon lexicon = Lexicon::BuiltIn();
//   Result<ParsedResume> parsed = ParseResume(bytes, lexicon, {});
//   if (parsed.ok()) std::cout << parsed.value().resume.basics.name.value;
#ifndef ATSMATCH_PARSER_PARSE_H_
#define ATSMATCH_PARSER_PARSE_H_

#include <optional>
#include <string_view>
#include <vector>

#include "parser/document.h"
#include "parser/facts/facts.h"
#include "parser/layout/line.h"
#include "parser/naive_reading.h"
#include "parser/result.h"
#include "parser/resume.h"
#include "parser/sections/section.h"

namespace atsmatch {

class Lexicon;

// Beyond these a document is an Error of kind kTooLarge.
struct ReadLimits {
  size_t max_bytes = 32u << 20;
  int max_pages = 60;
  size_t max_words = 60000;
};

struct ParseOptions {
  ReadLimits limits;
  std::string region;  // ISO 3166-1 alpha-2 of phone numbers and dates without one; may be empty
  Date as_of;          // "today" for what follows from dates; year 0: no facts are asked for
  bool check = false;  // look for what trips other systems as well; needs `as_of`
};

// Everything that later steps need: each value points into the one above it.
struct ParsedResume {
  Document document;              // in reading order
  std::vector<Line> lines;        // ranges of document.words
  std::vector<Section> sections;  // ranges of lines
  Resume resume;                  // evidence: ranges of document.words
  std::vector<Warning> warnings;
  std::optional<Facts> facts;  // with ParseOptions::as_of
  // With ParseOptions::check (facts/checks.h, naive_reading.h).
  std::optional<ReadingDifference> naive_reading;
  std::optional<std::vector<Warning>> checks;
};

Result<ParsedResume> ParseResume(std::string_view bytes, const Lexicon& lexicon,
                                 const ParseOptions& options);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_PARSE_H_
