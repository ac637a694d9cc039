#include "parser/fields/groups.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "parser/text/lexicon.h"
#include "parser/text/pattern.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

constexpr size_t kLongestName = 6;  // words of a group's name
constexpr double kAligned = 4.0;    // points

size_t CountWords(std::string_view text) { return SplitWords(text).size(); }

bool HasListSeparator(const WordText& text) { return SplitList(text).size() > 1; }

// One thing of the list: a cell, or a row joined.
struct Item {
  WordText text;
  Look look;
  bool bullet = false;
  bool pill = false;
  Piece level;
  double indent = 0;  // points, from the left edge of its column
};

WordText JoinTexts(const WordText& first, const WordText& second) {
  WordText joined = first;
  if (!joined.text.empty()) joined.text += ' ';
  const size_t shift = joined.text.size();
  joined.text += second.text;
  for (WordText::Span span : second.spans)
    joined.spans.push_back({span.begin + shift, span.end + shift, span.word});
  return joined;
}

// "●●●○○", "★★★", "90%", "4/5", "5 years": how well, not what.
bool IsLevelGlyphs(const std::string& text) {
  static constinit const Pattern kGlyphs(
      R"((?:[●○★☆■□▮▯⬤◯•◦▪▫◉◎✦✧]\s*){3,}|\d{1,3}\s?%|\d{1,2}\s?/\s?(?:5|10))");
  return kGlyphs.FullMatch(text);
}

bool IsLevel(const Lexicon& lexicon, const std::string& text) {
  if (text.empty()) return false;
  if (IsLevelGlyphs(text)) return true;
  static constinit const Pattern kYears(
      R"((?i)\d{1,2}\+?\s*(?:years?|yrs?|ans|años|jahre|anni|anos)\.?)");
  if (kYears.FullMatch(text)) return true;
  return lexicon.Find(LexiconTable::kSkillLevels, text).has_value();
}

// Takes the level off the end: "Figma (Expert)", "Figma – Expert", "Figma ●●●●○".
Piece TakeLevel(const Lexicon& lexicon, WordText* text) {
  static constinit const Pattern kInBrackets(R"(^.*\S\s*([(\[]\s*([^()\[\]]+)\s*[)\]])\s*$)");
  static constinit const Pattern kBehindDash(R"(^.*\S(\s*(?:\s[-–—]|:)\s+([^:–—]+))\s*$)");
  static constinit const Pattern kGlyphs(
      R"(^.*\S(\s+((?:[●○★☆■□▮▯⬤◯◉◎✦✧]\s*){3,}|\d{1,3}\s?%))\s*$)");
  for (const Pattern* form : {&kInBrackets, &kBehindDash, &kGlyphs}) {
    std::string_view whole, level;
    const std::string_view input(text->text);
    if (!form->FullMatch(input, &whole, &level)) continue;
    if (!IsLevel(lexicon, std::string(level))) continue;
    const size_t begin = static_cast<size_t>(level.data() - input.data());
    Piece piece = PieceOf(*text, begin, begin + level.size());
    if (piece.text.empty())
      piece = {std::string(level), text->WordsOf(begin, begin + level.size())};
    *text = SubText(*text, 0, static_cast<size_t>(whole.data() - input.data()));
    return piece;
  }
  return {};
}

// ---- rows to items

// The colon ends the first cell's name, or begins the second cell.
bool ColonRow(const ListRow& row) {
  constexpr size_t kBetweenCells = 2;  // bytes
  const WordText text = row.Joined();
  const size_t colon = FindLabelColon(text.text);
  return colon != std::string::npos && CountWords(text.text.substr(0, colon)) <= kLongestName &&
         colon < row.cells[0].text.text.size() + kBetweenCells;
}

// "Systems – Epic, Pyxis": where the dash begins, npos: none parts a name from a list.
size_t FindNameDash(std::string_view text) {
  for (const std::string_view dash : {" – ", " — ", " - "}) {
    const size_t at = text.find(dash);
    if (at == std::string_view::npos) continue;
    const std::string_view name = text.substr(0, at), list = text.substr(at + dash.size());
    const bool names = CountWords(name) <= kLongestName &&
                       name.find_first_of(",;|") == std::string_view::npos &&
                       list.find(", ") != std::string_view::npos;
    return names ? at : std::string_view::npos;
  }
  return std::string_view::npos;
}

bool DashRow(const ListRow& row) {
  return row.cells.size() == 1 && FindNameDash(row.cells[0].text.text) != std::string_view::npos;
}

