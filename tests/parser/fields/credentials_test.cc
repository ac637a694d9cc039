#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "parser/fields/date_order.h"
#include "parser/fields/fields.h"
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

using Reader = void (*)(const FieldContext&, const std::vector<size_t>&, Resume*);

Resume ReadWith(Reader reader, SectionKind kind, const std::vector<TestLine>& lines) {
  const Layout layout = MakeLayout(lines);
  const std::vector<Section> sections{OneSection(layout, kind)};
  Resume resume;
  reader({layout.document, layout.lines, sections, BuiltIn(), ""}, {0}, &resume);
  return resume;
}

std::string ToString(const Text& name, const Text& giver, const DateField& date) {
  return name.value + " | " + giver.value + " | " + (date.known() ? ToIsoDate(date.value) : "");
}

std::string ToString(const std::vector<Certificate>& certificates) {
  std::string all;
  for (const Certificate& entry : certificates)
    all += ToString(entry.name, entry.issuer, entry.date) + "\n";
  return all;
}

TEST(ReadCertificates, DecidesTheFormForTheSection) {
  const struct {
    const char* form;
    std::vector<TestLine> lines;
    std::string certificates;
  } cases[] = {
      {"commas",
       {{.text = "Registered Nurse License, Texas, Texas Board of Nursing, Jun 2015"},
        {.text = "First Aid, Red Cross, May 2020"}},
       "Registered Nurse License, Texas | Texas Board of Nursing | 2015-06\nFirst Aid | Red Cross "
       "| 2020-05\n"},
      {"brackets",
       {{.text = "Working at Heights (SafeWork Training Co), 2019"},
        {.text = "First Aid (Red Cross), 2020"}},
       "Working at Heights | SafeWork Training Co | 2019\nFirst Aid | Red Cross | 2020\n"},
      {"a bracket that goes on below",
       {{.text = "Working at Heights (SafeWork Training", .gap_before = 5},
        {.text = "Services)", .gap_before = 5},
        {.text = "First Aid (Red Cross)", .gap_before = 5}},
       "Working at Heights | SafeWork Training Services | \nFirst Aid | Red Cross | \n"},
      {"giver and date in one bracket",
       {{.text = "Working at Heights (SafeWork Training Co, 2019)"},
        {.text = "First Aid (Red Cross, 2020)"}},
       "Working at Heights | SafeWork Training Co | 2019\nFirst Aid | Red Cross | 2020\n"},
      {"bold names above issuers",
       {{.text = "First Aid", .bold = true},
        {.text = "Red Cross / Jul 2018"},
        {.text = "CISA", .bold = true},
        {.text = "ISACA / Dec 2016"}},
       "First Aid | Red Cross | 2018-07\nCISA | ISACA | 2016-12\n"},
      {"words before the issuer",
       {{.text = "First Aid", .bold = true},
        {.text = "Issued by Red Cross"},
        {.text = "2018-11"},
        {.text = "CISA", .bold = true},
        {.text = "Issued by ISACA"},
        {.text = "2016-12"}},
       "First Aid | Red Cross | 2018-11\nCISA | ISACA | 2016-12\n"},
      {"gaps alone",
       {{.text = "ATPL 555-0142"},
        {.text = "GCAA"},
        {.text = "Class 1 Medical", .gap_before = 12},
        {.text = "GCAA"}},
       "ATPL 555-0142 | GCAA | \nClass 1 Medical | GCAA | \n"},
      {"dates in the gutter",
       {{.text = "2018", .label = true},
        {.text = "First Aid, Red Cross"},
        {.text = "2019", .label = true},
        {.text = "CISA, ISACA"}},
       "First Aid | Red Cross | 2018\nCISA | ISACA | 2019\n"},
      {"bullets",
       {{.text = "First Aid", .bullet = true}, {.text = "Aerial Lift", .bullet = true}},
       "First Aid |  | \nAerial Lift |  | \n"},
      {"a run of entries",
       {{.text = "First Aid (Red Cross, 2020); CISA (ISACA, 2016); Welding (TWI, 2014)"}},
       "First Aid | Red Cross | 2020\nCISA | ISACA | 2016\nWelding | TWI | 2014\n"},
      {"a colon in each line",
       {{.text = "Best Paper: Harbour University\t2019"},
        {.text = "3rd, City Bake-Off: Guild of Bakers\t2021"}},
       "Best Paper | Harbour University | 2019\n3rd, City Bake-Off | Guild of Bakers | 2021\n"},
      {"bold names, however few their letters",
       {{.text = "**First Aid** — Red Cross Training of the South"},
        {.text = "**Mobile Elevating Work Platforms** — TWI"}},
       "First Aid | Red Cross Training of the South | \nMobile Elevating Work Platforms | TWI | "
       "\n"},
      {"a comma of neither look",
       {{.text = "**Best Paper** , Harbour University"},
        {.text = "**Top Cook** , Guild of Bakers"}},
       "Best Paper | Harbour University | \nTop Cook | Guild of Bakers | \n"},
      {"a company's comma",
       {{.text = "Aerial Lift Operator, A&B Electric, Inc., 2023"}},
       "Aerial Lift Operator | A&B Electric, Inc. | 2023\n"},
  };
  for (const auto& test : cases) {
    EXPECT_EQ(
        ToString(ReadWith(ReadCertificates, SectionKind::kCertificates, test.lines).certificates),
        test.certificates)
        << test.form;
  }
}

