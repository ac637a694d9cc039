// Education: who taught, what was studied, what it led to, how well.

#include <algorithm>
#include <string>
#include <utility>

#include "parser/fields/body.h"
#include "parser/fields/clues.h"
#include "parser/fields/fields.h"
#include "parser/fields/head.h"
#include "parser/fields/head_cuts.h"
#include "parser/fields/roles.h"
#include "parser/text/lexicon.h"
#include "parser/text/pattern.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

enum EducationRole : size_t {
  kInstitution,
  kDegree,
  kArea,
  kScore,
  kPlace,
  kOther,
  kEducationRoles
};

class EducationReader {
 public:
  EducationReader(const FieldContext& context, const std::vector<size_t>& sections)
      : context_(context) {
    std::vector<IndexRange> ranges;
    for (const size_t section : sections) ranges.push_back(context.sections[section].lines);
    entries_ = FindEntries(context.document, context.lines, ranges, context.lexicon,
                           {.single_dates = true});
  }

  std::vector<Education> Read() {
    heads_ = ReadHeads(context_, entries_);
    CutFinely();
    AssignPieces();
    std::vector<Education> result;
    for (size_t i = 0; i < entries_.size(); ++i) result.push_back(ToEducation(i));
    return result;
  }

 private:
  // A piece that names both the degree and the school is cut at dashes and commas, else between the
  // two.
  void CutFinely() {
    for (EntryHead& head : heads_) {
      std::vector<HeadPiece> pieces;
      JoinGradeLabels(&head.pieces);
      for (const HeadPiece& whole : head.pieces) {
        for (const HeadPiece& piece : CutGrade(whole)) {
          for (const HeadPiece& part : CutAroundPlace(piece, context_.lexicon)) {
            for (HeadPiece& mixed : CutIfMixed(part, head.pieces.size()))
              pieces.push_back(std::move(mixed));
          }
        }
      }
      head.pieces.clear();
      CutAreasFromSchools(&pieces);
      for (const HeadPiece& piece : pieces) {
        for (HeadPiece& cut : CutDegreeFromSchool(piece, MustNameDegree(pieces, piece)))
          head.pieces.push_back(std::move(cut));
      }
    }
  }

  // "Meisterbrief" – "Kraftfahrzeugtechnik, Handwerkskammer für Mittelfranken": behind a degree and
  // before the school stands what was studied.
  void CutAreasFromSchools(std::vector<HeadPiece>* pieces) const {
    const Lexicon& lexicon = context_.lexicon;
    for (size_t i = 1; i < pieces->size(); ++i) {
      const HeadPiece &before = (*pieces)[i - 1], &piece = (*pieces)[i];
      if (before.line != piece.line || piece.before != Separation::kDash ||
          SchoolClue(before.text.text, lexicon) > 0) {
        continue;
      }
      const size_t comma = RFindOutsideBrackets(piece.text.text, ", ");
      if (comma == std::string::npos) continue;
      const std::vector<HeadPiece> parts = CutPieceAt(piece, {comma});
      if (parts.size() != 2) continue;
      const double school = SchoolClue(parts[1].text.text, lexicon);
      const double rest = SchoolClue(parts[0].text.text, lexicon);
      if (school <= 1.5 || school <= rest + 1 || rest > 1.5) continue;
      if (PlaceClue(parts[0].text.text, lexicon) > 1) continue;
      (*pieces)[i] = parts[0];
      pieces->insert(pieces->begin() + static_cast<long>(i) + 1, parts[1]);
    }
  }

  // Nothing else in the head may name the degree: there are places, grades and fields of study.
  bool MustNameDegree(const std::vector<HeadPiece>& pieces, const HeadPiece& piece) const {
    const Lexicon& lexicon = context_.lexicon;
    return std::all_of(pieces.begin(), pieces.end(), [&](const HeadPiece& other) {
      const std::string& text = other.text.text;
      if (&other == &piece) return true;
      return DegreeClue(text, lexicon) <= 1 &&
             (PlaceClue(text, lexicon) > 2 || GradeClue(text, lexicon) > 1.5 ||
              lexicon.Find(LexiconTable::kFieldsOfStudy, text).has_value());
    });
  }

  // "Grade:" in bold and "Pass" in roman are one piece; "B.Com. in" and "Commerce" lose the "in".
  void JoinGradeLabels(std::vector<HeadPiece>* pieces) const {
    static constinit const Pattern joint(R"((?i)^(.*?)\s*\b(?:in|en|em|im)$)");
    for (size_t i = 0; i < pieces->size();) {
      HeadPiece& piece = (*pieces)[i];
      std::string_view rest;
      if (joint.FullMatch(piece.text.text, &rest)) {
        piece.text = SubText(piece.text, 0, rest.size());
        if (piece.text.text.empty()) {
          pieces->erase(pieces->begin() + static_cast<long>(i));
          continue;
        }
      }
      const bool label =
          context_.lexicon.Find(LexiconTable::kScoreWords, piece.text.text).has_value();
      if (label && i + 1 < pieces->size() && (*pieces)[i + 1].line == piece.line) {
        AppendPiece((*pieces)[i + 1], ": ", &piece);
        pieces->erase(pieces->begin() + static_cast<long>(i) + 1);
      }
      ++i;
    }
  }

