// Finds what a text must be like so that a regular expression can match it; see pattern_needs.h.
// The compiler does it for an expression that it knows.
#ifndef ATSMATCH_PARSER_TEXT_FIND_NEEDS_H_
#define ATSMATCH_PARSER_TEXT_FIND_NEEDS_H_

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "parser/text/ascii.h"
#include "parser/text/pattern_needs.h"

namespace atsmatch {
namespace needs_internal {

constexpr void AppendCodePoint(char32_t c, ShortText* text) {
  const auto append = [text](char32_t byte) { *text += static_cast<char>(byte); };
  if (c < 0x80) return append(c);
  if (c >= 0x10000) append(0xF0 | c >> 18);
  if (c >= 0x800) append(c >= 0x10000 ? 0x80 | (c >> 12 & 0x3F) : 0xE0 | c >> 12);
  append(c >= 0x800 ? 0x80 | (c >> 6 & 0x3F) : 0xC0 | c >> 6);
  append(0x80 | (c & 0x3F));
}

// The code point at *position, which moves behind it.
constexpr char32_t TakeCodePoint(std::string_view text, size_t* position) {
  const auto first = static_cast<unsigned char>(text[(*position)++]);
  const size_t more = first < 0xC0 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
  char32_t c = more == 0 ? first : first & (0x3F >> more);
  for (size_t i = 0; i < more && *position < text.size(); ++i) {
    c = c << 6 | (static_cast<unsigned char>(text[(*position)++]) & 0x3F);
  }
  return c;
}

using Texts = ShortTexts;

inline constexpr size_t kMostTexts = 12;  // that a sequence is spelled out into
inline constexpr char32_t kMostInClass = 20;

// How often each byte stands in a résumé, roughly.
inline constexpr std::array<double, 256> kShares = [] {
  std::array<double, 256> shares{};
  for (size_t i = 0; i < shares.size(); ++i) shares[i] = i < 0x80 ? 0.008 : 0.005;
  for (const unsigned char c : std::string_view("bfgp")) shares[c] = 0.025;
  for (const unsigned char c : std::string_view("acdehilmnorstu")) shares[c] = 0.06;
  for (const unsigned char c : std::string_view("jkqvwxyz0123456789")) shares[c] = 0.01;
  shares[' '] = 0.15;
  return shares;
}();

// How likely one of the texts begins at a byte; no texts: a need that is always met.
constexpr double Likelihood(const Texts& texts) {
  if (texts.empty()) return 2;
  double sum = 0;
  for (const ShortText& text : texts) {
    double product = 1;
    for (const unsigned char c : text.view()) product *= kShares[c];
    sum += product;
  }
  return sum;
}

// std::optional<Texts>, which not every compiler copies while it compiles.
class MaybeTexts {
 public:
  constexpr MaybeTexts(std::nullopt_t) {}
  constexpr MaybeTexts(const Texts& texts) : has_value_(true), texts_(texts) {}
  constexpr bool has_value() const { return has_value_; }
  constexpr void reset() { has_value_ = false; }
  constexpr const Texts& operator*() const { return texts_; }
  constexpr Texts* operator->() { return &texts_; }

 private:
  bool has_value_ = false;
  Texts texts_;
};

// What is known of a part of an expression.
struct Part {
  MaybeTexts all = std::nullopt;  // everything that it matches, if that is little
  Texts needs;                    // else: one of these is in whatever it matches
  ByteSet first;                  // bytes that a match may start with
  bool may_be_empty = false;
  bool digit = false;  // every match holds one
};

constexpr Part Nothing() {
  return {Texts(ShortText()), {}, {}, true};
}  // matches between characters

template <class Accepts>
constexpr ByteSet BytesThat(Accepts accepts) {
  ByteSet bytes;
  for (int i = 0; i < 256; ++i) {
    if (accepts(static_cast<unsigned char>(i))) bytes.Add(static_cast<unsigned char>(i));
  }
  return bytes;
}
inline constexpr ByteSet kNotAscii = BytesThat([](unsigned char c) { return c >= 0x80; });
inline constexpr ByteSet kDigits = BytesThat(IsAsciiDigit);
inline constexpr ByteSet kSpaces = BytesThat(
    [](unsigned char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; });
inline constexpr ByteSet kLetters = BytesThat(IsAsciiLetter);
inline constexpr ByteSet kWordBytes = BytesThat(IsAsciiWordCharacter);
inline constexpr ByteSet kAnyByte = BytesThat([](unsigned char) { return true; });

// The needs of a part that stands where any of its texts may stand.
constexpr Texts NeedsOf(Part part) {
  if (!part.all.has_value()) return part.needs;
  for (const ShortText& text : *part.all) {
    if (text.empty()) return {};
  }
  return *part.all;
}

// The most telling of some needs.
class BestNeeds {
 public:
  constexpr void Offer(const Texts& candidate) {
    const double likelihood = Likelihood(candidate);
    if (likelihood >= likelihood_) return;
    likelihood_ = likelihood;
    best_ = candidate;
  }
  constexpr Texts Take() { return best_; }

