// Any bytes become valid UTF-8 that folding and normalising keep valid.
#include <cstdlib>
#include <string>
#include <string_view>

#include "parser/text/unicode.h"

namespace {

void Check(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace atsmatch;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::string text = ToValidUtf8(bytes);
  Check(FromCodePoints(ToCodePoints(text)) == text);
  Check(ToCodePoints(text).size() == CountCodePoints(text));
  const std::string normal = NormalizeText(text);
  Check(FromCodePoints(ToCodePoints(normal)) == normal);
  const FoldedText folded = FoldWithOrigin(bytes);  // not only of valid text
  Check(folded.text == Fold(bytes) && folded.origin.size() == folded.text.size() + 1);
  for (size_t i = 1; i < folded.origin.size(); ++i) {
    Check(folded.origin[i - 1] <= folded.origin[i] && folded.origin[i] <= size);
  }
  Check(FoldPhrase(FoldPhrase(text)) == FoldPhrase(text));
  Check(TrimSeparators(bytes).size() <= TrimSpace(bytes).size());
  ToLower(bytes);
  ToTitle(bytes);
  Check(DisplayWidth(bytes) >= 0);
  for (std::string_view word : SplitWords(bytes)) Check(!word.empty());
  return 0;
}
