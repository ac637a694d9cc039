#include "parser/document.h"

#include <algorithm>
#include <string_view>

namespace atsmatch {

Box Union(const Box& a, const Box& b) {
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

std::string_view HiddenName(Hidden hidden) {
  switch (hidden) {
    case Hidden::kNo: return "visible";
    case Hidden::kInvisibleMode: return "invisible-mode";
    case Hidden::kBackgroundColour: return "background-colour";
    case Hidden::kTiny: return "tiny";
    case Hidden::kOffPage: return "off-page";
    case Hidden::kClipped: return "clipped";
    case Hidden::kCovered: return "covered";
  }
  return "visible";
}

std::string_view SeverityName(Warning::Severity severity) {
  switch (severity) {
    case Warning::Severity::kInfo: return "info";
    case Warning::Severity::kMinor: return "minor";
    case Warning::Severity::kMajor: return "major";
    case Warning::Severity::kFatal: return "fatal";
  }
  return "info";
}

std::string TextOf(const Document& document, IndexRange words) {
  std::string text;
  for (size_t i = words.begin; i < words.end; ++i) {
    if (i > words.begin && !document.words[i].glued) text += ' ';
    text += document.words[i].text;
  }
  return text;
}

Box BoxOf(const Document& document, IndexRange words) {
  if (words.empty()) return {};
  Box box = document.words[words.begin].box;
  for (size_t i = words.begin + 1; i < words.end; ++i) box = Union(box, document.words[i].box);
  return box;
}

}  // namespace atsmatch
