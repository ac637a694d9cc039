#include "parser/layout/regions.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

#include "parser/layout/cards.h"
#include "parser/layout/tables.h"

namespace atsmatch {
namespace {

constexpr double kTallColumn = 0.35;  // of the page's height
constexpr int kDeepest = 12;
constexpr double kSameColumn = 12;     // points that a column may shift from page to page
constexpr double kEqualColumns = 0.8;  // narrower to wider: text flows from column to column

class RegionFinder {
 public:
  explicit RegionFinder(const PageContext& page) : page_(page) {}

  RegionTree Split(FragmentList list, int depth, bool in_grid = false) const {
    RegionTree tree;
    tree.page = page_.page;
    tree.box = BoxOf(page_.fragments, list);
    if (depth == 0 && SplitAtCards(list, &tree)) return tree;
    if (depth < kDeepest && SplitAtTable(list, depth, &tree)) return tree;
    std::optional<Gutter> gutter;
    if (depth < kDeepest && list.size() > 3) gutter = FindColumnGutter(page_, list, in_grid);
    if (gutter) {
      tree = SplitAt(*gutter, list, depth);
    }
    tree.page = page_.page;
    tree.box = BoxOf(page_.fragments, list);
    tree.fragments = std::move(list);
    return tree;
  }

 private:
  // What stands above and below a drawn table, and the table as a region of its own.
  bool SplitAtTable(const FragmentList& list, int depth, RegionTree* tree) const {
    if (page_.tables.empty()) return false;
    if (TableOf(page_, list) != nullptr) {
      tree->fragments = list;
      return true;
    }
    for (const DrawnTable& table : page_.tables) {
      FragmentList parts[3];  // above, inside, below
      bool beside = false;
      for (const int index : list) {
        const Box& box = page_.fragments[index].box;
        const double middle = (box.y0 + box.y1) / 2;
        const size_t part = middle < table.box.y0 ? 0 : middle > table.box.y1 ? 2 : 1;
        beside = beside || (part == 1 && TableOf(page_, {index}) != &table);
        parts[part].push_back(index);
      }
      if (beside || parts[1].empty()) continue;
      tree->kind = RegionTree::Kind::kBands;
      for (const FragmentList& part : parts) {
        if (!part.empty()) tree->children.push_back(Split(part, depth + 1));
      }
      tree->fragments = list;
      return true;
    }
    return false;
  }

  bool SplitAtCards(const FragmentList& list, RegionTree* tree) const {
    std::vector<std::vector<FragmentList>> bands = FindCardBands(page_, list);
    if (bands.empty()) return false;
    tree->kind = RegionTree::Kind::kBands;
    const bool one_by_one =
        std::all_of(bands.begin(), bands.end(), [](const auto& band) { return band.size() == 1; });
    for (std::vector<FragmentList>& band : bands) {
      for (FragmentList& card : band) {
        const bool whole_before =
            !tree->children.empty() && tree->children.back().kind == RegionTree::Kind::kRegion;
        tree->children.push_back(Split(std::move(card), 1));
        RegionTree& added = tree->children.back();
        added.joined = one_by_one && whole_before && added.kind == RegionTree::Kind::kRegion;
      }
    }
    tree->fragments = list;
    return true;
  }

  // "Languages" and "Interests" in the row above the columns are the headings of the two.
  void TakeHeadings(FragmentList* above, Gutter* gutter) const {
    const std::vector<Row> rows = FindRows(page_.fragments, *above);
    if (rows.empty() || rows.back().fragments.size() < 2) return;
    const FragmentList& row = rows.back().fragments;
    const Fragment& first = page_.fragments[row.front()];
    size_t left = 0, known = 0;
    for (const int index : row) {
      const Fragment& fragment = page_.fragments[index];
      const bool alike = fragment.font == first.font && fragment.bold == first.bold &&
                         std::abs(fragment.size - first.size) < 0.1 * first.size;
      const bool on_left = fragment.box.x0 < gutter->x0;
      if (!alike || (on_left && fragment.box.x1 > gutter->x1)) return;
      left += on_left ? 1 : 0;
      known += fragment.heading ? 1 : 0;
    }
    if (left == 0 || left == row.size() || 2 * known < row.size()) return;
    for (const int index : row) {
      FragmentList& side =
          page_.fragments[index].box.x0 < gutter->x0 ? gutter->left : gutter->right;
      side.insert(side.begin(), index);
      std::erase(*above, index);
    }
  }

