#include "parser/fields/position.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <utility>

#include "parser/fields/clues.h"
#include "parser/fields/head_cuts.h"
#include "parser/fields/roles.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

enum PositionRole : size_t { kTitle, kEmployer, kPlace, kOther, kPositionRoles };

class PositionReader {
 public:
  PositionReader(const FieldContext& context, const std::vector<size_t>& sections,
                 PositionOrder order)
      : context_(context), order_(order) {
    std::vector<IndexRange> ranges;
    for (const size_t section : sections) ranges.push_back(context.sections[section].lines);
    entries_ = FindEntries(context.document, context.lines, ranges, context.lexicon, {});
  }

  std::vector<Position> Read() {
    heads_ = ReadHeads(context_, entries_);
    MarkGroups();
    CutPlacesAtDashes();
    CutAroundPlaces();
    CutSparseHeads();
    AssignPieces();
    std::vector<Position> positions;
    for (size_t i = 0; i < entries_.size(); ++i) positions.push_back(ToPosition(i));
    SplitPlaces(&positions);
    InheritEmployers(&positions);
    return positions;
  }

 private:
  bool IsPlace(const HeadPiece& piece) const {
    return PlaceClue(piece.text.text, context_.lexicon) > 2;
  }

  static bool IsText(const HeadPiece& piece) {
    return piece.sentence || ProseClue(piece.text.text) > 3;
  }

  // "Acme Ltd  2012 – today" over "Manager  2016 – today" and "Clerk  2012 – 2016", in another
  // look: one employer whose dates span those of the positions.
  void MarkGroups() {
    for (size_t i = 0; i + 1 < heads_.size(); ++i) {
      if (!entries_[i].body.empty() || heads_[i].pieces.empty()) continue;
      const Line& header = context_.lines[entries_[i].head.front()];
      size_t end = i + 1;
      while (end < heads_.size() && Spans(heads_[i], heads_[end]) && !heads_[end].pieces.empty() &&
             LooksUnlike(i, end) && (end == i + 1 || !LooksUnlike(i + 1, end))) {
        ++end;
      }
      if (end == i + 1 || header.label) continue;
      heads_[i].pieces.front().field = "employer";
      for (size_t k = i + 1; k < end; ++k) heads_[k].pieces.front().field = "position";
      i = end - 1;
    }
  }

  static bool Spans(const EntryHead& group, const EntryHead& head) {
    if (!group.dates.has_value() || !head.dates.has_value()) return false;
    const DateRange &all = *group.dates, &part = *head.dates;
    if (!(all.is_range || all.current) || all.start.year == 0 || part.start.year < all.start.year)
      return false;
    if (all.current) return true;
    return !part.current && std::max(part.end.year, part.start.year) <= all.end.year;
  }

  // Do the first pieces differ in type or left edge?
  bool LooksUnlike(size_t a, size_t b) const {
    constexpr double kIndent = 5;  // points
    const Style &one = heads_[a].pieces.front().style, &two = heads_[b].pieces.front().style;
    const Line& first = context_.lines[entries_[a].head.front()];
    const Line& second = context_.lines[entries_[b].head.front()];
    return one.bold != two.bold || one.italic != two.italic || one.caps != two.caps ||
           std::abs(one.size - two.size) > 0.6 ||
           (first.region == second.region && second.box.x0 - first.box.x0 > kIndent);
  }

  // How many pieces could be a title or an employer.
  size_t NamingPieces(const EntryHead& head) const {
    return static_cast<size_t>(
        std::count_if(head.pieces.begin(), head.pieces.end(),
                      [&](const HeadPiece& piece) { return !IsPlace(piece) && !IsText(piece); }));
  }

  bool MostAreSparse() const {
    size_t sparse = 0;
    for (const EntryHead& head : heads_) sparse += NamingPieces(head) < 2 ? 1 : 0;
    return sparse * 2 > heads_.size();
  }

  bool HasPlace(const std::vector<HeadPiece>& parts) const {
    return std::any_of(parts.begin(), parts.end(), [&](const HeadPiece& part) {
      return IsPlace(part) ||
             FindTrailingPlace(part.text.text, context_.lexicon) != std::string::npos;
    });
  }

