#include "parser/fields/head.h"

#include <algorithm>
#include <cmath>

#include "parser/text/contact.h"
#include "parser/text/lexicon.h"
#include "parser/text/pattern.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

// "(2 yrs 3 mos)", "· 4 years": how long it lasted, which the dates say already.
const Pattern& DurationPattern() {
  static constinit const Pattern pattern(
      R"((?i)[(\[·|,–-]?\s*(?:(?:about|approx\.?|ca\.?)\s*)?\d{1,2}\+?\s*(?:years?|yrs?\.?|jahren?|ans?|años?|anos?|anni|anno|jaar|lata?|år)(?:[,\s]+(?:(?:and|und|et|y|e|en)\s+)?\d{1,2}\s*(?:months?|mths?|monaten?|mois|mes(?:es)?|meses|mesi|mese|maand(?:en)?|mos?\.?|mnd\.?))?\s*[)\]]?|(?i)[(\[·|,–-]?\s*\d{1,2}\s*(?:months?|mths?|monaten?|mois|mes(?:es)?|meses|mesi|mese|maand(?:en)?|mos?\.?|mnd\.?)\s*[)\]]?)");
  return pattern;
}

WordText Trimmed(const WordText& text) {
  std::string_view rest = text.text;
  // Empty brackets are what is left of bracketed dates.
  for (;;) {
    std::string_view next = TrimSeparators(rest);
    if (next.ends_with("( )")) next.remove_suffix(3);
    if (next.ends_with("()") || next.ends_with("[]")) next.remove_suffix(2);
    if (next.ends_with('(') || next.ends_with('[')) next.remove_suffix(1);
    if (next.starts_with("()") || next.starts_with("[]")) next.remove_prefix(2);
    if (next.starts_with("( )") || next.starts_with("[ ]")) next.remove_prefix(3);
    if (next.starts_with(')') || next.starts_with(']')) next.remove_prefix(1);
    if (next.starts_with('(') && next.find(')') == next.size() - 1)
      next = next.substr(1, next.size() - 2);
    const bool opens = next.find_first_of("([") != std::string_view::npos;
    if (!opens && (next.ends_with(')') || next.ends_with(']'))) next.remove_suffix(1);
    if (next == rest) break;
    rest = next;
  }
  if (rest.empty()) return {};
  const size_t begin = static_cast<size_t>(rest.data() - text.text.data());
  return SubText(text, begin, begin + rest.size());
}

bool SameStyle(const Style& a, const Style& b) {
  return a.bold == b.bold && a.italic == b.italic && a.colour == b.colour &&
         std::abs(a.size - b.size) * 100 <= 8 * std::max(a.size, b.size);
}

class HeadReader {
 public:
  HeadReader(const FieldContext& context, const Entry& entry)
      : document_(context.document),
        lines_(context.lines),
        lexicon_(context.lexicon),
        entry_(entry) {}

  EntryHead Read() {
    for (size_t i = 0; i < entry_.head.size(); ++i) {
      const size_t first_piece = head_.pieces.size();
      const size_t dates_before = dates_found_;
      const std::optional<LabelledLine> labelled = LabelOf(entry_.head[i]);
      field_ = labelled.has_value() ? labelled->field : "";
      std::vector<WordText> cells;
      for (const Cell& cell : lines_[entry_.head[i]].cells) {
        IndexRange words = cell.words;
        if (labelled.has_value()) words.begin = std::max(words.begin, labelled->value.begin);
        if (words.begin < words.end) cells.push_back(TextOfWords(document_, words));
      }
      if (cells.empty()) continue;
      const size_t row = i;
      while (i + 1 < entry_.head.size() && IsTail(entry_.head[i + 1])) {
        AppendTail(lines_[entry_.head[row]], lines_[entry_.head[++i]], &cells);
      }
      while (i + 1 < entry_.head.size() && Wraps(entry_.head[i], entry_.head[i + 1])) {
        AppendWords(document_, lines_[entry_.head[++i]].words, &cells.back());
      }
      for (size_t c = 0; c < cells.size(); ++c) {
        ReadCell(std::move(cells[c]), row, c == 0 ? Separation::kLine : Separation::kCell);
      }
      if (dates_found_ != dates_before) {
        for (size_t p = first_piece; p < head_.pieces.size(); ++p) {
          head_.pieces[p].beside_dates = true;
        }
      }
    }
    return std::move(head_);
  }

