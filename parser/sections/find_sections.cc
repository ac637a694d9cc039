// Headings by their words, by their look and by their place.
//
// A line whose words are a known heading is only a candidate: "Languages" heads a section in one
// résumé and names a group of skills in another.  All headings of a document (or of one of its
// columns) share a look; the look that most candidates of different kinds share is the look of the
// headings.  It then reveals the headings whose words are not known, and turns away the candidates
// that look like something else.
#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "parser/sections/field_labels.h"
#include "parser/sections/section.h"
#include "parser/sections/skill_headings.h"
#include "parser/sections/style.h"
#include "parser/text/ascii.h"
#include "parser/text/contact.h"
#include "parser/text/dates.h"
#include "parser/text/lexicon.h"
#include "parser/text/pattern.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

constexpr size_t kMaxHeadingWords = 7;
constexpr size_t kMaxHeadingBytes = 60;
constexpr double kNearlyTypical = 0.78;  // of the gap above a heading
constexpr double kMarginTolerance = 3;   // points between right edges in a margin
constexpr double kColumnTolerance = 18;  // points between the left edges of one column's regions

struct Candidate {
  size_t line = 0;
  size_t line_count = 1;  // a heading may wrap over two lines
  SectionKind kind = SectionKind::kOther;
  bool exact = false;  // the whole line is a heading of the lexicon
  bool colon = false;  // ends with a colon
  bool label = false;  // stands in a gutter
  Style look;
  int prominence = 0;
  int column = 0;
  bool accepted = false;
  bool group = false;   // a group of skills, no heading
  bool nested = false;  // names a part of the section above it
  const char* rule = "";
};

// "2. Education", "IV Skills": the text behind the number.
std::string_view WithoutNumber(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789", kRoman = "IVX", kSpaces = " \t";
  const auto run = [&](std::string_view characters) {
    return std::min(text.find_first_not_of(characters), text.size());
  };
  size_t end = run(kDigits);
  if (end > 2) return text;
  if (end == 0) end = run(kRoman);
  if (end > 4) return text;
  const bool letter = end == 0 && !text.empty() && text[0] >= 'A' && text[0] <= 'H';
  if (letter) end = 1;
  if (end == 0 || end == text.size()) return text;
  if (std::string_view(".):").find(text[end]) != std::string_view::npos) {
    ++end;
  } else if (letter) {
    return text;
  }
  const size_t rest = std::min(text.find_first_not_of(kSpaces, end), text.size());
  return rest > end ? text.substr(rest) : text;
}

// "Work Experience (continued)", on a later page: the text before the bracket or dash.
std::string_view WithoutContinued(std::string_view text) {
  static constinit const Pattern kContinued(
      R"((?i)[\s(\[,–—-]+(?:continued|cont(?:['’]?d)?|ctd|fortsetzung|forts|suite|continuaci[oó]n|)"
      R"(continua[cç][aã]o|vervolg|segue|continua|forts[aæ]ttelse|forts[aä]ttning|ci[aą]g dalszy)"
      R"()[)\]\s.:…]*$)");
  std::string_view found;
  if (!kContinued.FindFrom(text, 0, &found)) return text;
  return text.substr(0, static_cast<size_t>(found.data() - text.data()));
}

class SectionFinder {
 public:
  SectionFinder(const Layout& layout, const Lexicon& lexicon)
      : document_(layout.document), lines_(layout.lines), lexicon_(lexicon) {}

  std::vector<Section> Find() {
    body_ = BodyStyle(document_, lines_);
    NumberColumns();
    CollectCandidates();
    DropTails();
    AcceptByLook();
    DropGroupsOfSkills();
    AcceptByGap();
    AcceptUnknownByLook();
    AcceptNested();
    AcceptByLastWord();
    DropRepeats();
    std::vector<Section> sections = Cut();
    CutContactAtFoot(&sections);
    JudgeByContent(&sections);
    return sections;
  }

 private:
  // Regions with the same left edge are one column, on whatever page.
  void NumberColumns() {
    std::vector<double> edges;
    columns_.resize(lines_.size());
    for (size_t i = 0; i < lines_.size(); ++i) {
      const double x = lines_[i].label ? lines_[i].box.x0 : lines_[i].region_box.x0;
      size_t column = 0;
      while (column < edges.size() && std::abs(edges[column] - x) > kColumnTolerance) ++column;
      if (column == edges.size()) edges.push_back(x);
      columns_[i] = static_cast<int>(column);
    }
  }

  bool MayBeHeading(size_t i) const {
    const Line& line = lines_[i];
    if (line.role != LineRole::kBody || line.words.empty()) return false;
    // An ornament before a heading in bold capitals looks like a bullet.
    if (line.bullet && !(line.bold && line.all_caps)) return false;
    if (line.cells.size() > 2 || line.words.size() > kMaxHeadingWords) return false;
    const std::string text = TextOf(document_, line);
    return text.size() <= kMaxHeadingBytes && HasLetter(text);
  }

  // The kind that the words name, if the whole text is a known heading; "2. Education" is, too.
  bool ExactKind(std::string_view text, SectionKind* kind) const {
    const auto value =
        lexicon_.Find(LexiconTable::kSectionHeadings, WithoutContinued(WithoutNumber(text)));
    if (value.has_value()) return SectionKindFromName(*value, kind);
    return IsHeadingTwice(text, kind) || IsCutHeading(text, kind) || HasEnding(text, kind);
  }

