#include "parser/text/unicode.h"

#include <unicode/normalizer2.h>
#include <unicode/stringoptions.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <string>

#include "parser/text/ascii.h"

namespace atsmatch {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool IsAsciiByte(char c) { return static_cast<unsigned char>(c) < 0x80; }

// The code point before `position`, which moves to its first byte.
char32_t PreviousCodePoint(std::string_view text, size_t* position) {
  int32_t i = static_cast<int32_t>(*position);
  UChar32 c;
  U8_PREV_OR_FFFD(reinterpret_cast<const uint8_t*>(text.data()), 0, i, c);
  *position = static_cast<size_t>(i);
  return static_cast<char32_t>(c);
}

// ---- Bytes to UTF-8 ----

struct Utf8Check {
  size_t valid_sequences = 0;  // of two bytes or more
  size_t invalid = 0;
};

Utf8Check CheckUtf8(std::string_view bytes) {
  Utf8Check check;
  const uint8_t* data = reinterpret_cast<const uint8_t*>(bytes.data());
  const int32_t size = static_cast<int32_t>(bytes.size());
  for (int32_t i = 0; i < size;) {
    if (data[i] < 0x80) {
      ++i;
      continue;
    }
    UChar32 c;
    U8_NEXT(data, i, size, c);
    ++(c < 0 ? check.invalid : check.valid_sequences);
  }
  return check;
}

// What Windows-1252 has where Latin-1 has control characters; 0: nothing.
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

std::string FromWindows1252(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (unsigned char byte : bytes) {
    char32_t c = byte;
    if (byte >= 0x80 && byte < 0xA0)
      c = kWindows1252[byte - 0x80] ? kWindows1252[byte - 0x80] : kReplacement;
    AppendUtf8(c, &text);
  }
  return text;
}

std::string FromUtf16(std::string_view bytes, bool big_endian) {
  std::string text;
  text.reserve(bytes.size());
  auto unit = [&](size_t i) -> char32_t {
    const auto a = static_cast<unsigned char>(bytes[i]),
               b = static_cast<unsigned char>(bytes[i + 1]);
    return big_endian ? a * 256u + b : b * 256u + a;
  };
  for (size_t i = 0; i + 1 < bytes.size(); i += 2) {
    char32_t c = unit(i);
    if (U16_IS_LEAD(c) && i + 3 < bytes.size() && U16_IS_TRAIL(unit(i + 2))) {
      c = static_cast<char32_t>(U16_GET_SUPPLEMENTARY(c, unit(i + 2)));
      i += 2;
    } else if (U16_IS_SURROGATE(c)) {
      c = kReplacement;
    }
    AppendUtf8(c, &text);
  }
  return text;
}

// ---- Normal form ----

bool IsIgnorable(char32_t c) {
  return c == 0x00AD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2064) || (c >= 0x2066 && c <= 0x206F) || c == 0xFEFF ||
         c == 0x061C || c == 0x180E || (c >= 0x80 && c < 0xA0) || (c < 0x20 && !IsAsciiSpace(c)) ||
         c == 0x7F;
}

// Joiners change how Arabic and Indic letters look and are part of the spelling there.
bool JoinsLetters(char32_t c, char32_t previous) {
  return (c == 0x200C || c == 0x200D) && previous >= 0x0600 && previous <= 0x0DFF;
}

