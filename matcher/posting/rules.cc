#include "matcher/posting/rules.h"

#include <algorithm>
#include <deque>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "embedded/EmbeddedPosting.h"
#include "parser/text/pattern.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

// ' in a pattern stands for every apostrophe, - between words for every dash.
std::string WidenQuotes(std::string_view pattern) {
  std::string wide;
  for (char c : pattern) {
    if (c == '\'') {
      wide += "(?:'|’|‘)";
    } else {
      wide += c;
    }
  }
  return wide;
}

using Row = std::vector<std::string_view>;

std::vector<std::string_view> Split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  size_t begin = 0;
  while (true) {
    const size_t end = text.find(separator, begin);
    parts.push_back(text.substr(begin, end == text.npos ? end : end - begin));
    if (end == text.npos) return parts;
    begin = end + 1;
  }
}

std::vector<Row> RowsOf(std::string_view file_name) {
  std::vector<Row> rows;
  for (const EmbeddedFile& file : EmbeddedPosting()) {
    if (file.path != file_name) continue;
    for (std::string_view line : Split(file.text, '\n')) {
      if (line.empty() || line.front() == '#') continue;
      rows.push_back(Split(line, '\t'));
    }
  }
  return rows;
}

std::optional<PostingPartKind> PartNamed(std::string_view name) {
  static const std::unordered_map<std::string_view, PostingPartKind> kKinds = {
      {"company", PostingPartKind::kCompany},      {"summary", PostingPartKind::kSummary},
      {"duties", PostingPartKind::kDuties},        {"requirements", PostingPartKind::kRequirements},
      {"nice", PostingPartKind::kNiceToHave},      {"benefits", PostingPartKind::kBenefits},
      {"eeo", PostingPartKind::kEqualOpportunity}, {"apply", PostingPartKind::kHowToApply},
      {"logistics", PostingPartKind::kLogistics},  {"other", PostingPartKind::kOther},
  };
  const auto found = kKinds.find(name);
  if (found == kKinds.end()) return std::nullopt;
  return found->second;
}

std::optional<Cue> CueNamed(std::string_view name) {
  static const std::unordered_map<std::string_view, Cue> kCues = {
      {"ask", Cue::kAsk},          {"seek", Cue::kSeek},           {"we", Cue::kWe},
      {"require", Cue::kRequire},  {"nice", Cue::kNice},           {"duty", Cue::kDuty},
      {"company", Cue::kCompany},  {"benefits", Cue::kBenefits},   {"eeo", Cue::kEqualOpportunity},
      {"apply", Cue::kHowToApply}, {"logistics", Cue::kLogistics}, {"ignore", Cue::kIgnore},
      {"open", Cue::kOpen},
  };
  const auto found = kCues.find(name);
  if (found == kCues.end()) return std::nullopt;
  return found->second;
}

// A row of a table of patterns.  Each row compiles when it may be hit: one alternation of all of
// them would cost every posting what few need.
template <class Value>
struct PatternRow {
  PatternRow(Value row_value, std::string row_regex)
      : value(row_value), regex(std::move(row_regex)), pattern(regex) {}
  Value value;
  std::string regex;
  Pattern pattern;
};
template <class Value>
using PatternRows = std::deque<PatternRow<Value>>;

struct Heading {
  PostingPartKind kind;
  bool needs_colon = false;
};

constexpr char kAnyCase[] = "(?i)";

constexpr std::string_view kPhraseFiles[] = {"degrees.tsv", "licences.tsv", "conditions.tsv",
                                             "soft_skills.tsv", "examples.tsv"};
static_assert(std::size(kPhraseFiles) == static_cast<size_t>(PhraseTable::kCount));

bool StripPrefix(std::string* text, std::string_view word) {
  if (text->size() <= word.size() + 1 || !text->starts_with(word) || (*text)[word.size()] != ' ')
    return false;
  text->erase(0, word.size() + 1);
  return true;
}

bool StripSuffix(std::string* text, std::string_view word) {
  if (text->size() <= word.size() + 1 || !text->ends_with(word) ||
      (*text)[text->size() - word.size() - 1] != ' ')
    return false;
  text->resize(text->size() - word.size() - 1);
  return true;
}

