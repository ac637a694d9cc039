#include "parser/sections/entries.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "parser/sections/style.h"
#include "parser/text/ascii.h"
#include "parser/text/dates.h"
#include "parser/text/lexicon.h"
#include "parser/text/place_words.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

constexpr size_t kMaxHeadLines = 4;  // before the dates, and after them
constexpr size_t kProseWords = 9;    // a line of more words that ends a sentence is prose
constexpr double kEntryGap = 1.35;   // an entry's gap against the median gap of its section

// What one line tells about its part in an entry.
struct Clues {
  size_t line = 0;            // index into Layout::lines
  std::vector<size_t> tails;  // lines that only go on with this one: a wrapped title, date or cell
  std::string text;           // of all of them
  Style style;
  bool bullet = false;
  bool continues = false;  // goes on with the line before it
  bool prose = false;      // a sentence
  bool names_place =
      false;  // beside or under the dates, with a place: a head, even if text follows
  bool section_start = false;
  bool anchor = false;  // has the dates of an entry
  bool only_dates = false;
  bool label = false;
  bool told = false;  // its own label says that it tells about the entry: "Duties:", "Salary: …"
  double gap = 0;
};

// A full stop behind a word that is written small; "Alderwire Corp." and "Magazine S.A." are names.
bool EndsSentence(std::string_view text) {
  if (text.ends_with("!") || text.ends_with(";")) return true;
  if (!text.ends_with('.')) return false;
  const std::vector<std::string_view> words = SplitWords(text);
  const std::string_view last = words.back();
  for (const std::string_view company : {"inc.", "ltd.", "ltée.", "corp.", "co."}) {
    if (last == company && words.size() <= kProseWords) return false;
  }
  constexpr size_t kLongestAbbreviation = 6;  // bytes, with its dot
  return !(StartsUpper(last) && last.size() <= kLongestAbbreviation && words.size() <= kProseWords);
}

bool LeavesBracketOpen(std::string_view text) {
  return std::count(text.begin(), text.end(), '(') > std::count(text.begin(), text.end(), ')');
}

bool StartsLower(std::string_view text) {
  for (const char32_t c : ToCodePoints(text)) {
    if (IsLetter(c)) return IsLower(c);
    if (c != U'(' && c != U'"') return false;
  }
  return false;
}

bool StartsWithDegree(std::string_view text, const Lexicon& lexicon) {
  const std::vector<PhraseMatch> degrees = lexicon.FindAll(LexiconTable::kDegrees, text);
  return !degrees.empty() && degrees.front().begin == 0;
}

// Bits for a title, an employer or school, a degree.
unsigned ThingsNamed(std::string_view text, const Lexicon& lexicon) {
  constexpr unsigned kTitle = 1, kEmployer = 2, kDegree = 4;
  if (lexicon.Find(LexiconTable::kDegrees, text).has_value()) return kDegree;
  const bool school = lexicon.Contains(LexiconTable::kSchoolWords, text);
  const bool title = !school && lexicon.Contains(LexiconTable::kTitleWords, text);
  // "Istituto Tecnico" is a school, though "Tecnico" is a degree.
  const bool degree =
      school ? StartsWithDegree(text, lexicon) : lexicon.Contains(LexiconTable::kDegrees, text);
  const bool employer = school || lexicon.Contains(LexiconTable::kEmployerWords, text);
  return (title ? kTitle : 0) | (employer ? kEmployer : 0) | (degree ? kDegree : 0);
}

class EntryFinder {
 public:
  EntryFinder(const Document& document, const std::vector<Line>& lines, const Lexicon& lexicon,
              const EntryOptions& options)
      : document_(document), lines_(lines), lexicon_(lexicon), options_(options) {}

  std::vector<Entry> Find(const std::vector<IndexRange>& ranges) {
    for (const IndexRange& range : ranges) Collect(range);
    if (clues_.empty()) return {};
    FindFieldLabels(ranges);
    if (IsForm()) return CutForm(ranges);
    flush_left_ = IsFlushLeft();
    FindAnchors();
    if (anchors_.empty()) {
      FindStartsWithoutDates();
    } else {
      FindStartsFromDates();
      AddUndatedStarts();
    }
    return Cut();
  }

 private:
  void Collect(IndexRange range) {
    bool first = true;
    for (size_t i = range.begin; i < range.end; ++i) {
      const Line& line = lines_[i];
      if (line.role != LineRole::kBody || IsTableHeader(line)) continue;
      Clues clues;
      clues.line = i;
      clues.text = TextOf(document_, line);
      clues.style = StyleOf(document_, line);
      clues.bullet = line.bullet;
      clues.label = line.label;
      clues.gap = first ? line.gap_before : GapAbove(i);
      clues.section_start = first;
      if (!first && IsSaidTwice(clues_.back(), line, clues)) continue;
      if (!first && EndsDateCell(clues_.back(), line)) {
        clues_.back().tails.push_back(i);
        continue;
      }
      if (Clues* label = first ? nullptr : LabelAbove(line); label != nullptr) {
        label->text += " " + clues.text;
        label->tails.push_back(i);
        continue;
      }
      if (!first && (IsTail(clues_.back(), i, range) || EndsOpenRange(clues_.back(), line))) {
        clues_.back().text += " " + clues.text;
        clues_.back().tails.push_back(i);
        clues_.back().prose = false;
        continue;
      }
      if (!first) clues.continues = Continues(clues_.back(), line, clues);
      const size_t words = line.words.size();
      clues.names_place = !line.bullet && line.cells.size() == 1 &&
                          NamesPlace(clues.text, first ? nullptr : &clues_.back());
      if (clues.names_place && StartsWithDates(clues)) clues.continues = false;
      clues.prose = !line.bullet && line.cells.size() == 1 && !clues.names_place &&
                    !EndsListWithDates(clues.text) && !BeginsListWithDates(clues.text) &&
                    !IsListOfNames(clues.text) &&
                    ((words >= kProseWords && EndsSentence(clues.text)) || words > 18) &&
                    !(IsRowOfBars(clues.text) && EndsWithRange(clues.text));
      clues.told = TellsAboutEntry(i);
      first = false;
      clues_.push_back(std::move(clues));
    }
    MarkParagraphs();
  }

  // The line with the dates again, word for word and in its look: a template printed it for the
  // company and for the one position there.
  bool IsSaidTwice(const Clues& above, const Line& line, const Clues& clues) const {
    return above.tails.empty() && above.text == clues.text && above.style == clues.style &&
           lines_[above.line].page == line.page && EndsWithDates(clues.text);
  }

  bool TellsAboutEntry(size_t i) const {
    if (lines_[i].cells.size() > 1 || lines_[i].bullet) return false;
    if (const auto labelled = FindFieldLabel(document_, lines_, i, lexicon_))
      return IsTelling(labelled->field) || IsFieldOfTerms(labelled->field);
    // "Highlights" over the bullets of an entry.  "Mentor" alone is a title, and so is "A-levels" a
    // degree; "Course" in the look of the line above ends it.
    const Line& line = lines_[i];
    const std::string text = TextOf(document_, line);
    const auto field = lexicon_.Find(LexiconTable::kFieldLabels, TrimSpace(text));
    if (!field.has_value() || i == 0) return false;
    constexpr double kIndent = 7;  // points
    const bool over_list = i + 1 < lines_.size() &&
                           (lines_[i + 1].bullet || lines_[i + 1].box.x0 > line.box.x0 + kIndent);
    const bool apart =
        over_list || !(StyleOf(document_, lines_[i - 1]) == StyleOf(document_, line));
    if (IsTelling(*field)) return apart || line.bold || line.all_caps;
    return apart && *field == "courses" && !lexicon_.Contains(LexiconTable::kDegrees, text);
  }

