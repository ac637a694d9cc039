#include "parser/fields/pieces.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <map>
#include <utility>

#include "parser/sections/style.h"
#include "parser/text/ascii.h"
#include "parser/text/lexicon.h"
#include "parser/text/pattern.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

// Two left edges nearer than this stand under one another, in points.
constexpr double kAligned = 3.0;
// A space is about a quarter of the type size.
constexpr double kSpaceOfSize = 0.25;
// Words farther apart than this many type sizes are pieces of their own, not words of one phrase.
constexpr double kWideGapOfSize = 0.75;

bool EndsWith(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

bool StartsLower(std::string_view text) {
  for (char32_t c : ToCodePoints(text)) {
    if (IsLetter(c)) return IsLower(c);
    if (IsDigit(c)) return false;
  }
  return false;
}

bool EndsOpen(std::string_view text) {
  static constexpr std::string_view kOpenEnds[] = {",",    "/",   "&",    "(",    "–",   "-",
                                                   " and", " of", " the", " for", " in", " with",
                                                   " und", " et", " y",   " de",  " +"};
  for (std::string_view end : kOpenEnds) {
    if (EndsWith(text, end)) return true;
  }
  return false;
}

// The document prints `word` elsewhere as it stands.
bool DocumentHasWord(const Document& document, const std::string& word) {
  const std::string folded = FoldPhrase(word);
  constexpr size_t kPunctuation = 8;  // bytes around a word
  return std::any_of(document.words.begin(), document.words.end(), [&](const Word& w) {
    return w.text.size() >= word.size() && w.text.size() <= word.size() + kPunctuation &&
           FoldPhrase(w.text) == folded;
  });
}

// Some programs hyphenate by themselves; others break a word only at a hyphen that was typed. Typed
// hyphens end a line now and then, inserted ones end many.
bool HyphenatesByItself(const Document& document) {
  const std::string producer = ToLower(document.producer);
  for (const char* name : {"tex", "dvi", "ghostscript", "groff"}) {
    if (producer.find(name) != std::string::npos) return true;
  }
  constexpr size_t kSome = 3, kSample = 20000;  // words; enough of a book
  size_t at_line_end = 0, inside = 0;
  for (size_t i = 0; i + 1 < document.words.size() && i < kSample; ++i) {
    const Word& word = document.words[i];
    const size_t hyphen = word.text.find('-');
    if (hyphen == std::string::npos || hyphen == 0) continue;
    const bool last = hyphen + 1 == word.text.size() &&
                      document.words[i + 1].box.y0 > word.box.y0 + 0.5 * word.size;
    (last ? at_line_end : inside) += 1;
  }
  return at_line_end >= kSome && 2 * at_line_end > inside;
}

enum class HyphenAtEnd { kNone, kKeep, kDrop };

HyphenAtEnd JudgeHyphen(const Document& document, std::string_view before, std::string_view after) {
  if (before.size() < 2 || !(EndsWith(before, "-") || EndsWith(before, "‐")))
    return HyphenAtEnd::kNone;
  const std::string stem(EndsWith(before, "-") ? before.substr(0, before.size() - 1)
                                               : before.substr(0, before.size() - 3));
  if (!HasLetter(stem) || stem.back() == ' ') return HyphenAtEnd::kNone;
  if (!StartsLower(after)) return HasLetter(after) ? HyphenAtEnd::kKeep : HyphenAtEnd::kNone;
  std::string rest(TrimSeparators(after));
  if (rest.empty()) return HyphenAtEnd::kKeep;
  if (DocumentHasWord(document, stem + rest)) return HyphenAtEnd::kDrop;
  if (DocumentHasWord(document, stem + "-" + rest)) return HyphenAtEnd::kKeep;
  if (stem.find('-') != std::string::npos) return HyphenAtEnd::kKeep;  // "before-and-" + "after"
  return HyphenatesByItself(document) ? HyphenAtEnd::kDrop : HyphenAtEnd::kKeep;
}

size_t LastWordStart(std::string_view text) {
  const size_t space = text.find_last_of(' ');
  return space == std::string_view::npos ? 0 : space + 1;
}

void AppendWord(const Document& document, size_t index, bool space, WordText* text) {
  if (space && !text->text.empty()) text->text += ' ';
  const size_t begin = text->text.size();
  text->text += document.words[index].text;
  text->spans.push_back({begin, text->text.size(), index});
}

double SpaceBetween(const Word& left, const Word& right) { return right.box.x0 - left.box.x1; }

// The smallest drawn box that holds the word and is not a panel of the page; -1: none.
int PillOf(const Document& document, const Word& word) {
  constexpr double kTallest = 2.6;      // type sizes: a pill holds one line
  constexpr size_t kMostShapes = 4000;  // more is a drawing, not a list
  if (document.shapes.size() > kMostShapes) return -1;
  int best = -1;
  for (size_t i = 0; i < document.shapes.size(); ++i) {
    const Shape& shape = document.shapes[i];
    if (shape.page != word.page || shape.kind == Shape::Kind::kImage) continue;
    if (shape.box.height() < 0.8 * word.size || shape.box.height() > kTallest * word.size) continue;
    if (shape.box.x0 > word.box.x0 + 1 || shape.box.x1 < word.box.x1 - 1) continue;
    const double middle = (word.box.y0 + word.box.y1) / 2;
    if (shape.box.y0 > middle || shape.box.y1 < middle) continue;
    if (best < 0 || shape.box.width() < document.shapes[best].box.width())
      best = static_cast<int>(i);
  }
  return best;
}

// Cuts a cell where the words stand in different pills or wide apart.
std::vector<ListCell> CellsOf(const Document& document, const Cell& cell) {
  std::vector<ListCell> cells;
  size_t begin = cell.words.begin;
  int pill = cell.words.empty() ? -1 : PillOf(document, document.words[begin]);
  auto add = [&](size_t end) {
    ListCell piece;
    const IndexRange words{begin, end};
    piece.text = TextOfWords(document, words);
    piece.box = BoxOf(document, words);
    piece.look = LookOf(document, words);
    piece.pill = pill >= 0;
    piece.shape = pill;
    cells.push_back(std::move(piece));
  };
  for (size_t i = cell.words.begin + 1; i < cell.words.end; ++i) {
    const Word& left = document.words[i - 1];
    const Word& right = document.words[i];
    const int right_pill = PillOf(document, right);
    const bool wide = SpaceBetween(left, right) > kWideGapOfSize * std::max(left.size, right.size);
    // An icon is a bullet that the text layer has no name for.
    if (right_pill == pill && !wide && right.icon_before == Icon::kNone) continue;
    add(i);
    begin = i;
    pill = right_pill;
  }
  if (!cell.words.empty()) add(cell.words.end);
  return cells;
}

void JoinInto(const Document& document, const ListCell& more, ListCell* cell) {
  AppendWords(document, more.text.Words(), &cell->text);
  cell->box = Union(cell->box, more.box);
}

// The cell of the row under whose left edge `x0` stands, or -1.
int CellAt(const ListRow& row, double x0) {
  for (size_t i = 0; i < row.cells.size(); ++i) {
    if (std::abs(row.cells[i].box.x0 - x0) <= kAligned) return static_cast<int>(i);
  }
  return -1;
}

using Range = std::pair<size_t, size_t>;

// The stretches of [begin, end) between the separators that stand outside brackets and numbers.
std::vector<Range> RangesBetween(std::string_view text, Range whole,
                                 std::initializer_list<std::string_view> separators) {
  std::vector<Range> ranges;
  int depth = 0;
  size_t begin = whole.first;
  for (size_t i = whole.first; i < whole.second;) {
    const char c = text[i];
    if (c == '(' || c == '[' || c == '{') ++depth;
    if ((c == ')' || c == ']' || c == '}') && depth > 0) --depth;
    size_t length = 0;
    for (std::string_view separator : separators) {
      if (depth > 0 || text.substr(i, separator.size()) != separator) continue;
      // "4,000": a comma between digits is part of a number.
      const bool in_number = separator == "," && i > 0 && i + 1 < text.size() &&
                             IsAsciiDigit(text[i - 1]) && IsAsciiDigit(text[i + 1]);
      if (!in_number) length = separator.size();
      break;
    }
    if (length > 0) {
      ranges.emplace_back(begin, i);
      begin = i + length;
    }
    i += std::max<size_t>(length, 1);
  }
  ranges.emplace_back(begin, whole.second);
  return ranges;
}

std::vector<Piece> PiecesOf(const WordText& text, const std::vector<Range>& ranges) {
  std::vector<Piece> pieces;
  for (const auto& [begin, end] : ranges) {
    Piece piece = PieceOf(text, begin, end);
    if (!piece.text.empty()) pieces.push_back(std::move(piece));
  }
  return pieces;
}

// "Ltd.", "St.", "B.Sc.": a full stop behind it ends no piece.
bool IsAbbreviation(std::string_view word, const Lexicon& lexicon) {
  constexpr size_t kShortest = 4;  // bytes of a word that is written out
  while (!word.empty() && (word.front() == '(' || word.front() == '"')) word.remove_prefix(1);
  const std::string_view stem = word.substr(0, word.size() - 1);
  if (stem.ends_with(')') || IsAsciiDigit(stem.empty() ? ' ' : stem.back())) return false;
  return stem.size() < kShortest || stem.find('.') != std::string_view::npos ||
         (stem.size() == kShortest && StartsUpper(stem) &&
          lexicon.Contains(LexiconTable::kEmployerWords, stem));
}

}  // namespace

