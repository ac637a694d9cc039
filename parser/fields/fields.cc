#include "parser/fields/fields.h"

#include <utility>

#include "parser/fields/confidence.h"
#include "parser/fields/date_order.h"
#include "parser/text/dates.h"

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

// Courses have no list of their own in JSON Resume.  Dated ones ("Professional Development") are
// read as certificates where the résumé has no such section.
bool HasDates(const FieldContext& context, const Section& section) {
  for (size_t i = section.lines.begin; i < section.lines.end; ++i) {
    if (FindDateRange(TextOf(context.document, context.lines[i]), context.lexicon).has_value()) {
      return true;
    }
  }
  return false;
}

std::vector<size_t> SectionsOf(const FieldContext& context, SectionKind kind) {
  std::vector<size_t> sections;
  for (size_t i = 0; i < context.sections.size(); ++i) {
    if (context.sections[i].kind == kind) sections.push_back(i);
  }
  if (kind == SectionKind::kCertificates && sections.empty()) {
    for (const size_t i : SectionsOf(context, SectionKind::kCourses)) {
      if (HasDates(context, context.sections[i])) sections.push_back(i);
    }
  }
  return sections;
}

}  // namespace

Resume ReadFields(const FieldContext& context, std::vector<Warning>* /*warnings*/) {
  Resume resume;
  ReadBasics(context, &resume);
  for (const auto& [kind, reader] : kReaders) {
    const std::vector<size_t> sections = SectionsOf(context, kind);
    if (!sections.empty()) reader(context, sections, &resume);
  }
  TurnMonthsFirst(context.document, &resume);
  Calibrate(&resume);
  return resume;
}

}  // namespace atsmatch
