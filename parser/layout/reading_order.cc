#include "parser/layout/reading_order.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "parser/layout/fragment.h"
#include "parser/layout/gutter.h"
#include "parser/layout/line_draft.h"
#include "parser/layout/line_look.h"
#include "parser/layout/regions.h"
#include "parser/layout/running.h"

namespace atsmatch {
namespace {

constexpr double kThinnest = 3.0;      // points: a rule
constexpr double kBarHeight = 32.0;    // a heading on a coloured bar
constexpr double kCardWidth = 0.25;    // of the page's, at least
constexpr double kCardHeight = 0.6;    // of the page's, at most
constexpr double kPanelHeight = 40.0;  // points: more than a boxed heading

std::vector<std::vector<uint32_t>> VisibleWords(const Document& document) {
  std::vector<std::vector<uint32_t>> visible(document.pages.size());
  for (size_t i = 0; i < document.words.size(); ++i) {
    const Word& word = document.words[i];
    if (word.hidden == Hidden::kNo && word.page >= 0 &&
        static_cast<size_t>(word.page) < visible.size()) {
      visible[word.page].push_back(static_cast<uint32_t>(i));
    }
  }
  return visible;
}

// Sorts what is drawn on the page by what it may mean for columns.
void AddShapes(PageContext* page) {
  const Page& sheet = page->document.pages[page->page];
  for (const Shape& shape : page->document.shapes) {
    if (shape.page != page->page || shape.kind == Shape::Kind::kImage) continue;
    const Box& box = shape.box;
    if (box.width() <= kThinnest && box.height() > kPanelHeight) page->walls.push_back(box);
    const bool bar = shape.kind == Shape::Kind::kFill && box.height() <= kBarHeight;
    if ((box.height() <= kThinnest || bar) && box.width() > kPanelHeight)
      page->rules.push_back(box);
    if (box.width() > kCardWidth * sheet.width && box.height() > kPanelHeight &&
        box.height() < kCardHeight * sheet.height) {
      page->frames.push_back(box);
    }
    const bool whole_page = box.width() > 0.9 * sheet.width;
    if (shape.kind == Shape::Kind::kFill && box.height() > kPanelHeight &&
        box.width() > kPanelHeight && !whole_page) {
      page->panels.push_back(box);
    }
  }
}

// Gives the words their new places and turns drafts into lines.
class LineWriter {
 public:
  LineWriter(Document document, const std::vector<std::vector<Fragment>>& fragments)
      : document_(std::move(document)), fragments_(fragments), placed_(document_.words.size()) {
    order_.reserve(document_.words.size());
  }

  void Add(const LineDraft& draft, LineRole role, int region, const Box& region_box) {
    Line line;
    line.page = draft.page;
    line.label = draft.label;
    line.role = role;
    line.region = region;
    line.region_box = region_box;
    line.words.begin = order_.size();
    bool first = true;
    for (const FragmentList& cell : draft.cells) AddCell(cell, std::exchange(first, false), &line);
    line.words.end = order_.size();
    if (line.words.empty()) return;
    line.box = line.cells.front().box;
    for (const Cell& cell : line.cells) line.box = Union(line.box, cell.box);
    lines_.push_back(std::move(line));
  }

  // Words that stand in no line follow at the end.
  Layout Finish() {
    for (size_t i = 0; i < placed_.size(); ++i) {
      if (!placed_[i]) order_.push_back(static_cast<uint32_t>(i));
    }
    std::vector<Word> words;
    words.reserve(order_.size());
    for (uint32_t index : order_) words.push_back(std::move(document_.words[index]));
    document_.words = std::move(words);
    for (Page& page : document_.pages) page.words = {};
    DescribeLines(document_, &lines_);
    return {std::move(document_), std::move(lines_), {}};
  }

 private:
  void AddCell(const FragmentList& list, bool first, Line* line) {
    Cell cell;
    cell.words.begin = order_.size();
    for (int index : list) {
      const Fragment& fragment = fragments_[line->page][index];
      if (first && fragment.has_bullet()) line->bullet = true;
      first = false;
      for (uint32_t word : fragment.words) {
        order_.push_back(word);
        placed_[word] = true;
        cell.box = cell.words.begin + 1 == order_.size()
                       ? document_.words[word].box
                       : Union(cell.box, document_.words[word].box);
      }
    }
    cell.words.end = order_.size();
    if (!cell.words.empty()) line->cells.push_back(cell);
  }

