// What the built-in tables answer, case by case: a row of corpora/lexicons has its line here.
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "parser/text/lexicon.h"

namespace atsmatch {
namespace {

struct Case {
  std::string place;  // file and line, for the message of a failure
  std::vector<std::string> columns;
};

std::vector<std::string> SplitTabs(std::string_view line) {
  std::vector<std::string> columns;
  for (size_t begin = 0;;) {
    const size_t tab = line.find('\t', begin);
    columns.emplace_back(line.substr(begin, tab - begin));
    if (tab == std::string_view::npos) return columns;
    begin = tab + 1;
  }
}

std::vector<Case> ReadCases(const std::string& name) {
  const std::string path = std::string(ATSMATCH_SOURCE_DIR) + "/tests/cases/" + name;
  std::ifstream file(path);
  EXPECT_TRUE(file.good()) << path;
  std::vector<Case> cases;
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.empty() || line[0] == '#') continue;
    cases.push_back({path + ":" + std::to_string(number), SplitTabs(line)});
  }
  EXPECT_FALSE(cases.empty()) << path;
  return cases;
}

const Lexicon& BuiltIn() {
  static const Lexicon lexicon = Lexicon::BuiltIn();
  return lexicon;
}

std::string ValueOf(LexiconTable table, const std::string& phrase) {
  return std::string(BuiltIn().Find(table, phrase).value_or("none"));
}

// LexiconTable::kCount when there is no table of that name.
LexiconTable TableNamed(std::string_view name) {
  size_t table = 0;
  const size_t count = static_cast<size_t>(LexiconTable::kCount);
  while (table < count && LexiconTableName(static_cast<LexiconTable>(table)) != name) ++table;
  return static_cast<LexiconTable>(table);
}

void ExpectCasesOf(LexiconTable table, const std::string& file) {
  for (const Case& c : ReadCases(file)) {
    ASSERT_EQ(c.columns.size(), 2u) << c.place;
    EXPECT_EQ(ValueOf(table, c.columns[0]), c.columns[1]) << c.place << ": " << c.columns[0];
  }
}

TEST(BuiltInLexicon, KnowsTheKindsOfSectionHeadings) {
  ExpectCasesOf(LexiconTable::kSectionHeadings, "section_headings.tsv");
}

TEST(BuiltInLexicon, KnowsTheLevelsOfDegrees) {
  ExpectCasesOf(LexiconTable::kDegrees, "degrees.tsv");
}

TEST(BuiltInLexicon, KnowsTheWordsOfTheOtherTables) {
  for (const Case& c : ReadCases("lexicon_words.tsv")) {
    ASSERT_EQ(c.columns.size(), 3u) << c.place;
    const LexiconTable table = TableNamed(c.columns[0]);
    ASSERT_NE(table, LexiconTable::kCount) << c.place << ": no table " << c.columns[0];
    EXPECT_EQ(ValueOf(table, c.columns[1]), c.columns[2]) << c.place << ": " << c.columns[1];
  }
}

TEST(BuiltInLexicon, FindsNoDegreeSchoolOrTitleInEverydayWords) {
  constexpr std::string_view kText =
      "It was to be the best of its kind: as a mit en la de und but once more in the set out";
  for (LexiconTable table : {LexiconTable::kDegrees, LexiconTable::kSchoolWords,
                             LexiconTable::kTitleWords, LexiconTable::kEmployerWords}) {
    for (const PhraseMatch& match : BuiltIn().FindAll(table, kText)) {
      ADD_FAILURE() << LexiconTableName(table) << ": "
                    << kText.substr(match.begin, match.end - match.begin);
    }
  }
}

}  // namespace
}  // namespace atsmatch
