#include "cli/ranking_text.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "cli/report_parts.h"
#include "cli/report_words.h"
#include "cli/requirement_text.h"
#include "cli/text_page.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

constexpr size_t kShownWords = 12, kNamedSkipped = 5, kLacks = 10;
constexpr int kWidestBar = 40, kBlock = 5;

// What could not be read is named with its cause; in a folder of photos only the first are named.
class ErrorList {
 public:
  ErrorList(size_t shared, bool full) : shared_(shared), full_(full) {}

  void Write(Ranking* ranking, const Style& style, const LineWriter& write) {
    TextPage page(style);
    ranking->ForEachError([&](const RankRow& row) {
      row.skipped ? Skip(row) : Say(row, &page);
      write(page.Take());
    });
    if (skipped_ == 0) return;
    std::string names = Joined(names_);
    if (skipped_ > names_.size()) {
      names += " and " + std::to_string(skipped_ - names_.size()) + " more";
    }
    page.Heading("Skipped, since they are no documents");
    page.Paragraph("    ", names);
    write(page.Take());
  }

  size_t failed() const { return failed_; }
  size_t skipped() const { return skipped_; }

 private:
  std::string NameOf(const RankRow& row) const { return row.resume.substr(shared_); }

  void Say(const RankRow& row, TextPage* page) {
    if (++failed_ == 1) page->Heading("Not read");
    const std::string message =
        row.error.remedy.empty() ? row.error.cause : row.error.cause + "; " + row.error.remedy;
    page->Paragraph("  ! ", NameOf(row) + ": " + message);
  }

  void Skip(const RankRow& row) {
    ++skipped_;
    if (full_ || names_.size() < kNamedSkipped) names_.push_back(NameOf(row));
  }

  const size_t shared_;  // bytes of a path
  const bool full_;
  size_t failed_ = 0, skipped_ = 0;
  std::vector<std::string> names_;
};

// Tens of points from the lowest to the highest that somebody has.
void PutSpread(const Pool& pool, TextPage* page) {
  if (pool.scored() < 2) return;
  std::string bands;
  for (const auto& [band, count] : pool.Bands()) {
    bands += (bands.empty() ? "" : ", ") + std::to_string(count) + " " + band;
  }
  page->Heading("How the scores are spread: median " + Decimal(pool.Median(), 1) + "; " + bands);
  const auto& bins = pool.bins();
  size_t first = 0, last = Pool::kBins - 1;
  while (bins[first] == 0) ++first;
  while (bins[last] == 0) --last;
  const size_t most = *std::max_element(bins.begin(), bins.end());
  const int bar = std::min(kWidestBar, page->width() - 24);
  const Style& style = page->style();
  for (size_t i = first; i <= last; ++i) {
    page->Line("  " + PadLeft(std::to_string(i * 100 / Pool::kBins), 3, style) + " to " +
               PadLeft(std::to_string((i + 1) * 100 / Pool::kBins), 3, style) + "  " +
               Paint(Bar(static_cast<double>(bins[i]) / static_cast<double>(most), bar, style),
                     Ink::kCyan, style) +
               "  " + std::to_string(bins[i]));
  }
}

void PutWords(const Pool& pool, bool full, TextPage* page) {
  const std::vector<Pool::Word> words = pool.Words();
  if (words.empty() || pool.candidates() < 2) return;
  page->Heading("Skills of the pool: how many of " + std::to_string(pool.candidates()) +
                " show each word of the job");
  const size_t shown = full ? words.size() : std::min(kShownWords, words.size());
  if (!full) {
    std::string list;
    for (size_t i = 0; i < shown; ++i) {
      list += (i > 0 ? ", " : "") + words[i].term + " " + std::to_string(words[i].have);
    }
    if (words.size() > shown) {
      list += " and " + std::to_string(words.size() - shown) + " more words";
    }
    page->Paragraph("  ", list);
    return;
  }
  const Style& style = page->style();
  const int bar = std::min(kWidestBar, page->width() - 44);
  for (const Pool::Word& word : words) {
    page->Line("  " + PadRight(EscapeForTerminal(word.term), 32, style) + "  " +
               PadLeft(std::to_string(word.have), 5, style) + "  " +
               Paint(Bar(static_cast<double>(word.have) / static_cast<double>(pool.candidates()),
                         bar, style),
                     Ink::kCyan, style));
  }
}

