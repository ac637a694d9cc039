// What a report on one résumé draws: its pages as they look and as they were read, and the posting.
// Part of a MatchRecord only when it is asked for, since the pictures are large.
#ifndef ATSMATCH_CLI_READING_RECORD_H_
#define ATSMATCH_CLI_READING_RECORD_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace atsmatch {

// Points from the top left corner of the page.
struct RecordBox {
  int page = 0;  // 1-based
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
};

struct RecordPage {
  double width = 0, height = 0;  // points
  std::string picture;           // WebP in base64; empty: the page was not drawn
};

// A value that was read, and a box for each line of the words that show it.
struct RecordField {
  std::string pointer;  // JSON Pointer into JSON Resume
  std::string part;     // "basics", "work" ...: its first name
  std::string label;    // for people: "Job title"
  std::string value;
  double confidence = 0;  // 0..1
  std::vector<RecordBox> boxes;
};

// Words with something to say of them: "match", "hidden", "warning", or "heading".
struct RecordMark {
  std::string kind, label;
  std::string part;  // of a heading: the kind of its section
  std::vector<RecordBox> boxes;
};

// A stretch of text; `kind` is empty, "match", "missing" or "hidden".  In a posting also "met",
// "partly", "unmet" and "asked": an empty text before a requirement.
struct RecordSpan {
  std::string text, kind;
};

struct RecordLine {
  int page = 0;  // 1-based
  std::vector<RecordSpan> spans;
};

// A section as it was read.
struct RecordPart {
  std::string kind, heading;
  double confidence = 0;
  std::vector<RecordLine> lines;
};

// A stretch of time in work, education or voluntary work, or a gap ("gap").  Months as YYYY-MM.
struct RecordSpell {
  std::string kind, title, place, from, to;
  bool current = false;
};

struct RecordCheck {
  std::string id, severity, message, remedy;
  int page = 0;  // 1-based; 0: the whole document
};

struct RecordReading {
  std::vector<RecordPage> pages;
  std::vector<RecordField> fields;
  std::vector<RecordMark> marks;
  std::vector<RecordPart> parts;
  std::vector<RecordSpell> spells;
  std::vector<RecordCheck> checks;
  int fields_read = 0, fields_lost = 0;  // by a reader that knows no columns
  std::vector<RecordSpan> posting;
};

std::string ToJson(const RecordReading& reading);
std::optional<RecordReading> ReadReading(std::string_view json);

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_READING_RECORD_H_