  static bool IsTelling(std::string_view field) {
    constexpr std::string_view kTelling[] = {"achievements", "highlights", "responsibilities",
                                             "technologies"};
    return std::find(std::begin(kTelling), std::end(kTelling), field) != std::end(kTelling);
  }

  // "Cook Acme Ltd Austin, TX Prepares all …" under a line with dates, or behind dates.
  bool NamesPlace(std::string_view text, const Clues* above) const {
    std::string_view rest = text;
    const std::optional<DateRange> dates = FindDateRange(text, lexicon_);
    if (dates.has_value() && (dates->is_range || dates->current) &&
        (dates->text_begin == 0 || EndsTitle(text.substr(0, dates->text_begin)))) {
      rest = TrimSpace(text.substr(dates->text_end));
    } else if (above == nullptr || !EndsWithDates(above->text)) {
      return false;
    }
    if (options_.single_dates && StartsWithDegree(rest, lexicon_)) return true;
    const IndexRange place = FindCityWithRegion(rest, lexicon_);
    return !place.empty() && IsRowOfNames(rest.substr(0, place.begin));
  }

  // "Assistant Teacher" before "05/2014 to 11/2014 Acme Ltd Austin, TX Read stories …"
  bool EndsTitle(std::string_view text) const {
    constexpr size_t kLongestTitle = 8;  // words
    return SplitWords(text).size() <= kLongestTitle && IsRowOfNames(text) &&
           lexicon_.Contains(LexiconTable::kTitleWords, text);
  }

  bool EndsWithDates(std::string_view text) const {
    if (IsOnlyDates(text, lexicon_)) return true;
    const std::optional<DateRange> dates = FindDateRange(text, lexicon_);
    return dates.has_value() && (dates->is_range || dates->current) &&
           TrimSeparators(text.substr(dates->text_end)).size() <= 1 &&
           SplitWords(text).size() <= kProseWords + 5;
  }

  // "Cook, Acme Ltd, Leeds, 2012–2016.": behind commas, dates end no sentence.
  bool EndsListWithDates(std::string_view text) const {
    constexpr size_t kMostWords = 20;
    if (!text.ends_with('.') || SplitWords(text).size() > kMostWords) return false;
    const std::vector<DateRange> dates = FindDateRanges(text, lexicon_);
    if (dates.empty() || !(dates.back().is_range || dates.back().current)) return false;
    const std::string_view before = TrimSpace(text.substr(0, dates.back().text_begin));
    return dates.back().text_end + 1 == text.size() && before.ends_with(',') &&
           std::count(before.begin(), before.end(), ',') >= 2;
  }

  // "2012-2014: MBA, Finance. Royal University.": behind dates and a colon.
  bool BeginsListWithDates(std::string_view text) const {
    constexpr size_t kMostWords = 20;
    if (!IsAsciiDigit(text.empty() ? ' ' : text[0]) || SplitWords(text).size() > kMostWords)
      return false;
    const std::optional<DateRange> dates = FindDateRange(text, lexicon_);
    return dates.has_value() && dates->text_begin == 0 && dates->text_end < text.size() &&
           text[dates->text_end] == ':';
  }

  // A few words, capitalised but for "of" and the like: no sentence that comes to a place.
  static bool IsRowOfNames(std::string_view text) {
    constexpr size_t kMostWords = 14, kShortWord = 3;
    const std::vector<std::string_view> words = SplitWords(text);
    return words.size() <= kMostWords &&
           std::all_of(words.begin(), words.end(), [](std::string_view word) {
             return StartsUpper(word) || word.size() <= kShortWord;
           });
  }

  // "Group Lead, Firmware, Acme GmbH & Co. KG, Leeds."
  static bool IsListOfNames(std::string_view text) {
    constexpr int kFewestCommas = 2;
    return text.ends_with('.') && IsRowOfNames(text) &&
           std::count(text.begin(), text.end(), ',') >= kFewestCommas;
  }

  // A region may start below the one before it, as a card under a card.
  double GapAbove(size_t i) const {
    const Line &line = lines_[i], &above = lines_[i - 1];
    if (line.region == above.region || line.page != above.page) return line.gap_before;
    return std::max(line.gap_before, line.box.y0 - above.box.y1);
  }

  // The line of the layout that a logical line ends with.
  const Line& LastLine(const Clues& clues) const {
    return lines_[clues.tails.empty() ? clues.line : clues.tails.back()];
  }

  // Does the line only go on with the one above: a cell of a table row, a range of dates, or a
  // title that had no room?
  bool IsTail(const Clues& above, size_t index, IndexRange range) const {
    const Line& line = lines_[index];
    const Line& previous = LastLine(above);
    if (line.bullet || line.label || above.label || above.bullet || above.continues ||
        line.page != previous.page || line.region != previous.region) {
      return false;
    }
    return ContinuesCells(lines_[above.line], line) || EndsDates(above, line) ||
           SpansThreeLines(above, index, range) || EndsFirstCell(above, index, range) ||
           EndsRowOfBars(above, line) || EndsInLastLook(above, previous, line) ||
           WrapsTightly(above, index, range) || WrapsInNarrowColumn(above, index, range);
  }

  // "Certificate, *Harbour High*" over "*School*"
  bool EndsInLastLook(const Clues& above, const Line& previous, const Line& line) const {
    return GoesOnInLastLook(document_, previous, line) && !above.text.ends_with(',') &&
           !EndsSentence(TextOf(document_, line));
  }

  // "2025 –" over "today | Cook, Acme Ltd": the end had no room in its column.
  bool EndsOpenRange(const Clues& above, const Line& line) const {
    if (line.cells.size() < 2 || line.bullet || !above.tails.empty()) return false;
    const std::string cell = TextOf(document_, line.cells.front().words);
    if (!lexicon_.Find(LexiconTable::kPresent, cell).has_value()) return false;
    const std::optional<DateRange> dates = FindDateRange(above.text, lexicon_);
    return dates.has_value() && dates->open && IsOnlyDates(above.text, lexicon_);
  }

  // "04/2016 –" in the first cell of a row of a table, and "08/2018" under it.
  bool EndsDateCell(const Clues& above, const Line& line) const {
    const Line& row = lines_[above.line];
    if (row.cells.size() < 2 || line.cells.size() > 1 || row.page != line.page || line.bullet ||
        !above.tails.empty()) {
      return false;
    }
    constexpr double kAligned = 2;    // points
    constexpr double kNextRow = 1.9;  // type sizes from one baseline to the next
    if (std::abs(row.cells[0].box.x0 - line.box.x0) > kAligned ||
        line.baseline - row.baseline > kNextRow * line.size || line.baseline <= row.baseline) {
      return false;
    }
    const std::string cell = TextOf(document_, row.cells[0].words);
    const std::optional<DateRange> dates = FindDateRange(cell, lexicon_);
    return dates.has_value() && dates->open && IsOnlyDates(cell, lexicon_) &&
           IsOnlyDates(TextOf(document_, line), lexicon_);
  }

