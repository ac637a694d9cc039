// PDF through Poppler's core: glyphs with their colour and render mode, drawn lines and boxes,
// pictures and links.  The ABI of the core changes with every release, so nothing else meets it.
//
// Nothing is rendered: fonts are not loaded, pictures not decoded, patterns and gradients not run.
#include <poppler/Annot.h>
#include <poppler/Catalog.h>
#include <poppler/Error.h>
#include <poppler/ErrorCodes.h>
#include <poppler/Gfx.h>
#include <poppler/GfxFont.h>
#include <poppler/GfxState.h>
#include <poppler/GlobalParams.h>
#include <poppler/Link.h>
#include <poppler/OutputDev.h>
#include <poppler/PDFDoc.h>
#include <poppler/Page.h>
#include <poppler/Stream.h>
#include <poppler/poppler-config.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "parser/read/finish.h"
#include "parser/read/fonts.h"
#include "parser/read/icons.h"
#include "parser/read/pdf_page.h"
#include "parser/read/pdf_visibility.h"
#include "parser/read/pdf_words.h"
#include "parser/read/reader.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

constexpr size_t kGlyphsPerWord = 24;      // beyond limits.max_words times this a page is left
constexpr size_t kMaxShapesOnPage = 5000;  // drawings and maps; résumés have a few hundred
constexpr double kBoxLikeShare = 0.85;     // of its box that a shape fills
constexpr double kSnapSine = 0.03;         // under 2 degrees off an axis is on it
constexpr double kBoldStemWidth = 130;     // thousandths of an em; regular faces have 70 to 100
constexpr double kBoldStroke = 0.015;      // em; a stroke around filled letters that thickens them
constexpr double kUnseenOpacity = 0.05;
constexpr size_t kFewUnmapped = 10;  // characters: logos and dingbats

void Discard(ErrorCategory, Goffset, const char*) {}

uint32_t ToColour(const GfxRGB& rgb) {
  return static_cast<uint32_t>(colToByte(rgb.r)) << 16 |
         static_cast<uint32_t>(colToByte(rgb.g)) << 8 | colToByte(rgb.b);
}

bool IsSpaceCharacter(Unicode c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000 ||
         c == 0x2423;  // "open box": a font's own picture of a space
}

bool IsDroppedCharacter(Unicode c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x200B || c == 0xFEFF || c == 0xFFFD ||
         c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF);
}

// What a font needs to be known for each of its glyphs.
struct FontFacts {
  int index = -1;       // into Document::fonts
  int bold_index = -1;  // its synthetic bold; made on demand
  double ascent = 0.9;  // em
  double descent = 0.2;
  double size_factor = 1;  // Type 3 fonts have units of their own
  SymbolFont symbols = SymbolFont::kNone;
  bool bitmap = false;
};

class FontTable {
 public:
  FontTable(XRef* xref, std::vector<Font>* fonts) : xref_(xref), fonts_(fonts) {}

  FontFacts* Find(GfxFont* font) {
    if (font == last_font_) return last_facts_;
    std::pair<int, int> id(font->getID()->num, font->getID()->gen);
    auto [at, added] = facts_.try_emplace(id);
    if (added) at->second = Describe(font);
    last_font_ = font;
    last_facts_ = &at->second;
    return last_facts_;
  }

  int SyntheticBold(FontFacts* facts) {
    if ((*fonts_)[facts->index].bold) return facts->index;
    if (facts->bold_index < 0) {
      Font bold = (*fonts_)[facts->index];
      bold.bold = true;
      facts->bold_index = static_cast<int>(fonts_->size());
      fonts_->push_back(std::move(bold));
    }
    return facts->bold_index;
  }

  // A GfxFont may die between two pages and another take its address.
  void ForgetLast() { last_font_ = nullptr; }

