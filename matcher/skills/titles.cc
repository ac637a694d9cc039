// Taxonomy::FindTitle and FamilyOfTitle: job titles as people write them.
//
// "Band 6 Staff Nurse - A&E (nights) £32k, Leeds" has one title in it.  All title phrases of the
// text are weighed: a longer one says more, the first part of the text and the end of a part are
// where the head of a title stands, and what follows "in", "for" or "job" is a place or a
// department.
#include <algorithm>
#include <array>

#include "matcher/skills/taxonomy_data.h"
#include "matcher/skills/words.h"

namespace atsmatch {
namespace {

// Words that change how senior, how long or where, not what.  Folded forms.
constexpr std::string_view kNoise[] = {
    "a",        "an",        "associate", "band",      "bank",    "casual",    "chief",
    "contract", "day",       "deputy",    "entry",     "evening", "executive", "experienced",
    "fixed",    "flexible",  "free",      "freelance", "ft",      "full",      "fulltime",
    "graduate", "head",      "highly",    "home",      "hourly",  "hybrid",    "ii",
    "iii",      "immediate", "interim",   "intern",    "iv",      "jr",        "junior",
    "lead",     "level",     "live",      "locum",     "mid",     "night",     "online",
    "part",     "parttime",  "permanent", "principal", "pt",      "qualified", "regional",
    "remote",   "seasonal",  "senior",    "sr",        "staff",   "temporary", "term",
    "the",      "time",      "trainee",   "weekend"};

// Behind these stands a place, a department or a condition.
constexpr std::string_view kCuts[] = {
    "at",      "based", "for",    "from",     "in",       "job",  "needed",     "near",
    "needing", "of",    "on",     "position", "required", "role", "supporting", "to",
    "vacancy", "via",   "wanted", "with",     "within",   "x"};

// What a title phrase is worth; see the head of this file.
constexpr int kPerWord = 10;
constexpr int kEndsItsPart = 4;
constexpr int kInFirstPart = 5;
constexpr int kBehindCut = -8;
constexpr int kGeneric = -15;

template <size_t N>
bool IsOneOf(std::string_view word, const std::string_view (&words)[N]) {
  return std::find(words, words + N, word) != words + N;
}

bool HasDigit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// The same words without those that say how senior, how long or where.
WordList WithoutNoise(const WordList& list) {
  WordList kept;
  Gap widest = Gap::kJoined;
  for (size_t i = 0; i < list.words.size(); ++i) {
    const std::string_view folded = list.Folded(i);
    widest = std::max(widest, list.words[i].gap);
    if (IsOneOf(folded, kNoise) || HasDigit(folded)) continue;
    Word word = list.words[i];
    word.gap = widest;
    word.folded_begin = static_cast<uint32_t>(kept.folded.size());
    kept.folded.append(folded);
    word.folded_end = static_cast<uint32_t>(kept.folded.size());
    kept.words.push_back(word);
    widest = Gap::kJoined;
  }
  return kept;
}

// "['project', 'manager']": a list printed by a program.
std::string PlainText(std::string_view title) {
  std::string text(title);
  if (!text.starts_with("['") && !text.starts_with("[\"")) return text;
  std::replace_if(
      text.begin(), text.end(),
      [](char c) { return c == '[' || c == ']' || c == '\'' || c == '"' || c == ','; }, ' ');
  return text;
}

// "Analyst, Data" -> "Data Analyst"; empty: it is not written so.
std::string Turned(std::string_view title) {
  constexpr size_t kLongestHead = 24;  // bytes
  const size_t comma = title.find(", ");
  if (comma == title.npos || comma > kLongestHead) return "";
  std::string_view rest = title.substr(comma + 2);
  rest = rest.substr(0, rest.find_first_of(",(|-"));
  return std::string(rest) + " " + std::string(title.substr(0, comma));
}

struct Candidate {
  int concept_id = -1;
  int score = INT32_MIN;
};

class TitleFinder {
 public:
  explicit TitleFinder(const Taxonomy::Data& data) : data_(data) {}

  int Find(std::string_view title) {
    Search(title);
    return whole_ >= 0 ? whole_ : best_.concept_id;
  }

  // Each once, the likeliest first.
  std::vector<TitleMatch> FindEach(std::string_view title) {
    Search(title);
    if (whole_ >= 0) return {{whole_, true}};
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
    std::vector<TitleMatch> matches;
    for (const Candidate& candidate : found_) {
      const auto same = [&](const TitleMatch& match) {
        return match.concept_id == candidate.concept_id;
      };
      if (std::none_of(matches.begin(), matches.end(), same))
        matches.push_back({candidate.concept_id, false});
    }
    return matches;
  }

