// Where a text uses the keywords of a job, in any form of the word.
//
//   KeywordMarks marks(record.matched, record.missing);
//   for (const RecordSpan& span : marks.SpansOf(posting.text)) ...
#ifndef ATSMATCH_CLI_KEYWORD_MARKS_H_
#define ATSMATCH_CLI_KEYWORD_MARKS_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "cli/record.h"

namespace atsmatch {

class KeywordMarks {
 public:
  KeywordMarks(const std::vector<RecordKeyword>& matched,
               const std::vector<RecordKeyword>& missing);

  struct Use {
    size_t begin = 0, end = 0;  // bytes of the text
    bool matched = false;
    const std::string* keyword = nullptr;
  };
  // In the order of the text; they do not overlap: of two, the longer one.
  std::vector<Use> Find(std::string_view text) const;

  // The whole text in spans of kind "", "match" and "missing".
  std::vector<RecordSpan> SpansOf(std::string_view text) const;

 private:
  struct Keyword {
    std::string words;
    bool matched = false;
  };
  void Add(const std::vector<RecordKeyword>& keywords, bool matched);
  std::unordered_map<std::string, Keyword> keywords_;  // by their term
};

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_KEYWORD_MARKS_H_
