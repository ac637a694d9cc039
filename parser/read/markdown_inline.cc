#include "parser/read/markdown_inline.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "parser/text/ascii.h"
#include "parser/text/unicode.h"
#include "re2/re2.h"

namespace atsmatch {
namespace {

constexpr int kDeepest = 8;  // marks inside marks; deeper ones are text

struct Look {
  bool bold = false;
  bool italic = false;
  std::string uri;
};

bool IsPunctuation(char c) { return IsAsciiSign(static_cast<unsigned char>(c)); }
bool IsWordByte(char c) {
  const char32_t byte = static_cast<unsigned char>(c);
  return IsAsciiLetter(byte) || IsAsciiDigit(byte) || byte >= 0x80;
}

struct Entity {
  std::string_view name;
  std::string_view text;
};

constexpr Entity kEntities[] = {
    {"amp", "&"},    {"lt", "<"},     {"gt", ">"},     {"quot", "\""},  {"apos", "'"},
    {"nbsp", " "},   {"ndash", "–"},  {"mdash", "—"},  {"bull", "•"},   {"middot", "·"},
    {"hellip", "…"}, {"lsquo", "‘"},  {"rsquo", "’"},  {"ldquo", "“"},  {"rdquo", "”"},
    {"copy", "©"},   {"reg", "®"},    {"trade", "™"},  {"deg", "°"},    {"euro", "€"},
    {"pound", "£"},  {"emsp", " "},   {"ensp", " "},   {"thinsp", " "}, {"times", "×"},
    {"eacute", "é"}, {"egrave", "è"}, {"agrave", "à"}, {"ccedil", "ç"}, {"uuml", "ü"},
    {"ouml", "ö"},   {"auml", "ä"},   {"Uuml", "Ü"},   {"Ouml", "Ö"},   {"Auml", "Ä"},
    {"szlig", "ß"},  {"ntilde", "ñ"}, {"oacute", "ó"}, {"aacute", "á"}, {"iacute", "í"},
    {"uacute", "ú"}, {"rarr", "→"},   {"zwj", ""},     {"zwnj", ""},    {"shy", ""},
};

// "&amp;" at the start of `text`: its length and what it stands for.
size_t ReadEntity(std::string_view text, std::string* out) {
  size_t end = text.find(';');
  if (end == std::string_view::npos || end < 2 || end > 10) return 0;
  std::string_view name = text.substr(1, end - 1);
  if (name.front() == '#') {
    bool hexadecimal = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
    std::string digits(name.substr(hexadecimal ? 2 : 1));
    if (digits.empty()) return 0;
    char* stop = nullptr;
    unsigned long value = std::strtoul(digits.c_str(), &stop, hexadecimal ? 16 : 10);
    if (*stop != '\0' || value == 0 || value > 0x10FFFF) return 0;
    AppendUtf8(static_cast<char32_t>(value), out);
    return end + 1;
  }
  for (const Entity& entity : kEntities) {
    if (entity.name != name) continue;
    out->append(entity.text);
    return end + 1;
  }
  return 0;
}

// "$1^{st}$", "$\mathrm{CO}_2$", "$\bullet$" -> "1st", "CO2", "•".
std::string MathText(std::string_view math) {
  static const RE2 kCommand(
      R"(\\(?:mathrm|mathbf|mathit|mathsf|text|textbf|textit|textsuperscript|operatorname)\b\s*)");
  static const RE2 kBullet(R"(\\(?:bullet|cdot)\b)");
  std::string text(math);
  RE2::GlobalReplace(&text, kCommand, "");
  RE2::GlobalReplace(&text, kBullet, "•");
  RE2::GlobalReplace(&text, R"(\\sim\b)", "~");
  RE2::GlobalReplace(&text, R"(\\times\b)", "×");
  RE2::GlobalReplace(&text, R"(\\(?:ge|geq)\b)", "≥");
  RE2::GlobalReplace(&text, R"(\\(?:le|leq)\b)", "≤");
  RE2::GlobalReplace(&text, R"(\\(?:rightarrow|to)\b)", "→");
  RE2::GlobalReplace(&text, R"(\\([%#&$_{}|]))", "\\1");
  RE2::GlobalReplace(&text, R"([{}^_\\])", "");
  return text;
}

class InlineParser {
 public:
  explicit InlineParser(const std::map<std::string, std::string>& definitions)
      : definitions_(definitions) {}

