// How runs and paragraphs of an ODT look: styles over those that they are made from over defaults.
#ifndef ATSMATCH_PARSER_READ_ODT_STYLES_H_
#define ATSMATCH_PARSER_READ_ODT_STYLES_H_

#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "parser/read/office_document.h"

namespace atsmatch {

// "2.5cm", "1in", "12pt" -> points.
std::optional<double> OdtLength(std::string_view text);

class OdtStyles {
 public:
  // Styles of office:styles, office:automatic-styles and office:master-styles.
  void Add(const pugi::xml_node& styles);

  OfficeParagraph ParagraphLook(std::string_view style) const;
  OfficeLook ParagraphText(std::string_view style) const;          // of its text
  void ApplyText(std::string_view style, OfficeLook* look) const;  // of a span in it
  std::optional<uint32_t> Fill(std::string_view family, std::string_view style) const;
  // A frame of this style is placed from the corner of the page.
  bool IsPlacedOnPage(std::string_view style) const;
  double ColumnWidth(std::string_view style) const;  // 0: not said
  double CellPadding(std::string_view style) const;

  struct ListLevel {
    bool is_bullet = true;
    int start = 1;
    double left = 0, first_line = 0;
  };
  ListLevel LevelOf(std::string_view list_style, int level) const;  // from 1
  std::string ListOf(std::string_view paragraph_style) const;       // its list style, may be empty

  // The first page layout and master page; may be null.
  pugi::xml_node page_layout() const { return page_layout_; }
  pugi::xml_node master_page() const { return master_page_; }

 private:
  std::vector<pugi::xml_node> Chain(std::string_view family, std::string_view style) const;

  std::map<std::pair<std::string, std::string>, pugi::xml_node> styles_;  // family, name
  std::map<std::string, pugi::xml_node, std::less<>> lists_;
  pugi::xml_node page_layout_, master_page_;
};

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_READ_ODT_STYLES_H_
