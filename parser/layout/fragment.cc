#include "parser/layout/fragment.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>

#include "parser/text/dates.h"
#include "parser/text/lexicon.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

// Gaps in units of the font size.  A space is 0.25 to 0.35, in justified type up to 1.
constexpr double kAlwaysWide = 2.2;
constexpr double kPerhapsWide = 0.9;
constexpr double kWiderThanItsRow = 2.2;  // times the median gap of the row
constexpr double kHardlyWide = 0.7;
constexpr double kMuchWiderThanItsRow = 2.7;
constexpr double kTabGap = 0.55;   // when the next word stands at a tab stop
constexpr double kSameStop = 1.5;  // points
constexpr double kDateGap = 1.8;   // between the parts of one letter-spaced date
constexpr double kJointGap = 2.6;  // around the "to" of one
constexpr double kSpreadGap = 24;  // between the words of a heading in a justified column
constexpr double kOrdinarySpace = 0.4;
constexpr double kTightRows = 1.5;    // baseline to baseline
constexpr double kSameEdge = 2.0;     // points
constexpr double kSmallCaps = 0.35;   // of the larger size
constexpr double kSameLine = 0.6;     // points
constexpr double kBulletReach = 4.5;  // from a bullet to the text that hangs beside it

bool IsBulletWord(const Word& word) {
  if (word.text.size() > 4) return false;
  const std::vector<char32_t> points = ToCodePoints(word.text);
  return points.size() == 1 && IsBulletGlyph(points[0]);
}

// A letter or a dash may be a bullet or a word; the others cannot be words.
bool IsDoubtfulBullet(const Word& word) {
  return word.text.size() == 1 || word.text == "–" || word.text == "—";
}

double Size(const Word& word) {
  return word.size > 0.5 ? word.size : std::max(1.0, word.box.height());
}

// A heading beside the text that it names, a name beside contact details.
bool SizesDiffer(const Word& a, const Word& b) {
  return std::abs(Size(a) - Size(b)) > 0.15 * std::min(Size(a), Size(b));
}

double MedianGap(const std::vector<uint32_t>& row, const std::vector<Word>& words) {
  std::vector<double> gaps;
  for (size_t i = 1; i < row.size(); ++i) {
    const Word& left = words[row[i - 1]];
    const Word& right = words[row[i]];
    const double gap = (right.box.x0 - left.box.x1) / Size(right);
    if (!right.glued && gap > 0.05 && gap < kAlwaysWide) gaps.push_back(gap);
  }
  if (gaps.size() < 2) return 0.3;
  std::nth_element(gaps.begin(), gaps.begin() + gaps.size() / 2, gaps.end());
  return std::clamp(gaps[gaps.size() / 2], 0.2, 0.5);
}

class FragmentFinder {
 public:
  FragmentFinder(const Document& document, int page, const Lexicon& lexicon)
      : document_(document), words_(document.words), page_(page), lexicon_(lexicon) {
    for (const Shape& shape : document.shapes) {
      if (shape.page != page || shape.kind == Shape::Kind::kImage) continue;
      if (shape.box.width() < 3 && shape.box.height() > 6) walls_.push_back(shape.box);
    }
  }

  std::vector<Fragment> Find(std::vector<uint32_t> visible) {
    std::stable_sort(visible.begin(), visible.end(), [&](uint32_t a, uint32_t b) {
      return words_[a].baseline < words_[b].baseline;
    });
    std::vector<std::vector<uint32_t>> rows;
    for (size_t begin = 0, end = 0; begin < visible.size(); begin = end) {
      while (end < visible.size() && SameRow(words_[visible[begin]], words_[visible[end]])) ++end;
      rows.emplace_back(visible.begin() + begin, visible.begin() + end);
      std::stable_sort(rows.back().begin(), rows.back().end(),
                       [&](uint32_t a, uint32_t b) { return words_[a].box.x0 < words_[b].box.x0; });
    }
    FindTabStops(rows);
    for (const std::vector<uint32_t>& row : rows) AddRow(row);
    JoinRaisedText();
    for (Fragment& fragment : fragments_) Describe(&fragment);
    JoinDates();
    JoinHeadings();
    ReturnDashes();
    JoinLoneBullets();
    DropOrnaments();
    return std::move(fragments_);
  }

