#include "matcher/skills/taxonomy_data.h"

#include <algorithm>
#include <cstring>

namespace atsmatch {
namespace {

// The families of work with computers: their tools are context for each other.
constexpr std::string_view kComputingFamilies[] = {"software", "data", "it", "cybersecurity"};

constexpr uint64_t kMultiplier = 0x9E3779B97F4A7C15u;

uint64_t HashBytes(uint64_t hash, std::string_view text) {
  while (!text.empty()) {
    uint64_t block = 0;
    const size_t bytes = std::min<size_t>(8, text.size());
    std::memcpy(&block, text.data(), bytes);
    hash = (hash ^ block ^ bytes) * kMultiplier;
    hash ^= hash >> 29;
    text.remove_prefix(bytes);
  }
  return hash;
}

std::string ToHex(uint64_t value) {
  std::string hex(16, '0');
  for (size_t i = 16; i-- > 0; value >>= 4) hex[i] = "0123456789abcdef"[value & 15];
  return hex;
}

}  // namespace

uint64_t HashId(std::string_view id) { return HashBytes(0, id); }

Taxonomy::Data::Data(const BuiltInTaxonomy& built_in)
    : phrases(built_in.phrases), built_in_ids(built_in.id_slots), hash(built_in.hash) {
  fingerprint = ToHex(hash);
  for (const std::string_view family : built_in.families) AddFamily(family);
  concepts.resize(built_in.concepts.size());
  generic.resize(built_in.concepts.size());
  for (size_t i = 0; i < concepts.size(); ++i) {
    const BuiltInConcept& row = built_in.concepts[i];
    Concept& made = concepts[i];
    made.id = built_in.text.substr(row.id_begin, row.id_size);
    made.name = built_in.text.substr(row.name_begin, row.name_size);
    made.kind = static_cast<ConceptKind>(row.kind);
    made.family = row.family;
    const auto broader = built_in.broader.subspan(row.broader_begin, row.broader_size);
    made.broader.assign(broader.begin(), broader.end());
    generic[i] = row.generic;
  }
  CountNarrower();
}

void Taxonomy::Data::CountNarrower() {
  narrower.assign(concepts.size(), 0);
  for (const Concept& narrow : concepts) {
    for (const int broad : narrow.broader) ++narrower[static_cast<size_t>(broad)];
  }
}

int Taxonomy::Data::FindId(std::string_view id) const {
  if (!built_in_ids.empty()) {
    const size_t mask = built_in_ids.size() - 1;
    for (size_t slot = HashId(id) & mask; built_in_ids[slot] >= 0; slot = (slot + 1) & mask) {
      if (concepts[static_cast<size_t>(built_in_ids[slot])].id == id) return built_in_ids[slot];
    }
  }
  const auto added = added_ids.find(std::string(id));
  return added == added_ids.end() ? -1 : added->second;
}

int Taxonomy::Data::AddFamily(std::string_view family) {
  if (family.empty()) return -1;
  const auto known = std::find(families.begin(), families.end(), family);
  if (known != families.end()) return static_cast<int>(known - families.begin());
  families.emplace_back(family);
  computing.push_back(std::find(std::begin(kComputingFamilies), std::end(kComputingFamilies),
                                family) != std::end(kComputingFamilies));
  return static_cast<int>(families.size()) - 1;
}

int Taxonomy::Data::AddConcept(std::string_view id, std::string_view name, ConceptKind kind,
                               int family) {
  const int index = static_cast<int>(concepts.size());
  added_ids.emplace(id, index);
  concepts.push_back({std::string(id), std::string(name), kind, family, {}});
  generic.push_back(0);
  return index;
}

void Taxonomy::Data::AddToFingerprint(std::string_view text) {
  hash = HashBytes(hash, text);
  fingerprint = ToHex(hash);
}

}  // namespace atsmatch
