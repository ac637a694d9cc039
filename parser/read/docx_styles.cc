#include "parser/read/docx_styles.h"

#include <algorithm>

#include "parser/read/office_xml.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

constexpr double kTwip = 0.05;  // points: a twentieth
constexpr double kHalfPoint = 0.5;
constexpr double kLargestSize = 1000;  // points
constexpr int kLongestChain = 20;      // of styles based on styles: they may go in circles

// <w:b/> is on; <w:b w:val="0"/> is off.
bool IsOn(const pugi::xml_node& node) {
  const std::string_view value = Attribute(node, "val");
  return value.empty() || !(value == "0" || value == "false" || value == "off" || value == "none");
}

void ApplyRun(const pugi::xml_node& properties, OfficeLook* look) {
  for (const pugi::xml_node& node : properties.children()) {
    const std::string_view name = LocalName(node);
    if (name == "b") look->bold = IsOn(node);
    if (name == "i") look->italic = IsOn(node);
    if (name == "u") look->underlined = IsOn(node);
    if (name == "sz")
      look->size =
          std::clamp(Length(node, "val", kHalfPoint).value_or(look->size), 0.0, kLargestSize);
    if (name == "color") look->colour = Colour(Attribute(node, "val")).value_or(0);
    if (name == "vanish" && IsOn(node)) look->hidden = Hidden::kInvisibleMode;
  }
}

void ApplyIndent(const pugi::xml_node& node, OfficeParagraph* paragraph) {
  for (const char* name : {"left", "start"}) {
    paragraph->left = Length(node, name, kTwip).value_or(paragraph->left);
  }
  for (const char* name : {"right", "end"}) {
    paragraph->right = Length(node, name, kTwip).value_or(paragraph->right);
  }
  if (const auto first = Length(node, "firstLine", kTwip)) paragraph->first_line = *first;
  if (const auto hanging = Length(node, "hanging", kTwip)) paragraph->first_line = -*hanging;
}

void ApplyTabs(const pugi::xml_node& node, std::vector<TabStop>* stops) {
  for (const pugi::xml_node& tab : node.children()) {
    const std::optional<double> position = Length(tab, "pos", kTwip);
    if (!position.has_value()) continue;
    std::erase_if(*stops, [&](const TabStop& stop) { return stop.position == *position; });
    const std::string_view kind = Attribute(tab, "val");
    if (kind == "clear" || kind == "bar") continue;
    TabStop stop = {*position, TabStop::Kind::kLeft};
    if (kind == "center") stop.kind = TabStop::Kind::kCentre;
    if (kind == "right" || kind == "end" || kind == "decimal") stop.kind = TabStop::Kind::kRight;
    stops->push_back(stop);
  }
  std::sort(stops->begin(), stops->end(),
            [](const TabStop& a, const TabStop& b) { return a.position < b.position; });
}

bool IsDrawn(const pugi::xml_node& border) {
  const std::string_view value = Attribute(border, "val");
  return border && value != "nil" && value != "none";
}

Align AlignOf(std::string_view word) {
  if (word == "center") return Align::kCentre;
  return word == "right" || word == "end" ? Align::kRight : Align::kLeft;
}

// "heading 2" -> 2; "Title" is above all.  Programs keep the English names in the file.
uint8_t HeadingLevel(const pugi::xml_node& style) {
  const std::string name = ToLower(Attribute(Child(style, "name"), "val"));
  if (name == "title") return 1;
  if (name.size() == 9 && name.starts_with("heading ") && name[8] >= '1' && name[8] <= '6') {
    return static_cast<uint8_t>(name[8] - '0');
  }
  return 0;
}

// Word has nine, files may hold any number.
int ListLevel(std::string_view text) {
  const double level = Number(text).value_or(0);
  return level >= 0 && level < 100 ? static_cast<int>(level) : 0;
}

}  // namespace

DocxStyles::DocxStyles(const pugi::xml_node& styles, const pugi::xml_node& numbering) {
  const pugi::xml_node defaults = Child(styles, "docDefaults");
  run_defaults_ = Child(Child(defaults, "rPrDefault"), "rPr");
  paragraph_defaults_ = Child(Child(defaults, "pPrDefault"), "pPr");
  for (const pugi::xml_node& style : styles.children()) {
    if (LocalName(style) != "style") continue;
    const std::string id(Attribute(style, "styleId"));
    styles_.emplace(id, style);
    const std::string_view is_default = Attribute(style, "default");
    if (Attribute(style, "type") == "paragraph" && (is_default == "1" || is_default == "true")) {
      default_paragraph_ = id;
    }
  }
  std::map<std::string, pugi::xml_node> abstract;
  for (const pugi::xml_node& node : numbering.children()) {
    if (LocalName(node) == "abstractNum") {
      abstract.emplace(std::string(Attribute(node, "abstractNumId")), node);
    }
  }
  for (const pugi::xml_node& node : numbering.children()) {
    if (LocalName(node) != "num") continue;
    const std::string list(Attribute(node, "numId"));
    const auto found = abstract.find(std::string(Attribute(Child(node, "abstractNumId"), "val")));
    if (found == abstract.end()) continue;
    for (const pugi::xml_node& level : found->second.children()) {
      if (LocalName(level) != "lvl") continue;
      const int number = ListLevel(Attribute(level, "ilvl"));
      const double start = Number(Attribute(Child(level, "start"), "val")).value_or(1);
      levels_[{list, number}] = {std::string(Attribute(Child(level, "numFmt"), "val")),
                                 !Attribute(Child(level, "lvlText"), "val").empty(),
                                 static_cast<int>(std::clamp(start, 0.0, 1e6)),
                                 Child(level, "pPr")};
    }
  }
}

