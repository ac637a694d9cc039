// The order of a ranking: best score first, then by id, byte by byte, so that it never depends on
// the number of workers.
#ifndef ATSMATCH_MATCHER_RANK_H_
#define ATSMATCH_MATCHER_RANK_H_

#include <string>
#include <string_view>

namespace atsmatch {

// Whether (score_a, id_a) stands before (score_b, id_b).
inline bool RanksBefore(double score_a, std::string_view id_a, double score_b,
                        std::string_view id_b) {
  return score_a != score_b ? score_a > score_b : id_a < id_b;
}

}  // namespace atsmatch

#endif  // ATSMATCH_MATCHER_RANK_H_
