#include "matcher/skills/words.h"

#include <algorithm>
#include <array>

#include "matcher/skills/spelling.h"

namespace atsmatch {
namespace {

// How a code point behaves.
enum class Role : uint8_t {
  kLetter,
  kDigit,
  kSpace,
  kNewLine,
  kJoiner,
  kApostrophe,
  kBreak,
  kNothing
};

constexpr std::array<Role, 128> AsciiRoles() {
  std::array<Role, 128> roles{};
  for (int c = 0; c < 128; ++c) {
    Role role = Role::kBreak;
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) role = Role::kLetter;
    if (c >= '0' && c <= '9') role = Role::kDigit;
    if (c == ' ' || c == '\t') role = Role::kSpace;
    if (c == '\n' || c == '\r' || c == '\f' || c == '\v') role = Role::kNewLine;
    if (c == '-' || c == '/' || c == '.' || c == '_') role = Role::kJoiner;
    if (c == '\'' || c == '`') role = Role::kApostrophe;
    roles[static_cast<size_t>(c)] = role;
  }
  return roles;
}
constexpr std::array<Role, 128> kAsciiRoles = AsciiRoles();

// U+00C0 to U+017F without their accents; '.' opens to nothing.
constexpr std::string_view kLatinBases =
    "aaaaaaaceeeeiiiidnooooo.ouuuuyts"   // U+00C0: Æ, Þ and ß by their first letter
    "aaaaaaaceeeeiiiidnooooo.ouuuuyty"   // U+00E0
    "aaaaaaccccccccddddeeeeeeeeeegggg"   // U+0100
    "gggghhhhiiiiiiiiiiijjjkkklllllll"   // U+0120
    "lllnnnnnnnnnoooooooorrrrrrssssss"   // U+0140
    "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs";  // U+0160
static_assert(kLatinBases.size() == 0x180 - 0xC0);

struct CodePoint {
  Role role = Role::kBreak;
  uint8_t bytes = 1;
  char base = 0;  // the folded letter; 0: the bytes as they are
};

CodePoint ReadWide(std::string_view text, size_t at) {
  const auto byte = [&](size_t i) {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0u;
  };
  const unsigned lead = byte(0);
  CodePoint result;
  unsigned value = 0;
  if (lead >= 0xF0) {
    result.bytes = 4;
    value = (lead & 7) << 18 | (byte(1) & 63) << 12 | (byte(2) & 63) << 6 | (byte(3) & 63);
  } else if (lead >= 0xE0) {
    result.bytes = 3;
    value = (lead & 15) << 12 | (byte(1) & 63) << 6 | (byte(2) & 63);
  } else if (lead >= 0xC0) {
    result.bytes = 2;
    value = (lead & 31) << 6 | (byte(1) & 63);
  } else {
    return result;  // a stray continuation byte
  }
  result.bytes = static_cast<uint8_t>(std::min<size_t>(result.bytes, text.size() - at));
  if (value >= 0xC0 && value <= 0x17F) {
    result.base = kLatinBases[value - 0xC0];
    result.role = result.base == '.' ? Role::kBreak : Role::kLetter;
  } else if (value == 0xA0 || (value >= 0x2000 && value <= 0x200A) || value == 0x202F) {
    result.role = Role::kSpace;
  } else if (value == 0xAD || (value >= 0x200B && value <= 0x200F) || value == 0xFEFF ||
             value == 0xAE || value == 0x2122) {
    result.role = Role::kNothing;  // soft hyphen, zero width, ® and ™
  } else if (value == 0x2019 || value == 0x2018) {
    result.role = Role::kApostrophe;
  } else if (value == 0x2010 || value == 0x2011 || value == 0x2013) {
    result.role = Role::kJoiner;
  } else if (value == 0x2028 || value == 0x2029 || value == 0x85) {
    result.role = Role::kNewLine;
  } else if (value >= 0x180 && !(value >= 0x2000 && value <= 0x2BFF) &&
             !(value >= 0x3000 && value <= 0x303F) && !(value >= 0xE000 && value <= 0xF8FF) &&
             !(value >= 0xFE30 && value <= 0xFE4F) && !(value >= 0xFF00 && value <= 0xFF0F) &&
             value < 0x1F000 && value != 0xFFFD) {
    result.role = Role::kLetter;  // other scripts, taken as written
  }
  return result;
}

CodePoint Read(std::string_view text, size_t at) {
  const auto c = static_cast<unsigned char>(text[at]);
  if (c >= 0x80) return ReadWide(text, at);
  const Role role = kAsciiRoles[c];
  const char base = role == Role::kLetter ? static_cast<char>(c | 0x20) : static_cast<char>(c);
  return {role, 1, base};
}

bool IsWordStart(std::string_view text, size_t at) {
  if (at >= text.size()) return false;
  const Role role = Read(text, at).role;
  return role == Role::kLetter || role == Role::kDigit;
}

class WordFinder {
 public:
  WordFinder(std::string_view text, WordList* list) : text_(text), list_(*list) {}

  void Run() {
    while (at_ < text_.size()) {
      const CodePoint here = Read(text_, at_);
      if (here.role == Role::kLetter || here.role == Role::kDigit) {
        TakeWord();
      } else if (text_[at_] == '&' && !list_.words.empty()) {
        TakeAmpersand();
      } else if (IsDotNet()) {
        TakeDotNet();
      } else {
        Skip(here);
      }
    }
  }

 private:
  void Widen(Gap gap) { gap_ = std::max(gap_, gap); }

