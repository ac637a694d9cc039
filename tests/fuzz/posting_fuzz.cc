// No text makes a posting crash, and whatever is found lies in its text, parts in order.
#include <cstdlib>
#include <string_view>

#include "matcher/posting/posting.h"
#include "matcher/posting/summary.h"
#include "matcher/skills/taxonomy.h"
#include "parser/text/lexicon.h"

namespace {

void Check(bool holds) {
  if (!holds) std::abort();
}

bool Inside(const atsmatch::IndexRange& range, size_t size) {
  return range.begin <= range.end && range.end <= size;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const auto* const kTaxonomy = new atsmatch::Taxonomy(atsmatch::Taxonomy::BuiltIn());
  static const auto* const kLexicon = new atsmatch::Lexicon(atsmatch::Lexicon::BuiltIn());
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const atsmatch::JobPosting posting = atsmatch::ParsePosting(text, *kTaxonomy, *kLexicon);
  const size_t length = posting.text.size();
  Check(Inside(posting.title_source, length));
  size_t end = 0;
  for (const atsmatch::PostingPart& part : posting.parts) {
    Check(Inside(part.heading, length) && Inside(part.text, length));
    Check(end <= (part.heading.empty() ? part.text.begin : part.heading.begin));
    end = part.text.empty() ? part.heading.end : part.text.end;
  }
  for (const atsmatch::Requirement& requirement : posting.requirements) {
    Check(Inside(requirement.source, length) && !requirement.text.empty());
    Check(requirement.min_years >= 0 && requirement.min_years <= 40);
    for (const auto& alternative : requirement.alternatives)
      Check(alternative.concept_id < static_cast<int>(kTaxonomy->concepts().size()));
  }
  atsmatch::Summarize(posting);
  return 0;
}
