// Awards, certificates, publications and references: a name, who gave it, when, and a few words.

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "parser/fields/citations.h"
#include "parser/fields/fields.h"
#include "parser/fields/pieces.h"
#include "parser/text/ascii.h"
#include "parser/text/contact.h"
#include "parser/text/dates.h"
#include "parser/text/lexicon.h"
#include "parser/text/pattern.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

constexpr size_t kLongestPart = 14;   // words of an entry among others in a run; more is a sentence
constexpr size_t kLongestGiver = 10;  // words of the name of an issuer or awarder

size_t CountWords(std::string_view text) { return SplitWords(text).size(); }

bool HasDate(const Lexicon& lexicon, const ListRow& row) {
  return FindDateRange(row.Joined().text, lexicon).has_value();
}

bool StartsWithNumber(const ListRow& row) {
  static constinit const Pattern kNumber(R"(^\s*(?:\[\d{1,3}\]|\d{1,2}[.)]\s).*)");
  return kNumber.PartialMatch(row.cells[0].text.text);
}

// ---- where an entry starts: the guess under which the section is most regular

using Starts = std::vector<bool>;  // one a row

// "Issued by ...", and a sentence with its full stop, follow a name.
bool CannotStartEntry(const ListRow& row) {
  static constinit const Pattern kGiver(
      R"(^(?:by|in|at|from|par|(?i:awarded by|issued by|published by|published in|presented by|publié par|délivré par))\s)");
  constexpr size_t kSentence = 4;  // words
  const std::string text = row.Joined().text;
  if (kGiver.PartialMatch(text)) return true;
  return !row.bullet && text.size() > 2 && text.back() == '.' && CountWords(text) >= kSentence &&
         text.find('.') == text.size() - 1 && text.find(',') == std::string::npos;
}

// Of its first word: "**CPR** – Red Cross" may be bold in fewer letters than it is plain.
Look StartLook(const FieldContext& context, const ListRow& row) {
  const ListCell& cell = row.cells[0];
  if (cell.text.spans.empty()) return cell.look;
  const size_t word = cell.text.spans.front().word;
  Look look = LookOf(context.document, {word, word + 1});
  look.all_caps = cell.look.all_caps;
  return look;
}

double Regularity(const FieldContext& context, const std::vector<ListRow>& rows,
                  const Starts& starts) {
  std::vector<IndexRange> entries;
  for (size_t i = 0; i < rows.size(); ++i) {
    if (i == 0 || starts[i]) entries.push_back({i, i});
    entries.back().end = i + 1;
  }
  const double count = static_cast<double>(entries.size());
  size_t numbered = 0, numbered_rows = 0, rows_too_many = 0, wrong_starts = 0;
  size_t one_date = 0, same_look = 0, same_size = 0, inner = 0, inner_differs = 0, dated_rows = 0;
  double smallest_start_gap = 1e9, largest_inner_gap = 0;
  for (const IndexRange& entry : entries) {
    size_t dates = 0;
    for (size_t i = entry.begin; i < entry.end; ++i) {
      const bool dated = HasDate(context.lexicon, rows[i]);
      dates += dated;
      dated_rows += dated;
      numbered_rows += StartsWithNumber(rows[i]);
      if (i == entry.begin) continue;
      ++inner;
      inner_differs +=
          !SameLook(StartLook(context, rows[i]), StartLook(context, rows[entry.begin])) ||
          rows[i].bullet != rows[entry.begin].bullet;
      largest_inner_gap = std::max(largest_inner_gap, rows[i].gap_before);
    }
    if (entry.begin > 0 && rows[entry.begin].page == rows[entry.begin - 1].page &&
        rows[entry.begin].region == rows[entry.begin - 1].region) {
      smallest_start_gap = std::min(smallest_start_gap, rows[entry.begin].gap_before);
    }
    one_date += dates == 1;
    numbered += StartsWithNumber(rows[entry.begin]);
    wrong_starts += entry.begin > 0 && CannotStartEntry(rows[entry.begin]);
    constexpr size_t kUsualRows = 3;
    const bool one_look =
        std::all_of(rows.begin() + entry.begin, rows.begin() + entry.end, [&](const ListRow& row) {
          return SameLook(StartLook(context, row), StartLook(context, rows[entry.begin]));
        });
    if (one_look && entry.size() > kUsualRows) rows_too_many += entry.size() - kUsualRows;
    same_look += SameLook(StartLook(context, rows[entry.begin]), StartLook(context, rows[0])) &&
                 rows[entry.begin].bullet == rows[0].bullet;
    same_size += entry.size() == entries[0].size();
  }
  double score = same_look / count + 0.5 * same_size / count;
  // One date among many lines says little about the others.
  constexpr size_t kOneEntry = 4;  // lines
  const bool lone_date = dated_rows == 1 && rows.size() > kOneEntry;
  if (dated_rows > 0) score += (lone_date ? 1 : 3) * one_date / count;
  if (numbered_rows >= 2)
    score += 3.0 * numbered / std::max(count, static_cast<double>(numbered_rows));
  score -= 0.4 * rows_too_many / count;
  score -= 2.0 * wrong_starts / count;
  if (inner > 0) score += static_cast<double>(inner_differs) / inner;
  if (inner > 0 && smallest_start_gap < 1e9 && smallest_start_gap > largest_inner_gap + 1)
    score += 1.5;
  if (inner == 0) score += 0.4;
  return score;
}

