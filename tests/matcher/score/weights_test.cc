#include "matcher/score/weights.h"

#include <gtest/gtest.h>

namespace atsmatch {
namespace {

TEST(Weights, BuiltInOnesAddUpToAHundred) {
  const Weights weights = Weights::BuiltIn();
  double sum = 0;
  for (const FeatureWeight& feature : weights.features()) sum += feature.weight;
  EXPECT_NEAR(sum, 100, 1e-9);
}

TEST(Weights, AStraightLineGivesTheValue) {
  const FeatureWeight feature{"title", 10, 0.2, 0.6, "Title"};
  EXPECT_DOUBLE_EQ(feature.Value(0.1), 0);
  EXPECT_DOUBLE_EQ(feature.Value(0.4), 0.5);
  EXPECT_DOUBLE_EQ(feature.Value(2), 1);
}

TEST(Weights, RefuseWhatCannotBeMeant) {
  EXPECT_TRUE(Weights::FromText("# a comment\nmust\t10\t0\t1\tMust\n").ok());
  EXPECT_FALSE(Weights::FromText("must\t10\t0\t1\n").ok()) << "no label";
  EXPECT_FALSE(Weights::FromText("must\t-1\t0\t1\tMust\n").ok()) << "evidence would cost";
  EXPECT_FALSE(Weights::FromText("must\t10\t1\t1\tMust\n").ok()) << "no line";
  EXPECT_FALSE(Weights::FromText("must\tten\t0\t1\tMust\n").ok());
  EXPECT_FALSE(Weights::FromText("must\tnan\t0\t1\tMust\n").ok());
  EXPECT_FALSE(Weights::FromText("must\t1\t0\t1\tA\nmust\t1\t0\t1\tB\n").ok()) << "twice";
}

}  // namespace
}  // namespace atsmatch