std::vector<size_t> StopsWithin(std::string_view text, const Lexicon& lexicon) {
  std::vector<size_t> stops;
  for (const std::string_view word : SplitWords(text)) {
    const size_t end = static_cast<size_t>(word.data() - text.data()) + word.size();
    if (end < text.size() && word.ends_with('.') && StartsUpper(TrimSpace(text.substr(end))) &&
        !IsAbbreviation(word, lexicon)) {
      stops.push_back(end);
    }
  }
  return stops;
}

IndexRange WordText::WordsOf(size_t begin, size_t end) const {
  IndexRange words;
  bool first = true;
  for (const Span& span : spans) {
    if (span.end <= begin || span.begin >= end) continue;
    words.begin = first ? span.word : std::min(words.begin, span.word);
    words.end = first ? span.word + 1 : std::max(words.end, span.word + 1);
    first = false;
  }
  return words;
}

WordText TextOfWords(const Document& document, IndexRange words) {
  WordText text;
  for (size_t i = words.begin; i < words.end; ++i)
    AppendWord(document, i, !document.words[i].glued, &text);
  return text;
}

void AppendWords(const Document& document, IndexRange words, WordText* text) {
  if (words.empty()) return;
  const std::string_view before = std::string_view(text->text).substr(LastWordStart(text->text));
  const HyphenAtEnd hyphen = JudgeHyphen(document, before, document.words[words.begin].text);
  if (hyphen == HyphenAtEnd::kDrop) {
    const size_t drop = EndsWith(text->text, "-") ? 1 : 3;
    text->text.resize(text->text.size() - drop);
    if (!text->spans.empty()) text->spans.back().end = text->text.size();
  }
  AppendWord(document, words.begin, hyphen == HyphenAtEnd::kNone, text);
  for (size_t i = words.begin + 1; i < words.end; ++i)
    AppendWord(document, i, !document.words[i].glued, text);
}

