#include "parser/fields/languages.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "parser/text/ascii.h"
#include "parser/text/lexicon.h"
#include "parser/text/pattern.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

constexpr double kAligned = 4.0;  // points

bool IsFluency(const Lexicon& lexicon, const std::string& text) {
  return lexicon.Contains(LexiconTable::kFluency, text) ||
         lexicon.Contains(LexiconTable::kSkillLevels, text);
}

// "(native)" -> "native", "(advanced (C1))" -> "advanced (C1)"
std::string StripBrackets(std::string_view text) {
  text = TrimSeparators(text);
  int depth = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
    if (depth == 0 && i + 1 < text.size()) return std::string(text);
  }
  if (depth == 0 && text.ends_with(')')) text = text.substr(1, text.size() - 2);
  return std::string(TrimSeparators(text));
}

// "Fluency: native" -> "native"
std::string StripLabel(const Lexicon& lexicon, std::string text) {
  const size_t colon = FindLabelColon(text);
  if (colon == std::string::npos) return text;
  const auto field =
      lexicon.Find(LexiconTable::kFieldLabels, std::string_view(text).substr(0, colon));
  return field == "level" ? std::string(TrimSeparators(std::string_view(text).substr(colon + 1)))
                          : text;
}

// A language begins a piece; one inside brackets or behind "of" belongs to what is said of another.
bool StartsPiece(std::string_view text, size_t at) {
  const std::string_view before = TrimSpace(text.substr(0, at));
  if (before.empty()) return true;
  int depth = 0;
  for (char c : before) depth += c == '(' ? 1 : c == ')' ? -1 : 0;
  return depth <= 0;
}

bool AlreadyHas(const Resume& resume, const std::string& language) {
  const std::string folded = FoldPhrase(language);
  return std::any_of(resume.languages.begin(), resume.languages.end(), [&](const Language& known) {
    return FoldPhrase(known.language.value) == folded;
  });
}

void Add(const Piece& name, const std::string& fluency, IndexRange fluency_words, double confidence,
         const char* rule, Resume* resume) {
  if (name.text.empty() || AlreadyHas(*resume, name.text)) return;
  Language language;
  language.language = ToField(name, confidence, rule);
  if (!fluency.empty())
    language.fluency =
        ToField({fluency, fluency_words}, confidence * 0.95, "fluency-beside-language");
  resume->languages.push_back(std::move(language));
}

// "Quechua – basic": the language is not in the list, but how well is.
bool AddUnknownLanguage(const FieldContext& context, const WordText& text, Resume* resume) {
  static constinit const Pattern kForm(
      R"(^\s*([A-Za-z' -][A-Za-z\x02' -]*?)\s*(?:[-–—:|,]\s+|\()(.+?)\)?\s*$)");
  std::string_view name, fluency;
  constexpr size_t kLongestForm = 80;  // bytes; more is a sentence
  if (text.text.size() > kLongestForm) return false;
  const std::string plain = ToPlainLetters(text.text);
  if (!kForm.FullMatch(plain, &name, &fluency)) return false;
  const size_t begin = static_cast<size_t>(name.data() - plain.data());
  const size_t from = static_cast<size_t>(fluency.data() - plain.data());
  const std::string level = text.text.substr(from, fluency.size());
  constexpr size_t kShortestName = 3;  // letters: the "A" of "A (mother tongue)" is a level
  if (name.size() < kShortestName) return false;
  if (!IsFluency(context.lexicon, level) ||
      IsFluency(context.lexicon, text.text.substr(begin, name.size())))
    return false;
  Add(PieceOf(text, begin, begin + name.size()), StripBrackets(level),
      text.WordsOf(from, from + fluency.size()), 0.6, "name-before-fluency", resume);
  return true;
}

bool NamesUnknownLanguage(const FieldContext& context, const WordText& text) {
  Resume none;
  return AddUnknownLanguage(context, text, &none);
}

// "B1; Quechua: basic", behind a language: where its level ends and others begin.
size_t EndOfLevel(const WordText& text, size_t begin, size_t end) {
  int depth = 0;
  for (size_t i = begin; i < end; ++i) {
    const char c = text.text[i];
    depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    if (depth <= 0 && (c == ';' || c == '|' || c == ',')) return i;
  }
  return end;
}

// A list of bare names, one under the other, goes on: "Mapudungun" under "Danish".
bool IsBareName(const FieldContext& context, const ListCell& cell) {
  constexpr size_t kShortestName = 4;  // bytes
  const std::string& name = cell.text.text;
  return name.size() >= kShortestName && StartsUpper(name) && !IsFluency(context.lexicon, name) &&
         std::all_of(name.begin(), name.end(), [](char c) {
           return IsAsciiLower(c) || IsAsciiUpper(c) || static_cast<unsigned char>(c) >= 0x80;
         });
}

}  // namespace

