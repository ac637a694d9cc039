// What a job asks for, as the score sees it: weighed terms and its title.
#ifndef ATSMATCH_MATCHER_SCORE_PROFILE_H_
#define ATSMATCH_MATCHER_SCORE_PROFILE_H_

#include <string>
#include <unordered_map>
#include <vector>

#include "matcher/match.h"
#include "matcher/score/term_uses.h"
#include "matcher/terms/associations.h"

namespace atsmatch {

struct ResumeEvidence;

struct JobTerm {
  std::string term;    // as FindTerms gives it
  std::string words;   // as the posting writes it
  double weight = 0;   // how much the job is about it: TF-IDF, less where it points elsewhere
  double idf = 0;      // among postings
  double rarity = 0;   // idf among postings and among résumés, multiplied
  int count = 0;       // in the posting
  bool known = false;  // the background has seen it; else it is a name or a slip
  double aptness = 0;  // 0..1: how near its use lies to the job's own words and its title
  double pull = 0;     // how far one use of it moves a résumé towards the job's field; 0 or more
  bool worth_showing = false;  // to a person, as a keyword: a word of a trade
  // Of a pair: the indices of its two words in JobProfile::terms; -1: the job has no such term.
  int first = -1, second = -1;
};

// What the words of a requirement say: the rarer and the nearer to the job, the more.
struct AskedTerm {
  size_t job_term = 0;  // index into JobProfile::terms
  double weight = 0;
  double proof = 1;     // 0..1: how far the word alone shows it; "go" is no proof of Go
  int named = -1;       // index of the alternative it belongs to, of those that the taxonomy knows
  int concept_id = -1;  // what it is part of the name of; -1: of nothing that the taxonomy knows
};
// What a program could search for.
struct AskedName {
  std::string small_letters;       // as the posting writes it, "A" as "a"
  std::vector<std::string> terms;  // its words, without common ones
  int concept_id = -1;             // index into the Taxonomy's concepts
};
// A field of study.
struct AskedField {
  std::string folded;   // as Fold() gives it
  int concept_id = -1;  // -1: none that the taxonomy knows
};
struct AskedWords {
  std::vector<AskedTerm> terms;
  std::vector<AskedName> names;    // as the alternatives of the requirement
  std::vector<AskedField> fields;  // of a degree, as well
  bool any_will_do = true;  // else they are parts of one thing: "routing and switching on a LAN"
  double mass = 0;          // of the weights
};

struct JobProfile {
  std::vector<JobTerm> terms;                          // heaviest first
  std::unordered_map<std::string, size_t> term_index;  // into `terms`
  double mass = 0;                                     // of the weights of all terms
  double ease = 1;  // how near to its trade the words of the posting lie; 1: as is usual
  std::vector<std::string> title_terms;  // without words of rank; may be empty
  std::vector<double> title_idf;         // of title_terms
  int title_family = -1;
  std::vector<AskedWords> asked;  // of the text of each requirement of the posting
  Direction text_direction{};     // where the words of the posting point
  Direction title_direction{};    // and those of its title
  Direction field_direction{};    // between the two
  Spread field_spread;            // of postings of all trades along it
  std::string plain_text;         // of the posting, as PlainText gives it
  std::vector<int> concepts;      // what the posting names anywhere in its work and requirements
  bool other_language = false;    // most of its words stand in no English posting
  bool empty = true;              // nothing to score against
};

// Saying a word again proves ever less.
double Saturated(double weight);
// ln(N / df): 0 for what stands in every posting.
double Rarity(const TermStatistics& statistics, std::string_view term);

// The field that the words, or those of a degree in it, name: "Biology"; -1: none that is known.
int FieldOfStudy(std::string_view words, const Taxonomy& taxonomy);

// `knowledge.associations` and `resumes` must be given.
JobProfile ReadProfile(const JobPosting& posting, const Knowledge& knowledge);

// How the résumé uses each of the job's terms, as JobProfile::terms; null where it does not.
using JobTermUses = std::vector<const TermUse*>;
JobTermUses UsesOf(const ResumeEvidence& evidence, const JobProfile& profile);

}  // namespace atsmatch

#endif  // ATSMATCH_MATCHER_SCORE_PROFILE_H_