 private:
  static bool SameRow(const Word& a, const Word& b) {
    return std::abs(a.baseline - b.baseline) <= BaselineTolerance(Size(a), Size(b));
  }

  // Where words of many rows start behind more than a space, or start the row: a narrow gutter
  // whose gaps would pass for spaces in one row alone.
  void FindTabStops(const std::vector<std::vector<uint32_t>>& rows) {
    struct Start {
      double x;
      bool first, after_gap;
    };
    std::vector<Start> starts;
    for (const std::vector<uint32_t>& row : rows) {
      const double median_gap = MedianGap(row, words_);
      for (size_t i = 0; i < row.size(); ++i) {
        const Word& word = words_[row[i]];
        const double gap = i == 0 ? 0 : (word.box.x0 - words_[row[i - 1]].box.x1) / Size(word);
        starts.push_back({word.box.x0, i == 0, gap > kTabGap && gap > 1.5 * median_gap});
      }
    }
    std::sort(starts.begin(), starts.end(),
              [](const Start& a, const Start& b) { return a.x < b.x; });
    for (size_t begin = 0, end = 0; begin < starts.size(); begin = end) {
      size_t first = 0, after_gap = 0;
      for (; end < starts.size() && starts[end].x - starts[begin].x < kSameStop; ++end) {
        first += starts[end].first;
        after_gap += starts[end].after_gap;
      }
      const size_t others = end - begin - first - after_gap;
      if (after_gap >= 1 && first + after_gap >= 5 && (after_gap >= 2 || first >= 6) &&
          4 * others <= first + after_gap) {
        tab_stops_.push_back(starts[begin].x);
      }
    }
  }

  bool IsTabStop(double x) const {
    return std::any_of(tab_stops_.begin(), tab_stops_.end(),
                       [&](double stop) { return x >= stop - 0.1 && x < stop + kSameStop; });
  }

  void AddRow(const std::vector<uint32_t>& row) {
    const double median_gap = MedianGap(row, words_);
    size_t begin = 0;
    for (size_t i = 1; i <= row.size(); ++i) {
      if (i < row.size() && !Parts(row, begin, i, median_gap)) continue;
      if (i == begin + 1 && PartsTwoTexts(row, begin)) {  // a separator is no text
        begin = i;
        continue;
      }
      Fragment fragment;
      fragment.words.assign(row.begin() + begin, row.begin() + i);
      fragments_.push_back(std::move(fragment));
      begin = i;
    }
  }

  // Does a new fragment start with row[i]?
  bool Parts(const std::vector<uint32_t>& row, size_t begin, size_t i, double median_gap) const {
    const Word& left = words_[row[i - 1]];
    const Word& right = words_[row[i]];
    if (right.glued) return false;
    const double gap_points = right.box.x0 - left.box.x1;
    const double gap = gap_points / std::max(Size(left), Size(right));
    if (EndsDate(row, i)) return gap > kJointGap;
    if (i - 1 == begin && IsBulletWord(left))
      return gap > kBulletReach || PartsTwoTexts(row, begin);
    if (gap > kAlwaysWide) return true;
    if (gap > kPerhapsWide && gap > kWiderThanItsRow * median_gap) return true;
    if (gap > kHardlyWide && gap > kMuchWiderThanItsRow * median_gap) return true;
    if (gap_points > kTabGap * std::min(Size(left), Size(right)) && SizesDiffer(left, right))
      return true;
    if (gap > kTabGap && right.box.x0 - words_[row[begin]].box.x0 > 2 * Size(right) &&
        IsTabStop(right.box.x0)) {
      return true;
    }
    return gap > 0.2 && HasWallBetween(left, right);
  }

  // "Oct   2017   –", justified in a margin: a dash as far from the year as that from the month, or
  // nearer to it than to what is behind, is no bullet.
  bool EndsDate(const std::vector<uint32_t>& row, size_t i) const {
    const Word& dash = words_[row[i]];
    const Word& year = words_[row[i - 1]];
    if (dash.text != "–" && dash.text != "—" && dash.text != "-") return false;
    if (year.text.size() != 4 || !IsOnlyDates(year.text, lexicon_)) return false;
    const auto gap = [&](size_t k) { return words_[row[k]].box.x0 - words_[row[k - 1]].box.x1; };
    const bool spaced = i >= 2 && std::abs(gap(i) - gap(i - 1)) < kSameLine;
    return spaced || i + 1 == row.size() || gap(i) <= gap(i + 1) + kSameLine;
  }

