// Characters: the only place that meets ICU.
//
// All text is UTF-8.  Invalid bytes become U+FFFD at the door (ToValidUtf8), so that nothing
// behind it has to think of them.
#ifndef ATSMATCH_PARSER_TEXT_UNICODE_H_
#define ATSMATCH_PARSER_TEXT_UNICODE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace atsmatch {

std::string ToValidUtf8(std::string_view bytes);  // also UTF-16 with a BOM, and Latin-1 by guess
// NFC; ligatures opened; soft hyphens, zero-width and bidi controls and control characters dropped
// (but \t \n \r stay, \f and \v become a space); NBSP and typographic spaces to space.  Quotes and
// dashes stay as written.
std::string NormalizeText(std::string_view text);
// For comparing: NFKC case-folded, accents off, dashes to '-', quotes straightened.
// Letters that are a base letter to the eye are that letter: "ł" -> "l", "ø" -> "o", "ı" -> "i".
// Digits of all scripts are 0 to 9.
std::string Fold(std::string_view text);
// Fold that remembers where each byte came from, so that a match in folded text can be shown in
// the text as it was printed.
struct FoldedText {
  std::string text;
  // As long as text, plus one.  origin[i]: byte of the source at which the character begins that
  // text[i] came from; the last is the size of the source.
  std::vector<uint32_t> origin;
};
FoldedText FoldWithOrigin(std::string_view text);
// Fold, then punctuation around words off and spaces made one: "  Work   Experience: " -> "work
// experience". Keeps + # . / & - inside a word: "c++", "c#", ".net", "node.js", "ci/cd", "r&d"; "&"
// between words is "and".
std::string FoldPhrase(std::string_view text);

// The code point at *position, which moves behind it; U+FFFD for a byte that is not UTF-8.
char32_t NextCodePoint(std::string_view text, size_t* position);
std::vector<char32_t> ToCodePoints(std::string_view text);
std::string FromCodePoints(const std::vector<char32_t>& code_points);
void AppendUtf8(char32_t code_point, std::string* text);
size_t CountCodePoints(std::string_view text);

bool IsSpace(char32_t c);  // white space of any width, line ends included
bool IsLetter(char32_t c);
bool IsMark(char32_t c);  // combining: an accent or vowel sign that belongs to the letter before
bool IsIdeograph(char32_t c);  // Han or kana: written without spaces between words
bool IsUpper(char32_t c);
bool IsLower(char32_t c);
bool IsDigit(char32_t c);
bool IsPrivateUse(char32_t c);
bool IsBulletGlyph(char32_t c);  // • ◦ ▪ ‣ – - * ➢ o ... as the only character of a word
bool IsRightToLeft(char32_t c);
bool HasLetter(std::string_view text);
bool IsAllCaps(std::string_view text);    // has a letter and no lower-case letter
bool StartsUpper(std::string_view text);  // its first letter is upper case
std::string ToLower(std::string_view text);
// ASCII letters in either case; `lower` is in lower case.
bool StartsWithFolded(std::string_view text, std::string_view lower);
// Letters that are not ASCII as "a" with \x02 for each of their further bytes, all else as it is:
// a pattern with [A-Za-z]\x02* is a hundred times smaller than one with \pL, and each byte keeps
// its place.
std::string ToPlainLetters(std::string_view text);
std::string ToTitle(std::string_view text);  // "LUCÍA FERNÁNDEZ" -> "Lucía Fernández"
int DisplayWidth(std::string_view text);     // terminal columns (wide characters are 2)
bool IsCountryCode(std::string_view code);   // ISO 3166-1 alpha-2: "NL", not "nl"

std::string_view TrimSpace(std::string_view text);
// White space and the punctuation that separates fields: , ; | : · • – — - /
std::string_view TrimSeparators(std::string_view text);
std::vector<std::string_view> SplitWords(std::string_view text);  // at white space

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_TEXT_UNICODE_H_
