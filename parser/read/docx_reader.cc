// Word's documents (Office Open XML), as Word, LibreOffice, Google Docs and others write them.
#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "parser/read/docx_styles.h"
#include "parser/read/finish.h"
#include "parser/read/office_reader.h"
#include "parser/read/office_xml.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

constexpr double kTwip = 0.05;           // points: a twentieth
constexpr double kEmu = 1 / 12700.0;     // points: what drawings are measured in
constexpr double kDefaultCellPad = 5.4;  // points, where the table says nothing
constexpr uint32_t kWhite = 0xFFFFFF;

using Relations = std::map<std::string, std::string, std::less<>>;  // id -> target

Relations ReadRelations(const std::string& xml) {
  Relations relations;
  pugi::xml_document document;
  if (!ParseXml(xml, &document)) return relations;
  for (const pugi::xml_node& node : document.document_element().children()) {
    relations.emplace(std::string(Attribute(node, "Id")), std::string(Attribute(node, "Target")));
  }
  return relations;
}

// The address in a field: HYPERLINK "https://example.com" \o "tip".
std::string LinkOfField(std::string_view instruction) {
  const size_t word = instruction.find("HYPERLINK");
  if (word == std::string_view::npos) return "";
  const size_t begin = instruction.find('"', word);
  if (begin == std::string_view::npos) return "";
  const size_t end = instruction.find('"', begin + 1);
  if (end == std::string_view::npos) return "";
  const bool is_place =
      instruction.substr(word, begin - word).find("\\l") != std::string_view::npos;
  return is_place ? "" : std::string(instruction.substr(begin + 1, end - begin - 1));
}

std::optional<uint32_t> FillOf(const pugi::xml_node& properties) {
  return FillColour(Attribute(Child(properties, "shd"), "fill"));
}

bool IsDeleted(std::string_view name) { return name == "del" || name == "moveFrom"; }

// One part of the file: the body, a header, a footer.
class PartReader {
 public:
  PartReader(DocxStyles* styles, const Relations& relations, bool page_is_bare)
      : styles_(styles), relations_(relations), page_is_bare_(page_is_bare) {}

  std::vector<OfficeBlock> Blocks(const pugi::xml_node& parent) {
    std::vector<OfficeBlock> blocks;
    ReadBlocks(parent, &blocks);
    return blocks;
  }

 private:
  void ReadBlocks(const pugi::xml_node& parent, std::vector<OfficeBlock>* blocks) {
    const XmlDepth depth(&depth_);
    if (depth.too_deep()) return;
    for (const pugi::xml_node& node : parent.children()) {
      const std::string_view name = LocalName(node);
      if (name == "p") {
        ReadParagraph(node, blocks);
      } else if (name == "tbl") {
        blocks->push_back({ReadTable(node)});
      } else if (name == "AlternateContent") {
        ReadBlocks(Child(node, "Choice"), blocks);
      } else if (!IsDeleted(name) && name != "sectPr") {
        ReadBlocks(node, blocks);  // w:sdt, w:sdtContent, w:customXml, w:ins ...
      }
    }
  }

  void ReadParagraph(const pugi::xml_node& node, std::vector<OfficeBlock>* blocks) {
    const pugi::xml_node properties = Child(node, "pPr");
    DocxParagraphLook look = styles_->ParagraphLook(properties);
    OfficeParagraph& paragraph = look.paragraph;
    std::vector<OfficeBlock> boxes;
    Sentence sentence = {&paragraph, properties, &boxes, {}, {}};
    ReadRuns(node, "", &sentence);
    const bool has_text =
        std::any_of(paragraph.runs.begin(), paragraph.runs.end(),
                    [](const OfficeRun& run) { return !TrimSpace(run.text).empty(); });
    if (has_text && !look.list.empty()) {
      paragraph.label = styles_->NextLabel(look.list, look.list_level);
    }
    blocks->push_back({std::move(paragraph)});
    std::move(boxes.begin(), boxes.end(), std::back_inserter(*blocks));
  }

  // What is gathered while the runs of a paragraph are read.
  struct Sentence {
    OfficeParagraph* paragraph;
    pugi::xml_node properties;
    std::vector<OfficeBlock>* boxes;  // that are anchored in it
    // A field is: begin, its instruction, separate, what is shown, end.
    std::string instruction, field_link;
    bool in_instruction = false;
  };

