// The words of the HTML reports: what a band, a state or a severity is called.
#ifndef ATSMATCH_CLI_HTML_WORDS_H_
#define ATSMATCH_CLI_HTML_WORDS_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "cli/html/view.h"
#include "cli/record.h"

namespace atsmatch {

std::string FileNameOf(const std::string& path);

// The class of a colour: "good", "warn", "bad".
std::string ToneOf(std::string_view band);

// Of a requirement: "yes", "partly", "no", "unknown".
size_t MetRank(std::string_view met);  // 0 for "no", 1 "partly", 2 "yes", 3 "unknown"
std::string MetLabel(std::string_view met);
std::string MetSign(std::string_view met);

std::string SeverityLabel(std::string_view severity);
// "basics", "work" ...: of a field or a section.
std::string PartLabel(std::string_view part);
// The class of its colour in report.css; parts without one of their own share "other".
std::string PartClass(std::string_view part);

// Musts that a résumé can tell of.
struct MustCount {
  size_t met = 0, all = 0;
};
MustCount CountMusts(const MatchRecord& record);

// For the audit: files, hashes and versions.
std::vector<View> InputViews(const MatchRecord& record);

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_HTML_WORDS_H_
