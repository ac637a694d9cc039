// Skills, languages and interests: lists of short phrases.

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "parser/fields/fields.h"
#include "parser/fields/groups.h"
#include "parser/fields/languages.h"
#include "parser/fields/pieces.h"
#include "parser/text/lexicon.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

constexpr size_t kLongestSkill = 12;  // words; more is a sentence

// A sentence says something about skills but names none.
bool IsSentence(const Piece& piece) { return SplitWords(piece.text).size() > kLongestSkill; }

// "Languages: English, Hindi" among the skills.
bool NamesLanguages(const FieldContext& context, const Group& group) {
  if (group.keywords.empty()) return false;
  return std::all_of(group.keywords.begin(), group.keywords.end(), [&](const Piece& keyword) {
    return context.lexicon.Contains(LexiconTable::kLanguages, keyword.text);
  });
}

// Names of groups that became headings of sections: "Languages" above "Go, Python", and headings of
// unknown words whose look is not that of the heading "Skills" itself.
std::vector<size_t> WithGroupsOfTheirOwn(const FieldContext& context,
                                         const std::vector<size_t>& sections) {
  std::vector<size_t> all;
  for (size_t section : sections) {
    all.push_back(section);
    const Section& skills = context.sections[section];
    if (skills.heading_words.empty()) continue;
    const Look look = LookOf(context.document, skills.heading_words);
    for (size_t next = section + 1; next < context.sections.size(); ++next) {
      const Section& other = context.sections[next];
      if (other.heading_words.empty()) break;
      const bool languages =
          other.kind == SectionKind::kLanguages && !NamesHumanLanguages(context, other);
      const bool group = other.kind == SectionKind::kOther &&
                         !SameLook(LookOf(context.document, other.heading_words), look);
      if (!languages && !group) break;
      all.push_back(next);
    }
  }
  return all;
}

// The heading names what stands below it.
Group GroupUnderHeading(const FieldContext& context, const Section& section) {
  Group group;
  const WordText heading = TextOfWords(context.document, section.heading_words);
  group.name = PieceOf(heading, 0, heading.text.size());
  for (const ListRow& row : FindListRows(context, section.lines)) {
    for (const ListCell& cell : row.cells) {
      if (cell.pill) {
        group.keywords.push_back(PieceOf(cell.text, 0, cell.text.text.size()));
        continue;
      }
      for (Piece& piece : SplitList(cell.text)) group.keywords.push_back(std::move(piece));
    }
  }
  group.rule = "group-section";
  group.confidence = section.confidence;
  return group;
}

std::vector<Group> FindSkillGroups(const FieldContext& context,
                                   const std::vector<size_t>& sections) {
  if (!context.sections[sections.front()].names_group)
    return FindGroups(context, WithGroupsOfTheirOwn(context, sections));
  std::vector<Group> groups;
  for (const size_t section : sections)
    groups.push_back(GroupUnderHeading(context, context.sections[section]));
  return groups;
}

Skill ToSkill(const Group& group) {
  Skill skill;
  skill.name = ToField(group.name, group.confidence, group.rule);
  skill.level = ToField(group.level, group.confidence * 0.9, "skill-level");
  for (const Piece& keyword : group.keywords) {
    if (!IsSentence(keyword))
      skill.keywords.push_back(ToField(keyword, group.confidence * 0.95, group.rule));
  }
  return skill;
}

// "Running (trail, road)": what is in brackets at the end is the kind of it.
Group CutBrackets(Group group) {
  const std::string& text = group.name.text;
  const size_t open = text.find('(');
  const bool brackets = group.keywords.empty() && open != std::string::npos && open > 0 &&
                        text.ends_with(')') && text.find('(', open + 1) == std::string::npos;
  if (!brackets) return group;
  const WordText inside{text.substr(open + 1, text.size() - open - 2), {}};
  for (Piece& keyword : SplitList(inside)) {
    keyword.words = group.name.words;
    group.keywords.push_back(std::move(keyword));
  }
  group.name.text = std::string(TrimSeparators(std::string_view(text).substr(0, open)));
  return group;
}

}  // namespace

void ReadSkills(const FieldContext& context, const std::vector<size_t>& sections, Resume* resume) {
  for (const Group& group : FindSkillGroups(context, sections)) {
    if (NamesLanguages(context, group)) {
      for (const Piece& keyword : group.keywords)
        AddLanguages(context, {keyword.text, {}}, keyword.words, resume);
      continue;
    }
    if (IsSentence(group.name)) continue;
    Skill skill = ToSkill(group);
    if (!skill.name.known() && skill.keywords.empty()) continue;
    resume->skills.push_back(std::move(skill));
  }
}

void ReadInterests(const FieldContext& context, const std::vector<size_t>& sections,
                   Resume* resume) {
  for (const Group& found : FindGroups(context, sections)) {
    const Group group = CutBrackets(found);
    Interest interest;
    interest.name = ToField(group.name, group.confidence, group.rule);
    for (const Piece& keyword : group.keywords)
      interest.keywords.push_back(ToField(keyword, group.confidence, group.rule));
    if (interest.name.known() || !interest.keywords.empty())
      resume->interests.push_back(std::move(interest));
  }
}

}  // namespace atsmatch
