#include "matcher/posting/clean.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "parser/text/ascii.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

constexpr size_t kLongestTag = 400;    // bytes; "<" further from its ">" is a less-than sign
constexpr size_t kLongestEntity = 10;  // bytes, of "&thetasym;"

// Tags whose begin or end is the end of a line.
bool EndsLine(std::string_view tag) {
  static constexpr std::string_view kBlocks[] = {"br",  "p",  "li", "ul",    "ol",
                                                 "div", "tr", "h1", "h2",    "h3",
                                                 "h4",  "h5", "h6", "table", "section"};
  return std::find(std::begin(kBlocks), std::end(kBlocks), tag) != std::end(kBlocks);
}

bool IsTagName(std::string_view tag) {
  static constexpr std::string_view kInline[] = {
      "b",          "i",    "u",     "a",     "em",    "strong", "span",    "td",
      "th",         "font", "small", "sup",   "sub",   "tbody",  "thead",   "html",
      "body",       "head", "img",   "hr",    "meta",  "title",  "article", "center",
      "blockquote", "code", "pre",   "style", "script"};
  return EndsLine(tag) ||
         std::find(std::begin(kInline), std::end(kInline), tag) != std::end(kInline);
}

// Appends what the tag at `begin` stands for; returns the bytes read, 0 if it is none.
size_t TakeTag(std::string_view text, size_t begin, std::string* out) {
  size_t name = begin + 1;
  if (name < text.size() && text[name] == '/') ++name;
  size_t end_of_name = name;
  while (end_of_name < text.size() && end_of_name - name < 12 &&
         (IsAsciiLetter(text[end_of_name]) || IsAsciiDigit(text[end_of_name])))
    ++end_of_name;
  const std::string tag = ToLower(text.substr(name, end_of_name - name));
  if (!IsTagName(tag)) return 0;
  const size_t end =
      text.substr(0, std::min(text.size(), begin + kLongestTag)).find('>', end_of_name);
  if (end == text.npos) return 0;
  if (EndsLine(tag)) {
    *out += '\n';
    if (tag == "li" && text[begin + 1] != '/') *out += "• ";
  } else if (tag == "td" || tag == "th") {
    *out += ' ';
  }
  return end + 1 - begin;
}

size_t TakeEntity(std::string_view text, size_t begin, std::string* out) {
  static constexpr std::pair<std::string_view, std::string_view> kEntities[] = {
      {"amp", "&"},   {"lt", "<"},    {"gt", ">"},     {"quot", "\""}, {"apos", "'"},
      {"nbsp", " "},  {"bull", "• "}, {"middot", "·"}, {"ndash", "–"}, {"mdash", "—"},
      {"rsquo", "’"}, {"lsquo", "‘"}, {"ldquo", "“"},  {"rdquo", "”"}, {"hellip", "…"},
      {"pound", "£"}, {"euro", "€"},  {"eacute", "é"}, {"copy", "©"},  {"reg", "®"},
      {"trade", "™"}};
  const size_t end =
      text.substr(0, std::min(text.size(), begin + kLongestEntity + 2)).find(';', begin + 1);
  if (end == text.npos) return 0;
  const std::string_view name = text.substr(begin + 1, end - begin - 1);
  if (name.size() > 1 && name[0] == '#') {
    const bool hexadecimal = name[1] == 'x' || name[1] == 'X';
    const long code = std::strtol(std::string(name.substr(hexadecimal ? 2 : 1)).c_str(), nullptr,
                                  hexadecimal ? 16 : 10);
    if (code < ' ' || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) return 0;
    AppendUtf8(code == 0xA0 ? U' ' : static_cast<char32_t>(code), out);
    return end + 1 - begin;
  }
  for (const auto& [entity, value] : kEntities) {
    if (name != entity) continue;
    *out += value;
    return end + 1 - begin;
  }
  return 0;
}