  // "Other language(s)", "Muttersprache(n)": known without the ending in brackets.
  bool HasEnding(std::string_view text, SectionKind* kind) const {
    static constinit const Pattern kEnding(R"(\b\(\pL{1,2}\))");
    std::string rest(text);
    if (kEnding.ReplaceAll(&rest, "") == 0) return false;
    const auto value = lexicon_.Find(LexiconTable::kSectionHeadings, rest);
    return value.has_value() && SectionKindFromName(*value, kind);
  }

  // "Education / Ausbildung": the same heading in two languages.
  bool IsHeadingTwice(std::string_view text, SectionKind* kind) const {
    for (const std::string_view bar : {" / ", "/", " | ", " – ", " - ", " · ", " • "}) {
      const size_t at = text.find(bar);
      if (at == std::string_view::npos) continue;
      const auto first = lexicon_.Find(LexiconTable::kSectionHeadings, text.substr(0, at));
      const auto second =
          lexicon_.Find(LexiconTable::kSectionHeadings, text.substr(at + bar.size()));
      return first.has_value() && first == second && SectionKindFromName(*first, kind);
    }
    return false;
  }

  // "EDU CATION", "P ROFILE": the first letters are set apart, in a box or as an initial.
  bool IsCutHeading(std::string_view text, SectionKind* kind) const {
    constexpr size_t kMostLetters = 4;
    const size_t space = text.find(' ');
    if (space == std::string_view::npos || space > kMostLetters || space + 2 > text.size())
      return false;
    std::string joined(text.substr(0, space));
    joined += text.substr(space + 1);
    const auto value = lexicon_.Find(LexiconTable::kSectionHeadings, joined);
    return value.has_value() && SectionKindFromName(*value, kind);
  }

  // Wide letter spacing parts the words of a heading as a tab stop would: "PROFESSIONAL" and
  // "EXPERIENCE" are one heading, "SKILLS" and "LANGUAGES" are two.
  bool IsOneHeading(const Line& line) const {
    if (line.cells.size() == 1) return true;
    SectionKind first, second;
    return std::none_of(line.cells.begin() + 1, line.cells.end(), [&](const Cell& cell) {
      return ExactKind(TextOf(document_, line.cells.front().words), &first) &&
             ExactKind(TextOf(document_, cell.words), &second) && first != second;
    });
  }

  // "Selected work experience (10 years)": a known heading makes up most of the words.
  bool PartKind(std::string_view text, SectionKind* kind) const {
    const std::vector<PhraseMatch> matches = lexicon_.FindAll(LexiconTable::kSectionHeadings, text);
    size_t covered = 0;
    std::string_view longest;
    size_t longest_size = 0;
    for (const PhraseMatch& match : matches) {
      covered += match.end - match.begin;
      if (match.end - match.begin > longest_size) {
        longest_size = match.end - match.begin;
        longest = match.value;
      }
    }
    return covered * 2 >= text.size() && SectionKindFromName(longest, kind);
  }

  void CollectCandidates() {
    for (size_t i = 0; i < lines_.size(); ++i) {
      if (!MayBeHeading(i)) continue;
      const std::string text = TextOf(document_, lines_[i]);
      Candidate candidate;
      candidate.line = i;
      candidate.exact = IsOneHeading(lines_[i]) && ExactKind(text, &candidate.kind);
      candidate.look = StyleOf(document_, lines_[i]);
      if (!candidate.exact && i + 1 < lines_.size() && MayBeHeading(i + 1) &&
          lines_[i + 1].region == lines_[i].region &&
          candidate.look == StyleOf(document_, lines_[i + 1]) &&
          ExactKind(text + " " + TextOf(document_, lines_[i + 1]), &candidate.kind)) {
        candidate.exact = true;
        candidate.line_count = 2;
      }
      // "Principal subjects covered" in the margin: the row of a form.
      if (!candidate.exact && lines_[i].label && FindFieldLabel(document_, lines_, i, lexicon_))
        continue;
      candidate.colon = text.ends_with(':');
      candidate.label = lines_[i].label;
      candidate.prominence = Prominence(candidate.look, body_) + (lines_[i].rule_below ? 1 : 0) +
                             (lines_[i].heading_level > 0 ? 3 : 0) + (lines_[i].label ? 1 : 0) +
                             (candidate.colon ? 1 : 0);
      candidate.column = columns_[i];
      candidates_.push_back(candidate);
      if (candidate.line_count == 2) ++i;
    }
  }

  // Where nothing sets the headings apart, the last word of a paragraph may be one of them:
  // "… at every" over "location.".
  void DropTails() {
    const std::vector<Candidate> all = candidates_;
    std::erase_if(candidates_, [&](const Candidate& candidate) {
      return candidate.prominence <= 0 && candidate.exact && IsTail(candidate, all);
    });
  }

  bool IsTail(const Candidate& candidate, const std::vector<Candidate>& all) const {
    const Line& line = lines_[candidate.line];
    const std::string text = TextOf(document_, line);
    if (text.ends_with('.') || text.ends_with(',') || text.ends_with(')')) return true;
    if (candidate.line == 0) return false;
    const Line& above = lines_[candidate.line - 1];
    constexpr double kNextLine = 0.6;  // type sizes of white space
    const bool follows = above.region == line.region && above.page == line.page &&
                         line.gap_before < kNextLine * line.size;
    if (!follows) return false;
    if (!StartsUpper(text)) return true;
    const Word& first = document_.words[line.words.begin];
    const double room = above.region_box.x1 - above.box.x1;
    const bool forced = room < first.box.width() + 0.3 * first.size;
    if (!forced || TextOf(document_, above).ends_with('.')) return false;
    constexpr double kIndent = 6;  // points
    return above.bullet || line.box.x0 > line.region_box.x0 + kIndent ||
           std::any_of(all.begin(), all.end(), [&](const Candidate& other) {
             return other.exact && other.kind == candidate.kind && other.line != candidate.line;
           });
  }

