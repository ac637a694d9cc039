#include "matcher/posting/split.h"

#include <gtest/gtest.h>

#include "tests/case_file.h"
#include "tests/matcher/posting/read_posting.h"

namespace atsmatch {
namespace {

// Units joined by " | "; headings in [brackets].
std::string Shown(const std::string& text) {
  std::string shown;
  for (const PostingUnit& unit : SplitPosting(text, BuiltInTaxonomy(), PostingRules::Get())) {
    const std::string words = text.substr(unit.text.begin, unit.text.size());
    if (!shown.empty()) shown += " | ";
    shown += unit.heading ? "[" + words + "]" : words;
  }
  return shown;
}

TEST(SplitPosting, CutsWhereOneThingEnds) {
  for (const CaseLine& line : ReadCases("posting_units.tsv", 2))
    EXPECT_EQ(Shown(line.columns[0]), line.columns[1]) << line.where;
}

TEST(SplitPosting, CutsTextThatHasNoEnd) {
  const std::string text(10000, 'a');
  for (const PostingUnit& unit : SplitPosting(text, BuiltInTaxonomy(), PostingRules::Get()))
    EXPECT_LT(unit.text.size(), 3000u);
}

}  // namespace
}  // namespace atsmatch