  // "Apr 2021   •   Kraków, Poland": halfway between two texts of a row that is no item of a list.
  bool PartsTwoTexts(const std::vector<uint32_t>& row, size_t i) const {
    constexpr double kHalfway = 0.25;  // share of the wider gap
    if (i == 0 || i + 1 == row.size() || IsBulletWord(words_[row[0]])) return false;
    const Word& bullet = words_[row[i]];
    if (!IsBulletWord(bullet) || IsDoubtfulBullet(bullet)) return false;
    const double before = bullet.box.x0 - words_[row[i - 1]].box.x1;
    const double behind = words_[row[i + 1]].box.x0 - bullet.box.x1;
    return before > 0 && std::abs(before - behind) <= kHalfway * std::max(before, behind);
  }

  bool HasWallBetween(const Word& left, const Word& right) const {
    return std::any_of(walls_.begin(), walls_.end(), [&](const Box& wall) {
      return wall.x0 >= left.box.x1 - 1 && wall.x1 <= right.box.x0 + 1 &&
             wall.y0 < right.baseline && wall.y1 > right.baseline - 0.5 * Size(right);
    });
  }

  // Footnote marks, "1st" with a raised "st", fractions: small words that stand right behind a
  // larger one, a little above or below its baseline.
  void JoinRaisedText() {
    for (size_t i = 0; i < fragments_.size(); ++i) {
      if (fragments_[i].words.empty() || fragments_[i].words.size() > 2) continue;
      const Word& small = words_[fragments_[i].words.front()];
      for (size_t j = i > 8 ? i - 8 : 0; j < std::min(fragments_.size(), i + 9); ++j) {
        if (j == i || fragments_[j].words.empty()) continue;
        const Word& large = words_[fragments_[j].words.back()];
        const double gap = small.box.x0 - large.box.x1;
        if (Size(small) > 0.85 * Size(large) || gap < -0.5 || gap > 0.25 * Size(large)) continue;
        if (std::abs(small.baseline - large.baseline) > 0.6 * Size(large)) continue;
        auto& target = fragments_[j].words;
        target.insert(target.end(), fragments_[i].words.begin(), fragments_[i].words.end());
        fragments_[i].words.clear();
        JoinRest(j);
        break;
      }
    }
    std::erase_if(fragments_, [](const Fragment& fragment) { return fragment.words.empty(); });
  }

  // "1" + "st" + "prize": the rest of the row was cut off by the raised text.
  void JoinRest(size_t j) {
    const Word& last = words_[fragments_[j].words.back()];
    const Word& first = words_[fragments_[j].words.front()];
    for (size_t k = j > 8 ? j - 8 : 0; k < std::min(fragments_.size(), j + 9); ++k) {
      if (k == j || fragments_[k].words.empty()) continue;
      const Word& next = words_[fragments_[k].words.front()];
      const double gap = next.box.x0 - last.box.x1;
      if (gap < -0.5 || gap > 0.5 * Size(next) || !SameRow(first, next)) continue;
      auto& target = fragments_[j].words;
      target.insert(target.end(), fragments_[k].words.begin(), fragments_[k].words.end());
      fragments_[k].words.clear();
      return;
    }
  }

  // "2010-05   to   2014-01": letter-spaced dates have spaces as wide as gaps.
  void JoinDates() {
    for (size_t i = 1; i < fragments_.size();) {
      Fragment& left = fragments_[i - 1];
      const Fragment& right = fragments_[i];
      const double gap = right.box.x0 - left.box.x1;
      const double widest = left.dates && right.dates ? kDateGap : kJointGap;
      const bool near = gap > 0 && gap < widest * left.size &&
                        std::abs(left.baseline - right.baseline) < kSameLine &&
                        SameSize(left, right) && left.words.size() + right.words.size() <= 8;
      if (!near || !(left.dates || right.dates) || IsLabelOf(left, right)) {
        ++i;
        continue;
      }
      Fragment joined = left;
      joined.words.insert(joined.words.end(), right.words.begin(), right.words.end());
      const std::string text = TextOf(document_, joined) + TextAfter(i, right);
      if (!IsOnlyDates(text, lexicon_)) {
        ++i;
        continue;
      }
      joined.dates = true;
      joined.box.x1 = right.box.x1;
      left = std::move(joined);
      fragments_.erase(fragments_.begin() + i);
    }
  }

