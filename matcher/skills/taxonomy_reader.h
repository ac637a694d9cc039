// Reads the rows of a taxonomy: our own form, or a table of O*NET as it comes.
#ifndef ATSMATCH_MATCHER_SKILLS_TAXONOMY_READER_H_
#define ATSMATCH_MATCHER_SKILLS_TAXONOMY_READER_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "matcher/skills/taxonomy_data.h"

namespace atsmatch {

// Adds files to a Taxonomy's data.  `text` must outlive the data.
class TaxonomyReader {
 public:
  explicit TaxonomyReader(Taxonomy::Data* data) : data_(*data) {}

  // Rows of our own form.  A row whose id is known adds its aliases and broader terms to it.
  Result<bool> AddRows(std::string_view text, std::string_view file);
  // Resolves the broader ids; after the last AddRows.
  Result<bool> LinkBroader();

 private:
  struct PendingLink {
    int concept_id;
    std::string_view broader;
    std::string_view file;
    int line;
  };

  Result<bool> AddRow(std::string_view row);
  Error RowError(const std::string& cause, const std::string& remedy) const;
  Result<bool> AddPhrase(std::string_view written, int concept_id, bool is_name,
                         std::string_view row_flags);

  Taxonomy::Data& data_;
  std::vector<PendingLink> links_;
  std::string_view file_;
  int line_ = 0;
};

// The kind that a row names ("tool"); false: none.
bool FindConceptKind(std::string_view name, ConceptKind* kind);

}  // namespace atsmatch

#endif  // ATSMATCH_MATCHER_SKILLS_TAXONOMY_READER_H_