void PutAsks(const Pool& pool, TextPage* page) {
  if (pool.asks().empty()) return;
  page->Heading("How many of " + std::to_string(pool.candidates()) + " meet each requirement");
  size_t number = 0;
  for (const Pool::Ask& ask : pool.asks()) {
    page->Paragraph("  " + PadLeft(std::to_string(ask.met_by), 5, page->style()) +
                        PadLeft(std::to_string(++number), 5, page->style()) + ". ",
                    ask.text + (ask.is_must ? "" : " (a plus)"));
  }
}

std::string WhoOf(const RankRow& row) {
  return row.name.empty() ? FileNameOf(row.resume) : row.name;
}

// A sign for each requirement, five by five, as many as fit beside the name.
class Matrix {
 public:
  Matrix(Ranking* ranking, size_t asks, const RankingStyle& style, const LineWriter& write)
      : ranking_(ranking), asks_(asks), style_(style.style), write_(write) {}

  void Write() {
    if (asks_ == 0) return;
    ranking_->ForEachResult([&](const RankRow& row) {
      names_ = std::max(names_, DisplayWidth(EscapeForTerminal(WhoOf(row))));
    });
    names_ = std::min(names_, style_.width / 3);
    TextPage page(style_);
    page.Heading("Candidates and requirements");
    const int blocks = std::max(1, (style_.width - 6 - names_ - 2) / (kBlock + 1));
    const auto per_table = static_cast<size_t>(blocks * kBlock);
    for (size_t begin = 0; begin < asks_; begin += per_table) {
      const size_t end = std::min(asks_, begin + per_table);
      std::string head(static_cast<size_t>(6 + names_ + 2), ' ');
      for (size_t i = begin; i < end; i += kBlock) {
        if (i > begin) head.append(kBlock + 1 - std::to_string(i - kBlock + 1).size(), ' ');
        head += std::to_string(i + 1);
      }
      page.Line(head);
      size_t rank = 0;
      ranking_->ForEachResult([&](const RankRow& row) {
        PutRow(row, ++rank, begin, end, &page);
        write_(page.Take());
      });
    }
    PutMetLegend(&page);
    write_(page.Take());
  }

 private:
  void PutRow(const RankRow& row, size_t rank, size_t begin, size_t end, TextPage* page) const {
    const std::optional<MatchRecord> record = ReadMatchRecord(row.json);
    if (!record.has_value()) return;
    std::string line = PadLeft(std::to_string(rank), 4, style_) + "  " +
                       PadRight(EscapeForTerminal(WhoOf(row)), names_, style_) + "  ";
    for (size_t i = begin; i < std::min(end, record->requirements.size()); ++i) {
      if (i > begin && (i - begin) % kBlock == 0) line += ' ';
      line += MetMark(record->requirements[i].met, *page);
    }
    page->Line(line);
  }

  Ranking* ranking_;
  const size_t asks_;
  const Style style_;
  const LineWriter& write_;
  int names_ = 9;
};

