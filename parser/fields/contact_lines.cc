#include "parser/fields/contact_lines.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "parser/layout/running.h"
#include "parser/text/contact.h"
#include "parser/text/lexicon.h"
#include "parser/text/pattern.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

Trust TrustOf(SectionKind kind) {
  switch (kind) {
    case SectionKind::kHeader:
    case SectionKind::kContact:
    case SectionKind::kPersonal:
      return Trust::kHigh;
    case SectionKind::kSummary:
    case SectionKind::kOther:
      return Trust::kMedium;
    default:
      return Trust::kLow;
  }
}

std::vector<std::pair<size_t, size_t>> AddressesIn(const std::string& text) {
  std::vector<std::pair<size_t, size_t>> ranges;
  for (const auto& matches : {FindEmails(text), FindUrls(text), FindPhones(text)}) {
    for (const TextMatch& match : matches) ranges.emplace_back(match.begin, match.end);
  }
  std::sort(ranges.begin(), ranges.end());
  return ranges;
}

// Where one piece ends and another begins: bars, bullets and addresses.
std::vector<std::pair<size_t, size_t>> StretchesOf(const std::string& text) {
  constexpr std::string_view kBars[] = {"|", "•", "·", "◦",   "▪",    "●",
                                        "∙", "⋄", "◆", " / ", " // ", ";"};
  std::vector<std::pair<size_t, size_t>> cuts = AddressesIn(text);
  for (std::string_view bar : kBars) {
    for (size_t at = text.find(bar); at != std::string::npos;
         at = text.find(bar, at + bar.size())) {
      cuts.emplace_back(at, at + bar.size());
    }
  }
  std::sort(cuts.begin(), cuts.end());
  std::vector<std::pair<size_t, size_t>> stretches;
  size_t begin = 0;
  for (const auto& [from, to] : cuts) {
    if (from > begin) stretches.emplace_back(begin, from);
    begin = std::max(begin, to);
  }
  if (begin < text.size()) stretches.emplace_back(begin, text.size());
  return stretches;
}

// "Address: 5 rue des Forges" -> "address"; the label is taken off the text.
std::string TakeContactLabel(const Lexicon& lexicon, WordText* text) {
  const size_t colon = FindLabelColon(text->text);
  if (colon != std::string::npos) {
    const auto label = lexicon.Find(LexiconTable::kContactLabels, text->text.substr(0, colon));
    if (label.has_value()) {
      *text = SubText(*text, colon + 1, text->text.size());
      return std::string(*label);
    }
  }
  static constinit const Pattern kLives(
      R"((?i)^((?:currently )?(?:based|living|lives|located|residing|resident|wohnhaft|bas[ée]{1,2}|resido|residente|domicili[ée]{1,2}) (?:in|at|near|à|en|a) )\S)");
  std::string_view lives;
  if (kLives.PartialMatch(text->text, &lives)) {
    *text = SubText(*text, lives.size(), text->text.size());
    return "location";
  }
  // "Location Leipzig, Germany"
  const size_t space = text->text.find(' ');
  if (space != std::string::npos) {
    const auto label = lexicon.Find(LexiconTable::kContactLabels, text->text.substr(0, space));
    const std::string rest = text->text.substr(space + 1);
    if ((label == "location" || label == "address") &&
        lexicon.Find(LexiconTable::kCities, rest.substr(0, rest.find(','))).has_value()) {
      *text = SubText(*text, space + 1, text->text.size());
      return std::string(*label);
    }
  }
  const auto whole = lexicon.Find(LexiconTable::kContactLabels, text->text);
  if (whole.has_value()) {
    *text = {};
    return std::string(*whole);
  }
  return "";
}