 private:
  // The label of a line of a form, or one that a line of any other head happens to have.
  std::optional<LabelledLine> LabelOf(size_t line) const {
    for (const LabelledLine& labelled : entry_.labelled) {
      if (labelled.line == line) return labelled;
    }
    std::optional<LabelledLine> found = FindFieldLabel(document_, lines_, line, lexicon_);
    const bool tells = found.has_value() && !found->value.empty() && IsFieldOfHead(found->field) &&
                       found->field != "score" &&
                       found->field != "degree";  // "Diploma: Law" names a degree
    return tells ? found : std::nullopt;
  }

  bool IsTail(size_t line) const {
    return std::find(entry_.tails.begin(), entry_.tails.end(), line) != entry_.tails.end();
  }

  // Each cell of the tail goes on with the one that it stands under, else with the last.
  void AppendTail(const Line& row, const Line& tail, std::vector<WordText>* cells) const {
    constexpr double kAligned = 2;  // points
    for (const Cell& cell : tail.cells) {
      size_t under = cells->size() - 1;
      for (size_t c = 0; c < row.cells.size() && c < cells->size(); ++c) {
        if (std::abs(row.cells[c].box.x0 - cell.box.x0) < kAligned) under = c;
      }
      AppendWords(document_, cell.words, &(*cells)[under]);
    }
  }

  // The line above reached the right edge of its column, so that this line's first word had no
  // room.
  bool Wraps(size_t above_index, size_t index) const {
    const Line& above = lines_[above_index];
    const Line& line = lines_[index];
    if (above.region != line.region || above.page != line.page || line.cells.size() > 1 ||
        above.label || line.bullet) {
      return false;
    }
    constexpr double kNarrowest = 120;  // points: in a narrower column every line reaches the edge
    if (above.region_box.width() < kNarrowest) return false;
    // Behind a wide gap, only what stands under the last cell goes on with it.
    constexpr double kAligned = 4;  // points
    if (above.cells.size() > 1 && std::abs(above.cells.back().box.x0 - line.box.x0) > kAligned)
      return false;
    const Word& last = document_.words[above.words.end - 1];
    const Word& first = document_.words[line.words.begin];
    if (above.region_box.x1 - above.box.x1 > first.box.width() + 0.3 * first.size) return false;
    const std::string text = TextOf(document_, above);
    const std::string_view last_part = LastPart(text);
    // "Sous Chef – Bridge & Sons" is a head; labels in the margin make the region wider than it is.
    const bool aligned = std::abs(above.box.x0 - line.box.x0) < kAligned;
    const bool measured = aligned && last_part != text && !IsLeftward(first.text);
    const double left = measured ? above.box.x0 : above.region_box.x0;
    if (above.box.width() < 0.75 * (above.region_box.x1 - left)) return false;
    if (!EndsOpen(text) && NameDifferentThings(last_part, TextOf(document_, line), lexicon_))
      return false;
    return SameStyle(StyleOf(document_, IndexRange{above.words.end - 1, above.words.end}),
                     StyleOf(document_, IndexRange{line.words.begin, line.words.begin + 1})) &&
           line.gap_before < 0.8 * last.size;
  }

  static bool IsLeftward(std::string_view word) {
    const auto letters = ToCodePoints(word);
    return std::any_of(letters.begin(), letters.end(), [](char32_t c) { return IsRightToLeft(c); });
  }

