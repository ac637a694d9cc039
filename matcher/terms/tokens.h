// Which words does a text use?  Tokens keep the names of the trade whole and remember their place.
//
//   FindTokens("C++, Node.js and 5 years of R&D")   // "c++" "node.js" "and" "5" "year" "of" "r&d"
//   FindTerms(tokens)                               // also pairs of neighbours: "r&d budget"
//
// A token is folded (lower case, no accents) and stemmed by Snowball's English rules, except where
// the rules would join words of different trades ("hospitality" and "hospital", "marketing" and
// "market") and except for words with digits or symbols.  Show people the bytes, never the term.
#ifndef ATSMATCH_MATCHER_TERMS_TOKENS_H_
#define ATSMATCH_MATCHER_TERMS_TOKENS_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace atsmatch {

struct Token {
  std::string term;  // folded and stemmed
  size_t begin = 0;  // bytes of the text as given
  size_t end = 0;
  bool common = false;       // "and", "with": says nothing by itself, and is in no pair
  bool after_break = false;  // a full stop, comma, bullet or line end stands before it
};

struct Term {
  std::string term;  // one token, or two joined by a space
  size_t begin = 0;
  size_t end = 0;
};

std::vector<Token> FindTokens(std::string_view text);
// Tokens that are not common, and pairs of neighbours with no break or common word between.
std::vector<Term> FindTerms(const std::vector<Token>& tokens);
std::vector<Term> FindTerms(std::string_view text);

// Changes whenever the rules above change what a term is: statistics of other rules do not merge.
inline constexpr std::string_view kTokenRules = "atsmatch-terms/1 snowball-english 1-2-grams";

}  // namespace atsmatch

#endif  // ATSMATCH_MATCHER_TERMS_TOKENS_H_
