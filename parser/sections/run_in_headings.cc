#include "parser/sections/run_in_headings.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "parser/sections/section.h"
#include "parser/text/lexicon.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

constexpr size_t kLongestHeading = 4;  // words
constexpr double kSameSize = 0.3;      // points

struct RunIn {
  size_t line = 0;
  size_t end = 0;  // behind its last word
  SectionKind kind = SectionKind::kOther;
  bool apart = false;  // bold, before text that is not
};

class RunInFinder {
 public:
  RunInFinder(const Layout& layout, const Lexicon& lexicon)
      : document_(layout.document), lines_(layout.lines), lexicon_(lexicon) {}

  std::vector<RunIn> Find() const {
    std::vector<RunIn> found;
    std::set<SectionKind> headed, run_in;
    std::multiset<SectionKind> all;
    SectionKind above = SectionKind::kHeader;
    for (size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].role != LineRole::kBody || lines_[i].words.empty()) continue;
      if (const auto kind = KindOf(TextOf(document_, lines_[i]))) {
        headed.insert(*kind);
        above = *kind;
        continue;
      }
      const std::optional<RunIn> candidate = FindAt(i);
      if (!candidate.has_value()) continue;
      all.insert(candidate->kind);
      if (MayStandUnder(above, *candidate)) found.push_back(*candidate);
    }
    std::erase_if(found, [&](const RunIn& each) {
      return headed.contains(each.kind) || all.count(each.kind) > 1;
    });
    for (const RunIn& each : found) run_in.insert(each.kind);
    std::erase_if(found, [&](const RunIn& each) { return !each.apart && run_in.size() < 2; });
    return found;
  }

 private:
  std::optional<SectionKind> KindOf(std::string_view text) const {
    const auto value = lexicon_.Find(LexiconTable::kSectionHeadings, text);
    SectionKind kind;
    if (!value.has_value() || !SectionKindFromName(*value, &kind)) return std::nullopt;
    return kind;
  }

  // Sections that may be one line; positions and degrees are not.
  static bool MayBeOneLine(SectionKind kind) {
    constexpr SectionKind kKinds[] = {SectionKind::kSummary,   SectionKind::kSkills,
                                      SectionKind::kLanguages, SectionKind::kInterests,
                                      SectionKind::kAwards,    SectionKind::kCertificates,
                                      SectionKind::kReferences};
    return std::find(std::begin(kKinds), std::end(kKinds), kind) != std::end(kKinds);
  }

  std::optional<RunIn> FindAt(size_t index) const {
    const Line& line = lines_[index];
    constexpr double kIndent = 6;  // points
    if (line.bullet || line.label || line.box.x0 > line.region_box.x0 + kIndent)
      return std::nullopt;
    const IndexRange words = line.cells.front().words;
    if (line.cells.size() > 1 && LooksLikeHeadings(words)) {
      const auto kind = KindOf(TextOf(document_, words));
      if (kind.has_value() && MayBeOneLine(*kind) && !IsBold(line.cells[1].words.begin))
        return RunIn{index, words.end, *kind, true};
    }
    const size_t most = std::min(words.end, words.begin + kLongestHeading);
    for (size_t i = words.begin; i < most; ++i) {
      if (!document_.words[i].text.ends_with(':')) continue;
      if (i + 1 >= line.words.end) return std::nullopt;
      const auto kind = KindOf(TextOf(document_, IndexRange{words.begin, i + 1}));
      if (!kind.has_value() || !MayBeOneLine(*kind)) return std::nullopt;
      return RunIn{index, i + 1, *kind, IsBold(words.begin) && !IsBold(i + 1)};
    }
    return std::nullopt;
  }

  bool IsBold(size_t word) const { return document_.IsBold(document_.words[word]); }

  // Bold, and set like a line that is a heading: "SKILLS   Oral history", below "EDUCATION".
  bool LooksLikeHeadings(IndexRange words) const {
    if (!IsBold(words.begin)) return false;
    const Word& first = document_.words[words.begin];
    const bool caps = IsAllCaps(TextOf(document_, words));
    return std::any_of(lines_.begin(), lines_.end(), [&](const Line& line) {
      return line.role == LineRole::kBody && line.bold && line.all_caps == caps &&
             std::abs(line.size - first.size) < kSameSize && line.colour == first.colour &&
             KindOf(TextOf(document_, line)).has_value();
    });
  }

  // "Languages: Python, Go" in a section of skills is one of its groups.
  bool MayStandUnder(SectionKind above, const RunIn& candidate) const {
    if (above == SectionKind::kProjects || above == SectionKind::kVolunteer) return false;
    if (above != SectionKind::kSkills || candidate.kind != SectionKind::kLanguages) return true;
    const IndexRange rest{candidate.end, lines_[candidate.line].words.end};
    return lexicon_.Contains(LexiconTable::kLanguages, TextOf(document_, rest));
  }

  const Document& document_;
  const std::vector<Line>& lines_;
  const Lexicon& lexicon_;
};

// Drops the words before `begin`, or those from it.
Line Part(const Document& document, const Line& line, size_t begin, bool heading) {
  Line part = line;
  part.cells.clear();
  (heading ? part.words.end : part.words.begin) = begin;
  for (Cell cell : line.cells) {
    (heading ? cell.words.end : cell.words.begin) =
        heading ? std::min(cell.words.end, begin) : std::max(cell.words.begin, begin);
    if (cell.words.begin >= cell.words.end) continue;
    cell.box = BoxOf(document, cell.words);
    part.cells.push_back(cell);
  }
  part.box = BoxOf(document, part.words);
  part.run_in = heading;
  part.label = heading;
  part.bold = document.IsBold(document.words[part.words.begin]);
  return part;
}

}  // namespace

void CutRunInHeadings(const Lexicon& lexicon, Layout* layout) {
  const std::vector<RunIn> found = RunInFinder(*layout, lexicon).Find();
  if (found.empty()) return;
  std::vector<Line> lines;
  auto next = found.begin();
  for (size_t i = 0; i < layout->lines.size(); ++i) {
    if (next == found.end() || next->line != i) {
      lines.push_back(std::move(layout->lines[i]));
      continue;
    }
    for (const bool heading : {true, false})
      lines.push_back(Part(layout->document, layout->lines[i], next->end, heading));
    ++next;
  }
  layout->lines = std::move(lines);
}

}  // namespace atsmatch