// "Systems (Epic, Pyxis)": where the bracket opens that the row ends with; npos: none, or a list
// stands before it.  "()" is what a template leaves of no keywords.
size_t FindBracket(std::string_view text) {
  constexpr size_t kNone = std::string_view::npos;
  if (!text.ends_with(')')) return kNone;
  const size_t open = text.rfind('(');
  if (open == kNone || open == 0 || text.find(')', open) + 1 != text.size()) return kNone;
  const std::string_view name = TrimSpace(text.substr(0, open));
  const bool names = CountWords(name) <= kLongestName && name.find_first_of(",;|") == kNone;
  const std::string_view inside = TrimSpace(text.substr(open + 1, text.size() - open - 2));
  return names && (inside.empty() || inside.find(", ") != kNone) ? open : kNone;
}

bool BracketRow(const ListRow& row) {
  return row.cells.size() == 1 && FindBracket(row.cells[0].text.text) != std::string_view::npos;
}

// The first cell names what the second lists.
bool LabelRow(const ListRow& row) {
  if (row.cells.size() < 2) return false;
  if (row.label) return true;
  const ListCell& name = row.cells[0];
  const ListCell& rest = row.cells[1];
  if (HasListSeparator(name.text) || CountWords(name.text.text) > kLongestName) return false;
  return !SameLook(name.look, rest.look) || (HasListSeparator(rest.text) && row.cells.size() == 2);
}

// Two cells a row, the second several times as long: names and lists that lost their separators.
bool TwoColumnsOfNamesAndLists(const std::vector<ListRow>& rows) {
  constexpr double kTimes = 2;
  size_t pairs = 0, names = 0, lists = 0;
  for (const ListRow& row : rows) {
    if (row.cells.size() != 2 || row.cells[1].pill) continue;
    ++pairs;
    names += CountWords(row.cells[0].text.text);
    lists += CountWords(row.cells[1].text.text);
  }
  return pairs >= 2 && 3 * pairs >= 2 * rows.size() && lists > kTimes * names;
}

// The words at which the look changes from bold (or coloured) to plain: "Systems Epic, Pyxis".
std::optional<size_t> LookChange(const Document& document, const WordText& text) {
  if (text.spans.size() < 2) return std::nullopt;
  const Look first = LookOf(document, {text.spans[0].word, text.spans[0].word + 1});
  for (size_t i = 1; i < text.spans.size(); ++i) {
    const size_t word = text.spans[i].word;
    const Look look = LookOf(document, {word, word + 1});
    if (look.bold == first.bold && look.italic == first.italic) continue;
    // The change happens once: everything behind is of the second look.
    for (size_t j = i + 1; j < text.spans.size(); ++j) {
      const size_t later = text.spans[j].word;
      if (LookOf(document, {later, later + 1}).bold != look.bold) return std::nullopt;
    }
    return text.spans[i].begin;
  }
  return std::nullopt;
}

// "Rice dishes Charcoal grill Fermentation": a list whose separators are lost.  Each capital begins
// a keyword; names of several capitals ("Power BI") come apart, which is the smaller loss.
std::vector<Piece> SplitAtCapitals(const WordText& text) {
  std::vector<Piece> pieces;
  size_t begin = 0;
  for (size_t i = 1; i <= text.spans.size(); ++i) {
    // "Solvency II", "IFRS 17": numbers go with what they count.
    static constinit const Pattern kNumber(R"([IVX]+|\d.*)");
    const bool last = i == text.spans.size();
    const std::string word =
        last ? "" : text.text.substr(text.spans[i].begin, text.spans[i].end - text.spans[i].begin);
    const bool ends = last || (StartsUpper(word) && !kNumber.FullMatch(word));
    if (!ends) continue;
    const size_t end = i == text.spans.size() ? text.text.size() : text.spans[i].begin;
    Piece piece = PieceOf(text, begin, end);
    if (!piece.text.empty()) pieces.push_back(std::move(piece));
    begin = end;
  }
  return pieces;
}

Group GroupOf(const Lexicon& lexicon, WordText name, const std::vector<WordText>& lists,
              const char* rule, double confidence) {
  Group group;
  group.level = TakeLevel(lexicon, &name);
  group.name = PieceOf(name, 0, name.text.size());
  for (const WordText& list : lists) {
    for (Piece& piece : SplitList(list)) {
      if (IsLevel(lexicon, piece.text) && group.keywords.empty() && group.level.text.empty()) {
        group.level = std::move(piece);
      } else {
        group.keywords.push_back(std::move(piece));
      }
    }
  }
  group.rule = rule;
  group.confidence = confidence;
  return group;
}