  // "…, First Class Honours", "… (82.4%)", "…, GPA: 3.9": the grade at the end is a piece of its
  // own.
  std::vector<HeadPiece> CutGrade(const HeadPiece& piece) const {
    const std::string& text = piece.text.text;
    size_t cut = text.size();
    while (cut > 0) {
      const size_t earlier = GradeStart(std::string_view(text).substr(0, cut));
      if (earlier == std::string::npos) break;
      cut = earlier;
    }
    if (cut == text.size() || cut == 0) return {piece};
    HeadPiece head = piece, tail = piece;
    head.text =
        SubText(piece.text, 0, TrimSeparators(std::string_view(text).substr(0, cut)).size());
    size_t begin = cut, end = text.size();
    while (begin < end &&
           std::string_view(" ,;:([|-").find(text[begin]) != std::string_view::npos) {
      ++begin;
    }
    const std::string_view grade = std::string_view(text).substr(begin, end - begin);
    const bool closes = grade.ends_with(')') && grade.find('(') == std::string_view::npos;
    if (closes || grade.ends_with(']')) --end;
    tail.text = SubText(piece.text, begin, end);
    tail.before = Separation::kComma;
    return {head, tail};
  }

  // Where the grade at the very end begins, its separator included; npos: there is none.
  size_t GradeStart(std::string_view text) const {
    static constinit const Pattern labelled(
        R"((?i)^.*?\S(\s*[\s,;|(-]\s*(?:c?gpa|grade|score|result|average|final grade|marks?)\b[\s:]*\S[^,;()]*(?:,\d[^,;()]*|(?:,\s?[A-E]\*?[+-]?)+)?)\)?$)");
    static constinit const Pattern bracketed(R"(^.*\S(\s*[(\[]([^()\[\]]+)[)\]])$)");
    const std::string_view input(text.data(), text.size());
    std::string_view whole, inside;
    if (labelled.FullMatch(input, &whole)) {
      return static_cast<size_t>(whole.data() - text.data());
    }
    // "BSc (Hons)" is a degree.
    static constinit const Pattern of_the_degree(R"((?i)hons?\.?|honours|honors|fh|tu|th|dist\.?)");
    static constinit const Pattern letter_list(
        R"(^.*\S(\s*,\s*[A-E]\*?[+-]?(?:\s*,\s*[A-E]\*?[+-]?)+)$)");
    if (letter_list.FullMatch(input, &whole)) {
      return static_cast<size_t>(whole.data() - text.data());
    }
    if (bracketed.FullMatch(input, &whole, &inside) && !of_the_degree.FullMatch(inside) &&
        IsGrade(std::string(inside))) {
      return static_cast<size_t>(whole.data() - text.data());
    }
    const size_t comma = RFindOutsideBrackets(text, ", ");
    const bool found = comma != std::string::npos && comma > 0 && IsGrade(text.substr(comma + 1));
    return found ? comma : std::string::npos;
  }

  bool IsGrade(std::string_view text) const {
    const std::string_view trimmed = TrimSeparators(text);
    return GradeClue(trimmed, context_.lexicon) > 1.5 &&
           SchoolClue(trimmed, context_.lexicon) <= 0 && DegreeClue(trimmed, context_.lexicon) <= 0;
  }

  // "Foxglove College, Duluth, MN": a place ends the text, and the state is no Master of Nursing.
  // 0: no such place.
  size_t StartOfPlace(std::string_view text) const {
    static constinit const Pattern city_and_code(R"(^.*\S\s*,\s*([A-Z][^,()\d]*,\s*[A-Z]{2})$)");
    constexpr size_t kMostWords = 4;  // with the code
    std::string_view place;
    if (!city_and_code.FullMatch(text, &place)) return 0;
    const std::string_view city = place.substr(0, place.find(','));
    const bool may_be_city =
        SplitWords(place).size() <= kMostWords && StudyFieldClue(city, context_.lexicon) <= 0 &&
        DegreeClue(city, context_.lexicon) <= 0 && SchoolClue(city, context_.lexicon) <= 1.5;
    return may_be_city ? static_cast<size_t>(place.data() - text.data()) : 0;
  }

