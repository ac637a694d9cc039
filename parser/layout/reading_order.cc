#include "parser/layout/reading_order.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <tuple>
#include <utility>

#include "parser/layout/fragment.h"
#include "parser/layout/gutter.h"
#include "parser/layout/line_draft.h"
#include "parser/layout/line_look.h"
#include "parser/layout/regions.h"
#include "parser/layout/right_to_left.h"
#include "parser/layout/running.h"
#include "parser/layout/tables.h"
#include "parser/text/lexicon.h"
#include "parser/text/unicode.h"

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

// The borders of table cells that meet are one rule.
void JoinRules(std::vector<Box>* rules) {
  constexpr double kSameRule = 1.0, kMeeting = 2.5;  // points
  std::sort(rules->begin(), rules->end(), [](const Box& a, const Box& b) { return a.x0 < b.x0; });
  std::vector<Box> joined;
  for (const Box& rule : *rules) {
    const auto before = std::find_if(joined.begin(), joined.end(), [&](const Box& other) {
      return std::abs(other.y0 - rule.y0) < kSameRule && std::abs(other.y1 - rule.y1) < kSameRule &&
             rule.x0 < other.x1 + kMeeting;
    });
    if (before == joined.end()) {
      joined.push_back(rule);
    } else {
      before->x1 = std::max(before->x1, rule.x1);
    }
  }
  *rules = std::move(joined);
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
  JoinRules(&page->rules);
  page->tables = FindDrawnTables(page->document, page->page);
}