  // "2010" over "2014" in the margin, the first line of the entry between them: one label.
  Clues* LabelAbove(const Line& line) {
    constexpr double kNextRow = 1.9;  // type sizes from one baseline to the next
    constexpr double kLeading = 0.6;  // type sizes between the rows
    if (line.cells.size() > 1) return nullptr;
    constexpr size_t kLinesBeside = 5;  // of the entry, which may be set smaller than its label
    for (size_t back = 1; back <= kLinesBeside && back <= clues_.size(); ++back) {
      Clues& label = clues_[clues_.size() - back];
      const Line& above = lines_[label.line];
      if (!above.label || above.page != line.page) continue;
      const Line& last = LastLine(label);
      const bool next_row =
          line.baseline > above.baseline && (line.baseline - last.baseline < kNextRow * line.size ||
                                             line.box.y0 - last.box.y1 < kLeading * line.size);
      const bool in_margin = line.box.x0 < above.box.x1 && line.box.x1 > above.box.x0;
      if (!next_row || !in_margin) return nullptr;
      // "March 2017", "– today": the dash looks like a bullet.
      const std::string text = (line.bullet ? "– " : "") + TextOf(document_, line);
      return GoOnAsOneDate(label.text, text) ? &label : nullptr;
    }
    return nullptr;
  }

  // "March 2022 – August" and "2022"; "2010" and "2014"; "Summer" and "2025 – Autumn".
  bool GoOnAsOneDate(const std::string& label, const std::string& tail) const {
    const std::optional<DateRange> joined = FindDateRange(label + " " + tail, lexicon_);
    if (joined.has_value() && joined->text_begin == 0 && joined->text_end > label.size() + 1 &&
        !FindDateRange(label, lexicon_).has_value()) {
      return true;
    }
    const bool ends = joined.has_value() && joined->current && joined->text_begin == 0 &&
                      joined->text_end == label.size() + 1 + tail.size();
    if (ends) return true;
    if (!IsOnlyDates(tail, lexicon_)) return false;
    const std::optional<DateRange> dates = FindDateRange(label, lexicon_);
    if (!dates.has_value()) return false;
    const std::vector<DateRange> both = FindDateRanges(label + " " + tail, lexicon_);
    const bool one = both.size() == 1 && both[0].is_range && both[0].text_end > label.size() + 1;
    return one || (!dates->is_range && !dates->current);
  }

  double GapBelow(size_t index, IndexRange range) const {
    const bool has_next = index + 1 < range.end && lines_[index + 1].page == lines_[index].page;
    return has_next ? lines_[index + 1].gap_before : 1e9;
  }

  // How far to the right the lines reach that start where this one does.
  double ColumnEdge(const Line& like) const {
    double edge = like.box.x1;
    for (const Line& line : lines_) {
      if (line.page == like.page && line.cells.size() == 1 && line.role == LineRole::kBody &&
          std::abs(line.box.x0 - like.box.x0) < 2) {
        edge = std::max(edge, line.box.x1);
      }
    }
    return edge;
  }

  // "Institute of Chartered" over "Accountants of India": two short lines of one style that sit
  // closer to each other than to what stands above and below them.
  bool WrapsTightly(const Clues& above, size_t index, IndexRange range) const {
    const Line& previous = LastLine(above);
    const Line& line = lines_[index];
    constexpr size_t kMostWords = 12;
    if (previous.cells.size() > 1 || line.cells.size() > 1 || line.words.size() > kMostWords ||
        previous.words.size() > kMostWords) {
      return false;
    }
    if (std::abs(previous.box.x0 - line.box.x0) > 2) return false;
    // Had the first word had room on the line above, the break would be meant.
    const Word& first = document_.words[line.words.begin];
    const double room = ColumnEdge(line) - previous.box.x1;
    if (room > first.box.width() + 0.3 * first.size) return false;
    const std::string text = TextOf(document_, line);
    if (!(StyleOf(document_, line).font == above.style.font &&
          StyleOf(document_, line).size == above.style.size)) {
      return false;
    }
    if (IsOnlyDates(text, lexicon_) || IsOnlyDates(above.text, lexicon_)) return false;
    if (EndsSentence(above.text) ||
        (!EndsLookOfAbove(line) && NameDifferentThings(above.text, text, lexicon_))) {
      return false;
    }
    const double above_gap = above.section_start ? 1e9 : lines_[above.line].gap_before;
    const double tightest = std::min(above_gap, GapBelow(index, range));
    return line.gap_before < 0.5 * line.size && line.gap_before * 1.25 + 0.5 < tightest &&
           tightest < 1e9;
  }

  // "**Management,** Harbour School of Tourism" under "**Diploma in Hospitality**": what is named
  // above ends in the first words.
  bool EndsLookOfAbove(const Line& line) const {
    constexpr size_t kMostWords = 2;
    const auto look = [&](size_t word) {
      const Word& of = document_.words[word];
      return std::pair(document_.IsBold(of), document_.IsItalic(of));
    };
    size_t end = line.words.begin + 1;
    while (end < line.words.end && look(end) == look(line.words.begin)) ++end;
    return end < line.words.end && end - line.words.begin <= kMostWords;
  }

  // "Tideline Software" over "Inc." in a narrow column, bold, above text that is not: every line
  // stands as close to the next, but the word had no room.
  bool WrapsInNarrowColumn(const Clues& above, size_t index, IndexRange range) const {
    constexpr double kNarrow = 330;  // points
    const Line& previous = LastLine(above);
    const Line& line = lines_[index];
    if (line.region_box.width() > kNarrow || previous.cells.size() > 1 || line.cells.size() > 1 ||
        !previous.bold || !line.bold || line.gap_before > 0.6 * line.size ||
        index + 1 >= range.end || lines_[index + 1].bold) {
      return false;
    }
    const Style style = StyleOf(document_, line);
    if (style.font != above.style.font || style.size != above.style.size) return false;
    const Word& first = document_.words[line.words.begin];
    const double room = line.region_box.x1 - previous.box.x1;
    if (room > first.box.width() + 0.3 * first.size) return false;
    const std::string text = TextOf(document_, line);
    return !IsOnlyDates(text, lexicon_) && !IsOnlyDates(above.text, lexicon_) &&
           !EndsSentence(above.text) && !NameDifferentThings(above.text, text, lexicon_);
  }

  // "… (Oct 2019 - to" over "date)": the range ends on the next line.
  bool EndsDates(const Clues& above, const Line& line) const {
    const std::string tail = TextOf(document_, line);
    constexpr size_t kLongestTail = 24;    // bytes
    constexpr double kReachesEdge = 0.85;  // of its column's width
    const Line& previous = LastLine(above);
    if (tail.size() > kLongestTail ||
        previous.box.width() < kReachesEdge * previous.region_box.width()) {
      return false;
    }
    const std::string both = above.text + " " + tail;
    for (const DateRange& range : FindDateRanges(both, lexicon_)) {
      const bool over_the_edge =
          range.text_begin < above.text.size() && range.text_end > above.text.size() + 1;
      if (over_the_edge && (range.is_range || range.current) && StandsApart(both, range))
        return true;
    }
    return false;
  }

  // "Cook | Acme Ltd | Leeds | 2012"
  static bool IsRowOfBars(std::string_view text) {
    const size_t bar = text.find(" | ");
    return bar != std::string_view::npos && text.find(" | ", bar + 3) != std::string_view::npos;
  }

