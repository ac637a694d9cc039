#include <gtest/gtest.h>

#include <charconv>
#include <cmath>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include "cli/csv.h"
#include "cli/json_writer.h"
#include "cli/ranking.h"
#include "cli/report_parts.h"
#include "cli/sha256.h"
#include "cli/terminal.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

double Sum(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

TEST(RoundTogether, KeepsTheSum) {
  EXPECT_EQ(RoundTogether({1.04, 1.04, 1.04}), (std::vector<double>{1.1, 1.0, 1.0}));
  EXPECT_EQ(RoundTogether({}), (std::vector<double>{}));
  EXPECT_NEAR(Sum(RoundTogether({33.3333, 33.3333, 33.3334})), 100.0, 1e-9);
}

TEST(RoundPoints, ShowsFullPointsAsFull) {
  const std::vector<double> most = {15.625, 38.525, 25.025, 14.575, 3.125, 2.075, 1.05};
  const std::vector<double> points = {15.625, 38.525, 17.3, 14.575, 1.7, 2.075, 1.05};
  const std::vector<double> shown = RoundPoints(points, most), shown_most = RoundTogether(most);
  for (const size_t full : {0, 1, 3, 5, 6}) EXPECT_DOUBLE_EQ(shown[full], shown_most[full]) << full;
  EXPECT_NEAR(Sum(shown), Sum(RoundTogether(points)), 1e-9);
}

TEST(RoundPoints, NeverShowsLessThanNothing) {
  for (const double value : RoundPoints({0, 0, 0, 50}, {16.66, 16.67, 16.67, 50}))
    EXPECT_GE(value, 0);
}

TEST(EscapeForTerminal, LeavesNothingThatActs) {
  EXPECT_EQ(EscapeForTerminal("a\x1b[2Jb"), "a\xef\xbf\xbd[2Jb");
  EXPECT_EQ(EscapeForTerminal("one\ntwo\tthree\r"), "one two three ");
  EXPECT_EQ(EscapeForTerminal("\xe2\x80\xaeoiram"), "\xef\xbf\xbdoiram");
  EXPECT_EQ(EscapeForTerminal("\xc2\x9b"
                              "31m"),
            "\xef\xbf\xbd"
            "31m");  // C1: CSI in one character
  EXPECT_EQ(EscapeForTerminal("\xff"), "\xef\xbf\xbd");
  EXPECT_EQ(EscapeForTerminal("Zoë 李"), "Zoë 李");
}

TEST(Truncate, CountsColumnsNotBytes) {
  const Style style;
  EXPECT_EQ(Truncate("Zoë", 3, style), "Zoë");
  EXPECT_EQ(Truncate("abcdef", 4, style), "abc…");
  EXPECT_EQ(Truncate("李小龙先生", 6, style), "李小…");
  EXPECT_EQ(TruncateLeft("/a/long/path", 6, style), "…/path");
  EXPECT_EQ(PadLeft("7", 3, style), "  7");
  EXPECT_EQ(PadRight("李", 4, style), "李  ");
}

TEST(Bar, IsAsWideAsAsked) {
  for (const bool unicode : {true, false}) {
    for (const double share : {-1.0, 0.0, 0.01, 0.5, 0.999, 1.0, 7.0}) {
      EXPECT_EQ(CountCodePoints(Bar(share, 20, {.unicode = unicode})), 20u) << share;
    }
  }
  EXPECT_EQ(Bar(0.5, 4, {.unicode = false}), "##..");
  for (const int columns : {0, -5}) {  // no room
    EXPECT_EQ(Bar(0.6, columns, {.unicode = true}), "");
    EXPECT_EQ(Bar(0.6, columns, {.unicode = false}), "");
  }
}

TEST(JsonWriter, WritesWhatAReaderReads) {
  JsonWriter json;
  json.BeginObject();
  json.Key("text"), json.Text("a\"\\\n\x01 \xc3\xa9\xff");
  json.Key("list");
  json.BeginArray();
  for (const double number : {0.0, 71.25, -0.5, 1e-5, 100.0, 0.1 + 0.2}) json.Number(number);
  json.Number(std::nan(""));
  json.EndArray();
  json.Key("none");
  json.BeginArray();
  json.EndArray();
  json.Key("whole"), json.Whole(-7);
  json.Key("yes"), json.Bool(true);
  json.EndObject();
  EXPECT_EQ(json.Take(), R"({"text":"a\"\\\n\u0001 é�","list":[0.0,71.25,-0.5,0.0,100.0,0.3,null],)"
                         R"("none":[],"whole":-7,"yes":true})");
}

