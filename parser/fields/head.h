// The head of an entry in pieces: what could be a title, an employer, a place; dates and links
// aside.
//
//   Senior Nurse | St. Mary's Hospital, Leeds        05/2019 – today
//   -> pieces "Senior Nurse", "St. Mary's Hospital, Leeds"; dates 2019-05 .. current
#ifndef ATSMATCH_PARSER_FIELDS_HEAD_H_
#define ATSMATCH_PARSER_FIELDS_HEAD_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parser/fields/fields.h"
#include "parser/fields/pieces.h"
#include "parser/sections/entries.h"
#include "parser/sections/style.h"
#include "parser/text/dates.h"

namespace atsmatch {

// How two pieces of a head are set apart, from plain to subtle.
enum class Separation : uint8_t {
  kLine,   // on the next line
  kCell,   // a wide gap
  kBar,    // | · • and the like
  kAt,     // "at", "@"
  kStyle,  // bold ends, italics begin, another colour
  kStop,   // a full stop
  kDash,
  kBracket,
  kComma,
  kWords,  // nothing but what they say
};

struct HeadPiece {
  WordText text;  // without separators at its ends
  Style style;
  Separation before = Separation::kLine;
  size_t line = 0;            // 0: the first line of the head
  bool beside_dates = false;  // on the line with the dates
  bool sentence = false;      // begins behind the dates and a full stop: what was done
  std::string field;          // what its label says it is: "employer" ...; empty: no label
};

struct EntryHead {
  std::vector<HeadPiece> pieces;
  std::optional<DateRange> dates;
  IndexRange date_words;
  std::vector<Piece> urls;
};

// Cuts at everything down to kStyle; finer cuts are a matter of what the pieces mean (roles.h).
EntryHead ReadHead(const FieldContext& context, const Entry& entry);

// The heads of a section; full stops part and end their pieces where they do so in most of them.
std::vector<EntryHead> ReadHeads(const FieldContext& context, const std::vector<Entry>& entries);

// Cuts a piece at spaced dashes, or at commas outside brackets.
std::vector<HeadPiece> CutPiece(const HeadPiece& piece, Separation at);

// Puts what a cut parted together again: "Engineering" + ", " + "Physics".
void AppendPiece(const HeadPiece& more, std::string_view separator, HeadPiece* piece);

// Start, end and whether it goes on, as fields.
struct EntryDates {
  DateField start, end;
  Field<bool> is_current;
};
EntryDates ToEntryDates(const EntryHead& head);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_FIELDS_HEAD_H_