  // "BSc | Physics | University of Leeds | 2019 | Grade:" over "First": a few words had no room.
  bool EndsRowOfBars(const Clues& above, const Line& line) const {
    constexpr size_t kMostWords = 6, kSentence = 4;
    const Line& previous = LastLine(above);
    if (!IsRowOfBars(above.text) || previous.cells.size() > 1 || line.cells.size() > 1 ||
        line.words.size() > kMostWords || line.gap_before > 0.6 * line.size) {
      return false;
    }
    const Word& first = document_.words[line.words.begin];
    if (line.region_box.x1 - previous.box.x1 > first.box.width() + 0.3 * first.size) return false;
    const std::string text = TextOf(document_, line);
    return !IsRowOfBars(text) && !(line.words.size() >= kSentence && EndsSentence(text)) &&
           !EndsWithRange(above.text) && StylesAlike(above.style, StyleOf(document_, line));
  }

  bool EndsWithRange(std::string_view text) const {
    const std::vector<DateRange> dates = FindDateRanges(text, lexicon_);
    if (dates.empty()) return false;
    const DateRange& last = dates.back();
    return ((last.is_range && !last.open) || last.current) &&
           TrimSeparators(text.substr(last.text_end)).size() <= 1;
  }

  // "August 2013" over "to" over "August 2014".
  bool SpansThreeLines(const Clues& above, size_t index, IndexRange range) const {
    if (!IsOnlyDates(above.text, lexicon_)) return false;
    const std::string text = TextOf(document_, lines_[index]);
    constexpr size_t kLongestWord = 6;  // bytes: "to", "until", "bis"
    const auto is_range = [&](const std::string& whole) {
      const std::vector<DateRange> dates = FindDateRanges(whole, lexicon_);
      return dates.size() == 1 && (dates[0].is_range || dates[0].current) &&
             dates[0].text_begin == 0 && dates[0].text_end == whole.size();
    };
    if (!above.tails.empty()) return is_range(above.text + " " + text);
    const bool has_next = index + 1 < range.end && lines_[index + 1].page == lines_[index].page &&
                          lines_[index + 1].region == lines_[index].region;
    return has_next && text.size() <= kLongestWord && !FindDateRange(text, lexicon_).has_value() &&
           !is_range(above.text) &&
           is_range(above.text + " " + text + " " + TextOf(document_, lines_[index + 1]));
  }

  // "Sergeant, Neighbourhood | 2012 – today" over "Policing": a line under the first cell that sits
  // closer to its row than anything else around it.
  bool EndsFirstCell(const Clues& above, size_t index, IndexRange range) const {
    const Line& row = lines_[above.line];
    const Line& line = lines_[index];
    if (row.cells.size() != 2 || line.cells.size() != 1 || row.page != line.page) return false;
    constexpr double kAligned = 2;  // points
    if (std::abs(row.cells[0].box.x0 - line.box.x0) > kAligned) return false;
    if (line.box.x1 > row.cells[1].box.x0) return false;
    if (!IsOnlyDates(TextOf(document_, row.cells[1].words), lexicon_)) return false;
    if (HadNoRoom(above, row, line)) return true;
    if (!(StyleOf(document_, line.words).font == StyleOf(document_, row.cells[0].words).font) ||
        std::abs(row.size - line.size) > 0.5) {
      return false;
    }
    // A degree under a school is a line of its own.
    const std::string text = TextOf(document_, line);
    if (options_.single_dates && StartsWithDegree(text, lexicon_)) return false;
    const double gap_above = row.gap_before > 0 ? row.gap_before : 1e9;
    return line.gap_before * 2 + 2 < std::min(gap_above, GapBelow(index, range));
  }

  // "Clerk, Royal Insti- | 2012 – today" over "tute, Leeds": the first cell is as wide as the dates
  // leave room for, and the line goes on in its last look.
  bool HadNoRoom(const Clues& above, const Line& row, const Line& line) const {
    constexpr double kBetweenCells = 1.2;  // type sizes
    const size_t last =
        above.tails.empty() ? row.cells[0].words.end - 1 : lines_[above.tails.back()].words.end - 1;
    const Word& before = document_.words[last];
    const Word& first = document_.words[line.words.begin];
    if (row.cells[1].box.x0 - before.box.x1 > first.box.width() + kBetweenCells * first.size)
      return false;
    const std::string text = TextOf(document_, line);
    if (IsOnlyDates(text, lexicon_) || line.gap_before > 0.6 * line.size) return false;
    if (before.text.ends_with('-') && StartsLower(first.text)) return true;
    return StylesAlike(StyleOf(document_, IndexRange{last, last + 1}),
                       StyleOf(document_, IndexRange{line.words.begin, line.words.begin + 1})) &&
           (before.text.ends_with(',') ||
            !NameDifferentThings(TextOf(document_, row.cells[0].words), text, lexicon_));
  }

  // "Qualification | Institution | Year | Result": the header of a table, not an entry.
  bool IsTableHeader(const Line& line) const {
    if (line.cells.size() < 2) return false;
    return std::all_of(line.cells.begin(), line.cells.end(), [&](const Cell& cell) {
      const std::string text = TextOf(document_, cell.words);
      return lexicon_.Find(LexiconTable::kFieldLabels, text).has_value() ||
             lexicon_.Find(LexiconTable::kScoreWords, text).has_value() ||
             lexicon_.Find(LexiconTable::kSectionHeadings, text).has_value();
    });
  }

  // Cells of a table row that wrap: each stands under a cell of the row above.
  static bool ContinuesCells(const Line& above, const Line& line) {
    if (above.cells.size() < 3 || line.cells.size() >= above.cells.size() || line.bullet ||
        above.page != line.page || above.rule_below || line.gap_before > 0.6 * line.size) {
      return false;
    }
    constexpr double kAligned = 2;  // points
    return std::all_of(line.cells.begin(), line.cells.end(), [&](const Cell& cell) {
      return std::any_of(above.cells.begin(), above.cells.end(), [&](const Cell& other) {
        return std::abs(other.box.x0 - cell.box.x0) < kAligned;
      });
    });
  }

  // A wrapped bullet hangs at the bullet's text; a wrapped sentence starts in lower case after a
  // line that reached the right edge.
  bool Continues(const Clues& previous, const Line& line, const Clues& clues) const {
    const Line& above = LastLine(previous);
    if (line.bullet || line.label || above.label || line.region != above.region ||
        line.cells.size() > 1) {
      return false;
    }
    if (!(clues.style.bold == previous.style.bold && clues.style.size == previous.style.size)) {
      return false;
    }
    if (line.page == above.page && line.gap_before > above.box.height() * 0.9) return false;
    // Would the first word have fitted on the line above?  Then the break was meant.
    const Word& first = document_.words[line.words.begin];
    const double room = above.region_box.x1 - above.box.x1;
    const bool forced = room < first.box.width() + 0.35 * line.size;
    const bool of_bullet = previous.bullet || previous.continues;
    // At the bullet's text, or at its sign.
    const double outdent = above.box.x0 - line.box.x0;
    const bool hangs = std::abs(outdent) < 4 ||
                       (above.bullet && forced && outdent > 0 && outdent < 1.5 * line.size);
    if (!hangs) return false;
    // "… back to" over "1996."
    const bool ends_bullet = of_bullet && forced && clues.text.ends_with('.');
    if (IsOnlyDates(clues.text, lexicon_) && !ends_bullet) return false;
    if (EndsListWithDates(previous.text) && EndsListWithDates(clues.text)) return false;
    if (BeginsListWithDates(previous.text) && BeginsListWithDates(clues.text)) return false;
    if (IsRowOfBars(previous.text) && (IsRowOfBars(clues.text) || EndsWithRange(previous.text)))
      return false;
    if (LeavesBracketOpen(previous.text)) return true;
    if (above.cells.size() > 1 && !previous.bullet && !previous.continues) return false;
    if (of_bullet) return forced || StartsLower(clues.text);
    return forced && (StartsLower(clues.text) || above.words.size() >= kProseWords);
  }

