#include "cli/option_table.h"

#include "cli/option_values.h"

namespace atsmatch {
namespace {

using enum ArgumentKind;

constexpr CommandSet kMatchOnly = Only(Command::kMatch);
constexpr CommandSet kReading = kMatchOnly | Only(Command::kParse) | Only(Command::kStats);
constexpr CommandSet kRanking = kMatchOnly | Only(Command::kMergeTop);
constexpr CommandSet kWorking = kReading | Only(Command::kJob);
constexpr CommandSet kFormatting = kMatchOnly | Only(Command::kParse) | Only(Command::kJob) |
                                   Only(Command::kMergeTop) | Only(Command::kVersion);
constexpr CommandSet kWriting = kWorking | Only(Command::kMergeStats) | Only(Command::kMergeTop);

constexpr OptionRow kOptions[] = {
    // ---- Input
    {.group = "Input",
     .name = "job",
     .letter = 'j',
     .commands = kMatchOnly,
     .kind = kFile,
     .argument = "JOB",
     .help = "a job posting, instead of the last argument",
     .details = "May be given several times: every résumé is scored against each.",
     .repeats = true,
     .is_common = true,
     .set = AddText<&Settings::jobs>},
    {.group = "Input",
     .name = "files-from",
     .commands = kReading,
     .kind = kFile,
     .argument = "FILE",
     .help = "read paths from FILE, one a line; - is standard input",
     .set = SetText<&Settings::files_from>},
    {.group = "Input",
     .name = "null",
     .letter = '0',
     .commands = kReading,
     .help = "paths in --files-from end with a null byte, not a line end",
     .details = "As 'find -print0' writes them: safe for any name.",
     .set = SetSwitch<&Settings::null_separated>},
    {.group = "Input",
     .name = "shard",
     .commands = kReading,
     .kind = kShard,
     .argument = "I/N",
     .help = "take the I-th of N parts of the inputs, 1 <= I <= N",
     .details =
         "Parts are made by counting inputs, so that N runs over the same list do all of it.",
     .set = SetConverted<&Settings::shard, ToShard>},

    // ---- Output
    {.group = "Output",
     .name = "format",
     .letter = 'f',
     .commands = kFormatting,
     .kind = kChoice,
     .argument = "FORMAT",
     .choices = "text|json|ndjson|csv|html",
     .help = "text, json, ndjson (one object a line), csv or html",
     .details = "ndjson is written in the order of the inputs while the work goes on.  'parse' "
                "and 'job' know text, json and ndjson, --version text and json.",
     .is_common = true,
     .set = SetChoice<&Settings::format, OutputFormat::kText>},
    {.group = "Output",
     .name = "output",
     .letter = 'o',
     .commands = kWriting,
     .kind = kFile,
     .argument = "FILE",
     .help = "write to FILE; it appears when it is complete",
     .details = "An older FILE stays as it is until then.",
     .is_common = true,
     .set = SetText<&Settings::output>},
    {.group = "Output",
     .name = "journal",
     .commands = kReading,
     .kind = kFile,
     .argument = "FILE",
     .help = "keep what is done in FILE: a batch that was stopped goes on from there",
     .details =
         "With --output a journal is kept beside the output, unasked, until that is complete.  "
         "One that is named stays: the next run reads what is new or changed.  It holds "
         "personal data and belongs to one job, one set of options and one build.",
     .set = SetText<&Settings::journal>},
    {.group = "Output",
     .name = "cache",
     .commands = kMatchOnly,
     .kind = kFolder,
     .argument = "DIR",
     .help = "keep what is read in DIR: the next job for these files reads none again",
     .details =
         "By the content of the files, for this build, its knowledge and the month.  It holds "
         "personal data; it may be removed at any time.  A report on one résumé does not use it.",
     .scope = Scope::kConfigToo,
     .set = SetText<&Settings::cache>},
    {.group = "Output",
     .name = "check",
     .commands = Only(Command::kParse),
     .help = "add what trips other systems, and what reading across would lose",
     .set = SetSwitch<&Settings::check>},
    {.group = "Output",
     .name = "full",
     .commands = kRanking | Only(Command::kParse),
     .help = "text: every requirement, keyword and field, and the texts that were compared",
     .details = "Of a ranking: who meets what, with the lines that show it.  Of 'parse': the text "
                "too.  Other formats are always whole.",
     .scope = Scope::kConfigToo,
     .set = SetSwitch<&Settings::full>},
    {.group = "Output",
     .name = "blind",
     .commands = kMatchOnly | Only(Command::kParse),
     .help = "hide names, contact details, photos and the like in every output; same scores",
     .scope = Scope::kConfigToo,
     .set = SetSwitch<&Settings::blind>},
    {.group = "Output",
     .name = "top",
     .letter = 'k',
     .commands = kRanking,
     .kind = kWhole,
     .argument = "K",
     .low = 1,
     .high = 1e12,
     .help = "only the K best",
     .scope = Scope::kConfigToo,
     .is_common = true,
     .set = SetNumber<&Settings::top>},
    {.group = "Output",
     .name = "color",
     .commands = kWriting,
     .kind = kChoice,
     .argument = "WHEN",
     .choices = "auto|always|never",
     .initial = "auto",
     .help = "colours: auto, always or never",
     .details = "auto: on a terminal, unless NO_COLOR is set.  Colours carry no meaning alone.",
     .scope = Scope::kConfigToo,
     .set = SetChoice<&Settings::color, ColorMode::kAuto>},
    {.group = "Output",
     .name = "quiet",
     .letter = 'q',
     .commands = kWriting,
     .help = "no progress and no remarks on standard error; errors stay",
     .scope = Scope::kConfigToo,
     .set = SetSwitch<&Settings::quiet>},
    {.group = "Output",
     .name = "verbose",
     .letter = 'v',
     .commands = kWriting,
     .help = "say on standard error what is used, and how each document went; wins over --quiet",
     .details = "A line a document: its name, pages, time in a worker and outcome; never its text.",
     .set = SetSwitch<&Settings::verbose>},

    // ---- Knowledge
    {.group = "Knowledge",
     .name = "lexicons",
     .commands = kWorking,
     .kind = kFolder,
     .argument = "DIR",
     .help = "add to the built-in words: DIR/[LANG/]TABLE.tsv",
     .scope = Scope::kConfigToo,
     .set = SetText<&Settings::lexicons>},
    {.group = "Knowledge",
     .name = "taxonomy",
     .commands = kMatchOnly | Only(Command::kJob),
     .kind = kFile,
     .argument = "FILE",
     .help = "add skills, tools and titles: our TSV form or O*NET's",
     .scope = Scope::kConfigToo,
     .set = SetText<&Settings::taxonomy>},
    {.group = "Knowledge",
     .name = "statistics",
     .commands = kMatchOnly,
     .kind = kFile,
     .argument = "FILE",
     .help = "how rare words are, as made by 'atsmatch stats'",
     .scope = Scope::kConfigToo,
     .set = SetText<&Settings::statistics>},
    {.group = "Knowledge",
     .name = "as-of",
     .commands = kMatchOnly | Only(Command::kParse),
     .kind = kDate,
     .argument = "DATE",
     .initial = "today",
     .help = "count current positions up to DATE (YYYY-MM-DD)",
     .details = "Give it where a result is to be the same tomorrow.",
     .scope = Scope::kConfigToo,
     .set = SetConverted<&Settings::as_of, ToDate>},
    {.group = "Knowledge",
     .name = "region",
     .commands = kReading,
     .kind = kCountry,
     .argument = "CC",
     .help = "country of phone numbers and dates that do not say theirs, for example US",
     .scope = Scope::kConfigToo,
     .set = SetConverted<&Settings::region, ToCountry>},

    // ---- Result
    {.group = "Result",
     .name = "min-score",
     .commands = kMatchOnly,
     .kind = kNumber,
     .argument = "N",
     .low = 0,
     .high = 100,
     .help = "exit code 1 when a score is under N",
     .scope = Scope::kConfigToo,
     .is_common = true,
     .set = SetNumber<&Settings::min_score>},
    {.group = "Result",
     .name = "fail-on",
     .commands = kReading,
     .kind = kChoice,
     .argument = "WHEN",
     .choices = "any|all|none",
     .initial = "any",
     .help = "documents that cannot be read change the exit code: any, all, none",
     .scope = Scope::kConfigToo,
     .set = SetChoice<&Settings::fail_on, FailOn::kAny>},

    // ---- Limits
    {.group = "Limits",
     .name = "threads",
     .letter = 't',
     .commands = kWorking,
     .kind = kWhole,
     .argument = "N",
     .low = 1,
     .high = 1024,
     .initial = "one a processor",
     .help = "worker processes",
     .details = "The results do not depend on it.",
     .scope = Scope::kConfigToo,
     .set = SetNumber<&Settings::threads>},
    {.group = "Limits",
     .name = "cpu-limit",
     .commands = kWorking,
     .kind = kNumber,
     .argument = "SECONDS",
     .low = 0.1,
     .high = 86400,
     .initial = "10",
     .help = "processor time of a document",
     .scope = Scope::kConfigToo,
     .set = SetNumber<&Settings::cpu_limit>},
    {.group = "Limits",
     .name = "time-limit",
     .commands = kWorking,
     .kind = kNumber,
     .argument = "SECONDS",
     .low = 0.1,
     .high = 86400,
     .initial = "60",
     .help = "wall time of a document",
     .scope = Scope::kConfigToo,
     .set = SetNumber<&Settings::time_limit>},
    {.group = "Limits",
     .name = "memory-limit",
     .commands = kWorking,
     .kind = kWhole,
     .argument = "MIB",
     .low = 64,
     .high = 1e6,
     .initial = "1536",
     .help = "memory of a worker",
     .scope = Scope::kConfigToo,
     .set = SetNumber<&Settings::memory_limit>},
    // Not in the configuration file: nobody should lose the sandbox by a line that he forgot.
    {.group = "Limits",
     .name = "no-sandbox",
     .commands = kWorking,
     .help = "workers keep the right to open files and connections",
     .details = "For systems whose kernel lacks what the sandbox needs.",
     .set = SetSwitch<&Settings::sandbox, false>},

    // ---- General
    {.group = "General",
     .name = "config",
     .commands = kAnyCommand,
     .kind = kFile,
     .argument = "FILE",
     .initial = "~/.config/atsmatch/config",
     .help = "read the configuration from FILE",
     .set = SetText<&Settings::config>},
    {.group = "General",
     .name = "no-config",
     .commands = kAnyCommand,
     .help = "read no configuration file",
     .set = SetSwitch<&Settings::no_config>},
    {.group = "General",
     .name = "print-config",
     .commands = kAnyCommand,
     .help = "print the configuration that is in effect, and where it comes from",
     .details = "What is printed can be used as a configuration file.",
     .set = SetSwitch<&Settings::print_config>},
    {.group = "General",
     .name = "help",
     .letter = 'h',
     .commands = kAnyCommand,
     .help = "all that there is to say; -h: one screen of it",
     .is_common = true,
     .set = SetSwitch<&Settings::help>},
    {.group = "General",
     .name = "version",
     .letter = 'V',
     .commands = kAnyCommand,
     .help = "versions of the program, of what it knows and of its libraries",
     .details = "With --format json as one object.",
     .set = SetSwitch<&Settings::version>},
};

constexpr Example kMatchExamples[] = {
    {"atsmatch resume.pdf job.txt", "a report: the score, why, and what would raise it"},
    {"atsmatch resumes/ job.txt --top 20", "a ranking of a folder, the best twenty"},
    {"atsmatch resumes/ job.txt --format csv -o ranking.csv", "the same for a spreadsheet"},
    {"atsmatch resumes/ --job a.txt --job b.txt", "every résumé against two jobs"},
    {"find . -name '*.pdf' | atsmatch --files-from - --job job.txt -f ndjson",
     "one record a line, for other programs"},
};
constexpr Example kParseExamples[] = {
    {"atsmatch parse resume.pdf", "what an ATS reads in the file, as JSON Resume"},
    {"atsmatch parse resume.pdf --check", "and what would trip other systems"},
    {"atsmatch parse resume.pdf --format text", "both, and a timeline, for people to read"},
    {"atsmatch parse resumes/ -o resumes.ndjson", "a folder, one object a line"},
};
constexpr Example kJobExamples[] = {
    {"atsmatch job job.txt", "what the posting asks, as text"},
    {"atsmatch job job.html --format json", "with all details"},
};
constexpr Example kStatsExamples[] = {
    {"atsmatch stats postings/ -o all.stats", "count the words of a folder"},
    {"atsmatch resume.pdf job.txt --statistics all.stats", "score by how rare words are there"},
};
constexpr Example kMergeStatsExamples[] = {
    {"atsmatch merge-stats a.stats b.stats -o all.stats", "as if they had been counted together"},
};
constexpr Example kMergeTopExamples[] = {
    {"atsmatch merge-top 1.ndjson 2.ndjson --top 20", "the best twenty of two runs"},
};
constexpr Example kHelpExamples[] = {
    {"atsmatch help parse", "the page of a command"},
};

constexpr Example kCompletionsExamples[] = {
    {"source <(atsmatch completions bash)", "for this shell"},
    {"atsmatch completions fish > ~/.config/fish/completions/atsmatch.fish", "for all to come"},
};
constexpr Example kManExamples[] = {
    {"atsmatch man | man -l -", "read it without installing it"},
};

constexpr CommandRow kCommands[] = {
    {Command::kMatch, "", "atsmatch RESUME JOB\natsmatch FOLDER|RESUME... JOB",
     "how well does a résumé fit a job, and why",
     "One résumé gives a report: the score and what it is made of, what would raise it, the "
     "requirements with the lines that meet them, and what an ATS read in the file.  Several, or "
     "a folder, give a ranking.  The last argument is the job, unless --job names it; several "
     "--job give one score for each résumé and job.",
     Operands::kFiles, kMatchExamples},
    {Command::kParse, "parse", "atsmatch parse FOLDER|RESUME...",
     "a résumé as JSON Resume; several give one object a line",
     "Fields that were not found are left out.  meta.atsmatch holds warnings, sections, facts "
     "(months of work, gaps, use of skills) and, for each field, page, box, rule and confidence.",
     Operands::kFiles, kParseExamples},
    {Command::kJob, "job", "atsmatch job JOB...", "what was understood of a job posting",
     "Shows title, must-haves, pluses, years, degree and licences; --format json has the details "
     "of every requirement.",
     Operands::kFiles, kJobExamples},
    {Command::kStats, "stats", "atsmatch stats FOLDER|FILE... -o STATISTICS",
     "count in how many documents each word stands",
     "The result can be given to --statistics and merged with others.", Operands::kFiles,
     kStatsExamples},
    {Command::kMergeStats, "merge-stats", "atsmatch merge-stats STATISTICS... -o STATISTICS",
     "add up statistics that were counted apart",
     "The order of the files does not matter.  Statistics of other rules are refused.",
     Operands::kFiles, kMergeStatsExamples},
    {Command::kMergeTop, "merge-top", "atsmatch merge-top NDJSON... [--top K]",
     "the best of rankings that were made apart",
     "Reads what 'atsmatch ... --format ndjson' wrote (- is standard input), prints the best K in "
     "the order of their ranks.",
     Operands::kFiles, kMergeTopExamples},
    {Command::kHelp, "help", "atsmatch help [COMMAND]", "the page of the program or of a command",
     "", Operands::kCommands, kHelpExamples},
    {Command::kCompletions, "completions", "atsmatch completions bash|zsh|fish",
     "completions for a shell",
     "A script that lets the shell complete commands, options, their values and files.",
     Operands::kShells, kCompletionsExamples},
    {Command::kMan, "man", "atsmatch man", "the manual page, in roff", "", Operands::kNone,
     kManExamples},
};

constexpr ExitCodeRow kExitCodes[] = {
    {0, "all well"},
    {1, "done, but a document failed or a score is under --min-score"},
    {2, "usage or configuration"},
    {3, "nothing could be processed"},
};

}  // namespace

std::span<const ExitCodeRow> ExitCodeTable() { return kExitCodes; }
std::span<const OptionRow> OptionTable() { return kOptions; }
std::span<const CommandRow> CommandTable() { return kCommands; }

const OptionRow* FindOption(std::string_view name) {
  for (const OptionRow& row : kOptions) {
    if (name == row.name) return &row;
  }
  return nullptr;
}

const CommandRow* FindCommand(std::string_view word) {
  for (const CommandRow& row : kCommands) {
    if (!word.empty() && word == row.word) return &row;
  }
  return nullptr;
}

const CommandRow& RowOf(Command command) {
  for (const CommandRow& row : kCommands) {
    if (row.command == command) return row;
  }
  return kCommands[0];
}

std::vector<std::string> ChoicesOf(const OptionRow& row) {
  std::vector<std::string> choices;
  for (std::string_view rest = row.choices; !rest.empty();) {
    const size_t bar = rest.find('|');
    choices.emplace_back(rest.substr(0, bar));
    rest.remove_prefix(bar == std::string_view::npos ? rest.size() : bar + 1);
  }
  return choices;
}

std::string WantedBy(const OptionRow& row) {
  switch (row.kind) {
    case kSwitch:
      return "true or false";
    case kFile:
      return "the path of a file";
    case kFolder:
      return "the path of a folder";
    case kDate:
      return "a date as YYYY-MM-DD";
    case kCountry:
      return "the two letters of a country, for example US or DE";
    case kShard:
      return "I/N with 1 <= I <= N, for example 1/4";
    case kNumber:
    case kWhole: {
      if (row.high > 1e9) return "a whole number from 1 on";
      char wanted[96];
      std::snprintf(wanted, sizeof(wanted), "a %snumber from %g to %g",
                    row.kind == kWhole ? "whole " : "", row.low, row.high);
      return wanted;
    }
    case kChoice:
      break;
  }
  const std::vector<std::string> choices = ChoicesOf(row);
  std::string wanted = choices[0];
  for (size_t i = 1; i < choices.size(); ++i) {
    wanted += (i + 1 == choices.size() ? " or " : ", ") + choices[i];
  }
  return wanted;
}

}  // namespace atsmatch
