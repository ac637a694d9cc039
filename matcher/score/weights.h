// How much each feature of the score counts: corpora/weights.tsv.
//
//   Weights weights = Weights::BuiltIn();
//   weights.Find("title")->weight    // 22
//
// A row is `id TAB weight TAB low TAB high TAB label`.  The weights are points and add up to 100;
// a feature's raw measure becomes its value by a straight line: 0 at `low` and below, 1 at `high`
// and above.  How the numbers were fitted stands in corpora/SOURCES.md.
#ifndef ATSMATCH_MATCHER_SCORE_WEIGHTS_H_
#define ATSMATCH_MATCHER_SCORE_WEIGHTS_H_

#include <string>
#include <string_view>
#include <vector>

#include "parser/result.h"

namespace atsmatch {

struct FeatureWeight {
  std::string id;
  double weight = 0;
  double low = 0;
  double high = 1;
  std::string label;  // for people

  // 0..1; never falls when `raw` rises.
  double Value(double raw) const;
};

class Weights {
 public:
  static Weights BuiltIn();
  static Result<Weights> FromText(std::string_view text);

  const std::vector<FeatureWeight>& features() const { return features_; }
  const FeatureWeight* Find(std::string_view id) const;  // nullptr: none

 private:
  std::vector<FeatureWeight> features_;
};

}  // namespace atsmatch

#endif  // ATSMATCH_MATCHER_SCORE_WEIGHTS_H_
