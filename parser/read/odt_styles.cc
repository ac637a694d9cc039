#include "parser/read/odt_styles.h"

#include <algorithm>
#include <cmath>

#include "parser/read/office_xml.h"

namespace atsmatch {
namespace {

constexpr int kLongestChain = 20;        // of styles made from styles: they may go in circles
constexpr double kLargestSize = 1000;    // points
constexpr double kDefaultListStep = 18;  // points a level, where nothing is said

struct Unit {
  std::string_view name;
  double points;
};
constexpr Unit kUnits[] = {{"pt", 1},  {"cm", 72 / 2.54}, {"mm", 7.2 / 2.54},
                           {"in", 72}, {"pc", 12},        {"px", 0.75}};

std::optional<double> LengthOf(const pugi::xml_node& node, std::string_view name) {
  return OdtLength(Attribute(node, name));
}

void ApplyTextProperties(const pugi::xml_node& node, OfficeLook* look) {
  const std::string_view weight = Attribute(node, "font-weight");
  if (!weight.empty()) look->bold = weight == "bold" || Number(weight).value_or(400) >= 600;
  const std::string_view slant = Attribute(node, "font-style");
  if (!slant.empty()) look->italic = slant == "italic" || slant == "oblique";
  const std::string_view line = Attribute(node, "text-underline-style");
  if (!line.empty()) look->underlined = line != "none";
  const std::string_view size = Attribute(node, "font-size");
  if (size.ends_with("%")) {
    look->size *= Number(size).value_or(100) / 100;
  } else {
    look->size = OdtLength(size).value_or(look->size);
  }
  look->size = std::clamp(look->size, 0.0, kLargestSize);
  if (const auto colour = Colour(Attribute(node, "color"))) look->colour = *colour;
  if (Attribute(node, "display") == "none") look->hidden = Hidden::kInvisibleMode;
}

bool IsDrawn(std::string_view border) {
  return !border.empty() && border != "none" && !border.starts_with("0");
}

void ApplyTabs(const pugi::xml_node& stops, OfficeParagraph* paragraph) {
  paragraph->tab_stops.clear();
  for (const pugi::xml_node& node : stops.children()) {
    const std::optional<double> position = LengthOf(node, "position");
    if (!position.has_value()) continue;
    TabStop stop = {*position, TabStop::Kind::kLeft};
    const std::string_view kind = Attribute(node, "type");
    if (kind == "center") stop.kind = TabStop::Kind::kCentre;
    if (kind == "right" || kind == "char") stop.kind = TabStop::Kind::kRight;
    paragraph->tab_stops.push_back(stop);
  }
  std::sort(paragraph->tab_stops.begin(), paragraph->tab_stops.end(),
            [](const TabStop& a, const TabStop& b) { return a.position < b.position; });
}

void ApplyParagraphProperties(const pugi::xml_node& node, OfficeParagraph* to) {
  to->left = LengthOf(node, "margin-left").value_or(to->left);
  to->right = LengthOf(node, "margin-right").value_or(to->right);
  to->first_line = LengthOf(node, "text-indent").value_or(to->first_line);
  to->space_before = LengthOf(node, "margin-top").value_or(to->space_before);
  to->space_after = LengthOf(node, "margin-bottom").value_or(to->space_after);
  const std::string_view align = Attribute(node, "text-align");
  if (!align.empty()) {
    to->align = align == "center"                    ? Align::kCentre
                : align == "end" || align == "right" ? Align::kRight
                                                     : Align::kLeft;
  }
  if (HasAttribute(node, "background-color")) {
    to->fill = FillColour(Attribute(node, "background-color"));
  }
  if (Attribute(node, "break-before") == "page") to->starts_page = true;
  if (HasAttribute(node, "border-top")) to->rule_above = IsDrawn(Attribute(node, "border-top"));
  if (HasAttribute(node, "border-bottom")) {
    to->rule_below = IsDrawn(Attribute(node, "border-bottom"));
  }
  if (const pugi::xml_node stops = Child(node, "tab-stops")) ApplyTabs(stops, to);
}

}  // namespace

std::optional<double> OdtLength(std::string_view text) {
  const std::optional<double> number = Number(text);
  if (!number.has_value() || std::abs(*number) > 1e5) return std::nullopt;
  for (const Unit& unit : kUnits) {
    if (text.ends_with(unit.name)) return *number * unit.points;
  }
  return std::nullopt;
}

void OdtStyles::Add(const pugi::xml_node& styles) {
  for (const pugi::xml_node& node : styles.children()) {
    const std::string_view kind = LocalName(node);
    const std::string name(Attribute(node, "name"));
    if (kind == "style") {
      styles_[{std::string(Attribute(node, "family")), name}] = node;
    } else if (kind == "default-style") {
      styles_[{std::string(Attribute(node, "family")), ""}] = node;
    } else if (kind == "list-style") {
      lists_[name] = node;
    } else if (kind == "page-layout" && !page_layout_) {
      page_layout_ = Child(node, "page-layout-properties");
    } else if (kind == "master-page" && !master_page_) {
      master_page_ = node;
    }
  }
}

// The default, then what a style is made from, then the style.
std::vector<pugi::xml_node> OdtStyles::Chain(std::string_view family,
                                             std::string_view style) const {
  std::vector<pugi::xml_node> chain;
  std::string next(style);
  while (!next.empty() && static_cast<int>(chain.size()) < kLongestChain) {
    const auto found = styles_.find({std::string(family), next});
    if (found == styles_.end()) break;
    chain.push_back(found->second);
    next = Attribute(found->second, "parent-style-name");
  }
  const auto basis = styles_.find({std::string(family), ""});
  if (basis != styles_.end()) chain.push_back(basis->second);
  std::reverse(chain.begin(), chain.end());
  return chain;
}

OfficeParagraph OdtStyles::ParagraphLook(std::string_view style) const {
  OfficeParagraph paragraph;
  for (const pugi::xml_node& node : Chain("paragraph", style)) {
    ApplyParagraphProperties(Child(node, "paragraph-properties"), &paragraph);
    const double level = Number(Attribute(node, "default-outline-level")).value_or(0);
    if (level >= 1 && level <= 6) paragraph.heading_level = static_cast<uint8_t>(level);
  }
  return paragraph;
}

OfficeLook OdtStyles::ParagraphText(std::string_view style) const {
  OfficeLook look;
  look.size = 12;  // what the format says where nothing is said
  for (const pugi::xml_node& node : Chain("paragraph", style)) {
    ApplyTextProperties(Child(node, "text-properties"), &look);
  }
  return look;
}

void OdtStyles::ApplyText(std::string_view style, OfficeLook* look) const {
  for (const pugi::xml_node& node : Chain("text", style)) {
    ApplyTextProperties(Child(node, "text-properties"), look);
  }
}

std::optional<uint32_t> OdtStyles::Fill(std::string_view family, std::string_view style) const {
  std::optional<uint32_t> fill;
  for (const pugi::xml_node& node : Chain(family, style)) {
    for (const pugi::xml_node& properties : node.children()) {
      if (HasAttribute(properties, "background-color")) {
        fill = FillColour(Attribute(properties, "background-color"));
      }
    }
  }
  return fill;
}

bool OdtStyles::IsPlacedOnPage(std::string_view style) const {
  bool across = false, down = false;
  for (const pugi::xml_node& node : Chain("graphic", style)) {
    const pugi::xml_node properties = Child(node, "graphic-properties");
    if (HasAttribute(properties, "horizontal-rel")) {
      across = Attribute(properties, "horizontal-rel") == "page" &&
               Attribute(properties, "horizontal-pos").starts_with("from");
    }
    if (HasAttribute(properties, "vertical-rel")) {
      down = Attribute(properties, "vertical-rel") == "page" &&
             Attribute(properties, "vertical-pos").starts_with("from");
    }
  }
  return across && down;
}

double OdtStyles::ColumnWidth(std::string_view style) const {
  double width = 0;
  for (const pugi::xml_node& node : Chain("table-column", style)) {
    width = LengthOf(Child(node, "table-column-properties"), "column-width").value_or(width);
  }
  return width;
}

double OdtStyles::CellPadding(std::string_view style) const {
  double padding = 0;
  for (const pugi::xml_node& node : Chain("table-cell", style)) {
    const pugi::xml_node properties = Child(node, "table-cell-properties");
    padding = LengthOf(properties, "padding").value_or(padding);
    padding = LengthOf(properties, "padding-left").value_or(padding);
  }
  return padding;
}

OdtStyles::ListLevel OdtStyles::LevelOf(std::string_view list_style, int level) const {
  ListLevel found;
  found.left = kDefaultListStep * level;
  found.first_line = -kDefaultListStep;
  const auto list = lists_.find(list_style);
  if (list == lists_.end()) return found;
  for (const pugi::xml_node& node : list->second.children()) {
    if (Number(Attribute(node, "level")).value_or(0) != level) continue;
    found.is_bullet = LocalName(node) != "list-level-style-number";
    found.start =
        static_cast<int>(std::clamp(Number(Attribute(node, "start-value")).value_or(1), 0.0, 1e6));
    const pugi::xml_node properties = Child(node, "list-level-properties");
    const pugi::xml_node label = Child(properties, "list-level-label-alignment");
    found.left = LengthOf(label, "margin-left")
                     .value_or(LengthOf(properties, "space-before").value_or(found.left));
    found.first_line = LengthOf(label, "text-indent").value_or(found.first_line);
  }
  return found;
}

std::string OdtStyles::ListOf(std::string_view paragraph_style) const {
  std::string list;
  for (const pugi::xml_node& node : Chain("paragraph", paragraph_style)) {
    if (HasAttribute(node, "list-style-name")) list = Attribute(node, "list-style-name");
  }
  return list;
}

}  // namespace atsmatch
