// What a Taxonomy holds.  Only the .cc files of this folder include it.
#ifndef ATSMATCH_MATCHER_SKILLS_TAXONOMY_DATA_H_
#define ATSMATCH_MATCHER_SKILLS_TAXONOMY_DATA_H_

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "matcher/skills/phrase_index.h"
#include "matcher/skills/taxonomy.h"

namespace atsmatch {

// A concept as compile_taxonomy.cc writes it into the program; texts are bytes of its text.
struct BuiltInConcept {
  uint32_t id_begin, name_begin, broader_begin;
  uint16_t id_size, name_size;
  int16_t family;
  uint8_t kind, generic, broader_size;
};

struct BuiltInTaxonomy {
  std::span<const BuiltInConcept> concepts;
  std::span<const int32_t> broader;
  std::span<const int32_t> id_slots;  // open addressing by HashId(); -1: free
  std::span<const std::string_view> families;
  std::string_view text;
  PhraseTables phrases;
  uint64_t hash;
};
const BuiltInTaxonomy& BuiltInSkills();  // generated

struct Taxonomy::Data {
  Data() = default;
  explicit Data(const BuiltInTaxonomy& built_in);

  int FindId(std::string_view id) const;
  int AddFamily(std::string_view family);  // or the index of the one that is there; -1: empty
  int AddConcept(std::string_view id, std::string_view name, ConceptKind kind, int family);
  void CountNarrower();
  void AddToFingerprint(std::string_view text);

  std::vector<Concept> concepts;
  std::vector<std::string> families;
  std::vector<uint8_t> generic;  // by concept: a head word such as "manager" that says little alone
  std::vector<uint8_t> computing;  // by family: a family of the computing group
  std::vector<int> narrower;       // by concept: how many name it as their broader one
  PhraseIndex phrases;
  std::span<const int32_t> built_in_ids;
  std::unordered_map<std::string, int> added_ids;
  uint64_t hash = 0;
  std::string fingerprint;
};

// The slot at which the search for an id begins.
uint64_t HashId(std::string_view id);

}  // namespace atsmatch

#endif  // ATSMATCH_MATCHER_SKILLS_TAXONOMY_DATA_H_