// "As required", "you will be required to": words of demands that demand nothing of the reader.
std::string WithoutIdleWords(std::string_view text) {
  static constinit const Pattern kIdle(
      "(?i)\\b(?:(?:as|when|whenever|where|wherever|if)(?: and (?:as|when|where))?(?: \\w+)? "
      "(?:required|needed|necessary|essential)|(?:will|may|might)(?: also)? be required to|"
      "you(?:'ll|’ll| will)(?: also)? have (?:the |an |many |plenty of )?(?:\\w+ "
      ")?opportunit(?:y|ies)|"
      "ideally (?:located|situated|placed|suited)|"
      "must be (?:handled|processed|submitted|received|completed|followed|reported|approved|met)|"
      "(?:required|essential) (?:to ensure|duties|functions|tasks|responsibilities|documents))\\b");
  static constinit const Pattern kNot(
      "(?i)\\bnot (?:strictly |absolutely )?(?:an? )?(?:required|essential|necessary|mandatory|"
      "needed|must|prerequisite|requirement)\\b");
  static constinit const Pattern kNo(
      "(?i)\\b(no(?: [\\w-]+){1,5}?)(?: is| are)? (?:required|necessary|needed|essential)\\b");
  // "will be required to lift boxes" tells the work, "to hold a licence" asks.
  static constinit const Pattern kHold(
      "(?i)\\b(?:will|may|might)(?: also)? be required to "
      "(have|hold|possess|demonstrate|undergo)\\b");
  std::string kept(text);
  kHold.ReplaceAll(&kept, "must \\1");
  kIdle.ReplaceAll(&kept, "-");
  kNot.ReplaceAll(&kept, "unnecessary");
  kNo.ReplaceAll(&kept, "\\1 unnecessary");
  return kept;
}

// Headings are typed by hand: "Qualifciations".  One slip in their longest words, of letters only.
bool IsSlipOf(std::string_view written, std::string_view word) {
  if (written.size() + 1 < word.size() || word.size() + 1 < written.size()) return false;
  size_t front = 0;
  while (front < std::min(written.size(), word.size()) && written[front] == word[front]) ++front;
  size_t back = 0;
  while (back < std::min(written.size(), word.size()) - front &&
         written[written.size() - 1 - back] == word[word.size() - 1 - back])
    ++back;
  const size_t left = written.size() - front - back, right = word.size() - front - back;
  if (left <= 1 && right <= 1) return true;
  return left == 2 && right == 2 && written[front] == word[front + 1] &&
         written[front + 1] == word[front];
}

void CorrectLastWord(std::string* folded) {
  static constexpr std::string_view kLongWords[] = {
      "qualifications", "requirements", "responsibilities", "qualification", "requirement"};
  constexpr size_t kShortest = 10;  // letters
  const size_t space = folded->rfind(' ');
  const size_t begin = space == folded->npos ? 0 : space + 1;
  const std::string_view last = std::string_view(*folded).substr(begin);
  if (last.size() < kShortest) return;
  for (std::string_view word : kLongWords) {
    if (last == word) return;
  }
  for (std::string_view word : kLongWords) {
    if (!IsSlipOf(last, word)) continue;
    folded->replace(begin, folded->npos, word);
    return;
  }
}

}  // namespace

struct PostingRules::Data {
  std::unordered_map<std::string, Heading> headings;
  std::unordered_set<std::string> heading_openers;  // first words of `headings`
  std::vector<std::string> edges_before, edges_after;
  PatternRows<Heading> heading_words;
  PatternRows<Cue> cues;
  PatternRows<Need> needs;  // the group is the cue
  PatternRows<std::string_view> lead_ins;
  std::unordered_map<std::string, Start> starts;
  std::unordered_set<std::string> flow, brands, pairs;
  std::unordered_map<std::string, double> numbers;
  std::array<PatternRows<std::string_view>, static_cast<size_t>(PhraseTable::kCount)> phrases;

  void LoadHeadings();
  void LoadCues();
  void LoadNeeds();
  void LoadWords();
  void LoadPhrases();
};

// "(key|main) duties" stands for "key duties" and "main duties"; calls `take` with each.
template <typename Take>
void ForEachChoice(const std::string& words, const Take& take) {
  const size_t open = words.find('(');
  if (open == words.npos) return take(words);
  const size_t close = words.find(')', open);
  for (size_t begin = open + 1; begin <= close;) {
    const size_t end = std::min(words.find('|', begin), close);
    ForEachChoice(
        words.substr(0, open) + words.substr(begin, end - begin) + words.substr(close + 1), take);
    begin = end + 1;
  }
}

