// Any bytes become a Document that holds together, or an error that says why not.
#include <string_view>

#include "check_document.h"
#include "parser/read/reader.h"

namespace {

using namespace atsmatch;

void CheckResult(const Result<Document>& read) {
  if (read.ok()) {
    CheckDocument(read.value());
  } else {
    Check(!read.error().cause.empty());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const ReadLimits limits;
  CheckResult(ReadDocument(bytes, limits));
  CheckResult(ReadText(bytes, limits));
  CheckResult(ReadMarkdown(bytes, limits));
  return 0;
}
