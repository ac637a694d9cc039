// What all candidates of a job have in common, counted as their records pass by.
//
//   Pool pool;
//   pool.Add(record);   // of each candidate, whether it is kept for the ranking or not
//   pool.Words()[0]     // the most important word of the job, and how many show it
#ifndef ATSMATCH_CLI_POOL_H_
#define ATSMATCH_CLI_POOL_H_

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "cli/record.h"

namespace atsmatch {

class Pool {
 public:
  static constexpr size_t kBins = 10;
  struct Ask {
    std::string text;
    bool is_must = false;
    size_t met_by = 0;
  };
  struct Word {
    std::string term;
    double importance = 0;
    size_t have = 0;  // candidates
  };

  // Records of errors are passed over.
  void Add(const MatchRecord& record);

  size_t candidates() const { return candidates_; }
  // Candidates by score, each bin ten points wide; 100 is in the last one.
  const std::array<size_t, kBins>& bins() const { return bins_; }
  size_t scored() const { return scores_.size(); }
  double Median() const;  // of the scores; 0 without any
  // Bands with somebody in them, the best first.
  std::vector<std::pair<std::string, size_t>> Bands() const;
  const std::vector<Ask>& asks() const { return asks_; }  // in the order of the posting
  std::vector<Word> Words() const;                        // the most important first

 private:
  size_t candidates_ = 0;
  std::array<size_t, kBins> bins_{};
  std::vector<float> scores_;
  std::map<std::string, size_t> bands_;
  std::vector<Ask> asks_;
  std::map<std::string, Word> words_;
};

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_POOL_H_