TEST(ReadAwards, TakesWhatFollowsForItsSummary) {
  const Resume resume =
      ReadWith(ReadAwards, SectionKind::kAwards,
               {{.text = "DAISY Award", .bold = true},
                {.text = "by Barton Creek Medical Center\tAwarded May 2022"},
                {.text = "Nominated by the family of a patient who went home after ten weeks."}});
  ASSERT_EQ(resume.awards.size(), 1u);
  EXPECT_EQ(ToString(resume.awards[0].title, resume.awards[0].awarder, resume.awards[0].date),
            "DAISY Award | Barton Creek Medical Center | 2022-05");
  EXPECT_EQ(resume.awards[0].summary.value,
            "Nominated by the family of a patient who went home after ten weeks.");
}

TEST(ReadAwards, ADashThatAllHavePartsTheGiverThoughTextFollows) {
  const Resume resume =
      ReadWith(ReadAwards, SectionKind::kAwards,
               {{.text = "Harbour Scholarship - Harbour University", .bold = true},
                {.text = "Full tuition for four years."},
                {.text = "Second Prize, City Challenge - Mill Lane Council", .bold = true}});
  ASSERT_EQ(resume.awards.size(), 2u);
  EXPECT_EQ(resume.awards[0].title.value, "Harbour Scholarship");
  EXPECT_EQ(resume.awards[0].awarder.value, "Harbour University");
  EXPECT_EQ(resume.awards[0].summary.value, "Full tuition for four years.");
  EXPECT_EQ(resume.awards[1].title.value, "Second Prize, City Challenge");
}

TEST(ReadAwards, ASentenceGivesNothing) {
  const Resume resume = ReadWith(
      ReadAwards, SectionKind::kAwards,
      {{.text = "Best Talk", .bold = true}, {.text = "Voted first of 48 sessions by attendees."}});
  ASSERT_EQ(resume.awards.size(), 1u);
  EXPECT_FALSE(resume.awards[0].awarder.known());
  EXPECT_EQ(resume.awards[0].summary.value, "Voted first of 48 sessions by attendees.");
}

TEST(ReadAwards, TurnsASectionThatPutsTheGiverFirst) {
  const Resume resume = ReadWith(ReadAwards, SectionKind::kAwards,
                                 {{.text = "German Quaternary Association", .bold = true},
                                  {.text = "Albrecht Penck Medal"},
                                  {.text = "2023-09"},
                                  {.text = "Confitura", .bold = true},
                                  {.text = "Best Engineering Talk"},
                                  {.text = "2021-06"}});
  ASSERT_EQ(resume.awards.size(), 2u);
  EXPECT_EQ(resume.awards[0].title.value, "Albrecht Penck Medal");
  EXPECT_EQ(resume.awards[0].awarder.value, "German Quaternary Association");
  EXPECT_EQ(resume.awards[1].title.value, "Best Engineering Talk");
}

TEST(ReadAwards, JoinsADateThatANarrowGutterCut) {
  const Resume resume = ReadWith(ReadAwards, SectionKind::kAwards,
                                 {{.text = "September\tAlbrecht Penck Medal", .bold = true},
                                  {.text = "2023", .bold = true},
                                  {.text = "October\tDoctoral Thesis Award", .bold = true},
                                  {.text = "2009", .bold = true}});
  ASSERT_EQ(resume.awards.size(), 2u);
  EXPECT_EQ(ToString(resume.awards[0].title, resume.awards[0].awarder, resume.awards[0].date),
            "Albrecht Penck Medal |  | 2023-09");
  EXPECT_EQ(ToIsoDate(resume.awards[1].date.value), "2009-10");
}