void PostingRules::Data::LoadHeadings() {
  for (const Row& row : RowsOf("headings.tsv")) {
    const auto kind = PartNamed(row[0]);
    if (!kind || row.size() < 2) continue;
    const Heading heading{*kind, row.size() > 2 && row[2] == "colon"};
    ForEachChoice(std::string(row[1]), [&](const std::string& phrase) {
      headings.emplace(FoldHeading(phrase), heading);
    });
  }
  for (const auto& [phrase, heading] : headings)
    heading_openers.insert(phrase.substr(0, phrase.find(' ')));
  for (const Row& row : RowsOf("heading_edges.tsv"))
    (row[0] == "begin" ? edges_before : edges_after).emplace_back(row.at(1));
  for (const Row& row : RowsOf("heading_words.tsv")) {
    const auto kind = PartNamed(row[0]);
    if (!kind || row.size() < 2) continue;
    heading_words.emplace_back(Heading{*kind, row.size() > 2 && row[2] == "colon"},
                               std::string(row[1]));
  }
}

void PostingRules::Data::LoadCues() {
  for (const Row& row : RowsOf("cues.tsv")) {
    const auto cue = CueNamed(row[0]);
    if (!cue || row.size() < 2) continue;
    cues.emplace_back(*cue, kAnyCase + WidenQuotes(row[1]));
  }
}

void PostingRules::Data::LoadNeeds() {
  // What may stand behind a bare cue: the end of its clause.
  const std::string end =
      "(?:\\s*$|\\s*[.,;:)/"
      "–-]|\\s+(?:but|and|or|if|for|with|as|because|since|while|though|although)\\b)";
  // Where two begin together, the sort that stands first here wins.
  for (const std::string_view sort : {"nice", "bare", "must", "bare_must"}) {
    const Need need = sort == "nice" || sort == "bare" ? Need::kNice : Need::kMust;
    for (const Row& row : RowsOf("need.tsv")) {
      if (row[0] != sort) continue;
      const std::string cue = kAnyCase + ("(" + WidenQuotes(row.at(1)) + ")");
      needs.emplace_back(need, sort.starts_with("bare") ? cue + end : cue);
    }
  }
  for (const Row& row : RowsOf("lead_ins.tsv")) {
    lead_ins.emplace_back(row[0], kAnyCase + WidenQuotes(row.at(1)));
  }
}

void PostingRules::Data::LoadWords() {
  for (const Row& row : RowsOf("starts.tsv")) {
    if (row.size() < 2) continue;
    if (row[0] == "flow") {
      flow.emplace(row[1]);
    } else if (row[0] == "pair") {
      pairs.emplace(row[1]);
    } else {
      starts.emplace(row[1], row[0] == "strong" ? Start::kStrong : Start::kWeak);
    }
  }
  for (const Row& row : RowsOf("brands.tsv")) brands.emplace(row.at(1));
  for (const Row& row : RowsOf("numbers.tsv"))
    numbers.emplace(row.at(1), std::atof(std::string(row[0]).c_str()));
}

void PostingRules::Data::LoadPhrases() {
  for (size_t table = 0; table < phrases.size(); ++table) {
    for (const Row& row : RowsOf(kPhraseFiles[table])) {
      if (row.size() >= 2) phrases[table].emplace_back(row[0], WidenQuotes(row[1]));
    }
  }
}

PostingRules::PostingRules() : data_(std::make_unique<Data>()) {
  data_->LoadHeadings();
  data_->LoadCues();
  data_->LoadNeeds();
  data_->LoadWords();
  data_->LoadPhrases();
}

PostingRules::~PostingRules() = default;

const PostingRules& PostingRules::Get() {
  static const PostingRules kRules;
  return kRules;
}

std::string PostingRules::FoldHeading(std::string_view text) {
  std::string folded;
  const auto space = [&] {
    if (!folded.empty() && folded.back() != ' ') folded += ' ';
  };
  for (size_t i = 0; i < text.size(); ++i) {
    const unsigned char c = static_cast<unsigned char>(text[i]);
    const bool inside = !folded.empty() && folded.back() != ' ';
    if (c == 0xE2 && i + 2 < text.size() && static_cast<unsigned char>(text[i + 1]) == 0x80) {
      const unsigned char last = static_cast<unsigned char>(text[i + 2]);
      if (last == 0x98 || last == 0x99)
        folded += '\'';
      else
        space();
      i += 2;
    } else if (c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      folded += static_cast<char>(c);
    } else if (c >= 'A' && c <= 'Z') {
      folded += static_cast<char>(c + 32);
    } else if (c == '&' || c == '+') {
      space();
      folded += "and ";
    } else if (c == '\'' || c == '/') {
      if (inside) folded += static_cast<char>(c);
    } else {
      while (!folded.empty() && (folded.back() == '/' || folded.back() == '-')) folded.pop_back();
      space();
    }
  }
  while (!folded.empty() && (folded.back() == ' ' || folded.back() == '-' || folded.back() == '/'))
    folded.pop_back();
  CorrectLastWord(&folded);
  return folded;
}