Group BareGroup(const Piece& piece, const Piece& level, const char* rule, double confidence) {
  Group group;
  group.name = piece;
  group.level = level;
  group.rule = rule;
  group.confidence = confidence;
  return group;
}

// "Megger / hi-pot testing" is one skill, "Ind AS / IFRS / XBRL" are three.
std::vector<Piece> SplitBare(const WordText& text) {
  std::vector<Piece> pieces = SplitList(text);
  const bool slash = pieces.size() == 2 && text.text.find(" / ") != std::string::npos &&
                     text.text.find_first_of(",;|") == std::string::npos;
  if (slash) pieces = {PieceOf(text, 0, text.text.size())};
  return pieces;
}

void AddBare(const Lexicon& lexicon, const Item& item, std::vector<Group>* groups) {
  for (const Piece& piece : SplitBare(item.text)) {
    if (IsLevel(lexicon, piece.text)) {
      if (!groups->empty() && groups->back().level.text.empty()) groups->back().level = piece;
      continue;
    }
    WordText text{piece.text, {}};
    Piece level = TakeLevel(lexicon, &text);
    Piece name = piece;
    if (!level.text.empty()) {
      level.words = piece.words;
      name.text = std::string(TrimSeparators(text.text));
    } else {
      level = item.level;
    }
    groups->push_back(BareGroup(name, level, "list-item", 0.8));
  }
}

std::vector<Group> ColonGroups(const FieldContext& context, const std::vector<ListRow>& rows) {
  std::vector<Group> groups;
  for (const ListRow& row : rows) {
    const WordText text = row.Joined();
    std::vector<WordText> lists;
    for (size_t i = 1; i < row.cells.size(); ++i) lists.push_back(row.cells[i].text);
    if (ColonRow(row)) {
      WordText first = row.cells[0].text;
      size_t colon = FindLabelColon(first.text);
      if (colon == std::string::npos) {  // the colon stands in a later cell
        first = text;
        colon = FindLabelColon(text.text);
        lists.clear();
      }
      lists.insert(lists.begin(), SubText(first, colon + 1, first.text.size()));
      groups.push_back(
          GroupOf(context.lexicon, SubText(first, 0, colon), lists, "group-colon", 0.95));
      continue;
    }
    const bool in_group =
        !groups.empty() && groups.back().rule == std::string_view("group-colon") && !row.bullet;
    if (in_group && (groups.back().keywords.empty() || !lists.empty() || HasListSeparator(text))) {
      lists.insert(lists.begin(), row.cells[0].text);
      for (const WordText& list : lists) {
        for (Piece& piece : SplitList(list)) groups.back().keywords.push_back(std::move(piece));
      }
    } else {
      AddBare(context.lexicon, {text, {}, false, false, {}, 0}, &groups);
    }
  }
  return groups;
}

std::vector<Group> LabelGroups(const FieldContext& context, const std::vector<ListRow>& rows) {
  std::vector<Group> groups;
  std::vector<WordText> texts;  // of each group's list, if it stands in one cell
  for (const ListRow& row : rows) {
    std::vector<WordText> lists;
    for (size_t i = 1; i < row.cells.size(); ++i) lists.push_back(row.cells[i].text);
    if (row.cells.size() == 1 && !groups.empty() && !row.cells[0].look.bold &&
        HasListSeparator(row.cells[0].text)) {
      for (Piece& piece : SplitList(row.cells[0].text))
        groups.back().keywords.push_back(std::move(piece));
      continue;
    }
    groups.push_back(GroupOf(context.lexicon, row.cells[0].text, lists, "group-cell", 0.9));
    texts.push_back(lists.size() == 1 ? lists[0] : WordText{});
  }
  const bool separated = std::any_of(rows.begin(), rows.end(), [](const ListRow& row) {
    return row.cells.size() > 2 || HasListSeparator(row.cells.back().text);
  });
  if (separated) return groups;
  constexpr size_t kRunOn = 2;  // words
  for (size_t i = 0; i < groups.size(); ++i) {
    std::vector<Piece>& keywords = groups[i].keywords;
    if (keywords.size() != 1 || CountWords(keywords[0].text) < kRunOn || texts[i].empty()) continue;
    if (!IsAllCaps(texts[i].text)) keywords = SplitAtCapitals(texts[i]);
  }
  return groups;
}

