#include <gtest/gtest.h>

#include <string>

#include "parser/read/reader.h"

namespace atsmatch {
namespace {

const ReadLimits kLimits;

Document Read(std::string_view bytes) {
  Result<Document> read = ReadDocument(bytes, kLimits);
  EXPECT_TRUE(read.ok()) << read.error().Message();
  return read.ok() ? read.value() : Document();
}

std::string Words(const Document& document) {
  return TextOf(document, IndexRange{0, document.words.size()});
}

ErrorKind KindOf(std::string_view bytes) {
  Result<Document> read = ReadDocument(bytes, kLimits);
  return read.ok() ? ErrorKind::kInternal : read.error().kind;
}

TEST(ReadText, PutsEachCharacterOnAGrid) {
  Document document = Read("Jane Doe\n\n  Nurse   Leeds\n");
  EXPECT_EQ(document.format, Format::kText);
  ASSERT_EQ(document.words.size(), 4u);
  const Word& leeds = document.words[3];
  EXPECT_EQ(leeds.text, "Leeds");
  EXPECT_EQ(leeds.box.x0, 10 * 6);
  EXPECT_EQ(leeds.box.x1, 15 * 6);
  EXPECT_EQ(leeds.box.y0, 2 * 12);
  EXPECT_EQ(leeds.box.y1, 3 * 12);
  EXPECT_EQ(leeds.font, -1);
}

TEST(ReadText, StopsTabsEveryEightColumns) {
  Document document = Read("2019\tNurse\n2020-2023\tMatron\n");
  EXPECT_EQ(document.words[1].box.x0, 8 * 6);
  EXPECT_EQ(document.words[3].box.x0, 16 * 6);
}

TEST(ReadText, CutsADateOffTheWordThatItTouches) {
  const Document document = Read("Trainer, Reef Watch04/2019 – 10/2023, build2/2019\n");
  EXPECT_EQ(Words(document), "Trainer, Reef Watch 04/2019 – 10/2023, build2/2019");
  EXPECT_EQ(document.words[3].text, "04/2019");
  EXPECT_EQ(document.words[3].box.x0, 19 * 6);
}

TEST(ReadText, StartsAPageAtAFormFeed) {
  Document document = Read("Jane Doe\fpage two\f");
  ASSERT_EQ(document.pages.size(), 2u);
  EXPECT_EQ(document.words[2].page, 1);
  EXPECT_EQ(document.words[2].box.y0, 0);
  EXPECT_EQ(document.pages[1].words, (IndexRange{2, 4}));
}

TEST(ReadText, TakesLinesOfDashesForRules) {
  Document document = Read("EXPERIENCE\n----------\nNurse\n==========\n");
  EXPECT_EQ(Words(document), "EXPERIENCE Nurse");
  EXPECT_EQ(document.shapes.size(), 2u);
}

TEST(ReadText, TakesAnyLineEnd) { EXPECT_EQ(Read("a\r\nb\rc\nd e").words.back().box.y0, 3 * 12); }

TEST(ReadText, JoinsSpacedLetters) {
  EXPECT_EQ(Words(Read("W O R K   H I S T O R Y\nGroup A B C D\n")), "WORK HISTORY Group A B C D");
}

TEST(ReadText, ReadsUtf16WithAndWithoutAMark) {
  std::string with("\xFF\xFEJ\0a\0n\0e\0 \0D\0o\0e\0", 18);
  std::string without("J\0a\0n\0e\0 \0D\0o\0e\0", 16);
  std::string big("\0J\0a\0n\0e\0 \0D\0o\0e", 16);
  EXPECT_EQ(Words(Read(with)), "Jane Doe");
  EXPECT_EQ(Words(Read(without)), "Jane Doe");
  EXPECT_EQ(Words(Read(big)), "Jane Doe");
}

TEST(ReadText, TakesPicturesForIcons) {
  Document document = Read("\xF0\x9F\x93\xA7 jane@example.com \xF0\x9F\x93\x9E 555 0100");
  EXPECT_EQ(Words(document), "jane@example.com 555 0100");
  EXPECT_EQ(document.words[0].icon_before, Icon::kEmail);
  EXPECT_EQ(document.words[1].icon_before, Icon::kPhone);
  EXPECT_EQ(document.words[2].icon_before, Icon::kNone);
}

TEST(ReadDocument, NamesWhatItDoesNotRead) {
  struct Case {
    std::string bytes;
    ErrorKind kind;
    std::string part;  // of the message
  };
  const Case kCases[] = {
      {"", ErrorKind::kEmpty, "empty"},
      {" \n\t\n", ErrorKind::kEmpty, "no text"},
      {"PK\x03\x04 word/document.xml", ErrorKind::kDamaged, "document is damaged"},
      {"{\\rtf1 Jane}", ErrorKind::kNotSupported, "RTF"},
      {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", ErrorKind::kNotSupported, ".doc"},
      {"\x89PNG\r\n\x1A\n", ErrorKind::kNotSupported, "PNG"},
      {"\xFF\xD8\xFF\xE0", ErrorKind::kNotSupported, "JPEG"},
      {std::string("BM\x46\0\0\0\0\0\0\0\x36\0", 12), ErrorKind::kNotSupported, "bitmap"},
      {std::string("MM\0*\0\0", 6), ErrorKind::kNotSupported, "TIFF"},
      {"<!DOCTYPE html><p>Jane", ErrorKind::kNotSupported, "HTML"},
      {"\n<html><p>Jane", ErrorKind::kNotSupported, "HTML"},
      {std::string("\x01\x02\x03\x04Jane\x00\x05\x06", 11), ErrorKind::kNotSupported, "binary"},
  };
  for (const Case& c : kCases) {
    Result<Document> read = ReadDocument(c.bytes, kLimits);
    ASSERT_FALSE(read.ok()) << c.part;
    EXPECT_EQ(ErrorKindName(read.error().kind), ErrorKindName(c.kind)) << c.part;
    EXPECT_NE(read.error().Message().find(c.part), std::string::npos) << read.error().Message();
  }
}

TEST(ReadDocument, TakesNoTextForAPicture) {
  for (const char* text : {"BMW technician\nJane Doe", "MMag. Jane Doe", "II. Jane Doe"}) {
    EXPECT_TRUE(ReadDocument(text, kLimits).ok()) << text;
  }
}

TEST(ReadText, RefusesMoreWordsThanTheLimit) {
  ReadLimits limits;
  limits.max_words = 3;
  EXPECT_TRUE(ReadText("one two three", limits).ok());
  EXPECT_EQ(ReadText("one two three four", limits).error().kind, ErrorKind::kTooLarge);
}

TEST(ReadText, SurvivesNoise) {
  uint32_t seed = 1;
  for (int round = 0; round < 200; ++round) {
    std::string noise;
    for (int i = 0; i < 300; ++i) {
      seed = seed * 1664525 + 1013904223;
      noise += static_cast<char>(seed >> 24);
    }
    if (noise.find("%PDF-") != std::string::npos) continue;
    KindOf(noise);
    ReadText(noise, kLimits);
    ReadMarkdown(noise, kLimits);
  }
}

}  // namespace
}  // namespace atsmatch
