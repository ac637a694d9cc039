#include "cli/job_record.h"

#include <cstdio>
#include <nlohmann/json.hpp>
#include <utility>

#include "cli/terminal.h"
#include "matcher/posting/quantities.h"
#include "matcher/posting/summary.h"
#include "matcher/skills/taxonomy.h"

namespace atsmatch {
namespace {

using Json = nlohmann::ordered_json;

Json ToJson(const Requirement& requirement, const Taxonomy& taxonomy) {
  Json json = {{"text", requirement.text},
               {"need", requirement.need == Need::kMust ? "must" : "nice"},
               {"kind", RequirementKindName(requirement.kind)},
               {"part", PostingPartKindName(requirement.part)}};
  if (requirement.min_years > 0) json["min_years"] = requirement.min_years;
  if (requirement.max_years > 0) json["max_years"] = requirement.max_years;
  if (requirement.degree_level > 0) json["degree"] = DegreeWord(requirement.degree_level);
  if (requirement.or_equivalent) json["or_equivalent"] = true;
  Json alternatives = Json::array();
  for (const Requirement::Alternative& alternative : requirement.alternatives) {
    Json entry = {{"words", alternative.words}};
    if (alternative.concept_id >= 0) {
      const Concept& known = taxonomy.concepts()[static_cast<size_t>(alternative.concept_id)];
      entry["concept"] = known.id;
      entry["name"] = known.name;
    }
    alternatives.push_back(std::move(entry));
  }
  if (!alternatives.empty()) json["alternatives"] = std::move(alternatives);
  json["source"] = {requirement.source.begin, requirement.source.end};
  return json;
}

std::string Years(double years) {
  char text[32];
  std::snprintf(text, sizeof(text), "%g", years);
  return text;
}

}  // namespace

std::string JobJson(const Job& job, const Taxonomy& taxonomy, bool pretty) {
  const PostingSummary summary = Summarize(job.posting);
  Json json;
  json["schema"] = "atsmatch.job/1";
  json["file"] = job.path;
  json["sha256"] = job.sha256;
  json["title"] = summary.title;
  if (const int id = job.posting.title_concept; id >= 0) {
    const Concept& occupation = taxonomy.concepts()[static_cast<size_t>(id)];
    json["occupation"] = {{"concept", occupation.id}, {"name", occupation.name}};
  }
  json["must_have"] = summary.must_have;
  json["nice_to_have"] = summary.nice_to_have;
  json["min_years"] = summary.min_years;
  json["degree"] = summary.degree;
  json["licences"] = summary.licences;
  json["level"] = job.posting.level;
  Json requirements = Json::array();
  for (const Requirement& requirement : job.posting.requirements) {
    requirements.push_back(ToJson(requirement, taxonomy));
  }
  json["requirements"] = std::move(requirements);
  Json parts = Json::array();
  for (const PostingPart& part : job.posting.parts) {
    parts.push_back({{"kind", PostingPartKindName(part.kind)},
                     {"heading", {part.heading.begin, part.heading.end}},
                     {"text", {part.text.begin, part.text.end}}});
  }
  json["parts"] = std::move(parts);
  Json warnings = Json::array();
  for (const Warning& warning : job.posting.warnings) {
    warnings.push_back(
        {{"id", warning.id}, {"message", warning.message}, {"remedy", warning.remedy}});
  }
  json["warnings"] = std::move(warnings);
  return EscapeJson(json.dump(pretty ? 2 : -1, ' ', false, Json::error_handler_t::replace));
}

std::string JobText(const Job& job, const Style& style) {
  const PostingSummary summary = Summarize(job.posting);
  std::string text;
  const auto list = [&](const std::string& heading, const std::vector<std::string>& entries) {
    if (entries.empty()) return;
    text += "\n" + Paint(heading, Ink::kBold, style) + "\n";
    for (const std::string& entry : entries) {
      bool first = true;
      for (const std::string& line : Wrap(EscapeForTerminal(entry), style.width - 4)) {
        text += (first ? "  - " : "    ") + Truncate(line, style.width - 4, style) + "\n";
        first = false;
      }
    }
  };
  const std::string title = summary.title.empty() ? "(no title found)" : summary.title;
  text += Paint(Truncate(EscapeForTerminal(title), style.width, style), Ink::kBold, style) + "\n";
  text += "Years of experience: " +
          (summary.min_years > 0 ? Years(summary.min_years) + " or more" : "not asked") + "\n";
  text += "Degree: " + (summary.degree.empty() ? "not asked" : summary.degree) + "\n";
  list("Must have", summary.must_have);
  list("Nice to have", summary.nice_to_have);
  list("Licences and certificates", summary.licences);
  std::vector<std::string> warnings;
  for (const Warning& warning : job.posting.warnings) {
    warnings.push_back(warning.remedy.empty() ? warning.message
                                              : warning.message + "; " + warning.remedy);
  }
  list("Warnings", warnings);
  return text;
}

}  // namespace atsmatch