  std::vector<HeadPiece> CutIfMixed(const HeadPiece& piece, size_t siblings) const {
    const std::string& text = piece.text.text;
    const bool school = SchoolClue(text, context_.lexicon) > 1.5;
    const bool degree = DegreeClue(text, context_.lexicon) > 0;
    if (!(school && degree) && siblings > 1) return {piece};
    if (const size_t place = StartOfPlace(text); place > 0) {
      const std::vector<HeadPiece> parts = CutPieceAt(piece, {place});
      std::vector<HeadPiece> pieces = CutIfMixed(parts.front(), siblings + 1);
      pieces.insert(pieces.end(), parts.begin() + 1, parts.end());
      return pieces;
    }
    for (const Separation at : {Separation::kDash, Separation::kComma}) {
      std::vector<HeadPiece> parts = CutPiece(piece, at);
      if (parts.size() < 2) continue;
      // Parts that say the same kind of thing stay together: "Engineering, Physics".
      std::vector<HeadPiece> joined;
      for (HeadPiece& part : parts) {
        if (!joined.empty() && KindOf(part) == KindOf(joined.back()) && KindOf(part) != kPlace) {
          AppendPiece(part, at == Separation::kComma ? ", " : " – ", &joined.back());
        } else {
          joined.push_back(std::move(part));
        }
      }
      if (joined.size() > 1) return joined;
    }
    return {piece};
  }

  // "Bachelor of Science : Nursing Mercer University": nothing but the words shows where the school
  // begins.  It begins behind the degree, or behind a field of study that is known, or where the
  // letters change their case.
  std::vector<HeadPiece> CutDegreeFromSchool(const HeadPiece& piece, bool only_degree) const {
    const std::string& text = piece.text.text;
    const Lexicon& lexicon = context_.lexicon;
    const std::vector<PhraseMatch> degrees = lexicon.FindAll(LexiconTable::kDegrees, text);
    if (degrees.empty()) return {piece};
    const std::string_view whole = text;
    if (!BeginsWithDegree(text, degrees)) {
      // A school may be named after what it leads to, where the degree stands beside it.
      if (!only_degree) return {piece};
      return CutSchoolFromDegree(piece, degrees.front().begin);
    }
    const size_t end = EndOfDegree(text, LastOfDegree(text, degrees));
    if (const size_t at = EndOfRepeatedArea(whole, end); at > 0) return CutPieceAt(piece, {at});
    size_t known = 0, turn = 0;  // where the school begins, behind a known field and by its look
    for (const std::string_view word : SplitWords(whole.substr(end))) {
      const size_t at = static_cast<size_t>(word.data() - whole.data());
      const std::string_view area = TrimSeparators(whole.substr(end, at - end));
      const std::string_view school = whole.substr(at);
      if (!StartsUpper(school) || SchoolClue(school, lexicon) <= 1.5) continue;
      if (!area.empty() && SchoolClue(area, lexicon) > 1.5) break;
      const bool turns = area.empty() || (IsAllCaps(school) && !IsAllCaps(area));
      if (AreFieldsOfStudy(area)) known = at;
      if (turns && turn == 0) turn = at;
    }
    if (known == 0 && turn == 0) return {piece};
    return CutPieceAt(piece, {known > 0 ? known : turn});
  }

  // "Accounting", "Accounting and Computer Science"
  bool AreFieldsOfStudy(std::string_view area) const {
    const Lexicon& lexicon = context_.lexicon;
    if (lexicon.Find(LexiconTable::kFieldsOfStudy, area).has_value()) return true;
    for (const std::string_view joint : {" and ", " & ", ", ", "/"}) {
      const size_t at = area.find(joint);
      if (at == std::string_view::npos || at == 0) continue;
      return AreFieldsOfStudy(area.substr(0, at)) &&
             AreFieldsOfStudy(area.substr(at + joint.size()));
    }
    return false;
  }

  // "Mercer University Bachelor of Science : Nursing"
  std::vector<HeadPiece> CutSchoolFromDegree(const HeadPiece& piece, size_t degree) const {
    const std::string_view whole = piece.text.text;
    const std::string_view school = TrimSpace(whole.substr(0, degree));
    if (degree == 0 || school.empty() || !StartsUpper(whole.substr(degree))) return {piece};
    // "School of Nursing" and "Fachschule für Technik" go on behind a small word.
    const std::string_view last = SplitWords(school).back();
    const bool ends = StartsUpper(last) && HasLetter(last.substr(last.size() - 1));
    const bool named =
        SplitWords(school).size() > 1;  // "Istituto Tecnico" is no degree of a school
    const bool cut = ends && named && whole[degree - 1] == ' ' &&
                     SchoolClue(school, context_.lexicon) > 1.5 &&
                     SchoolClue(whole.substr(degree), context_.lexicon) <= 1.5;
    if (!cut) return {piece};
    return CutPieceAt(piece, {degree});
  }