std::vector<std::vector<ListRow>> FindEntries(const FieldContext& context,
                                              const std::vector<ListRow>& rows) {
  std::vector<Starts> guesses;
  auto guess = [&](auto starts_entry) {
    Starts starts(rows.size(), false);
    for (size_t i = 0; i < rows.size(); ++i) starts[i] = i == 0 || starts_entry(i);
    guesses.push_back(std::move(starts));
  };
  double smallest_gap = 1e9;
  for (const ListRow& row : rows) {
    if (row.gap_before > 0) smallest_gap = std::min(smallest_gap, row.gap_before);
  }
  guess([&](size_t) { return true; });
  guess([&](size_t i) { return rows[i].bullet; });
  guess([&](size_t i) { return rows[i].label; });
  guess([&](size_t i) { return StartsWithNumber(rows[i]); });
  guess([&](size_t i) {
    return SameLook(StartLook(context, rows[i]), StartLook(context, rows[0])) &&
           rows[i].bullet == rows[0].bullet &&
           rows[i].cells[0].look.all_caps == rows[0].cells[0].look.all_caps;
  });
  guess([&](size_t i) {
    return rows[i].gap_before > smallest_gap + 2 || rows[i].page != rows[i - 1].page;
  });
  guess([&](size_t i) { return HasDate(context.lexicon, rows[i]); });
  guess([&](size_t i) { return HasDate(context.lexicon, rows[i - 1]); });
  for (size_t period = 2; period <= 4; ++period) {
    if (rows.size() % period == 0) guess([&](size_t i) { return i % period == 0; });
  }
  const Starts* best = &guesses[0];
  double best_score = -1;
  for (const Starts& starts : guesses) {
    const double score = Regularity(context, rows, starts);
    if (score > best_score + 1e-9) {
      best_score = score;
      best = &starts;
    }
  }
  std::vector<std::vector<ListRow>> entries;
  for (size_t i = 0; i < rows.size(); ++i) {
    if (i == 0 || (*best)[i]) entries.emplace_back();
    entries.back().push_back(rows[i]);
  }
  return entries;
}

// "PMP (PMI, 2019); CSM (Scrum Alliance, 2021)": a run of entries parted by semicolons becomes a
// row each.
std::vector<ListRow> WithRunsCut(std::vector<ListRow> rows) {
  std::vector<ListRow> result;
  for (ListRow& row : rows) {
    std::vector<WordText> parts;
    const WordText whole = row.cells.size() == 1 ? row.cells[0].text : WordText{};
    size_t begin = 0;
    for (size_t at = 0; at != std::string::npos && begin < whole.text.size();) {
      at = FindOutsideBrackets(whole.text, "; ", begin);
      parts.push_back(SubText(whole, begin, std::min(at, whole.text.size())));
      begin = at == std::string::npos ? whole.text.size() : at + 2;
    }
    const bool run = parts.size() > 1 && std::all_of(parts.begin(), parts.end(), [](const auto& p) {
                       return CountWords(p.text) <= kLongestPart && StartsUpper(TrimSpace(p.text));
                     });
    if (!run) {
      result.push_back(std::move(row));
      continue;
    }
    for (WordText& part : parts) {
      ListRow one = row;
      one.cells[0].text = std::move(part);
      result.push_back(std::move(one));
    }
  }
  return result;
}

// ---- what an entry says

// A piece of an entry: the name, who gave it, or words about it.
struct Part {
  WordText text;
  Look look;
  size_t row = 0;
  bool giver = false;  // "by ...", "Issued by ..." stood before it
};

struct Credential {
  Text name, giver, url, summary, authors, id;
  DateField date, expires;
};

// A date that ends its cell, or that commas or brackets set apart: "NEC 2023 training" keeps its
// year.
bool StandsApart(std::string_view text, const DateRange& range) {
  const std::string_view before = TrimSpace(text.substr(0, range.text_begin));
  const std::string_view behind = TrimSpace(text.substr(range.text_end));
  if (before.empty() || behind.empty() || behind == ")" || behind == "." || behind == "]")
    return true;
  static constinit const Pattern kBefore(
      R"([,(\[|·•–—:;.-]$|(?i)\b(?:awarded|issued|published|on|in|date|since|from)$)");
  return kBefore.PartialMatch(before);
}

// Where the brackets and words that belong to a date begin at the end of the text: "Board (issued
// ".
size_t LeadBegin(std::string_view before) {
  constexpr std::string_view kLeads[] = {"(",      "[",         ":",        " ",          "awarded",
                                         "issued", "published", "released", "date",       "on",
                                         "in",     "expire",    "expires",  "valid until"};
  constexpr std::string_view kBorders[] = {" ", ",", ";", "(", "[", "|", "·", "•", "–", "—", "-"};
  const std::string lower = ToLower(before);
  const auto end_of = [](std::string_view text, const auto& ends) -> std::string_view {
    for (const std::string_view end : ends) {
      if (text.ends_with(end)) return end;
    }
    return {};
  };
  std::string_view rest = lower;
  size_t begin = lower.size();
  for (std::string_view lead; !(lead = end_of(rest, kLeads)).empty();) {
    rest.remove_suffix(lead.size());
    if (rest.empty() || !end_of(rest, kBorders).empty()) begin = rest.size();
  }
  return begin + before.size() - lower.size();
}

