#include "parser/fields/names.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "parser/fields/clues.h"
#include "parser/fields/places.h"
#include "parser/text/ascii.h"
#include "parser/text/contact.h"
#include "parser/text/dates.h"
#include "parser/text/lexicon.h"
#include "parser/text/pattern.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

// A stretch of a line in one type size: what can be a name or a label.
struct Chunk {
  WordText text;
  size_t line = 0;  // index into FieldContext::lines
  Box box;
  Look look;
  Trust trust = Trust::kLow;
  bool running = false;
};

struct Candidate {
  WordText text;
  std::vector<size_t> chunks;  // from top to bottom
  double size = 0;
  double y = 0;  // share of the page's height
  bool bold = false;
  bool header = false;    // in the header or a contact block
  bool first = false;     // nothing stands before it
  bool labelled = false;  // "Name: ..."
  bool goes_on = false;   // the next line is set in the same type
  size_t words = 0;
  WordText rest;  // what follows it in its chunk: "Chef" of "Jane Doe | Chef"
};

struct NameFacts {
  const Candidate* candidate;
  const FieldContext* context;
  const std::vector<std::string>* handles;
  double largest = 0;
  double body = 0;
};

const std::string& TextOf(const NameFacts& facts) { return facts.candidate->text.text; }
const Lexicon& LexiconOf(const NameFacts& facts) { return facts.context->lexicon; }

// Tokens of the name that an address repeats.
int SharedTokens(const NameFacts& facts) {
  int best = 0;
  for (const std::string& handle : *facts.handles) {
    int shared = 0;
    for (std::string_view token : SplitWords(TextOf(facts))) {
      for (size_t begin = 0; begin <= token.size();) {
        const size_t dash = std::min(token.find('-', begin), token.size());
        const std::string letters = FoldToLetters(token.substr(begin, dash - begin));
        if (letters.size() >= 3 && handle.find(letters) != std::string::npos) ++shared;
        begin = dash + 1;
      }
    }
    best = std::max(best, shared);
  }
  return best;
}

bool IsLargest(const NameFacts& f) {
  return f.candidate->size >= f.largest * 0.97 && f.largest > f.body * 1.15;
}
bool IsLarge(const NameFacts& f) { return f.candidate->size >= f.body * 1.2; }
bool IsSmall(const NameFacts& f) { return f.candidate->size < f.body * 0.97; }
bool AtTop(const NameFacts& f) { return f.candidate->y < 0.2; }
bool AtBottom(const NameFacts& f) { return f.candidate->y > 0.6; }
bool InHeader(const NameFacts& f) { return f.candidate->header; }
bool IsFirstLine(const NameFacts& f) { return f.candidate->first; }
bool IsCutShort(const NameFacts& f) { return f.candidate->goes_on; }
bool IsLabelled(const NameFacts& f) { return f.candidate->labelled; }
bool IsBold(const NameFacts& f) { return f.candidate->bold; }
bool SharesOneToken(const NameFacts& f) { return SharedTokens(f) == 1; }
bool SharesTokens(const NameFacts& f) { return SharedTokens(f) >= 2; }
// "de la" and the like do not count.
bool HasTwoToFiveWords(const NameFacts& f) {
  const std::vector<std::string_view> words = SplitWords(TextOf(f));
  const auto particles = std::count_if(words.begin(), words.end(), [&](std::string_view word) {
    return LexiconOf(f).Find(LexiconTable::kNameParticles, word).has_value();
  });
  return words.size() >= 2 && words.size() <= 5 + static_cast<size_t>(particles);
}
bool IsOneWord(const NameFacts& f) { return f.candidate->words == 1; }
bool HasManyWords(const NameFacts& f) { return f.candidate->words > 7; }
bool HasDigit(const NameFacts& f) {
  return std::any_of(TextOf(f).begin(), TextOf(f).end(),
                     [](char c) { return c >= '0' && c <= '9'; });
}
bool HasAddressSign(const NameFacts& f) {
  return TextOf(f).find_first_of("@/:;<>=&|") != std::string::npos;
}
bool IsSentence(const NameFacts& f) { return f.candidate->words > 5 && TextOf(f).back() == '.'; }
bool IsCapitalised(const NameFacts& f) {
  for (std::string_view word : SplitWords(TextOf(f))) {
    if (!HasLetter(word) || StartsUpper(word)) continue;
    if (!LexiconOf(f).Find(LexiconTable::kNameParticles, word).has_value()) return false;
  }
  return true;
}
bool IsNotCapitalised(const NameFacts& f) { return !IsCapitalised(f); }
bool IsHeading(const NameFacts& f) {
  return LexiconOf(f).Find(LexiconTable::kSectionHeadings, TextOf(f)).has_value();
}
bool SaysCurriculumVitae(const NameFacts& f) {
  static constinit const Pattern kWords(
      R"((?i)\b(?:curr[ií]culum|currículo|vitae|r[ée]sum[ée]|lebenslauf|levensloop|cv|hoja de vida|page)\b)");
  return kWords.PartialMatch(TextOf(f));
}
bool HasTitleWord(const NameFacts& f) {
  return LexiconOf(f).Contains(LexiconTable::kTitleWords, TextOf(f));
}
bool HasEmployerWord(const NameFacts& f) {
  return LexiconOf(f).Contains(LexiconTable::kEmployerWords, TextOf(f)) ||
         LexiconOf(f).Contains(LexiconTable::kSchoolWords, TextOf(f));
}
bool IsPlace(const NameFacts& f) {
  const std::string& text = TextOf(f);
  const std::string head = text.substr(0, text.find(','));
  return LexiconOf(f).Find(LexiconTable::kCities, head).has_value() ||
         LexiconOf(f).Find(LexiconTable::kCountries, head).has_value() ||
         LexiconOf(f).Find(LexiconTable::kLanguages, head).has_value();
}
bool IsNetwork(const NameFacts& f) {
  return LexiconOf(f).Find(LexiconTable::kNetworks, TextOf(f)).has_value() ||
         LexiconOf(f).Find(LexiconTable::kContactLabels, TextOf(f)).has_value();
}

