#include "parser/layout/cards.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace atsmatch {
namespace {

constexpr size_t kFewestCards = 2;
constexpr size_t kFewestRows = 3;  // fewer are a heading on a bar, or a cell of a table
constexpr size_t kMostAcross = 2;
constexpr double kSameEdge = 2;  // points

struct Card {
  Box box;
  FragmentList fragments;
};

bool Contains(const Box& outer, const Box& inner) {
  return inner.x0 > outer.x0 - kSameEdge && inner.x1 < outer.x1 + kSameEdge &&
         inner.y0 > outer.y0 - kSameEdge && inner.y1 < outer.y1 + kSameEdge;
}

bool HoldsMiddle(const Box& card, const Box& text) {
  const double x = (text.x0 + text.x1) / 2, y = (text.y0 + text.y1) / 2;
  return x > card.x0 && x < card.x1 && y > card.y0 && y < card.y1;
}

// The outermost boxes with text of several rows in them, from top to bottom.
std::vector<Card> FindCards(const PageContext& page, const FragmentList& region) {
  std::vector<Card> cards;
  for (const Box& frame : page.frames) {
    const bool inner = std::any_of(page.frames.begin(), page.frames.end(), [&](const Box& other) {
      return &other != &frame && Contains(other, frame) && !Contains(frame, other);
    });
    const bool again = std::any_of(cards.begin(), cards.end(), [&](const Card& card) {
      return Contains(card.box, frame) && Contains(frame, card.box);
    });
    if (inner || again) continue;
    Card card{frame, {}};
    for (int index : region) {
      if (HoldsMiddle(frame, page.fragments[index].box)) card.fragments.push_back(index);
    }
    if (FindRows(page.fragments, card.fragments).size() >= kFewestRows)
      cards.push_back(std::move(card));
  }
  std::stable_sort(cards.begin(), cards.end(),
                   [](const Card& a, const Card& b) { return a.box.y0 < b.box.y0; });
  return cards;
}

// Cards of one column of cards are of one width.
bool HaveOneLook(const std::vector<Card>& cards) {
  return std::all_of(cards.begin(), cards.end(), [&](const Card& card) {
    return std::count_if(cards.begin(), cards.end(), [&](const Card& other) {
             return std::abs(card.box.width() - other.box.width()) < kSameEdge;
           }) >= static_cast<ptrdiff_t>(kFewestCards);
  });
}

}  // namespace

std::vector<std::vector<FragmentList>> FindCardBands(const PageContext& page,
                                                     const FragmentList& region) {
  std::vector<Card> cards = FindCards(page, region);
  if (cards.size() < kFewestCards || !HaveOneLook(cards)) return {};
  std::vector<std::vector<Card>> rows;  // cards side by side
  for (Card& card : cards) {
    const bool beside = !rows.empty() && card.box.y0 < rows.back().front().box.y1 - kSameEdge;
    if (!beside) rows.emplace_back();
    rows.back().push_back(std::move(card));
    if (rows.back().size() > kMostAcross) return {};
  }
  // Text beside a card: a sidebar's panels, not cards.
  FragmentList rest;
  for (int index : region) {
    const Box& box = page.fragments[index].box;
    bool in_card = false, beside = false;
    for (const std::vector<Card>& row : rows) {
      const double y = (box.y0 + box.y1) / 2;
      bool inside = false;
      for (const Card& card : row) inside = inside || HoldsMiddle(card.box, box);
      in_card = in_card || inside;
      beside = beside || (!inside && y > row.front().box.y0 && y < row.front().box.y1);
    }
    if (beside) return {};
    if (!in_card) rest.push_back(index);
  }
  std::vector<std::vector<FragmentList>> bands;
  const auto add_rest = [&](double y0, double y1) {
    FragmentList between;
    for (int index : rest) {
      const double y = page.fragments[index].baseline;
      if (y >= y0 && y < y1) between.push_back(index);
    }
    if (!between.empty()) bands.push_back({std::move(between)});
  };
  double top = -1e9;
  for (std::vector<Card>& row : rows) {
    const double bottom = row.front().box.y1;
    add_rest(top, bottom);
    std::stable_sort(row.begin(), row.end(),
                     [](const Card& a, const Card& b) { return a.box.x0 < b.box.x0; });
    std::vector<FragmentList> band;
    for (Card& card : row) band.push_back(std::move(card.fragments));
    bands.push_back(std::move(band));
    top = bottom;
  }
  add_rest(top, 1e9);
  return bands;
}

}  // namespace atsmatch
