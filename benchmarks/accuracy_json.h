// A JSON Resume as flat values, so that the scoring need not know JSON.
#ifndef ATSMATCH_BENCHMARKS_ACCURACY_JSON_H_
#define ATSMATCH_BENCHMARKS_ACCURACY_JSON_H_

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "parser/result.h"

namespace atsmatch {

// An entry of a list ("work", "skills" ...) or the basics.
struct PlainEntry {
  std::map<std::string, std::string> values;  // "name", "startDate" ...
  std::vector<std::string> highlights;
  std::vector<std::string> keywords;
  std::set<std::string> printed;             // of a truth: "name", "highlights[2]" ...
  std::set<std::string> year_only;           // dates that are printed without their month
  std::map<std::string, double> confidence;  // of what was read: the same keys, 0..1

  const std::string& Value(const std::string& key) const;  // empty where there is none
  bool Printed(const std::string& key) const { return printed.count(key) != 0; }
};

struct PlainResume {
  PlainEntry basics;                                     // the city too
  std::map<std::string, std::vector<PlainEntry>> lists;  // "profiles" too

  const std::vector<PlainEntry>& List(const std::string& key) const;
};

// A truth file: {"resume": ..., "printed": [paths], "date_precision": {path: "year"}}, or a JSON
// Resume of which everything is printed.
Result<PlainResume> ReadTruth(std::string_view json);
// What ToJsonResume() gives; confidence comes from meta.atsmatch.provenance.
Result<PlainResume> ReadParsed(std::string_view json);

}  // namespace atsmatch

#endif  // ATSMATCH_BENCHMARKS_ACCURACY_JSON_H_