  // "Leeds – Sous Chef": a place beside a dash is a piece of its own.  Where that holds for most
  // dashes of the section, the lexicon does not know the other places.
  void CutPlacesAtDashes() {
    size_t dashes = 0, places = 0;
    for (const EntryHead& head : heads_) {
      for (const HeadPiece& piece : head.pieces) {
        const std::vector<HeadPiece> parts = CutPiece(piece, Separation::kDash);
        if (parts.size() < 2) continue;
        ++dashes;
        places += HasPlace(parts) ? 1 : 0;
      }
    }
    for (EntryHead& head : heads_) {
      std::vector<HeadPiece> pieces;
      for (const HeadPiece& piece : head.pieces) {
        std::vector<HeadPiece> parts = CutPiece(piece, Separation::kDash);
        if (parts.size() == 1 || (!HasPlace(parts) && 2 * places <= dashes)) {
          pieces.push_back(piece);
        } else {
          for (HeadPiece& part : parts) pieces.push_back(std::move(part));
        }
      }
      head.pieces = std::move(pieces);
    }
  }

  // "Acme Ltd Austin, TX Cook": nothing but the place shows where the employer ends.
  void CutAroundPlaces() {
    for (EntryHead& head : heads_) {
      std::vector<HeadPiece> pieces;
      for (const HeadPiece& piece : head.pieces) {
        for (HeadPiece& part : CutAroundPlace(piece, context_.lexicon))
          pieces.push_back(std::move(part));
      }
      head.pieces = std::move(pieces);
    }
  }

  // Where most heads have one piece only, title and employer share it: cut at dashes, else at
  // commas, else where the words change from the one to the other.
  void CutSparseHeads() {
    if (heads_.empty() || !MostAreSparse()) return;
    CutSharedEndings();
    if (!MostAreSparse()) return;
    for (const Separation at : {Separation::kDash, Separation::kComma, Separation::kWords}) {
      size_t cut = 0, told = 0;
      std::vector<EntryHead> finer = heads_;
      for (EntryHead& head : finer) {
        if (at == Separation::kWords && !StandsAlone(head)) continue;
        std::vector<HeadPiece> pieces;
        for (const HeadPiece& piece : head.pieces) {
          std::vector<HeadPiece> parts = CutAt(piece, at);
          cut += parts.size() > 1 ? 1 : 0;
          told += parts.size() > 1 && NamesEmployer(parts) ? 1 : 0;
          for (HeadPiece& part : parts) pieces.push_back(std::move(part));
        }
        head.pieces = std::move(pieces);
      }
      if (cut * 2 < heads_.size()) continue;
      // "Director Operations" has no employer: some words must say that there are any.
      if (at == Separation::kWords && told * 3 < cut) continue;
      heads_ = std::move(finer);
      if (at == Separation::kWords) CutKnownEmployers();
      if (!MostAreSparse()) return;
    }
  }

  // "HR Consultant Acme Ltd", "Recruiter Acme Ltd" …: what most pieces that stand alone end with is
  // the one employer of them all.
  void CutSharedEndings() {
    constexpr size_t kFewest = 3;
    std::vector<HeadPiece*> alone;
    for (EntryHead& head : heads_) {
      if (!StandsAlone(head)) continue;
      for (HeadPiece& piece : head.pieces) {
        if (!IsText(piece) && !IsKnownPlace(piece)) alone.push_back(&piece);
      }
    }
    if (alone.size() < kFewest) return;
    const std::string ending = SharedEnding(alone);
    if (ending.empty() || EmployerClue(ending, context_.lexicon) <= 0 ||
        TitleClue(ending, context_.lexicon) > 0) {
      return;
    }
    for (EntryHead& head : heads_) {
      if (!StandsAlone(head)) continue;
      std::vector<HeadPiece> pieces;
      for (const HeadPiece& piece : head.pieces) {
        for (HeadPiece& part : CutPieceAt(piece, {StartOfKnown(piece.text.text, {ending})}))
          pieces.push_back(std::move(part));
      }
      head.pieces = std::move(pieces);
    }
  }

  // The last two words or more that three in four pieces share, each behind other words; "": none.
  static std::string SharedEnding(const std::vector<HeadPiece*>& pieces) {
    const std::string_view first = pieces.front()->text.text;
    const std::vector<std::string_view> words = SplitWords(first);
    for (size_t from = 1; from + 1 < words.size(); ++from) {
      const std::string_view ending =
          first.substr(static_cast<size_t>(words[from].data() - first.data()));
      const auto shared = std::count_if(pieces.begin(), pieces.end(), [&](const HeadPiece* piece) {
        return StartOfKnown(piece->text.text, {std::string(ending)}) > 0;
      });
      if (static_cast<size_t>(shared) * 4 < pieces.size() * 3) continue;
      // Behind a comma or a dash, that is where to cut.
      const char before = words[from - 1].back();
      const bool joined =
          HasLetter(words[from - 1].substr(words[from - 1].size() - 1)) || before == ')';
      return joined ? std::string(ending) : std::string();
    }
    return {};
  }