  struct LookStatistics {
    std::set<SectionKind> kinds;
    int exact = 0;
    int all = 0;
    int prominence = 0;
  };

  // A heading in the margin and the bold first line of an entry beside it are two looks.
  bool SameLook(const Candidate& a, const Candidate& b) const {
    if (!StylesAlike(a.look, b.look) || a.colon != b.colon) return false;
    if (a.label == b.label) return true;
    const Box& box_a = lines_[a.line].box;
    const Box& box_b = lines_[b.line].box;
    return box_a.x0 < box_b.x1 && box_b.x0 < box_a.x1;
  }

  LookStatistics StatisticsOf(const Candidate& like, int column) const {
    LookStatistics statistics;
    for (const Candidate& other : candidates_) {
      if (!SameLook(other, like) || (column >= 0 && other.column != column)) continue;
      ++statistics.all;
      if (!other.exact) continue;
      ++statistics.exact;
      statistics.kinds.insert(other.kind);
    }
    statistics.prominence = like.prominence;
    return statistics;
  }

  // The look of the headings: most kinds first, then what stands out more, then the purer one.
  static bool Better(const LookStatistics& a, const LookStatistics& b) {
    const auto rank = [](const LookStatistics& s) {
      const double purity = s.all > 0 ? static_cast<double>(s.exact) / s.all : 0;
      return static_cast<double>(s.kinds.size()) + 0.5 * s.prominence + purity;
    };
    return rank(a) > rank(b);
  }

  const Candidate* BestLook(int column) const {
    const Candidate* best = nullptr;
    LookStatistics best_statistics;
    for (const Candidate& candidate : candidates_) {
      if (!candidate.exact || (column >= 0 && candidate.column != column)) continue;
      const LookStatistics statistics = StatisticsOf(candidate, column);
      if (best == nullptr || Better(statistics, best_statistics)) {
        best = &candidate;
        best_statistics = statistics;
      }
    }
    return best;
  }

  void AcceptByLook() {
    for (Candidate& candidate : candidates_) {
      if (candidate.exact && lines_[candidate.line].run_in) Accept(&candidate, "heading-run-in");
    }
    const Candidate* global = BestLook(-1);
    if (global == nullptr) return;
    const Candidate primary = *global;
    std::set<int> columns_with_primary;
    for (Candidate& candidate : candidates_) {
      if (candidate.exact && SameLook(candidate, primary)) {
        Accept(&candidate, "heading-words");
        columns_with_primary.insert(candidate.column);
      }
    }
    primary_looks_.push_back(primary);
    // A column of its own look: a sidebar in smaller or lighter type.
    std::set<int> columns;
    for (const Candidate& candidate : candidates_) columns.insert(candidate.column);
    for (const int column : columns) {
      if (columns_with_primary.contains(column)) continue;
      if (primary.label && StandsBesideLabels(column)) continue;
      const Candidate* local = BestLook(column);
      if (local == nullptr || (local->prominence <= 0 && !IsPlainDocument())) continue;
      const Candidate look = *local;
      // The headings stand above their text, so labels beside the text are names of groups.
      constexpr int kSeveral = 3;
      if (look.label && !primary.label && StatisticsOf(primary, -1).exact >= kSeveral) continue;
      bool any = false;
      for (Candidate& candidate : candidates_) {
        if (candidate.exact && candidate.column == column && SameLook(candidate, look) &&
            !StandsUnderHeadings(candidate) && !StandsAmongNames(candidate)) {
          Accept(&candidate, "heading-words-column");
          any = true;
        }
      }
      if (any) primary_looks_.push_back(look);
    }
    // Candidates that stand out at least as much as the headings do, and not in the look of titles.
    for (Candidate& candidate : candidates_) {
      if (candidate.accepted || !candidate.exact || IsLookOfTitles(candidate)) continue;
      if (candidate.look.size >= primary.look.size && candidate.prominence >= primary.prominence &&
          candidate.look.size * 100 > body_.size * 104) {
        Accept(&candidate, "heading-prominent");
      }
    }
  }

  // "Design | Software | Contracts": names side by side, not all of which are headings elsewhere.
  bool StandsAmongNames(const Candidate& candidate) const {
    const Line& line = lines_[candidate.line];
    constexpr int kFewest = 3;
    int headings = 0, names = 0;
    for (const Candidate& other : candidates_) {
      const Line& beside = lines_[other.line];
      if (beside.page != line.page || std::abs(beside.baseline - line.baseline) > 1 ||
          !StylesAlike(other.look, candidate.look)) {
        continue;
      }
      ++(other.exact ? headings : names);
    }
    return names > 0 && names + headings >= kFewest;
  }

  // Many lines look like it, and hardly any of them is a known heading.
  bool IsLookOfTitles(const Candidate& candidate) const {
    constexpr int kMany = 4;
    const LookStatistics statistics = StatisticsOf(candidate, -1);
    return statistics.all >= kMany && statistics.exact * kMany <= statistics.all;
  }

  // A label in the margin where the headings stand, too: the name of a group, a date.
  bool StandsUnderHeadings(const Candidate& candidate) const {
    if (!candidate.label) return false;
    const Box& box = lines_[candidate.line].box;
    return std::any_of(candidates_.begin(), candidates_.end(), [&](const Candidate& other) {
      const Box& heading = lines_[other.line].box;
      return other.accepted && !other.label && heading.x1 < box.x1 + kMarginTolerance &&
             heading.x1 > box.x0;
    });
  }

