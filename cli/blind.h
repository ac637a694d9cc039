// Hides who a résumé is about: name, contact details, address, photo, birth date and the like.
//
//   const PersonalData personal(parsed);
//   personal.Hide("Jane Roe led a team of four")   // "[hidden] [hidden] led a team of four"
//
// What is hidden was never scored, so the score is the same with and without.
#ifndef ATSMATCH_CLI_BLIND_H_
#define ATSMATCH_CLI_BLIND_H_

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "cli/record.h"
#include "parser/parse.h"

namespace atsmatch {

inline constexpr std::string_view kHidden = "[hidden]";

class PersonalData {
 public:
  explicit PersonalData(const ParsedResume& resume);

  // Without the texts that are personal, words of the name that are written as one, and whatever
  // looks like an e-mail address, a phone number or a web address.
  std::string Hide(std::string_view text) const;

 private:
  void Add(const ParsedResume& resume, const Text& field);
  void AddLines(const ParsedResume& resume);
  std::string HideNames(std::string_view text) const;

  std::vector<std::string> texts_;         // as printed, the longest first
  std::unordered_set<std::string> names_;  // folded words of the name
};

// Of a file's content: "candidate-1a2b3c4d5e6f", the first digits of its SHA-256.  A file that was
// not read goes by its path instead.
std::string BlindName(const std::string& sha256, const std::string& path);

void HidePersonalData(const PersonalData& personal, MatchRecord* record);

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_BLIND_H_
