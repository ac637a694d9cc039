// Gives the words of a word processor's document their places on pages.
#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "parser/read/finish.h"
#include "parser/read/office_document.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

constexpr double kAscent = 0.9, kDescent = 0.22;  // of the size, as in the common fonts
constexpr double kLeading = 1.2;                  // line to line, of the size
constexpr double kSpace = 0.26;                   // of the size
constexpr double kNarrow = 0.92;     // the widths below are Helvetica's; most fonts are narrower
constexpr double kDefaultTab = 36;   // points
constexpr double kHeaderTop = 36;    // of a page's header, from the edge
constexpr double kLeastWidth = 40;   // of a text area: files may give nonsense
constexpr size_t kMostBoxes = 30;    // with a place of their own
constexpr double kMostHeight = 1e6;  // of a page

// Of ' ' to '~', in thousandths of the size.
constexpr std::array<short, 95> kWidths = {
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333,  278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,  611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278,  556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,  500, 334, 260, 334, 584};

double WidthOf(std::string_view text, const OfficeLook& look) {
  double width = 0;
  for (const char32_t c : ToCodePoints(text)) {
    if (c >= ' ' && c <= '~') {
      width += kWidths[c - ' '] / 1000.0;
    } else if (!IsMark(c)) {
      width += IsIdeograph(c) ? 1.0 : IsUpper(c) ? 0.67 : 0.55;
    }
  }
  return width * look.size * kNarrow * (look.bold ? 1.06 : 1);
}

// A part of a paragraph: a word, or what moves the words after it.
struct Piece {
  enum class Kind : uint8_t { kWord, kSpace, kTab, kBreak };
  Kind kind = Kind::kWord;
  std::string text;
  const OfficeLook* look = nullptr;
  double width = 0;
};

std::vector<Piece> PiecesOf(const OfficeParagraph& paragraph) {
  std::vector<Piece> pieces;
  const auto add = [&](Piece::Kind kind, std::string text, const OfficeLook& look) {
    const double width = kind == Piece::Kind::kSpace ? kSpace * look.size : WidthOf(text, look);
    pieces.push_back({kind, std::move(text), &look, width});
  };
  for (const OfficeRun& run : paragraph.runs) {
    std::string word;
    const auto end_word = [&] {
      if (!word.empty()) add(Piece::Kind::kWord, std::exchange(word, {}), run.look);
    };
    for (const char32_t c : ToCodePoints(run.text)) {
      if (c == '\t' || c == '\n') {
        end_word();
        add(c == '\t' ? Piece::Kind::kTab : Piece::Kind::kBreak, "", run.look);
      } else if (IsSpace(c)) {
        end_word();
        add(Piece::Kind::kSpace, "", run.look);
      } else {
        AppendUtf8(c, &word);
      }
    }
    end_word();
  }
  return pieces;
}

bool IsBlank(const OfficeParagraph& paragraph) {
  return std::all_of(paragraph.runs.begin(), paragraph.runs.end(),
                     [](const OfficeRun& run) { return TrimSpace(run.text).empty(); });
}

bool Overlap(const Box& a, const Box& b) {
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}

class Typesetter {
 public:
  // `inline_boxes`: the text boxes, counted from 0, that are read where they are anchored.
  Typesetter(const OfficeDocument& office, const ReadLimits& limits, std::set<size_t> inline_boxes)
      : office_(office), limits_(limits), inline_boxes_(std::move(inline_boxes)) {
    document_.format = office.format;
    document_.pages.emplace_back();
  }

  void Set() {
    const Area area = {office_.left,
                       std::max(office_.width - office_.right, office_.left + kLeastWidth)};
    double y = SetBlocks(office_.header, area, kHeaderTop);
    y = SetBlocks(office_.body, area, std::max(y, office_.top));
    ClosePage(SetBlocks(office_.footer, area, y));
  }

  // Boxes that came to lie on other words, which the file does not know either.
  std::set<size_t> Collisions() const {
    std::set<size_t> collisions;
    for (const PlacedBox& placed : placed_) {
      const Box box = BoxOf(document_, placed.words);
      for (size_t i = 0; i < document_.words.size(); ++i) {
        const Word& word = document_.words[i];
        const bool is_other = i < placed.words.begin || i >= placed.words.end;
        if (is_other && word.page == placed.page && Overlap(word.box, box)) {
          collisions.insert(placed.box);
          break;
        }
      }
    }
    return collisions;
  }

