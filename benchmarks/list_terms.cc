// The terms of documents, for those who count them elsewhere: one document a line in (a line break
// in it is written as \n), its terms on one line out, with tabs between.
#include <iostream>
#include <string>

#include "matcher/terms/tokens.h"

int main() {
  std::ios::sync_with_stdio(false);
  for (std::string line; std::getline(std::cin, line);) {
    for (size_t i; (i = line.find("\\n")) != std::string::npos;) line.replace(i, 2, " \n");
    std::string terms;
    for (const atsmatch::Term& term : atsmatch::FindTerms(line)) {
      if (!terms.empty()) terms += '\t';
      terms += term.term;
    }
    std::cout << terms << '\n';
  }
}