  // "Associate of Arts : Nursing Mercer College Nursing": what stands at both ends of the rest is
  // the area; returns where the first of the two ends, or 0.
  size_t EndOfRepeatedArea(std::string_view text, size_t degree_end) const {
    size_t begin = text.find(':', degree_end);
    begin = begin == std::string_view::npos ? degree_end : begin + 1;
    const std::string_view rest = TrimSpace(text.substr(begin));
    for (const std::string_view word : SplitWords(rest)) {
      const size_t size = static_cast<size_t>(word.data() + word.size() - rest.data());
      if (2 * size + 2 >= rest.size()) break;
      const std::string_view area = rest.substr(0, size);
      const std::string_view school = TrimSpace(rest.substr(size, rest.size() - 2 * size));
      if (rest.ends_with(area) && SchoolClue(area, context_.lexicon) <= 1.5 &&
          SchoolClue(school, context_.lexicon) > 1.5) {
        return static_cast<size_t>(rest.data() - text.data()) + size;
      }
    }
    return 0;
  }

  // "Mathematics, High School Diploma": the school is in the words of the degree.
  bool EndsWithDegree(std::string_view text) const {
    const Lexicon& lexicon = context_.lexicon;
    const std::vector<PhraseMatch> degrees = lexicon.FindAll(LexiconTable::kDegrees, text);
    return !degrees.empty() && degrees.back().end == text.size() &&
           !lexicon.Find(LexiconTable::kSchoolWords, SplitWords(text).back()).has_value() &&
           SchoolClue(text.substr(0, degrees.back().begin), context_.lexicon) <= 1.5;
  }

  EducationRole KindOf(const HeadPiece& piece) const {
    const std::string& text = piece.text.text;
    const Lexicon& lexicon = context_.lexicon;
    if (SchoolClue(text, lexicon) > 1.5 && !EndsWithDegree(text)) return kInstitution;
    if (DegreeClue(text, lexicon) > 1) return kDegree;
    if (PlaceClue(text, lexicon) > 2) return kPlace;
    if (GradeClue(text, lexicon) > 1.5) return kScore;
    return kArea;
  }

  void AssignPieces() {
    constexpr double kLabelled = 8;  // more than any words say
    const Lexicon& lexicon = context_.lexicon;
    std::vector<std::vector<RolePiece>> rows;
    for (const EntryHead& head : heads_) {
      const std::vector<std::string> places = PlacesOf(head.pieces);
      std::vector<RolePiece> row;
      for (size_t p = 0; p < head.pieces.size(); ++p) {
        const std::string& text = head.pieces[p].text.text;
        RolePiece role;
        role.place = places[p];
        role.scores[kInstitution] =
            SchoolClue(text, lexicon) - 0.3 * std::max(0.0, DegreeClue(text, lexicon));
        // "Northfield, MN" ends with a state.
        role.scores[kDegree] = PlaceClue(text, lexicon) > 2 ? -0.3 : DegreeClue(text, lexicon);
        role.scores[kArea] = StudyFieldClue(text, lexicon) - 0.5;
        role.scores[kScore] = GradeClue(text, lexicon) - 1;
        role.scores[kPlace] = PlaceClue(text, lexicon) - 0.5;
        role.scores[kOther] = ProseClue(text) - 0.3;
        const std::string& field = head.pieces[p].field;
        if (field == "institution" || field == "employer") role.scores[kInstitution] += kLabelled;
        if (field == "degree" || field == "position") role.scores[kDegree] += kLabelled;
        if (field == "area") role.scores[kArea] += kLabelled;
        if (field == "location") role.scores[kPlace] += kLabelled;
        row.push_back(std::move(role));
      }
      rows.push_back(std::move(row));
    }
    RoleRules rules;
    rules.count = kEducationRoles;
    rules.wanted = {2, 1.5, 0.5, 0, 0, 0};
    roles_ = AssignRoles(rows, rules);
  }

