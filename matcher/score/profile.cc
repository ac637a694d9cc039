#include "matcher/score/profile.h"

#include <re2/re2.h>

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "matcher/score/evidence.h"
#include "matcher/score/pasted.h"
#include "matcher/score/searches.h"
#include "matcher/skills/taxonomy.h"
#include "matcher/terms/common_words.h"
#include "matcher/terms/statistics.h"
#include "matcher/terms/tokens.h"
#include "parser/text/ascii.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

// How much a part says about the work itself.  Benefits, equal opportunity and how to apply are the
// same in every posting of a company.
double PartWeight(PostingPartKind kind) {
  switch (kind) {
    case PostingPartKind::kTitle:
      return 6;
    case PostingPartKind::kRequirements:
      return 2;
    case PostingPartKind::kDuties:
    case PostingPartKind::kSummary:
    case PostingPartKind::kNiceToHave:
      return 1;
    case PostingPartKind::kOther:
      return 0.7;
    case PostingPartKind::kCompany:
      return 0.2;
    // Not nothing: a posting without headings may be taken for such a part.
    case PostingPartKind::kBenefits:
    case PostingPartKind::kEqualOpportunity:
    case PostingPartKind::kHowToApply:
    case PostingPartKind::kLogistics:
      return 0.3;
  }
  return 0;
}

constexpr double kCommonShare = 0.5;  // a term in more postings than this says nothing of the job

struct Count {
  double weight = 0;
  int count = 0;
  size_t begin = 0, end = 0;  // the first place, bytes of the posting
};

void CountTerms(std::string_view text, size_t offset, double weight,
                std::unordered_map<std::string, Count>* counts) {
  for (Term& term : FindTerms(text)) {
    auto [entry, is_new] = counts->try_emplace(std::move(term.term));
    Count& count = entry->second;
    if (is_new) {
      count.begin = offset + term.begin;
      count.end = offset + term.end;
    }
    count.weight += weight;
    ++count.count;
  }
}

// Words that every résumé is made of ("managed", "team") tell one from another no more than those
// of every posting do.  Two words that none is seen to say together stand there by chance.
double RarityInResumes(const TermStatistics& resumes, std::string_view term) {
  constexpr double kByChance = 0.5;
  const bool by_chance =
      term.find(' ') != std::string_view::npos && resumes.DocumentFrequency(term) == 0;
  return Rarity(resumes, term) * (by_chance ? kByChance : 1);
}

void AddTerms(const std::unordered_map<std::string, Count>& counts, const JobPosting& posting,
              const Knowledge& knowledge, JobProfile* profile) {
  const TermStatistics& statistics = *knowledge.statistics;
  const double most = kCommonShare * static_cast<double>(statistics.documents());
  for (const auto& [term, count] : counts) {
    knowledge.associations->AddText(term, Saturated(count.weight), &profile->text_direction);
    const uint64_t frequency = statistics.DocumentFrequency(term);
    if (static_cast<double>(frequency) > most) continue;
    JobTerm added;
    added.term = term;
    added.words = posting.text.substr(count.begin, count.end - count.begin);
    added.idf = Rarity(statistics, term);
    added.rarity = added.idf * RarityInResumes(*knowledge.resumes, term);
    added.weight = std::log1p(count.weight) * added.rarity;
    added.count = count.count;
    added.known = frequency > 0;
    profile->terms.push_back(std::move(added));
  }
}

// Most words of the posting stand in no English one.
bool IsInOtherLanguage(const std::vector<JobTerm>& terms) {
  constexpr size_t kFew = 12;            // words that tell nothing of a language
  constexpr double kUnknownShare = 0.4;  // English postings have .02, few of them .15
  size_t words = 0, unknown = 0;
  for (const JobTerm& term : terms) {
    if (term.term.find(' ') != std::string::npos) continue;
    ++words;
    if (!term.known) ++unknown;
  }
  return words >= kFew && static_cast<double>(unknown) > kUnknownShare * static_cast<double>(words);
}

void DropCommonWords(std::vector<JobTerm>* terms) {
  const std::unordered_set<std::string>& common = CommonWordsOfOtherLanguages();
  const auto says_nothing = [&](std::string_view word) {
    return word.size() < 2 || common.contains(std::string(word));
  };
  std::erase_if(*terms, [&](const JobTerm& term) {
    const size_t space = std::min(term.term.find(' '), term.term.size());
    const std::string_view word(term.term);
    return says_nothing(word.substr(0, space)) ||
           (space < word.size() && says_nothing(word.substr(space + 1)));
  });
}

