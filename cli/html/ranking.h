// The report of many résumés against a job as HTML, for the person who has to choose.
#ifndef ATSMATCH_CLI_HTML_RANKING_H_
#define ATSMATCH_CLI_HTML_RANKING_H_

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/html/view.h"
#include "cli/pool.h"
#include "cli/record.h"
#include "cli/spool.h"

namespace atsmatch {

// One ranking for each job in one file.  Each record is written when it is added, to a Spool, since
// what stands above the rows is known only at the end.
//
//   RankingPage page;
//   page.AddJob("job.txt", "Nurse", pool, 20);   // of the résumés in the pool the best 20 follow
//   page.Add(record);
//   page.Write([&](std::string_view html) { output.Write(html); });
class RankingPage {
 public:
  RankingPage();
  ~RankingPage();

  void AddJob(const std::string& file, const std::string& title, const Pool& pool, size_t shown);
  // Of the last job: in the order of their ranks, those with an error last.
  void Add(const MatchRecord& record);
  void Write(const std::function<void(std::string_view html)>& write);

  // Of the temporary file, if there was one.
  const std::optional<Error>& error() const { return rows_.error(); }

 private:
  class JobPart;
  void WriteMarked(std::string_view html,
                   const std::function<void(std::string_view html)>& write) const;

  Spool rows_;
  std::vector<std::unique_ptr<JobPart>> jobs_;
};

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_HTML_RANKING_H_
