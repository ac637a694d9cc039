// What a recruiter reads out of a posting, in the words that `atsmatch job --format json` prints.
#ifndef ATSMATCH_MATCHER_POSTING_SUMMARY_H_
#define ATSMATCH_MATCHER_POSTING_SUMMARY_H_

#include <string>
#include <vector>

#include "matcher/posting/posting.h"

namespace atsmatch {

struct PostingSummary {
  std::string title;
  std::vector<std::string> must_have;  // shortened; duties only where little else is asked
  std::vector<std::string> nice_to_have;
  double min_years = 0;  // 0: none asked
  std::string degree;    // "high school", "vocational", "associate", "bachelor", "master",
                         // "doctorate"; empty: none
  std::vector<std::string> licences;  // asked as a must
};

PostingSummary Summarize(const JobPosting& posting);

}  // namespace atsmatch

#endif  // ATSMATCH_MATCHER_POSTING_SUMMARY_H_
