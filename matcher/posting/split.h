// Where does one thing that a posting says end and the next begin?
//
//   SplitPosting("ResponsibilitiesLead the team.Manage budgetsBenefitsDental", taxonomy,
//                rules)
//   // heading "Responsibilities", "Lead the team.", "Manage budgets", heading "Benefits", "Dental"
//
// Many postings come flattened: their line breaks are gone, and a heading, a bullet or a sentence
// follows the one before with nothing or one space between.  A boundary is seen in a sentence's
// end, in a capital after a small letter, in a known heading and in words that begin a line in most
// postings.
#ifndef ATSMATCH_MATCHER_POSTING_SPLIT_H_
#define ATSMATCH_MATCHER_POSTING_SPLIT_H_

#include <optional>
#include <string_view>
#include <vector>

#include "matcher/posting/posting.h"
#include "matcher/posting/rules.h"

namespace atsmatch {

class Taxonomy;

struct PostingUnit {
  IndexRange text;  // bytes, without bullet and spaces; of a heading without its colon
  std::optional<PostingPartKind> heading;  // set: it opens a part and says nothing else
  bool bullet = false;                     // a bullet stood before it
  bool own_line = false;                   // it is all of its line
  bool label = false;        // heading: something follows it on its line ("Location: Leeds")
  bool sub_heading = false;  // ends with a colon, opens no known part ("For example:")
  size_t line = 0;           // number of its line
};

std::vector<PostingUnit> SplitPosting(std::string_view text, const Taxonomy& taxonomy,
                                      const PostingRules& rules);

}  // namespace atsmatch

#endif  // ATSMATCH_MATCHER_POSTING_SPLIT_H_
