// What the résumé says: its sections, positions and dates.
#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

#include "parser/facts/checks.h"
#include "parser/facts/facts.h"
#include "parser/parse.h"
#include "parser/text/lexicon.h"

namespace atsmatch {
namespace {

using Severity = Warning::Severity;

class ContentChecker {
 public:
  ContentChecker(const ParsedResume& parsed, const Lexicon& lexicon, const Date& as_of,
                 std::vector<Warning>* checks)
      : parsed_(parsed), lexicon_(lexicon), as_of_(as_of), checks_(*checks) {}

  void Check() {
    CheckHeadings();
    CheckSections();
    CheckPositions();
    CheckYears();
    CheckOrderOfDates();
    CheckFuture();
    CheckGaps();
  }

 private:
  void Add(const char* id, Severity severity, std::string message, std::string remedy,
           IndexRange words = {}) {
    const bool inside = !words.empty() && words.end <= parsed_.document.words.size();
    const int page = inside ? parsed_.document.words[words.begin].page : -1;
    checks_.push_back({id, severity, std::move(message), std::move(remedy), page, words});
  }

  void CheckHeadings() {
    for (const Section& section : parsed_.sections) {
      if (section.kind != SectionKind::kOther || section.heading.empty()) continue;
      // "Additional information" is known, and known to say nothing.
      if (lexicon_.Find(LexiconTable::kSectionHeadings, section.heading).has_value()) continue;
      Add("nonstandard-heading", Severity::kMinor, "The words of a heading are not known.",
          "Use a common heading such as \"Work Experience\" or \"Education\".",
          section.heading_words);
    }
  }

  void CheckSections() {
    const Resume& resume = parsed_.resume;
    const bool has_heading =
        std::any_of(parsed_.sections.begin(), parsed_.sections.end(), [](const Section& section) {
          return !section.heading.empty() && section.kind != SectionKind::kOther;
        });
    if (!has_heading) {
      Add("no-section", Severity::kMajor, "No heading of a section was found.",
          "Put headings such as \"Work Experience\" and \"Education\" on lines of their own.");
    }
    if (resume.work.empty()) {
      Add("no-work", Severity::kMinor, "No work experience was found.",
          "List positions under the heading \"Work Experience\", each with employer and dates.");
    }
    if (resume.education.empty()) {
      Add("no-education", Severity::kMinor, "No education was found.",
          "List schools and degrees under the heading \"Education\".");
    }
    if (resume.skills.empty()) {
      Add("no-skills", Severity::kInfo, "No list of skills was found.",
          "List your skills under the heading \"Skills\".");
    }
  }

  IndexRange WordsOf(const Work& work) const {
    if (work.position.known()) return work.position.evidence.words;
    if (work.name.known()) return work.name.evidence.words;
    const bool inside = !work.lines.empty() && work.lines.end <= parsed_.lines.size();
    return inside ? parsed_.lines[work.lines.begin].words : IndexRange{};
  }

  void CheckPositions() {
    for (const Work& work : parsed_.resume.work) {
      if (!work.start.known() && !work.end.known()) {
        Add("undated-role", Severity::kMinor, "A position has no dates.",
            "Give the month and year of its start and end.", WordsOf(work));
      }
      if (!work.position.known()) {
        Add("role-without-title", Severity::kMinor, "A position has no title.",
            "Write the title on the first line of the entry.", WordsOf(work));
      }
    }
  }

  void CheckYears() {
    size_t count = 0;
    IndexRange words;
    for (const Work& work : parsed_.resume.work) {
      for (const DateField* date : {&work.start, &work.end}) {
        if (!date->known() || date->value.year == 0 || date->value.month != 0) continue;
        if (count++ == 0) words = date->evidence.words;
      }
    }
    if (count == 0) return;
    Add("year-only-date", Severity::kInfo,
        std::to_string(count) +
            (count == 1 ? " date of a position has" : " dates of positions have") +
            " no month: how long it was held is a guess.",
        "Write months as well, for example \"03/2021 - 06/2023\".", words);
  }

  template <class Entry>
  void CheckOrder(const Entry& entry) {
    if (!entry.start.known() || !entry.end.known() || entry.end.value.year == 0) return;
    const Date &start = entry.start.value, &end = entry.end.value;
    const bool months = start.month > 0 && end.month > 0;
    const bool reversed = months ? std::tie(end.year, end.month) < std::tie(start.year, start.month)
                                 : end.year < start.year;
    if (!reversed) return;
    Add("reversed-dates", Severity::kMinor, "An entry ends before it begins.", "Correct its dates.",
        entry.start.evidence.words);
  }

  void CheckOrderOfDates() {
    for (const Work& work : parsed_.resume.work) CheckOrder(work);
    for (const Education& education : parsed_.resume.education) CheckOrder(education);
    for (const Volunteer& volunteer : parsed_.resume.volunteer) CheckOrder(volunteer);
  }

  bool IsFuture(const DateField& date) const {
    if (!date.known()) return false;
    const Date& value = date.value;
    return value.month == 0
               ? value.year > as_of_.year
               : std::tie(value.year, value.month) > std::tie(as_of_.year, as_of_.month);
  }

  void AddFuture(const char* what, const DateField& date) {
    if (!IsFuture(date)) return;
    Add("future-date", Severity::kMinor, std::string(what) + " lies in the future.",
        "Correct the year, or say that it is planned.", date.evidence.words);
  }

  void CheckFuture() {
    for (const Work& work : parsed_.resume.work) AddFuture("The start of a position", work.start);
    for (const Certificate& certificate : parsed_.resume.certificates) {
      AddFuture("The date of a certificate", certificate.date);
    }
  }

  void CheckGaps() {
    for (const Gap& gap : FindFacts(parsed_, lexicon_, as_of_).gaps) {
      if (gap.months - gap.months_elsewhere < kShortestGap) continue;
      Add("gap", Severity::kInfo,
          "No position from " + ToIsoDate(gap.from) + " to " + ToIsoDate(gap.to) + " (" +
              std::to_string(gap.months) + " months).",
          "Say in a line what you did, if you like.");
    }
  }

  const ParsedResume& parsed_;
  const Lexicon& lexicon_;
  const Date as_of_;
  std::vector<Warning>& checks_;
};

}  // namespace

void CheckContent(const ParsedResume& parsed, const Lexicon& lexicon, const Date& as_of,
                  std::vector<Warning>* checks) {
  ContentChecker(parsed, lexicon, as_of, checks).Check();
}

}  // namespace atsmatch
