#include "parser/layout/line_draft.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "parser/layout/labels.h"
#include "parser/text/dates.h"

namespace atsmatch {
namespace {

constexpr double kLabelColumn = 0.45;  // of the region's width, at most
constexpr double kAttached = 0.7;      // share of labels that must stand beside something
constexpr double kAligned = 0.6;       // share of rows that start where the gutter ends

constexpr double kSameColumn = 3;   // points
constexpr double kBlockGap = 2.2;   // times the size, baseline to baseline
constexpr double kTightRows = 1.4;  // times the size, baseline to baseline
constexpr size_t kLabelsForSure = 3;
constexpr size_t kFewDates = 2;    // speak for themselves wherever they stand
constexpr double kSomeEdge = 0.1;  // share of fragments that start where the gutter ends
constexpr double kTextEdge = 0.2;
constexpr double kInset = 3.0;  // times the size: pills and lists stand behind it

struct LabelColumn {
  std::vector<Row> labels, others;
  std::vector<Label> found;
  size_t beside = 0;
};

// The rows of the right side, and those right above them that are theirs: a gutter was cut off at
// its first label, which may stand beside the middle of its entry.
std::vector<Row> RowsBesideLabels(const PageContext& page, const Gutter& gutter,
                                  const FragmentList& region) {
  std::vector<Row> rows = FindRows(page.fragments, gutter.right);
  const std::vector<Row> all = FindRows(page.fragments, region);
  FragmentList list = gutter.right;
  double top = rows.front().baseline;
  for (size_t i = all.size(); i-- > 0;) {
    const Row& row = all[i];
    if (row.baseline > top - 1) continue;
    const bool theirs = row.x0 > gutter.x1 - 1 && top - row.baseline < kBlockGap * row.size;
    if (!theirs || row.heading || row.size > 1.1 * rows.front().size) break;
    list.insert(list.end(), row.fragments.begin(), row.fragments.end());
    top = row.baseline;
  }
  return list.size() == gutter.right.size() ? rows : FindRows(page.fragments, list);
}

LabelColumn MakeLabelColumn(const PageContext& page, const Gutter& gutter,
                            const FragmentList& region) {
  LabelColumn column;
  column.labels = FindRows(page.fragments, gutter.left);
  column.others = RowsBesideLabels(page, gutter, region);
  column.found = FindLabels(page, column.labels, column.others);
  for (const Label& label : column.found) column.beside += label.beside >= 0;
  return column;
}

bool IsLabelColumn(const PageContext& page, const Gutter& gutter, double region_width, double edge,
                   const LabelColumn& column) {
  if (column.beside == 0) return false;
  const Box left = BoxOf(page.fragments, gutter.left);
  if (left.width() > kLabelColumn * region_width) return false;
  size_t dates = 0, headings = 0, free = 0, free_headings = 0, prose = 0;
  for (const Label& label : column.found) {
    const Row& row = column.labels[label.begin];
    if (label.beside < 0) {
      ++free;
      free_headings += row.heading;
      continue;
    }
    dates += std::any_of(column.labels.begin() + label.begin, column.labels.begin() + label.end,
                         [](const Row& part) { return part.dates; });
    headings += row.heading;
  }
  for (const Row& row : column.labels) prose += row.bullet || row.continues;
  size_t right_dates = 0, aligned = 0, with_cells = 0;
  for (const Row& row : column.others) {
    right_dates += row.dates;
    with_cells += row.fragments.size() > 1;
    aligned += row.x0 < gutter.x1 + kInset * row.size;
  }
  if (2 * right_dates > column.others.size()) return false;
  if (aligned < kAligned * static_cast<double>(column.others.size())) return false;
  if (2 * dates >= column.beside || 2 * headings >= column.beside) {
    return edge > kSomeEdge || dates >= kFewDates;
  }
  if (edge < kTextEdge || 5 * with_cells > 3 * column.others.size()) return false;
  const double attached =
      static_cast<double>(column.beside) / static_cast<double>(column.found.size() - free);
  // The names are fewer than what they name, however many rows one takes.
  const size_t wrapped = column.labels.size() - column.found.size();
  return column.beside >= 2 && 3 * prose < column.labels.size() && attached >= kAttached &&
         gutter.right.size() + wrapped + free_headings >= gutter.left.size();
}

bool IsOfDates(const LabelColumn& column) {
  const auto dates = std::count_if(column.labels.begin(), column.labels.end(),
                                   [](const Row& row) { return row.dates; });
  return 2 * static_cast<size_t>(dates) >= column.found.size();
}

// A bullet starts a line of its own, wherever it stands in the row.
void DraftRow(const PageContext& page, const Row& row, std::vector<LineDraft>* lines) {
  bool first = true;
  for (int index : row.fragments) {
    if (first || page.fragments[index].has_bullet()) {
      lines->push_back({.page = page.page, .baseline = row.baseline});
    }
    lines->back().cells.push_back({index});
    first = false;
  }
}

bool StartsAt(const std::vector<Fragment>& fragments, int a, int b) {
  return std::abs(fragments[a].box.x0 - fragments[b].box.x0) < kSameColumn;
}

// The cell of the row that the fragment stands under, -1: none.
int CellAbove(const std::vector<Fragment>& fragments, const Row& row, int below) {
  for (size_t i = 0; i < row.fragments.size(); ++i) {
    if (StartsAt(fragments, row.fragments[i], below)) return static_cast<int>(i);
  }
  return -1;
}

bool SharesColumns(const std::vector<Fragment>& fragments, const Row& a, const Row& b) {
  size_t shared = 0;
  for (int below : b.fragments) shared += CellAbove(fragments, a, below) >= 0;
  return shared >= 2;
}

// Rows of three cells and more whose columns come again in another row are rows of a table; what
// stands under a cell at ordinary leading, without a drawn line between, is more of that cell.
class TableRows {
 public:
  TableRows(const PageContext& page, const std::vector<Row>& rows) : page_(page), rows_(rows) {}

