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

TEST(LooksLikeCredit, KnowsWhoMadeThePage) {
  for (const char* text : {"© 2014 Jo Doe", "Copyright Acme 2016.", "Designed with love by Jo Doe",
                           "Site built using Acme Pages", "A résumé template by Jo Doe",
                           "Create your own portfolio with Acme"}) {
    EXPECT_TRUE(LooksLikeCredit(text)) << text;
  }
  for (const char* text : {"Designer", "Built the theme of the fair", "Copywriter", "Jo Doe", ""}) {
    EXPECT_FALSE(LooksLikeCredit(text)) << text;
  }
}

}  // namespace
}  // namespace atsmatch
