#include "cli/report_text.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numeric>

#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

// What fits on two screens; the rest is counted and is in the JSON.
constexpr size_t kShownAdvice = 5, kShownOpen = 8, kShownMet = 6, kShownKeywords = 12,
                 kShownWarnings = 8;
constexpr int kIndent = 2;

std::string Number(double value, int decimals) {
  char text[32];
  std::snprintf(text, sizeof(text), "%.*f", decimals, value);
  return text;
}

std::string Count(size_t count, const std::string& one, const std::string& many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string FileName(const std::string& path) {
  const size_t slash = path.rfind('/');
  return slash == std::string::npos || slash + 1 == path.size() ? path : path.substr(slash + 1);
}

class Report {
 public:
  Report(const MatchRecord& record, const Style& style) : record_(record), style_(style) {}

  std::string Write() {
    Title();
    if (!record_.score.has_value()) {
      Line(Paint("Not scored", Ink::kBold, style_));
      Warnings();
      return std::move(text_);
    }
    Score();
    Breakdown();
    Advice();
    Requirements();
    Keywords();
    Searches();
    WhatWasRead();
    Warnings();
    return std::move(text_);
  }

 private:
  void Line(const std::string& line) { text_ += line + "\n"; }

  void Heading(const std::string& heading) {
    Line("");
    Line(Paint(heading, Ink::kBold, style_));
  }

  // `first` stands before the first line, spaces of its width before the others.
  void Paragraph(const std::string& first, const std::string& text, size_t max_lines = 99) {
    const int indent = DisplayWidth(first);
    std::vector<std::string> lines = Wrap(EscapeForTerminal(text), style_.width - indent);
    if (lines.size() > max_lines) {
      lines.resize(max_lines);
      lines.back() += style_.unicode ? " …" : " ...";
    }
    for (size_t i = 0; i < lines.size(); ++i) {
      Line((i == 0 ? first : std::string(static_cast<size_t>(indent), ' ')) +
           Truncate(lines[i], style_.width - indent, style_));
    }
  }

  void Title() {
    const std::string file = FileName(record_.resume), job_file = FileName(record_.job);
    const std::string name =
        record_.candidate.name.empty() ? file : record_.candidate.name + " (" + file + ")";
    const std::string job =
        record_.job_title.empty() ? job_file : record_.job_title + " (" + job_file + ")";
    Line(Paint(Truncate(EscapeForTerminal(name), style_.width, style_), Ink::kBold, style_));
    Line(Truncate("for: " + EscapeForTerminal(job), style_.width, style_));
    Line("");
  }

  void Score() {
    const double score = std::round(*record_.score * 10) / 10;
    const std::string number = "Score " + Number(score, 1) + " of 100";
    const std::string band = BandLabel(record_);
    const int bar = std::min(40, style_.width - DisplayWidth(number) - DisplayWidth(band) - 6);
    const Ink ink = BandInk(record_.band);
    const std::string costliest = CostliestPart(record_);
    Line(Paint(number, Ink::kBold, style_) + "  " +
         Paint(Bar(score / 100, bar, style_), ink, style_) + "  " + Paint(band, ink, style_));
    Paragraph("", costliest.empty() ? MeaningOf(record_) : MeaningOf(record_) + " " + costliest);
    if (record_.knocked_out) {
      Paragraph("", Count(record_.knock_outs.size(), "must-have is", "must-haves are") +
                        " not met: an employer may sort the résumé out for that alone.");
    }
  }

  void Breakdown() {
    Heading("What the score is made of");
    std::vector<const RecordFeature*> used;
    std::vector<double> points, most;
    int label_width = 0;
    std::string unused;
    for (const RecordFeature& feature : record_.features) {
      if (!feature.used) {
        unused += (unused.empty() ? "" : ", ") + feature.label;
        continue;
      }
      used.push_back(&feature);
      points.push_back(feature.points);
      most.push_back(feature.max_points);
      label_width = std::max(label_width, DisplayWidth(feature.label));
    }
    points = RoundPoints(points, most);
    most = RoundTogether(most);
    label_width = std::min(label_width, style_.width / 2);
    const int bar = std::min(40, style_.width - label_width - 2 * kIndent - 18);
    for (size_t i = 0; i < used.size(); ++i) {
      std::string line(kIndent, ' ');
      line += PadRight(EscapeForTerminal(used[i]->label), label_width, style_) + "  " +
              PadLeft(Number(points[i], 1), 5, style_) + " of " +
              PadLeft(Number(most[i], 1), 5, style_) + "  ";
      line += Paint(Bar(used[i]->value, bar, style_), Ink::kCyan, style_);
      Line(line);
    }
    if (!unused.empty()) Paragraph("  Not asked for: ", unused);
  }

  void Advice() {
    std::vector<const RecordAdvice*> shown;
    for (const RecordAdvice& advice : record_.advice) {
      if (advice.points >= 0.05 && shown.size() < kShownAdvice) shown.push_back(&advice);
    }
    if (shown.empty()) return;
    Heading("What would raise it most, if it is true for you");
    for (const RecordAdvice* advice : shown) {
      Paragraph("  " + PadLeft("+" + Number(advice->points, 1), 5, style_) + "  ",
                WithoutCondition(advice->text), 2);
    }
  }

  std::string Mark(const std::string& met) const {
    if (met == "yes") return Paint(style_.unicode ? "✓" : "+", Ink::kGreen, style_);
    if (met == "partly") return Paint("~", Ink::kYellow, style_);
    if (met == "no") return Paint(style_.unicode ? "✗" : "x", Ink::kRed, style_);
    return Paint("?", Ink::kDim, style_);
  }

  void Requirements() {
    if (record_.requirements.empty()) return;
    std::vector<const RecordRequirement*> by_met[4];
    for (const RecordRequirement& requirement : record_.requirements) {
      const std::string& met = requirement.met;
      by_met[met == "no" ? 0 : met == "partly" ? 1 : met == "yes" ? 2 : 3].push_back(&requirement);
    }
    Heading("Requirements: " + std::to_string(by_met[2].size()) + " met, " +
            std::to_string(by_met[1].size()) + " partly, " + std::to_string(by_met[0].size()) +
            " not" +
            (by_met[3].empty() ? "" : ", " + std::to_string(by_met[3].size()) + " to be asked"));
    static constexpr size_t kShown[] = {kShownOpen, kShownOpen, kShownMet, 3};
    for (size_t group = 0; group < 4; ++group) Group(&by_met[group], kShown[group], group == 0);
    Line(Paint(std::string("  (") + (style_.unicode ? "✓" : "+") + " met, ~ partly, " +
                   (style_.unicode ? "✗" : "x") + " not, ? a résumé rarely tells)",
               Ink::kDim, style_));
  }

  // The musts first, then what would bring most.
  void Group(std::vector<const RecordRequirement*>* group, size_t most, bool open) {
    std::stable_sort(group->begin(), group->end(),
                     [](const RecordRequirement* a, const RecordRequirement* b) {
                       if ((a->need == "must") != (b->need == "must")) return a->need == "must";
                       return a->gain + a->points > b->gain + b->points;
                     });
    for (size_t i = 0; i < group->size() && i < most; ++i) One(*(*group)[i], open);
    if (group->size() > most) {
      const std::string met = (*group)[0]->met == "yes"      ? "met"
                              : (*group)[0]->met == "partly" ? "partly met"
                              : (*group)[0]->met == "no"     ? "not met"
                                                             : "to be asked";
      Line("      and " + std::to_string(group->size() - most) + " more " + met);
    }
  }

  void One(const RecordRequirement& requirement, bool open) {
    std::string text = requirement.text;
    if (requirement.need == "nice") text += " (a plus)";
    if (requirement.met != "yes" && requirement.gain >= 0.05) {
      text += " (+" + Number(requirement.gain, 1) + ")";
    }
    const std::vector<std::string> lines = Wrap(EscapeForTerminal(text), style_.width - 4);
    for (size_t i = 0; i < lines.size() && i < 2; ++i) {
      const bool cut = i == 1 && lines.size() > 2;
      Line((i == 0 ? "  " + Mark(requirement.met) + " " : "    ") +
           Truncate(lines[i] + (cut ? " …" : ""), style_.width - 4, style_));
    }
    if (open || requirement.evidence.empty()) return;
    const RecordQuote& quote = requirement.evidence[0];
    std::string place = " (page " + std::to_string(quote.page);
    if (!quote.section.empty()) {
      place += ", " + Truncate(EscapeForTerminal(quote.section), 24, style_);
    }
    place += ")";
    const std::string open_mark = style_.unicode ? "“" : "\"",
                      close_mark = style_.unicode ? "”" : "\"";
    const int room = style_.width - 6 - 2 - DisplayWidth(place);
    Line("      " + Paint(open_mark + Truncate(EscapeForTerminal(quote.text), room, style_) +
                              close_mark + place,
                          Ink::kDim, style_));
  }

  void Keywords() {
    if (record_.missing.empty() && record_.matched.empty()) return;
    Heading("Keywords of the job, the most important first");
    KeywordList("  Missing:  ", record_.missing, false);
    KeywordList("  Shown:    ", record_.matched, true);
  }

  void KeywordList(const std::string& first, const std::vector<RecordKeyword>& keywords,
                   bool matched) {
    std::string list;
    for (size_t i = 0; i < keywords.size() && i < kShownKeywords; ++i) {
      const RecordKeyword& keyword = keywords[i];
      if (i > 0) list += ", ";
      list += keyword.term;
      const std::string times = style_.unicode ? "×" : "x";
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
    if (!list.empty()) Paragraph(first, list);
    if (matched && !list.empty()) Line("            (in your résumé / in the job)");
  }

  void Searches() {
    const RecordSearches found = CountSearches(record_.requirements);
    if (found.of == 0 && !record_.use.has_value()) return;
    Heading("How others may search, and the other way round");
    const auto row = [&](const std::string& label, int count) {
      const std::string number =
          PadLeft(std::to_string(count), 3, style_) + " of " + std::to_string(found.of) + "  ";
      const int bar = std::min(40, style_.width - 24 - DisplayWidth(number));
      Line("  " + PadRight(label, 20, style_) + number +
           Paint(Bar(1.0 * count / found.of, bar, style_), Ink::kCyan, style_));
    };
    if (found.of > 0) {
      row("Letter by letter", found.exact);
      row("By word stems", found.stems);
      row("With other names", found.aliases);
      row("With related ones", found.related);
    }
    if (record_.use.has_value()) Paragraph("  ", UseInWords(*record_.use));
  }

  void WhatWasRead() {
    const RecordCandidate& candidate = record_.candidate;
    Heading("What an ATS reads in the file");
    const auto field = [&](const std::string& label, const std::string& value) {
      Line("  " + PadRight(label, 8, style_) +
           Truncate(value.empty() ? "not found" : EscapeForTerminal(value), style_.width - 10,
                    style_));
    };
    field("Name", candidate.name);
    field("E-mail", candidate.email);
    field("Phone", candidate.phone);
    std::string rest = Count(static_cast<size_t>(candidate.positions), "position", "positions");
    rest += candidate.years.has_value() ? " over " + Number(*candidate.years, 1) + " years"
                                        : " without dates";
    rest += ", " +
            Count(static_cast<size_t>(candidate.degrees), "degree or school", "degrees or schools");
    rest += ", " + Count(static_cast<size_t>(candidate.skills), "skill", "skills") + " listed";
    Paragraph("  ", rest);
  }

  void Warnings() {
    if (!record_.duplicate_of.empty()) {
      Paragraph("  ! ", "the same content as " + record_.duplicate_of);
    }
    if (record_.warnings.empty()) return;
    Heading(Count(record_.warnings.size(), "warning", "warnings"));
    size_t shown = 0;
    for (const RecordWarning& warning : record_.warnings) {
      if (shown++ == kShownWarnings) {
        Line("    and " + std::to_string(record_.warnings.size() - kShownWarnings) + " more");
        break;
      }
      std::string text = warning.message;
      if (warning.page > 0) text += " (page " + std::to_string(warning.page) + ")";
      if (!warning.remedy.empty()) text += "; " + warning.remedy;
      Paragraph("  ! ", text, 3);
    }
  }

  const MatchRecord& record_;
  const Style style_;
  std::string text_;
};

}  // namespace

std::vector<double> RoundTogether(const std::vector<double>& values) {
  std::vector<long> tenths;
  std::vector<size_t> order(values.size());
  std::iota(order.begin(), order.end(), size_t{0});
  double sum = 0;
  long given = 0;
  for (const double value : values) {
    tenths.push_back(static_cast<long>(std::floor(value * 10 + 1e-9)));
    given += tenths.back();
    sum += value;
  }
  std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) {
    return values[a] * 10 - static_cast<double>(tenths[a]) >
           values[b] * 10 - static_cast<double>(tenths[b]);
  });
  const long wanted = std::lround(sum * 10);
  for (size_t i = 0; i < order.size() && given < wanted; ++i, ++given) ++tenths[order[i]];
  std::vector<double> rounded;
  for (const long value : tenths) rounded.push_back(static_cast<double>(value) / 10);
  return rounded;
}

