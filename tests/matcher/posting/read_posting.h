// What every test of postings needs: the built-in data, loaded once, and a way to show
// requirements.
#ifndef ATSMATCH_TESTS_MATCHER_POSTING_READ_POSTING_H_
#define ATSMATCH_TESTS_MATCHER_POSTING_READ_POSTING_H_

#include <string>
#include <string_view>

#include "matcher/posting/posting.h"
#include "matcher/skills/taxonomy.h"
#include "parser/text/lexicon.h"

namespace atsmatch {

inline const Taxonomy& BuiltInTaxonomy() {
  static const Taxonomy kTaxonomy = Taxonomy::BuiltIn();
  return kTaxonomy;
}

inline const Lexicon& BuiltInLexicon() {
  static const Lexicon kLexicon = Lexicon::BuiltIn();
  return kLexicon;
}

inline JobPosting ReadPosting(std::string_view text) {
  return ParsePosting(text, BuiltInTaxonomy(), BuiltInLexicon());
}

inline std::string TextOf(const JobPosting& posting, IndexRange range) {
  return posting.text.substr(range.begin, range.size());
}

}  // namespace atsmatch

#endif  // ATSMATCH_TESTS_MATCHER_POSTING_READ_POSTING_H_
