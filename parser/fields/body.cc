#include "parser/fields/body.h"

#include <cmath>
#include <string>
#include <utility>

#include "parser/fields/clues.h"
#include "parser/sections/field_labels.h"
#include "parser/text/contact.h"
#include "parser/text/dates.h"
#include "parser/text/lexicon.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

constexpr size_t kProseWords = 5;

bool IsOnlyUrl(std::string_view text) {
  const std::vector<TextMatch> urls = FindUrls(text);
  return urls.size() == 1 && TrimSeparators(text.substr(0, urls[0].begin)).size() <= 12 &&
         TrimSeparators(text.substr(urls[0].end)).empty() &&
         SplitWords(text.substr(0, urls[0].begin)).size() <= 2;
}

// "Technologies: Go, Rust" -> the label's field and where its text begins; nullopt: no label.
struct Label {
  std::string_view field;
  size_t end = 0;
};
std::optional<Label> FindLabel(std::string_view text, const Lexicon& lexicon) {
  const size_t colon = FindLabelColon(text);
  if (colon != std::string_view::npos) {
    if (const auto value = lexicon.Find(LexiconTable::kFieldLabels, text.substr(0, colon))) {
      return Label{*value, colon + 1};
    }
    return std::nullopt;
  }
  if (const auto value = lexicon.Find(LexiconTable::kFieldLabels, text)) {
    return Label{*value, text.size()};
  }
  return std::nullopt;
}

class BodyReader {
 public:
  explicit BodyReader(const FieldContext& context) : context_(context) {}

  EntryBody Read(const std::vector<size_t>& lines) {
    for (const BodyItem& item : FindBodyItems(context_, lines)) ReadItem(item);
    return std::move(body_);
  }

 private:
  void ReadItem(BodyItem item) {
    if (!IsOnlyUrl(item.text.text) && item.field.empty()) TakeLastUrl(&item.text);
    const std::string& text = item.text.text;
    if (IsOnlyUrl(text)) {
      for (const TextMatch& url : FindUrls(text)) {
        body_.urls.push_back({url.value, item.text.WordsOf(url.begin, url.end)});
      }
      return;
    }
    if (!item.field.empty()) {
      label_ = item.field;
      ReadLabelled(item.text);
      label_.clear();
      return;
    }
    if (const auto label = FindLabel(text, context_.lexicon)) {
      label_ = std::string(label->field);
      WordText rest = SubText(item.text, label->end, text.size());
      if (TrimSpace(rest.text).empty()) return;
      ReadLabelled(rest);
      if (!item.bullet) label_.clear();
      return;
    }
    if (!label_.empty() && !item.bullet && (label_ == "keywords" || label_ == "courses")) {
      ReadLabelled(item.text);
      return;
    }
    if (label_ == "courses" && item.bullet) {
      AddText(item.text, "course-bullet", 0.85, &body_.courses);
      return;
    }
    if (!item.bullet && !body_.place.known() && !item.prose &&
        PlaceClue(text, context_.lexicon) > 2) {
      body_.place = ToField(PieceOf(item.text, 0, text.size()), 0.85, "place-line");
      return;
    }
    if (item.bullet || body_.summary.known() || !body_.highlights.empty()) {
      AddText(item.text, item.bullet ? "bullet" : "paragraph", item.bullet ? 0.95 : 0.8,
              &body_.highlights);
      return;
    }
    body_.summary.value = std::string(TrimSpace(text));
    body_.summary.confidence = 0.85;
    body_.summary.evidence = {item.text.Words(), "paragraph-before-bullets", 1};
  }

  // "Technologies: Go, Rust. Link: example.com/go": an address behind the last sentence.
  void TakeLastUrl(WordText* text) {
    const std::vector<TextMatch> urls = FindUrls(text->text);
    if (urls.empty() ||
        !TrimSeparators(std::string_view(text->text).substr(urls.back().end)).empty())
      return;
    std::string_view before = TrimSpace(std::string_view(text->text).substr(0, urls.back().begin));
    const size_t stop = before.rfind(". ");
    if (before.ends_with(':') && stop != std::string_view::npos &&
        context_.lexicon.Find(LexiconTable::kFieldLabels,
                              before.substr(stop + 2, before.size() - stop - 3)) == "url") {
      before = before.substr(0, stop);
    } else if (!before.ends_with('.')) {
      return;
    }
    body_.urls.push_back({urls.back().value, text->WordsOf(urls.back().begin, urls.back().end)});
    *text = SubText(*text, 0, before.size());
  }

