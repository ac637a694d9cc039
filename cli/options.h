// The command line as a value.
//
//   Result<Settings> settings = ParseCommandLine({"parse", "resume.pdf"});
//   settings.value().command   // Command::kParse
//
// One table (option_table.cc) says which options there are.  Boost.Program_options is met in
// options.cc alone.
#ifndef ATSMATCH_CLI_OPTIONS_H_
#define ATSMATCH_CLI_OPTIONS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "parser/result.h"
#include "parser/resume.h"

namespace atsmatch {

enum class Command : uint8_t {
  kMatch,  // has no word of its own
  kParse,
  kJob,
  kStats,
  kMergeStats,
  kMergeTop,
  kHelp,
  kVersion,
  kPrintConfig,
  kCompletions,
  kMan,
};

enum class OutputFormat : uint8_t { kDefault, kText, kJson, kNdjson, kCsv, kHtml };
enum class ColorMode : uint8_t { kAuto, kAlways, kNever };
enum class FailOn : uint8_t { kAny, kAll, kNone };
enum class Shell : uint8_t { kBash, kZsh, kFish };

// The I-th of N parts of the inputs, 1 <= index <= count.
struct Shard {
  size_t index = 1;
  size_t count = 1;
};

// What was said about an option that a configuration file may hold.
struct GivenValue {
  std::string name, value;
  std::string origin;  // "the command line", "FILE:LINE"
};

struct Settings {
  Command command = Command::kMatch;
  std::vector<std::string> resumes;  // files and folders; "-" is standard input
  std::vector<std::string> jobs;     // at least one for kMatch

  bool help = false, version = false;  // the options; the commands' words set `command` alone
  bool short_help = false;             // -h
  std::string help_topic;              // a command's word, or empty
  Shell shell = Shell::kBash;          // of kCompletions

  std::string config;  // the configuration file that was read; empty: none
  bool no_config = false, print_config = false;
  std::vector<GivenValue> given;

  std::string files_from;  // a file of paths, one a line; "-" is standard input; empty: none
  bool null_separated = false;
  Shard shard;

  OutputFormat format = OutputFormat::kDefault;
  std::string output;   // -o; empty: standard output
  std::string journal;  // empty: beside `output`, or none
  std::string cache;    // a folder; empty: none
  ColorMode color = ColorMode::kAuto;
  bool quiet = false, verbose = false;  // not both
  bool full = false;                    // text: long lists to their end
  bool blind = false;                   // no name, contact detail or the like in any output

  std::string lexicons, taxonomy, statistics;  // empty: built in
  Date as_of;
  std::string region;
  bool check = false;  // parse: what trips other systems

  std::optional<double> min_score;
  size_t top = 0;  // 0: all
  FailOn fail_on = FailOn::kAny;

  int threads = 0;             // worker processes; 0: one a processor
  double cpu_limit = 10;       // seconds a document
  double time_limit = 60;      // seconds of wall time a document
  size_t memory_limit = 1536;  // MiB a worker
  bool sandbox = true;
};

// `arguments` without the program's name.  Errors are kInvalidData and say what was probably meant.
Result<Settings> ParseCommandLine(const std::vector<std::string>& arguments);

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_OPTIONS_H_
