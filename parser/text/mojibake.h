// Text that was UTF-8 once and was read as Windows-1252 on its way: "Â·", "â€“", "ï¼" before a
// place.  Résumés that came through a web form are full of it.
//
//   RepairMojibake("2014 â€“ 2018")   // "2014 – 2018"
//   RepairMojibake("SÃO PAULO")       // as it is: "ÃO" was never one character
#ifndef ATSMATCH_PARSER_TEXT_MOJIBAKE_H_
#define ATSMATCH_PARSER_TEXT_MOJIBAKE_H_

#include <string>
#include <string_view>

namespace atsmatch {

// Only sequences that no language writes are changed.  A byte that Windows-1252 leaves undefined
// may be a control character, a zero-width space or nothing at all.
std::string RepairMojibake(std::string_view text);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_TEXT_MOJIBAKE_H_
