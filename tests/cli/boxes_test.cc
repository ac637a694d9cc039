// The boxes that are drawn lie on the words that they name, and the words on the ink of the
// picture: on every sample PDF, against a reader of its own (poppler-cpp) and the pixels.
#include <gtest/gtest.h>
#include <webp/decode.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>
#include <vector>

#include "cli/fields_record.h"
#include "parser/parse.h"
#include "parser/read/pdf_picture.h"
#include "parser/read/reader.h"
#include "parser/text/lexicon.h"
#include "parser/text/unicode.h"
#include "tests/sample_files.h"

namespace atsmatch {
namespace {

std::vector<SampleResume> SamplePdfs() {
  std::vector<SampleResume> samples;
  for (const SampleResume& sample : SampleResumes()) {
    if (sample.document.extension() == ".pdf") samples.push_back(sample);
  }
  // One of each layout of the bench.
  std::string last;
  for (const SampleResume& sample : BenchResumes()) {
    const std::string layout = sample.name.substr(0, sample.name.find("__"));
    if (layout != last) samples.push_back(sample);
    last = layout;
  }
  return samples;
}

std::string LettersOf(const std::string& text) {
  std::string letters;
  for (const char c : Fold(text)) {
    if (static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c)) != 0) {
      letters += c;
    }
  }
  return letters;
}

// Words whose middle lies in a box of the field.
std::string TextUnder(const RecordField& field, const std::vector<Word>& words) {
  std::string text;
  for (const Word& word : words) {
    const double x = (word.box.x0 + word.box.x1) / 2, y = (word.box.y0 + word.box.y1) / 2;
    const bool under =
        std::any_of(field.boxes.begin(), field.boxes.end(), [&](const RecordBox& box) {
          return box.page == word.page + 1 && x >= box.x0 && x <= box.x1 && y >= box.y0 &&
                 y <= box.y1;
        });
    if (under) text += word.text;
  }
  return LettersOf(text);
}

// What is printed as it is: no dates, addresses of pages or countries, which are written anew.
bool IsPrinted(const RecordField& field) {
  static constexpr const char* kAnew[] = {"Date",        "url",     "phone",
                                          "countryCode", "network", "image"};
  return std::none_of(std::begin(kAnew), std::end(kAnew), [&](const char* name) {
    return field.pointer.find(name) != std::string::npos;
  });
}

class Boxes : public testing::TestWithParam<SampleResume> {};

TEST_P(Boxes, LieOnTheWordsTheyName) {
  static const Lexicon& lexicon = *new Lexicon(Lexicon::BuiltIn());
  const std::string bytes = ReadFile(GetParam().document);
  const Result<ParsedResume> parsed = ParseResume(bytes, lexicon, {});
  const Result<Document> other = ReadPdfWithPopplerCpp(bytes, {});
  ASSERT_TRUE(parsed.ok() && other.ok());
  size_t fields = 0, right = 0;
  std::string wrong;
  for (const RecordField& field : FieldsOf(parsed.value())) {
    const std::string value = LettersOf(field.value);
    if (!IsPrinted(field) || value.size() < 2 || field.boxes.empty()) continue;
    ++fields;
    const std::string under = TextUnder(field, other.value().words);
    // The box holds the words, and little else ("Dublin, Ireland" may be the words of "Dublin").
    if (under.find(value) != std::string::npos && under.size() <= 2 * value.size() + 24) {
      ++right;
    } else {
      wrong += "\n  " + field.pointer + " '" + value + "' but under its boxes '" + under + "'";
    }
  }
  ASSERT_GT(fields, 5u);
  EXPECT_GE(static_cast<double>(right), 0.9 * static_cast<double>(fields)) << wrong;
}

// The picture as shades, 0 black .. 255 white.
struct Shades {
  int width = 0, height = 0;
  std::vector<uint8_t> pixels;
};
Shades Decode(const std::string& webp) {
  Shades shades;
  const std::unique_ptr<uint8_t, decltype(&WebPFree)> rgb(
      WebPDecodeRGB(reinterpret_cast<const uint8_t*>(webp.data()), webp.size(), &shades.width,
                    &shades.height),
      WebPFree);
  if (rgb == nullptr) return shades;
  for (int i = 0; i < shades.width * shades.height; ++i) {
    const uint8_t* pixel = rgb.get() + 3 * i;
    shades.pixels.push_back(static_cast<uint8_t>((pixel[0] + 2 * pixel[1] + pixel[2]) / 4));
  }
  return shades;
}

