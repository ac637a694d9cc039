#include "parser/layout/gutter.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

#include "parser/layout/labels.h"

namespace atsmatch {
namespace {

constexpr double kNarrowest = 4;          // points of white space
constexpr double kNarrowestInEms = 0.45;  // times the size
constexpr size_t kTellingRows = 5;
constexpr size_t kManyCross = 4;    // rows across a gutter of another page
constexpr double kElsewhere = 3.5;  // score for standing at the same place on another page
constexpr double kEnough = 0.3;     // score of independent columns
constexpr double kEnoughInGrid = -0.9;
constexpr double kSameEdge = 3;       // points
constexpr size_t kGridRows = 12;      // fewer rows are a grid, more are a column of the page
constexpr double kCardWidth = 0.5;    // of the other side's
constexpr double kCentred = 2.5;      // points off the middle
constexpr double kRuleReach = 24;     // points that a rule goes on beyond a gutter it crosses
constexpr double kBlockGap = 2.2;     // times the size, baseline to baseline
constexpr double kNarrowInEms = 1.0;  // narrower needs more rows to be believed

// One column beside a gutter, as the clues see it.
struct Side {
  std::vector<Row> rows;       // those beside rows of the other side
  std::vector<Label> labels;   // as if it were a column of labels for the other side
  double prose = 0;            // share of rows that go on from the row above
  double dates = 0;            // share of rows that are nothing but dates
  double naming = 0;           // share of rows that are nothing but dates or a known heading
  double headings = 0;         // number of known headings
  double bare_headings = 0;    // those with nothing below them but on the other side
  double paired = 0;           // share of rows that have a row of the other side at their height
  double attached = 0;         // share of labels that stand beside the start of something
  double heading_labels = 0;   // share of labels that are headings beside the start of something
  double bullets = 0;          // share of rows that start with a bullet
  double paired_dates = 0;     // share of the rows of dates that have a row at their height
  double facing_dates = 0;     // number of rows of dates beside rows of dates
  size_t headlines = 0;        // blocks that open with a row that stands out
  double filled = 0;           // share of the height without large empty stretches
  double edge = 0;             // share of rows that keep the left or the right edge
  double panel = 0;            // share of the height that stands on a panel of its own
  bool opens_section = false;  // opens with a heading that looks like others of the page
};

double Share(double part, size_t whole) {
  return whole == 0 ? 0 : part / static_cast<double>(whole);
}

const Row* RowAt(const std::vector<Row>& rows, const Row& wanted, double tolerance) {
  auto found = std::find_if(rows.begin(), rows.end(), [&](const Row& row) {
    return std::abs(row.baseline - wanted.baseline) <=
           std::max(1.2, tolerance * std::max(row.size, wanted.size));
  });
  return found == rows.end() ? nullptr : &*found;
}

// A panel under one side only speaks for a sidebar.
double PanelShare(const PageContext& page, const Gutter& gutter, bool left) {
  double height = 0;
  for (const Box& panel : page.panels) {
    const double edge = left ? panel.x1 : panel.x0;
    if (edge < gutter.x0 - 2 || edge > gutter.x1 + 2) continue;
    height += std::max(0.0, std::min(panel.y1, gutter.y1) - std::max(panel.y0, gutter.y0));
  }
  return std::min(1.0, height / std::max(1.0, gutter.y1 - gutter.y0));
}

bool StandsOut(const Fragment& upper, const Fragment& lower) {
  return (upper.bold && !lower.bold) || upper.size > 1.08 * lower.size ||
         (upper.caps && !lower.caps && upper.colour != lower.colour);
}

// Blocks that open with a row that stands out from those below it: the name of a group of skills,
// the title of a card.
size_t CountHeadlines(const PageContext& page, const std::vector<Row>& rows) {
  size_t headlines = 0;
  for (size_t i = 0; i + 1 < rows.size(); ++i) {
    if (rows[i + 1].gap_before > 1.3 * NormalLeading(rows[i], rows[i + 1])) continue;
    headlines += StandsOut(page.fragments[rows[i].fragments.front()],
                           page.fragments[rows[i + 1].fragments.front()]);
  }
  return headlines;
}

// The place under a date, one row at most: it says of the entry what the date says.
std::vector<bool> RowsOfDates(const std::vector<Row>& rows) {
  std::vector<bool> of_date(rows.size());
  for (size_t i = 1; i < rows.size(); ++i) {
    const Row& row = rows[i];
    const bool alone =
        i + 1 == rows.size() || rows[i + 1].gap_before > NormalLeading(row, rows[i + 1]);
    of_date[i] = rows[i - 1].dates && !row.dates && !row.heading && !row.bullet && alone &&
                 row.gap_before < NormalLeading(rows[i - 1], row);
  }
  return of_date;
}

// The first row is a known heading alone, in the look of two others on the page, and all others
// start where it does or to the right of it.
bool OpensSection(const PageContext& page, const std::vector<Row>& rows) {
  const Row& row = rows.front();
  if (!row.heading || row.fragments.size() != 1) return false;
  if (std::any_of(rows.begin(), rows.end(),
                  [&](const Row& other) { return other.x0 < row.x0 - kSameEdge; })) {
    return false;
  }
  const Fragment& heading = page.fragments[row.fragments.front()];
  return std::count_if(page.fragments.begin(), page.fragments.end(), [&](const Fragment& other) {
           return other.heading && std::abs(other.baseline - heading.baseline) > 1 &&
                  other.LooksLike(heading);
         }) >= 2;
}

// Headings with a heading as the next row below, and rows of the other side between the two.
size_t CountBareHeadings(const std::vector<Row>& rows, const std::vector<Row>& others) {
  size_t bare = 0;
  for (size_t i = 0; i + 1 < rows.size(); ++i) {
    if (!rows[i].heading || !rows[i + 1].heading) continue;
    bare += std::count_if(others.begin(), others.end(), [&](const Row& other) {
              return other.baseline > rows[i].baseline + rows[i].size &&
                     other.baseline < rows[i + 1].baseline - rows[i + 1].size;
            }) >= 2;
  }
  return bare;
}

void DescribeSide(const PageContext& page, const Side& other, Side* side) {
  double left = 1e9, right = -1e9, paired = 0, prose = 0, dates = 0, bullets = 0, naming = 0,
         paired_dates = 0;
  const std::vector<bool> of_date = RowsOfDates(side->rows);
  for (size_t i = 0; i < side->rows.size(); ++i) {
    const Row& row = side->rows[i];
    left = std::min(left, row.x0);
    right = std::max(right, row.x1);
    paired += RowAt(other.rows, of_date[i] ? side->rows[i - 1] : row, 0.15) != nullptr;
    prose += row.continues;
    dates += row.dates;
    naming += row.dates || of_date[i] || row.heading;
    if (row.dates) {
      const Row* facing = RowAt(other.rows, row, 0.3);
      paired_dates += facing != nullptr && !facing->dates;
      side->facing_dates += facing != nullptr && facing->dates;
    }
    bullets += row.bullet;
    side->headings += row.heading;
  }
  double at_left = 0, at_right = 0;
  for (const Row& row : side->rows) {
    at_left += row.x0 < left + 2 * row.size;
    at_right += row.x1 > right - 2;
  }
  side->edge = Share(std::max(at_left, at_right), side->rows.size());
  side->paired = Share(paired, side->rows.size());
  side->prose = Share(prose, side->rows.size());
  side->dates = Share(dates, side->rows.size());
  side->naming = Share(naming, side->rows.size());
  side->paired_dates = dates == 0 ? 0 : paired_dates / dates;
  side->bullets = Share(bullets, side->rows.size());
  side->headlines = CountHeadlines(page, side->rows);
  side->opens_section = OpensSection(page, side->rows);
  side->labels = FindLabels(page, side->rows, other.rows, kBesideForSure);
  double attached = 0, headings = 0;
  size_t labels = 0;
  for (const Label& label : side->labels) {
    if (of_date[label.begin]) continue;
    ++labels;
    if (label.beside < 0 || other.rows[label.beside].continues) continue;
    ++attached;
    headings += side->rows[label.begin].heading;
  }
  side->attached = Share(attached, labels);
  side->heading_labels = Share(headings, labels);
}

// The rows from y0 to y1, and those below that go on without a gap.
std::vector<Row> RowsBeside(const std::vector<Row>& rows, double y0, double y1) {
  std::vector<Row> beside;
  for (const Row& row : rows) {
    if (row.baseline < y0) continue;
    if (row.baseline > y1 && (beside.empty() || row.gap_before > NormalLeading(beside.back(), row)))
      break;
    beside.push_back(row);
  }
  return beside;
}

double SmallestSize(const std::vector<Row>& left, const std::vector<Row>& right) {
  double size = 1e9;
  for (const auto* rows : {&left, &right}) {
    for (const Row& row : *rows) size = std::min(size, row.size);
  }
  return std::max(size, 1.0);
}

// The share of the height from y0 to y1 that the rows fill.
double Filled(const std::vector<Row>& rows, double y0, double y1) {
  double filled = 0;
  for (const IndexRange& block : FindBlocks(rows, kEmptyGap)) {
    filled += std::max(
        0.0, std::min(y1, rows[block.end - 1].bottom()) - std::max(y0, rows[block.begin].top()));
  }
  return filled / std::max(1.0, y1 - y0);
}

double Width(const std::vector<Row>& rows) {
  double x0 = 1e9, x1 = -1e9;
  for (const Row& row : rows) {
    x0 = std::min(x0, row.x0);
    x1 = std::max(x1, row.x1);
  }
  return x1 - x0;
}

// Cards to the left and right of a time line: both sides have large empty stretches, and what
// stands on one side faces the emptiness of the other.  Names and values in two columns have such
// stretches, too, but start at the same height.
bool Alternates(const std::vector<Row>& left, const std::vector<Row>& right) {
  const double narrower = std::min(Width(left), Width(right));
  if (narrower < kCardWidth * std::max(Width(left), Width(right))) return false;
  const double y0 = std::min(left.front().top(), right.front().top());
  const double y1 = std::max(left.back().bottom(), right.back().bottom());
  if (Filled(left, y0, y1) > 0.75 || Filled(right, y0, y1) > 0.75) return false;
  std::vector<std::pair<double, int>> tops;
  for (int side : {0, 1}) {
    const std::vector<Row>& rows = side == 0 ? left : right;
    for (const IndexRange& block : FindBlocks(rows, kEmptyGap)) {
      if (block.size() < 2) return false;
      tops.push_back({rows[block.begin].top(), side});
    }
  }
  std::sort(tops.begin(), tops.end());
  size_t changes = 0;
  for (size_t i = 1; i < tops.size(); ++i) {
    changes += tops[i].second != tops[i - 1].second &&
               tops[i].first - tops[i - 1].first > left.front().size;
  }
  return changes >= 2 && changes + 1 >= tops.size() - tops.size() / 4;
}

struct Clue {
  const char* name;
  double (*weigh)(const Side& left, const Side& right, double white);  // white space in ems
};

double Fewer(const Side& left, const Side& right) {
  return static_cast<double>(std::min(left.rows.size(), right.rows.size()));
}

// Headings with nothing of their own but dates under them, and hardly any on the other side, where
// the words of a heading may name a field ("GitHub", "Address").
bool Names(const Side& names, const Side& named) {
  return names.headings >= 3 && names.naming > 0.6 && 4 * named.headings <= names.headings &&
         2 * named.naming < names.naming;
}

// A name over two rows, and a few rows of text at its side.
bool IsLargeBeside(const Side& large, const Side& small) {
  constexpr double kTimes = 2;
  constexpr size_t kFewest = 2, kMost = 4;  // rows of the large type
  if (large.rows.size() < kFewest || large.rows.size() > kMost || small.rows.size() < kFewest)
    return false;
  const auto smaller = [](const Row& a, const Row& b) { return a.size < b.size; };
  const Row& least = *std::min_element(large.rows.begin(), large.rows.end(), smaller);
  const Row& most = *std::max_element(small.rows.begin(), small.rows.end(), smaller);
  return least.size >= kTimes * most.size;
}

// Positive: two columns, each read by itself.  Negative: rows that go across.
constexpr Clue kClues[] = {
    {"large type beside text",
     [](const Side& l, const Side& r, double) {
       return IsLargeBeside(l, r) || IsLargeBeside(r, l) ? 3.0 : 0.0;
     }},
    {"rows do not share baselines",
     [](const Side& l, const Side& r, double) {
       return 3.0 * (0.75 - std::max(l.paired, r.paired));
     }},
    {"running text on both sides",
     [](const Side& l, const Side& r, double) {
       return 4.0 * std::min({l.prose, r.prose, 0.5});
     }},
    {"headings on both sides",
     [](const Side& l, const Side& r, double) {
       const double both = std::min(l.headings, r.headings);
       return both >= 2 ? 1.5 : both >= 1 ? 0.8 : 0.0;
     }},
    {"both sides open with a heading in one row",
     [](const Side& l, const Side& r, double) {
       const Row &left = l.rows.front(), &right = r.rows.front();
       const bool one_row = std::abs(left.baseline - right.baseline) < 0.2 * left.size;
       const bool one_size = std::abs(left.size - right.size) < 0.05 * left.size;
       return left.heading && right.heading && one_row && one_size ? 2.5 : 0.0;
     }},
    {"each side is a section",
     [](const Side& l, const Side& r, double) {
       const bool one_row = std::abs(l.rows.front().baseline - r.rows.front().baseline) < 1;
       const bool one_each = l.headings == 1 && r.headings == 1;
       return l.opens_section && r.opens_section && one_row && one_each ? 2.5 : 0.0;
     }},
    {"one side is dates",
     [](const Side& l, const Side& r, double) { return -3.0 * std::abs(l.dates - r.dates); }},
    {"one side names what the other says",
     [](const Side& l, const Side& r, double) { return Names(l, r) || Names(r, l) ? -3.0 : 0.0; }},
    {"headings of one side stand above the text of the other",
     [](const Side& l, const Side& r, double) {
       const bool above = (l.bare_headings > 0 && r.headings <= l.bare_headings) ||
                          (r.bare_headings > 0 && l.headings <= r.bare_headings);
       return above ? -4.0 : 0.0;
     }},
    {"dates of both sides share rows",
     [](const Side& l, const Side& r, double) {
       return 1.5 * std::min({l.facing_dates, r.facing_dates, 1.0});
     }},
    {"dates stand beside rows of the other side",
     [](const Side& l, const Side& r, double) {
       return -4.0 * std::clamp(std::max(l.paired_dates, r.paired_dates) - 0.5, 0.0, 0.5);
     }},
    {"one side is headings beside their text",
     [](const Side& l, const Side& r, double) {
       return -4.0 * std::max(l.heading_labels, r.heading_labels);
     }},
    {"every item of one side stands beside the start of an item of the other",
     [](const Side& l, const Side& r, double) {
       return 2.0 * (0.7 - std::max(l.attached, r.attached));
     }},
    {"on a panel of its own",
     [](const Side& l, const Side& r, double) { return 2.5 * std::max(l.panel, r.panel); }},
    {"bulleted items on both sides",
     [](const Side& l, const Side& r, double) {
       return 4.0 * std::min({l.bullets, r.bullets, 0.5});
     }},
    {"blocks with a headline on both sides",
     [](const Side& l, const Side& r, double) {
       const size_t both = std::min(l.headlines, r.headlines);
       if (both == 0) return 0.0;
       if (both >= 2) return 2.0;
       return l.rows.size() != r.rows.size() ? 1.5 : 0.7;
     }},
    {"narrow white space beside few rows",
     [](const Side& l, const Side& r, double white) {
       return white < kNarrowInEms && Fewer(l, r) < 8 ? -1.0 : 0.0;
     }},
    {"one side is mostly empty",
     [](const Side& l, const Side& r, double) {
       return 4.0 * std::clamp(std::min(l.filled, r.filled) - 0.7, -0.5, 0.0);
     }},
    {"the right side has no left edge",
     [](const Side&, const Side& r, double) { return r.edge < 0.15 ? -1.0 : 0.0; }},
    {"few rows",
     [](const Side& l, const Side& r, double) {
       return Fewer(l, r) < 2 ? -2.0 : Fewer(l, r) < 3 ? -1.0 : 0.0;
     }},
};

class GutterFinder {
 public:
  GutterFinder(const PageContext& page, const FragmentList& region)
      : page_(page), fragments_(page.fragments), region_(region) {
    std::sort(region_.begin(), region_.end(), [&](int a, int b) {
      return std::tie(fragments_[a].box.y0, a) < std::tie(fragments_[b].box.y0, b);
    });
    rules_ = page.rules;
    std::sort(rules_.begin(), rules_.end(), [](const Box& a, const Box& b) { return a.y0 < b.y0; });
    FindCentredHeadings();
  }