std::vector<double> RoundPoints(const std::vector<double>& points,
                                const std::vector<double>& most) {
  const std::vector<double> rounded = RoundTogether(points), rounded_most = RoundTogether(most);
  // What is lost is rounded instead of what is won, so that full points look full.
  std::vector<double> lost, shown;
  for (size_t i = 0; i < points.size(); ++i) lost.push_back(most[i] - points[i]);
  lost = RoundTogether(lost);
  double sum = 0, wanted = 0;
  for (size_t i = 0; i < points.size(); ++i) {
    shown.push_back(std::round((rounded_most[i] - lost[i]) * 10) / 10);
    sum += shown[i];
    wanted += rounded[i];
  }
  const bool sensible =
      std::all_of(shown.begin(), shown.end(), [](double value) { return value >= 0; });
  return sensible && std::abs(sum - wanted) < 0.01 ? shown : rounded;
}

std::string WithoutCondition(const std::string& text) {
  static constexpr std::string_view kCondition = "f true for you";
  if (text.size() < 1 + kCondition.size() || text.compare(1, kCondition.size(), kCondition) != 0) {
    return text;
  }
  std::string rest(TrimSeparators(std::string_view(text).substr(1 + kCondition.size())));
  return rest.empty() ? text : rest;
}

std::string MeaningOf(const MatchRecord& record) {
  return record.band == "strong"    ? "A strong match."
         : record.band == "good"    ? "A good match."
         : record.band == "partial" ? "A partial match."
                                    : "A weak match.";
}