  void Parse(std::string_view text, const Look& look, int depth) {
    for (size_t i = 0; i < text.size();) {
      size_t taken = depth < kDeepest ? ReadMark(text, i, look, depth) : 0;
      if (taken == 0) {
        Append(text.substr(i, 1), look);
        taken = 1;
      }
      i += taken;
    }
  }

  std::vector<MarkdownSpan> Take() { return std::move(spans_); }

 private:
  // The bytes taken at `at`; 0: nothing but text.
  size_t ReadMark(std::string_view text, size_t at, const Look& look, int depth) {
    std::string_view rest = text.substr(at);
    switch (rest.front()) {
      case '\\':
        return ReadEscape(rest, look);
      case '`':
        return ReadCode(rest, look);
      case '*':
      case '_':
        return ReadEmphasis(text, at, look, depth);
      case '~':
        return rest.substr(0, 2) == "~~" ? 2 : 0;
      case '!':
        return ReadPicture(rest);
      case '[':
        return ReadLink(rest, look, depth);
      case '<':
        return ReadTag(rest, look);
      case '$':
        return ReadMath(rest, look);
      case '&': {
        std::string entity;
        size_t taken = ReadEntity(rest, &entity);
        Append(entity, look);
        return taken;
      }
      default:
        return 0;
    }
  }

  size_t ReadEscape(std::string_view rest, const Look& look) {
    if (rest.size() < 2 || !IsPunctuation(rest[1])) return 0;
    Append(rest.substr(1, 1), look);
    return 2;
  }

  size_t ReadCode(std::string_view rest, const Look& look) {
    size_t ticks = std::min(rest.find_first_not_of('`'), rest.size());
    size_t end = rest.find(rest.substr(0, ticks), ticks);
    if (end == std::string_view::npos) return 0;
    MarkdownSpan& span = SpanFor(look, true);
    span.text.append(rest.substr(ticks, end - ticks));
    return end + ticks;
  }

  // *a*, **a**, ***a***, and the same with _ at word borders only (snake_case is a word).
  size_t ReadEmphasis(std::string_view text, size_t at, const Look& look, int depth) {
    std::string_view rest = text.substr(at);
    char mark = rest.front();
    size_t run = std::min<size_t>(std::min(rest.find_first_not_of(mark), rest.size()), 3);
    bool inside_word = at > 0 && IsWordByte(text[at - 1]);
    if (mark == '_' && inside_word) return 0;
    for (size_t count = run; count > 0; --count) {
      size_t end = FindClosing(rest, mark, count);
      if (end == std::string_view::npos) continue;
      Look inner = look;
      inner.bold |= count >= 2;
      inner.italic |= count != 2;
      Parse(rest.substr(count, end - count), inner, depth + 1);
      return end + count;
    }
    // Converters leave ** without its partner where a line was cut in two.
    return mark == '*' && run >= 2 ? run : 0;
  }

  // Where `count` marks close what `count` marks at the start opened.
  static size_t FindClosing(std::string_view rest, char mark, size_t count) {
    bool opens = rest.size() > count && rest[count] != ' ' && rest[count] != mark;
    if (!opens && count == 1) return std::string_view::npos;  // "2 * 3"
    for (size_t i = count; i < rest.size(); ++i) {
      if (rest[i] == '\\') {
        ++i;
        continue;
      }
      if (rest[i] != mark) continue;
      size_t run = std::min(rest.find_first_not_of(mark, i), rest.size()) - i;
      size_t behind = i + run;
      bool inside_word = mark == '_' && behind < rest.size() && IsWordByte(rest[behind]);
      bool loose = count == 1 && rest[i - 1] == ' ';
      bool other = run < count || (run == 2 && count == 1);
      if (!inside_word && !loose && !other && i > count) return i + (run - count);
      i = behind - 1;
    }
    return std::string_view::npos;
  }

  static size_t ReadPicture(std::string_view rest) {
    static const RE2 kPicture(R"(^!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\]))");
    re2::StringPiece piece(rest.data(), rest.size());
    return RE2::Consume(&piece, kPicture) ? rest.size() - piece.size() : 0;
  }

