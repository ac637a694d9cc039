#include "cli/reading_text.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "cli/report_parts.h"
#include "cli/report_words.h"
#include "cli/requirement_text.h"
#include "cli/timeline.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

constexpr size_t kShownDoubts = 5, kShownMinor = 4, kShownSpells = 14;
constexpr int kLabelColumns = 22, kCertaintyColumns = 5;

std::string Percent(double share) { return std::to_string(std::lround(share * 100)) + " %"; }

// "  Job title 2          Staff Nurse, Cardiology                 99 %"
void PutField(const std::string& label, const std::string& value, double confidence,
              TextPage* page) {
  const Style& style = page->style();
  const int room = page->width() - 2 - kLabelColumns - 2 - kCertaintyColumns - 1;
  const std::vector<std::string> lines = Wrap(EscapeForTerminal(value), room);
  for (size_t i = 0; i < lines.size(); ++i) {
    std::string line = "  " + PadRight(i == 0 ? label : "", kLabelColumns, style) + "  ";
    if (i > 0 || confidence <= 0) {
      line += Truncate(lines[i], room, style);
    } else {
      const Ink ink = confidence >= kSure       ? Ink::kGreen
                      : confidence >= kHalfSure ? Ink::kYellow
                                                : Ink::kRed;
      line += PadRight(lines[i], room, style) + " " +
              Paint(PadLeft(Percent(confidence), kCertaintyColumns, style), ink, style);
    }
    page->Line(line);
  }
}

std::string LabelOf(const RecordField& field) {
  const std::string entry = EntryOf(field);
  return EscapeForTerminal(entry.empty() ? field.label : field.label + " " + entry);
}

void PutAllFields(const RecordReading& reading, TextPage* page) {
  std::string part;
  for (const RecordField& field : reading.fields) {
    if (field.part != part) {
      part = field.part;
      page->Painted(Ink::kBold, "  ", PartLabel(part), 1);
    }
    PutField(LabelOf(field), field.value, field.confidence, page);
  }
}

// Name and contact, and what is doubtful.
void PutChosenFields(const MatchRecord& record, TextPage* page) {
  const auto confidence = [&](std::string_view pointer) {
    if (!record.reading.has_value()) return 0.0;
    for (const RecordField& field : record.reading->fields) {
      if (field.pointer == pointer) return field.confidence;
    }
    return 0.0;
  };
  const RecordCandidate& candidate = record.candidate;
  const auto put = [&](const char* label, const std::string& value, std::string_view pointer) {
    PutField(label, value.empty() ? "not found" : value, confidence(pointer), page);
  };
  put("Name", candidate.name, "/basics/name");
  put("E-mail", candidate.email, "/basics/email");
  put("Phone", candidate.phone, "/basics/phone");
  std::string rest = Counted(static_cast<size_t>(candidate.positions), "position", "positions");
  rest += candidate.years.has_value() ? " over " + Decimal(*candidate.years, 1) + " years"
                                      : " without dates";
  rest += ", " +
          Counted(static_cast<size_t>(candidate.degrees), "degree or school", "degrees or schools");
  rest += ", " + Counted(static_cast<size_t>(candidate.skills), "skill", "skills") + " listed";
  page->Paragraph("  ", rest);
  if (!record.reading.has_value()) return;
  std::vector<const RecordField*> doubts;
  for (const RecordField& field : record.reading->fields) {
    if (field.confidence < kSure) doubts.push_back(&field);
  }
  if (doubts.empty()) return;
  std::stable_sort(doubts.begin(), doubts.end(),
                   [](const auto* a, const auto* b) { return a->confidence < b->confidence; });
  page->Paragraph("  ", "Read with doubt, so that other systems may read it wrongly:");
  for (size_t i = 0; i < std::min(kShownDoubts, doubts.size()); ++i) {
    PutField(LabelOf(*doubts[i]), doubts[i]->value, doubts[i]->confidence, page);
  }
  if (doubts.size() > kShownDoubts) {
    page->Line("    and " + std::to_string(doubts.size() - kShownDoubts) + " more");
  }
}

// "6y 10m"
std::string ShortDuration(int months) {
  const int years = months / 12, rest = months % 12;
  std::string text = years > 0 ? std::to_string(years) + "y" : "";
  if (rest > 0) text += (text.empty() ? "" : " ") + std::to_string(rest) + "m";
  return text;
}

struct SpanLook {
  std::string_view kind, label, unicode;
  char ascii;
};
constexpr SpanLook kLooks[] = {{"work", "work", "█", '#'},
                               {"education", "education", "▒", '='},
                               {"volunteer", "voluntary work", "▓", '+'},
                               {"gap", "gap", "┄", '-'}};

