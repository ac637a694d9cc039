#include "cli/blind_json.h"

#include <nlohmann/json.hpp>

namespace atsmatch {
namespace {

using Json = nlohmann::ordered_json;

void HideTexts(const PersonalData& personal, Json* json) {
  if (json->is_string()) {
    *json = personal.Hide(json->get<std::string>());
  } else if (json->is_structured()) {
    // An address that is hidden is no address.
    if (json->is_object()) json->erase("url");
    for (Json& entry : *json) HideTexts(personal, &entry);
  }
}

bool IsPersonal(const std::string& pointer) {
  if (pointer.starts_with("/references/")) return true;
  return pointer.starts_with("/basics/") && pointer != "/basics/label" &&
         pointer != "/basics/summary";
}

// Provenance says where a person's data stand; of what is hidden it says nothing.
void HideProvenance(Json* extension) {
  const auto provenance = extension->find("provenance");
  if (provenance == extension->end()) return;
  Json kept = Json::object();
  for (auto& [pointer, source] : provenance->items()) {
    if (!IsPersonal(pointer)) kept[pointer] = std::move(source);
  }
  *provenance = std::move(kept);
}

}  // namespace

std::string HidePersonalData(const PersonalData& personal, const std::string& text, bool pretty) {
  Json json = Json::parse(text, nullptr, false);
  if (!json.is_object()) return "{}";
  json.erase("references");
  Json basics = Json::object();
  for (const char* kept : {"label", "summary"}) {
    if (json["basics"].contains(kept)) {
      basics[kept] = json["basics"][kept];
      HideTexts(personal, &basics[kept]);
    }
  }
  for (auto& [key, part] : json.items()) {
    if (key == "basics") {
      part = basics;
    } else if (key != "$schema" && key != "meta") {
      HideTexts(personal, &part);
    }
  }
  Json& extension = json["meta"]["atsmatch"];
  for (const char* hidden : {"otherEmails", "otherPhones"}) extension.erase(hidden);
  for (const char* part : {"sections", "warnings", "checks", "facts", "naiveReading"}) {
    if (extension.contains(part)) HideTexts(personal, &extension[part]);
  }
  HideProvenance(&extension);
  return json.dump(pretty ? 2 : -1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace atsmatch