  // "Bridge & Sons" of "Sous Chef – Bridge & Sons": the line below may go on with it.
  static std::string_view LastPart(std::string_view text) {
    size_t begin = 0;
    for (const std::string_view dash : {" -", " –", " —"}) {
      const size_t at = text.rfind(dash);
      if (at == std::string_view::npos) continue;
      const size_t behind = at + dash.size();
      if (behind == text.size() || text[behind] == ' ') begin = std::max(begin, behind);
    }
    return text.substr(begin);
  }

  // "Sous Chef –", "Bridge &": what parts or joins two things stands between them.
  static bool EndsOpen(std::string_view text) {
    constexpr std::string_view kJoints[] = {"-", "–", "—", "|", "&", "+", "/"};
    const std::vector<std::string_view> words = SplitWords(text);
    return words.size() > 1 &&
           std::find(std::begin(kJoints), std::end(kJoints), words.back()) != std::end(kJoints);
  }

  void ReadCell(WordText text, size_t line, Separation before) {
    TakeDates(&text);
    TakeUrls(&text);
    TakeDuration(&text);
    // "Employer / Place / 2019 – 2021": slashes cut where the dates are cut off by one.
    const std::string_view rest = TrimSpace(text.text);
    static constinit const Pattern between(R"(/\s{2,}/)");
    slashes_cut_ = rest.ends_with(" /") || rest.starts_with("/ ") || between.PartialMatch(rest);
    CutByStyle(text, line, before);
  }

  void TakeDates(WordText* text) {
    for (;;) {
      const std::vector<DateRange> found = FindDateRanges(text->text, lexicon_);
      const auto range = std::find_if(found.begin(), found.end(), [&](const DateRange& candidate) {
        if (IsInSentence(text->text, candidate)) return false;
        return !head_.dates.has_value() || candidate.is_range || Completes(candidate) ||
               IsEndOf(*text, candidate);
      });
      if (range == found.end()) return;
      const IndexRange words = text->WordsOf(range->text_begin, range->text_end);
      if (!head_.dates.has_value()) {
        head_.dates = *range;
        head_.date_words = words;
      } else if (Completes(*range) || IsEndOf(*text, *range)) {
        head_.dates->end = range->start;
        head_.dates->is_range = true;
        head_.dates->open = false;
        head_.dates->current = range->current;
      }
      ++dates_found_;
      size_t end = range->text_end;
      if (std::string_view(text->text).substr(end) == ".") ++end;  // of the line, not of the date
      const bool tell = range->is_range || range->current || range->start.month > 0 ||
                        lexicon_.Contains(LexiconTable::kSchoolWords,
                                          std::string_view(text->text).substr(range->text_end));
      *text = tell ? CutOut(*text, range->text_begin, end) : Without(*text, range->text_begin, end);
    }
  }

  // "Suspension for the 2024 car" in a head without dates
  bool IsInSentence(std::string_view text, const DateRange& range) const {
    if (entry_.dated || range.is_range || range.current || range.start.month > 0) return false;
    const std::vector<std::string_view> before = SplitWords(text.substr(0, range.text_begin));
    const std::string_view after = TrimSeparators(text.substr(range.text_end));
    return before.size() > 2 && HasLetter(after) && HasLetter(before.back()) &&
           !StartsUpper(before.back());
  }

  // "Cook 05/2019 to 06/2021 Acme Ltd": what stands on both sides of the dates is two things.
  static WordText CutOut(const WordText& text, size_t begin, size_t end) {
    const bool between = HasLetter(std::string_view(text.text).substr(0, begin)) &&
                         HasLetter(std::string_view(text.text).substr(end));
    if (!between) return Without(text, begin, end);
    WordText cut = SubText(text, 0, begin);
    const WordText tail = SubText(text, end, text.text.size());
    cut.text += '\t';
    const size_t shift = cut.text.size();
    cut.text += tail.text;
    for (const WordText::Span& span : tail.spans)
      cut.spans.push_back({span.begin + shift, span.end + shift, span.word});
    return cut;
  }

