// What the commands need to know, loaded once before any worker starts.
#ifndef ATSMATCH_CLI_KNOWLEDGE_H_
#define ATSMATCH_CLI_KNOWLEDGE_H_

#include <memory>
#include <optional>
#include <string>

#include "cli/options.h"
#include "matcher/match.h"
#include "matcher/score/weights.h"
#include "matcher/skills/taxonomy.h"
#include "matcher/terms/associations.h"
#include "matcher/terms/statistics.h"
#include "parser/text/lexicon.h"

namespace atsmatch {

// What a command does not need is not loaded: starting up is half the time of a small document.
struct LoadedKnowledge {
  std::unique_ptr<Lexicon> lexicon;
  std::unique_ptr<Taxonomy> taxonomy;
  std::unique_ptr<TermStatistics> statistics;
  std::unique_ptr<Weights> weights;
  std::unique_ptr<Associations> associations;
  std::unique_ptr<TermStatistics> resumes;
  std::string statistics_id;  // "built-in", or the SHA-256 of --statistics

  Knowledge View() const {
    return {lexicon.get(), taxonomy.get(),     statistics.get(),
            weights.get(), associations.get(), resumes.get()};
  }
};

// The errors name the file at fault in `cause`.
std::optional<Error> LoadLexicon(const Settings& settings, LoadedKnowledge* knowledge);
std::optional<Error> LoadForJobs(const Settings& settings, LoadedKnowledge* knowledge);
std::optional<Error> LoadForMatches(const Settings& settings, LoadedKnowledge* knowledge);

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_KNOWLEDGE_H_
