#include "cli/rank_table.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "cli/report_text.h"
#include "cli/report_words.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

constexpr int kRoomForLevel = 100;  // columns
constexpr int kLevel = 9;           // "executive"

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

std::string LevelOf(const RankRow& row) {
  return row.level.empty() ? "-" : EscapeForTerminal(row.level);
}

std::string BandOf(const RankRow& row) {
  if (!row.scored) return "not scored";
  return row.knocked_out ? row.band + "*" : row.band;
}

}  // namespace

void RankTable::Write() {
  Measure();
  if (!shared_.empty()) {
    write_(Truncate("in " + EscapeForTerminal(shared_), style_.width, style_) + "\n");
  }
  write_(Paint(Line({"Rank", "Score", "Band", "Musts", "Years", "Level", by_job_ ? "Job" : "Name",
                     "File", "Warnings"}),
               Ink::kBold, style_) +
         "\n");
  size_t rank = 0;
  ranking_->ForEachResult([&](const RankRow& row) {
    const std::string line = Line(CellsOf(row, ++rank));
    write_((style_.color ? Paint(line, BandInk(row.band), style_) : line) + "\n");
  });
}

std::string RankTable::FileOf(const RankRow& row) const {
  return EscapeForTerminal(by_job_ ? row.job : row.resume.substr(shared_.size()));
}

std::string RankTable::NameOf(const RankRow& row) const {
  return EscapeForTerminal(by_job_ ? row.job_title : row.name);
}

void RankTable::Measure() {
  SharedFolder folder;
  const auto share = [&](const RankRow& row) { folder.Add(row.resume); };
  if (!by_job_) {
    ranking_->ForEachResult(share);
    ranking_->ForEachError(share);
  }
  shared_ = folder.Get();
  int warnings = 0;
  ranking_->ForEachResult([&](const RankRow& row) {
    any_knocked_out_ = any_knocked_out_ || row.knocked_out;
    band_width_ = std::max(band_width_, DisplayWidth(BandOf(row)));
    name_width_ = std::max(name_width_, DisplayWidth(NameOf(row)));
    file_width_ = std::max(file_width_, DisplayWidth(FileOf(row)));
    warnings = std::max(warnings, DisplayWidth(Joined(row.warnings)));
    if (style_.width >= kRoomForLevel && !by_job_) {
      level_width_ = std::clamp(DisplayWidth(LevelOf(row)), std::max(5, level_width_), kLevel);
    }
  });
  // What is left is shared: the file must be known again, the name and the warnings may be cut.
  const int level = level_width_ > 0 ? level_width_ + 2 : 0;
  const int left = style_.width - 4 - 2 - 5 - 2 - band_width_ - 2 - 5 - 2 - 5 - 2 - level;
  const int warned = warnings > 0 ? std::min(std::max(8, warnings), left / 4) + 2 : 0;
  const int names = left - warned - 2;
  if (name_width_ + file_width_ > names) {
    name_width_ = std::min(name_width_, std::max(names / 2, names - file_width_));
    file_width_ = std::min(file_width_, names - name_width_);
  }
  warnings_width_ = warnings > 0 ? left - name_width_ - file_width_ - 4 : 0;
}

RankTable::Cells RankTable::CellsOf(const RankRow& row, size_t rank) const {
  return {std::to_string(rank),
          row.scored ? Decimal(row.score, 1) : "-",
          BandOf(row),
          row.musts > 0 ? std::to_string(row.musts_met) + "/" + std::to_string(row.musts) : "-",
          row.has_years ? Decimal(row.years, 1) : "-",
          LevelOf(row),
          NameOf(row),
          FileOf(row),
          Joined(row.warnings)};
}

std::string RankTable::Line(const Cells& cells) const {
  std::string line = PadLeft(cells.rank, 4, style_) + "  " + PadLeft(cells.score, 5, style_) +
                     "  " + PadRight(cells.band, band_width_, style_) + "  " +
                     PadLeft(cells.musts, 5, style_) + "  " + PadLeft(cells.years, 5, style_) +
                     "  ";
  if (level_width_ > 0) line += PadRight(cells.level, level_width_, style_) + "  ";
  line += PadRight(cells.name, name_width_, style_) + "  " +
          PadRight(TruncateLeft(cells.file, file_width_, style_), file_width_, style_);
  if (warnings_width_ > 0) line += "  " + Truncate(cells.warnings, warnings_width_, style_);
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

}  // namespace atsmatch
