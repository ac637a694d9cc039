// A journal of any bytes opens, or is refused, and what is entered then is found again.
#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <string>
#include <string_view>

#include "check.h"
#include "cli/journal.h"

namespace {

using namespace atsmatch;

const std::string& Place() {
  static const std::string* const place = [] {
    const char* folder = std::getenv("TMPDIR");
    return new std::string(std::string(folder != nullptr ? folder : "/tmp") +
                           "/atsmatch-journal-fuzz." + std::to_string(getpid()));
  }();
  return *place;
}

void Write(std::string_view bytes) {
  const int file = open(Place().c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  Check(file >= 0 && write(file, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
  close(file);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const FileStamp stamp{1, 2};
  for (const bool with_header : {true, false}) {
    // The fuzzer makes no checksums: behind a true header it comes further.
    unlink(Place().c_str());
    std::string as_of = "2026-01-01";
    if (with_header) {
      auto made = Journal::Open(Place(), "run", Journal::Foreign::kRefuse, &as_of);
      made.value()->Append("a", stamp, "reply a");
      made.value()->Append("b", stamp, {reinterpret_cast<const char*>(data), size});
      Check(made.value()->error() == std::nullopt);
    } else {
      Write({reinterpret_cast<const char*>(data), size});
    }
    auto opened = Journal::Open(Place(), "run", Journal::Foreign::kReplace, &as_of);
    if (!opened.ok()) continue;
    Journal& journal = *opened.value();
    if (with_header) {
      Check(journal.Find("a", stamp) == "reply a");
      Check(journal.Find("b", stamp) == std::string(reinterpret_cast<const char*>(data), size));
    }
    journal.Append("c", stamp, "reply c");
    opened = Error{};
    opened = Journal::Open(Place(), "run", Journal::Foreign::kRefuse, &as_of);
    Check(opened.ok() && opened.value()->Find("c", stamp) == "reply c");
  }
  unlink(Place().c_str());
  return 0;
}
