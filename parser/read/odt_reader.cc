// OpenDocument texts (ODT), as LibreOffice, Google Docs and others write them.
#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "parser/read/finish.h"
#include "parser/read/odt_styles.h"
#include "parser/read/office_reader.h"
#include "parser/read/office_xml.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

constexpr double kMostColumns = 64;  // of a table
constexpr double kMostSpaces = 200;  // of one <text:s>
constexpr uint32_t kWhite = 0xFFFFFF;

bool IsOne(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// What is in the file, but not on the page.
bool IsAside(std::string_view name) {
  return IsOne(name, {"tracked-changes", "annotation", "annotation-end", "note", "sequence-decls",
                      "variable-decls", "forms", "bookmark", "table-of-content"});
}

class BodyReader {
 public:
  BodyReader(const OdtStyles& styles, bool page_is_bare)
      : styles_(styles), page_is_bare_(page_is_bare) {}

  std::vector<OfficeBlock> Blocks(const pugi::xml_node& parent) {
    std::vector<OfficeBlock> blocks;
    ReadBlocks(parent, &blocks);
    return blocks;
  }

 private:
  struct List {
    std::string style;
    int level = 0;         // from 1; 0: no list
    int next = 1;          // number of the next item
    bool is_item = false;  // the next paragraph is the first of an item
  };

  void ReadBlocks(const pugi::xml_node& parent, std::vector<OfficeBlock>* blocks) {
    const XmlDepth depth(&depth_);
    if (depth.too_deep()) return;
    for (const pugi::xml_node& node : parent.children()) {
      const std::string_view name = LocalName(node);
      if (name == "p" || name == "h") {
        ReadParagraph(node, blocks);
      } else if (name == "list") {
        ReadList(node, blocks);
      } else if (name == "table") {
        blocks->push_back({ReadTable(node)});
      } else if (name == "frame" || name == "custom-shape") {
        ReadFrame(node, blocks);
      } else if (!IsAside(name)) {
        ReadBlocks(node, blocks);  // text:section, draw:g ...
      }
    }
  }

  void ReadList(const pugi::xml_node& node, std::vector<OfficeBlock>* blocks) {
    const List outer = list_;
    list_.level = outer.level + 1;
    if (HasAttribute(node, "style-name")) list_.style = Attribute(node, "style-name");
    list_.next = styles_.LevelOf(list_.style, list_.level).start;
    for (const pugi::xml_node& item : node.children()) {
      list_.is_item = LocalName(item) == "list-item";
      ReadBlocks(item, blocks);
    }
    list_ = outer;
  }

  // What is gathered while the content of a paragraph is read.
  struct Sentence {
    OfficeParagraph* paragraph;
    bool has_fill;
    std::vector<OfficeBlock>* boxes;  // that are anchored in it
  };

  void ReadParagraph(const pugi::xml_node& node, std::vector<OfficeBlock>* blocks) {
    const std::string_view style = Attribute(node, "style-name");
    OfficeParagraph paragraph = styles_.ParagraphLook(style);
    const double outline = Number(Attribute(node, "outline-level")).value_or(0);
    if (LocalName(node) == "h" && outline >= 1) {
      paragraph.heading_level = static_cast<uint8_t>(std::min(outline, 6.0));
    }
    std::vector<OfficeBlock> boxes;
    Sentence sentence = {&paragraph, paragraph.fill.has_value(), &boxes};
    ReadContent(node, styles_.ParagraphText(style), &sentence);
    const bool has_text =
        std::any_of(paragraph.runs.begin(), paragraph.runs.end(),
                    [](const OfficeRun& run) { return !TrimSpace(run.text).empty(); });
    if (list_.level > 0 && has_text) PutIntoList(style, &paragraph);
    blocks->push_back({std::move(paragraph)});
    std::move(boxes.begin(), boxes.end(), std::back_inserter(*blocks));
  }

  void PutIntoList(std::string_view style, OfficeParagraph* paragraph) {
    const std::string own = list_.style.empty() ? styles_.ListOf(style) : list_.style;
    const OdtStyles::ListLevel level = styles_.LevelOf(own, list_.level);
    if (paragraph->left == 0) {
      paragraph->left = level.left;
      paragraph->first_line = level.first_line;
    }
    if (!std::exchange(list_.is_item, false)) return;  // a further paragraph of the item
    paragraph->label = level.is_bullet ? "•" : std::to_string(list_.next++) + ".";
  }

  void ReadContent(const pugi::xml_node& parent, const OfficeLook& look, Sentence* sentence) {
    const XmlDepth depth(&depth_);
    if (depth.too_deep()) return;
    for (const pugi::xml_node& node : parent.children()) {
      if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
        AddText(Collapsed(node.value()), look, sentence);
        continue;
      }
      const std::string_view name = LocalName(node);
      if (name == "span") {
        OfficeLook own = look;
        const std::string_view style = Attribute(node, "style-name");
        styles_.ApplyText(style, &own);
        Sentence inside = *sentence;
        inside.has_fill = sentence->has_fill || styles_.Fill("text", style).has_value();
        ReadContent(node, own, &inside);
      } else if (name == "a") {
        OfficeLook own = look;
        own.link = Attribute(node, "href");
        if (own.link.starts_with("#")) own.link.clear();
        ReadContent(node, own, sentence);
      } else if (name == "s") {
        const double count = Number(Attribute(node, "c")).value_or(1);
        AddText(std::string(static_cast<size_t>(std::clamp(count, 1.0, kMostSpaces)), ' '), look,
                sentence);
      } else if (name == "tab") {
        AddText("\t", look, sentence);
      } else if (name == "line-break") {
        AddText("\n", look, sentence);
      } else if (name == "soft-page-break") {
        if (sentence->paragraph->runs.empty()) sentence->paragraph->starts_page = true;
      } else if (name == "frame" || name == "custom-shape") {
        ReadFrame(node, sentence->boxes);
      } else if (!IsAside(name)) {
        ReadContent(node, look, sentence);  // fields, bookmarks with text ...
      }
    }
  }

  // White space in the file is one space, line ends too.
  static std::string Collapsed(std::string_view text) {
    std::string collapsed;
    for (const char c : text) {
      const bool is_space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
      if (!is_space) {
        collapsed += c;
      } else if (collapsed.empty() || collapsed.back() != ' ') {
        collapsed += ' ';
      }
    }
    return collapsed;
  }

  void AddText(std::string text, OfficeLook look, Sentence* sentence) const {
    if (look.hidden == Hidden::kNo && look.size < kTinySize) look.hidden = Hidden::kTiny;
    const bool on_white = page_is_bare_ && boxes_deep_ == 0 && !sentence->has_fill;
    if (look.hidden == Hidden::kNo && look.colour == kWhite && on_white) {
      look.hidden = Hidden::kBackgroundColour;
    }
    sentence->paragraph->runs.push_back({std::move(text), std::move(look)});
  }

  // A text box, or a shape with text.
  void ReadFrame(const pugi::xml_node& node, std::vector<OfficeBlock>* boxes) {
    const XmlDepth depth(&depth_);
    if (depth.too_deep()) return;
    OfficeBox box;
    const bool is_on_page = Attribute(node, "anchor-type") == "page" ||
                            styles_.IsPlacedOnPage(Attribute(node, "style-name"));
    box.width = OdtLength(Attribute(node, "width")).value_or(0);
    if (is_on_page) {
      box.x = OdtLength(Attribute(node, "x"));
      box.y = OdtLength(Attribute(node, "y"));
    }
    const List outer = std::exchange(list_, {});
    ++boxes_deep_;
    const pugi::xml_node inside = Child(node, "text-box");
    if (inside || LocalName(node) == "custom-shape") {
      ReadBlocks(inside ? inside : node, &box.blocks);
    }
    --boxes_deep_;
    list_ = outer;
    if (!box.blocks.empty()) boxes->push_back({std::move(box)});
  }

  OfficeTable ReadTable(const pugi::xml_node& node) {
    OfficeTable table;
    const List outer = std::exchange(list_, {});
    ++boxes_deep_;
    ReadRows(node, &table);
    --boxes_deep_;
    list_ = outer;
    return table;
  }

  void ReadRows(const pugi::xml_node& parent, OfficeTable* table) {
    const XmlDepth depth(&depth_);
    if (depth.too_deep()) return;
    for (const pugi::xml_node& node : parent.children()) {
      const std::string_view name = LocalName(node);
      if (name == "table-column") {
        const double count = Number(Attribute(node, "number-columns-repeated")).value_or(1);
        const size_t columns = static_cast<size_t>(std::clamp(count, 1.0, kMostColumns));
        const double width = styles_.ColumnWidth(Attribute(node, "style-name"));
        table->columns.insert(table->columns.end(), columns, width);
      } else if (name == "table-row") {
        ReadCells(node, &table->rows.emplace_back());
      } else if (name.starts_with("table-")) {
        ReadRows(node, table);  // table-columns, table-header-rows, table-rows ...
      }
    }
  }

  void ReadCells(const pugi::xml_node& row, std::vector<OfficeCell>* cells) {
    size_t covered = 0;  // columns under the span of the last cell
    for (const pugi::xml_node& node : row.children()) {
      const std::string_view name = LocalName(node);
      if (name == "covered-table-cell") {
        // Under a cell to its left, or under one above it.
        if (covered > 0) {
          --covered;
        } else {
          cells->push_back({});
        }
      } else if (name == "table-cell") {
        OfficeCell& cell = cells->emplace_back();
        const double span = Number(Attribute(node, "number-columns-spanned")).value_or(1);
        cell.span = static_cast<size_t>(std::clamp(span, 1.0, kMostColumns));
        covered = cell.span - 1;
        cell.fill = styles_.Fill("table-cell", Attribute(node, "style-name"));
        cell.pad_left = cell.pad_right = styles_.CellPadding(Attribute(node, "style-name"));
        ReadBlocks(node, &cell.blocks);
      }
    }
  }

  const OdtStyles& styles_;
  bool page_is_bare_;  // nothing is drawn on it that white text could stand on
  List list_;
  int depth_ = 0;
  int boxes_deep_ = 0;  // tables and text boxes around
};

