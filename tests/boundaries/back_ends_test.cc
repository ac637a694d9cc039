// atsmatch reads the same words whether it was built on Poppler's core or on poppler-cpp.
#include <gtest/gtest.h>

#include "parser/read/reader.h"
#include "tests/sample_files.h"

namespace atsmatch {
namespace {

// The words of each page, sorted: the order is the layout's affair.
std::string WordsOf(const Result<Document>& document) {
  if (!document.ok()) return document.error().Message();
  std::vector<std::string> words;
  for (const Word& word : document.value().words) {
    words.push_back(std::to_string(word.page) + " " + word.text + "\n");
  }
  std::sort(words.begin(), words.end());
  std::string text;
  for (const std::string& word : words) text += word;
  return text;
}

TEST(PdfBackEnds, ReadTheSameWords) {
  for (const SampleResume& sample : SampleResumes()) {
    if (sample.document.extension() != ".pdf") continue;
    const std::string bytes = ReadFile(sample.document);
    EXPECT_EQ(WordsOf(ReadPdf(bytes, {})), WordsOf(ReadPdfWithPopplerCpp(bytes, {})))
        << sample.name;
  }
}

}  // namespace
}  // namespace atsmatch
