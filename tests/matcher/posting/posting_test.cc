#include "matcher/posting/posting.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "matcher/posting/quantities.h"
#include "matcher/posting/summary.h"
#include "tests/case_file.h"
#include "tests/matcher/posting/read_posting.h"

namespace atsmatch {
namespace {

std::string Number(double value) {
  std::ostringstream out;
  out << value;
  return out.str();
}

// Whether words are a skill or a title is the taxonomy's to say and tested there.
std::string Kind(const Requirement& requirement) {
  const bool skill =
      requirement.kind == RequirementKind::kYears || requirement.kind == RequirementKind::kTitle;
  return std::string(RequirementKindName(skill ? RequirementKind::kSkill : requirement.kind));
}

std::string Shown(const Requirement& requirement) {
  std::string shown = (requirement.need == Need::kMust ? "must " : "nice ") + Kind(requirement);
  if (requirement.min_years > 0 || requirement.max_years > 0) {
    shown += " years=" + Number(requirement.min_years);
    if (requirement.max_years > 0) shown += "-" + Number(requirement.max_years);
  }
  if (requirement.degree_level > 0) {
    shown += " degree=" + std::string(DegreeWord(requirement.degree_level));
    if (requirement.or_equivalent) shown += "~";
  }
  return shown + ": " + requirement.text;
}

std::string Shown(const JobPosting& posting) {
  std::string shown;
  for (const Requirement& requirement : posting.requirements)
    shown += (shown.empty() ? "" : " // ") + Shown(requirement);
  return shown.empty() ? "nothing" : shown;
}

std::vector<std::string> Words(const Requirement& requirement) {
  std::vector<std::string> words;
  for (const Requirement::Alternative& alternative : requirement.alternatives)
    words.push_back(alternative.words);
  return words;
}

// "duties: Lead the team | requirements: Java": the parts that have text.
std::string ShownParts(const JobPosting& posting) {
  std::string shown;
  for (const PostingPart& part : posting.parts) {
    if (part.text.empty()) continue;
    if (!shown.empty()) shown += " | ";
    shown += std::string(PostingPartKindName(part.kind)) + ": " + TextOf(posting, part.text);
  }
  return shown;
}

bool HasWarning(const JobPosting& posting, std::string_view id) {
  return std::any_of(posting.warnings.begin(), posting.warnings.end(),
                     [&](const Warning& warning) { return warning.id == id; });
}

TEST(ParsePosting, ReadsOneLineOfRequirements) {
  for (const CaseLine& line : ReadCases("posting_requirements.tsv", 2)) {
    const JobPosting posting = ReadPosting("Painter\n\nRequirements:\n" + line.columns[0] + "\n");
    EXPECT_EQ(Shown(posting), line.columns[1]) << line.where;
  }
}

TEST(ParsePosting, FindsThePartsOfATextWithHeadings) {
  for (const CaseLine& line : ReadCases("posting_parts.tsv", 2))
    EXPECT_EQ(ShownParts(ReadPosting(line.columns[0])), line.columns[1]) << line.where;
}

TEST(ParsePosting, TakesEitherOfTwoAsAlternatives) {
  const JobPosting posting = ReadPosting("Developer\n\nRequirements:\nJava or Kotlin\n");
  ASSERT_EQ(posting.requirements.size(), 1u);
  EXPECT_EQ(Words(posting.requirements[0]), (std::vector<std::string>{"Java", "Kotlin"}));
  EXPECT_GE(posting.requirements[0].alternatives[0].concept_id, 0);
}

TEST(ParsePosting, TakesFieldsOfStudyAsAlternatives) {
  const JobPosting posting = ReadPosting(
      "Analyst\n\nRequirements:\nBachelor's degree in Finance, Economics or a related field\n");
  ASSERT_EQ(posting.requirements.size(), 1u);
  EXPECT_EQ(Words(posting.requirements[0]), (std::vector<std::string>{"Finance", "Economics"}));
}

TEST(ParsePosting, KeepsWordsThatNoTaxonomyKnows) {
  const JobPosting posting =
      ReadPosting("Crofter\n\nRequirements:\nExperience with zymbal flanging\n");
  ASSERT_EQ(posting.requirements.size(), 1u);
  EXPECT_EQ(Words(posting.requirements[0]), (std::vector<std::string>{"zymbal flanging"}));
  EXPECT_EQ(posting.requirements[0].alternatives[0].concept_id, -1);
}

TEST(ParsePosting, ReadsDutiesAsDuties) {
  const JobPosting posting =
      ReadPosting("Baker\n\nResponsibilities:\nBake bread\nRequirements:\nEarly riser\n");
  ASSERT_EQ(posting.requirements.size(), 2u);
  EXPECT_EQ(posting.requirements[0].part, PostingPartKind::kDuties);
  EXPECT_EQ(posting.requirements[0].need, Need::kMust);
  EXPECT_EQ(posting.requirements[1].part, PostingPartKind::kRequirements);
}

TEST(ParsePosting, AsksNothingInPraiseOfTheFirm) {
  const JobPosting posting = ReadPosting(
      "Clerk\n\nAbout us\nWe have a passion for service and strong experience in retail. With more "
      "than 50 years of "
      "experience, Acme has offices in ten countries.\n\nBenefits:\nHealth insurance\nTuition "
      "reimbursement\n\n"
      "Acme is an equal opportunity employer and does not discriminate on the basis of race, age "
      "or disability status.\n");
  EXPECT_EQ(Shown(posting), "nothing");
  EXPECT_TRUE(HasWarning(posting, "no-requirements"));
}

TEST(ParsePosting, TakesTheLargestYearsAndDegreeAskedAsAMust) {
  const JobPosting posting = ReadPosting(
      "Buyer\n\nRequirements:\n2 years of purchasing experience\n5+ years in manufacturing\n10 "
      "years of experience "
      "preferred\nBachelor's degree required; MBA preferred\n");
  EXPECT_EQ(posting.min_years, 5);
  EXPECT_EQ(DegreeWord(posting.degree_level), "bachelor");
}

TEST(ParsePosting, ReadsTextThatLostItsLineBreaks) {
  const JobPosting posting = ReadPosting(
      "Buyer\nAbout usWe are a maker of clocks.ResponsibilitiesNegotiate with "
      "suppliersRequirements3+ years of purchasing "
      "experienceStrong Excel skillsSAP experience is a plusBenefitsDental insurance");
  EXPECT_EQ(Shown(posting),
            "must skill: Negotiate with suppliers // must skill years=3: 3+ years of purchasing "
            "experience // "
            "must skill: Strong Excel skills // nice skill: SAP experience");
}

TEST(ParsePosting, PointsIntoItsText) {
  const JobPosting posting = ReadPosting(
      "Nurse\r\n\r\n<p>Requirements:</p><ul><li>NMC&nbsp;PIN</li><li>Caf\xC3\xA9 experience "
      "\xE2\x80\x93 2 years</li></ul>");
  ASSERT_FALSE(posting.requirements.empty());
  for (const Requirement& requirement : posting.requirements) {
    EXPECT_LE(requirement.source.begin, requirement.source.end);
    EXPECT_LE(requirement.source.end, posting.text.size());
  }
  size_t end = 0;
  for (const PostingPart& part : posting.parts) {
    EXPECT_LE(end, part.heading.empty() ? part.text.begin : part.heading.begin);
    end = part.text.empty() ? part.heading.end : part.text.end;
  }
  EXPECT_LE(end, posting.text.size());
}

TEST(ParsePosting, WarnsOfTextThatIsNoPosting) {
  EXPECT_TRUE(HasWarning(ReadPosting(""), "empty-posting"));
  EXPECT_TRUE(HasWarning(ReadPosting(" \n\t\n"), "empty-posting"));
  EXPECT_TRUE(HasWarning(ReadPosting("Cook wanted"), "very-short"));
  EXPECT_TRUE(HasWarning(ReadPosting("Cook wanted"), "no-requirements"));
}

TEST(ParsePosting, SurvivesGarbage) {
  std::string bytes;
  for (int i = 0; i < 20000; ++i) bytes += static_cast<char>((i * 7919) % 256);
  const JobPosting posting = ReadPosting(bytes);
  EXPECT_LE(posting.title_source.end, posting.text.size());
}

// Of the processor: others may be at work too.
double SecondsFor(const char* piece, size_t bytes) {
  std::string text = "Title\nRequirements:\n";
  while (text.size() < bytes) text += piece;
  const std::clock_t start = std::clock();
  ReadPosting(text);
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

// Text whose every place may be a boundary, a bullet or a cue took quadratic time once: nine times
// as long for thrice as much, whatever the machine and the sanitizer.
TEST(ParsePosting, TakesTimeInProportionToTheText) {
  constexpr double kUnmeasurable = 0.5;  // seconds
  for (const char* piece : {"a plus ", "aB", "* ", "required, ", "You must have Java. ", "<b", "(",
                            "A. ", "\xE2\x80\xA8"}) {
    EXPECT_LT(SecondsFor(piece, 120000), 5 * SecondsFor(piece, 40000) + kUnmeasurable) << piece;
  }
}

// The words of a list, without what joins them: "Java and SQL" says the same as "Java", "SQL".
// Which lists are cut is the taxonomy's to say, and it grows.
std::vector<std::string> WordsOf(const std::vector<std::string>& texts) {
  std::vector<std::string> words;
  for (const std::string& text : texts) {
    std::istringstream in(text);
    for (std::string word; in >> word;) {
      if (word.ends_with(",")) word.pop_back();
      if (word != "and") words.push_back(word);
    }
  }
  return words;
}

PostingSummary ReadExpected(const std::filesystem::path& path) {
  PostingSummary expected;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const size_t tab = line.find('\t');
    if (line.starts_with("#") || tab == line.npos) continue;
    const std::string field = line.substr(0, tab), value = line.substr(tab + 1);
    if (field == "title") expected.title = value;
    if (field == "min_years") expected.min_years = std::stod(value);
    if (field == "degree") expected.degree = value;
    if (field == "licence") expected.licences.push_back(value);
    if (field == "must") expected.must_have.push_back(value);
    if (field == "nice") expected.nice_to_have.push_back(value);
  }
  return expected;
}

TEST(Summarize, TellsWhatARecruiterReads) {
  size_t jobs = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::string(ATSMATCH_SOURCE_DIR) + "/corpora/jobs")) {
    if (entry.path().extension() != ".txt") continue;
    ++jobs;
    std::ifstream file(entry.path());
    const std::string text((std::istreambuf_iterator<char>(file)),
                           std::istreambuf_iterator<char>());
    const PostingSummary summary = Summarize(ReadPosting(text));
    const PostingSummary expected =
        ReadExpected(std::filesystem::path(entry.path()).replace_extension(".tsv"));
    EXPECT_EQ(summary.title, expected.title) << entry.path();
    EXPECT_EQ(summary.min_years, expected.min_years) << entry.path();
    EXPECT_EQ(summary.degree, expected.degree) << entry.path();
    EXPECT_EQ(summary.licences, expected.licences) << entry.path();
    EXPECT_EQ(WordsOf(summary.must_have), WordsOf(expected.must_have)) << entry.path();
    EXPECT_EQ(WordsOf(summary.nice_to_have), WordsOf(expected.nice_to_have)) << entry.path();
  }
  EXPECT_GE(jobs, 10u);
}

TEST(Summarize, CountsFullYearsOnly) {
  const auto years = [](const std::string& asked) {
    return Summarize(ReadPosting("Carer\n\nRequirements:\n" + asked + " of care experience\n"))
        .min_years;
  };
  EXPECT_EQ(years("6 months"), 0);
  EXPECT_EQ(years("12 months"), 1);
  EXPECT_EQ(years("18 months"), 1.5);
}

TEST(Summarize, TakesDutiesWhereNothingElseIsAsked) {
  const PostingSummary summary =
      Summarize(ReadPosting("Gardener\n\nYour duties:\nMow lawns\nPrune fruit trees\n"));
  EXPECT_EQ(summary.must_have, (std::vector<std::string>{"Mow lawns", "Prune fruit trees"}));
}

}  // namespace
}  // namespace atsmatch
