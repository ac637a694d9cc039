// The words of the reports, whatever their format: what a band, a state or a severity is called.
#ifndef ATSMATCH_CLI_REPORT_WORDS_H_
#define ATSMATCH_CLI_REPORT_WORDS_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/record.h"

namespace atsmatch {

// What the number is, and what it is not: a paragraph each.
extern const char kWhatTheScoreIs[];
extern const char kWhatTheScoreIsNot[];
extern const char kWhyNotScored[];

std::string FileNameOf(const std::string& path);

std::string Decimal(double value, int decimals);  // "83.7"
// "1 skill", "2 skills"
std::string Counted(size_t count, const std::string& one, const std::string& many);
// "ECG, telemetry"
std::string Joined(const std::vector<std::string>& words);

// The one line to remember: "A good match.", and what costs most (empty when nothing costs a
// point).
std::string MeaningOf(const MatchRecord& record);
std::string CostliestPart(const MatchRecord& record);

// "The job has a use for 34 % of the skills that the résumé shows; it does not ask for Go."
std::string UseInWords(const RecordUse& use);

// An advice under a heading that says once for all "if true for you".
std::string WithoutCondition(const std::string& text);

// "strong", "good" ... in the words of the report; "not scored".
std::string BandLabel(const MatchRecord& record);

// Of a requirement: "yes", "partly", "no", "unknown".
size_t MetRank(std::string_view met);  // 0 for "no", 1 "partly", 2 "yes", 3 "unknown"
std::string MetLabel(std::string_view met);
std::string MetSign(std::string_view met);
std::string MetSignAscii(std::string_view met);

std::string SeverityLabel(std::string_view severity);

// "basics", "work" ...: of a field or a section.
std::string PartLabel(std::string_view part);

// "/work/1/position" -> "2"; empty where a field has no number.
std::string EntryOf(const RecordField& field);

// For the audit: files, hashes and versions, those that are known.
std::vector<std::pair<std::string, std::string>> InputsOf(const MatchRecord& record);

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_REPORT_WORDS_H_
