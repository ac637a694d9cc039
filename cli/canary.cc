#include "cli/canary.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>

#include "parser/read/reader.h"

namespace atsmatch {
namespace {

// One page that says "canary", in a font that is not embedded: the case that needs most files.
std::string CanaryPdf() {
  static constexpr std::array kObjects = {
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R "
      "/Resources << /Font << /F 5 0 R >> >> >>",
      "<< /Length 42 >>\nstream\nBT /F 12 Tf 20 100 Td (canary) Tj ET      \nendstream",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"};
  std::string pdf = "%PDF-1.4\n", table;
  for (size_t i = 0; i < kObjects.size(); ++i) {
    char row[32];
    std::snprintf(row, sizeof(row), "%010zu 00000 n \n", pdf.size());
    table += row;
    pdf += std::to_string(i + 1) + " 0 obj\n" + kObjects[i] + "\nendobj\n";
  }
  return pdf + "xref\n0 6\n0000000000 65535 f \n" + table +
         "trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n" + std::to_string(pdf.size()) +
         "\n%%EOF\n";
}

}  // namespace

bool CanaryIsRead() {
  const Result<Document> document = ReadDocument(CanaryPdf(), {});
  if (!document.ok()) return false;
  const std::vector<Word>& words = document.value().words;
  return std::any_of(words.begin(), words.end(),
                     [](const Word& word) { return word.text == "canary"; });
}

}  // namespace atsmatch
