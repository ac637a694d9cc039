#include "parser/read/office_xml.h"

#include <charconv>
#include <cmath>

namespace atsmatch {
namespace {

std::string_view WithoutPrefix(std::string_view name) {
  const size_t colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_attribute FindAttribute(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_attribute& attribute : node.attributes()) {
    if (WithoutPrefix(attribute.name()) == name) return attribute;
  }
  return {};
}

}  // namespace

bool ParseXml(std::string_view content, pugi::xml_document* document) {
  constexpr unsigned kOptions = pugi::parse_default | pugi::parse_ws_pcdata;
  return document->load_buffer(content.data(), content.size(), kOptions);
}

std::string_view LocalName(const pugi::xml_node& node) { return WithoutPrefix(node.name()); }

pugi::xml_node Child(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_node& child : node.children()) {
    if (LocalName(child) == name) return child;
  }
  return {};
}

bool HasAttribute(const pugi::xml_node& node, std::string_view name) {
  return !FindAttribute(node, name).empty();
}

std::string_view Attribute(const pugi::xml_node& node, std::string_view name) {
  return FindAttribute(node, name).value();
}

std::optional<double> Number(std::string_view text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end == text.data() || !std::isfinite(number)) return std::nullopt;
  return number;
}

std::optional<double> Length(const pugi::xml_node& node, std::string_view name, double unit) {
  constexpr double kMost = 1e5;  // points: files may hold any number
  const std::optional<double> number = Number(Attribute(node, name));
  if (!number.has_value() || std::abs(*number * unit) > kMost) return std::nullopt;
  return *number * unit;
}

std::optional<uint32_t> Colour(std::string_view text) {
  if (!text.empty() && text[0] == '#') text.remove_prefix(1);
  uint32_t colour = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), colour, 16);
  if (text.size() != 6 || error != std::errc() || end != text.data() + 6) return std::nullopt;
  return colour;
}

std::optional<uint32_t> FillColour(std::string_view text) {
  const std::optional<uint32_t> colour = Colour(text);
  return colour == 0xFFFFFFu ? std::nullopt : colour;
}

}  // namespace atsmatch
