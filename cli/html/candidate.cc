#include "cli/html/candidate.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "cli/html/page.h"
#include "cli/html/pages_view.h"
#include "cli/html/timeline_view.h"
#include "cli/html/view.h"
#include "cli/html/words.h"
#include "cli/report_text.h"

namespace atsmatch {
namespace {

constexpr size_t kShownAdvice = 5;
constexpr double kWorthShowing = 0.05;  // points: less is 0.0 as printed
constexpr double kDonut = 326.7;        // length of the circle in the template
constexpr double kStack = 1000;         // width of the drawing that holds 100 points
constexpr double kSure = 0.8;           // a field read with certainty
constexpr size_t kColours = 10;         // of the parts of the score, in report.css

class CandidateView {
 public:
  explicit CandidateView(const MatchRecord& record) : record_(record) {}

  View Make() {
    Title();
    view_.Put("scored", record_.score.has_value());
    view_.Put("unscored", !record_.score.has_value());
    if (record_.score.has_value()) {
      Score();
      Advice();
      Features();
      Requirements();
      Keywords("missing", record_.missing);
      Keywords("matched", record_.matched);
    }
    view_.Put("reading", record_.reading.has_value());
    if (record_.reading.has_value()) {
      PutPages(*record_.reading, &view_);
      PutFields(*record_.reading, &view_);
      PutTimeline(*record_.reading, &view_);
      Checks();
      PutPosting(*record_.reading, &view_);
    }
    Warnings();
    view_.Put("inputs", InputViews(record_));
    return std::move(view_);
  }

 private:
  void Title() {
    const std::string file = FileNameOf(record_.resume);
    view_.Put("name", record_.candidate.name.empty() ? file : record_.candidate.name);
    view_.Put("file", file);
    view_.Put("job_file", FileNameOf(record_.job));
    view_.Put("job", record_.job_title.empty() ? FileNameOf(record_.job) : record_.job_title);
  }

  void Score() {
    const double score = *record_.score;
    view_.Put("score", score, 1);
    view_.Put("band", BandLabel(record_));
    view_.Put("tone", ToneOf(record_.band));
    view_.Put("arc", kDonut * score / 100, 1);
    view_.Put("meaning", MeaningOf(record_));
    view_.Put("costliest", CostliestPart(record_));
    const size_t knocked = record_.knock_outs.size();
    view_.Put("knocked_out", !record_.knocked_out ? std::string()
                             : knocked == 1
                                 ? "One must-have is certainly not met."
                                 : std::to_string(knocked) + " must-haves are certainly not met.");
    const MustCount musts = CountMusts(record_);
    view_.Put("musts_met", musts.met);
    view_.Put("musts", musts.all);
    view_.Put("keywords_shown", record_.matched.size());
    view_.Put("keywords_all", record_.matched.size() + record_.missing.size());
    view_.Put("years", record_.candidate.years.has_value() ? Decimal(*record_.candidate.years, 1)
                                                           : std::string("–"));
    size_t sure = 0, all = 0;
    if (record_.reading.has_value()) {
      for (const RecordField& field : record_.reading->fields) {
        ++all;
        if (field.confidence >= kSure) ++sure;
      }
    }
    view_.Put("fields_sure", sure);
    view_.Put("fields_all", all);
  }

  void Advice() {
    std::vector<View> views;
    for (const RecordAdvice& advice : record_.advice) {
      if (advice.points < kWorthShowing || views.size() == kShownAdvice) continue;
      View view;
      view.Put("points", advice.points, 1);
      view.Put("text", WithoutCondition(advice.text));
      views.push_back(std::move(view));
    }
    view_.Put("has_advice", !views.empty());
    view_.Put("advice", std::move(views));
  }

  void Features() {
    std::vector<double> points, most;
    std::string unused;
    double widest = 1;
    for (const RecordFeature& feature : record_.features) {
      if (!feature.used) {
        unused += (unused.empty() ? "" : ", ") + feature.label;
        continue;
      }
      points.push_back(feature.points);
      most.push_back(feature.max_points);
      widest = std::max(widest, feature.max_points);
    }
    const std::vector<double> shown = RoundPoints(points, most), shown_most = RoundTogether(most);
    std::vector<View> views;
    double before = 0;
    for (const RecordFeature& feature : record_.features) {
      if (!feature.used) continue;
      const size_t i = views.size();
      View view;
      view.Put("used", true);
      view.Put("label", feature.label);
      view.Put("feature_note", feature.note);
      view.Put("colour", i % kColours);
      view.Put("points", shown[i], 1);
      view.Put("most", shown_most[i], 1);
      view.Put("x", before * kStack / 100, 1);
      view.Put("width", std::max(0.0, feature.max_points * kStack / 100 - 2), 1);
      view.Put("won",
               std::max(0.0, std::min(feature.points * kStack / 100,
                                      feature.max_points * kStack / 100 - 2)),
               1);
      view.Put("bar_width", feature.max_points / widest * kStack, 1);
      view.Put("bar_won", feature.points / widest * kStack, 1);
      before += feature.max_points;
      views.push_back(std::move(view));
    }
    view_.Put("features", std::move(views));
    view_.Put("unused", unused);
  }

