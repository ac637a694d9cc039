// What may stand on a terminal, and how wide it is.
#ifndef ATSMATCH_CLI_TERMINAL_H_
#define ATSMATCH_CLI_TERMINAL_H_

#include <string>
#include <string_view>
#include <vector>

#include "cli/options.h"

namespace atsmatch {

// Text from a file, safe to print: control characters (escape sequences among them), bidirectional
// controls and bytes that are not UTF-8 become U+FFFD, line ends and tabs a space.
std::string EscapeForTerminal(std::string_view text);

// JSON text with the same meaning that is safe to print: in its strings, the same characters stand
// as \uXXXX.
std::string EscapeJson(std::string_view json);

// How a report is set.
struct Style {
  int width = 80;  // columns, 60 .. 120
  bool color = false;
  bool unicode = true;  // bars and marks beyond ASCII
};
// Of a descriptor: width and colours of a terminal; 80 columns and no colours elsewhere.
Style StyleOf(int descriptor, ColorMode mode);

enum class Ink : uint8_t { kBold, kDim, kGreen, kYellow, kRed, kCyan };
std::string Paint(std::string_view text, Ink ink, const Style& style);

// At most `columns` wide, the end cut off with an ellipsis.
std::string Truncate(std::string_view text, int columns, const Style& style);
// The same with the beginning cut off: the end of a path says more.
std::string TruncateLeft(std::string_view text, int columns, const Style& style);
// Exactly `columns` wide: truncated, or filled with spaces.
std::string PadRight(std::string_view text, int columns, const Style& style);
std::string PadLeft(std::string_view text, int columns, const Style& style);
// Lines of at most `columns`, broken at spaces, and within words that are wider.
std::vector<std::string> Wrap(std::string_view text, int columns);
// A bar of `columns`, filled for the share 0..1; none if there is no room.
std::string Bar(double share, int columns, const Style& style);

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_TERMINAL_H_