// The exact value decides, also where it lies next to the middle.
TEST(JsonWriter, RoundsNumbersAsTheLibraryDoes) {
  std::vector<double> numbers = {0,           1,           0.00005, 0.00015, 1.00005,
                                 99999.99995, 99999.99994, 1e5,     1e300};
  std::mt19937 random(7);
  std::uniform_real_distribution<double> any(0, 200);
  for (int i = 0; i < 20000; ++i) {
    numbers.push_back(any(random));
    numbers.push_back(std::round(any(random) * 1e4) / 1e4);
    numbers.push_back(std::round(any(random) * 1e4) / 1e4 + 0.00005);
  }
  for (const double number : numbers) {
    for (const double either : {number, -number}) {
      char text[400];
      std::string expected(
          text, std::to_chars(text, text + sizeof(text), either, std::chars_format::fixed, 4).ptr);
      while (expected.back() == '0' && expected[expected.size() - 2] != '.') expected.pop_back();
      JsonWriter json;
      json.Number(either);
      ASSERT_EQ(json.Take(), expected);
    }
  }
}

TEST(JsonWriter, EscapesWhatATerminalObeys) {
  JsonWriter json;
  json.Text("\x7f \xc2\x9b[31m \xe2\x80\xae \xf3\xa0\x81\x81 \xe2\x80\xa8 \xd7\x90");
  EXPECT_EQ(json.Take(), R"("\u007f \u009b[31m \u202e \udb40\udc41 \u2028 א")");
}

TEST(CsvCell, DefusesFormulas) {
  EXPECT_EQ(CsvCell("plain"), "plain");
  EXPECT_EQ(CsvCell("=1+1"), "'=1+1");
  EXPECT_EQ(CsvCell("+49 170"), "'+49 170");
  EXPECT_EQ(CsvCell("  @SUM(A1)"), "'  @SUM(A1)");
  EXPECT_EQ(CsvCell("\t=1"), "' =1");
  EXPECT_EQ(CsvCell("a\x1b[2J\xe2\x80\xae"
                    "b"),
            "a\xef\xbf\xbd[2J\xef\xbf\xbd"
            "b");
  EXPECT_EQ(CsvCell("say \"hi\", now"), "\"say \"\"hi\"\", now\"");
}

TEST(Sha256, GivesTheKnownAnswers) {
  EXPECT_EQ(Sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(Sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(Sha256(std::string(1000000, 'a')),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

RankRow Row(const std::string& resume, double score) {
  RankRow row;
  row.resume = resume;
  row.scored = true;
  row.score = score;
  return row;
}

TEST(Ranking, OrdersByScoreThenPath) {
  Ranking ranking(0);
  ranking.Add(Row("b", 50));
  ranking.Add(Row("a", 50));
  RankRow failed;
  failed.resume = "0";
  failed.failed = true;
  ranking.Add(failed);
  RankRow unscored;
  unscored.resume = "1";
  ranking.Add(unscored);
  ranking.Add(Row("z", 90));
  std::string order;
  const auto take = [&](const RankRow& row) { order += row.resume; };
  ranking.ForEachResult(take);
  ranking.ForEachError(take);
  EXPECT_EQ(order, "zab10");
}

TEST(Ranking, KeepsTheBestOfMany) {
  Ranking ranking(3);
  for (int i = 0; i < 5000; ++i) ranking.Add(Row(std::to_string(i), (i * 7919) % 5000));
  std::vector<RankRow> best;
  ranking.ForEachResult([&](const RankRow& row) { best.push_back(row); });
  ASSERT_EQ(best.size(), 3u);
  EXPECT_EQ(best[0].score, 4999);
  EXPECT_EQ(best[2].score, 4997);
}

}  // namespace
}  // namespace atsmatch
