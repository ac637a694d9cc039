#include "cli/knowledge.h"

#include <utility>

#include "cli/inputs.h"
#include "cli/sha256.h"

namespace atsmatch {
namespace {

constexpr size_t kMaxDataFile = 1u << 30;

Error InFile(const std::string& file, Error error) {
  if (error.cause.find(file) == std::string::npos) error.cause = file + ": " + error.cause;
  return error;
}

}  // namespace

std::optional<Error> LoadLexicon(const Settings& settings, LoadedKnowledge* knowledge) {
  if (settings.lexicons.empty()) {
    knowledge->lexicon = std::make_unique<Lexicon>(Lexicon::BuiltIn());
    return std::nullopt;
  }
  Result<Lexicon> loaded = Lexicon::WithFolder(settings.lexicons);
  if (!loaded.ok()) return InFile(settings.lexicons, loaded.error());
  knowledge->lexicon = std::make_unique<Lexicon>(std::move(loaded).value());
  return std::nullopt;
}

std::optional<Error> LoadForJobs(const Settings& settings, LoadedKnowledge* knowledge) {
  if (std::optional<Error> error = LoadLexicon(settings, knowledge)) return error;
  if (settings.taxonomy.empty()) {
    knowledge->taxonomy = std::make_unique<Taxonomy>(Taxonomy::BuiltIn());
    return std::nullopt;
  }
  Result<Taxonomy> loaded = Taxonomy::WithFile(settings.taxonomy);
  if (!loaded.ok()) return InFile(settings.taxonomy, loaded.error());
  knowledge->taxonomy = std::make_unique<Taxonomy>(std::move(loaded).value());
  return std::nullopt;
}

std::optional<Error> LoadForMatches(const Settings& settings, LoadedKnowledge* knowledge) {
  if (std::optional<Error> error = LoadForJobs(settings, knowledge)) return error;
  knowledge->weights = std::make_unique<Weights>(Weights::BuiltIn());
  knowledge->associations = std::make_unique<Associations>(Associations::BuiltIn());
  knowledge->resumes = std::make_unique<TermStatistics>(TermStatistics::BuiltInResumes());
  knowledge->statistics_id = "built-in";
  if (settings.statistics.empty()) {
    knowledge->statistics = std::make_unique<TermStatistics>(TermStatistics::BuiltIn());
    return std::nullopt;
  }
  Result<std::string> bytes = ReadInput(settings.statistics, kMaxDataFile);
  if (!bytes.ok()) return InFile(settings.statistics, bytes.error());
  Result<TermStatistics> loaded = TermStatistics::FromText(bytes.value());
  if (!loaded.ok()) return InFile(settings.statistics, loaded.error());
  knowledge->statistics = std::make_unique<TermStatistics>(std::move(loaded).value());
  knowledge->statistics_id = Sha256(bytes.value());
  return std::nullopt;
}

}  // namespace atsmatch
