// The reports for a terminal: what they hold, and that they fit.
#include "cli/report_text.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "cli/html/candidate.h"
#include "cli/pool.h"
#include "cli/ranking_text.h"
#include "cli/timeline.h"
#include "make_record.h"
#include "parser/text/unicode.h"
#include "run_program.h"

namespace atsmatch {
namespace {

bool Contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// A record whose every text is another word: "word1x", "word2x" ...
class WordMaker {
 public:
  MatchRecord Make() {
    MatchRecord record = MakeRecord("plain");
    for (std::string* text :
         {&record.resume, &record.job, &record.job_title, &record.candidate.name,
          &record.duplicate_of, &record.inputs.resume_sha256, &record.inputs.job_sha256,
          &record.inputs.tool, &record.inputs.lexicon, &record.inputs.taxonomy,
          &record.inputs.statistics, &record.inputs.as_of}) {
      *text = Next();
    }
    for (RecordFeature& feature : record.features) {
      feature.label = Next();
      if (feature.used) feature.note = Next();
    }
    for (RecordRequirement& requirement : record.requirements) {
      requirement.text = Next();
      requirement.reason = Next();
      requirement.evidence = {{Next(), 1, Next()}, {Next(), 2, Next()}, {Next(), 3, Next()}};
    }
    for (auto* keywords : {&record.matched, &record.missing}) {
      keywords->clear();
      for (int i = 0; i < 25; ++i) keywords->push_back({Next(), 0.5, 1, 1, {}});
    }
    record.requirements[0].found_by = "stems";
    record.use = RecordUse{0.25, {Next(), Next()}};
    record.advice.clear();
    for (int i = 0; i < 7; ++i) record.advice.push_back({"if true for you, show " + Next(), 1.5});
    record.warnings = {{Next(), "info", Next(), Next(), 0}, {Next(), "major", Next(), Next(), 1}};
    RecordReading& reading = *record.reading;
    reading.marks.clear();
    reading.fields.clear();
    for (int i = 0; i < 30; ++i) {
      reading.fields.push_back({"/work/" + std::to_string(i) + "/position",
                                "work",
                                Next(),
                                Next(),
                                0.01 * (3 * i + 1),
                                {}});
    }
    reading.parts = {{"work", Next(), 0.9, {{1, {{Next() + " ", ""}, {Next(), "match"}}}}},
                     {"hidden", "", 0, {{2, {{Next(), "hidden"}}}}}};
    reading.spells.clear();
    for (int i = 0; i < 20; ++i) {
      const std::string year = std::to_string(1990 + i);
      reading.spells.push_back({"work", Next(), Next(), year + "-03", year + "-11", false});
    }
    reading.checks.clear();
    for (const char* severity : {"info", "minor", "major", "fatal"}) {
      for (int i = 0; i < 4; ++i) reading.checks.push_back({Next(), severity, Next(), Next(), 2});
    }
    reading.posting = {
        {Next() + "\n\n", ""}, {"", "unmet"}, {Next(), "match"}, {" ", ""}, {Next(), "missing"}};
    return record;
  }