std::vector<Group> DashGroups(const FieldContext& context, const std::vector<ListRow>& rows) {
  std::vector<Group> groups;
  for (const ListRow& row : rows) {
    const WordText text = row.Joined();
    const size_t dash = DashRow(row) ? FindNameDash(text.text) : std::string_view::npos;
    if (dash == std::string_view::npos) {
      AddBare(context.lexicon, {text, {}, false, false, {}, 0}, &groups);
      continue;
    }
    const size_t list = text.text.find(' ', dash + 1);
    groups.push_back(GroupOf(context.lexicon, SubText(text, 0, dash),
                             {SubText(text, list, text.text.size())}, "group-dash", 0.9));
  }
  return groups;
}

// "Expert Languages": a level that stands before the name.
void TakeLevelBefore(const Lexicon& lexicon, Group* group) {
  const size_t space = group->name.text.find(' ');
  if (space == std::string::npos || !group->level.text.empty()) return;
  if (!IsLevel(lexicon, group->name.text.substr(0, space))) return;
  group->level = {group->name.text.substr(0, space), group->name.words};
  group->name.text.erase(0, space + 1);
}

std::vector<Group> BracketGroups(const FieldContext& context, const std::vector<ListRow>& rows) {
  std::vector<Group> groups;
  for (const ListRow& row : rows) {
    const WordText text = row.Joined();
    const size_t open = BracketRow(row) ? FindBracket(text.text) : std::string_view::npos;
    if (open == std::string_view::npos) {
      AddBare(context.lexicon, {text, {}, false, false, {}, 0}, &groups);
      continue;
    }
    std::vector<WordText> lists;
    if (open + 2 < text.text.size()) lists.push_back(SubText(text, open + 1, text.text.size() - 1));
    groups.push_back(
        GroupOf(context.lexicon, SubText(text, 0, open), lists, "group-brackets", 0.9));
  }
  const auto leveled = std::count_if(groups.begin(), groups.end(), [&](const Group& group) {
    Group copy = group;
    TakeLevelBefore(context.lexicon, &copy);
    return !copy.level.text.empty();
  });
  constexpr long kSeveral = 2;
  if (leveled < kSeveral) return groups;
  for (Group& group : groups) TakeLevelBefore(context.lexicon, &group);
  return groups;
}

Item ToItem(const FieldContext& context, const ListRow& row, const ListCell& cell, double column) {
  Item item{cell.text, cell.look, row.bullet, cell.pill, {}, cell.box.x0 - column};
  if (!HasListSeparator(cell.text)) item.level = TakeLevel(context.lexicon, &item.text);
  return item;
}

// Columns of cells: stretches of the width with white between them all the way down; empty: none.
std::vector<double> FindColumns(const std::vector<ListRow>& rows, size_t begin, size_t end) {
  constexpr double kGutter = 12;  // points of white
  constexpr double kCommonEdge =
      0.6;  // share of a column's cells that stand at its commonest left edges
  std::vector<std::pair<double, double>> spans;
  size_t wide_rows = 0;
  for (size_t r = begin; r < end; ++r) {
    wide_rows += rows[r].cells.size() > 1;
    for (const ListCell& cell : rows[r].cells) spans.emplace_back(cell.box.x0, cell.box.x1);
  }
  if (wide_rows == 0 || end - begin < 2) return {};
  std::sort(spans.begin(), spans.end());
  std::vector<double> columns{spans[0].first};
  std::vector<std::vector<double>> edges(1);
  double right = spans[0].second;
  for (const auto& [x0, x1] : spans) {
    if (x0 > right + kGutter) {
      columns.push_back(x0);
      edges.emplace_back();
    }
    edges.back().push_back(x0);
    right = std::max(right, x1);
  }
  if (columns.size() < 2) return {};
  // Words that flow have left edges anywhere, columns have one or two (a heading and what is
  // indented under it).
  for (std::vector<double>& column : edges) {
    size_t common = 0;
    for (size_t i = 0; i < column.size();) {
      size_t j = i;
      while (j < column.size() && column[j] - column[i] <= kAligned) ++j;
      if (j - i > 1 || column.size() <= 2) common += j - i;
      i = j;
    }
    if (common < kCommonEdge * column.size()) return {};
  }
  return columns;
}

// Names of groups side by side are the heads of columns, however their keywords flow below; empty:
// the row has one cell, or what stands below does not keep to its column.
std::vector<double> ColumnsUnderHeadings(const std::vector<ListRow>& rows, size_t begin,
                                         size_t end) {
  if (rows[begin].cells.size() < 2 || end - begin < 2) return {};
  std::vector<double> columns;
  for (const ListCell& cell : rows[begin].cells) columns.push_back(cell.box.x0);
  for (size_t r = begin + 1; r < end; ++r) {
    for (const ListCell& cell : rows[r].cells) {
      for (const double column : columns) {
        if (cell.box.x0 < column - kAligned && cell.box.x1 > column + kAligned) return {};
      }
    }
  }
  return columns;
}

