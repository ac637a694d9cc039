#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <string>
#include <vector>

#include "parser/read/reader.h"
#include "tests/parser/read/make_pdf.h"

namespace atsmatch {
namespace {

const ReadLimits kLimits;

bool HasCore() { return PdfBackEnd().substr(0, 12) == "poppler-core"; }

// Tests of what only Poppler's core tells are skipped on the other back end.
#define NEEDS_CORE() \
  if (!HasCore()) GTEST_SKIP() << "the PDF back end is " << PdfBackEnd()

Document Read(const PdfParts& parts) {
  Result<Document> read = ReadDocument(MakePdf(parts), kLimits);
  EXPECT_TRUE(read.ok()) << read.error().Message();
  return read.ok() ? read.value() : Document();
}

Document ReadContent(const std::string& content) { return Read({.content = content}); }

// "|" between words, "+" where they are glued.
std::string Words(const Document& document) {
  std::string text;
  for (const Word& word : document.words) {
    if (!text.empty()) text += word.glued ? "+" : "|";
    text += word.text;
  }
  return text;
}

const Word* Find(const Document& document, std::string_view text) {
  for (const Word& word : document.words) {
    if (word.text == text) return &word;
  }
  ADD_FAILURE() << "no word \"" << text << "\" in " << Words(document);
  static const Word none;
  return &none;
}

// Enough letters that the page has a text layer.
const std::string kBody = "BT /F1 10 Tf 72 100 Td (Curriculum vitae) Tj ET\n";

struct WordsCase {
  std::string name;
  std::string content;
  std::string words;
};

void PrintTo(const WordsCase& c, std::ostream* out) { *out << c.name; }

class PdfWords : public testing::TestWithParam<WordsCase> {};

TEST_P(PdfWords, AreSeparated) {
  NEEDS_CORE();
  EXPECT_EQ(Words(ReadContent(GetParam().content)), GetParam().words);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, PdfWords,
    testing::Values(
        WordsCase{"Spaces", "BT /F1 12 Tf 72 700 Td (Jane Doe  Nurse) Tj ET", "Jane|Doe|Nurse"},
        WordsCase{"GapsWithoutSpaces", "BT /F1 12 Tf 72 700 Td [(Jane)-333(Doe)-278(Nurse)] TJ ET",
                  "Jane|Doe|Nurse"},
        WordsCase{"Kerning", "BT /F1 12 Tf 72 700 Td [(W)60(A)80(V)-40(E length)] TJ ET",
                  "WAVE|length"},
        WordsCase{
            "GlyphByGlyph",
            "BT /F1 10 Tf 72 700 Td (N) Tj 7.22 0 Td (u) Tj 5.56 0 Td (r) Tj 3.33 0 Td (s) Tj "
            "5 0 Td (e) Tj ET BT /F1 10 Tf 72 650 Td (Registered) Tj ET",
            "Nurse|Registered"},
        WordsCase{"LetterSpacedBySpaces",
                  "BT /F1 12 Tf 72 700 Td (W O R K   E X P E R I E N C E) Tj ET",
                  "WORK|EXPERIENCE"},
        WordsCase{"LetterSpacedByTracking", "BT /F1 12 Tf 4 Tc 72 700 Td (WORK EXPERIENCE) Tj ET",
                  "WORK|EXPERIENCE"},
        WordsCase{"LetterSpacedByGaps",
                  "BT /F1 12 Tf 72 700 Td [(S)-300(U)-300(M)-300(M)-300(A)-300(R)-300(Y)] TJ ET",
                  "SUMMARY"},
        WordsCase{"TrackedFigures",
                  "BT /F1 12 Tf 72 700 Td [(2)-125(0)-125(1)-125(9)] TJ "
                  "0 -20 Td (Nurse) Tj ET",
                  "2019|Nurse"},
        WordsCase{"TwoLettersSetApart",
                  "BT /F1 10 Tf 72 700 Td (2019) Tj /F2 6 Tf 26 0 Td (T) Tj 4.5 0 Td (O) Tj "
                  "/F1 10 Tf 8 0 Td (2021) Tj ET",
                  "2019|TO|2021"},
        WordsCase{"SingleLettersInALine", "BT /F1 12 Tf 72 700 Td (Licences: A B C D E) Tj ET",
                  "Licences:|A|B|C|D|E"},
        // Ghostscript writes the space between two words as spacing of the letters around it.
        WordsCase{
            "SpacingForASpace",
            "BT /F1 11 Tf 72 700 Td (Gro) Tj 18.3 0 Td (ve) Tj 2.75 Tc 11.6 0 Td (,C) Tj 0 Tc "
            "13.8 0 Td (ardiff) Tj ET",
            "Grove,|Cardiff"},
        WordsCase{"FauxSmallCaps",
                  "BT /F1 12 Tf 72 700 Td (E) Tj /F1 9 Tf 8 0 Td (XPERIENCE) Tj ET", "EXPERIENCE"},
        WordsCase{"BoldLabelAndValue",
                  "BT /F2 12 Tf 72 700 Td (Tools:) Tj /F1 12 Tf 34.7 0 Td (Excel) Tj ET",
                  "Tools:+Excel"},
        WordsCase{"BoldWordWithAComma",
                  "BT /F2 12 Tf 72 700 Td (Python) Tj /F1 12 Tf 40.7 0 Td (, Java) Tj ET",
                  "Python,|Java"},
        WordsCase{"AddressInTwoColours",
                  "BT /F1 12 Tf 72 700 Td 1 0 0 rg (example.com) Tj 0 g 71.4 0 Td (/jane) Tj ET",
                  "example.com/jane"},
        WordsCase{"Columns", "BT /F1 12 Tf 72 700 Td (Nurse) Tj 200 0 Td (London) Tj ET",
                  "Nurse|London"},
        WordsCase{"Ordinal",
                  "BT /F1 12 Tf 72 700 Td (31) Tj /F1 7 Tf 13.3 4 Td (st) Tj /F1 12 Tf 9 -4 Td "
                  "(December) Tj ET",
                  "31st|December"},
        WordsCase{
            "AccentBeforeItsLetter",
            "BT /F1 12 Tf 72 700 Td [(Universit) 0] TJ 45.3 0 Td (\\250) Tj -1.3 0 Td (at) Tj "
            "ET",
            "Universität"},
        WordsCase{"AccentBehindItsLetter",
                  "BT /F1 12 Tf 72 700 Td (Jos) Tj 18.7 0 Td (e) Tj 1.4 0 Td (\\264) Tj 5.3 0 Td "
                  "( Maria) Tj ET",
                  "José|Maria"},
        WordsCase{"OneLetterWords", "BT /F1 12 Tf 72 700 Td (x   x   x   x   x   x) Tj ET",
                  "x|x|x|x|x|x"},
        WordsCase{"FakedBold",
                  "BT /F1 12 Tf 72 700 Td (Nurse manager) Tj ET BT /F1 12 Tf 72.3 700 Td (Nurse "
                  "manager) Tj ET",
                  "Nurse|manager"},
        WordsCase{"BulletsOfSymbolFonts",
                  "BT /F4 12 Tf 72 700 Td (\\267) Tj /F1 12 Tf 20 0 Td (Nurse) Tj "
                  "/F5 12 Tf -20 -20 Td (l) Tj /F1 12 Tf 20 0 Td (Ward) Tj ET",
                  "•|Nurse|•|Ward"},
        WordsCase{"HyphenAtTheLineEnd", "BT /F1 12 Tf 72 700 Td (experi-) Tj 0 -14 Td (ence) Tj ET",
                  "experi-|ence"},
        WordsCase{"InlinePictures",
                  "BT /F1 12 Tf 72 700 Td (Before) Tj ET\n"
                  "BI /W 2 /H 2 /BPC 8 /CS /G ID EI) EI\n"
                  "BT /F1 12 Tf 72 600 Td (after) Tj ET",
                  "Before|after"}),
    [](const auto& info) { return info.param.name; });

// The words of both back ends, as sets: poppler-cpp has an order of its own.
TEST(PdfBackEnds, ReadTheSameWords) {
  std::string pdf =
      MakePdf({.content = "BT /F2 18 Tf 72 720 Td (Jane Doe) Tj ET\n"
                          "BT /F1 10 Tf 72 690 Td (Registered nurse, Leeds \\(UK\\)) Tj 0 -14 Td "
                          "(2019 \\226 2023) Tj 200 0 Td (jane@example.com) Tj ET\n"});
  auto words = [](const Result<Document>& read) {
    std::vector<std::string> words;
    if (!read.ok()) return words;
    for (const Word& word : read.value().words) words.push_back(word.text);
    std::sort(words.begin(), words.end());
    return words;
  };
  std::vector<std::string> expected = {"(UK)",   "2019",  "2023",       "Doe",
                                       "Jane",   "Leeds", "Registered", "jane@example.com",
                                       "nurse,", "–"};
  EXPECT_EQ(words(ReadPdf(pdf, kLimits)), expected);
  EXPECT_EQ(words(ReadPdfWithPopplerCpp(pdf, kLimits)), expected);
}

TEST(PdfWord, HasItsPlaceAndLook) {
  NEEDS_CORE();
  Document document = ReadContent(
      "BT 1 0 0 rg /F2 20 Tf 100 692 Td (Jane) Tj 0 g /F3 10 Tf 0 -30 Td (nurse) Tj ET");
  const Word& jane = *Find(document, "Jane");
  EXPECT_NEAR(jane.box.x0, 100, 0.01);
  EXPECT_NEAR(jane.box.x1, 100 + 20 * 2.279, 0.1);  // widths of J, a, n, e in Helvetica-Bold
  EXPECT_NEAR(jane.baseline, 100, 0.01);
  EXPECT_LT(jane.box.y0, 90);
  EXPECT_GT(jane.box.y1, 102);
  EXPECT_NEAR(jane.size, 20, 0.01);
  EXPECT_EQ(jane.colour, 0xFF0000u);
  EXPECT_TRUE(document.IsBold(jane));
  EXPECT_FALSE(document.IsItalic(jane));
  const Word& nurse = *Find(document, "nurse");
  EXPECT_TRUE(document.IsItalic(nurse));
  EXPECT_FALSE(document.IsBold(nurse));
}

TEST(PdfWord, IsBoldWhenFilledAndStroked) {
  NEEDS_CORE();
  Document document =
      ReadContent("BT /F1 12 Tf 2 Tr 0.5 w 72 700 Td (Heading) Tj 0 Tr 0 -20 Td (Nurse) Tj ET");
  EXPECT_TRUE(document.IsBold(*Find(document, "Heading")));
  EXPECT_FALSE(document.IsBold(*Find(document, "Nurse")));
}

TEST(PdfPages, AreSeenTurned) {
  NEEDS_CORE();
  // The text runs up the page, which is turned a quarter to the right to be read.
  Document document =
      Read({.content = "BT /F1 12 Tf 0 1 -1 0 100 72 Tm (Jane Doe) Tj ET", .page = "/Rotate 90"});
  EXPECT_EQ(document.pages[0].width, 792);
  EXPECT_EQ(document.pages[0].height, 612);
  EXPECT_EQ(Find(document, "Jane")->rotation, 0);
  EXPECT_NEAR(Find(document, "Jane")->box.x0, 72, 0.01);
  EXPECT_NEAR(Find(document, "Jane")->baseline, 100, 0.01);
}

TEST(PdfWord, KeepsItsRotation) {
  NEEDS_CORE();
  Document document = ReadContent(
      kBody + "BT /F1 12 Tf 0 1 -1 0 100 400 Tm (Upwards) Tj 0 -1 1 0 200 400 Tm (Down) Tj ET");
  EXPECT_EQ(Find(document, "Upwards")->rotation, 270);
  EXPECT_EQ(Find(document, "Down")->rotation, 90);
  EXPECT_GT(Find(document, "Down")->box.height(), Find(document, "Down")->box.width());
}

TEST(PdfPages, AreCroppedToTheCropBox) {
  NEEDS_CORE();
  Document document = Read({.content = kBody + "BT /F1 12 Tf 500 100 Td (Outside) Tj ET",
                            .page = "/CropBox [50 50 400 500]"});
  EXPECT_EQ(document.pages[0].width, 350);
  EXPECT_NEAR(Find(document, "Curriculum")->box.x0, 22, 0.01);
  EXPECT_EQ(Find(document, "Outside")->hidden, Hidden::kOffPage);
}

struct HiddenCase {
  std::string name;
  std::string content;  // with the word "word"
  Hidden hidden;
};

void PrintTo(const HiddenCase& c, std::ostream* out) { *out << c.name; }

class PdfHiddenWords : public testing::TestWithParam<HiddenCase> {};

TEST_P(PdfHiddenWords, AreMarked) {
  NEEDS_CORE();
  Document document = ReadContent(kBody + GetParam().content);
  EXPECT_EQ(HiddenName(Find(document, "word")->hidden), HiddenName(GetParam().hidden));
  EXPECT_EQ(HiddenName(Find(document, "vitae")->hidden), "visible");
}

const std::string kWord = "BT /F1 12 Tf 72 400 Td (word) Tj ET\n";

INSTANTIATE_TEST_SUITE_P(
    Cases, PdfHiddenWords,
    testing::Values(
        HiddenCase{"Plain", kWord, Hidden::kNo},
        HiddenCase{"InvisibleMode", "BT /F1 12 Tf 3 Tr 72 400 Td (word) Tj ET 0 Tr",
                   Hidden::kInvisibleMode},
        HiddenCase{"WhiteOnPaper", "1 g " + kWord, Hidden::kBackgroundColour},
        HiddenCase{"NearlyWhiteOnPaper", "0.99 g " + kWord, Hidden::kBackgroundColour},
        HiddenCase{"GreyOnPaper", "0.6 g " + kWord, Hidden::kNo},
        HiddenCase{"WhiteOnADarkBox", "0 0 0.3 rg 50 300 200 200 re f 1 g " + kWord, Hidden::kNo},
        HiddenCase{"DarkOnADarkBox", "0 0 0.3 rg 50 300 200 200 re f " + kWord,
                   Hidden::kBackgroundColour},
        HiddenCase{"WhiteOnAWhiteBoxOnADarkOne",
                   "0 g 50 300 200 200 re f 1 g 60 380 100 50 re f " + kWord,
                   Hidden::kBackgroundColour},
        HiddenCase{"WhiteBesideADarkBox", "0 g 300 300 200 200 re f 1 g " + kWord,
                   Hidden::kBackgroundColour},
        HiddenCase{"WhiteOnAPicture",
                   "q 200 0 0 200 50 300 cm BI /W 1 /H 1 /BPC 8 /CS /G ID 0 EI Q 1 g " + kWord,
                   Hidden::kNo},
        HiddenCase{"Tiny", "BT /F1 1 Tf 72 400 Td (word) Tj ET", Hidden::kTiny},
        HiddenCase{"TinyByItsMatrix", "q 0.1 0 0 0.1 72 400 cm BT /F1 12 Tf (word) Tj ET Q",
                   Hidden::kTiny},
        HiddenCase{"OffThePage", "BT /F1 12 Tf 72 -40 Td (word) Tj ET", Hidden::kOffPage},
        HiddenCase{"Clipped", "q 300 300 50 50 re W n " + kWord + "Q", Hidden::kClipped},
        HiddenCase{"InsideItsClip", "q 50 300 200 200 re W n " + kWord + "Q", Hidden::kNo},
        HiddenCase{"Covered", kWord + "0.9 g 50 380 200 50 re f", Hidden::kCovered},
        HiddenCase{"PartlyCovered", kWord + "0.9 g 50 300 200 101 re f", Hidden::kNo},
        HiddenCase{"ClipThatIsPainted",
                   "q BT /F1 12 Tf 7 Tr 72 400 Td (word) Tj ET 1 0 0 rg 50 300 200 200 re f Q 0 Tr",
                   Hidden::kNo}),
    [](const auto& info) { return info.param.name; });

TEST(PdfScan, IsReadFromTheTextThatOcrLeft) {
  NEEDS_CORE();
  Document document = ReadContent(
      "q 612 0 0 792 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID z EI Q\n"
      "BT /F1 12 Tf 3 Tr 72 700 Td (Curriculum vitae) Tj ET");
  EXPECT_EQ(Find(document, "vitae")->hidden, Hidden::kNo);
  ASSERT_EQ(document.warnings.size(), 1u);
  EXPECT_EQ(document.warnings[0].id, "scanned-page");
}

TEST(PdfLinks, BelongToTheWordsUnderThem) {
  NEEDS_CORE();
  Document document = Read(
      {.content = kBody + "BT /F1 12 Tf 72 400 Td (My portfolio) Tj 200 0 Td (elsewhere) Tj ET",
       .page = "/Annots [20 0 R]",
       .objects = {"<< /Type /Annot /Subtype /Link /Rect [70 395 150 415] /Border [0 0 1] "
                   "/A << /S /URI /URI (https://example.com/jane) >> >>"}});
  ASSERT_EQ(document.links.size(), 1u);
  EXPECT_EQ(document.links[0].uri, "https://example.com/jane");
  EXPECT_NEAR(document.links[0].box.y0, 792 - 415, 0.01);
  EXPECT_EQ(Find(document, "portfolio")->link, 0);
  EXPECT_EQ(Find(document, "elsewhere")->link, -1);
  EXPECT_TRUE(document.shapes.empty()) << "the frame of a link is not a drawn line";
}

TEST(PdfShapes, AreLinesBoxesAndPictures) {
  NEEDS_CORE();
  Document document = ReadContent(kBody +
                                  "0 0 1 RG 1 w 72 500 m 540 500 l S 0.5 g 0 0 100 792 re f "
                                  "q 50 0 0 60 400 600 cm BI /W 1 /H 1 /BPC 8 /CS /G ID 0 EI Q");
  ASSERT_EQ(document.shapes.size(), 3u);
  const Shape &line = document.shapes[0], &box = document.shapes[1], &photo = document.shapes[2];
  EXPECT_EQ(line.kind, Shape::Kind::kStroke);
  EXPECT_NEAR(line.box.y0, 291.5, 0.01);
  EXPECT_NEAR(line.box.height(), 1, 0.01);
  EXPECT_EQ(line.colour, 0x0000FFu);
  EXPECT_EQ(box.kind, Shape::Kind::kFill);
  EXPECT_NEAR(box.box.x1, 100, 0.01);
  EXPECT_EQ(photo.kind, Shape::Kind::kImage);
  EXPECT_NEAR(photo.box.y0, 132, 0.01);
  EXPECT_NEAR(photo.box.y1, 192, 0.01);
}

TEST(PdfUnderlines, AreNoRules) {
  NEEDS_CORE();
  Document document = ReadContent(
      "BT /F1 12 Tf 72 700 Td (Underlined words) Tj 0 -100 Td (Heading) Tj ET\n"
      "0.5 w 72 698.5 m 164 698.5 l S 72 598 m 540 598 l S");
  EXPECT_TRUE(Find(document, "Underlined")->underlined);
  EXPECT_TRUE(Find(document, "words")->underlined);
  EXPECT_FALSE(Find(document, "Heading")->underlined);
}

TEST(PdfIcons, GoToTheWordBehindThem) {
  NEEDS_CORE();
  // U+F0E0 and U+F095 are the envelope and the phone of Font Awesome, U+E999 is anything.
  Document document = Read({.content = kBody + "BT /F6 10 Tf 72 500 Td (A) Tj /F1 10 Tf 12 0 Td "
                                               "(jane@example.com) Tj /F6 10 Tf -12 -20 Td (B) Tj "
                                               "/F1 10 Tf 6.1 0 Td (555 0100) Tj /F6 10 Tf -6.1 "
                                               "-20 Td (C) Tj /F1 10 Tf 12 0 Td (Leeds) Tj ET",
                            .unicode = {"F0E0", "F095", "E999"}});
  EXPECT_EQ(Words(document), "Curriculum|vitae|jane@example.com|555|0100|Leeds");
  EXPECT_EQ(Find(document, "jane@example.com")->icon_before, Icon::kEmail);
  EXPECT_EQ(Find(document, "555")->icon_before, Icon::kPhone);
  EXPECT_EQ(Find(document, "0100")->icon_before, Icon::kNone);
  EXPECT_EQ(Find(document, "Leeds")->icon_before, Icon::kUnknown);
}

TEST(PdfIcons, LettersOfAnIconFontAreNoText) {
  NEEDS_CORE();
  Document document = Read({.content = kBody + "BT /F6 10 Tf 72 500 Td (A) Tj /F1 10 Tf 12 0 Td "
                                               "(Leeds) Tj ET",
                            .unicode = {"0078"},
                            .symbol_name = "AAAAAA+FontAwesome5Free-Solid"});
  EXPECT_EQ(Words(document), "Curriculum|vitae|Leeds");
}

TEST(PdfIcons, MarVoSymHasPicturesAtItsLetters) {
  NEEDS_CORE();
  Document document = Read({.content = kBody + "BT /F6 10 Tf 72 500 Td (A) Tj /F1 10 Tf 12 0 Td "
                                               "(555 0151) Tj /F6 10 Tf -12 -20 Td (B) Tj /F1 10 "
                                               "Tf 12 0 Td (Leeds) Tj ET",
                            .unicode = {"0054", "007B"},
                            .symbol_name = "AAAAAA+MarVoSym"});
  EXPECT_EQ(Words(document), "Curriculum|vitae|555|0151|•|Leeds");
}

TEST(PdfCharacters, AreNormalised) {
  NEEDS_CORE();
  // ffi ligature, NBSP, a soft hyphen that shows, e + combining acute, Word's Wingdings bullet.
  Document document =
      Read({.content = kBody + "BT /F6 10 Tf 72 500 Td (GABCDEF) Tj ET",
            .unicode = {"FB03", "00A0", "0061", "00AD", "00650301", "0062", "F0A7"}});
  EXPECT_EQ(Words(document), "Curriculum|vitae|•ffi|a-éb");
}

TEST(PdfRightToLeft, ReadsInLogicalOrder) {
  NEEDS_CORE();
  // Hebrew "shalom" as most programs print it: from left to right, the last letter first.
  Document document = Read({.content = kBody + "BT /F6 10 Tf 72 500 Td (ABCD) Tj ET",
                            .unicode = {"05DD", "05D5", "05DC", "05E9"}});
  EXPECT_EQ(Words(document), "Curriculum|vitae|שלום");
}

// --- Errors ------------------------------------------------------------------------------------

ErrorKind KindOf(std::string_view bytes, const ReadLimits& limits = kLimits) {
  Result<Document> read = ReadDocument(bytes, limits);
  return read.ok() ? ErrorKind::kInternal : read.error().kind;
}

TEST(PdfErrors, ScanHasNoText) {
  std::string scan =
      MakePdf({.content = "q 612 0 0 792 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID z EI Q"});
  EXPECT_EQ(KindOf(scan), ErrorKind::kNoText);
}

TEST(PdfErrors, EmptyPagesAreNoScan) {
  Result<Document> read = ReadDocument(MakePdf({}), kLimits);
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.error().kind, ErrorKind::kNoText);
  EXPECT_EQ(read.error().cause.find("scan") == std::string::npos, HasCore());
}

// A font without ToUnicode whose codes have no names draws letters that nobody can tell.
TEST(PdfErrors, FontsWithoutCharactersAreNamed) {
  NEEDS_CORE();
  std::string text(40, 'A');
  Result<Document> read = ReadDocument(
      MakePdf({.content = "BT /F6 10 Tf 72 500 Td (" + text + ") Tj ET", .unicode = {"FFFD"}}),
      kLimits);
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.error().kind, ErrorKind::kNoText);
  EXPECT_NE(read.error().cause.find("fonts"), std::string::npos) << read.error().cause;
}

