#include "matcher/posting/occupation.h"

#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "matcher/skills/taxonomy.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

constexpr size_t kFewConcepts = 5;     // so few tell no field of work
constexpr double kShareOfField = 0.2;  // of the concepts of a text that are of its own field
constexpr int kNamedOften = 2;

bool SpeaksOfTheWork(PostingPartKind kind) {
  return kind == PostingPartKind::kSummary || kind == PostingPartKind::kDuties ||
         kind == PostingPartKind::kRequirements || kind == PostingPartKind::kNiceToHave;
}

// What the text of a posting says of the field of work.
class FieldOfText {
 public:
  FieldOfText(const JobPosting& posting, const Taxonomy& taxonomy) : taxonomy_(taxonomy) {
    std::map<int, std::set<int>> concepts;  // by family
    for (const PostingPart& part : posting.parts) {
      if (!SpeaksOfTheWork(part.kind)) continue;
      const std::string_view words =
          std::string_view(posting.text).substr(part.text.begin, part.text.size());
      for (const ConceptMatch& match : taxonomy.FindAll(words)) {
        const Concept& known = ConceptOf(match.concept_id);
        if (match.ambiguous || known.family < 0 || known.kind == ConceptKind::kSoftSkill ||
            known.kind == ConceptKind::kIndustry)
          continue;
        concepts[known.family].insert(match.concept_id);
        if (known.kind != ConceptKind::kTitle) continue;
        Title& title = titles_[match.concept_id];
        ++title.times;
        title.words.emplace_back(words.substr(match.begin, match.end - match.begin));
      }
    }
    for (const auto& [family, known] : concepts) {
      sizes_[family] = known.size();
      total_ += known.size();
    }
  }

  int TimesNamed(int concept_id) const {
    const auto found = titles_.find(concept_id);
    return found == titles_.end() ? 0 : found->second.times;
  }

  // The text names the occupation or is about its field, or says nothing of any field.
  bool Confirms(int concept_id) const {
    if (total_ < kFewConcepts || TimesNamed(concept_id) > 0) return true;
    const auto own = sizes_.find(ConceptOf(concept_id).family);
    if (own == sizes_.end()) return false;
    const auto larger = std::count_if(sizes_.begin(), sizes_.end(), [&](const auto& family) {
      return family.second > own->second;
    });
    return larger < 2 &&
           static_cast<double>(own->second) >= kShareOfField * static_cast<double>(total_);
  }

  // An occupation that the text names in words of the title: "automotive sales" for "automotive
  // direct sales".
  int NamedInWordsOf(std::string_view title) const {
    const std::vector<std::string_view> known = SplitWords(title);
    const std::set<std::string_view> of_title(known.begin(), known.end());
    int best = -1;
    size_t longest = 1;  // words; one alone says little
    for (const auto& [concept_id, named] : titles_) {
      for (const std::string& words : named.words) {
        const std::string folded = FoldPhrase(words);
        const std::vector<std::string_view> list = SplitWords(folded);
        const bool inside = std::all_of(list.begin(), list.end(), [&](std::string_view word) {
          return of_title.contains(word);
        });
        if (!inside || list.size() <= longest) continue;
        longest = list.size();
        best = concept_id;
      }
    }
    return best;
  }

 private:
  struct Title {
    int times = 0;
    std::vector<std::string> words;  // as written
  };

  const Concept& ConceptOf(int id) const { return taxonomy_.concepts()[static_cast<size_t>(id)]; }

  const Taxonomy& taxonomy_;
  std::map<int, size_t> sizes_;  // concepts by family
  std::map<int, Title> titles_;  // by concept
  size_t total_ = 0;
};

// "Data Analyst (Marketing)", "Data Analyst - Leeds": what stands before is the title itself.
std::string_view FirstPart(std::string_view title) {
  static const RE2 kJoint(R"(\s*(?:\(|,|\||–|—|\s-|-\s|\s/\s).*$)");
  re2::StringPiece rest;
  if (!kJoint.Match(re2::StringPiece(title.data(), title.size()), 0, title.size(), RE2::UNANCHORED,
                    &rest, 1))
    return title;
  return title.substr(0, static_cast<size_t>(rest.data() - title.data()));
}

// "Fitness/Dance Teacher" -> "Fitness Teacher", "Dance Teacher"; empty where there is no slash.
std::vector<std::string> WithoutSlash(const std::string& title) {
  static const RE2 kSlash(R"(^(.*?)([\w'-]+)/([\w'-]+)(.*)$)");
  std::string before, left, right, after;
  if (!RE2::FullMatch(title, kSlash, &before, &left, &right, &after)) return {};
  return {before + left + after, before + right + after};
}

// The halves of a slash are of different fields of work.
bool IsOfTwoFields(const std::string& title, const Taxonomy& taxonomy) {
  std::set<int> families;
  for (const std::string& half : WithoutSlash(title)) {
    const std::vector<TitleMatch> matches = taxonomy.FindTitles(half);
    if (!matches.empty())
      families.insert(taxonomy.concepts()[static_cast<size_t>(matches.front().concept_id)].family);
  }
  return families.size() > 1;
}

}  // namespace

int FindOccupation(const JobPosting& posting, const Taxonomy& taxonomy) {
  std::vector<TitleMatch> matches = taxonomy.FindTitles(posting.title);
  if (!matches.empty() && matches.front().whole) return matches.front().concept_id;
  const std::vector<TitleMatch> first = taxonomy.FindTitles(FirstPart(posting.title));
  if (!first.empty() && first.front().whole) return first.front().concept_id;
  const FieldOfText field(posting, taxonomy);
  const bool in_doubt = IsOfTwoFields(posting.title, taxonomy);
  for (const TitleMatch& match : matches) {
    if (in_doubt ? field.TimesNamed(match.concept_id) >= kNamedOften
                 : field.Confirms(match.concept_id))
      return match.concept_id;
  }
  return field.NamedInWordsOf(FoldPhrase(posting.title));
}

}  // namespace atsmatch