  std::vector<Gutter> Find() {
    for (double x : CandidatePlaces()) FindAt(x);
    return std::move(gutters_);
  }

 private:
  // A gutter ends where something starts: at the left edge of a fragment.
  std::vector<double> CandidatePlaces() const {
    std::vector<double> places;
    for (int index : region_) places.push_back(fragments_[index].box.x0);
    std::sort(places.begin(), places.end());
    std::vector<double> distinct;
    for (double place : places) {
      if (distinct.empty() || place - distinct.back() > 1.0) distinct.push_back(place);
    }
    return distinct;
  }

  void FindAt(double x) {
    Gutter run;
    bool crossed_above = false;
    size_t rule = 0;
    for (int index : region_) {
      const Box& box = fragments_[index].box;
      for (; rule < rules_.size() && rules_[rule].y0 < fragments_[index].baseline; ++rule) {
        if (rules_[rule].x0 > x - kRuleReach || rules_[rule].x1 < x + kRuleReach) continue;
        Add(std::move(run), crossed_above, /*crossed_below=*/true);
        run = {};
        crossed_above = true;
      }
      const bool centred = std::binary_search(centred_.begin(), centred_.end(), index);
      if (box.x1 <= x - kNarrowest + 0.5 && box.x0 < x - 0.5 && !centred) {
        run.left.push_back(index);
      } else if (box.x0 >= x - 0.5 && !centred) {
        run.right.push_back(index);
      } else {
        Add(std::move(run), crossed_above, /*crossed_below=*/true);
        run = {};
        crossed_above = true;
      }
    }
    Add(std::move(run), crossed_above, /*crossed_below=*/false);
  }

