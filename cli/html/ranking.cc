#include "cli/html/ranking.h"

#include <algorithm>
#include <map>
#include <utility>

#include "cli/html/page.h"
#include "cli/html/view.h"
#include "cli/html/words.h"
#include "cli/terminal.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

// The file stays small enough to be mailed and opened at once: what the evidence may take of it is
// shared among the candidates.
constexpr size_t kEvidenceBytes = 3u << 20;
constexpr size_t kMostEvidenceBytes = 12u << 10;  // of one candidate
constexpr size_t kMany = 200;  // candidates: of more, what is not met stands in the matrix alone
constexpr size_t kEvidenceMarkup = 170;  // of one line of it
constexpr int kTextColumns = 90, kQuoteColumns = 120;
constexpr size_t kLacks = 10, kPool = 60;
constexpr size_t kBins = 10;
constexpr double kColumnHeight = 150;

std::string Cut(std::string_view text, int columns) {
  static const Style kStyle;
  return Truncate(EscapeForTerminal(text), columns, kStyle);
}

std::string Join(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

std::string WhoOf(const MatchRecord& record) {
  return record.candidate.name.empty() ? FileNameOf(record.resume) : record.candidate.name;
}

class JobView {
 public:
  JobView(const JobRanking& job, size_t number) : job_(job), number_(number) {
    for (const MatchRecord& record : job.records) {
      (record.skipped ? skipped_ : record.error.has_value() ? failed_ : ranked_).push_back(&record);
    }
    if (!ranked_.empty()) budget_ = std::min(kEvidenceBytes / ranked_.size(), kMostEvidenceBytes);
  }

  View Make() {
    view_.Put("j", number_);
    view_.Put("title", job_.title.empty() ? FileNameOf(job_.file) : job_.title);
    view_.Put("any", !ranked_.empty());
    Tiles();
    Candidates();
    Bins();
    Pool();
    Asks();
    Failed();
    Inputs();
    return std::move(view_);
  }

 private:
  void Tiles() {
    view_.Put("ranked", job_.results);
    view_.Put("ranked_here", ranked_.size());
    view_.Put("shown_of", ranked_.size() < job_.results ? std::to_string(ranked_.size()) : "");
    view_.Put("failed_count", failed_.size());
    std::vector<double> scores;
    std::map<std::string, size_t> bands;
    for (const MatchRecord* record : ranked_) {
      if (record->score.has_value()) scores.push_back(*record->score);
      ++bands[record->band];
    }
    std::vector<View> views;
    for (const char* band : {"strong", "good", "partial", "weak", "not-scored"}) {
      if (bands[band] == 0) continue;
      View view;
      view.Put("band", band);
      view.Put("tone", ToneOf(band));
      view.Put("count", bands[band]);
      views.push_back(std::move(view));
    }
    view_.Put("bands", std::move(views));
    std::sort(scores.begin(), scores.end());
    const size_t half = scores.size() / 2;
    const double median = scores.empty()           ? 0
                          : scores.size() % 2 == 1 ? scores[half]
                                                   : (scores[half - 1] + scores[half]) / 2;
    view_.Put("median", scores.empty() ? std::string("–") : Decimal(median, 1));
    scores_ = std::move(scores);
  }

  void Candidates() {
    std::vector<View> views;
    for (const MatchRecord* record : ranked_) views.push_back(Candidate(*record, views.size() + 1));
    view_.Put("candidates", std::move(views));
  }

  View Candidate(const MatchRecord& record, size_t rank) const {
    View view;
    view.Put("rank", rank);
    view.Put("who", Cut(WhoOf(record), 60));
    view.Put("position", Cut(record.candidate.title, 60));
    view.Put("score", record.score.has_value() ? Decimal(*record.score, 1) : std::string("–"));
    view.Put("score_width", record.score.value_or(0), 1);
    view.Put("band", record.band);
    view.Put("tone", ToneOf(record.band));
    view.Put("knocked_out", record.knocked_out);
    const MustCount musts = CountMusts(record);
    view.Put("musts_met", musts.met);
    view.Put("musts", musts.all);
    view.Put("years", record.candidate.years.has_value() ? Decimal(*record.candidate.years, 1)
                                                         : std::string("–"));
    view.Put("level", record.candidate.level.empty() ? "–" : record.candidate.level);
    std::vector<std::string> warnings;
    for (const RecordWarning& warning : record.warnings) {
      if (warning.severity == "info") continue;
      if (std::find(warnings.begin(), warnings.end(), warning.id) == warnings.end()) {
        warnings.push_back(warning.id);
      }
    }
    view.Put("warning_count", warnings.size());
    view.Put("warning_words", Cut(Join(warnings), 60));
    view.Put("file", record.resume);
    view.Put("sha", record.inputs.resume_sha256);
    view.Put("duplicate", record.duplicate_of);
    Evidence(record, &view);
    Cells(record, &view);
    return view;
  }

  // What is met first, the musts before the pluses, as far as the room goes.
  void Evidence(const MatchRecord& record, View* view) const {
    std::vector<size_t> order;
    for (size_t i = 0; i < record.requirements.size(); ++i) order.push_back(i);
    static constexpr size_t kOrder[] = {2, 1, 0, 3};  // of MetRank: met, partly, not, to be asked
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) {
      const RecordRequirement &x = record.requirements[a], &y = record.requirements[b];
      if (MetRank(x.met) != MetRank(y.met)) return kOrder[MetRank(x.met)] < kOrder[MetRank(y.met)];
      return (x.need == "must") && (y.need != "must");
    });
    std::vector<View> views;
    size_t room = budget_;
    for (const size_t i : order) {
      const RecordRequirement& requirement = record.requirements[i];
      if (ranked_.size() > kMany && requirement.met != "yes" && requirement.met != "partly") break;
      View line;
      const std::string text = Cut(requirement.text, kTextColumns);
      std::string quote;
      if (!requirement.evidence.empty()) quote = Cut(requirement.evidence[0].text, kQuoteColumns);
      const size_t bytes = text.size() + quote.size() + kEvidenceMarkup;
      if (bytes > room) break;
      room -= bytes;
      line.Put("number", i + 1);
      line.Put("met", requirement.met);
      line.Put("sign", MetSign(requirement.met));
      line.Put("met_label", MetLabel(requirement.met));
      line.Put("text", text);
      line.Put("quote", quote);
      line.Put("page", quote.empty() ? "" : std::to_string(requirement.evidence[0].page));
      line.Put("quote_section", quote.empty() ? "" : Cut(requirement.evidence[0].section, 30));
      views.push_back(std::move(line));
    }
    const size_t left = order.size() - views.size();
    view->Put("left_out", left > 0 ? std::to_string(left) : std::string());
    view->Put("evidence", std::move(views));
    std::vector<std::string> lacks;
    for (const RecordKeyword& keyword : record.missing) {
      if (lacks.size() < kLacks) lacks.push_back(keyword.term);
    }
    view->Put("lacks", Cut(Join(lacks), 160));
  }

  static void Cells(const MatchRecord& record, View* view) {
    static constexpr const char* kClasses[] = {"n", "p", "y", "u"};
    std::vector<View> cells;
    for (const RecordRequirement& requirement : record.requirements) {
      View cell;
      cell.Put("c", kClasses[MetRank(requirement.met)]);
      cell.Put("s", MetSign(requirement.met));
      cells.push_back(std::move(cell));
    }
    view->Put("cells", std::move(cells));
  }

  void Bins() {
    size_t counts[kBins] = {};
    for (const double score : scores_) {
      ++counts[std::min(kBins - 1, static_cast<size_t>(std::max(0.0, score) / 100 * kBins))];
    }
    const size_t most = std::max<size_t>(1, *std::max_element(counts, counts + kBins));
    std::string text = "Number of candidates by score:";
    std::vector<View> views;
    for (size_t i = 0; i < kBins; ++i) {
      const double height =
          kColumnHeight * static_cast<double>(counts[i]) / static_cast<double>(most);
      const double left = 20 + 60 * static_cast<double>(i);
      View view;
      view.Put("bin_x", left + 4, 0);
      view.Put("bin_left", left, 0);
      view.Put("bin_middle", left + 30, 0);
      view.Put("bin_y", 180 - height, 1);
      view.Put("bin_height", height, 1);
      view.Put("bin_label_y", 173 - height, 1);
      view.Put("bin_count", counts[i]);
      view.Put("bin_from", std::to_string(i * 100 / kBins));
      views.push_back(std::move(view));
      if (counts[i] == 0) continue;
      text += " " + std::to_string(i * 100 / kBins) + " to " +
              std::to_string((i + 1) * 100 / kBins) + ": " + std::to_string(counts[i]) + ";";
    }
    view_.Put("bins", std::move(views));
    view_.Put("spread_text", text);
  }

  void Pool() {
    std::map<std::string, std::pair<size_t, double>> words;  // who has it, importance
    for (const MatchRecord* record : ranked_) {
      for (const RecordKeyword& keyword : record->matched) {
        auto& word = words[keyword.term];
        ++word.first;
        word.second = keyword.importance;
      }
      for (const RecordKeyword& keyword : record->missing) {
        words[keyword.term].second = keyword.importance;
      }
    }
    std::vector<std::pair<std::string, std::pair<size_t, double>>> sorted(words.begin(),
                                                                          words.end());
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
      return a.second.second > b.second.second;
    });
    if (sorted.size() > kPool) sorted.resize(kPool);
    std::vector<View> views;
    for (const auto& [term, use] : sorted) {
      View view;
      view.Put("term", term);
      view.Put("have", use.first);
      view.Put("have_width",
               1000 * static_cast<double>(use.first) / static_cast<double>(ranked_.size()), 0);
      views.push_back(std::move(view));
    }
    view_.Put("pool", std::move(views));
  }

  void Asks() {
    std::vector<View> views;
    if (!ranked_.empty()) {
      const std::vector<RecordRequirement>& asked = ranked_[0]->requirements;
      for (size_t i = 0; i < asked.size(); ++i) {
        const auto met_by = std::count_if(ranked_.begin(), ranked_.end(), [&](const auto* record) {
          return i < record->requirements.size() && record->requirements[i].met == "yes";
        });
        View view;
        view.Put("number", i + 1);
        view.Put("ask", asked[i].text);
        view.Put("plus", asked[i].need != "must");
        view.Put("met_by", static_cast<size_t>(met_by));
        views.push_back(std::move(view));
      }
    }
    view_.Put("asks", std::move(views));
  }

  void Failed() {
    std::vector<View> views;
    for (const MatchRecord* record : failed_) {
      View view;
      view.Put("path", record->resume);
      view.Put("cause", record->error->cause);
      view.Put("what_to_do", record->error->remedy);
      views.push_back(std::move(view));
    }
    view_.Put("has_failed", !views.empty());
    view_.Put("failed", std::move(views));
    // Files of the folder that are no documents.
    std::vector<std::string> skipped;
    for (const MatchRecord* record : skipped_) skipped.push_back(record->resume);
    view_.Put("skipped", Join(skipped));
    view_.Put("skipped_count", skipped.size());
  }

  void Inputs() {
    MatchRecord common;
    common.job = job_.file;
    if (!ranked_.empty()) common.inputs = ranked_[0]->inputs;
    common.inputs.resume_sha256.clear();  // in the row of each candidate
    view_.Put("inputs", InputViews(common));
  }

  const JobRanking& job_;
  const size_t number_;
  std::vector<const MatchRecord*> ranked_, failed_, skipped_;
  std::vector<double> scores_;
  size_t budget_ = 0;
  View view_;
};

}  // namespace

