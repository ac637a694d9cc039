#include "parser/layout/line_look.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>

#include "parser/layout/drawn_bullets.h"
#include "parser/layout/fragment.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

constexpr double kThickestRule = 4.0;   // points
constexpr double kShortestRule = 30.0;  // points
constexpr double kBoxedHeight = 2.8;    // times the line's height; more is a panel or a card

// Adds up the letters of each value and tells the one with most.
template <class T>
class Majority {
 public:
  void Add(T value, size_t letters) {
    for (auto& [known, count] : counts_) {
      if (known == value) {
        count += letters;
        return;
      }
    }
    counts_.push_back({value, letters});
  }
  T Value() const {
    auto best = std::max_element(counts_.begin(), counts_.end(),
                                 [](const auto& a, const auto& b) { return a.second < b.second; });
    return best == counts_.end() ? T{} : best->first;
  }

 private:
  std::vector<std::pair<T, size_t>> counts_;
};

void DescribeType(const Document& document, Line* line) {
  Majority<double> size;
  Majority<double> baseline;
  Majority<uint32_t> colour;
  Majority<bool> bold, italic;
  bool has_letter = false, has_lower = false;
  for (size_t i = line->words.begin; i < line->words.end; ++i) {
    const Word& word = document.words[i];
    const size_t letters = CountCodePoints(word.text);
    size.Add(std::round(word.size * 10) / 10, letters);
    baseline.Add(word.baseline, letters);
    colour.Add(word.colour, letters);
    bold.Add(document.IsBold(word), letters);
    italic.Add(document.IsItalic(word), letters);
    for (char32_t c : ToCodePoints(word.text)) {
      has_letter = has_letter || IsLetter(c);
      has_lower = has_lower || IsLower(c);
    }
  }
  line->size = size.Value();
  // A label that wraps stands where its first row does.
  line->baseline = line->label ? document.words[line->words.begin].baseline : baseline.Value();
  line->colour = colour.Value();
  line->bold = bold.Value();
  line->italic = italic.Value();
  line->all_caps = has_letter && !has_lower;
}

// The lines of [begin, end) that stand under one another without a break.
std::vector<IndexRange> FindStretches(const std::vector<Line>& lines, size_t begin, size_t end) {
  std::vector<IndexRange> stretches;
  for (size_t i = begin; i < end; ++i) {
    const bool under =
        i > begin && lines[i].box.x0 < lines[i - 1].box.x1 && lines[i].box.x1 > lines[i - 1].box.x0;
    if (!under) stretches.push_back({i, i});
    stretches.back().end = i + 1;
  }
  return stretches;
}

// Cards that alternate sides are read as one region, but each breaks its lines at its own right
// edge.
void NarrowToCards(std::vector<Line>* lines) {
  constexpr size_t kFewestLines = 3;
  constexpr double kAlike = 0.6;  // of the widths
  for (size_t begin = 0, end = 0; begin < lines->size(); begin = end) {
    const Line& first = (*lines)[begin];
    while (end < lines->size() && (*lines)[end].region == first.region &&
           (*lines)[end].page == first.page) {
      ++end;
    }
    std::vector<std::pair<IndexRange, Box>> cards;
    for (const IndexRange& stretch : FindStretches(*lines, begin, end)) {
      if (stretch.size() < kFewestLines) continue;
      Box box = (*lines)[stretch.begin].box;
      for (size_t i = stretch.begin; i < stretch.end; ++i) box = Union(box, (*lines)[i].box);
      cards.emplace_back(stretch, box);
    }
    const bool alternate = std::any_of(cards.begin(), cards.end(), [&](const auto& left) {
      return std::any_of(cards.begin(), cards.end(), [&](const auto& right) {
        return left.second.x1 < right.second.x0 &&
               std::min(left.second.width(), right.second.width()) >
                   kAlike * std::max(left.second.width(), right.second.width());
      });
    });
    if (!alternate) continue;
    for (const auto& [stretch, box] : cards) {
      for (size_t i = stretch.begin; i < stretch.end; ++i) (*lines)[i].region_box.x1 = box.x1;
    }
  }
}

double InkTop(const Line& line) { return line.baseline - kAscent * line.size; }

class Surroundings {
 public:
  Surroundings(const Document& document, std::vector<Line>* lines)
      : document_(document), lines_(*lines) {
    for (const Shape& shape : document.shapes) {
      if (shape.kind == Shape::Kind::kImage) continue;
      if (shape.box.height() <= kThickestRule && shape.box.width() >= kShortestRule)
        rules_.push_back(shape);
      if (shape.kind == Shape::Kind::kFill && shape.box.height() > kThickestRule &&
          shape.colour != 0xFFFFFF) {
        boxes_.push_back(shape);
      }
    }
  }

  void Describe() {
    for (size_t i = 0; i < lines_.size(); ++i) {
      lines_[i].gap_before = GapBefore(i);
      lines_[i].indent = lines_[i].box.x0 - lines_[i].region_box.x0;
      lines_[i].rule_below = HasRuleBelow(i);
      lines_[i].boxed = IsBoxed(lines_[i]);
    }
  }

 private:
  // To the nearest line above in the region; a label stands beside its line, not above it, unless
  // it reaches below all that stands beside it.
  double GapBefore(size_t i) const {
    const Line& line = lines_[i];
    const double most = line.baseline - 0.5 * line.size;
    double gap = 1e9, lowest = -1e9;
    for (const bool labels : {false, true}) {
      for (size_t j = i; j-- > 0 && i - j < 4;) {
        const Line& above = lines_[j];
        if (above.region != line.region || above.page != line.page) break;
        const double baseline = labels ? LastBaseline(above) : above.baseline;
        if (baseline > most || (labels && baseline < lowest + 0.5 * line.size)) continue;
        lowest = std::max(lowest, baseline);
        gap = std::min(gap, InkTop(line) - (baseline + kDescent * above.size));
      }
    }
    return gap > 1e8 ? 0 : std::max(0.0, gap);
  }