  // Headings set in the middle of the region stand above all its columns, however short they are.
  // Two of different length, or it is chance.
  void FindCentredHeadings() {
    const Box box = BoxOf(fragments_, region_);
    const double middle = (box.x0 + box.x1) / 2;
    double shortest = 1e9, longest = 0;
    for (const Row& row : FindRows(fragments_, region_)) {
      if (row.fragments.size() != 1 || std::abs((row.x0 + row.x1) / 2 - middle) > kCentred)
        continue;
      const Fragment& fragment = fragments_[row.fragments.front()];
      if (!fragment.heading && !(fragment.bold || fragment.caps)) continue;
      centred_.push_back(row.fragments.front());
      shortest = std::min(shortest, row.x1 - row.x0);
      longest = std::max(longest, row.x1 - row.x0);
    }
    if (longest - shortest < 4 * kCentred) centred_.clear();
    std::sort(centred_.begin(), centred_.end());
  }

  void Add(Gutter gutter, bool crossed_above, bool crossed_below) {
    if (gutter.left.empty() || gutter.right.empty() || gutter.left.size() + gutter.right.size() < 3)
      return;
    if (!seen_
             .insert({gutter.left.size(), gutter.right.size(), gutter.left.front(),
                      gutter.right.front()})
             .second) {
      return;
    }
    std::vector<Row> left = FindRows(fragments_, gutter.left);
    std::vector<Row> right = FindRows(fragments_, gutter.right);
    AddStretches(left, right);
    gutter.x0 = BoxOf(fragments_, gutter.left).x1;
    gutter.x1 = BoxOf(fragments_, gutter.right).x0;
    if (StandsElsewhere(gutter)) {
      AddRows(left, right);
      return;
    }
    const bool grid = std::min(left.size(), right.size()) < kGridRows;
    if (crossed_above || grid) {
      TrimTop(left, grid, &right);
      TrimTop(right, grid, &left);
    }
    if (grid || (crossed_below && !WrapsAtGutter(left, right))) TrimBottom(right, &left);
    AddRows(left, right);
  }

