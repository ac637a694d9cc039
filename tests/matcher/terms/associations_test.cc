#include "matcher/terms/associations.h"

#include <gtest/gtest.h>

#include "matcher/terms/tokens.h"

namespace atsmatch {
namespace {

Direction OfText(const Associations& associations, std::string_view text) {
  Direction direction{};
  for (const Term& term : FindTerms(text)) associations.AddText(term.term, 1, &direction);
  return direction;
}

Direction OfTitle(const Associations& associations, std::string_view title) {
  Direction direction{};
  for (const Term& term : FindTerms(title)) associations.AddTitle(term.term, 1, &direction);
  return direction;
}

TEST(Associations, PlaceATextNearTheTitleOfThoseWhoDoIt) {
  const Associations associations = Associations::BuiltIn();
  const Direction nursing = OfText(associations, "patients, wards, nursing care, medication, clinical assessments, discharge");
  const Direction accounts = OfText(associations, "ledgers, invoices, reconciliations, month end");
  const Direction nurse = OfTitle(associations, "Registered Nurse");
  const Direction accountant = OfTitle(associations, "Accountant");
  EXPECT_GT(Closeness(nursing, nurse), Closeness(nursing, accountant) + 0.1);
  EXPECT_GT(Closeness(accounts, accountant), Closeness(accounts, nurse) + 0.1);
}

TEST(Associations, DoNotDependOnTheOrderOfTheTerms) {
  const Associations associations = Associations::BuiltIn();
  EXPECT_EQ(OfText(associations, "patients, ledgers, software"),
            OfText(associations, "software, patients, ledgers"));
}

TEST(Associations, KnowNothingOfUnknownWords) {
  const Direction nothing = OfText(Associations::BuiltIn(), "zzyzx");
  EXPECT_EQ(Closeness(nothing, nothing), 0);
}

TEST(Associations, TellsHowNearTwoOccupationsLie) {
  const Associations associations = Associations::BuiltIn();
  EXPECT_GE(associations.NearnessOfTitles("bookkeeper", "accountant"), 0.3);
  EXPECT_EQ(associations.NearnessOfTitles("accountant", "bookkeeper"),
            associations.NearnessOfTitles("bookkeeper", "accountant"));
  EXPECT_EQ(associations.NearnessOfTitles("plumber", "registered-nurse"), 0);
  EXPECT_EQ(associations.NearnessOfTitles("no-such-title", "plumber"), 0);
}

}  // namespace
}  // namespace atsmatch
