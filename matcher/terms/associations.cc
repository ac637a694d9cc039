#include "matcher/terms/associations.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

namespace atsmatch {
namespace {

constexpr char kZeroLevel = 'O';
constexpr double kSteps = 1 << 14;  // of a coordinate's unit, before rounding

// A row behind its term: the scale, a tab, one character a coordinate.
void Add(const RowIndex& index, std::string_view term, double weight, Direction* direction) {
  const std::optional<std::string_view> row = index.Find(term);
  if (!row.has_value()) return;
  const size_t tab = row->find('\t');
  if (tab == std::string_view::npos || row->size() - tab - 1 < kAssociationDimensions) return;
  double scale = 0;
  std::from_chars(row->data(), row->data() + tab, scale);
  const auto factor = static_cast<int64_t>(std::llround(scale * weight * kSteps));
  const std::string_view levels = row->substr(tab + 1);
  for (size_t i = 0; i < kAssociationDimensions; ++i) {
    (*direction)[i] += factor * (levels[i] - kZeroLevel);
  }
}

}  // namespace

Associations Associations::BuiltIn() {
  Associations associations;
  for (const BackgroundTable& table : BuiltInBackground()) {
    const RowIndex index(table.rows, table.slots);
    if (table.file == "text_associations.tsv") associations.text_ = index;
    if (table.file == "title_associations.tsv") associations.titles_ = index;
    if (table.file == "association_spread.tsv") associations.spread_ = index;
    if (table.file == "related_titles.tsv") associations.related_ = index;
  }
  return associations;
}

void Associations::AddText(std::string_view term, double weight, Direction* direction) const {
  Add(text_, term, weight, direction);
}

void Associations::AddTitle(std::string_view term, double weight, Direction* direction) const {
  Add(titles_, term, weight, direction);
}

Spread Associations::SpreadAlong(const Direction& aim) const {
  constexpr double kUnit = kSteps * 1000;  // scales of rows are in thousandths
  Spread spread;
  const double length = Length(aim);
  if (length <= 0) return spread;
  Direction mean{};
  Add(spread_, "mean", 1, &mean);
  spread.mean = Product(mean, aim) / length / kUnit;
  double variance = 0;
  for (size_t i = 0; i < kAssociationDimensions; ++i) {
    Direction factor{};
    Add(spread_, fmt::format("spread {:03}", i), 1, &factor);
    const double along = Product(factor, aim) / length / kUnit;
    variance += along * along;
  }
  spread.deviation = std::sqrt(variance);
  return spread;
}

double Associations::NearnessOfTitles(std::string_view one, std::string_view other) const {
  if (other < one) std::swap(one, other);
  const std::optional<std::string_view> row = related_.Find(fmt::format("{} {}", one, other));
  double nearness = 0;
  if (row.has_value()) std::from_chars(row->data(), row->data() + row->size(), nearness);
  return nearness;
}

double Product(const Direction& a, const Direction& b) {
  double product = 0;
  for (size_t i = 0; i < kAssociationDimensions; ++i) {
    product += static_cast<double>(a[i]) * static_cast<double>(b[i]);
  }
  return product;
}

double Length(const Direction& direction) { return std::sqrt(Product(direction, direction)); }

Direction Between(const Direction& a, const Direction& b) {
  constexpr double kLength = 1 << 24;
  Direction between{};
  for (const Direction* part : {&a, &b}) {
    const double length = Length(*part);
    if (length <= 0) continue;
    for (size_t i = 0; i < kAssociationDimensions; ++i) {
      between[i] += std::llround(kLength * static_cast<double>((*part)[i]) / length);
    }
  }
  return between;
}

double Closeness(const Direction& a, const Direction& b) {
  double product = 0, a_squares = 0, b_squares = 0;
  for (size_t i = 0; i < kAssociationDimensions; ++i) {
    const auto x = static_cast<double>(a[i]), y = static_cast<double>(b[i]);
    product += x * y;
    a_squares += x * x;
    b_squares += y * y;
  }
  return a_squares > 0 && b_squares > 0 ? product / std::sqrt(a_squares * b_squares) : 0;
}

}  // namespace atsmatch
