#include "cli/match_reading.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "cli/base64.h"
#include "cli/fields_record.h"
#include "cli/keyword_marks.h"
#include "cli/match_record.h"
#include "parser/read/pdf_picture.h"

namespace atsmatch {
namespace {

std::string MonthOf(const Date& date) {
  return date.year == 0 ? "" : ToIsoDate({date.year, date.month, 0});
}

class ReadingBuilder {
 public:
  ReadingBuilder(const ParsedResume& resume, const MatchRecord& record)
      : resume_(resume), record_(record), keywords_(record.matched, record.missing) {}

  RecordReading Build(const JobPosting& posting, const Match& match) {
    for (const Page& page : resume_.document.pages) {
      reading_.pages.push_back({page.width, page.height, ""});
    }
    reading_.fields = FieldsOf(resume_);
    AddParts();
    AddEvidence(match);
    AddKeywords();
    AddHidden();
    AddChecks();
    AddSpells();
    AddPosting(posting, match);
    return std::move(reading_);
  }

 private:
  void AddParts() {
    for (const Section& section : resume_.sections) {
      RecordPart part;
      part.kind = SectionKindName(section.kind);
      part.heading = section.heading;
      part.confidence = section.confidence;
      for (size_t i = section.lines.begin; i < std::min(section.lines.end, resume_.lines.size());
           ++i) {
        const Line& line = resume_.lines[i];
        part.lines.push_back({line.page + 1, SpansOf(line)});
      }
      if (!section.heading_words.empty()) {
        AddMark({"heading", section.heading, part.kind, {}}, section.heading_words);
      }
      reading_.parts.push_back(std::move(part));
    }
  }

  // Only what is shown: a word may be missing since it stands in the name of a school alone.
  std::vector<RecordSpan> SpansOf(const Line& line) const {
    std::vector<RecordSpan> spans = keywords_.SpansOf(TextOf(resume_.document, line));
    for (RecordSpan& span : spans) {
      if (span.kind == "missing") span.kind.clear();
    }
    return spans;
  }

  void AddMark(RecordMark mark, IndexRange words) {
    mark.boxes = BoxesOf(resume_.document, words);
    if (!mark.boxes.empty()) reading_.marks.push_back(std::move(mark));
  }

  // The lines that show a requirement.
  void AddEvidence(const Match& match) {
    for (size_t i = 0; i < match.requirements.size() && i < record_.requirements.size(); ++i) {
      for (const Quote& quote : match.requirements[i].quotes) {
        AddMark({"evidence", record_.requirements[i].text, "", {}}, quote.words);
      }
    }
  }

  // Every word of the page that is a keyword of the job, whatever its form.
  void AddKeywords() {
    for (const Line& line : resume_.lines) {
      std::string text;
      std::vector<std::pair<size_t, size_t>> places;  // of each word in `text`
      for (size_t i = line.words.begin; i < line.words.end; ++i) {
        const Word& word = resume_.document.words[i];
        if (!text.empty() && !word.glued) text += ' ';
        places.emplace_back(text.size(), text.size() + word.text.size());
        text += word.text;
      }
      for (const KeywordMarks::Use& use : keywords_.Find(text)) {
        if (!use.matched) continue;
        IndexRange words{line.words.end, line.words.begin};
        for (size_t k = 0; k < places.size(); ++k) {
          if (places[k].second <= use.begin || places[k].first >= use.end) continue;
          words.begin = std::min(words.begin, line.words.begin + k);
          words.end = std::max(words.end, line.words.begin + k + 1);
        }
        AddMark({"match", *use.keyword, "", {}}, words);
      }
    }
  }

  // Words that nobody sees, as they follow one another.
  void AddHidden() {
    const std::vector<Word>& words = resume_.document.words;
    RecordPart part;
    part.kind = "hidden";
    for (size_t begin = 0; begin < words.size();) {
      size_t end = begin + 1;
      while (end < words.size() && words[end].hidden == words[begin].hidden &&
             words[end].page == words[begin].page) {
        ++end;
      }
      if (words[begin].hidden != Hidden::kNo) {
        const IndexRange run{begin, end};
        AddMark({"hidden", std::string(HiddenName(words[begin].hidden)), "", {}}, run);
        part.lines.push_back({words[begin].page + 1, {{TextOf(resume_.document, run), "hidden"}}});
      }
      begin = end;
    }
    if (!part.lines.empty()) reading_.parts.push_back(std::move(part));
  }