  // A short grid that stands beside a stretch of a column: each block of the right side, with the
  // rows at its height.
  void AddStretches(const std::vector<Row>& left, const std::vector<Row>& right) {
    const std::vector<IndexRange> blocks = FindBlocks(right, kBlockGap);
    if (blocks.size() < 2) return;
    for (const IndexRange& block : blocks) {
      if (block.size() < 2) continue;
      const std::vector<Row> inside(right.begin() + block.begin, right.begin() + block.end);
      std::vector<Row> beside;
      for (const Row& row : left) {
        if (row.baseline < inside.front().baseline - 2) continue;
        const bool goes_on =
            !beside.empty() &&
            (row.continues || row.gap_before < NormalLeading(beside.back(), row)) && !row.heading;
        if (row.baseline > inside.back().baseline + 2 && !goes_on) break;
        beside.push_back(row);
      }
      AddRows(beside, inside);
    }
  }

  void AddRows(const std::vector<Row>& left, const std::vector<Row>& right) {
    if (left.empty() || right.empty()) return;
    Gutter gutter;
    gutter.left = FragmentsOf(left);
    gutter.right = FragmentsOf(right);
    if (!weighed_
             .insert({gutter.left.front(), gutter.left.back(), gutter.right.front(),
                      gutter.right.back(), gutter.left.size(), gutter.right.size()})
             .second) {
      return;
    }
    if (!Measure(left, right, &gutter)) return;
    Weigh(left, right, &gutter);
    if (HasLabels(gutter)) gutter.score -= 2.5;
    gutter.elsewhere = StandsElsewhere(gutter) && !HasLabels(gutter);
    if (gutter.elsewhere) {
      gutter.score += kElsewhere;
      // Three rows beside a sidebar's end tell nothing against it.
      const bool telling = std::min(left.size(), right.size()) >= kTellingRows ||
                           CountBareHeadings(left, right) + CountBareHeadings(right, left) > 0;
      if (!telling) gutter.score = std::max(gutter.score, 1.0);
    }
    if (Alternates(left, right)) {
      gutter.alternating = true;
      gutter.score = 2;
    }
    gutters_.push_back(std::move(gutter));
  }

