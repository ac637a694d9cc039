// What is kept of a parsed résumé so that it can be matched against another job without its file:
// the evidence, and what a record says of the person and the document.
//
//   std::string bytes = ToBytes(kept);            // made in the worker
//   std::optional<KeptResume> same = ReadKeptResume(bytes);
//
// Bytes that are none, or damaged, read as nothing; indices are checked.
#ifndef ATSMATCH_CLI_KEPT_RESUME_H_
#define ATSMATCH_CLI_KEPT_RESUME_H_

#include <optional>
#include <string>
#include <string_view>

#include "cli/match_record.h"
#include "matcher/score/evidence.h"

namespace atsmatch {

struct KeptResume {
  ResumeEvidence evidence;
  ResumeSummary summary;
};

std::string ToBytes(const KeptResume& kept);
// `concepts`: how many the taxonomy has.
std::optional<KeptResume> ReadKeptResume(std::string_view bytes, size_t concepts);

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_KEPT_RESUME_H_