TEST(ReadAwards, DropsWhatATemplateLeftOfAMissingDate) {
  const Resume resume =
      ReadWith(ReadAwards, SectionKind::kAwards, {{.text = "George Gibby Award undefined NaN"}});
  ASSERT_EQ(resume.awards.size(), 1u);
  EXPECT_EQ(resume.awards[0].title.value, "George Gibby Award");
}

TEST(ReadAwards, ARowOfNothingElseIsNone) {
  const Resume resume = ReadWith(ReadAwards, SectionKind::kAwards,
                                 {{.text = "George Gibby Award", .bold = true},
                                  {.text = "undefined NaN"},
                                  {.text = "ICE Wales Cymru"},
                                  {.text = "For the Afon Taf viaduct replacement."}});
  ASSERT_EQ(resume.awards.size(), 1u);
  EXPECT_EQ(resume.awards[0].awarder.value, "ICE Wales Cymru");
  EXPECT_EQ(resume.awards[0].summary.value, "For the Afon Taf viaduct replacement.");
}

TEST(ReadAwards, DropsWhatATemplateLeftOfALink) {
  const Resume resume =
      ReadWith(ReadCertificates, SectionKind::kCertificates,
               {{.text = "CISA, ISACA (target=\"_blank\"), 2016"}, {.text = "PMP, PMI, 2018"}});
  EXPECT_EQ(ToString(resume.certificates), "CISA | ISACA | 2016\nPMP | PMI | 2018\n");
}

TEST(ReadAwards, TakesWhoGaveItBehindAt) {
  const Resume resume =
      ReadWith(ReadAwards, SectionKind::kAwards,
               {{.text = "Best Talk", .bold = true}, {.text = "at Confitura", .colour = 0x333333}});
  ASSERT_EQ(resume.awards.size(), 1u);
  EXPECT_EQ(resume.awards[0].awarder.value, "Confitura");
}

TEST(TurnMonthsFirst, TheDatesOfADocumentTellTheOrder) {
  const auto dates = [](const std::vector<std::string>& printed) {
    std::vector<TestLine> lines;
    for (const std::string& date : printed) lines.push_back({.text = "George Award\t" + date});
    const Layout layout = MakeLayout(lines);
    const std::vector<Section> sections{OneSection(layout, SectionKind::kAwards)};
    Resume resume;
    ReadAwards({layout.document, layout.lines, sections, BuiltIn(), ""}, {0}, &resume);
    TurnMonthsFirst(layout.document, &resume);
    std::string text;
    for (const Award& award : resume.awards) text += ToIsoDate(award.date.value) + " ";
    return text;
  };
  EXPECT_EQ(dates({"11/1/2016", "3/1/2022"}), "2016-11 2022-03 ");
  EXPECT_EQ(dates({"11/1/2016", "3/1/2022", "5/1/2020", "10/3/2022"}),
            "2016-11 2022-03 2020-05 2022-10 ");
  EXPECT_EQ(dates({"11/1/2016", "11/1/2022"}), "2016-01 2022-01 ");
  EXPECT_EQ(dates({"11/2/2016", "3/1/2022"}), "2016-02 2022-01 ");
  EXPECT_EQ(dates({"11/2/2016", "3/25/2022"}), "2016-11 2022-03-25 ");
}

TEST(ReadPublications, FindsTitlesInQuotes) {
  const Resume resume = ReadWith(ReadPublications, SectionKind::kPublications,
                                 {{.text = "“A nurse-driven sepsis huddle”. Texas Journal of "
                                           "Bedside Nursing. Quality improvement report.",
                                   .bullet = true}});
  ASSERT_EQ(resume.publications.size(), 1u);
  EXPECT_EQ(resume.publications[0].name.value, "A nurse-driven sepsis huddle");
  EXPECT_EQ(resume.publications[0].publisher.value, "Texas Journal of Bedside Nursing");
}

TEST(ReadPublications, ReadsNumberedListsAndAddresses) {
  const Resume resume = ReadWith(ReadPublications, SectionKind::kPublications,
                                 {{.text = "[1] Sediment memory, Earth Surface Letters, 2024 "
                                           "https://doi.example.org/10.5555/4000"},
                                  {.text = "[2] Flume tests, Journal of Rivers, 2023"}});
  ASSERT_EQ(resume.publications.size(), 2u);
  EXPECT_EQ(resume.publications[0].name.value, "Sediment memory");
  EXPECT_EQ(resume.publications[0].publisher.value, "Earth Surface Letters");
  EXPECT_EQ(resume.publications[0].url.value, "https://doi.example.org/10.5555/4000");
  EXPECT_EQ(resume.publications[1].name.value, "Flume tests");
}

