// Reads the tables of tests/cases: one case a line, columns between tabs, # for comments.
//
//   for (const CaseLine& line : ReadCases("dates.tsv", 2))
//     EXPECT_EQ(Shown(line.columns[0]), line.columns[1]) << line.where;
#ifndef ATSMATCH_TESTS_CASE_FILE_H_
#define ATSMATCH_TESTS_CASE_FILE_H_

#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

namespace atsmatch {

struct CaseLine {
  std::vector<std::string> columns;
  std::string where;  // "tests/cases/dates.tsv:12"
};

// "\n" and "\t" as two characters become the one that they name, so that a cell can hold them.
inline std::string UnescapeCell(const std::string& cell) {
  std::string text;
  for (size_t i = 0; i < cell.size(); ++i) {
    const char next = cell[i] == '\\' && i + 1 < cell.size() ? cell[i + 1] : '\0';
    if (next == 'n' || next == 't') {
      text += next == 'n' ? '\n' : '\t';
      ++i;
    } else {
      text += cell[i];
    }
  }
  return text;
}

inline std::vector<CaseLine> ReadCases(const std::string& name, size_t columns) {
  const std::string path = "tests/cases/" + name;
  std::ifstream file(std::string(ATSMATCH_SOURCE_DIR) + "/" + path);
  EXPECT_TRUE(file.good()) << path << " is missing";
  std::vector<CaseLine> cases;
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.empty() || line[0] == '#') continue;
    CaseLine parsed;
    parsed.where = path + ":" + std::to_string(number);
    size_t begin = 0;
    for (size_t tab; (tab = line.find('\t', begin)) != std::string::npos; begin = tab + 1) {
      parsed.columns.push_back(UnescapeCell(line.substr(begin, tab - begin)));
    }
    parsed.columns.push_back(UnescapeCell(line.substr(begin)));
    EXPECT_EQ(parsed.columns.size(), columns) << parsed.where;
    if (parsed.columns.size() == columns) cases.push_back(std::move(parsed));
  }
  EXPECT_FALSE(cases.empty()) << path;
  return cases;
}

}  // namespace atsmatch

#endif  // ATSMATCH_TESTS_CASE_FILE_H_