 private:
  void Search(std::string_view title) {
    const WordList words = FindWords(title);
    if (words.words.empty()) return;
    if (whole_ = Whole(words); whole_ >= 0) return;
    const WordList plain = WithoutNoise(words);
    if (whole_ = Whole(plain); whole_ >= 0) return;
    Weigh(words);
    Weigh(plain);
  }

  int TitleOf(int32_t phrase) const {
    for (; phrase >= 0; phrase = data_.phrases[phrase].next) {
      const int id = data_.phrases[phrase].concept_id;
      if (data_.concepts[static_cast<size_t>(id)].kind == ConceptKind::kTitle) return id;
    }
    return -1;
  }

  int Whole(const WordList& list) const {
    return TitleOf(data_.phrases.Find(list, 0, list.words.size()));
  }

  void Weigh(const WordList& list) {
    int part = -1;
    bool behind_cut = false;
    size_t limit = 0;
    for (size_t i = 0; i < list.words.size(); ++i) {
      if (list.words[i].gap == Gap::kBreak) {
        ++part;
        behind_cut = false;
      }
      if (limit <= i) {
        for (limit = i + 1; limit < list.words.size() && list.words[limit].gap != Gap::kBreak;)
          ++limit;
      }
      const int place = (part <= 0 ? kInFirstPart : 0) + (behind_cut ? kBehindCut : 0);
      WeighFrom(list, i, limit, place);
      if (IsOneOf(list.Folded(i), kCuts)) behind_cut = true;
    }
  }

  void WeighFrom(const WordList& list, size_t first, size_t limit, int place) {
    data_.phrases.FindAt(list, first, limit, &hits_);
    for (const PhraseIndex::Hit& hit : hits_) {
      const int id = TitleOf(hit.phrase);
      if (id < 0) continue;
      const size_t last = first + hit.words;
      const bool ends = last == limit || IsOneOf(list.Folded(last), kCuts);
      const int score = place + kPerWord * static_cast<int>(hit.words) + (ends ? kEndsItsPart : 0) +
                        (data_.generic[static_cast<size_t>(id)] ? kGeneric : 0);
      // Of equals the later one: the head of an English title stands at its end.
      if (score >= best_.score) best_ = {id, score};
      found_.insert(found_.begin(), {id, score});
    }
  }

  const Taxonomy::Data& data_;
  std::vector<PhraseIndex::Hit> hits_;
  Candidate best_;
  std::vector<Candidate> found_;  // the last first
  int whole_ = -1;
};

}  // namespace

int Taxonomy::FindTitle(std::string_view title) const {
  const std::string text = PlainText(title);
  const int concept_id = TitleFinder(*data_).Find(text);
  if (concept_id >= 0 && !data_->generic[static_cast<size_t>(concept_id)]) return concept_id;
  const std::string turned = Turned(text);
  const int other = turned.empty() ? -1 : TitleFinder(*data_).Find(turned);
  return other >= 0 && !data_->generic[static_cast<size_t>(other)] ? other : concept_id;
}

std::vector<TitleMatch> Taxonomy::FindTitles(std::string_view title) const {
  const std::string text = PlainText(title);
  const std::string turned = Turned(text);
  std::vector<TitleMatch> matches = TitleFinder(*data_).FindEach(text);
  const auto generic = [&](const TitleMatch& match) {
    return data_->generic[static_cast<size_t>(match.concept_id)] != 0;
  };
  if ((matches.empty() || generic(matches.front())) && !turned.empty())
    for (const TitleMatch& match : TitleFinder(*data_).FindEach(turned)) matches.push_back(match);
  std::erase_if(matches, generic);
  return matches;
}

int Taxonomy::FamilyOfTitle(std::string_view title) const {
  const std::string text = PlainText(title);
  const int concept_id = FindTitle(title);
  if (concept_id >= 0 && !data_->generic[static_cast<size_t>(concept_id)]) {
    return data_->concepts[static_cast<size_t>(concept_id)].family;
  }
  // "Pharmacy Assistant": the words around a general head say more than the head.
  int family = -1;
  size_t longest = 0;
  for (const ConceptMatch& match : FindAll(text, true)) {
    const Concept& found = data_->concepts[static_cast<size_t>(match.concept_id)];
    if (found.kind == ConceptKind::kTitle || found.kind == ConceptKind::kSoftSkill) continue;
    if (found.family < 0 || match.end - match.begin <= longest) continue;
    longest = match.end - match.begin;
    family = found.family;
  }
  if (family >= 0) return family;
  return concept_id >= 0 ? data_->concepts[static_cast<size_t>(concept_id)].family : -1;
}

}  // namespace atsmatch
