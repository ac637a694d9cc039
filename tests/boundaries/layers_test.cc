// Who may know whom: parser <- matcher <- cli; each package is met in one place.
#include <gtest/gtest.h>
#include <re2/re2.h>

#include "tests/boundaries/source_files.h"

namespace atsmatch {
namespace {

// Files whose path matches `files` may include what matches `includes`; no others may.
struct Monopoly {
  const char* package;
  const char* includes;
  const char* files;
};

constexpr Monopoly kMonopolies[] = {
    {"Poppler", R"((poppler|goo|splash|xpdf).*)",
     R"(parser/read/pdf_(reader_\w+|picture)\.(cc|h))"},
    {"WebP", R"(webp/.*)", R"(parser/read/pdf_picture\.cc)"},
    {"Mustache", R"(kainjow/.*)", R"(cli/html/view\.cc)"},
    {"libarchive", R"(archive(_entry)?\.h)", R"(parser/read/zip_archive\.cc)"},
    {"pugixml", R"(pugixml\.hpp)", R"(parser/read/(office_xml|(docx|odt)_styles)\.h)"},
    {"ICU", R"(unicode/.*)", R"(parser/text/unicode\.cc)"},
    {"Boost", R"(boost/.*)", R"(cli/options\.cc)"},
    {"nlohmann-json", R"(nlohmann/.*)",
     R"(parser/json(_\w+)?\.(cc|h)|(cli/(\w+_)?(json|record)|benchmarks/accuracy_json)\.cc)"},
    {"Snowball", R"(libstemmer\.h)", R"(matcher/terms/tokens\.cc)"},
    {"RE2", R"(re2/.*)", R"((parser|matcher)/.*\.cc)"},
    {"fmt", R"(fmt/.*)", R"(.*\.cc)"},
};

// Files whose path matches `files` may not include what matches `includes`.
struct Ban {
  const char* files;
  const char* includes;
};

// Inside the parser: text <- read, layout <- sections <- fields <- parse <- facts <- json.
// parser/parse.h has the limits of the readers, so that callers need one header; the readers
// include it for them.
constexpr Ban kBans[] = {
    {R"(parser/.*)", R"((matcher|cli|tests|benchmarks)/.*)"},
    {R"(matcher/.*)", R"((cli|tests|benchmarks)/.*)"},
    {R"(cli/.*)", R"((tests|benchmarks)/.*)"},
    {R"(parser/text/.*)",
     R"(parser/(read|layout|sections|fields|facts)/.*|parser/(parse|json\w*)\.h)"},
    {R"(parser/read/.*)", R"(parser/(layout|sections|fields|facts)/.*|parser/json\w*\.h)"},
    {R"(parser/layout/.*)", R"(parser/(read|sections|fields|facts)/.*|parser/(parse|json\w*)\.h)"},
    {R"(parser/sections/.*)", R"(parser/(read|fields|facts)/.*|parser/(parse|json\w*)\.h)"},
    {R"(parser/fields/.*)", R"(parser/read/.*|parser/(parse|json\w*)\.h)"},
    {R"(parser/facts/.*)", R"(parser/(read|layout|sections|fields)/.*|parser/json.*)"},
};

const std::vector<SourceFile>& Sources() {
  static const std::vector<SourceFile> files =
      ReadSources({"parser", "matcher", "cli", "benchmarks"});
  return files;
}

TEST(Layers, MeetEachPackageInOnePlace) {
  for (const Monopoly& monopoly : kMonopolies) {
    bool is_met = false;
    for (const SourceFile& file : Sources()) {
      for (const std::string& include : file.includes) {
        if (!RE2::FullMatch(include, monopoly.includes)) continue;
        is_met = true;
        EXPECT_TRUE(RE2::FullMatch(file.path, monopoly.files))
            << file.path << " includes " << include << ": " << monopoly.package << " belongs to "
            << monopoly.files;
      }
    }
    EXPECT_TRUE(is_met) << monopoly.package << ": the rule is out of date";
  }
}

TEST(Layers, PointOneWay) {
  for (const Ban& ban : kBans) {
    bool is_met = false;
    for (const SourceFile& file : Sources()) {
      if (!RE2::FullMatch(file.path, ban.files)) continue;
      is_met = true;
      for (const std::string& include : file.includes) {
        EXPECT_FALSE(RE2::FullMatch(include, ban.includes)) << file.path << " includes " << include;
      }
    }
    EXPECT_TRUE(is_met) << ban.files << ": the rule is out of date";
  }
}

// Headers of the inside of a package's one place; the tests below keep them there.
constexpr char kPrivateHeaders[] =
    R"(parser/(read/(pdf_reader_\w+|office_xml|(docx|odt)_styles)|json_\w+)\.h)";

// Those who include our headers need none of our packages.
TEST(Layers, KeepTypesOfOthersOutOfHeaders) {
  const RE2 foreign(
      R"(\b(re2|icu|boost|nlohmann|fmt|poppler|pugi)::|\b(RE2|UChar|GooString|OutputDev|sb_stemmer)\b)");
  const RE2 comment(R"((?m)//.*$)");
  for (const SourceFile& file : Sources()) {
    if (!file.path.ends_with(".h") || RE2::FullMatch(file.path, kPrivateHeaders)) continue;
    std::string code = file.text;
    RE2::GlobalReplace(&code, comment, "");
    std::string type;
    EXPECT_FALSE(RE2::PartialMatch(code, foreign, &type)) << file.path << " names " << type;
  }
}

TEST(Layers, KeepPrivateHeadersInside) {
  for (const SourceFile& file : Sources()) {
    if (RE2::FullMatch(file.path, R"(parser/(read/(pdf_reader|office|docx|odt)|json)\w*\.(cc|h))"))
      continue;
    for (const std::string& include : file.includes) {
      EXPECT_FALSE(RE2::FullMatch(include, kPrivateHeaders))
          << file.path << " includes " << include;
    }
  }
}

TEST(FindIncludes, FindsBothKinds) {
  EXPECT_EQ(FindIncludes("#include <re2/re2.h>\n// #include \"no.h\"\n  # include \"a/b.h\"\n"),
            (std::vector<std::string>{"re2/re2.h", "a/b.h"}));
}

}  // namespace
}  // namespace atsmatch