void SortTerms(JobProfile* profile) {
  std::sort(profile->terms.begin(), profile->terms.end(), [](const JobTerm& a, const JobTerm& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.term < b.term;
  });
  for (size_t i = 0; i < profile->terms.size(); ++i) {
    profile->term_index.emplace(profile->terms[i].term, i);
    profile->mass += profile->terms[i].weight;
  }
}

bool HasLetter(std::string_view term) {
  return std::any_of(term.begin(), term.end(), [](char c) {
    return IsAsciiLower(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80;
  });
}

// Words that the background has never seen are names, unless it has seen none of them.
void MarkKeywords(JobProfile* profile) {
  const auto index_of = [&](const std::string& word) {
    const auto found = profile->term_index.find(word);
    return found == profile->term_index.end() ? -1 : static_cast<int>(found->second);
  };
  for (JobTerm& term : profile->terms) {
    term.worth_showing =
        (term.known || profile->other_language) && !IsRankTerm(term.term) && HasLetter(term.term);
    const size_t space = term.term.find(' ');
    if (space == std::string::npos) continue;
    term.first = index_of(term.term.substr(0, space));
    term.second = index_of(term.term.substr(space + 1));
  }
}

// Where all words of a posting lie close to its trade ("classroom, lesson, pupils"), neighbouring
// trades say many of them too; where they are of many trades, even the best résumé says few.
void SetEase(JobProfile* profile) {
  constexpr double kCommonAptness = 0.32;  // over the postings of all trades
  double aptness = 0;
  for (const JobTerm& term : profile->terms) aptness += term.weight * term.aptness;
  if (profile->mass > 0) profile->ease = aptness / profile->mass / kCommonAptness;
}

// What the title says and what is asked as a must weigh more than what is told beside it.
void Stress(const JobPosting& posting, JobProfile* profile) {
  constexpr double kInTitle = 1.5;
  constexpr double kInMust = 1.35;
  std::unordered_set<std::string> in_title, in_must;
  for (Term& term : FindTerms(posting.title)) in_title.insert(std::move(term.term));
  for (const Requirement& requirement : posting.requirements) {
    if (requirement.need != Need::kMust) continue;
    for (Term& term : FindTerms(requirement.text)) in_must.insert(std::move(term.term));
  }
  for (JobTerm& term : profile->terms) {
    if (in_title.contains(term.term)) term.weight *= kInTitle;
    if (in_must.contains(term.term)) term.weight *= kInMust;
  }
}

// Where the terms of the job point among those of all jobs: "rebar" in a posting for a fixer says
// more than "invoice" in it.
void SetAptness(const Associations& associations, JobProfile* profile) {
  constexpr double kLeast = 0.15;   // a word that points elsewhere was still asked for
  constexpr double kUnknown = 0.1;  // closeness of a word that the tables do not hold
  for (JobTerm& term : profile->terms) {
    Direction direction{};
    associations.AddText(term.term, 1, &direction);
    const double length = Length(direction);
    const double text = std::max(0.0, Closeness(direction, profile->text_direction));
    const double title = Closeness(direction, profile->title_direction);
    term.aptness =
        std::min(1.0, kLeast + (length > 0 ? std::max(0.0, (text + title) / 2) : kUnknown));
    term.weight *= std::sqrt(term.aptness);
    term.pull = length * std::max(0.0, Closeness(direction, profile->field_direction));
  }
}

// "experience", "skills", "ability": words that requirements are made with, whatever is required.
bool IsFiller(const std::string& term) {
  static const std::unordered_set<std::string> fillers = [] {
    std::unordered_set<std::string> stems;
    for (Token& token : FindTokens(
             "experience experienced knowledge skills ability able strong excellent good proven "
             "demonstrated working work years year understanding background degree required "
             "preferred minimum least following two three previous related relevant equivalent "
             "must solid proficient "
             "proficiency familiarity familiar plus desirable essential high level well team "
             "environment effective communication")) {
      stems.insert(std::move(token.term));
    }
    return stems;
  }();
  const size_t space = term.find(' ');
  if (space == std::string::npos) return fillers.contains(term);
  return fillers.contains(term.substr(0, space)) && fillers.contains(term.substr(space + 1));
}

// The single words that stand for something else as often: of "Experience with Go", "go".
std::unordered_set<std::string> DoubtfulTerms(const Requirement& requirement) {
  std::unordered_set<std::string> terms;
  for (const Requirement::Alternative& alternative : requirement.alternatives) {
    if (!alternative.ambiguous) continue;
    for (Token& token : FindTokens(alternative.words)) terms.insert(std::move(token.term));
  }
  return terms;
}

// A single term that is named, or a pair that adds nothing to what is named.
bool IsNamed(const std::unordered_set<std::string>& named, const std::string& term) {
  const size_t space = term.find(' ');
  if (space == std::string::npos) return named.contains(term);
  const std::string first = term.substr(0, space), second = term.substr(space + 1);
  return (named.contains(first) && (named.contains(second) || IsFiller(second))) ||
         (named.contains(second) && IsFiller(first));
}

// The index of the alternative that a concept stands for and the term belongs to.
int AlternativeOf(const std::vector<std::unordered_set<std::string>>& named,
                  const std::string& term) {
  for (size_t i = 0; i < named.size(); ++i) {
    if (IsNamed(named[i], term)) return static_cast<int>(i);
  }
  return -1;
}

// The words of each alternative; none where the taxonomy does not know it.
std::vector<std::unordered_set<std::string>> NamedTerms(const Requirement& requirement) {
  std::vector<std::unordered_set<std::string>> named;
  for (const Requirement::Alternative& alternative : requirement.alternatives) {
    std::unordered_set<std::string>& terms = named.emplace_back();
    if (alternative.concept_id < 0) continue;
    for (Token& token : FindTokens(alternative.words)) terms.insert(std::move(token.term));
  }
  return named;
}

// "Java or Kotlin", "tools such as Jenkins, GitLab", "React/Vue": not "routing on a LAN".
bool AnyWillDo(const std::string& text) {
  static const RE2 kChoice(
      "(?i)\\b(?:or|such as|like|including|include|includes|e\\.?g|i\\.?e|for example|"
      "one of|any of|two of|either|similar|equivalent|following|etc|and/or)\\b|[/(:]");
  return RE2::PartialMatch(text, kChoice);
}

// Which of the concepts in a text the term is a part of the name of; null: of none.
const ConceptMatch* MatchAt(const std::vector<ConceptMatch>& matches, const Term& term) {
  for (const ConceptMatch& match : matches) {
    if (match.begin <= term.begin && term.end <= match.end) return &match;
  }
  return nullptr;
}

bool CanBeSearched(RequirementKind kind) {
  return kind == RequirementKind::kSkill || kind == RequirementKind::kTitle ||
         kind == RequirementKind::kField || kind == RequirementKind::kLicence ||
         kind == RequirementKind::kLanguage;
}

std::vector<AskedName> NamesOf(const Requirement& requirement) {
  std::vector<AskedName> names;
  if (!CanBeSearched(requirement.kind)) return names;
  for (const Requirement::Alternative& alternative : requirement.alternatives) {
    AskedName name;
    name.small_letters = SmallLetters(alternative.words);
    for (Token& token : FindTokens(alternative.words)) {
      if (!token.common) name.terms.push_back(std::move(token.term));
    }
    name.concept_id = alternative.concept_id;
    names.push_back(std::move(name));
  }
  return names;
}

std::vector<AskedField> FieldsOf(const Requirement& requirement, const Taxonomy& taxonomy) {
  std::vector<AskedField> fields;
  if (requirement.kind != RequirementKind::kDegree) return fields;
  for (const Requirement::Alternative& alternative : requirement.alternatives) {
    fields.push_back({Fold(alternative.words), FieldOfStudy(alternative.words, taxonomy)});
  }
  return fields;
}

AskedWords ReadAsked(const Requirement& requirement, const JobProfile& profile,
                     const Taxonomy& taxonomy) {
  constexpr double kPair = 0.5;   // of a single word's weight: its words count by themselves too
  constexpr double kDoubt = 0.3;  // of the proof that another word is
  const std::unordered_set<std::string> doubtful = DoubtfulTerms(requirement);
  const std::vector<std::unordered_set<std::string>> named = NamedTerms(requirement);
  const std::vector<ConceptMatch> matches = taxonomy.FindAll(requirement.text);
  AskedWords asked;
  for (Term& term : FindTerms(requirement.text)) {
    const auto known = profile.term_index.find(term.term);
    if (known == profile.term_index.end() || IsFiller(term.term) || IsRankTerm(term.term)) continue;
    const bool repeated =
        std::any_of(asked.terms.begin(), asked.terms.end(),
                    [&](const AskedTerm& had) { return had.job_term == known->second; });
    if (repeated) continue;
    const JobTerm& job_term = profile.terms[known->second];
    const bool is_pair = term.term.find(' ') != std::string::npos;
    const double weight = job_term.rarity * job_term.aptness * (is_pair ? kPair : 1);
    if (weight <= 0) continue;
    asked.mass += weight;
    AskedTerm added;
    added.job_term = known->second;
    added.named = AlternativeOf(named, term.term);
    const ConceptMatch* match = MatchAt(matches, term);
    if (match != nullptr) added.concept_id = match->concept_id;
    added.weight = weight;
    const bool is_doubtful = doubtful.contains(term.term) || (match != nullptr && match->ambiguous);
    added.proof = is_doubtful ? kDoubt : 1;
    asked.terms.push_back(std::move(added));
  }
  asked.names = NamesOf(requirement);
  asked.fields = FieldsOf(requirement, taxonomy);
  asked.any_will_do = AnyWillDo(requirement.text);
  return asked;
}

// Of all that is said of the work, not of the company or of benefits.
void AddConcepts(const JobPosting& posting, const Taxonomy& taxonomy, JobProfile* profile) {
  constexpr double kOfTheWork = 0.7;
  const std::string_view text(posting.text);
  for (const PostingPart& part : posting.parts) {
    if (PartWeight(part.kind) < kOfTheWork) continue;
    for (const ConceptMatch& match :
         taxonomy.FindAll(text.substr(part.text.begin, part.text.size()))) {
      profile->concepts.push_back(match.concept_id);
    }
  }
  std::sort(profile->concepts.begin(), profile->concepts.end());
  profile->concepts.erase(std::unique(profile->concepts.begin(), profile->concepts.end()),
                          profile->concepts.end());
}

void AddTitle(const JobPosting& posting, const Knowledge& knowledge, JobProfile* profile) {
  for (const Token& token : FindTokens(posting.title)) {
    if (token.common || IsRankTerm(token.term)) continue;
    profile->title_idf.push_back(Rarity(*knowledge.statistics, token.term));
    profile->title_terms.push_back(token.term);
  }
  for (const Term& term : FindTerms(posting.title)) {
    if (!IsRankTerm(term.term)) {
      knowledge.associations->AddTitle(term.term, 1, &profile->title_direction);
    }
  }
  profile->title_family = knowledge.taxonomy->FamilyOfTitle(posting.title);
}

// "Hello" asks for nothing; "Java" and "Chef" do.
bool NamesNothing(const JobPosting& posting, const JobProfile& profile, const Taxonomy& taxonomy) {
  return posting.requirements.empty() && profile.terms.size() <= 1 && posting.title_concept < 0 &&
         taxonomy.FindAll(posting.text, /*in_skill_list=*/true).empty();
}

}  // namespace

