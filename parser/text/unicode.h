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

std::string ToValidUtf8(std::string_view bytes);          // also UTF-16 with a BOM, and Latin-1 by guess
// NFC; ligatures opened; soft hyphens, zero-width and bidi controls dropped; NBSP to space;
// typographic spaces to space.  Quotes and dashes stay as written.
std::string NormalizeText(std::string_view text);
// For comparing: NFKC case-folded, accents off, dashes to '-', quotes straightened.
std::string Fold(std::string_view text);
// Fold, then punctuation around words off and spaces made one: "  Work   Experience: " -> "work experience".
// Keeps + # . / & inside a word: "c++", "c#", "node.js", "ci/cd".
std::string FoldPhrase(std::string_view text);

std::vector<char32_t> ToCodePoints(std::string_view text);
std::string FromCodePoints(const std::vector<char32_t>& code_points);
void AppendUtf8(char32_t code_point, std::string* text);
size_t CountCodePoints(std::string_view text);

bool IsLetter(char32_t c);
bool IsUpper(char32_t c);
bool IsLower(char32_t c);
bool IsDigit(char32_t c);
bool IsPrivateUse(char32_t c);
bool IsBulletGlyph(char32_t c);       // • ◦ ▪ ‣ – - * ➢ o ... as the only character of a word
bool IsRightToLeft(char32_t c);
bool HasLetter(std::string_view text);
bool IsAllCaps(std::string_view text);      // has a letter and no lower-case letter
bool StartsUpper(std::string_view text);    // its first letter is upper case
std::string ToLower(std::string_view text);
std::string ToTitle(std::string_view text);  // "LUCÍA FERNÁNDEZ" -> "Lucía Fernández"
int DisplayWidth(std::string_view text);     // terminal columns (wide characters are 2)

std::string_view TrimSpace(std::string_view text);
// White space and the punctuation that separates fields: , ; | : · • – — - /
std::string_view TrimSeparators(std::string_view text);
std::vector<std::string_view> SplitWords(std::string_view text);  // at white space

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_TEXT_UNICODE_H_