// Takes the date out of the text, with the brackets and words that belong to it.
bool TakeDate(const FieldContext& context, WordText* text, Credential* credential) {
  for (const DateRange& range : FindDateRanges(text->text, context.lexicon)) {
    if (!StandsApart(text->text, range)) continue;
    DateField date;
    date.value = range.start.year != 0 ? range.start : range.end;
    date.confidence = 0.9;
    date.evidence = {text->WordsOf(range.text_begin, range.text_end), "date", 1};
    if (!credential->date.known()) {
      credential->date = date;
      if (range.is_range && range.end.year != 0) {
        credential->expires = date;
        credential->expires.value = range.end;
      }
    } else if (!credential->expires.known()) {
      credential->expires = date;
    }
    size_t begin = range.text_begin, end = range.text_end;
    begin = LeadBegin(std::string_view(text->text).substr(0, begin));
    const bool in_brackets = text->text.find_first_of("([", begin) < range.text_begin;
    if (in_brackets && end < text->text.size() &&
        (text->text[end] == ')' || text->text[end] == ']'))
      ++end;
    if (end < text->text.size() && text->text[end] == '.') ++end;
    *text = Without(*text, begin, end);
    return true;
  }
  return false;
}

void TakeUrl(WordText* text, Credential* credential) {
  const std::vector<TextMatch> urls = FindUrls(text->text);
  if (urls.empty()) return;
  if (!credential->url.known()) {
    credential->url =
        ToField({WithScheme(urls[0].value), text->WordsOf(urls[0].begin, urls[0].end)}, 0.9,
                "url-in-entry");
  }
  size_t begin = urls[0].begin, end = urls[0].end;
  if (begin > 0 && end < text->text.size() && text->text[begin - 1] == '(' &&
      text->text[end] == ')') {
    --begin;
    ++end;
  }
  *text = Without(*text, begin, end);
}

// "Issued by X" -> "X"; true when such words stood there.
bool TakeGiverWords(WordText* text) {
  constexpr std::string_view kWords[] = {"awarded by",
                                         "issued by",
                                         "published by",
                                         "published in",
                                         "presented by",
                                         "granted by",
                                         "offered by",
                                         "accredited by",
                                         "by",
                                         "in",
                                         "at",
                                         "issuer",
                                         "awarder",
                                         "publisher",
                                         "issuing organisation",
                                         "issuing organization",
                                         "issuing authority",
                                         "issuing body",
                                         "organisation",
                                         "organization",
                                         "authority",
                                         "verliehen von",
                                         "ausgestellt von",
                                         "délivré par",
                                         "delivré par",
                                         "délivre par",
                                         "delivre par",
                                         "publié par",
                                         "publie par",
                                         "otorgado por",
                                         "emitido por",
                                         "par",
                                         "von",
                                         "por"};
  constexpr std::string_view kSpaces = " \t";
  const std::string lower = ToLower(text->text);
  if (lower.size() != text->text.size()) return false;
  const size_t begin = std::min(lower.find_first_not_of(kSpaces), lower.size());
  for (const std::string_view words : kWords) {
    if (!std::string_view(lower).substr(begin).starts_with(words)) continue;
    size_t end = begin + words.size();
    if (end == lower.size() || IsAsciiWordCharacter(lower[end])) continue;
    end = lower.find_first_not_of(kSpaces, end);
    if (end != std::string::npos && lower[end] == ':')
      end = lower.find_first_not_of(kSpaces, end + 1);
    if (end == std::string::npos) return false;
    *text = SubText(*text, end, text->text.size());
    return true;
  }
  return false;
}

// What is left of "Awarded on" or a number when the date is gone.
bool SaysNothing(std::string_view text) {
  // "undefined", "NaN": what a program left of a date that it did not find.
  static constinit const Pattern kWords(
      R"((?i)(?:undefined|nan|invalid date|awarded|issued|published|released|date|on|in|expires?|valid until|url|link|website|[\W\d_])*)");
  const std::string_view trimmed = TrimSeparators(text);
  return trimmed.empty() || (!HasLetter(trimmed)) || kWords.FullMatch(trimmed);
}

// Cuts where the look changes from one word to the next: a bold name, an italic journal.
std::vector<WordText> SplitAtLooks(const Document& document, const WordText& text) {
  std::vector<WordText> runs;
  size_t begin = 0;
  std::optional<Look> left;  // of the last word with letters
  for (size_t i = 0; i < text.spans.size(); ++i) {
    const size_t word = text.spans[i].word;
    if (!HasLetter(document.words[word].text)) continue;
    const Look right = LookOf(document, {word, word + 1});
    const bool goes_on =
        !left.has_value() ||
        (left->bold == right.bold && left->italic == right.italic && left->colour == right.colour);
    left = right;
    if (goes_on) continue;
    runs.push_back(SubText(text, begin, text.spans[i].begin));
    begin = text.spans[i].begin;
  }
  runs.push_back(SubText(text, begin, text.text.size()));
  return runs;
}