  static FragmentList FragmentsOf(const std::vector<Row>& rows) {
    FragmentList list;
    for (const Row& row : rows) list.insert(list.end(), row.fragments.begin(), row.fragments.end());
    return list;
  }

  bool Measure(const std::vector<Row>& left, const std::vector<Row>& right, Gutter* gutter) const {
    const Box left_box = BoxOf(fragments_, gutter->left);
    const Box right_box = BoxOf(fragments_, gutter->right);
    gutter->x0 = left_box.x1;
    gutter->x1 = right_box.x0;
    gutter->y0 = std::min(left_box.y0, right_box.y0);
    gutter->y1 = std::max(left_box.y1, right_box.y1);
    const double size = SmallestSize(left, right);
    return gutter->x1 - gutter->x0 >= std::max(kNarrowest, kNarrowestInEms * size);
  }

  // Rows of one column above the first of the other belong to it only as far as they are close to
  // each other; the others stand above the columns.  The heading of a tall column stays with it.
  static void TrimTop(const std::vector<Row>& other, bool grid, std::vector<Row>* rows) {
    size_t keep = 0;
    for (size_t i = 1; i < rows->size() && (*rows)[i].baseline < other.front().baseline + 2; ++i) {
      if ((*rows)[i - 1].heading && !grid) break;
      if ((*rows)[i].gap_before > NormalLeading((*rows)[i - 1], (*rows)[i])) keep = i;
    }
    rows->erase(rows->begin(), rows->begin() + keep);
  }

