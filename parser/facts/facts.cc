#include "parser/facts/facts.h"

#include <algorithm>
#include <charconv>
#include <numeric>
#include <tuple>
#include <utility>

#include "parser/facts/duration.h"
#include "parser/facts/skill_use.h"
#include "parser/parse.h"
#include "parser/text/lexicon.h"

namespace atsmatch {
namespace {

int ToInt(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

int HighestValue(LexiconTable table, std::string_view text, const Lexicon& lexicon) {
  int highest = 0;
  for (const PhraseMatch& match : lexicon.FindAll(table, text)) {
    highest = std::max(highest, ToInt(match.value));
  }
  return highest;
}

std::optional<int> MonthsOf(std::vector<MonthSpan> spans) {
  if (spans.empty()) return std::nullopt;
  return MonthsCovered(std::move(spans));
}

int Overlap(const MonthSpan& gap, const std::vector<MonthSpan>& spans) {
  std::vector<MonthSpan> inside;
  for (const MonthSpan& span : spans) {
    const MonthSpan part{std::max(span.begin, gap.begin), std::min(span.end, gap.end)};
    if (part.end > part.begin) inside.push_back(part);
  }
  return MonthsCovered(std::move(inside));
}

std::vector<Gap> FindGaps(const Resume& resume, const Date& as_of) {
  std::vector<MonthSpan> held, elsewhere;
  const auto add = [&](const auto& entries, std::vector<MonthSpan>* spans) {
    for (const auto& entry : entries) {
      const auto span = WidestSpanOf(entry.start, entry.end, entry.is_current.value, as_of);
      if (span.has_value()) spans->push_back(*span);
    }
  };
  add(resume.work, &held);
  add(resume.education, &elsewhere);
  add(resume.volunteer, &elsewhere);
  std::vector<Gap> gaps;
  for (const MonthSpan& span : FindUncovered(std::move(held))) {
    if (span.months() < kShortestGap) continue;
    gaps.push_back(
        {ToDate(span.begin), ToDate(span.end - 1), span.months(), Overlap(span, elsewhere)});
  }
  return gaps;
}

// Indices into Resume::work, the most recent first; entries without dates last, as printed.
std::vector<size_t> ByRecency(const std::vector<Work>& work, const std::vector<bool>& ongoing,
                              const Date& as_of) {
  std::vector<size_t> order(work.size());
  std::iota(order.begin(), order.end(), 0);
  const auto key = [&](size_t index) {
    const Work& entry = work[index];
    const bool goes_on = ongoing[index];
    const Date start = entry.start.known() ? entry.start.value : Date{};
    const Date end = goes_on ? as_of : entry.end.known() ? entry.end.value : start;
    return std::tuple(goes_on, end, start);
  };
  std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return key(a) > key(b); });
  return order;
}

SeniorityFact FindSeniority(const Resume& resume, const std::vector<size_t>& by_recency,
                            const Lexicon& lexicon) {
  for (const size_t index : by_recency) {
    const Text& title = resume.work[index].position;
    const int level = title.known() ? SeniorityLevel(title.value, lexicon) : 0;
    if (level > 0) return {level, title.value};
  }
  const Text& label = resume.basics.label;
  const int level = label.known() ? SeniorityLevel(label.value, lexicon) : 0;
  return level > 0 ? SeniorityFact{level, label.value} : SeniorityFact{};
}

std::string TextOfLines(const ParsedResume& parsed, IndexRange lines) {
  std::string text;
  for (size_t i = lines.begin; i < std::min(lines.end, parsed.lines.size()); ++i) {
    text += TextOf(parsed.document, parsed.lines[i]) + "\n";
  }
  return text;
}

DegreeFact FindDegree(const ParsedResume& parsed, const Lexicon& lexicon, const Date& as_of) {
  DegreeFact highest;
  for (size_t i = 0; i < parsed.resume.education.size(); ++i) {
    const Education& education = parsed.resume.education[i];
    std::string name = education.study_type.value;
    int level = DegreeLevel(name, lexicon);
    if (level == 0) {  // the entry was not understood: any of its words may name the degree
      level = DegreeLevel(TextOfLines(parsed, education.lines), lexicon);
      if (!education.study_type.known()) name.clear();
    }
    if (level <= highest.level) continue;
    const Date end = education.end.known() ? education.end.value : Date{};
    const bool in_progress = education.is_current.value || end > as_of;
    highest = {level, std::move(name), i, in_progress};
  }
  return highest;
}

}  // namespace

int DegreeLevel(std::string_view text, const Lexicon& lexicon) {
  return HighestValue(LexiconTable::kDegrees, text, lexicon);
}

int SeniorityLevel(std::string_view title, const Lexicon& lexicon) {
  const size_t served = title.find(" to ");
  return HighestValue(LexiconTable::kTitleWords, title.substr(0, served), lexicon);
}

Facts FindFacts(const ParsedResume& parsed, const Lexicon& lexicon, const Date& as_of) {
  const Resume& resume = parsed.resume;
  const std::vector<bool> ongoing = FindOngoing(resume.work, as_of);
  const std::vector<size_t> by_recency = ByRecency(resume.work, ongoing, as_of);
  Facts facts;
  facts.as_of = as_of;
  const std::vector<MonthSpan> held = SpansOf(resume.work, as_of);
  facts.undated_positions = resume.work.size() - held.size();
  facts.work_months = MonthsOf(held);
  facts.volunteer_months = MonthsOf(SpansOf(resume.volunteer, as_of));
  facts.gaps = FindGaps(resume, as_of);
  facts.skills = FindSkillUse(resume, as_of);
  if (!by_recency.empty() && ongoing[by_recency.front()]) {
    facts.current_position = by_recency.front();
  }
  facts.degree = FindDegree(parsed, lexicon, as_of);
  facts.seniority = FindSeniority(resume, by_recency, lexicon);
  return facts;
}

}  // namespace atsmatch