  // Is row i the rest of the table row that starts at `first`?
  bool GoesOn(size_t first, size_t i) const {
    const Row& head = rows_[first];
    const Row& row = rows_[i];
    if (!IsOneLine(head) || head.fragments.size() < 3 ||
        row.fragments.size() >= head.fragments.size())
      return false;
    if (row.baseline - rows_[i - 1].baseline > kTightRows * row.size || !IsTableRow(first))
      return false;
    for (int index : row.fragments) {
      if (page_.fragments[index].has_bullet() || CellAbove(page_.fragments, head, index) < 0)
        return false;
    }
    return !HasRuleBetween(rows_[i - 1], row);
  }

  bool IsTableRow(size_t first) const {
    for (size_t i = first > 4 ? first - 4 : 0; i < std::min(rows_.size(), first + 5); ++i) {
      if (i == first || rows_[i].fragments.size() < 3) continue;
      if (SharesColumns(page_.fragments, rows_[first], rows_[i])) return true;
    }
    return false;
  }

 private:
  // A bullet within a row starts a line of its own.
  bool IsOneLine(const Row& row) const {
    return std::none_of(row.fragments.begin() + 1, row.fragments.end(),
                        [&](int index) { return page_.fragments[index].has_bullet(); });
  }

  bool HasRuleBetween(const Row& above, const Row& below) const {
    return std::any_of(page_.rules.begin(), page_.rules.end(), [&](const Box& rule) {
      return rule.y0 > above.baseline - 0.2 * above.size &&
             rule.y1 < below.baseline - 0.2 * below.size && rule.x0 < below.x1 &&
             rule.x1 > below.x0;
    });
  }

  const PageContext& page_;
  const std::vector<Row>& rows_;
};

class Drafter {
 public:
  Drafter(const PageContext& page, const FragmentList& region) : page_(page), region_(region) {}

  std::vector<double> LabelEdges() {
    FindLabelColumns();
    return std::move(edges_);
  }

  std::vector<LineDraft> Draft() {
    FindLabelColumns();
    TakeLoneLabels();
    std::vector<LineDraft> lines;
    DraftRows(FindRows(page_.fragments, Unused()), &lines);
    for (LineDraft& label : labels_) PutBefore(std::move(label), &lines);
    return lines;
  }

 private:
  void DraftRows(std::vector<Row> rows, std::vector<LineDraft>* lines) const {
    const std::map<int, int> ends = TakeEndsOfDates(&rows);
    const TableRows table(page_, rows);
    for (size_t i = 0, first = 0; i < rows.size(); ++i) {
      if (i > first && table.GoesOn(first, i)) {
        for (int index : rows[i].fragments) {
          lines->back().cells[CellAbove(page_.fragments, rows[first], index)].push_back(index);
        }
        continue;
      }
      first = i;
      DraftRow(page_, rows[i], lines);
      const auto end = ends.find(rows[i].fragments.back());
      if (end != ends.end()) lines->back().cells.back().push_back(end->second);
    }
  }

