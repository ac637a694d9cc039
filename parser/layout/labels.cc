#include "parser/layout/labels.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

constexpr double kBesideTolerance = 0.4;  // times the size; small dates beside large titles

int RowBeside(const Row& row, const std::vector<Row>& others) {
  int best = -1;
  double best_distance = std::max(1.5, kBesideTolerance * row.size);
  for (size_t i = 0; i < others.size(); ++i) {
    const double distance = std::abs(others[i].baseline - row.baseline);
    if (distance <= best_distance) {
      best_distance = distance;
      best = static_cast<int>(i);
    }
  }
  return best;
}

bool SameLook(const PageContext& page, const Row& a, const Row& b) {
  const Fragment& first = page.fragments[a.fragments.front()];
  const Fragment& second = page.fragments[b.fragments.front()];
  return first.bold == second.bold && first.colour == second.colour && first.caps == second.caps &&
         std::abs(first.size - second.size) < 0.1 * first.size;
}

bool EndsOpen(std::string_view text) {
  if (text.empty()) return false;
  if (text.ends_with("–") || text.ends_with("—")) return true;
  if (std::string_view("-,&/(+").find(text.back()) != std::string_view::npos) return true;
  const size_t space = text.rfind(' ');
  const std::string last = ToLower(space == std::string_view::npos ? text : text.substr(space + 1));
  for (std::string_view joint :
       {"and", "und", "et", "y", "e", "i", "en", "of", "to", "bis", "until"}) {
    if (last == joint && space != std::string_view::npos) return true;
  }
  return false;
}

bool StartsOpen(std::string_view text) {
  if (text.empty()) return false;
  if (text.starts_with("–") || text.starts_with("—")) return true;
  if (std::string_view("-&/)").find(text.front()) != std::string_view::npos) return true;
  const std::vector<char32_t> points =
      ToCodePoints(text.substr(0, std::min<size_t>(4, text.size())));
  return !points.empty() && IsLower(points.front());
}

bool HasYear(std::string_view text) {
  int digits = 0;
  for (char c : text) {
    digits = c >= '0' && c <= '9' ? digits + 1 : 0;
    if (digits == 4) return true;
  }
  return false;
}

class LabelFinder {
 public:
  LabelFinder(const PageContext& page, const std::vector<Row>& labels,
              const std::vector<Row>& others)
      : page_(page), labels_(labels), others_(others) {
    for (const Row& row : labels_) beside_.push_back(RowBeside(row, others_));
  }

  std::vector<Label> Find() const {
    std::vector<Label> found;
    for (size_t i = 0; i < labels_.size(); ++i) {
      if (i > 0 && Wraps(found.back().begin, i)) {
        found.back().end = i + 1;
      } else {
        found.push_back({i, i + 1, beside_[i]});
      }
    }
    return found;
  }

 private:
  std::string Text(size_t row) const {
    return TextOf(page_.document, page_.fragments[labels_[row].fragments.back()]);
  }

  // Does row i go on with the label that began at row `begin`?
  bool Wraps(size_t begin, size_t i) const {
    const Row& above = labels_[i - 1];
    const Row& row = labels_[i];
    if (row.gap_before > NormalLeading(above, row) || row.bullet) return false;
    if (!SameLook(page_, above, row)) return false;
    const std::string before = Text(i - 1);
    const std::string text = TextOf(page_.document, page_.fragments[row.fragments.front()]);
    if (StartsOpen(text)) return true;
    if (EndsOpen(before)) return true;
    // "January" / "2014": the upper row is no date without the lower one.
    if (HasYear(text) && !HasYear(before) && above.dates != row.dates) return text.size() <= 6;
    if (row.dates || row.heading) return false;
    const bool at_a_start = beside_[i] >= 0 && !others_[beside_[i]].continues;
    if (at_a_start) return false;
    // A name of more than one row: "Professional" / "Experience".
    return beside_[begin] >= 0 && !above.dates;
  }

  const PageContext& page_;
  const std::vector<Row>& labels_;
  const std::vector<Row>& others_;
  std::vector<int> beside_;
};

}  // namespace

std::vector<Label> FindLabels(const PageContext& page, const std::vector<Row>& labels,
                              const std::vector<Row>& others) {
  return LabelFinder(page, labels, others).Find();
}

}  // namespace atsmatch
