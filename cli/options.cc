#include "cli/options.h"

#include <sys/stat.h>

#include <algorithm>
#include <boost/program_options.hpp>
#include <charconv>
#include <cmath>
#include <ctime>
#include <iterator>
#include <numeric>
#include <utility>

namespace atsmatch {
namespace {

namespace po = boost::program_options;

constexpr uint16_t Bit(Command command) {
  return static_cast<uint16_t>(1u << static_cast<unsigned>(command));
}
constexpr uint16_t kMatchOnly = Bit(Command::kMatch);
constexpr uint16_t kReading = kMatchOnly | Bit(Command::kParse) | Bit(Command::kStats);
constexpr uint16_t kRanking = kMatchOnly | Bit(Command::kMergeTop);
constexpr uint16_t kWorking = kReading | Bit(Command::kJob);
constexpr uint16_t kWriting = kWorking | Bit(Command::kMergeStats) | Bit(Command::kMergeTop);
constexpr uint16_t kAll = 0xffff;

constexpr OptionRow kOptions[] = {
    {"Input", "job", 'j', "JOB",
     "a job posting; may be given several times: every résumé is scored against each", kMatchOnly},
    {"Input", "files-from", 0, "FILE", "read paths from FILE, one a line; - is standard input",
     kReading},
    {"Input", "null", '0', nullptr, "paths in --files-from end with a null byte, not a line end",
     kReading},
    {"Input", "shard", 0, "I/N", "take the I-th of N parts of the inputs, 1 <= I <= N", kReading},

    {"Output", "format", 'f', "FORMAT",
     "text, json, ndjson (one object a line, in the order of the inputs), csv or html", kWriting},
    {"Output", "output", 'o', "FILE", "write to FILE; it appears when it is complete", kWriting},
    {"Output", "check", 0, nullptr,
     "with parse: add what trips other systems, and what reading across would lose",
     Bit(Command::kParse)},
    {"Output", "top", 'k', "K", "only the K best", kRanking},
    {"Output", "color", 0, "WHEN", "auto, always or never; NO_COLOR is respected", kWriting},
    {"Output", "quiet", 'q', nullptr, "no progress and no remarks on standard error; errors stay",
     kWriting},

    {"Knowledge", "lexicons", 0, "DIR", "add to the built-in words: DIR/[LANG/]TABLE.tsv",
     kWorking},
    {"Knowledge", "taxonomy", 0, "FILE", "add skills, tools and titles: our TSV form or O*NET's",
     kMatchOnly | Bit(Command::kJob)},
    {"Knowledge", "statistics", 0, "FILE", "how rare words are, as made by 'atsmatch stats'",
     kMatchOnly},
    {"Knowledge", "as-of", 0, "DATE",
     "count current positions up to DATE (YYYY-MM-DD); default: today",
     kMatchOnly | Bit(Command::kParse)},
    {"Knowledge", "region", 0, "CC",
     "country of phone numbers and dates that do not say theirs, for example US", kReading},

    {"Result", "min-score", 0, "N", "exit code 1 when a score is under N", kMatchOnly},
    {"Result", "fail-on", 0, "WHEN",
     "documents that cannot be read change the exit code: any (default), all, none", kReading},

    {"Limits", "threads", 't', "N", "worker processes; default: one a processor", kWorking},
    {"Limits", "cpu-limit", 0, "SECONDS", "processor time of a document; default: 10", kWorking},
    {"Limits", "time-limit", 0, "SECONDS", "wall time of a document; default: 60", kWorking},
    {"Limits", "memory-limit", 0, "MIB", "memory of a worker; default: 1536", kWorking},
    {"Limits", "no-sandbox", 0, nullptr, "workers keep the right to open files and connections",
     kWorking},

    {"General", "help", 'h', nullptr, "this page", kAll},
    {"General", "version", 'V', nullptr, "versions of the program and of what it knows", kAll},
};

constexpr CommandRow kCommands[] = {
    {Command::kMatch, "", "atsmatch RESUME JOB\n       atsmatch FOLDER|RESUME... JOB",
     "how well does a résumé fit a job, and why",
     "One résumé gives a report: the score and what it is made of, what would raise it,\n"
     "the requirements with the lines that meet them, and what an ATS read in the file.\n"
     "Several, or a folder, give a ranking.  The last argument is the job, unless --job\n"
     "names it; several --job give one score for each résumé and job.\n"},
    {Command::kParse, "parse", "atsmatch parse FOLDER|RESUME...",
     "a résumé as JSON Resume; several give one object a line",
     "Fields that were not found are left out.  meta.atsmatch holds warnings,\n"
     "sections, facts (months of work, gaps, use of skills) and, for each field, page,\n"
     "box, rule and confidence.\n"},
    {Command::kJob, "job", "atsmatch job JOB", "what was understood of a job posting",
     "Shows title, must-haves, pluses, years, degree and licences; --format json has\n"
     "the details of every requirement.\n"},
    {Command::kStats, "stats", "atsmatch stats FOLDER|FILE... -o STATISTICS",
     "count in how many documents each word stands",
     "The result can be given to --statistics and merged with others.\n"},
    {Command::kMergeStats, "merge-stats", "atsmatch merge-stats STATISTICS... -o STATISTICS",
     "add up statistics that were counted apart",
     "The order of the files does not matter.  Statistics of other rules are refused.\n"},
    {Command::kMergeTop, "merge-top", "atsmatch merge-top NDJSON... [--top K]",
     "the best of rankings that were made apart",
     "Reads what 'atsmatch ... --format ndjson' wrote (- is standard input), prints\n"
     "the best K in the order of their ranks.\n"},
    {Command::kHelp, "help", "atsmatch help [COMMAND]", "this page, or that of a command", ""},
};

Error Usage(std::string cause, std::string remedy = "see 'atsmatch --help'") {
  return {ErrorKind::kInvalidData, std::move(cause), std::move(remedy)};
}

size_t EditDistance(std::string_view a, std::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), size_t{0});
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
    }
  }
  return row[b.size()];
}

