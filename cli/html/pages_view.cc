#include "cli/html/pages_view.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "cli/html/words.h"
#include "cli/report_parts.h"
#include "cli/report_words.h"
#include "cli/terminal.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

constexpr int kTipColumns = 140;  // of a value beside its box; the table has all of it
constexpr int kPixels = 1100;     // width of the picture, for the browser to make room

int Percent(double share) { return static_cast<int>(std::lround(share * 100)); }

std::string LevelOf(double confidence) {
  return confidence >= kSure ? "good" : confidence >= kHalfSure ? "warn" : "bad";
}

std::string MarkLabel(const RecordMark& mark) {
  if (mark.kind == "heading") return "Heading of " + PartLabel(mark.part) + ":";
  if (mark.kind == "match") return "Word of the job:";
  if (mark.kind == "evidence") return "Meets:";
  if (mark.kind == "hidden") return "Hidden text, which nobody sees:";
  return "Warning:";
}

// Words of the job are many, and marked in the text beside as well.
bool IsStop(const RecordMark& mark) { return mark.kind == "hidden" || mark.kind == "warning"; }

std::string SpanLabel(const std::string& kind) {
  if (kind == "match") return "shown";
  return kind == "missing" ? "missing" : kind == "hidden" ? "hidden" : "";
}

class BoxList {
 public:
  explicit BoxList(const RecordReading& reading) : reading_(reading) {}

  // What covers much is drawn first, so that what lies on it can be pointed at.
  std::vector<PageBox> Make() {
    for (const char* kind : {"evidence", "heading"}) AddMarks(kind);
    for (const RecordField& field : reading_.fields) {
      Add({0,
           "field",
           PartClass(field.part),
           field.label + ":",
           field.value,
           true,
           Percent(field.confidence),
           {}},
          field.boxes);
    }
    for (const char* kind : {"match", "warning", "hidden"}) AddMarks(kind);
    return std::move(boxes_);
  }

 private:
  void AddMarks(const std::string& kind) {
    for (const RecordMark& mark : reading_.marks) {
      if (mark.kind != kind) continue;
      // Evidence is a bar before the line, whatever its cells.
      std::vector<RecordBox> places = mark.boxes;
      if (kind == "evidence" && places.size() > 1) places.resize(1);
      Add({0,
           kind,
           kind == "heading" ? PartClass(mark.part) : kind,
           MarkLabel(mark),
           mark.label,
           IsStop(mark),
           -1,
           {}},
          places);
    }
  }

  void Add(PageBox box, const std::vector<RecordBox>& places) {
    for (const RecordBox& place : places) {
      if (place.page < 1 || static_cast<size_t>(place.page) > reading_.pages.size()) continue;
      if (reading_.pages[static_cast<size_t>(place.page) - 1].picture.empty()) continue;
      box.id = boxes_.size() + 1;
      box.box = place;
      boxes_.push_back(box);
      box.stop = false;  // one for each field
    }
  }

  const RecordReading& reading_;
  std::vector<PageBox> boxes_;
};

View BoxView(const PageBox& box) {
  static const Style kStyle;
  View view;
  view.Put("id", box.id);
  view.Put("kind", box.kind);
  view.Put("part", box.part);
  view.Put("box_label", box.label);
  view.Put("box_value", Truncate(EscapeForTerminal(box.value), kTipColumns, kStyle));
  view.Put("stop", box.stop);
  view.Put("sure", box.percent >= 0 ? std::to_string(box.percent) : std::string());
  return view;
}

std::vector<View> SpanViews(const std::vector<RecordSpan>& spans) {
  std::vector<View> views;
  for (const RecordSpan& span : spans) {
    View view;
    view.Put("span", span.text);
    view.Put("mark", span.kind);
    view.Put("mark_label", SpanLabel(span.kind));
    views.push_back(std::move(view));
  }
  return views;
}

// The sections of one page, each with its lines on it.
std::vector<View> TextOfPage(const RecordReading& reading, int page) {
  std::vector<View> parts;
  for (const RecordPart& part : reading.parts) {
    std::vector<View> lines;
    for (const RecordLine& line : part.lines) {
      if (line.page != page) continue;
      View view;
      view.Put("spans", SpanViews(line.spans));
      lines.push_back(std::move(view));
    }
    if (lines.empty()) continue;
    View view;
    view.Put("kind", PartClass(part.kind));
    view.Put("kind_label", PartLabel(part.kind));
    view.Put("heading", Fold(part.heading) == Fold(PartLabel(part.kind)) ? "" : part.heading);
    view.Put("continued", part.lines.front().page < page);
    view.Put("lines", std::move(lines));
    parts.push_back(std::move(view));
  }
  return parts;
}

