// What does the job ask?  Text of a posting -> JobPosting.
//
//   JobPosting posting = ParsePosting(text, taxonomy, lexicon);
//   posting.requirements[0].text        // "5+ years of cost accounting"
//   posting.requirements[0].min_years   // 5
#ifndef ATSMATCH_MATCHER_POSTING_POSTING_H_
#define ATSMATCH_MATCHER_POSTING_POSTING_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "parser/document.h"

namespace atsmatch {

class Lexicon;
class Taxonomy;

enum class PostingPartKind : uint8_t {
  kTitle,
  kCompany,  // who they are
  kSummary,  // what the job is, in a paragraph
  kDuties,
  kRequirements,  // must
  kNiceToHave,
  kBenefits,
  kEqualOpportunity,
  kHowToApply,
  kLogistics,  // place, hours, salary
  kOther,
};
std::string_view PostingPartKindName(PostingPartKind kind);

// A stretch of the posting; parts cover the text in order and do not overlap.
struct PostingPart {
  PostingPartKind kind = PostingPartKind::kOther;
  IndexRange heading;  // bytes of JobPosting::text; empty where there is none
  IndexRange text;     // bytes of JobPosting::text
};

enum class RequirementKind : uint8_t {
  kSkill,  // knowledge, tools, methods: has terms
  kTitle,  // experience as ...
  kYears,
  kDegree,
  kField,    // of study
  kLicence,  // licences and certificates
  kLanguage,
  kSoftSkill,  // "excellent communication": shown, weighs little
  kCondition,  // travel, shifts, lifting, right to work, driving: cannot be read from most résumés
};
std::string_view RequirementKindName(RequirementKind kind);

enum class Need : uint8_t { kMust, kNice };

// One thing asked.  "Java or Kotlin" is one requirement with two alternatives; "Java and Kotlin"
// is two.
struct Requirement {
  std::string text;   // the unit as a person reads it, cleaned of bullets
  IndexRange source;  // bytes of JobPosting::text
  RequirementKind kind = RequirementKind::kSkill;
  Need need = Need::kMust;
  PostingPartKind part = PostingPartKind::kRequirements;
  double min_years = 0;        // 0: none asked
  double max_years = 0;        // 0: open
  int degree_level = 0;        // as LexiconTable::kDegrees; 0: none asked
  bool or_equivalent = false;  // "or equivalent experience"
  // Alternatives: any one meets the requirement.  Each is what has to be shown: a taxonomy id where
  // the words are known ("skill:postgresql"), else the words themselves.
  struct Alternative {
    std::string words;       // as written
    int concept_id = -1;     // index into the Taxonomy's concepts, -1: unknown words
    bool ambiguous = false;  // the words mean other things too ("Go"): alone they prove little
  };
  std::vector<Alternative> alternatives;
};

struct JobPosting {
  std::string text;   // valid UTF-8, line ends as \n
  std::string title;  // cleaned: no reference number, place or salary
  IndexRange title_source;
  int title_concept = -1;  // index into the Taxonomy's concepts
  int level = 0;           // 0 not stated, 1 intern/junior .. 5 executive
  double min_years = 0;    // the largest asked as a must over the whole job; 0: none
  int degree_level = 0;    // the one asked as a must; 0: none
  std::vector<PostingPart> parts;
  std::vector<Requirement> requirements;  // in the order of the text
  std::vector<Warning> warnings;          // "empty-posting", "no-requirements" ...
};

JobPosting ParsePosting(std::string_view text, const Taxonomy& taxonomy, const Lexicon& lexicon);

}  // namespace atsmatch

#endif  // ATSMATCH_MATCHER_POSTING_POSTING_H_
