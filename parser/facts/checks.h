// What in a résumé trips applicant-tracking systems, and what to do about it.
//
//   for (const Warning& check : FindChecks(parsed, lexicon, {2026, 3, 1})) Print(check.message);
//
// Each says where (page, words), why and what to try; the worst come first.  What cannot be read at
// all is no check but an Error of ParseResume (no text layer, a password, a damaged file).  Limits
// that a vendor documents name that they are a vendor's; nothing is claimed of systems in general.
//
//   id                     found when
//   -- the file
//   file-size              it has more than 2.5 MB (documented by Greenhouse)
//   page-count             it has more than four pages
//   scanned-page           the text of a page is OCR under a picture
//   low-text-page          a page of a PDF has a picture and fewer than 80 characters
//   image-heavy            pictures cover a third of a page
//   -- the text layer
//   unreadable-font        glyphs that no character is given for were left out
//   unmapped-glyphs        characters are U+FFFD or of private use
//   hidden-text            words are in the text layer that nobody sees; one for each way of hiding
//   tiny-text              five words or more are smaller than 6 points
//   letter-spaced          words are set with such gaps that their letters may be read one by one
//   rotated-text           words stand on their side or upside down
//   icon-font              an icon stands right before the e-mail address, phone number or a link
//   -- the page
//   multi-column           text runs in columns
//   table-grid             rows and columns of a table
//   running-header         a header, footer or page number comes again
//   contact-in-margin      e-mail address or phone number stand in such a header or footer
//   contact-only-in-link   they, or a profile, are the target of a link and not in the text
//   reading-order          fields are lost when lines are read straight across the page
//   -- the content
//   missing-name, missing-email, missing-phone, several-emails
//   no-section             no heading is known
//   no-work, no-education, no-skills
//   nonstandard-heading    a heading's words are not in the lexicon
//   undated-role, role-without-title
//   year-only-date         dates of positions have no month
//   future-date            a position or certificate begins after as_of
//   reversed-dates         an entry ends before it begins
//   gap                    more than three months between positions, education and the like aside
//   personal-data          birth date, marital status and the like, which no score should see
//   photo                  a picture that may be one of the person
#ifndef ATSMATCH_PARSER_FACTS_CHECKS_H_
#define ATSMATCH_PARSER_FACTS_CHECKS_H_

#include <vector>

#include "parser/document.h"
#include "parser/resume.h"

namespace atsmatch {

class Lexicon;
struct ParsedResume;

// Holds ParsedResume::warnings as well.  `as_of` is "today" for dates and gaps.
std::vector<Warning> FindChecks(const ParsedResume& parsed, const Lexicon& lexicon,
                                const Date& as_of);

// The groups of checks behind it; each adds to `checks`.
void CheckFile(const ParsedResume& parsed, std::vector<Warning>* checks);       // check_page.cc
void CheckTextLayer(const ParsedResume& parsed, std::vector<Warning>* checks);  // check_page.cc
void CheckContact(const ParsedResume& parsed, std::vector<Warning>* checks);    // check_contact.cc
void CheckPersonalData(const ParsedResume& parsed, const Lexicon& lexicon,
                       std::vector<Warning>* checks);  // check_contact.cc
void CheckContent(const ParsedResume& parsed, const Lexicon& lexicon, const Date& as_of,
                  std::vector<Warning>* checks);  // check_content.cc

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_FACTS_CHECKS_H_