TEST(ReadPublications, ReadsCitations) {
  const struct {
    const char* text;
    const char* authors;
    const char* title;
    const char* venue;
    const char* date;
  } cases[] = {
      {"Hartwell-Ngata I., Okafor T. (2019). Paid in Salt: Wages, 1820–1860. Past & Harbour, "
       "12(3): "
       "45–61.",
       "Hartwell-Ngata I., Okafor T.", "Paid in Salt: Wages, 1820–1860", "Past & Harbour", "2019"},
      {"J.-P. Müller, T. van der Berg and O. Lind. Who owned the catch in colonial ports? Letters "
       "of "
       "the Sea, vol. 3, 2009.",
       "J.-P. Müller, T. van der Berg and O. Lind.", "Who owned the catch in colonial ports?",
       "Letters of the Sea", "2009"},
      {"Okafor, T., Lind, O. et al. “The cook, the carpenter and the boy,” Journal of Labour, "
       "2016.",
       "Okafor, T., Lind, O. et al.", "The cook, the carpenter and the boy", "Journal of Labour",
       "2016"},
  };
  for (const auto& c : cases) {
    const Resume resume =
        ReadWith(ReadPublications, SectionKind::kPublications, {{.text = c.text}});
    ASSERT_EQ(resume.publications.size(), 1u) << c.text;
    EXPECT_EQ(resume.publications[0].authors.value, c.authors);
    EXPECT_EQ(resume.publications[0].name.value, c.title);
    EXPECT_EQ(resume.publications[0].publisher.value, c.venue);
    EXPECT_EQ(ToIsoDate(resume.publications[0].release_date.value), c.date);
  }
  // A title that begins like a name is none of an author.
  const Resume resume = ReadWith(ReadPublications, SectionKind::kPublications,
                                 {{.text = "Sediment memory, Earth Surface Letters, 2024"}});
  ASSERT_EQ(resume.publications.size(), 1u);
  EXPECT_EQ(resume.publications[0].name.value, "Sediment memory");
}

TEST(ReadCertificates, AFullStopPartsNameAndIssuer) {
  const Resume resume = ReadWith(ReadCertificates, SectionKind::kCertificates,
                                 {{.text = "2023: PRINCE2 Practitioner. PeopleCert."},
                                  {.text = "2016: Ausbildereignung (AEVO). IHK Nürnberg."}});
  ASSERT_EQ(resume.certificates.size(), 2u);
  EXPECT_EQ(resume.certificates[0].name.value, "PRINCE2 Practitioner");
  EXPECT_EQ(resume.certificates[0].issuer.value, "PeopleCert");
  EXPECT_EQ(resume.certificates[1].name.value, "Ausbildereignung (AEVO)");
  EXPECT_EQ(resume.certificates[1].issuer.value, "IHK Nürnberg");
}

std::string ToString(const std::vector<Reference>& references) {
  std::string all;
  for (const Reference& reference : references)
    all += reference.name.value + " | " + reference.reference.value + "\n";
  return all;
}

TEST(ReadReferences, PairsNamesWithWhatTheySay) {
  const struct {
    std::vector<TestLine> lines;
    std::string references;
  } cases[] = {
      {{{.text = "Helen Marchetti, MSN, RN", .bold = true},
        {.text = "“Danielle leads a heavy assignment.”"}},
       "Helen Marchetti, MSN, RN | Danielle leads a heavy assignment.\n"},
      {{{.text = "“Danielle leads a heavy assignment.”"}, {.text = "— Helen Marchetti"}},
       "Helen Marchetti | Danielle leads a heavy assignment.\n"},
      {{{.text = "Dr Alys Hopkin: Gareth combines sound judgement with talent."},
        {.text = "Martin Bale: An excellent engineer."}},
       "Dr Alys Hopkin | Gareth combines sound judgement with talent.\nMartin Bale | An excellent "
       "engineer.\n"},
      {{{.text = "Martin Bale", .label = true}, {.text = "An excellent resident engineer."}},
       "Martin Bale | An excellent resident engineer.\n"},
      {{{.text = "References available on request"}}, ""},
  };
  for (const auto& test : cases) {
    EXPECT_EQ(ToString(ReadWith(ReadReferences, SectionKind::kReferences, test.lines).references),
              test.references)
        << test.lines[0].text;
  }
}

}  // namespace
}  // namespace atsmatch
