#include "parser/sections/field_labels.h"

#include <algorithm>

#include "parser/text/lexicon.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

constexpr size_t kMostLabelWords = 5;

std::optional<std::string> FieldOf(std::string_view text, const Lexicon& lexicon) {
  text = TrimSpace(text);
  if (text.ends_with(':')) text = TrimSpace(text.substr(0, text.size() - 1));
  const auto field = lexicon.Find(LexiconTable::kFieldLabels, text);
  if (!field.has_value()) return std::nullopt;
  return std::string(*field);
}

}  // namespace

std::optional<LabelledLine> FindFieldLabel(const Document& document, const std::vector<Line>& lines,
                                           size_t index, const Lexicon& lexicon) {
  const Line& line = lines[index];
  if (line.label && line.cells.size() == 1) {
    const auto field = FieldOf(TextOf(document, line), lexicon);
    if (!field.has_value()) return std::nullopt;
    return LabelledLine{index, *field, {line.words.end, line.words.end}};
  }
  if (line.cells.size() > 1) {
    const IndexRange first = line.cells.front().words;
    if (first.size() > kMostLabelWords) return std::nullopt;
    const auto field = FieldOf(TextOf(document, first), lexicon);
    if (!field.has_value()) return std::nullopt;
    return LabelledLine{index, *field, {first.end, line.words.end}};
  }
  const size_t end = std::min(line.words.end, line.words.begin + kMostLabelWords);
  for (size_t i = line.words.begin; i < end; ++i) {
    if (!document.words[i].text.ends_with(':')) continue;
    const auto field = FieldOf(TextOf(document, IndexRange{line.words.begin, i + 1}), lexicon);
    if (!field.has_value()) return std::nullopt;
    return LabelledLine{index, *field, {i + 1, line.words.end}};
  }
  return std::nullopt;
}

bool IsFieldOfHead(std::string_view field) {
  constexpr std::string_view kFields[] = {"area",        "dates",    "degree",   "employer",
                                          "institution", "location", "position", "score"};
  return std::find(std::begin(kFields), std::end(kFields), field) != std::end(kFields);
}

bool IsFieldOfTerms(std::string_view field) {
  constexpr std::string_view kFields[] = {"reason-for-leaving", "reference", "supervisor", "terms"};
  return std::find(std::begin(kFields), std::end(kFields), field) != std::end(kFields);
}

}  // namespace atsmatch