  // "Dates" beside "2010 – 2014": the row of a form.
  bool IsLabelOf(const Fragment& left, const Fragment& right) const {
    return !left.dates && right.dates &&
           lexicon_.Find(LexiconTable::kFieldLabels, TextOf(document_, left)).has_value();
  }

  // Small capitals have another size than digits.
  static bool SameSize(const Fragment& a, const Fragment& b) {
    return std::abs(a.size - b.size) < kSmallCaps * std::max(a.size, b.size);
  }

  // The third of "2010-05", "to", "2014-01": two of them alone are no date.
  std::string TextAfter(size_t i, const Fragment& last) const {
    if (last.dates || i + 1 >= fragments_.size()) return "";
    const Fragment& next = fragments_[i + 1];
    const double gap = next.box.x0 - last.box.x1;
    if (!next.dates || gap < 0 || gap > kJointGap * last.size ||
        std::abs(next.baseline - last.baseline) > kSameLine)
      return "";
    return " " + TextOf(document_, next);
  }

  // "CORE        COMPETENCIES": a heading that was spread over its justified column.  Words that
  // are headings by themselves may be those of two columns.
  void JoinHeadings() {
    for (size_t i = 1; i < fragments_.size(); ++i) {
      Fragment& left = fragments_[i - 1];
      const Fragment& right = fragments_[i];
      const double gap = right.box.x0 - left.box.x1;
      if (gap < 0 || gap > kSpreadGap * left.size ||
          std::abs(left.baseline - right.baseline) > kSameLine || left.size != right.size ||
          left.bold != right.bold || left.colour != right.colour || !left.caps || !right.caps ||
          left.has_bullet() || right.has_bullet() || (left.heading && right.heading)) {
        continue;
      }
      Fragment joined = left;
      joined.words.insert(joined.words.end(), right.words.begin(), right.words.end());
      if (!lexicon_.Find(LexiconTable::kSectionHeadings, TextOf(document_, joined))) continue;
      joined.heading = true;
      joined.box.x1 = right.box.x1;
      left = std::move(joined);
      fragments_.erase(fragments_.begin() + i);
    }
  }

  // "Principal Engineer" / "– Structures": a dash that had no place in the row above is no bullet,
  // if there is no other like it.
  void ReturnDashes() {
    std::map<long, std::vector<size_t>> by_edge;  // fragments that start at one place, downwards
    for (size_t i = 0; i < fragments_.size(); ++i) {
      by_edge[std::lround(fragments_[i].box.x0 / kSameEdge)].push_back(i);
    }
    for (auto& [edge, list] : by_edge) {
      double full = 0;
      size_t dashes = 0;
      for (size_t i : list) {
        full = std::max(full, fragments_[i].box.x1);
        dashes += HasDash(fragments_[i]);
      }
      if (dashes != 1) continue;
      for (size_t k = 1; k < list.size(); ++k) {
        Fragment& fragment = fragments_[list[k]];
        if (HasDash(fragment) && HadNoPlace(fragment, fragments_[list[k - 1]], full)) {
          fragment.words.insert(fragment.words.begin(), fragment.bullet_words.front());
          fragment.bullet_words.clear();
          PlaceBox(&fragment);
        }
      }
    }
  }

  bool HasDash(const Fragment& fragment) const {
    if (!fragment.has_bullet() || fragment.only_bullet()) return false;
    const std::string& text = words_[fragment.bullet_words.front()].text;
    return text == "-" || text == "–" || text == "—";
  }

  bool HadNoPlace(const Fragment& fragment, const Fragment& above, double full) const {
    const Word& dash = words_[fragment.bullet_words.front()];
    const Word& next = words_[fragment.words.front()];
    const double leading = fragment.baseline - above.baseline;
    return next.box.x0 - dash.box.x1 < kOrdinarySpace * fragment.size && leading > 0 &&
           leading < kTightRows * fragment.size && std::abs(above.size - fragment.size) < 0.1 &&
           above.box.x1 + next.box.x1 - dash.box.x0 > full - 0.5 * fragment.size;
  }

