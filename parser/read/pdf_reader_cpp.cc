// PDF through poppler-cpp: for machines without the headers of Poppler's core.  It has no colours,
// no render modes, no drawn lines and no links; see pdf_reader_core.cc for what those are good for.
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>
#include <poppler-version.h>

#include <cmath>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "parser/read/finish.h"
#include "parser/read/fonts.h"
#include "parser/read/reader.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

void Discard(const std::string&, void*) {}

// Words of poppler-cpp carry no baseline; in most fonts a fifth of the box lies below it.
constexpr double kDescentShare = 0.2;
constexpr double kTouching = 0.1;  // of the font size

std::string ToUtf8(const poppler::ustring& text) {
  std::string utf8;
  for (size_t i = 0; i < text.size(); ++i) {
    char32_t unit = text[i];
    if (unit >= 0xD800 && unit < 0xDC00 && i + 1 < text.size()) {
      char32_t low = text[++i];
      unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
    }
    AppendUtf8(unit, &utf8);
  }
  return ToValidUtf8(utf8);
}

class CppReader {
 public:
  CppReader(poppler::document* source, const ReadLimits& limits)
      : source_(source), limits_(limits) {}

  Result<Document> Read() {
    document_.producer = ToUtf8(source_->info_key("Producer"));
    for (int i = 0; i < source_->pages(); ++i) {
      std::unique_ptr<poppler::page> page(source_->create_page(i));
      if (page == nullptr) continue;
      ReadPage(*page);
      if (document_.words.size() > limits_.max_words) return TooManyWords(limits_);
    }
    FinishWords(&document_);
    JoinSpacedLetters(&document_);
    return std::move(document_);
  }

 private:
  void ReadPage(const poppler::page& source) {
    poppler::rectf rect = source.page_rect(poppler::crop_box);
    auto turn = source.orientation();
    bool lying = turn == poppler::page::landscape || turn == poppler::page::seascape;
    Page page;
    page.width = lying ? rect.height() : rect.width();
    page.height = lying ? rect.width() : rect.height();
    page.words.begin = document_.words.size();
    std::vector<poppler::text_box> boxes = source.text_list(poppler::page::text_list_include_font);
    const poppler::text_box* before = nullptr;
    for (const poppler::text_box& box : boxes) {
      AddWord(box, before);
      before = &box;
    }
    page.words.end = document_.words.size();
    document_.pages.push_back(page);
  }

  void AddWord(const poppler::text_box& source, const poppler::text_box* before) {
    Word word;
    word.text = ToUtf8(source.text());
    if (word.text.empty()) return;
    poppler::rectf box = source.bbox();
    word.box = {box.left(), box.top(), box.right(), box.bottom()};
    word.page = static_cast<int>(document_.pages.size());
    word.size = source.has_font_info() ? source.get_font_size() : word.box.height();
    word.baseline = word.box.y1 - kDescentShare * word.box.height();
    if (source.has_font_info()) word.font = FontIndex(source.get_font_name());
    word.rotation = static_cast<int16_t>(source.rotation());
    if (word.size < kTinySize) word.hidden = Hidden::kTiny;
    word.content_order = static_cast<uint32_t>(document_.words.size());
    if (before != nullptr && !before->has_space_after()) {
      double gap = box.left() - before->bbox().right();
      bool same_line = std::abs(box.bottom() - before->bbox().bottom()) < 0.5 * word.size;
      word.glued = same_line && std::abs(gap) < kTouching * word.size;
    }
    document_.words.push_back(std::move(word));
  }

  int FontIndex(const std::string& name) {
    auto [at, added] = font_indexes_.emplace(name, static_cast<int>(document_.fonts.size()));
    if (added) document_.fonts.push_back(FontFromName(name));
    return at->second;
  }

  poppler::document* source_;
  const ReadLimits& limits_;
  Document document_;
  std::map<std::string, int> font_indexes_;
};

}  // namespace

Result<Document> ReadPdfWithPopplerCpp(std::string_view bytes, const ReadLimits& limits) {
  poppler::set_debug_error_function(Discard, nullptr);
  std::unique_ptr<poppler::document> source(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (source == nullptr) return Damaged();
  if (source->is_locked()) return Encrypted();
  if (source->pages() <= 0) return NoPages();
  if (source->pages() > limits.max_pages) return TooManyPages(source->pages(), limits);
  Result<Document> document = CppReader(source.get(), limits).Read();
  if (document.ok()) document.value().bytes = bytes.size();
  if (document.ok() && !HasText(document.value())) return NoText();
  return document;
}

#ifndef ATSMATCH_POPPLER_CORE
Result<Document> ReadPdf(std::string_view bytes, const ReadLimits& limits) {
  return ReadPdfWithPopplerCpp(bytes, limits);
}

std::string_view PdfBackEnd() {
  static const std::string name = "poppler-cpp " + poppler::version_string();
  return name;
}
#endif

}  // namespace atsmatch
