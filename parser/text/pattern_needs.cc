#include "parser/text/pattern_needs.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

using Texts = std::vector<std::string>;

constexpr size_t kMostTexts = 12;    // that a sequence is spelled out into
constexpr size_t kMostNeeds = 120;   // fits a byte
constexpr size_t kLongestText = 12;  // bytes; more would tell no more
constexpr char32_t kMostInClass = 20;

char ToLowerAscii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// How often each byte stands in a résumé, roughly.
constexpr std::array<double, 256> kShares = [] {
  std::array<double, 256> shares{};
  for (size_t i = 0; i < shares.size(); ++i) shares[i] = i < 0x80 ? 0.008 : 0.005;
  for (const unsigned char c : std::string_view("bfgp")) shares[c] = 0.025;
  for (const unsigned char c : std::string_view("acdehilmnorstu")) shares[c] = 0.06;
  for (const unsigned char c : std::string_view("jkqvwxyz0123456789")) shares[c] = 0.01;
  shares[' '] = 0.15;
  return shares;
}();

// How likely one of the texts begins at a byte; no texts: a need that is always met.
double Likelihood(const Texts& texts) {
  if (texts.empty()) return 2;
  double sum = 0;
  for (const std::string& text : texts) {
    double product = 1;
    for (const unsigned char c : text) product *= kShares[c];
    sum += product;
  }
  return sum;
}

// What is known of a part of an expression.
struct Part {
  std::optional<Texts> all;  // everything that it matches, if that is little
  Texts needs;               // else: one of these is in whatever it matches
  ByteSet first;             // bytes that a match may start with
  bool may_be_empty = false;
};

Part Nothing() { return {Texts{""}, {}, {}, true}; }  // matches between characters

template <class Accepts>
ByteSet BytesThat(Accepts accepts) {
  ByteSet bytes;
  for (size_t i = 0; i < bytes.size(); ++i) bytes[i] = accepts(static_cast<unsigned char>(i));
  return bytes;
}
const ByteSet kNotAscii = BytesThat([](unsigned char c) { return c >= 0x80; });
const ByteSet kDigits = BytesThat([](unsigned char c) { return c >= '0' && c <= '9'; });
const ByteSet kSpaces = BytesThat(
    [](unsigned char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; });
