// A ranking as a table for people: one line a résumé, or a job.
#ifndef ATSMATCH_CLI_RANK_TABLE_H_
#define ATSMATCH_CLI_RANK_TABLE_H_

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "cli/ranking.h"
#include "cli/terminal.h"

namespace atsmatch {

// Lines are written one after the other, so that a table may be larger than memory.
using LineWriter = std::function<void(std::string_view lines)>;

class RankTable {
 public:
  // `by_job`: one résumé against several jobs.
  RankTable(Ranking* ranking, bool by_job, const Style& style, const LineWriter& write)
      : ranking_(ranking), by_job_(by_job), style_(style), write_(write) {}

  // Errors are not in it.
  void Write();

  // Known once it is written: the folder of all paths, said once above the table, with its slash.
  const std::string& shared() const { return shared_; }
  bool any_knocked_out() const { return any_knocked_out_; }

 private:
  struct Cells {
    std::string rank, score, band, musts, years, level, name, file, warnings;
  };
  Cells CellsOf(const RankRow& row, size_t rank) const;
  std::string FileOf(const RankRow& row) const;
  std::string NameOf(const RankRow& row) const;
  std::string Line(const Cells& cells) const;
  void Measure();

  Ranking* ranking_;
  const bool by_job_;
  const Style style_;
  const LineWriter& write_;
  std::string shared_;
  bool any_knocked_out_ = false;
  int band_width_ = 4, name_width_ = 4, file_width_ = 4;
  int level_width_ = 0, warnings_width_ = 0;  // 0: not shown
};

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_RANK_TABLE_H_