  // Bullets that a builder set in a box or a font of their own have a baseline of their own.
  void JoinLoneBullets() {
    for (Fragment& bullet : fragments_) {
      if (!bullet.only_bullet()) continue;
      Fragment* beside = nullptr;
      for (Fragment& text : fragments_) {
        const double gap = text.box.x0 - bullet.box.x1;
        if (text.only_bullet() || text.has_bullet() || gap < -1 || gap > kBulletReach * text.size)
          continue;
        if (std::abs(text.baseline - bullet.baseline) > 0.7 * text.size) continue;
        if (beside == nullptr || text.box.x0 < beside->box.x0) beside = &text;
      }
      if (beside == nullptr) continue;
      beside->bullet_words = std::move(bullet.bullet_words);
      bullet.bullet_words.clear();
      beside->box.x0 = std::min(beside->box.x0, bullet.box.x0);
    }
    std::erase_if(fragments_, [](const Fragment& fragment) {
      return fragment.words.empty() && fragment.bullet_words.empty();
    });
  }

  // "2010 – 2014  • Nurse": where all bullets of an edge stand between one text and another, and
  // nothing else stands to their left, they part the columns of a table and are no list.
  void DropOrnaments() {
    constexpr size_t kFewest = 2;
    std::map<long, std::vector<size_t>> by_edge;  // downwards
    for (size_t i = 0; i < fragments_.size(); ++i) {
      if (fragments_[i].has_bullet() && !fragments_[i].only_bullet())
        by_edge[std::lround(fragments_[i].box.x0 / kSameEdge)].push_back(i);
    }
    for (const auto& [edge, list] : by_edge) {
      if (list.size() < kFewest || !AllStandBesideTexts(list)) continue;
      for (size_t i : list) {
        fragments_[i].bullet_words.clear();
        PlaceBox(&fragments_[i]);
      }
    }
  }

  bool AllStandBesideTexts(const std::vector<size_t>& bullets) const {
    const Fragment& first = fragments_[bullets.front()];
    const Fragment& last = fragments_[bullets.back()];
    std::vector<int> beside(bullets.size());
    for (const Fragment& text : fragments_) {
      if (text.box.x1 > first.box.x0 || text.baseline < first.baseline - kSameLine ||
          text.baseline > last.baseline + kSameLine) {
        continue;
      }
      const auto bullet = std::find_if(bullets.begin(), bullets.end(), [&](size_t i) {
        return std::abs(fragments_[i].baseline - text.baseline) < kSameLine;
      });
      if (bullet == bullets.end() && text.heading) continue;
      if (bullet == bullets.end() || text.has_bullet()) return false;
      ++beside[bullet - bullets.begin()];
    }
    return std::all_of(beside.begin(), beside.end(), [](int texts) { return texts == 1; });
  }

  void Describe(Fragment* fragment) const {
    TakeBullet(fragment);
    const std::vector<uint32_t>& all =
        fragment->words.empty() ? fragment->bullet_words : fragment->words;
    fragment->page = page_;
    DescribeLook(all, fragment);
    PlaceBox(fragment);
    DescribeText(fragment);
  }

  void TakeBullet(Fragment* fragment) const {
    const Word& first = words_[fragment->words.front()];
    if (!IsBulletWord(first)) return;
    if (fragment->words.size() == 1) {
      if (IsDoubtfulBullet(first)) return;
    } else if (IsDoubtfulBullet(first) &&
               (!HangsBefore(first, words_[fragment->words[1]]) || DashesPartIt(*fragment))) {
      return;
    }
    fragment->bullet_words.push_back(fragment->words.front());
    fragment->words.erase(fragment->words.begin());
  }

  // "– March 2016" goes on from the row above, "- 2 -" is a page number.
  bool DashesPartIt(const Fragment& fragment) const {
    if (words_[fragment.words.back()].text == words_[fragment.words.front()].text) return true;
    if (fragment.words.size() > 4) return false;
    if (lexicon_.Find(LexiconTable::kMonths, words_[fragment.words[1]].text)) return true;
    Fragment rest = fragment;
    rest.words.erase(rest.words.begin());
    return IsOnlyDates(TextOf(document_, rest), lexicon_);
  }

