#include "cli/report_text.h"

#include <algorithm>
#include <cmath>

#include "cli/reading_text.h"
#include "cli/report_parts.h"
#include "cli/report_words.h"
#include "cli/requirement_text.h"
#include "cli/text_page.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

// What fits on a few screens; the rest is counted, and shown by --full.
constexpr size_t kShownByMet[] = {8, 8, 6, 3};  // requirements, by MetRank
constexpr size_t kShownKeywords = 12;
constexpr size_t kShownRemarks = 8;
constexpr int kWidestBar = 40;

class Report {
 public:
  Report(const MatchRecord& record, const Style& style, bool full)
      : record_(record), style_(style), full_(full), page_(style) {}

  std::string Write() {
    Title();
    if (record_.score.has_value()) {
      Score();
      Advice();
      Parts();
      Requirements();
      Keywords();
      Searches();
    } else {
      page_.Line(Paint("Not scored", Ink::kBold, style_));
      page_.Paragraph("", kWhyNotScored);
    }
    if (record_.score.has_value() || record_.reading.has_value()) WhatWasRead();
    PutRemarks(record_, "Remarks on this comparison", full_ ? kAllLines : kShownRemarks, &page_);
    if (full_) {
      Inputs();
    } else {
      page_.Line();
      page_.Painted(Ink::kDim, "",
                    "Every requirement, keyword and field: --full. With your own pages drawn: "
                    "--format html -o report.html");
    }
    return page_.Take();
  }

 private:
  void Title() {
    const std::string file = FileNameOf(record_.resume), job_file = FileNameOf(record_.job);
    const std::string name =
        record_.candidate.name.empty() ? file : record_.candidate.name + " (" + file + ")";
    const std::string job =
        record_.job_title.empty() ? job_file : record_.job_title + " (" + job_file + ")";
    page_.Painted(Ink::kBold, "", name, 1);
    page_.Paragraph("", "for: " + job, 1);
    page_.Line();
  }

  void Score() {
    const double score = std::round(*record_.score * 10) / 10;
    const std::string number = "Score " + Decimal(score, 1) + " of 100";
    const std::string band = BandLabel(record_);
    const int bar =
        std::min(kWidestBar, style_.width - DisplayWidth(number) - DisplayWidth(band) - 6);
    const Ink ink = BandInk(record_.band);
    const std::string costliest = CostliestPart(record_);
    page_.Line(Paint(number, Ink::kBold, style_) + "  " +
               Paint(Bar(score / 100, bar, style_), ink, style_) + "  " + Paint(band, ink, style_));
    page_.Paragraph("",
                    costliest.empty() ? MeaningOf(record_) : MeaningOf(record_) + " " + costliest);
    if (record_.knocked_out) {
      page_.Paragraph("", Counted(record_.knock_outs.size(), "must-have is", "must-haves are") +
                              " certainly not met: an employer may sort the résumé out for that "
                              "alone.");
    }
    page_.Paragraph("", Tiles());
    if (!full_) return;
    page_.Line();
    page_.Paragraph("", kWhatTheScoreIs);
    page_.Paragraph("", kWhatTheScoreIsNot);
  }

  std::string Tiles() const {
    const MustCount musts = CountMusts(record_);
    const size_t shown = record_.matched.size(), keywords = shown + record_.missing.size();
    std::string text;
    if (musts.all > 0) {
      text = std::to_string(musts.met) + " of " + std::to_string(musts.all) + " must-haves met, ";
    }
    text += std::to_string(shown) + " of " + std::to_string(keywords) + " keywords shown";
    if (record_.candidate.years.has_value()) {
      text += ", " + Decimal(*record_.candidate.years, 1) + " years of work read";
    }
    if (record_.reading.has_value()) {
      const FieldCount fields = CountFields(*record_.reading);
      text += ", " + std::to_string(fields.sure) + " of " + std::to_string(fields.all) +
              " fields read with certainty";
    }
    return text + ".";
  }

  void Advice() {
    page_.Heading("What would raise it most, if true for you");
    const std::vector<const RecordAdvice*> shown = AdviceOf(record_);
    for (const RecordAdvice* advice : shown) {
      page_.Paragraph("  " + PadLeft("+" + Decimal(advice->points, 1), 5, style_) + "  ",
                      WithoutCondition(advice->text), full_ ? kAllLines : 3);
    }
    if (shown.empty()) {
      page_.Line("  Nothing that a single change would raise by a tenth of a point.");
    }
  }

  void Parts() {
    page_.Heading("What the score is made of");
    const Breakdown breakdown = BreakdownOf(record_);
    int label_width = 0;
    for (const Breakdown::Part& part : breakdown.parts) {
      label_width = std::max(label_width, DisplayWidth(EscapeForTerminal(part.feature->label)));
    }
    label_width = std::min(label_width, style_.width / 2);
    const int bar = std::min(kWidestBar, style_.width - label_width - 22);
    for (const Breakdown::Part& part : breakdown.parts) {
      page_.Line("  " + PadRight(EscapeForTerminal(part.feature->label), label_width, style_) +
                 "  " + PadLeft(Decimal(part.points, 1), 5, style_) + " of " +
                 PadLeft(Decimal(part.most, 1), 5, style_) + "  " +
                 Paint(Bar(part.feature->value, bar, style_), Ink::kCyan, style_));
      if (full_ && !part.feature->note.empty()) {
        page_.Painted(Ink::kDim, "      ", part.feature->note);
      }
    }
    if (!breakdown.unused.empty()) page_.Paragraph("  Not asked for: ", breakdown.unused);
  }

