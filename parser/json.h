// A parsed résumé as JSON Resume 1.x with the extension object meta.atsmatch.
//
//   std::string json = ToJsonResume(parsed, {.pretty = true});
//
// Dates are YYYY[-MM[-DD]], a current position has no endDate, every URL has a scheme.  The
// extension holds warnings, sections, provenance by JSON Pointer (page, box, rule, confidence) and
// the versions that made it; with ParseOptions::as_of also `facts` (facts/facts.h), with
// ParseOptions::check `checks` and `naiveReading` (facts/checks.h, naive_reading.h).
#ifndef ATSMATCH_PARSER_JSON_H_
#define ATSMATCH_PARSER_JSON_H_

#include <string>

#include "parser/parse.h"

namespace atsmatch {

struct JsonOptions {
  bool pretty = true;
  bool provenance = true;
  std::string file;  // as named by the caller; may be empty
  std::string lexicon_fingerprint;
  bool sandbox = true;  // false: the output says that the reader was not confined
};

std::string ToJsonResume(const ParsedResume& parsed, const JsonOptions& options);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_JSON_H_