bool AddLanguages(const FieldContext& context, const WordText& text, IndexRange words,
                  Resume* resume) {
  std::vector<PhraseMatch> found;
  for (const PhraseMatch& match : context.lexicon.FindAll(LexiconTable::kLanguages, text.text)) {
    if (StartsPiece(text.text, match.begin)) found.push_back(match);
  }
  if (found.empty()) return AddUnknownLanguage(context, text, resume);
  auto words_of = [&](size_t begin, size_t end) {
    const IndexRange range = text.WordsOf(begin, end);
    return range.empty() ? words : range;
  };
  // "Fluent in English and German": what is said stands before.
  const std::string before(TrimSeparators(std::string_view(text.text).substr(0, found[0].begin)));
  const std::string behind(TrimSeparators(std::string_view(text.text).substr(found.back().end)));
  const bool fluency_first =
      !before.empty() && behind.empty() && IsFluency(context.lexicon, before);
  for (size_t i = 0; i < found.size(); ++i) {
    const size_t begin = found[i].begin;
    const size_t end = found[i].end;
    size_t next = i + 1 < found.size() ? found[i + 1].begin : text.text.size();
    const size_t last = next;
    std::vector<WordText> unknown;
    const size_t level_end = EndOfLevel(text, end, last);
    const bool has_level =
        !TrimSeparators(std::string_view(text.text).substr(end, level_end - end)).empty();
    for (size_t at = has_level ? level_end : last; at < last;) {
      const size_t to = EndOfLevel(text, at + 1, last);
      WordText part = SubText(text, at + 1, to);
      if (NamesUnknownLanguage(context, part)) {
        next = std::min(next, at);
        unknown.push_back(std::move(part));
      }
      at = to;
    }
    Piece name{text.text.substr(begin, end - begin), words_of(begin, end)};
    std::string fluency = StripLabel(
        context.lexicon, StripBrackets(std::string_view(text.text).substr(end, next - end)));
    if (fluency == "and" || fluency == "&" || fluency == "und" || fluency == "et" || fluency == "y")
      fluency.clear();
    if (fluency_first) {
      static constinit const Pattern kIn(R"((?i)\s+(?:in|en|auf)$)");
      fluency = before;
      kIn.Replace(&fluency, "");
      Add(name, fluency, words_of(0, found[0].begin), 0.8, "fluency-before-language", resume);
    } else {
      Add(name, fluency, words_of(end, next), 0.95, "language-name", resume);
    }
    for (const WordText& part : unknown) AddUnknownLanguage(context, part, resume);
  }
  return true;
}

bool NamesHumanLanguages(const FieldContext& context, const Section& section) {
  for (size_t i = section.lines.begin; i < section.lines.end; ++i) {
    const std::string text = TextOf(context.document, context.lines[i]);
    if (context.lexicon.Contains(LexiconTable::kLanguages, text) ||
        IsFluency(context.lexicon, text))
      return true;
  }
  return false;
}

void ReadLanguages(const FieldContext& context, const std::vector<size_t>& sections,
                   Resume* resume) {
  struct Placed {
    size_t language;  // index into resume->languages
    double x0;
    size_t row;
  };
  std::vector<Placed> placed;
  for (size_t section : sections) {
    if (!NamesHumanLanguages(context, context.sections[section])) continue;
    const std::vector<ListRow> rows = FindListRows(context, context.sections[section].lines);
    for (size_t r = 0; r < rows.size(); ++r) {
      for (const ListCell& cell : rows[r].cells) {
        const size_t known = resume->languages.size();
        if (AddLanguages(context, cell.text, cell.text.Words(), resume)) {
          for (size_t i = known; i < resume->languages.size(); ++i)
            placed.push_back({i, cell.box.x0, r});
          continue;
        }
        // How well, in a cell beside the language or in the line under it.
        const Placed* owner = nullptr;
        for (const Placed& candidate : placed) {
          const bool without = !resume->languages[candidate.language].fluency.known();
          const bool under = std::abs(candidate.x0 - cell.box.x0) <= kAligned && candidate.row < r;
          const bool beside = candidate.row == r && candidate.x0 < cell.box.x0;
          if (without && (under || beside)) owner = &candidate;
        }
        if (owner == nullptr && !placed.empty() &&
            !resume->languages[placed.back().language].fluency.known()) {
          owner = &placed.back();
        }
        const bool bare = placed.size() > 1 && rows[r].cells.size() == 1 &&
                          std::none_of(placed.begin(), placed.end(), [&](const Placed& each) {
                            return resume->languages[each.language].fluency.known() ||
                                   std::abs(each.x0 - cell.box.x0) > kAligned;
                          });
        if (bare && IsBareName(context, cell)) {
          placed.push_back({resume->languages.size(), cell.box.x0, r});
          Add(PieceOf(cell.text, 0, cell.text.text.size()), "", {}, 0.6, "name-among-languages",
              resume);
          if (placed.back().language == resume->languages.size()) placed.pop_back();
          continue;
        }
        if (owner != nullptr) {
          const std::string fluency = StripLabel(context.lexicon, StripBrackets(cell.text.text));
          resume->languages[owner->language].fluency =
              ToField({fluency, cell.text.Words()}, 0.85, "fluency-beside-language");
        }
      }
    }
  }
}

}  // namespace atsmatch
