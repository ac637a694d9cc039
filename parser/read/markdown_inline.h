// The marks inside a line of Markdown.
//
//   ParseMarkdownInline("**Lead** of [the site](https://example.com)", {})
//     // {"Lead", bold}, {" of "}, {"the site", uri}
//
// Marks that are not closed are text, pictures are dropped, escapes and HTML entities resolved,
// HTML tags dropped, and the little mathematics that converters write ("$1^{st}$") is "1st".
#ifndef ATSMATCH_PARSER_READ_MARKDOWN_INLINE_H_
#define ATSMATCH_PARSER_READ_MARKDOWN_INLINE_H_

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace atsmatch {

struct MarkdownSpan {
  std::string text;
  bool bold = false;
  bool italic = false;
  bool code = false;
  std::string uri;
};

// `definitions`: "[name]: uri" of the document, by name in lower case.
std::vector<MarkdownSpan> ParseMarkdownInline(
    std::string_view text, const std::map<std::string, std::string>& definitions);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_READ_MARKDOWN_INLINE_H_