void PutLegend(const RecordReading& reading, View* view) {
  std::vector<std::pair<std::string, size_t>> counts;
  for (const RecordField& field : reading.fields) {
    const auto known = std::find_if(counts.begin(), counts.end(),
                                    [&](const auto& count) { return count.first == field.part; });
    if (known == counts.end()) {
      counts.emplace_back(field.part, 1);
    } else {
      ++known->second;
    }
  }
  std::vector<View> parts;
  for (const auto& [part, count] : counts) {
    View one;
    one.Put("part", PartClass(part));
    one.Put("part_label", PartLabel(part));
    one.Put("count", count);
    parts.push_back(std::move(one));
  }
  view->Put("parts", std::move(parts));
}

}  // namespace

std::vector<PageBox> BoxesOfPages(const RecordReading& reading) { return BoxList(reading).Make(); }

std::string BoxPlaces(const RecordReading& reading) {
  std::string rules;
  for (const PageBox& box : BoxesOfPages(reading)) {
    const RecordPage& page = reading.pages[static_cast<size_t>(box.box.page) - 1];
    if (!(page.width > 0 && page.height > 0)) continue;
    const auto percent = [](double part, double whole) {
      return Decimal(100 * std::clamp(part / whole, 0.0, 1.0), 2) + "%";
    };
    rules += "#b" + std::to_string(box.id) + "{left:" + percent(box.box.x0, page.width) +
             ";top:" + percent(box.box.y0, page.height) +
             ";width:" + percent(box.box.x1 - box.box.x0, page.width) +
             ";height:" + percent(box.box.y1 - box.box.y0, page.height) + "}\n";
  }
  return rules;
}

void PutPages(const RecordReading& reading, View* view) {
  PutLegend(reading, view);
  std::vector<std::vector<View>> boxes(reading.pages.size());
  for (const PageBox& box : BoxesOfPages(reading)) {
    boxes[static_cast<size_t>(box.box.page) - 1].push_back(BoxView(box));
  }
  const bool any_picture =
      std::any_of(reading.pages.begin(), reading.pages.end(),
                  [](const RecordPage& page) { return !page.picture.empty(); });
  std::vector<View> pages;
  for (size_t i = 0; i < reading.pages.size(); ++i) {
    const RecordPage& page = reading.pages[i];
    View one;
    one.Put("number", i + 1);
    one.PutTrusted("picture", page.picture);
    one.Put("no_picture", any_picture ? "This page was not drawn, to keep the report small."
                                      : "There is no picture of this page.");
    one.Put("pixels", static_cast<size_t>(kPixels));
    one.Put("pixels_high", static_cast<size_t>(std::lround(
                               page.width > 0 ? kPixels * page.height / page.width : kPixels)));
    one.Put("boxes", std::move(boxes[i]));
    one.Put("text_parts", TextOfPage(reading, static_cast<int>(i) + 1));
    pages.push_back(std::move(one));
  }
  view->Put("pages", std::move(pages));
}

void PutFields(const RecordReading& reading, View* view) {
  std::vector<View> groups;
  for (size_t begin = 0; begin < reading.fields.size();) {
    const std::string& part = reading.fields[begin].part;
    std::vector<View> fields;
    size_t i = begin;
    for (; i < reading.fields.size() && reading.fields[i].part == part; ++i) {
      const RecordField& field = reading.fields[i];
      View one;
      one.Put("label", field.label);
      one.Put("entry", EntryOf(field));
      one.Put("value", field.value);
      one.Put("sure", std::to_string(Percent(field.confidence)));
      one.Put("meter", field.confidence * 40, 1);
      one.Put("level", LevelOf(field.confidence));
      fields.push_back(std::move(one));
    }
    View group;
    group.Put("part", PartClass(part));
    group.Put("group_label", PartLabel(part));
    group.Put("group_fields", std::move(fields));
    groups.push_back(std::move(group));
    begin = i;
  }
  view->Put("groups", std::move(groups));
  const auto count = [](int number) { return number > 0 ? std::to_string(number) : std::string(); };
  view->Put("read", count(reading.fields_read));
  view->Put("lost", count(reading.fields_lost));
}

void PutPosting(const RecordReading& reading, View* view) {
  std::vector<View> spans;
  for (const RecordSpan& span : reading.posting) {
    View one;
    const bool is_state = span.text.empty();
    const bool is_mark = span.kind == "match" || span.kind == "missing";
    const std::string met = span.kind == "met"     ? "yes"
                            : span.kind == "unmet" ? "no"
                            : span.kind == "asked" ? "unknown"
                                                   : "partly";
    one.Put("state", is_state ? met : std::string());
    one.Put("sign", MetSign(met));
    one.Put("state_label", MetLabel(met));
    one.Put("mark", is_mark ? span.kind : std::string());
    one.Put("span", span.text);
    one.Put("mark_label", SpanLabel(span.kind));
    one.PutLines("plain", is_state || is_mark ? std::string_view() : std::string_view(span.text));
    spans.push_back(std::move(one));
  }
  view->Put("posting", std::move(spans));
}

}  // namespace atsmatch
