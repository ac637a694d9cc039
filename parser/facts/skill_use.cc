#include "parser/facts/skill_use.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>

#include "parser/facts/duration.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

constexpr size_t kMostSkills = 500;  // each is looked for in each entry
constexpr size_t kShortName = 2;     // letters; shorter words are too often something else
constexpr size_t kLongestName = 60;  // bytes; longer ones are sentences

bool IsWordByte(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         static_cast<unsigned char>(c) >= 0x80;
}

// Binds what stands on both sides of it to one word: "node.js", "asp.net", "c-level", "r&d".
bool Binds(char c, bool is_short) { return c == '.' || (is_short && (c == '-' || c == '&')); }

bool StartsFree(std::string_view text, size_t begin, bool is_short) {
  if (begin == 0) return true;
  const char before = text[begin - 1];
  if (text[begin] != '.' && Binds(before, is_short)) {
    return begin < 2 || !IsWordByte(text[begin - 2]);
  }
  return !IsWordByte(before);
}

bool EndsFree(std::string_view text, size_t end, bool is_short) {
  if (end >= text.size()) return true;
  const char after = text[end];
  if (after == '+' || after == '#') return false;  // C++, C#
  if (Binds(after, is_short)) return end + 1 >= text.size() || !IsWordByte(text[end + 1]);
  return !IsWordByte(after);
}

bool HoldsWord(std::string_view text, std::string_view word, bool is_short) {
  if (word.empty()) return false;
  for (size_t begin = text.find(word); begin != std::string_view::npos;
       begin = text.find(word, begin + 1)) {
    if (StartsFree(text, begin, is_short) && EndsFree(text, begin + word.size(), is_short)) {
      return true;
    }
  }
  return false;
}

// "Go (cgo, gc)" is looked for as "Go".
std::string_view WithoutBracket(std::string_view skill) {
  const size_t bracket = skill.find('(');
  if (bracket == 0 || bracket == std::string_view::npos) return TrimSpace(skill);
  return TrimSpace(skill.substr(0, bracket));
}

struct NamedSkill {
  std::string_view name, written;  // as printed, and without what stands in brackets
  std::string folded;
};

class SkillList {
 public:
  explicit SkillList(const Resume& resume) {
    for (const Skill& skill : resume.skills) {
      // The name of a list of keywords is that of a group: "Tools", "Languages".
      if (skill.keywords.empty()) Add(skill.name);
      for (const Text& keyword : skill.keywords) Add(keyword);
    }
    for (const Project& project : resume.projects) {
      for (const Text& keyword : project.keywords) Add(keyword);
    }
  }
  const std::vector<NamedSkill>& skills() const { return skills_; }

 private:
  void Add(const Text& text) {
    if (!text.known() || text.value.size() > kLongestName || skills_.size() >= kMostSkills) return;
    const std::string_view written = WithoutBracket(text.value);
    std::string folded = Fold(written);
    if (folded.empty() || !seen_.insert(folded).second) return;
    skills_.push_back({text.value, written, std::move(folded)});
  }

  std::vector<NamedSkill> skills_;
  std::unordered_set<std::string> seen_;
};

bool IsShort(std::string_view written) { return CountCodePoints(written) <= kShortName; }

// What an entry says, as printed and folded, and when.
struct EntryText {
  EntryReference entry;
  std::string printed, folded;
  std::optional<MonthSpan> span;
  Date last;
  bool current = false;
};

template <class Entry>
Date LastUse(const Entry& entry, bool is_ongoing, const Date& as_of) {
  const Date now{as_of.year, as_of.month, 0};
  if (is_ongoing) return now;
  const Date last = entry.end.known()     ? entry.end.value
                    : entry.start.known() ? entry.start.value
                                          : Date{};
  return std::min(Date{last.year, last.month, 0}, now);
}

void Append(const Text& text, std::string* all) {
  if (text.known()) *all += text.value + "\n";
}

