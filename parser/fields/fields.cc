#include "parser/fields/fields.h"

#include <utility>

namespace atsmatch {
namespace {

using Reader = void (*)(const FieldContext&, const std::vector<size_t>&, Resume*);

constexpr std::pair<SectionKind, Reader> kReaders[] = {
    {SectionKind::kWork, ReadWork},
    {SectionKind::kVolunteer, ReadVolunteer},
    {SectionKind::kEducation, ReadEducation},
    {SectionKind::kProjects, ReadProjects},
    {SectionKind::kSkills, ReadSkills},
    {SectionKind::kLanguages, ReadLanguages},
    {SectionKind::kInterests, ReadInterests},
    {SectionKind::kAwards, ReadAwards},
    {SectionKind::kCertificates, ReadCertificates},
    {SectionKind::kPublications, ReadPublications},
    {SectionKind::kReferences, ReadReferences},
};

}  // namespace

Resume ReadFields(const FieldContext& context, std::vector<Warning>* /*warnings*/) {
  Resume resume;
  ReadBasics(context, &resume);
  for (const auto& [kind, reader] : kReaders) {
    std::vector<size_t> sections;
    for (size_t i = 0; i < context.sections.size(); ++i) {
      if (context.sections[i].kind == kind) sections.push_back(i);
    }
    if (!sections.empty()) reader(context, sections, &resume);
  }
  return resume;
}

}  // namespace atsmatch
