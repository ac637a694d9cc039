#include "parser/text/lexicon.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include "parser/text/lexicon_tables.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

// Calls emit(first word, last word, value) for the longest phrases, left to right.  Stops when emit
// returns false.
template <class Emit>
void EachMatch(const PhraseWords& words, const LexiconTables& tables, LexiconTable table,
               Emit emit) {
  for (size_t first = 0; first < words.words.size();) {
    size_t next = first + 1;
    if (words.IsBorder(first)) {
      uint64_t hash = HashMore(kPhraseHashBasis, words.Text(first, first));
      const size_t longest = tables.Longest(table, hash);
      std::string_view best;
      for (size_t count = 1; count <= longest; ++count) {
        const size_t last = first + count - 1;
        if (words.IsBorder(last + 1)) {
          const auto value = tables.Find(table, hash, words.Text(first, last));
          if (value.has_value() && !value->empty()) {
            best = *value;
            next = last + 1;
          }
        }
        if (last + 1 == words.words.size()) break;
        hash = HashMore(hash, words.words[last + 1].dot_before ? "." : " ");
        hash = HashMore(hash, words.Text(last + 1, last + 1));
      }
      if (!best.empty() && !emit(first, next - 1, best)) return;
    }
    first = next;
  }
}

std::vector<PhraseMatch> MatchesIn(const PhraseWords& words, const LexiconTables& tables,
                                   LexiconTable table) {
  std::vector<PhraseMatch> matches;
  EachMatch(words, tables, table, [&](size_t first, size_t last, std::string_view value) {
    matches.push_back({words.words[first].source_begin, words.words[last].source_end, value});
    return true;
  });
  return matches;
}

bool AnyIn(const PhraseWords& words, const LexiconTables& tables, LexiconTable table) {
  bool any = false;
  EachMatch(words, tables, table, [&](size_t, size_t, std::string_view) {
    any = true;
    return false;
  });
  return any;
}

// Left to right, the longer one first where two begin together, none that overlaps.
std::vector<PhraseMatch> Merge(std::vector<PhraseMatch> matches) {
  std::stable_sort(matches.begin(), matches.end(), [](const PhraseMatch& a, const PhraseMatch& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  size_t end = 0;
  std::erase_if(matches, [&](const PhraseMatch& match) {
    if (match.begin < end) return true;
    end = match.end;
    return false;
  });
  return matches;
}

Result<std::string> ReadAll(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  if (!file)
    return Error{ErrorKind::kUnreadable, path.string() + ": cannot be read",
                 "check its permissions"};
  return ToValidUtf8(text);
}

Result<std::vector<std::filesystem::path>> ListTables(const std::string& folder) {
  std::error_code error;
  if (!std::filesystem::is_directory(folder, error)) {
    return Error{ErrorKind::kNotFound, folder + ": no such folder",
                 "name a folder that holds LANGUAGE/TABLE.tsv or TABLE.tsv"};
  }
  std::vector<std::filesystem::path> paths;
  std::filesystem::recursive_directory_iterator entries(folder, error);
  for (; !error && entries != std::filesystem::recursive_directory_iterator();
       entries.increment(error)) {
    if (entries->path().extension() == ".tsv") paths.push_back(entries->path());
  }
  if (error)
    return Error{ErrorKind::kUnreadable, folder + ": " + error.message(), "check its permissions"};
  std::sort(paths.begin(), paths.end());  // the same rows win on every machine
  return paths;
}

std::string AllTableNames() {
  std::string names;
  for (size_t i = 0; i < kLexiconTables; ++i) {
    names += names.empty() ? "" : ", ";
    names += LexiconTableName(static_cast<LexiconTable>(i));
  }
  return names;
}

}  // namespace

struct Lexicon::Tables {
  LexiconTables rows;
};

Lexicon::Lexicon(std::unique_ptr<Tables> tables) : tables_(std::move(tables)) {}
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;
Lexicon::~Lexicon() = default;

Lexicon Lexicon::BuiltIn() {
  return Lexicon(std::make_unique<Tables>(Tables{LexiconTables(BuiltInRows())}));
}

Result<Lexicon> Lexicon::WithFolder(const std::string& folder) {
  const Result<std::vector<std::filesystem::path>> paths = ListTables(folder);
  if (!paths.ok()) return paths.error();
  Lexicon lexicon = BuiltIn();
  LexiconTables& rows = lexicon.tables_->rows;
  for (const std::filesystem::path& path : paths.value()) {
    const auto id = TableOfFile(path.generic_string());
    if (!id) {
      return Error{ErrorKind::kInvalidData, path.string() + ": no table has this name",
                   "name the file after one of " + AllTableNames()};
    }
    Result<std::string> text = ReadAll(path);
    if (!text.ok()) return text.error();
    const std::string_view kept = rows.Keep(std::move(text).value());
    if (auto error = rows.AddFile(*id, path.string(), kept)) return *error;
  }
  rows.Finish();
  return lexicon;
}

std::optional<std::string_view> Lexicon::Find(LexiconTable table, std::string_view phrase) const {
  const LexiconTables& rows = tables_->rows;
  const auto find = [&](std::string_view text) {
    return rows.Find(table, HashMore(kPhraseHashBasis, text), text);
  };
  PhraseWords words;
  SplitPhrase(phrase, &words);
  std::optional<std::string_view> value = find(words.text);
  if (!value.has_value() && words.has_dots) value = find(WithoutDots(words).text);
  if (!value.has_value() || value->empty()) return std::nullopt;
  return value;
}

std::vector<PhraseMatch> Lexicon::FindAll(LexiconTable table, std::string_view text) const {
  PhraseWords words;
  SplitPhrase(text, &words);
  std::vector<PhraseMatch> matches = MatchesIn(words, tables_->rows, table);
  if (!words.has_dots) return matches;
  const std::vector<PhraseMatch> joined = MatchesIn(WithoutDots(words), tables_->rows, table);
  matches.insert(matches.end(), joined.begin(), joined.end());
  return Merge(std::move(matches));
}

bool Lexicon::Contains(LexiconTable table, std::string_view text) const {
  PhraseWords words;
  SplitPhrase(text, &words);
  return AnyIn(words, tables_->rows, table) ||
         (words.has_dots && AnyIn(WithoutDots(words), tables_->rows, table));
}

const std::string& Lexicon::Fingerprint() const { return tables_->rows.fingerprint(); }

}  // namespace atsmatch
