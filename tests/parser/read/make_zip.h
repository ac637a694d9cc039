// Archives for the tests, and the smallest office documents around a body.
#ifndef ATSMATCH_TESTS_PARSER_READ_MAKE_ZIP_H_
#define ATSMATCH_TESTS_PARSER_READ_MAKE_ZIP_H_

#include <string>
#include <utility>
#include <vector>

namespace atsmatch {

// Deflated files in this order.
std::string MakeZip(const std::vector<std::pair<std::string, std::string>>& files);

// A DOCX whose w:body holds `body`; `more` are further files (word/styles.xml ...).
std::string MakeDocx(const std::string& body,
                     const std::vector<std::pair<std::string, std::string>>& more = {});

// An ODT whose office:text holds `body`, with `styles` in office:automatic-styles.
std::string MakeOdt(const std::string& body, const std::string& styles = "",
                    const std::string& styles_file = "");

}  // namespace atsmatch

#endif  // ATSMATCH_TESTS_PARSER_READ_MAKE_ZIP_H_
