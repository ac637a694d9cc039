// How much do words by themselves speak for a role?  0 says nothing, positive speaks for it,
// negative against it; about 3 is as good as certain.  Which role wins is decided for the whole
// section (roles.h).
#ifndef ATSMATCH_PARSER_FIELDS_CLUES_H_
#define ATSMATCH_PARSER_FIELDS_CLUES_H_

#include <string_view>

namespace atsmatch {

class Lexicon;

double TitleClue(std::string_view text, const Lexicon& lexicon);       // a job title
double EmployerClue(std::string_view text, const Lexicon& lexicon);    // an organisation
double PlaceClue(std::string_view text, const Lexicon& lexicon);       // "Austin, TX", "Remote"
double SchoolClue(std::string_view text, const Lexicon& lexicon);      // a school or university
double DegreeClue(std::string_view text, const Lexicon& lexicon);      // names a degree
double StudyFieldClue(std::string_view text, const Lexicon& lexicon);  // a field of study
double GradeClue(std::string_view text,
                 const Lexicon& lexicon);  // "3.8/4.0", "First Class", "GPA 3.9"
double ProseClue(std::string_view text);   // a sentence

// Where the place at the end of "Acme Ltd, Leeds, UK" begins (at its comma or bracket); npos: none.
size_t FindTrailingPlace(std::string_view text, const Lexicon& lexicon);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_FIELDS_CLUES_H_
