#include "cli/rank_table.h"

#include <algorithm>
#include <cstdio>
#include <optional>
#include <vector>

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
class SharedFolder {
 public:
  void Add(const std::string& path) {
    if (!shared_.has_value()) shared_ = path;
    size_t same = 0;
    while (same < shared_->size() && same < path.size() && (*shared_)[same] == path[same]) ++same;
    shared_->resize(same);
  }

  // With its slash; empty: none, or the root.
  std::string Get() const {
    const size_t slash = shared_.has_value() ? shared_->rfind('/') : std::string::npos;
    return slash == std::string::npos || slash == 0 ? "" : shared_->substr(0, slash + 1);
  }

 private:
  std::optional<std::string> shared_;
};

std::string Joined(const std::vector<std::string>& words) {
  std::string list;
  for (const std::string& word : words) list += (list.empty() ? "" : ", ") + word;
  return list;
}

class Table {
 public:
  Table(Ranking* ranking, bool by_job, const Style& style, const LineWriter& write)
      : ranking_(ranking), by_job_(by_job), style_(style), write_(write) {}

  void Write() {
    Measure();
    if (!shared_.empty()) {
      write_(Truncate("in " + EscapeForTerminal(shared_), style_.width, style_) + "\n");
    }
    write_(Paint(Cells("Rank", "Score", "Band", "Musts", "Years", by_job_ ? "Job" : "Name", "File",
                       "Warnings"),
                 Ink::kBold, style_) +
           "\n");
    size_t rank = 0;
    ranking_->ForEachResult([&](const RankRow& row) { write_(Line(row, ++rank)); });
  }

  const std::string& shared() const { return shared_; }
  bool any_knocked_out() const { return any_knocked_out_; }

 private:
  std::string FileOf(const RankRow& row) const {
    return EscapeForTerminal(by_job_ ? row.job : row.resume.substr(shared_.size()));
  }

  std::string NameOf(const RankRow& row) const {
    return EscapeForTerminal(by_job_ ? row.job_title : row.name);
  }

  static std::string BandOf(const RankRow& row) {
    if (!row.scored) return "not scored";
    return row.knocked_out ? row.band + "*" : row.band;
  }

  void Measure() {
    SharedFolder folder;
    const auto share = [&](const RankRow& row) { folder.Add(row.resume); };
    if (!by_job_) {
      ranking_->ForEachResult(share);
      ranking_->ForEachError(share);
    }
    shared_ = folder.Get();
    name_width_ = 4;
    file_width_ = 4;
    int warnings_width = 0;
    ranking_->ForEachResult([&](const RankRow& row) {
      any_knocked_out_ = any_knocked_out_ || row.knocked_out;
      band_width_ = std::max(band_width_, DisplayWidth(BandOf(row)));
      name_width_ = std::max(name_width_, DisplayWidth(NameOf(row)));
      file_width_ = std::max(file_width_, DisplayWidth(FileOf(row)));
      warnings_width = std::max(warnings_width, DisplayWidth(Joined(row.warnings)));
    });
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

  Ranking* ranking_;
  const bool by_job_;
  const Style style_;
  const LineWriter& write_;
  std::string shared_;  // folder
  bool any_knocked_out_ = false;
  int band_width_ = 4, name_width_ = 4, file_width_ = 4, warnings_width_ = 0;
};

// What could not be read is named with its cause; in a folder of photos only the first are named.
class ErrorList {
 public:
  ErrorList(size_t shared, const Style& style, const LineWriter& write)
      : shared_(shared), style_(style), write_(write) {}

  void Write(Ranking* ranking) {
    ranking->ForEachError([&](const RankRow& row) { row.skipped ? Skip(row) : Say(row); });
    if (skipped_ == 0) return;
    if (skipped_ > kNamed) names_ += " and " + std::to_string(skipped_ - kNamed) + " more";
    write_("\n" + Paint("Skipped, since they are no documents", Ink::kBold, style_) + "\n");
    for (const std::string& line : Wrap(names_, style_.width - 4)) {
      write_("    " + Truncate(line, style_.width - 4, style_) + "\n");
    }
  }

  size_t failed() const { return failed_; }
  size_t skipped() const { return skipped_; }

 private:
  static constexpr size_t kNamed = 5;

  std::string NameOf(const RankRow& row) const { return row.resume.substr(shared_); }

  void Say(const RankRow& row) {
    if (++failed_ == 1) write_("\n" + Paint("Not read", Ink::kBold, style_) + "\n");
    const std::string message =
        row.error.remedy.empty() ? row.error.cause : row.error.cause + "; " + row.error.remedy;
    const std::vector<std::string> lines =
        Wrap(EscapeForTerminal(NameOf(row) + ": " + message), style_.width - 4);
    for (size_t i = 0; i < lines.size(); ++i) {
      write_((i == 0 ? "  ! " : "    ") + Truncate(lines[i], style_.width - 4, style_) + "\n");
    }
  }

  void Skip(const RankRow& row) {
    if (++skipped_ > kNamed) return;
    names_ += (names_.empty() ? "" : ", ") + EscapeForTerminal(NameOf(row));
  }

  const size_t shared_;  // bytes of a path
  const Style& style_;
  const LineWriter& write_;
  size_t failed_ = 0, skipped_ = 0;
  std::string names_;
};

void WriteTitle(const std::string& title, const Style& style, const LineWriter& write) {
  write(Paint(Truncate(title, style.width, style), Ink::kBold, style) + "\n");
}

}  // namespace

void WriteRankTable(const std::string& title, Ranking* ranking, size_t total, const Style& style,
                    const LineWriter& write) {
  WriteTitle("Ranking for: " + EscapeForTerminal(title), style, write);
  Table table(ranking, false, style, write);
  const size_t shown = ranking->CountResults();
  if (shown > 0) table.Write();
  ErrorList errors(table.shared().size(), style, write);
  errors.Write(ranking);
  std::string text =
      "\n" + std::to_string(total) + (total == 1 ? " résumé" : " résumés") + " ranked";
  if (shown < total) text += ", the best " + std::to_string(shown) + " shown";
  if (errors.failed() > 0) text += ", " + std::to_string(errors.failed()) + " not read";
  if (errors.skipped() > 0) text += ", " + std::to_string(errors.skipped()) + " skipped";
  if (table.any_knocked_out()) text += "; * a must-have is not met";
  write(text + "\n");
}

void WriteJobTable(const std::string& resume, Ranking* ranking, const Style& style,
                   const LineWriter& write) {
  WriteTitle("Jobs for: " + EscapeForTerminal(resume), style, write);
  Table(ranking, true, style, write).Write();
  ErrorList(0, style, write).Write(ranking);
}

}  // namespace atsmatch