WordText SubText(const WordText& text, size_t begin, size_t end) {
  WordText part;
  end = std::min(end, text.text.size());
  if (begin >= end) return part;
  part.text = text.text.substr(begin, end - begin);
  for (const WordText::Span& span : text.spans) {
    if (span.end <= begin || span.begin >= end) continue;
    part.spans.push_back(
        {std::max(span.begin, begin) - begin, std::min(span.end, end) - begin, span.word});
  }
  return part;
}

WordText Without(const WordText& text, size_t begin, size_t end) {
  WordText rest = SubText(text, 0, begin);
  WordText tail = SubText(text, end, text.text.size());
  if (!rest.text.empty() && !tail.text.empty() && rest.text.back() != ' ' &&
      tail.text.front() != ' ')
    rest.text += ' ';
  const size_t shift = rest.text.size();
  rest.text += tail.text;
  for (WordText::Span span : tail.spans)
    rest.spans.push_back({span.begin + shift, span.end + shift, span.word});
  return rest;
}

Piece PieceOf(const WordText& text, size_t begin, size_t end) {
  end = std::min(end, text.text.size());
  if (begin >= end) return {};
  const std::string_view whole = std::string_view(text.text).substr(begin, end - begin);
  const std::string_view trimmed = TrimSeparators(whole);
  if (trimmed.empty()) return {};
  const size_t from = begin + static_cast<size_t>(trimmed.data() - whole.data());
  return {std::string(trimmed), text.WordsOf(from, from + trimmed.size())};
}

