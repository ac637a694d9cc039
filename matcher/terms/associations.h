// Which words go with which jobs?  Text and titles as points in one space, so that "dealership,
// vehicles, F&I" lies near "car salesman" although they share no word.
//
//   Associations associations = Associations::BuiltIn();
//   Closeness(associations.OfText(terms), associations.OfTitle(FindTerms("Car Salesman")))
//
// Made from counts over job postings and the tables of O*NET by benchmarks/make_associations.py;
// see corpora/SOURCES.md.
#ifndef ATSMATCH_MATCHER_TERMS_ASSOCIATIONS_H_
#define ATSMATCH_MATCHER_TERMS_ASSOCIATIONS_H_

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "matcher/terms/row_index.h"

namespace atsmatch {

inline constexpr size_t kAssociationDimensions = 128;
// Sums of whole numbers, so that they do not depend on the order of the terms.
using Direction = std::array<int64_t, kAssociationDimensions>;

// How the directions of postings of all trades lie along one direction: their closeness to it.
struct Spread {
  double mean = 0;
  double deviation = 0;  // standard deviation; 0: not known

  // How far above what is usual, in standard deviations.
  double Standing(double closeness) const {
    return deviation > 0 ? (closeness - mean) / deviation : 0;
  }
};

class Associations {
 public:
  static Associations BuiltIn();

  // Adds a term as it is used in running text, or in the title of a job; `weight` is 0 or more.
  // A term that is not known adds nothing.
  void AddText(std::string_view term, double weight, Direction* direction) const;
  void AddTitle(std::string_view term, double weight, Direction* direction) const;

  // Some directions are near to everything ("sales"), others to little: a closeness says something
  // beside that of other postings only.
  Spread SpreadAlong(const Direction& aim) const;

  // How near two occupations lie by O*NET, given the ids of their titles in the taxonomy: 0 not or
  // not known, 0.3 supplemental, 0.45 and 0.6 related, up to 1 the same.
  double NearnessOfTitles(std::string_view one, std::string_view other) const;

 private:
  RowIndex text_, titles_, spread_, related_;
};

double Length(const Direction& direction);
// Between the two, whatever their lengths; the other one where one of them is nothing.
Direction Between(const Direction& a, const Direction& b);
double Product(const Direction& a, const Direction& b);
// -1..1: the cosine of the angle; 0 where one of them is nothing.
double Closeness(const Direction& a, const Direction& b);

}  // namespace atsmatch

#endif  // ATSMATCH_MATCHER_TERMS_ASSOCIATIONS_H_