  Result<Document> Finish() {
    Result<Document> finished = FinishLaidOut(std::move(document_), limits_);
    if (finished.ok() && finished.value().words.empty()) return EmptyOffice();
    return finished;
  }

 private:
  struct Area {
    double left, right;
  };
  struct PlacedBox {
    size_t box;  // counted from 0
    int page;
    IndexRange words;
  };

  bool IsFull() const {
    return document_.words.size() > limits_.max_words ||
           static_cast<int>(document_.pages.size()) > limits_.max_pages;
  }
  int PageNumber() const { return static_cast<int>(document_.pages.size()) - 1; }

  // Returns where the next block begins.
  double SetBlocks(const std::vector<OfficeBlock>& blocks, const Area& area, double y) {
    for (const OfficeBlock& block : blocks) {
      if (IsFull() || y > kMostHeight) return y;
      if (const auto* paragraph = std::get_if<OfficeParagraph>(&block.content)) {
        y = SetParagraph(*paragraph, area, y);
      } else if (const auto* table = std::get_if<OfficeTable>(&block.content)) {
        y = SetTable(*table, area, y);
      } else {
        y = SetBox(std::get<OfficeBox>(block.content), area, y);
      }
    }
    return y;
  }

  double SetTable(const OfficeTable& table, const Area& area, double y) {
    ++depth_;
    for (const std::vector<OfficeCell>& row : table.rows) {
      double bottom = y;
      std::vector<size_t> filled;  // shapes of its cells
      double left = area.left + table.left;
      size_t column = 0;
      for (const OfficeCell& cell : row) {
        double width = 0;
        for (size_t i = 0; i < cell.span; ++i, ++column) {
          if (column < table.columns.size()) width += table.columns[column];
        }
        const Area inside = {left + cell.pad_left,
                             std::max(left + width - cell.pad_right, left + kLeastWidth)};
        const size_t fill = document_.shapes.size();
        if (cell.fill.has_value()) AddFill({left, y, std::max(left, left + width), y}, *cell.fill);
        bottom = std::max(bottom, SetBlocks(cell.blocks, inside, y));
        if (cell.fill.has_value()) filled.push_back(fill);
        left += width;
      }
      for (const size_t fill : filled) document_.shapes[fill].box.y1 = bottom;
      y = bottom;
    }
    --depth_;
    return y;
  }

  double SetBox(const OfficeBox& box, const Area& area, double y) {
    const size_t number = boxes_++;
    const bool has_place = box.x.has_value() && box.y.has_value() && placed_.size() < kMostBoxes;
    if (!has_place || inline_boxes_.contains(number)) {
      return SetBlocks(box.blocks, area, y);
    }
    ++depth_;
    const size_t begin = document_.words.size();
    const double right = *box.x + std::max(box.width, kLeastWidth);
    const double bottom = SetBlocks(box.blocks, {*box.x, right}, *box.y);
    lowest_ = std::max(lowest_, bottom);
    if (document_.words.size() > begin) {
      placed_.push_back({number, PageNumber(), {begin, document_.words.size()}});
    }
    --depth_;
    return y;
  }

  double SetParagraph(const OfficeParagraph& paragraph, const Area& area, double y) {
    if (paragraph.starts_page && depth_ == 0 && PageHasWords()) {
      ClosePage(y);
      document_.pages.emplace_back().words = {document_.words.size(), document_.words.size()};
      y = office_.top;
    }
    heading_level_ = paragraph.heading_level;
    y += paragraph.space_before;
    if (paragraph.rule_above) AddRule(area, y);
    const double top = y;
    y = SetLines(paragraph, area, y);
    if (paragraph.fill.has_value()) AddFill({area.left, top, area.right, y}, *paragraph.fill);
    if (paragraph.rule_below) AddRule(area, y + 1);
    return y + paragraph.space_after;
  }

