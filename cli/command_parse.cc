#include <signal.h>

#include <string>

#include "cli/batch.h"
#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/knowledge.h"
#include "cli/match_record.h"
#include "cli/outcome.h"
#include "cli/output_file.h"
#include "parser/json.h"

namespace atsmatch {
namespace {

bool IsSingle(const Settings& settings) {
  return settings.files_from.empty() && settings.resumes.size() == 1 &&
         !IsFolder(settings.resumes[0]);
}

}  // namespace

int RunParse(const Settings& settings) {
  if (settings.format == OutputFormat::kText || settings.format == OutputFormat::kCsv) {
    PrintError(
        {ErrorKind::kInvalidData, "'parse' prints JSON only", "give --format json or ndjson"});
    return kUsage;
  }
  LoadedKnowledge knowledge;
  if (const auto error = LoadLexicon(settings, &knowledge)) {
    PrintError(*error);
    return kUsage;
  }
  InputList inputs(settings.resumes,
                   {settings.files_from, settings.null_separated, settings.shard});
  if (const auto error = inputs.Open()) {
    PrintError(settings.files_from, *error);
    return kUsage;
  }
  Output output;
  if (const auto error = output.Open(settings.output)) {
    PrintError(settings.output, *error);
    return kUsage;
  }
  const bool pretty =
      settings.format == OutputFormat::kDefault || settings.format == OutputFormat::kJson
          ? IsSingle(settings)
          : false;
  const DocumentReader reader = [&](const Untrusted& document) -> Result<std::string> {
    ParseOptions options;
    options.region = settings.region;
    Result<ParsedResume> parsed = ParseResume(document.bytes, *knowledge.lexicon, options);
    if (!parsed.ok()) return parsed.error();
    return ToJsonResume(parsed.value(), {.pretty = pretty,
                                         .file = DisplayPath(document.path),
                                         .lexicon_fingerprint = knowledge.lexicon->Fingerprint()});
  };
  Outcome outcome;
  RunBatch(&inputs, reader, settings, [&](DocumentResult result) {
    outcome.Count(result);
    if (result.error.has_value()) {
      PrintError(DisplayPath(result.path), *result.error);
      if (pretty) return true;
      return output.Write(ErrorLine(DisplayPath(result.path), ToRecord(*result.error)) + "\n") &&
             output.Flush();
    }
    return output.Write(result.record + "\n") && output.Flush();
  });
  return outcome.Finish(&output, settings);
}

}  // namespace atsmatch
