// One line of output as a value: a résumé matched against a job, or why it could not be.
//
//   std::string line = ToJson(record, {});           // made in the worker
//   std::optional<MatchRecord> same = ReadMatchRecord(line);
//
// Every format is rendered from this record, so that all of them say the same.  The JSON is the
// contract: schema "atsmatch.match/1".
#ifndef ATSMATCH_CLI_RECORD_H_
#define ATSMATCH_CLI_RECORD_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/reading_record.h"

namespace atsmatch {

struct RecordError {
  std::string kind;  // ErrorKindName
  std::string cause;
  std::string remedy;
};

struct RecordQuote {
  std::string text;
  int page = 0;  // 1-based
  std::string section;
};

struct RecordFeature {
  std::string id, label, note;
  double raw = 0, weight = 0, value = 0, points = 0, max_points = 0;
  bool used = true;
};

struct RecordRequirement {
  std::string text, need, kind, met, reason;
  double value = 0, points = 0, gain = 0;
  std::vector<RecordQuote> evidence;
  std::string found_by;  // "exact" .. "none"; empty: it has no name that one could search for
};

// How many of the things that have a name each way of searching finds.
struct RecordSearches {
  int of = 0;
  int exact = 0, stems = 0, aliases = 0, related = 0;  // each with those before it
};

// The résumé's skills that the job has a use for.
struct RecordUse {
  double share = 0;  // 0..1
  std::vector<std::string> unused;
};

struct RecordKeyword {
  std::string term;
  double importance = 0;
  int count_in_job = 0, count_in_resume = 0;
  std::vector<RecordQuote> where;
};

struct RecordAdvice {
  std::string text;
  double points = 0;
};

struct RecordWarning {
  std::string id, severity, message, remedy;
  int page = 0;  // 1-based; 0: the whole document
};

// What an ATS read, in short.
struct RecordCandidate {
  std::string name, email, phone;
  std::string title, level;  // of the present or last position; "junior" .. "executive"
  int positions = 0, degrees = 0, skills = 0;
  std::optional<double> years;  // of work; nothing: no dates were found
};

struct RecordInputs {
  std::string resume_sha256, job_sha256, tool, lexicon, taxonomy, statistics, as_of;
  bool sandbox = true;  // false: --no-sandbox was given
};

struct MatchRecord {
  std::string resume;          // the path in UTF-8
  std::string resume_percent;  // %XX for the bytes of a path that is not UTF-8; else empty
  std::string job, job_title;
  std::optional<RecordError> error;  // the rest is empty then
  bool skipped = false;              // with an error: no document, and no failure
  std::optional<double> score;       // 0..100; nothing: not scored
  std::string band;
  bool knocked_out = false;
  std::vector<size_t> knock_outs;  // indices into `requirements`
  RecordCandidate candidate;
  std::vector<RecordFeature> features;
  std::vector<RecordRequirement> requirements;
  std::vector<RecordKeyword> matched, missing;
  std::vector<RecordAdvice> advice;
  std::optional<RecordUse> use;  // nothing: no known skills are shown
  std::vector<RecordWarning> warnings;
  RecordInputs inputs;
  std::string duplicate_of;
  bool blind = false;                    // personal data are hidden, see blind.h
  std::optional<RecordReading> reading;  // only for reports that draw it
};

RecordSearches CountSearches(const std::vector<RecordRequirement>& requirements);

// One line without a line end, or indented.
std::string ToJson(const MatchRecord& record, bool pretty);
// Nothing when the line is no record of this schema.
std::optional<MatchRecord> ReadMatchRecord(std::string_view json);

// Adds "duplicate_of" to a record that is a JSON object.
void AddDuplicate(const std::string& path, std::string* json);

// {"resume": ..., "status": "error", "error": {...}}; or "skipped"
std::string ErrorLine(const std::string& path, const RecordError& error, bool skipped);

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_RECORD_H_