// In a section, and no larger than its text.
bool IsTextOfASection(const NameFacts& f) {
  return !f.candidate->header && !f.candidate->labelled && !IsLarge(f) && SharedTokens(f) == 0;
}
bool IsFieldOfStudy(const NameFacts& f) {
  return LexiconOf(f).Find(LexiconTable::kFieldsOfStudy, TextOf(f)).has_value();
}

struct Clue {
  const char* name;
  bool (*holds)(const NameFacts&);
  double weight;
};
// The weights were set by hand so that no single clue carries a name alone.
constexpr Clue kNameClues[] = {
    {"largest type", IsLargest, 4},
    {"larger than the text", IsLarge, 2},
    {"smaller than the text", IsSmall, -2},
    {"top of the first page", AtTop, 1.5},
    {"low on the page", AtBottom, -2},
    {"in the header", InHeader, 1.5},
    {"first line", IsFirstLine, 1},
    {"behind the label 'name'", IsLabelled, 6},
    {"the next line is set like it", IsCutShort, -1.5},
    {"bold", IsBold, 0.5},
    {"an address repeats a word", SharesOneToken, 3},
    {"an address repeats several words", SharesTokens, 5},
    {"two to five words", HasTwoToFiveWords, 2},
    {"one word", IsOneWord, -1.5},
    {"many words", HasManyWords, -4},
    {"a digit", HasDigit, -6},
    {"a sign of an address", HasAddressSign, -5},
    {"a sentence", IsSentence, -4},
    {"capitalised", IsCapitalised, 1},
    {"not capitalised", IsNotCapitalised, -4},
    {"a section heading", IsHeading, -8},
    {"says curriculum vitae", SaysCurriculumVitae, -8},
    {"a word of job titles", HasTitleWord, -3},
    {"a word of employers or schools", HasEmployerWord, -3},
    {"a place or language", IsPlace, -3},
    {"a network or label", IsNetwork, -6},
    {"a field of study", IsFieldOfStudy, -4},
    {"in a section, no larger than its text", IsTextOfASection, -4},
};
constexpr size_t kProse = 7;  // words: a label has fewer
constexpr double kNameScore = 4.0;