// “Title”, publisher: the quotes hold the name.
bool SplitAtQuotes(const WordText& text, WordText* quoted, WordText* rest) {
  static constinit const Pattern kQuoted(R"((?:“|"|„|«\s?)([^“”"„«»]{3,}?[,.]?)(?:”|"|“|\s?»))");
  std::string_view inside;
  const std::string_view input(text.text);
  if (!kQuoted.PartialMatch(input, &inside)) return false;
  const size_t begin = static_cast<size_t>(inside.data() - input.data());
  size_t open = begin;
  while (open > 0 && (static_cast<unsigned char>(text.text[open - 1]) & 0xC0) == 0x80) --open;
  open = open > 0 ? open - 1 : 0;
  size_t close = begin + inside.size();
  ++close;
  while (close < text.text.size() && (static_cast<unsigned char>(text.text[close]) & 0xC0) == 0x80)
    ++close;
  *quoted = SubText(text, begin, begin + inside.size());
  *rest = Without(text, open, close);
  return true;
}

// The last comma that parts a name from who gave it; not the one of "Electric, Inc.".
size_t FindGiverComma(std::string_view text) {
  static constinit const Pattern kCompanyEnd(
      R"((?i)^\s*(?:inc|ltd|llc|plc|gmbh|corp|co|s\.?a|s\.?l|llp|pty)\b\.?)");
  size_t at = RFindOutsideBrackets(text, ", ");
  while (at != std::string_view::npos) {
    const std::string_view behind = text.substr(at + 1);
    if (!kCompanyEnd.PartialMatch(behind)) return at;
    at = RFindOutsideBrackets(text.substr(0, at), ", ");
  }
  return at;
}

// How a line that says it all parts the name from who gave it; one form holds for the section.
enum class GiverForm { kNone, kBar, kFrom, kBracket, kStop, kDash, kColon, kComma };

// Where the name ends and where the giver begins and ends; false: the text is not of the form.
bool CutGiver(const Lexicon& lexicon, std::string_view text, GiverForm form, size_t* name_end,
              size_t* begin, size_t* end) {
  *end = text.size();
  auto cut_at = [&](std::string_view separator, size_t at) {
    if (at == std::string_view::npos || at == 0) return false;
    *name_end = at;
    *begin = at + separator.size();
    return *begin < text.size();
  };
  switch (form) {
    case GiverForm::kNone:
      return false;
    case GiverForm::kBar:
      for (std::string_view bar : {" | ", " · ", " • ", " — ", " / "}) {
        if (cut_at(bar, FindOutsideBrackets(text, bar))) return true;
      }
      return false;
    case GiverForm::kFrom:
      for (std::string_view word : {" from ", " by ", " awarded by ", " issued by "}) {
        if (cut_at(word, RFindOutsideBrackets(text, word))) return true;
      }
      return false;
    case GiverForm::kBracket: {
      const size_t last = text.find_last_not_of(" .,;");
      if (last == std::string_view::npos || text[last] != ')') return false;
      const size_t open = text.rfind('(');
      if (open == std::string_view::npos || open < 2 || last < open + 2) return false;
      *name_end = open;
      *begin = open + 1;
      *end = last;
      return true;
    }
    case GiverForm::kStop: {
      const std::vector<size_t> stops = StopsWithin(text, lexicon);
      if (stops.size() != 1 || CountWords(text.substr(stops[0])) > kLongestGiver) return false;
      *name_end = stops[0] - 1;
      *begin = stops[0];
      constexpr size_t kLongestAbbreviation = 6;  // bytes, with its full stop
      if (text.ends_with('.') && SplitWords(text).back().size() > kLongestAbbreviation) --*end;
      return true;
    }
    case GiverForm::kDash:
      for (std::string_view dash : {" – ", " - "}) {
        if (cut_at(dash, RFindOutsideBrackets(text, dash))) return true;
      }
      return false;
    case GiverForm::kColon:
      return cut_at(": ", FindOutsideBrackets(text, ": "));
    case GiverForm::kComma:
      return cut_at(",", FindGiverComma(text.substr(0, text.find_last_not_of(" ,;.") + 1)));
  }
  return false;
}

// "Best Paper: Royal Society": where each line has one, it parts more than a comma does.
GiverForm FindCommonMark(const Lexicon& lexicon, const std::vector<std::string>& lines) {
  for (GiverForm form : {GiverForm::kColon, GiverForm::kDash}) {
    size_t name_end = 0, begin = 0, end = 0;
    const bool all = std::all_of(lines.begin(), lines.end(), [&](const std::string& line) {
      return CutGiver(lexicon, line, form, &name_end, &begin, &end);
    });
    if (all && lines.size() > 1) return form;
  }
  return GiverForm::kNone;
}

