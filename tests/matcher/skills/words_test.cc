#include "matcher/skills/words.h"

#include <gtest/gtest.h>

#include <string>

namespace atsmatch {
namespace {

// "a b|c-d": words with the gap before each: ' ' space, '-' joined, '/' line end, '|' break.
std::string Shown(std::string_view text) {
  const WordList list = FindWords(text);
  std::string shown;
  for (size_t i = 0; i < list.words.size(); ++i) {
    if (i > 0) shown += "- /|"[static_cast<size_t>(list.words[i].gap)];
    shown += list.Folded(i);
  }
  return shown;
}

struct Case {
  const char* text;
  const char* shown;
};

TEST(FindWords, SplitsWhereNoPhraseCrosses) {
  constexpr Case kCases[] = {
      {"", ""},
      {" .,; - ", ""},
      {"full-stack developer", "full-stack developer"},
      {"C++, C# and .NET", "c++|c# and .net"},
      {"C#.NET", "c#-.net"},
      {"ASP.NET Core", "asp-net core"},
      {"node.js / react", "node-js|react"},
      {"CI/CD", "ci-cd"},
      {"R&D", "r-and-d"},
      {"Health & Safety", "health and safety"},
      {"driver's licences", "driver license"},
      {"drivers' licence", "driver license"},
      {"driver\u2019s licence", "driver license"},
      {"Children s Centre", "children center"},
      {"Proficient. Excel", "proficient|excel"},
      {"HR - payroll", "hr|payroll"},
      {"two\nlines\n\nparted", "two/line|parted"},
      {"full-\nstack", "full-stack"},
      {"5+ years", "5|year"},
      {"Network+ certified", "network+ certified"},
      {"Caf\u00e9 \u00c9clair", "cafe eclair"},
      {"Microsoft\u00ae Excel\u2122", "microsoft excel"},
      {"\u2022 Java \u2022 SQL", "java|sql"},
      {"(nights)", "night"},
  };
  for (const Case& one : kCases) EXPECT_EQ(Shown(one.text), one.shown) << one.text;
}

TEST(FindWords, PointsAtTheBytes) {
  const std::string text = "\u2022 Driver\u2019s C++";
  const WordList list = FindWords(text);
  ASSERT_EQ(list.words.size(), 2u);
  EXPECT_EQ(text.substr(list.words[0].begin, list.words[0].end - list.words[0].begin),
            "Driver\u2019s");
  EXPECT_EQ(text.substr(list.words[1].begin, list.words[1].end - list.words[1].begin), "C++");
}

TEST(FindWords, SurvivesAnyBytes) {
  std::string bytes;
  for (int i = 0; i < 20000; ++i) bytes.push_back(static_cast<char>(i * 7919 >> 3));
  for (const Word& word : FindWords(bytes).words) {
    EXPECT_LT(word.begin, word.end);
    EXPECT_LE(word.end, bytes.size());
  }
}

}  // namespace
}  // namespace atsmatch
