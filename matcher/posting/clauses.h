// Cuts a sentence that asks for several things into the things.
//
//   "BS required; MBA preferred"                  "BS required" | "MBA preferred"
//   "experience with Java, Python and SQL"        "experience with Java" | "Python" | "SQL"
//   "Java and Python preferred"                   "Java" | "Python preferred", one demand
//   "High school diploma (some college a plus)"   "High school diploma" | "some college a plus"
//   "experience with Java or Kotlin"              stays whole
//   "verbal and written communication skills"     stays whole
#ifndef ATSMATCH_MATCHER_POSTING_CLAUSES_H_
#define ATSMATCH_MATCHER_POSTING_CLAUSES_H_

#include <string_view>
#include <vector>

#include "matcher/posting/rules.h"
#include "parser/document.h"

namespace atsmatch {

class Taxonomy;

struct Clause {
  IndexRange words;   // bytes of the sentence
  IndexRange demand;  // bytes of the sentence: `words` and what shares its "preferred" with them
};

// Whether the words say that a part of what they list is enough: "at least two of the following".
bool SomeWouldDo(std::string_view text);

// In order; what joins them ("and", commas) lies between.
std::vector<Clause> SplitClauses(std::string_view sentence, const Taxonomy& taxonomy,
                                 const PostingRules& rules);

}  // namespace atsmatch

#endif  // ATSMATCH_MATCHER_POSTING_CLAUSES_H_