  // "Jane Doe" beside "Name", as bold as the headings are.
  bool StandsBesideLabel(size_t line) const {
    if (line == 0 || lines_[line].label || !lines_[line - 1].label) return false;
    const Line& label = lines_[line - 1];
    return label.page == lines_[line].page && std::abs(label.baseline - lines_[line].baseline) < 2;
  }

  // The text that the headings in the margin stand beside.
  bool StandsBesideLabels(int column) const {
    for (size_t i = 0; i + 1 < lines_.size(); ++i) {
      if (lines_[i].label && !lines_[i + 1].label && columns_[i + 1] == column) return true;
    }
    return false;
  }

  bool IsPlainDocument() const { return document_.fonts.empty(); }

  std::set<SectionKind> AcceptedKinds() const {
    std::set<SectionKind> kinds;
    for (const Candidate& candidate : candidates_) {
      if (candidate.accepted) kinds.insert(candidate.kind);
    }
    return kinds;
  }

  double MedianHeadingGap() const {
    std::vector<double> gaps;
    for (const Candidate& candidate : candidates_) {
      const double gap = lines_[candidate.line].gap_before;
      if (candidate.accepted && gap > 0) gaps.push_back(gap);
    }
    if (gaps.empty()) return 0;
    std::nth_element(gaps.begin(), gaps.begin() + gaps.size() / 2, gaps.end());
    return gaps[gaps.size() / 2];
  }

  // "SKILLS", then "TOOLS" in the same type with half the white space above it: a group of skills.
  void DropGroupsOfSkills() {
    const double typical = MedianHeadingGap();
    constexpr double kGroupGap = 0.7;  // of a heading's
    const Candidate* above = nullptr;
    for (Candidate& candidate : candidates_) {
      if (!candidate.accepted) continue;
      const Line& line = lines_[candidate.line];
      const bool in_skills = above != nullptr && above->kind == SectionKind::kSkills &&
                             lines_[above->line].region == line.region;
      const bool ruled = above != nullptr && line.rule_below && lines_[above->line].rule_below;
      const bool may_be_group = candidate.kind != SectionKind::kWork && !ruled &&
                                candidate.kind != SectionKind::kEducation && !candidate.label;
      if (in_skills && may_be_group && line.gap_before > 0 &&
          line.gap_before < kGroupGap * typical &&
          line.gap_before < kGroupGap * lines_[above->line].gap_before) {
        candidate.accepted = false;
        candidate.group = true;
        continue;
      }
      above = &candidate;
    }
  }

  // A theme may set the headings of minor sections smaller.  Such a candidate stands out from the
  // body, has the white space of a heading above it, and names what no other section does: the
  // groups of a skills section ("Languages", "Tools") stand closer together.
  void AcceptByGap() {
    std::vector<double> gaps;
    const std::set<SectionKind> kinds = AcceptedKinds();
    for (const Candidate& candidate : candidates_) {
      if (!candidate.accepted) continue;
      const Line& line = lines_[candidate.line];
      if (line.gap_before > 0) gaps.push_back(line.gap_before);
    }
    constexpr size_t kFewest = 2;
    if (gaps.size() < kFewest) return;
    std::nth_element(gaps.begin(), gaps.begin() + gaps.size() / 2, gaps.end());
    const double typical = gaps[gaps.size() / 2];
    for (Candidate& candidate : candidates_) {
      if (candidate.accepted || !candidate.exact || candidate.prominence <= 0) continue;
      if (candidate.group || StandsUnderHeadings(candidate) || NamesFirstGroup(candidate)) continue;
      if (kinds.contains(candidate.kind)) continue;
      const double gap = lines_[candidate.line].gap_before;
      if (gap < kNearlyTypical * typical || gap < 0.8 * lines_[candidate.line].size) continue;
      Accept(&candidate, "heading-gap");
    }
  }

  // "SKILLS" and right below it, smaller, "Ratings": its first group.
  bool NamesFirstGroup(const Candidate& candidate) const {
    return std::any_of(candidates_.begin(), candidates_.end(), [&](const Candidate& above) {
      return above.accepted && above.kind == SectionKind::kSkills &&
             above.line + above.line_count == candidate.line &&
             above.look.size > candidate.look.size;
    });
  }

  // A heading look that hardly anything else has reveals the headings whose words are not known.
  void AcceptUnknownByLook() {
    const double typical = MedianHeadingGap();
    for (const Candidate& primary : primary_looks_) {
      const LookStatistics statistics = StatisticsOf(primary, -1);
      if (statistics.exact < 2 || statistics.exact * 2 < statistics.all) continue;
      if (primary.prominence <= 0) continue;
      for (Candidate& candidate : candidates_) {
        if (candidate.accepted || candidate.exact || !SameLook(candidate, primary)) continue;
        if (HasLookOfItsOwn(candidate.column, primary)) continue;
        if (InSkills(candidate) && lines_[candidate.line].gap_before < 0.7 * typical) continue;
        if (candidate.look.font != primary.look.font) continue;
        if (lines_[candidate.line].cells.size() > 1) continue;
        if (IsTopOfDocument(candidate.line)) continue;  // the name may look like the headings
        if (StandsBesideLabel(candidate.line)) continue;
        if (!primary.label && StandsUnderHeadings(candidate)) continue;
        const std::string text = TextOf(document_, lines_[candidate.line]);
        const bool part = PartKind(text, &candidate.kind);
        if (!part) candidate.kind = SectionKind::kOther;
        Accept(&candidate, part ? "heading-look-part" : "heading-look");
      }
    }
    // Known in part and as prominent as the headings: "Work History - Selected".
    for (Candidate& candidate : candidates_) {
      if (candidate.accepted || candidate.exact || primary_looks_.empty()) continue;
      if (!SameLook(candidate, primary_looks_.front()) ||
          candidate.look.font != primary_looks_.front().look.font || candidate.prominence <= 0 ||
          lines_[candidate.line].cells.size() > 1) {
        continue;
      }
      const std::string text = TextOf(document_, lines_[candidate.line]);
      if (PartKind(text, &candidate.kind)) Accept(&candidate, "heading-part");
    }
  }

