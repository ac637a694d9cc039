#include "benchmarks/accuracy_json.h"

#include <nlohmann/json.hpp>
#include <utility>

namespace atsmatch {
namespace {

using Json = nlohmann::json;

// What is known of the values beside the values: printed or not, how sure.
struct Notes {
  bool all_printed = true;
  std::set<std::string> printed;    // "work[0].highlights[1]"
  std::set<std::string> year_only;  // "work[0].startDate"
  Json provenance;                  // by JSON Pointer: "/work/0/highlights/1"
};

struct Place {
  std::string path, pointer;
};

std::string TextOf(const Json& json) {
  if (json.is_string()) return json.get<std::string>();
  return json.is_number() || json.is_boolean() ? json.dump() : "";
}

void Note(const Notes& notes, const Place& place, const std::string& key,
          const std::string& pointer_key, PlainEntry* entry) {
  const std::string path = place.path + "." + key;
  if (notes.all_printed || notes.printed.count(path) != 0) entry->printed.insert(key);
  if (notes.year_only.count(path) != 0) entry->year_only.insert(key);
  const auto found = notes.provenance.find(place.pointer + "/" + pointer_key);
  if (found != notes.provenance.end()) entry->confidence[key] = found->value("confidence", 0.0);
}

void AddTexts(const Json& list, const Notes& notes, const Place& place, const std::string& key,
              PlainEntry* entry, std::vector<std::string>* texts) {
  for (const Json& text : list) {
    const std::string index = std::to_string(texts->size());
    Note(notes, place, key + "[" + index + "]", key + "/" + index, entry);
    texts->push_back(TextOf(text));
  }
}

PlainEntry ReadEntry(const Json& json, const Notes& notes, const Place& place) {
  PlainEntry entry;
  if (json.is_string()) entry.values["name"] = json.get<std::string>();
  if (!json.is_object()) return entry;
  for (const auto& [key, value] : json.items()) {
    if (key == "highlights" || key == "keywords") {
      AddTexts(value, notes, place, key, &entry,
               key == "highlights" ? &entry.highlights : &entry.keywords);
    } else if (const std::string text = TextOf(value); !text.empty()) {
      entry.values[key] = text;
      Note(notes, place, key, key, &entry);
    }
  }
  return entry;
}

std::vector<PlainEntry> ReadList(const Json& list, const Notes& notes, const Place& place) {
  std::vector<PlainEntry> entries;
  if (!list.is_array()) return entries;
  for (const Json& json : list) {
    const std::string index = std::to_string(entries.size());
    entries.push_back(
        ReadEntry(json, notes, {place.path + "[" + index + "]", place.pointer + "/" + index}));
  }
  return entries;
}

PlainResume ReadResume(const Json& json, const Notes& notes) {
  PlainResume resume;
  for (const auto& [key, value] : json.items()) {
    if (value.is_array()) resume.lists[key] = ReadList(value, notes, {key, "/" + key});
  }
  const auto basics = json.find("basics");
  if (basics == json.end() || !basics->is_object()) return resume;
  resume.basics = ReadEntry(*basics, notes, {"basics", "/basics"});
  if (basics->contains("profiles")) {
    resume.lists["profiles"] =
        ReadList((*basics)["profiles"], notes, {"basics.profiles", "/basics/profiles"});
  }
  if (basics->contains("location")) {
    const PlainEntry location =
        ReadEntry((*basics)["location"], notes, {"basics.location", "/basics/location"});
    resume.basics.values["city"] = location.Value("city");
    if (location.Printed("city")) resume.basics.printed.insert("city");
    resume.basics.confidence.insert(location.confidence.begin(), location.confidence.end());
  }
  return resume;
}

Result<Json> ReadJson(std::string_view text) {
  Json json = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (json.is_object()) return json;
  return Error{ErrorKind::kInvalidData, "not a JSON object", ""};
}

}  // namespace

const std::string& PlainEntry::Value(const std::string& key) const {
  static const std::string none;
  const auto found = values.find(key);
  return found == values.end() ? none : found->second;
}

const std::vector<PlainEntry>& PlainResume::List(const std::string& key) const {
  static const std::vector<PlainEntry> none;
  const auto found = lists.find(key);
  return found == lists.end() ? none : found->second;
}

Result<PlainResume> ReadTruth(std::string_view text) {
  Result<Json> json = ReadJson(text);
  if (!json.ok()) return json.error();
  if (!json.value().contains("resume")) return ReadResume(json.value(), {});
  Notes notes;
  notes.all_printed = false;
  for (const Json& path : json.value()["printed"]) notes.printed.insert(TextOf(path));
  if (json.value().contains("date_precision")) {
    for (const auto& [path, precision] : json.value()["date_precision"].items()) {
      if (TextOf(precision) == "year") notes.year_only.insert(path);
    }
  }
  return ReadResume(json.value()["resume"], notes);
}

Result<PlainResume> ReadParsed(std::string_view text) {
  Result<Json> json = ReadJson(text);
  if (!json.ok()) return json.error();
  Notes notes;
  const Json::json_pointer provenance("/meta/atsmatch/provenance");
  if (json.value().contains(provenance)) notes.provenance = json.value()[provenance];
  return ReadResume(json.value(), notes);
}

}  // namespace atsmatch
