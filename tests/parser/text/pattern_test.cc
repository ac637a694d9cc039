#include "parser/text/pattern.h"

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

namespace atsmatch {
namespace {

using Texts = std::vector<std::string>;

struct NeedsCase {
  const char* regex;
  Texts any_of;  // sorted
};

TEST(FindNeeds, TakesTheRarestTextsThatEveryMatchHolds) {
  const NeedsCase kCases[] = {
      {R"((?i)\b(?:tele)?fax\s*:)", {"fax"}},
      {R"((?i)Curriculum|VITAE|cv)", {"curriculum", "cv", "vitae"}},
      {R"((\w+)@(\w+))", {"@"}},
      {R"(\S+ \d{4}$)", {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}},
      {R"([a-z]+[–|]x?)", {"|", "–"}},
      {R"((?:19|20)\d\d)", {"19", "20"}},
      {R"(https?://)", {"http://", "https://"}},
      {R"([a-z]+://)", {"://"}},
      {R"((?i)caf[ée]s?)", {"cafe", "cafÉ", "café"}},
      {R"((?i)años?)", {"aÑo", "año"}},
      {R"((?P<year>\d+) years?(?: old)?)", {" year"}},
      {R"(\x{2022}|\x41b)", {"ab", "•"}},
      {R"(x{2,3}y)", {"x"}},
      {R"(a (?:\w+ )?(?:plus|bonus)(?: of many| on top of it)?\.*)", {"bonus", "plus"}},
      {R"(a{,2})", {"a{,2}"}},
      {R"((?i:on)|OFF)", {"off", "on"}},
  };
  for (const NeedsCase& c : kCases) EXPECT_EQ(FindNeeds(c.regex).any_of(), c.any_of) << c.regex;
}

TEST(FindNeeds, FindsNothingWhereAnythingMayMatch) {
  for (const char* regex : {"", "[a-z]*", "(?:fax)?", "fax|", "fax|.*", R"(\pL{2})", "[^a]", "^$",
                            R"(\bx*\b)", "(?i)ключ", "(?i)ß", "x{0,2}", "((", "a)", "[a", R"(\)"}) {
    EXPECT_EQ(FindNeeds(regex).any_of(), Texts()) << regex;
    EXPECT_TRUE(FindNeeds(regex).AreIn("b")) << regex;
  }
}

TEST(FindNeeds, KnowsWhetherAMatchIsEmptyOrHoldsADigit) {
  EXPECT_TRUE(FindNeeds("[a-z]*").AreIn(""));
  EXPECT_FALSE(FindNeeds("[a-z]+").AreIn(""));
  for (const char* regex : {R"(\d{1,2} (?:an|\w+))", "(?:a[0-9]|7|\\S\\d+)an?", "x*4?[12]"}) {
    EXPECT_FALSE(FindNeeds(regex).AreIn("a plan")) << regex;
    EXPECT_TRUE(FindNeeds(regex).AreIn("7 and 12")) << regex;
  }
  EXPECT_TRUE(FindNeeds(R"(\w(?:\d|an))").AreIn("plan"));
  EXPECT_TRUE(FindNeeds(R"(\w\d?)").AreIn("plan"));
}

TEST(FindNeeds, IsWorkOfTheCompiler) {
  static constinit const PatternNeeds needs = FindNeeds(R"((?i)\b(?:tele)?fax\s*:)");
  EXPECT_TRUE(needs.AreIn("Fax: 1"));
  EXPECT_FALSE(needs.AreIn("Phone: 1"));
}

TEST(PatternNeeds, KnowWhatAMatchStartsWithAndIsMadeOf) {
  struct Case {
    const char* regex;
    const char* text;
    bool may_start, may_be_whole;
  };
  const Case kCases[] = {
      {"[IVX]+,?", "Vice", true, false},
      {"[IVX]+,?", "XIV,", true, true},
      {"[IVX]+,?", "vix", false, false},
      {"(?i)[ivx]+", "Vix", true, true},
      {"(?i)[^a-c]x?", "Ax", false, false},
      {R"(\s*(?:x|\d)\W)", " 1-", true, true},
      {R"(\s*(?:x|\d)\W)", "y1-", false, false},
      {R"(\S\D)", "  ", false, false},
      {R"(\pL\d)", "\u00E91", true, true},
      {"[–-]", "\u2013", true, true},
      {"a?", "", true, true},
      {"a", "", false, false},
      {"ab|", "b", true, true},
      {"(?i)k", "\u212A", true, true},
      {".b", "?b", true, true},
  };
  for (const Case& c : kCases) {
    EXPECT_EQ(FindNeeds(c.regex).MayStart(c.text), c.may_start) << c.regex << " on " << c.text;
    EXPECT_EQ(FindNeeds(c.regex).MayBeWhole(c.text), c.may_be_whole) << c.regex << " on " << c.text;
  }
  EXPECT_FALSE(FindNeeds("^x").AreIn("ax")) << "it can only start there";
  EXPECT_TRUE(FindNeeds("^x|a").AreIn("ba"));
  EXPECT_TRUE(FindNeeds("(?m)^x").AreIn("a\nx"));
}

TEST(PatternNeeds, AreLookedForWithoutCase) {
  const PatternNeeds needs = FindNeeds("(?i)isbn|sk");
  EXPECT_TRUE(needs.AreIn("an ISBN"));
  EXPECT_TRUE(needs.AreIn("task"));
  EXPECT_FALSE(needs.AreIn("an IS BN, s k"));
  // RE2 holds the long s and the Kelvin sign for letters of ASCII.
  EXPECT_TRUE(needs.AreIn("i\u017Fbn"));
  EXPECT_TRUE(Pattern("(?i)isbn").PartialMatch("i\u017Fbn"));
  EXPECT_TRUE(Pattern("(?i)k\\d").PartialMatch("\u212A1"));
}

TEST(Pattern, MatchesWholesPartsAndStarts) {
  const Pattern pattern(R"((\d+)\s?([a-z]+)?)");
  std::string number;
  std::string_view unit;
  EXPECT_TRUE(pattern.FullMatch("12 km", &number, &unit));
  EXPECT_EQ(number, "12");
  EXPECT_EQ(unit, "km");
  EXPECT_FALSE(pattern.FullMatch("about 7 km", &number, &unit));
  EXPECT_EQ(number, "12") << "groups stay as they are without a match";
  EXPECT_TRUE(pattern.PartialMatch("about 7", &number, &unit));
  EXPECT_EQ(number, "7");
  EXPECT_EQ(unit, "");

  std::string_view rest = "1 a, 2 b";
  EXPECT_TRUE(pattern.Consume(&rest, &number));
  EXPECT_EQ(rest, ", 2 b");
  EXPECT_FALSE(pattern.Consume(&rest));
  EXPECT_TRUE(pattern.FindAndConsume(&rest, &number));
  EXPECT_EQ(rest, "");

  std::string_view found;
  const std::string_view text = "a 1 b 2";
  EXPECT_FALSE(pattern.FindAtStart(text, &found));
  EXPECT_TRUE(pattern.FindFrom(text, 3, &found));
  EXPECT_EQ(found, "2");
}

TEST(Pattern, SeesWhatStandsBeforeThePlaceThatItStartsAt) {
  std::string_view found;
  EXPECT_FALSE(Pattern(R"(\bb)").FindFrom("ab", 1, &found));
}

TEST(Pattern, Replaces) {
  const Pattern pattern("x(\\d)");
  std::string text = "x1 x2 x";
  EXPECT_TRUE(pattern.Replace(&text, "<\\1>"));
  EXPECT_EQ(text, "<1> x2 x");
  EXPECT_EQ(pattern.ReplaceAll(&text, "<\\1>"), 1);
  EXPECT_EQ(text, "<1> <2> x");
}

TEST(Pattern, IsSharedByThreads) {
  const Pattern pattern("b+");
  std::vector<int> found(4);
  std::vector<std::thread> threads;
  for (int& count : found) {
    threads.emplace_back([&pattern, &count] {
      for (int i = 0; i < 100; ++i) count += pattern.PartialMatch("abc") ? 1 : 0;
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(found, (std::vector<int>{100, 100, 100, 100}));
}

}  // namespace
}  // namespace atsmatch
