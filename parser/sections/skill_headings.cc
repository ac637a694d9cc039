#include "parser/sections/skill_headings.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "parser/sections/style.h"
#include "parser/text/contact.h"
#include "parser/text/dates.h"
#include "parser/text/lexicon.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

class GroupFinder {
 public:
  GroupFinder(const Layout& layout, const Lexicon& lexicon, std::vector<Section>* sections)
      : layout_(layout), lexicon_(lexicon), sections_(*sections) {}

  void Find() {
    for (size_t begin = 0; begin < sections_.size();) {
      size_t end = begin;
      while (end < sections_.size() && MayGoOn(begin, end)) ++end;
      if (IsRow(begin, end)) Accept(begin, end);
      begin = std::max(end, begin + 1);
    }
  }

 private:
  // A heading that is known to head skills ("Software") may be one of the groups, not the first.
  bool MayGoOn(size_t begin, size_t i) const {
    const Section& section = sections_[i];
    if (section.heading.empty() || !HoldsPhrases(section)) return false;
    if (i == begin) return section.kind == SectionKind::kOther;
    return HeadedAlike(sections_[begin], section) &&
           (section.kind == SectionKind::kOther || section.kind == SectionKind::kSkills ||
            IsElsewhere(section));
  }

  // "Contracts" over "NEC4, FIDIC", where the positions stand under another heading.
  bool IsElsewhere(const Section& like) const {
    constexpr SectionKind kDated[] = {SectionKind::kWork, SectionKind::kEducation,
                                      SectionKind::kProjects, SectionKind::kPublications};
    if (std::find(std::begin(kDated), std::end(kDated), like.kind) == std::end(kDated))
      return false;
    return std::any_of(sections_.begin(), sections_.end(), [&](const Section& other) {
      return &other != &like && other.kind == like.kind;
    });
  }

  bool IsRow(size_t begin, size_t end) const {
    constexpr size_t kFewest = 2;
    size_t unknown = 0, with_text = 0;
    for (size_t i = begin; i < end; ++i) {
      unknown += sections_[i].kind == SectionKind::kOther ? 1 : 0;
      with_text += sections_[i].lines.empty() ? 0 : 1;
    }
    if (with_text < kFewest || (unknown < kFewest && end - begin <= kFewest)) return false;
    for (size_t i = 0; i < sections_.size(); ++i) {
      if (sections_[i].kind == SectionKind::kSkills && (i < begin || i >= end)) return false;
    }
    return true;
  }

  void Accept(size_t begin, size_t end) {
    constexpr double kConfidence = 0.6;
    for (size_t i = begin; i < end; ++i) {
      sections_[i].kind = SectionKind::kSkills;
      sections_[i].confidence = kConfidence;
      sections_[i].rule = "heading-names-group";
      sections_[i].names_group = true;
    }
  }

  // In one column and one look; "WMS" is in capitals whatever the look.
  bool HeadedAlike(const Section& a, const Section& b) const {
    constexpr double kAligned = 3;  // points
    const Document& document = layout_.document;
    Style look_a = StyleOf(document, a.heading_words), look_b = StyleOf(document, b.heading_words);
    look_a.caps = look_b.caps = false;
    return StylesAlike(look_a, look_b) &&
           std::abs(document.words[a.heading_words.begin].box.x0 -
                    document.words[b.heading_words.begin].box.x0) < kAligned;
  }

  // A few words a line, that are no sentence, no dates and no address.
  bool HoldsPhrases(const Section& section) const {
    constexpr size_t kMostLines = 14, kMostWords = 9;
    constexpr double kMostOfALine = 5;  // words, on the average
    size_t lines = 0, words = 0;
    for (size_t i = section.lines.begin; i < section.lines.end; ++i) {
      const Line& line = layout_.lines[i];
      if (line.role != LineRole::kBody) continue;
      const std::string text = TextOf(layout_.document, line);
      ++lines;
      words += line.words.size();
      if (line.words.size() > kMostWords || text.ends_with('.') || text.ends_with(':') ||
          !FindEmails(text).empty() || !FindPhones(text).empty() || !FindUrls(text).empty()) {
        return false;
      }
      const std::optional<DateRange> dates = FindDateRange(text, lexicon_);
      if (dates.has_value() && (dates->is_range || dates->current || dates->start.month > 0))
        return false;
    }
    return lines <= kMostLines && words <= kMostOfALine * lines;
  }

  const Layout& layout_;
  const Lexicon& lexicon_;
  std::vector<Section>& sections_;
};

}  // namespace

void NameGroupsOfSkills(const Layout& layout, const Lexicon& lexicon,
                        std::vector<Section>* sections) {
  GroupFinder(layout, lexicon, sections).Find();
}

}  // namespace atsmatch