  // A paragraph is prose from its first line to its last.
  void MarkParagraphs() {
    for (size_t i = clues_.size(); i-- > 1;) {
      if (clues_[i].continues && !clues_[i - 1].bullet &&
          (clues_[i].prose || EndsSentence(clues_[i].text))) {
        clues_[i].prose = true;
        clues_[i - 1].prose = !clues_[i - 1].names_place;
      }
    }
    for (size_t i = 1; i < clues_.size(); ++i) {
      if (clues_[i].continues && clues_[i - 1].prose) clues_[i].prose = true;
    }
  }

  // Dates that stand apart from the words around them, not inside a sentence.
  bool HasHeadDate(const Clues& clues) const {
    std::vector<std::string> texts;
    for (const Cell& cell : lines_[clues.line].cells) {
      texts.push_back(TextOf(document_, cell.words));
    }
    if (texts.size() == 1) texts[0] = clues.text;
    for (const std::string& text : texts) {
      for (const DateRange& range : FindDateRanges(text, lexicon_)) {
        const bool counts = range.is_range || range.current || range.open || options_.single_dates;
        if (!counts && !IsOnlyDates(text, lexicon_)) {
          const bool at_end =
              TrimSeparators(std::string_view(text).substr(range.text_end)).size() <= 1;
          // "… before the tribunal, 2023." is a sentence.
          const bool sentence =
              text.ends_with('.') && range.text_end + 1 == text.size() && range.text_begin > 0;
          if (!at_end || sentence) continue;
        }
        if (StandsApart(text, range)) return true;
      }
    }
    return false;
  }

  bool StandsApart(std::string_view text, const DateRange& range) const {
    if (PartsTwoNames(text, range) || PartsDegreeFromSchool(text, range)) return true;
    const std::string_view before = TrimSpace(text.substr(0, range.text_begin));
    const std::string_view after = TrimSpace(text.substr(range.text_end));
    const size_t words_after = SplitWords(after).size();
    if (before.empty()) return words_after < 14;
    if (before == "[" || before == "(") return true;
    const std::vector<std::string_view> words_before = SplitWords(before);
    static constexpr std::string_view kPrepositions[] = {
        "in", "from", "since", "between", "by", "during", "of", "for", "until", "the"};
    const std::string last = ToLower(words_before.back());
    const bool preposition = std::find(std::begin(kPrepositions), std::end(kPrepositions), last) !=
                             std::end(kPrepositions);
    if (preposition && words_before.size() > 1) return false;
    const bool bracketed = before.ends_with('(') || before.ends_with('[');
    if (words_after == 0 || TrimSeparators(after).size() <= 1) {
      const auto is_word = [](std::string_view word) { return word.size() > 1 || HasLetter(word); };
      return std::count_if(words_before.begin(), words_before.end(), is_word) < 16;
    }
    if (bracketed) return words_before.size() < 14 && words_after < 14;
    const char next = after.front();
    return words_after <= 8 &&
           (next == ',' || next == '|' || next == '/' || next == ')' || next == ':' ||
            static_cast<unsigned char>(next) >= 0x80 || next == '-');
  }

  // "Cook 05/2019 to 06/2021 Acme Ltd Leeds": a range by the month between two names, in a line
  // that is no sentence.
  static bool PartsTwoNames(std::string_view text, const DateRange& range) {
    if (!(range.is_range || range.current) || range.start.month == 0) return false;
    const std::string_view before = TrimSpace(text.substr(0, range.text_begin));
    const std::string_view after = TrimSpace(text.substr(range.text_end));
    constexpr size_t kMostWords = 8;
    const auto is_name = [&](std::string_view part) {
      return HasLetter(part) && StartsUpper(part) && SplitWords(part).size() <= kMostWords &&
             !EndsSentence(part);
    };
    if (!is_name(before) || !is_name(after)) return false;
    // The word before the dates is part of a name as well: "in 05/2019" is none.
    return StartsUpper(SplitWords(before).back()) || !HasLetter(SplitWords(before).back());
  }

  // "MBA : Finance 2006 University of North Texas"
  bool PartsDegreeFromSchool(std::string_view text, const DateRange& range) const {
    if (!options_.single_dates) return false;
    const std::string_view after = TrimSpace(text.substr(range.text_end));
    return StartsUpper(after) && !EndsSentence(after) &&
           StartsWithDegree(text.substr(0, range.text_begin), lexicon_) &&
           lexicon_.Contains(LexiconTable::kSchoolWords, after);
  }

  // "11/2013 to 03/2015 Acme Ltd Austin, TX Managed all …", a title before it or not.
  bool StartsWithDates(const Clues& clues) const {
    if (!clues.names_place) return false;
    const std::optional<DateRange> dates = FindDateRange(clues.text, lexicon_);
    return dates.has_value() && (dates->is_range || dates->current) &&
           (dates->text_begin == 0 ||
            EndsTitle(std::string_view(clues.text).substr(0, dates->text_begin)));
  }

  // "[2019 – 2021] Name – what it is and does.": a head however long it is.
  bool StartsWithBracketedRange(const Clues& clues) const {
    if (!clues.text.starts_with('[') && !clues.text.starts_with('(')) return false;
    const std::optional<DateRange> dates = FindDateRange(clues.text, lexicon_);
    return dates.has_value() && (dates->is_range || dates->current) &&
           TrimSpace(std::string_view(clues.text).substr(1, dates->text_begin - 1)).empty() &&
           dates->text_begin > 0;
  }

  void FindAnchors() {
    const auto collect = [&](bool bullets) {
      anchors_.clear();
      for (size_t i = 0; i < clues_.size(); ++i) {
        Clues& clues = clues_[i];
        clues.anchor = false;
        if (clues.bullet != bullets) continue;
        if (!StartsWithBracketedRange(clues) &&
            (clues.continues || clues.prose || !(HasHeadDate(clues) || StartsWithDates(clues)))) {
          continue;
        }
        clues.only_dates = IsOnlyDates(clues.text, lexicon_);
        clues.anchor = true;
        anchors_.push_back(i);
      }
    };
    collect(false);
    // Each entry may be a bullet of its own: "• 2015-2019  Driver, Acme".
    if (anchors_.empty()) {
      collect(true);
      bullet_entries_ = !anchors_.empty();
    }
    MergeSplitDates();
  }