 private:
  FontFacts Describe(GfxFont* font) {
    FontFacts facts;
    std::string name = font->getName() ? *font->getName() : std::string();
    bool plain = false;
    Font described = FontFromName(name, &plain);
    if (font->getEmbeddedFontName() != nullptr && !described.bold && !described.italic) {
      Font embedded = FontFromName(font->getEmbeddedFontName()->toStr());
      described.bold = embedded.bold;
      described.italic = embedded.italic;
    }
    // Flags and widths are often left at a default; they count where the name says nothing.
    if (!described.bold && !plain) {
      described.bold = font->isBold() || font->getWeight() >= GfxFont::W600 ||
                       StemWidth(*font) >= kBoldStemWidth;
    }
    described.italic = described.italic || font->isItalic();
    described.monospace = described.monospace || font->isFixedWidth();
    facts.symbols = SymbolFontOf(described.name);
    facts.ascent = std::clamp(font->getAscent(), 0.5, 1.05);
    facts.descent = std::clamp(-font->getDescent(), 0.1, 0.4);
    facts.bitmap = font->getType() == fontType3;
    if (facts.bitmap) facts.size_factor = BitmapSizeFactor(static_cast<Gfx8BitFont*>(font));
    facts.index = static_cast<int>(fonts_->size());
    fonts_->push_back(std::move(described));
    return facts;
  }

  // /StemV of the font's descriptor; 0 if there is none.
  double StemWidth(const GfxFont& font) {
    Object dictionary = xref_->fetch(*font.getID());
    if (!dictionary.isDict()) return 0;
    Object descendants = dictionary.dictLookup("DescendantFonts");
    if (descendants.isArray() && descendants.arrayGetLength() > 0) {
      dictionary = descendants.arrayGet(0);
      if (!dictionary.isDict()) return 0;
    }
    Object descriptor = dictionary.dictLookup("FontDescriptor");
    if (!descriptor.isDict()) return 0;
    Object stem = descriptor.dictLookup("StemV");
    return stem.isNum() ? stem.getNum() : 0;
  }

  // Type 3 fonts choose their own units: the width of an "m" or of any letter gives them away.
  static double BitmapSizeFactor(Gfx8BitFont* font) {
    double width = 0, share = 0.5;  // typical widths of a letter and of an m, em
    for (int code = 0; code < 256; ++code) {
      const char* name = font->getCharName(code);
      if (font->getWidth(code) <= 0) continue;
      if (name != nullptr && std::strcmp(name, "m") == 0) {
        width = font->getWidth(code);
        share = 0.6;
        break;
      }
      if (width == 0) width = font->getWidth(code);
    }
    const double* matrix = font->getFontMatrix();
    double stretch = matrix[0] != 0 ? std::abs(matrix[3] / matrix[0]) : 1;
    return width > 0 ? width / share * stretch : 1;
  }

  XRef* xref_;
  std::vector<Font>* fonts_;
  std::map<std::pair<int, int>, FontFacts> facts_;
  GfxFont* last_font_ = nullptr;
  FontFacts* last_facts_ = nullptr;
};

// Takes down what a page paints.
class PageRecorder : public OutputDev {
 public:
  PageRecorder(FontTable* fonts, size_t max_glyphs) : fonts_(fonts), max_glyphs_(max_glyphs) {}

  PdfPage TakePage() { return std::move(page_); }
  bool overflown() const { return page_.glyphs.size() > max_glyphs_; }
  size_t unmapped() const { return unmapped_; }

  bool upsideDown() override { return true; }
  bool useDrawChar() override { return true; }
  bool interpretType3Chars() override { return false; }
  bool needNonText() override { return true; }
  // "Done" for patterns and gradients, so that Poppler does not run them; but their boxes count.
  bool useTilingPatternFill() override { return true; }
  bool useShadedFills(int) override { return true; }

  void startPage(int, GfxState* state, XRef*) override {
    page_ = PdfPage();
    page_.width = state->getPageWidth();
    page_.height = state->getPageHeight();
    fonts_->ForgetLast();
    colour_known_ = false;
    clipping_glyphs_ = 0;
    soft_mask_depth_ = 0;
    group_is_mask_.clear();
    in_actual_text_ = false;
  }

  void restoreState(GfxState*) override {
    colour_known_ = false;
    clipping_glyphs_ = page_.glyphs.size();
  }
  void updateAll(GfxState*) override { colour_known_ = false; }
  void updateFillColorSpace(GfxState*) override { colour_known_ = false; }
  void updateFillColor(GfxState*) override { colour_known_ = false; }

