#include "parser/layout/running.h"

#include <gtest/gtest.h>

namespace atsmatch {
namespace {

TEST(LooksLikePageNumber, KnowsTheUsualForms) {
  for (const char* text : {"2", "- 2 -", "-2-", "2 / 3", "2/3", "Page 1 of 2", "page 2",
                           "Seite 2 von 3", "Página 2 de 3"}) {
    EXPECT_TRUE(LooksLikePageNumber(text)) << text;
  }
  for (const char* text :
       {"2019", "Jan 2019", "12 years", "3.8/4.0", "Page", "Room 12", "+1 2", ""}) {
    EXPECT_FALSE(LooksLikePageNumber(text)) << text;
  }
}

}  // namespace
}  // namespace atsmatch
