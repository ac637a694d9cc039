// A data file that is compiled into the program; see cmake/AtsmatchEmbed.cmake.
#ifndef ATSMATCH_PARSER_TEXT_EMBEDDED_FILE_H_
#define ATSMATCH_PARSER_TEXT_EMBEDDED_FILE_H_

#include <string_view>

namespace atsmatch {

struct EmbeddedFile {
  std::string_view path;  // relative to the folder of its kind, "en/months.tsv"
  std::string_view text;
};

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_TEXT_EMBEDDED_FILE_H_