  void beginString(GfxState* state, const GooString*) override { LoadTextState(state); }
  void drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x,
                double origin_y, CharCode code, int, const Unicode* text, int length) override;
  void beginActualText(GfxState*, const GooString* text) override;
  void endActualText(GfxState*) override;

  void stroke(GfxState* state) override;
  void fill(GfxState* state) override { Fill(state, true); }
  void eoFill(GfxState* state) override { Fill(state, true); }
  bool tilingPatternFill(GfxState* state, Gfx*, Catalog*, GfxTilingPattern*, const double*, int,
                         int, int, int, double, double) override {
    Fill(state, false);
    return true;
  }
  bool functionShadedFill(GfxState* state, GfxFunctionShading*) override { return Shade(state); }
  bool axialShadedFill(GfxState* state, GfxAxialShading*, double, double) override {
    return Shade(state);
  }
  bool axialShadedSupportExtend(GfxState*, GfxAxialShading*) override { return true; }
  bool radialShadedFill(GfxState* state, GfxRadialShading*, double, double) override {
    return Shade(state);
  }
  bool radialShadedSupportExtend(GfxState*, GfxRadialShading*) override { return true; }
  bool gouraudTriangleShadedFill(GfxState* state, GfxGouraudTriangleShading*) override {
    return Shade(state);
  }
  bool patchMeshShadedFill(GfxState* state, GfxPatchMeshShading*) override { return Shade(state); }

  void drawImage(GfxState* state, Object* ref, Stream* stream, int width, int height,
                 GfxImageColorMap* colours, bool interpolate, const int* mask_colours,
                 bool is_inline) override {
    AddImage(state, mask_colours == nullptr);
    // The base class reads over the data of an inline picture; the parser goes on behind it.
    if (is_inline) {
      OutputDev::drawImage(state, ref, stream, width, height, colours, interpolate, mask_colours,
                           is_inline);
    }
  }
  void drawImageMask(GfxState* state, Object* ref, Stream* stream, int width, int height,
                     bool invert, bool interpolate, bool is_inline) override {
    AddImage(state, false);
    if (is_inline) {
      OutputDev::drawImageMask(state, ref, stream, width, height, invert, interpolate, is_inline);
    }
  }
  void setSoftMaskFromImageMask(GfxState* state, Object* ref, Stream* stream, int width, int height,
                                bool invert, bool is_inline, double*) override {
    if (is_inline) {
      OutputDev::drawImageMask(state, ref, stream, width, height, invert, false, is_inline);
    }
  }
  void unsetSoftMaskFromImageMask(GfxState*, double*) override {}
  void drawMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool,
                       Stream*, int, int, bool, bool) override {
    AddImage(state, false);
  }
  void drawSoftMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool,
                           Stream*, int, int, GfxImageColorMap*, bool) override {
    AddImage(state, false);
  }

  void beginTransparencyGroup(GfxState*, const double*, GfxColorSpace*, bool, bool,
                              bool for_soft_mask) override {
    group_is_mask_.push_back(for_soft_mask);
    soft_mask_depth_ += for_soft_mask;
  }
  void endTransparencyGroup(GfxState*) override {
    if (group_is_mask_.empty()) return;
    soft_mask_depth_ -= group_is_mask_.back();
    group_is_mask_.pop_back();
  }

 private:
  // The state of the text for the string that is being shown.
  struct TextState {
    FontFacts* font = nullptr;
    GfxFont* gfx_font = nullptr;
    int font_index = -1;
    double size = 0;
    uint16_t direction = 0;
    double spacing = 0;  // points along the direction
    double spacing_dx = 0, spacing_dy = 0;
    uint32_t colour = 0;
    Hidden hidden = Hidden::kNo;
    Box clip;
  };

  bool InSoftMask() const { return soft_mask_depth_ > 0; }
  void LoadTextState(GfxState* state);
  uint16_t DirectionOf(double dx, double dy);
  uint32_t FillColour(GfxState* state);
  int LookOf(GfxState* state);
  void AddText(Glyph* glyph, const Unicode* text, int length, CharCode code);
  void Add(Glyph glyph) {
    glyph.paint_order = paint_order_++;
    page_.glyphs.push_back(glyph);
  }
  Icon IconByName(CharCode code) const;

  void Fill(GfxState* state, bool known_colour);
  bool Shade(GfxState* state) {
    Box box;
    state->getClipBBox(&box.x0, &box.y0, &box.x1, &box.y1);
    PaintedShape shape;
    shape.shape.kind = Shape::Kind::kFill;
    shape.shape.box = box;
    shape.shape.colour = 0x808080;
    shape.known_colour = false;
    shape.opaque = false;
    AddShape(state, shape);
    return true;
  }
  void AddImage(GfxState* state, bool opaque);
  void AddShape(GfxState* state, PaintedShape shape);
  void ShowClippingGlyphs(const PaintedShape& shape);

  FontTable* fonts_;
  size_t max_glyphs_;
  PdfPage page_;
  TextState text_;
  uint32_t paint_order_ = 0;
  uint32_t colour_ = 0;
  bool colour_known_ = false;
  size_t clipping_glyphs_ = 0;  // glyphs from here on may be a clipping path that is painted later
  size_t unmapped_ = 0;
  int soft_mask_depth_ = 0;
  std::vector<bool> group_is_mask_;
  bool in_actual_text_ = false;
  std::u32string actual_text_;
  size_t actual_begin_ = 0;  // glyph
};

