// A Match's points add up to its score, and what it quotes stands in the résumé.
#include "matcher/match.h"

#include <gtest/gtest.h>

#include "matcher/score/weights.h"
#include "matcher/skills/taxonomy.h"
#include "matcher/terms/associations.h"
#include "matcher/terms/statistics.h"
#include "parser/text/lexicon.h"
#include "tests/sample_files.h"

namespace atsmatch {
namespace {

constexpr double kRounding = 1e-9;  // points

struct Case {
  std::string name;
  const ParsedResume* resume;
  const JobPosting* posting;
  Match match;
};

// Every sample résumé against every sample posting.
class Matched {
 public:
  Matched() {
    for (const auto& list : {SampleResumes(), BenchResumes()}) {
      for (const SampleResume& sample : list) {
        Result<ParsedResume> parsed = ParseResume(ReadFile(sample.document), lexicon_, {});
        EXPECT_TRUE(parsed.ok()) << sample.name;
        if (parsed.ok()) resumes_.emplace_back(sample.name, std::move(parsed).value());
      }
    }
    for (const std::filesystem::path& path : SortedEntries(CorporaFolder() / "jobs")) {
      if (path.extension() != ".txt") continue;
      jobs_.emplace_back(path.stem(), ParsePosting(ReadFile(path), taxonomy_, lexicon_));
    }
    const Knowledge knowledge{&lexicon_, &taxonomy_, &statistics_, &weights_, &associations_};
    for (const auto& [job, posting] : jobs_) {
      for (const auto& [name, resume] : resumes_) {
        cases_.push_back({name + " for " + job, &resume, &posting,
                          MatchResume(resume, posting, knowledge, {.as_of = {2026, 11, 22}})});
      }
    }
  }

  const std::vector<Case>& cases() const { return cases_; }

 private:
  const Lexicon lexicon_ = Lexicon::BuiltIn();
  const Taxonomy taxonomy_ = Taxonomy::BuiltIn();
  const TermStatistics statistics_ = TermStatistics::BuiltIn();
  const Weights weights_ = Weights::BuiltIn();
  const Associations associations_ = Associations::BuiltIn();
  std::vector<std::pair<std::string, ParsedResume>> resumes_;
  std::vector<std::pair<std::string, JobPosting>> jobs_;
  std::vector<Case> cases_;
};

const std::vector<Case>& Cases() {
  static const Matched matched;
  return matched.cases();
}

TEST(Match, IsMadeOfEveryPair) { EXPECT_GE(Cases().size(), 36u * 11u); }

TEST(Match, HasPointsThatAddUpToItsScore) {
  for (const Case& matched : Cases()) {
    double points = 0, possible = 0;
    for (const Feature& feature : matched.match.features) {
      points += feature.points;
      possible += feature.max_points;
      EXPECT_NEAR(feature.points, feature.value * feature.max_points, kRounding) << matched.name;
      EXPECT_GE(feature.value, 0) << matched.name << " " << feature.id;
      EXPECT_LE(feature.value, 1) << matched.name << " " << feature.id;
      EXPECT_TRUE(feature.used || feature.max_points == 0) << matched.name << " " << feature.id;
    }
    EXPECT_NEAR(points, matched.match.score, kRounding) << matched.name;
    EXPECT_NEAR(possible, 100, kRounding) << matched.name;
  }
}

// The points of the features that the requirements make are shared out among them.
TEST(Match, HasRequirementsThatAddUpToTheirFeatures) {
  for (const Case& matched : Cases()) {
    double of_requirements = 0, of_features = 0;
    for (const RequirementMatch& requirement : matched.match.requirements) {
      of_requirements += requirement.points;
      EXPECT_GE(requirement.value, 0) << matched.name;
      EXPECT_LE(requirement.value, 1) << matched.name;
      EXPECT_GE(requirement.gain, 0) << matched.name;
      EXPECT_LT(requirement.requirement, matched.posting->requirements.size()) << matched.name;
    }
    for (const Feature& feature : matched.match.features) {
      if (feature.id == "must" || feature.id == "nice") of_features += feature.points;
    }
    EXPECT_NEAR(of_requirements, of_features, kRounding) << matched.name;
  }
}

TEST(Match, PromisesNoMoreThanAHundredPoints) {
  for (const Case& matched : Cases()) {
    for (const Advice& advice : matched.match.advice) {
      EXPECT_GT(advice.points, 0) << matched.name << " " << advice.text;
      EXPECT_LE(matched.match.score + advice.points, 100 + kRounding) << matched.name;
    }
    for (const size_t index : matched.match.knock_outs) {
      EXPECT_LT(index, matched.match.requirements.size()) << matched.name;
    }
    EXPECT_EQ(matched.match.knocked_out, !matched.match.knock_outs.empty()) << matched.name;
  }
}

void ExpectInside(const std::vector<Quote>& quotes, const Case& matched) {
  for (const Quote& quote : quotes) {
    const std::vector<Word>& words = matched.resume->document.words;
    const std::string where = matched.name + ": " + quote.text;
    EXPECT_FALSE(quote.text.empty()) << where;
    EXPECT_FALSE(quote.words.empty()) << where;
    ASSERT_LE(quote.words.end, words.size()) << where;
    EXPECT_EQ(quote.page, words[quote.words.begin].page) << where;
    EXPECT_LT(quote.section, static_cast<int>(matched.resume->sections.size())) << where;
  }
}

TEST(Match, QuotesWhatStandsInTheResume) {
  size_t quotes = 0;
  for (const Case& matched : Cases()) {
    for (const RequirementMatch& requirement : matched.match.requirements) {
      ExpectInside(requirement.quotes, matched);
      quotes += requirement.quotes.size();
    }
    for (const KeywordMatch& keyword : matched.match.matched) {
      ExpectInside(keyword.quotes, matched);
      EXPECT_GT(keyword.count_in_resume, 0) << matched.name << " " << keyword.term;
    }
    for (const KeywordMatch& keyword : matched.match.missing) {
      EXPECT_TRUE(keyword.quotes.empty()) << matched.name << " " << keyword.term;
      EXPECT_EQ(keyword.count_in_resume, 0) << matched.name << " " << keyword.term;
    }
  }
  EXPECT_GT(quotes, 500u);
}

TEST(Match, ShowsWhyARequirementIsMet) {
  for (const Case& matched : Cases()) {
    for (const RequirementMatch& requirement : matched.match.requirements) {
      if (requirement.met != Met::kYes) continue;
      EXPECT_FALSE(requirement.reason.empty()) << matched.name;
    }
  }
}

}  // namespace
}  // namespace atsmatch
