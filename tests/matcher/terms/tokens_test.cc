#include "matcher/terms/tokens.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/case_file.h"

namespace atsmatch {
namespace {

std::string Shown(const std::vector<Token>& tokens) {
  std::string text;
  for (const Token& token : tokens) {
    if (!text.empty()) text += ' ';
    if (token.after_break) text += '|';
    text += token.common ? "(" + token.term + ")" : token.term;
  }
  return text;
}

TEST(FindTokens, KeepsNamesOfTheTradeWhole) {
  for (const CaseLine& line : ReadCases("matching_tokens.tsv", 2)) {
    EXPECT_EQ(Shown(FindTokens(line.columns[0])), line.columns[1]) << line.where;
  }
}

TEST(FindTokens, PointsBackIntoTheTextAsGiven) {
  const std::string text = "Résumé of a C++ developer";
  const std::vector<Token> tokens = FindTokens(text);
  ASSERT_EQ(tokens.size(), 5u);
  EXPECT_EQ(text.substr(tokens[0].begin, tokens[0].end - tokens[0].begin), "Résumé");
  EXPECT_EQ(text.substr(tokens[3].begin, tokens[3].end - tokens[3].begin), "C++");
}

TEST(FindTokens, SurvivesBytesThatAreNoText) {
  EXPECT_TRUE(FindTokens("").empty());
  EXPECT_TRUE(FindTokens(" \t\n.,;").empty());
  EXPECT_EQ(FindTokens("a\xFF\xFE b").back().term, "b");
}

TEST(FindTerms, PairsNeighboursButNotOverABreakOrACommonWord) {
  std::string shown;
  for (const Term& term : FindTerms("project manager, sales of software tools")) {
    shown += "[" + term.term + "]";
  }
  EXPECT_EQ(shown, "[project][project manag][manag][sale][softwar][softwar tool][tool]");
}

}  // namespace
}  // namespace atsmatch