// --- Text --------------------------------------------------------------------------------------

uint16_t PageRecorder::DirectionOf(double dx, double dy) {
  WritingDirection direction;
  double length = std::hypot(dx, dy);
  direction.cosine = length > 0 ? dx / length : 1;
  direction.sine = length > 0 ? dy / length : 0;
  if (std::abs(direction.sine) < kSnapSine) {
    direction.cosine = direction.cosine > 0 ? 1 : -1;
    direction.sine = 0;
  } else if (std::abs(direction.cosine) < kSnapSine) {
    direction.sine = direction.sine > 0 ? 1 : -1;
    direction.cosine = 0;
  }
  for (size_t i = page_.directions.size(); i-- > 0;) {
    const WritingDirection& known = page_.directions[i];
    if (std::abs(known.cosine - direction.cosine) + std::abs(known.sine - direction.sine) < 1e-3) {
      return static_cast<uint16_t>(i);
    }
  }
  if (std::abs(direction.cosine) >= std::abs(direction.sine)) {
    direction.rotation = direction.cosine > 0 ? 0 : 180;
  } else {
    direction.rotation = direction.sine > 0 ? 90 : 270;
  }
  if (page_.directions.size() >= 512) return 0;  // a circle of letters or an attack
  page_.directions.push_back(direction);
  return static_cast<uint16_t>(page_.directions.size() - 1);
}

uint32_t PageRecorder::FillColour(GfxState* state) {
  if (!colour_known_) {
    GfxRGB rgb;
    state->getFillRGB(&rgb);
    colour_ = ToColour(rgb);
    colour_known_ = true;
  }
  return colour_;
}

// The font's index; that of its bold twin where letters are both filled and stroked.
int PageRecorder::LookOf(GfxState* state) {
  if ((state->getRender() & 3) != 2 || text_.size <= 0) return text_.font->index;
  double stroke = state->getTransformedLineWidth();
  if (stroke < kBoldStroke * text_.size) return text_.font->index;
  return fonts_->SyntheticBold(text_.font);
}

void PageRecorder::LoadTextState(GfxState* state) {
  GfxFont* font = state->getFont().get();
  text_.gfx_font = font;
  text_.font = nullptr;
  if (font == nullptr) return;
  text_.font = fonts_->Find(font);
  double m11, m12, m21, m22;
  state->getFontTransMat(&m11, &m12, &m21, &m22);
  // A mirrored matrix happens; the text runs where its advance goes.
  text_.direction = font->getWMode() == 1 ? DirectionOf(-m21, -m22) : DirectionOf(m11, m12);
  text_.size = state->getTransformedFontSize() * text_.font->size_factor;
  text_.font_index = LookOf(state);
  int render = state->getRender();
  double dx, dy;
  state->textTransformDelta(state->getCharSpace() * state->getHorizScaling(), 0, &dx, &dy);
  text_.spacing_dx = dx;
  text_.spacing_dy = dy;
  double device_dx, device_dy;
  state->transformDelta(dx, dy, &device_dx, &device_dy);
  text_.spacing = page_.directions[text_.direction].U(device_dx, device_dy);
  double opacity = (render & 3) == 1 ? state->getStrokeOpacity() : state->getFillOpacity();
  if ((render & 3) == 1) {
    GfxRGB rgb;
    state->getStrokeRGB(&rgb);
    text_.colour = ToColour(rgb);
  } else {
    text_.colour = FillColour(state);
  }
  text_.hidden = Hidden::kNo;
  if ((render & 3) == 3 || opacity < kUnseenOpacity) {
    // Bitmap glyphs (Type 3) are painted whatever the render mode says.
    if (!text_.font->bitmap || opacity < kUnseenOpacity) text_.hidden = Hidden::kInvisibleMode;
  } else if (text_.size < kTinySize) {
    text_.hidden = Hidden::kTiny;
  }
  state->getClipBBox(&text_.clip.x0, &text_.clip.y0, &text_.clip.x1, &text_.clip.y1);
}

