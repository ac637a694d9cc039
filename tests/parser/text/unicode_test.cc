#include "parser/text/unicode.h"

#include <gtest/gtest.h>

#include "tests/case_file.h"

namespace atsmatch {
namespace {

TEST(FoldPhrase, TakesTheCasesOfTheFile) {
  for (const CaseLine& line : ReadCases("fold.tsv", 2)) {
    EXPECT_EQ(FoldPhrase(line.columns[0]), line.columns[1]) << line.where;
  }
}

TEST(FoldPhrase, IsTheSameTheSecondTime) {
  for (const CaseLine& line : ReadCases("fold.tsv", 2)) {
    EXPECT_EQ(FoldPhrase(line.columns[1]), line.columns[1]) << line.where;
  }
}

TEST(Fold, ComposedAndDecomposedTextAreEqual) {
  EXPECT_EQ(Fold("e\u0301"), Fold("\u00E9"));
  EXPECT_EQ(Fold("\u0438\u0306"), Fold("\u0439"));
}

TEST(Fold, KeepsVowelSignsThatMakeTheWord) { EXPECT_EQ(Fold("हिन्दी"), "हिन्दी"); }

TEST(FoldWithOrigin, PointsBackIntoTheSource) {
  const std::string source = "Caf\u00E9 \uFB01n";
  const FoldedText folded = FoldWithOrigin(source);
  EXPECT_EQ(folded.text, "cafe fin");
  EXPECT_EQ(folded.origin, (std::vector<uint32_t>{0, 1, 2, 3, 5, 6, 6, 9, 10}));
}

TEST(FoldWithOrigin, GivesTheTextOfFold) {
  for (const CaseLine& line : ReadCases("fold.tsv", 2)) {
    EXPECT_EQ(FoldWithOrigin(line.columns[0]).text, Fold(line.columns[0])) << line.where;
  }
}

TEST(ToValidUtf8, KeepsValidText) {
  EXPECT_EQ(ToValidUtf8("caf\u00E9 \U0001F600"), "caf\u00E9 \U0001F600");
}
TEST(ToValidUtf8, DropsTheByteOrderMark) { EXPECT_EQ(ToValidUtf8("\uFEFFa"), "a"); }
TEST(ToValidUtf8, ReadsWindows1252) {
  EXPECT_EQ(ToValidUtf8("caf\xE9 2019 \x96 2020"), "caf\u00E9 2019 \u2013 2020");
}
TEST(ToValidUtf8, MarksInvalidBytesOfUtf8) {
  EXPECT_EQ(ToValidUtf8("caf\u00E9 \xFF!"), "caf\u00E9 \uFFFD!");
  EXPECT_EQ(ToValidUtf8("\u00E9\xC3"), "\u00E9\uFFFD");
}
TEST(ToValidUtf8, ReadsUtf16OfBothOrders) {
  EXPECT_EQ(ToValidUtf8(std::string_view("\xFF\xFE\xE9\0\x3D\xD8\0\xDE", 8)), "\u00E9\U0001F600");
  EXPECT_EQ(ToValidUtf8(std::string_view("\xFE\xFF\0\xE9", 4)), "\u00E9");
  EXPECT_EQ(ToValidUtf8(std::string_view("\xFE\xFF\xD8\x3D", 4)), "\uFFFD");
}

TEST(NormalizeText, OpensLigaturesAndDropsWhatIsNotSeen) {
  EXPECT_EQ(NormalizeText("O\uFB03ce"), "Office");
  EXPECT_EQ(NormalizeText("infor\u00ADma\u200Btion\u202E"), "information");
  EXPECT_EQ(NormalizeText("a\u00A0b\u2009c\u3000d"), "a b c d");
  EXPECT_EQ(NormalizeText(std::string_view("a\0b\x01"
                                           "c\x0C"
                                           "d\te",
                                           9)),
            "abc d\te");
}
TEST(NormalizeText, Composes) {
  EXPECT_EQ(NormalizeText("Andre\u0301"), "Andr\u00E9");
  EXPECT_EQ(NormalizeText("\u1112\u1161\u11AB"), "\uD55C");
}
TEST(NormalizeText, KeepsQuotesDashesAndPersianJoiners) {
  EXPECT_EQ(NormalizeText("\u201Ca\u201D \u2013 b"), "\u201Ca\u201D \u2013 b");
  EXPECT_EQ(NormalizeText("\u0645\u06CC\u200C\u06A9"), "\u0645\u06CC\u200C\u06A9");
}

TEST(IsAllCaps, NeedsALetterAndNoLowerCase) {
  EXPECT_TRUE(IsAllCaps("WORK & LIFE 2020"));
  EXPECT_TRUE(IsAllCaps("\u00C9TUDES"));
  EXPECT_FALSE(IsAllCaps("WORk"));
  EXPECT_FALSE(IsAllCaps("2020"));
}
TEST(StartsUpper, LooksAtTheFirstLetter) {
  EXPECT_TRUE(StartsUpper("(\u00C9cole)"));
  EXPECT_FALSE(StartsUpper("\u2022 iPhone"));
  EXPECT_FALSE(StartsUpper("42"));
}
TEST(ToPlainLetters, KeepsTheBytesOfAllElse) {
  EXPECT_EQ(ToPlainLetters("Ab 1\u2013"), "Ab 1\u2013");
  EXPECT_EQ(ToPlainLetters("\u00C9t\u00E9"), "a\x02ta\x02");
  EXPECT_EQ(ToPlainLetters("\u6771\u3002"), "a\x02\x02\u3002");
}

TEST(ToTitle, RaisesTheFirstLetterOfEachWord) {
  EXPECT_EQ(ToTitle("LUC\u00CDA FERN\u00C1NDEZ"), "Luc\u00EDa Fern\u00E1ndez");
  EXPECT_EQ(ToTitle("JEAN-PIERRE O'NEILL"), "Jean-Pierre O'Neill");
  EXPECT_EQ(ToTitle("MASTER'S"), "Master's");
}
TEST(ToLower, TakesAllScripts) {
  EXPECT_EQ(ToLower("\u00C9COLE \u041C\u0418\u0420"), "\u00E9cole \u043C\u0438\u0440");
}

TEST(DisplayWidth, CountsTerminalColumns) {
  EXPECT_EQ(DisplayWidth("abc"), 3);
  EXPECT_EQ(DisplayWidth("e\u0301"), 1);
  EXPECT_EQ(DisplayWidth("\u5DE5\u4F5C"), 4);
}

TEST(TrimSeparators, TakesOffWhatStandsBetweenFields) {
  EXPECT_EQ(TrimSeparators(" \u2013 Berlin, | "), "Berlin");
  EXPECT_EQ(TrimSeparators("\u00B7\u2022;:/"), "");
}
TEST(SplitWords, SplitsAtSpaceOfAnyWidth) {
  EXPECT_EQ(SplitWords(" a\u00A0bc\t\n\u3000d "), (std::vector<std::string_view>{"a", "bc", "d"}));
}
TEST(CountCodePoints, CountsCharacters) { EXPECT_EQ(CountCodePoints("\u00E9\U0001F600a"), 3u); }
TEST(IsBulletGlyph, KnowsBulletsOfFonts) {
  for (char32_t c : std::u32string_view(U"\u2022\u25AA\u2013-*\uF0B7o")) {
    EXPECT_TRUE(IsBulletGlyph(c)) << std::hex << static_cast<uint32_t>(c);
  }
  EXPECT_FALSE(IsBulletGlyph(U'a'));
}
TEST(IsIdeograph, IsNoHangul) {
  EXPECT_TRUE(IsIdeograph(U'\u5DE5'));
  EXPECT_FALSE(IsIdeograph(U'\uD55C'));
}
TEST(IsCountryCode, KnowsTheCodesOfToday) {
  for (const char* code : {"NL", "DE", "IN", "ZW"}) EXPECT_TRUE(IsCountryCode(code)) << code;
  for (const char* code : {"", "nl", "N", "NLD", "UK", "OH", "DD"})
    EXPECT_FALSE(IsCountryCode(code)) << code;
}

}  // namespace
}  // namespace atsmatch
