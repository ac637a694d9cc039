// No text makes a lookup crash, and what is found lies in the text, in order, and is in the table.
#include <cstdlib>
#include <string_view>

#include "parser/text/lexicon.h"

namespace {

void Check(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const atsmatch::Lexicon* const kLexicon =
      new atsmatch::Lexicon(atsmatch::Lexicon::BuiltIn());
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (int i = 0; i < static_cast<int>(atsmatch::LexiconTable::kCount); ++i) {
    const auto table = static_cast<atsmatch::LexiconTable>(i);
    const auto matches = kLexicon->FindAll(table, text);
    size_t end = 0;
    for (const atsmatch::PhraseMatch& match : matches) {
      Check(end <= match.begin && match.begin < match.end && match.end <= size &&
            !match.value.empty());
      end = match.end;
    }
    Check(kLexicon->Contains(table, text) == !matches.empty());
    if (kLexicon->Find(table, text)) Check(!matches.empty());
  }
  return 0;
}
