#include "matcher/posting/split.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>

#include "matcher/skills/taxonomy.h"
#include "parser/text/ascii.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

constexpr size_t kLongHeading = 80;    // bytes; longer lines are sentences
constexpr size_t kLongestUnit = 1200;  // bytes; bounds the work on text without boundaries
constexpr size_t kHeadingWords = 9;
constexpr size_t kWholeWord = 4;     // letters; a shorter small word may be the head of a name
constexpr size_t kLongestWord = 48;  // bytes
constexpr size_t kRareCapitals =
    200;  // bytes per capital; where they are rarer they were taken out
constexpr size_t kFlattenedLine = 120;  // bytes; longer lines may have lost their breaks

bool IsLetterByte(char c) { return IsAsciiLetter(c) || static_cast<unsigned char>(c) >= 0x80; }
bool IsSpaceByte(char c) { return c == ' ' || c == '\n'; }

// Bullets that end a piece wherever they stand in a line.
constexpr std::string_view kInlineBullets[] = {"•", "▪", "●", "○",      "◦",      "■",      "□",
                                               "➢", "➤", "✓", "✔",      "‣",      "❖",      "◆",
                                               "►", "⁃", "∙", "\uF0B7", "\uF0A7", "\uF0D8", "*"};

// "Access Points* Experience with" lost its line break; "5* hotel" and "pay*" are notes.
bool IsGluedStar(std::string_view text, size_t i) {
  return i + 2 < text.size() && !IsAsciiDigit(text[i - 1]) && text[i - 1] != '*' &&
         text[i + 1] == ' ' && (IsAsciiUpper(text[i + 2]) || IsAsciiDigit(text[i + 2]));
}

// "your role.· You get": a middle dot or a section sign before a capital; "10·5" has none.
bool IsPlainMark(std::string_view text, size_t i) {
  const std::string_view mark = text.substr(i, 2);
  return (mark == "·" || mark == "§") && i + 3 < text.size() && text[i + 2] == ' ' &&
         (IsAsciiUpper(text[i + 3]) || IsAsciiDigit(text[i + 3]));
}

// "as possible:o General": an o was the circle of a list.
bool IsGluedCircle(std::string_view text, size_t i) {
  if (i + 2 >= text.size() || text[i + 1] != ' ' || !IsAsciiUpper(text[i + 2])) return false;
  const size_t before = i > 1 && text[i - 1] == ' ' ? i - 2 : i - 1;
  return i > 0 && (text[before] == '.' || text[before] == ':' || text[before] == ';');
}

size_t BulletAt(std::string_view text, size_t i) {
  const unsigned char lead = static_cast<unsigned char>(text[i]);
  if (lead == 0xC2 && IsPlainMark(text, i)) return 2;
  if (lead == 'o') return IsGluedCircle(text, i) ? 1 : 0;
  if (lead != '*' && lead != 0xE2 && lead != 0xEF) return 0;  // nearly every byte
  for (std::string_view bullet : kInlineBullets) {
    if (text.substr(i, bullet.size()) != bullet) continue;
    if (bullet == "*" && i > 0 && !IsSpaceByte(text[i - 1]) && !IsGluedStar(text, i)) return 0;
    if (bullet == "*" && text.substr(i, 2) == "**") return 0;  // "****" hides a figure
    return bullet.size();
  }
  return 0;
}

// A word of letters from `i` on; ends where a capital follows a small letter.  Bounded, so that a
// line of one endless word costs no more than another.
size_t WordEnd(std::string_view text, size_t i, size_t end) {
  end = std::min(end, i + kLongestWord);
  size_t j = i;
  while (j < end) {
    const bool apostrophe = text[j] == '\'' || text.substr(j, 3) == "’";
    if (apostrophe) {
      const size_t next = j + (text[j] == '\'' ? 1 : 3);
      if (next >= end || !IsAsciiLower(text[next])) break;
      j = next;
      continue;
    }
    if (!IsLetterByte(text[j]) || text.substr(j, 2) == "\xE2\x80") break;
    if (j > i && IsAsciiUpper(text[j]) && IsAsciiLower(text[j - 1])) break;
    ++j;
  }
  return j;
}

// The same with straight quotes, for look-ups.
std::string WordAt(std::string_view text, size_t i, size_t end) {
  std::string word(text.substr(i, WordEnd(text, i, end) - i));
  const size_t quote = word.find("’");
  if (quote != word.npos) word.replace(quote, 3, "'");
  return word;
}

bool IsAbbreviation(std::string_view text, size_t period) {
  size_t begin = period;
  while (begin > 0 && period - begin < kLongestWord &&
         (IsLetterByte(text[begin - 1]) || text[begin - 1] == '.') &&
         !(IsAsciiUpper(text[begin]) && IsAsciiLower(text[begin - 1])))
    --begin;
  const std::string_view token = text.substr(begin, period - begin);
  // "(both of them)." and "in 2012." end a sentence; "1." counts.
  if (token.empty() && period > 1 &&
      (text[period - 1] == ')' ||
       (IsAsciiDigit(text[period - 1]) && IsAsciiDigit(text[period - 2]))))
    return false;
  if (token.size() <= 1) return true;  // "J."
  const size_t inner = token.rfind('.');
  if (inner != token.npos) return token.size() - inner <= 3;  // "U.S.", "e.g.", not "acme.com."
  static constexpr std::string_view kAbbreviations[] = {
      "Dr",   "Mr",   "Mrs",  "Ms",     "Sr",   "Jr",  "St",  "Inc", "Ltd", "Co",
      "Corp", "vs",   "etc",  "approx", "incl", "min", "Min", "max", "No",  "no",
      "Ph",   "Prof", "Dept", "Ave",    "yrs",  "yr",  "exp", "Ref", "Tel", "dept"};
  return std::find(std::begin(kAbbreviations), std::end(kAbbreviations), token) !=
         std::end(kAbbreviations);
}

