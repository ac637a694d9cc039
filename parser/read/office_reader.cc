#include "parser/read/office_reader.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "parser/read/finish.h"
#include "parser/read/reader.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

bool IsPart(std::string_view name) { return name.ends_with(".xml") || name.ends_with(".rels"); }

bool HasText(const std::vector<OfficeBlock>& blocks);

bool HasText(const OfficeBlock& block) {
  if (const auto* paragraph = std::get_if<OfficeParagraph>(&block.content)) {
    return std::any_of(paragraph->runs.begin(), paragraph->runs.end(),
                       [](const OfficeRun& run) { return HasLetter(run.text); });
  }
  if (const auto* box = std::get_if<OfficeBox>(&block.content)) return HasText(box->blocks);
  const auto& table = std::get<OfficeTable>(block.content);
  for (const std::vector<OfficeCell>& row : table.rows) {
    for (const OfficeCell& cell : row) {
      if (HasText(cell.blocks)) return true;
    }
  }
  return false;
}

bool HasText(const std::vector<OfficeBlock>& blocks) {
  return std::any_of(blocks.begin(), blocks.end(),
                     [](const OfficeBlock& block) { return HasText(block); });
}

bool HasBoxWithText(const std::vector<OfficeBlock>& blocks) {
  return std::any_of(blocks.begin(), blocks.end(), [](const OfficeBlock& block) {
    return std::holds_alternative<OfficeBox>(block.content) && HasText(block);
  });
}

// What other systems are known to pass over in a word processor's file.
void AddWarnings(const OfficeDocument& office, Document* document) {
  if (HasText(office.header) || HasText(office.footer)) {
    document->warnings.push_back(
        {.id = "text-in-header",
         .severity = Warning::Severity::kMinor,
         .message = "The header or footer of the page holds text, which many systems do not read.",
         .remedy = "move it into the document, name and contact details above all"});
  }
  if (HasBoxWithText(office.body)) {
    document->warnings.push_back(
        {.id = "text-box",
         .severity = Warning::Severity::kMinor,
         .message = "Text stands in text boxes, which many systems do not read.",
         .remedy = "write it as ordinary paragraphs"});
  }
}

}  // namespace

Result<Document> ReadOffice(std::string_view bytes, const ReadLimits& limits) {
  Result<ArchiveFiles> files = ReadZip(bytes, IsPart);
  if (!files.ok()) return files.error();
  const bool is_odt = files.value().contains("content.xml");
  const bool is_docx =
      std::any_of(files.value().begin(), files.value().end(),
                  [](const auto& file) { return file.first.starts_with("word/"); });
  if (!is_odt && !is_docx) {
    return Error{ErrorKind::kNotSupported, "an archive or a file of another office program",
                 "give the résumé itself, as PDF, DOCX, ODT, text or Markdown"};
  }
  Result<OfficeDocument> office =
      is_docx ? ReadDocx(std::move(files).value()) : ReadOdt(files.value());
  if (!office.ok()) return office.error();
  Result<Document> document = SetOnPages(office.value(), limits);
  if (!document.ok()) return document;
  AddWarnings(office.value(), &document.value());
  document.value().bytes = bytes.size();
  return document;
}

}  // namespace atsmatch