// The nearest of the candidates, or nothing when none is near.
std::string Nearest(std::string_view word, const std::vector<std::string>& candidates) {
  std::string best;
  size_t best_distance = std::max<size_t>(1, (word.size() + 1) / 3) + 1;
  for (const std::string& candidate : candidates) {
    size_t distance = EditDistance(word, candidate);
    const bool is_beginning = word.size() >= 3 && candidate.compare(0, word.size(), word) == 0;
    if (is_beginning) distance = 1;
    if (distance < best_distance) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best;
}

std::string DidYouMean(const std::string& nearest) {
  return nearest.empty() ? "see 'atsmatch --help'" : "did you mean '" + nearest + "'?";
}

const CommandRow* FindCommand(std::string_view word) {
  for (const CommandRow& row : kCommands) {
    if (!word.empty() && word == row.word) return &row;
  }
  return nullptr;
}

std::vector<std::string> CommandWords() {
  std::vector<std::string> words;
  for (const CommandRow& row : kCommands) {
    if (*row.word != '\0') words.emplace_back(row.word);
  }
  return words;
}

po::options_description ToBoost() {
  po::options_description description;
  for (const OptionRow& row : kOptions) {
    std::string names = row.name;
    if (row.letter != 0) names += std::string(",") + row.letter;
    if (row.argument == nullptr) {
      description.add_options()(names.c_str(), po::bool_switch());
    } else {
      description.add_options()(names.c_str(), po::value<std::vector<std::string>>()->composing());
    }
  }
  description.add_options()("input", po::value<std::vector<std::string>>());
  return description;
}

bool ToNumber(const std::string& text, double* number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), *number);
  return error == std::errc() && end == text.data() + text.size() && std::isfinite(*number);
}

bool ToSize(std::string_view text, size_t* number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), *number);
  return error == std::errc() && end == text.data() + text.size();
}

bool ToDate(const std::string& text, Date* date) {
  int year = 0, month = 0, day = 0, used = 0;
  if (std::sscanf(text.c_str(), "%4d-%2d-%2d%n", &year, &month, &day, &used) != 3 ||
      static_cast<size_t>(used) != text.size()) {
    return false;
  }
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  if (year < 1950 || year > 9999 || month < 1 || month > 12) return false;
  if (day < 1 || day > kDays[month - 1] + (month == 2 && leap ? 1 : 0)) return false;
  *date = {year, month, day};
  return true;
}

Date Today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return {local.tm_year + 1900, local.tm_mon + 1, local.tm_mday};
}

