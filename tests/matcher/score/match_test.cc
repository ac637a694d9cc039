// The promises of a score: it adds up, it rises with evidence, and it knows no person.
#include "matcher/match.h"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "matcher/rank.h"
#include "matcher/score/weights.h"
#include "matcher/skills/taxonomy.h"
#include "matcher/terms/statistics.h"
#include "parser/text/lexicon.h"

namespace atsmatch {
namespace {

constexpr MatchOptions kToday{Date{2026, 3, 1}};

struct World {
  Lexicon lexicon = Lexicon::BuiltIn();
  Taxonomy taxonomy = Taxonomy::BuiltIn();
  TermStatistics statistics = TermStatistics::BuiltIn();
  Weights weights = Weights::BuiltIn();
  Knowledge knowledge{&lexicon, &taxonomy, &statistics, &weights};
};

const World& TheWorld() {
  static const World world;
  return world;
}

ParsedResume Parse(const std::string& text) {
  Result<ParsedResume> parsed = ParseResume(text, TheWorld().lexicon, {});
  EXPECT_TRUE(parsed.ok()) << text;
  return parsed.ok() ? std::move(parsed).value() : ParsedResume();
}

JobPosting Job(const std::string& text) {
  return ParsePosting(text, TheWorld().taxonomy, TheWorld().lexicon);
}

Match MatchOf(const ParsedResume& resume, const JobPosting& job) {
  return MatchResume(resume, job, TheWorld().knowledge, kToday);
}

Match MatchOf(const std::string& resume, const std::string& job) {
  return MatchOf(Parse(resume), Job(job));
}

const char kJob[] =
    "Backend Developer\n\n"
    "Responsibilities\n"
    "- Build web services in Python and run them on Kubernetes\n"
    "- Design PostgreSQL schemas\n\n"
    "Requirements\n"
    "- 3+ years of experience with Python\n"
    "- Experience with PostgreSQL\n"
    "- Experience with Kubernetes\n"
    "- Bachelor's degree in Computer Science\n\n"
    "Nice to have\n"
    "- Kafka\n\n"
    "Benefits\n"
    "- Free snacks and a gym\n";

// {NAME}, {CONTACT}, {SCHOOL} and {SKILLS} are what the tests change.
std::string ResumeText(const std::string& skills, const std::string& name = "Maria Lopez",
                       const std::string& contact = "maria@example.com | 555-0100",
                       const std::string& school = "Northfield University") {
  return name + "\n" + contact +
         "\n\n"
         "EXPERIENCE\n\n"
         "Backend Developer, Acme Software                         Jan 2019 - Present\n"
         "- Built web services in Python for two million users\n"
         "- Cut the cost of hosting by a third\n\n"
         "Junior Developer, Initech                                Jun 2016 - Dec 2018\n"
         "- Wrote reports in SQL\n\n"
         "EDUCATION\n\n"
         "Bachelor of Science in Computer Science, " +
         school +
         "                     2012 - 2016\n\n"
         "SKILLS\n\n" +
         skills + "\n";
}

const char kChef[] =
    "Peter Novak\npeter@example.com\n\n"
    "EXPERIENCE\n\n"
    "Sous Chef, The Old Mill                                  Mar 2018 - Present\n"
    "- Ran the larder and pastry sections, ordered fresh produce\n"
    "- Trained commis chefs in food hygiene\n\n"
    "SKILLS\n\n"
    "Menu planning, food hygiene, stock control\n";

TEST(MatchResume, PointsAddUpToTheScore) {
  for (const std::string& resume : {ResumeText("Python, Linux"), std::string(kChef)}) {
    const Match match = MatchOf(resume, kJob);
    double points = 0, most = 0;
    for (const Feature& feature : match.features) {
      points += feature.points;
      most += feature.max_points;
      EXPECT_GE(feature.value, 0) << feature.id;
      EXPECT_LE(feature.value, 1) << feature.id;
      EXPECT_DOUBLE_EQ(feature.points, feature.value * feature.max_points) << feature.id;
    }
    EXPECT_DOUBLE_EQ(points, match.score);
    EXPECT_NEAR(most, 100, 1e-9);
  }
}

TEST(MatchResume, KnowsTheOccupation) {
  const Match developer = MatchOf(ResumeText("Python, Docker, Linux"), kJob);
  const Match chef = MatchOf(kChef, kJob);
  EXPECT_GT(developer.score, chef.score + 30);
  EXPECT_LT(chef.score, 30);
  EXPECT_EQ(chef.band, Band::kWeak);
}

TEST(MatchResume, ShowsWhereARequirementIsMet) {
  const JobPosting job = Job(kJob);
  const ParsedResume resume = Parse(ResumeText("PostgreSQL, Linux"));
  const Match match = MatchOf(resume, job);
  bool found = false;
  for (const RequirementMatch& requirement : match.requirements) {
    if (job.requirements[requirement.requirement].text.find("PostgreSQL") == std::string::npos)
      continue;
    if (requirement.quotes.empty()) continue;
    found = true;
    EXPECT_NE(requirement.quotes[0].text.find("PostgreSQL"), std::string::npos);
  }
  EXPECT_TRUE(found);
}

TEST(MatchResume, QuotesLieInTheDocument) {
  const ParsedResume resume = Parse(ResumeText("Python, PostgreSQL, Kubernetes"));
  const Match match = MatchOf(resume, Job(kJob));
  size_t quotes = 0;
  const auto check = [&](const std::vector<Quote>& all) {
    for (const Quote& quote : all) {
      ++quotes;
      EXPECT_LE(quote.words.end, resume.document.words.size());
      EXPECT_FALSE(quote.text.empty());
    }
  };
  for (const RequirementMatch& requirement : match.requirements) check(requirement.quotes);
  for (const KeywordMatch& keyword : match.matched) check(keyword.quotes);
  EXPECT_GT(quotes, 0u);
}

TEST(MatchResume, ListsWhatIsMissing) {
  const Match match = MatchOf(ResumeText("Python, Linux"), kJob);
  const auto has = [](const std::vector<KeywordMatch>& list, const std::string& term) {
    for (const KeywordMatch& keyword : list) {
      if (keyword.term == term) return true;
    }
    return false;
  };
  EXPECT_TRUE(has(match.missing, "Kubernetes"));
  EXPECT_FALSE(has(match.matched, "Kubernetes"));
  const Match better = MatchOf(ResumeText("Python, Linux, Kubernetes"), kJob);
  EXPECT_TRUE(has(better.matched, "Kubernetes"));
  EXPECT_FALSE(has(better.missing, "Kubernetes"));
}

TEST(MatchResume, ASkillThatIsAskedNeverCosts) {
  std::string skills = "Linux";
  double before = MatchOf(ResumeText(skills), kJob).score;
  for (const char* skill : {"Python", "PostgreSQL", "Kubernetes", "Kafka", "Python"}) {
    skills += std::string(", ") + skill;
    const double after = MatchOf(ResumeText(skills), kJob).score;
    EXPECT_GE(after, before - 1e-9) << skill;
    before = after;
  }
}

TEST(MatchResume, SeesNoPerson) {
  const Match match = MatchOf(ResumeText("Python, SQL"), kJob);
  for (const std::string& other :
       {ResumeText("Python, SQL", "Oluwaseun Adeyemi"),
        ResumeText("Python, SQL", "John Baker", "john.baker@example.com | +44 20 7946 0000"),
        ResumeText("Python, SQL", "Maria Lopez",
                   "12 Harbour Street, Springfield | maria@example.com"),
        ResumeText("Python, SQL", "Maria Lopez", "maria@example.com | 555-0100",
                   "Harvard University")}) {
    EXPECT_DOUBLE_EQ(MatchOf(other, kJob).score, match.score) << other;
  }
}

TEST(MatchResume, SeesNoPersonalDetails) {
  const double score = MatchOf(ResumeText("Python, SQL"), kJob).score;
  const std::string details =
      "\nPERSONAL DETAILS\n\nDate of birth: 4 May 1961\nGender: female\nNationality: Irish\n"
      "Marital status: married\n";
  EXPECT_DOUBLE_EQ(MatchOf(ResumeText("Python, SQL") + details, kJob).score, score);
}

TEST(MatchResume, DoesNotDependOnTheOrderOfTheSections) {
  ParsedResume resume = Parse(ResumeText("Python, Kubernetes"));
  const double score = MatchOf(resume, Job(kJob)).score;
  std::reverse(resume.sections.begin(), resume.sections.end());
  EXPECT_EQ(MatchOf(resume, Job(kJob)).score, score);
}

TEST(MatchResume, HiddenWordsDoNotCount) {
  ParsedResume resume = Parse(ResumeText("Linux"));
  const double score = MatchOf(resume, Job(kJob)).score;
  Word hidden;
  hidden.hidden = Hidden::kBackgroundColour;
  for (const char* text : {"Python", "PostgreSQL", "Kubernetes", "Kafka", "Python", "Python"}) {
    hidden.text = text;
    resume.document.words.push_back(hidden);
  }
  const Match match = MatchOf(resume, Job(kJob));
  EXPECT_EQ(match.score, score);
  bool warned = false;
  for (const Warning& warning : match.warnings) warned |= warning.id == "hidden-keywords";
  EXPECT_TRUE(warned);
}

TEST(MatchResume, RepeatingAWordIsSeenAndGainsLittle) {
  std::string stuffed = "Kubernetes";
  for (int i = 0; i < 40; ++i) stuffed += ", Kubernetes";
  const double once = MatchOf(ResumeText("Kubernetes"), kJob).score;
  const Match match = MatchOf(ResumeText(stuffed), kJob);
  bool warned = false;
  for (const Warning& warning : match.warnings) warned |= warning.id == "keyword-stuffing";
  EXPECT_TRUE(warned);
  EXPECT_LT(match.score, once + 10);
}

TEST(MatchResume, APostingThatWasPastedInDoesNotPay) {
  const std::string job =
      "Payroll Clerk\n\nDuties:\n- Run the weekly payroll for two hundred drivers and fitters\n"
      "- Reconcile pension and tax accounts at the end of each month\n"
      "- Answer questions of employees about their pay by telephone\n"
      "- Prepare the year-end returns together with the accountants\n";
  const std::string honest = "Kept the store room in order";
  std::string pasted = honest;
  for (size_t at = job.find("- "); at != std::string::npos; at = job.find("\n- ", at + 1)) {
    const size_t begin = job.find_first_not_of("\n- ", at);
    pasted += "\n- " + job.substr(begin, job.find('\n', begin) - begin);
  }
  const Match match = MatchOf(ResumeText(pasted), job);
  EXPECT_NEAR(match.score, MatchOf(ResumeText(honest), job).score, 0.5);
  bool warned = false;
  for (const Warning& warning : match.warnings) warned |= warning.id == "pasted-posting";
  EXPECT_TRUE(warned);
}

TEST(MatchResume, AdviceIsWorthWhatItSays) {
  const Match match = MatchOf(ResumeText("Linux"), kJob);
  ASSERT_FALSE(match.advice.empty());
  EXPECT_LE(match.advice.size(), 5u);
  for (size_t i = 1; i < match.advice.size(); ++i) {
    EXPECT_GE(match.advice[i - 1].points, match.advice[i].points);
  }
  for (const RequirementMatch& requirement : match.requirements) {
    EXPECT_GE(requirement.gain, 0);
    EXPECT_LE(match.score + requirement.gain, 100 + 1e-9);
    if (requirement.value >= 1) {
      EXPECT_NEAR(requirement.gain, 0, 1e-9);
    }
  }
}

TEST(MatchResume, SaysThatAPostingIsInAnotherLanguage) {
  const Match match = MatchOf(
      "Alex Sample\nalex@example.com | 555-0100\n\nBerufserfahrung\n\nTechniker, Beispiel GmbH   "
      "01/2020 - heute\n- Wartung von Kälteanlagen und der Steuerungen\n",
      "Servicetechniker Kältetechnik\n\nIhre Aufgaben:\n- Wartung und Reparatur von Kälteanlagen "
      "beim "
      "Kunden\n- Fehlersuche an elektrischen Steuerungen\n- Inbetriebnahme neuer Anlagen und "
      "Dokumentation der Arbeiten\n");
  ASSERT_FALSE(match.warnings.empty());
  EXPECT_EQ(match.warnings[0].id, "other-language");
  for (const Feature& feature : match.features) {
    EXPECT_FALSE(feature.id == "field" && feature.used);
  }
  std::string words;
  for (const KeywordMatch& keyword : match.matched) words += keyword.term + "|";
  EXPECT_NE(words.find("Wartung|"), std::string::npos) << words;
  EXPECT_EQ(words.find("und|"), std::string::npos) << words;
}

TEST(MatchResume, AnEmptyPostingIsNotScored) {
  for (const char* posting : {"", "   \n\n", "...\n---", "Hello"}) {
    const Match match = MatchOf(ResumeText("Python"), posting);
    EXPECT_EQ(match.band, Band::kNotScored) << posting;
    EXPECT_EQ(match.score, 0) << posting;
    ASSERT_FALSE(match.warnings.empty()) << posting;
    EXPECT_EQ(match.warnings[0].id, "empty-posting");
  }
}

TEST(MatchResume, AKnownSkillOrTitleAloneIsScored) {
  for (const char* posting : {"Python", "Chef", "Hello Python"})
    EXPECT_NE(MatchOf(ResumeText("Python"), posting).band, Band::kNotScored) << posting;
}

TEST(MatchResume, AResumeWithoutWordsIsNotScored) {
  const Match match = MatchOf(ParsedResume(), Job(kJob));
  EXPECT_EQ(match.band, Band::kNotScored);
  EXPECT_EQ(match.score, 0);
}

TEST(MatchResume, TooFewYearsKnockOutBesideTheScore) {
  const std::string junior =
      "Ann Lee\nann@example.com\n\nEXPERIENCE\n\n"
      "Backend Developer, Acme Software                         Jan 2026 - Present\n"
      "- Built web services in Python\n";
  const std::string job =
      "Backend Developer\n\nRequirements\n- At least 8 years of experience\n- Python\n";
  const JobPosting posting = Job(job);
  const Match match = MatchOf(Parse(junior), posting);
  for (const size_t knock_out : match.knock_outs) {
    EXPECT_EQ(posting.requirements[knock_out].need, Need::kMust);
  }
  EXPECT_EQ(match.knocked_out, !match.knock_outs.empty());
  EXPECT_TRUE(match.knocked_out);
}

TEST(MatchResume, IsTheSameEveryTime) {
  const Match first = MatchOf(ResumeText("Python, SQL, Kafka"), kJob);
  const Match second = MatchOf(ResumeText("Python, SQL, Kafka"), kJob);
  EXPECT_EQ(first.score, second.score);
  ASSERT_EQ(first.missing.size(), second.missing.size());
  for (size_t i = 0; i < first.missing.size(); ++i) {
    EXPECT_EQ(first.missing[i].term, second.missing[i].term);
  }
}

TEST(RanksBefore, BreaksTiesByTheBytesOfTheId) {
  EXPECT_TRUE(RanksBefore(80, "b", 70, "a"));
  EXPECT_TRUE(RanksBefore(80, "B", 80, "a"));
  EXPECT_FALSE(RanksBefore(80, "a", 80, "a"));
}

double ValueOf(const Match& match, const std::string& feature_id) {
  for (const Feature& feature : match.features) {
    if (feature.id == feature_id) return feature.value;
  }
  ADD_FAILURE() << "no feature " << feature_id;
  return -1;
}

TEST(MatchResume, CountsADegreeByItsFieldOfStudyToo) {
  std::string dancer = ResumeText("Python");
  const std::string field = "Science in Computer Science";
  dancer.replace(dancer.find(field), field.size(), "Arts in Dance");
  EXPECT_DOUBLE_EQ(ValueOf(MatchOf(ResumeText("Python"), kJob), "degree"), 1);
  const double another = ValueOf(MatchOf(dancer, kJob), "degree");
  EXPECT_GE(another, 0.4);
  EXPECT_LT(another, 0.6);
}

// A résumé made anonymous: the title stands where the name would, and again beside placeholders.
std::string Anonymous(const std::string& headline, const std::string& position) {
  return headline + "\n\nEXPERIENCE\n\n" + position +
         "    01/2015 - Current\nCompany Name - City , State\n"
         "- Wrote services that answer requests\n\nEDUCATION\n\nBachelor of Science, 2012\n";
}

TEST(MatchResume, TakesATitleOverThePageForAPosition) {
  const Match titled = MatchOf(Anonymous("BACKEND DEVELOPER", "Consultant"), kJob);
  const Match other = MatchOf(Anonymous("PASTRY CHEF", "Consultant"), kJob);
  EXPECT_EQ(ValueOf(titled, "title"), 1);
  EXPECT_LT(ValueOf(other, "title"), 0.3);
  EXPECT_GT(ValueOf(titled, "occupation"), ValueOf(other, "occupation"));
}

TEST(MatchResume, GivesExecutivesNoPointsForLevelAtADesk) {
  EXPECT_EQ(ValueOf(MatchOf(Anonymous("CHIEF TECHNOLOGY OFFICER", "Consultant"), kJob), "level"),
            0);
  EXPECT_EQ(ValueOf(MatchOf(Anonymous("BACKEND DEVELOPER", "Developer"), kJob), "level"), 1);
}

TEST(MatchResume, WeighsRareWordsOfARequirementMoreThanFillers) {
  const std::string job =
      "Web Designer\n\nRequirements\n"
      "- Strong proven experience of working with HubSpot\n";
  const std::string head = "WEB DESIGNER\n\nEXPERIENCE\n\nWeb Designer, Acme    2015 - 2020\n";
  const Match named = MatchOf(head + "- Set up HubSpot\n", job);
  const Match filled =
      MatchOf(head + "- Strong and proven experience of working well in a team\n", job);
  ASSERT_FALSE(named.requirements.empty());
  EXPECT_GT(named.requirements[0].value, 0.6);
  EXPECT_LT(filled.requirements[0].value, 0.1);
}

// The résumés of the corpus as plain text, so that words can be changed.
std::vector<std::string> CorpusTexts() {
  std::vector<std::string> texts;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(
           std::string(ATSMATCH_SOURCE_DIR) + "/corpora/resumes")) {
    if (entry.path().extension() != ".pdf") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    const ParsedResume parsed = Parse({std::istreambuf_iterator<char>(file), {}});
    std::string text;
    for (const Line& line : parsed.lines) text += TextOf(parsed.document, line) + "\n";
    texts.push_back(std::move(text));
  }
  return texts;
}

TEST(MatchResume, NeverFallsWhenASkillAskedIsAddedToAResumeOfTheCorpus) {
  const JobPosting job = Job(kJob);
  const std::vector<std::string> texts = CorpusTexts();
  ASSERT_FALSE(texts.empty());
  for (const std::string& text : texts) {
    const std::string before = text + "\n\nSKILLS\n\nTeamwork";
    const double score = MatchOf(Parse(before), job).score;
    for (const char* skill : {"Python", "PostgreSQL", "Kubernetes", "Kafka"}) {
      EXPECT_GE(MatchOf(Parse(before + ", " + skill), job).score, score - 1e-9)
          << skill << " added to\n"
          << text.substr(0, 200);
    }
  }
}

TEST(MatchResume, DoesNotAskWhoAResumeOfTheCorpusIsOf) {
  const JobPosting job = Job(kJob);
  for (const std::string& text : CorpusTexts()) {
    const ParsedResume parsed = Parse(text);
    const std::string& name = parsed.resume.basics.name.value;
    const size_t at = text.find(name);
    if (name.empty() || at == std::string::npos) continue;
    std::string renamed = text;
    renamed.replace(at, name.size(), "Alex Morgan");
    EXPECT_NEAR(MatchOf(Parse(renamed), job).score, MatchOf(parsed, job).score, 1e-9) << name;
  }
}

}  // namespace
}  // namespace atsmatch
