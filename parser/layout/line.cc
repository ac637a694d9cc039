#include "parser/layout/line.h"

namespace atsmatch {

std::string TextOf(const Document& document, const Line& line) {
  return TextOf(document, line.words);
}

}  // namespace atsmatch
