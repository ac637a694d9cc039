// Headers and footers that come again from page to page, page numbers, and who made the page.
#ifndef ATSMATCH_PARSER_LAYOUT_RUNNING_H_
#define ATSMATCH_PARSER_LAYOUT_RUNNING_H_

#include <vector>

#include "parser/layout/gutter.h"

namespace atsmatch {

// For each page the fragments that are no part of its text.
std::vector<FragmentList> FindRunningText(const std::vector<PageContext>& pages);

bool LooksLikePageNumber(std::string_view text);
// "© 2014 Jo Doe", "Designed by Acme", "Template by Jo Doe"
bool LooksLikeCredit(std::string_view text);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_LAYOUT_RUNNING_H_