  Document document_;
  const std::vector<std::vector<Fragment>>& fragments_;
  std::vector<uint32_t> order_;
  std::vector<bool> placed_;
  std::vector<Line> lines_;
};

// Words that stand on their side: one line for each stretch of them, after the page's text.
std::vector<Fragment> TurnedFragments(const Document& document, int page,
                                      const std::vector<uint32_t>& words) {
  std::vector<Fragment> turned;
  for (uint32_t index : words) {
    const Word& word = document.words[index];
    const Word* last = turned.empty() ? nullptr : &document.words[turned.back().words.back()];
    const bool goes_on = last != nullptr && last->rotation == word.rotation &&
                         word.box.x0 < last->box.x1 && last->box.x0 < word.box.x1;
    if (!goes_on) turned.push_back({.page = page, .box = word.box, .size = word.size});
    turned.back().words.push_back(index);
    turned.back().box = Union(turned.back().box, word.box);
  }
  return turned;
}

struct PageFragments {
  FragmentList text, turned;
};

bool ShareColumns(const Line& a, const Line& b) {
  size_t shared = 0;
  for (const Cell& cell : a.cells) {
    shared += std::any_of(b.cells.begin(), b.cells.end(), [&](const Cell& other) {
      return std::abs(cell.box.x0 - other.box.x0) < kThinnest;
    });
  }
  return a.page == b.page && a.cells.size() >= 3 && b.cells.size() >= 3 && shared >= 3;
}

void AddTableWarning(Layout* layout) {
  for (size_t i = 1; i < layout->lines.size(); ++i) {
    const Line& line = layout->lines[i];
    if (!ShareColumns(layout->lines[i - 1], line)) continue;
    layout->warnings.push_back(
        {.id = "table-grid",
         .severity = Warning::Severity::kMinor,
         .message = "A table is on the page.",
         .remedy = "Write its rows as lines of text: some readers lose the cells.",
         .page = line.page,
         .words = {layout->lines[i - 1].words.begin, line.words.end}});
    return;
  }
}

void AddWarnings(const std::vector<FragmentList>& running, const std::vector<RegionTree>& trees,
                 Layout* layout) {
  auto has_columns = [](const RegionTree& tree, auto&& self) -> bool {
    if (tree.kind == RegionTree::Kind::kColumns) return true;
    return std::any_of(tree.children.begin(), tree.children.end(),
                       [&](const RegionTree& child) { return self(child, self); });
  };
  for (const RegionTree& tree : trees) {
    if (!has_columns(tree, has_columns)) continue;
    layout->warnings.push_back({.id = "multi-column",
                                .severity = Warning::Severity::kMinor,
                                .message = "The page has more than one column.",
                                .remedy = "Set the text in one column: some readers mix columns.",
                                .page = tree.page});
    break;
  }
  AddTableWarning(layout);
  for (size_t page = 0; page < running.size(); ++page) {
    if (running[page].empty()) continue;
    layout->warnings.push_back(
        {.id = "running-header",
         .severity = Warning::Severity::kInfo,
         .message = "A header, footer or page number comes again on each page.",
         .remedy = "Keep contact details out of headers and footers: some readers drop them.",
         .page = static_cast<int>(page)});
    break;
  }
}

std::vector<FragmentList> Bodies(const std::vector<PageFragments>& lists,
                                 const std::vector<FragmentList>& running) {
  std::vector<FragmentList> bodies(lists.size());
  for (size_t page = 0; page < lists.size(); ++page) {
    for (int index : lists[page].text) {
      if (!std::count(running[page].begin(), running[page].end(), index))
        bodies[page].push_back(index);
    }
  }
  return bodies;
}

void AddLabelEdges(const PageContext& page, const RegionTree& tree, std::vector<double>* edges) {
  for (const RegionTree& child : tree.children) AddLabelEdges(page, child, edges);
  if (!tree.children.empty()) return;
  for (double edge : FindLabelEdges(page, tree.fragments)) edges->push_back(edge);
}

// Each page by itself first, then again knowing where columns and labels stand on all pages.
std::vector<RegionTree> FindTrees(const std::vector<FragmentList>& bodies,
                                  std::vector<PageContext>* pages) {
  std::vector<RegionTree> trees;
  std::vector<std::vector<Box>> gutters;
  std::vector<double> label_edges;
  for (size_t i = 0; i < pages->size(); ++i) {
    trees.push_back(FindRegions((*pages)[i], bodies[i]));
    gutters.push_back(FindTallGutters((*pages)[i], trees[i]));
    AddLabelEdges((*pages)[i], trees[i], &label_edges);
  }
  for (size_t i = 0; i < pages->size(); ++i) {
    PageContext& page = (*pages)[i];
    page.label_edges = label_edges;
    for (size_t j = 0; j < pages->size(); ++j) {
      if (j == i) continue;
      page.columns_elsewhere.insert(page.columns_elsewhere.end(), gutters[j].begin(),
                                    gutters[j].end());
    }
    if (page.columns_elsewhere.empty() && page.label_edges.empty()) continue;
    trees[i] = FindRegions(page, bodies[i]);
  }
  return trees;
}

}  // namespace

Layout FindReadingOrder(Document document, const Lexicon& lexicon) {
  const std::vector<std::vector<uint32_t>> visible = VisibleWords(document);
  std::vector<std::vector<Fragment>> fragments(document.pages.size());
  std::vector<PageFragments> lists(document.pages.size());
  std::vector<PageContext> pages;
  for (size_t page = 0; page < document.pages.size(); ++page) {
    std::vector<uint32_t> upright, turned;
    for (uint32_t word : visible[page])
      (document.words[word].rotation == 0 ? upright : turned).push_back(word);
    const int number = static_cast<int>(page);
    fragments[page] = FindFragments(document, number, upright, lexicon);
    for (size_t i = 0; i < fragments[page].size(); ++i)
      lists[page].text.push_back(static_cast<int>(i));
    for (Fragment& fragment : TurnedFragments(document, number, turned)) {
      lists[page].turned.push_back(static_cast<int>(fragments[page].size()));
      fragments[page].push_back(std::move(fragment));
    }
  }
  for (size_t page = 0; page < document.pages.size(); ++page) {
    pages.push_back({document, lexicon, fragments[page], static_cast<int>(page)});
    AddShapes(&pages.back());
  }

  const std::vector<FragmentList> running = FindRunningText(pages);
  const std::vector<FragmentList> bodies = Bodies(lists, running);
  std::vector<RegionTree> trees = FindTrees(bodies, &pages);

  std::vector<std::pair<const RegionTree*, std::vector<LineDraft>>> drafts;
  for (const RegionTree* region : ReadingOrder(pages, trees)) {
    drafts.push_back({region, DraftLines(pages[region->page], region->fragments)});
  }
  std::vector<LineDraft> margin;  // running text and turned words
  for (size_t page = 0; page < pages.size(); ++page) {
    for (const LineDraft& draft : DraftLines(pages[page], running[page])) margin.push_back(draft);
  }
  std::vector<LineDraft> turned;
  for (size_t page = 0; page < pages.size(); ++page) {
    for (int index : lists[page].turned)
      turned.push_back({.page = static_cast<int>(page), .cells = {{index}}});
  }

  LineWriter writer(std::move(document), fragments);
  int region_number = 0;
  for (size_t i = 0; i < drafts.size(); ++region_number) {
    size_t end = i + 1;
    Box box = drafts[i].first->box;
    while (end < drafts.size() && drafts[end].first->joined)
      box = Union(box, drafts[end++].first->box);
    for (; i < end; ++i) {
      for (const LineDraft& draft : drafts[i].second)
        writer.Add(draft, LineRole::kBody, region_number, box);
    }
  }
  for (const LineDraft& draft : turned) writer.Add(draft, LineRole::kBody, region_number++, {});
  for (const LineDraft& draft : margin) writer.Add(draft, LineRole::kRunning, region_number, {});
  Layout layout = writer.Finish();
  AddWarnings(running, trees, &layout);
  return layout;
}

}  // namespace atsmatch
