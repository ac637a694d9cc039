#include "cli/record.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <utility>

#include "cli/terminal.h"

namespace atsmatch {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kSchema = "atsmatch.match/1";

// Four decimals: enough for any ranking, and the same on every machine.
double Rounded(double value) { return std::round(value * 1e4) / 1e4; }

Json ToJson(const std::vector<RecordQuote>& quotes) {
  Json list = Json::array();
  for (const RecordQuote& quote : quotes) {
    Json json = {{"text", quote.text}, {"page", quote.page}};
    if (!quote.section.empty()) json["section"] = quote.section;
    list.push_back(std::move(json));
  }
  return list;
}

Json ToJson(const RecordFeature& feature) {
  Json json = {{"id", feature.id},
               {"label", feature.label},
               {"weight", Rounded(feature.weight)},
               {"raw", Rounded(feature.raw)},
               {"value", Rounded(feature.value)},
               {"points", Rounded(feature.points)},
               {"max_points", Rounded(feature.max_points)},
               {"used", feature.used}};
  if (!feature.note.empty()) json["note"] = feature.note;
  return json;
}

Json ToJson(const RecordRequirement& requirement) {
  Json json = {{"text", requirement.text},
               {"need", requirement.need},
               {"kind", requirement.kind},
               {"met", requirement.met},
               {"value", Rounded(requirement.value)},
               {"points", Rounded(requirement.points)},
               {"gain", Rounded(requirement.gain)}};
  if (!requirement.reason.empty()) json["reason"] = requirement.reason;
  json["evidence"] = ToJson(requirement.evidence);
  return json;
}

Json ToJson(const RecordKeyword& keyword) {
  Json json = {{"term", keyword.term},
               {"importance", Rounded(keyword.importance)},
               {"count_in_job", keyword.count_in_job},
               {"count_in_resume", keyword.count_in_resume}};
  if (!keyword.where.empty()) json["where"] = ToJson(keyword.where);
  return json;
}

Json ToJson(const RecordWarning& warning) {
  Json json = {{"id", warning.id}, {"severity", warning.severity}, {"message", warning.message}};
  if (!warning.remedy.empty()) json["remedy"] = warning.remedy;
  if (warning.page > 0) json["page"] = warning.page;
  return json;
}

Json ToJson(const RecordError& error) {
  Json json = {{"kind", error.kind}, {"message", error.cause}};
  if (!error.remedy.empty()) json["remedy"] = error.remedy;
  return json;
}

Json ToJson(const RecordCandidate& candidate) {
  Json json = Json::object();
  if (!candidate.name.empty()) json["name"] = candidate.name;
  if (!candidate.email.empty()) json["email"] = candidate.email;
  if (!candidate.phone.empty()) json["phone"] = candidate.phone;
  if (!candidate.title.empty()) json["title"] = candidate.title;
  if (!candidate.level.empty()) json["level"] = candidate.level;
  json["positions"] = candidate.positions;
  json["degrees"] = candidate.degrees;
  json["skills"] = candidate.skills;
  if (candidate.years.has_value()) json["years"] = Rounded(*candidate.years);
  return json;
}

template <class T>
Json ToList(const std::vector<T>& values) {
  Json list = Json::array();
  for (const T& value : values) list.push_back(ToJson(value));
  return list;
}

void AddMatch(const MatchRecord& record, Json* json) {
  Json& to = *json;
  to["score"] = record.score.has_value() ? Json(Rounded(*record.score)) : Json(nullptr);
  to["band"] = record.band;
  to["knocked_out"] = record.knocked_out;
  to["knock_outs"] = record.knock_outs;
  to["candidate"] = ToJson(record.candidate);
  to["breakdown"] = ToList(record.features);
  to["requirements"] = ToList(record.requirements);
  to["keywords"]["matched"] = ToList(record.matched);
  to["keywords"]["missing"] = ToList(record.missing);
  Json advice = Json::array();
  for (const RecordAdvice& one : record.advice) {
    advice.push_back({{"text", one.text}, {"points", Rounded(one.points)}});
  }
  to["advice"] = std::move(advice);
  to["warnings"] = ToList(record.warnings);
}

// What is not there, or of another type, reads as the default.
template <class T>
T Get(const Json& json, const char* key, T otherwise) {
  const auto found = json.find(key);
  if (found == json.end()) return otherwise;
  if constexpr (std::is_same_v<T, std::string>) {
    return found->is_string() ? found->get<std::string>() : otherwise;
  } else if constexpr (std::is_same_v<T, bool>) {
    return found->is_boolean() ? found->get<bool>() : otherwise;
  } else {
    return found->is_number() ? found->get<T>() : otherwise;
  }
}

std::string GetText(const Json& json, const char* key) { return Get<std::string>(json, key, ""); }
double GetNumber(const Json& json, const char* key) { return Get<double>(json, key, 0); }

const Json& GetPart(const Json& json, const char* key) {
  static const Json kNone = Json::object();
  const auto found = json.find(key);
  return found == json.end() ? kNone : *found;
}

template <class T, class Read>
std::vector<T> GetList(const Json& json, const char* key, Read read) {
  std::vector<T> values;
  const Json& list = GetPart(json, key);
  if (!list.is_array()) return values;
  for (const Json& entry : list) {
    if (entry.is_object()) values.push_back(read(entry));
  }
  return values;
}

RecordQuote ReadQuote(const Json& json) {
  return {GetText(json, "text"), Get<int>(json, "page", 0), GetText(json, "section")};
}

RecordFeature ReadFeature(const Json& json) {
  RecordFeature feature;
  feature.id = GetText(json, "id");
  feature.label = GetText(json, "label");
  feature.note = GetText(json, "note");
  feature.raw = GetNumber(json, "raw");
  feature.weight = GetNumber(json, "weight");
  feature.value = GetNumber(json, "value");
  feature.points = GetNumber(json, "points");
  feature.max_points = GetNumber(json, "max_points");
  feature.used = Get<bool>(json, "used", true);
  return feature;
}

RecordRequirement ReadRequirement(const Json& json) {
  RecordRequirement requirement;
  requirement.text = GetText(json, "text");
  requirement.need = GetText(json, "need");
  requirement.kind = GetText(json, "kind");
  requirement.met = GetText(json, "met");
  requirement.reason = GetText(json, "reason");
  requirement.value = GetNumber(json, "value");
  requirement.points = GetNumber(json, "points");
  requirement.gain = GetNumber(json, "gain");
  requirement.evidence = GetList<RecordQuote>(json, "evidence", ReadQuote);
  return requirement;
}

RecordKeyword ReadKeyword(const Json& json) {
  return {GetText(json, "term"), GetNumber(json, "importance"), Get<int>(json, "count_in_job", 0),
          Get<int>(json, "count_in_resume", 0), GetList<RecordQuote>(json, "where", ReadQuote)};
}

RecordWarning ReadWarning(const Json& json) {
  return {GetText(json, "id"), GetText(json, "severity"), GetText(json, "message"),
          GetText(json, "remedy"), Get<int>(json, "page", 0)};
}

RecordCandidate ReadCandidate(const Json& json) {
  RecordCandidate candidate;
  candidate.name = GetText(json, "name");
  candidate.email = GetText(json, "email");
  candidate.phone = GetText(json, "phone");
  candidate.title = GetText(json, "title");
  candidate.level = GetText(json, "level");
  candidate.positions = Get<int>(json, "positions", 0);
  candidate.degrees = Get<int>(json, "degrees", 0);
  candidate.skills = Get<int>(json, "skills", 0);
  if (json.contains("years")) candidate.years = GetNumber(json, "years");
  return candidate;
}

void ReadMatch(const Json& json, MatchRecord* record) {
  if (const Json& score = GetPart(json, "score"); score.is_number())
    record->score = score.get<double>();
  record->band = GetText(json, "band");
  record->knocked_out = Get<bool>(json, "knocked_out", false);
  if (const Json& list = GetPart(json, "knock_outs"); list.is_array()) {
    for (const Json& entry : list) {
      if (entry.is_number_unsigned()) record->knock_outs.push_back(entry.get<size_t>());
    }
  }
  record->candidate = ReadCandidate(GetPart(json, "candidate"));
  record->features = GetList<RecordFeature>(json, "breakdown", ReadFeature);
  record->requirements = GetList<RecordRequirement>(json, "requirements", ReadRequirement);
  record->matched = GetList<RecordKeyword>(GetPart(json, "keywords"), "matched", ReadKeyword);
  record->missing = GetList<RecordKeyword>(GetPart(json, "keywords"), "missing", ReadKeyword);
  record->advice = GetList<RecordAdvice>(json, "advice", [](const Json& advice) {
    return RecordAdvice{GetText(advice, "text"), GetNumber(advice, "points")};
  });
  record->warnings = GetList<RecordWarning>(json, "warnings", ReadWarning);
}

const char* StatusOf(bool failed, bool skipped) {
  return skipped ? "skipped" : failed ? "error" : "ok";
}

std::string Dump(const Json& json, bool pretty) {
  return EscapeJson(json.dump(pretty ? 2 : -1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace

std::string ToJson(const MatchRecord& record, bool pretty) {
  Json json;
  json["schema"] = kSchema;
  json["resume"] = record.resume;
  if (!record.resume_percent.empty()) json["resume_percent"] = record.resume_percent;
  json["status"] = StatusOf(record.error.has_value(), record.skipped);
  if (!record.job.empty()) json["job"] = {{"file", record.job}, {"title", record.job_title}};
  if (record.error.has_value()) {
    json["error"] = ToJson(*record.error);
  } else {
    AddMatch(record, &json);
    const RecordInputs& inputs = record.inputs;
    json["inputs"] = {{"resume_sha256", inputs.resume_sha256},
                      {"job_sha256", inputs.job_sha256},
                      {"tool", inputs.tool},
                      {"lexicon", inputs.lexicon},
                      {"taxonomy", inputs.taxonomy},
                      {"statistics", inputs.statistics},
                      {"as_of", inputs.as_of}};
    if (!inputs.sandbox) json["inputs"]["sandbox"] = false;
    if (record.reading.has_value()) json["reading"] = Json::parse(ToJson(*record.reading));
  }
  if (!record.duplicate_of.empty()) json["duplicate_of"] = record.duplicate_of;
  return Dump(json, pretty);
}

std::optional<MatchRecord> ReadMatchRecord(std::string_view text) {
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object() || GetText(json, "schema") != kSchema) return std::nullopt;
  MatchRecord record;
  record.resume = GetText(json, "resume");
  record.resume_percent = GetText(json, "resume_percent");
  record.job = GetText(GetPart(json, "job"), "file");
  record.job_title = GetText(GetPart(json, "job"), "title");
  record.duplicate_of = GetText(json, "duplicate_of");
  record.skipped = GetText(json, "status") == "skipped";
  if (record.skipped || GetText(json, "status") == "error") {
    const Json& error = GetPart(json, "error");
    record.error =
        RecordError{GetText(error, "kind"), GetText(error, "message"), GetText(error, "remedy")};
    return record;
  }
  ReadMatch(json, &record);
  const Json& inputs = GetPart(json, "inputs");
  record.inputs = {GetText(inputs, "resume_sha256"), GetText(inputs, "job_sha256"),
                   GetText(inputs, "tool"),          GetText(inputs, "lexicon"),
                   GetText(inputs, "taxonomy"),      GetText(inputs, "statistics"),
                   GetText(inputs, "as_of"),         Get<bool>(inputs, "sandbox", true)};
  if (json.contains("reading")) record.reading = ReadReading(json["reading"].dump());
  return record;
}

void AddDuplicate(const std::string& path, std::string* json) {
  const size_t end = json->rfind('}');
  if (end == std::string::npos) return;
  json->insert(end, ",\"duplicate_of\":" + Dump(Json(path), false));
}

std::string ErrorLine(const std::string& path, const RecordError& error, bool skipped) {
  Json json;
  json["resume"] = path;
  json["status"] = StatusOf(true, skipped);
  json["error"] = ToJson(error);
  return Dump(json, false);
}

}  // namespace atsmatch
