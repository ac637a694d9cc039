// What the name of a font says about it.
//
//   FontFromName("ABCDEF+Lato-BoldItalic")   // {"Lato-BoldItalic", bold, italic}
//   FontFromName("CMBX10")                   // {"CMBX10", bold}: TeX's own names
#ifndef ATSMATCH_PARSER_READ_FONTS_H_
#define ATSMATCH_PARSER_READ_FONTS_H_

#include <string_view>

#include "parser/document.h"

namespace atsmatch {

Font FontFromName(std::string_view name);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_READ_FONTS_H_