std::string_view OpenedLigature(char32_t c) {
  static constexpr std::string_view kLigatures[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
  return c >= 0xFB00 && c <= 0xFB06 ? kLigatures[c - 0xFB00] : std::string_view();
}

// Characters for which NFC has nothing to do, without asking ICU.
bool IsSurelyNfc(char32_t c) { return c < 0x0300 || (c >= 0x2010 && c <= 0x2027); }

bool IsPlainAscii(char c) {
  return IsAsciiByte(c) && static_cast<unsigned char>(c) >= 0x20 && c != 0x7F;
}

const icu::Normalizer2& Nfc() {
  static const icu::Normalizer2* const normalizer = [] {
    UErrorCode status = U_ZERO_ERROR;
    return icu::Normalizer2::getNFCInstance(status);
  }();
  return *normalizer;
}

std::string ToNfc(std::string text) {
  UErrorCode status = U_ZERO_ERROR;
  if (Nfc().isNormalizedUTF8(text, status) && U_SUCCESS(status)) return text;
  std::string normalized;
  icu::StringByteSink<std::string> sink(&normalized);
  status = U_ZERO_ERROR;
  Nfc().normalizeUTF8(0, text, sink, nullptr, status);
  return U_SUCCESS(status) ? normalized : text;
}

// ---- Folding ----

bool IsDash(char32_t c) {
  return (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x2043 || c == 0xFE58 || c == 0xFE63 ||
         c == 0xFF0D || c == 0x2E3A || c == 0x2E3B || c == 0x058A;
}

// The character for comparing that stands for one that Unicode neither decomposes nor case-folds.
std::string_view LookAlike(char32_t c) {
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032:
    case 0x00B4:
    case 0x02BC:
    case 0x02B9:
    case 0x0060:
    case 0x2039:
    case 0x203A:
    case 0xFF07:
      return "'";
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2033:
    case 0x00AB:
    case 0x00BB:
    case 0xFF02:
      return "\"";
    case 0x00D8:
    case 0x00F8:
      return "o";
    case 0x0110:
    case 0x0111:
    case 0x00D0:
    case 0x00F0:
      return "d";
    case 0x0126:
    case 0x0127:
      return "h";
    case 0x0131:
      return "i";
    case 0x0141:
    case 0x0142:
      return "l";
    case 0x0166:
    case 0x0167:
      return "t";
    case 0x00C6:
    case 0x00E6:
      return "ae";
    case 0x0152:
    case 0x0153:
      return "oe";
    case 0x00DE:
    case 0x00FE:
      return "th";
    default:
      return {};
  }
}

// Accents of the scripts in which a reader leaves them out.  Vowel signs of Indic scripts and of
// Thai are combining marks as well, but words without them are other words.
bool IsAccent(char32_t c) {
  return (c >= 0x0300 && c <= 0x036F) || (c >= 0x0591 && c <= 0x05C7) ||
         (c >= 0x064B && c <= 0x065F) || c == 0x0670 || (c >= 0x1AB0 && c <= 0x1AFF) ||
         (c >= 0x1DC0 && c <= 0x1DFF) || (c >= 0x20D0 && c <= 0x20FF) ||
         (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xFE20 && c <= 0xFE2F);
}

std::string FoldWithIcu(char32_t c) {
  static const icu::Normalizer2* const kCaseFold = [] {
    UErrorCode status = U_ZERO_ERROR;
    return icu::Normalizer2::getNFKCCasefoldInstance(status);
  }();
  static const icu::Normalizer2* const kDecompose = [] {
    UErrorCode status = U_ZERO_ERROR;
    return icu::Normalizer2::getNFDInstance(status);
  }();
  UErrorCode status = U_ZERO_ERROR;
  const bool is_hangul = c >= 0xAC00 && c <= 0xD7A3;  // syllables stay whole: they can be shown
  icu::UnicodeString folded =
      kCaseFold->normalize(icu::UnicodeString(static_cast<UChar32>(c)), status);
  if (!is_hangul) folded = kDecompose->normalize(folded, status);
  if (U_FAILURE(status)) folded = icu::UnicodeString(static_cast<UChar32>(c));
  std::string text;
  for (int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
    const char32_t part = static_cast<char32_t>(folded.char32At(i));
    if (IsAccent(part)) continue;
    const std::string_view look_alike = LookAlike(part);
    look_alike.empty() ? AppendUtf8(part, &text) : void(text += look_alike);
  }
  return text;
}

std::string FoldOne(char32_t c) {
  if (c != '\n' && IsIgnorable(c)) return {};
  if (IsSpace(c)) return " ";
  if (IsDash(c)) return "-";
  if (const int32_t digit = u_charDigitValue(static_cast<UChar32>(c)); digit >= 0 && IsDigit(c)) {
    return std::string(1, static_cast<char>('0' + digit));
  }
  const std::string_view look_alike = LookAlike(c);
  return look_alike.empty() ? FoldWithIcu(c) : std::string(look_alike);
}

// A text has few letters beyond ASCII, and those again and again: each is asked of ICU once, as
// long as no other takes its place.  The result lasts until the next call.
const std::string& FoldCached(char32_t c) {
  struct Place {
    char32_t c = 0;
    std::string folded;
  };
  constexpr size_t kPlaces = 128;
  thread_local std::array<Place, kPlaces> places;
  Place& place = places[c % kPlaces];
  if (place.c != c) place = {c, FoldOne(c)};
  return place.folded;
}

char FoldAscii(char c) {
  if (c == '`') return '\'';
  return IsAsciiSpace(static_cast<unsigned char>(c)) ? ' ' : ToAsciiLower(c);
}

// Calls emit(folded bytes of one character, where the character begins).
template <class Emit>
void FoldEach(std::string_view text, Emit emit) {
  for (size_t i = 0; i < text.size();) {
    const size_t begin = i;
    if (IsAsciiByte(text[i])) {
      const char c = FoldAscii(text[i++]);
      if (c >= ' ' && c != 0x7F) emit(std::string_view(&c, 1), begin);
      continue;
    }
    const char32_t c = NextCodePoint(text, &i);
    emit(std::string_view(FoldCached(c)), begin);
  }
}

// ---- Phrases ----

bool IsWordCharacter(char32_t c) {
  return c < 0x80 ? IsAsciiLetter(c) || IsAsciiDigit(c) : IsLetter(c) || IsDigit(c) || IsMark(c);
}

// Punctuation that may stand inside a word of a phrase; all other ends the word.
bool JoinsWord(char32_t c) {
  return c == '+' || c == '#' || c == '.' || c == '/' || c == '&' || c == '-' || c == '\'' ||
         c == '@' || c == '_';
}

// Off the front: all punctuation but the dot of ".net".  Off the end: all but the signs of "c++",
// "c#".
std::string_view TrimWord(std::string_view word) {
  size_t begin = 0, end = word.size();
  while (begin < end && JoinsWord(static_cast<unsigned char>(word[begin]))) ++begin;
  if (begin == 1 && begin < end && word[0] == '.') begin = 0;
  while (end > begin && JoinsWord(static_cast<unsigned char>(word[end - 1])) &&
         word[end - 1] != '+' && word[end - 1] != '#') {
    --end;
  }
  return word.substr(begin, end - begin);
}

class PhraseBuilder {
 public:
  void Add(std::string_view word) {
    if (word == "&") {
      ampersand_ = !phrase_.empty();  // only between words: not in "Awards &"
      return;
    }
    word = TrimWord(word);
    if (word.empty()) return;
    if (ampersand_) phrase_ += " and";
    ampersand_ = false;
    if (!phrase_.empty()) phrase_ += ' ';
    phrase_ += word;
  }
  std::string Take() { return std::move(phrase_); }

 private:
  std::string phrase_;
  bool ampersand_ = false;
};

bool IsFieldSeparator(char32_t c) {
  switch (c) {
    case ',':
    case ';':
    case ':':
    case '|':
    case '/':
    case '-':
    case 0x00B7:
    case 0x2022:
    case 0x2027:
    case 0x2219:
    case 0x22C5:
    case 0x25CF:
    case 0x25AA:
    case 0x25A0:
    case 0x2502:
    case 0x00A6:
    case 0xFF0C:
    case 0xFF1A:
    case 0xFF1B:
    case 0xFF5C:
    case 0x3001:
      return true;
    default:
      return IsSpace(c) || IsDash(c);
  }
}

template <class Predicate>
std::string_view Trim(std::string_view text, Predicate drop) {
  size_t begin = 0, end = text.size();
  while (begin < end) {
    size_t next = begin;
    if (!drop(NextCodePoint(text, &next))) break;
    begin = next;
  }
  while (end > begin) {
    size_t previous = end;
    if (!drop(PreviousCodePoint(text, &previous))) break;
    end = previous;
  }
  return text.substr(begin, end - begin);
}

}  // namespace