  // Parts of a section with names of their own: "Mother tongue" in the margin of "Personal skills",
  // "Publications" in that of "Additional information", "Personal statement" in that of the person.
  void AcceptNested() {
    const Candidate* above = nullptr;
    for (Candidate& candidate : candidates_) {
      const size_t next = candidate.line + candidate.line_count;
      // As large as the headings, and yet in the margin below one.
      candidate.nested = candidate.accepted && candidate.label && above != nullptr &&
                         !above->label && above->kind == SectionKind::kSkills &&
                         candidate.kind == SectionKind::kLanguages && next < lines_.size() &&
                         StartsWithLanguage(next);
      if (candidate.accepted) {
        if (!candidate.nested) above = &candidate;
        continue;
      }
      if (above == nullptr || !candidate.exact || candidate.group || candidate.prominence <= 0 ||
          candidate.kind == above->kind || next >= lines_.size()) {
        continue;
      }
      const bool languages = above->kind == SectionKind::kSkills &&
                             candidate.kind == SectionKind::kLanguages && StartsWithLanguage(next);
      const bool interests = above->kind == SectionKind::kSkills && candidate.label &&
                             !above->label && candidate.kind == SectionKind::kInterests;
      const bool additional = above->kind == SectionKind::kOther && above->exact &&
                              candidate.label && !above->label && MayBeNested(candidate.kind);
      const bool personal =
          candidate.label && candidate.kind == SectionKind::kSummary &&
          (above->kind == SectionKind::kPersonal || above->kind == SectionKind::kContact ||
           above->kind == SectionKind::kOther);
      if (!languages && !interests && !additional && !personal) continue;
      candidate.nested = true;
      Accept(&candidate, "heading-nested");
    }
  }

  static bool MayBeNested(SectionKind kind) {
    constexpr SectionKind kKinds[] = {SectionKind::kAwards,     SectionKind::kCertificates,
                                      SectionKind::kInterests,  SectionKind::kLanguages,
                                      SectionKind::kProjects,   SectionKind::kPublications,
                                      SectionKind::kReferences, SectionKind::kSkills,
                                      SectionKind::kVolunteer,  SectionKind::kCourses};
    return std::find(std::begin(kKinds), std::end(kKinds), kind) != std::end(kKinds);
  }

  bool StartsWithLanguage(size_t line) const {
    const std::vector<PhraseMatch> found =
        lexicon_.FindAll(LexiconTable::kLanguages, TextOf(document_, lines_[line]));
    return !found.empty() && found.front().begin == 0;
  }

  // The next name in the look of the nested one, which says nothing known: the section goes on.
  bool EndsNested(const Candidate& nested, size_t line) const {
    const auto found =
        std::find_if(candidates_.begin(), candidates_.end(),
                     [&](const Candidate& candidate) { return candidate.line == line; });
    return found != candidates_.end() && !found->accepted && found->label == nested.label &&
           SameLook(*found, nested);
  }

  // Where headings look like the text: "Graphic Design Experience", behind a gap and above the
  // first dates, if no heading names that kind.
  void AcceptByLastWord() {
    static constinit const Pattern kYear(R"(\b(?:19|20)\d\d\b)");
    std::set<SectionKind> kinds = AcceptedKinds();
    const double typical = MedianHeadingGap();
    if (kinds.empty() || typical <= 0) return;
    for (Candidate& candidate : candidates_) {
      const size_t next = candidate.line + 1;
      if (candidate.accepted || candidate.exact || next >= lines_.size()) continue;
      const Line& line = lines_[candidate.line];
      if (line.cells.size() > 1 || line.gap_before < kNearlyTypical * typical) continue;
      const std::string text = TextOf(document_, line);
      const size_t space = text.rfind(' ');
      if (space == std::string::npos || !StartsUpper(text) || kYear.PartialMatch(text)) continue;
      SectionKind kind;
      if (!ExactKind(std::string_view(text).substr(space + 1), &kind)) continue;
      if (kind != SectionKind::kWork && kind != SectionKind::kEducation) continue;
      if (kinds.contains(kind)) continue;
      if (!kYear.PartialMatch(TextOf(document_, lines_[next]))) continue;
      candidate.kind = kind;
      Accept(&candidate, "heading-last-word");
      kinds.insert(kind);
    }
  }

  // "Experience", and right below it, smaller, "Self-employed": who employed, no heading; nor is
  // "GitHub" below "Profiles".
  void DropRepeats() {
    constexpr double kSmaller = 0.95;
    const Candidate* above = nullptr;
    for (Candidate& candidate : candidates_) {
      if (!candidate.accepted) continue;
      const bool smaller =
          above != nullptr && lines_[candidate.line].size < kSmaller * lines_[above->line].size;
      const bool repeats = smaller && above->kind == candidate.kind &&
                           above->line + above->line_count == candidate.line;
      const bool network =
          smaller && above->kind == SectionKind::kContact &&
          lexicon_.Find(LexiconTable::kNetworks, TextOf(document_, lines_[candidate.line]));
      if (repeats || network) {
        candidate.accepted = false;
      } else {
        above = &candidate;
      }
    }
  }

