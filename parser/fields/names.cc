#include "parser/fields/names.h"

#include <re2/re2.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "parser/text/contact.h"
#include "parser/text/dates.h"
#include "parser/text/lexicon.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

struct Candidate {
  WordText text;
  std::vector<size_t> lines;
  double size = 0;
  double y = 0;  // share of the page's height
  bool bold = false;
  bool header = false;    // in the header or a contact block
  bool labelled = false;  // "Name: ..."
  bool whole_line = true;
  size_t words = 0;
  size_t rest_begin = 0;  // what follows it on its line
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
bool IsFirstLine(const NameFacts& f) {
  return !f.candidate->lines.empty() && f.candidate->lines[0] == 0;
}
bool IsLabelled(const NameFacts& f) { return f.candidate->labelled; }
bool IsBold(const NameFacts& f) { return f.candidate->bold; }
bool SharesOneToken(const NameFacts& f) { return SharedTokens(f) == 1; }
bool SharesTokens(const NameFacts& f) { return SharedTokens(f) >= 2; }
bool HasTwoToFiveWords(const NameFacts& f) {
  return f.candidate->words >= 2 && f.candidate->words <= 5;
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
  static const RE2 kWords(
      R"((?i)\b(?:curriculum|vitae|r[ée]sum[ée]|lebenslauf|cv|hoja de vida|page)\b)");
  return RE2::PartialMatch(TextOf(f), kWords);
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
};
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

// "Name: Jane Doe" -> 6
size_t SkipNameLabel(const std::string& text) {
  static const RE2 kLabel(
      R"((?i)^\s*((?:full |first and last )?name|nombre(?: completo)?|nom(?: et pr[ée]nom)?|(?:vor- und )?nachname|naam|nome|imi[ęe] i nazwisko|ad soyad|candidate)\s*:\s*)");
  re2::StringPiece label, rest(text);
  if (!RE2::Consume(&rest, kLabel)) return 0;
  return text.size() - rest.size();
}

size_t SkipTitleWords(const std::string& text) {
  static const RE2 kTitle(
      R"((?i)^\s*(?:curriculum vitae|r[ée]sum[ée]|cv|lebenslauf)\s*(?:of|de|von|for|[:–—|-])\s*)");
  re2::StringPiece rest(text);
  if (!RE2::Consume(&rest, kTitle)) return 0;
  return text.size() - rest.size();
}

// Where the first piece of the line ends: at a bar, a dash, or where the type size changes.
size_t FirstPieceEnd(const FieldContext& context, const WordText& text) {
  size_t end = text.text.size();
  for (std::string_view bar : {"|", "•", "·", " – ", " — ", " - ", " / ", "◆", "▪"}) {
    const size_t at = text.text.find(bar);
    if (at != std::string::npos && at > 0) end = std::min(end, at);
  }
  for (size_t i = 1; i < text.spans.size(); ++i) {
    const Word& left = context.document.words[text.spans[i - 1].word];
    const Word& right = context.document.words[text.spans[i].word];
    // Small capitals set the rest of each word smaller: those words are glued.
    if (!right.glued && right.size < left.size * 0.85) {
      end = std::min(end, text.spans[i].begin);
      break;
    }
  }
  return end;
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

Candidate MakeCandidate(const FieldContext& context, const ContactLine& line,
                        const WordText& text) {
  Candidate candidate;
  candidate.text = text;
  Trim(&candidate.text);
  candidate.lines = {line.line};
  const IndexRange words = candidate.text.Words();
  const Look look = LookOf(context.document, words);
  candidate.size = look.size;
  candidate.bold = look.bold;
  const double height = context.document.pages.empty() ? 842 : context.document.pages[0].height;
  candidate.y = context.lines[line.line].box.y0 / std::max(height, 1.0);
  candidate.header = line.trust == Trust::kHigh && !line.running;
  candidate.words = SplitWords(candidate.text.text).size();
  return candidate;
}

std::vector<Candidate> FindCandidates(const FieldContext& context,
                                      const std::vector<ContactLine>& lines, double body) {
  std::vector<Candidate> candidates;
  auto add = [&](Candidate candidate) {
    if (!candidate.text.empty() && HasLetter(candidate.text.text))
      candidates.push_back(std::move(candidate));
  };
  for (size_t i = 0; i < lines.size(); ++i) {
    const ContactLine& line = lines[i];
    const Line& printed = context.lines[line.line];
    if (printed.page != 0 || printed.bullet) continue;
    const size_t label = SkipNameLabel(line.text.text);
    if (label > 0) {
      Candidate candidate =
          MakeCandidate(context, line, SubText(line.text, label, line.text.text.size()));
      candidate.labelled = true;
      add(std::move(candidate));
      continue;
    }
    const size_t skip = SkipTitleWords(line.text.text);
    const WordText text = SubText(line.text, skip, line.text.text.size());
    add(MakeCandidate(context, line, text));
    const size_t end = FirstPieceEnd(context, text);
    if (end < text.text.size()) {
      Candidate candidate = MakeCandidate(context, line, SubText(text, 0, end));
      candidate.whole_line = false;
      candidate.rest_begin = skip + end;
      add(std::move(candidate));
    }
    if (printed.cells.size() > 1) {
      for (const Cell& cell : printed.cells) {
        Candidate candidate =
            MakeCandidate(context, line, TextOfWords(context.document, cell.words));
        candidate.whole_line = false;
        candidate.rest_begin = line.text.text.size();
        add(std::move(candidate));
      }
    }
    // A large name over two or three lines.
    WordText joined = text;
    std::vector<size_t> parts{line.line};
    for (size_t j = i + 1; j < lines.size() && j < i + 3; ++j) {
      const Line& next = context.lines[lines[j].line];
      if (next.page != 0 || std::abs(next.size - printed.size) > 0.06 * printed.size) break;
      if (printed.size < 1.25 * body || next.region != printed.region) break;
      if (next.box.y0 - context.lines[parts.back()].box.y1 > 1.2 * printed.size) break;
      AppendWords(context.document, next.words, &joined);
      parts.push_back(lines[j].line);
      Candidate candidate = MakeCandidate(context, line, joined);
      candidate.lines = parts;
      add(std::move(candidate));
    }
  }
  return candidates;
}

// A name set in capitals is written as names are; letters behind it ("RN", "III") stay.
std::string NaturalCase(const std::string& name) {
  if (!IsAllCaps(name)) return name;
  std::string natural;
  for (std::string_view word : SplitWords(name)) {
    static const RE2 kKeep(R"((?:[IVX]+|[A-Z]{2,5}),?)");
    const bool behind_comma = !natural.empty() && natural.back() == ',';
    const bool keep = behind_comma
                          ? word.size() <= 6
                          : RE2::FullMatch(re2::StringPiece(word.data(), word.size()), kKeep) &&
                                word.find_first_not_of("IVX,") == std::string_view::npos;
    if (!natural.empty()) natural += ' ';
    natural += keep ? std::string(word) : ToTitle(word);
  }
  return natural;
}

// ---- the label: what stands under the name

struct LabelFacts {
  WordText text;
  std::vector<size_t> lines;
  double distance = 0;  // lines from the name
  bool same_region = false;
  Look look;
};

double ScoreLabel(const FieldContext& context, const LabelFacts& label, double body) {
  const std::string& text = label.text.text;
  const size_t words = SplitWords(text).size();
  if (text.empty() || !HasLetter(text)) return -10;
  if (!FindEmails(text).empty() || !FindUrls(text).empty() || !FindPhones(text).empty()) return -10;
  double score = 0;
  if (label.distance <= 1)
    score += 2.5;
  else if (label.distance <= 2)
    score += 1;
  if (label.same_region) score += 0.5;
  if (context.lexicon.Contains(LexiconTable::kTitleWords, text)) score += 3;
  if (context.lexicon.Find(LexiconTable::kSectionHeadings, text).has_value()) score -= 8;
  if (context.lexicon.Find(LexiconTable::kContactLabels, text).has_value()) score -= 8;
  if (context.lexicon.Find(LexiconTable::kNetworks, text).has_value()) score -= 8;
  const std::string head = text.substr(0, text.find(','));
  if (context.lexicon.Find(LexiconTable::kCities, head).has_value() ||
      context.lexicon.Find(LexiconTable::kCountries, head).has_value()) {
    score -= 5;
  }
  static const RE2 kDigits(R"(\d{3,})");
  if (RE2::PartialMatch(text, kDigits)) score -= 4;
  if (FindDateRange(text, context.lexicon).has_value()) score -= 3;
  if (words > 14) score -= 6;
  if (words > 4 && text.back() == '.') score -= 5;
  if (text.find(':') != std::string::npos) score -= 3;
  static const RE2 kCurriculum(R"((?i)\b(?:curriculum|vitae|r[ée]sum[ée]|lebenslauf|cv)\b)");
  if (RE2::PartialMatch(text, kCurriculum)) score -= 8;
  if (label.look.size > body * 1.08 || label.look.bold || label.look.italic) score += 1;
  if (!StartsUpper(text)) score -= 1;
  return score;
}

void FindLabel(const FieldContext& context, const std::vector<ContactLine>& lines,
               const Candidate& name, double body, NameFinding* finding) {
  std::vector<LabelFacts> candidates;
  size_t at = 0;
  while (at < lines.size() && lines[at].line != name.lines.back()) ++at;
  if (at == lines.size()) return;
  // The rest of the name's own line.
  if (name.lines.size() == 1 && !name.whole_line && name.rest_begin < lines[at].text.text.size()) {
    WordText rest = SubText(lines[at].text, name.rest_begin, lines[at].text.text.size());
    Trim(&rest);
    const Look look = LookOf(context.document, rest.Words());
    candidates.push_back({rest, {lines[at].line}, 1, true, look});
  }
  const Line& name_line = context.lines[name.lines.back()];
  double distance = 0;
  for (size_t j = at + 1; j < lines.size() && j < at + 5; ++j) {
    const Line& line = context.lines[lines[j].line];
    ++distance;
    if (line.page != name_line.page || line.bullet) break;
    if (lines[j].trust == Trust::kLow) break;
    LabelFacts label{lines[j].text,
                     {lines[j].line},
                     distance,
                     line.region == name_line.region,
                     LookOf(context.document, line.words)};
    // A label that wraps.
    for (size_t k = j + 1; k < lines.size() && k < j + 3; ++k) {
      const Line& previous = context.lines[lines[k - 1].line];
      const Line& next = context.lines[lines[k].line];
      if (lines[k].trust == Trust::kLow || !ContinuesParagraph(context.document, previous, next))
        break;
      if (!FindEmails(lines[k].text.text).empty() || !FindPhones(lines[k].text.text).empty()) break;
      AppendWords(context.document, next.words, &label.text);
      label.lines.push_back(lines[k].line);
    }
    Trim(&label.text);
    // What stands before the first bar or address may be the label: "Chef | me@example.com".
    candidates.push_back(label);
    const size_t bar = label.text.text.find('|');
    if (bar != std::string::npos && bar > 0) {
      LabelFacts head = label;
      head.text = SubText(label.text, 0, bar);
      Trim(&head.text);
      head.distance += 0.5;
      candidates.push_back(head);
    }
  }
  constexpr double kLabelScore = 2.5;
  double best = kLabelScore - 1e-9;
  for (const LabelFacts& label : candidates) {
    const double score = ScoreLabel(context, label, body);
    if (score <= best) continue;
    best = score;
    finding->label = ToField({label.text.text, label.text.Words()},
                             std::min(0.95, 0.5 + 0.07 * score), "label-under-name", score);
    finding->label_lines = label.lines;
  }
}

}  // namespace

NameFinding FindName(const FieldContext& context, const std::vector<ContactLine>& lines,
                     const std::vector<std::string>& handles) {
  NameFinding finding;
  const double body = BodySize(context);
  const std::vector<Candidate> candidates = FindCandidates(context, lines, body);
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
  if (best == nullptr) return finding;
  finding.name = ToField({best->text.text, best->text.Words()},
                         std::clamp(0.4 + 0.045 * best_score, 0.4, 0.98), "name-clues", best_score);
  finding.name.value = NaturalCase(finding.name.value);
  finding.name_lines = best->lines;
  FindLabel(context, lines, *best, body, &finding);
  return finding;
}

}  // namespace atsmatch
