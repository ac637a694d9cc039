// Bytes that claim to be a kept résumé are one that can be matched, or none.
#include <string>
#include <string_view>

#include "check.h"
#include "cli/kept_resume.h"
#include "matcher/match.h"
#include "matcher/posting/posting.h"
#include "matcher/score/weights.h"
#include "matcher/skills/taxonomy.h"
#include "matcher/terms/statistics.h"
#include "parser/text/lexicon.h"

namespace {

using namespace atsmatch;

struct World {
  Lexicon lexicon = Lexicon::BuiltIn();
  Taxonomy taxonomy = Taxonomy::BuiltIn();
  TermStatistics statistics = TermStatistics::BuiltIn();
  Weights weights = Weights::BuiltIn();
  JobPosting posting = ParsePosting(
      "Backend Engineer\n\nRequirements\n- 3+ years of experience with Python and PostgreSQL\n"
      "- Bachelor's degree in computer science\n- Kafka\n",
      taxonomy, lexicon);
  JobMatcher matcher{posting, {&lexicon, &taxonomy, &statistics, &weights, nullptr}};
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const World* const kWorld = new World;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto kept = ReadKeptResume(bytes, kWorld->taxonomy.concepts().size());
  if (!kept.has_value()) return 0;
  const Match match = kWorld->matcher.MatchEvidence(kept->evidence);
  (void)ToJson(ToRecord(kept->summary, kWorld->posting, match), false);
  return 0;
}
