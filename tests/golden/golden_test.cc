// What the parser says of the sample résumés, whole.  See README.md for accepting a change.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "parser/json.h"
#include "parser/parse.h"
#include "parser/text/lexicon.h"
#include "tests/sample_files.h"

namespace atsmatch {
namespace {

// The résumé without `meta`, which comes last: versions and places change without a cause to look.
std::string WithoutMeta(const std::string& json) {
  const size_t meta = json.rfind(",\n  \"meta\": {");
  return meta == std::string::npos ? json : json.substr(0, meta) + "\n}\n";
}

std::string ParseSample(const SampleResume& sample) {
  static const Lexicon lexicon = Lexicon::BuiltIn();
  const Result<ParsedResume> parsed = ParseResume(ReadFile(sample.document), lexicon, {});
  if (!parsed.ok()) return parsed.error().Message();
  return WithoutMeta(ToJsonResume(parsed.value(), {.provenance = false}));
}

class Golden : public testing::TestWithParam<SampleResume> {};

TEST_P(Golden, IsWhatTheParserSays) {
  const std::filesystem::path path = GetParam().document.parent_path() / "golden.json";
  const std::string parsed = ParseSample(GetParam());
  if (std::getenv("ATSMATCH_UPDATE_GOLDENS") != nullptr) {
    std::ofstream(path, std::ios::binary) << parsed;
    return;
  }
  EXPECT_EQ(parsed, ReadFile(path)) << "see tests/golden/README.md for accepting a change";
}

INSTANTIATE_TEST_SUITE_P(Samples, Golden, testing::ValuesIn(SampleResumes()),
                         [](const testing::TestParamInfo<SampleResume>& info) {
                           std::string name = info.param.name;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

TEST(Golden, CoversEverySample) { EXPECT_GE(SampleResumes().size(), 12u); }

}  // namespace
}  // namespace atsmatch
