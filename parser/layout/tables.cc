#include "parser/layout/tables.h"

#include <algorithm>
#include <cmath>

namespace atsmatch {
namespace {

constexpr double kThinnest = 3.0;    // points: a line
constexpr double kShortest = 6.0;    // points
constexpr double kMeeting = 2.5;     // points between lines that meet
constexpr double kTallestRow = 260;  // points; a taller one is a column of the page
constexpr size_t kFewestColumns = 3;
constexpr size_t kFewestRows = 2;    // of so many columns
constexpr size_t kMostCellRows = 3;  // more, or more words, are a paragraph
constexpr size_t kMostCellWords = 14;
constexpr size_t kMostNameWords = 2;  // the name of a column

// A line along one axis: at `place` on the other one.
struct Stroke {
  double place = 0, from = 0, to = 0;
};

void AddStroke(double place, double from, double to, std::vector<Stroke>* strokes) {
  if (to - from > kShortest) strokes->push_back({place, from, to});
}

// Lines that lie on one another or go on where the other ends are one.
std::vector<Stroke> Joined(std::vector<Stroke> strokes) {
  std::sort(strokes.begin(), strokes.end(),
            [](const Stroke& a, const Stroke& b) { return a.from < b.from; });
  std::vector<Stroke> joined;
  for (const Stroke& stroke : strokes) {
    const auto before = std::find_if(joined.begin(), joined.end(), [&](const Stroke& other) {
      return std::abs(other.place - stroke.place) < kMeeting && stroke.from < other.to + kMeeting;
    });
    if (before == joined.end()) {
      joined.push_back(stroke);
    } else {
      before->to = std::max(before->to, stroke.to);
    }
  }
  std::sort(joined.begin(), joined.end(),
            [](const Stroke& a, const Stroke& b) { return a.place < b.place; });
  return joined;
}

struct Strokes {
  std::vector<Stroke> rules, walls;
};

Strokes FindStrokes(const Document& document, int page) {
  Strokes strokes;
  for (const Shape& shape : document.shapes) {
    if (shape.page != page || shape.kind == Shape::Kind::kImage) continue;
    const Box& box = shape.box;
    if (box.height() <= kThinnest) {
      AddStroke((box.y0 + box.y1) / 2, box.x0, box.x1, &strokes.rules);
    } else if (box.width() <= kThinnest) {
      AddStroke((box.x0 + box.x1) / 2, box.y0, box.y1, &strokes.walls);
    } else if (shape.kind == Shape::Kind::kStroke) {
      for (const double y : {box.y0, box.y1}) AddStroke(y, box.x0, box.x1, &strokes.rules);
      for (const double x : {box.x0, box.x1}) AddStroke(x, box.y0, box.y1, &strokes.walls);
    }
  }
  return {Joined(std::move(strokes.rules)), Joined(std::move(strokes.walls))};
}

// The walls between two heights, from left to right.
std::vector<double> WallsBetween(const std::vector<Stroke>& walls, const Stroke& rule, double y0,
                                 double y1) {
  std::vector<double> between;
  for (const Stroke& wall : walls) {
    const bool inside = wall.place > rule.from - kMeeting && wall.place < rule.to + kMeeting;
    if (inside && wall.from < y0 + kMeeting && wall.to > y1 - kMeeting)
      between.push_back(wall.place);
  }
  return between;
}

bool IsWide(const DrawnTable::Row& row) { return row.walls.size() > kFewestColumns; }

size_t CountWords(const PageContext& page, const FragmentList& list) {
  size_t words = 0;
  for (const int index : list) words += page.fragments[index].words.size();
  return words;
}

class TableDrafter {
 public:
  TableDrafter(const PageContext& page, const DrawnTable& table) : page_(page), table_(table) {}

  std::vector<LineDraft> Draft(const FragmentList& list) {
    std::vector<std::vector<Cell>> rows;
    for (const DrawnTable::Row& row : table_.rows) rows.push_back(CellsOf(row, list));
    for (const std::vector<Cell>& row : rows) {
      for (const Cell& cell : row) {
        if (TellsMore(cell)) telling_.push_back(cell.x);
      }
    }
    for (const std::vector<Cell>& row : rows) DraftRow(row);
    return std::move(lines_);
  }

 private:
  struct Cell {
    double x = 0;  // of its left wall
    FragmentList fragments;
    std::vector<Row> rows;
  };

  static double Middle(const Fragment& fragment) { return fragment.baseline - 0.3 * fragment.size; }

