#include <string>

#include "cli/commands.h"
#include "cli/job_record.h"
#include "cli/jobs.h"
#include "cli/knowledge.h"
#include "cli/outcome.h"
#include "cli/output_file.h"

namespace atsmatch {

int RunJob(const Settings& settings) {
  if (settings.format == OutputFormat::kCsv || settings.format == OutputFormat::kHtml) {
    PrintError({ErrorKind::kInvalidData, "'job' prints text or JSON",
                "give --format text, json or ndjson"});
    return kUsage;
  }
  LoadedKnowledge knowledge;
  if (const auto error = LoadForJobs(settings, &knowledge)) {
    PrintError(*error);
    return kUsage;
  }
  Output output;
  if (const auto error = output.Open(settings.output)) {
    PrintError(settings.output, *error);
    return kUsage;
  }
  const bool text =
      settings.format == OutputFormat::kDefault || settings.format == OutputFormat::kText;
  Outcome outcome;
  for (const std::string& path : settings.jobs) {
    Result<Job> job = LoadJob(path, settings, knowledge);
    if (!job.ok()) {
      PrintError(path, job.error());
      ++outcome.failed;
      continue;
    }
    ++outcome.done;
    const bool pretty = settings.format == OutputFormat::kJson && settings.jobs.size() == 1;
    const bool written =
        text ? output.Write((outcome.done > 1 ? "\n" : "") +
                            JobText(job.value(), StyleOf(output.descriptor(), settings.color)))
             : output.Write(JobJson(job.value(), *knowledge.taxonomy, pretty) + "\n");
    if (!written) break;
  }
  return outcome.Finish(&output, settings);
}

}  // namespace atsmatch
