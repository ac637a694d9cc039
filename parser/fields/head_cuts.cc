#include "parser/fields/head_cuts.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "parser/fields/clues.h"
#include "parser/text/lexicon.h"
#include "parser/text/place_words.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

constexpr double kTitleForSure = 3;  // TitleClue: the noun of a title ends it

std::string_view LastWord(std::string_view text) {
  const std::vector<std::string_view> words = SplitWords(text);
  return words.empty() ? std::string_view() : words.back();
}

bool EndsWithPreposition(std::string_view text) {
  constexpr std::array<std::string_view, 12> kWords = {"of", "in",  "at", "for", "the", "de",
                                                       "la", "and", "&",  "to",  "le",  "el"};
  return std::find(kWords.begin(), kWords.end(), ToLower(LastWord(text))) != kWords.end();
}

// Behind the last title that a name follows: "Finance Manager Acme Ltd".
size_t EndOfTitle(std::string_view text, const Lexicon& lexicon) {
  constexpr size_t kLongestTitle = 6;  // words
  size_t end = 0;
  for (const PhraseMatch& match : lexicon.FindAll(LexiconTable::kTitleWords, text)) {
    const std::string_view title = text.substr(0, match.end), rest = text.substr(match.end);
    if (!rest.starts_with(' ') || !StartsUpper(rest)) continue;
    const char next = TrimSpace(rest).front();
    const bool goes_on = next == '&' || next == '(' || next == '-' || next == '/';
    if (goes_on || SplitWords(title).size() > kLongestTitle) continue;
    if (TitleClue(title, lexicon) < kTitleForSure || TitleClue(TrimSpace(rest), lexicon) > 0)
      continue;
    end = match.end;
  }
  return end;
}

// Behind the last word of an employer that a title follows: "Acme Ltd Finance Manager".
size_t EndOfEmployer(std::string_view text, const Lexicon& lexicon) {
  size_t end = 0;
  for (const PhraseMatch& match : lexicon.FindAll(LexiconTable::kEmployerWords, text)) {
    const std::string_view employer = text.substr(0, match.end), rest = text.substr(match.end);
    if (!rest.starts_with(' ') || !StartsUpper(rest)) continue;
    // "Logistics Coordinator" and "Warehouse Clerk" are titles.
    if (TitleClue(employer, lexicon) > 0 || SplitWords(employer).size() < 2) continue;
    if (TitleClue(TrimSpace(rest), lexicon) < kTitleForSure) continue;
    end = match.end;
  }
  return end;
}

}  // namespace

std::vector<HeadPiece> CutPieceAt(const HeadPiece& piece, const std::vector<size_t>& places) {
  std::vector<HeadPiece> parts;
  size_t begin = 0;
  const auto add = [&](size_t end) {
    const std::string_view whole = piece.text.text;
    const std::string_view part = TrimSeparators(whole.substr(begin, end - begin));
    if (!part.empty()) {
      const size_t at = static_cast<size_t>(part.data() - whole.data());
      HeadPiece cut = piece;
      cut.text = SubText(piece.text, at, at + part.size());
      if (!parts.empty()) cut.before = Separation::kWords;
      parts.push_back(std::move(cut));
    }
    begin = end;
  };
  for (const size_t place : places) add(place);
  add(piece.text.text.size());
  return parts;
}

std::vector<HeadPiece> CutAroundPlace(const HeadPiece& piece, const Lexicon& lexicon) {
  const std::string_view text = piece.text.text;
  const IndexRange place = FindCityWithRegion(text, lexicon);
  // "West Memphis, AR" is a place as a whole, though Memphis is one, too.
  if (place.empty() || PlaceClue(text, lexicon) > 2) return {piece};
  const std::string_view before = TrimSpace(text.substr(0, place.begin));
  const bool at_end = !HasLetter(text.substr(place.end));
  if (EndsWithPreposition(before) || (at_end && (before.empty() || before.ends_with(',')))) {
    return {piece};
  }
  return CutPieceAt(piece, {place.begin, place.end});
}

std::vector<HeadPiece> CutTitleFromEmployer(const HeadPiece& piece, const Lexicon& lexicon) {
  const std::string_view text = piece.text.text;
  size_t at = EndOfTitle(text, lexicon);
  if (at == 0) at = EndOfEmployer(text, lexicon);
  if (at == 0) return {piece};
  return CutPieceAt(piece, {at});
}

}  // namespace atsmatch
