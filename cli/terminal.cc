#include "cli/terminal.h"

#include <langinfo.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <clocale>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

constexpr int kMinWidth = 60, kUsualWidth = 80, kMaxWidth = 120;

bool IsUnsafe(char32_t c) {
  return c < 0x20 || (c >= 0x7f && c < 0xa0) ||       // C0, DEL, C1
         c == 0x61c || c == 0x200e || c == 0x200f ||  // marks of direction
         (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) ||
         (c >= 0x200b && c <= 0x200d) || c == 0x2028 || c == 0x2029 || c == 0xfeff || c == 0xfffd ||
         (c >= 0xfff9 && c <= 0xfffb) || (c >= 0xe0000 && c <= 0xe007f) || IsPrivateUse(c);
}

// Shows as a box at worst: what it stood for is lost already, or known to a font alone.
bool IsHarmless(char32_t c) { return c == 0xfffd || IsPrivateUse(c); }

void AppendEscape(char32_t c, std::string* json) {
  char text[16];
  if (c >= 0x10000) {
    c -= 0x10000;
    std::snprintf(text, sizeof(text), "\\u%04x\\u%04x", 0xd800 + static_cast<unsigned>(c >> 10),
                  0xdc00 + static_cast<unsigned>(c & 0x3ff));
  } else {
    std::snprintf(text, sizeof(text), "\\u%04x", static_cast<unsigned>(c));
  }
  *json += text;
}

bool IsSet(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

// Without a locale of our own: what the environment says of the terminal's character set.
bool SpeaksUtf8() {
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    if (!IsSet(name)) continue;
    std::string value = std::getenv(name);
    for (char& c : value) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    return value.find("utf-8") != std::string::npos || value.find("utf8") != std::string::npos;
  }
  return false;
}

const char* CodeOf(Ink ink) {
  switch (ink) {
    case Ink::kBold:
      return "1";
    case Ink::kDim:
      return "2";
    case Ink::kGreen:
      return "32";
    case Ink::kYellow:
      return "33";
    case Ink::kRed:
      return "31";
    case Ink::kCyan:
      return "36";
  }
  return "0";
}

}  // namespace

std::string EscapeForTerminal(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  for (size_t position = 0; position < text.size();) {
    const char32_t c = NextCodePoint(text, &position);
    if (c == '\n' || c == '\t' || c == '\r') {
      safe += ' ';
    } else {
      AppendUtf8(IsUnsafe(c) ? 0xfffd : c, &safe);
    }
  }
  return safe;
}

std::string EscapeJson(std::string_view json) {
  std::string safe;
  safe.reserve(json.size());
  for (size_t position = 0; position < json.size();) {
    const auto byte = static_cast<unsigned char>(json[position]);
    if (byte < 0x7f) {  // the writer of JSON has escaped what is below a space
      safe += json[position++];
      continue;
    }
    const char32_t c = NextCodePoint(json, &position);
    if (IsUnsafe(c) && !IsHarmless(c)) {
      AppendEscape(c, &safe);
    } else {
      AppendUtf8(c, &safe);
    }
  }
  return safe;
}

Style StyleOf(int descriptor, ColorMode mode) {
  Style style;
  const bool terminal = isatty(descriptor) == 1;
  // A file or pipe holds UTF-8, as all our output does.
  style.unicode = !terminal || SpeaksUtf8();
  const char* kind = std::getenv("TERM");
  const bool dumb = kind == nullptr || std::strcmp(kind, "dumb") == 0;
  style.color = mode == ColorMode::kAlways ||
                (mode == ColorMode::kAuto && terminal && !dumb && !IsSet("NO_COLOR"));
  winsize size{};
  if (terminal && ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    style.width = std::clamp<int>(size.ws_col, kMinWidth, kMaxWidth);
  } else {
    style.width = kUsualWidth;
  }
  return style;
}

