#include <nlohmann/json.hpp>

#include "cli/version.h"

namespace atsmatch {

std::string ToJson(const Versions& versions) {
  nlohmann::ordered_json json = {{"schema", "atsmatch.version/1"},
                                 {"version", versions.version},
                                 {"reads", versions.reads},
                                 {"writes", versions.writes},
                                 {"pdf", versions.pdf},
                                 {"sandbox", versions.sandbox},
                                 {"lexicon", versions.lexicon},
                                 {"taxonomy", versions.taxonomy}};
  json["libraries"] = nlohmann::ordered_json::object();
  for (const auto& [name, version] : versions.libraries) json["libraries"][name] = version;
  return json.dump(2) + "\n";
}

}  // namespace atsmatch