GiverForm FindGiverForm(const Lexicon& lexicon, const std::vector<std::string>& lines) {
  constexpr double kMost = 0.6;  // share of the section's lines
  if (lines.empty()) return GiverForm::kNone;
  if (const GiverForm mark = FindCommonMark(lexicon, lines); mark != GiverForm::kNone) return mark;
  for (GiverForm form : {GiverForm::kBar, GiverForm::kBracket, GiverForm::kFrom, GiverForm::kStop,
                         GiverForm::kComma, GiverForm::kDash}) {
    size_t name_end = 0, begin = 0, end = 0;
    const auto count = std::count_if(lines.begin(), lines.end(), [&](const std::string& line) {
      return CutGiver(lexicon, line, form, &name_end, &begin, &end);
    });
    if (count >= kMost * lines.size()) return form;
  }
  return GiverForm::kComma;
}

WordText Trimmed(const WordText& text) {
  const std::string_view whole = text.text;
  const std::string_view trimmed = TrimSeparators(whole);
  if (trimmed.empty()) return {};
  const size_t begin = static_cast<size_t>(trimmed.data() - whole.data());
  return SubText(text, begin, begin + trimmed.size());
}

void StripNumber(WordText* text) {
  static constinit const Pattern kNumber(R"(^\s*(?:\[\d{1,3}\]|\d{1,2}[.)])\s+)");
  std::string_view input(text->text);
  const size_t before = input.size();
  if (kNumber.Consume(&input)) *text = SubText(*text, before - input.size(), text->text.size());
}

Text FieldOf(const WordText& text, double confidence, const char* rule) {
  Piece piece = PieceOf(text, 0, text.text.size());
  // A full stop ends the line, not the name; "Inc." keeps its own.
  if (piece.text.size() > 4 && piece.text.back() == '.' &&
      piece.text[piece.text.size() - 2] != '.' &&
      piece.text.find_last_of(' ', piece.text.size() - 2) != std::string::npos &&
      piece.text.size() - piece.text.find_last_of(' ') > 6) {
    piece.text.pop_back();
  }
  return ToField(piece, confidence, rule);
}

// What a program left of a date that it did not find, or of the markup around a link.
void TakeNoise(WordText* text) {
  static constinit const Pattern kNoise(
      R"((\s*(?:\b(?:undefined NaN|Invalid Date|undefined)|\(?\b[a-z-]+="[^"]*"\)?)[\s,;]*)$)");
  std::string_view noise;
  if (kNoise.PartialMatch(text->text, &noise))
    *text = SubText(*text, 0, text->text.size() - noise.size());
}

// Rows of nothing else; what follows stands as far from the row above as they did.
void DropNoise(std::vector<ListRow>* rows) {
  for (size_t i = 0; i < rows->size();) {
    WordText text = (*rows)[i].Joined();
    TakeNoise(&text);
    if (!TrimSpace(text.text).empty()) {
      ++i;
      continue;
    }
    const double gap = (*rows)[i].gap_before;
    rows->erase(rows->begin() + static_cast<long>(i));
    if (i < rows->size()) (*rows)[i].gap_before = std::min((*rows)[i].gap_before, gap);
  }
}

std::vector<Part> PartsOf(const FieldContext& context, const std::vector<ListRow>& entry,
                          Credential* credential) {
  std::vector<Part> parts;
  for (size_t r = 0; r < entry.size(); ++r) {
    for (const ListCell& cell : entry[r].cells) {
      WordText text = cell.text;
      if (parts.empty()) StripNumber(&text);
      TakeUrl(&text, credential);
      while (TakeDate(context, &text, credential)) {
      }
      TakeNoise(&text);
      if (SaysNothing(text.text)) continue;
      const bool giver = TakeGiverWords(&text);
      text = Trimmed(text);
      if (!text.empty()) parts.push_back({std::move(text), cell.look, r, giver});
    }
  }
  return parts;
}

void AppendField(const WordText& text, const char* rule, Text* field) {
  if (!field->known()) {
    *field = ToField({text.text, text.Words()}, 0.8, rule);
    return;
  }
  field->value += ' ' + text.text;
  field->evidence.words.end = std::max(field->evidence.words.end, text.Words().end);
}

// The rows of an entry as one text, without its number.
WordText JoinedText(const FieldContext& context, const std::vector<ListRow>& entry) {
  WordText text;
  for (const ListRow& row : entry) AppendWords(context.document, row.Joined().Words(), &text);
  StripNumber(&text);
  return text;
}

// Where the look changes behind the first words after `from`: an italic journal; 0: nowhere.
size_t EndOfFirstLook(const Document& document, const WordText& text, size_t from) {
  const WordText rest = SubText(text, from, text.text.size());
  const std::vector<WordText> runs = SplitAtLooks(document, rest);
  return runs.size() < 2 ? 0 : from + runs[0].text.size();
}