  Education ToEducation(size_t i) const {
    const EntryHead& head = heads_[i];
    Education education;
    const EntryDates dates = ToEntryDates(head);
    education.start = dates.start;
    education.end = dates.end;
    education.is_current = dates.is_current;
    if (head.dates.has_value() && !head.dates->is_range && !head.dates->current &&
        !head.dates->open) {
      // One date alone is when it was finished.
      education.end = dates.start;
      education.start = {};
    }
    std::vector<WordText> rest;
    for (size_t p = 0; p < head.pieces.size(); ++p) {
      const HeadPiece& piece = head.pieces[p];
      switch (RoleOf(i, p)) {
        case kInstitution:
          Take(piece, "institution-place", &education.institution);
          break;
        case kDegree:
          if (NamesAreaElsewhere(i) && IsWholeDegree(piece.text.text) &&
              !education.study_type.known()) {
            Take(piece, "degree-place", &education.study_type);
          } else {
            TakeDegree(piece, &education);
          }
          break;
        case kArea:
          TakeArea(piece, &education);
          break;
        case kScore:
          TakeScore(piece.text, &education);
          break;
        case kPlace:
          break;
        default:
          rest.push_back(piece.text);
          break;
      }
    }
    TrimInstitution(&education);
    const EntryBody body = ReadBody(context_, entries_[i].body);
    education.courses = body.courses;
    ReadRest(rest, body, &education);
    if (!head.urls.empty()) education.url = ToField(head.urls.front(), 0.9, "entry-url");
    if (!education.url.known() && !body.urls.empty()) {
      education.url = ToField(body.urls.front(), 0.85, "entry-url");
    }
    education.lines = LinesOf(entries_[i]);
    return education;
  }

  bool NamesAreaElsewhere(size_t i) const {
    for (size_t p = 0; p < heads_[i].pieces.size(); ++p) {
      if (RoleOf(i, p) == kArea) return true;
    }
    return false;
  }

  // "Bachelor of Health", "Level 5 Associate Diploma", where a line of its own says what of.
  bool IsWholeDegree(std::string_view text) const {
    static constinit const Pattern kParts(R"((?i)[,:;()–—|]| - |\s(?:in|en|em|im|w|inom)\s)");
    constexpr size_t kMostWords = 4;
    if (kParts.PartialMatch(text) || SplitWords(text).size() > kMostWords) return false;
    const std::vector<PhraseMatch> degrees = context_.lexicon.FindAll(LexiconTable::kDegrees, text);
    return !degrees.empty() &&
           (degrees.back().end == text.size() ||
            (degrees.front().begin == 0 && text.substr(degrees.back().end).starts_with(" of ")));
  }

  // What the section decided, unless this entry's words say certainly otherwise.
  EducationRole RoleOf(size_t i, size_t p) const {
    const std::string& text = heads_[i].pieces[p].text.text;
    const auto role = static_cast<EducationRole>(roles_[i][p]);
    if (role != kScore && IsGrade(text) && GradeClue(text, context_.lexicon) > 1.9) return kScore;
    if (role != kPlace && role != kInstitution && PlaceClue(text, context_.lexicon) > 3)
      return kPlace;
    return role;
  }

  void Take(const HeadPiece& piece, const char* rule, Text* field) const {
    if (field->known()) {
      field->value += ", " + piece.text.text;
      field->confidence *= 0.8;
      field->evidence.words.end = std::max(field->evidence.words.end, piece.text.Words().end);
      return;
    }
    *field = ToField(PieceOf(piece.text, 0, piece.text.text.size()), 0.9, rule);
  }

  static Text FieldOf(const WordText& text, size_t begin, size_t end, const char* rule) {
    return ToField(PieceOf(text, begin, end), 0.85, rule);
  }