  // Of the lowest row of a label that wraps.
  double LastBaseline(const Line& line) const {
    if (!line.label) return line.baseline;
    double last = line.baseline;
    for (size_t i = line.words.begin; i < line.words.end; ++i) {
      last = std::max(last, document_.words[i].baseline);
    }
    return last;
  }

  double NextTop(size_t i) const {
    const Line& line = lines_[i];
    for (size_t j = i + 1; j < lines_.size() && j < i + 4; ++j) {
      if (lines_[j].region != line.region || lines_[j].page != line.page) break;
      if (lines_[j].baseline > line.baseline + 0.5 * line.size)
        return lines_[j].baseline - 0.4 * lines_[j].size;
    }
    return line.baseline + 1.6 * line.size;
  }

  bool HasRuleBelow(size_t i) const {
    const Line& line = lines_[i];
    const double lowest = std::min(NextTop(i), line.baseline + 2.5 * line.size);
    return std::any_of(rules_.begin(), rules_.end(), [&](const Shape& rule) {
      const double y = (rule.box.y0 + rule.box.y1) / 2;
      return rule.page == line.page && y > line.baseline && y < lowest &&
             rule.box.x0 < line.box.x1 && rule.box.x1 > line.box.x0 &&
             rule.box.width() > 0.5 * line.box.width() && !Underlines(rule, line);
    });
  }

  // A link or an underlined phrase, not a rule across the column.
  static bool Underlines(const Shape& rule, const Line& line) {
    const double y = (rule.box.y0 + rule.box.y1) / 2;
    return y < line.baseline + 0.3 * line.size && rule.box.x1 <= line.box.x1 + 2 &&
           rule.box.x0 >= line.box.x0 - 2 && line.box.width() < 0.9 * line.region_box.width();
  }

  bool IsBoxed(const Line& line) const {
    if (document_.words[line.words.begin].rotation != 0) return IsBoxedOnItsSide(line);
    const double height = std::max(line.size, line.box.height());
    return std::any_of(boxes_.begin(), boxes_.end(), [&](const Shape& box) {
      return box.page == line.page && box.box.height() < kBoxedHeight * height &&
             box.box.y0 < line.baseline - 0.4 * line.size && box.box.y1 > line.baseline - 1 &&
             box.box.x0 < line.box.x0 + 2 && box.box.x1 > line.box.x1 - 2;
    });
  }

  bool IsBoxedOnItsSide(const Line& line) const {
    return std::any_of(boxes_.begin(), boxes_.end(), [&](const Shape& box) {
      return box.page == line.page && box.box.width() < kBoxedHeight * line.box.width() &&
             box.box.x0 <= line.box.x0 && box.box.x1 >= line.box.x1 && box.box.y0 <= line.box.y0 &&
             box.box.y1 >= line.box.y1;
    });
  }

  const Document& document_;
  std::vector<Line>& lines_;
  std::vector<Shape> rules_, boxes_;
};

// A line of words that ends in none of ".:;!?", and below it one that starts in lower case.
bool SurelyGoesOn(const Document& document, const Line& above, const Line& line) {
  constexpr double kSameSize = 0.3, kHanging = 20,
                   kLargestGap = 0.9;  // points, points, of the size
  constexpr size_t kProse = 5;         // words
  if (above.page != line.page || above.region != line.region || line.bullet) return false;
  if (above.cells.size() > 1 || line.cells.size() > 1 || above.words.size() < kProse) return false;
  if (above.bold != line.bold || std::abs(above.size - line.size) > kSameSize) return false;
  if (line.box.x0 > above.box.x0 + 1 || line.box.x0 < above.box.x0 - kHanging) return false;
  if (line.gap_before <= 0 || line.gap_before > kLargestGap * line.size) return false;
  const std::string_view ending = document.words[above.words.end - 1].text;
  return ending.find_last_of(".:;!?") != ending.size() - 1 &&
         IsLower(ToCodePoints(document.words[line.words.begin].text).front());
}

// How far apart the lines of a paragraph stand, by the size of their type.
void FindWrapGaps(const Document& document, std::vector<Line>* lines) {
  const auto size_of = [](const Line& line) { return std::lround(2 * line.size); };
  std::map<long, std::vector<double>> gaps;
  for (size_t i = 1; i < lines->size(); ++i) {
    if (SurelyGoesOn(document, (*lines)[i - 1], (*lines)[i]))
      gaps[size_of((*lines)[i])].push_back((*lines)[i].gap_before);
  }
  for (auto& [size, found] : gaps) std::sort(found.begin(), found.end());
  for (Line& line : *lines) {
    const auto found = gaps.find(size_of(line));
    if (found == gaps.end()) continue;
    constexpr size_t kOfTen = 9;  // nine of ten: items in lower case may look like prose
    line.wrap_gap = found->second[found->second.size() * kOfTen / 10];
  }
}

}  // namespace

void DescribeLines(const Document& document, std::vector<Line>* lines) {
  for (Line& line : *lines) DescribeType(document, &line);
  NarrowToCards(lines);
  Surroundings(document, lines).Describe();
  FindDrawnBullets(document, lines);
  FindWrapGaps(document, lines);
}

}  // namespace atsmatch