const SpanLook& LookOf(std::string_view kind) {
  for (const SpanLook& look : kLooks) {
    if (look.kind == kind) return look;
  }
  return kLooks[0];
}

std::string SignOf(const SpanLook& look, const TextPage& page) {
  return page.Sign(std::string(look.unicode), std::string(1, look.ascii));
}

std::string SpanBar(const TimelineSpan& span, int columns, const TextPage& page) {
  const int begin = std::clamp(static_cast<int>(std::lround(span.begin * columns)), 0, columns - 1);
  const int end = std::clamp(static_cast<int>(std::lround(span.end * columns)), begin + 1, columns);
  const std::string full = SignOf(LookOf(span.kind), page), empty = page.Sign("·", ".");
  std::string bar;
  for (int i = 0; i < columns; ++i) bar += i >= begin && i < end ? full : empty;
  return Paint(bar, span.kind == "gap" ? Ink::kYellow : Ink::kCyan, page.style());
}

std::string LegendOf(const Timeline& timeline, const TextPage& page) {
  std::string legend;
  for (const SpanLook& look : kLooks) {
    const bool is_used = std::any_of(timeline.spans.begin(), timeline.spans.end(),
                                     [&](const auto& span) { return span.kind == look.kind; });
    if (!is_used) continue;
    legend += (legend.empty() ? "" : ", ") + SignOf(look, page) + " " + std::string(look.label);
  }
  return legend;
}

std::string Bracketed(const RecordSpan& span) {
  if (span.kind == "match") return "[" + span.text + "]";
  return span.kind == "hidden" ? "[hidden: " + span.text + "]" : span.text;
}

}  // namespace

void PutFields(const MatchRecord& record, bool full, TextPage* page) {
  page->Heading("What an ATS reads in the file, and how sure that is");
  if (full && record.reading.has_value()) {
    PutAllFields(*record.reading, page);
  } else {
    PutChosenFields(record, page);
  }
  if (!record.reading.has_value() || record.reading->fields_read == 0) return;
  const int read = record.reading->fields_read, lost = record.reading->fields_lost;
  page->Paragraph("  ", lost == 0 ? "A reader that knows no columns would read all " +
                                        std::to_string(read) + " fields the same."
                                  : "A reader that knows no columns would lose or change " +
                                        std::to_string(lost) + " of " + std::to_string(read) +
                                        " fields.");
}

void PutRemark(const std::string& severity, const std::string& message, const std::string& remedy,
               int page_number, TextPage* page) {
  const Ink ink = severity == "fatal" || severity == "major" ? Ink::kRed
                  : severity == "minor"                      ? Ink::kYellow
                                                             : Ink::kDim;
  std::string text = message;
  if (page_number > 0) text += " (page " + std::to_string(page_number) + ")";
  const std::string label = PadRight(SeverityLabel(severity), 7, page->style());
  page->Paragraph("  " + Paint(label, ink, page->style()) + "  ", text);
  if (!remedy.empty()) page->Paragraph("           " + page->Sign("→ ", "> "), remedy);
}

void PutRemarks(const MatchRecord& record, const std::string& heading, size_t most,
                TextPage* page) {
  const std::vector<RecordWarning> remarks = RemarksOf(record);
  if (remarks.empty()) return;
  page->Heading(heading);
  const size_t shown = std::min(most, remarks.size());
  for (size_t i = 0; i < shown; ++i) {
    PutRemark(remarks[i].severity, remarks[i].message, remarks[i].remedy, remarks[i].page, page);
  }
  if (remarks.size() > shown) {
    page->Line("  and " + std::to_string(remarks.size() - shown) + " more");
  }
}

void PutChecks(const RecordReading& reading, bool full, TextPage* page) {
  page->Heading("What would trip an ATS, and how to mend it");
  if (reading.checks.empty()) {
    page->Line("  Nothing was found that trips other systems.");
    return;
  }
  static constexpr std::string_view kOrder[] = {"fatal", "major", "minor", "info"};
  size_t shown_minor = 0, left = 0;
  for (const std::string_view severity : kOrder) {
    for (const RecordCheck& check : reading.checks) {
      if (check.severity != severity) continue;
      const bool weighs = severity == "fatal" || severity == "major";
      if (!full && !weighs && shown_minor++ >= kShownMinor) {
        ++left;
        continue;
      }
      PutRemark(check.severity, check.message, check.remedy, check.page, page);
    }
  }
  if (left > 0) page->Line("  and " + std::to_string(left) + " more that weigh less");
}