// The same where everything is set to the right: the right edges that the names of groups and all
// that stands below them share.
std::vector<double> RightEdgesUnderHeadings(const std::vector<ListRow>& rows, size_t begin,
                                            size_t end) {
  if (rows[begin].cells.size() < 2 || end - begin < 2) return {};
  std::vector<double> edges;
  for (const ListCell& cell : rows[begin].cells) edges.push_back(cell.box.x1);
  for (size_t r = begin + 1; r < end; ++r) {
    for (const ListCell& cell : rows[r].cells) {
      const bool on_edge = std::any_of(edges.begin(), edges.end(), [&](double edge) {
        return std::abs(cell.box.x1 - edge) <= kAligned;
      });
      if (!on_edge) return {};
    }
  }
  return edges;
}

// "Load rating CS" over "454": a number alone goes on with what stands above it.
void JoinNumbers(std::vector<Item>* items) {
  static constinit const Pattern kNumber(R"(\d+)");
  for (size_t i = 1; i < items->size();) {
    Item& above = (*items)[i - 1];
    const Item& item = (*items)[i];
    if (item.bullet || item.pill || !SameLook(above.look, item.look) ||
        !kNumber.FullMatch(item.text.text)) {
      ++i;
      continue;
    }
    above.text = JoinTexts(above.text, item.text);
    items->erase(items->begin() + static_cast<long>(i));
  }
}

// Cells in the order of their columns, within bands that start where every cell looks like a
// heading.
std::vector<Item> ItemsOf(const FieldContext& context, const std::vector<ListRow>& rows) {
  std::vector<Item> items;
  const Look heading = rows[0].cells[0].look;
  auto is_heading_row = [&](const ListRow& row) {
    return std::all_of(row.cells.begin(), row.cells.end(),
                       [&](const ListCell& cell) { return SameLook(cell.look, heading); });
  };
  const bool banded = !std::all_of(rows.begin(), rows.end(), is_heading_row) && rows.size() > 1 &&
                      !is_heading_row(rows[1]);
  bool right_set = false;
  for (size_t begin = 0; begin < rows.size();) {
    size_t end = begin + 1;
    while (end < rows.size() && !(banded && is_heading_row(rows[end]))) ++end;
    std::vector<double> columns, right_edges;
    if (banded) columns = ColumnsUnderHeadings(rows, begin, end);
    if (columns.empty() && banded) right_edges = RightEdgesUnderHeadings(rows, begin, end);
    if (columns.empty() && right_edges.empty()) columns = FindColumns(rows, begin, end);
    for (const double edge : right_edges) {
      for (size_t r = begin; r < end; ++r) {
        for (const ListCell& cell : rows[r].cells) {
          if (std::abs(cell.box.x1 - edge) <= kAligned)
            items.push_back(ToItem(context, rows[r], cell, cell.box.x0));
        }
      }
    }
    right_set = right_set || !right_edges.empty();
    double left = 1e9;
    for (size_t r = begin; r < end; ++r) left = std::min(left, rows[r].cells[0].box.x0);
    if (columns.empty() && right_edges.empty()) {
      for (size_t r = begin; r < end; ++r) {
        for (const ListCell& cell : rows[r].cells)
          items.push_back(ToItem(context, rows[r], cell, left));
      }
    }
    // On another page the same columns may stand elsewhere.
    const auto columns_of = [&](const ListRow& row) {
      if (row.page == rows[begin].page) return columns;
      size_t first = begin, last = end;
      while (rows[first].page != row.page) ++first;
      while (rows[last - 1].page != row.page) --last;
      const std::vector<double> found = FindColumns(rows, first, last);
      return found.size() == columns.size() ? found : columns;
    };
    for (size_t c = 0; c < columns.size(); ++c) {
      for (size_t r = begin; r < end; ++r) {
        const std::vector<double> edges = columns_of(rows[r]);
        const double next = c + 1 < edges.size() ? edges[c + 1] : 1e9;
        for (const ListCell& cell : rows[r].cells) {
          const bool behind = c == 0 || cell.box.x0 >= edges[c] - kAligned;
          if (behind && cell.box.x0 < next - kAligned)
            items.push_back(ToItem(context, rows[r], cell, edges[c]));
        }
      }
    }
    begin = end;
  }
  if (right_set) JoinNumbers(&items);
  return items;
}

