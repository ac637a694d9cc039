// What a job asks beside what a résumé says, as a recruiter would put it.
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "matcher/match.h"
#include "matcher/score/weights.h"
#include "matcher/skills/taxonomy.h"
#include "matcher/terms/statistics.h"
#include "parser/text/lexicon.h"
#include "tests/case_file.h"

namespace atsmatch {
namespace {

constexpr int kThisYear = 2026;
constexpr MatchOptions kToday{Date{kThisYear, 3, 1}};

struct World {
  Lexicon lexicon = Lexicon::BuiltIn();
  Taxonomy taxonomy = Taxonomy::BuiltIn();
  TermStatistics statistics = TermStatistics::BuiltIn();
  Weights weights = Weights::BuiltIn();
  Knowledge knowledge{&lexicon, &taxonomy, &statistics, &weights};
};

// "skills: Java | years: 4" -> {"skills", "Java"}, {"years", "4"}; what names no place is "work".
std::map<std::string, std::string> PlacesOf(const std::string& cell) {
  std::map<std::string, std::string> places;
  for (size_t begin = 0; begin < cell.size();) {
    const size_t bar = std::min(cell.find(" | ", begin), cell.size());
    const std::string piece = cell.substr(begin, bar - begin);
    begin = bar + 3;
    std::string place = "work";
    size_t from = 0;
    for (const char* known :
         {"skills", "education", "certificates", "languages", "title", "years"}) {
      if (!piece.starts_with(std::string(known) + ": ")) continue;
      place = known;
      from = place.size() + 2;
    }
    places[place] = piece.substr(from);
  }
  return places;
}

std::string ResumeText(const std::string& cell) {
  const std::map<std::string, std::string> places = PlacesOf(cell);
  const auto at = [&](const char* place, const char* otherwise) {
    const auto found = places.find(place);
    return found == places.end() ? std::string(otherwise) : found->second;
  };
  const int start = kThisYear - std::stoi(at("years", "3"));
  std::string text = "Alex Sample\nalex@example.com | 555-0100\n\nEXPERIENCE\n\n" +
                     at("title", "Assistant") + ", Example Ltd                         Jan " +
                     std::to_string(start) + " - Present\n- " +
                     at("work", "Kept the store room in order") + "\n";
  const std::pair<const char*, const char*> sections[] = {{"education", "EDUCATION"},
                                                          {"certificates", "CERTIFICATIONS"},
                                                          {"languages", "LANGUAGES"},
                                                          {"skills", "SKILLS"}};
  for (const auto& [place, heading] : sections) {
    if (places.contains(place))
      text += std::string("\n") + heading + "\n\n- " + places.at(place) + "\n";
  }
  return text;
}

std::string Shown(const Match& match) {
  std::string shown;
  for (const RequirementMatch& requirement : match.requirements) {
    if (!shown.empty()) shown += " ";
    shown += MetName(requirement.met);
  }
  return shown.empty() ? "-" : shown;
}

std::string Reasons(const Match& match, const JobPosting& job) {
  std::string reasons;
  for (const RequirementMatch& requirement : match.requirements) {
    const Requirement& asked = job.requirements[requirement.requirement];
    reasons += std::string(RequirementKindName(asked.kind)) + " \"" + asked.text + "\" " +
               std::to_string(requirement.value) + " " + requirement.reason + "\n";
  }
  return reasons;
}

// What one line of a file of cases asks, and how a résumé that says another fits.
struct Compared {
  JobPosting job;
  Match match;
};

Compared Compare(const World& world, const CaseLine& line) {
  Compared compared;
  compared.job = ParsePosting("Vacancy\n\nRequirements:\n" + line.columns[0] + "\n", world.taxonomy,
                              world.lexicon);
  const Result<ParsedResume> resume = ParseResume(ResumeText(line.columns[1]), world.lexicon, {});
  EXPECT_TRUE(resume.ok()) << line.where;
  if (resume.ok()) {
    compared.match = MatchResume(resume.value(), compared.job, world.knowledge, kToday);
  }
  return compared;
}

TEST(MatchResume, TellsWhatIsMet) {
  const World world;
  for (const CaseLine& line : ReadCases("fit.tsv", 3)) {
    const Compared compared = Compare(world, line);
    EXPECT_EQ(Shown(compared.match), line.columns[2])
        << line.where << ": " << line.columns[0] << " / " << line.columns[1] << "\n"
        << Reasons(compared.match, compared.job);
  }
}

TEST(MatchResume, TellsTheStrictestSearchThatFindsIt) {
  const World world;
  for (const CaseLine& line : ReadCases("searches.tsv", 3)) {
    const Match match = Compare(world, line).match;
    ASSERT_EQ(match.requirements.size(), 1u) << line.where;
    const RequirementMatch& found = match.requirements[0];
    EXPECT_EQ(found.has_name ? SearchName(found.found_by) : "-", line.columns[2])
        << line.where << ": " << line.columns[0] << " / " << line.columns[1];
  }
}

TEST(MatchResume, TellsWhatTheJobHasAUseFor) {
  const World world;
  const JobPosting job =
      ParsePosting("Clerk\n\nRequirements:\nMicrosoft Excel\nSQL\n", world.taxonomy, world.lexicon);
  const auto use_of = [&](const char* cell) {
    Result<ParsedResume> resume = ParseResume(ResumeText(cell), world.lexicon, {});
    EXPECT_TRUE(resume.ok());
    return MatchResume(resume.value(), job, world.knowledge, kToday).use;
  };
  const JobUse all = use_of("skills: Microsoft Excel, PostgreSQL");
  EXPECT_TRUE(all.known);
  EXPECT_GT(all.share, 0.9);  // PostgreSQL is a kind of SQL
  EXPECT_TRUE(all.unused.empty());
  const JobUse half = use_of("skills: Microsoft Excel, Kubernetes");
  EXPECT_NEAR(half.share, 0.5, 0.01);
  EXPECT_EQ(half.unused, std::vector<std::string>{"Kubernetes"});
  EXPECT_FALSE(use_of("work: Kept things tidy").known);
}

}  // namespace
}  // namespace atsmatch