void PageRecorder::drawChar(GfxState* state, double x, double y, double dx, double dy,
                            double origin_x, double origin_y, CharCode code, int,
                            const Unicode* text, int length) {
  if (text_.font == nullptr || InSoftMask() || overflown()) return;
  double device_x, device_y, advance_x, advance_y;
  state->transform(x - origin_x, y - origin_y, &device_x, &device_y);
  state->transformDelta(dx - text_.spacing_dx, dy - text_.spacing_dy, &advance_x, &advance_y);
  const WritingDirection& direction = page_.directions[text_.direction];
  Glyph glyph;
  glyph.u = direction.U(device_x, device_y);
  glyph.v = direction.V(device_x, device_y);
  glyph.advance = direction.U(advance_x, advance_y);
  if (!std::isfinite(glyph.u) || !std::isfinite(glyph.v) || !std::isfinite(glyph.advance)) return;
  if (glyph.advance < 0) {  // mirrored text
    glyph.u += glyph.advance;
    glyph.advance = -glyph.advance;
  }
  glyph.spacing = text_.spacing;
  glyph.size = static_cast<float>(text_.size);
  glyph.ascent = static_cast<float>(text_.font->ascent * text_.size);
  glyph.descent = static_cast<float>(text_.font->descent * text_.size);
  glyph.font = text_.font_index;
  glyph.colour = text_.colour;
  glyph.direction = text_.direction;
  glyph.hidden = text_.hidden;
  double middle_u = glyph.u + glyph.advance / 2;
  double middle_v = glyph.v - glyph.size / 4;
  double middle_x = direction.X(middle_u, middle_v);
  double middle_y = direction.Y(middle_u, middle_v);
  if (middle_x < 0 || middle_y < 0 || middle_x > page_.width || middle_y > page_.height) {
    glyph.hidden = Hidden::kOffPage;
  } else if (glyph.hidden == Hidden::kNo &&
             (middle_x < text_.clip.x0 || middle_x > text_.clip.x1 || middle_y < text_.clip.y0 ||
              middle_y > text_.clip.y1)) {
    glyph.hidden = Hidden::kClipped;
  }
  AddText(&glyph, text, length, code);
}

Icon PageRecorder::IconByName(CharCode code) const {
  if (text_.gfx_font->isCIDFont() || code > 255) return Icon::kUnknown;
  const char* name = static_cast<Gfx8BitFont*>(text_.gfx_font)->getCharName(static_cast<int>(code));
  return name == nullptr ? Icon::kUnknown : IconOfGlyphName(name);
}

void PageRecorder::AddText(Glyph* glyph, const Unicode* text, int length, CharCode code) {
  glyph->text_begin = static_cast<uint32_t>(page_.text.size());
  for (int i = 0; i < length; ++i) {
    char32_t c = SymbolCharacter(text_.font->symbols, text[i]);
    // A visible glyph that is mapped to the soft hyphen is a hyphen.
    if (c == 0xAD && glyph->advance > 0) c = '-';
    if (IsSpaceCharacter(c) || IsDroppedCharacter(c)) continue;
    page_.text += c;
  }
  glyph->text_length = static_cast<uint32_t>(page_.text.size()) - glyph->text_begin;
  bool space = glyph->text_length == 0 && length > 0 && IsSpaceCharacter(text[0]);
  if (space) {
    glyph->kind = Glyph::Kind::kSpace;
  } else if (text_.font->symbols == SymbolFont::kIcons) {
    std::optional<Icon> icon;
    if (glyph->text_length > 0 && IsListMark(page_.text[glyph->text_begin])) {
      page_.text[glyph->text_begin] = 0x2022;
      return Add(*glyph);
    }
    glyph->kind = Glyph::Kind::kIcon;
    if (glyph->text_length > 0) icon = IconOf(page_.text[glyph->text_begin]);
    glyph->icon = icon && *icon != Icon::kUnknown ? *icon : IconByName(code);
  } else if (glyph->text_length > 0) {
    if (std::optional<Icon> icon = IconOf(page_.text[glyph->text_begin])) {
      glyph->kind = Glyph::Kind::kIcon;
      glyph->icon = *icon;
    }
  } else {
    unmapped_ += length == 0 || text[0] != 0xAD;
    return;
  }
  Add(*glyph);
}