  // "January 2014 –" was found above, and this is the end.
  bool Completes(const DateRange& range) const {
    return head_.dates.has_value() && head_.dates->open && !range.is_range;
  }

  // "2010" and "2014", or "2022" and "Present", one above the other in the margin.
  bool IsEndOf(const WordText& text, const DateRange& range) const {
    return head_.dates.has_value() && !head_.dates->is_range && !head_.dates->current &&
           !head_.dates->open && !range.is_range && IsOnlyDates(text.text, lexicon_) &&
           (range.current || range.start > head_.dates->start);
  }

  void TakeUrls(WordText* text) {
    for (std::vector<TextMatch> urls = FindUrls(text->text); !urls.empty();
         urls = FindUrls(text->text)) {
      const TextMatch& url = urls.front();
      head_.urls.push_back({url.value, text->WordsOf(url.begin, url.end)});
      *text = Without(*text, url.begin, url.end);
    }
  }

  static void TakeDuration(WordText* text) {
    std::string_view found;
    if (!DurationPattern().FindFrom(text->text, 0, &found)) return;
    const size_t begin = static_cast<size_t>(found.data() - text->text.data());
    if (begin + found.size() < text->text.size() || begin == 0) {
      if (TrimSeparators(std::string_view(text->text).substr(begin + found.size())).size() > 1)
        return;
    }
    *text = Without(*text, begin, begin + found.size());
  }

  // Runs of one style, then bars and "at" inside each.
  void CutByStyle(const WordText& text, size_t line, Separation before) {
    size_t begin = 0;
    for (size_t i = 1; i <= text.spans.size(); ++i) {
      const bool cut =
          i == text.spans.size() || StyleChanges(text.spans[i - 1].word, text.spans[i].word);
      if (!cut) continue;
      const size_t end = i == text.spans.size() ? text.text.size() : text.spans[i].begin;
      CutAtBars(SubText(text, begin, end), line, begin == 0 ? before : Separation::kStyle);
      begin = end;
    }
  }

  bool StyleChanges(size_t left, size_t right) const {
    const Word& a = document_.words[left];
    const Word& b = document_.words[right];
    if (!HasLetter(a.text) || !HasLetter(b.text)) return false;
    // "Centre hospitalier" in small capitals: the word without a capital is smaller.
    constexpr double kSmallCapitals = 0.6;  // of the type size, at least
    const Word &smaller = a.size < b.size ? a : b, &larger = a.size < b.size ? b : a;
    if (a.font == b.font && a.colour == b.colour && !StartsUpper(smaller.text) &&
        smaller.size > kSmallCapitals * larger.size && smaller.size < 0.9 * larger.size) {
      return false;
    }
    return !SameStyle(StyleOf(document_, IndexRange{left, left + 1}),
                      StyleOf(document_, IndexRange{right, right + 1}));
  }

  void CutAtBars(const WordText& text, size_t line, Separation before) {
    static constinit const Pattern plain_bars(R"(\s*(?:[|•·●▪‣¦∙⋅│◆◇■□]|\s//\s|\s—|\t)\s*)");
    static constinit const Pattern slashes(R"(\s*(?:[|•·●▪‣¦∙⋅│◆◇■□]|\s//?\s|\s—|\t)\s*)");
    const Pattern& bars = slashes_cut_ ? slashes : plain_bars;
    static constinit const Pattern at(R"((?i)\s+(?:at|@|bei|chez|w/)\s+)");
    size_t begin = 0;
    Separation separation = before;
    const auto cut = [&](size_t end, size_t next, Separation following) {
      Add(SubText(text, begin, end), line, separation);
      begin = next;
      separation = following;
    };
    while (begin < text.text.size()) {
      std::string_view bar, word;
      const bool has_bar = bars.FindFrom(text.text, begin, &bar);
      const bool has_at = at.FindFrom(text.text, begin, &word);
      if (!has_bar && !has_at) break;
      const bool bar_first = has_bar && (!has_at || bar.data() <= word.data());
      const std::string_view found = bar_first ? bar : word;
      const size_t end = static_cast<size_t>(found.data() - text.text.data());
      cut(end, end + found.size(), bar_first ? Separation::kBar : Separation::kAt);
    }
    Add(SubText(text, begin, text.text.size()), line, separation);
  }