double ScoreName(const NameFacts& facts) {
  double score = 0;
  for (const Clue& clue : kNameClues) {
    if (clue.holds(facts)) score += clue.weight;
  }
  return score;
}

double BodySize(const FieldContext& context) {
  std::vector<std::pair<double, size_t>> sizes;
  size_t total = 0;
  for (const Line& line : context.lines) {
    sizes.emplace_back(line.size, line.words.size());
    total += line.words.size();
  }
  std::sort(sizes.begin(), sizes.end());
  size_t seen = 0;
  for (const auto& [size, words] : sizes) {
    seen += words;
    if (2 * seen >= total) return size;
  }
  return 10;
}

// How many bytes at the start the pattern takes.
size_t SkipPattern(const Pattern& pattern, std::string_view text) {
  std::string_view rest(text);
  return pattern.Consume(&rest) ? text.size() - rest.size() : 0;
}

// "Name: Jane Doe" -> 6
size_t SkipNameLabel(const std::string& text) {
  static constinit const Pattern kLabel(
      R"((?i)^\s*((?:full |first and last )?name|nombre(?: completo)?|nom(?: et pr[ée]nom)?|(?:vor- und )?nachname|naam|nome|imi[ęe] i nazwisko|ad soyad|candidate)\s*:\s*)");
  return SkipPattern(kLabel, text);
}

size_t SkipTitleWords(const std::string& text) {
  static constinit const Pattern kTitle(
      R"((?i)^\s*(?:curriculum vitae|r[ée]sum[ée]|cv|lebenslauf)\s*(?:of|de|von|for|[:–—|-])\s*)");
  return SkipPattern(kTitle, text);
}

// "Hi, I'm Jane Doe." -> 8
size_t SkipGreeting(const std::string& text) {
  static constinit const Pattern kGreeting(
      R"((?i)^\s*(?:(?:hi|hello|hey)(?: there)?[,!.]?\s+)?(?:i['’]m|i am|my name is)\s+)");
  return SkipPattern(kGreeting, text);
}

void Trim(WordText* text) {
  const std::string_view whole = text->text;
  const std::string_view trimmed = TrimSeparators(whole);
  if (trimmed.empty()) {
    *text = {};
    return;
  }
  const size_t begin = static_cast<size_t>(trimmed.data() - whole.data());
  *text = SubText(*text, begin, begin + trimmed.size());
}

double OverlapInX(const Box& a, const Box& b) {
  return std::min(a.x1, b.x1) - std::max(a.x0, b.x0);
}

// Cuts a cell where the type size changes; small capitals only shrink within a word, and those are
// glued.
void AddChunks(const FieldContext& context, const ContactLine& line, IndexRange words,
               std::vector<Chunk>* chunks) {
  constexpr double kOtherSize = 0.15;  // share
  const Document& document = context.document;
  size_t begin = words.begin;
  for (size_t i = words.begin; i < words.end; ++i) {
    const bool last = i + 1 == words.end;
    if (!last) {
      const Word& left = document.words[i];
      const Word& right = document.words[i + 1];
      const double larger = std::max(left.size, right.size);
      if (right.glued || std::abs(left.size - right.size) < kOtherSize * larger) continue;
    }
    Chunk chunk;
    chunk.text = TextOfWords(document, {begin, i + 1});
    chunk.line = line.line;
    chunk.box = BoxOf(document, {begin, i + 1});
    chunk.look = LookOf(document, {begin, i + 1});
    chunk.trust = line.trust;
    chunk.running = line.running;
    chunks->push_back(std::move(chunk));
    begin = i + 1;
  }
}

// "SENIOR   HR   PARTNER": capitals with wide spaces, which are no cells.
bool IsSpacedOut(const FieldContext& context, const Line& line) {
  constexpr double kWidestSpace = 1.6;  // type sizes
  if (line.cells.size() < 2 || !line.all_caps) return false;
  const Look look = LookOf(context.document, line.cells.front().words);
  for (size_t i = 1; i < line.cells.size(); ++i) {
    const double space = line.cells[i].box.x0 - line.cells[i - 1].box.x1;
    if (space > kWidestSpace * line.size ||
        !SameLook(look, LookOf(context.document, line.cells[i].words))) {
      return false;
    }
  }
  return true;
}

