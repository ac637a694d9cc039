#include "parser/layout/line_draft.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "parser/layout/labels.h"

namespace atsmatch {
namespace {

constexpr double kLabelColumn = 0.45;  // of the region's width, at most
constexpr double kAttached = 0.7;      // share of labels that must stand beside something
constexpr double kAligned = 0.6;       // share of rows that start where the gutter ends

constexpr double kInset = 1.6;  // times the size: bullets and pills stand a little behind it

struct LabelColumn {
  std::vector<Row> labels, others;
  std::vector<Label> found;
  size_t beside = 0;
};

LabelColumn MakeLabelColumn(const PageContext& page, const Gutter& gutter) {
  LabelColumn column;
  column.labels = FindRows(page.fragments, gutter.left);
  column.others = FindRows(page.fragments, gutter.right);
  column.found = FindLabels(page, column.labels, column.others);
  for (const Label& label : column.found) column.beside += label.beside >= 0;
  return column;
}

bool IsLabelColumn(const PageContext& page, const Gutter& gutter, double region_width,
                   const LabelColumn& column) {
  if (column.beside == 0) return false;
  const Box left = BoxOf(page.fragments, gutter.left);
  if (left.width() > kLabelColumn * region_width) return false;
  size_t dates = 0, headings = 0, free = 0, prose = 0;
  for (const Label& label : column.found) {
    const Row& row = column.labels[label.begin];
    if (label.beside < 0) {
      ++free;
      continue;
    }
    dates += row.dates;
    headings += row.heading;
  }
  for (const Row& row : column.labels) prose += row.bullet || row.continues;
  size_t right_dates = 0, aligned = 0;
  for (const Row& row : column.others) {
    right_dates += row.dates;
    aligned += row.x0 < gutter.x1 + kInset * row.size;
  }
  if (2 * right_dates > column.others.size()) return false;
  if (aligned < kAligned * static_cast<double>(column.others.size())) return false;
  if (2 * dates >= column.beside || 2 * headings >= column.beside) return true;
  const double attached =
      static_cast<double>(column.beside) / static_cast<double>(column.found.size() - free);
  return column.beside >= 2 && 3 * prose < column.labels.size() && attached >= kAttached &&
         gutter.right.size() >= gutter.left.size();
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

class Drafter {
 public:
  Drafter(const PageContext& page, const FragmentList& region) : page_(page), region_(region) {}

  std::vector<LineDraft> Draft() {
    FindLabelColumns();
    FragmentList rest;
    for (int index : region_) {
      if (!used_.contains(index)) rest.push_back(index);
    }
    std::vector<LineDraft> lines;
    for (const Row& row : FindRows(page_.fragments, rest)) DraftRow(page_, row, &lines);
    for (LineDraft& label : labels_) PutBefore(std::move(label), &lines);
    return lines;
  }

 private:
  void FindLabelColumns() {
    const double width = BoxOf(page_.fragments, region_).width();
    std::vector<Gutter> gutters = FindGutters(page_, region_);
    std::stable_sort(gutters.begin(), gutters.end(),
                     [](const Gutter& a, const Gutter& b) { return a.y1 - a.y0 > b.y1 - b.y0; });
    for (const Gutter& gutter : gutters) {
      if (std::any_of(gutter.left.begin(), gutter.left.end(),
                      [&](int i) { return used_.contains(i); }) ||
          std::any_of(gutter.right.begin(), gutter.right.end(),
                      [&](int i) { return used_.contains(i); })) {
        continue;
      }
      if (!IsTextEdge(gutter.x1)) continue;
      const LabelColumn column = MakeLabelColumn(page_, gutter);
      if (IsLabelColumn(page_, gutter, width, column)) TakeLabels(column);
    }
  }

  // What stands beside labels starts at an edge that other rows of the region keep, too.
  bool IsTextEdge(double x) const {
    size_t rows = 0;
    for (int index : region_) {
      const Fragment& fragment = page_.fragments[index];
      rows += std::abs(fragment.box.x0 - x) < 3 || std::abs(fragment.text_x0 - x) < 3;
    }
    return rows >= 3 && 8 * rows >= region_.size();
  }

  void TakeLabels(const LabelColumn& column) {
    for (const Label& label : column.found) {
      if (label.beside < 0) continue;
      LineDraft draft;
      draft.page = page_.page;
      draft.label = true;
      draft.baseline = column.others[label.beside].baseline;
      FragmentList words;
      for (size_t i = label.begin; i < label.end; ++i) {
        const FragmentList& row = column.labels[i].fragments;
        words.insert(words.end(), row.begin(), row.end());
      }
      used_.insert(words.begin(), words.end());
      draft.cells.push_back(std::move(words));
      labels_.push_back(std::move(draft));
    }
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
  std::vector<LineDraft> labels_;
};

}  // namespace

std::vector<LineDraft> DraftLines(const PageContext& page, const FragmentList& region) {
  return Drafter(page, region).Draft();
}

}  // namespace atsmatch