// Reads the values of the options into a Settings; the first that does not fit is the error.
class Reader {
 public:
  Reader(const po::variables_map& values, Settings* settings)
      : values_(values), settings_(settings) {}

  std::optional<Error> Read() {
    Settings& to = *settings_;
    to.null_separated = values_["null"].as<bool>();
    to.quiet = values_["quiet"].as<bool>();
    to.check = values_["check"].as<bool>();
    to.sandbox = !values_["no-sandbox"].as<bool>();
    if (values_.count("job") != 0) to.jobs = values_["job"].as<std::vector<std::string>>();
    Take("files-from", &to.files_from);
    Take("output", &to.output);
    Take("lexicons", &to.lexicons);
    Take("taxonomy", &to.taxonomy);
    Take("statistics", &to.statistics);
    TakeWord("format", {"text", "json", "ndjson", "csv", "html"},
             [&](size_t word) { to.format = static_cast<OutputFormat>(word + 1); });
    TakeWord("color", {"auto", "always", "never"},
             [&](size_t word) { to.color = static_cast<ColorMode>(word); });
    TakeWord("fail-on", {"any", "all", "none"},
             [&](size_t word) { to.fail_on = static_cast<FailOn>(word); });
    TakeRegion();
    TakeDate();
    TakeShard();
    double threads = 0, memory = static_cast<double>(to.memory_limit), top = 0, score = 0;
    if (TakeNumber("threads", 1, 1024, true, &threads)) to.threads = static_cast<int>(threads);
    if (TakeNumber("top", 1, 1e12, true, &top)) to.top = static_cast<size_t>(top);
    if (TakeNumber("min-score", 0, 100, false, &score)) to.min_score = score;
    TakeNumber("cpu-limit", 0.1, 86400, false, &to.cpu_limit);
    TakeNumber("time-limit", 0.1, 86400, false, &to.time_limit);
    if (TakeNumber("memory-limit", 64, 1e6, true, &memory)) {
      to.memory_limit = static_cast<size_t>(memory);
    }
    return error_;
  }

 private:
  void Fail(const std::string& option, const std::string& value, const std::string& wanted) {
    if (error_.has_value()) return;
    error_ = Usage("--" + option + ": '" + value + "' does not fit", "give " + wanted);
  }

  bool Take(const std::string& option, std::string* value) {
    if (values_.count(option) == 0) return false;
    const auto& given = values_[option].as<std::vector<std::string>>();
    if (given.size() > 1 && !error_.has_value()) {
      error_ = Usage("--" + option + " is given more than once", "give it once");
    }
    *value = given.back();
    if (value->empty()) Fail(option, *value, "a value that is not empty");
    return true;
  }

  template <class Set>
  void TakeWord(const std::string& option, const std::vector<std::string>& words, Set set) {
    std::string value;
    if (!Take(option, &value)) return;
    const auto found = std::find(words.begin(), words.end(), value);
    if (found != words.end()) return set(static_cast<size_t>(found - words.begin()));
    std::string wanted = words[0];
    for (size_t i = 1; i < words.size(); ++i) {
      wanted += (i + 1 == words.size() ? " or " : ", ") + words[i];
    }
    Fail(option, value, wanted);
  }

  bool TakeNumber(const std::string& option, double low, double high, bool whole, double* number) {
    std::string value;
    if (!Take(option, &value)) return false;
    double read = 0;
    if (ToNumber(value, &read) && read >= low && read <= high &&
        (!whole || read == std::floor(read))) {
      *number = read;
      return true;
    }
    char wanted[96];
    std::snprintf(wanted, sizeof(wanted), "a %snumber from %g to %g", whole ? "whole " : "", low,
                  high);
    Fail(option, value, wanted);
    return false;
  }

  void TakeRegion() {
    std::string value;
    if (!Take("region", &value)) return;
    for (char& letter : value) letter = static_cast<char>(letter & ~0x20);
    const auto is_letter = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (value.size() != 2 || !std::all_of(value.begin(), value.end(), is_letter)) {
      return Fail("region", value, "the two letters of a country, for example US or DE");
    }
    settings_->region = value;
  }

  void TakeDate() {
    std::string value;
    if (!Take("as-of", &value)) {
      settings_->as_of = Today();
    } else if (!ToDate(value, &settings_->as_of)) {
      Fail("as-of", value, "a date as YYYY-MM-DD");
    }
  }

