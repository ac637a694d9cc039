#include "parser/read/icons.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <string>

#include "parser/text/unicode.h"

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

SymbolFont SymbolFontOf(std::string_view font_name) {
  static constexpr std::string_view kIconFonts[] = {
      "fontawesome", "font-awesome",   "materialicons",   "materialsymbols",  "materialdesign",
      "fontello",    "icomoon",        "glyphicon",       "ionicon",          "academicon",
      "octicon",     "bootstrapicons", "bootstrap-icons", "iconfont",         "simpleicons",
      "lucide",      "phosphor",       "remixicon",       "simple-line-icons"};
  std::string name;
  for (char c : font_name) {
    if (c != ' ') name += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  auto contains = [&](std::string_view part) { return name.find(part) != std::string::npos; };
  if (std::any_of(std::begin(kIconFonts), std::end(kIconFonts), contains)) {
    return SymbolFont::kIcons;
  }
  if (contains("wingdings") || contains("webdings")) return SymbolFont::kWingdings;
  if (name.rfind("symbol", 0) == 0 || contains("opensymbol")) return SymbolFont::kSymbol;
  if (contains("dingbats")) return SymbolFont::kDingbats;
  if (contains("marvosym")) return SymbolFont::kMarvosym;
  return SymbolFont::kNone;
}

bool IsListMark(char32_t c) {
  switch (c) {
    case 0xF00C:  // check
    case 0xF046:  // check-square
    case 0xF054:  // chevron-right
    case 0xF058:  // check-circle
    case 0xF061:  // arrow-right
    case 0xF0C8:  // square
    case 0xF0DA:  // caret-right
    case 0xF101:  // angle-double-right
    case 0xF105:  // angle-right
    case 0xF10C:  // circle, hollow
    case 0xF111:  // circle
    case 0xF138:  // chevron-circle-right
    case 0xF14A:  // check-square
    case 0xF192:  // dot-circle
    case 0xF0A9:  // arrow-circle-right
    case 0xF45C:  // square-full
      return true;
    default:
      return c == 0x2022 || (c >= 0x25A0 && c <= 0x25FF);
  }
}

namespace {

constexpr char32_t kBullet = 0x2022;

// Codes of Wingdings that are set in front of the items of a list: squares, circles, arrows, ticks.
bool IsWingdingsBullet(char32_t code) {
  return (code >= 0x6C && code <= 0x7A) || (code >= 0x9E && code <= 0xAF) || code == 0xB7 ||
         (code >= 0xC3 && code <= 0xF8) || (code >= 0xFB && code <= 0xFE) || code == 0x76;
}

char32_t WingdingsCharacter(char32_t code) {
  switch (code) {
    case 0x28:
    case 0x29:
      return 0x260E;  // telephones
    case 0x2A:
    case 0x2B:
      return 0x2709;  // envelopes
    case 0x2C:
    case 0x2D:
    case 0x2E:
    case 0x2F:
      return 0x1F4EB;  // mailboxes
    case 0xB2:
    case 0xB3:
      return kBullet;
    default:
      return IsWingdingsBullet(code) ? kBullet : 0xF000 + code;
  }
}

// The Greek letters of the Symbol font stand at the Latin letters that sound alike.
char32_t SymbolFontCharacter(char32_t code) {
  static constexpr char32_t kUpper[] = U"ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
  static constexpr char32_t kLower[] = U"αβχδεφγηιϕκλμνοπθρστυϖωξψζ";
  if (code == 0xB7 || code == 0xA7 || code == 0xA8) return kBullet;
  if (code >= 'A' && code <= 'Z') return kUpper[code - 'A'];
  if (code >= 'a' && code <= 'z') return kLower[code - 'a'];
  if (code == 0x2D) return 0x2212;
  if (code >= 0x20 && code < 0x40) return code;
  return 0xF000 + code;
}

char32_t MarvosymCharacter(char32_t code) {
  constexpr char32_t kUnknownPicture = 0xF8FF;
  if (code >= '0' && code <= '9') return code;
  switch (code) {
    case '@':
    case 'B':
    case 'k':
    case 'z':
      return 0x2709;  // envelopes, "@"
    case 'H':
      return 0x1F4F1;  // mobile phone
    case 'T':
      return 0x260E;  // telephone
    case 't':
    case 'u':
    case 'v':
      return 0x1F4E0;  // fax
    case 'm':
    case 0xCD:
      return 0x1F310;  // globe, computer mouse
    case '{':
      return kBullet;
    case 'D':
    case 'c':
    case 'd':
    case 'e':
    case 0xA4:
      return 0x20AC;  // Euro
    default:
      return kUnknownPicture;
  }
}

bool IsDingbatBullet(char32_t c) {
  return (c >= 0x2701 && c <= 0x27BF && c != 0x2706 && c != 0x2709) || c == 0x25CF || c == 0x25A0 ||
         c == 0x25B2 || c == 0x25BC || c == 0x25C6 || c == 0x25D7;
}

}  // namespace

char32_t SymbolCharacter(SymbolFont font, char32_t c) {
  if (c < 0x80 && font == SymbolFont::kNone) return c;
  bool symbol_code = c >= 0xF020 && c <= 0xF0FF;
  switch (font) {
    case SymbolFont::kIcons:
      return c;
    case SymbolFont::kSymbol:
      return symbol_code ? SymbolFontCharacter(c - 0xF000) : c;
    case SymbolFont::kWingdings:
      if (symbol_code) return WingdingsCharacter(c - 0xF000);
      return c > 0x20 && c < 0x100 ? WingdingsCharacter(c) : c;
    case SymbolFont::kMarvosym:
      return c > 0x20 ? MarvosymCharacter(c) : c;
    case SymbolFont::kDingbats:
      return IsDingbatBullet(c) ? kBullet : c;
    case SymbolFont::kNone:
      break;
  }
  return c == 0xF0B7 || c == 0xF0A7 || c == 0xF0D8 || c == 0xF0FC ? kBullet : c;
}

}  // namespace atsmatch