  // "Jan 2021 –" above "Present", in a narrow column to the right of other text: the end of the
  // range by its start.
  std::map<int, int> TakeEndsOfDates(std::vector<Row>* rows) const {
    constexpr size_t kMostWords = 3;
    std::map<int, int> ends;
    for (size_t i = 0; i + 1 < rows->size(); ++i) {
      const Row& row = (*rows)[i];
      Row& next = (*rows)[i + 1];
      if (row.fragments.size() < 2 || next.gap_before > kTightRows * next.size) continue;
      const Fragment& start = page_.fragments[row.fragments.back()];
      const Fragment& end = page_.fragments[next.fragments.back()];
      const bool aligned = std::abs(start.box.x0 - end.box.x0) < kSameColumn ||
                           std::abs(start.box.x1 - end.box.x1) < kSameColumn;
      if (!aligned || end.words.size() > kMostWords || start.has_bullet() || end.has_bullet())
        continue;
      const std::string text = TextOf(page_.document, start);
      const bool open = text.ends_with("–") || text.ends_with("—") || text.ends_with("-");
      if (!open || !IsOnlyDates(text + " " + TextOf(page_.document, end), page_.lexicon)) continue;
      ends[row.fragments.back()] = next.fragments.back();
      next.fragments.pop_back();
    }
    std::erase_if(*rows, [](const Row& row) { return row.fragments.empty(); });
    return ends;
  }

  void FindLabelColumns() {
    FindTables();
    // A column of dates behind one of headings is seen when the headings are taken away.
    if (TakeLabelColumns(Unused(), /*only_dates=*/false)) {
      TakeLabelColumns(Unused(), /*only_dates=*/true);
    }
  }

  FragmentList Unused() const {
    FragmentList rest;
    for (int index : region_) {
      if (!used_.contains(index)) rest.push_back(index);
    }
    return rest;
  }

  // False: there was none.
  bool TakeLabelColumns(const FragmentList& list, bool only_dates) {
    if (list.size() < 3) return false;
    bool taken = false;
    const double width = BoxOf(page_.fragments, list).width();
    std::vector<Gutter> gutters = FindGutters(page_, list);
    std::stable_sort(gutters.begin(), gutters.end(),
                     [](const Gutter& a, const Gutter& b) { return a.y1 - a.y0 > b.y1 - b.y0; });
    for (const Gutter& gutter : gutters) {
      if (std::any_of(gutter.left.begin(), gutter.left.end(),
                      [&](int i) { return used_.contains(i); }) ||
          std::any_of(gutter.right.begin(), gutter.right.end(),
                      [&](int i) { return used_.contains(i); })) {
        continue;
      }
      const double edge = ShareOfEdge(gutter.x1);
      if (edge == 0 || IsOfTable(gutter)) continue;
      LabelColumn column = MakeLabelColumn(page_, gutter, list);
      if (only_dates && !IsOfDates(column)) continue;
      if (IsLabelColumn(page_, gutter, width, edge, column)) {
        column.found = AttachLabels(page_, column.labels, column.others);
        taken = TakeLabels(column) || taken;
        NoteLabels(gutter.x1, column.beside);
      }
    }
    return taken;
  }

  // Drawn lines may part one column of labels into many: what counts is how many share an edge.
  void NoteLabels(double x, size_t count) {
    auto noted = std::find_if(labels_at_.begin(), labels_at_.end(), [&](const auto& edge) {
      return std::abs(edge.first - x) < kSameColumn;
    });
    if (noted == labels_at_.end()) noted = labels_at_.insert(noted, {x, 0});
    const bool was_sure = noted->second >= kLabelsForSure;
    noted->second += count;
    if (!was_sure && noted->second >= kLabelsForSure) edges_.push_back(noted->first);
  }

  // The first column of a table of three columns is no column of labels, unless it is headings.
  void FindTables() {
    const std::vector<Row> rows = FindRows(page_.fragments, region_);
    const TableRows table(page_, rows);
    FragmentList firsts, headings;
    for (size_t i = 0; i < rows.size(); ++i) {
      if (rows[i].fragments.size() < 3) continue;
      const int first = rows[i].fragments[0];
      const Fragment& label = page_.fragments[first];
      if (label.dates || (label.heading && page_.fragments[rows[i].fragments[1]].dates)) continue;
      if (!table.IsTableRow(i)) continue;
      firsts.push_back(first);
      if (label.heading) headings.push_back(first);
      table_.insert(rows[i].fragments.begin(), rows[i].fragments.end());
    }
    if (2 * headings.size() <= firsts.size()) return;
    for (int heading : headings) table_.erase(heading);
  }

