#include "cli/rank_table.h"

#include <algorithm>
#include <cstdio>

#include "cli/report_text.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

std::string Number(double value, const char* form) {
  char text[32];
  std::snprintf(text, sizeof(text), form, value);
  return text;
}

// The folder that all paths share is said once, above the table.
size_t SharedFolder(const std::vector<RankRow>& rows) {
  if (rows.empty()) return 0;
  std::string_view shared = rows[0].resume;
  for (const RankRow& row : rows) {
    size_t same = 0;
    while (same < shared.size() && same < row.resume.size() && shared[same] == row.resume[same]) {
      ++same;
    }
    shared = shared.substr(0, same);
  }
  const size_t slash = shared.rfind('/');
  return slash == std::string_view::npos || slash == 0 ? 0 : slash + 1;
}

std::string Joined(const std::vector<std::string>& words) {
  std::string list;
  for (const std::string& word : words) list += (list.empty() ? "" : ", ") + word;
  return list;
}

class Table {
 public:
  Table(const std::vector<RankRow>& rows, bool by_job, const Style& style)
      : rows_(rows), by_job_(by_job), style_(style) {
    shared_ = by_job ? 0 : SharedFolder(rows);
  }

  std::string Write() {
    Measure();
    std::string text;
    if (shared_ > 0) {
      text += Truncate("in " + EscapeForTerminal(rows_[0].resume.substr(0, shared_)), style_.width,
                       style_) +
              "\n";
    }
    text += Paint(Cells("Rank", "Score", "Band", "Musts", "Years", by_job_ ? "Job" : "Name", "File",
                        "Warnings"),
                  Ink::kBold, style_) +
            "\n";
    size_t rank = 0;
    for (const RankRow& row : rows_) {
      if (!row.failed) text += Line(row, ++rank);
    }
    return text;
  }

  size_t shared() const { return shared_; }

 private:
  std::string FileOf(const RankRow& row) const {
    return EscapeForTerminal(by_job_ ? row.job : row.resume.substr(shared_));
  }

  std::string NameOf(const RankRow& row) const {
    return EscapeForTerminal(by_job_ ? row.job_title : row.name);
  }

  static std::string BandOf(const RankRow& row) {
    if (!row.scored) return "not scored";
    return row.knocked_out ? row.band + "*" : row.band;
  }

  void Measure() {
    name_width_ = 4;
    file_width_ = 4;
    int warnings_width = 0;
    for (const RankRow& row : rows_) {
      if (row.failed) continue;
      band_width_ = std::max(band_width_, DisplayWidth(BandOf(row)));
      name_width_ = std::max(name_width_, DisplayWidth(NameOf(row)));
      file_width_ = std::max(file_width_, DisplayWidth(FileOf(row)));
      warnings_width = std::max(warnings_width, DisplayWidth(Joined(row.warnings)));
    }
    // What is left is shared: the file must be known again, the name and the warnings may be cut.
    const int left = style_.width - 4 - 2 - 5 - 2 - band_width_ - 2 - 5 - 2 - 5 - 2;
    const int warned = warnings_width > 0 ? std::min(std::max(8, warnings_width), left / 4) + 2 : 0;
    const int names = left - warned - 2;
    if (name_width_ + file_width_ > names) {
      name_width_ = std::min(name_width_, std::max(names / 2, names - file_width_));
      file_width_ = std::min(file_width_, names - name_width_);
    }
    warnings_width_ = warnings_width > 0 ? left - name_width_ - file_width_ - 4 : 0;
  }

  std::string Cells(const std::string& rank, const std::string& score, const std::string& band,
                    const std::string& musts, const std::string& years, const std::string& name,
                    const std::string& file, const std::string& warnings) const {
    std::string line = PadLeft(rank, 4, style_) + "  " + PadLeft(score, 5, style_) + "  " +
                       PadRight(band, band_width_, style_) + "  " + PadLeft(musts, 5, style_) +
                       "  " + PadLeft(years, 5, style_) + "  " +
                       PadRight(name, name_width_, style_) + "  " +
                       PadRight(TruncateLeft(file, file_width_, style_), file_width_, style_);
    if (warnings_width_ > 0) line += "  " + Truncate(warnings, warnings_width_, style_);
    while (!line.empty() && line.back() == ' ') line.pop_back();
    return line;
  }