// "Chennai. Phone" before a number: the label says what follows.
void CutNextLabel(const Lexicon& lexicon, WordText* text) {
  std::string_view rest = TrimSeparators(text->text);
  const size_t space = rest.rfind(' ');
  if (space == std::string_view::npos) return;
  if (!lexicon.Find(LexiconTable::kContactLabels, TrimSeparators(rest.substr(space)))) return;
  size_t end = static_cast<size_t>(rest.data() - text->text.data()) + space;
  while (end > 0 && std::string_view(" .,;:").find(text->text[end - 1]) != std::string_view::npos)
    --end;
  *text = SubText(*text, 0, end);
}

}  // namespace

std::vector<ContactLine> FindContactLines(const FieldContext& context) {
  std::vector<const Section*> section_of(context.lines.size(), nullptr);
  for (const Section& section : context.sections) {
    for (size_t i = section.lines.begin; i < section.lines.end && i < section_of.size(); ++i)
      section_of[i] = &section;
  }
  std::vector<ContactLine> lines;
  for (size_t i = 0; i < context.lines.size(); ++i) {
    const Line& line = context.lines[i];
    if (line.words.empty()) continue;
    const bool running = line.role == LineRole::kRunning;
    if (running && LooksLikeCredit(TextOf(context.document, line))) continue;
    ContactLine contact;
    contact.line = i;
    contact.running = running;
    if (contact.running) {
      contact.trust = Trust::kHigh;
      contact.kind = SectionKind::kHeader;
    } else if (section_of[i] != nullptr) {
      if (section_of[i]->kind == SectionKind::kReferences) continue;
      contact.kind = section_of[i]->kind;
      contact.trust = TrustOf(contact.kind);
    } else {
      continue;  // a heading
    }
    contact.text = TextOfWords(context.document, line.words);
    lines.push_back(std::move(contact));
  }
  return lines;
}

std::vector<ContactPiece> FindContactPieces(const FieldContext& context,
                                            const std::vector<ContactLine>& lines) {
  std::vector<ContactPiece> pieces;
  std::string pending_label;  // a label in a cell or on a line of its own
  std::vector<bool> has_address;
  for (const ContactLine& line : lines) has_address.push_back(!AddressesIn(line.text.text).empty());
  for (size_t i = 0; i < lines.size(); ++i) {
    const ContactLine& line = lines[i];
    if (line.trust == Trust::kLow) continue;
    const bool near = line.kind == SectionKind::kContact || has_address[i] ||
                      (i > 0 && has_address[i - 1]) || (i + 1 < lines.size() && has_address[i + 1]);
    for (const Cell& cell : context.lines[line.line].cells) {
      const WordText text = TextOfWords(context.document, cell.words);
      const auto stretches = StretchesOf(text.text);
      for (const auto& [begin, end] : stretches) {
        ContactPiece piece;
        piece.text = SubText(text, begin, end);
        const IndexRange words = piece.text.Words();
        piece.line = line.line;
        piece.trust = line.trust;
        piece.near_address = near;
        if (!words.empty()) piece.icon = context.document.words[words.begin].icon_before;
        piece.label = TakeContactLabel(context.lexicon, &piece.text);
        if (piece.label.empty() && end < text.text.size()) {
          CutNextLabel(context.lexicon, &piece.text);
        }
        // The rest of an address that a narrow column cut ("….co" over "m") is no label.
        const bool letter = text.text.size() == 1 && context.lines[line.line].cells.size() == 1;
        if (letter && !StartsUpper(text.text)) continue;
        if (TrimSeparators(piece.text.text).empty()) {
          pending_label = piece.label;
          continue;
        }
        if (piece.label.empty()) piece.label = std::exchange(pending_label, "");
        pieces.push_back(std::move(piece));
      }
      if (stretches.empty()) pending_label.clear();  // an e-mail alone: the label was its
    }
  }
  return pieces;
}

std::string FoldToLetters(std::string_view text) {
  std::string letters;
  for (char32_t c : ToCodePoints(Fold(text))) {
    if (IsLetter(c) || IsDigit(c)) AppendUtf8(c, &letters);
  }
  return letters;
}

}  // namespace atsmatch