// "Hartwell I., Okafor T. (2019). Paid in Salt. Past & Harbour, 12(3): 45–61."
std::optional<Credential> ReadCited(const FieldContext& context,
                                    const std::vector<ListRow>& entry) {
  const WordText text = JoinedText(context, entry);
  const size_t authors_end = EndOfAuthors(text.text);
  if (authors_end == 0) return std::nullopt;
  const std::optional<Citation> citation =
      ReadCitation(text.text, EndOfFirstLook(context.document, text, authors_end));
  if (!citation.has_value()) return std::nullopt;
  const auto field = [&](IndexRange range, double confidence, const char* rule) {
    return range.empty() ? Text()
                         : ToField(PieceOf(text, range.begin, range.end), confidence, rule);
  };
  Credential credential;
  credential.name = field(citation->title, 0.85, "cited-title");
  credential.giver = field(citation->venue, 0.8, "cited-venue");
  credential.authors = field(citation->authors, 0.85, "cited-authors");
  credential.summary = field(citation->rest, 0.8, "cited-details");
  const IndexRange where =
      citation->year.empty() ? IndexRange{citation->title.end, text.text.size()} : citation->year;
  const std::string_view dated = std::string_view(text.text).substr(where.begin, where.size());
  const std::vector<DateRange> dates = FindDateRanges(dated, context.lexicon);
  if (!dates.empty()) {
    credential.date.value = dates.back().start;
    credential.date.confidence = 0.9;
    credential.date.evidence = {
        text.WordsOf(where.begin + dates.back().text_begin, where.begin + dates.back().text_end),
        "date", 1};
  }
  WordText rest = text;
  TakeUrl(&rest, &credential);
  return credential;
}

// "Voted first of 48 sessions by attendees.": words about it, not who gave it.
bool IsSaying(std::string_view text) {
  constexpr size_t kFewestWords = 4;
  const std::vector<std::string_view> words = SplitWords(text);
  if (!text.ends_with('.') || words.size() < kFewestWords) return false;
  const auto small = std::count_if(words.begin(), words.end(),
                                   [](std::string_view word) { return !StartsUpper(word); });
  return static_cast<size_t>(small) * 2 >= words.size();
}

Credential ReadCredential(const FieldContext& context, const std::vector<Part>& parts,
                          GiverForm form, bool in_all, Credential credential) {
  if (parts.empty()) return credential;
  size_t first = 0;
  // The name is the bold part if only one is, else the first that nobody "issued".
  for (size_t i = 0; i < parts.size(); ++i) {
    if (!parts[i].giver) {
      first = i;
      break;
    }
  }
  if (!parts[first].look.bold) {
    for (size_t i = first + 1; i < parts.size(); ++i) {
      if (parts[i].look.bold && !parts[i].giver && parts[i].row <= parts[first].row + 1) {
        first = i;
        break;
      }
    }
  }
  WordText name = parts[first].text, giver;
  std::vector<WordText> rest;
  WordText quoted, beside;
  const bool has_giver_part = std::any_of(parts.begin(), parts.end(), [&](const Part& part) {
    return &part != &parts[first] && CountWords(part.text.text) <= kLongestGiver;
  });
  if (SplitAtQuotes(name, &quoted, &beside)) {
    name = quoted;
    const size_t start = beside.text.find_first_not_of(" .,");
    beside = Trimmed(SubText(beside, std::min(start, beside.text.size()), beside.text.size()));
    if (!SaysNothing(beside.text)) giver = beside;
  } else {
    std::vector<WordText> runs = SplitAtLooks(context.document, name);
    if (runs.size() == 2 || runs.size() == 3) {
      name = Trimmed(runs[0]);
      giver = Trimmed(runs[1]);
      TakeGiverWords(&giver);
      if (runs.size() == 3) rest.push_back(Trimmed(runs[2]));
    } else if (!has_giver_part || in_all) {
      size_t name_end = 0, begin = 0, end = 0;
      if (CutGiver(context.lexicon, name.text, form, &name_end, &begin, &end)) {
        giver = Trimmed(SubText(name, begin, end));
        name = Trimmed(SubText(name, 0, name_end));
      }
      TakeGiverWords(&giver);
    }
  }
  for (size_t i = 0; i < parts.size(); ++i) {
    if (i == first) continue;
    const bool short_enough =
        CountWords(parts[i].text.text) <= kLongestGiver && !IsSaying(parts[i].text.text);
    if (giver.empty() && (parts[i].giver || short_enough)) {
      giver = parts[i].text;
    } else {
      rest.push_back(parts[i].text);
    }
  }
  // "Texas Journal of Bedside Nursing. Quality improvement report."
  const size_t stop = giver.text.find(". ");
  if (stop != std::string::npos && stop + 2 < giver.text.size() && stop > 6) {
    rest.insert(rest.begin(), Trimmed(SubText(giver, stop + 2, giver.text.size())));
    giver = SubText(giver, 0, stop);
  }
  credential.name = FieldOf(name, 0.85, "entry-name");
  credential.giver = FieldOf(giver, 0.75, "entry-giver");
  for (const WordText& text : rest) {
    if (!text.empty()) AppendField(text, "entry-text", &credential.summary);
  }
  return credential;
}