  // The known headings of the column all look different from `primary`: a sidebar's headings may
  // look like the employers of the text beside it.
  bool HasLookOfItsOwn(int column, const Candidate& primary) const {
    bool any = false;
    for (const Candidate& candidate : candidates_) {
      if (!candidate.accepted || !candidate.exact || candidate.column != column) continue;
      if (SameLook(candidate, primary)) return false;
      any = true;
    }
    return any;
  }

  // The last heading before it is that of the skills.
  bool InSkills(const Candidate& like) const {
    const Candidate* above = nullptr;
    for (const Candidate& candidate : candidates_) {
      if (candidate.line >= like.line) break;
      if (candidate.accepted && candidate.exact) above = &candidate;
    }
    return above != nullptr && above->kind == SectionKind::kSkills;
  }

  bool IsTopOfDocument(size_t line) const {
    for (const Candidate& candidate : candidates_) {
      if (candidate.accepted) return line < candidate.line;
    }
    return true;
  }

  static void Accept(Candidate* candidate, const char* rule) {
    candidate->accepted = true;
    candidate->rule = rule;
  }

  double ConfidenceOf(const Candidate& candidate) const {
    if (candidate.exact) return candidate.prominence > 0 ? 0.98 : 0.9;
    return candidate.kind == SectionKind::kOther ? 0.5 : 0.75;
  }

  bool IsBody(size_t i) const { return lines_[i].role == LineRole::kBody; }

  // A column that begins at the top of page one without a heading, in other words a header of its
  // own (name, contact), must not go on with the section that the column before it ended with.
  bool StartsHeaderAgain(size_t i) const {
    if (i == 0 || lines_[i].page != 0 || lines_[i].region == lines_[i - 1].region) return false;
    if (columns_[i] == columns_[i - 1] || !GoesUp(i)) return false;
    const size_t end = std::min(lines_.size(), i + 6);
    double largest = 0;
    for (const Line& line : lines_) largest = std::max(largest, line.size);
    const bool tells = largest * 10 > body_.size * 1.1;  // there is type larger than the text
    for (size_t k = i; k < end && lines_[k].region == lines_[i].region; ++k) {
      if (tells && lines_[k].size >= largest - 0.1) return true;
      if (IsHeading(k)) return false;
      if (HasContactIcon(k) || !FindEmails(TextOf(document_, lines_[k])).empty()) return true;
    }
    return false;
  }

  // From the foot of a column, which may be on a later page, to the head of the next one.
  bool GoesUp(size_t i) const {
    const Line &line = lines_[i], &above = lines_[i - 1];
    return line.page < above.page || line.box.y0 <= above.box.y0;
  }

  bool IsHeading(size_t line) const {
    return std::any_of(candidates_.begin(), candidates_.end(), [&](const Candidate& candidate) {
      return candidate.accepted && candidate.line == line;
    });
  }

  // The row of contacts may reach over the columns: its end stands above the second one.
  bool HasContactIcon(size_t line) const {
    const Icon icon = document_.words[lines_[line].words.begin].icon_before;
    return icon == Icon::kPlace || icon == Icon::kPhone || icon == Icon::kEmail ||
           icon == Icon::kLink || icon == Icon::kNetwork;
  }

  // Prose at the top of a column beside one of lists, without a heading: the summary.
  bool StartsSummary(size_t i, SectionKind current) const {
    constexpr SectionKind kLists[] = {SectionKind::kSkills,    SectionKind::kLanguages,
                                      SectionKind::kContact,   SectionKind::kEducation,
                                      SectionKind::kInterests, SectionKind::kCertificates};
    constexpr size_t kProse = 5, kFewestWords = 12;  // words of its first line, of all
    if (std::find(std::begin(kLists), std::end(kLists), current) == std::end(kLists)) return false;
    if (i == 0 || lines_[i].page != 0 || columns_[i] == columns_[i - 1]) return false;
    if (!GoesUp(i) || lines_[i].words.size() < kProse) return false;
    if (!StartsUpper(TextOf(document_, lines_[i]))) return false;
    size_t words = 0, end = i;
    for (const Candidate& candidate : candidates_) {
      if (!candidate.accepted) continue;
      if (candidate.kind == SectionKind::kSummary) return false;
      if (candidate.line > i && end == i) end = candidate.line;
    }
    for (size_t k = i; k < end; ++k) {
      if (lines_[k].region != lines_[i].region || lines_[k].bullet || lines_[k].cells.size() > 1)
        return false;
      words += lines_[k].words.size();
    }
    return words >= kFewestWords && TextOf(document_, lines_[end - 1]).ends_with('.');
  }

