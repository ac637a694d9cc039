#include "parser/text/lexicon.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <thread>

#include "parser/text/unicode.h"
#include "tests/temporary_folder.h"

namespace atsmatch {
namespace {

constexpr LexiconTable kHeadings = LexiconTable::kSectionHeadings;
constexpr LexiconTable kSchools = LexiconTable::kSchoolWords;

Lexicon LexiconOf(LexiconTable table, std::string_view rows) {
  const TemporaryFolder folder;
  folder.Write("xx/" + std::string(LexiconTableName(table)) + ".tsv", rows);
  Result<Lexicon> lexicon = Lexicon::WithFolder(folder.path());
  EXPECT_TRUE(lexicon.ok()) << lexicon.error().Message();
  return lexicon.ok() ? std::move(lexicon).value() : Lexicon::BuiltIn();
}

// "value:text found", one a match.
std::vector<std::string> Found(const Lexicon& lexicon, LexiconTable table, std::string_view text) {
  std::vector<std::string> found;
  for (const PhraseMatch& match : lexicon.FindAll(table, text)) {
    found.push_back(std::string(match.value) + ":" +
                    std::string(text.substr(match.begin, match.end - match.begin)));
  }
  return found;
}

using Texts = std::vector<std::string>;

TEST(LexiconFind, TakesHeadingsAsTheyArePrinted) {
  const Lexicon lexicon = LexiconOf(
      kHeadings, "zza\tzwork experience\nzzb\tztools and zskills\nzzc\tzetudes\nzzd\tzfull time\n");
  for (const char* text :
       {"zwork experience", "ZWORK  EXPERIENCE:", "— Zwork Experience —", "• Zwork\u00A0Experience",
        "[Zwork/Experience]", "Zwork-Experience ____"}) {
    EXPECT_EQ(lexicon.Find(kHeadings, text), "zza") << text;
  }
  for (const char* text : {"Ztools & Zskills", "Ztools and Zskills:", "ZTOOLS&ZSKILLS"}) {
    EXPECT_EQ(lexicon.Find(kHeadings, text), "zzb") << text;
  }
  EXPECT_EQ(lexicon.Find(kHeadings, "ZÉTUDES"), "zzc");
  EXPECT_EQ(lexicon.Find(kHeadings, "Zfull-Time"), "zzd");
}

TEST(LexiconFind, WantsTheWholePhraseAndTheRightTable) {
  const Lexicon lexicon = LexiconOf(kHeadings, "zza\tzwork experience\n");
  EXPECT_EQ(lexicon.Find(kHeadings, "zwork"), std::nullopt);
  EXPECT_EQ(lexicon.Find(kHeadings, "my zwork experience"), std::nullopt);
  EXPECT_EQ(lexicon.Find(kHeadings, "zworkexperience"), std::nullopt);
  EXPECT_EQ(lexicon.Find(kHeadings, ""), std::nullopt);
  EXPECT_EQ(lexicon.Find(kSchools, "zwork experience"), std::nullopt);
}

TEST(LexiconFind, TakesAnAmpersandForAndInAnyLanguage) {
  const Lexicon lexicon = LexiconOf(kHeadings, "zza\tzstudio e zlavoro\nzzb\te zlavoro\n");
  EXPECT_EQ(lexicon.Find(kHeadings, "Zstudio & Zlavoro"), "zza");
  EXPECT_EQ(lexicon.Find(kHeadings, "Zstudio e Zlavoro"), "zza");
  EXPECT_EQ(lexicon.Find(kHeadings, "and zlavoro"), std::nullopt);
}

TEST(LexiconFind, DotsMayBeLeftOutOfTheRowOnly) {
  const Lexicon lexicon = LexiconOf(LexiconTable::kDegrees, "6\tzsc\n7\tz.q\n");
  EXPECT_EQ(lexicon.Find(LexiconTable::kDegrees, "Z.Sc."), "6");
  EXPECT_EQ(lexicon.Find(LexiconTable::kDegrees, "ZSc"), "6");
  EXPECT_EQ(lexicon.Find(LexiconTable::kDegrees, "Z.Q."), "7");
  EXPECT_EQ(lexicon.Find(LexiconTable::kDegrees, "ZQ"), std::nullopt);
}

TEST(LexiconFindAll, GivesTheBytesOfTheTextAsPrinted) {
  const Lexicon lexicon =
      LexiconOf(kSchools, "zza\tzuniversite\nzzb\tzuniversite de technologie\n");
  EXPECT_EQ(Found(lexicon, kSchools, "Zécole, ZUniversité (Paris)"), Texts{"zza:ZUniversité"});
  EXPECT_EQ(Found(lexicon, kSchools, "l’ZUniversite\u0301 de  Technologie; ZUniversité"),
            (Texts{"zzb:ZUniversite\u0301 de  Technologie", "zza:ZUniversité"}));
}

TEST(LexiconFindAll, TakesTheLongestPhraseAtWordBorders) {
  const Lexicon lexicon = LexiconOf(kSchools, "zza\tzcol\nzzb\tzcol of zarts\nzzc\tzarts\n");
  EXPECT_EQ(Found(lexicon, kSchools, "zcol of zarts"), Texts{"zzb:zcol of zarts"});
  EXPECT_EQ(Found(lexicon, kSchools, "zcol of the zarts"), (Texts{"zza:zcol", "zzc:zarts"}));
  EXPECT_EQ(Found(lexicon, kSchools, "zcols zartsy"), Texts{});
  EXPECT_EQ(Found(lexicon, kSchools, "ZCol/ZArts-Centre"), (Texts{"zza:ZCol", "zzc:ZArts"}));
  EXPECT_EQ(Found(lexicon, kSchools, "zcol of"), Texts{"zza:zcol"});
}

TEST(LexiconFindAll, DoesNotLookIntoAbbreviations) {
  const Lexicon lexicon = LexiconOf(kSchools, "zza\tzz\nzzb\tzzsc\nzzc\tzlink.com\n");
  EXPECT_EQ(Found(lexicon, kSchools, "(Zz.Sc.) and zz"), (Texts{"zzb:Zz.Sc", "zza:zz"}));
  EXPECT_EQ(Found(lexicon, kSchools, "q.zz"), Texts{});
  EXPECT_EQ(Found(lexicon, kSchools, "www.zlink.com/in/x"), Texts{"zzc:zlink.com"});
}

TEST(LexiconFindAll, ReadsScriptsWithoutSpaces) {
  const Lexicon lexicon = LexiconOf(LexiconTable::kPresent, "present\t至今\n");
  EXPECT_EQ(Found(lexicon, LexiconTable::kPresent, "2019年3月至今"), Texts{"present:至今"});
  EXPECT_TRUE(lexicon.Contains(LexiconTable::kPresent, "至今"));
  EXPECT_FALSE(lexicon.Contains(LexiconTable::kPresent, "今至"));
}

TEST(LexiconWithFolder, ReplacesAndTakesOutRows) {
  const TemporaryFolder folder;
  folder.Write("a/school_words.tsv", "zza\tzone\nzzb\tztwo\n");
  folder.Write("b/school_words.tsv", "\xEF\xBB\xBF# comment\r\n\r\nzzc\tzone\r\n-\tztwo\r\n");
  const Result<Lexicon> lexicon = Lexicon::WithFolder(folder.path());
  ASSERT_TRUE(lexicon.ok()) << lexicon.error().Message();
  EXPECT_EQ(lexicon.value().Find(kSchools, "zone"), "zzc");
  EXPECT_EQ(lexicon.value().Find(kSchools, "ztwo"), std::nullopt);
  EXPECT_EQ(Found(lexicon.value(), kSchools, "zone ztwo"), Texts{"zzc:zone"});
}

TEST(LexiconWithFolder, ARowThatGoesTakesItsOtherSpellingAlong) {
  const TemporaryFolder folder;
  folder.Write("a/school_words.tsv", "zza\tzone y ztwo\nzzb\tzone and zsix\nzzc\tzone y zsix\n");
  folder.Write("b/school_words.tsv", "-\tzone y ztwo\n-\tzone y zsix\n");
  const Result<Lexicon> lexicon = Lexicon::WithFolder(folder.path());
  ASSERT_TRUE(lexicon.ok()) << lexicon.error().Message();
  EXPECT_EQ(lexicon.value().Find(kSchools, "zone y ztwo"), std::nullopt);
  EXPECT_EQ(lexicon.value().Find(kSchools, "zone & ztwo"), std::nullopt);
  EXPECT_EQ(lexicon.value().Find(kSchools, "zone & zsix"), "zzb");
}

struct BadFolder {
  const char* name;
  const char* text;
  const char* cause;  // behind the folder's path
};

TEST(LexiconWithFolder, NamesFileAndLineOfBadRows) {
  const BadFolder kCases[] = {
      {"months.tsv", "# x\n1\tzjan\n13\tzfoo\n",
       "/months.tsv:3: \"13\" is no value of the table months"},
      {"en/months.tsv", "1 zjan\n", "/en/months.tsv:1: a row is a value, one tab and a phrase"},
      {"en/months.tsv", "1\tzjan\tfeb\n",
       "/en/months.tsv:1: a row is a value, one tab and a phrase"},
      {"en/months.tsv", "1\t--\n", "/en/months.tsv:1: the phrase has no letter or digit"},
      {"en/zmonths.tsv", "1\tzjan\n", "/en/zmonths.tsv: no table has this name"},
  };
  for (const BadFolder& bad : kCases) {
    const TemporaryFolder folder;
    folder.Write(bad.name, bad.text);
    const Result<Lexicon> lexicon = Lexicon::WithFolder(folder.path());
    ASSERT_FALSE(lexicon.ok()) << bad.cause;
    EXPECT_EQ(lexicon.error().kind, ErrorKind::kInvalidData);
    EXPECT_EQ(lexicon.error().cause, folder.path() + bad.cause);
    EXPECT_FALSE(lexicon.error().remedy.empty());
  }
}

TEST(LexiconWithFolder, SaysThatAFolderIsMissing) {
  const TemporaryFolder folder;
  const Result<Lexicon> lexicon = Lexicon::WithFolder(folder.path() + "/none");
  ASSERT_FALSE(lexicon.ok());
  EXPECT_EQ(lexicon.error().kind, ErrorKind::kNotFound);
}

TEST(LexiconFingerprint, ChangesWithTheRowsAndNotWithTheirOrder) {
  const std::string ab = LexiconOf(kSchools, "zza\tzone\nzzb\tztwo\n").Fingerprint();
  EXPECT_EQ(ab, LexiconOf(kSchools, "# other order\nzzb\tztwo\nzza\tzone\n").Fingerprint());
  EXPECT_NE(ab, LexiconOf(kSchools, "zza\tzone\n").Fingerprint());
  EXPECT_NE(ab, LexiconOf(kSchools, "zzb\tzone\nzza\tztwo\n").Fingerprint());
  EXPECT_NE(ab, LexiconOf(kHeadings, "zza\tzone\nzzb\tztwo\n").Fingerprint());
  EXPECT_EQ(ab.size(), 16u);
}

TEST(Lexicon, IsReadByManyThreads) {
  const Lexicon lexicon = LexiconOf(kSchools, "zza\tzone\n");
  std::vector<std::thread> threads;
  std::vector<size_t> found(4);
  for (size_t i = 0; i < found.size(); ++i) {
    threads.emplace_back([&lexicon, &found, i] {
      for (int round = 0; round < 200; ++round)
        found[i] += lexicon.FindAll(kSchools, "é zone").size();
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(found, (std::vector<size_t>{200, 200, 200, 200}));
}

// ---- The data that comes with the program ----

std::string ReadBytes(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

const std::filesystem::path kLexicons =
    std::filesystem::path(ATSMATCH_SOURCE_DIR) / "corpora/lexicons";

// A file of rows that came with the sources; `path` is relative to corpora/lexicons.
struct RowFile {
  std::string path, text;
};

std::vector<RowFile> RowFiles() {
  std::vector<RowFile> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(kLexicons)) {
    if (entry.path().extension() != ".tsv") continue;
    files.push_back({std::filesystem::relative(entry.path(), kLexicons).generic_string(),
                     ReadBytes(entry.path())});
  }
  EXPECT_GT(files.size(), 100u);
  return files;
}

struct Row {
  std::string value, phrase, where;
};

std::vector<Row> RowsOf(const RowFile& file) {
  std::vector<Row> rows;
  std::string_view text = file.text;
  for (int number = 1; !text.empty(); ++number) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string line(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    const size_t tab = line.find('\t');
    if (line.empty() || line[0] == '#' || tab == std::string::npos) continue;
    rows.push_back(
        {line.substr(0, tab), line.substr(tab + 1), file.path + ":" + std::to_string(number)});
  }
  return rows;
}

TEST(BuiltInLexicon, HasOnlyRowsThatParse) {
  const Result<Lexicon> lexicon = Lexicon::WithFolder(kLexicons.string());
  ASSERT_TRUE(lexicon.ok()) << lexicon.error().Message();
  // The same rows once more change nothing: none contradicts another.
  EXPECT_EQ(lexicon.value().Fingerprint(), Lexicon::BuiltIn().Fingerprint());
}

TEST(BuiltInLexicon, FindsEachPhraseAndSaysWhatItsRowSays) {
  const Lexicon lexicon = Lexicon::BuiltIn();
  for (const RowFile& file : RowFiles()) {
    const std::string table = std::filesystem::path(file.path).stem().string();
    for (int i = 0; i < static_cast<int>(LexiconTable::kCount); ++i) {
      const LexiconTable id = static_cast<LexiconTable>(i);
      if (LexiconTableName(id) != table) continue;
      for (const Row& row : RowsOf(file)) {
        EXPECT_EQ(lexicon.Find(id, row.phrase), row.value)
            << row.where << ": \"" << row.phrase << "\" has another value in another row";
      }
    }
  }
}

TEST(BuiltInLexicon, PhrasesAreInLowerCase) {
  for (const RowFile& file : RowFiles()) {
    for (const Row& row : RowsOf(file)) EXPECT_EQ(row.phrase, ToLower(row.phrase)) << row.where;
  }
}

TEST(BuiltInLexicon, RowsAreSortedAndSaidOnce) {
  for (const RowFile& file : RowFiles()) {
    const std::vector<Row> rows = RowsOf(file);
    for (size_t i = 1; i < rows.size(); ++i) {
      EXPECT_LT(std::tie(rows[i - 1].value, rows[i - 1].phrase),
                std::tie(rows[i].value, rows[i].phrase))
          << rows[i].where << ": sort the rows by bytes (LC_ALL=C sort -u)";
    }
  }
}

}  // namespace
}  // namespace atsmatch