  void Add(const WordText& text, size_t line, Separation before) {
    HeadPiece piece;
    piece.text = Trimmed(text);
    piece.sentence = IsSentenceBehindDates(text.text);
    if (piece.sentence) {
      const size_t begin = piece.text.text.find_first_not_of(". ");
      piece.text = SubText(piece.text, begin, piece.text.text.size());
    }
    // "at" between two changes of style, or "at Acme" behind one.
    if (piece.text.text == "at" || piece.text.text == "@") {
      next_is_at_ = true;
      return;
    }
    if (next_is_at_) {
      before = Separation::kAt;
      next_is_at_ = false;
    }
    if (piece.text.text.starts_with("at ")) {
      piece.text = SubText(piece.text, 3, piece.text.text.size());
      before = Separation::kAt;
    }
    if (piece.text.text.empty() || !HasLetterOrDigit(piece.text.text)) return;
    piece.style = StyleOf(document_, piece.text.Words());
    piece.before = before;
    piece.line = line;
    piece.field = field_;
    head_.pieces.push_back(std::move(piece));
  }

  // ". Chairs the legal committee.", behind "Trustee, Acme Fund, 2019": what was done there.
  bool IsSentenceBehindDates(std::string_view text) const {
    text = TrimSpace(text);
    if (!head_.dates.has_value() || head_.pieces.empty() || !text.starts_with(". ")) return false;
    const std::vector<std::string_view> words = SplitWords(text.substr(2));
    constexpr size_t kFewest = 3;
    const auto small =
        static_cast<size_t>(std::count_if(words.begin(), words.end(), [](std::string_view word) {
          return HasLetter(word.substr(0, 1)) && !StartsUpper(word);
        }));
    const bool prose = 2 * small > words.size() || (text.ends_with('.') && small > 0);
    return words.size() >= kFewest && prose;
  }

  static bool HasLetterOrDigit(std::string_view text) {
    return HasLetter(text) ||
           std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  }

  const Document& document_;
  const std::vector<Line>& lines_;
  const Lexicon& lexicon_;
  const Entry& entry_;
  std::string field_;  // of the line that is read
  EntryHead head_;
  size_t dates_found_ = 0;
  bool slashes_cut_ = false;
  bool next_is_at_ = false;
};

}  // namespace

EntryHead ReadHead(const FieldContext& context, const Entry& entry) {
  return HeadReader(context, entry).Read();
}

namespace {

bool EndsWithStop(const EntryHead& head) {
  return !head.pieces.empty() && head.pieces.back().text.text.ends_with('.');
}

void DropLastStop(const Lexicon& lexicon, WordText* text) {
  const std::string_view last = SplitWords(text->text).back();
  if (lexicon.Contains(LexiconTable::kEmployerWords, last) ||
      last.substr(0, last.size() - 1).find('.') != std::string_view::npos) {
    return;
  }
  *text = Trimmed(SubText(*text, 0, text->text.size() - 1));
}

std::vector<HeadPiece> CutAtStops(const HeadPiece& piece, const Lexicon& lexicon) {
  std::vector<HeadPiece> pieces;
  size_t begin = 0;
  std::vector<size_t> ends = StopsWithin(piece.text.text, lexicon);
  ends.push_back(piece.text.text.size());
  for (const size_t end : ends) {
    HeadPiece part = piece;
    const bool stop = end < piece.text.text.size();
    part.text = Trimmed(SubText(piece.text, begin, stop ? end - 1 : end));
    if (begin > 0) part.before = Separation::kStop;
    if (!part.text.text.empty()) pieces.push_back(std::move(part));
    begin = end;
  }
  return pieces;
}

}  // namespace