  // Rows of the left column below the last of the right one, likewise.
  void TrimBottom(const std::vector<Row>& right, std::vector<Row>* left) const {
    for (size_t i = 1; i < left->size(); ++i) {
      const Row& row = (*left)[i];
      if (row.baseline <= right.back().baseline + 2) continue;
      if (row.gap_before > NormalLeading((*left)[i - 1], row) || row.heading) {
        left->resize(i);
        return;
      }
    }
  }

  // Below the last row of the right column the left one goes on in its own width.
  static bool WrapsAtGutter(const std::vector<Row>& left, const std::vector<Row>& right) {
    double x0 = 1e9, x1 = -1e9;
    for (const Row& row : left) {
      x0 = std::min(x0, row.x0);
      x1 = std::max(x1, row.x1);
    }
    return std::any_of(left.begin(), left.end(), [&](const Row& row) {
      return row.baseline > right.back().baseline + 2 && row.x1 > x1 - 0.2 * (x1 - x0);
    });
  }

  // A gutter that has labels to its left anywhere in the document has labels everywhere.
  bool HasLabels(const Gutter& gutter) const {
    return std::any_of(page_.label_edges.begin(), page_.label_edges.end(),
                       [&](double edge) { return std::abs(edge - gutter.x1) < kSameEdge; });
  }

