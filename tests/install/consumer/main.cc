// Reads a résumé and a posting of a few lines, and prints the name and whether there is a score.
#include <iostream>

#include "matcher/match.h"
#include "matcher/score/weights.h"
#include "matcher/skills/taxonomy.h"
#include "matcher/terms/statistics.h"
#include "parser/parse.h"
#include "parser/text/lexicon.h"

int main() {
  const atsmatch::Lexicon lexicon = atsmatch::Lexicon::BuiltIn();
  const auto parsed = atsmatch::ParseResume(
      "Jordan Rivera\njordan@example.com\n\nExperience\n\nBackend Engineer, Example Works\n"
      "Jan 2018 - Dec 2023\n- Built services in Python with PostgreSQL\n",
      lexicon, {});
  if (!parsed.ok()) {
    std::cerr << parsed.error().Message() << "\n";
    return 1;
  }
  const atsmatch::Taxonomy taxonomy = atsmatch::Taxonomy::BuiltIn();
  const atsmatch::TermStatistics statistics = atsmatch::TermStatistics::BuiltIn();
  const atsmatch::Weights weights = atsmatch::Weights::BuiltIn();
  const atsmatch::JobPosting posting = atsmatch::ParsePosting(
      "Backend Engineer\n\nRequirements\n- Python\n- PostgreSQL\n", taxonomy, lexicon);
  const atsmatch::Match match =
      atsmatch::MatchResume(parsed.value(), posting, {&lexicon, &taxonomy, &statistics, &weights},
                            {.as_of = {2026, 1, 1}});
  std::cout << parsed.value().resume.basics.name.value
            << (match.score > 0 ? ": scored" : ": not scored") << "\n";
}