  void TakeShard() {
    std::string value;
    if (!Take("shard", &value)) return;
    const size_t slash = value.find('/');
    Shard shard;
    if (slash == std::string::npos ||
        !ToSize(std::string_view(value).substr(0, slash), &shard.index) ||
        !ToSize(std::string_view(value).substr(slash + 1), &shard.count) || shard.index < 1 ||
        shard.index > shard.count) {
      return Fail("shard", value, "I/N with 1 <= I <= N, for example 1/4");
    }
    settings_->shard = shard;
  }

  const po::variables_map& values_;
  Settings* settings_;
  std::optional<Error> error_;
};

bool Exists(const std::string& path) {
  struct stat status {};
  return path == "-" || stat(path.c_str(), &status) == 0;
}

// Sorts the words that are not options into command, résumés and jobs.
std::optional<Error> PlaceInputs(std::vector<std::string> inputs, bool may_have_command,
                                 Settings* settings) {
  if (may_have_command && !inputs.empty()) {
    if (const CommandRow* row = FindCommand(inputs[0]); row != nullptr) {
      settings->command = row->command;
      inputs.erase(inputs.begin());
    } else if (!Exists(inputs[0])) {
      const std::string nearest = Nearest(inputs[0], CommandWords());
      if (!nearest.empty() && inputs[0].find_first_of("./") == std::string::npos) {
        return Usage("'" + inputs[0] + "' is neither a command nor a file", DidYouMean(nearest));
      }
    }
  }
  switch (settings->command) {
    case Command::kHelp:
      if (!inputs.empty()) settings->help_topic = inputs[0];
      if (!inputs.empty() && FindCommand(inputs[0]) == nullptr) {
        return Usage("there is no command '" + inputs[0] + "'",
                     DidYouMean(Nearest(inputs[0], CommandWords())));
      }
      return std::nullopt;
    case Command::kJob:
      settings->jobs = std::move(inputs);
      if (settings->jobs.empty())
        return Usage("a job posting is missing", "see 'atsmatch help job'");
      return std::nullopt;
    case Command::kMatch:
      if (settings->jobs.empty() && !inputs.empty()) {
        settings->jobs.push_back(inputs.back());
        inputs.pop_back();
        if (inputs.empty() && settings->files_from.empty()) {
          return Usage("one file is given; a résumé and a job posting are needed",
                       "give both: atsmatch RESUME JOB");
        }
      }
      if (settings->jobs.empty())
        return Usage("a job posting is missing", "name it last, or with --job");
      break;
    default:
      break;
  }
  settings->resumes = std::move(inputs);
  if (settings->resumes.empty() && settings->files_from.empty()) {
    return Usage("there is no input", "name files or folders, or use --files-from");
  }
  return std::nullopt;
}

std::optional<Error> RefuseForeign(const po::variables_map& values, Command command) {
  for (const OptionRow& row : kOptions) {
    if ((row.commands & Bit(command)) != 0 || values.count(row.name) == 0) continue;
    if (values[row.name].defaulted()) continue;
    std::string word;
    for (const CommandRow& known : kCommands) {
      if (known.command == command) word = known.word;
    }
    return Usage("--" + std::string(row.name) + " has no meaning for '" +
                     (word.empty() ? "atsmatch" : "atsmatch " + word) + "'",
                 "see 'atsmatch help" + (word.empty() ? "" : " " + word) + "'");
  }
  return std::nullopt;
}

Error ToUsage(const po::error& error) {
  const auto* unknown = dynamic_cast<const po::unknown_option*>(&error);
  if (unknown == nullptr) return Usage(error.what());
  std::string name = unknown->get_option_name();
  while (!name.empty() && name[0] == '-') name.erase(0, 1);
  std::vector<std::string> names;
  for (const OptionRow& row : kOptions) names.emplace_back(row.name);
  const std::string nearest = Nearest(name, names);
  return Usage("there is no option '" + unknown->get_option_name() + "'",
               DidYouMean(nearest.empty() ? "" : "--" + nearest));
}