// How much the shade changes from pixel to pixel in a box of points, for each pixel.
double EdgesIn(const Shades& shades, const Page& page, const Box& box) {
  const double scale = shades.width / page.width;
  const int x0 = std::max(0, static_cast<int>(box.x0 * scale)),
            x1 = std::min(shades.width - 1, static_cast<int>(std::ceil(box.x1 * scale))),
            y0 = std::max(0, static_cast<int>(box.y0 * scale)),
            y1 = std::min(shades.height, static_cast<int>(std::ceil(box.y1 * scale)));
  double edges = 0;
  for (int y = y0; y < y1; ++y) {
    const uint8_t* row = &shades.pixels[static_cast<size_t>(y) * static_cast<size_t>(shades.width)];
    for (int x = x0; x < x1; ++x) edges += std::abs(row[x + 1] - row[x]);
  }
  return x1 > x0 && y1 > y0 ? edges / ((x1 - x0) * (y1 - y0)) : 0;
}

// The ink of all words of a page: where the letters should be, in the space to the left and to the
// right of each word, and in the strip under its baseline that few letters reach.
struct Ink {
  double letters = 0, beside = 0, below = 0;
};
Ink InkOf(const Shades& shades, const Document& document, const Page& page) {
  Ink ink;
  for (size_t i = page.words.begin; i < page.words.end; ++i) {
    const Word& word = document.words[i];
    const bool joined = word.glued || (i + 1 < page.words.end && document.words[i + 1].glued);
    if (word.hidden != Hidden::kNo || word.rotation != 0 || joined || word.underlined) continue;
    const double top = word.baseline - 0.45 * word.size, gap = 0.12 * word.size;
    const Box& box = word.box;
    ink.letters += EdgesIn(shades, page, {box.x0, top, box.x1, word.baseline});
    ink.beside += EdgesIn(shades, page, {box.x0 - gap, top, box.x0, word.baseline}) / 2 +
                  EdgesIn(shades, page, {box.x1, top, box.x1 + gap, word.baseline}) / 2;
    ink.below +=
        EdgesIn(shades, page,
                {box.x0, word.baseline + 0.1 * word.size, box.x1, word.baseline + 0.2 * word.size});
  }
  return ink;
}

TEST_P(Boxes, LieOnTheInkOfThePicture) {
  const std::string bytes = ReadFile(GetParam().document);
  const Result<Document> document = ReadDocument(bytes, {});
  ASSERT_TRUE(document.ok());
  const std::vector<PagePicture> pictures = DrawPages(bytes, {});
  ASSERT_EQ(pictures.size(), document.value().pages.size());
  size_t size = 0;
  for (const PagePicture& picture : pictures) {
    size += picture.webp.size();
    const Page& page = document.value().pages[static_cast<size_t>(picture.page)];
    const Shades shades = Decode(picture.webp);
    ASSERT_EQ(shades.width, picture.width);
    EXPECT_NEAR(static_cast<double>(shades.height) / shades.width, page.height / page.width, 0.01);
    if (page.words.size() < 20) continue;
    const Ink ink = InkOf(shades, document.value(), page);
    EXPECT_GT(ink.letters, 2 * ink.beside);
    EXPECT_GT(ink.letters, 2 * ink.below);
  }
  // A third more in base64; a report of two pages stays under 1.5 MB.
  EXPECT_LT(size * 4 / 3, 1300000u);
}

INSTANTIATE_TEST_SUITE_P(Samples, Boxes, testing::ValuesIn(SamplePdfs()), [](const auto& info) {
  std::string name = info.param.name;
  for (char& c : name) c = std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
  return name;
});

TEST(DrawPages, GivesNothingForWhatIsNoPdf) {
  EXPECT_TRUE(DrawPages("plain text", {}).empty());
  EXPECT_TRUE(DrawPages("", {}).empty());
}

TEST(DrawPages, KeepsToItsLimits) {
  const std::string bytes = ReadFile(CorporaFolder() / "resumes/nurse-ie/resume.pdf");
  EXPECT_TRUE(DrawPages(bytes, {.max_pages = 0}).empty());
  EXPECT_TRUE(DrawPages(bytes, {.bytes = 100}).empty());
  EXPECT_EQ(DrawPages(bytes, {.width = 200}).at(0).width, 200);
}

}  // namespace
}  // namespace atsmatch
