#include "cli/html/ranking.h"

#include <algorithm>
#include <utility>

#include "cli/html/page.h"
#include "cli/html/view.h"
#include "cli/html/words.h"
#include "cli/report_parts.h"
#include "cli/report_words.h"
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
constexpr double kColumnHeight = 150;

std::string Cut(std::string_view text, int columns) {
  static const Style kStyle;
  return Truncate(EscapeForTerminal(text), columns, kStyle);
}

// In the page stands a mark where rows belong: no text holds this character, see View::Put.
constexpr char kMark = '\x01';
std::string MarkOf(size_t job, size_t list) {
  return kMark + std::to_string(job) + kMark + std::to_string(list) + kMark;
}

// Up to the next mark, which is taken too.
size_t TakeNumber(std::string_view* text) {
  size_t number = 0;
  while (!text->empty() && text->front() != kMark) {
    number = 10 * number + static_cast<size_t>(text->front() - '0');
    text->remove_prefix(1);
  }
  if (!text->empty()) text->remove_prefix(1);
  return number;
}

std::string WhoOf(const MatchRecord& record) {
  return record.candidate.name.empty() ? FileNameOf(record.resume) : record.candidate.name;
}

}  // namespace

class RankingPage::JobPart {
 public:
  JobPart(std::string file, std::string title, const Pool& pool, size_t shown, size_t number,
          Spool* spool)
      : file_(std::move(file)),
        title_(std::move(title)),
        pool_(pool),
        shown_(shown),
        number_(number),
        budget_(std::min(kEvidenceBytes / std::max<size_t>(1, shown), kMostEvidenceBytes)),
        spool_(spool) {}

  void Add(const MatchRecord& record) {
    blind_ = blind_ || record.blind;
    if (record.skipped) {
      skipped_.push_back(record.resume);
    } else if (record.error.has_value()) {
      rows_[kFailed].push_back(spool_->Add(failed_row_.Render(Failed(record))));
    } else {
      if (ranked_ == 0) inputs_ = record.inputs;
      const View candidate = Candidate(record, ++ranked_);
      rows_[kCandidates].push_back(spool_->Add(candidate_row_.Render(candidate)));
      rows_[kCells].push_back(spool_->Add(cells_row_.Render(candidate)));
    }
  }

  // With marks for the rows.
  View ToView() {
    View view;
    view.Put("j", number_);
    view.Put("title", title_.empty() ? FileNameOf(file_) : title_);
    view.Put("any", ranked_ > 0);
    view.Put("many", shown_ > kMany);
    view.PutTrusted("candidates", MarkOf(number_, kCandidates));
    view.PutTrusted("cells", MarkOf(number_, kCells));
    view.Put("has_failed", failed() > 0);
    view.PutTrusted("failed", MarkOf(number_, kFailed));
    view.Put("skipped", Joined(skipped_));
    view.Put("skipped_count", skipped_.size());
    Tiles(&view);
    Bins(&view);
    Words(&view);
    Asks(&view);
    Inputs(&view);
    return view;
  }

  void WriteRows(size_t list, const std::function<void(std::string_view)>& write) const {
    if (list >= kLists) return;
    for (const size_t place : rows_[list]) write(spool_->Get(place));
  }

  const std::string& file() const { return file_; }
  const std::string& title() const { return title_; }
  size_t results() const { return pool_.candidates(); }
  size_t failed() const { return rows_[kFailed].size(); }
  bool blind() const { return blind_; }

 private:
  enum List : size_t { kCandidates, kCells, kFailed, kLists };

  void Tiles(View* view) const {
    view->Put("ranked", results());
    view->Put("shown_of", ranked_ < results() ? std::to_string(ranked_) : "");
    view->Put("failed_count", failed());
    std::vector<View> views;
    for (const auto& [band, count] : pool_.Bands()) {
      View one;
      one.Put("band", band);
      one.Put("tone", ToneOf(band));
      one.Put("count", count);
      views.push_back(std::move(one));
    }
    view->Put("bands", std::move(views));
    view->Put("median", pool_.scored() == 0 ? std::string("–") : Decimal(pool_.Median(), 1));
  }