Result<Settings> Read(const std::vector<std::string>& arguments) {
  const po::options_description description = ToBoost();
  po::positional_options_description positions;
  positions.add("input", -1);
  namespace style = po::command_line_style;
  po::variables_map values;
  po::store(po::command_line_parser(arguments)
                .options(description)
                .positional(positions)
                .style(style::default_style & ~style::allow_guessing)
                .run(),
            values);
  Settings settings;
  if (values["version"].as<bool>()) {
    settings.command = Command::kVersion;
    return settings;
  }
  if (std::optional<Error> error = Reader(values, &settings).Read()) return *error;
  std::vector<std::string> inputs;
  if (values.count("input") != 0) inputs = values["input"].as<std::vector<std::string>>();
  if (values["help"].as<bool>() || (inputs.empty() && arguments.empty())) {
    settings.command = Command::kHelp;
    if (!inputs.empty() && FindCommand(inputs[0]) != nullptr) settings.help_topic = inputs[0];
    return settings;
  }
  // Behind "--" stand only files, whatever their names.
  const auto end = std::find(arguments.begin(), arguments.end(), "--");
  const bool may_have_command =
      !inputs.empty() && std::find(arguments.begin(), end, inputs[0]) != end;
  if (std::optional<Error> error = PlaceInputs(std::move(inputs), may_have_command, &settings)) {
    return *error;
  }
  if (std::optional<Error> error = RefuseForeign(values, settings.command)) return *error;
  return settings;
}

void AppendOptions(uint16_t commands, std::string* page) {
  const char* group = "";
  for (const OptionRow& row : kOptions) {
    if ((row.commands & commands) == 0) continue;
    if (std::string_view(group) != row.group) {
      group = row.group;
      *page += std::string("\n") + group + ":\n";
    }
    std::string left = row.letter != 0 ? std::string("  -") + row.letter + ", " : "      ";
    left += std::string("--") + row.name;
    if (row.argument != nullptr) left += std::string(" ") + row.argument;
    constexpr size_t kHelpColumn = 28, kWidth = 80;
    left.resize(std::max(kHelpColumn, left.size() + 2), ' ');
    // Wrapped by bytes: the table has few characters beyond ASCII.
    std::string line = left;
    std::string_view rest = row.help;
    while (kHelpColumn + rest.size() > kWidth && line.size() + rest.size() > kWidth) {
      const size_t space = rest.rfind(' ', kWidth - std::max(line.size(), kHelpColumn));
      if (space == std::string_view::npos) break;
      *page += line + std::string(rest.substr(0, space)) + "\n";
      rest.remove_prefix(space + 1);
      line.assign(kHelpColumn, ' ');
    }
    *page += line + std::string(rest) + "\n";
  }
}

}  // namespace

std::span<const OptionRow> OptionTable() { return kOptions; }
std::span<const CommandRow> CommandTable() { return kCommands; }

Result<Settings> ParseCommandLine(const std::vector<std::string>& arguments) {
  try {
    return Read(arguments);
  } catch (const po::error& error) {
    return ToUsage(error);
  }
}

std::string HelpText(std::string_view topic) {
  if (const CommandRow* row = FindCommand(topic); row != nullptr) {
    std::string page = std::string("Usage: ") + row->synopsis + "\n\n" + row->summary + "\n";
    if (*row->details != '\0') page += std::string("\n") + row->details;
    AppendOptions(Bit(row->command), &page);
    return page;
  }
  std::string page =
      "Reads résumés as an applicant-tracking system does, and scores them for jobs.\n\n"
      "Usage: atsmatch RESUME JOB              one résumé, one job: a report\n"
      "       atsmatch FOLDER|RESUME... JOB    many: a ranking\n"
      "       atsmatch COMMAND ...             see 'atsmatch help COMMAND'\n"
      "\nCommands:\n";
  for (const CommandRow& row : kCommands) {
    if (*row.word == '\0') continue;
    std::string left = std::string("  ") + row.word;
    left.resize(16, ' ');
    page += left + row.summary + "\n";
  }
  page +=
      "\nRésumés are PDF, plain text or Markdown; a job is text, Markdown, HTML or PDF.\n"
      "- is standard input.\n";
  AppendOptions(kMatchOnly, &page);
  page +=
      "\nExit codes: 0 all well; 1 done, but a document failed or a score is under\n"
      "--min-score; 2 usage or configuration; 3 nothing could be processed.\n";
  return page;
}

}  // namespace atsmatch
