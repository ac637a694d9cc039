// A part of a résumé: its heading and the lines under it.
#ifndef ATSMATCH_PARSER_SECTIONS_SECTION_H_
#define ATSMATCH_PARSER_SECTIONS_SECTION_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "parser/document.h"
#include "parser/layout/line.h"

namespace atsmatch {

class Lexicon;

enum class SectionKind : uint8_t {
  kHeader,    // what stands before the first heading: name, label, contact
  kContact,   // a headed block of contact details
  kPersonal,  // personal details: birth date, nationality ...: read, never scored
  kSummary,
  kWork,
  kVolunteer,
  kEducation,
  kAwards,
  kCertificates,
  kPublications,
  kSkills,
  kLanguages,
  kInterests,
  kReferences,
  kProjects,
  kCourses,
  kOther,  // a heading whose words say nothing known
};

// "work", "education" ... as in corpora/lexicons/*/section_headings.tsv.
std::string_view SectionKindName(SectionKind kind);
bool SectionKindFromName(std::string_view name, SectionKind* kind);

struct Section {
  SectionKind kind = SectionKind::kOther;
  std::string heading;       // as printed; empty when there is none
  IndexRange heading_words;  // into the ordered Document::words
  IndexRange lines;          // the lines under the heading
  double confidence = 0;     // 0..1 that `kind` is right
  const char* rule = "";     // "heading-words", "heading-look", "top-of-page" ...
  bool names_group = false;  // the heading names the skills below it, as one group of several
};

// Every body line is in exactly one section; sections follow one another in reading order.
std::vector<Section> FindSections(const Layout& layout, const Lexicon& lexicon);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_SECTIONS_SECTION_H_