const ByteSet kLetters =
    BytesThat([](unsigned char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
const ByteSet kWordBytes = kLetters | kDigits | BytesThat([](unsigned char c) { return c == '_'; });
const ByteSet kAnyByte = ByteSet().set();

// The needs of a part that stands where any of its texts may stand.
Texts NeedsOf(Part part) {
  if (!part.all.has_value()) return std::move(part.needs);
  for (const std::string& text : *part.all) {
    if (text.empty()) return {};
  }
  return std::move(*part.all);
}

// The most telling of some needs.
class BestNeeds {
 public:
  void Offer(Texts candidate) {
    const double likelihood = Likelihood(candidate);
    if (likelihood >= likelihood_) return;
    likelihood_ = likelihood;
    best_ = std::move(candidate);
  }
  Texts Take() { return std::move(best_); }

 private:
  Texts best_;
  double likelihood_ = 2;
};

// Without those that hold another: "years" is there only if "year" is.
Texts Shortest(Texts texts) {
  std::sort(texts.begin(), texts.end(), [](const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
  });
  Texts kept;
  for (std::string& text : texts) {
    const bool holds = std::any_of(kept.begin(), kept.end(), [&](const std::string& shorter) {
      return text.find(shorter) != std::string::npos;
    });
    if (!holds) kept.push_back(std::move(text));
  }
  return kept;
}

class NeedsReader {
 public:
  explicit NeedsReader(std::string_view regex) : regex_(regex) {}

  PatternNeeds Read() {
    const bool at_start = regex_.starts_with('^') || regex_.starts_with("(?i)^");
    Part part = ReadChoice();
    if (failed_ || at_ != regex_.size()) return {};
    const ByteSet first = part.first;
    const bool may_be_empty = part.may_be_empty;
    return PatternNeeds(Shortest(NeedsOf(std::move(part))), first, any_, may_be_empty,
                        at_start && !has_branches_);
  }

 private:
  bool AtEnd() const { return failed_ || at_ >= regex_.size(); }
  bool Next(char c) {
    if (AtEnd() || regex_[at_] != c) return false;
    ++at_;
    return true;
  }
  Part Fail() {
    failed_ = true;
    return {};
  }
  // A character of which no more is known than its first byte.
  Part OneOf(const ByteSet& bytes) {
    const ByteSet known = fold_ || (bytes & kNotAscii).any() ? bytes | kNotAscii : bytes;
    any_ |= known;
    return {std::nullopt, {}, known, false};
  }

  // a|b|c
  Part ReadChoice() {
    const bool outer_fold = fold_;
    Part first = ReadSequence();
    if (AtEnd() || regex_[at_] != '|') {
      fold_ = outer_fold;
      return first;
    }
    if (depth_ == 0) has_branches_ = true;
    ByteSet bytes = first.first;
    bool may_be_empty = first.may_be_empty;
    std::optional<Texts> all = first.all;
    Texts needs = NeedsOf(std::move(first));
    bool needed = !needs.empty();
    while (Next('|')) {
      Part other = ReadSequence();
      bytes |= other.first;
      may_be_empty = may_be_empty || other.may_be_empty;
      if (all.has_value() && other.all.has_value() &&
          all->size() + other.all->size() <= kMostTexts) {
        all->insert(all->end(), other.all->begin(), other.all->end());
      } else {
        all.reset();
      }
      const Texts more = NeedsOf(std::move(other));
      needed = needed && !more.empty() && needs.size() + more.size() <= kMostNeeds;
      if (needed) needs.insert(needs.end(), more.begin(), more.end());
    }
    fold_ = outer_fold;
    if (all.has_value()) needed = false;
    return {std::move(all), needed ? std::move(needs) : Texts(), bytes, may_be_empty};
  }

  // abc: the texts grow while all is known; the best of them and of what each part needs counts.
  Part ReadSequence() {
    bool all_known = true;
    BestNeeds best;
    Texts run{""};
    ByteSet first;
    bool may_be_empty = true;
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
      if (part.all.has_value() && Append(*part.all, &run)) continue;
      all_known = false;
      best.Offer(NeedsOf({std::move(run), {}, {}, false}));
      run = part.all.has_value() ? std::move(*part.all) : Texts{""};
      best.Offer(std::move(part.needs));
    }
    if (all_known) return {std::move(run), {}, first, may_be_empty};
    best.Offer(NeedsOf({std::move(run), {}, {}, false}));
    return {std::nullopt, best.Take(), first, may_be_empty};
  }

  // Most of an expression is letters that stand for themselves.
  bool AppendPlain(Texts* run) {
    const auto is_plain = [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == ' ';
    };
    const auto repeats = [](char c) { return c == '*' || c == '+' || c == '?' || c == '{'; };
    if (!is_plain(regex_[at_]) || (at_ + 1 < regex_.size() && repeats(regex_[at_ + 1]))) {
      return false;
    }
    for (const std::string& text : *run) {
      if (text.size() >= kLongestText) return false;
    }
    for (std::string& text : *run) text += ToLowerAscii(regex_[at_]);
    ++at_;
    return true;
  }

  // Each text of the run with each of the others behind it; false: that would be too many.
  static bool Append(const Texts& more, Texts* run) {
    if (run->size() * more.size() > kMostTexts) return false;
    size_t longest = 0;
    for (const std::string& text : more) longest = std::max(longest, text.size());
    for (const std::string& text : *run) {
      if (text.size() + longest > kLongestText) return false;
    }
    if (more.size() == 1) {
      for (std::string& text : *run) text += more.front();
      return true;
    }
    Texts product;
    product.reserve(run->size() * more.size());
    for (const std::string& first : *run) {
      for (const std::string& second : more) product.push_back(first + second);
    }
    *run = std::move(product);
    return true;
  }

  // a, a*, a+?, a{2,3}
  Part ReadRepeated() {
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
      part = Repeat(std::move(part), least, once);
    }
  }

  static Part Repeat(Part part, size_t least, bool once) {
    part.may_be_empty = part.may_be_empty || least == 0;
    if (once && part.all.has_value()) {
      part.all->push_back("");
      return part;
    }
    const ByteSet first = part.first;
    const bool may_be_empty = part.may_be_empty;
    return {std::nullopt, least == 0 ? Texts() : NeedsOf(std::move(part)), first, may_be_empty};
  }

  // The least number of "{2}", "{2,}" or "{2,3}"; any other brace is a character.
  std::optional<size_t> ReadCount() {
    if (AtEnd() || regex_[at_] != '{') return std::nullopt;
    const size_t end = regex_.find('}', at_);
    if (end == regex_.npos || end == at_ + 1) return std::nullopt;
    const std::string_view inner = regex_.substr(at_ + 1, end - at_ - 1);
    if (inner.find_first_not_of("0123456789,") != inner.npos || inner[0] == ',')
      return std::nullopt;
    size_t least = 0;
    std::from_chars(inner.data(), inner.data() + inner.size(), least);
    at_ = end + 1;
    return least;
  }

  Part ReadAtom() {
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
    return Literal(NextCodePoint(regex_, &at_));
  }

  // (a), (?:a), (?i:a), (?P<name>a); "(?i)" goes on to the end of the group that it stands in.
  Part ReadGroup() {
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

  bool ReadFlags() {
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
  std::optional<char32_t> ReadEscapedCharacter() {
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
    const bool plain =
        IsLetter(static_cast<unsigned char>(c)) || IsDigit(static_cast<unsigned char>(c));
    if (!plain) return NextCodePoint(regex_, &at_);
    at_ = begin;
    return std::nullopt;
  }

  // "2d" or "{2013}"
  std::optional<char32_t> ReadHex() {
    const bool braces = Next('{');
    size_t end = braces ? regex_.find('}', at_) : at_ + 2;
    uint32_t value = 0;
    if (end > regex_.size()) end = at_;
    const auto [rest, error] = std::from_chars(regex_.data() + at_, regex_.data() + end, value, 16);
    if (error != std::errc() || rest != regex_.data() + end) {
      failed_ = true;
      return std::nullopt;
    }
    at_ = end + (braces ? 1 : 0);
    return value;
  }

  Part ReadEscape() {
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
        for (char digit = '0'; digit <= '9'; ++digit) digits.emplace_back(1, digit);
        any_ |= kDigits;
        return {std::move(digits), {}, kDigits, false};
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

  static ByteSet BytesOfClass(char name) {
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
  ByteSet BytesOf(char c) const {
    ByteSet bytes;
    bytes.set(static_cast<unsigned char>(c));
    if (!fold_) return bytes;
    if (kLetters[static_cast<unsigned char>(c)]) bytes.set(static_cast<unsigned char>(c ^ 0x20));
    return bytes | kNotAscii;
  }

  // Behind "\p": "L" or "{Lu}".
  void SkipProperty() {
    if (!Next('{')) {
      ++at_;
      return;
    }
    const size_t end = regex_.find('}', at_);
    at_ = end == regex_.npos ? regex_.size() : end + 1;
  }

  // [a-z_]; what is more than a few characters is known by its bytes alone.
  Part ReadClass() {
    ++at_;
    const bool negated = Next('^');
    bool few = !negated;
    ByteSet bytes;
    Texts members;
    for (bool first = true; !AtEnd() && (first || regex_[at_] != ']'); first = false) {
      if (regex_[at_] == '[' && at_ + 1 < regex_.size() && regex_[at_ + 1] == ':') {
        at_ = std::min(regex_.find(":]", at_), regex_.size() - 2) + 2;
        few = false;
        bytes.set();
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
        if (few) members.insert(members.end(), member.all->begin(), member.all->end());
      }
    }
    if (!Next(']')) return Fail();
    const Part one = OneOf(negated ? ~bytes | kNotAscii : bytes);
    if (!few || members.empty() || members.size() > kMostInClass) return one;
    return {std::move(members), {}, one.first, false};
  }

  // A character of a class, or nothing for "\d" and the like.
  std::optional<char32_t> ReadMember(ByteSet* bytes) {
    if (AtEnd()) {
      failed_ = true;
      return std::nullopt;
    }
    if (regex_[at_] != '\\') return NextCodePoint(regex_, &at_);
    if (const auto c = ReadEscapedCharacter()) return c;
    if (failed_) return std::nullopt;
    const char name = regex_[at_ + 1];
    at_ += 2;
    *bytes |= BytesOfClass(name);
    if (name == 'p' || name == 'P') SkipProperty();
    return std::nullopt;
  }

  Part Literal(char32_t c) {
    const Part one = c < 0x80 ? OneOf(BytesOf(static_cast<char>(c))) : OneOf(kNotAscii);
    std::string text;
    AppendUtf8(c, &text);
    for (char& byte : text) byte = ToLowerAscii(byte);
    Texts texts{std::move(text)};
    if (fold_ && c >= 0x80 && !HasNoCase(c)) {
      // Other letters than those of Latin-1 are left to the expression itself.
      if (!HasPair(c)) return one;
      AppendUtf8(c ^ 0x20, &texts.emplace_back());
    }
    return {std::move(texts), {}, one.first, false};
  }

  // "é" and "É" have no third form; "å" is also the sign of the angstrom, "ß" has a late capital.
  static bool HasPair(char32_t c) {
    const char32_t lower = c | 0x20;
    return c >= 0xC0 && lower < 0xFF && lower != 0xE5 && lower != 0xF7 && c != 0xDF;
  }

  // Punctuation, arrows, shapes: blocks without letters.
  static bool HasNoCase(char32_t c) {
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

bool StartsWithFolded(std::string_view text, std::string_view lower) {
  if (text.size() < lower.size()) return false;
  for (size_t i = 0; i < lower.size(); ++i) {
    if (ToLowerAscii(text[i]) != lower[i]) return false;
  }
  return true;
}

// The Kelvin sign and the long s are a "k" and an "s" when case does not count.
bool IsOddCase(std::string_view text) {
  return text.starts_with("\u212A") || text.starts_with("\u017F");
}

}  // namespace

PatternNeeds::PatternNeeds(std::vector<std::string> any_of, const ByteSet& first,
                           const ByteSet& any, bool may_be_empty, bool at_start)
    : any_of_(std::move(any_of)),
      first_(first),
      any_(any),
      may_be_empty_(may_be_empty),
      at_start_(at_start) {
  std::sort(any_of_.begin(), any_of_.end());
  for (size_t i = any_of_.size(); i-- > 0;) {
    const auto first = static_cast<unsigned char>(any_of_[i].front());
    starts_[first] = static_cast<uint8_t>(i + 1);
    if (first >= 'a' && first <= 'z') starts_[first - 32] = static_cast<uint8_t>(i + 1);
  }
}

bool PatternNeeds::AreIn(std::string_view text) const {
  return at_start_ ? MayStart(text) : HasText(text);
}

bool PatternNeeds::MayStart(std::string_view text) const {
  if (!may_be_empty_ && (text.empty() || !first_[static_cast<unsigned char>(text[0])]))
    return false;
  return HasText(text);
}

bool PatternNeeds::MayBeWhole(std::string_view text) const {
  return std::all_of(text.begin(), text.end(),
                     [&](char c) { return any_[static_cast<unsigned char>(c)]; }) &&
         MayStart(text);
}

bool PatternNeeds::HasText(std::string_view text) const {
  if (any_of_.empty()) return true;
  for (size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (starts_[byte] != 0) {
      const char first = any_of_[starts_[byte] - 1u].front();
      for (size_t k = starts_[byte] - 1u; k < any_of_.size() && any_of_[k].front() == first; ++k) {
        if (StartsWithFolded(text.substr(i), any_of_[k])) return true;
      }
    }
    if (byte >= 0xC5 && IsOddCase(text.substr(i))) return true;
  }
  return false;
}

PatternNeeds FindNeeds(std::string_view regex) { return NeedsReader(regex).Read(); }

}  // namespace atsmatch
