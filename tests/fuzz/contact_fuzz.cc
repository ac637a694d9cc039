// No text makes the search for addresses and phones crash, hang or point outside the text.
#include <cstdlib>
#include <string_view>

#include "parser/text/contact.h"
#include "parser/text/lexicon.h"

namespace {

void Check(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace atsmatch;
  static const Lexicon* const kLexicon = new Lexicon(Lexicon::BuiltIn());
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const auto& matches : {FindEmails(text), FindPhones(text), FindUrls(text)}) {
    size_t end = 0;
    for (const TextMatch& match : matches) {
      Check(end <= match.begin && match.begin < match.end && match.end <= size &&
            !match.value.empty());
      end = match.end;
    }
  }
  FindProfile(text, *kLexicon);
  WithScheme(text);
  return 0;
}
