#include "matcher/terms/common_words.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "matcher/terms/row_index.h"
#include "matcher/terms/tokens.h"

namespace atsmatch {
namespace {

std::unordered_set<std::string> ReadWords(std::string_view rows) {
  std::unordered_set<std::string> words;
  while (!rows.empty()) {
    const std::string_view row = rows.substr(0, rows.find('\n'));
    rows.remove_prefix(std::min(rows.size(), row.size() + 1));
    if (row.starts_with('#')) continue;
    for (Token& token : FindTokens(row.substr(0, row.find('\t')))) {
      words.insert(std::move(token.term));
    }
  }
  return words;
}

std::unordered_set<std::string> BuiltInWords() {
  for (const BackgroundTable& table : BuiltInBackground()) {
    if (table.file == "common_words.tsv") return ReadWords(table.rows);
  }
  return {};
}

}  // namespace

const std::unordered_set<std::string>& CommonWordsOfOtherLanguages() {
  static const std::unordered_set<std::string> words = BuiltInWords();
  return words;
}

}  // namespace atsmatch