  // Every part of it is known: "Leeds, UK", not "Acme, Leeds".
  bool IsKnownPlace(const HeadPiece& piece) const {
    constexpr double kCertain = 3.5;
    return PlaceClue(piece.text.text, context_.lexicon) >= kCertain;
  }

  // One piece, and beside it nothing but known places and text.
  bool StandsAlone(const EntryHead& head) const {
    return std::count_if(head.pieces.begin(), head.pieces.end(), [&](const HeadPiece& piece) {
             return !IsText(piece) && !IsKnownPlace(piece);
           }) == 1;
  }

  // "Vice President of Sales Acme Ltd" beside "Cook | Acme Ltd": the employer that a sibling names
  // ends the title.
  void CutKnownEmployers() {
    std::set<std::string> names;
    for (const EntryHead& head : heads_) {
      for (const HeadPiece& piece : head.pieces) {
        if (piece.before == Separation::kWords && NamesEmployer({piece}) &&
            TitleClue(piece.text.text, context_.lexicon) <= 0) {
          names.insert(piece.text.text);
        }
      }
    }
    for (EntryHead& head : heads_) {
      if (!StandsAlone(head)) continue;
      std::vector<HeadPiece> pieces;
      for (const HeadPiece& piece : head.pieces) {
        for (HeadPiece& part : CutPieceAt(piece, {StartOfKnown(piece.text.text, names)}))
          pieces.push_back(std::move(part));
      }
      head.pieces = std::move(pieces);
    }
  }

  static size_t StartOfKnown(std::string_view text, const std::set<std::string>& names) {
    for (const std::string& name : names) {
      if (text.size() > name.size() + 1 && text.ends_with(name) &&
          text[text.size() - name.size() - 1] == ' ') {
        return text.size() - name.size();
      }
    }
    return 0;
  }

  std::vector<HeadPiece> CutAt(const HeadPiece& piece, Separation at) const {
    if (IsKnownPlace(piece) || IsText(piece) || !piece.field.empty()) return {piece};
    if (at == Separation::kComma) return CutAtComma(piece);
    if (at == Separation::kWords) return CutTitleFromEmployer(piece, context_.lexicon);
    return CutPiece(piece, at);
  }

  bool NamesEmployer(const std::vector<HeadPiece>& parts) const {
    constexpr double kLikely = 1.4;
    return std::any_of(parts.begin(), parts.end(), [&](const HeadPiece& part) {
      return EmployerClue(part.text.text, context_.lexicon) >= kLikely;
    });
  }

  // "Title, Employer, Place": into at most three pieces, where the words speak for it most.
  std::vector<HeadPiece> CutAtComma(const HeadPiece& piece) const {
    std::vector<HeadPiece> parts = CutPiece(piece, Separation::kComma);
    if (parts.size() < 2) return parts;
    double best = -1e9;
    size_t best_first = 1, best_second = parts.size();
    const auto text = [&](size_t from, size_t to) {
      std::string joined;
      for (size_t i = from; i < to; ++i) joined += (i > from ? ", " : "") + parts[i].text.text;
      return joined;
    };
    const Lexicon& lexicon = context_.lexicon;
    for (size_t first = 1; first < parts.size(); ++first) {
      for (size_t second = first + 1; second <= parts.size(); ++second) {
        const std::string a = text(0, first), b = text(first, second);
        const double title_first = TitleClue(a, lexicon) + EmployerClue(b, lexicon);
        const double employer_first = EmployerClue(a, lexicon) + TitleClue(b, lexicon);
        double score = std::max(title_first, employer_first);
        if (second < parts.size()) {
          score += 0.75 * PlaceClue(text(second, parts.size()), lexicon);
        } else if (PlaceClue(parts.back().text.text, lexicon) > 2) {
          score -= 1;
        }
        score -= 0.3 * static_cast<double>(first - 1);
        if (score > best) {
          best = score;
          best_first = first;
          best_second = second;
        }
      }
    }
    std::vector<HeadPiece> pieces;
    for (const auto& [from, to] : {std::pair{size_t{0}, best_first},
                                   {best_first, best_second},
                                   {best_second, parts.size()}}) {
      if (from >= to) continue;
      HeadPiece joined = parts[from];
      for (size_t i = from + 1; i < to; ++i) AppendPiece(parts[i], ", ", &joined);
      pieces.push_back(std::move(joined));
    }
    return pieces;
  }