// A style after those that it is based on.
std::vector<pugi::xml_node> DocxStyles::Chain(std::string_view id) const {
  std::vector<pugi::xml_node> chain;
  std::string next(id);
  while (static_cast<int>(chain.size()) < kLongestChain) {
    const auto found = styles_.find(next);
    if (found == styles_.end()) break;
    chain.push_back(found->second);
    next = Attribute(Child(found->second, "basedOn"), "val");
  }
  std::reverse(chain.begin(), chain.end());
  return chain;
}

const DocxStyles::Level* DocxStyles::FindLevel(const std::string& list, int level) const {
  const auto found = levels_.find({list, level});
  return found == levels_.end() ? nullptr : &found->second;
}

void DocxStyles::Apply(const pugi::xml_node& properties, DocxParagraphLook* look) const {
  OfficeParagraph& to = look->paragraph;
  // What a list says comes first: indents beside w:numPr win over those of the list.
  if (const pugi::xml_node list = Child(properties, "numPr")) {
    look->list = Attribute(Child(list, "numId"), "val");
    look->list_level = ListLevel(Attribute(Child(list, "ilvl"), "val"));
    const Level* level = FindLevel(look->list, look->list_level);
    if (level != nullptr) ApplyIndent(Child(level->paragraph, "ind"), &to);
  }
  for (const pugi::xml_node& node : properties.children()) {
    const std::string_view name = LocalName(node);
    if (name == "ind") ApplyIndent(node, &to);
    if (name == "tabs") ApplyTabs(node, &to.tab_stops);
    if (name == "jc") to.align = AlignOf(Attribute(node, "val"));
    if (name == "pageBreakBefore") to.starts_page = IsOn(node);
    if (name == "spacing") {
      to.space_before = Length(node, "before", kTwip).value_or(to.space_before);
      to.space_after = Length(node, "after", kTwip).value_or(to.space_after);
    }
    if (name == "pBdr") {
      to.rule_above = IsDrawn(Child(node, "top"));
      to.rule_below = IsDrawn(Child(node, "bottom"));
    }
    if (name == "shd") to.fill = FillColour(Attribute(node, "fill"));
    if (name == "outlineLvl") {
      const double level = Number(Attribute(node, "val")).value_or(9);
      to.heading_level = level >= 0 && level < 6 ? static_cast<uint8_t>(level + 1) : 0;
    }
  }
}

DocxParagraphLook DocxStyles::ParagraphLook(const pugi::xml_node& properties) const {
  DocxParagraphLook look;
  Apply(paragraph_defaults_, &look);
  std::string_view id = Attribute(Child(properties, "pStyle"), "val");
  if (id.empty()) id = default_paragraph_;
  for (const pugi::xml_node& style : Chain(id)) {
    Apply(Child(style, "pPr"), &look);
    if (const uint8_t level = HeadingLevel(style); level > 0) look.paragraph.heading_level = level;
  }
  Apply(properties, &look);
  return look;
}

OfficeLook DocxStyles::RunLook(const pugi::xml_node& paragraph, const pugi::xml_node& run) const {
  OfficeLook look;
  look.size = 10;  // what the format says where nothing is said
  ApplyRun(run_defaults_, &look);
  std::string_view id = Attribute(Child(paragraph, "pStyle"), "val");
  if (id.empty()) id = default_paragraph_;
  for (const pugi::xml_node& style : Chain(id)) ApplyRun(Child(style, "rPr"), &look);
  for (const pugi::xml_node& style : Chain(Attribute(Child(run, "rStyle"), "val"))) {
    ApplyRun(Child(style, "rPr"), &look);
  }
  ApplyRun(run, &look);
  return look;
}

std::string DocxStyles::NextLabel(const std::string& list, int level) {
  const Level* found = FindLevel(list, level);
  if (found == nullptr || found->format == "none" || !found->is_shown) return "";
  if (found->format == "bullet") return "•";
  const auto [count, is_new] = counts_.emplace(std::pair(list, level), found->start);
  if (!is_new) ++count->second;
  // A level begins anew below the next item of the one above.
  for (auto it = counts_.begin(); it != counts_.end();) {
    const bool is_below = it->first.first == list && it->first.second > level;
    it = is_below ? counts_.erase(it) : std::next(it);
  }
  return std::to_string(count->second) + ".";
}

}  // namespace atsmatch
