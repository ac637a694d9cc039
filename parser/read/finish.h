// What all readers share: the errors, and the words made fit for the steps behind.
#ifndef ATSMATCH_PARSER_READ_FINISH_H_
#define ATSMATCH_PARSER_READ_FINISH_H_

#include "parser/document.h"
#include "parser/parse.h"
#include "parser/result.h"

namespace atsmatch {

constexpr double kTinySize = 2;  // points; smaller text is not meant to be read

Error Damaged();
Error Encrypted();
Error DamagedOffice();  // DOCX, ODT
Error EncryptedOffice();
Error EmptyOffice();
Error NoPages();
Error NoText();        // pictures or drawings only
Error EmptyPages();    // nothing at all
Error NoCharacters();  // letters are drawn, but the fonts do not say which
Error TooManyPages(int pages, const ReadLimits& limits);
Error TooManyWords(const ReadLimits& limits);

// Normalises the text of every word, and takes icon glyphs and words without text out: an icon
// becomes Word::icon_before of the word behind it.  Page::words are kept right.
void FinishWords(Document* document);

// For readers that lay the words out themselves: limits, FinishWords, JoinSpacedLetters, and each
// link's box around its words.
Result<Document> FinishLaidOut(Document document, const ReadLimits& limits);

// "W O R K   E X P E R I E N C E": lines of single letters become words.  For readers that know
// words only; pdf_words.h does the same from glyphs.
void JoinSpacedLetters(Document* document);

// More than a handful of letters or digits.
bool HasText(const Document& document);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_READ_FINISH_H_
