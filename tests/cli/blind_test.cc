#include "cli/blind.h"

#include <gtest/gtest.h>

#include <string>

#include "cli/blind_json.h"
#include "parser/json.h"
#include "parser/text/lexicon.h"

namespace atsmatch {
namespace {

constexpr char kResume[] =
    "Marisol Quintero\n"
    "marisol.quintero@example.com | +1 212 555 0142 | 14 Elm Street, Springfield 01103\n"
    "www.marisolquintero.example.com\n\n"
    "Personal details\n\nDate of birth: 3 May 1987\nNationality: Irish\n\n"
    "Experience\n\n"
    "Charge Nurse, Example Hospital\nJan 2018 - Dec 2023\n"
    "- Marisol Quintero led a team of four; write to marisol.quintero@example.com\n"
    "- Marisol's ward won an award; call +1 212 555 0142\n\n"
    "Education\n\nBachelor of Science, Example University, 2017\n";

const ParsedResume& Parsed() {
  static const ParsedResume& parsed =
      *new ParsedResume(ParseResume(kResume, Lexicon::BuiltIn(), {}).value());
  return parsed;
}

TEST(PersonalData, HidesNamesAndContactDetails) {
  const PersonalData personal(Parsed());
  EXPECT_EQ(personal.Hide("Marisol Quintero led"), "[hidden] led");
  EXPECT_EQ(personal.Hide("MARISOL led, as QUINTERO's deputy"), "[hidden] led, as [hidden] deputy");
  EXPECT_EQ(personal.Hide("write to someone.else@example.com"), "write to [hidden]");
  EXPECT_EQ(personal.Hide("see www.example.com/me"), "see [hidden]");
  EXPECT_EQ(personal.Hide("led a team of four nurses"), "led a team of four nurses");
  EXPECT_EQ(personal.Hide(""), "");
}

TEST(PersonalData, HidesNothingOfTheKindInJsonResume) {
  const std::string json =
      HidePersonalData(PersonalData(Parsed()), ToJsonResume(Parsed(), {.pretty = false}), false);
  for (const char* personal : {"Marisol", "Quintero", "marisol", "555", "Elm", "01103", "1987"}) {
    EXPECT_EQ(json.find(personal), std::string::npos) << personal << " in " << json;
  }
  EXPECT_NE(json.find("Charge Nurse"), std::string::npos);
  EXPECT_NE(json.find("led a team of four"), std::string::npos);
}

TEST(BlindName, IsTheSameForTheSameContent) {
  EXPECT_EQ(BlindName(std::string(64, 'a'), "x.pdf"), "candidate-aaaaaaaaaaaa");
  EXPECT_NE(BlindName("", "x.pdf"), BlindName("", "y.pdf"));
  EXPECT_EQ(BlindName("", "x.pdf").find("x.pdf"), std::string::npos);
}

}  // namespace
}  // namespace atsmatch