void PageRecorder::beginActualText(GfxState*, const GooString* text) {
  in_actual_text_ = true;
  actual_begin_ = page_.glyphs.size();
  actual_text_.clear();
  for (char32_t c : ToCodePoints(ToValidUtf8(text->toStr()))) actual_text_ += c;
}

// What a run of glyphs "really" says.  Taken where it stands for a few glyphs (a hyphen, an
// accent, a ligature); a long text behind few glyphs is not what a reader sees.
void PageRecorder::endActualText(GfxState*) {
  if (!in_actual_text_) return;
  in_actual_text_ = false;
  size_t count = page_.glyphs.size() - std::min(actual_begin_, page_.glyphs.size());
  if (count == 0 || count > 3 || actual_text_.empty() || actual_text_.size() > 4) return;
  Glyph& first = page_.glyphs[actual_begin_];
  if (first.kind != Glyph::Kind::kText) return;
  std::u32string clean;
  for (char32_t c : actual_text_) {
    if (c == 0xAD) c = '-';
    if (!IsSpaceCharacter(c) && !IsDroppedCharacter(c)) clean += c;
  }
  if (clean.empty()) return;
  Glyph& last = page_.glyphs.back();
  first.advance = std::max(first.advance, last.u + last.advance - first.u);
  first.text_begin = static_cast<uint32_t>(page_.text.size());
  first.text_length = static_cast<uint32_t>(clean.size());
  page_.text += clean;
  page_.glyphs.resize(actual_begin_ + 1);
}

// --- Shapes ------------------------------------------------------------------------------------

// One part of a path on the page.
struct Outline {
  Box box;
  double area = 0;  // of the polygon through its points
  int points = 0;
};

std::vector<Outline> OutlinesOf(GfxState* state) {
  std::vector<Outline> outlines;
  const GfxPath* path = state->getPath();
  for (int i = 0; i < path->getNumSubpaths(); ++i) {
    const GfxSubpath* subpath = path->getSubpath(i);
    Outline outline;
    double first_x = 0, first_y = 0, before_x = 0, before_y = 0;
    for (int j = 0; j < subpath->getNumPoints(); ++j) {
      double x, y;
      state->transform(subpath->getX(j), subpath->getY(j), &x, &y);
      if (!std::isfinite(x) || !std::isfinite(y)) return {};
      if (j == 0) {
        outline.box = {x, y, x, y};
        first_x = x;
        first_y = y;
      } else {
        outline.box = Union(outline.box, {x, y, x, y});
        outline.area += before_x * y - x * before_y;
      }
      before_x = x;
      before_y = y;
    }
    outline.area = std::abs(outline.area + before_x * first_y - first_x * before_y) / 2;
    outline.points = subpath->getNumPoints();
    if (outline.points > 1) outlines.push_back(outline);
  }
  return outlines;
}

bool Contains(const Box& outer, const Box& inner) {
  return outer.x0 <= inner.x0 && outer.y0 <= inner.y0 && outer.x1 >= inner.x1 &&
         outer.y1 >= inner.y1;
}

// An outline inside another: a frame, a letter with a hole.
bool HasHole(const std::vector<Outline>& outlines) {
  for (size_t i = 0; i < outlines.size() && i < 8; ++i) {
    for (size_t j = 0; j < outlines.size() && j < 8; ++j) {
      if (i != j && Contains(outlines[i].box, outlines[j].box)) return true;
    }
  }
  return false;
}

