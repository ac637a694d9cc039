#include "matcher/posting/summary.h"

#include <algorithm>

#include "matcher/posting/quantities.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

// A posting that asks for less than this says in its duties what it wants.
constexpr size_t kFewRequirements = 4;
constexpr size_t kMostDuties = 6;

void AddOnce(std::string text, std::vector<std::string>* texts) {
  const std::string folded = FoldPhrase(text);
  const auto same = [&](const std::string& known) { return FoldPhrase(known) == folded; };
  if (std::none_of(texts->begin(), texts->end(), same)) texts->push_back(std::move(text));
}

}  // namespace

PostingSummary Summarize(const JobPosting& posting) {
  PostingSummary summary;
  summary.title = posting.title;
  summary.min_years = posting.min_years;
  summary.degree = std::string(DegreeWord(posting.degree_level));
  for (const Requirement& requirement : posting.requirements) {
    if (requirement.part == PostingPartKind::kDuties) continue;
    const bool must = requirement.need == Need::kMust;
    AddOnce(requirement.text, must ? &summary.must_have : &summary.nice_to_have);
    if (must && requirement.kind == RequirementKind::kLicence) {
      for (const Requirement::Alternative& licence : requirement.alternatives)
        AddOnce(licence.words, &summary.licences);
    }
  }
  if (summary.must_have.size() + summary.nice_to_have.size() < kFewRequirements) {
    size_t added = 0;
    for (const Requirement& requirement : posting.requirements) {
      if (requirement.part != PostingPartKind::kDuties || added == kMostDuties) continue;
      AddOnce(requirement.text, &summary.must_have);
      ++added;
    }
  }
  return summary;
}

}  // namespace atsmatch