// Gives the words their new places and turns drafts into lines.
class LineWriter {
 public:
  LineWriter(Document document, const std::vector<std::vector<Fragment>>& fragments)
      : document_(std::move(document)),
        fragments_(fragments),
        placed_(document_.words.size()),
        right_to_left_(IsRightToLeft(document_)) {
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
    for (const FragmentList& cell : CellsAsRead(draft))
      AddCell(cell, std::exchange(first, false), &line);
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
  std::vector<FragmentList> CellsAsRead(const LineDraft& draft) {
    std::vector<uint32_t> words;
    for (const FragmentList& cell : draft.cells) {
      for (const int index : cell) {
        const Fragment& fragment = fragments_[draft.page][index];
        words.insert(words.end(), fragment.words.begin(), fragment.words.end());
      }
    }
    leftwards_ = IsRightToLeft(document_, words, right_to_left_);
    std::vector<FragmentList> cells = draft.cells;
    if (!leftwards_) return cells;
    std::reverse(cells.begin(), cells.end());
    for (FragmentList& cell : cells) {
      std::stable_sort(cell.begin(), cell.end(), [&](int a, int b) {
        const Fragment &left = fragments_[draft.page][a], &right = fragments_[draft.page][b];
        const bool one_row = std::abs(left.baseline - right.baseline) < kThinnest;
        return one_row && left.box.x0 > right.box.x0;
      });
    }
    return cells;
  }

  void AddCell(const FragmentList& list, bool first, Line* line) {
    Cell cell;
    cell.words.begin = order_.size();
    for (int index : list) {
      const Fragment& fragment = fragments_[line->page][index];
      if (first && fragment.has_bullet()) line->bullet = true;
      std::vector<uint32_t> words = fragment.words;
      if (leftwards_) ReadFromTheRight(document_, &words);
      if (right_to_left_) TakeBullet(first, &words, line);
      first = false;
      for (uint32_t word : words) {
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

  // A bullet stands to the right of its text, which may itself read from left to right.
  void TakeBullet(bool first, std::vector<uint32_t>* words, Line* line) const {
    if (words->size() < 2) return;
    const bool leads = IsBullet(words->front());
    if (!leads && !IsBullet(words->back())) return;
    words->erase(leads ? words->begin() : words->end() - 1);
    line->bullet = line->bullet || first;
  }

  bool IsBullet(uint32_t word) const {
    const std::vector<char32_t> points = ToCodePoints(document_.words[word].text);
    return points.size() == 1 && points[0] >= 0x2010 && IsBulletGlyph(points[0]);
  }

  Document document_;
  const std::vector<std::vector<Fragment>>& fragments_;
  std::vector<uint32_t> order_;
  std::vector<bool> placed_;
  bool right_to_left_ = false;  // the document is
  bool leftwards_ = false;      // the line that is added is
  std::vector<Line> lines_;
};

constexpr double kWideSpace = 1.2;  // type sizes between words that stand on their side

// Direction, line and place on the line of a word that does not stand upright.
std::tuple<int, long, double> TurnedPlace(const Word& word) {
  constexpr double kSameLine = 4;  // points
  const bool upside_down = word.rotation == 180;
  const double across = upside_down ? word.box.y1 : word.box.x1;
  const double along = upside_down            ? -word.box.x1
                       : word.rotation == 270 ? -word.box.y1
                                              : word.box.y0;
  return {word.rotation, std::lround(across / kSameLine), along};
}

// Words that stand on their side: one line for each stretch of them, after the page's text.
std::vector<Fragment> TurnedFragments(const Document& document, int page,
                                      const std::vector<uint32_t>& words) {
  std::vector<Fragment> turned;
  std::vector<uint32_t> sorted = words;
  std::sort(sorted.begin(), sorted.end(), [&](uint32_t a, uint32_t b) {
    return TurnedPlace(document.words[a]) < TurnedPlace(document.words[b]);
  });
  for (uint32_t index : sorted) {
    const Word& word = document.words[index];
    const Word* last = turned.empty() ? nullptr : &document.words[turned.back().words.back()];
    const bool goes_on =
        last != nullptr && last->rotation == word.rotation && word.box.x0 < last->box.x1 &&
        last->box.x0 < word.box.x1 &&
        std::max(word.box.y0 - last->box.y1, last->box.y0 - word.box.y1) < kWideSpace * word.size;
    if (!goes_on) turned.push_back({.page = page, .box = word.box, .size = word.size});
    turned.back().words.push_back(index);
    turned.back().box = Union(turned.back().box, word.box);
  }
  return turned;
}

std::string TextOfTurned(const Document& document, const Fragment& fragment) {
  std::string text;
  for (const uint32_t word : fragment.words)
    text += (text.empty() ? "" : " ") + document.words[word].text;
  return text;
}

struct RegionLines {
  const RegionTree* region;
  std::vector<LineDraft> lines;
};

// The height that a heading on its side names: that of the bar that it is set on, else its own.
Box ExtentOf(const PageContext& page, const Fragment& heading) {
  constexpr double kBarWidth = 4;  // times the heading's
  Box extent = heading.box;
  for (const Shape& shape : page.document.shapes) {
    const Box& box = shape.box;
    const bool around = shape.page == page.page && box.x0 <= heading.box.x0 &&
                        box.x1 >= heading.box.x1 && box.y0 <= heading.box.y0 &&
                        box.y1 >= heading.box.y1;
    if (around && box.width() < kBarWidth * heading.box.width()) extent = Union(extent, box);
  }
  return extent;
}

// A heading that is set on its side in the margin stands before the first line at its height.
bool PlaceTurnedHeading(const PageContext& page, int index, std::vector<RegionLines>* regions) {
  const Fragment& heading = page.fragments[index];
  const Box extent = ExtentOf(page, heading);
  constexpr double kAboveIt = 6;  // points
  const auto beside = [&](const LineDraft& line) {
    const Box& box = page.fragments[line.cells.front().front()].box;
    return line.page == page.page && box.y0 > extent.y0 - kAboveIt && box.y0 < extent.y1 &&
           (box.x0 > heading.box.x1 || box.x1 < heading.box.x0);
  };
  for (RegionLines& region : *regions) {
    const auto line = std::find_if(region.lines.begin(), region.lines.end(), beside);
    if (line == region.lines.end()) continue;
    region.lines.insert(line, {.page = page.page, .cells = {{index}}, .label = true});
    return true;
  }
  return false;
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

void AddHeadings(std::vector<PageContext>* pages) {
  constexpr size_t kMost =
      200;  // more are no headings of a résumé, and each is compared with others
  std::vector<Fragment> headings;
  for (const PageContext& page : *pages) {
    for (const Fragment& fragment : page.fragments) {
      if (fragment.heading && headings.size() < kMost) headings.push_back(fragment);
    }
  }
  for (PageContext& page : *pages) page.headings = headings;
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
  AddHeadings(&pages);

  const std::vector<FragmentList> running = FindRunningText(pages);
  const std::vector<FragmentList> bodies = Bodies(lists, running);
  std::vector<RegionTree> trees = FindTrees(bodies, &pages);

  std::vector<RegionLines> drafts;
  for (const RegionTree* region : ReadingOrder(pages, trees)) {
    const PageContext& page = pages[region->page];
    const DrawnTable* table = TableOf(page, region->fragments);
    drafts.push_back({region, table != nullptr ? DraftTable(page, *table, region->fragments)
                                               : DraftLines(page, region->fragments)});
  }
  std::vector<LineDraft> margin;  // running text and turned words
  for (size_t page = 0; page < pages.size(); ++page) {
    for (const LineDraft& draft : DraftLines(pages[page], running[page])) margin.push_back(draft);
  }
  std::vector<LineDraft> turned;
  for (size_t page = 0; page < pages.size(); ++page) {
    for (int index : lists[page].turned) {
      const std::string text = TextOfTurned(document, fragments[page][index]);
      const bool heading = lexicon.Find(LexiconTable::kSectionHeadings, text).has_value();
      if (heading && PlaceTurnedHeading(pages[page], index, &drafts)) continue;
      turned.push_back({.page = static_cast<int>(page), .cells = {{index}}});
    }
  }

  LineWriter writer(std::move(document), fragments);
  int region_number = 0;
  for (size_t i = 0; i < drafts.size(); ++region_number) {
    size_t end = i + 1;
    Box box = drafts[i].region->box;
    while (end < drafts.size() && drafts[end].region->joined)
      box = Union(box, drafts[end++].region->box);
    for (; i < end; ++i) {
      for (const LineDraft& draft : drafts[i].lines)
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