std::vector<Credential> ReadCredentials(const FieldContext& context,
                                        const std::vector<size_t>& sections,
                                        bool may_be_cited = false) {
  std::vector<Credential> credentials;
  for (size_t section : sections) {
    std::vector<ListRow> rows = WithRunsCut(FindListRows(context, context.sections[section].lines));
    DropNoise(&rows);
    if (rows.empty()) continue;
    std::vector<std::pair<std::vector<Part>, Credential>> entries;
    std::vector<std::string> lone_lines;  // entries that are one line
    std::vector<std::string> heads;       // what all of them begin with
    bool names_giver = false;
    for (const std::vector<ListRow>& entry : FindEntries(context, rows)) {
      if (may_be_cited) {
        if (std::optional<Credential> cited = ReadCited(context, entry)) {
          entries.emplace_back(std::vector<Part>(), std::move(*cited));
          continue;
        }
      }
      Credential credential;
      std::vector<Part> parts = PartsOf(context, entry, &credential);
      if (parts.size() == 1) lone_lines.push_back(parts[0].text.text);
      if (!parts.empty()) heads.push_back(parts[0].text.text);
      names_giver = names_giver || std::any_of(parts.begin(), parts.end(),
                                               [](const Part& part) { return part.giver; });
      entries.emplace_back(std::move(parts), std::move(credential));
    }
    const GiverForm mark = lone_lines.empty() || names_giver
                               ? GiverForm::kNone
                               : FindCommonMark(context.lexicon, heads);
    const GiverForm form =
        mark != GiverForm::kNone ? mark : FindGiverForm(context.lexicon, lone_lines);
    for (auto& [parts, known] : entries) {
      Credential credential =
          ReadCredential(context, parts, form, mark != GiverForm::kNone, std::move(known));
      if (credential.name.known()) credentials.push_back(std::move(credential));
    }
  }
  return credentials;
}

// Two to six capitals.
bool IsAcronym(std::string_view text) {
  size_t letters = 0;
  for (size_t i = 0; i < text.size();) {
    if (++letters > 6 || !IsUpper(NextCodePoint(text, &i))) return false;
  }
  return letters >= 2;
}

// 1: a giver of awards ("German Quaternary Association", "ICAI"); -1: an award ("University Medal",
// "Chef of the Year"); 0: nothing says.
int LooksLikeGiver(const Lexicon& lexicon, const std::string& text) {
  static constinit const Pattern kAwardWord(
      R"((?i)\b(?:awards?|prize|medal|scholarship|fellow|fellowship|honou?rs?|winner|finalist|grant|bursary|best|star|leader|rising|talk|champion|nominee|of the (?:year|month|quarter)|employee|recognition|distinction|commendation|certificate|list|rank|cup|trophy|preis|stipendium|prix|bourse|m[ée]daille|premio|beca|medalla|prijs|pr[êe]mio|nagroda)\b)");
  static constinit const Pattern kGiverWord(
      R"((?i)\b(?:forum|council|committee|academy|chamber|guild|league|federation|board|ministry|club|conference|congress|festival|magazine|journal)\b)");
  if (kAwardWord.PartialMatch(text)) return -1;
  return IsAcronym(text) || kGiverWord.PartialMatch(text) ||
         !lexicon.FindAll(LexiconTable::kEmployerWords, text).empty() ||
         !lexicon.FindAll(LexiconTable::kSchoolWords, text).empty();
}

// Some sections put who gave the award first, and bold.  The entries share one order: it turns when
// more of their names than of their givers look like givers.
void TurnGiversFirst(const Lexicon& lexicon, std::vector<Credential>* awards) {
  int names = 0, givers = 0;
  for (const Credential& award : *awards) {
    if (!award.giver.known()) continue;
    const int name = LooksLikeGiver(lexicon, award.name.value);
    const int giver = LooksLikeGiver(lexicon, award.giver.value);
    names += name > giver;
    givers += giver > name;
  }
  if (names <= givers) return;
  for (Credential& award : *awards) {
    if (!award.giver.known()) continue;
    std::swap(award.name.value, award.giver.value);
    std::swap(award.name.evidence.words, award.giver.evidence.words);
    award.name.evidence.rule = "name-under-giver";
  }
}

// ---- references

bool StartsWithQuote(std::string_view text) {
  for (std::string_view quote : {"“", "\"", "„", "«", "‘", "”"}) {
    if (text.substr(0, quote.size()) == quote) return true;
  }
  return false;
}

std::string_view StripQuotes(std::string_view text) {
  text = TrimSpace(text);
  for (bool again = true; again;) {
    again = false;
    for (std::string_view quote : {"“", "\"", "„", "«", "”", "»"}) {
      if (text.size() >= quote.size() && text.substr(0, quote.size()) == quote) {
        text.remove_prefix(quote.size());
        again = true;
      }
      if (text.size() >= quote.size() && text.substr(text.size() - quote.size()) == quote) {
        text.remove_suffix(quote.size());
        again = true;
      }
    }
    text = TrimSpace(text);
  }
  return text;
}

bool IsStatement(std::string_view text) {
  constexpr size_t kStatement = 8;  // words; a name with titles has fewer
  if (StartsWithQuote(TrimSpace(text))) return true;
  const size_t words = CountWords(text);
  constexpr size_t kSentence = 3;
  return words > kStatement || (words >= kSentence && text.size() > 12 && text.back() == '.');
}

// Where the statement begins in "Helen Marchetti, RN: “Danielle ...”".
size_t FindQuote(std::string_view text) {
  size_t best = std::string_view::npos;
  for (std::string_view quote : {"“", " \"", "„", "«"}) best = std::min(best, text.find(quote));
  return best;
}

struct Voice {
  WordText name, statement;
  std::vector<WordText> details;
};

