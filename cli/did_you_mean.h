// What was probably meant?
#ifndef ATSMATCH_CLI_DID_YOU_MEAN_H_
#define ATSMATCH_CLI_DID_YOU_MEAN_H_

#include <string>
#include <string_view>
#include <vector>

namespace atsmatch {

// The nearest of the candidates by typing errors, or one that begins with the word; empty when none
// is near.
std::string Nearest(std::string_view word, const std::vector<std::string>& candidates);

// The remedy of an error: "did you mean 'parse'?"; for an empty word, where to look.
std::string DidYouMean(const std::string& nearest);

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_DID_YOU_MEAN_H_
