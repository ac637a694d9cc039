// Statistics of any bytes are refused, or are the same after they were written and read again.
#include <string_view>

#include "check.h"
#include "matcher/terms/statistics.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using atsmatch::TermStatistics;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto read = TermStatistics::FromText(bytes);
  if (!read.ok()) return 0;
  const std::string text = read.value().ToText();
  const auto again = TermStatistics::FromText(text);
  Check(again.ok() && again.value().ToText() == text);
  return 0;
}
