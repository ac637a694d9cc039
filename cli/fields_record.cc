#include "cli/fields_record.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "parser/json.h"

namespace atsmatch {
namespace {

using Json = nlohmann::ordered_json;

// The names of JSON Resume that do not say it to everybody.
constexpr std::pair<std::string_view, std::string_view> kLabels[] = {
    {"basics/label", "Professional title"},
    {"basics/url", "Web page"},
    {"basics/image", "Photo"},
    {"basics/email", "E-mail"},
    {"countryCode", "Country"},
    {"postalCode", "Postal code"},
    {"work/name", "Employer"},
    {"work/position", "Job title"},
    {"work/description", "About the employer"},
    {"volunteer/position", "Role"},
    {"education/area", "Field of study"},
    {"education/studyType", "Degree"},
    {"education/score", "Grade"},
    {"certificates/name", "Certificate"},
    {"publications/name", "Publication"},
    {"projects/name", "Project"},
    {"skills/name", "Skill"},
    {"awarder", "Awarded by"},
    {"startDate", "Start"},
    {"endDate", "End"},
    {"releaseDate", "Date"},
    {"highlights", "Point"},
    {"keywords", "Skill"},
    {"courses", "Course"},
    {"roles", "Role"},
};

std::vector<std::string> PartsOf(std::string_view pointer) {
  std::vector<std::string> parts;
  for (size_t begin = 1; begin <= pointer.size();) {
    const size_t end = std::min(pointer.find('/', begin), pointer.size());
    parts.emplace_back(pointer.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

bool IsNumber(const std::string& part) {
  return !part.empty() && std::all_of(part.begin(), part.end(),
                                      [](unsigned char c) { return std::isdigit(c) != 0; });
}

// "issuer" -> "Issuer", "studyType" -> "Study type"
std::string Spelled(const std::string& name) {
  std::string text;
  for (const char c : name) {
    if (std::isupper(static_cast<unsigned char>(c)) != 0) text += ' ';
    text += static_cast<char>(text.empty() ? std::toupper(static_cast<unsigned char>(c))
                                           : std::tolower(static_cast<unsigned char>(c)));
  }
  return text;
}

std::string LabelOf(const std::vector<std::string>& parts) {
  std::string name = parts.back();
  for (size_t i = parts.size(); i-- > 0 && IsNumber(name);) name = parts[i];
  const std::string whole = parts.front() + "/" + name;
  for (const auto& [key, label] : kLabels) {
    if (key == whole || key == name) return std::string(label);
  }
  return Spelled(name);
}

std::string ValueOf(const Json& resume, const std::string& pointer) {
  const Json::json_pointer place(pointer);
  if (!resume.contains(place)) return "";
  const Json& value = resume.at(place);
  return value.is_string() ? value.get<std::string>() : "";
}

// Two words are of one row when most of the lower one's height is shared.
bool SharesRow(const RecordBox& row, const Word& word) {
  const double shared = std::min(row.y1, word.box.y1) - std::max(row.y0, word.box.y0);
  return row.page == word.page + 1 && shared > 0.5 * std::min(row.y1 - row.y0, word.box.height());
}

// A gap this wide, in heights of the row, is one of columns.
constexpr double kColumnGap = 4;

}  // namespace

std::vector<RecordBox> BoxesOf(const Document& document, IndexRange words) {
  std::vector<RecordBox> boxes;
  for (size_t i = words.begin; i < std::min(words.end, document.words.size()); ++i) {
    const Word& word = document.words[i];
    RecordBox* row = boxes.empty() ? nullptr : &boxes.back();
    const double far = row == nullptr ? 0 : kColumnGap * (row->y1 - row->y0);
    if (row != nullptr && SharesRow(*row, word) && word.box.x0 < row->x1 + far &&
        word.box.x1 > row->x0 - far) {
      row->x0 = std::min(row->x0, word.box.x0);
      row->y0 = std::min(row->y0, word.box.y0);
      row->x1 = std::max(row->x1, word.box.x1);
      row->y1 = std::max(row->y1, word.box.y1);
    } else {
      boxes.push_back({word.page + 1, word.box.x0, word.box.y0, word.box.x1, word.box.y1});
    }
  }
  for (RecordBox& box : boxes) {
    for (double* side : {&box.x0, &box.y0, &box.x1, &box.y1}) *side = std::round(*side * 10) / 10;
  }
  return boxes;
}

std::vector<RecordField> FieldsOf(const ParsedResume& resume) {
  std::vector<RecordField> fields;
  const Json json = Json::parse(ToJsonResume(resume, {.pretty = false}), nullptr, false);
  if (!json.is_object()) return fields;
  for (const auto& [pointer, source] : json["meta"]["atsmatch"]["provenance"].items()) {
    const std::vector<std::string> parts = PartsOf(pointer);
    if (parts.empty()) continue;
    RecordField field;
    field.pointer = pointer;
    field.part = parts.front();
    field.label = LabelOf(parts);
    field.value = ValueOf(json, pointer);
    field.confidence = source.value("confidence", 0.0);
    if (const auto words = source.find("words"); words != source.end()) {
      field.boxes =
          BoxesOf(resume.document, {(*words)[0].get<size_t>(), (*words)[1].get<size_t>()});
    }
    if (!field.value.empty()) fields.push_back(std::move(field));
  }
  return fields;
}

}  // namespace atsmatch