std::string RankingHtml(const std::vector<JobRanking>& jobs) {
  View view;
  const bool one = jobs.size() == 1;
  const std::string title = one ? (jobs[0].title.empty() ? FileNameOf(jobs[0].file) : jobs[0].title)
                                : std::to_string(jobs.size()) + " jobs";
  view.Put("heading", "Candidates for: " + title);
  view.Put("many_jobs", !one);
  view.Put("blind", std::any_of(jobs.begin(), jobs.end(), [](const JobRanking& job) {
             return !job.records.empty() && job.records[0].blind;
           }));
  size_t read = 0, failed = 0;
  std::vector<View> views;
  for (const JobRanking& job : jobs) {
    read = std::max(read, job.results);
    failed = std::max<size_t>(
        failed, static_cast<size_t>(std::count_if(
                    job.records.begin(), job.records.end(),
                    [](const auto& r) { return r.error.has_value() && !r.skipped; })));
    views.push_back(JobView(job, views.size() + 1).Make());
  }
  view.Put("summary", std::to_string(read) + (read == 1 ? " résumé" : " résumés") + " ranked" +
                          (failed > 0 ? ", " + std::to_string(failed) + " not read" : ""));
  view.Put("jobs", std::move(views));
  HtmlPage page;
  page.title = "Candidates for " + title + " – atsmatch";
  page.body = RenderTemplate("ranking.mustache", view);
  page.script = true;
  return ToHtml(page);
}

}  // namespace atsmatch
