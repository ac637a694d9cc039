#include "parser/facts/skill_use.h"

#include <gtest/gtest.h>

namespace atsmatch {
namespace {

TEST(ShowsSkill, MeetsSkillsAtTheBordersOfWords) {
  struct Case {
    const char* text;
    const char* skill;
    bool shows;
  };
  const Case cases[] = {
      {"Ported the C++ core", "C++", true},
      {"Ported the C++ core", "C", false},
      {"Ported C/C++ code", "C", true},
      {"services in C# and F#", "C#", true},
      {"services in C#", "C", false},
      {"a C compiler.", "C", true},
      {"written in C.", "C", true},
      {"C-level briefings", "C", false},
      {"Objective-C apps", "C", false},
      {"moved to .NET 6", ".NET", true},
      {"ASP.NET pages", ".NET", false},
      {"Internet sales", ".NET", false},
      {"Wrote JavaScript", "Java", false},
      {"Java, JavaScript", "Java", true},
      {"Node.js back end", "Node.js", true},
      {"Node.js back end", "Node", false},
      {"a node.js back end", "JS", false},
      {"let it go live", "Go", false},
      {"rewritten in Go, tested", "Go", true},
      {"R&D projects", "R", false},
      {"models in R", "R", true},
      {"POSTGRESQL and python", "Python", true},
      {"Gestión de almacén", "gestion de almacen", true},
      {"Pythonic", "Python", false},
      {"CI/CD pipelines", "CI/CD", true},
      {"Self-taught in Excel.", "Excel", true},
      {"excelled", "Excel", false},
      {"anything", "", false},
      {"", "C", false},
  };
  for (const Case& item : cases) {
    EXPECT_EQ(ShowsSkill(item.text, item.skill), item.shows) << item.text << " / " << item.skill;
  }
}

}  // namespace
}  // namespace atsmatch