  void Requirements() {
    if (record_.requirements.empty()) return;
    const OrderedRequirements ordered = InOrder(record_);
    const auto count = [&](size_t rank) { return std::to_string(ordered.groups[rank].size()); };
    page_.Heading("Requirements: " + count(2) + " met, " + count(1) + " partly, " + count(0) +
                  " not" + (ordered.groups[3].empty() ? "" : ", " + count(3) + " to be asked"));
    for (size_t rank = 0; rank < 4; ++rank) {
      const auto& group = ordered.groups[rank];
      const size_t shown = full_ ? group.size() : std::min(kShownByMet[rank], group.size());
      for (size_t i = 0; i < shown; ++i) {
        RequirementTextOptions options;
        options.knocks_out = group[i].knocks_out;
        options.reason = full_;
        options.quotes = full_ ? 2 : rank == 0 ? 0 : 1;
        if (full_) options.text_lines = options.quote_lines = kAllLines;
        PutRequirement(*group[i].requirement, options, &page_);
      }
      if (group.size() > shown) {
        page_.Line("      and " + std::to_string(group.size() - shown) + " more " +
                   MetLabel(group[0].requirement->met));
      }
    }
    PutMetLegend(&page_);
  }

  void Keywords() {
    if (record_.missing.empty() && record_.matched.empty()) return;
    page_.Heading("Keywords of the job, the most important first");
    if (full_) {
      KeywordTable();
      return;
    }
    KeywordList("  Missing:  ", record_.missing, false);
    KeywordList("  Shown:    ", record_.matched, true);
  }

  void KeywordTable() {
    const int room = std::min(60, style_.width - 28);
    page_.Line(std::string(static_cast<size_t>(room + 6), ' ') + "in the job   résumé");
    for (const auto* keywords : {&record_.missing, &record_.matched}) {
      const std::string met = keywords == &record_.missing ? "no" : "yes";
      for (const RecordKeyword& keyword : *keywords) {
        page_.Line("  " + MetMark(met, page_) + " " +
                   PadRight(EscapeForTerminal(keyword.term), room, style_) + "  " +
                   PadLeft(std::to_string(keyword.count_in_job), 10, style_) + "   " +
                   PadLeft(std::to_string(keyword.count_in_resume), 6, style_));
      }
    }
  }

  void KeywordList(const std::string& first, const std::vector<RecordKeyword>& keywords,
                   bool matched) {
    std::string list;
    for (size_t i = 0; i < keywords.size() && i < kShownKeywords; ++i) {
      const RecordKeyword& keyword = keywords[i];
      if (i > 0) list += ", ";
      list += keyword.term;
      const std::string times = page_.Sign("×", "x");
      if (matched) {
        list += " " + std::to_string(keyword.count_in_resume) + times + "/" +
                std::to_string(keyword.count_in_job) + times;
      } else if (keyword.count_in_job > 1) {
        list += " " + std::to_string(keyword.count_in_job) + times;
      }
    }
    if (keywords.size() > kShownKeywords) {
      list += " and " + std::to_string(keywords.size() - kShownKeywords) + " more";
    }
    if (!list.empty()) page_.Paragraph(first, list);
    if (matched && !list.empty()) page_.Line("            (in your résumé / in the job)");
  }

  void Searches() {
    const std::vector<SearchWay> ways = SearchesOf(record_);
    if (ways.empty() && !record_.use.has_value()) return;
    page_.Heading("How others may search, and the other way round");
    for (const SearchWay& way : ways) {
      const std::string number =
          PadLeft(std::to_string(way.found), 3, style_) + " of " + std::to_string(way.of) + "  ";
      const int bar = std::min(kWidestBar, style_.width - 24 - DisplayWidth(number));
      page_.Line("  " + PadRight(way.label, 20, style_) + number +
                 Paint(Bar(1.0 * way.found / way.of, bar, style_), Ink::kCyan, style_));
    }
    if (record_.use.has_value()) page_.Paragraph("  ", UseInWords(*record_.use));
  }

  void WhatWasRead() {
    const bool has_reading = record_.reading.has_value();
    if (full_ && has_reading) PutResumeText(*record_.reading, &page_);
    PutFields(record_, full_, &page_);
    if (!has_reading) return;
    PutChecks(*record_.reading, full_, &page_);
    PutTimeline(*record_.reading, full_, &page_);
    if (full_) PutPosting(*record_.reading, &page_);
  }

  void Inputs() {
    page_.Heading("Inputs and versions");
    for (const auto& [key, input] : InputsOf(record_)) {
      page_.Paragraph("  " + PadRight(key, 23, style_) + " ", input);
    }
  }

  const MatchRecord& record_;
  const Style style_;
  const bool full_;
  TextPage page_;
};

}  // namespace

Ink BandInk(const std::string& band) {
  if (band == "strong" || band == "good") return Ink::kGreen;
  return band == "partial" ? Ink::kYellow : Ink::kRed;
}

std::string ReportText(const MatchRecord& record, const Style& style, bool full) {
  return Report(record, style, full).Write();
}

}  // namespace atsmatch
