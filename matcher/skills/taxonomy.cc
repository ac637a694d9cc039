#include "matcher/skills/taxonomy.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "matcher/skills/onet.h"
#include "matcher/skills/taxonomy_data.h"
#include "matcher/skills/taxonomy_reader.h"

namespace atsmatch {
namespace {

// A chain of broader concepts is not followed further; also the guard against a cycle in a user's
// file.
constexpr int kMaxBroaderSteps = 6;
// A concept with more kinds than this is a trade, not a group of things that stand for each other.
constexpr int kMaxSiblings = 20;

bool IsBroader(const std::vector<Concept>& concepts, int narrow, int broad, int steps) {
  if (steps == 0) return false;
  for (const int next : concepts[static_cast<size_t>(narrow)].broader) {
    if (next == broad || IsBroader(concepts, next, broad, steps - 1)) return true;
  }
  return false;
}

// Under one concept that is no wide roof: React and Vue are siblings, plastering and roofing are
// not, though both are construction.
bool AreSiblings(const Taxonomy::Data& data, const Concept& a, const Concept& b) {
  return std::any_of(a.broader.begin(), a.broader.end(), [&](int broader) {
    return data.narrower[static_cast<size_t>(broader)] <= kMaxSiblings &&
           std::find(b.broader.begin(), b.broader.end(), broader) != b.broader.end();
  });
}

Result<std::string> ReadText(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    return Error{ErrorKind::kNotFound, path + ": cannot be opened",
                 "check the path and its rights"};
  }
  std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (file.bad()) return Error{ErrorKind::kUnreadable, path + ": cannot be read", "is it a file?"};
  return text;
}

}  // namespace

Taxonomy::Taxonomy(std::unique_ptr<Data> data) : data_(std::move(data)) {}
Taxonomy::Taxonomy(Taxonomy&&) noexcept = default;
Taxonomy& Taxonomy::operator=(Taxonomy&&) noexcept = default;
Taxonomy::~Taxonomy() = default;

Taxonomy Taxonomy::BuiltIn() { return Taxonomy(std::make_unique<Data>(BuiltInSkills())); }

Result<Taxonomy> Taxonomy::WithFile(const std::string& path) {
  Taxonomy taxonomy = BuiltIn();
  Result<std::string> read = ReadText(path);
  if (!read.ok()) return read.error();
  std::string text = std::move(read).value();
  if (IsOnetTable(text)) {
    Result<std::string> rows = OnetRows(text, path, taxonomy);
    if (!rows.ok()) return rows.error();
    text = std::move(rows).value();
  }
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  TaxonomyReader reader(taxonomy.data_.get());
  if (Result<bool> added = reader.AddRows(text, path); !added.ok()) {
    return added.error();
  }
  if (Result<bool> linked = reader.LinkBroader(); !linked.ok()) return linked.error();
  taxonomy.data_->CountNarrower();
  taxonomy.data_->AddToFingerprint(text);
  return taxonomy;
}

const std::vector<Concept>& Taxonomy::concepts() const { return data_->concepts; }
const std::vector<std::string>& Taxonomy::families() const { return data_->families; }
const std::string& Taxonomy::Fingerprint() const { return data_->fingerprint; }

int Taxonomy::FindId(std::string_view id) const { return data_->FindId(id); }

double Taxonomy::Relatedness(int want, int have) const {
  const std::vector<Concept>& all = data_->concepts;
  const int count = static_cast<int>(all.size());
  if (want < 0 || have < 0 || want >= count || have >= count) return 0;
  if (want == have) return 1;
  if (IsBroader(all, have, want, kMaxBroaderSteps)) return 0.9;
  // "Nursing" is shown by every nurse: it is no part of venepuncture.
  const bool is_roof = data_->narrower[static_cast<size_t>(have)] > kMaxSiblings;
  if (!is_roof && IsBroader(all, want, have, kMaxBroaderSteps)) return 0.5;
  return AreSiblings(*data_, all[static_cast<size_t>(want)], all[static_cast<size_t>(have)]) ? 0.5
                                                                                             : 0;
}

}  // namespace atsmatch
