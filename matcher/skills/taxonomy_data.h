// What a Taxonomy holds.  Only the .cc files of this folder include it.
#ifndef ATSMATCH_MATCHER_SKILLS_TAXONOMY_DATA_H_
#define ATSMATCH_MATCHER_SKILLS_TAXONOMY_DATA_H_

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "matcher/skills/phrase_index.h"
#include "matcher/skills/taxonomy.h"

namespace atsmatch {

struct Taxonomy::Data {
  std::vector<Concept> concepts;
  std::vector<std::string> families;
  std::vector<uint8_t> generic;  // by concept: a head word such as "manager" that says little alone
  std::vector<uint8_t> computing;  // by family: a family of the computing group
  PhraseIndex phrases;
  std::unordered_map<std::string_view, int> by_id;
  std::vector<std::unique_ptr<std::string>> texts;  // of users' files; phrases point into them
  uint64_t hash = 0;
  std::string fingerprint;
};

}  // namespace atsmatch

#endif  // ATSMATCH_MATCHER_SKILLS_TAXONOMY_DATA_H_