  void ReadLabelled(const WordText& rest) {
    if (label_ == "keywords" || label_ == "tech" || label_ == "technologies") {
      for (const Piece& piece : SplitList(rest)) {
        body_.keywords.push_back(ToField(piece, 0.85, "labelled-list"));
      }
    } else if (label_ == "courses") {
      for (const Piece& piece : SplitList(rest)) {
        body_.courses.push_back(ToField(piece, 0.85, "labelled-list"));
      }
    } else if (label_ == "url") {
      for (const TextMatch& url : FindUrls(rest.text)) {
        body_.urls.push_back({url.value, rest.WordsOf(url.begin, url.end)});
      }
    } else if (label_ == "location") {
      body_.place = ToField(PieceOf(rest, 0, rest.text.size()), 0.9, "place-label");
    } else if (!IsFieldOfTerms(label_)) {
      AddText(rest, "labelled-paragraph", 0.8, &body_.highlights);
    }
  }

  static void AddText(const WordText& text, const char* rule, double confidence,
                      std::vector<Text>* texts) {
    const std::string_view trimmed = TrimSpace(text.text);
    if (trimmed.empty()) return;
    Text field;
    field.value = std::string(trimmed);
    field.confidence = confidence;
    field.evidence = {text.Words(), rule, 1};
    texts->push_back(std::move(field));
  }

  const FieldContext& context_;
  EntryBody body_;
  std::string label_;
};

}  // namespace

namespace {

// As far from the line above and from the margin: sentences below each other without bullets.
bool StandsLike(const Line& item_start, const Line& line) {
  constexpr double kTolerance = 1;  // points
  return std::abs(item_start.gap_before - line.gap_before) < kTolerance &&
         std::abs(item_start.box.x0 - line.box.x0) < kTolerance && line.gap_before > 0;
}

// A web address that has a line of its own: there was room for it in the line above, or nothing
// there leads to it.
bool IsUrlLine(const FieldContext& context, const Line& above, const Line& line) {
  if (!IsOnlyUrl(TextOf(context.document, line))) return false;
  if (above.region_box.x1 - above.box.x1 > line.box.width()) return true;
  const std::string text = TextOf(context.document, above);
  if (text.empty() || text.back() == '.') return true;
  constexpr size_t kShort = 4;  // bytes: "at", "see"
  const std::string_view last = SplitWords(text).back();
  return last.size() > kShort && last.find_first_of(":,(-/") == std::string_view::npos;
}

}  // namespace

std::vector<BodyItem> FindBodyItems(const FieldContext& context, const std::vector<size_t>& lines) {
  std::vector<BodyItem> items;
  const Line* previous = nullptr;
  bool url_line = false;             // the last item is a web address
  const Line* item_start = nullptr;  // of the last item, if it is not the first
  for (const size_t i : lines) {
    const Line& line = context.lines[i];
    if (line.words.empty()) continue;
    const Word& first = context.document.words[line.words.begin];
    const bool bullet = line.bullet || first.icon_before == Icon::kUnknown;
    const bool goes_on = previous != nullptr && !items.empty() && !bullet &&
                         !IsUrlLine(context, *previous, line) && !url_line &&
                         ContinuesParagraph(context.document, *previous, line) &&
                         !(item_start != nullptr && StandsLike(*item_start, line) &&
                           items.back().text.text.ends_with('.') && StartsUpper(first.text));
    if (goes_on) {
      AppendWords(context.document, line.words, &items.back().text);
    } else {
      BodyItem item;
      const auto labelled = line.cells.size() > 1 ? FindFieldLabel(context.document, context.lines,
                                                                   i, context.lexicon)
                                                  : std::nullopt;
      if (labelled.has_value()) item.field = labelled->field;
      item.text =
          TextOfWords(context.document, labelled.has_value() ? labelled->value : line.words);
      item.bullet = bullet && !labelled.has_value();
      if (!items.empty()) item_start = &line;
      items.push_back(std::move(item));
    }
    url_line = !goes_on && previous != nullptr && IsUrlLine(context, *previous, line);
    previous = &line;
  }
  for (BodyItem& item : items) item.prose = SplitWords(item.text.text).size() >= kProseWords;
  return items;
}

EntryBody ReadBody(const FieldContext& context, const std::vector<size_t>& lines) {
  return BodyReader(context).Read(lines);
}

}  // namespace atsmatch
