#include "cli/help.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "cli/option_table.h"
#include "cli/terminal.h"

namespace atsmatch {
namespace {

constexpr int kWidth = 80;         // columns of a page
constexpr int kOptionColumn = 28;  // where the text of an option begins
constexpr int kCommandColumn = 16;

// `left` at the margin, `text` wrapped beside it from `column` on.
void AppendBeside(std::string left, std::string_view text, int column, std::string* page) {
  const Style style{.width = kWidth};
  if (static_cast<int>(left.size()) >= column - 1) {
    *page += left + "\n";
    left.clear();
  }
  for (const std::string& line : Wrap(text, kWidth - column)) {
    *page += PadRight(left, column, style) + line + "\n";
    left.clear();
  }
}

void AppendParagraph(std::string_view text, std::string* page) {
  for (const std::string& line : Wrap(text, kWidth)) *page += line + "\n";
}

std::string Introduction() {
  std::string text = kProgramSummary;
  text[0] = 'R';
  return text + ".\n\n";
}

std::string ExitCodes() {
  std::string text = "Exit codes: ";
  for (const ExitCodeRow& row : ExitCodeTable()) {
    text += (row.code > 0 ? "; " : "") + std::to_string(row.code) + " " + row.meaning;
  }
  return text + ".";
}

std::string Spelling(const OptionRow& row) {
  std::string text = row.letter != 0 ? std::string("  -") + row.letter + ", " : "      ";
  text += std::string("--") + row.name;
  if (row.kind != ArgumentKind::kSwitch) text += std::string(" ") + row.argument;
  return text;
}

std::string HelpOf(const OptionRow& row, bool with_details) {
  std::string text = row.help;
  if (*row.initial != '\0') text += std::string("; default: ") + row.initial;
  if (with_details && *row.details != '\0') text += std::string(".  ") + row.details;
  return text;
}

void AppendOptions(CommandSet commands, std::string* page) {
  std::string_view group;
  for (const OptionRow& row : OptionTable()) {
    if ((row.commands & commands) == 0) continue;
    if (group != row.group) {
      group = row.group;
      *page += "\n" + std::string(group) + ":\n";
    }
    AppendBeside(Spelling(row), HelpOf(row, true), kOptionColumn, page);
  }
}

void AppendCommands(std::string* page) {
  *page += "\nCommands:\n";
  for (const CommandRow& row : CommandTable()) {
    if (*row.word == '\0') continue;
    AppendBeside(std::string("  ") + row.word, row.summary, kCommandColumn, page);
  }
}

void AppendExamples(const CommandRow& row, std::string* page) {
  if (row.examples.empty()) return;
  *page += "\nExamples:\n";
  for (const Example& example : row.examples) {
    *page += std::string("  ") + example.line + "\n      " + example.what + "\n";
  }
}

// "Usage: atsmatch RESUME JOB", further forms below the first.
void AppendUsage(const CommandRow& row, std::string* page) {
  std::string_view rest = row.synopsis;
  const char* left = "Usage: ";
  while (!rest.empty()) {
    const size_t end = std::min(rest.find('\n'), rest.size());
    *page += left + std::string(rest.substr(0, end)) + "\n";
    rest.remove_prefix(std::min(end + 1, rest.size()));
    left = "       ";
  }
}

std::string ProgramHelp() {
  std::string page = Introduction();
  AppendUsage(RowOf(Command::kMatch), &page);
  page += "       atsmatch COMMAND ...\n\n";
  AppendParagraph(RowOf(Command::kMatch).details, &page);
  page += "\n";
  AppendParagraph(kInputHelp, &page);
  AppendCommands(&page);
  AppendExamples(RowOf(Command::kMatch), &page);
  AppendOptions(Only(Command::kMatch), &page);
  page += "\n";
  AppendParagraph(kConfigurationHelp, &page);
  page += "\n";
  AppendParagraph(ExitCodes(), &page);
  return page;
}

}  // namespace

std::string ShortHelp() {
  std::string page = Introduction();
  page +=
      "  atsmatch resume.pdf job.txt      one résumé, one job: a report\n"
      "  atsmatch resumes/ job.txt        a folder: a ranking\n"
      "  atsmatch parse resume.pdf        what an ATS reads in the file\n";
  std::string words;
  for (const CommandRow& row : CommandTable()) {
    if (*row.word != '\0') words += (words.empty() ? "" : ", ") + std::string(row.word);
  }
  page += "\n";
  AppendParagraph("Commands: " + words, &page);
  page += "\nCommon options:\n";
  for (const OptionRow& row : OptionTable()) {
    if (row.is_common) AppendBeside(Spelling(row), HelpOf(row, false), kOptionColumn, &page);
  }
  page += "\nAll options and more examples: atsmatch --help, atsmatch help COMMAND\n";
  return page;
}

std::string LongHelp(std::string_view topic) {
  const CommandRow* row = FindCommand(topic);
  if (row == nullptr) return ProgramHelp();
  std::string page;
  AppendUsage(*row, &page);
  page += std::string("\n") + row->summary + "\n";
  if (*row->details != '\0') page += "\n";
  AppendParagraph(row->details, &page);
  AppendExamples(*row, &page);
  AppendOptions(Only(row->command), &page);
  return page;
}

}  // namespace atsmatch