bool PostingRules::MayOpenHeading(std::string_view folded_word) const {
  return data_->heading_openers.count(std::string(folded_word.substr(0, folded_word.find(' ')))) >
         0;
}

std::optional<PostingPartKind> PostingRules::HeadingPhrase(std::string_view folded,
                                                           bool colon) const {
  const auto found = data_->headings.find(std::string(folded));
  if (found == data_->headings.end() || (found->second.needs_colon && !colon)) return std::nullopt;
  return found->second.kind;
}

std::optional<PostingPartKind> PostingRules::HeadingOf(std::string_view folded, bool colon) const {
  std::string phrase(folded);
  for (int round = 0; round < 4; ++round) {
    if (const auto kind = HeadingPhrase(phrase, colon)) return kind;
    const auto strips_before = [&](const std::string& edge) { return StripPrefix(&phrase, edge); };
    const auto strips_after = [&](const std::string& edge) { return StripSuffix(&phrase, edge); };
    if (!std::any_of(data_->edges_after.begin(), data_->edges_after.end(), strips_after) &&
        !std::any_of(data_->edges_before.begin(), data_->edges_before.end(), strips_before))
      return std::nullopt;
  }
  return HeadingPhrase(phrase, colon);
}

std::optional<PostingPartKind> PostingRules::HeadingByWords(std::string_view folded,
                                                            bool colon) const {
  for (const PatternRow<Heading>& row : data_->heading_words) {
    if ((colon || !row.value.needs_colon) && row.pattern.PartialMatch(folded))
      return row.value.kind;
  }
  return std::nullopt;
}

bool AsksNothing(const Cues& cues) {
  return cues[Cue::kIgnore] > 0 && cues[Cue::kAsk] == 0 && cues[Cue::kRequire] <= 1;
}

Cues PostingRules::CuesOf(std::string_view text) const {
  Cues cues;
  const std::string asked = WithoutIdleWords(text);
  for (const PatternRow<Cue>& row : data_->cues) {
    uint8_t& count = cues.hits[static_cast<size_t>(row.value)];
    if (count < 255 && row.pattern.PartialMatch(asked)) ++count;
  }
  return cues;
}

std::optional<NeedCue> PostingRules::FindNeed(std::string_view text, size_t from) const {
  std::optional<NeedCue> first;
  if (from > text.size()) return first;
  for (const PatternRow<Need>& row : data_->needs) {
    std::array<std::string_view, 2> hit;
    if (!row.pattern.FindFrom(text, from, &hit) || hit[1].empty()) continue;
    const size_t begin = static_cast<size_t>(hit[1].data() - text.data());
    // "is not required" is nice, although "required" at its end is a must.
    if (!first || begin < first->begin) {
      first = NeedCue{begin, begin + hit[1].size(), row.value};
    }
  }
  return first;
}

size_t PostingRules::LeadInLength(std::string_view text) const {
  for (const auto& row : data_->lead_ins) {
    std::string_view hit;
    if (row.pattern.FindAtStart(text, &hit)) return hit.size();
  }
  return 0;
}

Start PostingRules::StartOf(std::string_view word) const {
  const auto found = data_->starts.find(std::string(word));
  return found == data_->starts.end() ? Start::kNo : found->second;
}

bool PostingRules::IsFlowPhrase(std::string_view words) const {
  return data_->flow.count(std::string(words)) > 0;
}

bool PostingRules::IsStartPair(std::string_view words) const {
  return data_->pairs.count(std::string(words)) > 0;
}

bool PostingRules::IsBrand(std::string_view word) const {
  return data_->brands.count(std::string(word)) > 0;
}

std::optional<double> PostingRules::NumberOf(std::string_view word) const {
  const auto found = data_->numbers.find(std::string(word));
  if (found == data_->numbers.end()) return std::nullopt;
  return found->second;
}

std::optional<PhraseHit> PostingRules::Find(PhraseTable table, std::string_view text,
                                            size_t from) const {
  std::optional<PhraseHit> first;
  if (from > text.size()) return first;
  for (const PatternRow<std::string_view>& row : data_->phrases[static_cast<size_t>(table)]) {
    std::string_view hit;
    if (!row.pattern.FindFrom(text, from, &hit) || hit.empty()) continue;
    const size_t begin = static_cast<size_t>(hit.data() - text.data());
    if (!first || begin < first->begin) first = PhraseHit{begin, begin + hit.size(), row.value};
  }
  return first;
}

}  // namespace atsmatch