 private:
  Texts best_;
  double likelihood_ = 2;
};

// Without those that hold another: "years" is there only if "year" is.
constexpr Texts Shortest(Texts texts) {
  std::sort(texts.begin(), texts.end(), [](const ShortText& a, const ShortText& b) {
    return a.size() != b.size() ? a.size() < b.size() : a.view() < b.view();
  });
  Texts kept;
  for (ShortText& text : texts) {
    const bool holds = std::any_of(kept.begin(), kept.end(), [&](const ShortText& shorter) {
      return text.view().find(shorter.view()) != std::string_view::npos;
    });
    if (!holds) kept.push_back(text);
  }
  return kept;
}

class NeedsReader {
 public:
  constexpr explicit NeedsReader(std::string_view regex) : regex_(regex) {}

  constexpr PatternNeeds Read() {
    const bool at_start = regex_.starts_with('^') || regex_.starts_with("(?i)^");
    Part part = ReadChoice();
    if (failed_ || at_ != regex_.size()) return {};
    const ByteSet first = part.first;
    const bool may_be_empty = part.may_be_empty, digit = part.digit;
    return PatternNeeds(Shortest(NeedsOf(part)), first, any_, may_be_empty, digit,
                        at_start && !has_branches_);
  }

 private:
  constexpr bool AtEnd() const { return failed_ || at_ >= regex_.size(); }
  constexpr bool Next(char c) {
    if (AtEnd() || regex_[at_] != c) return false;
    ++at_;
    return true;
  }
  constexpr Part Fail() {
    failed_ = true;
    return {};
  }
  // A character of which no more is known than its first byte.
  constexpr Part OneOf(const ByteSet& bytes) {
    const ByteSet known = fold_ || bytes.HasAnyOf(kNotAscii) ? bytes | kNotAscii : bytes;
    any_ |= known;
    return {std::nullopt, {}, known, false, !known.HasAnyOf(~kDigits)};
  }

  // a|b|c
  constexpr Part ReadChoice() {
    const bool outer_fold = fold_;
    Part first = ReadSequence();
    if (AtEnd() || regex_[at_] != '|') {
      fold_ = outer_fold;
      return first;
    }
    if (depth_ == 0) has_branches_ = true;
    ByteSet bytes = first.first;
    bool may_be_empty = first.may_be_empty;
    MaybeTexts all = first.all;
    Texts needs = NeedsOf(first);
    bool needed = !needs.empty(), digit = first.digit;
    while (Next('|')) {
      Part other = ReadSequence();
      bytes |= other.first;
      may_be_empty = may_be_empty || other.may_be_empty;
      digit = digit && other.digit;
      if (all.has_value() && other.all.has_value() &&
          all->size() + other.all->size() <= kMostTexts) {
        all->Append(*other.all);
      } else {
        all.reset();
      }
      const Texts more = NeedsOf(other);
      needed = needed && !more.empty() && needs.size() + more.size() <= ShortTexts::kMost;
      if (needed) needs.Append(more);
    }
    fold_ = outer_fold;
    if (all.has_value()) needed = false;
    return {all, needed ? needs : Texts(), bytes, may_be_empty, digit};
  }

  // abc: the texts grow while all is known; the best of them and of what each part needs counts.
  constexpr Part ReadSequence() {
    bool all_known = true;
    BestNeeds best;
    Texts run{ShortText()};
    ByteSet first;
    bool may_be_empty = true, digit = false;
    while (!AtEnd() && regex_[at_] != '|' && regex_[at_] != ')') {
      if (AppendPlain(&run)) {
        if (may_be_empty) first |= BytesOf(regex_[at_ - 1]);
        any_ |= BytesOf(regex_[at_ - 1]);
        may_be_empty = false;
        continue;
      }
      Part part = ReadRepeated();
      if (may_be_empty) first |= part.first;
      may_be_empty = may_be_empty && part.may_be_empty;
      digit = digit || part.digit;
      if (part.all.has_value() && Append(*part.all, &run)) continue;
      all_known = false;
      best.Offer(NeedsOf({run, {}, {}, false}));
      run = part.all.has_value() ? *part.all : Texts(ShortText());
      best.Offer(part.needs);
    }
    if (all_known) return {run, {}, first, may_be_empty, digit};
    best.Offer(NeedsOf({run, {}, {}, false}));
    return {std::nullopt, best.Take(), first, may_be_empty, digit};
  }

