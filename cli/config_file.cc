#include "cli/config_file.h"

#include <sys/stat.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <utility>

#include "cli/did_you_mean.h"
#include "cli/inputs.h"

namespace atsmatch {
namespace {

constexpr size_t kMaxBytes = 1 << 20;  // of a configuration file

std::string Environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

bool IsFile(const std::string& path) {
  struct stat status {};
  return stat(path.c_str(), &status) == 0 && !S_ISDIR(status.st_mode);
}

// In the order of the XDG specification, which ignores paths that are not absolute.
std::vector<std::string> ConfigFolders() {
  std::vector<std::string> folders;
  const std::string own = Environment("XDG_CONFIG_HOME"), home = Environment("HOME");
  folders.push_back(!own.empty() ? own : home.empty() ? "" : home + "/.config");
  std::string shared = Environment("XDG_CONFIG_DIRS");
  if (shared.empty()) shared = "/etc/xdg";
  for (size_t begin = 0; begin <= shared.size();) {
    const size_t end = std::min(shared.find(':', begin), shared.size());
    folders.push_back(shared.substr(begin, end - begin));
    begin = end + 1;
  }
  std::erase_if(folders, [](const std::string& folder) { return folder[0] != '/'; });
  return folders;
}

std::string_view Trim(std::string_view text) {
  const char* kSpace = " \t\r";
  const size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return "";
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

std::vector<std::string> Keys() {
  std::vector<std::string> keys;
  for (const OptionRow& row : OptionTable()) {
    if (row.scope == Scope::kConfigToo) keys.emplace_back(row.name);
  }
  return keys;
}

std::string ResolvePath(const std::string& value, const std::string& config) {
  if (value.starts_with("~/")) return Environment("HOME") + value.substr(1);
  const size_t slash = config.rfind('/');
  if (value.starts_with("/") || slash == std::string::npos) return value;
  return config.substr(0, slash + 1) + value;
}

// "threads = 4" -> an entry.
Result<ConfigEntry> ParseLine(std::string_view line, int number, const std::string& path) {
  const std::string place = path + ":" + std::to_string(number) + ": ";
  const size_t sign = line.find('=');
  if (sign == std::string_view::npos) {
    return Error{ErrorKind::kInvalidData, place + "a line without '='",
                 "write NAME = VALUE, as 'atsmatch --print-config' shows it"};
  }
  const std::string key(Trim(line.substr(0, sign)));
  const OptionRow* row = FindOption(key);
  if (row != nullptr && row->scope == Scope::kCommandLine) {
    return Error{ErrorKind::kInvalidData, place + "'" + key + "' is for the command line only",
                 "give --" + key + " there"};
  }
  if (row == nullptr) {
    const std::string nearest = Nearest(key, Keys());
    return Error{ErrorKind::kInvalidData, place + "there is no key '" + key + "'",
                 nearest.empty() ? "see 'atsmatch --print-config'" : DidYouMean(nearest)};
  }
  std::string value(Trim(line.substr(sign + 1)));
  Settings trial;
  if (!row->set(*row, value, &trial)) {
    return Error{ErrorKind::kInvalidData, place + key + ": '" + value + "' does not fit",
                 "give " + WantedBy(*row)};
  }
  const bool is_path = row->kind == ArgumentKind::kFile || row->kind == ArgumentKind::kFolder;
  return ConfigEntry{row, is_path ? ResolvePath(value, path) : value, number};
}

}  // namespace

std::string FindConfigFile() {
  for (const std::string& folder : ConfigFolders()) {
    std::string path = folder + "/atsmatch/config";
    if (IsFile(path)) return path;
  }
  return "";
}

Result<std::vector<ConfigEntry>> ParseConfig(std::string_view text, const std::string& path) {
  std::vector<ConfigEntry> entries;
  for (int number = 1; !text.empty(); ++number) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = Trim(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty() || line[0] == '#') continue;
    Result<ConfigEntry> entry = ParseLine(line, number, path);
    if (!entry.ok()) return entry.error();
    const auto is_same = [&](const ConfigEntry& e) { return e.row == entry.value().row; };
    if (std::any_of(entries.begin(), entries.end(), is_same)) {
      return Error{ErrorKind::kInvalidData,
                   path + ":" + std::to_string(number) + ": '" + entry.value().row->name +
                       "' is given more than once",
                   "keep one of the lines"};
    }
    entries.push_back(std::move(entry).value());
  }
  return entries;
}

Result<std::vector<ConfigEntry>> ReadConfig(const std::string& path) {
  Result<std::string> text = ReadInput(path, kMaxBytes);
  if (!text.ok()) {
    Error error = text.error();
    error.cause = path + ": " + error.cause;
    return error;
  }
  if (text.value().size() > kMaxBytes) {
    return Error{ErrorKind::kTooLarge, path + ": too large for a configuration", "check the path"};
  }
  return ParseConfig(text.value(), path);
}

std::string ConfigText(const Settings& settings) {
  std::string text = "# The configuration of atsmatch that is in effect";
  text += settings.config.empty() ? "; there is no configuration file.\n"
                                  : ", with what " + settings.config + " says.\n";
  text += "# A line that begins with # is a remark: it stands for a default.\n";
  for (const OptionRow& row : OptionTable()) {
    if (row.scope != Scope::kConfigToo) continue;
    text += std::string("\n# ") + row.help + "\n";
    const auto given =
        std::find_if(settings.given.begin(), settings.given.end(),
                     [&](const GivenValue& value) { return value.name == row.name; });
    if (given != settings.given.end()) {
      text += "# from " + given->origin + "\n" + given->name + " = " + given->value + "\n";
    } else {
      const bool is_switch = row.kind == ArgumentKind::kSwitch;
      text += std::string("#") + row.name + " = " + (is_switch ? "false" : row.initial) + "\n";
    }
  }
  return text;
}

}  // namespace atsmatch
