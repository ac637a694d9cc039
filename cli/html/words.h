// The classes of the HTML reports, and words as views.
#ifndef ATSMATCH_CLI_HTML_WORDS_H_
#define ATSMATCH_CLI_HTML_WORDS_H_

#include <string>
#include <string_view>
#include <vector>

#include "cli/html/view.h"
#include "cli/record.h"

namespace atsmatch {

// The class of a colour: "good", "warn", "bad".
std::string ToneOf(std::string_view band);

// The class of a part's colour in report.css; parts without one of their own share "other".
std::string PartClass(std::string_view part);

// For the audit: files, hashes and versions.
std::vector<View> InputViews(const MatchRecord& record);

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_HTML_WORDS_H_