  RegionTree SplitAt(Gutter gutter, const FragmentList& list, int depth) const {
    std::set<int> inside(gutter.left.begin(), gutter.left.end());
    inside.insert(gutter.right.begin(), gutter.right.end());
    FragmentList above, below;
    for (int index : list) {
      if (inside.contains(index)) continue;
      const Fragment& fragment = page_.fragments[index];
      (fragment.baseline < gutter.y0 + fragment.size ? above : below).push_back(index);
    }
    if (!gutter.alternating) {
      TakeHeadings(&above, &gutter);
      inside.insert(gutter.left.begin(), gutter.left.end());
      inside.insert(gutter.right.begin(), gutter.right.end());
    }
    RegionTree columns;
    columns.kind = RegionTree::Kind::kColumns;
    columns.page = page_.page;
    if (gutter.alternating) {
      columns.kind = RegionTree::Kind::kBands;
      AddCards(gutter, depth, &columns);
    } else {
      columns.children.push_back(Split(gutter.left, depth + 1, IsGrid(gutter)));
      columns.children.push_back(Split(gutter.right, depth + 1, IsGrid(gutter)));
    }
    columns.fragments = {inside.begin(), inside.end()};
    columns.box = BoxOf(page_.fragments, columns.fragments);
    if (above.empty() && below.empty()) return columns;
    RegionTree bands;
    bands.kind = RegionTree::Kind::kBands;
    if (!above.empty()) bands.children.push_back(Split(std::move(above), depth + 1));
    bands.children.push_back(std::move(columns));
    if (!below.empty()) bands.children.push_back(Split(std::move(below), depth + 1));
    return bands;
  }

  // Cards on both sides of a time line, by their height on the page.
  void AddCards(const Gutter& gutter, int depth, RegionTree* cards) const {
    for (const FragmentList* side : {&gutter.left, &gutter.right}) {
      const std::vector<Row> rows = FindRows(page_.fragments, *side);
      for (const IndexRange& block : FindBlocks(rows, kEmptyGap)) {
        FragmentList card;
        for (size_t i = block.begin; i < block.end; ++i) {
          card.insert(card.end(), rows[i].fragments.begin(), rows[i].fragments.end());
        }
        cards->children.push_back(Split(std::move(card), depth + 1));
      }
    }
    std::stable_sort(cards->children.begin(), cards->children.end(),
                     [](const RegionTree& a, const RegionTree& b) { return a.box.y0 < b.box.y0; });
  }

  const PageContext& page_;
};

// A page seen as a header, columns and a footer; any of them may be missing.
struct PageForm {
  std::vector<const RegionTree*> above, below;
  const RegionTree* columns = nullptr;
};

PageForm FormOf(const RegionTree& tree) {
  PageForm form;
  if (tree.kind == RegionTree::Kind::kColumns) form.columns = &tree;
  if (tree.kind != RegionTree::Kind::kBands) return form;
  for (const RegionTree& child : tree.children) {
    if (child.kind == RegionTree::Kind::kColumns && form.columns == nullptr) {
      form.columns = &child;
    } else {
      (form.columns == nullptr ? form.above : form.below).push_back(&child);
    }
  }
  return form;
}

// The white spaces of two pages overlap: one sheet of columns.
bool SameGutter(const RegionTree& a, const RegionTree& b) {
  const double x0 = std::max(a.children[0].box.x1, b.children[0].box.x1);
  const double x1 = std::min(a.children[1].box.x0, b.children[1].box.x0);
  return x1 - x0 > 3 && std::abs(a.children[1].box.x0 - b.children[1].box.x0) < 4 * kSameColumn;
}

bool Within(const Box& inner, const Box& outer) {
  return inner.x0 > outer.x0 - kSameColumn && inner.x1 < outer.x1 + kSameColumn;
}

class Reader {
 public:
  Reader(const std::vector<PageContext>& pages, const std::vector<RegionTree>& trees)
      : pages_(pages), trees_(trees) {
    for (const RegionTree& tree : trees) forms_.push_back(FormOf(tree));
  }

  std::vector<const RegionTree*> Read() {
    for (size_t page = 0; page < trees_.size();) page = ReadFrom(page);
    return std::move(order_);
  }

 private:
  void Leaves(const RegionTree& tree) {
    if (tree.kind == RegionTree::Kind::kRegion) {
      if (!tree.fragments.empty()) order_.push_back(&tree);
      return;
    }
    if (tree.kind == RegionTree::Kind::kColumns && tree.page == 0 && NameStandsRight(tree)) {
      Leaves(tree.children[1]);
      Leaves(tree.children[0]);
      return;
    }
    for (const RegionTree& child : tree.children) Leaves(child);
  }

