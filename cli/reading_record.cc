#include "cli/reading_record.h"

#include <cmath>
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
  using nlohmann::json;
  bool fits = true;
  const json read = json::parse(
      text,
      [&](int, json::parse_event_t, const json& value) {
        // What is written as a fraction may be taken for a whole number: it must fit one.
        constexpr double kMost = 1e9;
        fits = fits && !(value.is_number_float() && std::abs(value.get<double>()) > kMost);
        return true;
      },
      false);
  if (!read.is_object() || !fits) return std::nullopt;
  try {
    return read.get<RecordReading>();
  } catch (const json::exception&) {  // a member of another type
    return std::nullopt;
  }
}

}  // namespace atsmatch