  void ReadRuns(const pugi::xml_node& parent, const std::string& link, Sentence* sentence) {
    const XmlDepth depth(&depth_);
    if (depth.too_deep()) return;
    for (const pugi::xml_node& node : parent.children()) {
      const std::string_view name = LocalName(node);
      if (name == "r") {
        ReadRun(node, link, sentence);
      } else if (name == "hyperlink") {
        const auto target = relations_.find(Attribute(node, "id"));
        ReadRuns(node, target == relations_.end() ? "" : target->second, sentence);
      } else if (name == "fldSimple") {
        ReadRuns(node, LinkOfField(Attribute(node, "instr")), sentence);
      } else if (name == "AlternateContent") {
        ReadRuns(Child(node, "Choice"), link, sentence);
      } else if (name == "t") {  // of a formula
        AddText(node.child_value(), {}, sentence);
      } else if (!IsDeleted(name) && name != "pPr") {
        ReadRuns(node, link, sentence);  // w:ins, w:smartTag, w:sdt, m:oMath ...
      }
    }
  }

  void ReadRun(const pugi::xml_node& run, const std::string& link, Sentence* sentence) {
    const pugi::xml_node properties = Child(run, "rPr");
    OfficeLook look = styles_->RunLook(sentence->properties, properties);
    look.link = link.empty() ? sentence->field_link : link;
    const bool on_white = page_is_bare_ && depth_of_boxes_ == 0 &&
                          !sentence->paragraph->fill.has_value() && !FillOf(properties).has_value();
    if (look.colour == kWhite && on_white && look.hidden == Hidden::kNo) {
      look.hidden = Hidden::kBackgroundColour;
    }
    if (look.size < kTinySize && look.hidden == Hidden::kNo) look.hidden = Hidden::kTiny;
    ReadRunContent(run, look, sentence);
  }

  void ReadRunContent(const pugi::xml_node& run, const OfficeLook& look, Sentence* sentence) {
    const XmlDepth depth(&depth_);
    if (depth.too_deep()) return;
    for (const pugi::xml_node& node : run.children()) {
      const std::string_view name = LocalName(node);
      if (name == "t") {
        if (!sentence->in_instruction) AddText(node.child_value(), look, sentence);
      } else if (name == "tab" || name == "ptab") {
        AddText("\t", look, sentence);
      } else if (name == "br" || name == "cr") {
        AddBreak(node, look, sentence);
      } else if (name == "noBreakHyphen") {
        AddText("-", look, sentence);
      } else if (name == "sym") {
        AddSymbol(node, look, sentence);
      } else if (name == "fldChar") {
        ReadFieldMark(Attribute(node, "fldCharType"), sentence);
      } else if (name == "instrText") {
        sentence->instruction += node.child_value();
      } else if (name == "lastRenderedPageBreak") {
        if (sentence->paragraph->runs.empty()) sentence->paragraph->starts_page = true;
      } else if (name == "AlternateContent") {
        ReadRunContent(Child(node, "Choice"), look, sentence);
      } else if (name == "drawing" || name == "pict") {
        ReadDrawing(node, {}, sentence->boxes);
      }
    }
  }

  static void AddText(std::string_view text, const OfficeLook& look, Sentence* sentence) {
    // Line ends inside w:t are white space; only w:tab and w:br are more.
    std::string cleaned(text);
    const bool is_mark = text == "\t" || text == "\n";
    if (!is_mark)
      std::replace_if(
          cleaned.begin(), cleaned.end(),
          [](char c) { return c == '\n' || c == '\t' || c == '\r'; }, ' ');
    sentence->paragraph->runs.push_back({std::move(cleaned), look});
  }

  static void AddBreak(const pugi::xml_node& node, const OfficeLook& look, Sentence* sentence) {
    const bool begins = sentence->paragraph->runs.empty();
    if (Attribute(node, "type") == "page" && begins) sentence->paragraph->starts_page = true;
    if (!begins) AddText("\n", look, sentence);
  }

  // A glyph of a font of icons; what it is nobody knows, but it is no letter.
  static void AddSymbol(const pugi::xml_node& node, const OfficeLook& look, Sentence* sentence) {
    std::string text;
    const std::string code(Attribute(node, "char"));
    const char32_t glyph = static_cast<char32_t>(std::strtoul(code.c_str(), nullptr, 16)) & 0xFFFF;
    AppendUtf8(glyph >= 0xE000 && glyph <= 0xF8FF ? glyph : 0xF000 | (glyph & 0xFF), &text);
    AddText(text, look, sentence);
  }

  static void ReadFieldMark(std::string_view mark, Sentence* sentence) {
    if (mark == "begin") {
      sentence->instruction.clear();
      sentence->in_instruction = true;
    } else if (mark == "separate") {
      sentence->field_link = LinkOfField(sentence->instruction);
      sentence->in_instruction = false;
    } else {
      sentence->field_link.clear();
      sentence->in_instruction = false;
    }
  }