  size_t ReadLink(std::string_view rest, const Look& look, int depth) {
    size_t close = ClosingBracket(rest);
    if (close == std::string_view::npos) return 0;
    std::string_view label = rest.substr(1, close - 1);
    std::string_view behind = rest.substr(close + 1);
    re2::StringPiece piece(behind.data(), behind.size());
    static const RE2 kTarget(
        R"(^\(\s*<?((?:[^\s()<>]|\([^\s()]*\))*)>?(?:\s+"[^"]*"|\s+'[^']*')?\s*\))");
    static const RE2 kReference(R"(^\[([^\]]*)\])");
    std::string target;
    Look inner = look;
    if (RE2::Consume(&piece, kTarget, &target)) {
      inner.uri = Unescaped(target);
    } else if (RE2::Consume(&piece, kReference, &target)) {
      auto found = definitions_.find(ToLower(target.empty() ? std::string(label) : target));
      if (found == definitions_.end()) return 0;
      inner.uri = found->second;
    } else {
      auto found = definitions_.find(ToLower(label));
      if (found == definitions_.end()) return 0;
      inner.uri = found->second;
    }
    Parse(label, inner, depth + 1);
    return rest.size() - piece.size();
  }

  static std::string Unescaped(const std::string& text) {
    static const RE2 kEscape(R"(\\([[:punct:]]))");
    std::string plain = text;
    RE2::GlobalReplace(&plain, kEscape, "\\1");
    RE2::GlobalReplace(&plain, "&amp;", "&");
    return plain;
  }

  static size_t ClosingBracket(std::string_view rest) {
    int depth = 0;
    for (size_t i = 0; i < rest.size(); ++i) {
      if (rest[i] == '\\') {
        ++i;
      } else if (rest[i] == '[') {
        ++depth;
      } else if (rest[i] == ']' && --depth == 0) {
        return i;
      }
    }
    return std::string_view::npos;
  }

  size_t ReadTag(std::string_view rest, const Look& look) {
    static const RE2 kAutoLink(R"(^<((?:https?://|mailto:|tel:)[^\s<>]+)>)");
    static const RE2 kAutoMail(R"(^<([\w.+-]+@[\w-]+(?:\.[\w-]+)+)>)");
    static const RE2 kTag(R"(^</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]*)?/?>)");
    re2::StringPiece piece(rest.data(), rest.size());
    std::string target;
    if (RE2::Consume(&piece, kAutoLink, &target) || RE2::Consume(&piece, kAutoMail, &target)) {
      Look inner = look;
      inner.uri = target.find(':') == std::string::npos ? "mailto:" + target : target;
      Append(target, inner);
    } else if (!RE2::Consume(&piece, kTag)) {
      return 0;
    }
    return rest.size() - piece.size();
  }

  size_t ReadMath(std::string_view rest, const Look& look) {
    static const RE2 kMath(R"(^\$([^$\n]*[\\^_{][^$\n]*)\$)");
    re2::StringPiece piece(rest.data(), rest.size());
    std::string math;
    if (!RE2::Consume(&piece, kMath, &math)) return 0;
    Append(MathText(math), look);
    return rest.size() - piece.size();
  }

  void Append(std::string_view text, const Look& look) {
    if (!text.empty()) SpanFor(look, false).text.append(text);
  }

  MarkdownSpan& SpanFor(const Look& look, bool code) {
    bool same = !spans_.empty() && spans_.back().bold == look.bold &&
                spans_.back().italic == look.italic && spans_.back().code == code &&
                spans_.back().uri == look.uri;
    if (!same) spans_.push_back({"", look.bold, look.italic, code, look.uri});
    return spans_.back();
  }

  const std::map<std::string, std::string>& definitions_;
  std::vector<MarkdownSpan> spans_;
};

}  // namespace

std::vector<MarkdownSpan> ParseMarkdownInline(
    std::string_view text, const std::map<std::string, std::string>& definitions) {
  InlineParser parser(definitions);
  parser.Parse(text, {}, 0);
  return parser.Take();
}

}  // namespace atsmatch
