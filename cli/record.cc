#include "cli/record.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "cli/json_writer.h"
#include "cli/terminal.h"

namespace atsmatch {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kSchema = "atsmatch.match/1";

void Put(const char* key, std::string_view text, JsonWriter* json) {
  json->Key(key);
  json->Text(text);
}

void Put(const char* key, double number, JsonWriter* json) {
  json->Key(key);
  json->Number(number);
}

void PutWhole(const char* key, int64_t number, JsonWriter* json) {
  json->Key(key);
  json->Whole(number);
}

void PutBool(const char* key, bool value, JsonWriter* json) {
  json->Key(key);
  json->Bool(value);
}

void PutIfKnown(const char* key, std::string_view text, JsonWriter* json) {
  if (!text.empty()) Put(key, text, json);
}

void Write(const RecordQuote& quote, JsonWriter* json) {
  Put("text", quote.text, json);
  PutWhole("page", quote.page, json);
  PutIfKnown("section", quote.section, json);
}

// The members of each; in a list each is an object.
void Write(const RecordFeature& feature, JsonWriter* json);
void Write(const RecordRequirement& requirement, JsonWriter* json);
void Write(const RecordKeyword& keyword, JsonWriter* json);
void Write(const RecordAdvice& advice, JsonWriter* json);
void Write(const RecordWarning& warning, JsonWriter* json);

template <class T>
void PutList(const char* key, const std::vector<T>& values, JsonWriter* json) {
  json->Key(key);
  json->BeginArray();
  for (const T& value : values) {
    json->BeginObject();
    Write(value, json);
    json->EndObject();
  }
  json->EndArray();
}

void Write(const RecordFeature& feature, JsonWriter* json) {
  Put("id", feature.id, json);
  Put("label", feature.label, json);
  Put("weight", feature.weight, json);
  Put("raw", feature.raw, json);
  Put("value", feature.value, json);
  Put("points", feature.points, json);
  Put("max_points", feature.max_points, json);
  PutBool("used", feature.used, json);
  PutIfKnown("note", feature.note, json);
}

void Write(const RecordRequirement& requirement, JsonWriter* json) {
  Put("text", requirement.text, json);
  Put("need", requirement.need, json);
  Put("kind", requirement.kind, json);
  Put("met", requirement.met, json);
  Put("value", requirement.value, json);
  Put("points", requirement.points, json);
  Put("gain", requirement.gain, json);
  PutIfKnown("found_by", requirement.found_by, json);
  PutIfKnown("reason", requirement.reason, json);
  PutList("evidence", requirement.evidence, json);
}

void Write(const RecordKeyword& keyword, JsonWriter* json) {
  Put("term", keyword.term, json);
  Put("importance", keyword.importance, json);
  PutWhole("count_in_job", keyword.count_in_job, json);
  PutWhole("count_in_resume", keyword.count_in_resume, json);
  if (!keyword.where.empty()) PutList("where", keyword.where, json);
}

void Write(const RecordAdvice& advice, JsonWriter* json) {
  Put("text", advice.text, json);
  Put("points", advice.points, json);
}

void Write(const RecordWarning& warning, JsonWriter* json) {
  Put("id", warning.id, json);
  Put("severity", warning.severity, json);
  Put("message", warning.message, json);
  PutIfKnown("remedy", warning.remedy, json);
  if (warning.page > 0) PutWhole("page", warning.page, json);
}

void PutError(const RecordError& error, JsonWriter* json) {
  json->Key("error");
  json->BeginObject();
  Put("kind", error.kind, json);
  Put("message", error.cause, json);
  PutIfKnown("remedy", error.remedy, json);
  json->EndObject();
}

void PutCandidate(const RecordCandidate& candidate, JsonWriter* json) {
  json->Key("candidate");
  json->BeginObject();
  PutIfKnown("name", candidate.name, json);
  PutIfKnown("email", candidate.email, json);
  PutIfKnown("phone", candidate.phone, json);
  PutIfKnown("title", candidate.title, json);
  PutIfKnown("level", candidate.level, json);
  PutWhole("positions", candidate.positions, json);
  PutWhole("degrees", candidate.degrees, json);
  PutWhole("skills", candidate.skills, json);
  if (candidate.years.has_value()) Put("years", *candidate.years, json);
  json->EndObject();
}

void PutSearches(const RecordSearches& searches, JsonWriter* json) {
  json->Key("searches");
  json->BeginObject();
  PutWhole("of", searches.of, json);
  PutWhole("exact", searches.exact, json);
  PutWhole("stems", searches.stems, json);
  PutWhole("aliases", searches.aliases, json);
  PutWhole("related", searches.related, json);
  json->EndObject();
}

void PutUse(const RecordUse& use, JsonWriter* json) {
  json->Key("use");
  json->BeginObject();
  Put("share", use.share, json);
  json->Key("unused");
  json->BeginArray();
  for (const std::string& skill : use.unused) json->Text(skill);
  json->EndArray();
  json->EndObject();
}

void PutMatch(const MatchRecord& record, JsonWriter* json) {
  json->Key("score");
  if (record.score.has_value()) {
    json->Number(*record.score);
  } else {
    json->Null();
  }
  Put("band", record.band, json);
  PutBool("knocked_out", record.knocked_out, json);
  json->Key("knock_outs");
  json->BeginArray();
  for (const size_t requirement : record.knock_outs) json->Whole(static_cast<int64_t>(requirement));
  json->EndArray();
  PutCandidate(record.candidate, json);
  PutList("breakdown", record.features, json);
  PutList("requirements", record.requirements, json);
  json->Key("keywords");
  json->BeginObject();
  PutList("matched", record.matched, json);
  PutList("missing", record.missing, json);
  json->EndObject();
  PutList("advice", record.advice, json);
  PutSearches(CountSearches(record.requirements), json);
  if (record.use.has_value()) PutUse(*record.use, json);
  PutList("warnings", record.warnings, json);
}

void PutInputs(const RecordInputs& inputs, JsonWriter* json) {
  json->Key("inputs");
  json->BeginObject();
  Put("resume_sha256", inputs.resume_sha256, json);
  Put("job_sha256", inputs.job_sha256, json);
  Put("tool", inputs.tool, json);
  Put("lexicon", inputs.lexicon, json);
  Put("taxonomy", inputs.taxonomy, json);
  Put("statistics", inputs.statistics, json);
  Put("as_of", inputs.as_of, json);
  if (!inputs.sandbox) PutBool("sandbox", false, json);
  json->EndObject();
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
  } else if constexpr (std::is_integral_v<T>) {
    if (!found->is_number_integer()) return otherwise;
    const auto whole = found->get<int64_t>();
    return std::in_range<T>(whole) ? static_cast<T>(whole) : otherwise;
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
  requirement.found_by = GetText(json, "found_by");
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
  if (const Json& use = GetPart(json, "use"); use.contains("share")) {
    record->use.emplace().share = GetNumber(use, "share");
    if (const Json& unused = GetPart(use, "unused"); unused.is_array()) {
      for (const Json& skill : unused) {
        if (skill.is_string()) record->use->unused.push_back(skill.get<std::string>());
      }
    }
  }
  record->warnings = GetList<RecordWarning>(json, "warnings", ReadWarning);
}

const char* StatusOf(bool failed, bool skipped) {
  return skipped ? "skipped" : failed ? "error" : "ok";
}

}  // namespace

