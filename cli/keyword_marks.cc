#include "cli/keyword_marks.h"

#include <algorithm>
#include <utility>

#include "matcher/terms/tokens.h"

namespace atsmatch {

KeywordMarks::KeywordMarks(const std::vector<RecordKeyword>& matched,
                           const std::vector<RecordKeyword>& missing) {
  Add(matched, true);
  Add(missing, false);
}

void KeywordMarks::Add(const std::vector<RecordKeyword>& keywords, bool matched) {
  for (const RecordKeyword& keyword : keywords) {
    std::string term;
    for (const Token& token : FindTokens(keyword.term)) {
      if (!token.common) term += (term.empty() ? "" : " ") + token.term;
    }
    if (!term.empty()) keywords_.try_emplace(term, Keyword{keyword.term, matched});
  }
}

std::vector<KeywordMarks::Use> KeywordMarks::Find(std::string_view text) const {
  std::vector<Use> uses;
  for (const Term& term : FindTerms(text)) {
    const auto keyword = keywords_.find(term.term);
    if (keyword == keywords_.end()) continue;
    uses.push_back({term.begin, term.end, keyword->second.matched, &keyword->second.words});
  }
  std::stable_sort(uses.begin(), uses.end(), [](const Use& a, const Use& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  std::vector<Use> apart;
  for (const Use& use : uses) {
    if (apart.empty() || use.begin >= apart.back().end) apart.push_back(use);
  }
  return apart;
}

std::vector<RecordSpan> KeywordMarks::SpansOf(std::string_view text) const {
  std::vector<RecordSpan> spans;
  size_t done = 0;
  const auto add = [&](size_t begin, size_t end, const char* kind) {
    if (begin < end) spans.push_back({std::string(text.substr(begin, end - begin)), kind});
  };
  for (const Use& use : Find(text)) {
    add(done, use.begin, "");
    add(use.begin, use.end, use.matched ? "match" : "missing");
    done = use.end;
  }
  add(done, text.size(), "");
  return spans;
}

}  // namespace atsmatch
