#include "matcher/skills/onet.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "matcher/skills/taxonomy.h"

namespace atsmatch {
namespace {

constexpr std::string_view kCodeColumn = "O*NET-SOC Code";

// The columns that hold a name, by the tables that have them.
struct Table {
  std::string_view name_column;
  bool holds_titles;
};
constexpr Table kTables[] = {
    {"Example", false},            // Technology Skills, Tools Used
    {"Alternate Title", true},     // Alternate Titles
    {"Reported Job Title", true},  // Sample of Reported Titles
    {"Title", true},               // Occupation Data
};

// The major groups of the Standard Occupational Classification and our families.
struct Group {
  std::string_view code;
  std::string_view family;
};
constexpr Group kGroups[] = {
    {"11", "management"},    {"13", "finance"},       {"15", "software"},
    {"17", "engineering"},   {"19", "science"},       {"21", "social-care"},
    {"23", "legal"},         {"25", "education"},     {"27", "media"},
    {"29", "allied-health"}, {"31", "allied-health"}, {"33", "security"},
    {"35", "hospitality"},   {"37", "facilities"},    {"39", "beauty"},
    {"41", "sales"},         {"43", "admin"},         {"45", "agriculture"},
    {"47", "construction"},  {"49", "trades"},        {"51", "manufacturing"},
    {"53", "logistics"},     {"55", "military"},
};

std::string_view FamilyOfCode(std::string_view code) {
  for (const Group& group : kGroups) {
    if (code.starts_with(group.code)) return group.family;
  }
  return "";
}

std::vector<std::string_view> SplitAt(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (size_t at = 0; at <= text.size();) {
    const size_t end = std::min(text.find(separator, at), text.size());
    parts.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

std::string_view WithoutReturn(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// Names that our form cannot hold are cleaned: no bars, braces or remarks in brackets.
std::string CleanName(std::string_view name) {
  std::string clean(name.substr(0, std::min(name.find(" ("), name.size())));
  std::replace_if(
      clean.begin(), clean.end(), [](char c) { return c == '|' || c == '{' || c == '}'; }, ' ');
  return clean;
}

std::string ToId(std::string_view name) {
  std::string id = "onet-";
  for (const char c : name) {
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    const bool keeps = (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9') ||
                       lower == '+' || lower == '#' || lower == '.';
    if (keeps) {
      id.push_back(lower);
    } else if (id.back() != '-') {
      id.push_back('-');
    }
  }
  return id;
}

size_t CountWords(std::string_view name) {
  return static_cast<size_t>(
             std::count(name.begin(), name.end(), ' ') + std::count(name.begin(), name.end(), '-') +
             std::count(name.begin(), name.end(), '/') + std::count(name.begin(), name.end(), '&') +
             std::count(name.begin(), name.end(), '.')) +
         1;
}

// Too short is a letter or two of any language; too long is a sentence.
bool IsUsefulName(std::string_view name) {
  return name.size() >= 3 && CountWords(name) <= 7 &&
         std::any_of(name.begin(), name.end(),
                     [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; });
}

bool IsKnown(const std::string& name, const Taxonomy& known) {
  const std::vector<ConceptMatch> matches = known.FindAll(name, true);
  return matches.size() == 1 && matches[0].begin == 0 && matches[0].end == name.size();
}

struct Name {
  std::string_view code;
  std::string name;
};

std::string ToolRows(const std::vector<Name>& names, const Taxonomy& known) {
  std::string rows;
  std::set<std::string> seen;
  for (const Name& name : names) {
    if (!seen.insert(name.name).second || IsKnown(name.name, known)) continue;
    rows += ToId(name.name) + "\t" + name.name + "\ttool\t" + std::string(FamilyOfCode(name.code)) +
            "\n";
  }
  return rows;
}

// The concept that most titles of an occupation name already; -1: none.
int ConceptOfOccupation(const std::vector<std::string>& titles, const Taxonomy& known) {
  std::map<int, int> votes;
  for (const std::string& title : titles) {
    if (!IsKnown(title, known)) continue;
    const int concept_id = known.FindTitle(title);
    if (concept_id >= 0) ++votes[concept_id];
  }
  const auto most = std::max_element(
      votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == votes.end() ? -1 : most->first;
}

std::string TitleRows(const std::vector<Name>& names, const Taxonomy& known) {
  std::map<std::string_view, std::vector<std::string>> occupations;
  for (const Name& name : names) occupations[name.code].push_back(name.name);
  std::string rows;
  for (const auto& [code, titles] : occupations) {
    const int concept_id = ConceptOfOccupation(titles, known);
    std::string aliases;
    for (const std::string& title : titles) {
      if (!IsKnown(title, known)) aliases += (aliases.empty() ? "" : "|") + title;
    }
    if (aliases.empty()) continue;
    if (concept_id >= 0) {
      const Concept& same = known.concepts()[static_cast<size_t>(concept_id)];
      rows += same.id + "\t" + same.name + "\ttitle\t\t" + aliases + "\n";
    } else {
      rows += ToId(code) + "\t" + titles.front() + "\ttitle\t" + std::string(FamilyOfCode(code)) +
              "\t" + aliases + "\n";
    }
  }
  return rows;
}

}  // namespace

bool IsOnetTable(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  return text.starts_with(kCodeColumn);
}

Result<std::string> OnetRows(std::string_view text, std::string_view file, const Taxonomy& known) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const std::vector<std::string_view> lines = SplitAt(text, '\n');
  const std::vector<std::string_view> header = SplitAt(WithoutReturn(lines[0]), '\t');
  for (const Table& table : kTables) {
    const auto column = std::find(header.begin(), header.end(), table.name_column);
    if (column == header.end()) continue;
    const size_t place = static_cast<size_t>(column - header.begin());
    std::vector<Name> names;
    for (size_t i = 1; i < lines.size(); ++i) {
      const std::string_view line = WithoutReturn(lines[i]);
      if (line.empty()) continue;
      const std::vector<std::string_view> cells = SplitAt(line, '\t');
      if (cells.size() != header.size()) {
        return Error{ErrorKind::kInvalidData,
                     std::string(file) + ": line " + std::to_string(i + 1) + ": " +
                         std::to_string(cells.size()) + " columns where the header has " +
                         std::to_string(header.size()),
                     "use the table as O*NET publishes it"};
      }
      std::string name = CleanName(cells[place]);
      if (IsUsefulName(name)) names.push_back({cells[0], std::move(name)});
    }
    return table.holds_titles ? TitleRows(names, known) : ToolRows(names, known);
  }
  return Error{ErrorKind::kInvalidData,
               std::string(file) + ": line 1: a table of O*NET without names of skills or titles",
               "use Technology Skills, Tools Used, Alternate Titles, Sample of Reported Titles or "
               "Occupation Data"};
}

}  // namespace atsmatch
