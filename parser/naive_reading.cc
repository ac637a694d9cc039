#include "parser/naive_reading.h"

#include <algorithm>
#include <utility>

#include "parser/fields/fields.h"
#include "parser/json.h"
#include "parser/layout/fragment.h"
#include "parser/layout/line_look.h"
#include "parser/layout/rows.h"
#include "parser/parse.h"
#include "parser/sections/section.h"

namespace atsmatch {
namespace {

std::vector<uint32_t> UprightWords(const Document& document, int page) {
  std::vector<uint32_t> words;
  for (size_t i = 0; i < document.words.size(); ++i) {
    const Word& word = document.words[i];
    if (word.page == page && word.hidden == Hidden::kNo && word.rotation == 0) {
      words.push_back(static_cast<uint32_t>(i));
    }
  }
  return words;
}

class AcrossReader {
 public:
  AcrossReader(Document document, const Lexicon& lexicon) : lexicon_(lexicon) {
    placed_.resize(document.words.size());
    layout_.document = std::move(document);
  }

  Layout Read() {
    for (size_t page = 0; page < layout_.document.pages.size(); ++page) {
      ReadPage(static_cast<int>(page));
    }
    PlaceWords();
    DescribeLines(layout_.document, &layout_.lines);
    return std::move(layout_);
  }

 private:
  void ReadPage(int page) {
    const std::vector<Fragment> fragments =
        FindFragments(layout_.document, page, UprightWords(layout_.document, page), lexicon_);
    if (fragments.empty()) return;
    FragmentList all;
    for (size_t i = 0; i < fragments.size(); ++i) all.push_back(static_cast<int>(i));
    const Box box = BoxOf(fragments, all);
    for (const Row& row : FindRows(fragments, all)) AddRow(fragments, row, page, box);
  }

  void AddRow(const std::vector<Fragment>& fragments, const Row& row, int page, const Box& box) {
    Line line;
    line.page = page;
    line.region = page;
    line.region_box = box;
    line.words.begin = order_.size();
    for (const int index : row.fragments) {
      const Fragment& fragment = fragments[index];
      if (order_.size() == line.words.begin && fragment.has_bullet()) line.bullet = true;
      if (!fragment.only_bullet()) line.cells.push_back(AddCell(fragment));
    }
    line.words.end = order_.size();
    if (line.words.empty()) return;
    line.box = line.cells.front().box;
    for (const Cell& cell : line.cells) line.box = Union(line.box, cell.box);
    layout_.lines.push_back(std::move(line));
  }

  Cell AddCell(const Fragment& fragment) {
    Cell cell;
    cell.box = layout_.document.words[fragment.words.front()].box;
    cell.words.begin = order_.size();
    for (const uint32_t word : fragment.words) {
      order_.push_back(word);
      placed_[word] = true;
      cell.box = Union(cell.box, layout_.document.words[word].box);
    }
    cell.words.end = order_.size();
    return cell;
  }

  // Words that stand in no line follow at the end.
  void PlaceWords() {
    for (size_t i = 0; i < placed_.size(); ++i) {
      if (!placed_[i]) order_.push_back(static_cast<uint32_t>(i));
    }
    std::vector<Word> words;
    words.reserve(order_.size());
    for (const uint32_t index : order_) {
      words.push_back(std::move(layout_.document.words[index]));
    }
    layout_.document.words = std::move(words);
  }

  const Lexicon& lexicon_;
  Layout layout_;
  std::vector<uint32_t> order_;
  std::vector<bool> placed_;
};

std::string ToJson(const ParsedResume& parsed) {
  return ToJsonResume(parsed, {.pretty = false, .provenance = false});
}

}  // namespace

Layout ReadAcross(Document document, const Lexicon& lexicon) {
  return AcrossReader(std::move(document), lexicon).Read();
}

ReadingDifference NaiveReadingDifference(const ParsedResume& parsed, const Lexicon& lexicon,
                                         std::string_view region) {
  Layout layout = ReadAcross(parsed.document, lexicon);
  ParsedResume naive;
  naive.sections = FindSections(layout, lexicon);
  naive.resume =
      ReadFields({layout.document, layout.lines, naive.sections, lexicon, std::string(region)},
                 &naive.warnings);
  return CompareJsonResumes(ToJson(parsed), ToJson(naive));
}

}  // namespace atsmatch