  // Hyphens, slashes and dots join only where nothing else stands around them.
  void Skip(const CodePoint& here) {
    switch (here.role) {
      case Role::kSpace:
        if (joiner_) Widen(Gap::kBreak);  // "end. Start", "HR - payroll" from its left side
        Widen(Gap::kSpace);
        break;
      case Role::kNewLine:
        if (IsHyphenated()) break;
        if (gap_ == Gap::kNewLine || joiner_) Widen(Gap::kBreak);
        Widen(Gap::kNewLine);
        break;
      case Role::kJoiner:
        if (gap_ != Gap::kJoined || joiner_) Widen(Gap::kBreak);
        joiner_ = true;
        break;
      case Role::kApostrophe:
        if (gap_ != Gap::kJoined || !IsWordStart(text_, at_ + here.bytes)) Widen(Gap::kSpace);
        break;
      case Role::kNothing:
        break;
      default:
        Widen(Gap::kBreak);
    }
    at_ += here.bytes;
  }

  // "full-" at the end of a line and "stack" on the next.
  bool IsHyphenated() const {
    return gap_ == Gap::kJoined && joiner_ && at_ > 0 && text_[at_ - 1] == '-' &&
           IsWordStart(text_, at_ + 1);
  }

  void Add(size_t begin, size_t folded_begin, bool letters_only) {
    Word word;
    word.begin = static_cast<uint32_t>(begin);
    word.end = static_cast<uint32_t>(at_);
    word.folded_begin = static_cast<uint32_t>(folded_begin);
    word.folded_end = static_cast<uint32_t>(list_.folded.size());
    word.gap = list_.words.empty() ? Gap::kBreak : gap_;
    word.letters_only = letters_only;
    list_.words.push_back(word);
    gap_ = Gap::kJoined;
    joiner_ = false;
  }

  void TakeWord() {
    const size_t begin = at_;
    const size_t folded_begin = list_.folded.size();
    bool letters_only = true;
    while (at_ < text_.size()) {
      const CodePoint here = Read(text_, at_);
      if (here.role == Role::kApostrophe) {
        if (!TakeApostrophe(here)) break;
        continue;
      }
      if (here.role == Role::kNothing) {
        at_ += here.bytes;
        continue;
      }
      if (here.role != Role::kLetter && here.role != Role::kDigit) break;
      if (here.base != 0) {
        list_.folded.push_back(here.base);
        letters_only &= here.role == Role::kLetter;
      } else {
        list_.folded.append(text_.substr(at_, here.bytes));
        letters_only = false;
      }
      at_ += here.bytes;
    }
    if (IsLonePossessive(begin, folded_begin)) {
      list_.folded.resize(folded_begin);
      list_.words.back().end = static_cast<uint32_t>(at_);
      gap_ = Gap::kJoined;
      return;
    }
    if (letters_only) {
      if (!TakeSigns(folded_begin)) FoldSpelling(&list_.folded, folded_begin);
    }
    Add(begin, folded_begin, letters_only);
  }

  // "driver's" and "drivers'" end before the apostrophe, "o'clock" goes on.
  bool TakeApostrophe(const CodePoint& apostrophe) {
    const size_t next = at_ + apostrophe.bytes;
    if (!IsWordStart(text_, next)) return false;
    const bool is_s = text_[next] == 's' || text_[next] == 'S';
    if (is_s && !IsWordStart(text_, next + 1)) {
      at_ = next + 1;
      return false;
    }
    at_ = next;
    return true;
  }

  // "Children s Centre": the apostrophe was lost on the way.
  bool IsLonePossessive(size_t begin, size_t folded_begin) const {
    return at_ == begin + 1 && text_[begin] == 's' && gap_ == Gap::kSpace && !list_.words.empty() &&
           list_.words.back().letters_only && list_.folded.size() == folded_begin + 1;
  }

  // "C++", "C#", "Network+".
  bool TakeSigns(size_t folded_begin) {
    const size_t letters = list_.folded.size() - folded_begin;
    const auto is = [&](size_t place, char c) { return place < text_.size() && text_[place] == c; };
    if (is(at_, '+') && is(at_ + 1, '+') && letters <= 7) {
      list_.folded.append("++");
      at_ += 2;
      return true;
    }
    if ((is(at_, '#') && letters <= 2) || is(at_, '+')) {
      if (IsWordStart(text_, at_ + 1) || is(at_ + 1, '+')) return false;
      list_.folded.push_back(text_[at_++]);
      return true;
    }
    return false;
  }

  void TakeAmpersand() {
    const size_t begin = at_++;
    const size_t folded_begin = list_.folded.size();
    list_.folded.append("and");
    Add(begin, folded_begin, true);
  }

  bool IsDotNet() const {
    if (text_[at_] != '.' || text_.size() - at_ < 4) return false;
    const bool net = (text_[at_ + 1] | 0x20) == 'n' && (text_[at_ + 2] | 0x20) == 'e' &&
                     (text_[at_ + 3] | 0x20) == 't';
    if (!net || IsWordStart(text_, at_ + 4)) return false;
    return list_.words.empty() || list_.words.back().end != at_ ||
           !list_.words.back().letters_only || text_[at_ - 1] == '#';
  }

  void TakeDotNet() {
    const size_t begin = at_;
    const size_t folded_begin = list_.folded.size();
    at_ += 4;
    list_.folded.append(".net");
    Add(begin, folded_begin, false);
  }

  std::string_view text_;
  WordList& list_;
  size_t at_ = 0;
  Gap gap_ = Gap::kJoined;
  bool joiner_ = false;  // a hyphen, slash or dot stands in the gap
};

}  // namespace

void FindWords(std::string_view text, WordList* list) {
  list->Clear();
  WordFinder(text.substr(0, UINT32_MAX), list).Run();
}

WordList FindWords(std::string_view text) {
  WordList list;
  FindWords(text, &list);
  return list;
}

}  // namespace atsmatch
