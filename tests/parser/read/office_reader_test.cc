// DOCX and ODT: what is read, what is marked, and what a hostile file comes to.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "make_zip.h"
#include "parser/read/reader.h"
#include "parser/read/zip_archive.h"

namespace atsmatch {
namespace {

const ReadLimits kLimits;

Document Read(const std::string& bytes) {
  Result<Document> read = ReadDocument(bytes, kLimits);
  EXPECT_TRUE(read.ok()) << read.error().Message();
  return read.ok() ? read.value() : Document();
}

// Lines from top to bottom in the order of the file; **bold**, *italic*, the level of headings.
std::string Show(const Document& document) {
  std::string text;
  double line = -1;
  for (const Word& word : document.words) {
    if (line >= 0) text += word.baseline != line ? "\n" : (word.glued ? "" : " ");
    if (word.baseline != line && word.heading_level > 0) text += std::to_string(word.heading_level);
    line = word.baseline;
    const std::string mark = document.IsBold(word) ? "**" : "";
    text += mark + word.text + mark;
  }
  return text;
}

std::string P(const std::string& text, const std::string& properties = "") {
  return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t xml:space='preserve'>" + text +
         "</w:t></w:r></w:p>";
}

const Word* Find(const Document& document, const std::string& text) {
  for (const Word& word : document.words) {
    if (word.text == text) return &word;
  }
  ADD_FAILURE() << "no word '" << text << "' in " << Show(document);
  return nullptr;
}

struct BodyCase {
  const char* body;
  const char* shown;
};

// ---- DOCX

TEST(ReadDocx, ReadsRuns) {
  const BodyCase kCases[] = {
      {"<w:p><w:r><w:t>Jane </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>Doe</w:t></w:r></w:p>",
       "Jane **Doe**"},
      {"<w:p><w:r><w:t>Ja</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>ne</w:t></w:r></w:p>", "Jane"},
      {"<w:p><w:r><w:rPr><w:b w:val='0'/></w:rPr><w:t>plain</w:t></w:r></w:p>", "plain"},
      {"<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r></w:p>", "a\nb"},
      {"<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r></w:p>", "a b"},
      {"<w:p><w:r><w:t>part</w:t><w:noBreakHyphen/><w:t>time</w:t></w:r></w:p>", "part-time"},
      {"<w:p><w:r><w:t>R&amp;D &#233;t&#233; &lt;x&gt;</w:t></w:r></w:p>", "R&D été <x>"},
      // Changes that are tracked: what was put in, not what was taken out.
      {"<w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r>"
       "</w:del></w:p>",
       "new"},
      {"<w:sdt><w:sdtContent><w:p><w:r><w:t>a control</w:t></w:r></w:p></w:sdtContent></w:sdt>",
       "a control"},
      {"<w:p><w:r><w:fldChar "
       "w:fldCharType='begin'/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
       "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>1</w:t></w:r>"
       "<w:r><w:fldChar w:fldCharType='end'/></w:r><w:r><w:t> of 2</w:t></w:r></w:p>",
       "1 of 2"},
      // A program that knows the choice must not read the fallback too.
      {"<w:p><w:r><mc:AlternateContent><mc:Choice><w:t>once</w:t></mc:Choice><mc:Fallback>"
       "<w:t>twice</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>",
       "once"}};
  for (const BodyCase& one : kCases) {
    EXPECT_EQ(Show(Read(MakeDocx(one.body + P("end of text")))),
              one.shown + std::string("\nend of text"))
        << one.body;
  }
}

TEST(ReadDocx, WordsOfALineStandOnOneBaselineAndLinesBelowEachOther) {
  const Document document =
      Read(MakeDocx("<w:p><w:r><w:rPr><w:sz w:val='40'/></w:rPr><w:t>Jane</w:t></w:r><w:r><w:t> "
                    "Doe</w:t></w:r></w:p>" +
                    P("Nurse")));
  const Word *jane = Find(document, "Jane"), *doe = Find(document, "Doe"),
             *nurse = Find(document, "Nurse");
  ASSERT_TRUE(jane && doe && nurse);
  EXPECT_EQ(jane->size, 20);
  EXPECT_EQ(doe->size, 10);
  EXPECT_EQ(jane->baseline, doe->baseline);
  EXPECT_LT(jane->box.x1, doe->box.x0);
  EXPECT_GT(nurse->box.y0, jane->baseline);
}

TEST(ReadDocx, BreaksLongLinesInsideThePage) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "word ";
  const Document document = Read(MakeDocx(P(text)));
  ASSERT_EQ(document.words.size(), 100u);
  EXPECT_GT(document.words.back().baseline, document.words.front().baseline + 20);
  for (const Word& word : document.words) EXPECT_LE(word.box.x1, document.pages[0].width - 70);
}

TEST(ReadDocx, FollowsStyles) {
  const std::string styles =
      "<w:styles xmlns:w='w'><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='24'/></w:rPr>"
      "</w:rPrDefault></w:docDefaults><w:style w:type='paragraph' w:default='1' w:styleId='N'/>"
      "<w:style w:type='paragraph' w:styleId='Base'><w:rPr><w:b/></w:rPr></w:style>"
      "<w:style w:type='paragraph' w:styleId='H'><w:name w:val='heading 2'/><w:basedOn "
      "w:val='Base'/><w:rPr><w:sz w:val='30'/></w:rPr></w:style>"
      "<w:style w:type='paragraph' w:styleId='Round'><w:basedOn w:val='Round'/></w:style>"
      "</w:styles>";
  const Document document = Read(
      MakeDocx(P("Work", "<w:pStyle w:val='H'/>") + P("text") + P("x", "<w:pStyle w:val='Round'/>"),
               {{"word/styles.xml", styles}}));
  EXPECT_EQ(Show(document), "2**Work**\ntext\nx");
  EXPECT_EQ(document.words[0].size, 15);
  EXPECT_EQ(document.words[1].size, 12);
}

TEST(ReadDocx, CountsListsAndMarksItems) {
  const std::string numbering =
      "<w:numbering xmlns:w='w'><w:abstractNum w:abstractNumId='7'><w:lvl w:ilvl='0'><w:numFmt "
      "w:val='bullet'/><w:lvlText w:val='o'/></w:lvl></w:abstractNum><w:abstractNum "
      "w:abstractNumId='8'><w:lvl w:ilvl='0'><w:start w:val='3'/><w:numFmt w:val='decimal'/>"
      "<w:lvlText w:val='%1.'/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId "
      "w:val='7'/></w:num><w:num w:numId='2'><w:abstractNumId w:val='8'/></w:num></w:numbering>";
  const auto item = [](const char* text, const char* list) {
    return P(text,
             std::string("<w:numPr><w:ilvl w:val='0'/><w:numId w:val='") + list + "'/></w:numPr>");
  };
  const Document document =
      Read(MakeDocx(item("one", "1") + item("two", "2") + item("three", "2") + item("four", "0"),
                    {{"word/numbering.xml", numbering}}));
  EXPECT_EQ(Show(document), "• one\n3. two\n4. three\nfour");
}

TEST(ReadDocx, CellsStandBesideEachOther) {
  const auto cell = [](const std::string& content) { return "<w:tc>" + content + "</w:tc>"; };
  const Document document = Read(MakeDocx(
      "<w:tbl><w:tblGrid><w:gridCol w:w='3000'/><w:gridCol w:w='5000'/></w:tblGrid><w:tr>" +
      cell(P("2019") + P("2020")) + cell(P("Nurse")) + "</w:tr><w:tr>" + cell(P("2018")) +
      cell(P("Cook")) + "</w:tr></w:tbl>" + P("after")));
  const Word *year = Find(document, "2019"), *second = Find(document, "2020"),
             *nurse = Find(document, "Nurse"), *cook = Find(document, "Cook"),
             *after = Find(document, "after");
  ASSERT_TRUE(year && second && nurse && cook && after);
  EXPECT_EQ(year->baseline, nurse->baseline);
  EXPECT_NEAR(nurse->box.x0 - year->box.x0, 150, 1);
  EXPECT_GT(cook->box.y0, second->baseline);
  EXPECT_GT(after->box.y0, cook->baseline);
}

TEST(ReadDocx, WhatLiesBehindTextIsAShape) {
  const Document document = Read(MakeDocx(
      P("Work", "<w:shd w:val='clear' w:fill='D9D9D9'/>") +
      "<w:tbl><w:tblGrid><w:gridCol w:w='2000'/><w:gridCol w:w='6000'/></w:tblGrid><w:tr><w:tc>"
      "<w:tcPr><w:shd w:fill='1F3864'/></w:tcPr>" +
      P("Skills") + "</w:tc><w:tc>" + P("one") + P("two") + "</w:tc></w:tr></w:tbl>" +
      P("plain", "<w:shd w:val='clear' w:fill='auto'/>") + P("white", "<w:shd w:fill='FFFFFF'/>")));
  ASSERT_EQ(document.shapes.size(), 2u);
  const Shape &bar = document.shapes[0], &cell = document.shapes[1];
  EXPECT_EQ(bar.kind, Shape::Kind::kFill);
  EXPECT_EQ(bar.colour, 0xD9D9D9u);
  EXPECT_NEAR(bar.box.width(), 451, 1);
  EXPECT_LE(bar.box.y0, Find(document, "Work")->box.y0);
  EXPECT_NEAR(cell.box.width(), 100, 0.1);
  EXPECT_GT(cell.box.y1, Find(document, "two")->baseline);
}

TEST(ReadDocx, TabStopsSetTextApart) {
  const std::string tab = "<w:tabs><w:tab w:val='right' w:pos='9000'/></w:tabs>";
  const Document document = Read(
      MakeDocx("<w:p><w:pPr>" + tab +
               "</w:pPr><w:r><w:t>Example Works</w:t><w:tab/><w:t>2019 - 2021</w:t></w:r></w:p>"));
  EXPECT_NEAR(document.words.back().box.x1, 72 + 450, 1);
  EXPECT_EQ(document.words.front().baseline, document.words.back().baseline);
}

TEST(ReadDocx, KnowsLinksOfBothKinds) {
  const std::string relations =
      "<Relationships xmlns='r'><Relationship Id='rId9' "
      "Target='https://example.com/jane'/></Relationships>";
  const Document document = Read(MakeDocx(
      "<w:p><w:hyperlink r:id='rId9'><w:r><w:t>my site</w:t></w:r></w:hyperlink><w:r><w:t> and "
      "</w:t></w:r><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> HYPERLINK "
      "\"mailto:jane@example.com\" </w:instrText></w:r><w:r><w:fldChar "
      "w:fldCharType='separate'/></w:r><w:r><w:t>mail</w:t></w:r><w:r><w:fldChar "
      "w:fldCharType='end'/></w:r></w:p>",
      {{"word/_rels/document.xml.rels", relations}}));
  ASSERT_EQ(document.links.size(), 2u);
  EXPECT_EQ(document.links[0].uri, "https://example.com/jane");
  EXPECT_EQ(document.links[1].uri, "mailto:jane@example.com");
  EXPECT_EQ(Find(document, "site")->link, 0);
  EXPECT_EQ(Find(document, "and")->link, -1);
  EXPECT_EQ(Find(document, "mail")->link, 1);
}

TEST(ReadDocx, HeadersComeFirstAndAreTold) {
  const Document document = Read(MakeDocx(
      P("Experience") + "<w:sectPr><w:headerReference w:type='default' r:id='h'/></w:sectPr>",
      {{"word/_rels/document.xml.rels",
        "<Relationships xmlns='r'><Relationship Id='h' Target='header1.xml'/></Relationships>"},
       {"word/header1.xml", "<w:hdr xmlns:w='w'>" + P("Jane Doe") + "</w:hdr>"}}));
  EXPECT_EQ(Show(document), "Jane Doe\nExperience");
  ASSERT_EQ(document.warnings.size(), 1u);
  EXPECT_EQ(document.warnings[0].id, "text-in-header");
}

std::string Box(const std::string& place, const std::string& text) {
  return "<w:p><w:r><w:drawing><wp:anchor>" + place + "<wps:txbx><w:txbxContent>" + P(text) +
         "</w:txbxContent></wps:txbx></wp:anchor></w:drawing></w:r></w:p>";
}

TEST(ReadDocx, TextBoxesStandWhereTheyAreUnlessTheyCoverText) {
  const auto place = [](const char* x, const char* y) {
    return std::string("<wp:positionH relativeFrom='page'><wp:posOffset>") + x +
           "</wp:posOffset></wp:positionH><wp:positionV relativeFrom='page'><wp:posOffset>" + y +
           "</wp:posOffset></wp:positionV><wp:extent cx='1270000' cy='1270000'/>";
  };
  // 12,700 units are a point.
  const Document aside = Read(MakeDocx(Box(place("5080000", "2540000"), "Skills") + P("Work")));
  EXPECT_NEAR(Find(aside, "Skills")->box.x0, 400, 0.1);
  EXPECT_NEAR(Find(aside, "Skills")->box.y0, 200, 0.1);
  const Document above = Read(MakeDocx(Box(place("914400", "1066800"), "Skills") + P("Work")));
  EXPECT_LT(Find(above, "Skills")->baseline, Find(above, "Work")->box.y0 + 1);
  EXPECT_EQ(aside.warnings.back().id, "text-box");
}

TEST(ReadDocx, PagesBeginWhereTheFileSaysSo) {
  const Document document =
      Read(MakeDocx(P("one") + "<w:p><w:r><w:br w:type='page'/><w:t>two</w:t></w:r></w:p>" +
                    P("three", "<w:pageBreakBefore/>") +
                    "<w:p><w:r><w:lastRenderedPageBreak/><w:t>four</w:t></w:r></w:p>"));
  ASSERT_EQ(document.pages.size(), 4u);
  EXPECT_EQ(Find(document, "two")->page, 1);
  EXPECT_EQ(Find(document, "four")->page, 3);
}

TEST(ReadDocx, MarksWhatAReaderDoesNotSee) {
  const auto run = [](const std::string& properties, const std::string& text) {
    return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space='preserve'>" + text +
           " </w:t></w:r>";
  };
  const std::string body = "<w:p>" + run("", "seen") + run("<w:vanish/>", "gone") +
                           run("<w:color w:val='FFFFFF'/>", "white") +
                           run("<w:color w:val='FFFFFF'/><w:shd w:fill='1F3864'/>", "banner") +
                           run("<w:sz w:val='2'/>", "dust") + "</w:p>";
  const Document document = Read(MakeDocx(body));
  EXPECT_EQ(Find(document, "seen")->hidden, Hidden::kNo);
  EXPECT_EQ(Find(document, "gone")->hidden, Hidden::kInvisibleMode);
  EXPECT_EQ(Find(document, "white")->hidden, Hidden::kBackgroundColour);
  EXPECT_EQ(Find(document, "banner")->hidden, Hidden::kNo);
  EXPECT_EQ(Find(document, "dust")->hidden, Hidden::kTiny);
}

// ---- ODT

TEST(ReadOdt, ReadsParagraphsSpansAndLists) {
  const BodyCase kCases[] = {
      {"<text:p>Jane <text:span text:style-name='B'>Doe</text:span></text:p>", "Jane **Doe**"},
      {"<text:h text:outline-level='2'>Work</text:h>", "2Work"},
      {"<text:p>a<text:line-break/>b<text:tab/>c<text:s text:c='3'/>d</text:p>", "a\nb c d"},
      {"<text:p>  white\n   space </text:p>", "white space"},
      {"<text:list><text:list-item><text:p>one</text:p><text:p>more</text:p></text:list-item>"
       "<text:list-item><text:p>two</text:p></text:list-item></text:list>",
       "• one\nmore\n• two"},
      {"<text:list text:style-name='L'><text:list-item><text:p>one</text:p></text:list-item>"
       "<text:list-item><text:p>two</text:p></text:list-item></text:list>",
       "1. one\n2. two"},
      {"<text:tracked-changes><text:p>old</text:p></text:tracked-changes><text:p>new</text:p>",
       "new"},
      {"<text:p>text<text:note><text:p>a note</text:p></text:note></text:p>", "text"},
      {"<text:section><text:p>inside</text:p></text:section>", "inside"}};
  const std::string styles =
      "<style:style style:name='B' style:family='text'><style:text-properties "
      "fo:font-weight='bold'/></style:style><text:list-style style:name='L'>"
      "<text:list-level-style-number text:level='1'/></text:list-style>";
  for (const BodyCase& one : kCases) {
    EXPECT_EQ(Show(Read(MakeOdt(one.body + std::string("<text:p>end of text</text:p>"), styles))),
              one.shown + std::string("\nend of text"))
        << one.body;
  }
}

TEST(ReadOdt, FollowsStylesPagesAndHeaders) {
  const std::string automatic =
      "<style:style style:name='P1' style:family='paragraph' style:parent-style-name='Base'>"
      "<style:paragraph-properties fo:margin-left='1in'/></style:style>";
  const std::string file =
      "<office:styles><style:style style:name='Base' style:family='paragraph'>"
      "<style:text-properties fo:font-size='15pt' fo:font-weight='bold'/></style:style>"
      "</office:styles><office:automatic-styles><style:page-layout style:name='M'>"
      "<style:page-layout-properties fo:page-width='8.5in' fo:margin='0.5in'/></style:page-layout>"
      "</office:automatic-styles><office:master-styles><style:master-page><style:header>"
      "<text:p>Jane Doe</text:p></style:header></style:master-page></office:master-styles>";
  const Document document =
      Read(MakeOdt("<text:p text:style-name='P1'>Nurse</text:p>", automatic, file));
  EXPECT_EQ(Show(document), "Jane Doe\n**Nurse**");
  EXPECT_EQ(document.pages[0].width, 612);
  EXPECT_EQ(Find(document, "Nurse")->size, 15);
  EXPECT_NEAR(Find(document, "Nurse")->box.x0, 108, 0.1);
}

TEST(ReadOdt, ReadsTablesAndLinks) {
  const std::string styles =
      "<style:style style:name='C' style:family='table-column'><style:table-column-properties "
      "style:column-width='2in'/></style:style>";
  const Document document = Read(MakeOdt(
      "<table:table><table:table-column table:style-name='C' table:number-columns-repeated='3'/>"
      "<table:table-row><table:table-cell table:number-columns-spanned='2'><text:p>wide</text:p>"
      "</table:table-cell><table:covered-table-cell/><table:table-cell><text:p><text:a "
      "xlink:href='https://example.com'>site</text:a></text:p></table:table-cell>"
      "</table:table-row></table:table>",
      styles));
  EXPECT_NEAR(Find(document, "site")->box.x0 - Find(document, "wide")->box.x0, 288, 0.1);
  ASSERT_EQ(document.links.size(), 1u);
  EXPECT_EQ(document.links[0].uri, "https://example.com");
}

TEST(ReadOdt, FramesStandWhereTheyArePlacedOnThePage) {
  const std::string styles =
      "<style:style style:name='F' style:family='graphic'><style:graphic-properties "
      "style:horizontal-rel='page' style:horizontal-pos='from-left' style:vertical-rel='page' "
      "style:vertical-pos='from-top'/></style:style>";
  const std::string frame =
      "<text:p><draw:frame draw:style-name='F' text:anchor-type='char' svg:x='5in' svg:y='3in' "
      "svg:width='2in'><draw:text-box><text:p>Skills</text:p></draw:text-box></draw:frame></text:p>"
      "<text:p>Work</text:p>";
  const Document placed = Read(MakeOdt(frame, styles));
  EXPECT_NEAR(Find(placed, "Skills")->box.x0, 360, 0.1);
  EXPECT_NEAR(Find(placed, "Skills")->box.y0, 216, 0.1);
  const Document flowing = Read(MakeOdt(frame));
  EXPECT_NEAR(Find(flowing, "Skills")->box.x0, Find(flowing, "Work")->box.x0, 0.1);
}

// ---- What is no good document

ErrorKind KindOf(const std::string& bytes, const ReadLimits& limits = {}) {
  const Result<Document> read = ReadDocument(bytes, limits);
  EXPECT_FALSE(read.ok()) << Show(read.value());
  return read.error().kind;
}

TEST(ReadOffice, SaysWhatIsWrong) {
  const std::string whole = MakeDocx(P("a résumé of some words"));
  EXPECT_EQ(KindOf(whole.substr(0, whole.size() / 2)), ErrorKind::kDamaged);
  EXPECT_EQ(KindOf(whole.substr(0, whole.size() - 30)), ErrorKind::kDamaged);
  EXPECT_EQ(KindOf(MakeZip({{"xl/workbook.xml", "<x/>"}})), ErrorKind::kNotSupported);
  EXPECT_EQ(KindOf(MakeZip({{"photo.jpg", "x"}})), ErrorKind::kNotSupported);
  EXPECT_EQ(KindOf(MakeZip({{"word/document.xml", "<w:document><w:body>"}})), ErrorKind::kDamaged);
  EXPECT_EQ(KindOf(MakeZip({{"content.xml", "no xml"}})), ErrorKind::kDamaged);
  EXPECT_EQ(KindOf(MakeDocx(P(""))), ErrorKind::kEmpty);
  EXPECT_EQ(KindOf(MakeOdt("<text:p> </text:p>")), ErrorKind::kEmpty);
  const std::string locked = "\xD0\xCF\x11\xE0" + std::string(1000, '\0') +
                             std::string("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);
  EXPECT_EQ(KindOf(locked), ErrorKind::kEncrypted);
  EXPECT_EQ(KindOf(MakeDocx(P("a b c d e f g")), {.max_words = 3}), ErrorKind::kTooLarge);
}

TEST(ReadOffice, TellsAWrongCheckSum) {
  std::string bytes = MakeDocx(P("a résumé of some words that are long enough"));
  // The check sum stands in the directory at the end: 16 bytes behind its mark.
  const size_t entry = bytes.rfind("PK\x01\x02");
  ASSERT_NE(entry, std::string::npos);
  bytes[entry + 16] ^= 0x55;
  EXPECT_EQ(KindOf(bytes), ErrorKind::kDamaged);
}

TEST(ReadOffice, DoesNotInflateABomb) {
  const std::string bomb =
      MakeZip({{"word/document.xml", "<w:document>" + std::string(200u << 20, ' ')}});
  EXPECT_LT(bomb.size(), 1u << 20);
  EXPECT_EQ(KindOf(bomb), ErrorKind::kTooLarge);
  std::vector<std::pair<std::string, std::string>> many;
  for (int i = 0; i < 10001; ++i) many.push_back({"word/" + std::to_string(i), ""});
  EXPECT_EQ(KindOf(MakeZip(many)), ErrorKind::kTooLarge);
}

TEST(ReadOffice, ExpandsNoEntities) {
  std::string entities = "<!ENTITY a0 'lol'>";
  for (int i = 1; i < 12; ++i) {
    const std::string before = "&a" + std::to_string(i - 1) + ";";
    entities += "<!ENTITY a" + std::to_string(i) + " '";
    for (int j = 0; j < 10; ++j) entities += before;
    entities += "'>";
  }
  const std::string xml =
      "<!DOCTYPE x [" + entities + "<!ENTITY file SYSTEM 'file:///etc/passwd'>]>" +
      "<w:document xmlns:w='w'><w:body>" + P("&a11; &file; plain words") + "</w:body></w:document>";
  const Result<Document> read = ReadDocument(MakeZip({{"word/document.xml", xml}}), kLimits);
  ASSERT_TRUE(read.ok()) << read.error().Message();
  EXPECT_EQ(Show(read.value()), "&a11; &file; plain words");
}

TEST(ReadOffice, StopsAtDeepNesting) {
  std::string open, close;
  for (int i = 0; i < 20000; ++i) {
    open += "<w:tbl><w:tr><w:tc>";
    close += "</w:tc></w:tr></w:tbl>";
  }
  const Document document = Read(MakeDocx(P("some words above") + open + P("deep") + close));
  EXPECT_EQ(Show(document), "some words above");
  std::string runs, ends;
  for (int i = 0; i < 50000; ++i) {
    runs += "<w:smartTag>";
    ends += "</w:smartTag>";
  }
  EXPECT_EQ(Show(Read(MakeDocx(P("words") + "<w:p>" + runs + ends + "</w:p>"))), "words");
}

TEST(ReadOffice, TakesAnyNumberForAnyLength) {
  const std::string wild =
      "<w:ind w:left='99999999999' w:hanging='-1e300' w:right='nan'/><w:tabs><w:tab w:pos='inf'/>"
      "</w:tabs><w:spacing w:before='-99999999' w:after='x'/>";
  const Document document =
      Read(MakeDocx(P("some words", wild) +
                    "<w:p><w:r><w:rPr><w:sz w:val='-40'/></w:rPr><w:t>less</w:t></w:r></w:p>"));
  for (const Word& word : document.words) {
    EXPECT_LE(word.box.x0, word.box.x1);
    EXPECT_LE(word.box.y0, word.box.y1);
  }
}

TEST(ReadZip, GivesWhatIsWanted) {
  const Result<ArchiveFiles> files =
      ReadZip(MakeZip({{"a.xml", "one"}, {"b.png", "two"}}),
              [](std::string_view name) { return name.ends_with(".xml"); });
  ASSERT_TRUE(files.ok());
  EXPECT_EQ(files.value(), (ArchiveFiles{{"a.xml", "one"}}));
}

}  // namespace
}  // namespace atsmatch
