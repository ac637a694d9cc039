#include <string>
#include <utility>

#include "cli/batch.h"
#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/jobs.h"
#include "cli/knowledge.h"
#include "cli/outcome.h"
#include "cli/output_file.h"
#include "cli/progress.h"
#include "cli/remarks.h"
#include "cli/run_journal.h"

namespace atsmatch {
namespace {

constexpr size_t kMaxStatistics = 1u << 30;

}  // namespace

int RunStats(const Settings& given) {
  Settings settings = given;
  // Never destroyed: the process ends with it, and taking it apart takes time.
  static LoadedKnowledge& knowledge = *new LoadedKnowledge;
  if (const auto error = LoadLexicon(settings, &knowledge)) {
    PrintError(*error);
    return kUsage;
  }
  InputList inputs(settings.resumes, InputOptionsOf(settings));
  Output output;
  if (!OpenStreams(settings, &inputs, &output)) return kUsage;
  RunJournal journal;
  if (const auto error = journal.Open({"stats", knowledge.lexicon->Fingerprint()}, &settings)) {
    PrintError(*error);
    return kUsage;
  }
  const DocumentReader reader = [&](const Untrusted& document) {
    return TextOfDocument(document.bytes, *knowledge.lexicon);
  };
  TermStatistics statistics;
  Outcome outcome;
  Progress progress(settings.quiet);
  RunBatch(&inputs, reader, settings, {journal.get()}, [&](DocumentResult result) {
    outcome.Count(result);
    if (settings.verbose) progress.Clear();
    RemarkOnDocument(settings, result);
    progress.Show(outcome.done, outcome.failed, inputs.Total());
    if (result.error.has_value()) {
      progress.Clear();
      if (!result.skipped) PrintError(DisplayPath(result.path), *result.error);
    } else {
      statistics.AddDocument(result.record);
    }
    return true;
  });
  progress.Clear();
  outcome.NoteSkipped(settings);
  output.Write(statistics.ToText());
  const int code = outcome.Finish(&output, settings);
  journal.Close(code != kUsage);
  return code;
}

int RunMergeStats(const Settings& settings) {
  Output output;
  if (const auto error = output.Open(settings.output)) {
    PrintError(settings.output, *error);
    return kUsage;
  }
  TermStatistics sum;
  for (const std::string& path : settings.resumes) {
    const Result<std::string> text = ReadInput(path, kMaxStatistics);
    if (!text.ok()) {
      PrintError(path, text.error());
      return kUsage;
    }
    const Result<TermStatistics> statistics = TermStatistics::FromText(text.value());
    if (!statistics.ok()) {
      PrintError(path, statistics.error());
      return kUsage;
    }
    // A sum that lacks one of its parts would be wrong without anybody noticing: all or nothing.
    if (const Result<bool> merged = sum.Merge(statistics.value()); !merged.ok()) {
      PrintError(path, merged.error());
      return kUsage;
    }
  }
  output.Write(sum.ToText());
  return Outcome{.done = settings.resumes.size()}.Finish(&output, settings);
}

}  // namespace atsmatch