Text ToField(const Piece& piece, double confidence, const char* rule, double weight) {
  Text field;
  if (piece.text.empty()) return field;
  field.value = piece.text;
  field.confidence = confidence;
  field.evidence = {piece.words, rule, weight};
  return field;
}

Look LookOf(const Document& document, IndexRange words) {
  Look look;
  size_t letters = 0, bold = 0, italic = 0;
  bool has_letter = false, lower = false;
  std::map<double, size_t> sizes;
  std::map<uint32_t, size_t> colours;
  for (size_t i = words.begin; i < words.end; ++i) {
    const Word& word = document.words[i];
    const size_t weight = word.text.size();
    letters += weight;
    if (document.IsBold(word)) bold += weight;
    if (document.IsItalic(word)) italic += weight;
    sizes[std::round(word.size * 2) / 2] += weight;
    colours[word.colour] += weight;
    if (HasLetter(word.text)) {
      has_letter = true;
      lower = lower || !IsAllCaps(word.text);
    }
  }
  auto commonest = [](const auto& counts) {
    return std::max_element(counts.begin(), counts.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
  };
  if (letters == 0) return look;
  look.bold = 2 * bold > letters;
  look.italic = 2 * italic > letters;
  look.all_caps = has_letter && !lower;
  look.size = commonest(sizes);
  look.colour = commonest(colours);
  return look;
}

bool SameLook(const Look& a, const Look& b) {
  return a.bold == b.bold && a.italic == b.italic && std::abs(a.size - b.size) < 0.6 &&
         a.colour == b.colour;
}

WordText ListRow::Joined() const {
  WordText all;
  for (const ListCell& cell : cells) {
    if (!all.text.empty()) all.text += ' ';
    const size_t shift = all.text.size();
    all.text += cell.text.text;
    for (const WordText::Span& span : cell.text.spans) {
      all.spans.push_back({span.begin + shift, span.end + shift, span.word});
    }
  }
  return all;
}

namespace {

// How much more would have fitted on the line; lines may be set to the left, the right or the
// middle.
double RoomBehind(const Line& previous, const Line& line) {
  constexpr double kSameEdge = 1.5;  // points
  const Box& column = previous.region_box;
  const bool left = std::abs(previous.box.x0 - line.box.x0) <= kSameEdge;
  const bool right = std::abs(previous.box.x1 - line.box.x1) <= kSameEdge;
  const bool middle =
      std::abs(previous.box.x0 + previous.box.x1 - line.box.x0 - line.box.x1) <= 2 * kSameEdge;
  if (!left && (right || middle)) return column.width() - previous.box.width();
  return column.x1 - previous.box.x1;
}

}  // namespace

bool ContinuesParagraph(const Document& document, const Line& previous, const Line& line) {
  if (line.bullet || line.label || line.words.empty() || previous.words.empty()) return false;
  if (previous.region != line.region && previous.page == line.page) return false;
  if (previous.bold != line.bold || std::abs(previous.size - line.size) > 0.6) return false;
  const double size = std::max(line.size, 1.0);
  if (line.gap_before > 1.2 * size)
    return false;  // a paragraph's lines stand closer than a blank line
  const std::string before = TextOf(document, previous);
  const Word& first = document.words[line.words.begin];
  const double room = RoomBehind(previous, line);
  const bool would_have_fitted = room > first.box.width() + kSpaceOfSize * size + 1;
  if (EndsOpen(before)) return true;
  constexpr double kTolerance = 1;  // points; pages round to three quarters
  constexpr size_t kProse = 5;      // words
  const bool lower = StartsLower(first.text);
  if (line.wrap_gap > 0 && !lower && line.gap_before > line.wrap_gap + kTolerance) return false;
  // The text may end before the dates at its right do, so that the room behind it says nothing.
  if (lower && line.gap_before > 0 && line.gap_before < line.wrap_gap + kTolerance &&
      previous.words.size() >= kProse && before.find_last_of(".:;!?") != before.size() - 1) {
    return true;
  }
  if (lower) return room < first.box.width() + 0.15 * previous.region_box.width();
  return !would_have_fitted;
}

namespace {

// The lines of one item stand closer than two items do, where the section tells them apart at all.
class ItemGaps {
 public:
  ItemGaps(const FieldContext& context, IndexRange lines) {
    const Line* previous = nullptr;
    for (size_t i = lines.begin; i < lines.end; ++i) {
      const Line& line = context.lines[i];
      if (line.role == LineRole::kRunning) continue;
      if (previous != nullptr && previous->page == line.page && previous->region == line.region &&
          previous->bold == line.bold && std::abs(previous->size - line.size) < 0.6 &&
          line.gap_before > 0) {
        gaps_.push_back(line.gap_before);
      }
      previous = &line;
    }
  }
  bool Differ() const { return !gaps_.empty() && Largest() > Smallest() + kDifference; }
  bool IsInner(double gap) const { return !Differ() || gap < Smallest() + kDifference; }
  // Few lines of a list wrap: gaps that most lines have are those between items.
  bool InnerAreRare() const {
    constexpr double kFew = 0.6;
    const auto inner =
        std::count_if(gaps_.begin(), gaps_.end(), [&](double gap) { return IsInner(gap); });
    return Differ() && static_cast<double>(inner) <= kFew * static_cast<double>(gaps_.size());
  }

 private:
  static constexpr double kDifference = 1.2;  // points
  double Smallest() const { return *std::min_element(gaps_.begin(), gaps_.end()); }
  double Largest() const { return *std::max_element(gaps_.begin(), gaps_.end()); }
  std::vector<double> gaps_;
};

bool StartsWithNumber(std::string_view text) {
  static constinit const Pattern kNumber(R"(^\s*(?:\[\d{1,3}\]|\d{1,2}[.)])\s)");
  return kNumber.PartialMatch(text);
}

// "..., Red Cross, May 2020": the date closes the item.
bool EndsWithYear(std::string_view text) {
  static constinit const Pattern kYear(R"(\b(?:19|20)\d\d[.)]*$)");
  return kYear.PartialMatch(text);
}

bool StartsWithLabel(const Document& document, const Line& line) {
  constexpr size_t kLabelWords = 5;
  const std::string text = TextOf(document, line);
  const size_t colon = FindLabelColon(text);
  return colon != std::string_view::npos && SplitWords(text.substr(0, colon)).size() <= kLabelWords;
}

// "… (Amazon Web" above "Services)": the bracket goes on.
bool ClosesBracket(std::string_view above, std::string_view text) {
  const size_t open = above.rfind('('), close = text.find(')');
  if (open == std::string_view::npos || above.find(')', open) != std::string_view::npos)
    return false;
  return close != std::string_view::npos &&
         text.substr(0, close).find('(') == std::string_view::npos;
}

// "Systems (Epic, Pyxis)", whole; the next line is one of its kind if it opens a bracket.
bool ListsInBrackets(std::string_view text) {
  const size_t open = text.rfind('(');
  return text.ends_with(')') && open != std::string_view::npos && open > 0;
}
bool OpensList(std::string_view text) {
  constexpr size_t kMostWords = 5;
  const size_t open = text.find('(');
  return open != std::string_view::npos && open > 0 && StartsUpper(text) &&
         text.substr(0, open).find(',') == std::string_view::npos &&
         SplitWords(text.substr(0, open)).size() <= kMostWords;
}

// ContinuesParagraph() for lists, whose items are short: a full line may just be the longest item.
bool ContinuesItem(const Document& document, const Line& previous, const Line& line,
                   const ListRow& row, const ItemGaps& gaps) {
  if (GoesOnInLastLook(document, previous, line)) return true;
  if (!ContinuesParagraph(document, previous, line)) return false;
  if (document.words[line.words.begin].icon_before != Icon::kNone) return false;
  if (!gaps.IsInner(line.gap_before)) return false;
  if (StartsWithNumber(row.cells[0].text.text) && StartsWithNumber(TextOf(document, line)))
    return false;
  const std::string before = TextOf(document, previous);
  if (EndsOpen(before)) return true;
  if (StartsWithLabel(document, line)) return false;
  if (ListsInBrackets(before) && OpensList(TextOf(document, line))) return false;
  if (previous.colour != line.colour) return false;
  // Bold words behind plain ones name the next item.
  const Word& last = document.words[previous.words.end - 1];
  if (document.IsBold(document.words[line.words.begin]) && !document.IsBold(last)) return false;
  const std::string& first = document.words[line.words.begin].text;
  const bool starts_upper = StartsUpper(first);
  if (starts_upper && EndsWithYear(before)) return false;
  static constinit const Pattern kTail(R"(\(.*|\d+[,.;]?)");  // "Load rating CS" + "454"
  if (StartsLower(first) || row.bullet || gaps.InnerAreRare() || kTail.FullMatch(first))
    return true;
  constexpr size_t kShortItem = 4;  // words
  return before.find(',') != std::string::npos || SplitWords(before).size() > kShortItem;
}

bool HasBullet(const Document& document, const Line& line) {
  return line.bullet || document.words[line.words.begin].icon_before == Icon::kUnknown;
}

// "Databases" at the sign of the bullets, between "• Rust" and "• MySQL": a name of a group.
bool NamesGroup(const FieldContext& context, IndexRange lines, size_t i) {
  constexpr size_t kMostWords = 3;
  constexpr double kOutdent = 3;  // points
  if (i + 1 >= lines.end) return false;
  const Line &line = context.lines[i], &next = context.lines[i + 1];
  return !HasBullet(context.document, line) && line.cells.size() == 1 &&
         line.words.size() <= kMostWords &&
         StartsUpper(context.document.words[line.words.begin].text) &&
         HasBullet(context.document, next) && next.region == line.region &&
         line.box.x0 < next.box.x0 - kOutdent;
}

// A comma list in its cell, cut at the cell's edge.
bool IsOpenList(const ListCell& cell) { return cell.text.text.find(',') != std::string::npos; }

// "September" above "2023" in a narrow gutter is one date.
bool CompletesDate(const Document& document, const ListCell& above, const Line& line) {
  static constinit const Pattern kYear(R"(\d{4})");
  static constinit const Pattern kMonth(R"((?:\d{1,2}\s)?[A-Za-z.][A-Za-z.\x02]*,?|\d{1,2}[./-])");
  return kYear.FullMatch(TextOf(document, line)) &&
         kMonth.FullMatch(ToPlainLetters(above.text.text));
}

// Adds the cells of the line to those of the row that they go on with; false: they start a row.
bool JoinsRow(const Document& document, const Line& previous, const Line& line,
              const std::vector<ListCell>& cells, const ItemGaps& gaps, ListRow* row) {
  // A pill that wraps is drawn as one box.
  if (cells.size() == 1 && cells[0].pill && cells[0].shape == row->cells.back().shape) {
    JoinInto(document, cells[0], &row->cells.back());
    return true;
  }
  if (std::any_of(cells.begin(), cells.end(), [](const ListCell& cell) { return cell.pill; }))
    return false;
  if (row->cells.size() == 1) {
    const bool goes_on =
        cells.size() == 1 && (ClosesBracket(row->cells[0].text.text, cells[0].text.text) ||
                              ContinuesItem(document, previous, line, *row, gaps));
    if (!goes_on) return false;
    JoinInto(document, cells[0], &row->cells[0]);
    return true;
  }
  std::vector<int> at;
  for (const ListCell& cell : cells) {
    at.push_back(CellAt(*row, cell.box.x0));
    if (at.back() < 0) return false;
    const ListCell& above = row->cells[at.back()];
    if (ClosesBracket(above.text.text, cell.text.text)) continue;
    if (cells.size() == 1 && at.back() == 0 && CompletesDate(document, above, line)) continue;
    // Under the second cell, nothing in the first: "Tools | Epic, Pyxis," above "Cerner".
    const bool names_it = row->label || row->cells[0].look.bold != row->cells[1].look.bold;
    if (cells.size() == 1 && at.back() > 0 && names_it) {
      if (IsOpenList(above) || EndsOpen(above.text.text) || StartsLower(cell.text.text)) continue;
      row->cells.push_back(cell);
      return true;
    }
    if ((!IsOpenList(above) || !gaps.IsInner(line.gap_before) || !SameLook(above.look, cell.look)))
      return false;
  }
  for (size_t i = 0; i < cells.size(); ++i) JoinInto(document, cells[i], &row->cells[at[i]]);
  return true;
}

}  // namespace

std::vector<ListRow> FindListRows(const FieldContext& context, IndexRange lines) {
  const Document& document = context.document;
  const ItemGaps gaps(context, lines);
  size_t groups = 0;
  for (size_t i = lines.begin; i < lines.end; ++i) groups += NamesGroup(context, lines, i) ? 1 : 0;
  std::vector<ListRow> rows;
  const Line* previous = nullptr;
  for (size_t i = lines.begin; i < lines.end; ++i) {
    const Line& line = context.lines[i];
    if (line.role == LineRole::kRunning || line.words.empty()) continue;
    std::vector<ListCell> cells;
    for (const Cell& cell : line.cells) {
      for (ListCell& piece : CellsOf(document, cell)) cells.push_back(std::move(piece));
    }
    if (cells.empty()) continue;
    if (!rows.empty() && previous != nullptr) {
      ListRow& row = rows.back();
      const bool completes_label = row.label && row.lines.size() == 1;
      if (completes_label) {
        for (ListCell& cell : cells) row.cells.push_back(std::move(cell));
        row.bullet = row.bullet || HasBullet(document, line);
        row.lines.end = i + 1;
        previous = &line;
        continue;
      }
      const bool names_group = groups > 1 && NamesGroup(context, lines, i);
      if (previous->page == line.page && !HasBullet(document, line) && !line.label &&
          !names_group && JoinsRow(document, *previous, line, cells, gaps, &row)) {
        row.lines.end = i + 1;
        previous = &line;
        continue;
      }
    }
    ListRow row;
    row.cells = std::move(cells);
    row.bullet = HasBullet(document, line);
    row.label = line.label;
    row.gap_before = line.gap_before;
    row.page = line.page;
    row.region = line.region;
    row.lines = {i, i + 1};
    rows.push_back(std::move(row));
    previous = &line;
  }
  return rows;
}

// "Archives; Oral history; Palaeography.": the full stop ends the list; "etc." and "a.s.b.l." keep
// theirs.
void DropFullStop(std::string_view text, std::vector<Range>* parts) {
  if (parts->size() < 2) return;
  auto& [begin, end] = parts->back();
  while (end > begin && text[end - 1] == ' ') --end;
  const std::vector<std::string_view> words = SplitWords(text.substr(begin, end - begin));
  if (words.empty()) return;
  const std::string_view word = words.back();
  constexpr size_t kLongestAbbreviation = 4;  // bytes, with its dot
  const bool stop =
      word.find('.') + 1 == word.size() && (word.size() > kLongestAbbreviation || IsAllCaps(word));
  if (stop) --end;
}

std::vector<Piece> SplitList(const WordText& text) {
  const Range whole{0, text.text.size()};
  std::vector<Range> parts;
  for (const Range& strong :
       RangesBetween(text.text, whole, {"•", "·", "|", "◦", "▪", "●", "‣", "■", " / ", ";"})) {
    for (const Range& fine : RangesBetween(text.text, strong, {",", "、", "،"}))
      parts.push_back(fine);
  }
  DropFullStop(text.text, &parts);
  return PiecesOf(text, parts);
}

std::vector<Piece> SplitCommas(const WordText& text) {
  return PiecesOf(text, RangesBetween(text.text, {0, text.text.size()}, {","}));
}

size_t FindOutsideBrackets(std::string_view text, std::string_view what, size_t from) {
  int depth = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '(' || text[i] == '[') ++depth;
    if ((text[i] == ')' || text[i] == ']') && depth > 0) --depth;
    if (i >= from && depth == 0 && text.substr(i, what.size()) == what) return i;
  }
  return std::string_view::npos;
}

size_t RFindOutsideBrackets(std::string_view text, std::string_view what) {
  size_t last = std::string_view::npos;
  for (size_t at = FindOutsideBrackets(text, what); at != std::string_view::npos;
       at = FindOutsideBrackets(text, what, at + 1)) {
    last = at;
  }
  return last;
}

size_t FindLabelColon(std::string_view text) {
  for (size_t at = FindOutsideBrackets(text, ":"); at != std::string_view::npos;
       at = FindOutsideBrackets(text, ":", at + 1)) {
    if (at == 0) continue;
    const bool at_end = at + 1 >= text.size();
    if (!at_end && text[at + 1] == '/') continue;  // https://
    if (!at_end && text[at + 1] != ' ' &&
        (IsAsciiDigit(text[at - 1]) || IsAsciiDigit(text[at + 1])))
      continue;  // 1:2
    return at;
  }
  return std::string_view::npos;
}

}  // namespace atsmatch