// Which items are the names of groups: those that look like the first one, if others do not.
std::vector<bool> FindHeadings(const Lexicon& lexicon, const std::vector<Item>& items) {
  std::vector<bool> headings(items.size(), false);
  if (items.size() < 2) return headings;
  const Item& first = items[0];
  bool any_other = false;
  size_t lists = 0, names = 0;
  const bool by_bullet = !first.bullet && std::any_of(items.begin(), items.end(),
                                                      [](const Item& i) { return i.bullet; });
  // Capitals alone make a name only if they stand between lists: "HACCP" is a skill, no heading.
  bool by_caps = first.look.all_caps && !items.back().look.all_caps;
  for (size_t i = 0; i + 1 < items.size(); ++i) {
    if (items[i].look.all_caps && items[i + 1].look.all_caps) by_caps = false;
  }
  // All in one look, the keywords indented: "Systems" above "   Epic".
  constexpr double kIndent = 6;  // points
  const auto indented = [&](const Item& item) { return item.indent > first.indent + kIndent; };
  const bool one_look = std::all_of(items.begin(), items.end(), [&](const Item& item) {
    return SameLook(item.look, first.look) || IsLevel(lexicon, item.text.text);
  });
  const bool by_indent =
      !by_bullet && one_look &&
      std::count_if(items.begin(), items.end(), indented) * 2 >= static_cast<long>(items.size());
  // A pill that wraps is not seen as one, so where the words of pills look different, that decides.
  const bool by_pill = !first.pill && std::any_of(items.begin(), items.end(), [&](const Item& i) {
    return i.pill && SameLook(i.look, first.look);
  });
  for (size_t i = 0; i < items.size(); ++i) {
    const Item& item = items[i];
    if (IsLevel(lexicon, item.text.text)) continue;
    bool alike = SameLook(item.look, first.look) && (!by_caps || item.look.all_caps);
    if (by_bullet) alike = !item.bullet;
    if (by_pill) alike = !item.pill;
    if (by_indent) alike = !indented(item);
    if (CountWords(item.text.text) > kLongestName) alike = false;
    headings[i] = alike;
    any_other = any_other || !alike;
    names += alike;
    lists += alike && HasListSeparator(item.text);
  }
  if (!any_other || 2 * lists > names) headings.assign(items.size(), false);
  return headings;
}

// "Systems" above "Epic, Pyxis", all in one look: every other item is a list.
bool Alternates(const std::vector<Item>& items) {
  if (items.size() < 2 || items.size() % 2 != 0) return false;
  size_t lists = 0;
  for (size_t i = 0; i < items.size(); i += 2) {
    if (HasListSeparator(items[i].text) || CountWords(items[i].text.text) > kLongestName)
      return false;
    lists += HasListSeparator(items[i + 1].text);
  }
  return lists * 3 >= items.size();  // two thirds of the second ones
}

std::vector<Group> HeadingGroups(const FieldContext& context, const std::vector<Item>& items) {
  std::vector<Group> groups;
  std::vector<bool> headings = FindHeadings(context.lexicon, items);
  bool grouped = std::find(headings.begin(), headings.end(), true) != headings.end();
  const char* rule = "group-heading";
  if (!grouped && Alternates(items)) {
    for (size_t i = 0; i < items.size(); i += 2) headings[i] = true;
    grouped = true;
    rule = "group-alternate";
  }
  for (size_t i = 0; i < items.size(); ++i) {
    const Item& item = items[i];
    if (!grouped) {
      AddBare(context.lexicon, item, &groups);
    } else if (headings[i]) {
      Group group = GroupOf(context.lexicon, item.text, {}, rule, 0.85);
      if (group.level.text.empty()) group.level = item.level;
      groups.push_back(std::move(group));
    } else if (IsLevel(context.lexicon, item.text.text) && !groups.empty()) {
      groups.back().level = PieceOf(item.text, 0, item.text.text.size());
    } else {
      if (groups.empty()) groups.push_back({});
      for (Piece& piece : SplitList(item.text)) groups.back().keywords.push_back(std::move(piece));
    }
  }
  return groups;
}

