// What the name of a font says about it.
//
//   FontFromName("ABCDEF+Lato-BoldItalic")   // {"Lato-BoldItalic", bold, italic}
//   FontFromName("CMBX10")                   // {"CMBX10", bold}: TeX's own names
#ifndef ATSMATCH_PARSER_READ_FONTS_H_
#define ATSMATCH_PARSER_READ_FONTS_H_

#include <string_view>

#include "parser/document.h"

namespace atsmatch {

// `plain`, if not null: the name says that the font is not bold ("Lato-Regular").
Font FontFromName(std::string_view name, bool* plain = nullptr);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_READ_FONTS_H_
