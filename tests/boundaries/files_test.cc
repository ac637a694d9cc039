// What every file must hold to: no place of one machine, headers that guard themselves.
#include <gtest/gtest.h>
#include <re2/re2.h>

#include "tests/boundaries/source_files.h"
#include "tests/sample_files.h"

namespace atsmatch {
namespace {

// A folder of somebody's machine at the start of a path.  "/work/0/name" is a JSON Pointer.
const RE2& MachinePath() {
  static const RE2 pattern(R"((?:^|[\s"'(=:`])(/(?:home|root|Users|mnt|tmp|work)/[a-z]\w+))");
  return pattern;
}

bool IsText(const std::filesystem::path& path) {
  const std::string ending = path.extension();
  for (const char* text : {".h", ".cc", ".cpp", ".txt", ".cmake", ".md", ".py", ".sh", ".tsv",
                           ".json", ".yml", ".tex", ".html", ".fodt", ".ms"}) {
    if (ending == text) return true;
  }
  return false;
}

TEST(Files, NameNoPlaceOfOneMachine) {
  const std::filesystem::path root(ATSMATCH_SOURCE_DIR);
  size_t files = 0;
  for (const auto& top : SortedEntries(root)) {
    const std::string name = top.filename();
    if (name == "build" || (name.starts_with('.') && name != ".github")) continue;
    std::vector<std::filesystem::path> paths;
    if (std::filesystem::is_directory(top)) {
      for (const auto& entry : std::filesystem::recursive_directory_iterator(top)) {
        const bool ours = entry.path().string().find("/node_modules/") == std::string::npos;
        if (ours) paths.push_back(entry.path());
      }
    } else {
      paths.push_back(top);
    }
    for (const std::filesystem::path& path : paths) {
      if (!IsText(path) || !std::filesystem::is_regular_file(path)) continue;
      ++files;
      std::string found;
      EXPECT_FALSE(RE2::PartialMatch(ReadFile(path), MachinePath(), &found))
          << path << " names " << found;
    }
  }
  EXPECT_GT(files, 200u);
}

TEST(Files, HaveHeadersThatGuardThemselves) {
  for (const SourceFile& file : ReadSources({"parser", "matcher", "cli", "benchmarks"})) {
    if (!file.path.ends_with(".h")) continue;
    std::string guard = "ATSMATCH_";
    for (char c : file.path)
      guard += std::isalnum(static_cast<unsigned char>(c)) ? std::toupper(c) : '_';
    EXPECT_NE(file.text.find("#ifndef " + guard + "_\n"), std::string::npos) << file.path;
  }
}

TEST(Files, IncludeTheirOwnHeaderFirst) {
  for (const SourceFile& file : ReadSources({"parser", "matcher", "cli"})) {
    if (!file.path.ends_with(".cc")) continue;
    const std::string header = file.path.substr(0, file.path.size() - 2) + "h";
    if (!std::filesystem::exists(std::filesystem::path(ATSMATCH_SOURCE_DIR) / header)) continue;
    ASSERT_FALSE(file.includes.empty()) << file.path;
    EXPECT_EQ(file.includes[0], header) << file.path;
  }
}

TEST(MachinePath, KnowsItWhenItSeesIt) {
  EXPECT_TRUE(RE2::PartialMatch(std::string("see /") + "home/ada/notes", MachinePath()));
  EXPECT_FALSE(RE2::PartialMatch("\"/work/0/name\" and corpora/work/x", MachinePath()));
}

}  // namespace
}  // namespace atsmatch
