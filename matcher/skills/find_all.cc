// Taxonomy::FindAll: the concepts that a text names.
//
// First the longest phrases are taken from left to right.  Then those whose words are ambiguous
// ("Excel", "R", "Chef") are decided, because their context is the phrases found around them.
#include <algorithm>
#include <array>

#include "matcher/skills/taxonomy_data.h"
#include "matcher/skills/words.h"

namespace atsmatch {
namespace {

// A neighbour of the same family counts as context up to this many words away.
constexpr size_t kContextWords = 6;
// A word decided late may decide the one before it, once.
constexpr int kContextPasses = 2;
// "python3", "angular12": digits behind at least this many letters are a version.
constexpr size_t kMinLettersBeforeVersion = 3;

// Behind these words with "in", "with", "of" stands a skill: "proficient in Excel".  Folded forms.
constexpr std::string_view kSkillCues[] = {
    "ability",    "advanced",    "background",  "basic",     "certified",  "coding",
    "competent",  "expert",      "expertize",   "exposure",  "experience", "experienced",
    "fluent",     "familiar",    "familiarity", "knowledge", "literate",   "proficiency",
    "proficient", "programming", "skill",       "skilled"};
// Before or behind these words: "R programming", "Access database".
constexpr std::string_view kSkillNouns[] = {
    "code",    "coding", "database",    "developer",  "formula", "framework", "language",
    "library", "macro",  "programming", "programmer", "script",  "scripting", "spreadsheet"};

// Where one of these stands, words are not parts of one word.
constexpr std::string_view kFunctionWords[] = {"an", "as", "at", "by", "for", "in",   "is", "it",
                                               "of", "on", "or", "so", "the", "over", "to", "up"};

template <size_t N>
bool IsOneOf(std::string_view word, const std::string_view (&words)[N]) {
  return std::find(words, words + N, word) != words + N;
}

bool HasUpper(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

class Finder {
 public:
  Finder(const Taxonomy::Data& data, std::string_view text, bool in_skill_list)
      : data_(data), text_(text), in_skill_list_(in_skill_list), words_(FindWords(text)) {}

  std::vector<ConceptMatch> Run() {
    TakeLongest();
    DecideByItself();
    // What was decided is context for the rest: "Outlook, Word" after "Excel" after "PowerPoint".
    for (int pass = 0; pass < kContextPasses; ++pass) {
      for (size_t i = 0; i < found_.size(); ++i) {
        if (found_[i].chosen < 0) DecideByContext(i);
      }
    }
    DecideTheRest();
    return ToMatches();
  }

 private:
  struct Found {
    size_t first = 0;  // words
    size_t last = 0;
    int32_t phrases = -1;  // chain
    int32_t chosen = -1;   // phrase
  };

  std::string_view Written(const Word& word) const {
    return text_.substr(word.begin, word.end - word.begin);
  }
  const Concept& ConceptOf(int32_t phrase) const {
    return data_.concepts[static_cast<size_t>(data_.phrases[phrase].concept_id)];
  }
  Gap GapAfter(size_t last) const {
    return last < words_.words.size() ? words_.words[last].gap : Gap::kBreak;
  }

  // ---- taking phrases

  // A phrase goes on over a line end, but a list has an item a line.
  bool Parts(size_t index) const {
    const Word& word = words_.words[index];
    if (word.gap == Gap::kNewLine) return in_skill_list_ && HasUpper(Written(word).substr(0, 1));
    return word.gap == Gap::kBreak;
  }

  void TakeLongest() {
    std::vector<PhraseIndex::Hit> hits;
    size_t limit = 0;
    for (size_t i = 0; i < words_.words.size();) {
      if (limit <= i) {
        for (limit = i + 1; limit < words_.words.size() && !Parts(limit);) ++limit;
      }
      data_.phrases.FindAt(words_, i, limit, &hits);
      i += TakeAt(i, hits);
    }
  }

  // How many words were taken or passed.
  size_t TakeAt(size_t first, const std::vector<PhraseIndex::Hit>& hits) {
    for (size_t h = hits.size(); h-- > 0;) {
      const size_t last = first + hits[h].words;
      if (!AnyFits(hits[h].phrase, first, last) || IsInAddress(first, last)) continue;
      found_.push_back({first, last, hits[h].phrase});
      return hits[h].words;
    }
    if (const int32_t phrase = FindVersioned(first);
        phrase >= 0 && !IsInAddress(first, first + 1)) {
      found_.push_back({first, first + 1, phrase});
    }
    return 1;
  }

  // "python3" is Python; "docker+" is Docker.
  int32_t FindVersioned(size_t index) const {
    std::string_view folded = words_.Folded(index);
    const size_t size = folded.size();
    while (!folded.empty() && folded.back() >= '0' && folded.back() <= '9') folded.remove_suffix(1);
    if (folded.size() == size && folded.ends_with('+')) folded.remove_suffix(1);
    if (folded.size() == size || folded.size() < kMinLettersBeforeVersion) return -1;
    const int32_t phrase = data_.phrases.FindFolded(folded);
    if (phrase < 0 || data_.phrases[phrase].flags & (kAmbiguous | kCase)) return -1;
    return ConceptOf(phrase).kind == ConceptKind::kTool ? phrase : -1;
  }

  bool AnyFits(int32_t phrase, size_t first, size_t last) const {
    for (; phrase >= 0; phrase = data_.phrases[phrase].next) {
      if (Fits(data_.phrases[phrase], first, last)) return true;
    }
    return false;
  }

  bool Fits(const Phrase& phrase, size_t first, size_t last) const {
    // "manager" alone says nothing about a text; FindTitle knows it.
    if (data_.generic[static_cast<size_t>(phrase.concept_id)]) return false;
    if (phrase.words != last - first && HasFunctionWord(first, last)) return false;
    const bool item = InList(first, last) && StandsAlone(first, last);
    if ((phrase.flags & kListOnly) && !item) return false;
    if (!(phrase.flags & (kCase | kSpaced))) return true;
    return FitsAsWritten(phrase, first, last, (phrase.flags & kCase) && !item);
  }

  // "projects or" is not "projector" and "grade R" no "grader", though "power point" is
  // "PowerPoint".
  bool HasFunctionWord(size_t first, size_t last) const {
    for (size_t i = first; i < last; ++i) {
      if (words_.Folded(i).size() == 1 || IsOneOf(words_.Folded(i), kFunctionWords)) return true;
    }
    return false;
  }

  // Word by word as in the data; with `by_case`, those with capitals letter by letter.
  bool FitsAsWritten(const Phrase& phrase, size_t first, size_t last, bool by_case) const {
    const std::string_view in_data = data_.phrases.Written(phrase);
    const WordList written = FindWords(in_data);
    if (written.words.size() != last - first) return false;
    for (size_t i = 0; i < written.words.size(); ++i) {
      if (written.Folded(i) != words_.Folded(first + i)) return false;
      if (!by_case) continue;
      const Word& word = written.words[i];
      const std::string_view as_in_data = in_data.substr(word.begin, word.end - word.begin);
      // Only a possessive may follow: "Excel's".  "Excels" is a verb.
      const std::string_view here = Written(words_.words[first + i]);
      if (!HasUpper(as_in_data)) continue;
      if (!here.starts_with(as_in_data)) return false;
      const std::string_view rest = here.substr(as_in_data.size());
      if (!rest.empty() && !(rest.front() == '\'' || rest.starts_with("\u2019"))) return false;
    }
    return true;
  }

  // The name of a skill and nothing else is a list of one.
  bool InList(size_t first, size_t last) const {
    return in_skill_list_ || (first == 0 && last == words_.words.size());
  }

  // Nothing but separators around: the item of a list.
  bool StandsAlone(size_t first, size_t last) const {
    return words_.words[first].gap >= Gap::kNewLine && GapAfter(last) >= Gap::kNewLine;
  }

  // Part of an e-mail or web address.
  bool IsInAddress(size_t first, size_t last) const {
    if (words_.words[first].gap == Gap::kSpace && GapAfter(last) >= Gap::kSpace &&
        words_.words[first].end + 1 < text_.size() && text_[words_.words[first].end] == ' ') {
      return false;
    }
    constexpr size_t kLongestAddress = 200;
    size_t begin = words_.words[first].begin;
    size_t end = words_.words[last - 1].end;
    const auto is_space = [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; };
    for (size_t i = 0; i < kLongestAddress && begin > 0 && !is_space(text_[begin - 1]); ++i)
      --begin;
    for (size_t i = 0; i < kLongestAddress && end < text_.size() && !is_space(text_[end]); ++i)
      ++end;
    const std::string_view chunk = text_.substr(begin, end - begin);
    return chunk.find('@') != std::string_view::npos ||
           chunk.find("://") != std::string_view::npos ||
           chunk.find("www.") != std::string_view::npos;
  }

  // ---- deciding between concepts

  void DecideByItself() {
    for (Found& found : found_) {
      bool any_ambiguous = false;
      int32_t plain = -1;
      for (int32_t p = found.phrases; p >= 0; p = data_.phrases[p].next) {
        if (!Fits(data_.phrases[p], found.first, found.last)) continue;
        if (data_.phrases[p].flags & kAmbiguous) {
          any_ambiguous = true;
        } else if (plain < 0) {
          plain = p;
        }
      }
      if (any_ambiguous) continue;
      found.chosen = plain;
    }
  }

  void DecideByContext(size_t index) {
    Found& found = found_[index];
    for (int32_t p = found.phrases; p >= 0; p = data_.phrases[p].next) {
      const Phrase& phrase = data_.phrases[p];
      if (!(phrase.flags & kAmbiguous) || !Fits(phrase, found.first, found.last)) continue;
      if (IsPartOfWord(index)) continue;
      const bool exact = FitsAsWritten(phrase, found.first, found.last, true);
      if (HasRelative(index, p) || (exact && (HasCue(found) || HasTwin(index, p)))) {
        found.chosen = p;
        return;
      }
    }
  }

  // Not a concept by context: one whose words are not ambiguous, or anything in a list of skills.
  void DecideTheRest() {
    for (size_t i = 0; i < found_.size(); ++i) {
      Found& found = found_[i];
      int32_t in_list = -1;
      for (int32_t p = found.phrases; p >= 0 && found.chosen < 0; p = data_.phrases[p].next) {
        if (!Fits(data_.phrases[p], found.first, found.last)) continue;
        if (!(data_.phrases[p].flags & kAmbiguous)) found.chosen = p;
        if (in_list < 0) in_list = p;
      }
      if (found.chosen < 0 && InList(found.first, found.last) && !IsPartOfWord(i)) {
        found.chosen = in_list;
      }
    }
  }

  // Joined by a hyphen or dot to a word that is no concept: "C-level", "go-to", "R-squared".
  bool IsPartOfWord(size_t index) const {
    const Found& found = found_[index];
    const bool joined_left = words_.words[found.first].gap == Gap::kJoined;
    const bool joined_right = GapAfter(found.last) == Gap::kJoined;
    const bool left_found = index > 0 && found_[index - 1].last == found.first;
    const bool right_found = index + 1 < found_.size() && found_[index + 1].first == found.last;
    return (joined_left && !left_found) || (joined_right && !right_found);
  }

  bool AreClose(int family, int other) const {
    if (family < 0 || other < 0) return false;
    return family == other || (data_.computing[static_cast<size_t>(family)] &&
                               data_.computing[static_cast<size_t>(other)]);
  }

  // A word that needed context itself is context for its direct neighbours only, or one chance hit
  // would carry along a whole line: "Grade C in Maths. Spring 2019 Access to Education".
  bool IsRelative(size_t other, int32_t phrase, size_t words_between) const {
    const int32_t chosen = found_[other].chosen;
    if (chosen < 0) return false;
    const Concept& ours = ConceptOf(phrase);
    const Concept& theirs = ConceptOf(chosen);
    if (&theirs == &ours) return false;
    if ((theirs.kind == ConceptKind::kSoftSkill) != (ours.kind == ConceptKind::kSoftSkill))
      return false;
    if ((data_.phrases[chosen].flags & kAmbiguous) && words_between > 1) return false;
    if (theirs.kind == ConceptKind::kSkill) return theirs.family == ours.family;
    return AreClose(ours.family, theirs.family);
  }

  bool HasRelative(size_t index, int32_t phrase) const {
    for (size_t i = index; i-- > 0;) {
      const size_t between = found_[index].first - found_[i].last;
      if (between > kContextWords) break;
      if (IsRelative(i, phrase, between)) return true;
    }
    for (size_t i = index + 1; i < found_.size(); ++i) {
      const size_t between = found_[i].first - found_[index].last;
      if (between > kContextWords) break;
      if (IsRelative(i, phrase, between)) return true;
    }
    return false;
  }

  // "proficient in Excel", "using Access", "R programming".
  bool HasCue(const Found& found) const {
    if (GapAfter(found.last) <= Gap::kSpace && IsOneOf(words_.Folded(found.last), kSkillNouns)) {
      return true;
    }
    if (found.first == 0 || words_.words[found.first].gap > Gap::kSpace) return false;
    const std::string_view before = words_.Folded(found.first - 1);
    if (before == "using") return true;
    if (before != "in" && before != "with" && before != "of") return false;
    return found.first >= 2 && words_.words[found.first - 1].gap <= Gap::kSpace &&
           IsOneOf(words_.Folded(found.first - 2), kSkillCues);
  }

  // "Word and Access": two ambiguous names side by side, both written as names.
  bool HasTwin(size_t index, int32_t phrase) const {
    return (index > 0 && AreTwins(index - 1, index, index - 1, phrase)) ||
           (index + 1 < found_.size() && AreTwins(index, index + 1, index + 1, phrase));
  }
  bool AreTwins(size_t left, size_t right, size_t other, int32_t phrase) const {
    const size_t between = found_[right].first - found_[left].last;
    if (between > 1) return false;
    if (between == 0 && words_.words[found_[right].first].gap == Gap::kSpace) return false;
    if (between == 1) {
      const std::string_view word = words_.Folded(found_[left].last);
      if (word != "and" && word != "or") return false;
    }
    for (int32_t p = found_[other].phrases; p >= 0; p = data_.phrases[p].next) {
      if (AreClose(ConceptOf(p).family, ConceptOf(phrase).family) &&
          ConceptOf(p).kind == ConceptKind::kTool &&
          FitsAsWritten(data_.phrases[p], found_[other].first, found_[other].last, true)) {
        return true;
      }
    }
    return false;
  }

  std::vector<ConceptMatch> ToMatches() const {
    std::vector<ConceptMatch> matches;
    for (const Found& found : found_) {
      if (found.chosen < 0) continue;
      const Phrase& phrase = data_.phrases[found.chosen];
      ConceptMatch& match = matches.emplace_back();
      match.concept_id = phrase.concept_id;
      match.begin = words_.words[found.first].begin;
      match.end = words_.words[found.last - 1].end;
      match.ambiguous = phrase.flags & kAmbiguous;
      match.by_alias = !(phrase.flags & kName);
    }
    return matches;
  }

  const Taxonomy::Data& data_;
  std::string_view text_;
  bool in_skill_list_;
  WordList words_;
  std::vector<Found> found_;
};

}  // namespace

std::vector<ConceptMatch> Taxonomy::FindAll(std::string_view text, bool in_skill_list) const {
  return Finder(*data_, text, in_skill_list).Run();
}

}  // namespace atsmatch