std::vector<Group> LookGroups(const FieldContext& context, const std::vector<ListRow>& rows) {
  std::vector<Group> groups;
  for (const ListRow& row : rows) {
    const WordText text = row.Joined();
    const std::optional<size_t> change = LookChange(context.document, text);
    if (change.has_value()) {
      groups.push_back(GroupOf(context.lexicon, SubText(text, 0, *change),
                               {SubText(text, *change, text.text.size())}, "group-look", 0.85));
    } else if (!groups.empty()) {
      for (Piece& piece : SplitList(text)) groups.back().keywords.push_back(std::move(piece));
    } else {
      AddBare(context.lexicon, {text, {}, false, false, {}, 0}, &groups);
    }
  }
  return groups;
}

// "Figma | Expert": the level joins what it stands beside, as "Figma – Expert".
void JoinLevels(const Lexicon& lexicon, ListRow* row) {
  for (size_t i = 1; i < row->cells.size();) {
    const ListCell& level = row->cells[i];
    ListCell& cell = row->cells[i - 1];
    if (!IsLevel(lexicon, level.text.text) || IsLevel(lexicon, cell.text.text)) {
      ++i;
      continue;
    }
    cell.text.text += " – ";
    const size_t shift = cell.text.text.size();
    cell.text.text += level.text.text;
    for (WordText::Span span : level.text.spans) {
      cell.text.spans.push_back({span.begin + shift, span.end + shift, span.word});
    }
    row->cells.erase(row->cells.begin() + static_cast<long>(i));
  }
}

// "Keywords: gravel, trail": the label says that a list follows, not what of.
bool StartsWithListLabel(const Lexicon& lexicon, const ListCell& cell, size_t* end) {
  const size_t colon = FindLabelColon(cell.text.text);
  if (colon == std::string::npos) return false;
  const auto field =
      lexicon.Find(LexiconTable::kFieldLabels, std::string_view(cell.text.text).substr(0, colon));
  if (field != "keywords" && field != "technologies") return false;
  *end = colon + 1;
  return true;
}

// Takes such labels off where names stand without one above them; else they are the names.
void TakeListLabels(const Lexicon& lexicon, std::vector<ListRow>* rows) {
  size_t end = 0;
  if (ColonRow(rows->front())) return;
  for (const ListRow& row : *rows) {
    if (ColonRow(row) && !StartsWithListLabel(lexicon, row.cells[0], &end)) return;
  }
  for (ListRow& row : *rows) {
    for (ListCell& cell : row.cells) {
      if (!StartsWithListLabel(lexicon, cell, &end)) continue;
      const size_t begin = cell.text.text.find_first_not_of(' ', end);
      if (begin != std::string::npos) cell.text = SubText(cell.text, begin, cell.text.text.size());
    }
  }
}

// Names in the margin, each beside the first row of its list: the other rows go to it.
std::vector<ListRow> WithRowsOfLabels(std::vector<ListRow> rows) {
  constexpr size_t kFewest = 2;
  const auto labels =
      std::count_if(rows.begin(), rows.end(), [](const ListRow& row) { return row.label; });
  if (rows.empty() || !rows.front().label || static_cast<size_t>(labels) < kFewest) return rows;
  std::vector<ListRow> named;
  for (ListRow& row : rows) {
    if (row.label) {
      named.push_back(std::move(row));
      continue;
    }
    ListRow& above = named.back();
    for (ListCell& cell : row.cells) above.cells.push_back(std::move(cell));
    above.lines.end = row.lines.end;
  }
  return named;
}

// ---- names beside the middle of their lists

double BaselineOf(const FieldContext& context, const ListRow& row) {
  return context.lines[row.lines.begin].baseline;
}