  void AddChecks() {
    if (resume_.naive_reading.has_value()) {
      reading_.fields_read = static_cast<int>(resume_.naive_reading->fields);
      reading_.fields_lost =
          static_cast<int>(resume_.naive_reading->lost + resume_.naive_reading->changed);
    }
    if (!resume_.checks.has_value()) return;
    for (const Warning& check : *resume_.checks) {
      reading_.checks.push_back({check.id, std::string(SeverityName(check.severity)), check.message,
                                 check.remedy, check.page + 1});
      if (!check.words.empty() && check.id != "hidden-text") {
        AddMark({"warning", check.message, "", {}}, check.words);
      }
    }
  }

  template <class Entry>
  void AddSpell(const char* kind, const std::string& title, const std::string& place,
                const Entry& entry) {
    if (!entry.start.known() && !entry.end.known()) return;
    RecordSpell spell{kind,
                      title,
                      place,
                      MonthOf(entry.start.value),
                      MonthOf(entry.end.value),
                      entry.is_current.known() && entry.is_current.value};
    if (spell.from.empty()) spell.from = spell.to;
    if (spell.current)
      spell.to = MonthOf(resume_.facts.has_value() ? resume_.facts->as_of : Date{});
    if (spell.to.empty()) spell.to = spell.from;
    if (!spell.from.empty()) reading_.spells.push_back(std::move(spell));
  }

  void AddSpells() {
    for (const Work& work : resume_.resume.work) {
      AddSpell("work", work.position.value, work.name.value, work);
    }
    for (const Education& education : resume_.resume.education) {
      const std::string& area = education.area.value;
      std::string title = education.study_type.value;
      if (!area.empty()) title += (title.empty() ? "" : ", ") + area;
      AddSpell("education", title, education.institution.value, education);
    }
    for (const Volunteer& volunteer : resume_.resume.volunteer) {
      AddSpell("volunteer", volunteer.position.value, volunteer.organization.value, volunteer);
    }
    if (!resume_.facts.has_value()) return;
    for (const Gap& gap : resume_.facts->gaps) {
      reading_.spells.push_back(
          {"gap", std::to_string(gap.months) + " months without a position",
           gap.months_elsewhere > 0
               ? std::to_string(gap.months_elsewhere) + " of them in education or voluntary work"
               : "",
           MonthOf(gap.from), MonthOf(gap.to), false});
    }
  }

  // The text with its keywords, and a sign before each requirement.
  void AddPosting(const JobPosting& posting, const Match& match) {
    std::vector<std::pair<size_t, const char*>> signs;
    for (const RequirementMatch& result : match.requirements) {
      if (result.requirement >= posting.requirements.size()) continue;
      const IndexRange source = posting.requirements[result.requirement].source;
      if (source.begin >= posting.text.size()) continue;
      signs.emplace_back(source.begin, result.met == Met::kYes      ? "met"
                                       : result.met == Met::kPartly ? "partly"
                                       : result.met == Met::kNo     ? "unmet"
                                                                    : "asked");
    }
    std::stable_sort(signs.begin(), signs.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    const auto add_text = [&](size_t begin, size_t end) {
      for (RecordSpan& span :
           keywords_.SpansOf(std::string_view(posting.text).substr(begin, end - begin))) {
        reading_.posting.push_back(std::move(span));
      }
    };
    size_t done = 0;
    for (const auto& [place, sign] : signs) {
      add_text(done, place);
      reading_.posting.push_back({"", sign});
      done = place;
    }
    add_text(done, posting.text.size());
  }

  const ParsedResume& resume_;
  const MatchRecord& record_;
  KeywordMarks keywords_;
  RecordReading reading_;
};

}  // namespace

RecordReading ToReading(const ParsedResume& resume, const JobPosting& posting, const Match& match,
                        const MatchRecord& record, std::string_view bytes) {
  RecordReading reading = ReadingBuilder(resume, record).Build(posting, match);
  if (resume.document.format != Format::kPdf) return reading;
  for (const PagePicture& picture : DrawPages(bytes, {})) {
    const auto page = static_cast<size_t>(picture.page);
    if (page < reading.pages.size()) reading.pages[page].picture = ToBase64(picture.webp);
  }
  return reading;
}

}  // namespace atsmatch
