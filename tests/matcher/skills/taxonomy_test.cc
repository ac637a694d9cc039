#include "matcher/skills/taxonomy.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace atsmatch {
namespace {

const Taxonomy& BuiltIn() {
  static const Taxonomy taxonomy = Taxonomy::BuiltIn();
  return taxonomy;
}

struct Case {
  int line = 0;
  std::vector<std::string> columns;
};

std::vector<Case> ReadCases(const std::string& name) {
  std::ifstream file(std::string(ATSMATCH_SOURCE_DIR "/tests/cases/") + name);
  EXPECT_TRUE(file) << name;
  std::vector<Case> cases;
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.empty() || line[0] == '#') continue;
    Case one{number, {}};
    std::istringstream columns(line);
    for (std::string column; std::getline(columns, column, '\t');) one.columns.push_back(column);
    cases.push_back(std::move(one));
  }
  EXPECT_FALSE(cases.empty()) << name;
  return cases;
}

// "kubernetes c++": the ids that are found, in order.
std::string Ids(std::string_view text, bool in_skill_list = false) {
  std::string ids;
  for (const ConceptMatch& match : BuiltIn().FindAll(text, in_skill_list)) {
    if (!ids.empty()) ids += ' ';
    ids += BuiltIn().concepts()[static_cast<size_t>(match.concept_id)].id;
  }
  return ids;
}

TEST(FindAll, KnowsAliases) {
  for (const Case& one : ReadCases("aliases.tsv")) {
    ASSERT_EQ(one.columns.size(), 2u) << "aliases.tsv:" << one.line;
    EXPECT_EQ(Ids(one.columns[0], true), one.columns[1]) << "aliases.tsv:" << one.line;
  }
}

TEST(FindAll, PointsAtTheBytes) {
  const std::string text = "5 years of k8s and C++";
  const std::vector<ConceptMatch> matches = BuiltIn().FindAll(text);
  ASSERT_EQ(matches.size(), 2u);
  EXPECT_EQ(text.substr(matches[0].begin, matches[0].end - matches[0].begin), "k8s");
  EXPECT_EQ(text.substr(matches[1].begin, matches[1].end - matches[1].begin), "C++");
  EXPECT_TRUE(matches[0].by_alias);
  EXPECT_FALSE(matches[1].by_alias);
}

}  // namespace
}  // namespace atsmatch