// "\n" written as two characters, as in text that was escaped once too often.
size_t TakeEscape(std::string_view text, size_t begin, std::string* out) {
  if (begin + 1 >= text.size()) return 0;
  const char next = text[begin + 1];
  // "C:\new" and "\nodes" are none.
  const bool alone =
      begin + 2 >= text.size() || !(text[begin + 2] >= 'a' && text[begin + 2] <= 'z');
  if ((next != 'n' && next != 'r' && next != 't') || !alone) return 0;
  *out += next == 't' ? ' ' : '\n';
  return 2;
}

std::string ResolveMarkup(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size();) {
    size_t taken = 0;
    if (text[i] == '<') taken = TakeTag(text, i, &out);
    if (text[i] == '&') taken = TakeEntity(text, i, &out);
    if (text[i] == '\\') taken = TakeEscape(text, i, &out);
    if (taken == 0) {
      out += text[i];
      taken = 1;
    }
    i += taken;
  }
  return out;
}

// A list of lines printed as a program writes it: ['Java', "A chef's hat"].
constexpr int kQuotedLines = 5;     // fewer may be an apostrophe's doing
constexpr size_t kQuotedJoint = 4;  // bytes of ', '

bool IsQuote(char c) { return c == '\'' || c == '"'; }

bool IsQuotedJoint(std::string_view text, size_t i) {
  return i + 3 < text.size() && IsQuote(text[i]) && text[i + 1] == ',' && text[i + 2] == ' ' &&
         IsQuote(text[i + 3]);
}

// ['sales', 'manager'] on one line are the words of a title; lines have words in them.
bool IsQuotedList(std::string_view text) {
  const bool opens = text.size() > 1 && text[0] == '[' && IsQuote(text[1]);
  const int enough = opens ? 1 : kQuotedLines;
  int joints = 0;
  for (size_t i = text.find(", "); i != text.npos && joints < enough; i = text.find(", ", i + 2)) {
    if (i == 0 || !IsQuotedJoint(text, i - 1)) continue;
    const std::string_view rest = text.substr(i + 3);
    const std::string_view line = rest.substr(0, rest.find(text[i + 2]));
    if (line.find(' ') != line.npos) ++joints;
  }
  return joints == enough;
}

// [' before the first line, '] behind the last.
bool IsQuotedEnd(std::string_view text, size_t i) {
  if (i + 1 >= text.size()) return false;
  const bool opens = text[i] == '[' && IsQuote(text[i + 1]) && (i == 0 || text[i - 1] == '\n');
  const bool closes =
      IsQuote(text[i]) && text[i + 1] == ']' && (i + 2 >= text.size() || text[i + 2] == '\n');
  return opens || closes;
}

std::string_view LineAt(std::string_view text, size_t begin) {
  return text.substr(begin, text.find('\n', begin) - begin);
}

std::string StraightenLines(std::string_view text) {
  bool quoted_list = false;  // of this line
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (i == 0 || text[i - 1] == '\n') quoted_list = IsQuotedList(LineAt(text, i));
    if (quoted_list && IsQuotedEnd(text, i)) {
      i += 1;
    } else if (quoted_list && IsQuotedJoint(text, i)) {
      out += '\n';
      i += kQuotedJoint - 2;  // the last quote may be the first of the next joint
      if (!IsQuotedJoint(text, i + 1)) ++i;
    } else if (c == '\r') {
      if (i + 1 >= text.size() || text[i + 1] != '\n') out += '\n';
    } else if (c == '\v' || c == '\f') {
      out += '\n';
    } else if (c == '\t') {
      out += ' ';
    } else if (text.substr(i, 3) == "\u2028" || text.substr(i, 3) == "\u2029") {
      out += '\n';
      i += 2;
    } else if (static_cast<unsigned char>(c) >= 0x20 || c == '\n') {
      out += c;
    }
  }
  return out;
}

}  // namespace

std::string CleanPostingText(std::string_view bytes) {
  return NormalizeText(ResolveMarkup(StraightenLines(ToValidUtf8(bytes))));
}

}  // namespace atsmatch
