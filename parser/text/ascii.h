// Classes of ASCII characters, whatever the locale, also while the program is compiled.  A byte of
// a longer character, and any other code point, belongs to none.
#ifndef ATSMATCH_PARSER_TEXT_ASCII_H_
#define ATSMATCH_PARSER_TEXT_ASCII_H_

namespace atsmatch {

constexpr bool IsAsciiDigit(char32_t c) { return c >= '0' && c <= '9'; }
constexpr bool IsAsciiUpper(char32_t c) { return c >= 'A' && c <= 'Z'; }
constexpr bool IsAsciiLower(char32_t c) { return c >= 'a' && c <= 'z'; }
constexpr bool IsAsciiLetter(char32_t c) { return IsAsciiLower(c) || IsAsciiUpper(c); }
// A letter, a digit or "_".
constexpr bool IsAsciiWordCharacter(char32_t c) {
  return IsAsciiLetter(c) || IsAsciiDigit(c) || c == '_';
}
constexpr bool IsAsciiSpace(char32_t c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
// What is printed and neither a letter, nor a digit, nor a space.
constexpr bool IsAsciiSign(char32_t c) {
  return c > ' ' && c < 0x7f && !IsAsciiLetter(c) && !IsAsciiDigit(c);
}
constexpr char ToAsciiLower(char c) { return IsAsciiUpper(c) ? static_cast<char>(c + 32) : c; }

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_TEXT_ASCII_H_
