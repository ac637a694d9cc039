#include "parser/text/phrase_words.h"

#include <algorithm>
#include <iterator>

#include "parser/text/ascii.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

class WordSplitter {
 public:
  explicit WordSplitter(PhraseWords* words) : words_(*words) {
    words_.text.clear();
    words_.words.clear();
    words_.has_dots = false;
  }

  void Split(std::string_view text) {
    const bool ascii =
        std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
    if (ascii) {
      SplitAscii(text);
    } else {
      SplitFolded(FoldWithOrigin(text));
    }
    Close();
  }

 private:
  void SplitAscii(std::string_view text) {
    words_.text.reserve(text.size() + 4);
    words_.words.reserve(text.size() / 5 + 1);
    for (uint32_t i = 0; i < text.size();) {
      if (!IsWordCharacter(static_cast<unsigned char>(ToAsciiLower(text[i])))) {
        Take(static_cast<unsigned char>(text[i]), text.substr(i, 1), i, i + 1);
        ++i;
        continue;
      }
      Open(i);
      for (char c = ToAsciiLower(text[i]);
           IsWordCharacter(static_cast<unsigned char>(c)) || c == '+' || c == '#';
           c = ToAsciiLower(text[i])) {
        words_.text += c;
        if (++i == text.size()) break;
      }
      words_.words.back().source_end = i;
    }
  }

  void SplitFolded(const FoldedText& folded) {
    for (size_t i = 0; i < folded.text.size();) {
      const size_t begin = i;
      const char32_t c = NextCodePoint(folded.text, &i);
      Take(c, std::string_view(folded.text).substr(begin, i - begin), folded.origin[begin],
           std::max(folded.origin[i], folded.origin[begin] + 1));
    }
  }

  void Take(char32_t c, std::string_view bytes, uint32_t source_begin, uint32_t source_end) {
    if (IsWordCharacter(c)) {
      const bool ideograph = c >= 0x3000 && IsIdeograph(c);
      if (ideograph) Close();
      if (!open_) Open(source_begin);
      words_.text += bytes;
      words_.words.back().source_end = source_end;
      if (ideograph) Close();
      return;
    }
    if ((c == '+' || c == '#') && open_) {  // "c++", "c#"
      words_.text += bytes;
      words_.words.back().source_end = source_end;
      return;
    }
    dot_ = c == '.' && open_;
    Close();
    if (c == '&' && !words_.words.empty()) ampersand_ = source_begin + 1;
  }

  static bool IsWordCharacter(char32_t c) {
    if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    return IsLetter(c) || IsDigit(c) || IsMark(c);
  }

  void Open(uint32_t source_begin) {
    if (ampersand_ != 0) Append("and", ampersand_ - 1);
    ampersand_ = 0;
    Append("", source_begin);
    words_.words.back().dot_before = dot_ && words_.words.size() > 1;
    if (words_.words.back().dot_before) {
      words_.has_dots = true;
      words_.text[words_.words.back().begin - 1] = '.';
    }
    dot_ = false;
    open_ = true;
  }

  void Append(std::string_view word, uint32_t source_begin) {
    if (!words_.text.empty()) words_.text += ' ';
    const uint32_t begin = static_cast<uint32_t>(words_.text.size());
    words_.text += word;
    words_.words.push_back(
        {begin, static_cast<uint32_t>(words_.text.size()), source_begin, source_begin + 1});
  }

  void Close() {
    if (open_) words_.words.back().end = static_cast<uint32_t>(words_.text.size());
    open_ = false;
  }

  PhraseWords& words_;
  bool open_ = false;       // the last word may grow
  bool dot_ = false;        // the last character was a dot behind a word
  uint32_t ampersand_ = 0;  // place of a "&" that waits for the next word, plus one
};

}  // namespace

void SplitPhrase(std::string_view text, PhraseWords* words) { WordSplitter(words).Split(text); }

PhraseWords WithoutDots(const PhraseWords& dotted) {
  PhraseWords joined;
  for (size_t i = 0; i < dotted.words.size(); ++i) {
    const PhraseWord& word = dotted.words[i];
    if (!word.dot_before) {
      if (!joined.text.empty()) joined.text += ' ';
      joined.words.push_back(word);
      joined.words.back().begin = static_cast<uint32_t>(joined.text.size());
    }
    joined.text += dotted.Text(i, i);
    joined.words.back().end = static_cast<uint32_t>(joined.text.size());
    joined.words.back().source_end = word.source_end;
  }
  return joined;
}

bool IsConjunction(std::string_view word) {
  if (word.size() > 3) return false;
  static constexpr std::string_view kConjunctions[] = {
      "a", "e", "ed", "en", "es", "et", "i", "ja", "og", "si", "och", "und", "ve", "y", "и"};
  return std::find(std::begin(kConjunctions), std::end(kConjunctions), word) !=
         std::end(kConjunctions);
}

bool HasConjunction(const PhraseWords& words) {
  for (size_t i = 1; i + 1 < words.words.size(); ++i) {
    if (IsConjunction(words.Text(i, i))) return true;
  }
  return false;
}

std::string WithAnd(const PhraseWords& words) {
  std::string text;
  for (size_t i = 0; i < words.words.size(); ++i) {
    const bool inner = i > 0 && i + 1 < words.words.size();
    if (i > 0) text += words.words[i].dot_before ? '.' : ' ';
    text += inner && IsConjunction(words.Text(i, i)) ? "and" : words.Text(i, i);
  }
  return text;
}

}  // namespace atsmatch