  // "Bachelor of Science in Nursing", "BSc Nursing", "Nursing, BSc", "BSc (Hons) – Nursing".
  void TakeDegree(const HeadPiece& piece, Education* education) const {
    WordText text = piece.text;
    TakeGrade(&text, education);
    const std::vector<PhraseMatch> degrees =
        context_.lexicon.FindAll(LexiconTable::kDegrees, text.text);
    static constinit const Pattern in(
        R"((?i)^(.*?\S)\s+(?:in|en|em|im|in der|der|w|inom|i)\s+(.+)$)");
    std::string_view before, after;
    if (education->study_type.known()) {
      if (education->area.known()) {
        Take(piece, "second-degree", &education->study_type);
      } else {
        TakeArea(piece, education);
      }
      return;
    }
    if (!degrees.empty() && BeginsWithDegree(text.text, degrees)) {
      size_t end = EndOfDegree(text.text, LastOfDegree(text.text, degrees));
      size_t area = end;
      static constinit const Pattern joint(R"((?i)^[\s,:–—-]*(?:(?:in|en|em|im|of|de|der)\s+)?)");
      std::string_view rest(text.text.data() + end, text.text.size() - end);
      std::string_view glue;
      if (joint.FindAtStart(rest, &glue)) area = end + glue.size();
      education->study_type = FieldOf(text, 0, end, "degree-words");
      if (area < text.text.size() && !education->area.known()) {
        education->area =
            StripBrackets(FieldOf(text, area, text.text.size(), "area-behind-degree"));
      }
      return;
    }
    static constinit const Pattern of(R"(^([^,()]*\S)\s+of\s+([^,()]+)$)");
    if (in.FullMatch(text.text, &before, &after) ||
        (degrees.empty() && of.FullMatch(text.text, &before, &after))) {
      const size_t end = static_cast<size_t>(before.data() - text.text.data()) + before.size();
      const size_t area = static_cast<size_t>(after.data() - text.text.data());
      education->study_type = FieldOf(text, 0, end, "degree-in-area");
      if (!education->area.known()) {
        education->area = FieldOf(text, area, text.text.size(), "degree-in-area");
      }
      return;
    }
    if (!degrees.empty() && EndsNameOfDegree(text.text, degrees.front())) {
      // "Advanced Craft Certificate, Refrigeration"
      const size_t end = degrees.front().end;
      education->study_type = FieldOf(text, 0, end, "degree-words");
      if (!education->area.known())
        education->area = FieldOf(text, end + 1, text.text.size(), "area-behind-degree");
      return;
    }
    if (!degrees.empty()) {
      // "Nursing, BSc" and "Nursing (BSc)"
      const PhraseMatch& degree = degrees.back();
      education->study_type =
          StripBrackets(FieldOf(text, degree.begin, text.text.size(), "degree-behind-area"));
      if (!education->area.known()) {
        education->area = StripBrackets(FieldOf(text, 0, degree.begin, "degree-behind-area"));
      }
      return;
    }
    // No known degree: "Short course, Fermentation", "Fellowship - Actuarial Science".
    static constinit const Pattern bar(R"(^([^,]{3,}?)(?:,| [-–—]) (\S.*)$)");
    if (bar.FullMatch(text.text, &before, &after) && !education->area.known()) {
      const size_t area = static_cast<size_t>(after.data() - text.text.data());
      education->study_type = FieldOf(text, 0, before.size(), "degree-before-comma");
      education->area = FieldOf(text, area, text.text.size(), "degree-before-comma");
      return;
    }
    Take(piece, "degree-place", &education->study_type);
  }

  // Words right before it are part of its name, where a comma parts it from what was studied.
  static bool EndsNameOfDegree(std::string_view text, const PhraseMatch& degree) {
    return degree.begin > 1 && text[degree.begin - 1] == ' ' && degree.end + 2 < text.size() &&
           text.substr(degree.end).starts_with(", ") &&
           text.substr(0, degree.begin).find_first_of(",(") == std::string_view::npos &&
           text[degree.begin - 2] != '-' &&
           static_cast<unsigned char>(text[degree.begin - 2]) < 0x80;
  }

  // At the start, or behind a level: "Level 5 Associate Diploma".
  static bool BeginsWithDegree(std::string_view text, const std::vector<PhraseMatch>& degrees) {
    static constinit const Pattern level(
        R"((?i)^(?:level|qqi|nvq|stufe|niveau)\s+\d(?:\s+[a-z]+)?\s*$)");
    const std::string_view before = TrimSpace(text.substr(0, degrees.front().begin));
    return before.empty() || level.FullMatch(before);
  }

  // Where the words of the degree end.  The lexicon knows "Master of Science in Computer Science"
  // as a whole, of which the first half is the degree; "Associate" and "Diploma" beside one another
  // are one; "Bachelor of Health in Physiotherapy" need not be known.
  size_t LastOfDegree(std::string_view text, const std::vector<PhraseMatch>& degrees) const {
    size_t end = degrees.front().end;
    for (size_t i = 1; i < degrees.size(); ++i) {
      if (!TrimSpace(text.substr(end, degrees[i].begin - end)).empty()) break;
      end = degrees[i].end;
    }
    if (ToLower(text.substr(0, end)).ends_with(" in")) end -= 3;  // "MBA in" is known, too
    const std::string_view degree = text.substr(0, end);
    for (const std::string_view joint : {" in ", " en ", ", ", " : ", ": ", " - ", " – "}) {
      const size_t at = degree.find(joint);
      if (at != std::string_view::npos &&
          context_.lexicon.Find(LexiconTable::kDegrees, degree.substr(0, at)).has_value()) {
        return at;
      }
    }
    static constinit const Pattern of_in(R"((?i)^( of [^,()]{2,40}?) (?:in|-|–) .+$)");
    std::string_view of;
    if (of_in.FullMatch(std::string_view(text.data() + end, text.size() - end), &of)) {
      return end + of.size();
    }
    // "Bachelor of Health (Physiotherapy)"
    static constinit const Pattern of_bracket(R"((?i)^( of [^,()]{2,40}?)\s*\(([^()]{4,})\)$)");
    std::string_view inside;
    if (of_bracket.FullMatch(std::string_view(text.data() + end, text.size() - end), &of,
                             &inside) &&
        StudyFieldClue(inside, context_.lexicon) > 0) {
      return end + of.size();
    }
    return end;
  }

