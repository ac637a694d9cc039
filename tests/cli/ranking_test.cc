#include "cli/ranking.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "cli/bytes.h"
#include "cli/spool.h"

namespace atsmatch {
namespace {

TEST(Bytes, ComeBackAsTheyWere) {
  ByteWriter writer;
  const uint64_t numbers[] = {0, 1, 127, 128, 300, 1ull << 35, ~0ull};
  const int64_t signs[] = {0, -1, 1, INT64_MIN, INT64_MAX};
  const double reals[] = {0, -0.0, 0.1, 1e300, -5e-324};
  for (const uint64_t number : numbers) writer.Number(number);
  for (const int64_t number : signs) writer.Signed(number);
  for (const double number : reals) writer.Real(number);
  writer.Text("");
  writer.Text(std::string("a\0b", 3));
  ByteReader reader(writer.bytes());
  for (const uint64_t number : numbers) EXPECT_EQ(reader.Number(), number);
  for (const int64_t number : signs) EXPECT_EQ(reader.Signed(), number);
  for (const double number : reals) EXPECT_EQ(reader.Real(), number);
  EXPECT_EQ(reader.Text(), "");
  EXPECT_EQ(reader.Text(), std::string("a\0b", 3));
  EXPECT_TRUE(reader.ok());
  EXPECT_TRUE(reader.at_end());
}

TEST(Bytes, AreNotReadBeyondTheirEnd) {
  ByteWriter writer;
  writer.Text("a text of some length");
  for (size_t size = 0; size < writer.bytes().size(); ++size) {
    ByteReader reader(std::string_view(writer.bytes()).substr(0, size));
    EXPECT_EQ(reader.Text(), "");
    EXPECT_FALSE(reader.ok());
    EXPECT_EQ(reader.Number(), 0u);
    EXPECT_EQ(reader.Real(), 0);
  }
  EXPECT_EQ(ByteReader(std::string(20, '\xff')).Number(), 0u);
  EXPECT_EQ(ByteReader("\x7f"
                       "abc")
                .Count(),
            0u);  // more values than bytes
}

TEST(Spool, GivesBackWhatItKeepsInMemoryAndInItsFile) {
  Spool spool(1000);
  std::vector<size_t> places;
  const auto piece = [](size_t i) { return std::string(i % 400, static_cast<char>('a' + i % 26)); };
  for (size_t i = 0; i < 500; ++i) {
    places.push_back(spool.Add(piece(i)));
    if (i % 7 == 0) {
      EXPECT_EQ(spool.Get(places[i / 2]), piece(i / 2));
    }
  }
  for (size_t i = 0; i < 500; ++i) EXPECT_EQ(spool.Get(places[i]), piece(i));
  EXPECT_FALSE(spool.error().has_value());
}

RankRow Row(size_t i) {
  RankRow row;
  row.resume = "folder/resume" + std::to_string(i * 7919 % 10007) + ".pdf";
  row.job = "job.txt";
  row.failed = i % 50 == 0;
  row.skipped = i % 100 == 0;
  row.scored = !row.failed && i % 30 != 1;
  row.score = static_cast<double>(i * 31 % 1000) / 10;
  row.name = "Jordan Rivera";
  row.warnings = {"multi-column", "duplicate"};
  row.has_years = true;
  row.years = 4.5;
  row.musts_met = 2, row.musts = 3;
  row.json = std::string(600, 'x');
  if (row.failed) row.error = {"damaged", "the PDF is damaged", "save it anew"};
  return row;
}

TEST(Ranking, IsSortedAndWholeWhenItIsLargerThanMemory) {
  constexpr size_t kRows = 6000;  // of more bytes than a spool keeps in memory
  Ranking ranking(0);
  std::vector<RankRow> expected;
  for (size_t i = 0; i < kRows; ++i) {
    ranking.Add(Row(i));
    expected.push_back(Row(i));
  }
  std::sort(expected.begin(), expected.end(), StandsBefore);
  const std::vector<RankRow> rows = ranking.Take();
  ASSERT_EQ(rows.size(), kRows);
  for (size_t i = 0; i < kRows; ++i) ASSERT_EQ(rows[i].resume, expected[i].resume) << i;
  const RankRow& first = rows.front();
  EXPECT_EQ(first.json, std::string(600, 'x'));
  EXPECT_EQ(first.warnings, (std::vector<std::string>{"multi-column", "duplicate"}));
  EXPECT_EQ(first.years, 4.5);
  EXPECT_EQ(first.musts_met, 2u);
  EXPECT_TRUE(first.scored && first.has_years && !first.failed);
  EXPECT_TRUE(rows.back().skipped);
  EXPECT_EQ(rows.back().error.remedy, "save it anew");
  EXPECT_TRUE(ranking.Take().empty());
}

TEST(Ranking, KeepsTheBestAndEveryError) {
  std::vector<RankRow> all;
  Ranking ranking(10);
  for (size_t i = 0; i < 5000; ++i) {
    ranking.Add(Row(i));
    all.push_back(Row(i));
  }
  std::sort(all.begin(), all.end(), StandsBefore);
  const std::vector<RankRow> rows = ranking.Take();
  ASSERT_EQ(rows.size(), 10u + 100u);
  for (size_t i = 0; i < 10; ++i) EXPECT_EQ(rows[i].resume, all[i].resume);
  EXPECT_TRUE(rows[10].failed);
}

}  // namespace
}  // namespace atsmatch
