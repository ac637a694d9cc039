#include "cli/options.h"

#include <sys/stat.h>

#include <algorithm>
#include <boost/program_options.hpp>
#include <ctime>
#include <iterator>
#include <set>
#include <utility>

#include "cli/config_file.h"
#include "cli/did_you_mean.h"
#include "cli/option_table.h"

namespace atsmatch {
namespace {

namespace po = boost::program_options;

using Strings = std::vector<std::string>;

Error Usage(std::string cause, std::string remedy = "see 'atsmatch --help'") {
  return {ErrorKind::kInvalidData, std::move(cause), std::move(remedy)};
}

// ---- Words -> options and inputs

struct GivenOption {
  const OptionRow* row;
  std::string value;  // "true" for a switch
  bool is_letter;     // -h, and not --help
};

struct Given {
  std::vector<GivenOption> options;
  Strings inputs;  // the words that are not options
};

po::options_description ToBoost() {
  po::options_description description;
  for (const OptionRow& row : OptionTable()) {
    std::string names = row.name;
    if (row.letter != 0) names += std::string(",") + row.letter;
    if (row.kind == ArgumentKind::kSwitch) {
      description.add_options()(names.c_str(), "");
    } else {
      description.add_options()(names.c_str(), po::value<Strings>());
    }
  }
  description.add_options()("input", po::value<Strings>());
  return description;
}

// Throws what Boost throws.
Given Split(const Strings& arguments) {
  const po::options_description description = ToBoost();
  po::positional_options_description positions;
  positions.add("input", -1);
  namespace style = po::command_line_style;
  const po::parsed_options parsed = po::command_line_parser(arguments)
                                        .options(description)
                                        .positional(positions)
                                        .style(style::default_style & ~style::allow_guessing)
                                        .run();
  Given given;
  for (const po::option& option : parsed.options) {
    const OptionRow* row = FindOption(option.string_key);
    if (row == nullptr) {
      std::copy(option.value.begin(), option.value.end(), std::back_inserter(given.inputs));
    } else {
      const bool is_letter =
          !option.original_tokens.empty() && option.original_tokens[0].compare(0, 2, "--") != 0;
      given.options.push_back(
          {row, row->kind == ArgumentKind::kSwitch ? "true" : option.value.at(0), is_letter});
    }
  }
  return given;
}

// An option at the end of the line, or before another one.
Error MissingValue(const po::invalid_command_line_syntax& error) {
  std::string name = error.get_option_name();
  name.erase(0, std::min(name.find_first_not_of('-'), name.size()));
  const OptionRow* row = FindOption(name);
  if (row == nullptr) return Usage(error.what());
  return Usage("--" + name + " needs a value", "give " + WantedBy(*row));
}

Error ToUsage(const po::error& error) {
  const auto* syntax = dynamic_cast<const po::invalid_command_line_syntax*>(&error);
  if (syntax != nullptr && syntax->kind() == po::invalid_syntax::missing_parameter) {
    return MissingValue(*syntax);
  }
  const auto* unknown = dynamic_cast<const po::unknown_option*>(&error);
  if (unknown == nullptr) return Usage(error.what());
  std::string name = unknown->get_option_name();
  while (!name.empty() && name[0] == '-') name.erase(0, 1);
  Strings names;
  for (const OptionRow& row : OptionTable()) names.emplace_back(row.name);
  const std::string nearest = Nearest(name, names);
  return Usage("there is no option '" + unknown->get_option_name() + "'",
               DidYouMean(nearest.empty() ? "" : "--" + nearest));
}

// ---- Options -> settings

std::optional<Error> Set(const GivenOption& given, Settings* settings) {
  if (given.row->set(*given.row, given.value, settings)) return std::nullopt;
  return Usage("--" + std::string(given.row->name) + ": '" + given.value + "' does not fit",
               "give " + WantedBy(*given.row));
}

std::optional<Error> SetAll(const std::vector<GivenOption>& options, Settings* settings) {
  std::set<const OptionRow*> seen;
  for (const GivenOption& given : options) {
    const bool is_first = seen.insert(given.row).second;
    if (!is_first && !given.row->repeats && given.row->kind != ArgumentKind::kSwitch) {
      return Usage("--" + std::string(given.row->name) + " is given more than once",
                   "give it once");
    }
    if (std::optional<Error> error = Set(given, settings)) return error;
  }
  return std::nullopt;
}

// Below what the command line said; values that mean nothing to the command are passed over.
std::optional<Error> AddConfig(const std::vector<GivenOption>& options, CommandSet commands,
                               Settings* settings) {
  for (const GivenOption& given : options) {
    if (given.row->scope != Scope::kConfigToo) continue;
    settings->given.push_back({given.row->name, given.value, "the command line"});
  }
  if (settings->config.empty() && !settings->no_config) settings->config = FindConfigFile();
  if (settings->config.empty()) return std::nullopt;
  Result<std::vector<ConfigEntry>> entries = ReadConfig(settings->config);
  if (!entries.ok()) return entries.error();
  for (const ConfigEntry& entry : entries.value()) {
    const auto is_same = [&](const GivenOption& given) { return given.row == entry.row; };
    if (std::any_of(options.begin(), options.end(), is_same)) continue;
    if ((entry.row->commands & commands) == 0) continue;
    entry.row->set(*entry.row, entry.value, settings);
    settings->given.push_back(
        {entry.row->name, entry.value, settings->config + ":" + std::to_string(entry.line)});
  }
  return std::nullopt;
}

std::optional<Error> RefuseForeign(const std::vector<GivenOption>& options, Command command) {
  for (const GivenOption& given : options) {
    if ((given.row->commands & Only(command)) != 0) continue;
    const std::string word = RowOf(command).word;
    return Usage("--" + std::string(given.row->name) + " has no meaning for '" +
                     (word.empty() ? "atsmatch" : "atsmatch " + word) + "'",
                 "see 'atsmatch help" + (word.empty() ? "" : " " + word) + "'");
  }
  return std::nullopt;
}

// ---- Inputs -> command, résumés, jobs

Strings CommandWords() {
  Strings words;
  for (const CommandRow& row : CommandTable()) {
    if (*row.word != '\0') words.emplace_back(row.word);
  }
  return words;
}

bool Exists(const std::string& path) {
  struct stat status {};
  return path == "-" || stat(path.c_str(), &status) == 0;
}

std::optional<Error> TakeCommand(Strings* inputs, Settings* settings) {
  if (inputs->empty()) return std::nullopt;
  const std::string& word = inputs->front();
  if (const CommandRow* row = FindCommand(word); row != nullptr) {
    settings->command = row->command;
    inputs->erase(inputs->begin());
    return std::nullopt;
  }
  if (Exists(word) || word.find_first_of("./") != std::string::npos) return std::nullopt;
  const bool is_option = FindOption(word) != nullptr;  // "version" for --version
  const std::string nearest = is_option ? "--" + word : Nearest(word, CommandWords());
  if (nearest.empty()) return std::nullopt;
  return Usage("'" + word + "' is neither a command nor a file", DidYouMean(nearest));
}

std::optional<Error> PlaceHelpTopic(const Strings& inputs, Settings* settings) {
  if (inputs.empty()) return std::nullopt;
  settings->help_topic = inputs[0];
  if (FindCommand(inputs[0]) != nullptr) return std::nullopt;
  return Usage("there is no command '" + inputs[0] + "'",
               DidYouMean(Nearest(inputs[0], CommandWords())));
}

std::optional<Error> PlaceJob(Strings* inputs, Settings* settings) {
  if (settings->jobs.empty() && !inputs->empty()) {
    settings->jobs.push_back(inputs->back());
    inputs->pop_back();
    if (inputs->empty() && settings->files_from.empty()) {
      return Usage("one file is given; a résumé and a job posting are needed",
                   "give both: atsmatch RESUME JOB");
    }
  }
  if (!settings->jobs.empty()) return std::nullopt;
  return Usage("a job posting is missing", "name it last, or with --job");
}

std::optional<Error> PlaceShell(const Strings& inputs, Settings* settings) {
  static const Strings kWords = {"bash", "zsh", "fish"};
  const std::string word = inputs.empty() ? "" : inputs[0];
  const auto found = std::find(kWords.begin(), kWords.end(), word);
  if (found != kWords.end() && inputs.size() == 1) {
    settings->shell = static_cast<Shell>(found - kWords.begin());
    return std::nullopt;
  }
  return Usage("a shell is to be named", "give bash, zsh or fish: atsmatch completions bash");
}

// What one reads from standard input, no other can.
std::optional<Error> RefuseSecondStream(const Settings& settings) {
  auto streams = std::count(settings.resumes.begin(), settings.resumes.end(), "-") +
                 std::count(settings.jobs.begin(), settings.jobs.end(), "-");
  if (settings.files_from == "-") ++streams;
  if (streams < 2) return std::nullopt;
  return Usage("standard input (-) is named more than once", "give the others as files");
}

std::optional<Error> PlaceInputs(Strings inputs, Settings* settings) {
  if (settings->command == Command::kHelp) return PlaceHelpTopic(inputs, settings);
  if (settings->command == Command::kCompletions) return PlaceShell(inputs, settings);
  if (settings->command == Command::kMan) return std::nullopt;
  if (settings->command == Command::kJob) {
    settings->jobs = std::move(inputs);
    if (!settings->jobs.empty()) return std::nullopt;
    return Usage("a job posting is missing", "see 'atsmatch help job'");
  }
  if (settings->command == Command::kMatch) {
    if (std::optional<Error> error = PlaceJob(&inputs, settings)) return error;
  }
  settings->resumes = std::move(inputs);
  if (settings->resumes.empty() && settings->files_from.empty()) {
    const std::string help =
        "see 'atsmatch help " + std::string(RowOf(settings->command).word) + "'";
    const bool takes_list = (FindOption("files-from")->commands & Only(settings->command)) != 0;
    return Usage("there is no input",
                 takes_list ? "name files or folders, or use --files-from" : "name files; " + help);
  }
  return RefuseSecondStream(*settings);
}

// Behind "--" stand only files, whatever their names.
bool MayHaveCommand(const Strings& arguments, const Strings& inputs) {
  const auto end = std::find(arguments.begin(), arguments.end(), "--");
  return !inputs.empty() && std::find(arguments.begin(), end, inputs[0]) != end;
}

Date Today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return {local.tm_year + 1900, local.tm_mon + 1, local.tm_mday};
}

// --help beside others asks for the page of the command that they name.
Settings HelpSettings(const Given& given, Settings settings) {
  settings.command = Command::kHelp;
  const auto is_short = [](const GivenOption& option) {
    return std::string_view(option.row->name) == "help" && option.is_letter;
  };
  const bool has_topic = !given.inputs.empty() && FindCommand(given.inputs[0]) != nullptr;
  if (has_topic) settings.help_topic = given.inputs[0];
  settings.short_help =
      !has_topic && std::any_of(given.options.begin(), given.options.end(), is_short);
  return settings;
}

Result<Settings> Read(const Strings& arguments) {
  Settings settings;
  settings.as_of = Today();
  Given given = Split(arguments);
  if (std::optional<Error> error = SetAll(given.options, &settings)) return *error;
  if (settings.help) return HelpSettings(given, std::move(settings));
  if (settings.version) {
    settings.command = Command::kVersion;
    if (std::optional<Error> error = RefuseForeign(given.options, settings.command)) return *error;
    return settings;
  }
  if (settings.print_config) {
    settings.command = Command::kPrintConfig;
    if (std::optional<Error> error = AddConfig(given.options, kAnyCommand, &settings))
      return *error;
    return settings;
  }
  if (MayHaveCommand(arguments, given.inputs)) {
    if (std::optional<Error> error = TakeCommand(&given.inputs, &settings)) return *error;
  }
  if (std::optional<Error> error = PlaceInputs(std::move(given.inputs), &settings)) return *error;
  if (std::optional<Error> error = RefuseForeign(given.options, settings.command)) return *error;
  if (std::optional<Error> error = AddConfig(given.options, Only(settings.command), &settings)) {
    return *error;
  }
  if (settings.verbose) settings.quiet = false;
  return settings;
}

}  // namespace

Result<Settings> ParseCommandLine(const Strings& arguments) {
  try {
    return Read(arguments);
  } catch (const po::error& error) {
    return ToUsage(error);
  }
}

}  // namespace atsmatch
