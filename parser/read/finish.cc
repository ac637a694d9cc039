#include "parser/read/finish.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "parser/read/icons.h"
#include "parser/text/ascii.h"
#include "parser/text/mojibake.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

constexpr size_t kHandful = 5;  // letters or digits

bool IsAscii(std::string_view text) {
  for (unsigned char c : text) {
    if (c >= 0x80 || c < 0x20) return false;
  }
  return true;
}

// The text without its icons; the last icon is kept.
std::string WithoutIcons(std::string_view text, Icon* icon) {
  std::string rest;
  for (char32_t c : ToCodePoints(text)) {
    if (std::optional<Icon> found = IconOf(c)) {
      *icon = *found;
    } else {
      AppendUtf8(c, &rest);
    }
  }
  return rest;
}

// NormalizeText may leave spaces inside (NBSP): the word stays one, its spaces are single.
std::string Cleaned(const std::string& text, Icon* icon) {
  if (IsAscii(text)) return text;
  return std::string(TrimSpace(NormalizeText(RepairMojibake(WithoutIcons(text, icon)))));
}

// "Watch04/2019": where a month with its year begins that nothing parts from the word before it, a
// cell set to the right edge whose neighbour is as long as the line; 0: no such date.
size_t StartOfGluedDate(std::string_view text) {
  constexpr size_t kDate = 7;  // "04/2019"
  if (text.size() < kDate + 2 || text[text.size() - 5] != '/') return 0;
  const size_t at = text.size() - kDate;
  for (size_t i = at; i < text.size(); ++i) {
    if (i != at + 2 && !IsAsciiDigit(text[i])) return 0;
  }
  const char before = text[at - 1];
  const bool letter = IsAsciiLower(before) || before == ')' || before == '.' ||
                      static_cast<unsigned char>(before) >= 0x80;
  return letter && HasLetter(text.substr(0, at)) ? at : 0;
}

// Cuts the word in two, where the letters are as wide as each other.
Word CutWord(Word* word, size_t at) {
  Word tail = *word;
  tail.text = word->text.substr(at);
  word->text.resize(at);
  const auto letters = static_cast<double>(CountCodePoints(word->text));
  const double share = letters / (letters + static_cast<double>(CountCodePoints(tail.text)));
  tail.box.x0 = word->box.x1 = word->box.x0 + share * word->box.width();
  tail.glued = false;
  tail.icon_before = Icon::kNone;
  return tail;
}

bool SameLine(const Word& a, const Word& b) {
  return a.page == b.page && std::abs(a.baseline - b.baseline) < 0.7 * std::max(a.size, b.size);
}

}  // namespace

Error Damaged() {
  return {ErrorKind::kDamaged, "the PDF is damaged beyond repair",
          "export it again from the program that wrote it"};
}

Error Encrypted() {
  return {ErrorKind::kEncrypted, "the PDF needs a password", "save a copy without a password"};
}

Error DamagedOffice() {
  return {ErrorKind::kDamaged, "the document is damaged beyond repair",
          "open it in the program that wrote it, and save it anew"};
}

Error EncryptedOffice() {
  return {ErrorKind::kEncrypted, "the document needs a password", "save a copy without a password"};
}

Error EmptyOffice() {
  return {ErrorKind::kEmpty, "the document holds no text",
          "where it is a picture, write the résumé as text"};
}

Error NoPages() {
  return {ErrorKind::kDamaged, "the PDF has no pages",
          "export it again from the program that wrote it"};
}

Error NoText() {
  return {ErrorKind::kNoText, "the PDF has no text layer (a scan or a picture)",
          "export the résumé as a PDF with text, or run OCR on it"};
}

Error EmptyPages() {
  return {ErrorKind::kNoText, "the pages of the PDF are empty",
          "export it again from the program that wrote it"};
}

Error NoCharacters() {
  return {ErrorKind::kNoText, "the fonts of the PDF do not say which characters they draw",
          "export the résumé again with another font, or run OCR on it"};
}

Error TooManyPages(int pages, const ReadLimits& limits) {
  return {ErrorKind::kTooLarge,
          "the PDF has " + std::to_string(pages) + " pages, more than the " +
              std::to_string(limits.max_pages) + " that are read",
          "give the résumé alone"};
}