  View Candidate(const MatchRecord& record, size_t rank) const {
    View view;
    view.Put("j", number_);
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
    const std::vector<std::string> warnings = WarningIdsOf(record);
    view.Put("warning_count", warnings.size());
    view.Put("warning_words", Cut(Joined(warnings), 60));
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
      if (shown_ > kMany && requirement.met != "yes" && requirement.met != "partly") break;
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
    view->Put("lacks", Cut(Joined(lacks), 160));
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

  void Bins(View* view) const {
    constexpr size_t kBins = Pool::kBins;
    const auto& counts = pool_.bins();
    const size_t most = std::max<size_t>(1, *std::max_element(counts.begin(), counts.end()));
    std::string text = "Number of candidates by score:";
    std::vector<View> views;
    for (size_t i = 0; i < kBins; ++i) {
      const double height =
          kColumnHeight * static_cast<double>(counts[i]) / static_cast<double>(most);
      const double left = 20 + 60 * static_cast<double>(i);
      View bin;
      bin.Put("bin_x", left + 4, 0);
      bin.Put("bin_left", left, 0);
      bin.Put("bin_middle", left + 30, 0);
      bin.Put("bin_y", 180 - height, 1);
      bin.Put("bin_height", height, 1);
      bin.Put("bin_label_y", 173 - height, 1);
      bin.Put("bin_count", counts[i]);
      bin.Put("bin_from", std::to_string(i * 100 / kBins));
      views.push_back(std::move(bin));
      if (counts[i] == 0) continue;
      text += " " + std::to_string(i * 100 / kBins) + " to " +
              std::to_string((i + 1) * 100 / kBins) + ": " + std::to_string(counts[i]) + ";";
    }
    view->Put("bins", std::move(views));
    view->Put("spread_text", text);
  }

  void Words(View* view) const {
    std::vector<Pool::Word> words = pool_.Words();
    if (words.size() > kPool) words.resize(kPool);
    std::vector<View> views;
    for (const Pool::Word& word : words) {
      View one;
      one.Put("term", word.term);
      one.Put("have", word.have);
      one.Put("have_width", 1000 * static_cast<double>(word.have) / static_cast<double>(results()),
              0);
      views.push_back(std::move(one));
    }
    view->Put("pool", std::move(views));
  }

  void Asks(View* view) const {
    std::vector<View> views;
    for (const Pool::Ask& ask : pool_.asks()) {
      View one;
      one.Put("number", views.size() + 1);
      one.Put("ask", ask.text);
      one.Put("plus", !ask.is_must);
      one.Put("met_by", ask.met_by);
      views.push_back(std::move(one));
    }
    view->Put("asks", std::move(views));
  }

  static View Failed(const MatchRecord& record) {
    View view;
    view.Put("path", record.resume);
    view.Put("cause", record.error->cause);
    view.Put("what_to_do", record.error->remedy);
    return view;
  }

  void Inputs(View* view) const {
    MatchRecord common;
    common.job = file_;
    common.inputs = inputs_;
    common.inputs.resume_sha256.clear();  // in the row of each candidate
    view->Put("inputs", InputViews(common));
  }

  const std::string file_, title_;  // of the posting
  const Pool pool_;
  const size_t shown_, number_;
  const size_t budget_;  // bytes of one candidate's evidence
  const Template candidate_row_{"ranking_candidates.mustache"};
  const Template cells_row_{"ranking_cells.mustache"};
  const Template failed_row_{"ranking_failed.mustache"};
  Spool* spool_;
  std::vector<size_t> rows_[kLists];  // places in the spool
  size_t ranked_ = 0;
  bool blind_ = false;
  std::vector<std::string> skipped_;  // files of the folder that are no documents
  RecordInputs inputs_;
};

RankingPage::RankingPage() = default;
RankingPage::~RankingPage() = default;

void RankingPage::AddJob(const std::string& file, const std::string& title, const Pool& pool,
                         size_t shown) {
  jobs_.push_back(std::make_unique<JobPart>(file, title, pool, shown, jobs_.size() + 1, &rows_));
}

void RankingPage::Add(const MatchRecord& record) { jobs_.back()->Add(record); }

void RankingPage::Write(const std::function<void(std::string_view html)>& write) {
  View view;
  const bool one = jobs_.size() == 1;
  std::string title = std::to_string(jobs_.size()) + " jobs";
  if (one) title = jobs_[0]->title().empty() ? FileNameOf(jobs_[0]->file()) : jobs_[0]->title();
  view.Put("heading", "Candidates for: " + title);
  view.Put("many_jobs", !one);
  view.Put("blind",
           std::any_of(jobs_.begin(), jobs_.end(), [](const auto& job) { return job->blind(); }));
  size_t read = 0, failed = 0;
  std::vector<View> views;
  for (const auto& job : jobs_) {
    read = std::max(read, job->results());
    failed = std::max(failed, job->failed());
    views.push_back(job->ToView());
  }
  view.Put("summary", std::to_string(read) + (read == 1 ? " résumé" : " résumés") + " ranked" +
                          (failed > 0 ? ", " + std::to_string(failed) + " not read" : ""));
  view.Put("jobs", std::move(views));
  HtmlPage page;
  page.title = "Candidates for " + title + " – atsmatch";
  page.body = RenderTemplate("ranking.mustache", view);
  page.script = true;
  WriteMarked(ToHtml(page), write);
}

// Text, then mark, job, mark, list, mark, then text again.
void RankingPage::WriteMarked(std::string_view html,
                              const std::function<void(std::string_view html)>& write) const {
  for (;;) {
    const size_t mark = html.find(kMark);
    write(html.substr(0, mark));
    if (mark == std::string_view::npos) return;
    html.remove_prefix(mark + 1);
    const size_t job = TakeNumber(&html), list = TakeNumber(&html);
    if (job >= 1 && job <= jobs_.size()) jobs_[job - 1]->WriteRows(list, write);
  }
}

}  // namespace atsmatch