  // Text boxes of a drawing, with their place where it is measured from the page.
  void ReadDrawing(const pugi::xml_node& node, OfficeBox place, std::vector<OfficeBlock>* boxes) {
    const XmlDepth depth(&depth_);
    if (depth.too_deep()) return;
    for (const pugi::xml_node& child : node.children()) {
      const std::string_view name = LocalName(child);
      if (name == "anchor") {
        ReadDrawing(child, PlaceOf(child), boxes);
      } else if (name == "txbxContent") {
        OfficeBox box = place;
        ++depth_of_boxes_;
        ReadBlocks(child, &box.blocks);
        --depth_of_boxes_;
        boxes->push_back({std::move(box)});
      } else if (name == "AlternateContent") {
        ReadDrawing(Child(child, "Choice"), place, boxes);
      } else {
        ReadDrawing(child, place, boxes);
      }
    }
  }

  static OfficeBox PlaceOf(const pugi::xml_node& anchor) {
    OfficeBox box;
    box.width = Length(Child(anchor, "extent"), "cx", kEmu).value_or(0);
    const auto offset = [&](const char* axis) -> std::optional<double> {
      const pugi::xml_node position = Child(anchor, axis);
      const std::optional<double> emu = Number(Child(position, "posOffset").child_value());
      if (Attribute(position, "relativeFrom") != "page" || !emu.has_value()) return std::nullopt;
      return *emu * kEmu;
    };
    box.x = offset("positionH");
    box.y = offset("positionV");
    return box;
  }

  OfficeTable ReadTable(const pugi::xml_node& node) {
    OfficeTable table;
    const pugi::xml_node properties = Child(node, "tblPr");
    table.left = Length(Child(properties, "tblInd"), "w", kTwip).value_or(0);
    for (const pugi::xml_node& column : Child(node, "tblGrid").children()) {
      table.columns.push_back(Length(column, "w", kTwip).value_or(0));
    }
    const pugi::xml_node margins = Child(properties, "tblCellMar");
    ReadRows(node, margins, &table);
    return table;
  }

  void ReadRows(const pugi::xml_node& parent, const pugi::xml_node& margins, OfficeTable* table) {
    const XmlDepth depth(&depth_);
    if (depth.too_deep()) return;
    for (const pugi::xml_node& node : parent.children()) {
      const std::string_view name = LocalName(node);
      if (name == "tr") {
        ReadCells(node, margins, &table->rows.emplace_back(), table);
      } else if (name == "sdt" || name == "sdtContent" || name == "ins" || name == "customXml") {
        ReadRows(node, margins, table);
      }
    }
  }

  void ReadCells(const pugi::xml_node& row, const pugi::xml_node& margins,
                 std::vector<OfficeCell>* cells, OfficeTable* table) {
    const double before =
        Number(Attribute(Child(Child(row, "trPr"), "gridBefore"), "val")).value_or(0);
    if (before >= 1 && before < 64) cells->push_back({.span = static_cast<size_t>(before)});
    for (const pugi::xml_node& node : row.children()) {
      const std::string_view name = LocalName(node);
      if (name == "sdt") {
        ReadCells(Child(node, "sdtContent"), margins, cells, table);
      } else if (name == "tc") {
        cells->push_back(ReadCell(node, margins));
        FitGrid(node, *cells, table);
      }
    }
  }

  OfficeCell ReadCell(const pugi::xml_node& node, const pugi::xml_node& margins) {
    OfficeCell cell;
    const pugi::xml_node properties = Child(node, "tcPr");
    const double span = Number(Attribute(Child(properties, "gridSpan"), "val")).value_or(1);
    cell.span = span >= 1 && span < 64 ? static_cast<size_t>(span) : 1;
    const auto pad = [&](const char* side, const char* other) {
      for (const pugi::xml_node& from : {Child(properties, "tcMar"), margins}) {
        for (const char* name : {side, other}) {
          if (const auto length = Length(Child(from, name), "w", kTwip)) return *length;
        }
      }
      return kDefaultCellPad;
    };
    cell.fill = FillOf(properties);
    cell.pad_left = pad("left", "start");
    cell.pad_right = pad("right", "end");
    ++depth_of_boxes_;  // what lies under a cell is not known
    ReadBlocks(node, &cell.blocks);
    --depth_of_boxes_;
    return cell;
  }

  // Tables without a grid say the widths in their cells.
  static void FitGrid(const pugi::xml_node& node, const std::vector<OfficeCell>& cells,
                      OfficeTable* table) {
    size_t columns = 0;
    for (const OfficeCell& cell : cells) columns += cell.span;
    if (columns <= table->columns.size()) return;
    const double width = Length(Child(Child(node, "tcPr"), "tcW"), "w", kTwip).value_or(100);
    table->columns.resize(columns, width / static_cast<double>(cells.back().span));
  }