  // "January 2014 –" over "March 2016": one anchor.
  void MergeSplitDates() {
    std::vector<size_t> merged;
    for (const size_t anchor : anchors_) {
      if (!merged.empty() && merged.back() + 1 == anchor && clues_[anchor].only_dates) {
        const std::optional<DateRange> above = FindDateRange(clues_[merged.back()].text, lexicon_);
        if (above.has_value() && (above->open || !above->is_range) && !above->current) {
          const std::optional<DateRange> both =
              FindDateRange(clues_[merged.back()].text + " " + clues_[anchor].text, lexicon_);
          if (both.has_value() && both->is_range) {
            clues_[anchor].anchor = false;
            continue;
          }
        }
      }
      merged.push_back(anchor);
    }
    anchors_ = std::move(merged);
  }

  double MedianGap() const {
    std::vector<double> gaps;
    for (const Clues& clues : clues_) {
      if (!clues.section_start && clues.gap > 0) gaps.push_back(clues.gap);
    }
    if (gaps.empty()) return 0;
    std::nth_element(gaps.begin(), gaps.begin() + gaps.size() / 2, gaps.end());
    return gaps[gaps.size() / 2];
  }

  bool MayBeHead(size_t i) const {
    const Clues& clues = clues_[i];
    return (!clues.bullet || bullet_entries_) && !clues.prose && !clues.continues && !clues.told;
  }

  // Set in from the line with the dates, in a section that is set flush left: said of the entry
  // above.
  bool Indented(size_t i, size_t anchor) const {
    constexpr double kIndent = 7;  // points
    const Line& line = lines_[clues_[i].line];
    const Line& row = lines_[clues_[anchor].line];
    return flush_left_ && line.page == row.page && line.region == row.region &&
           line.box.x0 > row.box.x0 + kIndent;
  }

  // Most lines start at one of two edges: the entries' and the bullets'.
  bool IsFlushLeft() const {
    std::map<int, size_t> edges;
    for (const Clues& clues : clues_)
      ++edges[static_cast<int>(std::lround(lines_[clues.line].box.x0))];
    std::vector<size_t> counts;
    for (const auto& [x, count] : edges) counts.push_back(count);
    std::sort(counts.rbegin(), counts.rend());
    size_t two = 0;
    for (size_t i = 0; i < counts.size() && i < 2; ++i) two += counts[i];
    return two * 10 >= clues_.size() * 8;
  }

  // The earliest line that can open the entry of the anchor: nothing but head lines between.
  size_t WindowStart(size_t anchor, size_t floor) const {
    size_t start = anchor;
    while (start > floor && anchor - start < kMaxHeadLines && !clues_[start].section_start &&
           MayBeHead(start - 1) && !clues_[start - 1].anchor && !Indented(start - 1, anchor)) {
      --start;
    }
    return start;
  }

  double StartScore(size_t start, size_t anchor, double median_gap) const {
    const Clues& clues = clues_[start];
    double score = 0;
    const size_t before = anchor - start;
    if (lines_before_.has_value() && before == *lines_before_) score += 2;
    for (const Style& style : start_styles_) {
      if (StylesAlike(style, clues.style)) {
        score += 2;
        break;
      }
    }
    if (clues.section_start) score += OpensSection(clues) ? 9 : 3;
    if (clues.label) score += 1;
    if (median_gap > 0 && clues.gap > kEntryGap * median_gap) score += 2;
    if (start > 0) {
      const Clues& above = clues_[start - 1];
      if (above.bullet || above.continues || above.prose) score += 1.5;
      if (clues.style.bold && !above.style.bold) score += 1;
      if (clues.style.size > above.style.size) score += 1;
    }
    // Something between the start and the dates that stands apart from the start: no.  How much
    // white stands above the first line of a page is not known.
    const bool page_top =
        start > 0 && lines_[clues_[start].line].page != LastLine(clues_[start - 1]).page;
    for (size_t i = start + 1; i <= anchor; ++i) {
      if (!page_top && median_gap > 0 && clues_[i].gap > kEntryGap * median_gap &&
          clues_[i].gap > clues.gap) {
        score -= 2;
      }
      if (clues_[i].label) score -= 2;
    }
    if (start < anchor && !clues.section_start && !clues.label && IsDimmerThanNext(start)) {
      score -= 1.5;
    }
    return score;
  }

  // A short first line is no introduction: whose should it be if not the first entry's?
  static bool OpensSection(const Clues& clues) {
    constexpr size_t kMostWords = 8;
    return SplitWords(clues.text).size() <= kMostWords && !EndsSentence(clues.text) &&
           !clues.text.ends_with(':');
  }

  // The end of the entry above, in the type of the text, over a headline.
  bool IsDimmerThanNext(size_t i) const {
    return clues_[i + 1].style.bold && !clues_[i].style.bold &&
           clues_[i].style.size <= clues_[i + 1].style.size;
  }

  void ChooseStarts() {
    const double median_gap = MedianGap();
    starts_.clear();
    size_t floor = 0;
    for (const size_t anchor : anchors_) {
      const size_t first = WindowStart(anchor, floor);
      size_t best = anchor;
      double best_score = -1e9;
      for (size_t start = first; start <= anchor; ++start) {
        const double score = StartScore(start, anchor, median_gap);
        if (score > best_score) {
          best_score = score;
          best = start;
        }
      }
      starts_.push_back(best);
      floor = anchor + 1;
    }
  }