void PutTimeline(const RecordReading& reading, bool full, TextPage* page) {
  const Timeline timeline = TimelineOf(reading.spells);
  if (timeline.spans.empty()) return;
  page->Heading("Timeline of positions and gaps");
  const Style& style = page->style();
  constexpr int kWhen = 17, kLong = 7;
  const int left = page->width() - 2 - kWhen - 2 - kLong - 2 - 2;
  const int bar = left * 45 / 100, what = left - bar;
  const std::string first = std::to_string(timeline.first_year),
                    last = std::to_string(timeline.last_year);
  const std::string legend = LegendOf(timeline, *page);
  page->Line("  " + PadRight(legend, page->width() - 2 - bar - 2, style) + "  " + first +
             PadLeft(last, bar - DisplayWidth(first), style));
  const size_t shown = full ? timeline.spans.size() : std::min(kShownSpells, timeline.spans.size());
  for (size_t i = 0; i < shown; ++i) {
    const TimelineSpan& span = timeline.spans[i];
    std::string title = EscapeForTerminal(span.title);
    const std::string place = ", " + EscapeForTerminal(span.place);
    // Rather no employer than half a one.
    if (!span.place.empty() && DisplayWidth(title + place) <= what) title += place;
    page->Line("  " +
               PadRight(EscapeForTerminal(span.from) + page->Sign(" – ", " - ") +
                            EscapeForTerminal(span.to),
                        kWhen, style) +
               "  " + PadLeft(ShortDuration(span.months), kLong, style) + "  " +
               PadRight(title, what, style) + "  " + SpanBar(span, bar, *page));
  }
  if (timeline.spans.size() > shown) {
    page->Line("  and " + std::to_string(timeline.spans.size() - shown) + " earlier");
  }
}

void PutResumeText(const RecordReading& reading, TextPage* page) {
  page->Heading("The résumé as text, in the order it was read");
  if (!reading.posting.empty()) page->Painted(Ink::kDim, "  ", "(in brackets: words of the job)");
  for (size_t number = 1; number <= reading.pages.size(); ++number) {
    if (reading.pages.size() > 1) {
      page->Line("  " + Paint("Page " + std::to_string(number), Ink::kBold, page->style()));
    }
    for (const RecordPart& part : reading.parts) {
      bool is_first = true;
      for (const RecordLine& line : part.lines) {
        if (line.page != static_cast<int>(number)) continue;
        if (std::exchange(is_first, false)) {
          std::string heading = PartLabel(part.kind);
          if (!part.heading.empty() && Fold(part.heading) != Fold(heading)) {
            heading += ": " + part.heading;
          }
          page->Painted(Ink::kBold, "  ", heading);
        }
        std::string text;
        for (const RecordSpan& span : line.spans) text += Bracketed(span);
        page->Paragraph("    ", text);
      }
    }
  }
}

std::string ReadingText(const MatchRecord& record, const Style& style, bool full) {
  TextPage page(style);
  const std::string file = FileNameOf(record.resume);
  page.Painted(Ink::kBold, "",
               record.candidate.name.empty() ? file : record.candidate.name + " (" + file + ")", 1);
  if (record.reading.has_value()) {
    if (full) PutResumeText(*record.reading, &page);
    PutFields(record, /*full=*/true, &page);
    PutChecks(*record.reading, /*full=*/true, &page);
    PutTimeline(*record.reading, full, &page);
  }
  PutRemarks(record, "Remarks", kAllLines, &page);
  return page.Take();
}

void PutPosting(const RecordReading& reading, TextPage* page) {
  page->Heading("The posting, as it was compared");
  page->Painted(Ink::kDim, "  ",
                "(in brackets: [+shown in the résumé], [-missing]; before a requirement whether "
                "it is met)");
  std::string text;
  const auto sign_of = [&](const std::string& kind) {
    const char* met = kind == "met"     ? "yes"
                      : kind == "unmet" ? "no"
                      : kind == "asked" ? "unknown"
                                        : "partly";
    return page->Sign(MetSign(met), MetSignAscii(met)) + " ";
  };
  for (const RecordSpan& span : reading.posting) {
    if (span.text.empty()) {
      text += sign_of(span.kind);
    } else if (span.kind == "match" || span.kind == "missing") {
      text += (span.kind == "match" ? "[+" : "[-") + span.text + "]";
    } else {
      text += span.text;
    }
  }
  bool was_empty = true;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = TrimSpace(std::string_view(text).substr(begin, end - begin));
    if (!line.empty()) page->Paragraph("  ", line);
    if (line.empty() && !was_empty) page->Line();
    was_empty = line.empty();
    begin = end + 1;
  }
}

}  // namespace atsmatch
