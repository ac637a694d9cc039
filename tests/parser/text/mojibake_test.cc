#include "parser/text/mojibake.h"

#include <gtest/gtest.h>

#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

TEST(RepairMojibake, RestoresPunctuation) {
  EXPECT_EQ(RepairMojibake("2014 â€“ 2018"), "2014 – 2018");
  EXPECT_EQ(RepairMojibake("theyâ€™re"), "they’re");
  EXPECT_EQ(RepairMojibake("Â·SQL"), "·SQL");
  EXPECT_EQ(RepairMojibake("â—†Payroll"), "◆Payroll");
}

TEST(RepairMojibake, RestoresLetters) {
  EXPECT_EQ(RepairMojibake("CafÃ© MÃ¼ller"), "Café Müller");
  EXPECT_EQ(RepairMojibake("CAFÃ‰"), "CAFÉ");
}

TEST(RepairMojibake, TakesTheLikeliestForALostByte) {
  EXPECT_EQ(RepairMojibake("Acme ï¼\u200B Leeds"), "Acme - Leeds");
  EXPECT_EQ(RepairMojibake("Acme ï¼"), "Acme -");
  EXPECT_EQ(RepairMojibake("â—\u200B SQL"), "● SQL");
}

TEST(RepairMojibake, DropsWhatANoBreakSpaceLeft) {
  EXPECT_EQ(TrimSpace(RepairMojibake("LeadershipÂ")), "Leadership");
  EXPECT_EQ(TrimSpace(RepairMojibake("Â")), "");
  EXPECT_EQ(TrimSpace(RepairMojibake("team.ÂÂ")), "team.");
}

TEST(RepairMojibake, LeavesWhatPeopleWrite) {
  for (const char* text : {"SÃO PAULO", "Gonçalves", "ROMÂNIA", "crème brûlée", "naïve", "“MAÇÃ”",
                           "Noël – Zoë", "Ângela", "plain", ""}) {
    EXPECT_EQ(RepairMojibake(text), text);
  }
}

}  // namespace
}  // namespace atsmatch
