#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "cli/commands.h"
#include "cli/outcome.h"
#include "cli/output_file.h"
#include "cli/presenter.h"
#include "cli/record.h"

namespace atsmatch {
namespace {

// Calls `take` with each line that is not empty; nothing: all read.
template <class Take>
std::optional<Error> ForEachLine(const std::string& path, Take take) {
  FILE* file = path == "-" ? stdin : fopen(path.c_str(), "re");
  if (file == nullptr || IsFolder(path)) {
    if (file != nullptr) fclose(file);
    return Error{ErrorKind::kNotFound, "cannot be read", "name the output of --format ndjson"};
  }
  char* line = nullptr;
  size_t capacity = 0, number = 0;
  std::optional<Error> error;
  for (ssize_t length; !error && (length = getline(&line, &capacity, file)) >= 0;) {
    std::string_view text(line, static_cast<size_t>(length));
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
    ++number;
    if (!text.empty() && !take(text)) {
      error = Error{ErrorKind::kInvalidData,
                    "line " + std::to_string(number) + " is no record of a match",
                    "give the output of 'atsmatch ... --format ndjson'"};
    }
  }
  free(line);
  if (file != stdin) fclose(file);
  return error;
}

}  // namespace

int RunMergeTop(const Settings& settings) {
  Output output;
  if (const auto error = output.Open(settings.output)) {
    PrintError(settings.output, *error);
    return kUsage;
  }
  // Its own default is the format that it reads; without --top all are kept, in order.
  Settings merged = settings;
  if (merged.format == OutputFormat::kDefault) merged.format = OutputFormat::kNdjson;
  if (merged.top == 0) merged.top = static_cast<size_t>(-1) / 4;
  Presenter presenter(merged, {}, &output);
  for (const std::string& path : settings.resumes) {
    const auto error = ForEachLine(path, [&](std::string_view line) {
      const bool is_record = ReadMatchRecord(line).has_value();
      if (is_record) presenter.Add(std::string(line));
      return is_record;
    });
    if (error.has_value()) {
      PrintError(path, *error);
      return kUsage;
    }
  }
  if (const auto error = presenter.Finish()) {
    PrintError(*error);
    return kUsage;
  }
  return Outcome{.done = 1}.Finish(&output, settings);
}

}  // namespace atsmatch
