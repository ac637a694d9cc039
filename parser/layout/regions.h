// A page as a tree: bands from top to bottom, columns from left to right, regions at the leaves.
#ifndef ATSMATCH_PARSER_LAYOUT_REGIONS_H_
#define ATSMATCH_PARSER_LAYOUT_REGIONS_H_

#include <vector>

#include "parser/layout/gutter.h"

namespace atsmatch {

struct RegionTree {
  enum class Kind { kRegion, kBands, kColumns };
  Kind kind = Kind::kRegion;
  std::vector<RegionTree> children;  // of bands and columns, in reading order
  FragmentList fragments;            // all, of the children too
  Box box;
  int page = 0;
  bool joined = false;  // its lines go on with those of the region that is read before it
};

// The gutters between tall columns of the page.
std::vector<Box> FindTallGutters(const PageContext& page, const RegionTree& tree);

RegionTree FindRegions(const PageContext& page, const FragmentList& fragments);

// The regions of all pages in reading order.  A column that goes on on the next page is read to its
// end before the column beside it, so that no section is cut by a sidebar.
std::vector<const RegionTree*> ReadingOrder(const std::vector<PageContext>& pages,
                                            const std::vector<RegionTree>& trees);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_LAYOUT_REGIONS_H_