 private:
  std::string Next() { return "word" + std::to_string(++number_) + "x"; }
  int number_ = 0;
};

std::set<std::string> WordsOf(const std::string& text) {
  std::set<std::string> words;
  for (size_t at = 0; (at = text.find("word", at)) != std::string::npos; at += 4) {
    size_t end = at + 4;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    if (end > at + 4 && end < text.size() && text[end] == 'x') {
      words.insert(text.substr(at, end - at));
    }
  }
  return words;
}

std::vector<std::string> Lines(const std::string& text) { return LinesOf(text); }

void AddAll(const std::vector<MatchRecord>& records, Ranking* ranking) {
  for (const MatchRecord& record : records) {
    RankRow row = ToRow(record);
    row.json = ToJson(record, false);
    ranking->Add(row);
  }
}

std::string RankingText(const std::string& title, const std::vector<MatchRecord>& records,
                        const RankingStyle& style) {
  Ranking ranking(0);
  AddAll(records, &ranking);
  std::string text;
  WriteRankingText(title, &ranking, PoolOf(records), style,
                   [&](std::string_view lines) { text += lines; });
  return text;
}

std::string JobsText(const std::string& resume, const std::vector<MatchRecord>& records,
                     const RankingStyle& style) {
  Ranking ranking(0);
  AddAll(records, &ranking);
  std::string text;
  WriteJobsText(resume, &ranking, style, [&](std::string_view lines) { text += lines; });
  return text;
}

TEST(ReportText, HoldsInFullWhatTheHtmlReportHolds) {
  const MatchRecord record = WordMaker().Make();
  const std::set<std::string> html = WordsOf(CandidateHtml(record));
  const std::set<std::string> text =
      WordsOf(ReportText(record, {.width = 120, .color = false, .unicode = true}, true));
  ASSERT_GT(html.size(), 200u);
  for (const std::string& word : html) EXPECT_EQ(text.count(word), 1u) << word;
}

TEST(ReportText, HasThePartsOfTheHtmlReportInItsOrder) {
  const std::string text = ReportText(WordMaker().Make(), {}, true);
  size_t at = 0;
  for (const char* heading :
       {"Score 61.4 of 100", "\nWhat would raise it most", "\nWhat the score is made of",
        "\nRequirements: 1 met, 1 partly, 1 not, 1 to be asked", "\nKeywords of the job",
        "\nHow others may search", "\nThe résumé as text", "\nWhat an ATS reads in the file",
        "\nWhat would trip an ATS", "\nTimeline of positions and gaps",
        "\nThe posting, as it was compared", "\nRemarks on this comparison",
        "\nInputs and versions"}) {
    const size_t found = text.find(heading, at);
    ASSERT_NE(found, std::string::npos) << heading << "\nin\n" << text;
    at = found;
  }
}

TEST(ReportText, IsShortUnlessItIsToBeFull) {
  const MatchRecord record = WordMaker().Make();
  const std::string brief = ReportText(record, {}, false), full = ReportText(record, {}, true);
  EXPECT_LT(Lines(brief).size() * 3, Lines(full).size() * 2);
  EXPECT_TRUE(Contains(brief, "--full"));
  EXPECT_FALSE(Contains(full, "--full"));
  // What weighs is never left out.
  for (const RecordCheck& check : record.reading->checks) {
    if (check.severity != "fatal" && check.severity != "major") continue;
    EXPECT_TRUE(Contains(brief, check.message)) << check.message;
    EXPECT_TRUE(Contains(brief, check.remedy)) << check.remedy;
  }
  EXPECT_TRUE(Contains(brief, "and 4 more that weigh less"));
  EXPECT_TRUE(Contains(brief, "and 6 earlier"));
  EXPECT_TRUE(Contains(brief, "and 13 more"));  // keywords
}

class Widths : public testing::TestWithParam<int> {};

TEST_P(Widths, HoldEveryLineOfAReport) {
  const int width = GetParam();
  for (const char* text :
       {"plain words of some length that go on for more than one line of any terminal that we know",
        "非常に長い職務経歴書の文章であり、どの端末の一行にも収まらないほど長く続いていくものであ"
        "る",
        "a-word-without-any-space-that-is-wider-than-a-line-of-every-terminal-"
        "https://example.com/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "מפתח תוכנה עם שש שנות ניסיון בבניית מערכות גדולות ובהובלת צוותים של מהנדסים רבים"}) {
    MatchRecord record = MakeRecord(text);
    for (const bool unicode : {true, false}) {
      const Style style{.width = width, .color = false, .unicode = unicode};
      const std::vector<MatchRecord> records = {record, record, MakeError(text)};
      for (const bool full : {true, false}) {
        for (const std::string& page :
             {ReportText(record, style, full), RankingText(text, records, {style, full}),
              JobsText(text, records, {style, full})}) {
          for (const std::string& line : Lines(page)) {
            EXPECT_LE(DisplayWidth(line), width) << line;
          }
        }
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Report, Widths, testing::Values(60, 80, 120));

TEST(Timeline, CountsBothEndsAndPlacesThemOnTheYearsShown) {
  const Timeline timeline = TimelineOf({{"work", "Cook", "Inn", "2020-01", "2020-12", false},
                                        {"gap", "6 months", "", "2021-01", "2021-06", false},
                                        {"work", "", "Ship", "2021-07", "2022-02", true},
                                        {"work", "undated", "", "", "", false}});
  EXPECT_EQ(timeline.first_year, 2020);
  EXPECT_EQ(timeline.last_year, 2022);
  ASSERT_EQ(timeline.spans.size(), 3u);
  EXPECT_EQ(timeline.spans[0].title, "Ship");
  EXPECT_EQ(timeline.spans[0].to, "now");
  EXPECT_EQ(timeline.spans[0].months, 8);
  EXPECT_EQ(timeline.spans[2].months, 12);
  EXPECT_DOUBLE_EQ(timeline.spans[2].begin, 0);
  EXPECT_DOUBLE_EQ(timeline.spans[2].end, 1.0 / 3);
  EXPECT_EQ(timeline.ticks.size(), 3u);
  EXPECT_TRUE(TimelineOf({{"work", "undated", "", "", "", false}}).spans.empty());
}

// The lines of the timeline of a report.
std::vector<std::string> TimelineLines(const std::vector<RecordSpell>& spells, bool unicode) {
  MatchRecord record = MakeRecord("plain");
  record.reading->spells = spells;
  std::vector<std::string> lines;
  bool inside = false;
  for (const std::string& line :
       Lines(ReportText(record, {.width = 80, .color = false, .unicode = unicode}, false))) {
    if (inside && line.empty()) break;
    if (inside) lines.push_back(line);
    inside = inside || Contains(line, "Timeline of positions");
  }
  return lines;
}

const std::vector<RecordSpell>& Spells() {
  static const std::vector<RecordSpell> kSpells = {
      {"work", "料理長", "旅館", "2020-01", "2020-12", false},
      {"gap", "12 months without a position", "", "2021-01", "2021-12", false},
      {"education", "Diploma", "School", "2022-01", "2022-12", false}};
  return kSpells;
}

TEST(ReportText, DrawsTheTimelineToScale) {
  EXPECT_EQ(
      TimelineLines(Spells(), true),
      (std::vector<std::string>{
          "  █ work, ▒ education, ┄ gap                               2020             2022",
          "  2022-01 – 2022-12       1y  Diploma, School              ··············▒▒▒▒▒▒▒",
          "  2021-01 – 2021-12       1y  12 months without a positi…  ·······┄┄┄┄┄┄┄·······",
          "  2020-01 – 2020-12       1y  料理長, 旅館                 ███████··············"}));
}

TEST(ReportText, DrawsTheTimelineInAscii) {
  EXPECT_EQ(
      TimelineLines(Spells(), false),
      (std::vector<std::string>{
          "  # work, = education, - gap                               2020             2022",
          "  2022-01 - 2022-12       1y  Diploma, School              ..............=======",
          "  2021-01 - 2021-12       1y  12 months without a posi...  .......-------.......",
          "  2020-01 - 2020-12       1y  料理長, 旅館                 #######.............."}));
}

TEST(Pool, CountsWhoShowsWhat) {
  MatchRecord first = MakeRecord("plain"), second = first;
  first.score = 90;
  second.score = 100;
  second.band = "strong";
  second.missing = second.matched;
  second.matched.clear();
  second.requirements[0].met = "no";
  Pool pool;
  pool.Add(first);
  pool.Add(second);
  pool.Add(MakeError("broken"));
  EXPECT_EQ(pool.candidates(), 2u);
  EXPECT_DOUBLE_EQ(pool.Median(), 95);
  EXPECT_EQ(pool.bins()[9], 2u);
  EXPECT_EQ(pool.Bands(),
            (std::vector<std::pair<std::string, size_t>>{{"strong", 1}, {"good", 1}}));
  ASSERT_EQ(pool.Words().size(), 2u);
  EXPECT_EQ(pool.Words()[0].term, "plain");
  EXPECT_EQ(pool.Words()[0].have, 1u);
  EXPECT_EQ(pool.Words()[1].have, 0u);
  EXPECT_EQ(pool.asks()[0].met_by, 1u);
}

TEST(RankingText, SaysWhoMeetsWhatInFull) {
  const std::vector<MatchRecord> records = {MakeRecord("plain"), MakeRecord("plain")};
  const std::string brief = RankingText("Job", records, {});
  EXPECT_TRUE(Contains(brief, "How the scores are spread: median 61.4; 2 good")) << brief;
  EXPECT_TRUE(Contains(brief, "  plain 2, plain too 0")) << brief;
  EXPECT_FALSE(Contains(brief, "Candidates and requirements"));
  const std::string full = RankingText("Job", records, {{}, true});
  EXPECT_TRUE(Contains(full, "\n   1  plain      ✓~✗?\n   2  plain      ✓~✗?\n")) << full;
  EXPECT_TRUE(Contains(full, "\n      2    1. plain\n      0    2. plain\n")) << full;
  EXPECT_TRUE(Contains(full, "page 1, plain: “plain”")) << full;
}

}  // namespace
}  // namespace atsmatch