std::vector<EntryHead> ReadHeads(const FieldContext& context, const std::vector<Entry>& entries) {
  std::vector<EntryHead> heads;
  size_t stopped = 0, parted = 0;
  for (const Entry& entry : entries) {
    heads.push_back(ReadHead(context, entry));
    stopped += EndsWithStop(heads.back()) ? 1 : 0;
    parted += std::any_of(heads.back().pieces.begin(), heads.back().pieces.end(),
                          [&](const HeadPiece& piece) {
                            return !StopsWithin(piece.text.text, context.lexicon).empty();
                          })
                  ? 1
                  : 0;
  }
  for (EntryHead& head : heads) {
    if (stopped * 3 >= heads.size() * 2 && EndsWithStop(head)) {
      DropLastStop(context.lexicon, &head.pieces.back().text);
    }
    if (parted * 3 < heads.size() * 2 || (parted == 1 && stopped == 0)) continue;
    std::vector<HeadPiece> pieces;
    for (const HeadPiece& piece : head.pieces) {
      for (HeadPiece& part : CutAtStops(piece, context.lexicon)) pieces.push_back(std::move(part));
    }
    head.pieces = std::move(pieces);
  }
  return heads;
}

std::vector<HeadPiece> CutPiece(const HeadPiece& piece, Separation at) {
  static constinit const Pattern dashes(R"(\s+[-–—―]+\s+|\s*—\s*)");
  std::vector<std::pair<size_t, size_t>> parts;
  const std::string& text = piece.text.text;
  size_t begin = 0;
  if (at == Separation::kDash) {
    std::string_view found;
    while (dashes.FindFrom(text, begin, &found)) {
      const size_t end = static_cast<size_t>(found.data() - text.data());
      parts.emplace_back(begin, end);
      begin = end + found.size();
    }
  } else {
    int depth = 0;
    for (size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '(') ++depth;
      if (text[i] == ')' && depth > 0) --depth;
      if (text[i] == ',' && depth == 0) {
        parts.emplace_back(begin, i);
        begin = i + 1;
      }
    }
  }
  parts.emplace_back(begin, text.size());
  std::vector<HeadPiece> pieces;
  for (const auto& [from, to] : parts) {
    HeadPiece part = piece;
    part.text = Trimmed(SubText(piece.text, from, to));
    if (part.text.text.empty()) continue;
    if (!pieces.empty()) part.before = at;
    pieces.push_back(std::move(part));
  }
  return pieces;
}

void AppendPiece(const HeadPiece& more, std::string_view separator, HeadPiece* piece) {
  WordText& text = piece->text;
  text.text += separator;
  const size_t shift = text.text.size();
  text.text += more.text.text;
  for (WordText::Span span : more.text.spans) {
    text.spans.push_back({span.begin + shift, span.end + shift, span.word});
  }
}

EntryDates ToEntryDates(const EntryHead& head) {
  EntryDates dates;
  if (!head.dates.has_value()) return dates;
  const DateRange& range = *head.dates;
  const auto field = [&](const Date& date, double confidence) {
    DateField result;
    if (date.year == 0) return result;
    result.value = date;
    result.confidence = confidence;
    result.evidence = {head.date_words, "entry-dates", 1};
    return result;
  };
  dates.start = field(range.start, range.is_range || range.current ? 0.97 : 0.85);
  dates.end = field(range.end, 0.97);
  if (range.current) {
    dates.is_current.value = true;
    dates.is_current.confidence = 0.97;
    dates.is_current.evidence = {head.date_words, "entry-dates", 1};
  }
  return dates;
}

}  // namespace atsmatch
