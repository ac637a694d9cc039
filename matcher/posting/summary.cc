#include "matcher/posting/summary.h"

#include <re2/re2.h>

#include <algorithm>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "matcher/posting/quantities.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

// A posting that asks for less than this says in its duties what it wants.
constexpr size_t kFewRequirements = 5;
constexpr size_t kMostDuties = 6;

// What for, how and how often: a reader of the list can do without.  Each cut leaves at least two
// words.
std::string Condense(const std::string& text) {
  static const RE2 kTail(
      "(?i),? (?:to "
      "(?:ensure|support|fulfill|help|join|drive|achieve|meet|make|maximi[sz]e|facilitate|provide|"
      "deliver|allow|"
      "enable|promote|improve|create|build|identify|resolve|maintain|our|inform)|(?:by|when|"
      "through|via) [a-z]+ing|"
      "in order to|so that|so as to|for the purposes? of|as you|under (?:their|your) belt|in "
      "connection with|"
      "in accordance with|according to|in support of|in ways|in respect of|on a daily basis|"
      "as (?:needed|required|necessary|appropriate|assigned|well))\\b");
  re2::StringPiece cut;
  const size_t first = text.find(' ');
  const size_t second = first == text.npos ? text.npos : text.find_first_of(" ,", first + 1);
  if (second == text.npos || !kTail.Match(text, second, text.size(), RE2::UNANCHORED, &cut, 1))
    return text;
  static const RE2 kOpenEnd(
      "(?i)\\b(?:ability|able|willing|willingness|desire|capacity|drive|eager|skills needed)$");
  const std::string kept = text.substr(0, static_cast<size_t>(cut.data() - text.data()));
  return RE2::PartialMatch(kept, kOpenEnd) ? text : kept;
}

// Texts in order, each once.
class TextList {
 public:
  explicit TextList(std::vector<std::string>* texts) : texts_(texts) {}
  void Add(std::string text) {
    if (known_.insert(FoldPhrase(text)).second) texts_->push_back(std::move(text));
  }

 private:
  std::vector<std::string>* texts_;
  std::unordered_set<std::string> known_;
};

bool HasRequirementHeading(const JobPosting& posting) {
  return std::any_of(posting.parts.begin(), posting.parts.end(), [](const PostingPart& part) {
    return !part.heading.empty() && !part.text.empty() &&
           (part.kind == PostingPartKind::kRequirements ||
            part.kind == PostingPartKind::kNiceToHave);
  });
}

}  // namespace

PostingSummary Summarize(const JobPosting& posting) {
  PostingSummary summary;
  summary.title = posting.title;
  summary.min_years = posting.min_years;
  summary.degree = std::string(DegreeWord(posting.degree_level));
  TextList must_have(&summary.must_have), nice_to_have(&summary.nice_to_have),
      licences(&summary.licences);
  for (const Requirement& requirement : posting.requirements) {
    if (requirement.part == PostingPartKind::kDuties) continue;
    const bool must = requirement.need == Need::kMust;
    (must ? must_have : nice_to_have).Add(Condense(requirement.text));
    if (!must || requirement.kind != RequirementKind::kLicence) continue;
    for (const Requirement::Alternative& licence : requirement.alternatives)
      licences.Add(licence.words);
  }
  if (HasRequirementHeading(posting) ||
      summary.must_have.size() + summary.nice_to_have.size() >= kFewRequirements)
    return summary;
  size_t added = 0;
  for (const Requirement& requirement : posting.requirements) {
    if (requirement.part != PostingPartKind::kDuties || added == kMostDuties) continue;
    must_have.Add(Condense(requirement.text));
    ++added;
  }
  return summary;
}

}  // namespace atsmatch