  bool IsOfTable(const Gutter& gutter) const {
    const size_t cells = std::count_if(gutter.left.begin(), gutter.left.end(),
                                       [&](int index) { return table_.contains(index); });
    return 2 * cells > gutter.left.size();
  }

  // What stands beside labels starts at an edge that other rows of the region keep, too, or that
  // labels elsewhere in the document keep.
  double ShareOfEdge(double x) const {
    if (std::any_of(page_.label_edges.begin(), page_.label_edges.end(),
                    [&](double edge) { return std::abs(edge - x) < kSameColumn; })) {
      return 1;
    }
    size_t rows = 0;
    for (int index : region_) {
      const Fragment& fragment = page_.fragments[index];
      rows += std::abs(fragment.box.x0 - x) < 3 || std::abs(fragment.text_x0 - x) < 3;
    }
    return rows < 2 ? 0 : static_cast<double>(rows) / static_cast<double>(region_.size());
  }

  // A heading or date alone beside the one row that it names: at the edge of labels elsewhere, or a
  // heading at the left edge that looks like another one there.
  void TakeLoneLabels() {
    for (const Row& row : FindRows(page_.fragments, Unused())) {
      if (row.fragments.size() < 2) continue;
      const Fragment& label = page_.fragments[row.fragments[0]];
      const bool at_edge = (label.heading || label.dates) && IsLabelEdge(row.fragments[1]);
      if (!at_edge && !IsSetLikeHeadings(label, row)) continue;
      used_.insert(row.fragments[0]);
      AddLabel({row.fragments[0]}, row.baseline);
    }
  }

  bool IsSetLikeHeadings(const Fragment& label, const Row& row) const {
    const double left = BoxOf(page_.fragments, region_).x0;
    if (!label.heading || std::abs(label.box.x0 - left) > kSameColumn ||
        label.LooksLike(page_.fragments[row.fragments[1]])) {
      return false;
    }
    return std::count_if(page_.headings.begin(), page_.headings.end(), [&](const Fragment& other) {
             return std::abs(other.box.x0 - left) < kSameColumn && other.LooksLike(label);
           }) > 1;  // this one is one of them
  }

  bool IsLabelEdge(int index) const {
    const double x = page_.fragments[index].box.x0;
    const auto is_here = [&](double edge) { return std::abs(edge - x) < kSameColumn; };
    return std::any_of(edges_.begin(), edges_.end(), is_here) ||
           std::any_of(page_.label_edges.begin(), page_.label_edges.end(), is_here);
  }

  void AddLabel(FragmentList words, double baseline) {
    LineDraft draft;
    draft.page = page_.page;
    draft.label = true;
    draft.baseline = baseline;
    draft.cells.push_back(std::move(words));
    labels_.push_back(std::move(draft));
  }

  bool TakeLabels(const LabelColumn& column) {
    const size_t before = labels_.size();
    for (const Label& label : column.found) {
      if (label.beside < 0) continue;
      FragmentList words;
      for (size_t i = label.begin; i < label.end; ++i) {
        const FragmentList& row = column.labels[i].fragments;
        words.insert(words.end(), row.begin(), row.end());
      }
      used_.insert(words.begin(), words.end());
      const double baseline = column.others[label.beside].baseline;
      // "EXPERIENCE" and "Jan 2022 - today" in one row are two.
      const bool heads =
          words.size() > 1 && page_.fragments[words[0]].heading && page_.fragments[words[1]].dates;
      if (heads) AddLabel({words[0]}, baseline);
      AddLabel({words.begin() + (heads ? 1 : 0), words.end()}, baseline);
    }
    return labels_.size() > before;
  }

  void PutBefore(LineDraft label, std::vector<LineDraft>* lines) const {
    auto place = std::find_if(lines->begin(), lines->end(), [&](const LineDraft& line) {
      return !line.label && line.baseline > label.baseline - 2.5;
    });
    lines->insert(place, std::move(label));
  }

  const PageContext& page_;
  const FragmentList& region_;
  std::set<int> used_;
  std::set<int> table_;  // fragments of rows of tables
  std::vector<LineDraft> labels_;
  std::vector<std::pair<double, size_t>> labels_at_;  // edge and how many labels end before it
  std::vector<double> edges_;
};

}  // namespace

std::vector<double> FindLabelEdges(const PageContext& page, const FragmentList& region) {
  return Drafter(page, region).LabelEdges();
}

std::vector<LineDraft> DraftLines(const PageContext& page, const FragmentList& region) {
  return Drafter(page, region).Draft();
}

}  // namespace atsmatch