void ReadPage(const OdtStyles& styles, OfficeDocument* office) {
  const pugi::xml_node page = styles.page_layout();
  const auto length = [&](const char* name, double otherwise) {
    const auto own = OdtLength(Attribute(page, name));
    const bool is_margin = std::string_view(name).starts_with("margin");
    const auto all = is_margin ? OdtLength(Attribute(page, "margin")) : std::nullopt;
    return own.value_or(all.value_or(otherwise));
  };
  office->width = length("page-width", office->width);
  office->height = length("page-height", office->height);
  office->left = length("margin-left", office->left);
  office->right = length("margin-right", office->right);
  office->top = length("margin-top", office->top);
}

}  // namespace

Result<OfficeDocument> ReadOdt(const ArchiveFiles& files) {
  const auto content = files.find("content.xml"), styles_file = files.find("styles.xml");
  pugi::xml_document document, styles_document;
  if (content == files.end() || !ParseXml(content->second, &document)) return DamagedOffice();
  OdtStyles styles;
  if (styles_file != files.end() && ParseXml(styles_file->second, &styles_document)) {
    for (const char* part : {"styles", "automatic-styles", "master-styles"}) {
      styles.Add(Child(styles_document.document_element(), part));
    }
  }
  const OdtStyles edge_styles = styles;  // names of automatic styles hold for one file
  styles.Add(Child(document.document_element(), "automatic-styles"));
  const pugi::xml_node text = Child(Child(document.document_element(), "body"), "text");
  if (!text) return DamagedOffice();
  OfficeDocument office;
  office.format = Format::kOdt;
  ReadPage(styles, &office);
  const bool is_bare = content->second.find("<draw:") == std::string::npos;
  office.body = BodyReader(styles, is_bare).Blocks(text);
  const pugi::xml_node master = styles.master_page();
  office.header = BodyReader(edge_styles, false).Blocks(Child(master, "header"));
  office.footer = BodyReader(edge_styles, false).Blocks(Child(master, "footer"));
  return office;
}

}  // namespace atsmatch