  // The degree's own brackets belong to it: "BSc (Hons)", "M.Sc. (part-time) in …".
  static size_t EndOfDegree(std::string_view text, size_t end) {
    static constinit const Pattern tail(
        R"((?i)^\.?\s*\((?:hons?\.?|honours|fh|tu|th|dist\.?|1st|with .*?)\))");
    std::string_view rest(text.data() + end, text.size() - end), found;
    if (tail.FindAtStart(rest, &found)) return end + found.size();
    static constinit const Pattern mode(
        R"((?i)^\.?\s*\((?:[^()]*(?:in progress|time|distance|online|degree|years?|expected|ongoing|evening)[^()]*)\)|^\.?\s*\([^()]*\)(?: in | en ))");
    if (mode.FindAtStart(rest, &found)) {
      const std::string_view bracket(found.data(), found.size());
      return end + bracket.rfind(')') + 1;
    }
    if (end < text.size() && text[end] == '.') ++end;
    const std::string_view degree = text.substr(0, end);
    const bool open = std::count(degree.begin(), degree.end(), '(') >
                      std::count(degree.begin(), degree.end(), ')');
    if (open && end < text.size() && text[end] == ')') ++end;
    return end;
  }

  static Text StripBrackets(Text field) {
    std::string_view value = TrimSeparators(field.value);
    if (value.starts_with('(') && value.ends_with(')')) value = value.substr(1, value.size() - 2);
    if (value.ends_with('(')) value = TrimSeparators(value.substr(0, value.size() - 1));
    if (value.ends_with(')') && value.find('(') == std::string_view::npos) value.remove_suffix(1);
    std::string stripped(TrimSeparators(value));
    field.value = stripped;
    if (field.value.empty()) field.confidence = 0;
    return field;
  }

  void TakeArea(const HeadPiece& piece, Education* education) const {
    WordText text = piece.text;
    TakeGrade(&text, education);
    if (education->area.value == text.text) return;  // said twice
    if (education->area.known()) {
      Take(piece, "second-area", &education->area);
      return;
    }
    static constinit const Pattern in(R"((?i)^(?:in|en|em|im)\s+)");
    std::string_view glue;
    size_t begin = 0;
    if (in.FindAtStart(text.text, &glue)) begin = glue.size();
    education->area = FieldOf(text, begin, text.text.size(), "area-place");
  }

  // "…, GPA 3.9" and "… (First Class Honours)" at the end of the degree.
  void TakeGrade(WordText* text, Education* education) const {
    static constinit const Pattern grade(
        R"((?i)[\s,;·|(–—-]+((?:c?gpa|grade|score|result|note|average|final grade|marks?)\b[:\s]*[^,;]*?|\d[.,]\d{1,2}\s*/\s*\d+(?:[.,]\d+)?|\d{2}(?:[.,]\d+)?\s*%)\)?$)");
    std::string_view found;
    if (!grade.PartialMatch(text->text, &found)) return;
    const size_t begin = static_cast<size_t>(found.data() - text->text.data());
    TakeScore(SubText(*text, begin, begin + found.size()), education);
    const std::string_view rest = TrimSeparators(std::string_view(text->text).substr(0, begin));
    size_t end = rest.size();
    while (end > 0 && (text->text[end - 1] == '(' || text->text[end - 1] == ' ')) --end;
    *text = SubText(*text, 0, end);
  }

  void TakeScore(const WordText& text, Education* education) const {
    if (education->score.known()) {
      education->score.value += ", " + text.text;
      education->score.evidence.words.end =
          std::max(education->score.evidence.words.end, text.Words().end);
      return;
    }
    size_t begin = 0;
    static constinit const Pattern label(
        R"((?i)^(?:grade|score|result|note|final grade|marks?|average|overall|c?gpa)\s*[:–-]\s*)");
    std::string_view found;
    if (label.FindAtStart(text.text, &found)) begin = found.size();
    education->score = ToField(PieceOf(text, begin, text.text.size()), 0.85, "grade-words");
  }

  // "University of Leeds, Leeds, UK"
  void TrimInstitution(Education* education) const {
    Text& field = education->institution;
    if (!field.known()) return;
    const size_t at = FindTrailingPlace(field.value, context_.lexicon);
    if (at != std::string::npos) {
      field.value = std::string(TrimSeparators(std::string_view(field.value).substr(0, at)));
    }
    // "Mercer University Nursing" beside "BSc: Nursing": what was studied is said twice.
    const std::string_view area = education->area.value;
    const std::string_view school = field.value;
    if (!area.empty() && school.size() > area.size() + 1 && school.ends_with(area) &&
        school[school.size() - area.size() - 1] == ' ' &&
        SchoolClue(area, context_.lexicon) < 1.5 &&
        SchoolClue(school.substr(0, school.size() - area.size()), context_.lexicon) > 1.5) {
      field.value = std::string(TrimSeparators(school.substr(0, school.size() - area.size())));
    }
  }