std::string ToValidUtf8(std::string_view bytes) {
  if (bytes.substr(0, 2) == "\xFF\xFE") return FromUtf16(bytes.substr(2), /*big_endian=*/false);
  if (bytes.substr(0, 2) == "\xFE\xFF") return FromUtf16(bytes.substr(2), /*big_endian=*/true);
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
  const Utf8Check check = CheckUtf8(bytes);
  if (check.invalid == 0) return std::string(bytes);
  // Latin-1 text hardly ever spells a sequence that is valid UTF-8.
  if (check.valid_sequences == 0) return FromWindows1252(bytes);
  std::string text;
  text.reserve(bytes.size() + 3 * check.invalid);
  for (size_t i = 0; i < bytes.size();) AppendUtf8(NextCodePoint(bytes, &i), &text);
  return text;
}

std::string NormalizeText(std::string_view text) {
  if (std::all_of(text.begin(), text.end(), IsPlainAscii)) return std::string(text);
  std::string result;
  result.reserve(text.size());
  bool surely_nfc = true;
  char32_t previous = 0;
  for (size_t i = 0; i < text.size();) {
    const char32_t c = NextCodePoint(text, &i);
    if (c == '\t' || c == '\n' || c == '\r') {
      result += static_cast<char>(c);
    } else if (IsSpace(c)) {
      result += ' ';
    } else if (IsIgnorable(c) && !JoinsLetters(c, previous)) {
      continue;
    } else if (const std::string_view opened = OpenedLigature(c); !opened.empty()) {
      result += opened;
    } else {
      surely_nfc = surely_nfc && IsSurelyNfc(c);
      AppendUtf8(c, &result);
    }
    previous = c;
  }
  return surely_nfc ? result : ToNfc(std::move(result));
}