  // Most of an expression is letters that stand for themselves.
  constexpr bool AppendPlain(Texts* run) {
    const auto is_plain = [](char c) { return IsAsciiLetter(c) || c == ' '; };
    const auto repeats = [](char c) { return c == '*' || c == '+' || c == '?' || c == '{'; };
    if (!is_plain(regex_[at_]) || (at_ + 1 < regex_.size() && repeats(regex_[at_ + 1]))) {
      return false;
    }
    for (const ShortText& text : *run) {
      if (text.size() >= ShortText::kMostBytes) return false;
    }
    for (ShortText& text : *run) text += ToAsciiLower(regex_[at_]);
    ++at_;
    return true;
  }

  // Each text of the run with each of the others behind it; false: that would be too many.
  static constexpr bool Append(const Texts& more, Texts* run) {
    if (run->size() * more.size() > kMostTexts) return false;
    size_t longest = 0;
    for (const ShortText& text : more) longest = std::max(longest, text.size());
    for (const ShortText& text : *run) {
      if (text.size() + longest > ShortText::kMostBytes) return false;
    }
    if (more.size() == 1) {
      for (ShortText& text : *run) text += more[0];
      return true;
    }
    Texts product;
    for (const ShortText& first : *run) {
      for (const ShortText& second : more) {
        ShortText both = first;
        both += second;
        product.push_back(both);
      }
    }
    *run = product;
    return true;
  }

  // a, a*, a+?, a{2,3}
  constexpr Part ReadRepeated() {
    Part part = ReadAtom();
    for (;;) {
      size_t least = 1;
      bool once = true;  // or not at all
      if (Next('*')) {
        least = 0;
        once = false;
      } else if (Next('+')) {
        once = false;
      } else if (Next('?')) {
        least = 0;
      } else if (const auto count = ReadCount()) {
        least = *count;
        once = false;
      } else {
        return part;
      }
      Next('?');
      part = Repeat(part, least, once);
    }
  }

  static constexpr Part Repeat(Part part, size_t least, bool once) {
    part.may_be_empty = part.may_be_empty || least == 0;
    part.digit = part.digit && least > 0;
    if (once && part.all.has_value()) {
      part.all->push_back(ShortText());
      return part;
    }
    const ByteSet first = part.first;
    const bool may_be_empty = part.may_be_empty, digit = part.digit;
    return {std::nullopt, least == 0 ? Texts() : NeedsOf(part), first, may_be_empty, digit};
  }

  // The least number of "{2}", "{2,}" or "{2,3}"; any other brace is a character.
  constexpr std::optional<size_t> ReadCount() {
    if (AtEnd() || regex_[at_] != '{') return std::nullopt;
    const size_t end = regex_.find('}', at_);
    if (end == regex_.npos || end == at_ + 1) return std::nullopt;
    const std::string_view inner = regex_.substr(at_ + 1, end - at_ - 1);
    if (inner.find_first_not_of("0123456789,") != inner.npos || inner[0] == ',')
      return std::nullopt;
    size_t least = 0;
    for (size_t i = 0; i < inner.size() && inner[i] != ','; ++i) {
      least = least * 10 + static_cast<size_t>(inner[i] - '0');
    }
    at_ = end + 1;
    return least;
  }

  constexpr Part ReadAtom() {
    const char c = regex_[at_];
    if (c == '(') return ReadGroup();
    if (c == '[') return ReadClass();
    if (c == '\\') return ReadEscape();
    if (c == '^' || c == '$') {
      ++at_;
      return Nothing();
    }
    if (c == '*' || c == '+' || c == '?') return Fail();
    if (c == '.') {
      ++at_;
      return OneOf(kAnyByte);
    }
    return Literal(TakeCodePoint(regex_, &at_));
  }

