// DOCX and ODT: the files of the archive -> a word processor's document -> words on pages.
#ifndef ATSMATCH_PARSER_READ_OFFICE_READER_H_
#define ATSMATCH_PARSER_READ_OFFICE_READER_H_

#include "parser/read/office_document.h"
#include "parser/read/zip_archive.h"
#include "parser/result.h"

namespace atsmatch {

// kDamaged: the part with the text is missing or is no XML.
Result<OfficeDocument> ReadDocx(ArchiveFiles files);
Result<OfficeDocument> ReadOdt(const ArchiveFiles& files);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_READ_OFFICE_READER_H_
