#include "parser/text/lexicon_tables.h"

#include <algorithm>
#include <utility>

#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

bool IsNumberIn(std::string_view value, char low, char high) {
  return value.size() == 1 && value[0] >= low && value[0] <= high;
}
bool IsMonth(std::string_view value) {
  return IsNumberIn(value, '1', '9') || value == "10" || value == "11" || value == "12";
}
bool IsLevel5(std::string_view value) { return IsNumberIn(value, '1', '5'); }
bool IsLevel8(std::string_view value) { return IsNumberIn(value, '1', '8'); }
bool IsSeniority(std::string_view value) { return IsNumberIn(value, '0', '5'); }
bool IsCountry(std::string_view value) {
  return value.size() == 2 && IsUpper(value[0]) && IsUpper(value[1]);
}
bool IsRegion(std::string_view value) {
  return value.size() > 3 && value[2] == '-' && IsCountry(value.substr(0, 2));
}
bool IsWord(std::string_view value) {
  return !value.empty() && std::all_of(value.begin(), value.end(), [](char c) {
    return IsLower(c) || IsDigit(c) || c == '-' || c == '_';
  });
}
bool IsAnyText(std::string_view value) { return !value.empty(); }

struct TableRule {
  std::string_view name;
  bool (*accepts)(std::string_view value);
  std::string_view values;  // for people
};

constexpr std::string_view kAWord = "a word in lower case";
constexpr std::array<TableRule, kLexiconTables> kRules = {{
    {"section_headings", IsWord, kAWord},
    {"months", IsMonth, "a month, 1 to 12"},
    {"seasons", IsMonth, "a month, 1 to 12"},
    {"present", IsWord, kAWord},
    {"since", IsWord, kAWord},
    {"degrees", IsLevel8, "a level, 1 to 8"},
    {"fields_of_study", IsAnyText, "a name"},
    {"honours", IsWord, kAWord},
    {"score_words", IsWord, kAWord},
    {"title_words", IsSeniority, "a seniority, 0 to 5"},
    {"employer_words", IsWord, kAWord},
    {"school_words", IsWord, kAWord},
    {"languages", IsWord, "an ISO 639 code"},
    {"fluency", IsLevel5, "a level, 1 to 5"},
    {"skill_levels", IsLevel5, "a level, 1 to 5"},
    {"countries", IsCountry, "an ISO 3166 code such as DE"},
    {"regions", IsRegion, "a region such as US-TX"},
    {"cities", IsCountry, "an ISO 3166 code such as DE"},
    {"networks", IsAnyText, "a name"},
    {"contact_labels", IsWord, kAWord},
    {"field_labels", IsWord, kAWord},
    {"name_particles", IsWord, kAWord},
    {"reference_phrases", IsWord, kAWord},
}};

std::string ToHex(uint64_t number) {
  std::string text(16, '0');
  for (size_t i = 16; i-- > 0; number >>= 4) text[i] = "0123456789abcdef"[number & 15];
  return text;
}

uint64_t Weight(size_t table, std::string_view phrase, std::string_view value) {
  return value.empty() ? 0 : MixHash(HashMore(HashMore(kPhraseHashBasis, phrase) + table, value));
}

// `phrase` is the text of the words, kept elsewhere.
PhraseKey KeyOf(const PhraseWords& words, std::string_view phrase) {
  return {phrase, HashMore(kPhraseHashBasis, phrase),
          static_cast<uint16_t>(std::min<size_t>(words.words.size(), 0xFFFF)),
          static_cast<uint16_t>(std::min<size_t>(words.Length(0), 0xFFFF))};
}

const BuiltInPhrase* FindRow(const BuiltInTable* table, std::string_view text, uint64_t hash,
                             std::string_view phrase) {
  if (table == nullptr || table->slots.empty()) return nullptr;
  size_t slot;
  const uint32_t found = FindSlot(
      table->slots, hash,
      [&](size_t i) {
        const BuiltInPhrase& row = table->phrases[i];
        return text.substr(row.phrase_begin, row.phrase_size) == phrase;
      },
      &slot);
  return found == 0 ? nullptr : &table->phrases[found - 1];
}

}  // namespace

std::optional<LexiconTable> TableOfFile(std::string_view path) {
  const size_t slash = path.rfind('/');
  std::string_view stem = slash == std::string_view::npos ? path : path.substr(slash + 1);
  if (!stem.ends_with(".tsv")) return std::nullopt;
  stem.remove_suffix(4);
  for (size_t i = 0; i < kLexiconTables; ++i) {
    if (kRules[i].name == stem) return static_cast<LexiconTable>(i);
  }
  return std::nullopt;
}

std::string_view LexiconTableName(LexiconTable table) {
  const size_t index = static_cast<size_t>(table);
  return index < kLexiconTables ? kRules[index].name : std::string_view();
}

