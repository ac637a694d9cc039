#include "parser/facts/checks.h"

#include <algorithm>

#include "parser/parse.h"

namespace atsmatch {
namespace {

// Fields are lost in places that have nothing to do with columns, too; a few are no finding.
constexpr size_t kFewFields = 3;
constexpr double kManyFields = 0.25;  // share of all fields

void CheckReadingOrder(const ParsedResume& parsed, std::vector<Warning>* checks) {
  if (!parsed.naive_reading.has_value()) return;
  const ReadingDifference& difference = *parsed.naive_reading;
  const size_t wrong = difference.lost + difference.changed;
  if (wrong < kFewFields) return;
  Warning check;
  check.id = "reading-order";
  check.severity = wrong >= kManyFields * difference.fields ? Warning::Severity::kMajor
                                                            : Warning::Severity::kMinor;
  check.message = "Read straight across the page, " + std::to_string(wrong) + " of " +
                  std::to_string(difference.fields) + " fields are lost or different.";
  check.remedy = "Set the text in one column, one entry below the other.";
  checks->push_back(std::move(check));
}

}  // namespace

std::vector<Warning> FindChecks(const ParsedResume& parsed, const Lexicon& lexicon,
                                const Date& as_of) {
  std::vector<Warning> checks = parsed.warnings;
  CheckFile(parsed, &checks);
  CheckTextLayer(parsed, &checks);
  CheckReadingOrder(parsed, &checks);
  CheckContact(parsed, &checks);
  CheckContent(parsed, lexicon, as_of, &checks);
  CheckPersonalData(parsed, lexicon, &checks);
  std::stable_sort(checks.begin(), checks.end(),
                   [](const Warning& a, const Warning& b) { return a.severity > b.severity; });
  return checks;
}

}  // namespace atsmatch