RecordSearches CountSearches(const std::vector<RecordRequirement>& requirements) {
  RecordSearches searches;
  for (const RecordRequirement& requirement : requirements) {
    const std::string& by = requirement.found_by;
    if (by.empty()) continue;
    ++searches.of;
    searches.exact += by == "exact" ? 1 : 0;
    searches.stems += by == "stems" ? 1 : 0;
    searches.aliases += by == "aliases" ? 1 : 0;
    searches.related += by == "related" ? 1 : 0;
  }
  searches.stems += searches.exact;
  searches.aliases += searches.stems;
  searches.related += searches.aliases;
  return searches;
}

std::string ToJson(const MatchRecord& record, bool pretty) {
  JsonWriter json;
  json.BeginObject();
  Put("schema", kSchema, &json);
  Put("resume", record.resume, &json);
  PutIfKnown("resume_percent", record.resume_percent, &json);
  Put("status", StatusOf(record.error.has_value(), record.skipped), &json);
  if (!record.job.empty()) {
    json.Key("job");
    json.BeginObject();
    Put("file", record.job, &json);
    Put("title", record.job_title, &json);
    json.EndObject();
  }
  if (record.error.has_value()) {
    PutError(*record.error, &json);
  } else {
    PutMatch(record, &json);
    PutInputs(record.inputs, &json);
    if (record.blind) PutBool("blind", true, &json);
    if (record.reading.has_value()) {
      json.Key("reading");
      json.Json(EscapeJson(ToJson(*record.reading)));
    }
  }
  PutIfKnown("duplicate_of", record.duplicate_of, &json);
  json.EndObject();
  std::string line = json.Take();
  // For people, one at a time: the way through values does no harm there.
  return pretty ? EscapeJson(Json::parse(line).dump(2)) : line;
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
  record.blind = Get<bool>(json, "blind", false);
  if (json.contains("reading")) record.reading = ReadReading(json["reading"].dump());
  return record;
}

void AddDuplicate(const std::string& path, std::string* json) {
  const size_t end = json->rfind('}');
  if (end == std::string::npos) return;
  JsonWriter text;
  text.Text(path);
  json->insert(end, ",\"duplicate_of\":" + text.Take());
}

std::string ErrorLine(const std::string& path, const RecordError& error, bool skipped) {
  JsonWriter json;
  json.BeginObject();
  Put("resume", path, &json);
  Put("status", StatusOf(true, skipped), &json);
  PutError(error, &json);
  json.EndObject();
  return json.Take();
}

}  // namespace atsmatch