std::vector<Chunk> FindChunks(const FieldContext& context, const std::vector<ContactLine>& lines) {
  std::vector<Chunk> chunks;
  for (const ContactLine& line : lines) {
    const Line& printed = context.lines[line.line];
    if (printed.page != 0) continue;
    if (IsSpacedOut(context, printed)) {
      AddChunks(context, line, printed.words, &chunks);
      continue;
    }
    for (const Cell& cell : printed.cells) AddChunks(context, line, cell.words, &chunks);
  }
  return chunks;
}

// The chunk that stands under this one, in the same type and with the same edge or middle; -1:
// none.
int FindBelow(const std::vector<Chunk>& chunks, size_t at, double largest_gap) {
  const Chunk& upper = chunks[at];
  int best = -1;
  for (size_t i = 0; i < chunks.size(); ++i) {
    const Chunk& lower = chunks[i];
    if (i == at || std::abs(lower.look.size - upper.look.size) > 0.06 * upper.look.size) continue;
    const double gap = lower.box.y0 - upper.box.y1;
    if (gap > largest_gap * upper.look.size || lower.box.y0 < upper.box.y0 + 0.5 * upper.look.size)
      continue;
    const double tolerance = 0.4 * upper.look.size;
    const bool left = std::abs(lower.box.x0 - upper.box.x0) <= tolerance;
    const bool right = std::abs(lower.box.x1 - upper.box.x1) <= tolerance;
    const bool middle =
        std::abs(lower.box.x0 + lower.box.x1 - upper.box.x0 - upper.box.x1) <= 2 * tolerance;
    if (!left && !right && !middle) continue;
    if (best < 0 || lower.box.y0 < chunks[best].box.y0) best = static_cast<int>(i);
  }
  return best;
}

// "Jane Roe, Head of Marketing": what follows the comma is a title, and what stands before it none.
size_t EndBeforeTitle(const std::string& text, const Lexicon& lexicon) {
  constexpr double kTitle = 1.5;
  const size_t comma = text.find(", ");
  if (comma == std::string::npos) return text.size();
  const std::string_view whole = text;
  const bool title = TitleClue(whole.substr(comma + 2), lexicon) >= kTitle &&
                     TitleClue(whole.substr(0, comma), lexicon) <= 0;
  return title ? comma : text.size();
}

// Where the first piece of a chunk ends: at a bar or a dash, or before a title.
size_t FirstPieceEnd(const std::string& text, const Lexicon& lexicon) {
  size_t end = text.size();
  for (std::string_view bar : {"|", "•", "·", " – ", " — ", " - ", " / ", "◆", "▪"}) {
    const size_t at = text.find(bar);
    if (at != std::string::npos && at > 0) end = std::min(end, at);
  }
  return std::min(end, EndBeforeTitle(text, lexicon));
}

Candidate MakeCandidate(const FieldContext& context, const std::vector<Chunk>& chunks, size_t at,
                        const WordText& text) {
  const Chunk& chunk = chunks[at];
  Candidate candidate;
  candidate.text = text;
  Trim(&candidate.text);
  candidate.chunks = {at};
  candidate.size = chunk.look.size;
  candidate.bold = chunk.look.bold;
  const double height = context.document.pages.empty() ? 842 : context.document.pages[0].height;
  candidate.y = chunk.box.y0 / std::max(height, 1.0);
  candidate.header = chunk.trust == Trust::kHigh && !chunk.running;
  candidate.first = at == 0;
  candidate.words = SplitWords(candidate.text.text).size();
  return candidate;
}

