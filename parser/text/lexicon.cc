#include "parser/text/lexicon.h"

#include <algorithm>
#include <array>
#include <deque>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include "embedded/EmbeddedLexicons.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

constexpr size_t kTableCount = static_cast<size_t>(LexiconTable::kCount);

// ---- Hashes: FNV-1a, byte by byte, so that a window of words can grow ----

constexpr uint64_t kHashBasis = 0xcbf29ce484222325u;
constexpr uint64_t kHashPrime = 0x100000001b3u;

uint64_t HashMore(uint64_t hash, std::string_view bytes) {
  for (unsigned char byte : bytes) hash = (hash ^ byte) * kHashPrime;
  return hash;
}

uint64_t Mix(uint64_t hash) {
  hash = (hash ^ (hash >> 31)) * 0x9e3779b97f4a7c15u;
  return hash ^ (hash >> 29);
}

std::string ToHex(uint64_t number) {
  std::string text(16, '0');
  for (size_t i = 16; i-- > 0; number >>= 4) text[i] = "0123456789abcdef"[number & 15];
  return text;
}

// ---- What a row may say ----

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
constexpr std::array<TableRule, kTableCount> kTables = {{
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

std::optional<LexiconTable> TableOfFile(std::string_view path) {
  const size_t slash = path.rfind('/');
  std::string_view stem = slash == std::string_view::npos ? path : path.substr(slash + 1);
  if (!stem.ends_with(".tsv")) return std::nullopt;
  stem.remove_suffix(4);
  for (size_t i = 0; i < kTableCount; ++i) {
    if (kTables[i].name == stem) return static_cast<LexiconTable>(i);
  }
  return std::nullopt;
}

// ---- Text as words for comparing ----

struct Word {
  uint32_t begin, end;                // of Words::text
  uint32_t source_begin, source_end;  // of the text searched
  bool dot_before = false;            // joined to the word before by a dot: "b" and "sc" of "b.sc"
};

struct Words {
  std::string text;  // the words with one space, or a dot, between them
  std::vector<Word> words;
  bool has_dots = false;

  std::string_view Text(size_t first, size_t last) const {
    return std::string_view(text).substr(words[first].begin, words[last].end - words[first].begin);
  }
  size_t Length(size_t i) const { return words[i].end - words[i].begin; }
  // "M.Sc.": its parts are no words by themselves; those of "linkedin.com" are.
  bool IsBorder(size_t i) const {
    if (i == 0 || i == words.size() || !words[i].dot_before) return true;
    return Length(i - 1) > 1 && Length(i) > 1;
  }
  void Clear() {
    text.clear();
    words.clear();
    has_dots = false;
  }
};

class WordSplitter {
 public:
  explicit WordSplitter(Words* words) : words_(*words) { words_.Clear(); }

  void Split(std::string_view text) {
    const bool ascii =
        std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
    if (ascii) {
      SplitAscii(text);
    } else {
      SplitFolded(FoldWithOrigin(text));
    }
    Close();
  }

 private:
  void SplitAscii(std::string_view text) {
    for (uint32_t i = 0; i < text.size(); ++i) {
      const char c = text[i];
      const char folded = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      Take(static_cast<unsigned char>(folded), std::string_view(&folded, 1), i, i + 1);
    }
  }

  void SplitFolded(const FoldedText& folded) {
    for (size_t i = 0; i < folded.text.size();) {
      const size_t begin = i;
      const char32_t c = NextCodePoint(folded.text, &i);
      Take(c, std::string_view(folded.text).substr(begin, i - begin), folded.origin[begin],
           std::max(folded.origin[i], folded.origin[begin] + 1));
    }
  }

  void Take(char32_t c, std::string_view bytes, uint32_t source_begin, uint32_t source_end) {
    if (IsWordCharacter(c)) {
      const bool ideograph = c >= 0x3000 && IsIdeograph(c);
      if (ideograph) Close();
      if (!open_) Open(source_begin);
      words_.text += bytes;
      words_.words.back().source_end = source_end;
      if (ideograph) Close();
      return;
    }
    if ((c == '+' || c == '#') && open_) {  // "c++", "c#"
      words_.text += bytes;
      words_.words.back().source_end = source_end;
      return;
    }
    dot_ = c == '.' && open_;
    Close();
    if (c == '&' && !words_.words.empty()) ampersand_ = source_begin + 1;
  }

  static bool IsWordCharacter(char32_t c) {
    if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    return IsLetter(c) || IsDigit(c) || IsMark(c);
  }

  void Open(uint32_t source_begin) {
    if (ampersand_ != 0) Append("and", ampersand_ - 1);
    ampersand_ = 0;
    Append("", source_begin);
    words_.words.back().dot_before = dot_ && words_.words.size() > 1;
    if (words_.words.back().dot_before) {
      words_.has_dots = true;
      words_.text[words_.words.back().begin - 1] = '.';
    }
    dot_ = false;
    open_ = true;
  }

  void Append(std::string_view word, uint32_t source_begin) {
    if (!words_.text.empty()) words_.text += ' ';
    const uint32_t begin = static_cast<uint32_t>(words_.text.size());
    words_.text += word;
    words_.words.push_back(
        {begin, static_cast<uint32_t>(words_.text.size()), source_begin, source_begin + 1});
  }

  void Close() {
    if (open_) words_.words.back().end = static_cast<uint32_t>(words_.text.size());
    open_ = false;
  }

  Words& words_;
  bool open_ = false;       // the last word may grow
  bool dot_ = false;        // the last character was a dot behind a word
  uint32_t ampersand_ = 0;  // place of a "&" that waits for the next word, plus one
};

// The words with those that dots join made one: "b.sc" -> "bsc".
Words WithoutDots(const Words& dotted) {
  Words joined;
  for (size_t i = 0; i < dotted.words.size(); ++i) {
    const Word& word = dotted.words[i];
    if (!word.dot_before) {
      if (!joined.text.empty()) joined.text += ' ';
      joined.words.push_back(word);
      joined.words.back().begin = static_cast<uint32_t>(joined.text.size());
    }
    joined.text += dotted.Text(i, i);
    joined.words.back().end = static_cast<uint32_t>(joined.text.size());
    joined.words.back().source_end = word.source_end;
  }
  return joined;
}

// "and" in the languages that we have lexicons of; looked at only between two other words.
bool IsConjunction(std::string_view word) {
  if (word.size() > 3) return false;
  static constexpr std::string_view kConjunctions[] = {
      "a", "e", "ed", "en", "es", "et", "i", "ja", "og", "si", "och", "und", "ve", "y", "и"};
  return std::find(std::begin(kConjunctions), std::end(kConjunctions), word) !=
         std::end(kConjunctions);
}

bool HasConjunction(const Words& words) {
  for (size_t i = 1; i + 1 < words.words.size(); ++i) {
    if (IsConjunction(words.Text(i, i))) return true;
  }
  return false;
}

std::string WithAnd(const Words& words) {
  std::string text;
  for (size_t i = 0; i < words.words.size(); ++i) {
    const bool inner = i > 0 && i + 1 < words.words.size();
    if (i > 0) text += words.words[i].dot_before ? '.' : ' ';
    text += inner && IsConjunction(words.Text(i, i)) ? "and" : words.Text(i, i);
  }
  return text;
}

// ---- Hash tables ----

// The words of a phrase as they are compared, counted and hashed in one pass.
struct Key {
  std::string_view phrase;
  uint64_t hash = kHashBasis;
  uint16_t words = 0;
  uint16_t first_length = 0;  // bytes of the first word
};

struct Entry {
  Key key;
  std::string_view value;  // empty: taken out
  bool alias = false;      // with "and" for the conjunction that the row has
};

// Open addressing over indices; 0 is an empty slot.
class PhraseMap {
 public:
  const Entry* Find(uint64_t hash, std::string_view phrase) const {
    if (slots_.empty()) return nullptr;
    const uint64_t mixed = Mix(hash);
    for (size_t i = mixed & mask_;; i = (i + 1) & mask_) {
      const Slot& slot = slots_[i];
      if (slot.entry == 0) return nullptr;
      if (slot.tag == Tag(mixed) && entries_[slot.entry - 1].key.phrase == phrase) {
        return &entries_[slot.entry - 1];
      }
    }
  }

  // The entry of the phrase: a new one if its value is empty.
  Entry& Insert(const Key& key) {
    Reserve(1);
    const uint64_t mixed = Mix(key.hash);
    size_t i = mixed & mask_;
    for (; slots_[i].entry != 0; i = (i + 1) & mask_) {
      Entry& entry = entries_[slots_[i].entry - 1];
      if (slots_[i].tag == Tag(mixed) && entry.key.phrase == key.phrase) return entry;
    }
    entries_.push_back({key, {}, false});
    slots_[i] = {Tag(mixed), static_cast<uint32_t>(entries_.size())};
    return entries_.back();
  }

  void Reserve(size_t more) {
    const size_t needed = entries_.size() + more;
    if (3 * needed <= 2 * slots_.size()) return;
    size_t size = 16;
    while (2 * size < 3 * needed) size *= 2;
    entries_.reserve(2 * size / 3 + 1);
    slots_.assign(size, Slot());
    mask_ = size - 1;
    for (size_t entry = 0; entry < entries_.size(); ++entry) {
      const uint64_t mixed = Mix(entries_[entry].key.hash);
      size_t i = mixed & mask_;
      while (slots_[i].entry != 0) i = (i + 1) & mask_;
      slots_[i] = {Tag(mixed), static_cast<uint32_t>(entry + 1)};
    }
  }

  const std::vector<Entry>& entries() const { return entries_; }

 private:
  struct Slot {
    uint32_t tag = 0, entry = 0;
  };
  static uint32_t Tag(uint64_t mixed) { return static_cast<uint32_t>(mixed >> 32); }

  std::vector<Slot> slots_;
  std::vector<Entry> entries_;
  size_t mask_ = 0;
};

// Text that stays where it is.
class TextPool {
 public:
  std::string_view Add(std::string_view text) {
    if (chunks_.empty() || chunks_.back().capacity() - chunks_.back().size() < text.size()) {
      chunks_.emplace_back();
      chunks_.back().reserve(std::max<size_t>(kChunk, text.size()));
    }
    std::string& chunk = chunks_.back();
    const size_t begin = chunk.size();
    chunk += text;
    return std::string_view(chunk).substr(begin);
  }

 private:
  static constexpr size_t kChunk = 1 << 16;
  std::deque<std::string> chunks_;
};

// How many words the longest phrase has that starts with this word.  Words that share a slot share
// the larger number: that costs a lookup, not an answer.
class StartMap {
 public:
  void Reserve(size_t count) {
    size_t size = 64;
    while (size < 4 * count) size *= 2;
    if (size <= lengths_.size()) return;
    lengths_.assign(size, 0);
  }
  void Add(uint64_t hash, size_t words) {
    uint8_t& length = lengths_[Mix(hash) & (lengths_.size() - 1)];
    length = static_cast<uint8_t>(std::max<size_t>(length, std::min<size_t>(words, 255)));
  }
  size_t Longest(uint64_t hash) const {
    return lengths_.empty() ? 0 : lengths_[Mix(hash) & (lengths_.size() - 1)];
  }

 private:
  std::vector<uint8_t> lengths_;
};

// `phrase` is the text of the words, kept elsewhere.
Key KeyOf(const Words& words, std::string_view phrase) {
  return {phrase, HashMore(kHashBasis, phrase),
          static_cast<uint16_t>(std::min<size_t>(words.words.size(), 0xFFFF)),
          static_cast<uint16_t>(std::min<size_t>(words.Length(0), 0xFFFF))};
}

struct PhraseScan {
  Key key;
  bool canonical = true;  // written the way it is compared: a to z, 0 to 9, one space between words
  bool conjunction = false;
};

PhraseScan ScanPhrase(std::string_view phrase) {
  PhraseScan scan;
  Key& key = scan.key;
  key.phrase = phrase;
  size_t word_begin = 0;
  for (size_t i = 0; i <= phrase.size(); ++i) {
    const char c = i < phrase.size() ? phrase[i] : ' ';
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (!letter) {
      const std::string_view word = phrase.substr(word_begin, i - word_begin);
      if (c != ' ' || word.empty()) scan.canonical = false;
      if (++key.words == 1) key.first_length = static_cast<uint16_t>(std::min<size_t>(i, 0xFFFF));
      if (key.words > 1 && i < phrase.size() && IsConjunction(word)) scan.conjunction = true;
      word_begin = i + 1;
    }
    if (i < phrase.size()) key.hash = (key.hash ^ static_cast<unsigned char>(c)) * kHashPrime;
  }
  return scan;
}

size_t CountLines(std::string_view text) {
  size_t lines = 1;
  for (size_t i = text.find('\n'); i != std::string_view::npos; i = text.find('\n', i + 1)) ++lines;
  return lines;
}

}  // namespace

struct Lexicon::Tables {
  struct Table {
    PhraseMap phrases;
    StartMap starts;
  };

  std::array<Table, kTableCount> tables;
  TextPool pool;  // what the views of the entries point into, built-in data aside
  std::string fingerprint;
  Words scratch;

  const Table& Of(LexiconTable table) const { return tables[static_cast<size_t>(table)]; }

  // `text` must live as long as the tables.
  std::optional<Error> AddFile(LexiconTable id, const std::string& path, std::string_view text);
  // False: the phrase has no word.
  bool AddRow(Table& table, std::string_view value, std::string_view phrase);
  void AddPhrase(Table& table, std::string_view value, const Key& key, bool alias);
  void Finish();
};

void Lexicon::Tables::AddPhrase(Table& table, std::string_view value, const Key& key, bool alias) {
  Entry& entry = table.phrases.Insert(key);
  const bool is_new = entry.value.data() == nullptr;
  if (alias && !is_new && !entry.alias) return;  // the phrase has a row of its own
  entry.value = value;
  entry.alias = alias;
}

bool Lexicon::Tables::AddRow(Table& table, std::string_view value, std::string_view phrase) {
  if (value == "-") value = value.substr(1);
  PhraseScan scan = ScanPhrase(phrase);
  if (!scan.canonical) {
    // The words of most others are so once they are folded; few need to be split.
    const std::string folded = Fold(phrase);
    scan = ScanPhrase(folded);
    std::string_view kept = folded;
    if (!scan.canonical) {
      WordSplitter(&scratch).Split(folded);
      if (scratch.words.empty()) return false;
      kept = scratch.text;
    }
    phrase = pool.Add(kept);
    scan.key.phrase = phrase;
  }
  if (scan.canonical && !scan.conjunction) {
    AddPhrase(table, value, scan.key, /*alias=*/false);
    return true;
  }
  WordSplitter(&scratch).Split(phrase);
  AddPhrase(table, value, KeyOf(scratch, phrase), /*alias=*/false);
  if (HasConjunction(scratch)) {
    const std::string_view with_and = pool.Add(WithAnd(scratch));
    WordSplitter(&scratch).Split(with_and);
    AddPhrase(table, value, KeyOf(scratch, with_and), /*alias=*/true);
  }
  return true;
}

std::optional<Error> Lexicon::Tables::AddFile(LexiconTable id, const std::string& path,
                                              std::string_view text) {
  Table& table = tables[static_cast<size_t>(id)];
  const TableRule& rule = kTables[static_cast<size_t>(id)];
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

void Lexicon::Tables::Finish() {
  uint64_t sum = 0;
  for (size_t id = 0; id < kTableCount; ++id) {
    Table& table = tables[id];
    table.starts = StartMap();
    table.starts.Reserve(table.phrases.entries().size());
    for (const Entry& entry : table.phrases.entries()) {
      if (entry.value.empty()) continue;
      const std::string_view first_word = entry.key.phrase.substr(0, entry.key.first_length);
      table.starts.Add(HashMore(kHashBasis, first_word), entry.key.words);
      // A sum does not depend on the order in which files came.
      sum += Mix(HashMore(entry.key.hash + id, entry.value));
    }
  }
  fingerprint = ToHex(sum);
}

namespace {

// Calls emit(first word, last word, value) for the longest phrases, left to right.  Stops when emit
// returns false.
template <class Emit>
void EachMatch(const Words& words, const PhraseMap& phrases, const StartMap& starts, Emit emit) {
  for (size_t first = 0; first < words.words.size();) {
    size_t next = first + 1;
    if (words.IsBorder(first)) {
      uint64_t hash = HashMore(kHashBasis, words.Text(first, first));
      const size_t longest = starts.Longest(hash);
      const Entry* best = nullptr;
      for (size_t count = 1; count <= longest; ++count) {
        const size_t last = first + count - 1;
        const Entry* found =
            words.IsBorder(last + 1) ? phrases.Find(hash, words.Text(first, last)) : nullptr;
        if (found != nullptr && !found->value.empty()) {
          best = found;
          next = last + 1;
        }
        if (last + 1 == words.words.size()) break;
        hash = HashMore(hash, words.words[last + 1].dot_before ? "." : " ");
        hash = HashMore(hash, words.Text(last + 1, last + 1));
      }
      if (best != nullptr && !emit(first, next - 1, best->value)) return;
    }
    first = next;
  }
}

std::vector<PhraseMatch> MatchesIn(const Words& words, const PhraseMap& phrases,
                                   const StartMap& starts) {
  std::vector<PhraseMatch> matches;
  EachMatch(words, phrases, starts, [&](size_t first, size_t last, std::string_view value) {
    matches.push_back({words.words[first].source_begin, words.words[last].source_end, value});
    return true;
  });
  return matches;
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
  for (const TableRule& rule : kTables)
    names += (names.empty() ? "" : ", ") + std::string(rule.name);
  return names;
}

}  // namespace

std::string_view LexiconTableName(LexiconTable table) {
  const size_t index = static_cast<size_t>(table);
  return index < kTableCount ? kTables[index].name : std::string_view();
}

Lexicon::Lexicon(std::unique_ptr<Tables> tables) : tables_(std::move(tables)) {}
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;
Lexicon::~Lexicon() = default;

Lexicon Lexicon::BuiltIn() {
  auto tables = std::make_unique<Tables>();
  std::array<size_t, kTableCount> rows{};
  for (const EmbeddedFile& file : EmbeddedLexicons()) {
    if (const auto id = TableOfFile(file.path))
      rows[static_cast<size_t>(*id)] += CountLines(file.text);
  }
  for (size_t i = 0; i < kTableCount; ++i) tables->tables[i].phrases.Reserve(rows[i]);
  for (const EmbeddedFile& file : EmbeddedLexicons()) {
    // A file or row that does not parse cannot get here: a test loads them all with WithFolder.
    if (const auto id = TableOfFile(file.path))
      tables->AddFile(*id, std::string(file.path), file.text);
  }
  tables->Finish();
  return Lexicon(std::move(tables));
}

Result<Lexicon> Lexicon::WithFolder(const std::string& folder) {
  const Result<std::vector<std::filesystem::path>> paths = ListTables(folder);
  if (!paths.ok()) return paths.error();
  Lexicon lexicon = BuiltIn();
  for (const std::filesystem::path& path : paths.value()) {
    const auto id = TableOfFile(path.generic_string());
    if (!id) {
      return Error{ErrorKind::kInvalidData, path.string() + ": no table has this name",
                   "name the file after one of " + AllTableNames()};
    }
    Result<std::string> text = ReadAll(path);
    if (!text.ok()) return text.error();
    const std::string_view kept = lexicon.tables_->pool.Add(text.value());
    if (auto error = lexicon.tables_->AddFile(*id, path.string(), kept)) return *error;
  }
  lexicon.tables_->Finish();
  return lexicon;
}

std::optional<std::string_view> Lexicon::Find(LexiconTable table, std::string_view phrase) const {
  const PhraseMap& phrases = tables_->Of(table).phrases;
  Words words;
  WordSplitter(&words).Split(phrase);
  const Entry* entry = phrases.Find(HashMore(kHashBasis, words.text), words.text);
  if (entry == nullptr && words.has_dots) {
    const std::string joined = WithoutDots(words).text;
    entry = phrases.Find(HashMore(kHashBasis, joined), joined);
  }
  if (entry == nullptr || entry->value.empty()) return std::nullopt;
  return entry->value;
}

std::vector<PhraseMatch> Lexicon::FindAll(LexiconTable table, std::string_view text) const {
  const Tables::Table& rows = tables_->Of(table);
  Words words;
  WordSplitter(&words).Split(text);
  std::vector<PhraseMatch> matches = MatchesIn(words, rows.phrases, rows.starts);
  if (!words.has_dots) return matches;
  const std::vector<PhraseMatch> joined = MatchesIn(WithoutDots(words), rows.phrases, rows.starts);
  matches.insert(matches.end(), joined.begin(), joined.end());
  return Merge(std::move(matches));
}

bool Lexicon::Contains(LexiconTable table, std::string_view text) const {
  return !FindAll(table, text).empty();
}

const std::string& Lexicon::Fingerprint() const { return tables_->fingerprint; }

}  // namespace atsmatch