  // Reads the page, and those after it whose columns go on; returns the first page not read.
  size_t ReadFrom(size_t page) {
    const PageForm& form = forms_[page];
    size_t end = page + 1;
    while (form.columns != nullptr && end < trees_.size() && GoesOn(page, end)) ++end;
    if (end == page + 1) {
      Leaves(trees_[page]);
      return end;
    }
    for (const RegionTree* band : form.above) Leaves(*band);
    const bool right_first = NameStandsRight(*form.columns);
    for (size_t side : {right_first ? 1 : 0, right_first ? 0 : 1}) {
      for (size_t i = page; i < end; ++i) ReadSide(*form.columns, i, side);
    }
    if (OnlySide(*form.columns, end - 1) < 0) {
      for (const RegionTree* band : forms_[end - 1].below) Leaves(*band);
    }
    return end;
  }

  void ReadSide(const RegionTree& first, size_t page, size_t side) {
    const int only = OnlySide(first, page);
    if (only == static_cast<int>(side)) Leaves(trees_[page]);
    if (only < 0) Leaves(forms_[page].columns->children[side]);
  }

  // The one column that all of the page stands in, as when a sidebar has ended; -1: both or more.
  int OnlySide(const RegionTree& columns, size_t page) const {
    const Box& box = trees_[page].box;
    const bool left = Within(box, columns.children[0].box),
               right = Within(box, columns.children[1].box);
    if (left == right || &columns == forms_[page].columns) return -1;
    return left ? 0 : 1;
  }

  bool GoesOn(size_t first, size_t next) const {
    const RegionTree& columns = *forms_[first].columns;
    const bool last_is_whole = OnlySide(columns, next - 1) >= 0;
    if (!last_is_whole && !forms_[next - 1].below.empty()) return false;
    if (OnlySide(columns, next) >= 0) return true;
    if (forms_[next].columns == nullptr || !forms_[next].above.empty()) return false;
    if (!SameGutter(columns, *forms_[next].columns)) return false;
    const RegionTree& left = columns.children[0];
    const RegionTree& right = columns.children[1];
    const double ratio = left.box.width() / std::max(1.0, right.box.width());
    const bool equal = ratio > kEqualColumns && ratio < 1 / kEqualColumns;
    return !equal || StartsWithHeading(right);
  }

  bool StartsWithHeading(const RegionTree& tree) const {
    const std::vector<Fragment>& fragments = pages_[tree.page].fragments;
    const Fragment* first = nullptr;
    for (int index : tree.fragments) {
      if (first == nullptr || fragments[index].baseline < first->baseline)
        first = &fragments[index];
    }
    return first != nullptr && first->heading;
  }

  // The largest type of the first page is the name; the column that holds it is read first.
  bool NameStandsRight(const RegionTree& columns) const {
    if (columns.page != 0) return false;
    const std::vector<Fragment>& fragments = pages_[0].fragments;
    double largest = 0;
    for (const Fragment& fragment : fragments) largest = std::max(largest, fragment.size);
    auto holds_name = [&](const RegionTree& tree) {
      return std::any_of(tree.fragments.begin(), tree.fragments.end(), [&](int index) {
        return fragments[index].size > 0.99 * largest &&
               fragments[index].box.y0 < tree.box.y0 + 100;
      });
    };
    return holds_name(columns.children[1]) && !holds_name(columns.children[0]) &&
           columns.children[1].box.width() > columns.children[0].box.width();
  }

  const std::vector<PageContext>& pages_;
  const std::vector<RegionTree>& trees_;
  std::vector<PageForm> forms_;
  std::vector<const RegionTree*> order_;
};

}  // namespace

RegionTree FindRegions(const PageContext& page, const FragmentList& fragments) {
  return RegionFinder(page).Split(fragments, 0);
}

std::vector<Box> FindTallGutters(const PageContext& page, const RegionTree& tree) {
  std::vector<Box> gutters;
  const double tall = kTallColumn * page.document.pages[page.page].height;
  if (tree.kind == RegionTree::Kind::kColumns && tree.box.height() > tall) {
    gutters.push_back({tree.children[0].box.x1, tree.box.y0, tree.children[1].box.x0, tree.box.y1});
  }
  for (const RegionTree& child : tree.children) {
    for (const Box& gutter : FindTallGutters(page, child)) gutters.push_back(gutter);
  }
  return gutters;
}

std::vector<const RegionTree*> ReadingOrder(const std::vector<PageContext>& pages,
                                            const std::vector<RegionTree>& trees) {
  return Reader(pages, trees).Read();
}

}  // namespace atsmatch