std::vector<Candidate> FindCandidates(const FieldContext& context, const std::vector<Chunk>& chunks,
                                      double body) {
  constexpr double kNameGap = 1.2;  // type sizes between the lines of a name
  constexpr size_t kNameLines = 4;
  std::vector<Candidate> candidates;
  auto add = [&](Candidate candidate) {
    if (!candidate.text.empty() && HasLetter(candidate.text.text))
      candidates.push_back(std::move(candidate));
  };
  for (size_t i = 0; i < chunks.size(); ++i) {
    const Chunk& chunk = chunks[i];
    if (context.lines[chunk.line].bullet) continue;
    const size_t label = SkipNameLabel(chunk.text.text);
    if (label > 0) {
      Candidate candidate =
          MakeCandidate(context, chunks, i, SubText(chunk.text, label, chunk.text.text.size()));
      candidate.labelled = true;
      add(std::move(candidate));
      continue;
    }
    const size_t greeting = SkipGreeting(chunk.text.text);
    const size_t skip = greeting > 0 ? greeting : SkipTitleWords(chunk.text.text);
    const WordText text = SubText(chunk.text, skip, chunk.text.text.size());
    const size_t end = FirstPieceEnd(text.text, context.lexicon);
    if (end < text.text.size()) {
      Candidate candidate = MakeCandidate(context, chunks, i, SubText(text, 0, end));
      candidate.rest = SubText(text, end, text.text.size());
      Trim(&candidate.rest);
      add(std::move(candidate));
    }
    // One line, or a large name over several.
    Candidate candidate = MakeCandidate(context, chunks, i, text);
    size_t last = i;
    WordText joined = text;
    while (true) {
      const int below = chunk.look.size >= 1.25 * body ? FindBelow(chunks, last, kNameGap) : -1;
      candidate.goes_on = below >= 0;
      add(candidate);
      if (below < 0 || candidate.chunks.size() >= kNameLines) break;
      last = static_cast<size_t>(below);
      for (const WordText::Span& span : chunks[last].text.spans) {
        AppendWords(context.document, {span.word, span.word + 1}, &joined);
      }
      std::vector<size_t> parts = candidate.chunks;
      parts.push_back(last);
      candidate = MakeCandidate(context, chunks, i, joined);
      candidate.chunks = std::move(parts);
    }
  }
  return candidates;
}

// A name set in capitals is written as names are; letters behind it ("RN", "III") stay.
std::string NaturalCase(const std::string& name) {
  const bool all_caps = IsAllCaps(name);
  static constinit const Pattern kNumeral(R"([IVX]+,?)");
  constexpr size_t kSurname = 5;  // letters: shorter words in capitals may be letters behind a name
  std::string natural;
  for (std::string_view word : SplitWords(name)) {
    const bool behind_comma =
        !natural.empty() && name.substr(0, natural.size()).find(',') != std::string::npos;
    const bool numeral = kNumeral.FullMatch(word);
    const bool capitals = IsAllCaps(word) && CountCodePoints(word) > 1;
    const bool change =
        capitals && !numeral && !behind_comma && (all_caps || CountCodePoints(word) >= kSurname);
    if (!natural.empty()) natural += ' ';
    natural += change ? ToTitle(word) : std::string(word);
  }
  return natural;
}

// ---- the label: what stands under the name

struct LabelFacts {
  WordText text;
  std::vector<size_t> lines;
  double distance = 0;  // 1: right under the name or beside it
  Look look;
  Trust trust = Trust::kHigh;  // of its place in the document
};

bool IsAddress(const std::string& text) {
  return !FindEmails(text).empty() || !FindUrls(text).empty() || !FindPhones(text).empty();
}

// "… in diagnosis. Head of a"
bool EndsSentenceInside(const std::string& text) {
  constexpr size_t kWritten = 5;  // bytes of a word that is no abbreviation, with its full stop
  const std::vector<std::string_view> words = SplitWords(text);
  for (size_t i = 0; i + 1 < words.size(); ++i) {
    const std::string_view word = words[i];
    if (word.size() > kWritten && word.find('.') + 1 == word.size() && StartsUpper(words[i + 1])) {
      return true;
    }
  }
  return false;
}

