#include "matcher/terms/statistics.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <unordered_set>

#include "matcher/terms/row_index.h"
#include "matcher/terms/tokens.h"

namespace atsmatch {
namespace {

constexpr std::string_view kRulesField = "# rules\t";
constexpr std::string_view kDocumentsField = "# documents\t";

bool ParseCount(std::string_view text, uint64_t* count) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), *count);
  return error == std::errc() && end == text.data() + text.size();
}

// The line of `text` that begins at *position, which moves behind its end.
std::string_view NextLine(std::string_view text, size_t* position) {
  const size_t end = std::min(text.find('\n', *position), text.size());
  std::string_view line = text.substr(*position, end - *position);
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  *position = end + 1;
  return line;
}

struct Header {
  uint64_t documents = 0;
  size_t rows = 0;  // byte at which the rows begin
};

Error Damaged(const std::string& cause) {
  return {ErrorKind::kInvalidData, "the statistics file " + cause,
          "make it anew with atsmatch stats"};
}

Result<Header> ReadHeader(std::string_view text) {
  Header header;
  bool has_rules = false, has_documents = false;
  size_t position = 0;
  while (position < text.size() && text[position] == '#') {
    const std::string_view line = NextLine(text, &position);
    if (line.starts_with(kRulesField)) {
      if (line.substr(kRulesField.size()) != kTokenRules) {
        return Damaged("was made with other token rules (" +
                       std::string(line.substr(kRulesField.size())) + ")");
      }
      has_rules = true;
    } else if (line.starts_with(kDocumentsField)) {
      has_documents = ParseCount(line.substr(kDocumentsField.size()), &header.documents);
    }
  }
  if (!has_rules || !has_documents) return Damaged("lacks its header");
  header.rows = std::min(position, text.size());
  return header;
}

// Rows `term TAB df` in byte order.
bool SplitRow(std::string_view line, std::string_view* term, uint64_t* count) {
  const size_t tab = line.rfind('\t');
  if (tab == std::string_view::npos || tab == 0) return false;
  *term = line.substr(0, tab);
  return ParseCount(line.substr(tab + 1), count);
}

}  // namespace

struct TermStatistics::Data {
  uint64_t documents = 0;
  std::map<std::string, uint64_t, std::less<>> counts;
  std::string_view rows;  // sorted, of static storage; a term in `counts` is counted there instead
  RowIndex index;         // of `rows`

  // Calls visit(term, count) for every term in byte order.
  template <class Visit>
  void ForEach(Visit visit) const {
    auto counted = counts.begin();
    for (size_t position = 0; position < rows.size();) {
      std::string_view term;
      uint64_t count = 0;
      if (!SplitRow(NextLine(rows, &position), &term, &count)) continue;
      for (; counted != counts.end() && std::string_view(counted->first) < term; ++counted) {
        visit(counted->first, counted->second);
      }
      if (counted == counts.end() || counted->first != term) visit(term, count);
    }
    for (; counted != counts.end(); ++counted) visit(counted->first, counted->second);
  }

  uint64_t Find(std::string_view term) const {
    const auto counted = counts.find(term);
    if (counted != counts.end()) return counted->second;
    uint64_t count = 0;
    if (const auto row = index.Find(term)) ParseCount(*row, &count);
    return count;
  }

  static TermStatistics OfTable(std::string_view file);  // of corpora/background

  void Add(std::string_view term, uint64_t count) {
    auto entry = counts.find(term);
    if (entry == counts.end()) entry = counts.emplace(term, Find(term)).first;
    entry->second += count;
  }
};

TermStatistics::TermStatistics() : data_(std::make_unique<Data>()) {}
TermStatistics::TermStatistics(TermStatistics&&) noexcept = default;
TermStatistics& TermStatistics::operator=(TermStatistics&&) noexcept = default;
TermStatistics::~TermStatistics() = default;

TermStatistics TermStatistics::BuiltIn() { return Data::OfTable("english.tsv"); }
TermStatistics TermStatistics::BuiltInResumes() { return Data::OfTable("resumes.tsv"); }

TermStatistics TermStatistics::Data::OfTable(std::string_view file) {
  TermStatistics statistics;
  for (const BackgroundTable& table : BuiltInBackground()) {
    if (table.file != file) continue;
    const Result<Header> header = ReadHeader(table.rows);
    if (!header.ok()) continue;
    statistics.data_->documents = header.value().documents;
    statistics.data_->rows = table.rows.substr(header.value().rows);
    statistics.data_->index = RowIndex(table.rows, table.slots);
  }
  return statistics;
}

Result<TermStatistics> TermStatistics::FromText(std::string_view text) {
  const Result<Header> header = ReadHeader(text);
  if (!header.ok()) return header.error();
  TermStatistics statistics;
  statistics.data_->documents = header.value().documents;
  auto& counts = statistics.data_->counts;
  for (size_t position = header.value().rows; position < text.size();) {
    const std::string_view line = NextLine(text, &position);
    if (line.empty()) continue;
    std::string_view term;
    uint64_t count = 0;
    // What begins with '#' is taken for the header when it comes first.
    if (!SplitRow(line, &term, &count) || term[0] == '#') {
      return Damaged("has a row that is not `term TAB count`");
    }
    if (count > header.value().documents)
      return Damaged("counts a term in more documents than it has");
    if (!counts.empty() && counts.rbegin()->first >= term) return Damaged("is not sorted");
    counts.emplace_hint(counts.end(), term, count);
  }
  return statistics;
}

void TermStatistics::AddDocument(std::string_view text) {
  std::unordered_set<std::string> seen;
  for (Term& term : FindTerms(text)) seen.insert(std::move(term.term));
  for (const std::string& term : seen) data_->Add(term, 1);
  ++data_->documents;
}

// The rules are those of this program on both sides: FromText lets no others in.
Result<bool> TermStatistics::Merge(const TermStatistics& other) {
  other.data_->ForEach([&](std::string_view term, uint64_t count) { data_->Add(term, count); });
  data_->documents += other.data_->documents;
  return true;
}

void TermStatistics::DropRare(uint64_t min_documents) {
  std::map<std::string, uint64_t, std::less<>> kept;
  data_->ForEach([&](std::string_view term, uint64_t count) {
    if (count >= min_documents) kept.emplace_hint(kept.end(), term, count);
  });
  data_->counts = std::move(kept);
  data_->rows = {};
  data_->index = {};
}

uint64_t TermStatistics::documents() const { return data_->documents; }

uint64_t TermStatistics::DocumentFrequency(std::string_view term) const {
  return data_->Find(term);
}

double TermStatistics::Idf(std::string_view term) const {
  return std::log((1.0 + static_cast<double>(documents())) /
                  (1.0 + static_cast<double>(DocumentFrequency(term)))) +
         1.0;
}

std::string TermStatistics::ToText() const {
  std::string text;
  text.append(kRulesField).append(kTokenRules).append("\n");
  text.append(kDocumentsField).append(std::to_string(documents())).append("\n");
  data_->ForEach([&](std::string_view term, uint64_t count) {
    text.append(term).append("\t").append(std::to_string(count)).append("\n");
  });
  return text;
}

}  // namespace atsmatch
