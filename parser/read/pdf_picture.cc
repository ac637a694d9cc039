#include "parser/read/pdf_picture.h"

#include <poppler-document.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>
#include <webp/encode.h>

#include <algorithm>
#include <climits>
#include <memory>
#include <utility>

namespace atsmatch {
namespace {

constexpr double kPointsPerInch = 72;
constexpr double kHighest = 2.2;  // of a page, in widths; more is drawn smaller
// A page of text has few colours and is smaller without loss; one with photographs is not.
constexpr size_t kLosslessBytes = 220 << 10;
constexpr float kLossyQuality = 62;

void Say(const std::string&, void*) {}

// Writes without loss at `effort` 0..9, or with the given quality.
std::string Encode(const poppler::image& image, bool lossless, float quality) {
  WebPConfig config;
  if (!WebPConfigInit(&config)) return "";
  if (lossless) {
    if (!WebPConfigLosslessPreset(&config, 3)) return "";
  } else {
    config.quality = quality;
    config.method = 3;
  }
  WebPPicture picture;
  if (!WebPPictureInit(&picture)) return "";
  picture.width = image.width();
  picture.height = image.height();
  picture.use_argb = lossless ? 1 : 0;
  WebPMemoryWriter writer;
  WebPMemoryWriterInit(&writer);
  picture.writer = WebPMemoryWrite;
  picture.custom_ptr = &writer;
  std::string bytes;
  const auto* pixels = reinterpret_cast<const uint8_t*>(image.const_data());
  if (WebPPictureImportRGB(&picture, pixels, image.bytes_per_row()) &&
      WebPEncode(&config, &picture)) {
    bytes.assign(reinterpret_cast<const char*>(writer.mem), writer.size);
  }
  WebPMemoryWriterClear(&writer);
  WebPPictureFree(&picture);
  return bytes;
}

std::string ToWebp(const poppler::image& image) {
  std::string lossless = Encode(image, true, 0);
  if (!lossless.empty() && lossless.size() <= kLosslessBytes) return lossless;
  std::string lossy = Encode(image, false, kLossyQuality);
  return lossless.empty() || (!lossy.empty() && lossy.size() < lossless.size()) ? lossy : lossless;
}

poppler::image Draw(const poppler::page& page, int width) {
  const poppler::rectf size = page.page_rect(poppler::crop_box);
  double across = size.width(), down = size.height();
  // The rectangle is the page before it is turned.
  const poppler::page::orientation_enum turned = page.orientation();
  if (turned == poppler::page::landscape || turned == poppler::page::seascape) {
    std::swap(across, down);
  }
  if (!(across >= 1 && down >= 1)) return {};
  const double wide = width * std::min(1.0, kHighest * across / down);
  const double resolution = kPointsPerInch * wide / across;
  poppler::page_renderer renderer;
  renderer.set_image_format(poppler::image::format_rgb24);
  renderer.set_render_hint(poppler::page_renderer::antialiasing, true);
  renderer.set_render_hint(poppler::page_renderer::text_antialiasing, true);
  return renderer.render_page(&page, resolution, resolution);
}

}  // namespace

std::vector<PagePicture> DrawPages(std::string_view bytes, const PictureLimits& limits) {
  std::vector<PagePicture> pictures;
  if (bytes.size() > INT_MAX) return pictures;
  poppler::set_debug_error_function(Say, nullptr);
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (document == nullptr || document->is_locked()) return pictures;
  size_t left = limits.bytes;
  for (int i = 0; i < std::min(document->pages(), limits.max_pages); ++i) {
    const std::unique_ptr<poppler::page> page(document->create_page(i));
    if (page == nullptr) continue;
    const poppler::image image = Draw(*page, limits.width);
    if (!image.is_valid()) continue;
    PagePicture picture{i, image.width(), image.height(), ToWebp(image)};
    if (picture.webp.empty() || picture.webp.size() > left) continue;
    left -= picture.webp.size();
    pictures.push_back(std::move(picture));
  }
  return pictures;
}

}  // namespace atsmatch
