// What can be seen of the file and its pages, whatever they say.
#include <algorithm>
#include <string>
#include <utility>

#include "parser/facts/checks.h"
#include "parser/parse.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

using Severity = Warning::Severity;

constexpr size_t kMegabyte = 1000 * 1000;
constexpr size_t kLargestFile = 2500 * 1000;  // bytes; documented by Greenhouse
constexpr size_t kMostPages = 4;
constexpr size_t kFewCharacters = 80;    // on a page
constexpr double kImageShare = 1.0 / 3;  // of a page
constexpr double kWholePage = 0.9;       // a picture as large is a background
constexpr double kSmallest = 6;          // points
constexpr size_t kFewTinyWords = 5;
constexpr size_t kFewTurnedWords = 3;
// Width over type size, for each letter.  Capitals of wide faces come to .8; gaps of a tenth of
// the size are read as spaces by some.
constexpr double kSpacedWidth = 1.0;
constexpr size_t kFewSpacedLetters = 4;

std::string InMegabytes(size_t bytes) {
  const size_t tenths = bytes * 10 / kMegabyte;
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

bool IsVisible(const Word& word) { return word.hidden == Hidden::kNo; }

// The words that hold, as one warning: how many, and the first run of them as evidence.
template <class Predicate>
std::pair<size_t, IndexRange> CountWords(const Document& document, Predicate holds) {
  size_t count = 0;
  IndexRange first;
  for (size_t i = 0; i < document.words.size(); ++i) {
    if (!holds(document.words[i])) continue;
    if (count++ == 0) first = {i, i};
    const bool same_page = document.words[i].page == document.words[first.begin].page;
    if (first.end == i && same_page) first.end = i + 1;
  }
  return {count, first};
}

std::vector<size_t> CharactersOfPages(const Document& document) {
  std::vector<size_t> characters(document.pages.size());
  for (const Word& word : document.words) {
    if (IsVisible(word) && static_cast<size_t>(word.page) < characters.size()) {
      characters[word.page] += CountCodePoints(word.text);
    }
  }
  return characters;
}

// Share of each page under pictures; backgrounds aside.
std::vector<double> ImageShares(const Document& document) {
  std::vector<double> shares(document.pages.size());
  for (const Shape& shape : document.shapes) {
    const size_t page = static_cast<size_t>(shape.page);
    if (shape.kind != Shape::Kind::kImage || page >= shares.size()) continue;
    const double area = document.pages[page].width * document.pages[page].height;
    if (area <= 0) continue;
    const double share = shape.box.width() * shape.box.height() / area;
    if (share < kWholePage) shares[page] += share;
  }
  return shares;
}

bool HasImage(const Document& document, size_t page) {
  return std::any_of(document.shapes.begin(), document.shapes.end(), [&](const Shape& shape) {
    return shape.kind == Shape::Kind::kImage && static_cast<size_t>(shape.page) == page;
  });
}

void CheckPictures(const Document& document, std::vector<Warning>* checks) {
  const std::vector<double> shares = ImageShares(document);
  const std::vector<size_t> characters = CharactersOfPages(document);
  for (size_t page = 0; page < shares.size(); ++page) {
    if (shares[page] >= kImageShare) {
      checks->push_back({"image-heavy",
                         Severity::kMinor,
                         "Pictures cover a third of the page or more; no text in them is read.",
                         "Say in words what the pictures say.",
                         static_cast<int>(page),
                         {}});
    }
    if (characters[page] < kFewCharacters && HasImage(document, page)) {
      checks->push_back({"low-text-page",
                         Severity::kMajor,
                         "The page has a picture and next to no text.",
                         "Export the page with its text instead of as a picture.",
                         static_cast<int>(page),
                         {}});
    }
  }
}

struct HiddenKind {
  Hidden hidden;
  const char* how;
};
constexpr HiddenKind kHiddenKinds[] = {
    {Hidden::kInvisibleMode, "are drawn invisibly"},
    {Hidden::kBackgroundColour, "have the colour of what lies under them"},
    {Hidden::kTiny, "are too small to be seen"},
    {Hidden::kOffPage, "lie off the page"},
    {Hidden::kClipped, "are clipped away"},
    {Hidden::kCovered, "are covered by a picture or a box"},
};

void CheckHidden(const Document& document, std::vector<Warning>* checks) {
  for (const HiddenKind& kind : kHiddenKinds) {
    const auto [count, first] =
        CountWords(document, [&](const Word& word) { return word.hidden == kind.hidden; });
    if (count == 0) continue;
    checks->push_back(
        {"hidden-text", Severity::kMajor,
         std::to_string(count) + " words are in the file that nobody sees: they " + kind.how + ".",
         "Take them out: systems read them, and people take them for a trick.",
         document.words[first.begin].page, first});
  }
}

bool IsUnmapped(const Word& word) {
  const std::vector<char32_t> characters = ToCodePoints(word.text);
  return std::any_of(characters.begin(), characters.end(),
                     [](char32_t c) { return c == 0xFFFD || IsPrivateUse(c); });
}

bool IsLetterSpaced(const Document& document, const Word& word) {
  const size_t letters = CountCodePoints(word.text);
  if (!IsVisible(word) || word.rotation != 0 || letters < kFewSpacedLetters) return false;
  if (!HasLetter(word.text) || word.size <= 0) return false;
  const std::vector<char32_t> characters = ToCodePoints(word.text);
  if (std::any_of(characters.begin(), characters.end(), IsIdeograph)) return false;
  const Font* font = document.FontOf(word);
  if (font != nullptr && font->monospace) return false;
  return word.box.width() > kSpacedWidth * word.size * static_cast<double>(letters);
}

struct WordCheck {
  const char* id;
  Severity severity;
  size_t least;  // words
  const char* what;
  const char* remedy;
};

template <class Predicate>
void CheckWords(const Document& document, const WordCheck& about, Predicate holds,
                std::vector<Warning>* checks) {
  const auto [count, first] = CountWords(document, holds);
  if (count < about.least) return;
  checks->push_back({about.id, about.severity,
                     std::to_string(count) + (count == 1 ? " word " : " words ") + about.what,
                     about.remedy, document.words[first.begin].page, first});
}

}  // namespace