  std::vector<Section> Cut() const {
    std::vector<Section> sections;
    Section current;
    current.kind = SectionKind::kHeader;
    current.confidence = 0.9;
    current.rule = "top-of-document";
    current.lines = {0, 0};
    const auto close = [&](size_t end) {
      current.lines.end = end;
      if (!current.lines.empty() || !current.heading.empty()) sections.push_back(current);
    };
    const Candidate* nested = nullptr;  // the heading of the current section, if it is nested
    SectionKind around = SectionKind::kOther;
    size_t next = 0;
    for (size_t i = 0; i < lines_.size();) {
      while (next < candidates_.size() &&
             (candidates_[next].line < i || !candidates_[next].accepted)) {
        ++next;
      }
      if (next < candidates_.size() && candidates_[next].line == i) {
        const Candidate& candidate = candidates_[next];
        close(i);
        const size_t last = i + candidate.line_count - 1;
        nested = candidate.nested ? &candidate : nullptr;
        if (nested == nullptr) around = candidate.kind;
        current = {};
        current.kind = candidate.kind;
        current.heading_words = {lines_[i].words.begin, lines_[last].words.end};
        current.heading = std::string(WithoutNumber(TextOf(document_, current.heading_words)));
        if (SectionKind kind; candidate.exact && IsCutHeading(current.heading, &kind))
          current.heading.erase(current.heading.find(' '), 1);
        current.confidence = ConfidenceOf(candidate);
        current.rule = candidate.rule;
        i += candidate.line_count;
        current.lines = {i, i};
        continue;
      }
      if (nested != nullptr && EndsNested(*nested, i)) {
        close(i);
        nested = nullptr;
        current = {};
        current.kind = around;
        current.confidence = 0.8;
        current.rule = "section-goes-on";
        current.lines = {i, i};
      } else if (current.kind != SectionKind::kHeader && StartsHeaderAgain(i)) {
        close(i);
        current = {};
        current.kind = SectionKind::kHeader;
        current.confidence = 0.8;
        current.rule = "top-of-column";
        current.lines = {i, i};
      } else if (StartsSummary(i, current.kind)) {
        close(i);
        current = {};
        current.kind = SectionKind::kSummary;
        current.confidence = 0.7;
        current.rule = "top-of-column";
        current.lines = {i, i};
      }
      ++i;
    }
    close(lines_.size());
    return sections;
  }

  bool HasAddress(size_t line) const {
    const std::string text = TextOf(document_, lines_[line]);
    return !FindEmails(text).empty() || !FindPhones(text).empty();
  }

  // The next row of a block in small type.
  static bool GoesWith(const Line& above, const Line& line) {
    constexpr double kNextRow = 1.6;  // type sizes from baseline to baseline
    return above.page == line.page && std::abs(above.size - line.size) < 0.1 &&
           line.baseline > above.baseline &&
           line.baseline - above.baseline < kNextRow * line.size && !line.bullet;
  }

  bool HasEmail(IndexRange lines) const {
    for (size_t i = lines.begin; i < lines.end; ++i) {
      if (!FindEmails(TextOf(document_, lines_[i])).empty()) return true;
    }
    return false;
  }

  // Some people set their address at the foot of the page, below a section that it is no part of.
  void CutContactAtFoot(std::vector<Section>* sections) const {
    if (sections->size() < 2) return;
    Section& last = sections->back();
    if (last.kind == SectionKind::kContact || last.kind == SectionKind::kReferences) return;
    for (const Section& section : *sections) {
      const bool at_top =
          section.kind == SectionKind::kHeader || section.kind == SectionKind::kContact;
      if (at_top && HasEmail(section.lines)) return;
    }
    size_t begin = last.lines.end;
    // The town may stand below the row with the street and the e-mail address.
    if (begin > last.lines.begin + 1 && !HasAddress(begin - 1) && HasAddress(begin - 2) &&
        GoesWith(lines_[begin - 2], lines_[begin - 1])) {
      --begin;
    }
    while (begin > last.lines.begin && HasAddress(begin - 1)) --begin;
    if (!HasEmail({begin, last.lines.end})) return;
    Section foot;
    foot.kind = SectionKind::kContact;
    foot.lines = {begin, last.lines.end};
    foot.confidence = 0.8;
    foot.rule = "address-at-foot";
    last.lines.end = begin;
    sections->push_back(std::move(foot));
  }

  // What a section holds, where its heading leaves it open: "Career Summary" over dated positions,
  // or a heading whose words are not known.
  void JudgeByContent(std::vector<Section>* sections) const {
    const auto count = [&](SectionKind kind) {
      return std::count_if(sections->begin(), sections->end(),
                           [&](const Section& section) { return section.kind == kind; });
    };
    JudgeQualifications(sections);
    JudgePersonal(sections);
    for (Section& section : *sections) {
      const bool open = section.kind == SectionKind::kOther ||
                        (section.kind == SectionKind::kSummary && !section.heading.empty());
      if (!open) continue;
      if (section.kind == SectionKind::kSummary && HoldsAddress(section)) {
        section.kind = SectionKind::kContact;
        section.confidence = 0.7;
        section.rule = "heading-content";
        continue;
      }
      const Content content = ContentOf(section);
      if (section.kind == SectionKind::kSummary && content.IsListOfPhrases()) {
        section.kind = SectionKind::kSkills;
        section.confidence = 0.6;
        section.rule = "heading-content";
        continue;
      }
      if (content.dated < 2 && !(content.dated == 1 && content.lines <= 8)) continue;
      if (section.kind == SectionKind::kSummary && count(SectionKind::kWork) > 0) continue;
      if (content.schools > content.titles && count(SectionKind::kEducation) == 0) {
        section.kind = SectionKind::kEducation;
      } else if (content.titles * 2 >= content.dated && content.titles > content.schools &&
                 count(SectionKind::kWork) == 0) {
        section.kind = SectionKind::kWork;
      } else {
        continue;
      }
      section.confidence = 0.6;
      section.rule = "heading-content";
    }
  }

  // "About" over an e-mail address or a phone number, and no line of text.
  bool HoldsAddress(const Section& section) const {
    constexpr size_t kText = 6;  // words of a line
    bool address = false;
    for (size_t i = section.lines.begin; i < section.lines.end; ++i) {
      if (!IsBody(i)) continue;
      if (lines_[i].words.size() > kText) return false;
      address = address || HasAddress(i);
    }
    return address;
  }