double ScoreLabel(const FieldContext& context, const LabelFacts& label, double body) {
  const std::string& text = label.text.text;
  const Lexicon& lexicon = context.lexicon;
  const size_t words = SplitWords(text).size();
  if (text.empty() || !HasLetter(text)) return -10;
  if (IsAddress(text)) return -10;
  static constinit const Pattern kHandle(
      R"(^@?[a-z0-9]+(?:[-_.][a-z0-9]+)+$|.*\s[a-z0-9]+(?:-[a-z0-9]+){2,}$)");
  if (kHandle.FullMatch(text)) return -10;
  double score = 0;
  // Each line farther from the name is less likely to be its label.
  score += std::max(0.0, 3.5 - label.distance);
  if (lexicon.Contains(LexiconTable::kTitleWords, text)) score += 3;
  for (LexiconTable table :
       {LexiconTable::kSectionHeadings, LexiconTable::kContactLabels, LexiconTable::kNetworks}) {
    if (lexicon.Find(table, text).has_value()) score -= 8;
  }
  // "Chartered Engineer Cardiff, Wales" is two lines, "Leeds, UK" a place.
  const size_t comma = text.rfind(',');
  const std::string head = text.substr(0, text.find(','));
  const std::string tail = comma == std::string::npos ? "" : text.substr(comma + 1);
  if (lexicon.Find(LexiconTable::kCities, head).has_value() ||
      lexicon.Find(LexiconTable::kCountries, head).has_value())
    score -= 5;
  if (lexicon.Find(LexiconTable::kCountries, tail).has_value() ||
      lexicon.Find(LexiconTable::kRegions, tail).has_value())
    score -= 3;
  static constinit const Pattern kLongNumber(R"(\d{4,})");
  if (kLongNumber.PartialMatch(text)) score -= 4;
  static constinit const Pattern kHouseNumber(R"(\pL\s\d{1,3}$)");
  if (kHouseNumber.PartialMatch(text) && !lexicon.Contains(LexiconTable::kTitleWords, text))
    score -= 4;
  if (FindDateRange(text, lexicon).has_value()) score -= 3;
  const PlaceGuess place = ParsePlace(lexicon, label.text);
  if (place.location.postal_code.known() && place.location.city.known()) score -= 6;
  if (!lexicon.Contains(LexiconTable::kTitleWords, text) && NamesKnownCity(lexicon, label.text))
    score -= 5;
  if (label.trust != Trust::kHigh) score -= 2;  // under a heading
  if (words > 14) score -= 6;
  if (words > 4 && (text.back() == '.' || EndsSentenceInside(text))) score -= 5;
  if (text.find(':') != std::string::npos) score -= 3;
  static constinit const Pattern kCurriculum(
      R"((?i)\b(?:curriculum|vitae|r[ée]sum[ée]|lebenslauf|cv)\b)");
  if (kCurriculum.PartialMatch(text)) score -= 8;
  if (label.look.size > body * 1.08 || label.look.bold || label.look.italic) score += 1;
  if (!StartsUpper(text)) score -= 1;
  if (text.back() == '|' || text.back() == '&' || text.back() == ',') score -= 1;  // it goes on
  return score;
}

// Candidates: what stands beside the name, and the next few lines under it in its column.
// "Cook" over "Ennis": the word would have had room, and neither line is open to the other.
bool IsMeantToBreak(const FieldContext& context, const Chunk& above, const Chunk& below) {
  const Line& line = context.lines[above.line];
  const WordText::Span& first = below.text.spans.front();
  const double width = context.document.words[first.word].box.width();
  const double room = line.region_box.width() - above.box.width();
  // A paragraph below a label: of more words than a label has, after a line that had room for many.
  if (StartsUpper(below.text.text) && below.text.spans.size() >= kProse &&
      room > 1.5 * width + 2 * line.size)
    return true;
  constexpr double kPlentyOfRoom =
      3;  // times what is needed: a box may be narrower than its region
  const std::string& text = above.text.text;
  const bool open = text.ends_with('&') || text.ends_with(',') || text.ends_with('-') ||
                    text.ends_with('/') || text.ends_with(" and") || !StartsUpper(below.text.text);
  return !open && room > kPlentyOfRoom * width && below.text.spans.size() == 1;
}

bool IsWholeAddress(const Lexicon& lexicon, const WordText& text) {
  const Location location = ParsePlace(lexicon, text).location;
  return location.address.known() && location.city.known() && location.postal_code.known();
}

// "Registered Nurse · Leipzig, Germany": the label ends before the place.
void CutPlace(const Lexicon& lexicon, WordText* label) {
  for (const std::string_view cut : {" · ", " • ", " | ", ", "}) {
    const size_t at = label->text.find(cut);
    if (at == std::string::npos || at == 0) continue;
    const WordText head = SubText(*label, 0, at);
    const WordText tail = SubText(*label, at + cut.size(), label->text.size());
    if (!lexicon.Contains(LexiconTable::kTitleWords, head.text)) continue;
    // Behind a bar, there may be a whole address.
    if (!NamesKnownCity(lexicon, tail) && (cut == ", " || !IsWholeAddress(lexicon, tail))) continue;
    *label = head;
    return;
  }
}