std::string Paint(std::string_view text, Ink ink, const Style& style) {
  if (!style.color) return std::string(text);
  return std::string("\x1b[") + CodeOf(ink) + "m" + std::string(text) + "\x1b[0m";
}

std::string Truncate(std::string_view text, int columns, const Style& style) {
  if (DisplayWidth(text) <= columns) return std::string(text);
  const std::string ellipsis = style.unicode ? "…" : "...";
  const int room = columns - DisplayWidth(ellipsis);
  size_t end = 0;
  int width = 0;
  for (size_t position = 0; position < text.size();) {
    const size_t begin = position;
    NextCodePoint(text, &position);
    width += DisplayWidth(text.substr(begin, position - begin));
    if (width > room) break;
    end = position;
  }
  return std::string(TrimSpace(text.substr(0, end))) + ellipsis;
}

std::string TruncateLeft(std::string_view text, int columns, const Style& style) {
  const std::string ellipsis = style.unicode ? "…" : "...";
  size_t begin = 0;
  const int room = DisplayWidth(text) <= columns ? columns : columns - DisplayWidth(ellipsis);
  while (begin < text.size() && DisplayWidth(text.substr(begin)) > room) {
    NextCodePoint(text, &begin);
  }
  return begin == 0 ? std::string(text) : ellipsis + std::string(text.substr(begin));
}

std::string PadRight(std::string_view text, int columns, const Style& style) {
  std::string padded = Truncate(text, columns, style);
  padded.append(static_cast<size_t>(std::max(0, columns - DisplayWidth(padded))), ' ');
  return padded;
}

std::string PadLeft(std::string_view text, int columns, const Style& style) {
  const std::string cut = Truncate(text, columns, style);
  return std::string(static_cast<size_t>(std::max(0, columns - DisplayWidth(cut))), ' ') + cut;
}

namespace {

// What fits in at most `columns`, one character at least.
std::string_view HeadOf(std::string_view word, int columns) {
  size_t end = 0;
  for (size_t position = 0; position < word.size(); end = position) {
    NextCodePoint(word, &position);
    if (end > 0 && DisplayWidth(word.substr(0, position)) > columns) break;
  }
  return word.substr(0, end);
}

// Words of a text; one wider than a line is cut into pieces.
std::vector<std::string_view> WordsThatFit(std::string_view text, int columns) {
  std::vector<std::string_view> words;
  for (std::string_view word : SplitWords(text)) {
    while (DisplayWidth(word) > columns) {
      words.push_back(HeadOf(word, columns));
      word.remove_prefix(words.back().size());
    }
    if (!word.empty()) words.push_back(word);
  }
  return words;
}

}  // namespace

std::vector<std::string> Wrap(std::string_view text, int columns) {
  std::vector<std::string> lines(1);
  int width = 0;
  for (const std::string_view word : WordsThatFit(text, columns)) {
    const int word_width = DisplayWidth(word);
    if (width > 0 && width + 1 + word_width > columns) {
      lines.emplace_back();
      width = 0;
    }
    if (width > 0) {
      lines.back() += ' ';
      ++width;
    }
    lines.back() += word;
    width += word_width;
  }
  return lines;
}

std::string Bar(double share, int columns, const Style& style) {
  share = std::clamp(share, 0.0, 1.0);
  columns = std::max(columns, 0);
  std::string bar;
  if (!style.unicode) {
    const auto filled = static_cast<size_t>(std::lround(share * columns));
    bar.assign(filled, '#');
    return bar.append(static_cast<size_t>(columns) - filled, '.');
  }
  // Eighths of a column.
  static constexpr const char* kPart[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  const auto eighths = static_cast<int>(std::lround(share * columns * 8));
  for (int i = 0; i < eighths / 8; ++i) bar += "█";
  bar += kPart[eighths % 8];
  for (int i = (eighths + 7) / 8; i < columns; ++i) bar += "·";
  return bar;
}

}  // namespace atsmatch
