// Any text goes through layout, sections and fields to valid JSON and evidence that can be matched.
#include <string>
#include <string_view>

#include "check.h"
#include "cli/terminal.h"
#include "nlohmann/json.hpp"
#include "parser/json.h"
#include "parser/parse.h"
#include "parser/text/lexicon.h"
#include "parser/text/unicode.h"

namespace {

using namespace atsmatch;

bool Inside(const IndexRange& range, size_t size) {
  return range.begin <= range.end && range.end <= size;
}

void CheckResume(const ParsedResume& parsed) {
  const size_t words = parsed.document.words.size();
  for (const Line& line : parsed.lines) Check(Inside(line.words, words));
  for (const Section& section : parsed.sections) {
    Check(Inside(section.lines, parsed.lines.size()));
    Check(Inside(section.heading_words, words));
  }
  for (const Work& work : parsed.resume.work) {
    Check(Inside(work.lines, parsed.lines.size()));
    Check(Inside(work.position.evidence.words, words));
  }
  const std::string json = EscapeJson(ToJsonResume(parsed, {}));
  Check(nlohmann::json::accept(json));
  Check(ToValidUtf8(json) == json);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const auto* const kLexicon = new Lexicon(Lexicon::BuiltIn());
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (bytes.substr(0, 1024).find("%PDF") != std::string_view::npos) return 0;  // see read_fuzz
  ParseOptions options;
  options.as_of = {2026, 1, 1};
  options.check = true;
  const Result<ParsedResume> parsed = ParseResume(bytes, *kLexicon, options);
  if (parsed.ok()) CheckResume(parsed.value());
  return 0;
}
