#include "parser/read/icons.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "parser/text/unicode.h"
#include "re2/re2.h"

namespace atsmatch {
namespace {

struct IconRow {
  char32_t code_point;
  Icon icon;
};

// Sorted.  Private use: Font Awesome 4 to 6 and Material Icons as their published tables name them.
constexpr IconRow kIcons[] = {
    {0x260E, Icon::kPhone},     {0x260F, Icon::kPhone},     {0x2706, Icon::kPhone},
    {0x2709, Icon::kEmail},     {0xE0BE, Icon::kEmail},     {0xE0B0, Icon::kPhone},
    {0xE0C8, Icon::kPlace},     {0xE0CD, Icon::kPhone},     {0xE157, Icon::kLink},
    {0xE158, Icon::kEmail},     {0xE55F, Icon::kPlace},     {0xE61B, Icon::kNetwork},
    {0xE80B, Icon::kLink},      {0xE894, Icon::kLink},      {0xE916, Icon::kCalendar},
    {0xF003, Icon::kEmail},     {0xF015, Icon::kPlace},     {0xF041, Icon::kPlace},
    {0xF073, Icon::kCalendar},  {0xF081, Icon::kNetwork},   {0xF082, Icon::kNetwork},
    {0xF08C, Icon::kNetwork},   {0xF08E, Icon::kLink},      {0xF092, Icon::kNetwork},
    {0xF095, Icon::kPhone},     {0xF098, Icon::kPhone},     {0xF099, Icon::kNetwork},
    {0xF09A, Icon::kNetwork},   {0xF09B, Icon::kNetwork},   {0xF0AC, Icon::kLink},
    {0xF0C1, Icon::kLink},      {0xF0E0, Icon::kEmail},     {0xF0E1, Icon::kNetwork},
    {0xF10B, Icon::kPhone},     {0xF113, Icon::kNetwork},   {0xF124, Icon::kPlace},
    {0xF133, Icon::kCalendar},  {0xF14C, Icon::kLink},      {0xF16C, Icon::kNetwork},
    {0xF16D, Icon::kNetwork},   {0xF171, Icon::kNetwork},   {0xF17E, Icon::kNetwork},
    {0xF199, Icon::kEmail},     {0xF1A0, Icon::kNetwork},   {0xF1B4, Icon::kNetwork},
    {0xF1D8, Icon::kEmail},     {0xF1D9, Icon::kEmail},     {0xF1FA, Icon::kEmail},
    {0xF232, Icon::kNetwork},   {0xF271, Icon::kCalendar},  {0xF272, Icon::kCalendar},
    {0xF273, Icon::kCalendar},  {0xF274, Icon::kCalendar},  {0xF276, Icon::kPlace},
    {0xF277, Icon::kPlace},     {0xF278, Icon::kPlace},     {0xF279, Icon::kPlace},
    {0xF296, Icon::kNetwork},   {0xF2B6, Icon::kEmail},     {0xF2BB, Icon::kUnknown},
    {0xF2C6, Icon::kNetwork},   {0xF35D, Icon::kLink},      {0xF360, Icon::kLink},
    {0xF3C5, Icon::kPlace},     {0xF3CD, Icon::kPhone},     {0xF3CE, Icon::kPhone},
    {0xF3CF, Icon::kPhone},     {0xF601, Icon::kPlace},     {0xF658, Icon::kEmail},
    {0xF783, Icon::kCalendar},  {0xF879, Icon::kPhone},     {0xF87B, Icon::kPhone},
    {0x1F310, Icon::kLink},     {0x1F3E0, Icon::kPlace},    {0x1F3E1, Icon::kPlace},
    {0x1F4C5, Icon::kCalendar}, {0x1F4C6, Icon::kCalendar}, {0x1F4CD, Icon::kPlace},
    {0x1F4DE, Icon::kPhone},    {0x1F4DF, Icon::kPhone},    {0x1F4E0, Icon::kPhone},
    {0x1F4E7, Icon::kEmail},    {0x1F4E8, Icon::kEmail},    {0x1F4E9, Icon::kEmail},
    {0x1F4EB, Icon::kEmail},    {0x1F4F1, Icon::kPhone},    {0x1F4F2, Icon::kPhone},
    {0x1F517, Icon::kLink},     {0x1F582, Icon::kEmail},    {0x1F583, Icon::kEmail},
    {0x1F5D3, Icon::kCalendar},
};

bool IsPicture(char32_t c) {
  return (c >= 0x1F000 && c <= 0x1FAFF) || c == 0xFE0F || (IsPrivateUse(c));
}

}  // namespace

std::optional<Icon> IconOf(char32_t code_point) {
  if (code_point < 0x2000) return std::nullopt;
  const IconRow* row = std::find_if(std::begin(kIcons), std::end(kIcons),
                                    [&](const IconRow& r) { return r.code_point == code_point; });
  if (row != std::end(kIcons)) return row->icon;
  if (IsPicture(code_point)) return Icon::kUnknown;
  return std::nullopt;
}

Icon IconOfGlyphName(std::string_view name) {
  struct NameRow {
    std::string_view part;
    Icon icon;
  };
  static constexpr NameRow kNames[] = {
      {"envelope", Icon::kEmail},    {"mail", Icon::kEmail},
      {"paper-plane", Icon::kEmail}, {"phone", Icon::kPhone},
      {"mobile", Icon::kPhone},      {"call", Icon::kPhone},
      {"map", Icon::kPlace},         {"location", Icon::kPlace},
      {"home", Icon::kPlace},        {"house", Icon::kPlace},
      {"place", Icon::kPlace},       {"link", Icon::kLink},
      {"globe", Icon::kLink},        {"website", Icon::kLink},
      {"github", Icon::kNetwork},    {"gitlab", Icon::kNetwork},
      {"twitter", Icon::kNetwork},   {"stack-overflow", Icon::kNetwork},
      {"facebook", Icon::kNetwork},  {"calendar", Icon::kCalendar},
  };
  if (name.find("linkedin") != std::string_view::npos) return Icon::kNetwork;
  for (const NameRow& row : kNames) {
    if (name.find(row.part) != std::string_view::npos) return row.icon;
  }
  return Icon::kUnknown;
}

bool IsIconFont(std::string_view font_name) {
  static const RE2 kIconFont(
      R"((?i:font ?-?awesome|material.?(?:icons|symbols|design)|fontello|icomoon|glyphicon|ionicon|academicon|fontawesome|bootstrap-?icons|octicon|linea-|iconfont|simple-?icons|simple-line-icons|lucide|phosphor|remixicon|feather(?:icons)?$))");
  return RE2::PartialMatch(re2::StringPiece(font_name.data(), font_name.size()), kIconFont);
}

}  // namespace atsmatch