  void ReadRest(const std::vector<WordText>& rest, const EntryBody& body,
                Education* education) const {
    for (const WordText& text : rest) ReadLoose(text.text, text.Words(), education);
    std::vector<Text> left;
    if (body.summary.known() &&
        !ReadLoose(body.summary.value, body.summary.evidence.words, education)) {
      left.push_back(body.summary);
    }
    for (const Text& highlight : body.highlights) {
      if (!ReadLoose(highlight.value, highlight.evidence.words, education))
        left.push_back(highlight);
    }
    if (education->courses.empty()) ReadUnnamedCourses(left, education);
  }

  // What is left below a degree and only names things, as bullets or as a list in a line, are its
  // courses: no other field of a degree is a list.
  void ReadUnnamedCourses(const std::vector<Text>& left, Education* education) const {
    for (const Text& text : left) {
      std::vector<std::string_view> names;
      for (size_t begin = 0; begin <= text.value.size();) {
        const size_t comma = std::min(text.value.find(", ", begin), text.value.size());
        names.push_back(TrimSpace(std::string_view(text.value).substr(begin, comma - begin)));
        begin = comma + 2;
      }
      const bool bullet = text.evidence.rule == std::string_view("bullet");
      if (!bullet && names.size() < 2) continue;
      if (!std::all_of(names.begin(), names.end(), MayNameCourse)) continue;
      for (const std::string_view name : names) {
        Text course = text;
        course.value = std::string(name);
        course.confidence = 0.7;
        course.evidence.rule = bullet ? "course-bullet" : "course-list";
        education->courses.push_back(std::move(course));
      }
    }
  }

  // "Distributed Systems", "Introduction to Ethics", not "Dean's list", "Member of the chess club".
  static bool MayNameCourse(std::string_view name) {
    static constinit const Pattern other(
        R"((?i)^(?:member|president|captain|chair|founder|treasurer|secretary|dean|minor|major|thesis|dissertation|scholar|award|winner|exchange|graduat|grade|rank)|scholarship|\blist$|\bclub\b|\bsociety\b|[.:!?]$|\d{4})");
    constexpr size_t kMostWords = 6;
    return StartsUpper(name) && SplitWords(name).size() <= kMostWords &&
           name.find(": ") == std::string_view::npos && !other.PartialMatch(name);
  }

  // "Short course of Fermentation": short, and two names joined.
  static bool NamesStudyAndField(std::string_view text) {
    static constinit const Pattern joined(
        R"((?i)^\S+(?: \S+){0,2} (?:in|en|of) \S+(?: \S+){0,3}$)");
    return joined.FullMatch(text);
  }

  // A line under the head: a grade or a missing field; false: neither.
  bool ReadLoose(const std::string& text, IndexRange words, Education* education) const {
    const Lexicon& lexicon = context_.lexicon;
    const auto take = [&](Text* field, const char* rule) {
      field->value = std::string(TrimSeparators(text));
      field->confidence = 0.7;
      field->evidence = {words, rule, 1};
    };
    static constinit const Pattern label(
        R"((?i)^(?:grade|score|result|final grade|marks?|average|c?gpa)\s*:\s*(.+)$)");
    std::string value;
    if (!education->score.known() && label.FullMatch(text, &value)) {
      take(&education->score, "grade-label");
      education->score.value = value;
    } else if (!education->score.known() && GradeClue(text, lexicon) > 1.5) {
      take(&education->score, "grade-words");
    } else if (!education->institution.known() && SchoolClue(text, lexicon) > 1.5) {
      take(&education->institution, "school-words");
    } else if (!education->study_type.known() && ProseClue(text) == 0 &&
               (DegreeClue(text, lexicon) > 1.5 ||
                (!education->area.known() && NamesStudyAndField(text)))) {
      HeadPiece piece;
      piece.text.text = text;
      TakeDegree(piece, education);
      education->study_type.evidence.words = words;
      if (education->area.evidence.words.empty()) education->area.evidence.words = words;
      if (education->score.evidence.words.empty()) education->score.evidence.words = words;
    } else {
      return false;
    }
    return true;
  }

  const FieldContext& context_;
  std::vector<Entry> entries_;
  std::vector<EntryHead> heads_;
  std::vector<std::vector<size_t>> roles_;
};

}  // namespace

void ReadEducation(const FieldContext& context, const std::vector<size_t>& sections,
                   Resume* resume) {
  for (Education& education : EducationReader(context, sections).Read()) {
    resume->education.push_back(std::move(education));
  }
}

}  // namespace atsmatch
