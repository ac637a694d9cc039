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
    const std::string expected = one.columns[1] == "-" ? "" : one.columns[1];
    EXPECT_EQ(Ids(one.columns[0], true), expected) << "aliases.tsv:" << one.line;
  }
}

TEST(FindAll, TakesAmbiguousWordsOnlyInContext) {
  for (const Case& one : ReadCases("ambiguous_terms.tsv")) {
    ASSERT_EQ(one.columns.size(), 3u) << "ambiguous_terms.tsv:" << one.line;
    const std::string expected = one.columns[2] == "none" ? "" : one.columns[2];
    EXPECT_EQ(Ids(one.columns[0], one.columns[1] == "list"), expected)
        << "ambiguous_terms.tsv:" << one.line;
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

TEST(FindAll, FindsInOrderWithoutOverlap) {
  const std::string text =
      "Registered Nurse: wound care, IV therapy, Basic Life Support; MS Office (Word, Excel).";
  size_t end = 0;
  for (const ConceptMatch& match : BuiltIn().FindAll(text)) {
    EXPECT_LE(end, match.begin);
    EXPECT_LT(match.begin, match.end);
    EXPECT_LE(match.end, text.size());
    end = match.end;
  }
  EXPECT_EQ(
      Ids(text),
      "registered-nurse wound-care iv-therapy bls-certification microsoft-office microsoft-word "
      "microsoft-excel");
}

TEST(FindAll, CrossesALineEndInProseButNotInAList) {
  EXPECT_EQ(Ids("strong project\nmanagement skills"), "project-management");
  EXPECT_EQ(Ids("Project\nManagement accounts", true), "management-accounts");
}

TEST(FindTitle, PlacesTitlesInFamilies) {
  for (const Case& one : ReadCases("title_families.tsv")) {
    ASSERT_EQ(one.columns.size(), 2u) << "title_families.tsv:" << one.line;
    const int family = BuiltIn().FamilyOfTitle(one.columns[0]);
    EXPECT_EQ(family < 0 ? "-" : BuiltIn().families()[static_cast<size_t>(family)], one.columns[1])
        << "title_families.tsv:" << one.line;
  }
}

struct TitleCase {
  const char* title;
  const char* id;
};

TEST(FindTitle, LooksThroughSeniorityPlaceAndPay) {
  constexpr TitleCase kCases[] = {
      {"Senior Software Engineer", "software-engineer"},
      {"Software Developer - Remote - £60k", "software-engineer"},
      {"Part-time Plumber (Leeds)", "plumber"},
      {"Head Chef", "head-chef"},
      {"Band 5 Staff Nurse - A&E", "registered-nurse"},
      {"Executive Assistant", "executive-assistant"},
      {"Junior Sister", "ward-sister"},
  };
  for (const TitleCase& one : kCases) {
    EXPECT_EQ(BuiltIn().FindTitle(one.title), BuiltIn().FindId(one.id)) << one.title;
  }
  EXPECT_EQ(BuiltIn().FindTitle(""), -1);
  EXPECT_EQ(BuiltIn().FindTitle("Zxqv Blarg"), -1);
}

struct RelatedCase {
  const char* want;
  const char* have;
  double value;
};

TEST(Relatedness, FollowsTheHeader) {
  constexpr RelatedCase kCases[] = {
      {"postgresql", "postgresql", 1},   // the same
      {"databases", "postgresql", 0.9},  // a kind of it
      {"java", "spring-boot", 0.9},      // two steps
      {"postgresql", "databases", 0.5},  // broader
      {"react", "vue.js", 0.5},          // siblings
      {"react", "wound-care", 0},        // unrelated
      {"plastering", "roofing", 0},      // one trade, but not for each other
      {"java", "javascript", 0},
  };
  for (const RelatedCase& one : kCases) {
    const int want = BuiltIn().FindId(one.want);
    const int have = BuiltIn().FindId(one.have);
    ASSERT_GE(want, 0) << one.want;
    ASSERT_GE(have, 0) << one.have;
    EXPECT_EQ(BuiltIn().Relatedness(want, have), one.value) << one.want << " " << one.have;
  }
  EXPECT_EQ(BuiltIn().Relatedness(-1, 3), 0);
  EXPECT_EQ(BuiltIn().Relatedness(3, 1 << 30), 0);
}

TEST(Taxonomy, FindsItsIds) {
  for (size_t i = 0; i < BuiltIn().concepts().size(); ++i) {
    const Concept& one = BuiltIn().concepts()[i];
    EXPECT_EQ(BuiltIn().FindId(one.id), static_cast<int>(i)) << one.id;
    EXPECT_GE(one.family, 0) << one.id;
  }
  EXPECT_EQ(BuiltIn().FindId("no-such-thing"), -1);
  EXPECT_EQ(BuiltIn().Fingerprint().size(), 16u);
}

}  // namespace
}  // namespace atsmatch
