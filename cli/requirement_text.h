// A requirement in a report for a terminal: whether it is met, and the line that shows it.
#ifndef ATSMATCH_CLI_REQUIREMENT_TEXT_H_
#define ATSMATCH_CLI_REQUIREMENT_TEXT_H_

#include <cstddef>
#include <string>

#include "cli/record.h"
#include "cli/text_page.h"

namespace atsmatch {

struct RequirementTextOptions {
  size_t text_lines = 2;
  size_t quotes = 1, quote_lines = 2;
  bool reason = false;
  bool knocks_out = false;
  std::string number;  // "3. ", or empty
};
void PutRequirement(const RecordRequirement& requirement, const RequirementTextOptions& options,
                    TextPage* page);

// "✓", "~", "✗", "?" in the ink of the state.
std::string MetMark(const std::string& met, const TextPage& page);
// "(✓ met, ~ partly ...)"
void PutMetLegend(TextPage* page);

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_REQUIREMENT_TEXT_H_
