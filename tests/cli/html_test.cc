// The HTML reports as text: nothing of a résumé or a posting acts, and the form is what it should
// be.
#include <gtest/gtest.h>
#include <re2/re2.h>

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "cli/base64.h"
#include "cli/html/candidate.h"
#include "cli/html/pages_view.h"
#include "cli/html/ranking.h"
#include "cli/record.h"
#include "cli/sha256.h"
#include "make_record.h"

namespace atsmatch {
namespace {

constexpr char kHostile[] =
    "</style></script><script>HOSTILE()</script><img src=http://evil.example/x onerror=HOSTILE()>"
    "\" onmouseover=\"HOSTILE()\" style='color:red' {{{policy}}} {{name}} <!-- \x1b[2J "
    "\xe2\x80\xae&lt;b&gt;";

std::string RankingHtml(const std::string& job, const std::vector<MatchRecord>& records) {
  RankingPage page;
  const Pool pool = PoolOf(records);
  page.AddJob(job, job, pool, pool.candidates());
  for (const MatchRecord& record : records) page.Add(record);
  std::string html;
  page.Write([&](std::string_view text) { html += text; });
  EXPECT_FALSE(page.error().has_value());
  return html;
}

std::string Ranking(const std::string& text) {
  return RankingHtml(text, {MakeRecord(text), MakeRecord(text), MakeError(text)});
}

// Each tag of a page: its name and attributes.  What stands between the tags of style and script is
// ours, and checked by its hash.
struct Tag {
  std::string name;
  std::vector<std::pair<std::string, std::string>> attributes;
};
std::vector<Tag> TagsOf(const std::string& html) {
  static const RE2 kTag(R"(<(/?[A-Za-z!][A-Za-z0-9]*)((?:[^>"]|"[^"]*")*)>)");
  static const RE2 kAttribute(R"re(([A-Za-z-]+)(?:=(?:"([^"]*)"|([^"\s>]+)))?)re");
  std::vector<Tag> tags;
  re2::StringPiece rest(html);
  std::string name, attributes;
  while (RE2::FindAndConsume(&rest, kTag, &name, &attributes)) {
    Tag tag{name, {}};
    re2::StringPiece list(attributes);
    std::string key, quoted, bare;
    while (RE2::FindAndConsume(&list, kAttribute, &key, &quoted, &bare)) {
      tag.attributes.emplace_back(key, quoted.empty() ? bare : quoted);
    }
    tags.push_back(std::move(tag));
    if (name == "style" || name == "script") {
      const std::string end = "</" + name + ">";
      rest.remove_prefix(std::min(rest.find(end), rest.size()));
    }
  }
  return tags;
}

std::string Between(const std::string& html, const std::string& begin, const std::string& end) {
  const size_t from = html.find(begin);
  if (from == std::string::npos) return "";
  const size_t start = from + begin.size();
  return html.substr(start, html.find(end, start) - start);
}

std::string HashOf(const std::string& text) {
  const std::string digits = Sha256(text);
  std::string bytes;
  for (size_t i = 0; i < digits.size(); i += 2) {
    bytes += static_cast<char>(std::stoi(digits.substr(i, 2), nullptr, 16));
  }
  return "'sha256-" + ToBase64(bytes) + "'";
}

class HtmlReport : public testing::TestWithParam<bool> {
 protected:
  static std::string Make(const std::string& text) {
    return GetParam() ? Ranking(text) : CandidateHtml(MakeRecord(text));
  }
};

TEST_P(HtmlReport, HasNoTagOrAttributeFromOutside) {
  const std::string plain = Make("plain"), hostile = Make(kHostile);
  std::set<std::string> names, attributes;
  for (const Tag& tag : TagsOf(plain)) {
    names.insert(tag.name);
    for (const auto& [key, value] : tag.attributes) attributes.insert(key);
  }
  ASSERT_GT(names.size(), 20u);
  EXPECT_EQ(attributes.count("style"), 0u);
  size_t tags = 0;
  for (const Tag& tag : TagsOf(hostile)) {
    ++tags;
    EXPECT_EQ(names.count(tag.name), 1u) << tag.name;
    for (const auto& [key, value] : tag.attributes) {
      EXPECT_EQ(attributes.count(key), 1u) << tag.name << " " << key;
      EXPECT_NE(key.substr(0, 2), "on") << tag.name;
      if (key == "href") {
        EXPECT_EQ(value.front(), '#');
      }
      if (key == "src") {
        EXPECT_EQ(value.substr(0, 5), "data:");
      }
    }
  }
  // The same tags: what a résumé says is text.
  EXPECT_EQ(tags, TagsOf(plain).size());
  EXPECT_NE(hostile.find("&lt;script&gt;HOSTILE()"), std::string::npos);
  EXPECT_NE(hostile.find("{{name}}"), std::string::npos);
  EXPECT_EQ(hostile.find('\x1b'), std::string::npos);
  EXPECT_EQ(hostile.find("\xe2\x80\xae"), std::string::npos);
}

TEST_P(HtmlReport, AllowsItsOwnStyleAndScriptOnly) {
  const std::string html = Make(kHostile);
  const std::string policy =
      Between(html, "http-equiv=\"Content-Security-Policy\" content=\"", "\"");
  EXPECT_EQ(policy.substr(0, 18), "default-src 'none'");
  EXPECT_EQ(policy.find("unsafe"), std::string::npos);
  EXPECT_EQ(policy.find("http"), std::string::npos);
  EXPECT_NE(policy.find("style-src " + HashOf(Between(html, "<style>", "</style>"))),
            std::string::npos);
  const std::string script = Between(html, "<script>", "</script>");
  EXPECT_EQ(script.empty(), !GetParam());
  if (!script.empty()) {
    EXPECT_NE(policy.find("script-src " + HashOf(script)), std::string::npos);
  }
}

TEST_P(HtmlReport, HasHeadingsInOrderAndTablesWithCaptions) {
  const std::string html = Make("plain");
  int level = 0, tables = 0, captions = 0;
  std::set<std::string> ids;
  for (const Tag& tag : TagsOf(html)) {
    if (tag.name.size() == 2 && tag.name[0] == 'h' && tag.name[1] >= '1' && tag.name[1] <= '6') {
      EXPECT_LE(tag.name[1] - '0', level + 1) << "a heading is left out before " << tag.name;
      level = tag.name[1] - '0';
    }
    tables += tag.name == "table" ? 1 : 0;
    captions += tag.name == "caption" ? 1 : 0;
    for (const auto& [key, value] : tag.attributes) {
      if (key == "id") {
        EXPECT_TRUE(ids.insert(value).second) << value << " is there twice";
      }
    }
  }
  EXPECT_GT(tables, 1);
  EXPECT_EQ(tables, captions);
  // Every link leads somewhere.
  for (const Tag& tag : TagsOf(html)) {
    for (const auto& [key, value] : tag.attributes) {
      if (key == "href") {
        EXPECT_EQ(ids.count(value.substr(1)), 1u) << value;
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Both, HtmlReport, testing::Bool(),
                         [](const auto& info) { return info.param ? "Ranking" : "Candidate"; });

TEST(CandidateHtml, ShowsPointsThatAddUp) {
  const std::string html = CandidateHtml(MakeRecord("plain"));
  static const RE2 kPoints(R"(<td class="num">([0-9.]+)</td><td class="num dim">)");
  re2::StringPiece rest(html);
  double sum = 0, points = 0;
  std::vector<double> shown;
  while (RE2::FindAndConsume(&rest, kPoints, &points)) shown.push_back(points);
  ASSERT_EQ(shown.size(), 3u);  // two features and the sum
  for (size_t i = 0; i + 1 < shown.size(); ++i) sum += shown[i];
  EXPECT_NEAR(sum, shown.back(), 1e-9);
  EXPECT_NEAR(shown.back(), 61.4, 1e-9);
}

TEST(CandidateHtml, PutsABoxWhereTheWordsAre) {
  const RecordReading reading = *MakeRecord("plain").reading;
  std::string places;
  for (const PageBox& box : BoxesOfPages(reading)) {
    if (box.label == "Name:") places = "#b" + std::to_string(box.id) + "{";
  }
  ASSERT_FALSE(places.empty());
  EXPECT_NE(BoxPlaces(reading).find(places + "left:10.00%;top:10.00%;width:10.00%;height:2.50%}"),
            std::string::npos);
}

TEST(RankingHtml, TellsFilesThatAreNoDocumentsFromBrokenOnes) {
  MatchRecord skipped = MakeError("holiday.jpg");
  skipped.skipped = true;
  const std::string html =
      RankingHtml("Job", {MakeRecord("plain"), MakeError("broken.pdf"), skipped});
  EXPECT_NE(html.find("1 résumé ranked, 1 not read"), std::string::npos);
  EXPECT_NE(html.find("Files that are no documents: 1"), std::string::npos);
  EXPECT_EQ(html.find("<th scope=\"row\" dir=\"auto\">holiday.jpg"), std::string::npos);
}

TEST(RankingHtml, PutsTheRowsOfEachJobInTheirPlaces) {
  RankingPage page;
  for (const std::string job : {"first", "second"}) {
    page.AddJob(job + ".txt", job, PoolOf({MakeRecord("a"), MakeRecord("b")}), 1);
    MatchRecord record = MakeRecord(job +
                                    " candidate \x01"
                                    "1\x01"
                                    "0\x01");
    page.Add(record);
    page.Add(MakeError(job + " broken"));
  }
  std::string html;
  page.Write([&](std::string_view text) { html += text; });
  EXPECT_EQ(html.find('\x01'), std::string::npos);
  EXPECT_NE(html.find("the best 1 shown"), std::string::npos);
  const std::string first = Between(html, "<section class=\"job\" aria-labelledby=\"j1\">",
                                    "<section class=\"job\" aria-labelledby=\"j2\">");
  const std::string second = html.substr(html.find(first) + first.size());
  for (const auto& [part, own, other] :
       {std::tuple(first, "first", "second"), std::tuple(second, "second", "first")}) {
    // In the ranking and in the matrix.
    EXPECT_NE(Between(part, "<table class=\"rank\"", "</table>").find(own), std::string::npos);
    EXPECT_NE(Between(part, "<table class=\"matrix\"", "</table>").find(own), std::string::npos);
    EXPECT_NE(part.find(std::string(own) + " broken</th>"), std::string::npos);
    EXPECT_EQ(part.find(std::string(other) + " candidate"), std::string::npos);
    EXPECT_EQ(part.find(std::string(other) + " broken"), std::string::npos);
  }
}

TEST(RankingHtml, StaysSmallWithAThousandCandidates) {
  MatchRecord record = MakeRecord("plain");
  record.reading.reset();
  record.requirements.clear();
  for (int i = 0; i < 30; ++i) {
    const std::string words = "experience with the planning of work number " + std::to_string(i);
    record.requirements.push_back(
        {words + " in a team of people who look after others",
         "must",
         "skill",
         i % 3 == 0 ? "no" : "yes",
         words,
         0.5,
         3,
         2,
         {{"Led the planning of work and the people who did it, every day "
           "of the year, in number " +
               std::to_string(i),
           1, "Work"}}});
  }
  std::vector<MatchRecord> records;
  for (int i = 0; i < 1000; ++i) {
    record.candidate.name = "Candidate Number " + std::to_string(i);
    record.resume = "folder/of/resumes/candidate-" + std::to_string(i) + ".pdf";
    records.push_back(record);
  }
  const std::string html = RankingHtml("Job", records);
  EXPECT_LT(html.size(), 5e6);
  EXPECT_NE(html.find("Candidate Number 999"), std::string::npos);
}

TEST(RecordReading, SurvivesTheWayThroughJson) {
  const MatchRecord record = MakeRecord("plain \"text\"");
  const std::optional<MatchRecord> same = ReadMatchRecord(ToJson(record, false));
  ASSERT_TRUE(same.has_value());
  ASSERT_TRUE(same->reading.has_value());
  EXPECT_EQ(CandidateHtml(*same), CandidateHtml(record));
  EXPECT_FALSE(ReadReading(R"({"pages":[{"width":"wide"}]})").has_value());
  EXPECT_FALSE(ReadReading("[]").has_value());
  EXPECT_FALSE(ReadReading(R"({"checks":[{"page":5e29}]})").has_value());
  EXPECT_TRUE(ReadReading(R"({"checks":[{"page":5}]})").has_value());
}

TEST(ReadMatchRecord, TakesNoNumberThatDoesNotFit) {
  std::string json = ToJson(MakeRecord("plain"), false);
  const size_t page = json.find("\"page\":1");
  ASSERT_NE(page, std::string::npos);
  for (const char* number : {"5.5e29", "-1e300", "4294967297", "1.5"}) {
    std::string other = json;
    const auto record = ReadMatchRecord(other.replace(page + 7, 1, number));
    ASSERT_TRUE(record.has_value()) << number;
    EXPECT_EQ(record->requirements[0].evidence[0].page, 0) << number;
  }
}

TEST(ToBase64, GivesTheKnownAnswers) {
  EXPECT_EQ(ToBase64(""), "");
  EXPECT_EQ(ToBase64("f"), "Zg==");
  EXPECT_EQ(ToBase64("fo"), "Zm8=");
  EXPECT_EQ(ToBase64("foo"), "Zm9v");
  EXPECT_EQ(ToBase64("foobar"), "Zm9vYmFy");
}

}  // namespace
}  // namespace atsmatch
