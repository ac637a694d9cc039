// A JSON Resume without who it is about; see blind.h.
#ifndef ATSMATCH_CLI_BLIND_JSON_H_
#define ATSMATCH_CLI_BLIND_JSON_H_

#include <string>

#include "cli/blind.h"

namespace atsmatch {

// `json` is what ToJsonResume wrote.
std::string HidePersonalData(const PersonalData& personal, const std::string& json, bool pretty);

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_BLIND_JSON_H_
