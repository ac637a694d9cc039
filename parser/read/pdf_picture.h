// Pictures of the pages of a PDF, as a person sees them, for reports that draw on them.
//
//   for (const PagePicture& picture : DrawPages(bytes, {})) Show(picture.webp);
//
// A picture shows what Document calls a page (the crop box, turned as /Rotate says), so that a
// Box in points only has to be scaled.  Drawing is the most that a hostile page can ask for: call
// it where a crash or a hang costs nothing else.
#ifndef ATSMATCH_PARSER_READ_PDF_PICTURE_H_
#define ATSMATCH_PARSER_READ_PDF_PICTURE_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace atsmatch {

struct PagePicture {
  int page = 0;  // 0-based
  int width = 0, height = 0;
  std::string webp;
};

struct PictureLimits {
  int width = 1100;          // pixels; a page that is much higher than wide is drawn smaller
  int max_pages = 12;        // further pages are not drawn
  size_t bytes = 900 << 10;  // of all pictures; pages that do not fit any more are left out
};

// In the order of the pages.  A page that cannot be drawn is left out; bytes that are no PDF give
// no picture.
std::vector<PagePicture> DrawPages(std::string_view bytes, const PictureLimits& limits);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_READ_PDF_PICTURE_H_