std::string Fold(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  FoldEach(text, [&](std::string_view part, size_t) { folded += part; });
  return folded;
}

FoldedText FoldWithOrigin(std::string_view text) {
  FoldedText folded;
  folded.text.reserve(text.size());
  folded.origin.reserve(text.size() + 1);
  FoldEach(text, [&](std::string_view part, size_t begin) {
    folded.text += part;
    folded.origin.insert(folded.origin.end(), part.size(), static_cast<uint32_t>(begin));
  });
  folded.origin.push_back(static_cast<uint32_t>(text.size()));
  return folded;
}

std::string FoldPhrase(std::string_view text) {
  const std::string folded = Fold(text);
  PhraseBuilder phrase;
  size_t word_begin = 0;
  for (size_t i = 0; i < folded.size();) {
    const size_t begin = i;
    const char32_t c = NextCodePoint(folded, &i);
    if (IsWordCharacter(c) || JoinsWord(c)) continue;
    phrase.Add(std::string_view(folded).substr(word_begin, begin - word_begin));
    word_begin = i;
  }
  phrase.Add(std::string_view(folded).substr(word_begin));
  return phrase.Take();
}

char32_t NextCodePoint(std::string_view text, size_t* position) {
  const uint8_t* data = reinterpret_cast<const uint8_t*>(text.data());
  if (data[*position] < 0x80) return data[(*position)++];
  UChar32 c;
  size_t i = *position;
  U8_NEXT_OR_FFFD(data, i, text.size(), c);
  *position = i;
  return static_cast<char32_t>(c);
}

std::vector<char32_t> ToCodePoints(std::string_view text) {
  std::vector<char32_t> code_points;
  code_points.reserve(text.size());
  for (size_t i = 0; i < text.size();) code_points.push_back(NextCodePoint(text, &i));
  return code_points;
}

std::string FromCodePoints(const std::vector<char32_t>& code_points) {
  std::string text;
  text.reserve(code_points.size());
  for (char32_t c : code_points) AppendUtf8(c, &text);
  return text;
}

void AppendUtf8(char32_t code_point, std::string* text) {
  if (code_point < 0x80) {
    *text += static_cast<char>(code_point);
    return;
  }
  if (code_point > 0x10FFFF || U_IS_SURROGATE(code_point)) code_point = kReplacement;
  char buffer[U8_MAX_LENGTH];
  size_t length = 0;
  U8_APPEND_UNSAFE(buffer, length, code_point);
  text->append(buffer, length);
}

size_t CountCodePoints(std::string_view text) {
  return static_cast<size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

bool IsSpace(char32_t c) {
  if (c < 0x80) return IsAsciiSpace(c);
  return c == 0x00A0 || c == 0x0085 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
         c == 0x202F || c == 0x205F || c == 0x3000 || c == 0x1680;
}

bool IsLetter(char32_t c) {
  return c < 0x80 ? IsAsciiLetter(c) : u_isalpha(static_cast<UChar32>(c));
}

bool IsMark(char32_t c) {
  return c >= 0x0300 && (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0;
}

bool IsIdeograph(char32_t c) {
  return (c >= 0x3041 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

bool IsUpper(char32_t c) { return c < 0x80 ? IsAsciiUpper(c) : u_isupper(static_cast<UChar32>(c)); }
bool IsLower(char32_t c) { return c < 0x80 ? IsAsciiLower(c) : u_islower(static_cast<UChar32>(c)); }
bool IsDigit(char32_t c) { return c < 0x80 ? IsAsciiDigit(c) : u_isdigit(static_cast<UChar32>(c)); }

bool IsPrivateUse(char32_t c) {
  return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0x10FFFF);
}

bool IsBulletGlyph(char32_t c) {
  static constexpr std::u32string_view kBullets =
      U"-*+o>~"
      U"•◦▪▫‣⁃∙·‧⋅●○◉◎■□▢◆◇◊❖▶►▷▸▹➢➣➤➔➜➙➛➝➞→⇒⇨»›✓✔✗✘★☆✦✧✱✳✴∗❋◾◽◼◻⦁⦾⦿⚫⚪⬤⏺※¤§"
      U"¬"
      U"○"
      U"◈"
      U"➧"
      U"➨"
      U"❯"
      U"❱"
      // Bullets of the Symbol and Wingdings fonts, which Word writes into the private use area.
      U"\uF0B7\uF0A7\uF0D8\uF0FC\uF076\uF0A8\uF02D";
  return kBullets.find(c) != std::u32string_view::npos || IsDash(c);
}

bool IsRightToLeft(char32_t c) {
  if (c < 0x0590) return false;
  const UCharDirection direction = u_charDirection(static_cast<UChar32>(c));
  return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
}

bool HasLetter(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    if (IsLetter(NextCodePoint(text, &i))) return true;
  }
  return false;
}

bool IsAllCaps(std::string_view text) {
  bool has_letter = false;
  for (size_t i = 0; i < text.size();) {
    const char32_t c = NextCodePoint(text, &i);
    if (IsLower(c)) return false;
    has_letter = has_letter || IsLetter(c);
  }
  return has_letter;
}

bool StartsUpper(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    const char32_t c = NextCodePoint(text, &i);
    if (IsLetter(c)) return IsUpper(c);
  }
  return false;
}

std::string ToLower(std::string_view text) {
  std::string lower;
  lower.reserve(text.size());
  for (size_t i = 0; i < text.size();) {
    const char32_t c = NextCodePoint(text, &i);
    AppendUtf8(c < 0x80 ? (IsAsciiUpper(c) ? c + 32 : c)
                        : static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))),
               &lower);
  }
  return lower;
}

