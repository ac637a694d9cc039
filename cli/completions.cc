#include "cli/completions.h"

#include <string_view>
#include <vector>

#include "cli/option_table.h"

namespace atsmatch {
namespace {

std::string Join(const std::vector<std::string>& words, std::string_view between) {
  std::string joined;
  for (const std::string& word : words) {
    if (!joined.empty()) joined += between;
    joined += word;
  }
  return joined;
}

std::vector<std::string> CommandWords() {
  std::vector<std::string> words;
  for (const CommandRow& row : CommandTable()) {
    if (*row.word != '\0') words.emplace_back(row.word);
  }
  return words;
}

bool Takes(const CommandRow& command, const OptionRow& option) {
  return (option.commands & Only(command.command)) != 0;
}

// "--format" and "-f".
std::vector<std::string> Spellings(const OptionRow& row) {
  std::vector<std::string> spellings = {std::string("--") + row.name};
  if (row.letter != 0) spellings.push_back(std::string("-") + row.letter);
  return spellings;
}

// ---- bash

std::string BashOptionsOf(const CommandRow& command) {
  std::vector<std::string> words;
  for (const OptionRow& row : OptionTable()) {
    if (!Takes(command, row)) continue;
    for (std::string& spelling : Spellings(row)) words.push_back(std::move(spelling));
  }
  return Join(words, " ");
}

// The values of an option, for the word that follows it.
std::string BashValuesOf(const OptionRow& row) {
  switch (row.kind) {
    case ArgumentKind::kSwitch:
      return "";
    case ArgumentKind::kFile:
      return "_atsmatch_files; return";
    case ArgumentKind::kFolder:
      return "_atsmatch_folders; return";
    case ArgumentKind::kChoice:
      return "COMPREPLY=($(compgen -W '" + Join(ChoicesOf(row), " ") + "' -- \"$word\")); return";
    default:
      return "return";
  }
}

std::string BashOperandsOf(const CommandRow& row) {
  switch (row.operands) {
    case Operands::kNone:
      return "";
    case Operands::kCommands:
      return "COMPREPLY=($(compgen -W '" + Join(CommandWords(), " ") + "' -- \"$word\"))";
    case Operands::kShells:
      return std::string("COMPREPLY=($(compgen -W '") + kShellNames + "' -- \"$word\"))";
    default:
      return "_atsmatch_files";
  }
}

// ---- zsh

// Text inside '...' of an _arguments specification.
std::string ZshText(std::string_view text) {
  std::string quoted;
  for (const char c : text) {
    if (c == '\'') {
      quoted += "'\\''";
    } else if (c == '[' || c == ']' || c == ':' || c == '\\') {
      quoted += std::string("\\") + c;
    } else {
      quoted += c;
    }
  }
  return quoted;
}

std::string ZshValuesOf(const OptionRow& row) {
  const std::string name = ":" + ZshText(row.argument) + ":";
  switch (row.kind) {
    case ArgumentKind::kSwitch:
      return "";
    case ArgumentKind::kFile:
      return name + "_files";
    case ArgumentKind::kFolder:
      return name + "_files -/";
    case ArgumentKind::kChoice:
      return name + "(" + Join(ChoicesOf(row), " ") + ")";
    default:
      return name;
  }
}

// '(-f --format)'{-f+,--format=}'[help]:FORMAT:(text json)'
std::string ZshOption(const OptionRow& row) {
  const bool has_value = row.kind != ArgumentKind::kSwitch;
  const std::string name = std::string("--") + row.name + (has_value ? "=" : "");
  const std::string exclusive = row.repeats ? "*" : "(" + Join(Spellings(row), " ") + ")";
  const std::string rest = "[" + ZshText(row.help) + "]" + ZshValuesOf(row) + "'";
  if (row.letter == 0) return "'" + exclusive + name + rest;
  const std::string letter = std::string("-") + row.letter + (has_value ? "+" : "");
  return "'" + exclusive + "'{" + letter + "," + name + "}'" + rest;
}

std::string ZshOperandsOf(const CommandRow& row) {
  switch (row.operands) {
    case Operands::kNone:
      return "";
    case Operands::kCommands:
      return "'1:command:(" + Join(CommandWords(), " ") + ")'";
    case Operands::kShells:
      return std::string("'1:shell:(") + kShellNames + ")'";
    default:
      return "'*:file:_files'";
  }
}

std::string ZshArguments(const CommandRow& command) {
  std::string text = "  _arguments -s -S :";
  for (const OptionRow& row : OptionTable()) {
    if (Takes(command, row)) text += " \\\n    " + ZshOption(row);
  }
  if (*command.word == '\0') text += " \\\n    '1:command or résumé:_atsmatch_first'";
  if (const std::string operands = ZshOperandsOf(command); !operands.empty()) {
    text += " \\\n    " + operands;
  }
  return text + "\n";
}

// ---- fish

std::string FishText(std::string_view text) {
  std::string quoted = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + "'";
}

std::string FishValuesOf(const OptionRow& row) {
  switch (row.kind) {
    case ArgumentKind::kSwitch:
      return "";
    case ArgumentKind::kFile:
      return " -r -F";
    case ArgumentKind::kFolder:
      return " -x -a '(__fish_complete_directories)'";
    case ArgumentKind::kChoice:
      return " -x -a " + FishText(Join(ChoicesOf(row), " "));
    default:
      return " -x";
  }
}

std::string FishCondition(const CommandRow& row) {
  return *row.word == '\0' ? "__atsmatch_no_command" : std::string("__atsmatch_is ") + row.word;
}

std::string FishOperandsOf(const CommandRow& row) {
  const std::string begin = "complete -c atsmatch -n '" + FishCondition(row) + "' -f";
  switch (row.operands) {
    case Operands::kNone:
      return begin + "\n";
    case Operands::kCommands:
      return begin + " -a '" + Join(CommandWords(), " ") + "'\n";
    case Operands::kShells:
      return begin + " -a '" + kShellNames + "'\n";
    default:
      return "";
  }
}

std::string BashCompletion() {
  std::string script = R"(# bash completion of atsmatch; written by 'atsmatch completions bash'
_atsmatch_files() {
  compopt -o filenames 2>/dev/null
  mapfile -t COMPREPLY < <(compgen -f -- "$word")
}
_atsmatch_folders() {
  compopt -o filenames 2>/dev/null
  mapfile -t COMPREPLY < <(compgen -d -- "$word")
}
_atsmatch() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command='' i
  COMPREPLY=()
  # --name=value arrives as three words.
  if [[ $word == = ]]; then
    word=''
  elif [[ $before == = ]] && ((COMP_CWORD > 1)); then
    before=${COMP_WORDS[COMP_CWORD-2]}
  fi
  for ((i = 1; i < COMP_CWORD; ++i)); do
    case ${COMP_WORDS[i]} in
)";
  script += "      " + Join(CommandWords(), "|") + ") command=${COMP_WORDS[i]}; break ;;\n";
  script += "    esac\n  done\n  case $before in\n";
  for (const OptionRow& row : OptionTable()) {
    const std::string values = BashValuesOf(row);
    if (!values.empty()) script += "    " + Join(Spellings(row), "|") + ") " + values + " ;;\n";
  }
  script += "  esac\n  if [[ $word == -* ]]; then\n    case $command in\n";
  for (const CommandRow& row : CommandTable()) {
    script += std::string("      ") + (*row.word == '\0' ? "''" : row.word) +
              ") COMPREPLY=($(compgen -W '" + BashOptionsOf(row) + "' -- \"$word\")) ;;\n";
  }
  script += "    esac\n    return\n  fi\n  case $command in\n";
  for (const CommandRow& row : CommandTable()) {
    const std::string operands = BashOperandsOf(row);
    if (*row.word == '\0' || operands.empty()) continue;
    script += std::string("    ") + row.word + ") " + operands + " ;;\n";
  }
  script +=
      "    '')\n      _atsmatch_files\n      if ((COMP_CWORD == 1)); then\n"
      "        COMPREPLY+=($(compgen -W '" +
      Join(CommandWords(), " ") +
      "' -- \"$word\"))\n      fi ;;\n  esac\n}\ncomplete -F _atsmatch atsmatch\n";
  return script;
}

std::string ZshCompletion() {
  std::string script =
      "#compdef atsmatch\n# zsh completion of atsmatch; written by 'atsmatch completions zsh'\n";
  script += "_atsmatch_commands() {\n  local -a commands=(\n";
  for (const CommandRow& row : CommandTable()) {
    if (*row.word != '\0')
      script += std::string("    '") + row.word + ":" + ZshText(row.summary) + "'\n";
  }
  script += "  )\n  _describe -t commands command commands\n}\n";
  script +=
      "_atsmatch_first() { _alternative 'commands:command:_atsmatch_commands' "
      "'files:résumé or folder:_files' }\n";
  for (const CommandRow& row : CommandTable()) {
    script += std::string("_atsmatch_run_") + (*row.word == '\0' ? "match" : row.word) + "() {\n" +
              ZshArguments(row) + "}\n";
  }
  script += "_atsmatch() {\n  if (( CURRENT > 2 )); then\n    case $words[2] in\n      " +
            Join(CommandWords(), "|") +
            ")\n        local command=$words[2]\n        shift words\n        (( CURRENT-- ))\n"
            "        _atsmatch_run_$command\n        return ;;\n    esac\n  fi\n"
            "  _atsmatch_run_match\n}\n"
            // Works autoloaded from $fpath, and sourced.
            "if [[ $funcstack[1] == _atsmatch ]]; then _atsmatch \"$@\"; "
            "else compdef _atsmatch atsmatch; fi\n";
  return script;
}

std::string FishCompletion() {
  const std::string words = Join(CommandWords(), " ");
  std::string script = "# fish completion of atsmatch; written by 'atsmatch completions fish'\n";
  script += "function __atsmatch_is\n  __fish_seen_subcommand_from $argv[1]\nend\n";
  script +=
      "function __atsmatch_no_command\n  not __fish_seen_subcommand_from " + words + "\nend\n";
  for (const CommandRow& row : CommandTable()) {
    if (*row.word == '\0') continue;
    script += std::string("complete -c atsmatch -n __fish_is_first_arg -a ") + row.word + " -d " +
              FishText(row.summary) + "\n";
  }
  for (const CommandRow& command : CommandTable()) {
    script += FishOperandsOf(command);
    for (const OptionRow& row : OptionTable()) {
      if (!Takes(command, row)) continue;
      script += "complete -c atsmatch -n '" + FishCondition(command) + "' -l " + row.name;
      if (row.letter != 0) script += std::string(" -s ") + row.letter;
      script += FishValuesOf(row) + " -d " + FishText(row.help) + "\n";
    }
  }
  return script;
}

}  // namespace

std::string CompletionScript(Shell shell) {
  switch (shell) {
    case Shell::kBash:
      return BashCompletion();
    case Shell::kZsh:
      return ZshCompletion();
    case Shell::kFish:
      return FishCompletion();
  }
  return "";
}

}  // namespace atsmatch
