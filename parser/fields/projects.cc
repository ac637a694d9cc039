// Projects: a name, often a link and dates, then what was done.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "parser/fields/body.h"
#include "parser/fields/clues.h"
#include "parser/fields/fields.h"
#include "parser/fields/head.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

// "Go, PostGIS" behind the name and a bar, where something else says what the project is.
bool ListsKeywords(const FieldContext& context, const HeadPiece& piece, const Entry& entry) {
  constexpr size_t kLongest = 3;  // words
  const std::string& text = piece.text.text;
  if (piece.before != Separation::kBar || entry.body.empty() || text.ends_with('.')) return false;
  if (PlaceClue(text, context.lexicon) > 2 || EmployerClue(text, context.lexicon) > 1.5)
    return false;
  const std::vector<Piece> items = SplitList(piece.text);
  return items.size() > 1 &&
         std::all_of(items.begin(), items.end(),
                     [&](const Piece& item) { return SplitWords(item.text).size() <= kLongest; }) &&
         std::any_of(items.begin(), items.end(),
                     [&](const Piece& item) { return TitleClue(item.text, context.lexicon) <= 0; });
}

Project ReadProject(const FieldContext& context, const Entry& entry) {
  const EntryHead head = ReadHead(context, entry);
  Project project;
  const EntryDates dates = ToEntryDates(head);
  project.start = dates.start;
  project.end = dates.end;
  project.is_current = dates.is_current;
  std::vector<Text> keywords;
  for (const HeadPiece& piece : head.pieces) {
    const std::string& text = piece.text.text;
    if (!project.name.known()) {
      // "Name – what it is" and "Name: what it is"
      std::vector<HeadPiece> parts = CutPiece(piece, Separation::kDash);
      const size_t colon = FindLabelColon(text);
      if (parts.size() == 1 && colon != std::string::npos) {
        project.name = ToField(PieceOf(piece.text, 0, colon), 0.85, "project-name-colon");
        project.description =
            ToField(PieceOf(piece.text, colon + 1, text.size()), 0.7, "behind-name");
        continue;
      }
      project.name = ToField(PieceOf(parts.front().text, 0, parts.front().text.text.size()), 0.85,
                             "first-of-head");
      if (parts.size() > 1) {
        project.description = ToField(
            PieceOf(piece.text, text.find(parts[1].text.text), text.size()), 0.7, "behind-name");
      }
    } else if (keywords.empty() && ListsKeywords(context, piece, entry)) {
      for (const Piece& item : SplitList(piece.text))
        keywords.push_back(ToField(item, 0.8, "list-behind-name"));
    } else if (PlaceClue(text, context.lexicon) > 3) {
      continue;
    } else if (TitleClue(text, context.lexicon) > 1 && SplitWords(text).size() <= 5) {
      project.roles.push_back(ToField(PieceOf(piece.text, 0, text.size()), 0.7, "title-words"));
    } else if (EmployerClue(text, context.lexicon) > 1.5 && !project.entity.known()) {
      project.entity = ToField(PieceOf(piece.text, 0, text.size()), 0.7, "employer-words");
    } else if (!project.description.known()) {
      project.description = ToField(PieceOf(piece.text, 0, text.size()), 0.7, "rest-of-head");
    }
  }
  EntryBody body = ReadBody(context, entry.body);
  if (!project.description.known()) {
    project.description = std::move(body.summary);
  } else if (body.summary.known()) {
    body.highlights.insert(body.highlights.begin(), std::move(body.summary));
  }
  project.highlights = std::move(body.highlights);
  project.keywords = std::move(keywords);
  for (Text& keyword : body.keywords) project.keywords.push_back(std::move(keyword));
  if (!head.urls.empty()) {
    project.url = ToField(head.urls.front(), 0.9, "entry-url");
  } else if (!body.urls.empty()) {
    project.url = ToField(body.urls.front(), 0.85, "entry-url");
  }
  project.lines = LinesOf(entry);
  return project;
}

}  // namespace

void ReadProjects(const FieldContext& context, const std::vector<size_t>& sections,
                  Resume* resume) {
  std::vector<IndexRange> ranges;
  for (const size_t section : sections) ranges.push_back(context.sections[section].lines);
  for (const Entry& entry : FindEntries(context.document, context.lines, ranges, context.lexicon,
                                        {.single_dates = true})) {
    Project project = ReadProject(context, entry);
    if (project.name.known()) resume->projects.push_back(std::move(project));
  }
}

}  // namespace atsmatch