double Saturated(double weight) { return std::log1p(1.7 * weight); }

double Rarity(const TermStatistics& statistics, std::string_view term) {
  return std::max(0.0, statistics.Idf(term) - 1);
}

int FieldOfStudy(std::string_view words, const Taxonomy& taxonomy) {
  for (const std::string& text : {std::string(words) + " degree", std::string(words)}) {
    for (const ConceptMatch& match : taxonomy.FindAll(text, /*in_skill_list=*/true)) {
      if (taxonomy.concepts()[match.concept_id].kind == ConceptKind::kField) {
        return match.concept_id;
      }
    }
  }
  return -1;
}

JobProfile ReadProfile(const JobPosting& posting, const Knowledge& knowledge) {
  JobProfile profile;
  std::unordered_map<std::string, Count> counts;
  for (const PostingPart& part : posting.parts) {
    const double weight = PartWeight(part.kind);
    if (weight <= 0) continue;
    const std::string_view text(posting.text);
    CountTerms(text.substr(part.text.begin, part.text.size()), part.text.begin, weight, &counts);
  }
  AddTerms(counts, posting, knowledge, &profile);
  profile.other_language = IsInOtherLanguage(profile.terms);
  if (profile.other_language) DropCommonWords(&profile.terms);
  AddTitle(posting, knowledge, &profile);
  profile.field_direction = Between(profile.text_direction, profile.title_direction);
  profile.field_spread = knowledge.associations->SpreadAlong(profile.field_direction);
  Stress(posting, &profile);
  SetAptness(*knowledge.associations, &profile);
  SortTerms(&profile);
  MarkKeywords(&profile);
  if (!profile.other_language) SetEase(&profile);
  for (const Requirement& requirement : posting.requirements) {
    profile.asked.push_back(ReadAsked(requirement, profile, *knowledge.taxonomy));
  }
  AddConcepts(posting, *knowledge.taxonomy, &profile);
  profile.plain_text = PlainText(posting.text);
  profile.empty = NamesNothing(posting, profile, *knowledge.taxonomy);
  return profile;
}

JobTermUses UsesOf(const ResumeEvidence& evidence, const JobProfile& profile) {
  JobTermUses uses;
  uses.reserve(profile.terms.size());
  for (const JobTerm& term : profile.terms) uses.push_back(evidence.terms.Find(term.term));
  return uses;
}

}  // namespace atsmatch