// What is met or partly met, with the line that shows it.
void PutEvidence(const MatchRecord& record, const std::string& title, TextPage* page) {
  page->Heading(EscapeForTerminal(title) + ": " +
                (record.score.has_value() ? Decimal(*record.score, 1) + ", " : std::string()) +
                BandLabel(record));
  std::string who = record.candidate.title;
  if (!record.candidate.level.empty()) who += (who.empty() ? "" : ", ") + record.candidate.level;
  if (!who.empty()) page->Paragraph("  ", who);
  page->Paragraph("  ", record.resume);
  if (!record.inputs.resume_sha256.empty()) {
    page->Paragraph("  SHA-256 ", record.inputs.resume_sha256);
  }
  if (!record.duplicate_of.empty()) {
    page->Paragraph("  ", "the same content as " + record.duplicate_of);
  }
  const std::vector<std::string> warnings = WarningIdsOf(record);
  if (!warnings.empty()) page->Paragraph("  Warnings: ", Joined(warnings));
  for (const std::string met : {"yes", "partly"}) {
    for (size_t i = 0; i < record.requirements.size(); ++i) {
      if (record.requirements[i].met != met) continue;
      RequirementTextOptions options;
      options.number = std::to_string(i + 1) + ". ";
      PutRequirement(record.requirements[i], options, page);
    }
  }
  std::vector<std::string> lacks;
  for (const RecordKeyword& keyword : record.missing) {
    if (lacks.size() < kLacks) lacks.push_back(keyword.term);
  }
  if (!lacks.empty()) page->Paragraph("  Missing words: ", Joined(lacks));
}

void PutInputs(const MatchRecord& record, TextPage* page) {
  MatchRecord common;
  common.job = record.job;
  common.inputs = record.inputs;
  common.inputs.resume_sha256.clear();  // beside each candidate
  page->Heading("Inputs and versions");
  for (const auto& [key, input] : InputsOf(common)) {
    page->Paragraph("  " + PadRight(key, 23, page->style()) + " ", input);
  }
}

// Of each result, in order; the inputs, which all share, at the end.
void WriteEvidence(Ranking* ranking, bool by_job, const RankingStyle& style,
                   const LineWriter& write) {
  TextPage page(style.style);
  size_t rank = 0;
  std::optional<MatchRecord> last;
  ranking->ForEachResult([&](const RankRow& row) {
    std::optional<MatchRecord> record = ReadMatchRecord(row.json);
    if (!record.has_value()) return;
    const std::string& job = row.job_title.empty() ? row.job : row.job_title;
    PutEvidence(*record, std::to_string(++rank) + ". " + (by_job ? job : WhoOf(row)), &page);
    last = std::move(record);
    write(page.Take());
  });
  if (last.has_value() && !by_job) PutInputs(*last, &page);
  write(page.Take());
}

}  // namespace

void WriteRankingText(const std::string& title, Ranking* ranking, const Pool& pool,
                      const RankingStyle& style, const LineWriter& write) {
  TextPage page(style.style);
  const auto flush = [&] { write(page.Take()); };
  page.Painted(Ink::kBold, "", "Ranking for: " + title, 1);
  flush();
  RankTable table(ranking, false, style.style, write);
  const size_t total = pool.candidates(), shown = ranking->CountResults();
  if (shown > 0) table.Write();
  PutSpread(pool, &page);
  PutWords(pool, style.full, &page);
  if (style.full && shown > 0) {
    PutAsks(pool, &page);
    flush();
    Matrix(ranking, pool.asks().size(), style, write).Write();
    WriteEvidence(ranking, false, style, write);
  }
  ErrorList errors(table.shared().size(), style.full);
  flush();
  errors.Write(ranking, style.style, write);
  std::string text = Counted(total, "résumé", "résumés") + " ranked";
  if (shown < total) text += ", the best " + std::to_string(shown) + " shown";
  if (errors.failed() > 0) text += ", " + std::to_string(errors.failed()) + " not read";
  if (errors.skipped() > 0) text += ", " + std::to_string(errors.skipped()) + " skipped";
  if (table.any_knocked_out()) text += "; * a must-have is not met";
  page.Line();
  page.Paragraph("", text);
  flush();
}

void WriteJobsText(const std::string& resume, Ranking* ranking, const RankingStyle& style,
                   const LineWriter& write) {
  TextPage page(style.style);
  page.Painted(Ink::kBold, "", "Jobs for: " + resume, 1);
  write(page.Take());
  RankTable(ranking, true, style.style, write).Write();
  if (style.full) WriteEvidence(ranking, true, style, write);
  ErrorList(0, style.full).Write(ranking, style.style, write);
}

}  // namespace atsmatch
