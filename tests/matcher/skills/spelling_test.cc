#include "matcher/skills/spelling.h"

#include <gtest/gtest.h>

#include <string>

namespace atsmatch {
namespace {

std::string Folded(std::string word) {
  FoldSpelling(&word, 0);
  return word;
}

struct Pair {
  const char* one;
  const char* other;
};

TEST(FoldSpelling, MakesVariantsMeet) {
  constexpr Pair kPairs[] = {
      {"nurses", "nurse"},
      {"cookies", "cookie"},
      {"caches", "cache"},
      {"batches", "batch"},
      {"taxes", "tax"},
      {"processes", "process"},
      {"analyses", "analysis"},
      {"salesmen", "salesman"},
      {"policies", "policy"},
      {"organise", "organize"},
      {"organisations", "organization"},
      {"analysing", "analyzing"},
      {"colours", "color"},
      {"behavioural", "behavioral"},
      {"labour", "labor"},
      {"centres", "center"},
      {"theatre", "theater"},
      {"licence", "license"},
      {"licences", "licenses"},
      {"programme", "program"},
      {"programmes", "programs"},
      {"fulfilment", "fulfillment"},
      {"counselling", "counseling"},
      {"travellers", "traveler"},
      {"modelling", "modeling"},
      {"jewellery", "jewelry"},
      {"paediatrics", "pediatric"},
      {"orthopaedic", "orthopedic"},
      {"catalogue", "catalog"},
      {"practise", "practice"},
      {"enquiries", "inquiry"},
      {"tyres", "tire"},
      {"defence", "defense"},
      {"ageing", "aging"},
  };
  for (const Pair& pair : kPairs) {
    EXPECT_EQ(Folded(pair.one), Folded(pair.other)) << pair.one;
  }
}

TEST(FoldSpelling, KeepsDifferentWordsApart) {
  constexpr Pair kPairs[] = {{"programmer", "program"}, {"news", "new"}, {"tour", "tor"},
                             {"four", "for"},           {"css", "cs"},   {"aws", "aw"},
                             {"analysis", "analyst"},   {"bus", "bu"},   {"hour", "hor"}};
  for (const Pair& pair : kPairs) EXPECT_NE(Folded(pair.one), Folded(pair.other)) << pair.one;
}

}  // namespace
}  // namespace atsmatch
