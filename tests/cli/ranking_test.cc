#include "cli/ranking.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "cli/bytes.h"
#include "cli/ranking_text.h"
#include "cli/spool.h"
#include "make_record.h"

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

std::vector<RankRow> RowsOf(Ranking* ranking) {
  std::vector<RankRow> rows;
  const auto take = [&](const RankRow& row) { rows.push_back(row); };
  ranking->ForEachResult(take);
  EXPECT_EQ(ranking->CountResults(), rows.size());
  ranking->ForEachError(take);
  return rows;
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
  const std::vector<RankRow> rows = RowsOf(&ranking);
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
  EXPECT_EQ(RowsOf(&ranking).size(), kRows);  // as often as somebody asks
}

TEST(Ranking, KeepsTheBestAndEveryError) {
  std::vector<RankRow> all;
  Ranking ranking(10);
  for (size_t i = 0; i < 5000; ++i) {
    ranking.Add(Row(i));
    all.push_back(Row(i));
  }
  std::sort(all.begin(), all.end(), StandsBefore);
  const std::vector<RankRow> rows = RowsOf(&ranking);
  ASSERT_EQ(rows.size(), 10u + 100u);
  for (size_t i = 0; i < 10; ++i) EXPECT_EQ(rows[i].resume, all[i].resume);
  EXPECT_TRUE(rows[10].failed);
}

TEST(RankTable, IsWrittenLineByLineWithItsFolderErrorsAndSum) {
  Ranking ranking(0);
  for (size_t i = 0; i < 120; ++i) ranking.Add(Row(i));
  Pool pool;
  for (size_t i = 0; i < 117; ++i) pool.Add(MakeRecord("plain"));
  std::string table;
  size_t largest = 0;
  WriteRankingText("Nurse", &ranking, pool, {}, [&](std::string_view lines) {
    table += lines;
    largest = std::max(largest, lines.size());
  });
  EXPECT_LT(largest, 1000u);
  EXPECT_EQ(table.find("Ranking for: Nurse\nin folder/\nRank"), 0u) << table;
  EXPECT_NE(table.find("\n   1   99.2                2/3    4.5  Jordan Rivera  resume3233.pdf  "),
            std::string::npos)
      << table;
  EXPECT_NE(table.find("\nNot read\n  ! resume5677.pdf: the PDF is damaged; save it anew\n"),
            std::string::npos)
      << table;
  EXPECT_NE(table.find("\nSkipped, since they are no documents\n    resume0.pdf, resume1347.pdf\n"),
            std::string::npos)
      << table;
  EXPECT_NE(table.find("\n117 résumés ranked, 1 not read, 2 skipped\n"), std::string::npos)
      << table;
}

TEST(JobTable, RanksTheJobsOfOneResume) {
  Ranking ranking(0);
  for (const double score : {20.0, 70.0}) {
    RankRow row = Row(31);
    row.job = score > 50 ? "nurse.txt" : "welder.txt";
    row.job_title = score > 50 ? "Nurse" : "Welder";
    row.score = score;
    ranking.Add(row);
  }
  std::string table;
  WriteJobsText("folder/resume.pdf", &ranking, {}, [&](std::string_view lines) { table += lines; });
  EXPECT_EQ(table.find("Jobs for: folder/resume.pdf\nRank"), 0u) << table;
  const size_t nurse = table.find("Nurse   nurse.txt"), welder = table.find("Welder  welder.txt");
  EXPECT_NE(nurse, std::string::npos) << table;
  EXPECT_NE(welder, std::string::npos) << table;
  EXPECT_LT(nurse, welder);
}

}  // namespace
}  // namespace atsmatch