// The first line of a paragraph that goes on with a small letter below it.
bool IsCutSentence(const std::vector<Chunk>& chunks, size_t chunk, double gap) {
  const int next = FindBelow(chunks, chunk, gap);
  return next >= 0 && chunks[chunk].text.spans.size() >= kProse &&
         SameLook(chunks[next].look, chunks[chunk].look) &&
         IsAsciiLower(chunks[next].text.text.front());
}

// "Desired position" in the margin; "Objective" there may be a heading.
bool StandsBesidePosition(const FieldContext& context, size_t line) {
  if (line == 0 || context.lines[line].label || !context.lines[line - 1].label) return false;
  const std::string text = TextOf(context.document, context.lines[line - 1]);
  return context.lexicon.Find(LexiconTable::kContactLabels, text) == "position" &&
         !context.lexicon.Find(LexiconTable::kSectionHeadings, text).has_value();
}

std::vector<LabelFacts> FindLabelCandidates(const FieldContext& context,
                                            const std::vector<Chunk>& chunks,
                                            const Candidate& name) {
  constexpr double kReach = 90;       // points below the name
  constexpr double kLabelGap = 0.75;  // type sizes between the lines of a label
  constexpr size_t kRanks = 4;
  std::vector<LabelFacts> candidates;
  if (!name.rest.empty()) {
    candidates.push_back(
        {name.rest, {chunks[name.chunks[0]].line}, 1, chunks[name.chunks[0]].look});
  }
  auto is_name = [&](size_t chunk) {
    return std::find(name.chunks.begin(), name.chunks.end(), chunk) != name.chunks.end();
  };
  Box box = chunks[name.chunks[0]].box;
  for (size_t chunk : name.chunks) box = Union(box, chunks[chunk].box);
  std::vector<size_t> below;
  for (size_t i = 0; i < chunks.size(); ++i) {
    const Chunk& chunk = chunks[i];
    if (is_name(i) || chunk.trust == Trust::kLow || context.lines[chunk.line].bullet) continue;
    if (StandsBesidePosition(context, chunk.line))
      candidates.push_back({chunk.text, {chunk.line}, 0, chunk.look});
    const bool beside = chunk.line == chunks[name.chunks.back()].line && chunk.box.x0 > box.x1;
    if (beside) candidates.push_back({chunk.text, {chunk.line}, 1.2, chunk.look});
    const bool under = chunk.box.y0 > box.y1 - 0.35 * name.size && chunk.box.y0 < box.y1 + kReach;
    const bool in_column = OverlapInX(chunk.box, box) > 0 || std::abs(chunk.box.x0 - box.x0) < 6;
    if (under && in_column) below.push_back(i);
  }
  std::stable_sort(below.begin(), below.end(),
                   [&](size_t a, size_t b) { return chunks[a].box.y0 < chunks[b].box.y0; });
  // Addresses may stand between the name and its label.
  size_t others = 0;
  for (size_t rank = 0; rank < below.size() && others < kRanks; ++rank) {
    size_t last = below[rank];
    if (!IsAddress(chunks[last].text.text)) ++others;
    LabelFacts label{chunks[last].text,
                     {chunks[last].line},
                     static_cast<double>(rank + 1),
                     chunks[last].look,
                     chunks[last].trust};
    Trim(&label.text);
    CutPlace(context.lexicon, &label.text);
    if (!IsCutSentence(chunks, last, kLabelGap)) candidates.push_back(label);
    const size_t bar = std::min(
        {label.text.text.find('|'), label.text.text.find(" • "), label.text.text.find(" · ")});
    if (bar != std::string::npos && bar > 0) {
      LabelFacts head = label;  // "Chef | me@example.com"
      head.text = SubText(label.text, 0, bar);
      Trim(&head.text);
      head.distance += 0.3;
      candidates.push_back(head);
    }
    // A label that wraps.
    WordText joined = chunks[last].text;
    for (int lines = 1; lines < 3; ++lines) {
      const int next = FindBelow(chunks, last, kLabelGap);
      if (next < 0 || is_name(next) || chunks[next].trust == Trust::kLow) break;
      if (!SameLook(chunks[next].look, label.look) ||
          chunks[next].look.all_caps != label.look.all_caps)
        break;
      if (IsMeantToBreak(context, chunks[last], chunks[next])) break;
      if (NamesKnownCity(context.lexicon, chunks[next].text)) break;
      last = static_cast<size_t>(next);
      AppendWords(context.document, chunks[last].text.Words(), &joined);
      label.text = joined;
      Trim(&label.text);
      label.lines.push_back(chunks[last].line);
      label.distance -= 0.1;
      candidates.push_back(label);
    }
  }
  return candidates;
}

