#include "parser/layout/rows.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace atsmatch {
namespace {

constexpr double kLeading = 1.75;       // times the size: more is a gap between paragraphs
constexpr double kFullRow = 0.78;       // of the column's width: the next word did not fit
constexpr double kHangTolerance = 1.5;  // points

void Describe(const std::vector<Fragment>& fragments, Row* row) {
  std::sort(row->fragments.begin(), row->fragments.end(),
            [&](int a, int b) { return fragments[a].box.x0 < fragments[b].box.x0; });
  const Fragment& first = fragments[row->fragments.front()];
  row->x0 = first.box.x0;
  row->text_x0 = first.text_x0;
  row->bullet = first.has_bullet();
  row->dates = true;
  row->baseline = 0;
  for (int index : row->fragments) {
    const Fragment& fragment = fragments[index];
    row->x1 = std::max(row->x1, fragment.box.x1);
    row->size = std::max(row->size, fragment.size);
    row->dates = row->dates && fragment.dates;
    row->heading = row->heading || fragment.heading;
    row->baseline += fragment.baseline / static_cast<double>(row->fragments.size());
  }
}

bool Overlaps(const Box& a, const Box& b) { return a.x0 < b.x1 - 0.5 && b.x0 < a.x1 - 0.5; }

// On one baseline, or small dates that float to the right of a large title.
bool StandOnOneRow(const Fragment& a, const Fragment& b) {
  constexpr double kMuchLarger = 1.2;
  constexpr double kInside = 0.8;  // of the height of the dates
  const double tolerance = 1.4 * BaselineTolerance(a.size, b.size);
  if (std::abs(a.baseline - b.baseline) <= tolerance) return true;
  const auto& [small, large] = a.size < b.size ? std::tie(a, b) : std::tie(b, a);
  if (!small.dates || small.box.x0 < large.box.x1 || large.size < kMuchLarger * small.size) {
    return false;
  }
  const double top =
      std::max(small.baseline - kAscent * small.size, large.baseline - kAscent * large.size);
  const double bottom =
      std::min(small.baseline + kDescent * small.size, large.baseline + kDescent * large.size);
  return bottom - top >= kInside * (kAscent + kDescent) * small.size;
}

// The right edge that full rows reach; one row that sticks out does not count.
double FullWidth(std::vector<Row> rows) {
  if (rows.empty()) return 0;
  std::vector<double> edges;
  edges.reserve(rows.size());
  for (const Row& row : rows) edges.push_back(row.x1);
  std::sort(edges.begin(), edges.end());
  return edges[edges.size() - 1 - edges.size() / 10];
}

}  // namespace

double NormalLeading(const Row& above, const Row& below) {
  return kLeading * std::max(above.size, below.size);
}

Box BoxOf(const std::vector<Fragment>& fragments, const FragmentList& list) {
  if (list.empty()) return {};
  Box box = fragments[list.front()].box;
  for (int index : list) box = Union(box, fragments[index].box);
  return box;
}

std::vector<Row> FindRows(const std::vector<Fragment>& fragments, const FragmentList& list) {
  FragmentList sorted = list;
  std::stable_sort(sorted.begin(), sorted.end(),
                   [&](int a, int b) { return fragments[a].baseline < fragments[b].baseline; });
  std::vector<Row> rows;
  for (int index : sorted) {
    const Fragment& fragment = fragments[index];
    bool joined = false;
    // A row is open as long as its baseline is near and its place is free.
    for (size_t back = 1; back <= std::min<size_t>(2, rows.size()) && !joined; ++back) {
      Row& row = rows[rows.size() - back];
      if (std::none_of(row.fragments.begin(), row.fragments.end(),
                       [&](int other) { return StandOnOneRow(fragments[other], fragment); })) {
        continue;
      }
      if (std::any_of(row.fragments.begin(), row.fragments.end(),
                      [&](int other) { return Overlaps(fragments[other].box, fragment.box); })) {
        continue;
      }
      row.fragments.push_back(index);
      joined = true;
    }
    if (!joined) rows.push_back({.fragments = {index}});
  }
  for (Row& row : rows) Describe(fragments, &row);
  std::stable_sort(rows.begin(), rows.end(),
                   [](const Row& a, const Row& b) { return a.baseline < b.baseline; });

  const double full = FullWidth(rows);
  double left = 1e9;
  for (const Row& row : rows) left = std::min(left, row.x0);
  for (size_t i = 1; i < rows.size(); ++i) {
    const Row& above = rows[i - 1];
    Row& row = rows[i];
    row.gap_before = row.baseline - above.baseline;
    const bool hangs = std::abs(row.x0 - above.text_x0) < kHangTolerance ||
                       std::abs(row.x0 - above.x0) < kHangTolerance;
    row.continues = row.gap_before < NormalLeading(above, row) && !row.bullet && hangs &&
                    std::abs(row.size - above.size) < 0.12 * row.size &&
                    above.x1 >= left + kFullRow * (full - left) && full - left > 6 * row.size;
  }
  return rows;
}

}  // namespace atsmatch
