#include "matcher/advice.h"

#include "fmt/format.h"
#include "matcher/skills/taxonomy.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

constexpr size_t kMostNames = 3;

// "Java or Kotlin", when what has to be shown are tools that the taxonomy knows; else empty.
std::string ToolsOf(const Requirement& asked, const Taxonomy& taxonomy) {
  if (asked.alternatives.size() > kMostNames) return "";
  std::string names;
  for (const Requirement::Alternative& alternative : asked.alternatives) {
    if (alternative.concept_id < 0) return "";
    const auto place = static_cast<size_t>(alternative.concept_id);
    if (taxonomy.concepts()[place].kind != ConceptKind::kTool) return "";
    names += (names.empty() ? "" : " or ") + alternative.words;
  }
  return names;
}

// "a driving licence." -> "\"a driving licence\""
std::string Quoted(const Requirement& asked) {
  std::string_view text = TrimSeparators(asked.text);
  while (!text.empty() && text.back() == '.') text.remove_suffix(1);
  return fmt::format("\"{}\"", text);
}

// Work that is done, and not something that one knows.
bool IsDuty(const Requirement& asked) {
  return asked.part == PostingPartKind::kDuties || asked.part == PostingPartKind::kSummary;
}

std::string Showing(const Requirement& asked, const Taxonomy& taxonomy) {
  switch (asked.kind) {
    case RequirementKind::kTitle:
      return "show the position in which you were that, with its title: " + Quoted(asked);
    case RequirementKind::kYears:
      return "give month and year at every position, so that they add up to it: " + Quoted(asked);
    case RequirementKind::kDegree:
      return "name it under education, with the school and the year: " + Quoted(asked);
    case RequirementKind::kField:
      return "name the field beside your degree: " + Quoted(asked);
    case RequirementKind::kLicence:
      return "list it among your certificates, with who gave it and until when it holds: " +
             Quoted(asked);
    case RequirementKind::kLanguage:
      return "list it among your languages, with how well you know it: " + Quoted(asked);
    case RequirementKind::kSoftSkill:
      return "tell of a result that took it, in a position that you held: " + Quoted(asked);
    case RequirementKind::kCondition:
      return "say so in your summary: " + Quoted(asked);
    case RequirementKind::kSkill:
      break;
  }
  if (asked.min_years > 0) {
    return "name it in every position where you did it, with month and year: " + Quoted(asked);
  }
  if (IsDuty(asked)) return "tell where you did it, and with what result: " + Quoted(asked);
  const std::string tools = ToolsOf(asked, taxonomy);
  if (tools.empty()) return "say in which position you did it: " + Quoted(asked);
  return "name " + tools + " in the position where you worked with it";
}

}  // namespace

std::string AdviceFor(const Requirement& asked, const Taxonomy& taxonomy) {
  return "if true for you, " + Showing(asked, taxonomy);
}

std::string AdviceForWord(std::string_view word) {
  return fmt::format("if true for you, use the word \"{}\" where you did it", word);
}

}  // namespace atsmatch
