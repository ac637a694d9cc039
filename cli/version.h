// Which versions made a result, and what can they do?
#ifndef ATSMATCH_CLI_VERSION_H_
#define ATSMATCH_CLI_VERSION_H_

#include <string>
#include <utility>
#include <vector>

namespace atsmatch {

std::string ToolVersion();  // "atsmatch 0.1.0"

struct Versions {
  std::string version;
  std::vector<std::string> reads, writes;  // formats
  std::string pdf;                         // the back end
  std::string sandbox;                     // what the kernel and the build offer
  std::string lexicon, taxonomy;           // fingerprints of what is built in
  std::vector<std::pair<std::string, std::string>> libraries;  // name, version at the build
};
Versions CollectVersions();

std::string ToText(const Versions& versions);
std::string ToJson(const Versions& versions);  // schemas/version.schema.json

// Another build has another one, another PDF library too: for what must not outlive either.
std::string BuildId();

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_VERSION_H_