void Append(const std::vector<Text>& texts, std::string* all) {
  for (const Text& text : texts) Append(text, all);
}

void AppendFields(const Work& work, std::string* all) {
  Append(work.position, all);
  Append(work.description, all);
}
void AppendFields(const Volunteer& volunteer, std::string* all) { Append(volunteer.position, all); }
void AppendFields(const Project& project, std::string* all) {
  Append(project.name, all);
  Append(project.description, all);
  Append(project.keywords, all);
}

template <class Entry>
void AppendProse(const Entry& entry, std::string* all) {
  if constexpr (requires { entry.summary; }) Append(entry.summary, all);
  Append(entry.highlights, all);
}

template <class Entry>
std::vector<bool> Ongoing(const std::vector<Entry>& entries, const Date& as_of) {
  return FindOngoing(entries, as_of);
}
std::vector<bool> Ongoing(const std::vector<Project>& projects, const Date&) {
  std::vector<bool> ongoing;
  for (const Project& project : projects) ongoing.push_back(project.is_current.value);
  return ongoing;
}

// The fields rather than the lines: a skill is no proof in the name of an employer.
template <class Entry>
std::string TextOfEntry(const Entry& entry) {
  std::string text;
  AppendFields(entry, &text);
  AppendProse(entry, &text);
  return text;
}

template <class Entry>
void AddEntries(const std::vector<Entry>& entries, EntryReference::List list, const Date& as_of,
                std::vector<EntryText>* texts) {
  const std::vector<bool> ongoing = Ongoing(entries, as_of);
  for (size_t i = 0; i < entries.size(); ++i) {
    EntryText text;
    text.entry = {list, i};
    text.printed = TextOfEntry(entries[i]);
    text.folded = Fold(text.printed);
    text.current = ongoing[i];
    text.span = SpanOf(entries[i].start, entries[i].end, ongoing[i], as_of);
    text.last = LastUse(entries[i], ongoing[i], as_of);
    texts->push_back(std::move(text));
  }
}

std::vector<EntryText> TextOfEntries(const Resume& resume, const Date& as_of) {
  using List = EntryReference::List;
  std::vector<EntryText> texts;
  AddEntries(resume.work, List::kWork, as_of, &texts);
  AddEntries(resume.volunteer, List::kVolunteer, as_of, &texts);
  AddEntries(resume.projects, List::kProjects, as_of, &texts);
  return texts;
}

SkillUse UseOf(const NamedSkill& skill, const std::vector<EntryText>& entries) {
  SkillUse use;
  use.name = std::string(skill.name);
  const bool is_short = IsShort(skill.written);
  std::vector<MonthSpan> spans;
  for (const EntryText& entry : entries) {
    const bool shown = is_short ? HoldsWord(entry.printed, skill.written, true)
                                : HoldsWord(entry.folded, skill.folded, false);
    if (!shown) continue;
    use.entries.push_back(entry.entry);
    if (entry.span.has_value()) spans.push_back(*entry.span);
    use.last_used = std::max(use.last_used, entry.last);
    use.current = use.current || entry.current;
  }
  use.months = MonthsCovered(std::move(spans));
  return use;
}

}  // namespace

bool ShowsSkill(std::string_view text, std::string_view skill) {
  if (IsShort(skill)) return HoldsWord(text, skill, true);
  return HoldsWord(Fold(text), Fold(skill), false);
}

std::vector<SkillUse> FindSkillUse(const Resume& resume, const Date& as_of) {
  const SkillList skills(resume);
  const std::vector<EntryText> entries = TextOfEntries(resume, as_of);
  std::vector<SkillUse> uses;
  for (const NamedSkill& skill : skills.skills()) {
    SkillUse use = UseOf(skill, entries);
    if (!use.entries.empty()) uses.push_back(std::move(use));
  }
  std::stable_sort(uses.begin(), uses.end(),
                   [](const SkillUse& a, const SkillUse& b) { return a.months > b.months; });
  return uses;
}

}  // namespace atsmatch
