// One HTML file that needs nothing but itself.
#ifndef ATSMATCH_CLI_HTML_PAGE_H_
#define ATSMATCH_CLI_HTML_PAGE_H_

#include <string>

namespace atsmatch {

struct HtmlPage {
  std::string title;    // escaped here
  std::string body;     // HTML that a template made
  std::string places;   // CSS rules that put boxes on pictures: numbers only
  bool script = false;  // sorting, filtering and comparing; without it all can be read
};

// With a Content-Security-Policy that allows this style and this script by their hashes, pictures
// of the file itself, and nothing else: no address is ever asked, whatever a résumé says.
std::string ToHtml(const HtmlPage& page);

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_HTML_PAGE_H_