Error TooManyWords(const ReadLimits& limits) {
  return {ErrorKind::kTooLarge,
          "the document has more than " + std::to_string(limits.max_words) + " words",
          "give the résumé alone"};
}

void FinishWords(Document* document) {
  std::vector<Word> kept;
  kept.reserve(document->words.size());
  for (Page& page : document->pages) {
    IndexRange range = page.words;
    page.words.begin = kept.size();
    std::optional<Word> icon_word;
    for (size_t i = range.begin; i < range.end; ++i) {
      Word& word = document->words[i];
      Icon icon = word.icon_before;
      word.text = Cleaned(word.text, &icon);
      if (word.text.empty()) {
        if (icon != Icon::kNone) {
          icon_word = std::move(word);
          icon_word->icon_before = icon;
        }
        continue;
      }
      word.icon_before = icon;
      if (icon == Icon::kNone && icon_word && SameLine(*icon_word, word)) {
        word.icon_before = icon_word->icon_before;
        word.glued = false;
      }
      icon_word.reset();
      kept.push_back(std::move(word));
      const size_t date = kept.back().rotation == 0 ? StartOfGluedDate(kept.back().text) : 0;
      if (date > 0) kept.push_back(CutWord(&kept.back(), date));
    }
    page.words.end = kept.size();
  }
  document->words = std::move(kept);
}

namespace {

// A line of single letters, at least four of them: [begin, end) of the words on it.
bool IsSpacedLine(const std::vector<Word>& words, size_t begin, size_t end) {
  constexpr size_t kFewest = 4;
  size_t letters = 0;
  for (size_t i = begin; i < end; ++i) {
    if (CountCodePoints(words[i].text) != 1) return false;
    letters += HasLetter(words[i].text);
  }
  return letters >= kFewest;
}

// The gap between two letters; a gap half as wide again separates words.
double LetterGap(const std::vector<Word>& words, size_t begin, size_t end) {
  std::vector<double> gaps;
  for (size_t i = begin + 1; i < end; ++i) gaps.push_back(words[i].box.x0 - words[i - 1].box.x1);
  auto middle = gaps.begin() + (gaps.size() - 1) / 2;
  std::nth_element(gaps.begin(), middle, gaps.end());
  return *middle;
}

}  // namespace

void JoinSpacedLetters(Document* document) {
  std::vector<Word>& words = document->words;
  std::vector<Word> kept;
  kept.reserve(words.size());
  for (Page& page : document->pages) {
    IndexRange range = page.words;
    page.words.begin = kept.size();
    for (size_t begin = range.begin, end; begin < range.end; begin = end) {
      end = begin + 1;
      while (end < range.end && SameLine(words[begin], words[end])) ++end;
      bool spaced = IsSpacedLine(words, begin, end);
      double limit = spaced ? 1.5 * LetterGap(words, begin, end) : 0;
      for (size_t i = begin; i < end; ++i) {
        bool joins = spaced && i > begin && words[i].box.x0 - words[i - 1].box.x1 <= limit;
        if (joins) {
          kept.back().text += words[i].text;
          kept.back().box = Union(kept.back().box, words[i].box);
        } else {
          kept.push_back(words[i]);
        }
      }
    }
    page.words.end = kept.size();
  }
  words = std::move(kept);
}

Result<Document> FinishLaidOut(Document document, const ReadLimits& limits) {
  if (document.words.size() > limits.max_words) return TooManyWords(limits);
  if (static_cast<int>(document.pages.size()) > limits.max_pages) {
    return TooManyPages(static_cast<int>(document.pages.size()), limits);
  }
  FinishWords(&document);
  JoinSpacedLetters(&document);
  for (const Word& word : document.words) {
    if (word.link < 0) continue;
    Box& box = document.links[static_cast<size_t>(word.link)].box;
    box = box.width() == 0 ? word.box : Union(box, word.box);
  }
  return document;
}

bool HasText(const Document& document) {
  size_t count = 0;
  for (const Word& word : document.words) {
    for (char32_t c : ToCodePoints(word.text)) {
      if ((IsLetter(c) || IsDigit(c)) && ++count > kHandful) return true;
    }
  }
  return false;
}

}  // namespace atsmatch