  void AssignPieces() {
    constexpr double kOrder = 0.3;
    constexpr double kLabelled = 8;  // more than any words say
    const Lexicon& lexicon = context_.lexicon;
    std::vector<std::vector<RolePiece>> rows;
    for (const EntryHead& head : heads_) {
      const std::vector<std::string> places = PlacesOf(head.pieces);
      std::vector<RolePiece> row;
      for (size_t p = 0; p < head.pieces.size(); ++p) {
        const HeadPiece& piece = head.pieces[p];
        const std::string& text = piece.text.text;
        RolePiece role;
        role.place = places[p];
        role.scores[kTitle] = TitleClue(text, lexicon);
        role.scores[kEmployer] =
            EmployerClue(text, lexicon) + (piece.before == Separation::kAt ? 2 : 0);
        role.scores[kPlace] = PlaceClue(text, lexicon);
        role.scores[kOther] = ProseClue(text) - 0.2 + (p > 1 ? 0.3 : 0);
        if (piece.sentence) role.scores[kOther] += kLabelled;
        // In the order of the other positions, all else equal.
        if (order_ != PositionOrder::kUnknown && p < 2) {
          const bool title = (p == 0) == (order_ == PositionOrder::kTitleFirst);
          role.scores[title ? kTitle : kEmployer] += kOrder;
        }
        // All else equal, the employer comes before the place.
        role.scores[kEmployer] -= 0.1 * static_cast<double>(p);
        role.scores[kPlace] += 0.1 * static_cast<double>(p);
        if (piece.field == "position") role.scores[kTitle] += kLabelled;
        if (piece.field == "employer" || piece.field == "institution")
          role.scores[kEmployer] += kLabelled;
        if (piece.field == "location") role.scores[kPlace] += kLabelled;
        row.push_back(std::move(role));
      }
      rows.push_back(std::move(row));
    }
    RoleRules rules;
    rules.count = kPositionRoles;
    rules.wanted = {1.5, 1.5, 0.3, 0, 0, 0};
    roles_ = AssignRoles(rows, rules);
  }

  Position ToPosition(size_t i) const {
    const EntryHead& head = heads_[i];
    Position position;
    position.dates = ToEntryDates(head);
    std::vector<const HeadPiece*> rest;
    for (size_t p = 0; p < head.pieces.size(); ++p) {
      const HeadPiece& piece = head.pieces[p];
      switch (roles_[i][p]) {
        case kTitle:
          Take(piece, "title-place", kTitle, &position.title);
          break;
        case kEmployer:
          Take(piece, "employer-place", kEmployer, &position.employer);
          break;
        case kPlace:
          Take(piece, "place-place", kPlace, &position.place);
          break;
        default:
          rest.push_back(&piece);
          break;
      }
    }
    position.body = ReadBody(context_, entries_[i].body);
    AddRest(rest, &position);
    if (!position.place.known()) position.place = position.body.place;
    if (!head.urls.empty()) position.url = ToField(head.urls.front(), 0.9, "entry-url");
    if (!position.url.known() && !position.body.urls.empty()) {
      position.url = ToField(position.body.urls.front(), 0.85, "entry-url");
    }
    position.lines = LinesOf(entries_[i]);
    return position;
  }

  void Take(const HeadPiece& piece, const char* rule, PositionRole role, Text* field) const {
    const std::string& text = piece.text.text;
    const Lexicon& lexicon = context_.lexicon;
    const double clue = role == kTitle      ? TitleClue(text, lexicon)
                        : role == kEmployer ? EmployerClue(text, lexicon)
                                            : PlaceClue(text, lexicon);
    if (field->known()) {
      // Two pieces of one role: a title cut in two, or a department behind the employer.
      field->value += ", " + text;
      field->evidence.words.end = std::max(field->evidence.words.end, piece.text.Words().end);
      field->confidence *= 0.8;
      return;
    }
    field->value = text;
    field->confidence = clue >= 2 ? 0.95 : clue >= 0.5 ? 0.85 : 0.7;
    field->evidence = {piece.text.Words(), rule, clue};
  }

