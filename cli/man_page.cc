#include "cli/man_page.h"

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <string_view>

#include "cli/option_table.h"
#include "cli/version.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

// Text as roff: its own signs escaped, other scripts as \[uXXXX].
std::string Roff(std::string_view text) {
  std::string roff;
  for (size_t position = 0; position < text.size();) {
    const char32_t c = NextCodePoint(text, &position);
    const bool begins_line = roff.empty() || roff.back() == '\n';
    if (begins_line && (c == '.' || c == '\'')) roff += "\\&";
    if (c == '\\') {
      roff += "\\e";
    } else if (c == '-') {
      roff += "\\-";
    } else if (c == '\'') {
      roff += "\\(aq";
    } else if (c < 0x80) {
      roff += static_cast<char>(c);
    } else {
      char name[16];
      std::snprintf(name, sizeof(name), "\\[u%04X]", static_cast<unsigned>(c));
      roff += name;
    }
  }
  return roff;
}

std::string Bold(std::string_view text) { return "\\fB" + Roff(text) + "\\fR"; }
std::string Italic(std::string_view text) { return "\\fI" + Roff(text) + "\\fR"; }

void AppendSynopsis(std::string* page) {
  const char* separator = ".SH SYNOPSIS\n";
  for (const CommandRow& row : CommandTable()) {
    for (std::string_view rest = row.synopsis; !rest.empty();) {
      const size_t end = std::min(rest.find('\n'), rest.size());
      std::string_view form = rest.substr(0, end);
      form.remove_prefix(std::min(form.find(' '), form.size()));  // the program's name
      *page += separator + Bold("atsmatch") + Roff(form) + " [OPTION...]\n";
      separator = ".br\n";
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
}

void AppendCommands(std::string* page) {
  *page += ".SH COMMANDS\n";
  for (const CommandRow& row : CommandTable()) {
    if (*row.word == '\0') continue;
    *page += ".TP\n" + Bold(row.word) + "\n" + Roff(row.summary) + ".\n" + Roff(row.details) + "\n";
  }
}

// Which commands know an option, for those that not all of them know.
std::string KnownBy(const OptionRow& row) {
  std::string known, unknown;
  for (const CommandRow& command : CommandTable()) {
    const std::string word = *command.word == '\0' ? "match" : command.word;
    if (command.command == Command::kHelp) continue;
    std::string* list = (row.commands & Only(command.command)) != 0 ? &known : &unknown;
    *list += (list->empty() ? "" : ", ") + word;
  }
  return unknown.empty() || known == "match" ? "" : "For " + known + ".";
}

void AppendOptions(std::string* page) {
  *page += ".SH OPTIONS\n";
  std::string_view group;
  for (const OptionRow& row : OptionTable()) {
    if (group != row.group) *page += ".SS " + Roff(row.group) + "\n";
    group = row.group;
    *page += ".TP\n";
    if (row.letter != 0) *page += Bold(std::string("-") + row.letter) + ", ";
    *page += Bold(std::string("--") + row.name);
    if (row.kind != ArgumentKind::kSwitch) *page += " " + Italic(row.argument);
    *page += "\n" + Roff(row.help);
    if (*row.initial != '\0') *page += Roff(std::string("; default: ") + row.initial);
    *page += ".\n";
    if (*row.details != '\0') *page += Roff(row.details) + "\n";
    if (const std::string known = KnownBy(row); !known.empty()) *page += Roff(known) + "\n";
  }
}

void AppendConfiguration(std::string* page) {
  *page += ".SH CONFIGURATION\n" + Roff(kConfigurationHelp) + "\n.PP\nKeys:\n";
  std::string keys;
  for (const OptionRow& row : OptionTable()) {
    if (row.scope == Scope::kConfigToo) keys += (keys.empty() ? "" : ", ") + Bold(row.name);
  }
  *page += keys + ".\n";
}

void AppendExamples(std::string* page) {
  *page += ".SH EXAMPLES\n";
  for (const CommandRow& row : CommandTable()) {
    for (const Example& example : row.examples) {
      *page += ".TP\n" + Bold(example.line) + "\n" + Roff(example.what) + "\n";
    }
  }
}

void AppendExitCodes(std::string* page) {
  *page += ".SH EXIT STATUS\n";
  for (const ExitCodeRow& row : ExitCodeTable()) {
    *page += ".TP\n" + Bold(std::to_string(row.code)) + "\n" + Roff(row.meaning) + ".\n";
  }
}

}  // namespace

std::string ManPage() {
  std::string page = ".TH ATSMATCH 1 \"\" \"" + ToolVersion() + "\" \"User Commands\"\n";
  page += ".SH NAME\natsmatch \\- " + Roff(kProgramSummary) + "\n";
  AppendSynopsis(&page);
  page += ".SH DESCRIPTION\n" + Roff(RowOf(Command::kMatch).details) + "\n.PP\n" +
          Roff(kInputHelp) + "\n";
  AppendCommands(&page);
  AppendOptions(&page);
  AppendConfiguration(&page);
  AppendExitCodes(&page);
  page += ".SH ENVIRONMENT\n.TP\n" + Bold("NO_COLOR") + "\n" +
          Roff("no colours, unless --color always.") + "\n.TP\n" +
          Bold("XDG_CONFIG_HOME, XDG_CONFIG_DIRS") + "\n" +
          Roff("where the configuration file is looked for.") + "\n";
  AppendExamples(&page);
  return page;
}

}  // namespace atsmatch