// "Design" at the height between two rows of its list, as in a cell of a table: each row of a list
// goes to the name that stands nearest.  Without such names the rows stay as they are.
std::vector<ListRow> WithCentredNames(const FieldContext& context, std::vector<ListRow> rows) {
  enum class Kind { kNameAndList, kName, kList };
  std::vector<Kind> kinds(rows.size(), Kind::kNameAndList);
  std::vector<size_t> cuts(rows.size(), 0);
  std::vector<WordText> texts;
  double left = 0;  // of the lists
  std::optional<Look> name_look;
  for (size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].bullet || rows[i].label) return rows;
    texts.push_back(rows[i].Joined());  // the spaces of a justified row may be as wide as gutters
    const WordText& text = texts.back();
    const std::optional<size_t> change = LookChange(context.document, text);
    if (!change.has_value()) continue;
    cuts[i] = *change;
    const WordText list = SubText(text, *change, text.text.size());
    const double x0 = BoxOf(context.document, list.Words()).x0;
    if (left > 0 && std::abs(x0 - left) > kAligned) return rows;
    left = x0;
    name_look = LookOf(context.document, SubText(text, 0, *change).Words());
  }
  if (!name_look.has_value()) return rows;
  size_t alone = 0;
  for (size_t i = 0; i < rows.size(); ++i) {
    if (cuts[i] > 0) continue;
    const ListCell& cell = rows[i].cells[0];
    const bool name = cell.box.x1 < left && SameLook(cell.look, *name_look);
    if (!name && std::abs(cell.box.x0 - left) > kAligned) return rows;
    kinds[i] = name ? Kind::kName : Kind::kList;
    alone += name;
  }
  if (alone == 0) return rows;
  std::vector<std::vector<size_t>> parts(rows.size());  // of a list, by the row of its name
  for (size_t i = 0; i < rows.size(); ++i) {
    size_t nearest = rows.size();
    double distance = 1e9;
    for (size_t j = 0; j < rows.size(); ++j) {
      if (kinds[j] == Kind::kList || rows[j].page != rows[i].page) continue;
      const double away = std::abs(BaselineOf(context, rows[i]) - BaselineOf(context, rows[j]));
      if (away < distance) nearest = j;
      distance = std::min(distance, away);
    }
    if (nearest == rows.size()) return rows;
    if (kinds[i] != Kind::kName) parts[nearest].push_back(i);
  }
  std::vector<ListRow> named;
  for (size_t i = 0; i < rows.size(); ++i) {
    if (kinds[i] == Kind::kList) continue;
    ListRow row = rows[i];
    ListCell list = rows[i].cells[0];
    list.text = {};
    for (const size_t part : parts[i]) {
      list.text = JoinTexts(list.text, SubText(texts[part], cuts[part], texts[part].text.size()));
    }
    row.cells.resize(1);
    row.cells[0].text = cuts[i] > 0 ? SubText(texts[i], 0, cuts[i]) : texts[i];
    row.cells[0].look = *name_look;
    if (!list.text.empty()) {
      list.look = LookOf(context.document, list.text.Words());
      row.cells.push_back(std::move(list));
    }
    named.push_back(std::move(row));
  }
  return named;
}

// The rows of all sections.  A later section whose heading looks like the names of groups is one of
// them: "Tools" is a heading to those who know the word, and here the third of four groups.
std::vector<ListRow> RowsOf(const FieldContext& context, const std::vector<size_t>& sections) {
  std::vector<ListRow> rows;
  for (size_t section : sections) {
    const Section& part = context.sections[section];
    const bool later = section != sections.front() && !part.heading_words.empty();
    if (later && (rows.empty() ||
                  SameLook(LookOf(context.document, part.heading_words), rows[0].cells[0].look))) {
      ListRow name;
      ListCell cell;
      cell.text = TextOfWords(context.document, part.heading_words);
      cell.box = BoxOf(context.document, part.heading_words);
      cell.look = LookOf(context.document, part.heading_words);
      name.cells.push_back(std::move(cell));
      name.page = context.document.words[part.heading_words.begin].page;
      name.lines = {part.lines.begin, part.lines.begin};
      rows.push_back(std::move(name));
    }
    for (ListRow& row : FindListRows(context, part.lines)) {
      JoinLevels(context.lexicon, &row);
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

}  // namespace

std::vector<Group> FindGroups(const FieldContext& context, const std::vector<size_t>& sections) {
  std::vector<ListRow> rows =
      WithCentredNames(context, WithRowsOfLabels(RowsOf(context, sections)));
  if (rows.empty()) return {};
  TakeListLabels(context.lexicon, &rows);
  auto share = [&](auto predicate) {
    return static_cast<double>(std::count_if(rows.begin(), rows.end(), predicate)) / rows.size();
  };
  constexpr double kMost = 0.5;
  if (share(ColonRow) >= kMost) return ColonGroups(context, rows);
  if (share(DashRow) > kMost) return DashGroups(context, rows);
  if (share(BracketRow) > kMost) return BracketGroups(context, rows);
  if (share(LabelRow) > kMost) return LabelGroups(context, rows);
  if (TwoColumnsOfNamesAndLists(rows)) return LabelGroups(context, rows);
  const bool single_cells = share([](const ListRow& row) { return row.cells.size() == 1; }) > 0.8;
  if (single_cells && share([&](const ListRow& row) {
                        return LookChange(context.document, row.Joined()).has_value();
                      }) > kMost) {
    return LookGroups(context, rows);
  }
  return HeadingGroups(context, ItemsOf(context, rows));
}

}  // namespace atsmatch
