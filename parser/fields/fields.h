// What does each part say?  One file pair a group of fields; this is the table of them.
//
// Each Read...() gets the whole FieldContext and one section, and adds to the Resume.  Fields that
// several sections tell (a profile link in the header and in "Contact") are merged by the callee.
#ifndef ATSMATCH_PARSER_FIELDS_FIELDS_H_
#define ATSMATCH_PARSER_FIELDS_FIELDS_H_

#include <string>
#include <vector>

#include "parser/document.h"
#include "parser/layout/line.h"
#include "parser/resume.h"
#include "parser/sections/section.h"

namespace atsmatch {

class Lexicon;

struct FieldContext {
  const Document& document;  // in reading order
  const std::vector<Line>& lines;
  const std::vector<Section>& sections;
  const Lexicon& lexicon;
  std::string region;  // of ParseOptions
};

// All fields of all sections.
Resume ReadFields(const FieldContext& context, std::vector<Warning>* warnings);

// contact.cc: name, label, e-mail, phone, url, location, profiles, summary: they may stand anywhere.
void ReadBasics(const FieldContext& context, Resume* resume);
// work.cc
void ReadWork(const FieldContext& context, const std::vector<size_t>& sections, Resume* resume);
void ReadVolunteer(const FieldContext& context, const std::vector<size_t>& sections, Resume* resume);
// education.cc
void ReadEducation(const FieldContext& context, const std::vector<size_t>& sections, Resume* resume);
// projects.cc
void ReadProjects(const FieldContext& context, const std::vector<size_t>& sections, Resume* resume);
// skills.cc: skills, languages, interests
void ReadSkills(const FieldContext& context, const std::vector<size_t>& sections, Resume* resume);
void ReadLanguages(const FieldContext& context, const std::vector<size_t>& sections, Resume* resume);
void ReadInterests(const FieldContext& context, const std::vector<size_t>& sections, Resume* resume);
// credentials.cc: awards, certificates, publications, references
void ReadAwards(const FieldContext& context, const std::vector<size_t>& sections, Resume* resume);
void ReadCertificates(const FieldContext& context, const std::vector<size_t>& sections, Resume* resume);
void ReadPublications(const FieldContext& context, const std::vector<size_t>& sections, Resume* resume);
void ReadReferences(const FieldContext& context, const std::vector<size_t>& sections, Resume* resume);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_FIELDS_FIELDS_H_
