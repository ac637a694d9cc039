#include "parser/sections/section.h"

#include <array>
#include <utility>

namespace atsmatch {
namespace {

constexpr std::array<std::pair<SectionKind, std::string_view>, 17> kNames = {{
    {SectionKind::kHeader, "header"},
    {SectionKind::kContact, "contact"},
    {SectionKind::kPersonal, "personal"},
    {SectionKind::kSummary, "summary"},
    {SectionKind::kWork, "work"},
    {SectionKind::kVolunteer, "volunteer"},
    {SectionKind::kEducation, "education"},
    {SectionKind::kAwards, "awards"},
    {SectionKind::kCertificates, "certificates"},
    {SectionKind::kPublications, "publications"},
    {SectionKind::kSkills, "skills"},
    {SectionKind::kLanguages, "languages"},
    {SectionKind::kInterests, "interests"},
    {SectionKind::kReferences, "references"},
    {SectionKind::kProjects, "projects"},
    {SectionKind::kCourses, "courses"},
    {SectionKind::kOther, "other"},
}};

}  // namespace

std::string_view SectionKindName(SectionKind kind) {
  for (const auto& [known, name] : kNames) {
    if (known == kind) return name;
  }
  return "other";
}

bool SectionKindFromName(std::string_view name, SectionKind* kind) {
  for (const auto& [known, known_name] : kNames) {
    if (known_name == name) {
      *kind = known;
      return true;
    }
  }
  return false;
}

}  // namespace atsmatch