  double SetLines(const OfficeParagraph& paragraph, const Area& area, double y) {
    const double left = area.left + paragraph.left;
    Line line(this, area, {left, std::max(area.right - paragraph.right, left + kLeastWidth)},
              paragraph, y);
    const std::vector<Piece> pieces = PiecesOf(paragraph);
    if (IsBlank(paragraph)) {
      const double size = pieces.empty() ? 11 : pieces[0].look->size;
      return y + size * kLeading;
    }
    if (!paragraph.label.empty()) line.PutLabel(paragraph.label, *pieces[0].look);
    for (size_t i = 0; i < pieces.size();) i = line.Put(pieces, i);
    return line.End();
  }

  // Sets pieces into lines, one after the other.
  class Line {
   public:
    Line(Typesetter* to, const Area& frame, const Area& area, const OfficeParagraph& paragraph,
         double y)
        : to_(to),
          frame_(frame),
          area_(area),
          paragraph_(paragraph),
          x_(area.left + paragraph.first_line),
          y_(y),
          begin_(to->document_.words.size()) {}

    void PutLabel(const std::string& label, const OfficeLook& look) {
      OfficeLook plain = look;
      plain.link.clear();
      plain.underlined = false;
      PutWord(label, plain, WidthOf(label, plain), false);
      // A hanging indent brings the text to the left edge.
      x_ = std::max(x_ + kSpace * look.size * 2, area_.left);
      is_glued_ = false;
    }

    // Puts one word with all that touches it, or one piece else; returns the index behind.
    size_t Put(const std::vector<Piece>& pieces, size_t i) {
      const Piece& piece = pieces[i];
      size_ = std::max(size_, piece.look->size);
      switch (piece.kind) {
        case Piece::Kind::kSpace:
          x_ += piece.width;
          is_glued_ = false;
          return i + 1;
        case Piece::Kind::kBreak:
          Break();
          return i + 1;
        case Piece::Kind::kTab:
          GoToStop(pieces, i + 1);
          is_glued_ = false;
          return i + 1;
        case Piece::Kind::kWord:
          break;
      }
      size_t end = i;
      double width = 0;
      for (; end < pieces.size() && pieces[end].kind == Piece::Kind::kWord; ++end) {
        width += pieces[end].width;
      }
      if (!is_glued_ && has_words() && x_ + width > area_.right && !behind_right_stop_) Break();
      for (; i < end; ++i) PutWord(pieces[i].text, *pieces[i].look, pieces[i].width, is_glued_);
      return end;
    }

    double End() {
      Break();
      return y_;
    }

   private:
    bool has_words() const { return to_->document_.words.size() > begin_; }

    void PutWord(const std::string& text, const OfficeLook& look, double width, bool glued) {
      size_ = std::max(size_, look.size);
      to_->AddWord(text, look, {x_, y_, x_ + width, y_}, glued);
      x_ += width;
      is_glued_ = true;
    }

    // All words of a line stand on one baseline, which the largest decides.
    void Break() {
      const double size = size_ > 0 ? size_ : 11;
      const double baseline = y_ + size * kAscent;
      std::vector<Word>& words = to_->document_.words;
      double shift = 0;
      if (has_words() && paragraph_.align != Align::kLeft) {
        const double free = area_.right - words.back().box.x1;
        shift = paragraph_.align == Align::kRight ? free : free / 2;
      }
      for (size_t i = begin_; i < words.size(); ++i) {
        Word& word = words[i];
        word.baseline = baseline;
        word.box = {word.box.x0 + shift, baseline - kAscent * word.size, word.box.x1 + shift,
                    baseline + kDescent * word.size};
      }
      y_ += size * kLeading;
      x_ = area_.left;
      size_ = 0;
      begin_ = words.size();
      is_glued_ = behind_right_stop_ = false;
    }

    // The width of what stands before the next tab or line break.
    static double WidthUpToTab(const std::vector<Piece>& pieces, size_t i) {
      double width = 0, spaces = 0;
      for (; i < pieces.size(); ++i) {
        if (pieces[i].kind == Piece::Kind::kTab || pieces[i].kind == Piece::Kind::kBreak) break;
        if (pieces[i].kind == Piece::Kind::kSpace) {
          spaces += pieces[i].width;
        } else {
          width += std::exchange(spaces, 0) + pieces[i].width;
        }
      }
      return width;
    }