  // (a), (?:a), (?i:a), (?P<name>a); "(?i)" goes on to the end of the group that it stands in.
  constexpr Part ReadGroup() {
    ++at_;
    const bool outer_fold = fold_;
    if (Next('?')) {
      if (Next('P')) {
        const size_t end = regex_.find('>', at_);
        if (end == regex_.npos) return Fail();
        at_ = end + 1;
      } else {
        if (!ReadFlags()) return Fail();
        if (Next(')')) return Nothing();
        if (!Next(':')) return Fail();
      }
    }
    ++depth_;
    Part part = ReadChoice();
    --depth_;
    fold_ = outer_fold;
    return Next(')') ? part : Fail();
  }

  constexpr bool ReadFlags() {
    bool value = true;
    for (; !AtEnd() && regex_[at_] != ':' && regex_[at_] != ')'; ++at_) {
      const char c = regex_[at_];
      if (c == '-') value = false;
      if (c == 'i') fold_ = value;
      if (c == 'm') failed_ = true;  // "^" would stand for more than the start
      if (std::string_view("-imsU").find(c) == std::string_view::npos) return false;
    }
    return true;
  }

  // A character that an escape stands for, or nothing if it is a class or a place.
  constexpr std::optional<char32_t> ReadEscapedCharacter() {
    const size_t begin = at_;
    if (++at_ >= regex_.size()) {
      failed_ = true;
      return std::nullopt;
    }
    const char c = regex_[at_];
    constexpr std::string_view kNames = "tnrfva", kMeant = "\t\n\r\f\v\a";
    if (const size_t name = kNames.find(c); name != kNames.npos) {
      ++at_;
      return static_cast<char32_t>(kMeant[name]);
    }
    if (c == 'x') {
      ++at_;
      return ReadHex();
    }
    const bool plain = (kLetters | kDigits)[static_cast<unsigned char>(c)];
    if (!plain) return TakeCodePoint(regex_, &at_);
    at_ = begin;
    return std::nullopt;
  }

  // "2d" or "{2013}"
  constexpr std::optional<char32_t> ReadHex() {
    const bool braces = Next('{');
    size_t end = braces ? regex_.find('}', at_) : at_ + 2;
    char32_t value = 0;
    if (end > regex_.size()) end = at_;
    if (end == at_) failed_ = true;
    for (; at_ < end; ++at_) {
      const char c = ToAsciiLower(regex_[at_]);
      const bool digit = kDigits[static_cast<unsigned char>(c)];
      if (!digit && (c < 'a' || c > 'f')) failed_ = true;
      value = value * 16 + static_cast<char32_t>(digit ? c - '0' : c - 'a' + 10);
    }
    if (failed_) return std::nullopt;
    at_ = end + (braces ? 1 : 0);
    return value;
  }

  constexpr Part ReadEscape() {
    if (const auto c = ReadEscapedCharacter()) return Literal(*c);
    if (failed_) return Fail();
    const char name = regex_[at_ + 1];
    at_ += 2;
    switch (name) {
      case 'b':
      case 'B':
      case 'A':
      case 'z':
        return Nothing();
      case 'd': {
        Texts digits;
        for (char digit = '0'; digit <= '9'; ++digit) digits.push_back(ShortText(digit));
        any_ |= kDigits;
        return {digits, {}, kDigits, false, true};
      }
      case 'p':
      case 'P':
        SkipProperty();
        return OneOf(kAnyByte);
      case 'D':
      case 's':
      case 'S':
      case 'w':
      case 'W':
        return OneOf(BytesOfClass(name));
      default:
        return Fail();
    }
  }

  static constexpr ByteSet BytesOfClass(char name) {
    switch (name) {
      case 'd':
        return kDigits;
      case 's':
        return kSpaces;
      case 'w':
        return kWordBytes;
      case 'D':
        return ~kDigits;
      case 'S':
        return ~kSpaces;
      case 'W':
        return ~kWordBytes;
      default:
        return kAnyByte;
    }
  }

  // The first byte of the letter, in both cases where case does not count.
  constexpr ByteSet BytesOf(char c) const {
    ByteSet bytes;
    bytes.Add(static_cast<unsigned char>(c));
    if (!fold_) return bytes;
    if (kLetters[static_cast<unsigned char>(c)]) bytes.Add(static_cast<unsigned char>(c ^ 0x20));
    return bytes | kNotAscii;
  }

