#include "tests/boundaries/source_files.h"

#include <re2/re2.h>

#include "tests/sample_files.h"

namespace atsmatch {

std::vector<std::string> FindIncludes(const std::string& text) {
  static const RE2 pattern(R"re((?m)^\s*#\s*include\s*["<]([^">]+)[">])re");
  std::vector<std::string> includes;
  re2::StringPiece rest(text);
  for (std::string name; RE2::FindAndConsume(&rest, pattern, &name);) includes.push_back(name);
  return includes;
}

std::vector<SourceFile> ReadSources(const std::vector<std::string>& folders) {
  const std::filesystem::path root(ATSMATCH_SOURCE_DIR);
  std::vector<SourceFile> files;
  for (const std::string& folder : folders) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
      const std::filesystem::path ending = entry.path().extension();
      if (ending != ".h" && ending != ".cc") continue;
      SourceFile file;
      file.path = entry.path().lexically_relative(root).generic_string();
      file.text = ReadFile(entry.path());
      file.includes = FindIncludes(file.text);
      files.push_back(std::move(file));
    }
  }
  std::sort(files.begin(), files.end(),
            [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
  return files;
}

}  // namespace atsmatch
