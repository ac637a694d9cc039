#include "matcher/skills/taxonomy_reader.h"

#include <algorithm>
#include <array>

namespace atsmatch {
namespace {

constexpr std::array<std::string_view, 7> kKindNames = {"skill", "tool",       "title",   "licence",
                                                        "field", "soft_skill", "industry"};
constexpr size_t kColumns = 7;

constexpr std::string_view kRowForm =
    "write: id TAB name TAB kind TAB family TAB aliases TAB broader TAB flags";

// Calls `use` with each part of a '|' list, trimmed, empty ones left out; stops when it returns
// false.
template <class Use>
bool ForEachPart(std::string_view list, Use use) {
  while (!list.empty()) {
    const size_t bar = list.find('|');
    std::string_view part = list.substr(0, bar);
    list = bar == std::string_view::npos ? std::string_view() : list.substr(bar + 1);
    while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
    while (!part.empty() && part.back() == ' ') part.remove_suffix(1);
    if (!part.empty() && !use(part)) return false;
  }
  return true;
}

size_t SplitColumns(std::string_view row, std::array<std::string_view, kColumns + 1>* columns) {
  size_t count = 0;
  while (count <= kColumns) {  // one column too many is noticed
    const size_t tab = row.find('\t');
    (*columns)[count++] = row.substr(0, tab);
    if (tab == std::string_view::npos) break;
    row.remove_prefix(tab + 1);
  }
  return count;
}

bool IsId(std::string_view id) {
  return !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '#' || c == '.' ||
           c == '-';
  });
}

// "case,ambiguous" to bits; false: an unknown flag.
bool ReadFlags(std::string_view flags, uint8_t* bits, bool* generic) {
  while (!flags.empty()) {
    const size_t comma = flags.find(',');
    const std::string_view flag = flags.substr(0, comma);
    if (flag == "case") {
      *bits |= kCase;
    } else if (flag == "ambiguous") {
      *bits |= kAmbiguous;
    } else if (flag == "spaced") {
      *bits |= kSpaced;
    } else if (flag == "list") {
      *bits |= kListOnly;
    } else if (flag == "generic") {
      *generic = true;
    } else {
      return false;
    }
    flags = comma == std::string_view::npos ? std::string_view() : flags.substr(comma + 1);
  }
  return true;
}

}  // namespace

std::string_view ConceptKindName(ConceptKind kind) { return kKindNames[static_cast<size_t>(kind)]; }

bool FindConceptKind(std::string_view name, ConceptKind* kind) {
  for (size_t i = 0; i < kKindNames.size(); ++i) {
    if (kKindNames[i] != name) continue;
    *kind = static_cast<ConceptKind>(i);
    return true;
  }
  return false;
}

Error TaxonomyReader::RowError(const std::string& cause, const std::string& remedy) const {
  return {ErrorKind::kInvalidData,
          std::string(file_) + ": line " + std::to_string(line_) + ": " + cause, remedy};
}

// "Go{case,ambiguous}": the flags in braces are those of this phrase.
Result<bool> TaxonomyReader::AddPhrase(std::string_view written, int concept_id, bool is_name,
                                       std::string_view row_flags) {
  uint8_t bits = is_name ? kName : 0;
  bool generic = false;
  std::string_view flags = row_flags;
  if (const size_t brace = written.find('{'); brace != std::string_view::npos) {
    flags = written.substr(brace + 1);
    if (flags.empty() || flags.back() != '}') {
      return RowError("\"" + std::string(written) + "\" has no closing brace",
                      "write the flags as {case,ambiguous}");
    }
    flags.remove_suffix(1);
    written = written.substr(0, brace);
  }
  if (!ReadFlags(flags, &bits, &generic)) {
    return RowError("unknown flag in \"" + std::string(flags) + "\"",
                    "flags are case, ambiguous, spaced, list and generic");
  }
  if (generic) data_.generic[static_cast<size_t>(concept_id)] = 1;
  if (!data_.phrases.Add(written, concept_id, bits)) {
    return RowError("\"" + std::string(written) + "\" has no words, or more than twelve",
                    "shorten the name or alias");
  }
  return true;
}

Result<bool> TaxonomyReader::AddRow(std::string_view row) {
  std::array<std::string_view, kColumns + 1> column;
  const size_t columns = SplitColumns(row, &column);
  if (columns < 4 || columns > kColumns) {
    return RowError("a row of " + std::to_string(columns) + " columns", std::string(kRowForm));
  }
  if (!IsId(column[0])) {
    return RowError("\"" + std::string(column[0]) + "\" is no id",
                    "use lower-case letters, digits and + # . -");
  }
  ConceptKind kind = ConceptKind::kSkill;
  if (!FindConceptKind(column[2], &kind)) {
    return RowError("unknown kind \"" + std::string(column[2]) + "\"",
                    "kinds are skill, tool, title, licence, field, soft_skill and industry");
  }
  int concept_id = data_.FindId(column[0]);
  const bool is_new = concept_id < 0;
  if (is_new) {
    concept_id = data_.AddConcept(column[0], column[1], kind, data_.AddFamily(column[3]));
  }
  if (Result<bool> added = AddPhrase(column[1], concept_id, is_new, column[6]); !added.ok()) {
    return added;
  }
  Result<bool> result = true;
  ForEachPart(column[4], [&](std::string_view alias) {
    result = AddPhrase(alias, concept_id, false, "");
    return result.ok();
  });
  ForEachPart(column[5], [&](std::string_view broader) {
    links_.push_back({concept_id, broader, file_, line_});
    return true;
  });
  return result;
}

Result<bool> TaxonomyReader::AddRows(std::string_view text, std::string_view file) {
  file_ = file;
  line_ = 0;
  while (!text.empty()) {
    ++line_;
    const size_t end = text.find('\n');
    std::string_view row = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    if (!row.empty() && row.back() == '\r') row.remove_suffix(1);
    if (row.empty() || row.front() == '#') continue;
    if (Result<bool> added = AddRow(row); !added.ok()) return added;
  }
  return true;
}

Result<bool> TaxonomyReader::LinkBroader() {
  for (const PendingLink& link : links_) {
    const int broader = data_.FindId(link.broader);
    if (broader < 0) {
      file_ = link.file;
      line_ = link.line;
      return RowError("no concept has the id \"" + std::string(link.broader) + "\"",
                      "name the id of a concept of this file or of the built-in taxonomy");
    }
    std::vector<int>& list = data_.concepts[static_cast<size_t>(link.concept_id)].broader;
    if (std::find(list.begin(), list.end(), broader) == list.end()) {
      list.push_back(broader);
    }
  }
  links_.clear();
  return true;
}

}  // namespace atsmatch