void FindLabel(const FieldContext& context, const std::vector<Chunk>& chunks, const Candidate& name,
               double body, NameFinding* finding) {
  constexpr double kLabelScore = 2.5;
  double best = kLabelScore - 1e-9;
  for (const LabelFacts& label : FindLabelCandidates(context, chunks, name)) {
    const double score = ScoreLabel(context, label, body);
    if (score <= best) continue;
    best = score;
    finding->label = ToField({label.text.text, label.text.Words()},
                             std::min(0.95, 0.5 + 0.07 * score), "label-under-name", score);
    finding->label_lines = label.lines;
  }
}

// A résumé without a name may still begin with what its owner is: "SENIOR ACCOUNTANT".
void FindHeadline(const FieldContext& context, const std::vector<Chunk>& chunks, double body,
                  NameFinding* finding) {
  constexpr double kHeadlineScore = 2.5;
  constexpr size_t kMostWords = 7;
  if (chunks.empty() || chunks[0].trust != Trust::kHigh || chunks[0].running) return;
  const Chunk& first = chunks[0];
  LabelFacts label{first.text, {first.line}, 1, first.look};
  Trim(&label.text);
  const std::string& text = label.text.text;
  const bool stands_out = first.look.bold || first.look.size > 1.08 * body || IsAllCaps(text);
  const bool title = context.lexicon.Contains(LexiconTable::kTitleWords, text);
  if (!(stands_out || title) || SplitWords(text).size() > kMostWords) return;
  const double score = ScoreLabel(context, label, body);
  if (score < kHeadlineScore) return;
  finding->label =
      ToField({text, label.text.Words()}, std::min(0.95, 0.5 + 0.07 * score), "headline", score);
  finding->label_lines = label.lines;
}

}  // namespace

NameFinding FindName(const FieldContext& context, const std::vector<ContactLine>& lines,
                     const std::vector<std::string>& handles) {
  NameFinding finding;
  const double body = BodySize(context);
  const std::vector<Chunk> chunks = FindChunks(context, lines);
  const std::vector<Candidate> candidates = FindCandidates(context, chunks, body);
  NameFacts facts{nullptr, &context, &handles, 0, body};
  for (const Candidate& candidate : candidates)
    facts.largest = std::max(facts.largest, candidate.size);
  const Candidate* best = nullptr;
  double best_score = kNameScore;
  for (const Candidate& candidate : candidates) {
    facts.candidate = &candidate;
    const double score = ScoreName(facts);
    if (score <= best_score) continue;
    best_score = score;
    best = &candidate;
  }
  if (best == nullptr) {
    FindHeadline(context, chunks, body, &finding);
    return finding;
  }
  finding.name = ToField({best->text.text, best->text.Words()},
                         std::clamp(0.4 + 0.045 * best_score, 0.4, 0.98), "name-clues", best_score);
  finding.name.value = NaturalCase(finding.name.value);
  // "I'm Jane Doe." is a sentence.
  std::string& value = finding.name.value;
  if (value.ends_with('.') && SkipGreeting(chunks[best->chunks.front()].text.text) > 0)
    value.pop_back();
  for (size_t chunk : best->chunks) finding.name_lines.push_back(chunks[chunk].line);
  FindLabel(context, chunks, *best, body, &finding);
  return finding;
}

}  // namespace atsmatch