bool InsideLink(std::string_view text, size_t i) {
  size_t begin = i;
  while (begin > 0 && !IsSpaceByte(text[begin - 1]) && i - begin < 200) --begin;
  const std::string_view token = text.substr(begin, i - begin);
  return token.find("://") != token.npos || token.find("www.") != token.npos ||
         token.find('@') != token.npos;
}

// "www.acme.com/JobSeeking"
bool InsidePath(std::string_view text, size_t i) {
  size_t begin = i;
  while (begin > 0 && !IsSpaceByte(text[begin - 1]) && i - begin < 200) --begin;
  const std::string_view token = text.substr(begin, i - begin);
  const size_t host = token.find("www.");
  return host != token.npos && token.find('/', host) != token.npos;
}

// Words after which no sentence ends: "of Manage", "the Ability".
bool IsFunctionWord(std::string_view word) {
  static constexpr std::string_view kWords[] = {
      "of",        "and",   "the",    "with",   "in",   "for",       "to",       "a",
      "an",        "or",    "as",     "on",     "at",   "by",        "our",      "your",
      "is",        "are",   "be",     "will",   "from", "their",     "its",      "this",
      "that",      "these", "those",  "have",   "has",  "including", "into",     "between",
      "via",       "per",   "any",    "all",    "no",   "not",       "who",      "which",
      "than",      "using", "both",   "strong", "good", "requires",  "Requires", "accept",
      "excellent", "must",  "should", "can",    "may",  "under",     "through",  "within",
      "s"};
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

// Words of four letters and more begin with a capital: "What You Need for this Position".
bool LooksLikeTitleCase(std::string_view line) {
  size_t long_words = 0, capital = 0;
  for (std::string_view word : SplitWords(line)) {
    static constexpr std::string_view kSmall[] = {"this", "that",   "with", "from",
                                                  "your", "and/or", "into"};
    if (word.size() < 4 ||
        std::find(std::begin(kSmall), std::end(kSmall), word) != std::end(kSmall))
      continue;
    ++long_words;
    if (IsAsciiUpper(word[0]) || word[0] == '(') ++capital;
  }
  return long_words > 0 && capital == long_words;
}

// Opens a sentence although it is not capitalised: "in the UK. please feel free to".
bool IsSentenceOpener(std::string_view word) {
  static constexpr std::string_view kWords[] = {"please", "we",      "our",    "you",      "your",
                                                "if",     "this",    "the",    "must",     "for",
                                                "all",    "ability", "strong", "excellent"};
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

// Words with which a line that says how much something is wanted ends: what is glued to them is the
// next line.
bool EndsADemand(std::string_view word) {
  static constexpr std::string_view kWords[] = {"Must", "Required",  "Preferred", "Desired",
                                                "Plus", "Desirable", "Essential"};
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

// Begins a line after a name in capitals, whatever follows.
bool IsPraise(std::string_view word) {
  static constexpr std::string_view kWords[] = {"Excellent", "Strong",       "Proven", "Solid",
                                                "Extensive", "Demonstrated", "Good"};
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

// The same in text that has lost its capitals: "degree required project management".
bool SaysHowMuch(std::string_view word) {
  static constexpr std::string_view kWords[] = {"required",  "preferred", "desired",   "plus",
                                                "desirable", "essential", "imperative"};
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

bool GoesOnAfterNeed(std::string_view word) {
  static constexpr std::string_view kWords[] = {
      "skills",    "experience", "qualifications", "education",  "but",    "when",
      "functions", "knowledge",  "competencies",   "attributes", "duties", "criteria"};
  return IsFunctionWord(word) ||
         std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

// May follow a heading: "requirements a diploma", "qualifications strong skills".
bool OpensDemand(std::string_view word) {
  static constexpr std::string_view kWords[] = {"a",    "an",   "any",       "our",   "your",
                                                "must", "good", "excellent", "strong"};
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

// Says that a list follows: "experience in the following".
bool OpensList(std::string_view word) {
  static constexpr std::string_view kWords[] = {"following", "include", "includes",   "including",
                                                "have",      "be",      "possess",    "need",
                                                "with",      "are",     "demonstrate"};
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

// "Weighing": names what is done.
bool IsStep(std::string_view word) {
  constexpr size_t kShortestStep = 6;  // letters
  return word.size() >= kShortestStep && IsAsciiUpper(word[0]) && word.ends_with("ing");
}

// "Around 5 years of": says how much, and belongs to what follows.
bool IsMeasure(std::string_view word) {
  static constexpr std::string_view kWords[] = {"Around",  "Approximately", "About", "Over",
                                                "Minimum", "Nearly",        "Some"};
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

// How hard the boundary before a place is; decides how much a heading there has to show.
enum class Edge { kHard, kSoft };

class Splitter {
 public:
  Splitter(std::string_view text, const Taxonomy& taxonomy, const PostingRules& rules)
      : text_(text),
        taxonomy_(taxonomy),
        rules_(rules),
        plain_(static_cast<size_t>(std::count_if(text.begin(), text.end(), IsAsciiUpper)) *
                   kRareCapitals <
               text.size()) {}

  std::vector<PostingUnit> Run() {
    for (size_t begin = 0; begin < text_.size();) {
      size_t end = text_.find('\n', begin);
      if (end == text_.npos) end = text_.size();
      SplitLine(begin, end);
      begin = end + 1;
      ++line_;
    }
    return std::move(units_);
  }

 private:
  struct HeadingHit {
    IndexRange words;
    PostingPartKind kind;
    size_t after = 0;  // where the text behind it starts
  };

  void SplitLine(size_t begin, size_t end);
  bool TakeLineHeading(size_t begin, size_t end, bool bullet);
  bool IsUnderlined(size_t end) const;
  std::optional<HeadingHit> HeadingAt(size_t begin, size_t end, Edge edge) const;
  bool StandsAsHeading(size_t begin, size_t phrase_end, size_t words, size_t end, Edge edge,
                       bool colon) const;
  // Where the piece that follows a boundary at `i` begins, 0: there is none.
  size_t BoundaryAt(size_t i, size_t piece_begin, size_t end, bool* bullet, Edge* edge) const;
  std::string_view WordEndingAt(size_t end) const;  // of this line; empty: no letter stands there
  bool CapitalBefore(size_t i) const;               // the word before the one at `i` is capitalised
  std::optional<HeadingHit> NamedHeadingAt(size_t begin, size_t end) const;
  std::optional<HeadingHit> LongHeadingAt(size_t begin, size_t end) const;
  bool GluedAt(size_t i, size_t end) const;
  bool SentenceStartsAt(size_t i, size_t piece_begin, size_t end) const;
  bool GoesOnInSteps(const std::string& word, size_t piece_begin, size_t end) const;
  bool DashStartsAt(size_t i, size_t end) const;
  bool DashOfListAt(size_t i, size_t end) const;
  bool DashAfterColon(size_t i) const;
  bool FlowStartsAt(size_t i, size_t end) const;
  bool FlowGluedAt(size_t i, size_t end) const;
  bool OpensWithFirm(size_t i, size_t end) const;
  bool IsBoldSentence(size_t i, size_t end) const {
    return i + 2 < end && text_.substr(i, 2) == "**" && IsAsciiUpper(text_[i + 2]);
  }
  // A unit without end is cut at a space, or at a character where there is none.
  bool IsCutPoint(size_t i, size_t piece_begin) const {
    return text_[i - 1] == ' ' || (i - piece_begin > 2 * kLongestUnit &&
                                   (static_cast<unsigned char>(text_[i]) & 0xC0) != 0x80);
  }
  bool IsYears(size_t i, size_t end) const;
  bool YearsStartAt(size_t i, size_t last, size_t end) const;
  void AddText(size_t begin, size_t end, bool bullet, bool own_line);
  size_t SkipDecoration(size_t begin, size_t end, bool* bullet) const;

  bool IsName(const std::string& word) const;

  std::string_view text_;
  const Taxonomy& taxonomy_;
  const PostingRules& rules_;
  // Words of the taxonomy's names with a capital inside, read when the first is asked for.
  mutable std::unordered_set<std::string> names_;
  const bool plain_;  // the text has lost its capitals
  std::vector<PostingUnit> units_;
  size_t line_ = 0;
  size_t line_begin_ = 0;
};

size_t Splitter::SkipDecoration(size_t begin, size_t end, bool* bullet) const {
  size_t i = begin;
  while (i < end) {
    const char c = text_[i];
    const size_t size = BulletAt(text_, i);
    if (size > 0) {
      *bullet = true;
      i += size;
    } else if (c == ' ' || c == '*' || c == '#' || c == '_' || c == '|' || c == '~' || c == '=' ||
               c == '"') {
      i += 1;
    } else if ((c == '-' || c == '>' || c == '+') && i + 1 < end) {
      *bullet = true;
      i += 1;
    } else if (text_.substr(i, 3) == "–" || text_.substr(i, 3) == "—" ||
               text_.substr(i, 3) == "“") {
      *bullet = *bullet || text_.substr(i, 3) != "“";
      i += 3;
    } else if (text_.substr(i, 2) == "·" || text_.substr(i, 2) == "§") {
      *bullet = true;
      i += 2;
    } else if ((text_.substr(i, 2) == "o " || text_.substr(i, 2) == "? ") && i + 2 < end) {
      *bullet = true;
      i += 2;
    } else {
      break;
    }
  }
  // "1.", "2)", "a)", "(3)" before a word
  static const RE2 kNumbered(R"(^\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})[.)]\s*[A-Za-z])");
  re2::StringPiece hit;
  if (i < end && kNumbered.Match(re2::StringPiece(text_.data() + i, std::min<size_t>(end - i, 12)),
                                 0, std::min<size_t>(end - i, 12), RE2::ANCHOR_START, &hit, 1)) {
    *bullet = true;
    i += hit.size() - 1;
  }
  return i;
}

void Splitter::AddText(size_t begin, size_t end, bool bullet, bool own_line) {
  while (begin < end && (IsSpaceByte(text_[begin]) || text_[begin] == '|' || text_[begin] == '*'))
    ++begin;
  while (end > begin &&
         (IsSpaceByte(text_[end - 1]) || text_[end - 1] == '|' ||
          (text_[end - 1] == '*' && text_.substr(0, end).substr(begin).find("**") == text_.npos)))
    --end;
  if (begin >= end || !HasLetter(text_.substr(begin, end - begin))) return;
  PostingUnit unit;
  unit.text = {begin, end};
  unit.bullet = bullet;
  unit.own_line = own_line;
  unit.line = line_;
  unit.sub_heading = text_[end - 1] == ':';
  // "Specific tasks to include:" before bullets that follow on the same line
  if (unit.sub_heading && !own_line && !bullet) {
    const std::string folded = PostingRules::FoldHeading(text_.substr(begin, end - begin));
    if (std::count(folded.begin(), folded.end(), ' ') < static_cast<ptrdiff_t>(kHeadingWords))
      unit.heading = rules_.HeadingByWords(folded, /*colon=*/true);
    unit.sub_heading = !unit.heading;
  }
  units_.push_back(unit);
}

// What a line that ends with a colon and is no known heading opens, by what it says.
std::optional<PostingPartKind> PartOfLeadIn(std::string_view line, const Cues& cues) {
  if (cues[Cue::kNice] > 0) return PostingPartKind::kNiceToHave;
  if (cues[Cue::kHowToApply] > 0) return PostingPartKind::kHowToApply;
  if (cues[Cue::kBenefits] > 0) return PostingPartKind::kBenefits;
  // "In this team the analyst will:"
  static const RE2 kWill(
      "(?i)\\b(?:will|shall|will be|responsible for|duties|tasks|responsibilities)\\s*:$");
  if (cues[Cue::kDuty] > 0 || RE2::PartialMatch(re2::StringPiece(line.data(), line.size()), kWill))
    return PostingPartKind::kDuties;
  if (cues[Cue::kAsk] + cues[Cue::kRequire] > 0) return PostingPartKind::kRequirements;
  return std::nullopt;
}

// The next line is a rule: "-----".
bool Splitter::IsUnderlined(size_t end) const {
  constexpr size_t kShortestRule = 3;
  const size_t begin = text_.find('\n', end);
  if (begin == text_.npos) return false;
  size_t i = begin + 1;
  while (i < text_.size() && text_[i] == text_[begin + 1] &&
         (text_[i] == '-' || text_[i] == '=' || text_[i] == '_' || text_[i] == '~'))
    ++i;
  return i - begin - 1 >= kShortestRule && (i == text_.size() || text_[i] == '\n');
}

bool Splitter::TakeLineHeading(size_t begin, size_t end, bool bullet) {
  while (end > begin && (text_[end - 1] == ' ' || text_[end - 1] == '*' || text_[end - 1] == '_' ||
                         text_[end - 1] == '#' || text_[end - 1] == '=' || text_[end - 1] == '|'))
    --end;
  if (begin >= end || end - begin > 2 * kLongHeading) return false;
  const std::string_view line = text_.substr(begin, end - begin);
  const bool colon = line.back() == ':' || line.ends_with(":-") || line.ends_with(" -") ||
                     line.ends_with(" –");
  const bool like_colon = colon || IsUnderlined(end) || line.ends_with("…") ||
                          line.ends_with("...") || line.ends_with(";");
  const std::string folded = PostingRules::FoldHeading(line);
  const size_t words = static_cast<size_t>(std::count(folded.begin(), folded.end(), ' ')) + 1;
  if (folded.empty()) return false;
  std::optional<PostingPartKind> kind;
  if (words <= kHeadingWords && (!bullet || like_colon))
    kind = rules_.HeadingOf(folded, like_colon || IsAllCaps(line));
  const bool sentence =
      (line.back() == '.' && !like_colon) || line.back() == ',' || line.back() == '!';
  // "Requirements: a van" is a heading and what follows it.
  const bool inner_colon = line.substr(0, line.size() - 1).find(": ") != line.npos;
  if (!kind && words <= kHeadingWords && !sentence && !inner_colon &&
      (like_colon || (!bullet && LooksLikeTitleCase(line) && words <= 6)))
    kind = rules_.HeadingByWords(folded, colon);
  if (!kind && colon && !line.ends_with(":-") && words <= 25)
    kind = PartOfLeadIn(line, rules_.CuesOf(line));
  if (!kind) return false;
  PostingUnit unit;
  unit.text = {begin, end};
  unit.heading = kind;
  unit.own_line = true;
  unit.line = line_;
  units_.push_back(unit);
  return true;
}

// A heading in running text needs a sign besides its words: a colon, the next sentence glued to it,
// or capitals that its surroundings do not have.
bool Splitter::StandsAsHeading(size_t begin, size_t phrase_end, size_t words, size_t end, Edge edge,
                               bool colon) const {
  if (phrase_end >= end) return edge == Edge::kHard || IsAsciiUpper(text_[begin]);
  if (plain_ && !colon) {
    // "we are looking for a cook": the sentence goes on; "what we are looking for" may not.
    const std::string_view plain = text_.substr(begin, phrase_end - begin);
    if (plain.ends_with(" for") && !plain.starts_with("wh")) return false;
    size_t after = phrase_end;
    while (after < end && text_[after] == ' ') ++after;
    const std::string follows = WordAt(text_, after, end);
    return (!IsFunctionWord(follows) || OpensDemand(follows)) &&
           (words >= 2 || rules_.IsFlowPhrase(text_.substr(begin, phrase_end - begin)));
  }
  if (!IsAsciiUpper(text_[begin])) return colon && edge == Edge::kHard && words <= 4;
  if (colon) return true;
  // "is Strongly DesiredAbout us": the end of a demand, not the heading of the next ones.
  if (words == 1 && edge == Edge::kSoft && EndsADemand(text_.substr(begin, phrase_end - begin)))
    return false;
  const char next = text_[phrase_end];
  if (IsAsciiUpper(next) || IsAsciiDigit(next)) return true;  // "QualificationsBachelor"
  size_t after = phrase_end;
  while (after < end && text_[after] == ' ') ++after;
  if (after >= end) return edge == Edge::kHard;
  const bool capital_follows = IsAsciiUpper(text_[after]) || IsAsciiDigit(text_[after]) ||
                               BulletAt(text_, after) > 0 || text_[after] == '-';
  if (!capital_follows || (next != ' ' && next != '-' && next != '?')) return false;
  const std::string_view phrase = text_.substr(begin, phrase_end - begin);
  if (IsAllCaps(phrase) && phrase.size() >= 6) {
    // "REQUIREMENTS FOR THE POST" goes on in capitals
    const size_t word_end = WordEnd(text_, after, end);
    return word_end - after < 2 || !IsAllCaps(text_.substr(after, word_end - after)) ||
           IsAsciiDigit(text_[after]);
  }
  const bool flow = rules_.IsFlowPhrase(PostingRules::FoldHeading(phrase));
  if (edge == Edge::kSoft && CapitalBefore(begin)) return false;
  if (edge == Edge::kHard) {
    const std::string follows = WordAt(text_, after, end);
    // "Job responsibilities Contacting customers"
    return flow || (words >= 2 && (LooksLikeTitleCase(phrase) || IsStep(follows)));
  }
  // "DSS Benefits Center" is a name
  return (rules_.StartOf(WordAt(text_, after, end)) != Start::kNo || IsYears(after, end)) &&
         ((flow && words == 1) || (words >= 2 && LooksLikeTitleCase(phrase)));
}

std::string_view Splitter::WordEndingAt(size_t end) const {
  size_t begin = end;
  while (begin > line_begin_ && end - begin < kLongestWord && IsLetterByte(text_[begin - 1]))
    --begin;
  return text_.substr(begin, end - begin);
}

bool Splitter::CapitalBefore(size_t i) const {
  size_t before = i;
  while (before > line_begin_ && text_[before - 1] == ' ') --before;
  const std::string_view word = WordEndingAt(before);
  return !word.empty() && IsAsciiUpper(word[0]);
}

// "About Acme LtdFounded in", "Why AcmeAs": the firm's name ends where the next sentence is glued
// to it.
std::optional<Splitter::HeadingHit> Splitter::NamedHeadingAt(size_t begin, size_t end) const {
  const std::string opener = WordAt(text_, begin, end);
  if (opener != "About" && opener != "Why" && opener != "Meet") return std::nullopt;
  std::string_view first;  // word of the name
  size_t i = begin + opener.size();
  for (int words = 0; words < 4 && i + 1 < end && text_[i] == ' ' && IsAsciiUpper(text_[i + 1]);
       ++words) {
    const size_t word = i + 1;
    i = WordEnd(text_, word, end);
    if (i < end && (IsAsciiUpper(text_[i]) || text_[i] == ':'))
      return HeadingHit{{begin, i}, PostingPartKind::kCompany, i + (text_[i] == ':' ? 1 : 0)};
    // "About ACMEACME is a leading"
    const std::string_view name = text_.substr(word, i - word);
    const size_t half = name.size() / 2;
    if (half >= kWholeWord && name.substr(0, half) == name.substr(half))
      return HeadingHit{{begin, word + half}, PostingPartKind::kCompany, word + half};
    // "About Acme Tools Acme Tools is a leading"
    if (words == 0) first = text_.substr(word, i - word);
    const size_t next = i + 1;
    if (first.size() >= kWholeWord - 1 && next + first.size() < end && text_[i] == ' ' &&
        text_.substr(next, first.size()) == first && !IsLetterByte(text_[next + first.size()]))
      return HeadingHit{{begin, i}, PostingPartKind::kCompany, next};
  }
  return std::nullopt;
}

// "Personal skills and desirable attributes of the smith:"
std::optional<Splitter::HeadingHit> Splitter::LongHeadingAt(size_t begin, size_t end) const {
  static const RE2 kLong("^([A-Z][a-z]+ [A-Za-z/&,'’ -]{5,60}):");
  static const RE2 kDemand(
      "(?i)^(?:[a-z]+ )?(?:experience|knowledge|ability|proficien\\w+|familiar\\w*|understanding) "
      "(?:in|with|of|to|using)\\b|^[a-z ]*(?:you|we|must|should|will)\\b");
  const re2::StringPiece rest(text_.data() + begin, std::min<size_t>(end - begin, 64));
  re2::StringPiece words;
  if (!RE2::PartialMatch(rest, kLong, &words) || RE2::PartialMatch(words, kDemand))
    return std::nullopt;
  const std::string folded =
      PostingRules::FoldHeading(std::string_view(words.data(), words.size()));
  if (std::count(folded.begin(), folded.end(), ' ') > static_cast<ptrdiff_t>(kHeadingWords))
    return std::nullopt;
  const auto kind = rules_.HeadingByWords(folded, /*colon=*/true);
  if (!kind) return std::nullopt;
  return HeadingHit{{begin, begin + words.size()}, *kind, begin + words.size() + 1};
}

std::optional<Splitter::HeadingHit> Splitter::HeadingAt(size_t begin, size_t end, Edge edge) const {
  std::optional<HeadingHit> best;
  size_t i = begin;
  for (size_t words = 1; words <= kHeadingWords && i < end; ++words) {
    size_t word_end = WordEnd(text_, i, end);
    if (word_end == i) {  // "&", "-", "/" between words
      if (words > 1 && (text_[i] == '&' || text_[i] == '/' || text_[i] == '-')) {
        word_end = i + 1;
      } else {
        break;
      }
    }
    const std::string folded = PostingRules::FoldHeading(text_.substr(begin, word_end - begin));
    if (words == 1 && !folded.empty() && !rules_.MayOpenHeading(folded) &&
        text_.substr(word_end, 1) != "/" && text_.substr(word_end, 1) != "'")
      return NamedHeadingAt(begin, end);
    size_t after = word_end;
    while (after < end && text_[after] == ' ') ++after;
    const bool colon =
        after < end && (text_[after] == ':' || (text_[after] == ';' && after == word_end));
    // "Required Skills for a Lead Developer:"
    static const RE2 kOf("^ (?:for|of) [^.:;!?]{2,45}:");
    re2::StringPiece of;
    const re2::StringPiece rest(text_.data() + word_end, std::min<size_t>(end - word_end, 60));
    const auto kind = rules_.HeadingPhrase(folded, colon);
    if (kind && !colon && IsAsciiUpper(text_[begin]) &&
        kOf.Match(rest, 0, rest.size(), RE2::ANCHOR_START, &of, 1)) {
      best = HeadingHit{{begin, word_end + of.size() - 1}, *kind, word_end + of.size()};
      break;
    }
    if (kind && StandsAsHeading(begin, word_end, words, end, edge, colon)) {
      if (colon) ++after;
      best = HeadingHit{{begin, word_end}, *kind, after};
    }
    i = word_end;
    // Words of a heading are one space, a comma or a slash apart, or glued as "&" is.
    size_t gap = 0;
    while (i < end && gap < 3 &&
           (text_[i] == ' ' || text_[i] == ',' || text_[i] == '/' || text_[i] == '&' ||
            text_[i] == '-'))
      ++i, ++gap;
    if (gap == 0) break;
  }
  if (!best) best = LongHeadingAt(begin, end);
  return best ? best : NamedHeadingAt(begin, end);
}

// "SolidWorks": a name, although "Works" begins sentences.
bool Splitter::IsName(const std::string& word) const {
  if (rules_.IsBrand(word)) return true;
  if (names_.empty()) {
    for (const Concept& known : taxonomy_.concepts()) {
      for (std::string_view part : SplitWords(known.name)) {
        for (size_t i = 1; i < part.size(); ++i) {
          if (IsAsciiUpper(part[i]) && IsAsciiLower(part[i - 1])) names_.emplace(part);
        }
      }
    }
  }
  return names_.contains(word);
}

bool Splitter::GluedAt(size_t i, size_t end) const {
  // i: a capital; text_[i - 1]: what it is glued to
  const char before = text_[i - 1];
  const std::string word = WordAt(text_, i, end);
  const Start start = rules_.StartOf(word);
  const bool lower_follows = i + 1 < end && (IsAsciiLower(text_[i + 1]) || text_[i + 1] == ' ');
  if (before == '.' || before == '!' || before == '?') {
    if (InsideLink(text_, i)) return false;
    if (before != '.') return true;
    if (!lower_follows) {  // "deserve.TAD", but not "ASP.NET" or "Node.JS"
      size_t left = i - 1;
      while (left > line_begin_ && i - left <= kWholeWord && IsAsciiLower(text_[left - 1])) --left;
      return i - 1 - left >= kWholeWord || HeadingAt(i, end, Edge::kHard).has_value();
    }
    return !IsAbbreviation(text_, i - 1) || (start != Start::kNo && word.size() > 3);
  }
  if (before == ':') return lower_follows && !InsideLink(text_, i);
  if (before == ';') return lower_follows;
  if (before == ')' || before == ']' || before == '%' || before == '+' || IsAsciiDigit(before) ||
      before == '"')
    return start != Start::kNo || HeadingAt(i, end, Edge::kHard).has_value();
  if (before == ',') return start == Start::kStrong && lower_follows;
  if (IsAsciiLower(before) || static_cast<unsigned char>(before) >= 0x80) {
    const std::string whole(WordEndingAt(i));
    if (IsName(whole + word)) return false;
    // "McKesson", "DeVry", "iPhone": too short to be a word of its own.
    if (whole.size() < (IsAsciiUpper(whole[0]) ? 3 : 2)) return false;
    if (start != Start::kNo) return !InsidePath(text_, i);
    // "a MustLaser-focused", "decisionsA passion for"
    if (EndsADemand(whole)) return true;
    if (word == "A" && whole.size() >= kWholeWord && text_.substr(i + 1, 1) == " " && i + 2 < end &&
        IsAsciiLower(text_[i + 2]))
      return true;
    // "environmentPMP", "certificationPreferable": names with a capital inside begin with a capital
    // or with a letter or two.
    if (!IsAsciiUpper(whole[0]) && whole.size() >= kWholeWord && word.size() > 1) return true;
    return HeadingAt(i, end, Edge::kHard).has_value();
  }
  if (IsAsciiUpper(before) && lower_follows && i >= 2 && IsAsciiUpper(text_[i - 2]))  // "SQLStrong"
    return (start != Start::kNo && word.size() > 1 && word != "Is" && word != "As" &&
            word != "Us") ||
           HeadingAt(i, end, Edge::kHard).has_value();
  return false;
}

// "Weighing the goods Recording each of them": a list of steps goes on with one more.  Names of
// subjects ("Marketing") are no steps.
bool Splitter::GoesOnInSteps(const std::string& word, size_t piece_begin, size_t end) const {
  return IsStep(word) && IsStep(WordAt(text_, piece_begin, end)) &&
         taxonomy_.FindAll(word, /*in_skill_list=*/true).empty();
}

bool Splitter::SentenceStartsAt(size_t i, size_t piece_begin, size_t end) const {
  // i: a capital after a space, in a long line
  size_t before = i - 1;
  while (before > line_begin_ && text_[before] == ' ') --before;
  const char last = text_[before];
  if (!IsAsciiLower(last) && last != ')' && !IsAsciiDigit(last) && !IsAsciiUpper(last))
    return false;
  const std::string_view word_before = WordEndingAt(before + 1);
  if (IsFunctionWord(word_before)) return false;
  const std::string word = WordAt(text_, i, end);
  const size_t word_end = WordEnd(text_, i, end);
  if (word_end + 1 >= end) return false;
  if (text_[word_end] == '-') {  // "In-depth knowledge"
    const size_t hyphened_end = WordEnd(text_, word_end + 1, end);
    return rules_.StartOf(text_.substr(i, hyphened_end - i)) == Start::kStrong;
  }
  if (text_[word_end] != ' ') return false;
  if (IsMeasure(word) && IsYears(word_end + 1, end)) return true;
  const std::string next = WordAt(text_, word_end + 1, end);
  if (word == "At" && OpensWithFirm(i, end)) return true;
  const bool capital_before = !word_before.empty() && IsAsciiUpper(word_before[0]);
  if (word == "Degree" && capital_before) return false;  // "BS/MS Degree in"
  if (rules_.IsStartPair(word + " " + next) || (word == "You" && next == "MUST")) return true;
  const bool asks = next == "experience" || next == "knowledge" || next == "understanding" ||
                    next == "background" || next == "attitude" || next == "skills";
  const Start start = rules_.StartOf(word);
  const bool step = start != Start::kStrong && GoesOnInSteps(word, piece_begin, end);
  if (!step && (start == Start::kNo || (start == Start::kWeak && !asks))) return false;
  // "knowledge of SQL Excellent Python skills"
  if (IsPraise(word) && word_before.size() > 1 && IsAllCaps(word_before)) return true;
  if (!IsAsciiLower(text_[word_end + 1])) return false;
  // "Social Work experience"
  if (capital_before && next == "experience" &&
      !taxonomy_.FindAll(std::string(word_before) + " " + word, /*in_skill_list=*/true).empty())
    return false;
  // After a name ("Microsoft Excel Experience with") only what surely goes on as a sentence.
  if (capital_before)
    return next == "to" || next == "with" || next == "in" || next == "of" || next == "and" ||
           next == "experience";
  return true;
}

// "apps- B2B sales": dashes like this one begin the other items of the line.
bool Splitter::DashStartsAt(size_t i, size_t end) const {
  constexpr int kItems = 2;
  constexpr size_t kReach = 2000;  // bytes
  if (line_begin_ < end && end - line_begin_ < kFlattenedLine) return false;
  const size_t from = i > line_begin_ + kReach ? i - kReach : line_begin_;
  const size_t to = std::min(end, i + kReach);
  int items = 0;
  for (size_t at = text_.find("- ", from); at < to && items < kItems;
       at = text_.find("- ", at + 2)) {
    if (at == from || at == i || text_[at - 1] == ' ' || at + 2 >= to) continue;
    items += rules_.StartOf(WordAt(text_, at + 2, end)) != Start::kNo;
  }
  return items == kItems;
}

// "years of:- Java- SQL": a dash behind a colon began the list.
bool Splitter::DashAfterColon(size_t i) const {
  constexpr size_t kReach = 1000;  // bytes
  const size_t from = i > line_begin_ + kReach ? i - kReach : line_begin_;
  return text_.substr(from, i + 1 - from).find(":- ") != text_.npos ||
         (i > from && text_[i - 1] == ':');
}

// "Excel, Word -Team player": at least three of the line's items begin like this one.
bool Splitter::DashOfListAt(size_t i, size_t end) const {
  constexpr int kItems = 3;
  constexpr size_t kReach = 1000;  // bytes
  const auto opens = [&](size_t at) {
    return at + 2 < end && text_[at] == '-' && text_[at - 1] == ' ' &&
           IsAsciiUpper(text_[at + 1]) && IsAsciiLower(text_[at + 2]);
  };
  if (!opens(i)) return false;
  const size_t from = std::max(line_begin_ + 1, i > kReach ? i - kReach : 1);
  int items = 0;
  for (size_t at = from; at < std::min(end, i + kReach) && items < kItems; ++at) items += opens(at);
  return items == kItems;
}

// "At Acme Tools, we": the firm begins to speak.
bool Splitter::OpensWithFirm(size_t i, size_t end) const {
  static const RE2 kFirm(R"(^At (?:[A-Z][\w&.'-]*,? ){1,4}(?:we|our|you|there|it|the)\b)");
  return RE2::PartialMatch(re2::StringPiece(text_.data() + i, std::min<size_t>(end - i, 80)),
                           kFirm);
}

bool Splitter::FlowStartsAt(size_t i, size_t end) const {
  const size_t first = WordEnd(text_, i, end);
  if (first == i) return false;
  // "any experience in", "strong knowledge of"
  static constexpr std::string_view kOpen[] = {"some",     "proven", "years", "previous", "prior",
                                               "relevant", "solid",  "deep",  "working",  "extreme",
                                               "great",    "high",   "very",  "close"};
  size_t stop = i;
  while (stop > line_begin_ && text_[stop - 1] == ' ') --stop;
  const std::string_view before = WordEndingAt(stop);
  if (std::find(std::begin(kOpen), std::end(kOpen), before) != std::end(kOpen) ||
      IsFunctionWord(before))
    return false;
  if (SaysHowMuch(before) && !GoesOnAfterNeed(text_.substr(i, first - i))) return true;
  if (rules_.IsFlowPhrase(text_.substr(i, first - i))) return true;
  if (first + 1 >= end || text_[first] != ' ') return false;
  return rules_.IsFlowPhrase(text_.substr(i, WordEnd(text_, first + 1, end) - i));
}

// "tools businessexperience managing": the words that begin a line are glued to the one before.
bool Splitter::FlowGluedAt(size_t i, size_t end) const {
  static const RE2 kLine(
      "^(?:experience (?:with|in|of|managing|working|building)|excellent |strong |bachelors |"
      "proven |ability to|familiarity with|proficiency in|demonstrated |qualifications|"
      "requirements|responsibilities|knowledge of)");
  return IsAsciiLower(text_[i - 1]) && WordEndingAt(i).size() >= kWholeWord &&
         RE2::PartialMatch(re2::StringPiece(text_.data() + i, std::min<size_t>(end - i, 40)),
                           kLine);
}

bool Splitter::IsYears(size_t i, size_t end) const {
  static const RE2 kYears(R"(^\d{1,2}\+?(?: ?(?:-|–|to) ?\d{1,2})?\+? ?(?:years?|yrs|months)\b)");
  return RE2::PartialMatch(re2::StringPiece(text_.data() + i, std::min<size_t>(end - i, 24)),
                           kYears);
}

// "roadmaps 10+ years of", but not "at least 10 years": `last` is the end of the word before.
bool Splitter::YearsStartAt(size_t i, size_t last, size_t end) const {
  if (!IsYears(i, end)) return false;
  std::string word(WordEndingAt(last + 1));
  if (!word.empty()) word[0] = ToAsciiLower(word[0]);  // "After"
  static constexpr std::string_view kOpen[] = {
      "least",     "minimum",    "over",    "than",          "have",   "has",  "plus",  "about",
      "requires",  "require",    "around",  "approximately", "nearly", "last", "past",  "every",
      "next",      "within",     "after",   "until",         "age",    "up",   "min",   "required",
      "preferred", "experience", "possess", "hold",          "holds",  "only", "almost"};
  // "work experience 4-6 years of experience in": the first experience is of what stands before.
  static const RE2 kOwn(
      R"(^[\d+ –-]+(?:to )?[\d+ ]*(?:years?|yrs) (?:of )?(?:\w+ ){0,3}experience)");
  if (word == "experience" &&
      RE2::PartialMatch(re2::StringPiece(text_.data() + i, std::min<size_t>(end - i, 60)), kOwn))
    return true;
  return !IsFunctionWord(word) && !IsMeasure(word) &&
         std::find(std::begin(kOpen), std::end(kOpen), word) == std::end(kOpen);
}

size_t Splitter::BoundaryAt(size_t i, size_t piece_begin, size_t end, bool* bullet,
                            Edge* edge) const {
  *edge = Edge::kHard;
  if (const size_t size = BulletAt(text_, i)) {
    *bullet = true;
    return i + size;
  }
  const char c = text_[i];
  const char before = text_[i - 1];
  if (c == ' ' || piece_begin + 1 >= i) return 0;
  const bool after_space = before == ' ';
  if (DashOfListAt(i, end)) {
    *bullet = true;
    return i + 1;
  }
  if (after_space) {
    size_t stop = i - 1;
    while (stop > piece_begin && text_[stop] == ' ') --stop;
    size_t mark = stop;
    while (mark > piece_begin && (text_[mark] == ')' || text_[mark] == '"' || text_[mark] == '\''))
      --mark;
    const char last = text_[mark];
    if ((last == '.' || last == '!' || last == '?') &&
        (IsAsciiUpper(c) || IsAsciiDigit(c) || c == '(' || c == '"' ||
         static_cast<unsigned char>(c) >= 0x80 || plain_) &&
        (last != '.' || !IsAbbreviation(text_, mark) ||
         (IsAsciiUpper(c) && rules_.StartOf(WordAt(text_, i, end)) == Start::kStrong)))
      return i;
    // "in Leeds. **You must have"
    if ((last == '.' || last == '!' || last == '?' || last == '*') && IsBoldSentence(i, end))
      return i;
    if (last == '.' && IsAsciiLower(c) && !IsAbbreviation(text_, mark) &&
        IsSentenceOpener(WordAt(text_, i, end)))
      return i;
    // " - Strong", " – Strong", "; Strong"
    const bool dash =
        last == '-' || (last == '+' && stop > piece_begin && text_[stop - 1] == ' ') ||
        (stop >= 2 && (text_.substr(stop - 2, 3) == "–" || text_.substr(stop - 2, 3) == "—"));
    if (dash && IsAsciiUpper(c) && rules_.StartOf(WordAt(text_, i, end)) != Start::kNo) {
      *bullet = true;
      return i;
    }
    const bool long_line = end - line_begin_ > kFlattenedLine;
    // "five years' experience in the following: Hands-on work"
    if (long_line && last == ':' && IsAsciiUpper(c) && OpensList(WordEndingAt(stop))) return i;
    if (long_line && IsAsciiUpper(c)) {
      *edge = Edge::kSoft;
      const bool open = IsFunctionWord(WordEndingAt(stop + 1));
      if (SentenceStartsAt(i, piece_begin, end) || (!open && HeadingAt(i, end, Edge::kSoft)))
        return i;
    }
    if (plain_ && long_line && FlowStartsAt(i, end)) return i;
    if (long_line && IsAsciiDigit(c) && IsAsciiLower(last) && YearsStartAt(i, stop, end)) return i;
    *edge = Edge::kHard;
    return 0;
  }
  if ((before == '.' || before == '!') && IsBoldSentence(i, end)) return i;
  if (IsAsciiUpper(c)) return GluedAt(i, end) ? i : 0;
  if (plain_ && end - line_begin_ > kFlattenedLine && FlowGluedAt(i, end)) return i;
  // "degree3+ years", "in Law.3+ years"
  if (IsAsciiDigit(c) && (IsAsciiLower(before) || (before == '.' && IsAsciiLower(text_[i - 2]))))
    return IsYears(i, end) ? i : 0;
  if (c == '-' && i + 1 < end) {  // "apps- Strong"
    size_t j = i + 1;
    while (j < end && text_[j] == ' ') ++j;
    const bool ends = IsAsciiLower(before) || before == '.' || before == '!';
    if (j < end && IsAsciiUpper(text_[j]) && (j > i + 1 || before == '.') &&
        ((ends && (rules_.StartOf(WordAt(text_, j, end)) != Start::kNo || DashStartsAt(i, end))) ||
         DashAfterColon(i))) {
      *bullet = true;
      return j;
    }
  }
  return 0;
}

void Splitter::SplitLine(size_t begin, size_t end) {
  line_begin_ = begin;
  bool bullet = false;
  const size_t first = SkipDecoration(begin, end, &bullet);
  if (first >= end) return;
  if (TakeLineHeading(first, end, bullet)) return;
  size_t piece = first;
  Edge edge = Edge::kHard;
  bool whole = true;
  const auto take_heading = [&](size_t at, Edge at_edge) {
    const auto heading = HeadingAt(at, end, at_edge);
    if (!heading) return at;
    PostingUnit unit;
    unit.text = heading->words;
    unit.heading = heading->kind;
    unit.line = line_;
    unit.label = heading->after < end;
    units_.push_back(unit);
    whole = false;
    size_t after = heading->after;
    bool inner = false;
    after = SkipDecoration(after, end, &inner);
    return after;
  };
  // A heading may follow a heading: "Job DescriptionResponsibilities:"
  const auto take_headings = [&](size_t at, Edge at_edge) {
    for (int count = 0; count < 4; ++count) {
      const size_t after = take_heading(at, at_edge);
      if (after == at) break;
      at = after;
      at_edge = Edge::kHard;
    }
    return at;
  };
  piece = take_headings(piece, edge);
  for (size_t i = piece + 1; i < end; ++i) {
    bool next_bullet = false;
    size_t next = BoundaryAt(i, piece, end, &next_bullet, &edge);
    if (next == 0 && i - piece > kLongestUnit && IsCutPoint(i, piece)) next = i;
    if (next == 0) continue;
    whole = false;
    size_t piece_end = i;
    if (next_bullet && next == i) {  // the dash before it is no text
      while (piece_end > piece && !IsLetterByte(text_[piece_end - 1]) &&
             text_[piece_end - 1] != '.' && text_[piece_end - 1] != ')')
        --piece_end;
      if (text_.substr(0, piece_end).ends_with("–") || text_.substr(0, piece_end).ends_with("—"))
        piece_end -= 3;
    }
    AddText(piece, piece_end, bullet, false);
    bullet = next_bullet;
    size_t start = next;
    while (start < end && text_[start] == ' ') ++start;
    piece = take_headings(start, edge);
    i = std::max(piece, i);
  }
  AddText(piece, end, bullet, whole);
}

}  // namespace

std::vector<PostingUnit> SplitPosting(std::string_view text, const Taxonomy& taxonomy,
                                      const PostingRules& rules) {
  return Splitter(text, taxonomy, rules).Run();
}

}  // namespace atsmatch