  DocxStyles* styles_;
  const Relations& relations_;
  bool page_is_bare_;  // nothing is drawn on it that white text could stand on
  int depth_ = 0;
  int depth_of_boxes_ = 0;  // of tables and text boxes
};

class DocxReader {
 public:
  explicit DocxReader(ArchiveFiles files) : files_(std::move(files)) {}

  Result<OfficeDocument> Read() {
    const std::string path = MainPart();
    pugi::xml_document main, styles, numbering;
    if (!Parse(path, &main)) return DamagedOffice();
    folder_ = path.substr(0, path.rfind('/') + 1);
    Parse(folder_ + "styles.xml", &styles);
    Parse(folder_ + "numbering.xml", &numbering);
    relations_ = ReadRelations(files_[RelationsOf(path)]);
    DocxStyles looks(styles.document_element(), numbering.document_element());
    const std::string& xml = files_[path];
    const bool is_bare = xml.find(":drawing") == std::string::npos &&
                         xml.find(":pict") == std::string::npos &&
                         xml.find(":background") == std::string::npos;

    OfficeDocument office;
    const pugi::xml_node body = Child(main.document_element(), "body");
    if (!body) return DamagedOffice();
    office.body = PartReader(&looks, relations_, is_bare).Blocks(body);
    ReadSection(SectionOf(body), &looks, &office);
    return office;
  }

 private:
  bool Parse(const std::string& name, pugi::xml_document* document) const {
    const auto found = files_.find(name);
    return found != files_.end() && ParseXml(found->second, document);
  }

  // word/document.xml by custom; the relations of the package say it.
  std::string MainPart() const {
    const auto found = files_.find("_rels/.rels");
    pugi::xml_document document;
    if (found != files_.end() && ParseXml(found->second, &document)) {
      for (const pugi::xml_node& node : document.document_element().children()) {
        if (!Attribute(node, "Type").ends_with("/officeDocument")) continue;
        std::string target(Attribute(node, "Target"));
        if (target.starts_with("/")) target.erase(0, 1);
        if (files_.contains(target)) return target;
      }
    }
    return "word/document.xml";
  }

  static std::string RelationsOf(const std::string& path) {
    const size_t slash = path.rfind('/') + 1;
    return path.substr(0, slash) + "_rels/" + path.substr(slash) + ".rels";
  }

  // The first section's: its page and its headers are those that a reader meets first.
  static pugi::xml_node SectionOf(const pugi::xml_node& body) {
    for (const pugi::xml_node& node : body.children()) {
      if (const pugi::xml_node section = Child(Child(node, "pPr"), "sectPr")) return section;
    }
    return Child(body, "sectPr");
  }

  void ReadSection(const pugi::xml_node& section, DocxStyles* looks, OfficeDocument* office) {
    const pugi::xml_node size = Child(section, "pgSz"), margins = Child(section, "pgMar");
    office->width = Length(size, "w", kTwip).value_or(office->width);
    office->height = Length(size, "h", kTwip).value_or(office->height);
    office->left = Length(margins, "left", kTwip).value_or(office->left);
    office->right = Length(margins, "right", kTwip).value_or(office->right);
    office->top = std::abs(Length(margins, "top", kTwip).value_or(office->top));
    const bool first_differs = static_cast<bool>(Child(section, "titlePg"));
    office->header = ReadEdge(section, "headerReference", first_differs, looks);
    office->footer = ReadEdge(section, "footerReference", first_differs, looks);
  }

  // The header or footer of the first page.
  std::vector<OfficeBlock> ReadEdge(const pugi::xml_node& section, std::string_view element,
                                    bool first_differs, DocxStyles* looks) {
    std::string id;
    for (const pugi::xml_node& node : section.children()) {
      if (LocalName(node) != element) continue;
      const std::string_view type = Attribute(node, "type");
      if (type == (first_differs ? "first" : "default")) id = Attribute(node, "id");
    }
    const auto target = relations_.find(id);
    if (target == relations_.end()) return {};
    const std::string path = folder_ + target->second;
    pugi::xml_document part;
    if (!Parse(path, &part)) return {};
    const Relations relations = ReadRelations(files_[RelationsOf(path)]);
    return PartReader(looks, relations, false).Blocks(part.document_element());
  }

  ArchiveFiles files_;
  std::string folder_;  // of the main part, with a slash
  Relations relations_;
};

}  // namespace

Result<OfficeDocument> ReadDocx(ArchiveFiles files) { return DocxReader(std::move(files)).Read(); }

}  // namespace atsmatch
