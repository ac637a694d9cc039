#include <optional>
#include <string>
#include <utility>

#include "cli/batch.h"
#include "cli/blind.h"
#include "cli/blind_json.h"
#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/knowledge.h"
#include "cli/match_reading.h"
#include "cli/match_record.h"
#include "cli/outcome.h"
#include "cli/output_file.h"
#include "cli/progress.h"
#include "cli/reading_text.h"
#include "cli/remarks.h"
#include "cli/run_journal.h"
#include "cli/terminal.h"
#include "parser/json.h"

namespace atsmatch {
namespace {

// What was read of the résumé, as it is of a match, without a job.
MatchRecord RecordOf(const ParsedResume& resume, const Untrusted& document,
                     const Settings& settings) {
  MatchRecord record;
  ResumeSummary summary = Summarise(resume, settings.as_of);
  record.candidate = std::move(summary.candidate);
  record.warnings = std::move(summary.warnings);
  record.resume = DisplayPath(document.path);
  record.inputs.resume_sha256 = document.sha256;
  record.reading = ToReading(resume, {}, {}, record, "");
  if (settings.blind) HidePersonalData(PersonalData(resume), &record);
  return record;
}

bool WriteText(const std::string& line, bool after_another, const Settings& settings,
               Output* output) {
  const std::optional<MatchRecord> record = ReadMatchRecord(line);
  if (!record.has_value()) return true;
  if (after_another) output->Write("\n");
  return output->Write(
             ReadingText(*record, StyleOf(output->descriptor(), settings.color), settings.full)) &&
         output->HandOver();
}

}  // namespace

int RunParse(const Settings& given) {
  Settings settings = given;
  if (settings.format == OutputFormat::kCsv || settings.format == OutputFormat::kHtml) {
    PrintError({ErrorKind::kInvalidData, "'parse' prints no table and no HTML",
                "give --format text, json or ndjson"});
    return kUsage;
  }
  // Never destroyed: the process ends with it, and taking it apart takes time.
  static LoadedKnowledge& knowledge = *new LoadedKnowledge;
  // One document has one worker: what is loaded here would only be copied by the fork.
  const bool load_in_worker = settings.lexicons.empty() && IsOneDocument(settings);
  if (!load_in_worker) {
    if (const auto error = LoadLexicon(settings, &knowledge)) {
      PrintError(*error);
      return kUsage;
    }
  }
  InputList inputs(settings.resumes, InputOptionsOf(settings));
  Output output;
  if (!OpenStreams(settings, &inputs, &output)) return kUsage;
  RunJournal journal;
  const std::string lexicon_id = load_in_worker ? "built-in" : knowledge.lexicon->Fingerprint();
  if (const auto error = journal.Open({"parse", lexicon_id}, &settings)) {
    PrintError(*error);
    return kUsage;
  }
  const bool as_text = settings.format == OutputFormat::kText;
  const bool pretty =
      !as_text && settings.format != OutputFormat::kNdjson && IsOneDocument(settings);
  const DocumentReader reader = [&](const Untrusted& document) -> Result<std::string> {
    if (knowledge.lexicon == nullptr) (void)LoadLexicon(settings, &knowledge);
    ParseOptions options;
    options.region = settings.region;
    options.as_of = settings.as_of;
    options.check = settings.check || as_text;
    Result<ParsedResume> parsed = ParseResume(document.bytes, *knowledge.lexicon, options);
    if (!parsed.ok()) return parsed.error();
    *document.pages = parsed.value().document.pages.size();
    if (as_text) return ToJson(RecordOf(parsed.value(), document, settings), false);
    const std::string file =
        settings.blind ? BlindName(document.sha256, document.path) : DisplayPath(document.path);
    std::string json =
        ToJsonResume(parsed.value(), {.pretty = pretty && !settings.blind,
                                      .file = file,
                                      .lexicon_fingerprint = knowledge.lexicon->Fingerprint(),
                                      .sandbox = settings.sandbox});
    if (settings.blind) json = HidePersonalData(PersonalData(parsed.value()), json, pretty);
    return EscapeJson(json);
  };
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
      if (pretty || as_text) return true;
      const std::string file =
          settings.blind ? BlindName("", result.path) : DisplayPath(result.path);
      return output.Write(ErrorLine(file, ToRecord(*result.error), result.skipped) + "\n") &&
             output.HandOver();
    }
    if (as_text) return WriteText(result.record, outcome.done > 1, settings, &output);
    return output.Write(result.record + "\n") && output.HandOver();
  });
  progress.Clear();
  outcome.NoteSkipped(settings);
  const int code = outcome.Finish(&output, settings);
  journal.Close(code != kUsage);
  return code;
}

}  // namespace atsmatch