  // The columns of a document stand at the same place on all its pages, unless the text of this
  // page goes across.
  bool StandsElsewhere(const Gutter& gutter) const {
    for (const Box& other : page_.columns_elsewhere) {
      const double middle = (other.x0 + other.x1) / 2;
      if (middle > gutter.x0 - kSameEdge && middle < gutter.x1 + kSameEdge &&
          Crossing(middle) < kManyCross) {
        return true;
      }
    }
    return false;
  }

  size_t Crossing(double x) const {
    return std::count_if(region_.begin(), region_.end(), [&](int index) {
      return fragments_[index].box.x0 < x - 1 && fragments_[index].box.x1 > x + 1;
    });
  }

  void Weigh(const std::vector<Row>& left_rows, const std::vector<Row>& right_rows,
             Gutter* gutter) const {
    const double y0 = std::max(left_rows.front().top(), right_rows.front().top()) - 2;
    const double y1 = std::min(left_rows.back().bottom(), right_rows.back().bottom()) + 2;
    Side left, right;
    left.rows = RowsBeside(left_rows, y0, y1);
    right.rows = RowsBeside(right_rows, y0, y1);
    if (left.rows.empty() || right.rows.empty()) {  // one stands wholly above the other
      gutter->score = -10;
      return;
    }
    DescribeSide(page_, right, &left);
    DescribeSide(page_, left, &right);
    left.bare_headings = CountBareHeadings(left_rows, right_rows);
    right.bare_headings = CountBareHeadings(right_rows, left_rows);
    left.filled = Filled(left.rows, y0, y1);
    right.filled = Filled(right.rows, y0, y1);
    left.panel = PanelShare(page_, *gutter, true);
    right.panel = PanelShare(page_, *gutter, false);
    const double white = (gutter->x1 - gutter->x0) / SmallestSize(left.rows, right.rows);
    for (const Clue& clue : kClues) gutter->score += clue.weigh(left, right, white);
  }

  const PageContext& page_;
  const std::vector<Fragment>& fragments_;
  FragmentList region_;
  std::vector<Box> rules_;  // from top to bottom
  FragmentList centred_;    // sorted
  std::set<std::tuple<size_t, size_t, int, int>> seen_;
  std::set<std::tuple<int, int, int, int, size_t, size_t>> weighed_;
  std::vector<Gutter> gutters_;
};

double Worth(const Gutter& gutter) { return std::min(gutter.score, 3.0) * (gutter.y1 - gutter.y0); }

}  // namespace

std::vector<IndexRange> FindBlocks(const std::vector<Row>& rows, double gap) {
  std::vector<IndexRange> blocks;
  for (size_t i = 0; i < rows.size(); ++i) {
    if (i == 0 || rows[i].gap_before > gap * std::max(rows[i].size, rows[i - 1].size)) {
      blocks.push_back({i, i});
    }
    blocks.back().end = i + 1;
  }
  return blocks;
}

std::vector<Gutter> FindGutters(const PageContext& page, const FragmentList& region) {
  return GutterFinder(page, region).Find();
}

bool IsGrid(const Gutter& gutter) {
  return std::min(gutter.left.size(), gutter.right.size()) < kGridRows;
}

std::optional<Gutter> FindColumnGutter(const PageContext& page, const FragmentList& region,
                                       bool in_grid) {
  const double enough = in_grid ? kEnoughInGrid : kEnough;
  std::optional<Gutter> best;
  for (Gutter& gutter : FindGutters(page, region)) {
    if (gutter.score <= enough) continue;
    if (!best || Worth(gutter) > Worth(*best)) best = std::move(gutter);
  }
  return best;
}

}  // namespace atsmatch