  std::string Line(const RankRow& row, size_t rank) const {
    const std::string line =
        Cells(std::to_string(rank), row.scored ? Number(row.score, "%.1f") : "-", BandOf(row),
              row.musts > 0 ? std::to_string(row.musts_met) + "/" + std::to_string(row.musts) : "-",
              row.has_years ? Number(row.years, "%.1f") : "-", NameOf(row), FileOf(row),
              Joined(row.warnings));
    return (style_.color ? Paint(line, BandInk(row.band), style_) : line) + "\n";
  }

  const std::vector<RankRow>& rows_;
  const bool by_job_;
  const Style style_;
  size_t shared_ = 0;
  int band_width_ = 4, name_width_ = 4, file_width_ = 4, warnings_width_ = 0;
};

std::string ErrorList(const std::vector<RankRow>& rows, size_t shared, const Style& style) {
  std::string text;
  for (const RankRow& row : rows) {
    if (!row.failed || row.skipped) continue;
    if (text.empty()) text += "\n" + Paint("Not read", Ink::kBold, style) + "\n";
    const std::string message =
        row.error.remedy.empty() ? row.error.cause : row.error.cause + "; " + row.error.remedy;
    const std::vector<std::string> lines =
        Wrap(EscapeForTerminal(row.resume.substr(shared) + ": " + message), style.width - 4);
    for (size_t i = 0; i < lines.size(); ++i) {
      text += (i == 0 ? "  ! " : "    ") + Truncate(lines[i], style.width - 4, style) + "\n";
    }
  }
  return text;
}

// In a folder of photos only the first are named.
std::string SkippedList(const std::vector<RankRow>& rows, size_t shared, const Style& style) {
  constexpr size_t kNamed = 5;
  std::string names;
  size_t count = 0;
  for (const RankRow& row : rows) {
    if (!row.skipped || ++count > kNamed) continue;
    names += (names.empty() ? "" : ", ") + EscapeForTerminal(row.resume.substr(shared));
  }
  if (count == 0) return "";
  if (count > kNamed) names += " and " + std::to_string(count - kNamed) + " more";
  std::string text = "\n" + Paint("Skipped, since they are no documents", Ink::kBold, style) + "\n";
  for (const std::string& line : Wrap(names, style.width - 4)) {
    text += "    " + Truncate(line, style.width - 4, style) + "\n";
  }
  return text;
}

}  // namespace

std::string RankTable(const std::string& title, const std::vector<RankRow>& rows, size_t total,
                      const Style& style) {
  std::string text;
  text += Paint(Truncate("Ranking for: " + EscapeForTerminal(title), style.width, style),
                Ink::kBold, style) +
          "\n";
  Table table(rows, false, style);
  const auto count = [&](bool RankRow::*what) {
    return static_cast<size_t>(
        std::count_if(rows.begin(), rows.end(), [&](const RankRow& row) { return row.*what; }));
  };
  const size_t skipped = count(&RankRow::skipped), failed = count(&RankRow::failed) - skipped;
  const size_t shown = rows.size() - failed - skipped;
  if (shown > 0) text += table.Write();
  const size_t shared = shown > 0 ? table.shared() : 0;
  text += ErrorList(rows, shared, style) + SkippedList(rows, shared, style);
  const bool any_knocked_out =
      std::any_of(rows.begin(), rows.end(), [](const RankRow& row) { return row.knocked_out; });
  text += "\n" + std::to_string(total) + (total == 1 ? " résumé" : " résumés") + " ranked";
  if (shown < total) text += ", the best " + std::to_string(shown) + " shown";
  if (failed > 0) text += ", " + std::to_string(failed) + " not read";
  if (skipped > 0) text += ", " + std::to_string(skipped) + " skipped";
  if (any_knocked_out) text += "; * a must-have is not met";
  return text + "\n";
}

std::string JobTable(const std::string& resume, const std::vector<RankRow>& rows,
                     const Style& style) {
  std::string text = Paint(Truncate("Jobs for: " + EscapeForTerminal(resume), style.width, style),
                           Ink::kBold, style) +
                     "\n";
  text += Table(rows, true, style).Write();
  return text + ErrorList(rows, 0, style);
}

}  // namespace atsmatch