    void GoToStop(const std::vector<Piece>& pieces, size_t next) {
      const double at = x_ - frame_.left;
      TabStop stop;
      const auto found =
          std::find_if(paragraph_.tab_stops.begin(), paragraph_.tab_stops.end(),
                       [&](const TabStop& known) { return known.position > at + 0.5; });
      if (found != paragraph_.tab_stops.end()) {
        stop = *found;
      } else if (paragraph_.left > at + 0.5) {
        stop.position = paragraph_.left;  // a hanging indent is a stop too
      } else {
        stop.position = (static_cast<int>(at / kDefaultTab) + 1) * kDefaultTab;
      }
      double x = frame_.left + stop.position;
      if (stop.kind != TabStop::Kind::kLeft) {
        const double width = WidthUpToTab(pieces, next);
        x -= stop.kind == TabStop::Kind::kRight ? width : width / 2;
        behind_right_stop_ = true;
      }
      // However full the line is: what a tab parts stays apart.
      x_ = std::max(x, x_ + 1.5 * size_);
    }

    Typesetter* to_;
    Area frame_, area_;  // of the text, and of this paragraph inside it
    const OfficeParagraph& paragraph_;
    double x_, y_;
    double size_ = 0;  // largest of the line
    size_t begin_;     // first word of the line
    bool is_glued_ = false;
    bool behind_right_stop_ = false;
  };

  void AddWord(const std::string& text, const OfficeLook& look, const Box& box, bool glued) {
    Word word;
    word.text = text;
    word.box = box;
    word.page = PageNumber();
    word.size = look.size;
    word.font = FontOf(look);
    word.colour = look.colour;
    word.hidden = look.hidden;
    word.underlined = look.underlined;
    word.heading_level = heading_level_;
    word.glued = glued;
    word.content_order = static_cast<uint32_t>(document_.words.size());
    if (!look.link.empty()) word.link = LinkOf(look.link);
    document_.words.push_back(std::move(word));
  }

  int FontOf(const OfficeLook& look) {
    const auto [found, is_new] =
        fonts_.emplace(std::pair(look.bold, look.italic), static_cast<int>(document_.fonts.size()));
    if (is_new) {
      const std::string name =
          std::string(look.bold ? "bold" : "regular") + (look.italic ? " italic" : "");
      document_.fonts.push_back({name, look.bold, look.italic});
    }
    return found->second;
  }

  // Neighbours with the same address are one link.
  int LinkOf(const std::string& uri) {
    if (document_.links.empty() || document_.links.back().uri != uri ||
        document_.links.back().page != PageNumber()) {
      document_.links.push_back({PageNumber(), {}, uri});
    }
    return static_cast<int>(document_.links.size()) - 1;
  }

  void AddRule(const Area& area, double y) {
    Shape rule;
    rule.page = PageNumber();
    rule.box = {area.left, y, area.right, y + 0.5};
    document_.shapes.push_back(rule);
  }

  void AddFill(const Box& box, uint32_t colour) {
    document_.shapes.push_back({Shape::Kind::kFill, PageNumber(), box, colour});
  }

  bool PageHasWords() const { return document_.words.size() > document_.pages.back().words.begin; }

  void ClosePage(double y) {
    Page& page = document_.pages.back();
    page.words.end = document_.words.size();
    page.width = office_.width;
    page.height = std::max({office_.height, y + kHeaderTop, lowest_ + kHeaderTop});
    lowest_ = 0;
  }

  const OfficeDocument& office_;
  const ReadLimits& limits_;
  std::set<size_t> inline_boxes_;
  Document document_;
  std::map<std::pair<bool, bool>, int> fonts_;  // bold, italic -> index
  std::vector<PlacedBox> placed_;
  size_t boxes_ = 0;
  int depth_ = 0;  // of tables and boxes
  double lowest_ = 0;
  uint8_t heading_level_ = 0;
};

}  // namespace

Result<Document> SetOnPages(const OfficeDocument& office, const ReadLimits& limits) {
  std::set<size_t> inline_boxes;
  for (;;) {
    Typesetter typesetter(office, limits, inline_boxes);
    typesetter.Set();
    const size_t before = inline_boxes.size();
    inline_boxes.merge(typesetter.Collisions());
    // Each turn takes one box more off its place; then nothing lies on anything.
    if (inline_boxes.size() == before) return typesetter.Finish();
  }
}

}  // namespace atsmatch
