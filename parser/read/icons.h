// Pictures that are set as characters: an envelope in front of the e-mail address.
#ifndef ATSMATCH_PARSER_READ_ICONS_H_
#define ATSMATCH_PARSER_READ_ICONS_H_

#include <optional>
#include <string_view>

#include "parser/document.h"

namespace atsmatch {

// What the character stands for if it is an icon and not text: private-use code points (those of
// Font Awesome by meaning, any other kUnknown) and Unicode's own pictures (U+2709, U+1F4DE ...).
std::optional<Icon> IconOf(char32_t code_point);

// "envelope", "phone-alt", "linkedin-in": names of glyphs in icon fonts; kUnknown if none is known.
Icon IconOfGlyphName(std::string_view name);

// "FontAwesome5Free-Solid", "MaterialIcons": every glyph of it is a picture.
bool IsIconFont(std::string_view font_name);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_READ_ICONS_H_