  // "- text" hangs; "o" and "§" in running text have an ordinary space behind them, and so may a
  // dash at the start of a line: a dash counts as a bullet all the same.
  static bool HangsBefore(const Word& bullet, const Word& text) {
    if (bullet.text == "o" || bullet.text == "O") {
      return text.box.x0 - bullet.box.x1 > 0.45 * Size(text);
    }
    return !text.glued;
  }

  void DescribeLook(const std::vector<uint32_t>& all, Fragment* fragment) const {
    // By letters: the most frequent look of all words, where it differs at all.
    size_t best = 0;
    std::vector<std::pair<uint32_t, size_t>> looks;  // first word of the look, letters
    for (uint32_t index : all) {
      const Word& word = words_[index];
      auto same = std::find_if(looks.begin(), looks.end(), [&](const auto& look) {
        const Word& other = words_[look.first];
        return other.font == word.font && other.colour == word.colour &&
               std::abs(other.size - word.size) < 0.05;
      });
      if (same == looks.end()) {
        looks.push_back({index, word.text.size()});
      } else {
        same->second += word.text.size();
      }
    }
    for (size_t i = 1; i < looks.size(); ++i) {
      if (looks[i].second > looks[best].second) best = i;
    }
    const Word& look = words_[looks[best].first];
    fragment->size = Size(look);
    fragment->colour = look.colour;
    fragment->font = look.font;
    fragment->bold = document_.IsBold(look);
    fragment->baseline = look.baseline;
  }

  void PlaceBox(Fragment* fragment) const {
    Box box{1e9, fragment->baseline - kAscent * fragment->size, -1e9,
            fragment->baseline + kDescent * fragment->size};
    for (const auto* list : {&fragment->words, &fragment->bullet_words}) {
      for (uint32_t index : *list) {
        box.x0 = std::min(box.x0, words_[index].box.x0);
        box.x1 = std::max(box.x1, words_[index].box.x1);
      }
    }
    fragment->box = box;
    fragment->text_x0 = fragment->words.empty() ? box.x0 : words_[fragment->words.front()].box.x0;
  }

  void DescribeText(Fragment* fragment) const {
    if (fragment->words.empty()) return;
    const std::string text = TextOf(document_, *fragment);
    fragment->caps = IsAllCaps(text);
    const bool has_digit = text.find_first_of("0123456789") != std::string::npos;
    if (text.size() <= 48 && (has_digit || fragment->words.size() <= 2)) {
      fragment->dates = IsOnlyDates(text, lexicon_);
    }
    if (!has_digit && text.size() <= 64 && fragment->words.size() <= 6 && !fragment->has_bullet() &&
        StartsUpper(text)) {
      fragment->heading = lexicon_.Find(LexiconTable::kSectionHeadings, text).has_value();
    }
  }

  const Document& document_;
  const std::vector<Word>& words_;
  const int page_;
  const Lexicon& lexicon_;
  std::vector<Box> walls_;  // drawn vertical lines
  std::vector<double> tab_stops_;
  std::vector<Fragment> fragments_;
};

}  // namespace

bool Fragment::LooksLike(const Fragment& other) const {
  constexpr double kSameSize = 0.3;  // points
  return std::abs(other.size - size) < kSameSize && other.bold == bold && other.caps == caps &&
         other.colour == colour;
}

double BaselineTolerance(double size_a, double size_b) {
  return std::max(0.8, 0.22 * std::min(size_a, size_b));
}

std::vector<Fragment> FindFragments(const Document& document, int page,
                                    const std::vector<uint32_t>& words, const Lexicon& lexicon) {
  return FragmentFinder(document, page, lexicon).Find(words);
}

std::string TextOf(const Document& document, const Fragment& fragment) {
  std::string text;
  for (size_t i = 0; i < fragment.words.size(); ++i) {
    const Word& word = document.words[fragment.words[i]];
    if (i > 0 && !word.glued) text += ' ';
    text += word.text;
  }
  return text;
}

}  // namespace atsmatch