  // "Personal" may head what one likes to do as well as one's birth date and nationality.
  void JudgePersonal(std::vector<Section>* sections) const {
    constexpr size_t kPhrases = 6;  // words of a line
    for (Section& section : *sections) {
      if (section.kind == SectionKind::kInterests) return;
    }
    for (Section& section : *sections) {
      if (section.kind != SectionKind::kPersonal || section.lines.empty() ||
          SplitWords(section.heading).size() > 1) {
        continue;
      }
      bool facts = false;
      for (size_t i = section.lines.begin; i < section.lines.end && !facts; ++i) {
        if (!IsBody(i)) continue;
        const std::string text = TextOf(document_, lines_[i]);
        facts = lines_[i].words.size() > kPhrases || lines_[i].cells.size() > 1 ||
                std::any_of(text.begin(), text.end(), IsAsciiDigit) ||
                !lexicon_.FindAll(LexiconTable::kContactLabels, text).empty() ||
                !lexicon_.FindAll(LexiconTable::kCountries, text).empty() ||
                !lexicon_.FindAll(LexiconTable::kLanguages, text).empty();
      }
      if (facts) continue;
      section.kind = SectionKind::kInterests;
      section.confidence = 0.6;
      section.rule = "heading-content";
    }
  }

  // "Qualifications" may be degrees, certificates or skills: where degrees stand elsewhere and none
  // here, they are certificates, and a list of phrases is skills.
  void JudgeQualifications(std::vector<Section>* sections) const {
    std::vector<Section*> without_degrees;
    bool has_degrees = false;
    for (Section& section : *sections) {
      if (section.kind != SectionKind::kEducation || section.heading.empty()) continue;
      const Content content = ContentOf(section);
      // "Level 3 Award in Food Safety" is a degree by its words.
      const bool further = SaysFurther(section.heading) && IsAboutQualifications(section.heading);
      if ((content.degrees > 0 && !further) || section.lines.empty()) {
        has_degrees = has_degrees || content.degrees > 0;
        continue;
      }
      if (content.IsListOfPhrases()) {
        section.kind = SectionKind::kSkills;
        section.rule = "heading-content";
      } else {
        without_degrees.push_back(&section);
      }
    }
    for (Section* section : without_degrees) {
      if (!has_degrees || !IsAboutQualifications(section->heading)) continue;
      section->kind = SectionKind::kCertificates;
      section->confidence = 0.6;
      section->rule = "heading-content";
    }
  }

  static bool SaysFurther(std::string_view heading) {
    constexpr std::string_view kWords[] = {"further", "additional", "other", "weitere", "otras"};
    const std::string folded = Fold(heading);
    return std::any_of(std::begin(kWords), std::end(kWords),
                       [&](std::string_view word) { return folded.starts_with(word); });
  }

  // The heading speaks of qualifications, not of education or studies.
  bool IsAboutQualifications(std::string_view heading) const {
    const std::vector<PhraseMatch> matches =
        lexicon_.FindAll(LexiconTable::kSectionHeadings, heading);
    return std::any_of(matches.begin(), matches.end(), [&](const PhraseMatch& match) {
      const std::string word = Fold(heading.substr(match.begin, match.end - match.begin));
      return word.find("qualif") != std::string::npos || word.find("kvalif") != std::string::npos ||
             word.find("kwalif") != std::string::npos || word.find("cualif") != std::string::npos;
    });
  }

  struct Content {
    int lines = 0;
    int dated = 0;    // lines with a range of dates
    int titles = 0;   // short lines with a job title
    int schools = 0;  // short lines with a school or a degree
    int degrees = 0;  // lines with a degree
    int bullets = 0;
    int phrases = 0;  // bullets of a few words

    // "Highlights" over "• Payroll", "• Cash handling", …
    bool IsListOfPhrases() const {
      return dated == 0 && bullets >= 4 && bullets * 2 > lines && phrases * 4 >= bullets * 3;
    }
  };

  Content ContentOf(const Section& section) const {
    constexpr size_t kShortLine = 18;  // words; a head may name title, employer, place and dates
    constexpr size_t kPhrase = 5;      // words
    Content content;
    for (size_t i = section.lines.begin; i < section.lines.end; ++i) {
      if (!IsBody(i)) continue;
      ++content.lines;
      content.bullets += lines_[i].bullet ? 1 : 0;
      content.phrases += lines_[i].bullet && lines_[i].words.size() <= kPhrase ? 1 : 0;
      const std::string text = TextOf(document_, lines_[i]);
      const bool degree = lexicon_.Contains(LexiconTable::kDegrees, text);
      content.degrees += degree ? 1 : 0;
      if (lines_[i].bullet || lines_[i].words.size() > kShortLine) continue;
      const std::optional<DateRange> dates = FindDateRange(text, lexicon_);
      if (dates.has_value() && (dates->is_range || dates->current)) ++content.dated;
      const bool title = lexicon_.Contains(LexiconTable::kTitleWords, text);
      const bool school = lexicon_.Contains(LexiconTable::kSchoolWords, text) || degree;
      content.titles += title ? 1 : 0;
      content.schools += school && !title ? 1 : 0;
    }
    return content;
  }

  const Document& document_;
  const std::vector<Line>& lines_;
  const Lexicon& lexicon_;
  Style body_;
  std::vector<int> columns_;
  std::vector<Candidate> candidates_;
  std::vector<Candidate> primary_looks_;
};

}  // namespace

std::vector<Section> FindSections(const Layout& layout, const Lexicon& lexicon) {
  std::vector<Section> sections = SectionFinder(layout, lexicon).Find();
  NameGroupsOfSkills(layout, lexicon, &sections);
  return sections;
}

}  // namespace atsmatch
