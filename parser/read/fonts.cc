#include "parser/read/fonts.h"

#include <algorithm>
#include <cctype>
#include <initializer_list>
#include <string>

#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

// "ABCDEF+" in front of the name of a font of which a part is embedded.
std::string_view WithoutSubsetPrefix(std::string_view name) {
  if (name.size() <= 7 || name[6] != '+') return name;
  bool capitals =
      std::all_of(name.begin(), name.begin() + 6, [](char c) { return c >= 'A' && c <= 'Z'; });
  return capitals ? name.substr(7) : name;
}

using Words = std::initializer_list<std::string_view>;

bool ContainsAny(std::string_view name, Words words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return name.find(word) != std::string_view::npos;
  });
}

bool StartsWithAny(std::string_view name, Words words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return name.substr(0, word.size()) == word; });
}

// The short forms of weights ("Calibri-Bd") count only as the whole part behind a hyphen or comma.
bool HasStyle(std::string_view name, Words styles) {
  size_t mark = name.find_last_of("-,");
  if (mark == std::string_view::npos) return false;
  std::string_view style = name.substr(mark + 1);
  return std::find(styles.begin(), styles.end(), style) != styles.end();
}

// Names are lower case here.  Those at the start are TeX's own ("cmbx10") and its PostScript fonts.
bool IsBoldName(std::string_view name) {
  return ContainsAny(name, {"bold", "heavy", "-black", ",black", "demi"}) ||
         HasStyle(name,
                  {"bd", "hv", "blk", "sb", "b", "bi", "bdit", "medi", "mediital", "medium"}) ||
         StartsWithAny(name, {"cmbx", "cmssbx", "cmcbx", "ecbx", "sfbx", "ebx", "larmbx", "cmb1",
                              "txb", "ptmb", "phvb", "pplb", "pbkd", "pncb", "rm-lmbx"});
}

bool IsItalicName(std::string_view name) {
  return ContainsAny(name, {"italic", "oblique", "slant", "reguital", "mediital"}) ||
         HasStyle(name, {"it", "obl", "ital", "i", "bi", "mediital", "boldit", "bdit", "ltit",
                         "lightit", "mediumit", "semiboldit", "regularit", "reguit"}) ||
         StartsWithAny(name, {"cmti", "cmsl", "cmbxti", "cmbxsl", "cmssi", "ecti", "ecsl", "sfti",
                              "sfsl", "eti"});
}

// The name itself says that the font is not bold.
bool IsPlainName(std::string_view name) {
  return ContainsAny(name, {"regular", "-light", "-book", "-roman", "-thin", "-normal"});
}

bool IsMonospaceName(std::string_view name) {
  return ContainsAny(name, {"mono", "courier", "consol", "typewriter", "menlo", "sourcecode",
                            "firacode", "fira code"}) ||
         StartsWithAny(name, {"cmtt", "ectt", "sftt", "lmtt"});
}

}  // namespace

Font FontFromName(std::string_view name, bool* plain) {
  bool ignored = false;
  if (plain == nullptr) plain = &ignored;
  Font font;
  font.name = ToValidUtf8(WithoutSubsetPrefix(name));
  std::string lower = font.name;
  for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  font.bold = IsBoldName(lower);
  *plain = !font.bold && IsPlainName(lower);
  font.italic = IsItalicName(lower);
  font.monospace = IsMonospaceName(lower);
  return font;
}

}  // namespace atsmatch
