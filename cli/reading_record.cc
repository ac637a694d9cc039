#include "cli/reading_record.h"

#include <nlohmann/json.hpp>

namespace atsmatch {

// The members of the structs are the names in the JSON; one that is missing keeps its default.
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(RecordBox, page, x0, y0, x1, y1)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(RecordPage, width, height, picture)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(RecordField, pointer, part, label, value,
                                                confidence, boxes)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(RecordMark, kind, label, part, boxes)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(RecordSpan, text, kind)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(RecordLine, page, spans)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(RecordPart, kind, heading, confidence, lines)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(RecordSpell, kind, title, place, from, to, current)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(RecordCheck, id, severity, message, remedy, page)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(RecordReading, pages, fields, marks, parts, spells,
                                                checks, fields_read, fields_lost, posting)

std::string ToJson(const RecordReading& reading) {
  return nlohmann::json(reading).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::optional<RecordReading> ReadReading(std::string_view text) {
  const nlohmann::json json = nlohmann::json::parse(text, nullptr, false);
  if (!json.is_object()) return std::nullopt;
  try {
    return json.get<RecordReading>();
  } catch (const nlohmann::json::exception&) {  // a member of another type
    return std::nullopt;
  }
}

}  // namespace atsmatch