  void FindStartsFromDates() {
    // The first entry of each stretch is the one whose start is certain.
    std::map<size_t, int> votes;
    for (const size_t anchor : anchors_) {
      const size_t first = WindowStart(anchor, 0);
      if (clues_[first].section_start) {
        votes[anchor - first] += 2;
        start_styles_.push_back(clues_[first].style);
      }
    }
    if (!votes.empty()) {
      lines_before_ =
          std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) {
            return a.second < b.second;
          })->first;
    }
    ChooseStarts();
    // Again, with what most entries turned out to look like.
    std::map<size_t, int> before;
    std::map<Style, int> styles;
    for (size_t k = 0; k < starts_.size(); ++k) {
      ++before[anchors_[k] - starts_[k]];
      ++styles[clues_[starts_[k]].style];
    }
    lines_before_ =
        std::max_element(before.begin(), before.end(), [](const auto& a, const auto& b) {
          return a.second < b.second;
        })->first;
    start_styles_.clear();
    for (const auto& [style, count] : styles) {
      if (count * 3 >= static_cast<int>(starts_.size())) start_styles_.push_back(style);
    }
    ChooseStarts();
  }

  // Lines that look like the first line of an entry and like nothing else open one, dates or not.
  void AddUndatedStarts() {
    if (starts_.size() < 2 && !(starts_.size() == 1)) return;
    const Style& style = clues_[starts_.front()].style;
    for (const size_t start : starts_) {
      if (!StylesAlike(clues_[start].style, style)) return;
    }
    const Style body = BodyStyle(document_, lines_);
    if (Prominence(style, body) <= 0) return;
    std::vector<size_t> added;
    for (size_t i = 0; i < clues_.size(); ++i) {
      if (!MayBeHead(i) || !(clues_[i].style == style) || clues_[i].anchor) continue;
      if (InHead(i)) continue;
      if (i > 0 && !added.empty() && added.back() + 1 == i) continue;
      added.push_back(i);
    }
    starts_.insert(starts_.end(), added.begin(), added.end());
    std::sort(starts_.begin(), starts_.end());
  }

  // Between an entry's start and its dates, or right behind them.
  bool InHead(size_t i) const {
    for (size_t k = 0; k < starts_.size() && k < anchors_.size(); ++k) {
      if (i >= starts_[k] && i <= EndOfHead(anchors_[k])) return true;
    }
    return false;
  }

  // Beside dates in the margin a head may have more lines of one look: "Nurse" over "St. Mary".
  size_t EndOfHead(size_t anchor) const {
    size_t end = anchor + 1;
    while (clues_[anchor].label && end + 1 < clues_.size() && end - anchor < kMaxHeadLines &&
           !clues_[end + 1].anchor && clues_[end + 1].style == clues_[end].style) {
      ++end;
    }
    return end;
  }

  void FindStartsWithoutDates() {
    const Style body = BodyStyle(document_, lines_);
    const Clues& first = clues_.front();
    const double median_gap = MedianGap();
    bool all_bullets = true, any_bullet = false, gaps = false;
    for (const Clues& clues : clues_) {
      all_bullets = all_bullets && (clues.bullet || clues.continues);
      any_bullet = any_bullet || clues.bullet;
      gaps = gaps || (!clues.section_start && clues.gap > kEntryGap * median_gap);
    }
    const bool prominent = Prominence(first.style, body) > 0 && !first.bullet;
    const bool one_look = std::all_of(clues_.begin(), clues_.end(), [&](const Clues& clues) {
      return !clues.bullet && StylesAlike(clues.style, first.style);
    });
    size_t names = 0;
    for (size_t i = 0; i < clues_.size(); ++i) names += BeginsWithName(i) ? 1 : 0;
    named_starts_ = names > 1 && BeginsWithName(0);
    for (size_t i = 0; i < clues_.size(); ++i) {
      const Clues& clues = clues_[i];
      bool start = clues.section_start;
      if (named_starts_) {
        start = start || BeginsWithName(i);
      } else if (all_bullets) {
        start = clues.bullet;
      } else if (prominent && one_look && !gaps) {
        start = start || (MayBeHead(i) && !CompletesEntry(i));
      } else if (prominent) {
        start = start || (StylesAlike(clues.style, first.style) && MayBeHead(i) &&
                          !StylesAlike(clues_[i - 1].style, first.style));
      } else if (gaps) {
        start = start || (clues.gap > kEntryGap * median_gap && MayBeHead(i));
      } else if (any_bullet) {
        start = start || (MayBeHead(i) && (clues_[i - 1].bullet || clues_[i - 1].continues));
      } else {
        start = start || (MayBeHead(i) && !CompletesEntry(i));
      }
      if (start) starts_.push_back(i);
    }
    bullet_entries_ = all_bullets;
  }

  // "Flood Map – Shows all floods.", the name in a look of its own.
  bool BeginsWithName(size_t i) const {
    constexpr size_t kLongestName = 6;  // words
    const Line& line = lines_[clues_[i].line];
    if (clues_[i].continues || line.cells.size() > 1) return false;
    const IndexRange words = line.cells.front().words;
    for (size_t w = words.begin + 1; w + 1 < words.end && w <= words.begin + kLongestName; ++w) {
      const std::string& text = document_.words[w].text;
      if (text != "-" && text != "–" && text != "—") continue;
      const Style name = StyleOf(document_, IndexRange{w - 1, w});
      const Style told = StyleOf(document_, IndexRange{w + 1, w + 2});
      return name.colour != told.colour || name.bold != told.bold || name.italic != told.italic;
    }
    return false;
  }

  // The degree under the school of the entry that was begun last, where neither names both.
  bool CompletesEntry(size_t i) const {
    if (starts_.empty() || !options_.single_dates) return false;
    unsigned named = 0;
    for (size_t k = starts_.back(); k < i; ++k) named |= ThingsNamed(clues_[k].text, lexicon_);
    const unsigned more = ThingsNamed(clues_[i].text, lexicon_);
    return named != 0 && more != 0 && (named & more) == 0;
  }

  // "Lead 86 associates over three shifts": five words and more, most of them written small.
  static bool SaysWhatWasDone(std::string_view text) {
    constexpr size_t kFewestWords = 5;
    const std::vector<std::string_view> words = SplitWords(text);
    if (words.size() < kFewestWords) return false;
    const auto is_small = [](std::string_view word) { return StartsLower(word); };
    const auto small = std::count_if(words.begin() + 1, words.end(), is_small);
    return static_cast<size_t>(small) * 2 >= words.size();
  }

  // "Royal Institute (Leeds).": a full stop behind a row of names.
  bool IsNameWithStop(std::string_view text) const {
    constexpr size_t kMostWords = 8;
    if (IsListOfNames(text)) return true;
    return text.ends_with('.') && SplitWords(text).size() <= kMostWords &&
           (IsRowOfNames(text) || (text.ends_with(").") && !SaysWhatWasDone(text)));
  }

  bool NamesEmployer(std::string_view text) const {
    return text.find('(') != std::string_view::npos || IsListOfNames(text) ||
           lexicon_.Contains(LexiconTable::kEmployerWords, text) ||
           lexicon_.Contains(LexiconTable::kSchoolWords, text);
  }

  // How many lines behind the dates still belong to the head: those that nearly all entries have,
  // in one style, and that are no sentences.
  size_t LinesAfter() {
    size_t after = 0;
    for (size_t offset = 1; offset <= kMaxHeadLines; ++offset) {
      size_t have = 0, entries = 0, sayings = 0, stops = 0, names = 0, ends = 0;
      std::map<Style, size_t> styles;
      for (size_t k = 0; k < anchors_.size(); ++k) {
        const size_t i = anchors_[k] + offset;
        const size_t end = EndOf(anchors_[k]);
        ++entries;
        if (i >= end || !MayBeHead(i)) continue;
        const bool sentence = EndsSentence(clues_[i].text) || clues_[i].text.size() > 110;
        const bool stopped = sentence && IsNameWithStop(clues_[i].text);
        if (sentence && !stopped && !clues_[i].names_place) continue;
        stops += stopped ? 1 : 0;
        ends += clues_[i].text.ends_with('.') ? 1 : 0;
        names += stopped && NamesEmployer(clues_[i].text) ? 1 : 0;
        ++have;
        sayings += SaysWhatWasDone(clues_[i].text) ? 1 : 0;
        Style style = clues_[i].style;
        style.caps = false;
        ++styles[style];
      }
      size_t most = 0;
      for (const auto& [style, count] : styles) most = std::max(most, count);
      if (entries == 0 || have * 5 < entries * 3 || most * 3 < have * 2) break;
      // Text without bullets; the line right behind dates that stand alone may still be a title.
      const bool named = offset > 1 || lines_before_.value_or(0) > 0;
      if (named && sayings * 2 > have) break;
      const bool most_stop = stops * 2 > have;
      if (most_stop && (have < 2 || names * 2 < stops)) break;
      heads_end_with_stops_ = heads_end_with_stops_ || (have > 1 && ends * 2 > have);
      after = offset;
    }
    return after;
  }

  // The start that comes after clue i.
  size_t EndOf(size_t i) const {
    const auto next = std::upper_bound(starts_.begin(), starts_.end(), i);
    return next == starts_.end() ? clues_.size() : *next;
  }

  std::vector<Entry> Cut() {
    std::vector<Entry> entries;
    const size_t after = LinesAfter();
    const std::set<Style> head_looks = HeadLooks();
    for (size_t k = 0; k < starts_.size(); ++k) {
      const size_t begin = starts_[k];
      const size_t end = k + 1 < starts_.size() ? starts_[k + 1] : clues_.size();
      Entry entry;
      size_t head_end = begin + 1;
      size_t anchor = end;
      for (size_t i = begin; i < end && i <= begin + kMaxHeadLines; ++i) {
        if (clues_[i].anchor) {
          anchor = i;
          break;
        }
      }
      entry.dated = anchor < end;
      size_t last = entry.dated ? anchor + after : begin + kMaxHeadLines;
      if (last == anchor && anchor + 1 < end && HasLookOfHeads(begin, anchor, head_looks)) ++last;
      for (size_t i = begin; i < end; ++i) {
        const bool head = i == begin || (entry.dated && i <= anchor) ||
                          (i <= last && i == head_end && IsHeadLine(i, entry.dated)) ||
                          (named_starts_ && i == head_end && clues_[i].continues);
        if (head && i <= head_end) head_end = i + 1;
        std::vector<size_t>& part = head ? entry.head : entry.body;
        part.push_back(clues_[i].line);
        part.insert(part.end(), clues_[i].tails.begin(), clues_[i].tails.end());
        if (head) {
          entry.tails.insert(entry.tails.end(), clues_[i].tails.begin(), clues_[i].tails.end());
        }
      }
      entries.push_back(std::move(entry));
    }
    // Lines before the first entry belong to it: an introduction is part of its body.
    if (!entries.empty() && starts_.front() > 0) {
      std::vector<size_t> intro;
      for (size_t i = 0; i < starts_.front(); ++i) {
        intro.push_back(clues_[i].line);
        intro.insert(intro.end(), clues_[i].tails.begin(), clues_[i].tails.end());
      }
      entries.front().body.insert(entries.front().body.begin(), intro.begin(), intro.end());
    }
    return entries;
  }

  Style FirstLook(size_t i) const {
    Style style = StyleOf(document_, lines_[clues_[i].line].cells.front().words);
    style.caps = false;
    return style;
  }

  // Looks that set the first lines of entries and their lines with dates apart from the text.
  std::set<Style> HeadLooks() const {
    const Style body = BodyStyle(document_, lines_);
    std::set<Style> looks;
    for (const std::vector<size_t>* heads : {&starts_, &anchors_}) {
      for (const size_t i : *heads) {
        const Style style = FirstLook(i);
        if (style.bold != body.bold || style.italic != body.italic) looks.insert(style);
      }
    }
    return looks;
  }

  // "Clerk" under "Acme Ltd  2012 – 2015", where others are "Manager  2015 – 2019", in its look.
  bool HasLookOfHeads(size_t begin, size_t anchor, const std::set<Style>& looks) const {
    constexpr size_t kMostWords = 10;
    const Clues& clues = clues_[anchor + 1];
    const Style style = FirstLook(anchor + 1);
    return MayBeHead(anchor + 1) && looks.contains(style) && !(style == FirstLook(anchor)) &&
           !(style == FirstLook(begin)) && SplitWords(clues.text).size() <= kMostWords;
  }

  void FindFieldLabels(const std::vector<IndexRange>& ranges) {
    for (const IndexRange& range : ranges) {
      for (size_t i = range.begin; i < range.end; ++i) {
        if (lines_[i].role != LineRole::kBody || IsTableHeader(lines_[i])) continue;
        auto labelled = FindFieldLabel(document_, lines_, i, lexicon_);
        if (labelled.has_value()) labelled_.push_back(std::move(*labelled));
      }
    }
  }

  // "Employer: Acme Ltd", "Position: Cook" …: the first line and others of each entry say what
  // they are.
  bool IsForm() const {
    std::set<std::string_view> fields;
    size_t lines = 0, of_head = 0;
    for (const LabelledLine& labelled : labelled_) {
      if (!IsFieldOfHead(labelled.field)) continue;
      fields.insert(labelled.field);
      ++of_head;
      lines += labelled.field == labelled_.front().field ? 1 : 0;
    }
    const bool names = fields.contains("employer") || fields.contains("position") ||
                       fields.contains("institution") || fields.contains("degree");
    return fields.size() >= 2 && names && labelled_.front().line == clues_.front().line &&
           lines > 0 && of_head >= 2 * lines;
  }

  // The label that its sections' first line has opens each entry.
  std::vector<Entry> CutForm(const std::vector<IndexRange>& ranges) const {
    std::vector<Entry> entries;
    const LabelledLine* in_margin = nullptr;
    for (const IndexRange& range : ranges) {
      for (size_t i = range.begin; i < range.end; ++i) {
        if (lines_[i].role != LineRole::kBody || IsTableHeader(lines_[i])) continue;
        const auto found = std::find_if(labelled_.begin(), labelled_.end(),
                                        [&](const LabelledLine& each) { return each.line == i; });
        const bool of_head = found != labelled_.end() && IsFieldOfHead(found->field);
        if (entries.empty() || (of_head && found->field == labelled_.front().field))
          entries.emplace_back();
        Entry& entry = entries.back();
        if (of_head && found->value.empty()) {
          in_margin = &*found;
          continue;
        }
        if (of_head || in_margin != nullptr) {
          entry.head.push_back(i);
          entry.labelled.push_back(of_head ? *found
                                           : LabelledLine{i, in_margin->field, lines_[i].words});
          entry.dated = entry.dated || entry.labelled.back().field == "dates";
        } else {
          entry.body.push_back(i);
        }
        in_margin = nullptr;
      }
    }
    return entries;
  }

  bool IsHeadLine(size_t i, bool dated) const {
    const Clues& clues = clues_[i];
    if (clues.bullet || clues.prose || clues.continues || clues.told) return false;
    if (clues.names_place) return true;
    const bool name = heads_end_with_stops_ && !SaysWhatWasDone(clues.text);
    if (EndsSentence(clues.text) && clues.text.size() > 12 && !name) return false;
    return dated || clues.text.size() <= 90;
  }

  const Document& document_;
  const std::vector<Line>& lines_;
  const Lexicon& lexicon_;
  const EntryOptions& options_;
  std::vector<Clues> clues_;
  std::vector<LabelledLine> labelled_;
  std::vector<size_t> anchors_;  // indices into clues_
  std::vector<size_t> starts_;   // indices into clues_
  std::optional<size_t> lines_before_;
  std::vector<Style> start_styles_;
  bool bullet_entries_ = false;
  bool named_starts_ = false;  // each entry begins with its name and a dash
  bool flush_left_ = false;
  bool heads_end_with_stops_ = false;
};

}  // namespace

bool NameDifferentThings(std::string_view a, std::string_view b, const Lexicon& lexicon) {
  const unsigned in_a = ThingsNamed(a, lexicon), in_b = ThingsNamed(b, lexicon);
  return in_a != 0 && in_b != 0 && (in_a & in_b) == 0;
}

IndexRange LinesOf(const Entry& entry) {
  IndexRange lines{static_cast<size_t>(-1), 0};
  for (const std::vector<size_t>* part : {&entry.head, &entry.body}) {
    for (const size_t line : *part) {
      lines.begin = std::min(lines.begin, line);
      lines.end = std::max(lines.end, line + 1);
    }
  }
  return lines.end == 0 ? IndexRange{} : lines;
}

std::vector<Entry> FindEntries(const Document& document, const std::vector<Line>& lines,
                               const std::vector<IndexRange>& ranges, const Lexicon& lexicon,
                               const EntryOptions& options) {
  return EntryFinder(document, lines, lexicon, options).Find(ranges);
}

}  // namespace atsmatch