bool StartsWithFolded(std::string_view text, std::string_view lower) {
  return text.size() >= lower.size() &&
         std::equal(lower.begin(), lower.end(), text.begin(),
                    [](char a, char b) { return a == ToAsciiLower(b); });
}

std::string ToPlainLetters(std::string_view text) {
  std::string plain(text);
  for (size_t i = 0; i < text.size();) {
    const size_t begin = i;
    const char32_t c = NextCodePoint(text, &i);
    if (c < 0x80 || !IsLetter(c)) continue;
    plain[begin] = 'a';
    std::fill(plain.begin() + static_cast<std::ptrdiff_t>(begin) + 1,
              plain.begin() + static_cast<std::ptrdiff_t>(i), '\x02');
  }
  return plain;
}

std::string ToTitle(std::string_view text) {
  std::string title;
  title.reserve(text.size());
  size_t letters = 0;  // of the word so far
  for (size_t i = 0; i < text.size();) {
    const char32_t c = NextCodePoint(text, &i);
    if (IsLetter(c)) {
      const UChar32 letter = static_cast<UChar32>(c);
      AppendUtf8(static_cast<char32_t>(letters == 0 ? u_totitle(letter) : u_tolower(letter)),
                 &title);
      ++letters;
      continue;
    }
    AppendUtf8(c, &title);
    // "O'Neill" and "D'Souza", but "Master's".
    const bool is_apostrophe = c == '\'' || c == 0x2019;
    if (!IsMark(c) && !(is_apostrophe && letters != 1)) letters = 0;
  }
  return title;
}

int DisplayWidth(std::string_view text) {
  int width = 0;
  for (size_t i = 0; i < text.size();) {
    const char32_t c = NextCodePoint(text, &i);
    if (c < 0x80) {
      width += c >= 0x20 && c != 0x7F;
      continue;
    }
    const UChar32 character = static_cast<UChar32>(c);
    if (U_GET_GC_MASK(character) & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK | U_GC_CC_MASK))
      continue;
    const int east_asian = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
    width += east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
  }
  return width;
}

bool IsCountryCode(std::string_view code) {
  for (const char* const* known = uloc_getISOCountries(); *known != nullptr; ++known) {
    if (code == *known) return true;
  }
  return false;
}

std::string_view TrimSpace(std::string_view text) { return Trim(text, IsSpace); }
std::string_view TrimSeparators(std::string_view text) { return Trim(text, IsFieldSeparator); }

std::vector<std::string_view> SplitWords(std::string_view text) {
  std::vector<std::string_view> words;
  size_t begin = std::string_view::npos;  // of the word that is open
  for (size_t i = 0; i < text.size();) {
    const size_t here = i;
    const bool is_space = IsSpace(NextCodePoint(text, &i));
    if (is_space && begin != std::string_view::npos) {
      words.push_back(text.substr(begin, here - begin));
      begin = std::string_view::npos;
    } else if (!is_space && begin == std::string_view::npos) {
      begin = here;
    }
  }
  if (begin != std::string_view::npos) words.push_back(text.substr(begin));
  return words;
}

}  // namespace atsmatch
