#include "cli/html/candidate.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "cli/html/page.h"
#include "cli/html/pages_view.h"
#include "cli/html/timeline_view.h"
#include "cli/html/view.h"
#include "cli/html/words.h"
#include "cli/report_parts.h"
#include "cli/report_words.h"

namespace atsmatch {
namespace {

constexpr double kDonut = 326.7;  // length of the circle in the template
constexpr double kStack = 1000;   // width of the drawing that holds 100 points
constexpr size_t kColours = 10;   // of the parts of the score, in report.css

class CandidateView {
 public:
  explicit CandidateView(const MatchRecord& record) : record_(record) {}

  View Make() {
    Title();
    view_.Put("scored", record_.score.has_value());
    view_.Put("why_unscored", kWhyNotScored);
    view_.Put("unscored", !record_.score.has_value());
    if (record_.score.has_value()) {
      Score();
      Advice();
      Features();
      Requirements();
      Keywords("missing", record_.missing);
      Keywords("matched", record_.matched);
      Searches();
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
    const FieldCount fields =
        record_.reading.has_value() ? CountFields(*record_.reading) : FieldCount();
    view_.Put("fields_sure", fields.sure);
    view_.Put("fields_all", fields.all);
    view_.Put("what_it_is", kWhatTheScoreIs);
    view_.Put("what_it_is_not", kWhatTheScoreIsNot);
  }

  void Advice() {
    std::vector<View> views;
    for (const RecordAdvice* advice : AdviceOf(record_)) {
      View view;
      view.Put("points", advice->points, 1);
      view.Put("text", WithoutCondition(advice->text));
      views.push_back(std::move(view));
    }
    view_.Put("has_advice", !views.empty());
    view_.Put("advice", std::move(views));
  }

  void Features() {
    const Breakdown breakdown = BreakdownOf(record_);
    double widest = 1, before = 0;
    for (const Breakdown::Part& part : breakdown.parts) {
      widest = std::max(widest, part.feature->max_points);
    }
    std::vector<View> views;
    for (const Breakdown::Part& part : breakdown.parts) {
      const RecordFeature& feature = *part.feature;
      View view;
      view.Put("label", feature.label);
      view.Put("feature_note", feature.note);
      view.Put("colour", views.size() % kColours);
      view.Put("points", part.points, 1);
      view.Put("most", part.most, 1);
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
    view_.Put("unused", breakdown.unused);
  }

  void Requirements() {
    const OrderedRequirements ordered = InOrder(record_);
    std::vector<View> views;
    for (const auto& group : ordered.groups) {
      for (const auto& [requirement, knocks_out] : group) {
        views.push_back(RequirementView(*requirement, knocks_out));
      }
    }
    view_.Put("requirements", std::move(views));
    view_.Put("unmet", ordered.groups[0].size());
    view_.Put("partly", ordered.groups[1].size());
    view_.Put("met", ordered.groups[2].size());
    const size_t asked = ordered.groups[3].size();
    view_.Put("asked", asked > 0 ? std::to_string(asked) : std::string());
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

  void Searches() {
    std::vector<View> views;
    for (const SearchWay& way : SearchesOf(record_)) {
      View view;
      view.Put("way", way.label);
      view.Put("found", static_cast<size_t>(way.found));
      view.Put("of", static_cast<size_t>(way.of));
      view.Put("found_width", 1000.0 * way.found / way.of, 0);
      views.push_back(std::move(view));
    }
    const std::string use = record_.use.has_value() ? UseInWords(*record_.use) : std::string();
    view_.Put("has_searches", !views.empty() || !use.empty());
    view_.Put("any_way", !views.empty());
    view_.Put("searches", std::move(views));
    view_.Put("use", use);
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

  void Warnings() {
    std::vector<View> views;
    for (const RecordWarning& remark : RemarksOf(record_)) {
      views.push_back(RemarkView(remark.severity, remark.message, remark.remedy, remark.page));
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
