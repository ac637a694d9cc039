// The configuration file: options that hold for every run.
//
//   # ~/.config/atsmatch/config
//   threads = 4
//   lexicons = words        (relative to the file's folder; ~/ is the home folder)
//
// A key is the name of an option whose row says so (Scope::kConfigToo); what the command line says
// wins.  Without --config it is atsmatch/config in $XDG_CONFIG_HOME (~/.config), else in the
// folders of $XDG_CONFIG_DIRS (/etc/xdg).
#ifndef ATSMATCH_CLI_CONFIG_FILE_H_
#define ATSMATCH_CLI_CONFIG_FILE_H_

#include <string>
#include <string_view>
#include <vector>

#include "cli/option_table.h"
#include "parser/result.h"

namespace atsmatch {

struct ConfigEntry {
  const OptionRow* row;
  std::string value;  // paths are absolute, or relative to the working folder
  int line;           // in the file, from 1
};

// Empty when there is none.
std::string FindConfigFile();

// Errors name the line and what was probably meant.
Result<std::vector<ConfigEntry>> ParseConfig(std::string_view text, const std::string& path);
Result<std::vector<ConfigEntry>> ReadConfig(const std::string& path);

// A configuration file with all that is in effect; lines of defaults begin with #.
std::string ConfigText(const Settings& settings);

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_CONFIG_FILE_H_
