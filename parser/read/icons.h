// Pictures that are set as characters: an envelope in front of the e-mail address.
#ifndef ATSMATCH_PARSER_READ_ICONS_H_
#define ATSMATCH_PARSER_READ_ICONS_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "parser/document.h"

namespace atsmatch {

// What the character stands for if it is an icon and not text: private-use code points (those of
// Font Awesome by meaning, any other kUnknown) and Unicode's own pictures (U+2709, U+1F4DE ...).
std::optional<Icon> IconOf(char32_t code_point);

// "envelope", "phone-alt", "linkedin-in": names of glyphs in icon fonts; kUnknown if none is known.
Icon IconOfGlyphName(std::string_view name);

// Fonts whose characters are not what their codes say.
enum class SymbolFont : uint8_t {
  kNone,
  kIcons,      // "FontAwesome5Free-Solid", "MaterialIcons": every glyph of it is a picture
  kSymbol,     // Adobe's Symbol: Greek, mathematics, the bullet
  kWingdings,  // Wingdings, Webdings
  kDingbats,   // Zapf Dingbats
  kMarvosym,   // MarVoSym, the icons of many LaTeX classes
};
SymbolFont SymbolFontOf(std::string_view font_name);

// The circles, squares, arrows and ticks that icon fonts offer in front of the items of a list.
bool IsListMark(char32_t c);

// The character that such a font shows: its bullets as U+2022, its letters as letters, its pictures
// as Unicode's own or as private-use characters.  Other fonts: the character itself, but for the
// bullets that Word takes from Symbol and Wingdings (U+F0B7, U+F0A7).
char32_t SymbolCharacter(SymbolFont font, char32_t c);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_READ_ICONS_H_