std::string CostliestPart(const MatchRecord& record) {
  const RecordFeature* costliest = nullptr;
  for (const RecordFeature& feature : record.features) {
    const double lost = feature.max_points - feature.points;
    if (feature.used && lost >= 1 &&
        (costliest == nullptr || lost > costliest->max_points - costliest->points)) {
      costliest = &feature;
    }
  }
  if (costliest == nullptr) return "";
  return "Most points are lost on \"" + costliest->label +
         "\": " + Number(costliest->max_points - costliest->points, 1) + ".";
}

std::string UseInWords(const RecordUse& use) {
  std::string text = "The job has a use for " + Number(100 * use.share, 0) +
                     " % of the skills that the résumé shows";
  for (size_t i = 0; i < use.unused.size(); ++i) {
    text += (i == 0 ? "; it does not ask for " : ", ") + use.unused[i];
  }
  return text + ".";
}

std::string BandLabel(const MatchRecord& record) {
  if (!record.score.has_value()) return "not scored";
  return record.knocked_out ? record.band + ", must not met" : record.band;
}

Ink BandInk(const std::string& band) {
  if (band == "strong" || band == "good") return Ink::kGreen;
  return band == "partial" ? Ink::kYellow : Ink::kRed;
}

std::string ReportText(const MatchRecord& record, const Style& style) {
  return Report(record, style).Write();
}

}  // namespace atsmatch