TEST(PdfErrors, LockedNeedsAPassword) {
  std::string o(64, 'A'), u(64, 'B');
  std::string pdf = MakePdf({.content = kBody,
                             .trailer = "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + o +
                                        "> /U <" + u + "> >> /ID [<00><00>]"});
  EXPECT_EQ(KindOf(pdf), ErrorKind::kEncrypted);
}

TEST(PdfErrors, RubbishBehindTheHeaderIsDamage) {
  EXPECT_EQ(KindOf("%PDF-1.4\nnothing of a PDF follows"), ErrorKind::kDamaged);
}

TEST(PdfErrors, LimitsHold) {
  std::string pdf = MakePdf({.content = kBody, .pages = 3});
  ReadLimits two_pages;
  two_pages.max_pages = 2;
  EXPECT_EQ(KindOf(pdf, two_pages), ErrorKind::kTooLarge);
  ReadLimits five_words;
  five_words.max_words = 5;
  EXPECT_EQ(KindOf(pdf, five_words), ErrorKind::kTooLarge);
  ReadLimits few_bytes;
  few_bytes.max_bytes = 100;
  EXPECT_EQ(KindOf(pdf, few_bytes), ErrorKind::kTooLarge);
  EXPECT_TRUE(ReadDocument(pdf, kLimits).ok());
}

// Whatever the cut leaves: a document or an error, and nothing worse.
TEST(PdfErrors, TruncatedFilesAreReadOrRefused) {
  std::string pdf = MakePdf({.content = kBody, .unicode = {"0041"}});
  for (size_t size = 0; size < pdf.size(); size += 37) {
    Result<Document> read = ReadDocument(std::string_view(pdf).substr(0, size), kLimits);
    EXPECT_TRUE(read.ok() || !read.error().cause.empty()) << size;
  }
}

TEST(PdfErrors, HeaderMayFollowRubbish) {
  EXPECT_TRUE(ReadDocument("rubbish\n" + MakePdf({.content = kBody}), kLimits).ok());
}

}  // namespace
}  // namespace atsmatch
