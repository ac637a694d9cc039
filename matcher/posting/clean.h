// The text of a posting as every later step sees it.
#ifndef ATSMATCH_MATCHER_POSTING_CLEAN_H_
#define ATSMATCH_MATCHER_POSTING_CLEAN_H_

#include <string>
#include <string_view>

namespace atsmatch {

// Valid UTF-8 in NFC, line ends as \n, tags and entities of HTML resolved (<li> and <br> end a
// line), escaped "\n" made real, tabs as spaces.
std::string CleanPostingText(std::string_view bytes);

}  // namespace atsmatch

#endif  // ATSMATCH_MATCHER_POSTING_CLEAN_H_
