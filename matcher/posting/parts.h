// Which part of the posting does each unit belong to?
#ifndef ATSMATCH_MATCHER_POSTING_PARTS_H_
#define ATSMATCH_MATCHER_POSTING_PARTS_H_

#include <string_view>
#include <vector>

#include "matcher/posting/posting.h"
#include "matcher/posting/rules.h"
#include "matcher/posting/split.h"

namespace atsmatch {

struct ClassifiedUnit {
  PostingUnit unit;
  PostingPartKind kind = PostingPartKind::kOther;
  Cues cues;
  bool under_heading = false;  // a heading says the kind, not the words of the unit alone
};

// The kind of every unit: what the heading above it says, unless its own words say otherwise.
// Without a heading its words decide.
std::vector<ClassifiedUnit> ClassifyUnits(std::string_view text,
                                          const std::vector<PostingUnit>& units,
                                          const PostingRules& rules);

// Units of one kind that follow each other are one part.
std::vector<PostingPart> JoinParts(const std::vector<ClassifiedUnit>& units, size_t text_size);

}  // namespace atsmatch

#endif  // ATSMATCH_MATCHER_POSTING_PARTS_H_
