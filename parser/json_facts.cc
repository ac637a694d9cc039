#include "parser/json_facts.h"

#include <utility>

namespace atsmatch {
namespace {

using Json = nlohmann::ordered_json;

std::string PointerTo(const EntryPointers& pointers, const char* list, size_t index) {
  const auto entries = pointers.find(list);
  const bool written = entries != pointers.end() && index < entries->second.size();
  return written ? entries->second[index] : std::string();
}

std::string PointerTo(const EntryPointers& pointers, const EntryReference& entry) {
  switch (entry.list) {
    case EntryReference::List::kWork:
      return PointerTo(pointers, "work", entry.index);
    case EntryReference::List::kVolunteer:
      return PointerTo(pointers, "volunteer", entry.index);
    case EntryReference::List::kProjects:
      return PointerTo(pointers, "projects", entry.index);
  }
  return {};
}

// The words that show what is meant; the first of them where they are many.
std::string QuoteOf(const Document& document, IndexRange words) {
  constexpr size_t kMostWords = 12;
  if (words.empty() || words.end > document.words.size()) return {};
  const bool is_long = words.size() > kMostWords;
  if (is_long) words.end = words.begin + kMostWords;
  return TextOf(document, words) + (is_long ? " …" : "");
}

Json GapsToJson(const std::vector<Gap>& gaps) {
  Json list = Json::array();
  for (const Gap& gap : gaps) {
    list.push_back({{"from", ToIsoDate(gap.from)},
                    {"to", ToIsoDate(gap.to)},
                    {"months", gap.months},
                    {"monthsElsewhere", gap.months_elsewhere}});
  }
  return list;
}

Json SkillsToJson(const std::vector<SkillUse>& uses, const EntryPointers& pointers) {
  Json list = Json::array();
  for (const SkillUse& use : uses) {
    Json entry;
    entry["name"] = use.name;
    entry["months"] = use.months;
    if (use.last_used.year != 0) entry["lastUsed"] = ToIsoDate(use.last_used);
    if (use.current) entry["current"] = true;
    Json& found = entry["foundIn"] = Json::array();
    for (const EntryReference& reference : use.entries) {
      found.push_back(PointerTo(pointers, reference));
    }
    list.push_back(std::move(entry));
  }
  return list;
}

Json PositionToJson(const Work& work, std::string pointer) {
  Json json;
  if (work.position.known()) json["title"] = work.position.value;
  if (work.name.known()) json["employer"] = work.name.value;
  json["entry"] = std::move(pointer);
  return json;
}

Json DegreeToJson(const DegreeFact& degree, std::string pointer) {
  Json json;
  json["level"] = degree.level;
  if (!degree.name.empty()) json["name"] = degree.name;
  json["inProgress"] = degree.in_progress;
  json["entry"] = std::move(pointer);
  return json;
}

}  // namespace

Json ToJson(const Facts& facts, const Resume& resume, const EntryPointers& pointers) {
  Json json;
  json["asOf"] = ToIsoDate(facts.as_of);
  if (facts.work_months.has_value()) json["workMonths"] = *facts.work_months;
  if (facts.volunteer_months.has_value()) json["volunteerMonths"] = *facts.volunteer_months;
  if (facts.undated_positions > 0) json["undatedPositions"] = facts.undated_positions;
  if (facts.current_position.has_value()) {
    const size_t index = *facts.current_position;
    json["currentPosition"] =
        PositionToJson(resume.work[index], PointerTo(pointers, "work", index));
  }
  if (facts.seniority.level > 0) {
    json["seniority"] = {{"level", facts.seniority.level}, {"title", facts.seniority.title}};
  }
  if (facts.degree.level > 0) {
    json["highestDegree"] =
        DegreeToJson(facts.degree, PointerTo(pointers, "education", facts.degree.education));
  }
  json["gaps"] = GapsToJson(facts.gaps);
  json["skills"] = SkillsToJson(facts.skills, pointers);
  return json;
}

Json ToJson(const std::vector<Warning>& warnings, const Document& document) {
  Json list = Json::array();
  for (const Warning& warning : warnings) {
    Json entry;
    entry["id"] = warning.id;
    entry["severity"] = SeverityName(warning.severity);
    entry["message"] = warning.message;
    if (!warning.remedy.empty()) entry["remedy"] = warning.remedy;
    if (warning.page >= 0) entry["page"] = warning.page + 1;
    const std::string quote = QuoteOf(document, warning.words);
    if (!quote.empty()) {
      entry["words"] = {warning.words.begin, warning.words.end};
      entry["text"] = quote;
    }
    list.push_back(std::move(entry));
  }
  return list;
}

Json ToJson(const ReadingDifference& difference) {
  Json json;
  json["fields"] = difference.fields;
  json["lost"] = difference.lost;
  json["changed"] = difference.changed;
  json["invented"] = difference.invented;
  Json& examples = json["examples"] = Json::array();
  for (const ReadingDifference::Example& example : difference.examples) {
    Json entry;
    entry["field"] = example.pointer;
    entry["value"] = example.value;
    if (!example.instead.empty()) entry["instead"] = example.instead;
    examples.push_back(std::move(entry));
  }
  return json;
}

}  // namespace atsmatch