  void Requirements() {
    size_t counts[4] = {};
    std::vector<std::pair<const RecordRequirement*, bool>> sorted;
    for (size_t i = 0; i < record_.requirements.size(); ++i) {
      const RecordRequirement& requirement = record_.requirements[i];
      ++counts[MetRank(requirement.met)];
      const bool knocks = std::find(record_.knock_outs.begin(), record_.knock_outs.end(), i) !=
                          record_.knock_outs.end();
      sorted.emplace_back(&requirement, knocks);
    }
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
      const RecordRequirement &x = *a.first, &y = *b.first;
      if (MetRank(x.met) != MetRank(y.met)) return MetRank(x.met) < MetRank(y.met);
      if ((x.need == "must") != (y.need == "must")) return x.need == "must";
      return x.gain + x.points > y.gain + y.points;
    });
    std::vector<View> views;
    for (const auto& [requirement, knocks] : sorted) {
      views.push_back(RequirementView(*requirement, knocks));
    }
    view_.Put("requirements", std::move(views));
    view_.Put("unmet", counts[0]);
    view_.Put("partly", counts[1]);
    view_.Put("met", counts[2]);
    view_.Put("asked", counts[3] > 0 ? std::to_string(counts[3]) : std::string());
  }

  static View RequirementView(const RecordRequirement& requirement, bool knocks) {
    View view;
    view.Put("met_word", requirement.met);
    view.Put("met_label", MetLabel(requirement.met));
    view.Put("sign", MetSign(requirement.met));
    view.Put("text", requirement.text);
    view.Put("plus", requirement.need != "must");
    view.Put("knock", knocks);
    view.Put("reason", requirement.reason);
    view.Put("gain", requirement.met != "yes" && requirement.gain >= kWorthShowing
                         ? Decimal(requirement.gain, 1)
                         : std::string());
    std::vector<View> quotes;
    for (const RecordQuote& quote : requirement.evidence) {
      if (quotes.size() == 2) break;
      View one;
      one.Put("quote", quote.text);
      one.Put("page", std::to_string(quote.page));
      one.Put("quote_section", quote.section);
      quotes.push_back(std::move(one));
    }
    view.Put("quotes", std::move(quotes));
    return view;
  }

  void Keywords(const char* name, const std::vector<RecordKeyword>& keywords) {
    std::vector<View> views;
    for (const RecordKeyword& keyword : keywords) {
      View view;
      view.Put("term", keyword.term);
      view.Put("in_job", std::to_string(keyword.count_in_job));
      view.Put("in_resume", std::to_string(keyword.count_in_resume));
      views.push_back(std::move(view));
    }
    view_.Put(name, std::move(views));
  }

  static View RemarkView(const std::string& severity, const std::string& message,
                         const std::string& remedy, int page) {
    View view;
    view.Put("severity", severity);
    view.Put("severity_label", SeverityLabel(severity));
    view.Put("message", message);
    view.Put("remedy", remedy);
    view.Put("check_page", page > 0 ? std::to_string(page) : std::string());
    return view;
  }

  void Checks() {
    std::vector<View> views;
    for (const RecordCheck& check : record_.reading->checks) {
      views.push_back(RemarkView(check.severity, check.message, check.remedy, check.page));
    }
    view_.Put("has_checks", !views.empty());
    view_.Put("checks", std::move(views));
  }

  // What the checks do not say already.
  void Warnings() {
    std::vector<View> views;
    if (!record_.duplicate_of.empty()) {
      views.push_back(RemarkView("info", "The same content as " + record_.duplicate_of, "", 0));
    }
    for (const RecordWarning& warning : record_.warnings) {
      const auto says_it = [&](const RecordCheck& check) {
        return check.id == warning.id && check.message == warning.message;
      };
      if (record_.reading.has_value() &&
          std::any_of(record_.reading->checks.begin(), record_.reading->checks.end(), says_it)) {
        continue;
      }
      views.push_back(RemarkView(warning.severity, warning.message, warning.remedy, warning.page));
    }
    view_.Put("has_warnings", !views.empty());
    view_.Put("warnings", std::move(views));
  }

  const MatchRecord& record_;
  View view_;
};

}  // namespace

std::string CandidateHtml(const MatchRecord& record) {
  HtmlPage page;
  const std::string& name =
      record.candidate.name.empty() ? FileNameOf(record.resume) : record.candidate.name;
  page.title = name + " – " + record.job_title + " – atsmatch";
  page.body = RenderTemplate("candidate.mustache", CandidateView(record).Make());
  if (record.reading.has_value()) page.places = BoxPlaces(*record.reading);
  return ToHtml(page);
}

}  // namespace atsmatch