  // "Acme Ltd, Leeds": the place is not part of the employer's name.  Where that holds for half of
  // the section, it holds for the places that the lexicon does not know.
  void SplitPlaces(std::vector<Position>* positions) const {
    size_t with_place = 0, employers = 0;
    for (Position& position : *positions) {
      employers += position.employer.known() ? 1 : 0;
      for (Text* field : {&position.employer, &position.title}) {
        const size_t at = FindTrailingPlace(field->value, context_.lexicon);
        if (at == std::string::npos) continue;
        with_place += field == &position.employer ? 1 : 0;
        SplitPlaceAt(at, field, &position);
      }
    }
    if (with_place * 2 < employers || with_place == 0) return;
    for (Position& position : *positions) {
      if (position.place.known() || !position.employer.known()) continue;
      const std::string& value = position.employer.value;
      const bool bracket = value.ends_with(')') && value.rfind('(') != std::string::npos;
      const size_t comma = bracket ? value.rfind('(') : value.rfind(',');
      if (comma == std::string::npos || comma == 0) continue;
      std::string_view behind = TrimSpace(std::string_view(value).substr(comma + 1));
      if (bracket) behind.remove_suffix(1);
      if (CountNames(behind) > 3 || EmployerClue(behind, context_.lexicon) > 0 ||
          TitleClue(behind, context_.lexicon) > 0) {
        continue;
      }
      SplitPlaceAt(comma, &position.employer, &position);
    }
  }

  // "Lauf an der Pegnitz" has two: words that are written small do not count.
  static size_t CountNames(std::string_view text) {
    const std::vector<std::string_view> words = SplitWords(text);
    return static_cast<size_t>(std::count_if(words.begin(), words.end(), StartsUpper));
  }

  static void SplitPlaceAt(size_t at, Text* field, Position* position) {
    std::string place(TrimSeparators(std::string_view(field->value).substr(at + 1)));
    if (place.ends_with(')') && place.find('(') == std::string::npos) place.pop_back();
    if (!position->place.known()) {
      position->place.value = place;
      position->place.confidence = 0.85;
      position->place.evidence = field->evidence;
      position->place.evidence.rule = "place-behind-employer";
    }
    field->value = std::string(TrimSeparators(std::string_view(field->value).substr(0, at)));
  }

  static void AddRest(const std::vector<const HeadPiece*>& rest, Position* position) {
    for (const HeadPiece* piece : rest) {
      const WordText& text = piece->text;
      Text* summary = &position->body.summary;
      if (piece->sentence && summary->known() && !StartsUpper(summary->value)) {
        summary->value = text.text + " " + summary->value;  // the sentence went on
        summary->evidence.words.begin = text.Words().begin;
        continue;
      }
      if (summary->known()) {
        Text field;
        field.value = summary->value;
        field.confidence = 0.6;
        field.evidence = summary->evidence;
        position->body.highlights.insert(position->body.highlights.begin(), std::move(field));
      }
      summary->value = text.text;
      summary->confidence = 0.6;
      summary->evidence = {text.Words(), "rest-of-head", 0};
    }
  }

  // One employer, several positions: the later ones name only the title.
  void InheritEmployers(std::vector<Position>* positions) const {
    const Text* employer = nullptr;
    const Text* place = nullptr;
    std::vector<Position> result;
    for (size_t i = 0; i < positions->size(); ++i) {
      Position& position = (*positions)[i];
      const bool only_employer = position.employer.known() && !position.title.known() &&
                                 position.body.highlights.empty() && i + 1 < positions->size() &&
                                 !(*positions)[i + 1].employer.known() &&
                                 (*positions)[i + 1].title.known();
      if (position.employer.known()) {
        employer = &position.employer;
        place = &position.place;
      } else if (employer != nullptr && position.title.known()) {
        position.employer = *employer;
        position.employer.confidence = 0.8;
        position.employer.evidence.rule = "employer-of-the-group";
        if (!position.place.known()) position.place = *place;
      }
      if (!only_employer) result.push_back(position);
    }
    *positions = std::move(result);
  }

  const FieldContext& context_;
  const PositionOrder order_;
  std::vector<Entry> entries_;
  std::vector<EntryHead> heads_;
  std::vector<std::vector<size_t>> roles_;
};

}  // namespace

std::vector<Position> ReadPositions(const FieldContext& context,
                                    const std::vector<size_t>& sections, PositionOrder order) {
  return PositionReader(context, sections, order).Read();
}

}  // namespace atsmatch
