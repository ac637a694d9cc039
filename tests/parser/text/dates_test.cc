#include "parser/text/dates.h"

#include <gtest/gtest.h>

#include "parser/text/lexicon.h"
#include "tests/case_file.h"
#include "tests/temporary_folder.h"

namespace atsmatch {
namespace {

// The built-in words, and those of the cases in other languages, so that a change of the data
// shows in the test of the data.
const Lexicon& TestLexicon() {
  static const Lexicon* const kLexicon = [] {
    const TemporaryFolder folder;
    folder.Write(
        "months.tsv",
        "1\tjan\n1\tjanuary\n1\tenero\n2\tfebruary\n3\tmar\n3\tmarch\n3\tmarz\n3\tmars\n3\tmarzo\n"
        "5\tmay\n5\tmai\n6\tjun\n6\tjune\n7\tjuly\n8\taug\n9\tsept\n9\tseptember\n11\tnov\n12\tdec"
        "\n"
        "12\tdecember\n12\tdecembre\n");
    folder.Write("seasons.tsv", "3\tspring\n6\tsummer\n9\tfall\n12\twinter\n");
    folder.Write(
        "present.tsv",
        "present\tpresent\npresent\tcurrent\npresent\tnow\npresent\tto date\npresent\ttill date\n"
        "present\theute\npresent\ta ce "
        "jour\npresent\taujourd'hui\npresent\tactualidad\npresent\t至今\n"
        "present\t현재\n");
    folder.Write("since.tsv", "since\tsince\nsince\tseit\nsince\tdepuis\nsince\tdesde\n");
    Result<Lexicon> lexicon = Lexicon::WithFolder(folder.path());
    EXPECT_TRUE(lexicon.ok()) << lexicon.error().Message();
    return new Lexicon(std::move(lexicon).value());
  }();
  return *kLexicon;
}

std::string Shown(const Date& date) { return date.year == 0 ? "" : ToIsoDate(date); }

std::string Shown(const DateRange& range) {
  if (!range.is_range) return Shown(range.start);
  return Shown(range.start) + " .. " +
         (range.current ? "now"
          : range.open  ? "open"
                        : Shown(range.end));
}

std::string Shown(const std::vector<DateRange>& ranges) {
  std::string text;
  for (const DateRange& range : ranges) text += (text.empty() ? "" : " ; ") + Shown(range);
  return text.empty() ? "none" : text;
}

TEST(FindDateRanges, TakesTheCasesOfTheFile) {
  for (const CaseLine& line : ReadCases("dates.tsv", 2)) {
    EXPECT_EQ(Shown(FindDateRanges(line.columns[0], TestLexicon())), line.columns[1])
        << line.where << ": " << line.columns[0];
  }
}

TEST(FindDateRange, IsTheFirstOfFindDateRanges) {
  for (const CaseLine& line : ReadCases("dates.tsv", 2)) {
    const auto first = FindDateRange(line.columns[0], TestLexicon());
    const auto all = FindDateRanges(line.columns[0], TestLexicon());
    ASSERT_EQ(first.has_value(), !all.empty()) << line.where;
    if (!first) continue;
    EXPECT_EQ(Shown(*first), Shown(all.front())) << line.where;
  }
}

TEST(FindDateRange, TheRegionDecidesWhatCanBeReadTwoWays) {
  const Lexicon& lexicon = TestLexicon();
  EXPECT_EQ(FindDateRange("03/04/2020", lexicon, DateOrderOf("US"))->start, (Date{2020, 3, 0}));
  EXPECT_EQ(FindDateRange("03/04/2020", lexicon, DateOrderOf("GB"))->start, (Date{2020, 4, 0}));
  EXPECT_EQ(FindDateRange("16/04/2020", lexicon, DateOrderOf("US"))->start, (Date{2020, 4, 16}));
  EXPECT_EQ(FindDateRange("03.04.2020", lexicon, DateOrderOf("US"))->start, (Date{2020, 4, 3}));
}

TEST(FindDateRange, PointsAtTheBytesOfTheDate) {
  const struct {
    const char* text;
    const char* date;
  } kCases[] = {
      {"Café (Sept. 2019 – heute), Köln", "Sept. 2019 – heute"},
      {"• März 2020, Berlin", "März 2020"},
      {"Acme, since 2019.", "since 2019"},
      {"From May 2019 to June 2020: Acme", "From May 2019 to June 2020"},
      {"[Jan '16]", "Jan '16"},
      {"2018/19 term", "2018/19"},
      {"x 2019–21; y", "2019–21"},
      {"Sept 2019 –", "Sept 2019 –"},
  };
  for (const auto& [text, date] : kCases) {
    const auto range = FindDateRange(text, TestLexicon());
    ASSERT_TRUE(range) << text;
    EXPECT_EQ(std::string(text).substr(range->text_begin, range->text_end - range->text_begin),
              date);
  }
}

TEST(IsOnlyDates, AllowsWhatStandsAroundDates) {
  for (const char* text :
       {"2019", "(2019 – 2021)", "• Jan 2016 - Mar 2018,", "| 2019 – Present |",
        "Jan 2020 - Present (2 yrs 3 mos)", "from 2018 to 2020", "Expected May 2025",
        "2015-2017, 2018-2019", "01/2016 – 03/2018 · 2 Jahre 3 Monate", "Graduated: 2012"}) {
    EXPECT_TRUE(IsOnlyDates(text, TestLexicon())) << text;
  }
  for (const char* text : {"", "Present", "Acme 2019", "2019 – 2021 Berlin", "May",
                           "2019 12 projects", "24/7", "3.5 years"}) {
    EXPECT_FALSE(IsOnlyDates(text, TestLexicon())) << text;
  }
}

}  // namespace
}  // namespace atsmatch
