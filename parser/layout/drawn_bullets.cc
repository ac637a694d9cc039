#include "parser/layout/drawn_bullets.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace atsmatch {
namespace {

constexpr double kSmallest = 1.2, kLargest = 7.0;  // points
constexpr double kLongest = 2.5;                   // width to height, or height to width
constexpr double kRing = 1.2;                      // the same, of a stroke
constexpr double kArea = 0.37;                     // of a square of the type size
constexpr double kReach = 1.9;                     // times the size, to the first word
constexpr double kAround = 4.5;                    // the same, where another shape would tell
constexpr double kSameKind = 0.5;                  // points
constexpr size_t kNear = 8;                        // lines

bool LooksLikeBullet(const Shape& shape) {
  const double width = shape.box.width(), height = shape.box.height();
  // A ring is as wide as it is high; other strokes are lines and boxes.
  const double longest = shape.kind == Shape::Kind::kStroke ? kRing : kLongest;
  return shape.kind != Shape::Kind::kImage && std::min(width, height) > kSmallest &&
         std::max(width, height) < kLargest && width < longest * height && height < longest * width;
}

double Middle(const Shape& shape) { return (shape.box.y0 + shape.box.y1) / 2; }

class BulletFinder {
 public:
  BulletFinder(const Document& document, std::vector<Line>* lines) : lines_(*lines) {
    for (const Shape& shape : document.shapes) {
      if (LooksLikeBullet(shape)) shapes_.push_back(shape);
    }
    std::sort(shapes_.begin(), shapes_.end(), [](const Shape& a, const Shape& b) {
      return std::make_tuple(a.page, Middle(a), a.box.x0) <
             std::make_tuple(b.page, Middle(b), b.box.x0);
    });
  }

  void Find() {
    if (shapes_.empty()) return;
    std::vector<Found> found;
    for (size_t i = 0; i < lines_.size(); ++i) {
      const Line& line = lines_[i];
      // A time line has dots at headlines and dates.
      if (line.bullet || line.label || line.bold) continue;
      if (const Shape* bullet = BulletOf(i)) found.push_back({i, bullet});
    }
    // One alone may be an ornament of its line, as of a degree below its school, unless it is like
    // those of the lists.
    std::vector<bool> listed(found.size());
    for (size_t i = 1; i < found.size(); ++i) {
      if (Alike(found[i - 1], found[i]) && Follows(found[i - 1].line, found[i].line)) {
        listed[i - 1] = listed[i] = true;
      }
    }
    for (size_t i = 0; i < found.size(); ++i) {
      bool like_lists = listed[i];
      for (size_t k = 0; k < found.size() && !like_lists; ++k) {
        like_lists = listed[k] && Alike(found[i], found[k]) &&
                     lines_[found[i].line].italic == lines_[found[k].line].italic;
      }
      lines_[found[i].line].bullet = like_lists;
    }
  }

 private:
  struct Found {
    size_t line;
    const Shape* bullet;
  };

  static bool Alike(const Found& a, const Found& b) {
    const Box &above = a.bullet->box, &below = b.bullet->box;
    return std::abs(above.x0 - below.x0) < kSameKind &&
           std::abs(above.width() - below.width()) < kSameKind &&
           std::abs(above.height() - below.height()) < kSameKind;
  }

  // Nothing but the rest of item `a` stands between the two.
  bool Follows(size_t a, size_t b) const {
    if (lines_[a].region != lines_[b].region || b - a > kNear) return false;
    return std::all_of(lines_.begin() + a + 1, lines_.begin() + b, [&](const Line& line) {
      return line.box.x0 > lines_[a].box.x0 - lines_[a].size && !line.bold && !line.label;
    });
  }

  // The only shape between the line's first word and whatever stands to its left.
  const Shape* BulletOf(size_t index) const {
    const Line& line = lines_[index];
    const double top = line.baseline - 0.75 * line.size, bottom = line.baseline + 0.1 * line.size;
    auto first = std::lower_bound(shapes_.begin(), shapes_.end(), std::make_pair(line.page, top),
                                  [](const Shape& shape, const std::pair<int, double>& at) {
                                    return std::make_pair(shape.page, Middle(shape)) < at;
                                  });
    const Shape* bullet = nullptr;
    for (auto shape = first; shape != shapes_.end() && shape->page == line.page; ++shape) {
      if (Middle(*shape) > bottom) break;
      const double gap = line.box.x0 - shape->box.x1;
      if (gap < 0 || gap > kAround * line.size) continue;
      // A disc may be filled and stroked; two apart are the dots of a rating.
      if (bullet != nullptr && shape->box.x0 < bullet->box.x1 && bullet->box.x0 < shape->box.x1)
        continue;
      if (bullet != nullptr) return nullptr;
      bullet = &*shape;
    }
    if (bullet == nullptr) return nullptr;
    const Box& box = bullet->box;
    if (line.box.x0 - box.x1 > kReach * line.size ||
        box.width() * box.height() > kArea * line.size * line.size) {
      return nullptr;
    }
    return HasTextBetween(index, box.x1) ? nullptr : bullet;
  }

  // Lines of one row stand next to each other.
  bool HasTextBetween(size_t index, double x) const {
    const Line& line = lines_[index];
    for (size_t i = index > 2 ? index - 2 : 0; i < std::min(lines_.size(), index + 3); ++i) {
      const Line& other = lines_[i];
      if (i == index || other.page != line.page) continue;
      if (std::abs(other.baseline - line.baseline) < 0.5 * line.size &&
          other.box.x1 > x - line.size && other.box.x0 < line.box.x0) {
        return true;
      }
    }
    return false;
  }

  std::vector<Line>& lines_;
  std::vector<Shape> shapes_;  // by page, then by height
};

}  // namespace

void FindDrawnBullets(const Document& document, std::vector<Line>* lines) {
  BulletFinder(document, lines).Find();
}

}  // namespace atsmatch
