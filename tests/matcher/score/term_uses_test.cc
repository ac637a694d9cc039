#include "matcher/score/term_uses.h"

#include <gtest/gtest.h>

#include <string>
#include <unordered_map>
#include <vector>

namespace atsmatch {
namespace {

TEST(TermUses, HasWhatWasAdded) {
  TermUses uses;
  EXPECT_EQ(uses.Find("go"), nullptr);
  uses["go"].count = 2;
  uses["machin learn"].weight = 1.5;
  ++uses["go"].count;
  ASSERT_NE(uses.Find("go"), nullptr);
  EXPECT_EQ(uses.Find("go")->count, 3);
  EXPECT_EQ(uses.Find("machin learn")->weight, 1.5);
  EXPECT_EQ(uses.Find("machin"), nullptr);
  EXPECT_EQ(uses.Find(""), nullptr);
  EXPECT_EQ(uses.size(), 2u);
}

TEST(TermUses, ManyAreKeptInTheirOrder) {
  TermUses uses;
  std::unordered_map<std::string, int> expected;
  std::vector<std::string> order;
  for (int i = 0; i < 5000; ++i) {
    const std::string term = "t" + std::to_string(i * i % 3001);
    if (++expected[term] == 1) order.push_back(term);
    ++uses[term].count;
  }
  size_t next = 0;
  uses.ForEach([&](std::string_view term, const TermUse& use) {
    ASSERT_LT(next, order.size());
    EXPECT_EQ(term, order[next++]);
    EXPECT_EQ(use.count, expected[std::string(term)]);
  });
  EXPECT_EQ(next, order.size());
  for (const auto& [term, count] : expected) EXPECT_EQ(uses.Find(term)->count, count);
  EXPECT_EQ(uses.Find("t3001"), nullptr);
}

TEST(TermUses, ACopyStandsByItself) {
  TermUses uses;
  uses.Reserve(3);
  uses[""].count = 1;
  uses["a"].count = 2;
  TermUses copy = uses;
  copy["b"].count = 3;
  uses = {};
  EXPECT_EQ(uses.size(), 0u);
  EXPECT_EQ(uses.Find("a"), nullptr);
  EXPECT_EQ(copy.Find("")->count, 1);
  EXPECT_EQ(copy.Find("a")->count, 2);
  EXPECT_EQ(copy.Find("b")->count, 3);
}

}  // namespace
}  // namespace atsmatch
