#include "parser/read/pdf_visibility.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace atsmatch {
namespace {

// Of 255, in each of red, green and blue.  A light grey (F7F7F7) on white can still be made out.
constexpr int kSameColour = 6;
constexpr uint32_t kPaper = 0xFFFFFF;
constexpr double kCoverMargin = 1;  // points that a covering box may be short of
constexpr double kPageShare = 0.5;  // of the page that the picture of a scan covers
constexpr double kScanShare = 0.9;  // of its words that are hidden

bool NearlySame(uint32_t a, uint32_t b) {
  for (int shift = 0; shift <= 16; shift += 8) {
    int difference = static_cast<int>(a >> shift & 0xFF) - static_cast<int>(b >> shift & 0xFF);
    if (std::abs(difference) > kSameColour) return false;
  }
  return true;
}

bool HoldsCentre(const Box& box, const Box& word) {
  double x = (word.x0 + word.x1) / 2, y = (word.y0 + word.y1) / 2;
  return x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1;
}

bool Covers(const Box& box, const Box& word) {
  // The ends of ascenders and descenders are mostly empty.
  double inset = 0.2 * word.height();
  return box.x0 <= word.x0 + kCoverMargin && box.x1 >= word.x1 - kCoverMargin &&
         box.y0 <= word.y0 + inset && box.y1 >= word.y1 - inset;
}

// Shapes that can lie under or over a word, the last painted first.
std::vector<const PaintedShape*> Surfaces(const std::vector<PaintedShape>& shapes) {
  constexpr double kSmallest = 3;  // points
  std::vector<const PaintedShape*> surfaces;
  for (auto shape = shapes.rbegin(); shape != shapes.rend(); ++shape) {
    bool area = shape->shape.kind != Shape::Kind::kStroke &&
                shape->shape.box.width() >= kSmallest && shape->shape.box.height() >= kSmallest;
    if (area) surfaces.push_back(&*shape);
  }
  return surfaces;
}

// Is the word set in the colour of what lies under it?  Doubt (pictures, gradients, odd shapes)
// speaks for the word.
bool OnItsOwnColour(const Word& word, uint32_t paint_order,
                    const std::vector<const PaintedShape*>& surfaces) {
  for (const PaintedShape* surface : surfaces) {
    if (surface->paint_order >= paint_order || !HoldsCentre(surface->shape.box, word.box)) continue;
    if (!surface->known_colour) return false;
    bool same = NearlySame(surface->shape.colour, word.colour);
    if (!same) return false;
    if (surface->box_like && surface->opaque) return true;
  }
  return NearlySame(kPaper, word.colour);
}

bool Covered(const Word& word, uint32_t paint_order,
             const std::vector<const PaintedShape*>& surfaces) {
  for (const PaintedShape* surface : surfaces) {
    if (surface->paint_order <= paint_order) return false;
    if (surface->opaque && surface->box_like && Covers(surface->shape.box, word.box)) return true;
  }
  return false;
}

bool HasPagePicture(const std::vector<PaintedShape>& shapes, const Page& page) {
  return std::any_of(shapes.begin(), shapes.end(), [&](const PaintedShape& shape) {
    return shape.shape.kind == Shape::Kind::kImage &&
           shape.shape.box.width() * shape.shape.box.height() >=
               kPageShare * page.width * page.height;
  });
}

// The text that OCR laid under or over the picture of a page is invisible, but it is what the
// picture says.
void TrustScannedText(const std::vector<PaintedShape>& shapes, const Page& page,
                      Document* document) {
  auto begin = document->words.begin() + page.words.begin;
  auto end = document->words.begin() + page.words.end;
  auto by_ocr = [](const Word& word) {
    return word.hidden == Hidden::kInvisibleMode || word.hidden == Hidden::kCovered;
  };
  size_t hidden = std::count_if(begin, end, by_ocr);
  if (hidden == 0 || hidden < kScanShare * page.words.size()) return;
  if (!HasPagePicture(shapes, page)) return;
  for (auto word = begin; word != end; ++word) {
    if (by_ocr(*word)) word->hidden = Hidden::kNo;
  }
  document->warnings.push_back({"scanned-page", Warning::Severity::kMajor,
                                "the page is a picture; its text comes from OCR and may be wrong",
                                "export the résumé as a PDF with text",
                                static_cast<int>(document->pages.size()), page.words});
}

double Overlap(double a0, double a1, double b0, double b1) {
  return std::min(a1, b1) - std::max(a0, b0);
}

bool LiesUnder(const Box& rule, const Word& word) {
  double below = rule.y0 - word.baseline;
  return below > -0.05 * word.size && below < 0.3 * word.size &&
         Overlap(rule.x0, rule.x1, word.box.x0, word.box.x1) > 0.6 * word.box.width();
}

void Underline(const Box& rule, const Page& page, Document* document) {
  constexpr double kOverhang = 2;  // points
  Box text;
  bool any = false;
  for (size_t i = page.words.begin; i < page.words.end; ++i) {
    const Word& word = document->words[i];
    if (word.rotation != 0 || !LiesUnder(rule, word)) continue;
    text = any ? Union(text, word.box) : word.box;
    any = true;
  }
  // A line that goes on behind its text is a rule under a heading or of a table.
  if (!any || rule.x0 < text.x0 - kOverhang || rule.x1 > text.x1 + kOverhang) return;
  for (size_t i = page.words.begin; i < page.words.end; ++i) {
    Word& word = document->words[i];
    if (word.rotation == 0 && LiesUnder(rule, word)) word.underlined = true;
  }
}

}  // namespace

void FindHiddenWords(const std::vector<PaintedShape>& shapes,
                     const std::vector<uint32_t>& paint_orders, const Page& page,
                     Document* document) {
  std::vector<const PaintedShape*> surfaces = Surfaces(shapes);
  for (size_t i = page.words.begin; i < page.words.end; ++i) {
    Word& word = document->words[i];
    if (word.hidden != Hidden::kNo) continue;
    uint32_t paint_order = paint_orders[i - page.words.begin];
    if (OnItsOwnColour(word, paint_order, surfaces)) {
      word.hidden = Hidden::kBackgroundColour;
    } else if (Covered(word, paint_order, surfaces)) {
      word.hidden = Hidden::kCovered;
    }
  }
  TrustScannedText(shapes, page, document);
}

void FindUnderlines(const std::vector<PaintedShape>& shapes, const Page& page, Document* document) {
  constexpr double kThick = 1.6;  // points
  constexpr size_t kMost = 400;   // rules of a page; more are a drawing
  size_t count = 0;
  for (const PaintedShape& shape : shapes) {
    const Box& box = shape.shape.box;
    if (box.height() > kThick || box.width() < 2 * kThick) continue;
    if (shape.shape.kind == Shape::Kind::kImage || ++count > kMost) continue;
    Underline(box, page, document);
  }
}

void FindLinkedWords(size_t first_link, const Page& page, Document* document) {
  for (size_t i = page.words.begin; i < page.words.end; ++i) {
    Word& word = document->words[i];
    for (size_t link = first_link; link < document->links.size() && word.link < 0; ++link) {
      if (HoldsCentre(document->links[link].box, word.box)) word.link = static_cast<int>(link);
    }
  }
}

}  // namespace atsmatch
