// The rows of corpora/skills: what a contributor may get wrong.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "matcher/skills/taxonomy.h"
#include "matcher/skills/words.h"

namespace atsmatch {
namespace {

struct Row {
  std::string place;                 // "nursing.tsv:12"
  std::vector<std::string> columns;  // seven
};

std::vector<std::string> Split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
  return parts;
}

const std::vector<Row>& Rows() {
  static const std::vector<Row> rows = [] {
    std::vector<Row> read;
    for (const auto& file :
         std::filesystem::directory_iterator(ATSMATCH_SOURCE_DIR "/corpora/skills")) {
      std::ifstream stream(file.path());
      std::string line;
      for (int number = 1; std::getline(stream, line); ++number) {
        if (line.empty() || line[0] == '#') continue;
        Row row{file.path().filename().string() + ":" + std::to_string(number), Split(line, '\t')};
        row.columns.resize(7);
        read.push_back(row);
      }
    }
    return read;
  }();
  return rows;
}

// The words of a name or alias as they are looked up; "" where flags say that context decides.
std::string Key(const std::string& written) {
  const std::string words = written.substr(0, written.find('{'));
  const WordList list = FindWords(words);
  if (list.folded.size() >= 5) return list.folded;
  std::string spaced;
  for (size_t i = 0; i < list.words.size(); ++i) spaced += std::string(list.Folded(i)) + ' ';
  return spaced;
}

TEST(SkillsData, HasUniqueIdsAndKnownBroaderTerms) {
  std::map<std::string, std::string> place_of;
  for (const Row& row : Rows()) {
    const auto [known, is_new] = place_of.emplace(row.columns[0], row.place);
    EXPECT_TRUE(is_new) << row.place << ": id " << row.columns[0] << " stands at " << known->second;
    EXPECT_FALSE(row.columns[1].empty()) << row.place;
    EXPECT_FALSE(row.columns[3].empty()) << row.place << ": no family";
  }
  for (const Row& row : Rows()) {
    for (const std::string& broader : Split(row.columns[5], '|')) {
      EXPECT_TRUE(place_of.contains(broader)) << row.place << ": broader " << broader;
    }
  }
}

TEST(SkillsData, HasNoCycleOfBroaderTerms) {
  const Taxonomy taxonomy = Taxonomy::BuiltIn();
  const std::vector<Concept>& concepts = taxonomy.concepts();
  for (size_t i = 0; i < concepts.size(); ++i) {
    std::set<int> above;
    std::vector<int> open = concepts[i].broader;
    while (!open.empty()) {
      const int next = open.back();
      open.pop_back();
      if (!above.insert(next).second) continue;
      const std::vector<int>& broader = concepts[static_cast<size_t>(next)].broader;
      open.insert(open.end(), broader.begin(), broader.end());
    }
    EXPECT_FALSE(above.contains(static_cast<int>(i))) << concepts[i].id;
  }
}

// Two concepts may share words only where flags make context decide.
TEST(SkillsData, HasNoAliasOfTwoConcepts) {
  std::map<std::string, std::string> owner;
  for (const Row& row : Rows()) {
    std::vector<std::string> written = Split(row.columns[4], '|');
    if (row.columns[6].empty()) written.push_back(row.columns[1]);
    for (const std::string& phrase : written) {
      if (phrase.find('{') != std::string::npos) continue;
      const auto [known, is_new] = owner.emplace(Key(phrase), row.columns[0]);
      EXPECT_TRUE(is_new || known->second == row.columns[0])
          << row.place << ": \"" << phrase << "\" names " << known->second << " too";
    }
  }
}

TEST(SkillsData, IsSortedById) {
  std::string file, last;
  for (const Row& row : Rows()) {
    const std::string now = row.place.substr(0, row.place.find(':'));
    if (now == file) {
      EXPECT_LT(last, row.columns[0]) << row.place;
    }
    file = now;
    last = row.columns[0];
  }
}

TEST(SkillsData, KnowsWorkAsAWhole) {
  size_t aliases = 0;
  std::set<std::string> families;
  for (const Row& row : Rows()) {
    aliases += Split(row.columns[4], '|').size();
    families.insert(row.columns[3]);
  }
  EXPECT_GE(Rows().size(), 4000u);
  EXPECT_GE(aliases, 8000u);
  EXPECT_GE(families.size(), 30u);
}

}  // namespace
}  // namespace atsmatch
