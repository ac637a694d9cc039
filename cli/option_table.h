// The one table of options and the one of commands.  Parsing, help pages, the manual page, the
// completions of shells and the configuration file are all made from them.
//
// To add an option: a member of Settings (options.h) and a row in option_table.cc.
#ifndef ATSMATCH_CLI_OPTION_TABLE_H_
#define ATSMATCH_CLI_OPTION_TABLE_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/options.h"

namespace atsmatch {

// What the argument of an option is: how it is checked, and what a shell offers for it.
enum class ArgumentKind : uint8_t {
  kSwitch,  // no argument
  kFile,
  kFolder,
  kChoice,   // one of `choices`
  kNumber,   // low .. high
  kWhole,    // the same without a fraction
  kDate,     // YYYY-MM-DD
  kCountry,  // two letters
  kShard,    // I/N
};

// Where it may be given.
enum class Scope : uint8_t {
  kCommandLine,
  kConfigToo,  // in the configuration file as well, under its name
};

using CommandSet = uint16_t;  // bit (1 << Command) for each command
constexpr CommandSet Only(Command command) {
  return static_cast<CommandSet>(1u << static_cast<unsigned>(command));
}

constexpr CommandSet kAnyCommand = 0xffff;

struct OptionRow {
  const char* group;
  const char* name;  // "format"
  char letter = 0;   // 'o' of -o; 0: none
  CommandSet commands = 0;
  ArgumentKind kind = ArgumentKind::kSwitch;
  const char* argument = "";  // "FILE", as help shows it; "" for a switch
  const char* choices = "";   // "auto|always|never"
  double low = 0, high = 0;
  const char* initial = "";  // the default as people read it; "": none
  const char* help;          // one line, small letter, no full stop
  const char* details = "";  // sentences for the long help and the manual
  Scope scope = Scope::kCommandLine;
  bool repeats = false;    // may be given several times
  bool is_common = false;  // stands on the short help page too
  // Puts a value ("true" for a switch) into the settings; false: it does not fit.
  bool (*set)(const OptionRow&, const std::string& value, Settings*) = nullptr;
};
std::span<const OptionRow> OptionTable();
const OptionRow* FindOption(std::string_view name);
std::vector<std::string> ChoicesOf(const OptionRow& row);
// What a value that does not fit should have been: "a whole number from 1 to 1024".
std::string WantedBy(const OptionRow& row);

// What the words after the command are, for the completions.
enum class Operands : uint8_t { kNone, kFiles, kCommands, kShells };

struct Example {
  const char* line;  // "atsmatch resume.pdf job.txt"
  const char* what;  // what it does
};

struct CommandRow {
  Command command;
  const char* word;      // "parse"; "" for the match
  const char* synopsis;  // "atsmatch parse RESUME..."; one form a line
  const char* summary;   // one line
  const char* details;   // paragraphs
  Operands operands;
  std::span<const Example> examples;
};
std::span<const CommandRow> CommandTable();
const CommandRow* FindCommand(std::string_view word);  // nullptr for "" and unknown words
const CommandRow& RowOf(Command command);

struct ExitCodeRow {
  int code;
  const char* meaning;
};
std::span<const ExitCodeRow> ExitCodeTable();

// Texts that help and manual share.
inline constexpr char kProgramSummary[] =
    "reads résumés as an applicant-tracking system does, and scores them for jobs";
inline constexpr char kInputHelp[] =
    "Résumés are PDF, DOCX, ODT, plain text or Markdown; a job may be HTML as well.  The name - is "
    "standard input.";
inline constexpr char kConfigurationHelp[] =
    "Lines 'NAME = VALUE' in atsmatch/config under $XDG_CONFIG_HOME (~/.config) or, without such a "
    "file, under $XDG_CONFIG_DIRS (/etc/xdg) hold options for every run; the command line wins.  "
    "NAME is that of an option, VALUE is true or false for a switch, # begins a remark, paths are "
    "relative to the file.  'atsmatch --print-config' shows what is in effect and is such a file.";
inline constexpr char kShellNames[] = "bash zsh fish";

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_OPTION_TABLE_H_
