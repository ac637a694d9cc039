#include "parser/layout/labels.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

#include "parser/text/dates.h"
#include "parser/text/lexicon.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

constexpr double kBlockGap = 2.2;  // times the size, baseline to baseline
constexpr double kCentredTolerance = 0.5;
constexpr double kTightLeading = 1.35;  // times the size: rows of one name without other evidence
constexpr double kNearTheStart = 1.7;   // times the size: a date so far below belongs to the start
constexpr double kGroupGap = 1.25;      // times the normal leading
constexpr double kOnBaseline = 0.3;     // points: a label so near its row is meant to stand there

int RowBeside(const Row& row, const std::vector<Row>& others, double tolerance) {
  int best = -1;
  double best_distance = std::max(1.5, tolerance * row.size);
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

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool HasYear(std::string_view text) {
  int digits = 0;
  for (char c : text) {
    digits = IsDigit(c) ? digits + 1 : 0;
    if (digits == 4) return true;
  }
  return false;
}

std::string_view LastWord(std::string_view text) {
  const size_t space = text.rfind(' ');
  return space == std::string_view::npos ? text : text.substr(space + 1);
}

bool StartsWithYear(std::string_view text) {
  return text.size() >= 4 && HasYear(text.substr(0, 4)) && (text.size() == 4 || !IsDigit(text[4]));
}

class LabelFinder {
 public:
  LabelFinder(const PageContext& page, const std::vector<Row>& labels,
              const std::vector<Row>& others, double tolerance)
      : page_(page), labels_(labels), others_(others) {
    for (const Row& row : labels_) {
      beside_.push_back(RowBeside(row, others_, tolerance));
      // Two headings side by side are those of two columns.
      if (beside_.back() >= 0 && row.heading && others_[beside_.back()].heading)
        beside_.back() = -1;
    }
    const auto headings =
        std::count_if(labels_.begin(), labels_.end(), [](const Row& row) { return row.heading; });
    has_headings_ = 2 * headings >= static_cast<ptrdiff_t>(labels_.size());
    FindCentred();
  }

  // For a column of labels: finds a place for those that stand beside no row.
  void Attach() {
    const std::vector<IndexRange> blocks = FindBlocks(others_, kBlockGap);
    for (const IndexRange& block : blocks) LiftDate(block);
    for (size_t i = 0; i < labels_.size(); ++i) {
      if (beside_[i] >= 0 || labels_[i].heading || !IsOfGroup(i)) continue;
      for (const IndexRange& block : blocks) {
        if (others_[block.begin].top() > labels_[i].top() + 2) break;
        beside_[i] = static_cast<int>(block.begin);
      }
      if (beside_[i] >= 0) centred_[i] = -1;
    }
  }

  std::vector<Label> Find() const {
    std::vector<Label> found;
    for (size_t i = 0; i < labels_.size(); ++i) {
      if (i > 0 && (InOneCentred(i - 1, i) || Wraps(found.back().begin, i))) {
        found.back().end = i + 1;
      } else {
        found.push_back({i, i + 1, beside_[i]});
      }
    }
    return found;
  }

 private:
  // A label set to the middle of the rows that it names, as table cells are: it stands beside the
  // first of them.
  void FindCentred() {
    centred_.resize(labels_.size(), -1);
    for (const IndexRange& block : FindBlocks(others_, kBlockGap)) {
      if (block.size() < 2) continue;
      const Row& first = others_[block.begin];
      const Row& last = others_[block.end - 1];
      const IndexRange inside = LabelsBetween(first.top() - 2, last.bottom() + 2);
      if (inside.empty() || beside_[inside.begin] == static_cast<int>(block.begin)) continue;
      const double middle = (labels_[inside.begin].top() + labels_[inside.end - 1].bottom()) / 2;
      if (std::abs(middle - (first.top() + last.bottom()) / 2) > kCentredTolerance * first.size)
        continue;
      if (!IsTight(inside)) continue;
      for (size_t i = inside.begin; i < inside.end; ++i) {
        centred_[i] = static_cast<int>(block.begin);
        beside_[i] = static_cast<int>(block.begin);
      }
    }
  }

  // A date that stands a little below the first row of its entry stands for the entry.
  void LiftDate(const IndexRange& block) {
    const int begin = static_cast<int>(block.begin), end = static_cast<int>(block.end);
    auto first = std::find_if(beside_.begin(), beside_.end(),
                              [&](int row) { return row >= begin && row < end; });
    if (first == beside_.end() || *first == begin) return;
    const Row& label = labels_[first - beside_.begin()];
    const Row& head = others_[begin];
    const bool near = label.baseline - head.baseline < kNearTheStart * head.size;
    const bool on_its_row = std::abs(label.baseline - others_[*first].baseline) < kOnBaseline;
    if (near && !on_its_row && label.dates && !head.dates && !head.heading &&
        head.size < 1.1 * others_[*first].size) {
      *first = begin;
    }
  }

  // A date, or a row right above or below one: "Young Finance Leader" / "2023-02".
  bool IsOfGroup(size_t i) const {
    if (labels_[i].dates) return true;
    const bool below_date = i > 0 && labels_[i - 1].dates && IsTight({i - 1, i + 1}, false);
    const bool above_date =
        i + 1 < labels_.size() && labels_[i + 1].dates && IsTight({i, i + 2}, false);
    return below_date || above_date;
  }

  IndexRange LabelsBetween(double y0, double y1) const {
    IndexRange inside;
    for (size_t i = 0; i < labels_.size(); ++i) {
      if (labels_[i].top() < y0 || labels_[i].bottom() > y1) continue;
      if (inside.empty()) inside.begin = i;
      inside.end = i + 1;
    }
    return inside;
  }

  bool IsTight(IndexRange rows, bool alike = true) const {
    for (size_t i = rows.begin + 1; i < rows.end; ++i) {
      const double most = (alike ? 1.0 : kGroupGap) * NormalLeading(labels_[i - 1], labels_[i]);
      if (labels_[i].gap_before > most) return false;
      if (alike && labels_[i].dates != labels_[i - 1].dates) return false;
    }
    return true;
  }

  bool InOneCentred(size_t a, size_t b) const {
    return centred_[a] >= 0 && centred_[a] == centred_[b];
  }

  std::string Text(size_t row) const {
    return TextOf(page_.document, page_.fragments[labels_[row].fragments.back()]);
  }

  // "Employment" / "History": together they are a heading.
  bool IsHeading(size_t begin, size_t last) const {
    if (labels_[last].dates || last - begin > 3 || !has_headings_) return false;
    if (labels_[last].gap_before > NormalLeading(labels_[last - 1], labels_[last])) return false;
    std::string text = Text(begin);
    for (size_t i = begin + 1; i <= last; ++i) text += " " + Text(i);
    return page_.lexicon.Find(LexiconTable::kSectionHeadings, text).has_value();
  }

  // Two single dates, the earlier above the later, tight and alone at the height of one entry.
  bool IsStartAboveEnd(size_t i) const {
    const auto start = FindDateRange(Text(i), page_.lexicon);
    const auto end = FindDateRange(Text(i + 1), page_.lexicon);
    if (!start || !end || start->is_range || end->is_range || start->start.year > end->start.year ||
        labels_[i + 1].gap_before > kTightLeading * labels_[i + 1].size) {
      return false;
    }
    for (const IndexRange& block : FindBlocks(others_, kBlockGap)) {
      auto inside = [&](int row) {
        return row >= static_cast<int>(block.begin) && row < static_cast<int>(block.end);
      };
      if (!inside(beside_[i])) continue;
      return inside(beside_[i + 1]) && std::count_if(beside_.begin(), beside_.end(), inside) == 2;
    }
    return false;
  }

  // A range that goes on over the end of the row above, or a month or season without its year.
  bool GoesOnAsDate(size_t begin, size_t i) const {
    std::string above = Text(begin);
    for (size_t k = begin + 1; k < i; ++k) above += " " + Text(k);
    const std::string both = above + " " + Text(i);
    const auto joined = FindDateRange(both, page_.lexicon);
    if (!joined || joined->text_begin != 0 || joined->text_end <= above.size() + 1) return false;
    const auto alone = FindDateRange(above, page_.lexicon);
    const bool needs_year = !IsDigit(above.back()) && StartsWithYear(Text(i));
    return !alone ||
           (joined->text_end == both.size() && (needs_year || alone->text_end < above.size()));
  }

  // Does row i go on with the label that began at row `begin`?
  bool Wraps(size_t begin, size_t i) const {
    const Row& above = labels_[i - 1];
    const Row& row = labels_[i];
    if (row.gap_before > NormalLeading(above, row) || row.bullet) return false;
    if (!SameLook(page_, above, row)) return false;
    const std::string before = Text(i - 1);
    const std::string text = TextOf(page_.document, page_.fragments[row.fragments.front()]);
    // "2025" / "sept. 2016", beside an entry of its own: months may be written small.
    const bool at_a_start = beside_[i] >= 0 && !others_[beside_[i]].continues;
    const std::string first(text, 0, text.find(' '));
    if (above.dates && at_a_start && IsDigit(before.back()) &&
        page_.lexicon.Find(LexiconTable::kMonths, first)) {
      return false;
    }
    if (StartsOpen(text)) return true;
    if (EndsOpen(before)) return true;
    // "April 2012 – September" / "2017": a month waits for its year.
    if (StartsWithYear(text) && page_.lexicon.Find(LexiconTable::kMonths, LastWord(before))) {
      return true;
    }
    // "March 2016 – May 2018" / "2 yrs 3 mos"
    if (above.dates && !row.dates && IsDigit(text.front()) &&
        IsOnlyDates(before + " " + text, page_.lexicon)) {
      return true;
    }
    if (IsHeading(begin, i)) return true;
    // "Aug" / "2021–May" / "2023", "Summer" / "2019": what stands below ends the date above.
    if (GoesOnAsDate(begin, i)) return true;
    // "January" / "2014": the upper row is no date without the lower one.
    if (HasYear(text) && !HasYear(before) && above.dates != row.dates) return text.size() <= 6;
    // A start above its end: "2009" / "2013".
    if (row.dates && above.dates && i == begin + 1 && beside_[begin] >= 0) {
      return beside_[i] < 0 || IsStartAboveEnd(begin);
    }
    if (row.dates && above.dates) return false;
    if (row.dates || row.heading) return false;
    if (at_a_start) return false;
    // A name of more than one row: "Professional" / "Experience".
    return beside_[begin] >= 0 && !above.dates && row.gap_before < kTightLeading * row.size;
  }

  const PageContext& page_;
  const std::vector<Row>& labels_;
  const std::vector<Row>& others_;
  bool has_headings_ = false;  // most labels are known headings
  std::vector<int> beside_;    // row of the other column, -1: none
  std::vector<int> centred_;   // the same, for those set to the middle of several rows
};

}  // namespace

std::vector<Label> FindLabels(const PageContext& page, const std::vector<Row>& labels,
                              const std::vector<Row>& others, double tolerance) {
  return LabelFinder(page, labels, others, tolerance).Find();
}

std::vector<Label> AttachLabels(const PageContext& page, const std::vector<Row>& labels,
                                const std::vector<Row>& others) {
  LabelFinder finder(page, labels, others, kBesideAtAll);
  finder.Attach();
  return finder.Find();
}

}  // namespace atsmatch