  // Behind "\p": "L" or "{Lu}".
  constexpr void SkipProperty() {
    if (!Next('{')) {
      ++at_;
      return;
    }
    const size_t end = regex_.find('}', at_);
    at_ = end == regex_.npos ? regex_.size() : end + 1;
  }

  // [a-z_]; what is more than a few characters is known by its bytes alone.
  constexpr Part ReadClass() {
    ++at_;
    const bool negated = Next('^');
    bool few = !negated;
    ByteSet bytes;
    Texts members;
    for (bool first = true; !AtEnd() && (first || regex_[at_] != ']'); first = false) {
      if (regex_[at_] == '[' && at_ + 1 < regex_.size() && regex_[at_ + 1] == ':') {
        at_ = std::min(regex_.find(":]", at_), regex_.size() - 2) + 2;
        few = false;
        bytes = kAnyByte;
        continue;
      }
      const auto low = ReadMember(&bytes);
      if (failed_) return Fail();
      auto high = low;
      if (low.has_value() && at_ + 1 < regex_.size() && regex_[at_] == '-' &&
          regex_[at_ + 1] != ']') {
        ++at_;
        high = ReadMember(&bytes);
      }
      if (!low.has_value() || !high.has_value()) {
        few = false;
        continue;
      }
      if (*high >= 0x80) bytes |= kNotAscii;
      for (char32_t c = *low; c <= *high && c < 0x80; ++c) bytes |= BytesOf(static_cast<char>(c));
      if (*high - *low >= kMostInClass) few = false;
      for (char32_t c = *low; few && c <= *high; ++c) {
        const Part member = Literal(c);
        if (!member.all.has_value()) few = false;
        few = few && members.size() < kMostInClass;
        if (few) members.Append(*member.all);
      }
    }
    if (!Next(']')) return Fail();
    const Part one = OneOf(negated ? ~bytes | kNotAscii : bytes);
    if (!few || members.empty() || members.size() > kMostInClass) return one;
    return {members, {}, one.first, false, one.digit};
  }

  // A character of a class, or nothing for "\d" and the like.
  constexpr std::optional<char32_t> ReadMember(ByteSet* bytes) {
    if (AtEnd()) {
      failed_ = true;
      return std::nullopt;
    }
    if (regex_[at_] != '\\') return TakeCodePoint(regex_, &at_);
    if (const auto c = ReadEscapedCharacter()) return c;
    if (failed_) return std::nullopt;
    const char name = regex_[at_ + 1];
    at_ += 2;
    *bytes |= BytesOfClass(name);
    if (name == 'p' || name == 'P') SkipProperty();
    return std::nullopt;
  }

  constexpr Part Literal(char32_t c) {
    const Part one = c < 0x80 ? OneOf(BytesOf(static_cast<char>(c))) : OneOf(kNotAscii);
    ShortText text;
    AppendCodePoint(c < 0x80 ? static_cast<char32_t>(ToAsciiLower(static_cast<char>(c))) : c,
                    &text);
    Texts texts(text);
    if (fold_ && c >= 0x80 && !HasNoCase(c)) {
      // Other letters than those of Latin-1 are left to the expression itself.
      if (!HasPair(c)) return one;
      ShortText other_case;
      AppendCodePoint(c ^ 0x20, &other_case);
      texts.push_back(other_case);
    }
    return {texts, {}, one.first, false, one.digit};
  }

  // "é" and "É" have no third form; "å" is also the sign of the angstrom, "ß" has a late capital.
  static constexpr bool HasPair(char32_t c) {
    const char32_t lower = c | 0x20;
    return c >= 0xC0 && lower < 0xFF && lower != 0xE5 && lower != 0xF7 && c != 0xDF;
  }

  // Punctuation, arrows, shapes: blocks without letters.
  static constexpr bool HasNoCase(char32_t c) {
    return (c >= 0x2010 && c < 0x2100) || (c >= 0x2190 && c < 0x2460) ||
           (c >= 0x2500 && c < 0x2800);
  }

  std::string_view regex_;
  size_t at_ = 0;
  bool fold_ = false;
  bool failed_ = false;
  int depth_ = 0;              // of groups
  bool has_branches_ = false;  // outside all groups
  ByteSet any_;                // of all characters so far
};

}  // namespace needs_internal

// Of an expression in RE2's syntax; nothing for one that it does not understand.
constexpr PatternNeeds FindNeeds(std::string_view regex) {
  return needs_internal::NeedsReader(regex).Read();
}

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_TEXT_FIND_NEEDS_H_
