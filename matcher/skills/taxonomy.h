// Which words mean the same?  Skills, tools, titles, licences, fields and their families.
//
//   Taxonomy taxonomy = Taxonomy::BuiltIn();
//   taxonomy.FindAll("5 years of k8s and C++")   // kubernetes at 11..14, c++ at 19..22
//
// Data: corpora/skills/*.tsv, one concept a row:
//   id TAB name TAB kind TAB family TAB aliases TAB broader TAB flags
// aliases and broader are separated by '|'; broader holds ids; the flag `ambiguous` says that the
// word counts only with context (a list of skills, exact case); `case` that the case must be as
// written. `aliases` may hold an alias with its own flags: "Go{case,ambiguous}".
#ifndef ATSMATCH_MATCHER_SKILLS_TAXONOMY_H_
#define ATSMATCH_MATCHER_SKILLS_TAXONOMY_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "parser/result.h"

namespace atsmatch {

enum class ConceptKind : uint8_t {
  kSkill,    // knowledge, method, activity
  kTool,     // software, language, machine
  kTitle,    // occupation
  kLicence,  // licence, certificate, registration
  kField,    // field of study
  kSoftSkill,
  kIndustry,
};
std::string_view ConceptKindName(ConceptKind kind);

struct Concept {
  std::string id;    // "postgresql": stable, lower case, [a-z0-9+#.-]
  std::string name;  // "PostgreSQL": for people
  ConceptKind kind = ConceptKind::kSkill;
  int family = -1;           // index into Taxonomy::families()
  std::vector<int> broader;  // indices of concepts
};

struct ConceptMatch {
  int concept_id = -1;  // index into concepts()
  size_t begin = 0;     // bytes of the text searched
  size_t end = 0;
  bool ambiguous = false;  // the words alone do not prove it; context decided
  bool by_alias = false;   // matched by an alias, not by the name
};

// A title found in the words of a job title.
struct TitleMatch {
  int concept_id = -1;  // index into concepts()
  bool whole = false;   // it is all that the words say, but for rank, hours and the like
};

class Taxonomy {
 public:
  Taxonomy(Taxonomy&&) noexcept;
  Taxonomy& operator=(Taxonomy&&) noexcept;
  ~Taxonomy();

  static Taxonomy BuiltIn();
  // BuiltIn() plus a user's file: our own form, or a table of O*NET (recognised by its header row).
  static Result<Taxonomy> WithFile(const std::string& path);

  const std::vector<Concept>& concepts() const;
  const std::vector<std::string>& families() const;  // "software", "nursing", "construction" ...
  int FindId(std::string_view id) const;             // -1: none

  // Longest matches at word borders, left to right, not overlapping.  `in_skill_list`: the text is
  // a list of skills, which is context enough for ambiguous words.
  std::vector<ConceptMatch> FindAll(std::string_view text, bool in_skill_list = false) const;
  // The concept of a whole job title or phrase: exact, then without seniority and place words, then
  // by its head words; -1: none.  Gives the family of most titles that people write.
  int FindTitle(std::string_view title) const;
  // All concepts that the words may name, the likeliest first; the first is FindTitle's.  Words that
  // say little alone ("manager") name none.
  std::vector<TitleMatch> FindTitles(std::string_view title) const;
  // The family of a title even where no concept fits; -1: none.
  int FamilyOfTitle(std::string_view title) const;

  // How much showing `have` proves `want`: 1 the same, 0.9 narrower (shows a kind of it), 0.5
  // broader or sibling under one broader concept, 0 unrelated.
  double Relatedness(int want, int have) const;

  const std::string& Fingerprint() const;  // 16 hexadecimal digits

  struct Data;  // taxonomy_data.h

 private:
  explicit Taxonomy(std::unique_ptr<Data> data);
  std::unique_ptr<Data> data_;
};

}  // namespace atsmatch

#endif  // ATSMATCH_MATCHER_SKILLS_TAXONOMY_H_
