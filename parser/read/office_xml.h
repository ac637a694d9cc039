// XML of office documents: elements and attributes by their local names, whatever prefix a program
// gave the namespace.  Entities of a DTD are not expanded.
#ifndef ATSMATCH_PARSER_READ_OFFICE_XML_H_
#define ATSMATCH_PARSER_READ_OFFICE_XML_H_

#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace atsmatch {

// Elements of `content`, white space between them kept.  False: not well formed.
bool ParseXml(std::string_view content, pugi::xml_document* document);

std::string_view LocalName(const pugi::xml_node& node);
pugi::xml_node Child(const pugi::xml_node& node, std::string_view name);  // the first; may be null
bool HasAttribute(const pugi::xml_node& node, std::string_view name);
std::string_view Attribute(const pugi::xml_node& node, std::string_view name);  // "" when not there
std::optional<double> Number(std::string_view text);                            // "-12.5"

// A number in an attribute, times `unit` points.
std::optional<double> Length(const pugi::xml_node& node, std::string_view name, double unit);

// "RRGGBB" or "#RRGGBB" -> 0xRRGGBB.
std::optional<uint32_t> Colour(std::string_view text);
// The same for what lies behind text: white is none.
std::optional<uint32_t> FillColour(std::string_view text);

// Counts how deep it is, of tables in tables and the like; what lies deeper than anybody writes is
// left out.
class XmlDepth {
 public:
  explicit XmlDepth(int* depth) : depth_(depth) { ++*depth_; }
  ~XmlDepth() { --*depth_; }
  XmlDepth(const XmlDepth&) = delete;
  XmlDepth& operator=(const XmlDepth&) = delete;
  bool too_deep() const { return *depth_ > kDeepest; }

 private:
  static constexpr int kDeepest = 40;
  int* depth_;
};

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_READ_OFFICE_XML_H_
