// The source files of the project and what they include.
#ifndef ATSMATCH_TESTS_BOUNDARIES_SOURCE_FILES_H_
#define ATSMATCH_TESTS_BOUNDARIES_SOURCE_FILES_H_

#include <string>
#include <vector>

namespace atsmatch {

struct SourceFile {
  std::string path;  // "parser/read/reader.h", from the root of the project
  std::string text;
  std::vector<std::string> includes;  // as written, without quotes or brackets
};

// *.h and *.cc under `folders`, sorted by path.
std::vector<SourceFile> ReadSources(const std::vector<std::string>& folders);
std::vector<std::string> FindIncludes(const std::string& text);

}  // namespace atsmatch

#endif  // ATSMATCH_TESTS_BOUNDARIES_SOURCE_FILES_H_
