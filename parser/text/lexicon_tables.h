// What a Lexicon holds: its tables, and how rows get into them.  Only the .cc files of this folder
// include it.
#ifndef ATSMATCH_PARSER_TEXT_LEXICON_TABLES_H_
#define ATSMATCH_PARSER_TEXT_LEXICON_TABLES_H_

#include <array>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "parser/result.h"
#include "parser/text/lexicon.h"
#include "parser/text/phrase_map.h"
#include "parser/text/phrase_words.h"

namespace atsmatch {

inline constexpr size_t kLexiconTables = static_cast<size_t>(LexiconTable::kCount);

// The table that a file "LANG/TABLE.tsv" or "TABLE.tsv" adds to.
std::optional<LexiconTable> TableOfFile(std::string_view path);

struct BuiltInLexicon {
  std::array<BuiltInTable, kLexiconTables> tables;
  std::string_view text;  // that the phrases and values are bytes of
  uint64_t sum;           // see LexiconTables::Sum
};
const BuiltInLexicon& BuiltInRows();  // generated

class LexiconTables {
 public:
  // A lexicon's rows, all languages and files in one.
  struct Table {
    const BuiltInTable* built_in = nullptr;
    PhraseMap added;                     // hides what is built in under the same phrase
    std::optional<PhraseStarts> starts;  // of `added`
  };

  LexiconTables() = default;  // of no rows
  explicit LexiconTables(const BuiltInLexicon& built_in);

  // `text` must live as long as the tables; Keep() sees to that.  kInvalidData with path and line.
  std::optional<Error> AddFile(LexiconTable id, const std::string& path, std::string_view text);
  std::string_view Keep(std::string text);
  void Finish();  // after the last file

  // The value of a phrase; empty: it was taken out.
  std::optional<std::string_view> Find(LexiconTable id, uint64_t hash,
                                       std::string_view phrase) const;
  // Words of the longest phrase that starts with the word.
  size_t Longest(LexiconTable id, uint64_t hash_of_first_word) const;

  const std::string& fingerprint() const { return fingerprint_; }
  // A sum over all rows, so that it does not depend on the order in which files came.
  uint64_t Sum() const;
  const Table& Of(LexiconTable id) const { return tables_[static_cast<size_t>(id)]; }

 private:
  // False: the phrase has no word.
  bool AddRow(Table& table, std::string_view value, std::string_view phrase);
  void AddPhrase(Table& table, std::string_view value, const PhraseWords& words, bool alias);
  PhraseEntry FindBuiltIn(const Table& table, const PhraseKey& key) const;

  std::array<Table, kLexiconTables> tables_;
  std::string_view built_in_text_;
  uint64_t built_in_sum_ = 0;
  std::deque<std::string> kept_;
  std::string fingerprint_;
};

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_TEXT_LEXICON_TABLES_H_
