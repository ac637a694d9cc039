#include "cli/html/words.h"

#include <utility>

#include "cli/report_words.h"

namespace atsmatch {
namespace {

struct PartColour {
  std::string_view part, colour;
};
constexpr PartColour kColours[] = {
    {"basics", "basics"},
    {"header", "basics"},
    {"contact", "basics"},
    {"personal", "basics"},
    {"summary", "basics"},
    {"work", "work"},
    {"volunteer", "volunteer"},
    {"education", "education"},
    {"courses", "education"},
    {"skills", "skills"},
    {"projects", "projects"},
    {"publications", "projects"},
    {"certificates", "certificates"},
    {"awards", "certificates"},
    {"languages", "languages"},
    {"hidden", "hidden"},
};

}  // namespace

std::string ToneOf(std::string_view band) {
  if (band == "strong" || band == "good") return "good";
  return band == "partial" ? "warn" : "bad";
}

std::string PartClass(std::string_view part) {
  for (const PartColour& row : kColours) {
    if (row.part == part) return std::string(row.colour);
  }
  return "other";
}

std::vector<View> InputViews(const MatchRecord& record) {
  std::vector<View> views;
  for (const auto& [key, input] : InputsOf(record)) {
    View view;
    view.Put("key", key);
    view.Put("input", input);
    views.push_back(std::move(view));
  }
  return views;
}

}  // namespace atsmatch
