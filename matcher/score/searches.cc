#include "matcher/score/searches.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "matcher/skills/taxonomy.h"
#include "parser/text/ascii.h"

namespace atsmatch {
namespace {

constexpr double kRelative = 0.5;  // relatedness from which one thing counts for another
constexpr size_t kMaxUnused = 8;

bool IsWordByte(char c) {
  const char32_t byte = static_cast<unsigned char>(c);
  return IsAsciiLetter(byte) || IsAsciiDigit(byte) || byte >= 0x80;
}

bool HasTerms(const ResumeEvidence& evidence, const std::vector<std::string>& terms) {
  return !terms.empty() && std::all_of(terms.begin(), terms.end(), [&](const std::string& term) {
    return evidence.terms.Find(term) != nullptr;
  });
}

bool HasRelative(const ResumeEvidence& evidence, int want, const Taxonomy& taxonomy) {
  return std::any_of(evidence.concepts.begin(), evidence.concepts.end(), [&](const auto& shown) {
    return taxonomy.Relatedness(want, shown.first) >= kRelative;
  });
}

Search SearchFor(const AskedName& name, const ResumeEvidence& evidence,
                 const std::string& small_letters, const Taxonomy& taxonomy) {
  if (HasWords(small_letters, name.small_letters)) return Search::kExact;
  if (HasTerms(evidence, name.terms)) return Search::kStems;
  if (name.concept_id < 0) return Search::kNone;
  if (evidence.concepts.contains(name.concept_id)) return Search::kAliases;
  return HasRelative(evidence, name.concept_id, taxonomy) ? Search::kRelated : Search::kNone;
}

bool IsCraft(ConceptKind kind) {
  return kind == ConceptKind::kSkill || kind == ConceptKind::kTool || kind == ConceptKind::kLicence;
}

// 0..1: how near the job comes to asking for it.
double AskedFor(int shown, const JobProfile& profile, const Taxonomy& taxonomy) {
  double most = 0;
  for (const int asked : profile.concepts) {
    if (asked == shown) return 1;
    most = std::max(most, taxonomy.Relatedness(asked, shown));
  }
  return most;
}

}  // namespace

bool HasWords(const std::string& text, const std::string& words) {
  if (words.empty()) return false;
  for (size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) {
    const size_t end = at + words.size();
    const bool begins = at == 0 || !IsWordByte(text[at - 1]) || !IsWordByte(words.front());
    const bool ends = end == text.size() || !IsWordByte(text[end]) || !IsWordByte(words.back());
    if (begins && ends) return true;
  }
  return false;
}

std::string SmallLetters(std::string text) {
  for (char& c : text) c = ToAsciiLower(c);
  return text;
}

std::string SmallLetters(const ResumeEvidence& evidence) {
  std::string text;
  for (const EvidenceLine& line : evidence.lines) {
    text += line.text;
    text += '\n';
  }
  return SmallLetters(std::move(text));
}

Search StrictestSearch(const std::vector<AskedName>& names, const ResumeEvidence& evidence,
                       const std::string& small_letters, const Taxonomy& taxonomy) {
  Search strictest = Search::kNone;
  for (const AskedName& name : names) {
    strictest = std::min(strictest, SearchFor(name, evidence, small_letters, taxonomy));
  }
  return strictest;
}

JobUse UseOf(const ResumeEvidence& evidence, const JobProfile& profile, const Taxonomy& taxonomy) {
  JobUse use;
  double used = 0, total = 0;
  std::vector<std::pair<double, int>> unused;
  for (const auto& [concept_id, shown] : evidence.concepts) {
    if (!IsCraft(taxonomy.concepts()[static_cast<size_t>(concept_id)].kind)) continue;
    const double weight = Saturated(shown.count * shown.best);
    const double asked = AskedFor(concept_id, profile, taxonomy);
    total += weight;
    used += weight * asked;
    if (asked <= 0) unused.emplace_back(-weight, concept_id);
  }
  if (total > 0) use.share = used / total;
  use.known = total > 0;
  std::sort(unused.begin(), unused.end());
  for (size_t i = 0; i < std::min(unused.size(), kMaxUnused); ++i) {
    use.unused.push_back(taxonomy.concepts()[static_cast<size_t>(unused[i].second)].name);
  }
  return use;
}

}  // namespace atsmatch
