#include "matcher/skills/taxonomy.h"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <iterator>

#include "embedded/EmbeddedSkills.h"
#include "matcher/skills/onet.h"
#include "matcher/skills/taxonomy_data.h"
#include "matcher/skills/taxonomy_reader.h"

namespace atsmatch {
namespace {

// How many rows and phrases the built-in files have, rounded up: saves growing the tables.
constexpr size_t kExpectedConcepts = 8000;
constexpr size_t kExpectedPhrases = 30000;
// A chain of broader concepts is not followed further; also the guard against a cycle in a user's
// file.
constexpr int kMaxBroaderSteps = 6;

// Eight bytes at a time: the built-in text is hashed at every start.
uint64_t HashText(uint64_t hash, std::string_view text) {
  constexpr uint64_t kMultiplier = 0x9E3779B97F4A7C15u;
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

Result<bool> ReadInto(std::string_view text, std::string_view file, Taxonomy::Data* data,
                      TaxonomyReader* reader) {
  data->hash = HashText(data->hash, text);
  data->fingerprint = ToHex(data->hash);
  return reader->AddRows(text, file);
}

bool IsBroader(const std::vector<Concept>& concepts, int narrow, int broad, int steps) {
  if (steps == 0) return false;
  for (const int next : concepts[static_cast<size_t>(narrow)].broader) {
    if (next == broad || IsBroader(concepts, next, broad, steps - 1)) return true;
  }
  return false;
}

bool ShareBroader(const Concept& a, const Concept& b) {
  return std::any_of(a.broader.begin(), a.broader.end(), [&](int broader) {
    return std::find(b.broader.begin(), b.broader.end(), broader) != b.broader.end();
  });
}

Result<std::unique_ptr<std::string>> ReadText(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    return Error{ErrorKind::kNotFound, path + ": cannot be opened",
                 "check the path and its rights"};
  }
  auto text = std::make_unique<std::string>(std::istreambuf_iterator<char>(file),
                                            std::istreambuf_iterator<char>());
  if (file.bad()) return Error{ErrorKind::kUnreadable, path + ": cannot be read", "is it a file?"};
  return text;
}

}  // namespace

Taxonomy::Taxonomy(std::unique_ptr<Data> data) : data_(std::move(data)) {}
Taxonomy::Taxonomy(Taxonomy&&) noexcept = default;
Taxonomy& Taxonomy::operator=(Taxonomy&&) noexcept = default;
Taxonomy::~Taxonomy() = default;

Taxonomy Taxonomy::BuiltIn() {
  auto data = std::make_unique<Data>();
  data->concepts.reserve(kExpectedConcepts);
  data->generic.reserve(kExpectedConcepts);
  data->by_id.reserve(kExpectedConcepts);
  data->phrases.Reserve(kExpectedPhrases);
  TaxonomyReader reader(data.get());
  // The built-in files are right: a test reads each of them and shows its errors.
  for (const EmbeddedFile& file : EmbeddedSkills()) {
    ReadInto(file.text, file.path, data.get(), &reader);
  }
  reader.LinkBroader();
  return Taxonomy(std::move(data));
}

Result<Taxonomy> Taxonomy::WithFile(const std::string& path) {
  Taxonomy taxonomy = BuiltIn();
  Result<std::unique_ptr<std::string>> read = ReadText(path);
  if (!read.ok()) return read.error();
  std::unique_ptr<std::string> text = std::move(read).value();
  if (IsOnetTable(*text)) {
    Result<std::string> rows = OnetRows(*text, path, taxonomy);
    if (!rows.ok()) return rows.error();
    *text = std::move(rows).value();
  }
  if (text->starts_with("\xEF\xBB\xBF")) text->erase(0, 3);
  TaxonomyReader reader(taxonomy.data_.get());
  if (Result<bool> added = ReadInto(*text, path, taxonomy.data_.get(), &reader); !added.ok()) {
    return added.error();
  }
  if (Result<bool> linked = reader.LinkBroader(); !linked.ok()) return linked.error();
  taxonomy.data_->texts.push_back(std::move(text));
  return taxonomy;
}

const std::vector<Concept>& Taxonomy::concepts() const { return data_->concepts; }
const std::vector<std::string>& Taxonomy::families() const { return data_->families; }
const std::string& Taxonomy::Fingerprint() const { return data_->fingerprint; }

int Taxonomy::FindId(std::string_view id) const {
  const auto found = data_->by_id.find(id);
  return found == data_->by_id.end() ? -1 : found->second;
}

double Taxonomy::Relatedness(int want, int have) const {
  const std::vector<Concept>& all = data_->concepts;
  const int count = static_cast<int>(all.size());
  if (want < 0 || have < 0 || want >= count || have >= count) return 0;
  if (want == have) return 1;
  if (IsBroader(all, have, want, kMaxBroaderSteps)) return 0.9;
  if (IsBroader(all, want, have, kMaxBroaderSteps)) return 0.5;
  return ShareBroader(all[static_cast<size_t>(want)], all[static_cast<size_t>(have)]) ? 0.5 : 0;
}

}  // namespace atsmatch
