#include "parser/text/contact.h"

#include <gtest/gtest.h>

#include "parser/text/lexicon.h"
#include "tests/case_file.h"
#include "tests/temporary_folder.h"

namespace atsmatch {
namespace {

std::string Shown(const std::vector<TextMatch>& matches) {
  std::string text;
  for (const TextMatch& match : matches) text += (text.empty() ? "" : " ; ") + match.value;
  return text.empty() ? "none" : text;
}

void CheckCases(const char* file, std::vector<TextMatch> (*find)(std::string_view)) {
  for (const CaseLine& line : ReadCases(file, 2)) {
    const std::vector<TextMatch> matches = find(line.columns[0]);
    EXPECT_EQ(Shown(matches), line.columns[1]) << line.where << ": " << line.columns[0];
    size_t end = 0;
    for (const TextMatch& match : matches) {  // in the text, in order
      EXPECT_LE(end, match.begin) << line.where;
      EXPECT_LT(match.begin, match.end) << line.where;
      EXPECT_LE(match.end, line.columns[0].size()) << line.where;
      end = match.end;
    }
  }
}

TEST(FindEmails, TakesTheCasesOfTheFile) { CheckCases("emails.tsv", FindEmails); }
TEST(FindPhones, TakesTheCasesOfTheFile) { CheckCases("phones.tsv", FindPhones); }
TEST(FindUrls, TakesTheCasesOfTheFile) { CheckCases("urls.tsv", FindUrls); }

TEST(FindEmails, PointsAtTheBytesOfTheText) {
  const std::string text = "Straße · jane@ example.com";
  const std::vector<TextMatch> matches = FindEmails(text);
  ASSERT_EQ(matches.size(), 1u);
  EXPECT_EQ(matches[0].value, "jane@example.com");
  EXPECT_EQ(text.substr(matches[0].begin, matches[0].end - matches[0].begin), "jane@ example.com");
}

TEST(WithScheme, PutsOneInFrontOfABareHost) {
  EXPECT_EQ(WithScheme("example.com/a"), "https://example.com/a");
  EXPECT_EQ(WithScheme("//example.com"), "https://example.com");
  EXPECT_EQ(WithScheme("http://example.com"), "http://example.com");
  EXPECT_EQ(WithScheme("mailto:jane@example.com"), "mailto:jane@example.com");
}

TEST(FindProfile, KnowsNetworksAndUsernames) {
  const TemporaryFolder folder;
  folder.Write(
      "networks.tsv",
      "LinkedIn\tlinkedin.com\nGitHub\tgithub.com\nZing\tzing\nStack Overflow\tstackoverflow.com\n"
      "Google Scholar\tscholar.google.com\nMedium\tmedium.com\nORCID\torcid.org\n");
  const Result<Lexicon> lexicon = Lexicon::WithFolder(folder.path());
  ASSERT_TRUE(lexicon.ok()) << lexicon.error().Message();
  const struct {
    const char *url, *network, *username;
  } kCases[] = {
      {"https://www.linkedin.com/in/jane", "LinkedIn", "jane"},
      {"linkedin.com/in/jane-doe/", "LinkedIn", "jane-doe"},
      {"https://de.linkedin.com/in/jane?lang=de", "LinkedIn", "jane"},
      {"linkedin.com/in/j%C3%A4ne", "LinkedIn", "jäne"},
      {"www.linkedin.com", "LinkedIn", ""},
      {"GitHub.com/Jane#top", "GitHub", "Jane"},
      {"github.com/jane/project", "GitHub", "jane"},
      {"zing.com/profile/Jane_Doe", "Zing", "Jane_Doe"},
      {"https://stackoverflow.com/users/42/jane", "Stack Overflow", "jane"},
      {"https://stackoverflow.com/users/42", "Stack Overflow", "42"},
      {"https://scholar.google.com/citations?user=AbC1&hl=en", "Google Scholar", "AbC1"},
      {"medium.com/@jane", "Medium", "jane"},
      {"jane.medium.com", "Medium", "jane"},
      {"orcid.org/0000-0002-1825-0097", "ORCID", "0000-0002-1825-0097"},
      {"example.com/in/jane", "", ""},
      {"notlinkedin.com/in/jane", "", ""},
      {"", "", ""},
  };
  for (const auto& [url, network, username] : kCases) {
    const ProfileParts parts = FindProfile(url, lexicon.value());
    EXPECT_EQ(parts.network, network) << url;
    EXPECT_EQ(parts.username, username) << url;
  }
}

}  // namespace
}  // namespace atsmatch
