// Two résumés in JSON, field by field.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "parser/naive_reading.h"

namespace atsmatch {
namespace {

using Json = nlohmann::ordered_json;

constexpr size_t kLongestExample = 200;  // bytes of a value
constexpr size_t kFarthest = 100;        // places that an entry of a list may have moved

// Pointer and text of each value under `json`.
using Fields = std::vector<std::pair<std::string, std::string>>;

void Flatten(const Json& json, const std::string& pointer, Fields* fields) {
  if (json.is_structured()) {
    for (const auto& [key, value] : json.items()) Flatten(value, pointer + "/" + key, fields);
  } else if (json.is_string()) {
    fields->push_back({pointer, json.get<std::string>()});
  }
}

Fields Flattened(const Json& json) {
  Fields fields;
  Flatten(json, "", &fields);
  return fields;
}

std::string Shortened(std::string text) {
  if (text.size() <= kLongestExample) return text;
  size_t end = kLongestExample;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

// "highlights" of "/highlights/3": the fields whose order says nothing.
std::string ListOf(const std::string& pointer) {
  const size_t slash = pointer.rfind('/');
  const bool is_item = slash != std::string::npos && slash + 1 < pointer.size() &&
                       pointer.find_first_not_of("0123456789", slash + 1) == std::string::npos;
  return is_item ? pointer.substr(0, slash) : pointer;
}

// The fields of one object, to be looked up by name and value.
class Entry {
 public:
  explicit Entry(const Json& json) : fields_(Flattened(json)) {
    for (const auto& [pointer, value] : fields_) {
      values_.insert(ListOf(pointer) + "\n" + value);
      if (ListOf(pointer) == pointer) named_.emplace(pointer, value);
    }
  }
  const Fields& fields() const { return fields_; }
  bool Has(const std::string& pointer, const std::string& value) const {
    return values_.contains(ListOf(pointer) + "\n" + value);
  }
  // What stands under the name; empty: nothing, or one of a list.
  std::string Named(const std::string& pointer) const {
    const auto found = named_.find(pointer);
    return found == named_.end() ? std::string() : found->second;
  }
  size_t SharedWith(const Entry& other) const {
    size_t shared = 0;
    for (const auto& [pointer, value] : fields_) shared += other.Has(pointer, value);
    return shared;
  }

 private:
  Fields fields_;
  std::unordered_set<std::string> values_;
  std::unordered_map<std::string, std::string> named_;
};

class Comparison {
 public:
  ReadingDifference Run(const Json& really, const Json& naively) {
    for (const auto& [key, value] : really.items()) {
      if (key == "meta" || key == "$schema") continue;
      const Json other = naively.is_object() ? naively.value(key, Json()) : Json();
      if (value.is_array()) {
        CompareLists("/" + key, value, other);
      } else {
        CompareEntries("/" + key, Entry(value), Entry(other));
      }
    }
    if (naively.is_object()) CountNewLists(really, naively);
    return std::move(difference_);
  }

 private:
  // Lists that the naive reading alone has.
  void CountNewLists(const Json& really, const Json& naively) {
    for (const auto& [key, value] : naively.items()) {
      if (key == "meta" || key == "$schema" || really.contains(key)) continue;
      difference_.invented += Flattened(value).size();
    }
  }

  void CompareLists(const std::string& pointer, const Json& really, const Json& naively) {
    std::vector<Entry> others;
    if (naively.is_array()) {
      for (const Json& entry : naively) others.emplace_back(entry);
    }
    std::vector<bool> taken(others.size());
    const Entry nothing{Json()};
    for (size_t i = 0; i < really.size(); ++i) {
      const Entry entry(really[i]);
      const size_t match = FindMatch(entry, i, others, taken);
      if (match < others.size()) taken[match] = true;
      CompareEntries(pointer + "/" + std::to_string(i), entry,
                     match < others.size() ? others[match] : nothing);
    }
    for (size_t i = 0; i < others.size(); ++i) {
      if (!taken[i]) difference_.invented += others[i].fields().size();
    }
  }

  // The one that shares most, not too far from the entry's own place; others.size() when none
  // shares anything.
  static size_t FindMatch(const Entry& entry, size_t place, const std::vector<Entry>& others,
                          const std::vector<bool>& taken) {
    const size_t begin = place < kFarthest ? 0 : place - kFarthest;
    const size_t end = std::min(others.size(), place + kFarthest);
    size_t best = others.size(), most = 0;
    for (size_t i = begin; i < end; ++i) {
      const size_t shared = taken[i] ? 0 : entry.SharedWith(others[i]);
      if (shared <= most) continue;
      most = shared;
      best = i;
    }
    return best;
  }

  void CompareEntries(const std::string& pointer, const Entry& really, const Entry& naively) {
    for (const auto& [name, value] : really.fields()) {
      ++difference_.fields;
      if (naively.Has(name, value)) continue;
      std::string instead = naively.Named(name);
      ++(instead.empty() ? difference_.lost : difference_.changed);
      if (difference_.examples.size() < kMostExamples) {
        difference_.examples.push_back(
            {pointer + name, Shortened(value), Shortened(std::move(instead))});
      }
    }
    for (const auto& [name, value] : naively.fields()) {
      const bool replaces = !really.Named(name).empty();
      difference_.invented += !replaces && !really.Has(name, value);
    }
  }

  ReadingDifference difference_;
};

}  // namespace

ReadingDifference CompareJsonResumes(std::string_view really, std::string_view naively) {
  constexpr bool kThrow = false;
  const Json a = Json::parse(really, nullptr, kThrow), b = Json::parse(naively, nullptr, kThrow);
  return a.is_object() ? Comparison().Run(a, b) : ReadingDifference{};
}

}  // namespace atsmatch