void PageRecorder::stroke(GfxState* state) {
  if (InSoftMask() || state->getStrokeOpacity() < kUnseenOpacity) return;
  GfxRGB rgb;
  state->getStrokeRGB(&rgb);
  double half = std::max(state->getTransformedLineWidth(), 0.1) / 2;
  for (const Outline& outline : OutlinesOf(state)) {
    PaintedShape shape;
    shape.shape.kind = Shape::Kind::kStroke;
    shape.shape.box = {outline.box.x0 - half, outline.box.y0 - half, outline.box.x1 + half,
                       outline.box.y1 + half};
    shape.shape.colour = ToColour(rgb);
    // A thick line is a filled box to the eye.
    double thin = std::min(outline.box.width(), outline.box.height());
    shape.box_like = thin < 0.01 && outline.points == 2;
    if (shape.box_like && half > 2) shape.shape.kind = Shape::Kind::kFill;
    AddShape(state, shape);
  }
}

void PageRecorder::Fill(GfxState* state, bool known_colour) {
  double opacity = state->getFillOpacity();
  if (InSoftMask() || opacity < kUnseenOpacity) return;
  uint32_t colour = known_colour ? FillColour(state) : 0x808080;
  std::vector<Outline> outlines = OutlinesOf(state);
  bool hollow = HasHole(outlines);
  for (const Outline& outline : outlines) {
    PaintedShape shape;
    shape.shape.kind = hollow ? Shape::Kind::kStroke : Shape::Kind::kFill;
    shape.shape.box = outline.box;
    shape.shape.colour = colour;
    double box_area = outline.box.width() * outline.box.height();
    shape.box_like = !hollow && outline.area >= kBoxLikeShare * box_area;
    shape.opaque = known_colour && opacity > 0.9 && state->getBlendMode() == gfxBlendNormal;
    shape.known_colour = known_colour && opacity > 0.5;
    AddShape(state, shape);
  }
}

void PageRecorder::AddImage(GfxState* state, bool opaque) {
  if (InSoftMask()) return;
  const double* m = state->getCTM();
  PaintedShape shape;
  shape.shape.kind = Shape::Kind::kImage;
  shape.shape.box = {m[4] + std::min(0.0, m[0]) + std::min(0.0, m[2]),
                     m[5] + std::min(0.0, m[1]) + std::min(0.0, m[3]),
                     m[4] + std::max(0.0, m[0]) + std::max(0.0, m[2]),
                     m[5] + std::max(0.0, m[1]) + std::max(0.0, m[3])};
  shape.opaque = opaque && state->getFillOpacity() > 0.9;
  shape.known_colour = false;
  AddShape(state, shape);
}

// What the current clip leaves of the shape.
void PageRecorder::AddShape(GfxState* state, PaintedShape shape) {
  Box clip;
  state->getClipBBox(&clip.x0, &clip.y0, &clip.x1, &clip.y1);
  Box& box = shape.shape.box;
  box = {std::max({box.x0, clip.x0, 0.0}), std::max({box.y0, clip.y0, 0.0}),
         std::min({box.x1, clip.x1, page_.width}), std::min({box.y1, clip.y1, page_.height})};
  if (!(box.x1 >= box.x0 && box.y1 >= box.y0)) return;
  if (page_.shapes.size() >= kMaxShapesOnPage) return;
  shape.paint_order = paint_order_++;
  ShowClippingGlyphs(shape);
  page_.shapes.push_back(shape);
}

// Letters that were added to the clip (render mode 7) show what is painted through them.
void PageRecorder::ShowClippingGlyphs(const PaintedShape& shape) {
  for (size_t i = clipping_glyphs_; i < page_.glyphs.size(); ++i) {
    Glyph& glyph = page_.glyphs[i];
    if (glyph.hidden != Hidden::kInvisibleMode) continue;
    glyph.hidden = Hidden::kNo;
    glyph.colour = shape.shape.colour;
    glyph.paint_order = shape.paint_order;
  }
  clipping_glyphs_ = page_.glyphs.size();
}

// --- Document ----------------------------------------------------------------------------------

bool StopReading(void* recorder) { return static_cast<PageRecorder*>(recorder)->overflown(); }