void AddVoices(const FieldContext& context, const std::vector<ListRow>& rows,
               std::vector<Voice>* voices) {
  std::vector<std::pair<WordText, bool>> parts;  // text, is a statement
  for (const ListRow& row : rows) {
    if (row.label && row.cells.size() > 1) {  // the name in the gutter
      parts.emplace_back(Trimmed(row.cells[0].text), false);
      ListRow rest = row;
      rest.cells.erase(rest.cells.begin());
      parts.emplace_back(rest.Joined(), true);
      continue;
    }
    const WordText text = row.Joined();
    if (context.lexicon.Contains(LexiconTable::kReferencePhrases, text.text)) continue;
    const size_t quote = FindQuote(text.text);
    if (quote != std::string_view::npos && quote > 3) {
      parts.emplace_back(Trimmed(SubText(text, 0, quote)), false);
      parts.emplace_back(SubText(text, quote, text.text.size()), true);
      continue;
    }
    // “...” — Name, on one line
    const size_t dash = text.text.rfind("— ");
    if (StartsWithQuote(text.text) && dash != std::string::npos && dash > 10) {
      parts.emplace_back(SubText(text, 0, dash), true);
      parts.emplace_back(Trimmed(SubText(text, dash, text.text.size())), false);
      continue;
    }
    const size_t colon = FindLabelColon(text.text);
    constexpr size_t kNameWords = 8;
    if (colon != std::string::npos && CountWords(text.text.substr(0, colon)) <= kNameWords &&
        context.lexicon.Find(LexiconTable::kContactLabels, text.text.substr(0, colon)) ==
            std::nullopt &&
        CountWords(text.text.substr(colon)) >= 3) {
      parts.emplace_back(Trimmed(SubText(text, 0, colon)), false);
      parts.emplace_back(Trimmed(SubText(text, colon + 1, text.text.size())), true);
      continue;
    }
    const bool statement = IsStatement(text.text);
    // A statement goes on over rows.
    if (statement && !parts.empty() && parts.back().second && !StartsWithQuote(text.text) &&
        row.gap_before < 4) {
      AppendWords(context.document, text.Words(), &parts.back().first);
      continue;
    }
    parts.emplace_back(statement ? text : Trimmed(text), statement);
  }
  if (parts.empty()) return;
  const bool statement_first = parts[0].second;
  bool open = false;
  for (auto& [text, statement] : parts) {
    if (text.empty()) continue;
    const bool starts =
        statement_first ? statement : !statement && (!open || !voices->back().statement.empty());
    if (starts || !open) {
      voices->emplace_back();
      open = true;
    }
    Voice& voice = voices->back();
    if (statement) {
      voice.statement = text;
    } else if (voice.name.empty()) {
      voice.name = text;
    } else {
      voice.details.push_back(text);
    }
  }
}

}  // namespace

void ReadAwards(const FieldContext& context, const std::vector<size_t>& sections, Resume* resume) {
  std::vector<Credential> awards = ReadCredentials(context, sections);
  TurnGiversFirst(context.lexicon, &awards);
  for (Credential& credential : awards) {
    resume->awards.push_back(
        {credential.name, credential.giver, credential.summary, credential.date});
  }
}

void ReadCertificates(const FieldContext& context, const std::vector<size_t>& sections,
                      Resume* resume) {
  for (Credential& credential : ReadCredentials(context, sections)) {
    resume->certificates.push_back({credential.name, credential.giver, credential.url,
                                    credential.id, credential.date, credential.expires});
  }
}

void ReadPublications(const FieldContext& context, const std::vector<size_t>& sections,
                      Resume* resume) {
  for (Credential& credential : ReadCredentials(context, sections, true)) {
    resume->publications.push_back({credential.name, credential.giver, credential.url,
                                    credential.summary, credential.authors, credential.date});
  }
}

void ReadReferences(const FieldContext& context, const std::vector<size_t>& sections,
                    Resume* resume) {
  std::vector<Voice> voices;
  for (size_t section : sections) {
    const std::vector<ListRow> rows = FindListRows(context, context.sections[section].lines);
    if (rows.empty()) continue;
    const bool any_statement = std::any_of(rows.begin(), rows.end(), [](const ListRow& row) {
      const std::string text = row.Joined().text;
      return IsStatement(text) || FindQuote(text) != std::string_view::npos;
    });
    if (any_statement) {
      AddVoices(context, rows, &voices);
      continue;
    }
    for (const std::vector<ListRow>& entry : FindEntries(context, rows))
      AddVoices(context, entry, &voices);
  }
  for (const Voice& voice : voices) {
    Reference reference;
    reference.name =
        ToField(PieceOf(voice.name, 0, voice.name.text.size()), 0.85, "reference-name");
    if (!voice.statement.empty()) {
      reference.reference =
          ToField({std::string(StripQuotes(voice.statement.text)), voice.statement.Words()}, 0.85,
                  "reference-statement");
    }
    for (const WordText& detail : voice.details) {
      if (voice.statement.empty()) AppendField(detail, "reference-detail", &reference.reference);
    }
    if (reference.name.known() || reference.reference.known())
      resume->references.push_back(std::move(reference));
  }
}

}  // namespace atsmatch
