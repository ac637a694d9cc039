// How runs and paragraphs of a DOCX look: direct properties over styles over defaults; and what the
// items of its lists begin with.
#ifndef ATSMATCH_PARSER_READ_DOCX_STYLES_H_
#define ATSMATCH_PARSER_READ_DOCX_STYLES_H_

#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <utility>
#include <vector>

#include "parser/read/office_document.h"

namespace atsmatch {

// A paragraph's properties as they are gathered from style to style.
struct DocxParagraphLook {
  OfficeParagraph paragraph;  // without runs and label
  std::string list;           // numId; empty or "0": no list
  int list_level = 0;
};

class DocxStyles {
 public:
  // The root elements of word/styles.xml and word/numbering.xml; null nodes when there are none.
  DocxStyles(const pugi::xml_node& styles, const pugi::xml_node& numbering);

  DocxParagraphLook ParagraphLook(const pugi::xml_node& properties) const;  // of w:pPr
  // Of a run in a paragraph: w:pPr of the paragraph, w:rPr of the run.
  OfficeLook RunLook(const pugi::xml_node& paragraph, const pugi::xml_node& run) const;

  // "•" or the next number of the list; counts.
  std::string NextLabel(const std::string& list, int level);

 private:
  struct Level {
    std::string format;    // "bullet", "decimal" ...
    bool is_shown = true;  // false: its text is empty
    int start = 1;
    pugi::xml_node paragraph;  // w:pPr of the level
  };
  const Level* FindLevel(const std::string& list, int level) const;
  std::vector<pugi::xml_node> Chain(std::string_view id) const;
  void Apply(const pugi::xml_node& properties, DocxParagraphLook* look) const;

  pugi::xml_node run_defaults_, paragraph_defaults_;
  std::string default_paragraph_;
  std::map<std::string, pugi::xml_node, std::less<>> styles_;
  std::map<std::pair<std::string, int>, Level> levels_;  // numId, level
  std::map<std::pair<std::string, int>, int> counts_;
};

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_READ_DOCX_STYLES_H_