// Filled forms and typed notes are text of the page; frames of links and highlighters are not.
bool ShowsText(Annot* annotation, void*) {
  Annot::AnnotSubtype type = annotation->getType();
  return type == Annot::typeWidget || type == Annot::typeFreeText || type == Annot::typeStamp;
}

std::vector<Link> LinksOf(::Page* page) {
  std::vector<Link> links;
  std::unique_ptr<Links> found = page->getLinks();
  if (found == nullptr) return links;
  double ctm[6];
  page->getDefaultCTM(ctm, 72, 72, 0, false, true);
  for (AnnotLink* annotation : found->getLinks()) {
    LinkAction* action = annotation->getAction();
    if (action == nullptr || action->getKind() != actionURI || !action->isOk()) continue;
    double x1, y1, x2, y2;
    annotation->getRect(&x1, &y1, &x2, &y2);
    double ax = ctm[0] * x1 + ctm[2] * y1 + ctm[4], ay = ctm[1] * x1 + ctm[3] * y1 + ctm[5];
    double bx = ctm[0] * x2 + ctm[2] * y2 + ctm[4], by = ctm[1] * x2 + ctm[3] * y2 + ctm[5];
    Link link;
    link.box = {std::min(ax, bx), std::min(ay, by), std::max(ax, bx), std::max(ay, by)};
    link.uri = NormalizeText(ToValidUtf8(static_cast<LinkURI*>(action)->getURI()));
    if (!link.uri.empty()) links.push_back(std::move(link));
  }
  return links;
}

class CoreReader {
 public:
  CoreReader(PDFDoc* source, const ReadLimits& limits)
      : source_(source), limits_(limits), fonts_(source->getXRef(), &document_.fonts) {}

  Result<Document> Read() {
    std::unique_ptr<GooString> producer = source_->getDocInfoStringEntry("Producer");
    if (producer != nullptr) document_.producer = NormalizeText(ToValidUtf8(producer->toStr()));
    PageRecorder recorder(&fonts_, limits_.max_words * kGlyphsPerWord);
    int pages = source_->getNumPages();
    for (int i = 1; i <= pages; ++i) {
      ::Page* page = source_->getPage(i);
      if (page == nullptr) continue;
      source_->displayPage(&recorder, i, 72, 72, 0, false, true, false, StopReading, &recorder,
                           ShowsText, nullptr);
      if (recorder.overflown()) return TooManyWords(limits_);
      PdfPage content = recorder.TakePage();
      content.links = LinksOf(page);
      AddPage(std::move(content), &document_);
      if (document_.words.size() > limits_.max_words) return TooManyWords(limits_);
    }
    FinishWords(&document_);
    if (!HasText(document_)) {
      if (recorder.unmapped() > kFewUnmapped) return NoCharacters();
      return document_.shapes.empty() && document_.words.empty() ? EmptyPages() : NoText();
    }
    WarnOfUnmapped(recorder.unmapped());
    return std::move(document_);
  }

 private:
  void WarnOfUnmapped(size_t count) {
    if (count * 20 <= document_.words.size()) return;  // a few logos and dingbats
    document_.warnings.push_back(
        {"unreadable-font",
         Warning::Severity::kMajor,
         std::to_string(count) +
             " characters are drawn with a font that does not say what they are",
         "export the PDF again with another font",
         -1,
         {}});
  }

  PDFDoc* source_;
  const ReadLimits& limits_;
  Document document_;
  FontTable fonts_;
};

}  // namespace

Result<Document> ReadPdf(std::string_view bytes, const ReadLimits& limits) {
  // Poppler's tables are built once and kept; they count their users.
  static const GlobalParamsIniter keep_tables(Discard);
  auto stream = std::make_unique<MemStream>(bytes.data(), 0, bytes.size(), Object(objNull));
  PDFDoc source(stream.release());
  if (!source.isOk()) return source.getErrorCode() == errEncrypted ? Encrypted() : Damaged();
  int pages = source.getNumPages();
  if (pages <= 0) return NoPages();
  if (pages > limits.max_pages) return TooManyPages(pages, limits);
  Result<Document> document = CoreReader(&source, limits).Read();
  if (document.ok()) document.value().bytes = bytes.size();
  return document;
}

std::string_view PdfBackEnd() {
  return "poppler-core " POPPLER_VERSION;
}

}  // namespace atsmatch
