#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "parser/fields/contact_lines.h"
#include "parser/fields/fields.h"
#include "parser/fields/places.h"
#include "parser/text/lexicon.h"
#include "tests/parser/testing/make_layout.h"

namespace atsmatch {
namespace {

using testing::MakeLayout;
using testing::OneSection;
using testing::TestLine;

const Lexicon& BuiltIn() {
  static const Lexicon lexicon = Lexicon::BuiltIn();
  return lexicon;
}

// The lines as the header of a résumé whose text is set in 10 points.
Basics ReadHeader(std::vector<TestLine> lines) {
  const size_t header = lines.size();
  for (int i = 0; i < 5; ++i) {
    lines.push_back(
        {.text = "Kept the ward running through two winters with a small team", .gap_before = 20});
  }
  const Layout layout = MakeLayout(lines);
  std::vector<Section> sections(2);
  sections[0].kind = SectionKind::kHeader;
  sections[0].lines = {0, header};
  sections[1].kind = SectionKind::kWork;
  sections[1].lines = {header, lines.size()};
  Resume resume;
  ReadBasics({layout.document, layout.lines, sections, BuiltIn(), ""}, &resume);
  return resume.basics;
}

struct HeaderCase {
  const char* what;
  std::vector<TestLine> lines;
  std::string name, label;
};

TEST(ReadBasics, FindsNameAndLabel) {
  const HeaderCase cases[] = {
      {"largest line",
       {{.text = "Jane Doe", .size = 24}, {.text = "Staff Nurse"}, {.text = "jane@example.com"}},
       "Jane Doe",
       "Staff Nurse"},
      {"the position in the margin",
       {{.text = "Jane Roe", .size = 14},
        {.text = "jane@example.com"},
        {.text = "555 0119"},
        {.text = "POSITION", .label = true},
        {.text = "Crane Operator"}},
       "Jane Roe",
       "Crane Operator"},
      {"a street is no label",
       {{.text = "Jane Roe", .bold = true, .size = 14}, {.text = "Rua Harmonia 412"}},
       "Jane Roe",
       ""},
      {"a greeting",
       {{.text = "Hello, I'm Jane Marie", .size = 40},
        {.text = "Doecaster.", .size = 40},
        {.text = "Staff Nurse"}},
       "Jane Marie Doecaster",
       "Staff Nurse"},
      {"a paragraph is no label",
       {{.text = "Jane Doe", .size = 24},
        {.text = "Leeds | jane@example.com"},
        {.text = "Head nurse with nine years in cardiology. Trains"},
        {.text = "the students of two wards."}},
       "Jane Doe",
       ""},
      {"an address is no label",
       {{.text = "Jane Doe", .size = 24},
        {.text = "Unit 4, Paintworks Yard, BS4 3EH Bristol"},
        {.text = "+44 117 555 0162"},
        {.text = "jane@example.com"},
        {.text = "https://jane.example.com"},
        {.text = "Staff Nurse"}},
       "Jane Doe",
       "Staff Nurse"},
      {"small words of a name",
       {{.text = "María José Fernández de la", .size = 20}, {.text = "Cruz", .size = 20}},
       "María José Fernández de la Cruz",
       ""},
      {"capitals",
       {{.text = "LUCÍA FERNÁNDEZ", .size = 20}, {.text = "Executive Chef"}},
       "Lucía Fernández",
       "Executive Chef"},
      {"letters behind the name stay",
       {{.text = "ROSA M. DELGADO, LCSW", .size = 20}},
       "Rosa M. Delgado, LCSW",
       ""},
      {"numerals stay",
       {{.text = "MARCUS WHITEHORSE III", .size = 20}},
       "Marcus Whitehorse III",
       ""},
      {"over two lines",
       {{.text = "João Guilherme", .size = 24},
        {.text = "dos Santos", .size = 24},
        {.text = "joao.santos@example.com"}},
       "João Guilherme dos Santos",
       ""},
      {"cut at a hyphen",
       {{.text = "Danielle Okafor-", .size = 24}, {.text = "Reyes", .size = 24}},
       "Danielle Okafor-Reyes",
       ""},
      {"behind a bar",
       {{.text = "Jane Doe | Software Engineer", .size = 14}, {.text = "jane.doe@example.com"}},
       "Jane Doe",
       "Software Engineer"},
      {"under the document's title",
       {{.text = "Curriculum Vitae", .bold = true, .size = 22},
        {.text = "Jane Doe", .size = 14},
        {.text = "jane.doe@example.com"}},
       "Jane Doe",
       ""},
      {"labelled",
       {{.text = "Name: Tan Wei Xuan"}, {.text = "Phone: +65 6555 0176"}},
       "Tan Wei Xuan",
       ""},
      {"small, but the e-mail says it",
       {{.text = "Lagos, Nigeria"}, {.text = "Amina Bello"}, {.text = "amina.bello@example.com"}},
       "Amina Bello",
       ""},
      {"beside the contact block",
       {{.text = "Jane Doe\t+1 512 555 0147", .size = 14}, {.text = "jane.doe@example.com"}},
       "Jane Doe",
       ""},
      {"label over two lines",
       {{.text = "Élodie Lefèvre", .size = 24},
        {.text = "Translator &", .italic = true, .size = 12},
        {.text = "Conference Interpreter", .italic = true, .size = 12}},
       "Élodie Lefèvre",
       "Translator & Conference Interpreter"},
  };
  for (const HeaderCase& test : cases) {
    const Basics basics = ReadHeader(test.lines);
    EXPECT_EQ(basics.name.value, test.name) << test.what;
    EXPECT_EQ(basics.label.value, test.label) << test.what;
  }
}

TEST(ReadBasics, TellsTheLabelFromWhatStandsAroundIt) {
  const Basics one_line = ReadHeader(
      {{.text = "Jane Roe, Head of Marketing", .size = 14}, {.text = "jane@example.com"}});
  EXPECT_EQ(one_line.name.value, "Jane Roe");
  EXPECT_EQ(one_line.label.value, "Head of Marketing");
  // The town had room on the line above.
  const Basics town = ReadHeader({{.text = "Jane Roe", .size = 14},
                                  {.text = "Software Engineer"},
                                  {.text = "Quuxham"},
                                  {.text = "jane@example.com"}});
  EXPECT_EQ(town.label.value, "Software Engineer");
}

TEST(ReadBasics, FindsNoNameInAListOfSkills) {
  EXPECT_FALSE(ReadHeader({{.text = "skills: Python, SQL"}, {.text = "2019 - 2021"}}).name.known());
}

TEST(ReadBasics, TakesAHeadlineWithoutANameForTheLabel) {
  const Basics basics = ReadHeader({{.text = "SENIOR ACCOUNTANT"}});
  EXPECT_EQ(basics.name.value, "");
  EXPECT_EQ(basics.label.value, "SENIOR ACCOUNTANT");
  EXPECT_EQ(ReadHeader({{.text = "SALES"}}).label.value, "SALES");
  EXPECT_EQ(ReadHeader({{.text = "Kept a small ward running through the winter"}}).label.value, "");
}

TEST(ReadBasics, FindsNoNameInASectionOfPlainText) {
  std::vector<TestLine> lines = {{.text = "TEACHER"}, {.text = "Core Accomplishments"}};
  const Layout layout = MakeLayout(lines);
  std::vector<Section> sections(2);
  sections[0].kind = SectionKind::kHeader;
  sections[0].lines = {0, 1};
  sections[1].kind = SectionKind::kWork;
  sections[1].lines = {1, 2};
  Resume resume;
  ReadBasics({layout.document, layout.lines, sections, BuiltIn(), ""}, &resume);
  EXPECT_EQ(resume.basics.name.value, "");
}

TEST(ReadBasics, FindsAddresses) {
  const Basics basics =
      ReadHeader({{.text = "Jane Doe", .size = 20},
                  {.text = "(512) 555-0147 | jane@example.com | www.janedoe.example.org"},
                  {.text = "linkedin.com/in/jane-doe"}});
  EXPECT_EQ(basics.phone.value, "(512) 555-0147");
  EXPECT_EQ(basics.email.value, "jane@example.com");
  EXPECT_EQ(basics.url.value, "https://www.janedoe.example.org");
  ASSERT_EQ(basics.profiles.size(), 1u);
  EXPECT_EQ(basics.profiles[0].network.value, "LinkedIn");
  EXPECT_EQ(basics.profiles[0].username.value, "jane-doe");
}

TEST(ReadBasics, SkipsTheFax) {
  const Basics basics =
      ReadHeader({{.text = "Fax: (512) 555-0199"}, {.text = "Phone: (512) 555-0147"}});
  EXPECT_EQ(basics.phone.value, "(512) 555-0147");
  EXPECT_TRUE(basics.other_phones.empty());
}

TEST(ReadBasics, TakesNoPostcodeOfTheCellBesideForAPhone) {
  const Basics basics = ReadHeader({{.text = "Jane Doe", .bold = true, .size = 20},
                                    {.text = "918 Maple Ave, Evanston, IL 60201\t312-555-0182"}});
  EXPECT_EQ(basics.phone.value, "312-555-0182");
  EXPECT_TRUE(basics.other_phones.empty());
}

TEST(ReadBasics, JoinsAnEmailThatANarrowColumnCut) {
  const Layout layout = MakeLayout({{.text = "jane.doe@example.co"}, {.text = "m"}}, 96);
  const std::vector<Section> sections{OneSection(layout, SectionKind::kContact)};
  Resume resume;
  ReadBasics({layout.document, layout.lines, sections, BuiltIn(), ""}, &resume);
  EXPECT_EQ(resume.basics.email.value, "jane.doe@example.com");
}

TEST(ReadBasics, TheEndOfAnEmailIsNoWebAddress) {
  const Layout layout = MakeLayout({{.text = "jane.doe@mill.exam"}, {.text = "ple.net"}}, 92);
  const std::vector<Section> sections{OneSection(layout, SectionKind::kContact)};
  Resume resume;
  ReadBasics({layout.document, layout.lines, sections, BuiltIn(), ""}, &resume);
  EXPECT_EQ(resume.basics.email.value, "jane.doe@mill.example.net");
  EXPECT_FALSE(resume.basics.url.known());
}

TEST(ReadBasics, TheSizeOfAPictureIsNoUserName) {
  EXPECT_TRUE(ReadHeader({{.text = "64x64"}, {.text = "Jane Doe", .size = 24}}).profiles.empty());
}

TEST(ReadBasics, ReadsUserNamesBesideTheirNetwork) {
  const struct {
    std::vector<TestLine> lines;
    std::string network, username;
  } cases[] = {
      {{{.text = "LinkedIn: jane-doe"}}, "LinkedIn", "jane-doe"},
      {{{.text = "jane-doe (GitHub)"}}, "GitHub", "jane-doe"},
      {{{.text = "GitHub\tLinkedIn"}, {.text = "jdoe-x\tjane-doe"}}, "GitHub", "jdoe-x"},
      {{{.text = "LinkedIn", .link = "https://www.linkedin.com/in/jane-doe"}},
       "LinkedIn",
       "jane-doe"},
      {{{.text = "jane-doe-x", .icon = Icon::kNetwork}}, "", "jane-doe-x"},
  };
  for (const auto& test : cases) {
    const Basics basics = ReadHeader(test.lines);
    ASSERT_FALSE(basics.profiles.empty()) << test.lines[0].text;
    EXPECT_EQ(basics.profiles[0].network.value, test.network) << test.lines[0].text;
    EXPECT_EQ(basics.profiles[0].username.value, test.username) << test.lines[0].text;
  }
}

TEST(ReadBasics, TakesAHeadingUnderANetworkForNoUserName) {
  const Basics basics = ReadHeader({{.text = "LinkedIn"}, {.text = "Skills"}});
  for (const Profile& profile : basics.profiles) EXPECT_NE(profile.username.value, "Skills");
}

TEST(ReadBasics, TakesAMapForNoHomepage) {
  const Basics basics =
      ReadHeader({{.text = "Pune, India", .link = "https://www.google.com/maps?q=Pune"}});
  EXPECT_FALSE(basics.url.known());
}

TEST(ReadBasics, FindsAPlainSummaryInTheHeader) {
  const Basics basics =
      ReadHeader({{.text = "Jane Doe", .size = 20},
                  {.text = "jane@example.com"},
                  {.text = "Nurse with nine years at the bedside in medical and surgical wards.",
                   .gap_before = 20},
                  {.text = "Pune, India", .gap_before = 20}});
  EXPECT_EQ(basics.summary.value,
            "Nurse with nine years at the bedside in medical and surgical wards.");
}

TEST(ReadBasics, EveryFieldHasEvidenceInsideTheDocument) {
  const Basics basics = ReadHeader(
      {{.text = "Jane Doe", .size = 20}, {.text = "Leeds, UK | jane@example.com | 0113 496 0123"}});
  for (const Text* field : {&basics.name, &basics.email, &basics.phone, &basics.location.city}) {
    ASSERT_TRUE(field->known());
    EXPECT_FALSE(field->evidence.words.empty()) << field->value;
    EXPECT_LE(field->evidence.words.end, 10u) << field->value;
    EXPECT_STRNE(field->evidence.rule, "") << field->value;
  }
}

TEST(ReadBasics, LeavesHeadlinesAndDetailsOutOfTheSummary) {
  const Layout layout = MakeLayout({{.text = "Let me introduce myself.", .size = 20},
                                    {.text = "Nurse with nine years in cardiology."},
                                    {.text = "Fullname:"},
                                    {.text = "Jane Doe"},
                                    {.text = "Job:"},
                                    {.text = "Staff Nurse"}});
  Resume resume;
  ReadBasics(
      {layout.document, layout.lines, {OneSection(layout, SectionKind::kSummary)}, BuiltIn(), ""},
      &resume);
  EXPECT_EQ(resume.basics.summary.value, "Nurse with nine years in cardiology.");
}

WordText Plain(const std::string& text) { return {text, {}}; }

struct PlaceCase {
  const char* text;
  const char *city, *postal_code, *region, *country;
};

TEST(ParsePlace, ReadsAddressesFromTheirEnd) {
  const PlaceCase cases[] = {
      {"2217 Kinney Ave Apt 6, Austin, TX 78704, USA", "Austin", "78704", "TX", "US"},
      {"Austin, TX", "Austin", "", "TX", "US"},
      {"37077 Göttingen", "Göttingen", "37077", "", ""},
      {"Calle de la Paz 8, 46003 Valencia, Spain", "Valencia", "46003", "", "ES"},
      {"31 Severn Grove, Cardiff CF11 9LJ, United Kingdom", "Cardiff", "CF11 9LJ", "", "GB"},
      {"9 Hout Lane, Cape Town 8001, South Africa", "Cape Town", "8001", "", "ZA"},
      {"14 Prabhat Road, Pune, Maharashtra 411004 IN", "Pune", "411004", "Maharashtra", "IN"},
      {"Gorriti 4555, 2º B, C1414 Buenos Aires", "Buenos Aires", "C1414", "", ""},
      {"Evanston, IL 60201", "Evanston", "60201", "IL", "US"},
      {"Singapore 120555", "Singapore", "120555", "", "SG"},
      {"Singapore, SG", "Singapore", "", "", "SG"},
      {"Japan", "", "", "", "JP"},
      {"Spaarne 55, 2011 AB Haarlem", "Haarlem", "2011 AB", "", ""},
      {"Dubai AE", "Dubai", "", "", "AE"},
      {"名古屋市", "名古屋市", "", "", ""},
      {"Utrecht, NL", "Utrecht", "", "", "NL"},
      {"Nieuwe Niedorp, NL", "Nieuwe Niedorp", "", "", "NL"},
      {"Toronto, ON", "Toronto", "", "ON", "CA"},
      {"Hyderabad, IN", "Hyderabad", "", "", "IN"},
      {"Gary, IN", "Gary", "", "IN", "US"},
      {"Kraków, PL", "Kraków", "", "", "PL"},
      {"Torino, TO", "Torino", "", "TO", ""},
      {"Remote (Columbus, OH)", "Columbus", "", "OH", "US"},
      {"918 Maple Ave Evanston Illinois 60201 US", "Evanston", "60201", "Illinois", "US"},
      {"388 Wager St Columbus OH 43205 US", "Columbus", "43205", "OH", "US"},
      {"31 Severn Grove Cardiff Wales CF11 9LJ GB", "Cardiff", "CF11 9LJ", "Wales", "GB"},
      {"7/2 Kutchery Road, Mylapore Chennai Tamil Nadu 600004 IN", "Chennai", "600004",
       "Tamil Nadu", "IN"},
      {"Seeallee 12, 71638, Ludwigsburg (DE), Baden-Württemberg", "Ludwigsburg", "71638",
       "Baden-Württemberg", "DE"},
  };
  for (const PlaceCase& test : cases) {
    const PlaceGuess guess = ParsePlace(BuiltIn(), Plain(test.text));
    EXPECT_EQ(guess.location.city.value, test.city) << test.text;
    EXPECT_EQ(guess.location.postal_code.value, test.postal_code) << test.text;
    EXPECT_EQ(guess.location.region.value, test.region) << test.text;
    EXPECT_EQ(guess.location.country_code.value, test.country) << test.text;
  }
}

TEST(ParsePlace, ScoresWhatIsNoPlaceLow) {
  for (const char* text : {"Registered Nurse, Critical Care", "Led a team of nine, shipped on time",
                           "Python, SQL, Go"}) {
    EXPECT_LT(ParsePlace(BuiltIn(), Plain(text)).score, kPlaceScore) << text;
  }
}

TEST(FindLocation, StandsBeforeTheLabelOfWhatFollows) {
  EXPECT_EQ(ReadHeader({{.text = "Jane Doe", .size = 20},
                        {.text = "Chennai. Phone +91 90035 55018. Email jane@example.com."}})
                .location.city.value,
            "Chennai");
}

TEST(FindLocation, TakesALoneWordOnlyWhereAMarkSaysPlace) {
  EXPECT_EQ(ReadHeader({{.text = "Ludwigsburg", .icon = Icon::kPlace}}).location.city.value,
            "Ludwigsburg");
  EXPECT_EQ(ReadHeader({{.text = "Location: Ludwigsburg"}}).location.city.value, "Ludwigsburg");
  EXPECT_FALSE(ReadHeader({{.text = "Notable"}}).location.city.known());
}

TEST(ReadBasics, ListsOfLanguagesNeedNoLabel) {
  const Layout layout = MakeLayout(
      {{.text = "Jane Doe", .size = 20}, {.text = "Leeds, UK\tPolish, English, German"}});
  const std::vector<Section> sections = {OneSection(layout, SectionKind::kHeader)};
  Resume resume;
  ReadBasics({layout.document, layout.lines, sections, BuiltIn(), ""}, &resume);
  ASSERT_EQ(resume.languages.size(), 3u);
  EXPECT_EQ(resume.languages[2].language.value, "German");
}

TEST(ReadWeb, AddressesThatANarrowColumnCutGoOn) {
  const auto urls = [](const std::vector<TestLine>& lines) {
    const Layout layout = MakeLayout(lines, 140);
    const std::vector<Section> sections = {OneSection(layout, SectionKind::kContact)};
    Resume resume;
    ReadBasics({layout.document, layout.lines, sections, BuiltIn(), ""}, &resume);
    std::string text = resume.basics.url.value + "\n";
    for (const Profile& profile : resume.basics.profiles) text += profile.url.value + "\n";
    return text;
  };
  // 28 letters fill the column.
  EXPECT_EQ(urls({{.text = "https://www.linkedin.com/in/"}, {.text = "jane-roe-ops"}}),
            "\nhttps://www.linkedin.com/in/jane-roe-ops\n");
  EXPECT_EQ(urls({{.text = "https://www.xing.com/profile"}, {.text = "/Jane_Roe"}}),
            "\nhttps://www.xing.com/profile/Jane_Roe\n");
  EXPECT_EQ(urls({{.text = "https://www.xing.com/profile/"}, {.text = "Jane_Roe"}}),
            "\nhttps://www.xing.com/profile/Jane_Roe\n");
  EXPECT_EQ(urls({{.text = "https://janeroestudio.example."}, {.text = "com"}}),
            "https://janeroestudio.example.com\n");
}

TEST(ReadWeb, OneUserNameAtTwoNetworksIsTwoProfiles) {
  const Basics basics =
      ReadHeader({{.text = "Jane Doe", .size = 20}, {.text = "github.com/jdoe | kaggle.com/jdoe"}});
  EXPECT_EQ(basics.profiles.size(), 2u);
}

TEST(FindLabel, EndsWhereAParagraphBegins) {
  const TestLine name{.text = "Jane Doe", .size = 20};
  const TestLine first{.text =
                           "Friendly shop assistant with four years on the floor, at the till and"};
  const TestLine second{.text = "in the stock room."};
  EXPECT_EQ(ReadHeader({name, {.text = "Shop Assistant"}, first, second}).label.value,
            "Shop Assistant");
  EXPECT_EQ(ReadHeader({name, first, second}).label.value, "");
}

TEST(FindLabel, EndsBeforeAWholeAddress) {
  const Basics basics = ReadHeader({{.text = "Jana Doe", .size = 20},
                                    {.text = "Physiotherapeutin • Annenstraße 14, 8020 Graz"},
                                    {.text = "jana@example.com"}});
  EXPECT_EQ(basics.label.value, "Physiotherapeutin");
  EXPECT_EQ(basics.location.address.value, "Annenstraße 14");
  EXPECT_EQ(basics.location.city.value, "Graz");
}

TEST(FindLocation, StandsBehindWordsThatSaySo) {
  EXPECT_EQ(ReadHeader({{.text = "Jane Doe", .size = 20}, {.text = "Based in Bristol, UK"}})
                .location.city.value,
            "Bristol");
}

TEST(FindLocation, MayStandBesideANameOnTwoLines) {
  EXPECT_EQ(ReadHeader({{.text = "María del Carmen", .size = 30},
                        {.text = "C1414 Buenos Aires", .x = 400},
                        {.text = "Echeverría Ibáñez", .size = 30},
                        {.text = "mc@example.com", .x = 400}})
                .location.city.value,
            "Buenos Aires");
}

TEST(FindLocation, ANumberBeforeACommaMayBeThatOfTheHouse) {
  const Location location = ReadHeader({{.text = "Jane Doe", .size = 20},
                                        {.text = "4210, rue De Bullion, Montréal H2W 2E6"},
                                        {.text = "jane@example.com"}})
                                .location;
  EXPECT_EQ(location.address.value, "4210, rue De Bullion");
  EXPECT_EQ(location.city.value, "Montréal");
  EXPECT_EQ(location.postal_code.value, "H2W 2E6");
}

TEST(FindLocation, IsNotTakenForTheLabel) {
  for (const char* line :
       {"Leipzig (DE)", "Leipzig – Germany", "Leipzig / Germany", "Leipzig DE", "Leipzig / Remote",
        "Leipzig, Germany (hybrid)", "Registered Nurse, Leipzig",
        "Registered Nurse · Leipzig, Germany", "A: Karl-Heine-Straße 10, 04109 Leipzig",
        "I live in Leipzig and can be reached at jane@example.com."}) {
    const Basics basics = ReadHeader(
        {{.text = "Jane Doe", .size = 20}, {.text = line}, {.text = "jane@example.com"}});
    EXPECT_EQ(basics.location.city.value, "Leipzig") << line;
    EXPECT_EQ(basics.label.value.find("Leipzig"), std::string::npos) << line;
  }
  const Basics below = ReadHeader({{.text = "Jane Doe", .size = 20},
                                   {.text = "Staff Nurse"},
                                   {.text = "Leipzig DE"},
                                   {.text = "jane@example.com"}});
  EXPECT_EQ(below.label.value, "Staff Nurse");
  EXPECT_EQ(below.location.country_code.value, "DE");
}

}  // namespace
}  // namespace atsmatch