  // Those that hold anything, left to right.
  std::vector<Cell> CellsOf(const DrawnTable::Row& row, const FragmentList& list) const {
    std::vector<Cell> cells;
    for (size_t i = 0; i + 1 < row.walls.size(); ++i) {
      Cell cell{.x = row.walls[i]};
      for (const int index : list) {
        const Fragment& fragment = page_.fragments[index];
        const double x = (fragment.box.x0 + fragment.box.x1) / 2, y = Middle(fragment);
        if (y > row.y0 && y <= row.y1 && x > row.walls[i] && x <= row.walls[i + 1])
          cell.fragments.push_back(index);
      }
      if (cell.fragments.empty()) continue;
      cell.rows = FindRows(page_.fragments, cell.fragments);
      cells.push_back(std::move(cell));
    }
    return cells;
  }

  // Lists and paragraphs of one column stand behind the line in all rows.
  bool StandsBehind(const Cell& cell) const {
    const bool telling = std::any_of(telling_.begin(), telling_.end(),
                                     [&](double x) { return std::abs(x - cell.x) < kMeeting; });
    return telling && CountWords(page_, cell.fragments) > kMostNameWords;
  }

  void DraftRow(const std::vector<Cell>& cells) {
    LineDraft head{.page = page_.page};
    for (const Cell& cell : cells) {
      if (StandsBehind(cell)) continue;
      if (head.cells.empty()) head.baseline = cell.rows.front().baseline;
      head.cells.emplace_back();
      for (const Row& row : cell.rows) {
        head.cells.back().insert(head.cells.back().end(), row.fragments.begin(),
                                 row.fragments.end());
      }
    }
    if (!head.cells.empty()) lines_.push_back(std::move(head));
    for (const Cell& cell : cells) {
      if (!StandsBehind(cell)) continue;
      for (const Row& row : cell.rows)
        lines_.push_back({.page = page_.page, .cells = {row.fragments}, .baseline = row.baseline});
    }
  }

  bool TellsMore(const Cell& cell) const {
    const bool bullets =
        std::any_of(cell.rows.begin(), cell.rows.end(), [](const Row& row) { return row.bullet; });
    return bullets || cell.rows.size() > kMostCellRows ||
           CountWords(page_, cell.fragments) > kMostCellWords;
  }

  const PageContext& page_;
  const DrawnTable& table_;
  std::vector<double> telling_;  // left walls of columns of lists and paragraphs
  std::vector<LineDraft> lines_;
};

}  // namespace

std::vector<DrawnTable> FindDrawnTables(const Document& document, int page) {
  const Strokes strokes = FindStrokes(document, page);
  std::vector<DrawnTable> tables;
  if (strokes.walls.size() <= kFewestColumns) return tables;
  for (size_t i = 0; i < strokes.rules.size(); ++i) {
    const Stroke& rule = strokes.rules[i];
    const auto below = std::find_if(strokes.rules.begin() + static_cast<ptrdiff_t>(i) + 1,
                                    strokes.rules.end(), [&](const Stroke& other) {
                                      return other.place > rule.place + kShortest &&
                                             std::abs(other.from - rule.from) < kMeeting &&
                                             std::abs(other.to - rule.to) < kMeeting;
                                    });
    if (below == strokes.rules.end() || below->place - rule.place > kTallestRow) continue;
    DrawnTable::Row row{rule.place, below->place,
                        WallsBetween(strokes.walls, rule, rule.place, below->place)};
    // Walls at both ends close the row.
    if (row.walls.size() < 2 || row.walls.front() > rule.from + kMeeting ||
        row.walls.back() < rule.to - kMeeting) {
      continue;
    }
    const bool goes_on = !tables.empty() && std::abs(tables.back().box.y1 - row.y0) < kMeeting &&
                         std::abs(tables.back().box.x0 - rule.from) < kMeeting;
    if (!goes_on) {
      tables.emplace_back();
      tables.back().box = {rule.from, row.y0, rule.to, row.y1};
    }
    tables.back().box.y1 = row.y1;
    tables.back().rows.push_back(std::move(row));
  }
  std::erase_if(tables, [](const DrawnTable& table) {
    const auto wide = std::count_if(table.rows.begin(), table.rows.end(), IsWide);
    return static_cast<size_t>(wide) < kFewestRows;
  });
  return tables;
}

const DrawnTable* TableOf(const PageContext& page, const FragmentList& list) {
  if (page.tables.empty() || list.empty()) return nullptr;
  const Box box = BoxOf(page.fragments, list);
  for (const DrawnTable& table : page.tables) {
    const bool inside = box.x0 > table.box.x0 - kMeeting && box.x1 < table.box.x1 + kMeeting &&
                        box.y0 > table.box.y0 - kMeeting && box.y1 < table.box.y1 + kMeeting;
    if (inside) return &table;
  }
  return nullptr;
}

std::vector<LineDraft> DraftTable(const PageContext& page, const DrawnTable& table,
                                  const FragmentList& list) {
  return TableDrafter(page, table).Draft(list);
}

}  // namespace atsmatch