LexiconTables::LexiconTables(const BuiltInLexicon& built_in)
    : built_in_text_(built_in.text), built_in_sum_(built_in.sum) {
  for (size_t i = 0; i < kLexiconTables; ++i) tables_[i].built_in = &built_in.tables[i];
  fingerprint_ = ToHex(built_in_sum_);
}

std::string_view LexiconTables::Keep(std::string text) {
  return kept_.emplace_back(std::move(text));
}

std::optional<std::string_view> LexiconTables::Find(LexiconTable id, uint64_t hash,
                                                    std::string_view phrase) const {
  const Table& table = Of(id);
  if (const PhraseEntry* added = table.added.Find(hash, phrase)) return added->value;
  const BuiltInPhrase* row = FindRow(table.built_in, built_in_text_, hash, phrase);
  if (row == nullptr) return std::nullopt;
  return built_in_text_.substr(row->value_begin, row->value_size);
}

size_t LexiconTables::Longest(LexiconTable id, uint64_t hash_of_first_word) const {
  const Table& table = Of(id);
  size_t longest = 0;
  if (table.built_in != nullptr)
    longest = LongestWithStart(table.built_in->starts, hash_of_first_word);
  if (!table.starts.has_value()) return longest;
  return std::max(longest, LongestWithStart(table.starts->lengths(), hash_of_first_word));
}

// What the table said of the phrase before rows were added; of no text where it said nothing.
PhraseEntry LexiconTables::FindBuiltIn(const Table& table, const PhraseKey& key) const {
  const BuiltInPhrase* row = FindRow(table.built_in, built_in_text_, key.hash, key.phrase);
  if (row == nullptr) return {key, {}, false};
  return {key, built_in_text_.substr(row->value_begin, row->value_size), row->alias};
}

void LexiconTables::AddPhrase(Table& table, std::string_view value, const PhraseWords& words,
                              bool alias) {
  PhraseEntry& entry = table.added.Insert(KeyOf(words, Keep(words.text)));
  if (entry.value.data() == nullptr) entry = FindBuiltIn(table, entry.key);
  const bool is_new = entry.value.data() == nullptr;
  if (alias && !is_new && !entry.alias) return;  // the phrase has a row of its own
  entry.value = value;
  entry.alias = alias;
}

bool LexiconTables::AddRow(Table& table, std::string_view value, std::string_view phrase) {
  if (value == "-") value = value.substr(1);
  PhraseWords words;
  SplitPhrase(Fold(phrase), &words);
  if (words.words.empty()) return false;
  AddPhrase(table, value, words, /*alias=*/false);
  if (HasConjunction(words)) {
    const std::string with_and = WithAnd(words);
    SplitPhrase(with_and, &words);
    AddPhrase(table, value, words, /*alias=*/true);
  }
  return true;
}

std::optional<Error> LexiconTables::AddFile(LexiconTable id, const std::string& path,
                                            std::string_view text) {
  Table& table = tables_[static_cast<size_t>(id)];
  const TableRule& rule = kRules[static_cast<size_t>(id)];
  size_t number = 0;
  std::string_view accepted = "-";  // rows of one value stand together
  auto invalid = [&](std::string cause, std::string remedy) {
    return Error{ErrorKind::kInvalidData,
                 path + ":" + std::to_string(number) + ": " + std::move(cause), std::move(remedy)};
  };
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line[0] == '#') continue;
    const size_t tab = line.find('\t');
    if (tab == std::string_view::npos || line.find('\t', tab + 1) != std::string_view::npos) {
      return invalid("a row is a value, one tab and a phrase",
                     "put one tab between value and phrase");
    }
    const std::string_view value = line.substr(0, tab), phrase = line.substr(tab + 1);
    if (value != accepted && value != "-" && !rule.accepts(value)) {
      return invalid(
          "\"" + std::string(value) + "\" is no value of the table " + std::string(rule.name),
          "write " + std::string(rule.values));
    }
    accepted = value;
    if (!AddRow(table, value, phrase))
      return invalid("the phrase has no letter or digit", "take the row out");
  }
  return std::nullopt;
}

uint64_t LexiconTables::Sum() const {
  uint64_t sum = built_in_sum_;
  for (size_t id = 0; id < kLexiconTables; ++id) {
    for (const PhraseEntry& entry : tables_[id].added.entries()) {
      const PhraseEntry hidden = FindBuiltIn(tables_[id], entry.key);
      sum += Weight(id, entry.key.phrase, entry.value) - Weight(id, entry.key.phrase, hidden.value);
    }
  }
  return sum;
}

void LexiconTables::Finish() {
  for (Table& table : tables_) table.starts.emplace(table.added.entries());
  fingerprint_ = ToHex(Sum());
}

}  // namespace atsmatch
