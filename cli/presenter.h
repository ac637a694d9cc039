// Turns records into the format that was asked for, as they come or at the end.
#ifndef ATSMATCH_CLI_PRESENTER_H_
#define ATSMATCH_CLI_PRESENTER_H_

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/options.h"
#include "cli/output_file.h"
#include "cli/pool.h"
#include "cli/ranking.h"
#include "cli/record.h"

namespace atsmatch {

// One résumé against one job gets a report; everything else a ranking for each job.
class Presenter {
 public:
  struct Shape {
    bool one_resume = false;
    bool one_job = true;
  };
  Presenter(const Settings& settings, Shape shape, Output* output);

  // A line of the schema atsmatch.match/1.  False: nothing more can be written.
  bool Add(std::string line);
  // kUnreadable: rows were lost since a temporary file could not be written.
  std::optional<Error> Finish();

  bool under_min_score() const { return under_min_score_; }

 private:
  bool Streams() const;
  bool WriteReport(const MatchRecord& record);

  struct Job {
    Job(std::string its_title, size_t top) : title(std::move(its_title)), ranking(top) {}
    std::string title;
    Ranking ranking;
    Pool pool;  // of text and HTML
  };
  bool IsByJob() const;
  void WriteTables();
  void WriteText(const std::string& file, Job* job);
  void WriteRows(Job* job);
  std::optional<Error> WriteHtml();
  void WriteRow(const RankRow& row, size_t rank);

  const Settings& settings_;
  const Shape shape_;
  const OutputFormat format_;
  Output* output_;
  std::vector<std::string> order_;  // by their first record
  std::map<std::string, Job>
      jobs_;  // by file: of the job, or of the one résumé whose jobs are ranked
  bool under_min_score_ = false;
  bool first_row_ = true;
};

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_PRESENTER_H_
