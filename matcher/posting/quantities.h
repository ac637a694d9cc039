// Amounts and papers in one sentence of a posting: years, degrees, licences, languages.
//
//   FindYears("at least 3-5 years' experience", rules)   // min 3, max 5
//   FindDegree("Bachelor's in Finance or equivalent experience", rules)   // level, fields,
//   or_equivalent
#ifndef ATSMATCH_MATCHER_POSTING_QUANTITIES_H_
#define ATSMATCH_MATCHER_POSTING_QUANTITIES_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "matcher/posting/rules.h"
#include "parser/document.h"

namespace atsmatch {

struct YearsAsked {
  IndexRange words;  // bytes of the text searched: "at least 3-5 years"
  double min = 0;    // years; 0: "up to 3 years"
  double max = 0;    // 0: open
};
// Years (or months) of experience.  Ages, contracts, deadlines and a firm's history are none.
std::optional<YearsAsked> FindYears(std::string_view text, const PostingRules& rules);

struct DegreeAsked {
  IndexRange words;                 // from the first degree to the end of the last
  int level = 0;                    // the lowest of those that would do, as LexiconTable::kDegrees
  bool or_equivalent = false;       // experience may stand in
  std::vector<std::string> fields;  // "Finance", "Accounting"; without "or a related field"
};
std::optional<DegreeAsked> FindDegree(std::string_view text, const PostingRules& rules);

// 4 -> "bachelor" and back: the words of corpora/posting/degrees.tsv; empty and 0 where there is
// none.
std::string_view DegreeWord(int level);
int DegreeLevel(std::string_view word);

}  // namespace atsmatch

#endif  // ATSMATCH_MATCHER_POSTING_QUANTITIES_H_
