#include "parser/read/fonts.h"

#include <algorithm>
#include <string>

#include "parser/text/unicode.h"
#include "re2/re2.h"

namespace atsmatch {
namespace {

// "ABCDEF+" in front of the name of a font of which a part is embedded.
std::string_view WithoutSubsetPrefix(std::string_view name) {
  if (name.size() <= 7 || name[6] != '+') return name;
  bool capitals =
      std::all_of(name.begin(), name.begin() + 6, [](char c) { return c >= 'A' && c <= 'Z'; });
  return capitals ? name.substr(7) : name;
}

bool Matches(std::string_view name, const RE2& pattern) {
  return RE2::PartialMatch(re2::StringPiece(name.data(), name.size()), pattern);
}

}  // namespace

Font FontFromName(std::string_view name) {
  // Words of weight stand behind a hyphen, a comma or a small letter: "Lato-Bold", "Arial,Bold",
  // "OpenSansSemibold"; the short ones only at the end ("Calibri-Bd"), or TeX's "cmbx10".
  static const RE2 kBold(
      R"((?i:semi|demi|extra|ultra)?[Bb][Oo][Ll][Dd]|Black\b|Heavy|[Dd]emi\b|-(?:Bd|Demi|Hv|Blk|SB|B|BI|Medi|MediItal)\b|-Medium\b|^(?i:cmbx|cmssbx|cmcsc?bx|ecbx|sfbx|ebx|larmbx|lmroman\d*bold|txb|ptmb|phvb|pplb|pbkd|pncb|LMRomanDemi|rm-lmbx|NimbusSanL-Bold|cmb1))");
  static const RE2 kItalic(
      R"((?i:italic|oblique|slanted)|-(?:It|Obl|Ital|I|BI|MediItal|BoldIt|BdIt|LtIt)\b|(?:Bold|Light|Medium|Regu|Semibold)It(?:al)?\b|^(?i:cmti|cmsl|cmbxti|cmbxsl|cmssi|ecti|ecsl|sfti|sfsl|eti))");
  static const RE2 kMonospace(
      R"((?i:mono|courier|consol|typewriter|menlo|inconsolata|source ?code|fira ?code)|^(?i:cmtt|ectt|sftt|lmtt))");
  Font font;
  name = WithoutSubsetPrefix(name);
  font.name = ToValidUtf8(name);
  font.bold = Matches(font.name, kBold);
  font.italic = Matches(font.name, kItalic);
  font.monospace = Matches(font.name, kMonospace);
  return font;
}

}  // namespace atsmatch
