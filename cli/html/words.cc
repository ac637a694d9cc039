#include "cli/html/words.h"

#include <utility>

namespace atsmatch {
namespace {

struct PartName {
  std::string_view part, label, colour;
};
constexpr PartName kParts[] = {
    {"basics", "Name and contact", "basics"},
    {"header", "Name and contact", "basics"},
    {"contact", "Contact", "basics"},
    {"personal", "Personal details", "basics"},
    {"summary", "Summary", "basics"},
    {"work", "Work", "work"},
    {"volunteer", "Voluntary work", "volunteer"},
    {"education", "Education", "education"},
    {"courses", "Courses", "education"},
    {"skills", "Skills", "skills"},
    {"projects", "Projects", "projects"},
    {"certificates", "Certificates", "certificates"},
    {"awards", "Awards", "certificates"},
    {"publications", "Publications", "projects"},
    {"languages", "Languages", "languages"},
    {"interests", "Interests", "other"},
    {"references", "References", "other"},
    {"hidden", "Hidden text: in the file, not to be seen", "hidden"},
    {"other", "Other", "other"},
};

const PartName* FindPart(std::string_view part) {
  for (const PartName& name : kParts) {
    if (name.part == part) return &name;
  }
  return nullptr;
}

}  // namespace

std::string FileNameOf(const std::string& path) {
  const size_t slash = path.rfind('/');
  return slash == std::string::npos || slash + 1 == path.size() ? path : path.substr(slash + 1);
}

std::string ToneOf(std::string_view band) {
  if (band == "strong" || band == "good") return "good";
  return band == "partial" ? "warn" : "bad";
}

size_t MetRank(std::string_view met) {
  return met == "no" ? 0 : met == "partly" ? 1 : met == "yes" ? 2 : 3;
}

std::string MetLabel(std::string_view met) {
  static constexpr const char* kLabels[] = {"not met", "partly", "met", "to be asked"};
  return kLabels[MetRank(met)];
}

std::string MetSign(std::string_view met) {
  static constexpr const char* kSigns[] = {"✗", "~", "✓", "?"};
  return kSigns[MetRank(met)];
}

std::string SeverityLabel(std::string_view severity) {
  if (severity == "fatal") return "fatal";
  if (severity == "major") return "serious";
  return severity == "minor" ? "minor" : "to know";
}

std::string PartLabel(std::string_view part) {
  const PartName* name = FindPart(part);
  return std::string(name == nullptr ? part : name->label);
}

std::string PartClass(std::string_view part) {
  const PartName* name = FindPart(part);
  return std::string(name == nullptr ? "other" : name->colour);
}

MustCount CountMusts(const MatchRecord& record) {
  MustCount count;
  for (const RecordRequirement& requirement : record.requirements) {
    if (requirement.need != "must" || requirement.met == "unknown") continue;
    ++count.all;
    if (requirement.met == "yes") ++count.met;
  }
  return count;
}

std::vector<View> InputViews(const MatchRecord& record) {
  std::vector<View> views;
  const auto add = [&](const char* key, const std::string& value) {
    if (value.empty()) return;
    View view;
    view.Put("key", key);
    view.Put("input", value);
    views.push_back(std::move(view));
  };
  add("Résumé", record.resume);
  add("SHA-256 of the résumé", record.inputs.resume_sha256);
  add("Posting", record.job);
  add("SHA-256 of the posting", record.inputs.job_sha256);
  add("Program", record.inputs.tool);
  add("Lexicon", record.inputs.lexicon);
  add("Taxonomy", record.inputs.taxonomy);
  add("Statistics of words", record.inputs.statistics);
  add("As of", record.inputs.as_of);
  return views;
}

}  // namespace atsmatch