void CheckFile(const ParsedResume& parsed, std::vector<Warning>* checks) {
  const Document& document = parsed.document;
  if (document.bytes > kLargestFile) {
    checks->push_back({"file-size",
                       Severity::kMajor,
                       "The file has " + InMegabytes(document.bytes) +
                           " MB; one vendor reads no résumés over 2.5 MB.",
                       "Make its pictures smaller, or leave them out.",
                       -1,
                       {}});
  }
  if (document.pages.size() > kMostPages) {
    checks->push_back({"page-count",
                       Severity::kMinor,
                       "The résumé has " + std::to_string(document.pages.size()) + " pages.",
                       "Keep what the job asks for.",
                       -1,
                       {}});
  }
  if (document.format == Format::kPdf) CheckPictures(document, checks);
}

void CheckTextLayer(const ParsedResume& parsed, std::vector<Warning>* checks) {
  const Document& document = parsed.document;
  CheckHidden(document, checks);
  CheckWords(document,
             {"unmapped-glyphs", Severity::kMajor, 1,
              "hold characters that no one knows outside their font.",
              "Export the résumé again with another font."},
             IsUnmapped, checks);
  CheckWords(
      document,
      {"tiny-text", Severity::kMinor, kFewTinyWords, "are smaller than 6 points.",
       "Set them larger: people do not read them."},
      [](const Word& word) { return IsVisible(word) && word.size > 0 && word.size < kSmallest; },
      checks);
  CheckWords(
      document,
      {"letter-spaced", Severity::kMinor, 1,
       "with wide gaps between the letters: some readers take each letter for a word.",
       "Set the letters without extra space between them."},
      [&](const Word& word) { return IsLetterSpaced(document, word); }, checks);
  CheckWords(
      document,
      {"rotated-text", Severity::kMinor, kFewTurnedWords,
       "stand on their side or upside down: some readers lose them.", "Set them upright."},
      [](const Word& word) { return IsVisible(word) && word.rotation != 0; }, checks);
}

}  // namespace atsmatch
