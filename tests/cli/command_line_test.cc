// The tables of options and commands, and all that is made from them.
#include <gtest/gtest.h>
#include <stdio.h>
#include <stdlib.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "cli/completions.h"
#include "cli/config_file.h"
#include "cli/did_you_mean.h"
#include "cli/help.h"
#include "cli/man_page.h"
#include "cli/option_table.h"
#include "tests/temporary_folder.h"

namespace atsmatch {
namespace {

using Strings = std::vector<std::string>;

bool Contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

Strings Lines(const std::string& text) {
  Strings lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

// Of text without wide characters.
long Columns(const std::string& line) {
  return std::count_if(line.begin(), line.end(), [](char c) { return (c & 0xc0) != 0x80; });
}

std::string WordOf(const CommandRow& row) { return *row.word == '\0' ? "match" : row.word; }
bool Takes(const CommandRow& command, const OptionRow& option) {
  return (option.commands & Only(command.command)) != 0;
}

// The standard output of a shell's command.
Strings LinesOfShell(const std::string& command) {
  FILE* pipe = popen(command.c_str(), "r");
  std::string text;
  char block[4096];
  while (size_t got = fread(block, 1, sizeof(block), pipe)) text.append(block, got);
  EXPECT_EQ(pclose(pipe), 0) << command;
  return Lines(text);
}

bool HasProgram(const std::string& name) {
  return system(("command -v " + name + " >/dev/null").c_str()) == 0;
}

// ---- The table

TEST(OptionTable, NamesEachOptionOnce) {
  std::set<std::string> names;
  std::set<char> letters;
  for (const OptionRow& row : OptionTable()) {
    EXPECT_TRUE(names.insert(row.name).second) << row.name;
    if (row.letter != 0) {
      EXPECT_TRUE(letters.insert(row.letter).second) << row.letter;
    }
  }
}

TEST(OptionTable, RowsAreWhole) {
  std::set<std::string> groups;
  std::string group;
  for (const OptionRow& row : OptionTable()) {
    EXPECT_NE(row.set, nullptr) << row.name;
    EXPECT_NE(row.commands, 0) << row.name;
    EXPECT_EQ(row.kind == ArgumentKind::kSwitch, *row.argument == '\0') << row.name;
    EXPECT_EQ(row.kind == ArgumentKind::kChoice, !ChoicesOf(row).empty()) << row.name;
    const std::string help = row.help, details = row.details;
    EXPECT_FALSE(help.empty() || help.back() == '.') << row.name;
    EXPECT_TRUE(details.empty() || details.back() == '.') << row.name;
    EXPECT_FALSE(WantedBy(row).empty()) << row.name;
    // Rows of a group stand together.
    if (group != row.group) {
      EXPECT_TRUE(groups.insert(row.group).second) << row.name;
    }
    group = row.group;
  }
}

TEST(OptionTable, TakesItsChoicesAndTheEndsOfItsRanges) {
  for (const OptionRow& row : OptionTable()) {
    Settings settings;
    for (const std::string& choice : ChoicesOf(row)) {
      EXPECT_TRUE(row.set(row, choice, &settings)) << row.name << " " << choice;
    }
    if (row.kind == ArgumentKind::kNumber || row.kind == ArgumentKind::kWhole) {
      EXPECT_LT(row.low, row.high) << row.name;
      EXPECT_TRUE(row.set(row, std::to_string(row.low), &settings)) << row.name;
      EXPECT_TRUE(row.set(row, std::to_string(row.high), &settings)) << row.name;
      EXPECT_FALSE(row.set(row, std::to_string(row.low - 1), &settings)) << row.name;
      EXPECT_FALSE(row.set(row, std::to_string(row.high + 1), &settings)) << row.name;
    }
    if (row.kind != ArgumentKind::kSwitch) {
      EXPECT_FALSE(row.set(row, "", &settings)) << row.name;
    }
  }
}

// ---- Parsing

TEST(ParseCommandLine, SetsWhatIsSaid) {
  const Result<Settings> parsed =
      ParseCommandLine({"parse", "a.pdf", "--no-config", "-f", "ndjson", "--threads=3", "-q",
                        "--no-sandbox", "--region", "de", "--shard", "2/3", "--fail-on", "none"});
  ASSERT_TRUE(parsed.ok()) << parsed.error().Message();
  const Settings& settings = parsed.value();
  EXPECT_EQ(settings.command, Command::kParse);
  EXPECT_EQ(settings.resumes, Strings{"a.pdf"});
  EXPECT_EQ(settings.format, OutputFormat::kNdjson);
  EXPECT_EQ(settings.threads, 3);
  EXPECT_TRUE(settings.quiet);
  EXPECT_FALSE(settings.sandbox);
  EXPECT_EQ(settings.region, "DE");
  EXPECT_EQ(settings.shard.index, 2u);
  EXPECT_EQ(settings.fail_on, FailOn::kNone);
}

TEST(ParseCommandLine, TellsShortFromLongHelp) {
  EXPECT_TRUE(ParseCommandLine({"-h"}).value().short_help);
  EXPECT_TRUE(ParseCommandLine({"-qh"}).value().short_help);
  EXPECT_FALSE(ParseCommandLine({"--help"}).value().short_help);
  EXPECT_FALSE(ParseCommandLine({"help"}).value().short_help);
  EXPECT_EQ(ParseCommandLine({"job", "-h"}).value().help_topic, "job");
}

TEST(ParseCommandLine, TakesNamesBehindTwoDashesAsFiles) {
  const Result<Settings> parsed = ParseCommandLine({"--no-config", "--", "parse", "job"});
  ASSERT_TRUE(parsed.ok());
  EXPECT_EQ(parsed.value().command, Command::kMatch);
  EXPECT_EQ(parsed.value().resumes, Strings{"parse"});
  EXPECT_EQ(parsed.value().jobs, Strings{"job"});
}

TEST(ParseCommandLine, VerboseWinsOverQuiet) {
  const Settings settings = ParseCommandLine({"a", "b", "--no-config", "-vq"}).value();
  EXPECT_TRUE(settings.verbose);
  EXPECT_FALSE(settings.quiet);
}

TEST(Nearest, KnowsTypingErrors) {
  const Strings words = {"parse", "job", "merge-stats", "merge-top"};
  EXPECT_EQ(Nearest("prase", words), "parse");
  EXPECT_EQ(Nearest("parsse", words), "parse");
  EXPECT_EQ(Nearest("jbo", words), "job");
  EXPECT_EQ(Nearest("merge-tpo", words), "merge-top");
  EXPECT_EQ(Nearest("par", words), "parse");
  EXPECT_EQ(Nearest("resume", words), "");
  EXPECT_EQ(Nearest("", words), "");
}

// ---- The configuration file

class Config : public testing::Test {
 protected:
  Config() : folder_path_(folder_.path()) {}

  Result<Settings> Parse(const std::string& config, Strings arguments) {
    const std::string path = folder_.Write("config", config);
    arguments.insert(arguments.end(), {"--config", path});
    return ParseCommandLine(arguments);
  }
  std::string ErrorOf(const std::string& config) {
    const Result<Settings> parsed = Parse(config, {"a", "b"});
    return parsed.ok() ? "" : parsed.error().Message();
  }

  TemporaryFolder folder_;
  std::string folder_path_;
};

TEST_F(Config, HoldsForEveryRun) {
  const Result<Settings> parsed = Parse(
      "# mine\n\n threads = 4 \r\nquiet=true\nregion = ie\nlexicons = words\ntaxonomy = /a # b\n",
      {"a", "b"});
  ASSERT_TRUE(parsed.ok()) << parsed.error().Message();
  const Settings& settings = parsed.value();
  EXPECT_EQ(settings.threads, 4);
  EXPECT_TRUE(settings.quiet);
  EXPECT_EQ(settings.region, "IE");
  EXPECT_EQ(settings.lexicons, folder_path_ + "/words");
  EXPECT_EQ(settings.taxonomy, "/a # b");
}

TEST_F(Config, TheCommandLineWins) {
  const Result<Settings> parsed = Parse("threads = 4\ntop = 7\n", {"a", "b", "--threads", "2"});
  ASSERT_TRUE(parsed.ok());
  EXPECT_EQ(parsed.value().threads, 2);
  EXPECT_EQ(parsed.value().top, 7u);
}

TEST_F(Config, ValuesOfOtherCommandsArePassedOver) {
  const Result<Settings> parsed = Parse("top = 7\n", {"parse", "a"});
  ASSERT_TRUE(parsed.ok()) << parsed.error().Message();
  EXPECT_EQ(parsed.value().top, 0u);
}

TEST_F(Config, ErrorsNameTheLineAndTheRemedy) {
  const std::string place = folder_path_ + "/config:";
  EXPECT_EQ(ErrorOf("\ntreads = 4\n"),
            place + "2: there is no key 'treads'; did you mean 'threads'?");
  EXPECT_EQ(ErrorOf("threads = many"),
            place + "1: threads: 'many' does not fit; give a whole number from 1 to 1024");
  EXPECT_EQ(ErrorOf("quiet"), place +
                                  "1: a line without '='; write NAME = VALUE, as 'atsmatch "
                                  "--print-config' shows it");
  EXPECT_EQ(ErrorOf("no-sandbox = true"),
            place + "1: 'no-sandbox' is for the command line only; give --no-sandbox there");
  EXPECT_EQ(ErrorOf("top = 3\ntop = 4"),
            place + "2: 'top' is given more than once; keep one of the lines");
  EXPECT_TRUE(Contains(ErrorOf(std::string(2 << 20, '#')), "too large"));
}

TEST_F(Config, WhatIsPrintedCanBeRead) {
  const Result<Settings> first =
      Parse("threads = 4\ncolor = never\n", {"--print-config", "--top", "5"});
  ASSERT_TRUE(first.ok()) << first.error().Message();
  const std::string printed = ConfigText(first.value());
  EXPECT_TRUE(Contains(printed, "/config:1\nthreads = 4\n")) << printed;
  EXPECT_TRUE(Contains(printed, "# from the command line\ntop = 5\n")) << printed;
  EXPECT_TRUE(Contains(printed, "\n#fail-on = any\n")) << printed;
  const Result<std::vector<ConfigEntry>> again = ParseConfig(printed, "x");
  ASSERT_TRUE(again.ok()) << again.error().Message();
  EXPECT_EQ(again.value().size(), 3u);
  for (const OptionRow& row : OptionTable()) {
    EXPECT_EQ(Contains(printed, std::string(row.name) + " = "), row.scope == Scope::kConfigToo)
        << row.name;
  }
}

// ---- Pages

TEST(ShortHelp, FitsOneScreen) {
  const Strings lines = Lines(ShortHelp());
  EXPECT_LE(lines.size(), 24u);
  for (const std::string& line : lines) EXPECT_LE(Columns(line), 80) << line;
  for (const CommandRow& row : CommandTable()) EXPECT_TRUE(Contains(ShortHelp(), row.word));
}

TEST(LongHelp, HasTheOptionsOfItsCommandAndNoOther) {
  for (const CommandRow& command : CommandTable()) {
    const std::string page = LongHelp(command.word);
    for (const std::string& line : Lines(page)) EXPECT_LE(Columns(line), 80) << line;
    for (const OptionRow& row : OptionTable()) {
      const bool is_there = Contains(page, std::string("  --") + row.name) ||
                            Contains(page, std::string(", --") + row.name);
      EXPECT_EQ(is_there, Takes(command, row)) << WordOf(command) << " --" << row.name;
    }
    for (const Example& example : command.examples) EXPECT_TRUE(Contains(page, example.line));
  }
}

TEST(Examples, AreCommandLinesThatAreUnderstood) {
  for (const CommandRow& command : CommandTable()) {
    EXPECT_FALSE(command.examples.empty()) << WordOf(command);
    for (const Example& example : command.examples) {
      const std::string line = example.line;
      Strings words;
      std::istringstream stream(
          line.substr(line.rfind("atsmatch ") == std::string::npos ? 0 : line.find("atsmatch ")));
      for (std::string word; stream >> word;) {
        if (word == "|" || word == ">" || word.ends_with(')')) {
          if (word.ends_with(')')) words.push_back(word.substr(0, word.size() - 1));
          break;
        }
        words.push_back(word);
      }
      words.erase(words.begin());
      words.push_back("--no-config");
      const Result<Settings> parsed = ParseCommandLine(words);
      EXPECT_TRUE(parsed.ok()) << line << ": " << parsed.error().Message();
      // An example may show what the output is good for, in another command.
      if (parsed.ok() && command.command != Command::kStats) {
        EXPECT_EQ(parsed.value().command, command.command) << line;
      }
    }
  }
}

TEST(ManPage, NamesAllThereIs) {
  const std::string page = ManPage();
  const auto in_roff = [](std::string text) {
    for (size_t at = 0; (at = text.find('-', at)) != std::string::npos; at += 2) {
      text.insert(at, "\\");
    }
    return text;
  };
  for (const OptionRow& row : OptionTable()) {
    EXPECT_TRUE(Contains(page, "\\fB" + in_roff(std::string("--") + row.name) + "\\fR"))
        << row.name;
    if (row.letter != 0) {
      EXPECT_TRUE(Contains(page, std::string("\\fB\\-") + row.letter + "\\fR")) << row.name;
    }
  }
  for (const CommandRow& row : CommandTable()) {
    if (*row.word == '\0') continue;
    EXPECT_TRUE(Contains(page, "\n\\fB" + in_roff(row.word) + "\\fR\n")) << row.word;
  }
  for (const ExitCodeRow& row : ExitCodeTable()) {
    EXPECT_TRUE(Contains(page, "\\fB" + std::to_string(row.code) + "\\fR\n")) << row.code;
  }
  for (const char c : page) EXPECT_TRUE(c == '\n' || (c >= ' ' && c <= '~')) << int{c};
}

TEST(ManPage, IsGoodRoff) {
  if (!HasProgram("groff")) GTEST_SKIP() << "groff is not there";
  TemporaryFolder folder;
  const std::string path = folder.Write("atsmatch.1", ManPage());
  EXPECT_EQ(LinesOfShell("groff -man -Tutf8 -ww -z " + path + " 2>&1"), Strings{});
}

// ---- Completions: what the shells themselves answer.

std::set<std::string> OptionsOf(const CommandRow& command, bool letters) {
  std::set<std::string> options;
  for (const OptionRow& row : OptionTable()) {
    if (!Takes(command, row)) continue;
    options.insert(std::string("--") + row.name);
    if (letters && row.letter != 0) options.insert(std::string("-") + row.letter);
  }
  return options;
}

std::set<std::string> Words() {
  std::set<std::string> words;
  for (const CommandRow& row : CommandTable()) {
    if (*row.word != '\0') words.insert(row.word);
  }
  return words;
}

class Completion : public testing::Test {
 protected:
  // Words before the cursor, the last of them is to be completed.
  std::set<std::string> Bash(const std::string& words, int count) {
    const std::string script =
        folder_.Write("bash", CompletionScript(Shell::kBash) + "COMP_WORDS=(atsmatch " + words +
                                  ")\nCOMP_CWORD=" + std::to_string(count) +
                                  "\n_atsmatch\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n");
    const Strings lines = LinesOfShell("cd " + folder_.path() + " && bash --norc " + script);
    return {lines.begin(), lines.end()};
  }
  std::set<std::string> Fish(const std::string& words) {
    const std::string script = folder_.Write("atsmatch.fish", CompletionScript(Shell::kFish));
    std::set<std::string> answers;
    for (const std::string& line :
         LinesOfShell("cd " + folder_.path() + " && HOME=" + folder_.path() +
                      " fish --no-config -c 'source " + script + "; complete -C \"atsmatch " +
                      words + "\"'")) {
      answers.insert(line.substr(0, line.find('\t')));
    }
    return answers;
  }
  // Without the "=" that zsh puts behind an option with a value.
  std::set<std::string> Zsh(const std::string& line) {
    const std::string script = folder_.Write("_atsmatch", CompletionScript(Shell::kZsh));
    std::set<std::string> answers;
    for (std::string answer :
         LinesOfShell("cd " + folder_.path() + " && HOME=" + folder_.path() + " zsh " +
                      ATSMATCH_SOURCE_DIR "/tests/cli/zsh_completions.zsh " + script + " '" + line +
                      "' 2>&1")) {
      if (!answer.empty() && answer.back() == '=') answer.pop_back();
      answers.insert(answer);
    }
    return answers;
  }
  TemporaryFolder folder_;
};

std::set<std::string> SetOf(const Strings& words) { return {words.begin(), words.end()}; }

TEST_F(Completion, BashOffersEveryOptionOfACommand) {
  for (const CommandRow& command : CommandTable()) {
    const bool is_match = *command.word == '\0';
    EXPECT_EQ(Bash(std::string(command.word) + " -", is_match ? 1 : 2), OptionsOf(command, true))
        << WordOf(command);
  }
}

TEST_F(Completion, BashOffersValuesCommandsAndFiles) {
  for (const OptionRow& row : OptionTable()) {
    const Strings choices = ChoicesOf(row);
    if (choices.empty()) continue;
    const std::set<std::string> all(choices.begin(), choices.end());
    EXPECT_EQ(Bash(std::string("a b --") + row.name + " ''", 4), all) << row.name;
    EXPECT_EQ(Bash(std::string("a b --") + row.name + " = ''", 5), all) << row.name;
  }
  folder_.Write("pa per.pdf", "");
  folder_.Write("papers/one.pdf", "");
  EXPECT_EQ(Bash("pa", 1), (std::set<std::string>{"pa per.pdf", "papers", "parse"}));
  EXPECT_EQ(Bash("parse pa", 2), (std::set<std::string>{"pa per.pdf", "papers"}));
  EXPECT_EQ(Bash("x --output pa", 3), (std::set<std::string>{"pa per.pdf", "papers"}));
  EXPECT_EQ(Bash("x --cache pa", 3), std::set<std::string>{"papers"});
  EXPECT_EQ(Bash("help ''", 2), Words());
  EXPECT_EQ(Bash("completions ''", 2), (std::set<std::string>{"bash", "zsh", "fish"}));
}

TEST_F(Completion, FishOffersEveryOptionOfACommand) {
  if (!HasProgram("fish")) GTEST_SKIP() << "fish is not there";
  for (const CommandRow& command : CommandTable()) {
    EXPECT_EQ(Fish(std::string(command.word) + " --"), OptionsOf(command, false))
        << WordOf(command);
  }
}

TEST_F(Completion, FishOffersValuesCommandsAndFiles) {
  if (!HasProgram("fish")) GTEST_SKIP() << "fish is not there";
  for (const OptionRow& row : OptionTable()) {
    const Strings choices = ChoicesOf(row);
    if (choices.empty()) continue;
    EXPECT_EQ(Fish(std::string("x --") + row.name + " "), SetOf(choices)) << row.name;
  }
  folder_.Write("paper.pdf", "");
  folder_.Write("papers/one.pdf", "");
  EXPECT_EQ(Fish("pa"), (std::set<std::string>{"paper.pdf", "papers/", "parse"}));
  EXPECT_EQ(Fish("parse pa"), (std::set<std::string>{"paper.pdf", "papers/"}));
  EXPECT_EQ(Fish("x --output pa"), (std::set<std::string>{"paper.pdf", "papers/"}));
  EXPECT_EQ(Fish("x --cache pa"), std::set<std::string>{"papers/"});
  EXPECT_EQ(Fish("help "), Words());
  EXPECT_EQ(Fish("completions "), (std::set<std::string>{"bash", "zsh", "fish"}));
}

TEST_F(Completion, ZshOffersEveryOptionOfACommand) {
  if (!HasProgram("zsh")) GTEST_SKIP() << "zsh is not there";
  for (const CommandRow& command : CommandTable()) {
    const std::string words = *command.word == '\0' ? "" : std::string(command.word) + " ";
    EXPECT_EQ(Zsh("atsmatch " + words + "--"), OptionsOf(command, false)) << WordOf(command);
    const std::set<std::string> letters = Zsh("atsmatch " + words + "-");
    for (const std::string& option : OptionsOf(command, true)) {
      EXPECT_EQ(letters.count(option), 1u) << WordOf(command) << " " << option;
    }
  }
}

TEST_F(Completion, ZshOffersValuesCommandsAndFiles) {
  if (!HasProgram("zsh")) GTEST_SKIP() << "zsh is not there";
  for (const OptionRow& row : OptionTable()) {
    const Strings choices = ChoicesOf(row);
    if (choices.empty()) continue;
    EXPECT_EQ(Zsh(std::string("atsmatch x --") + row.name + " "), SetOf(choices)) << row.name;
    EXPECT_EQ(Zsh(std::string("atsmatch x --") + row.name + "="), SetOf(choices)) << row.name;
  }
  folder_.Write("paper.pdf", "");
  folder_.Write("papers/one.pdf", "");
  EXPECT_EQ(Zsh("atsmatch pa"), (std::set<std::string>{"paper.pdf", "papers", "parse"}));
  EXPECT_EQ(Zsh("atsmatch parse pa"), (std::set<std::string>{"paper.pdf", "papers"}));
  EXPECT_EQ(Zsh("atsmatch x --output pa"), (std::set<std::string>{"paper.pdf", "papers"}));
  EXPECT_EQ(Zsh("atsmatch x --cache pa"), std::set<std::string>{"papers"});
  EXPECT_EQ(Zsh("atsmatch help "), Words());
  EXPECT_EQ(Zsh("atsmatch completions "), (std::set<std::string>{"bash", "zsh", "fish"}));
}

TEST_F(Completion, ZshNamesEveryOptionAndIsValid) {
  const std::string script = CompletionScript(Shell::kZsh);
  for (const CommandRow& command : CommandTable()) {
    const size_t begin = script.find("_atsmatch_run_" + WordOf(command) + "() {");
    ASSERT_NE(begin, std::string::npos) << WordOf(command);
    const std::string body = script.substr(begin, script.find("\n}\n", begin) - begin);
    for (const OptionRow& row : OptionTable()) {
      const bool has_value = row.kind != ArgumentKind::kSwitch;
      const std::string name = std::string("--") + row.name + (has_value ? "=" : "");
      const bool is_there = Contains(body, name + "[") || Contains(body, "," + name + "}");
      EXPECT_EQ(is_there, Takes(command, row)) << WordOf(command) << " " << name;
    }
  }
  if (!HasProgram("zsh")) GTEST_SKIP() << "zsh is not there";
  EXPECT_EQ(LinesOfShell("zsh -n " + folder_.Write("_atsmatch", script) + " 2>&1"), Strings{});
}

}  // namespace
}  // namespace atsmatch
