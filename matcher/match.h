// How well does a résumé fit a job, and why?
//
//   Match match = MatchResume(parsed, posting, knowledge, {.as_of = {2026, 3, 1}});
//   match.score                       // 0..100; the points of match.features add up to it
//   match.requirements[0].met         // Met::kYes, with the words that show it
#ifndef ATSMATCH_MATCHER_MATCH_H_
#define ATSMATCH_MATCHER_MATCH_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "matcher/posting/posting.h"
#include "parser/parse.h"
#include "parser/resume.h"

namespace atsmatch {

class Associations;
class Lexicon;
struct ResumeEvidence;
class Taxonomy;
class TermStatistics;
class Weights;

// What the matcher knows of the world; loaded once, passed by reference.
struct Knowledge {
  const Lexicon* lexicon = nullptr;
  const Taxonomy* taxonomy = nullptr;
  const TermStatistics* statistics = nullptr;  // background document frequencies
  const Weights* weights = nullptr;            // corpora/weights.tsv
  const Associations* associations = nullptr;  // words and titles; the built-in ones where null
  const TermStatistics* resumes = nullptr;  // frequencies among résumés; the built-in where null
};

struct MatchOptions {
  Date as_of;  // "today" for current positions and ages of skills; required
};

enum class Band : uint8_t { kStrong, kGood, kPartial, kWeak, kNotScored };
std::string_view BandName(Band band);

enum class Met : uint8_t { kYes, kPartly, kNo, kUnknown };
std::string_view MetName(Met met);

// How a program searches, the strictest first: for the words as the posting has them, for their
// stems, for other names of the same thing, for its kinds and relatives.
enum class Search : uint8_t { kExact, kStems, kAliases, kRelated, kNone };
std::string_view SearchName(Search search);

// One named part of the score.  points = value * max_points; the max_points of all add up to 100.
struct Feature {
  std::string id;     // "must-requirements", "similarity", "title", "years" ...
  std::string label;  // for people
  double raw = 0;     // what was measured, in units of its own
  double value = 0;   // 0..1
  double weight = 0;  // as in the weights file
  double max_points =
      0;  // after the weights of features without evidence in the posting were spread
  double points = 0;
  bool used = true;  // false: the posting does not ask for it, its weight went to the others
  std::string note;  // "the posting names no degree"
};

// Where something is shown in the résumé.
struct Quote {
  IndexRange words;  // into ParsedResume::document.words
  std::string text;  // the line or the part of it
  int page = 0;      // 0-based
  int section = -1;  // index into ParsedResume::sections
};

struct RequirementMatch {
  size_t requirement = 0;  // index into JobPosting::requirements
  Met met = Met::kNo;
  double value = 0;   // 0..1
  double points = 0;  // part of the score that it brings now
  // The strictest search that finds it; kNone also for what has no name that one could search for.
  Search found_by = Search::kNone;
  bool has_name = false;  // else no program can search for it
  double gain = 0;        // points that the score would rise if it were met in full: exact
  std::string reason;     // "shown as PostgreSQL, a kind of SQL"
  std::vector<Quote> quotes;
};

struct KeywordMatch {
  std::string term;       // as people write it
  int concept_id = -1;    // index into the Taxonomy's concepts, -1: plain words
  double importance = 0;  // 0..1, of the job's most important
  int count_in_job = 0;
  int count_in_resume = 0;
  std::vector<Quote> quotes;
};

struct Advice {
  std::string text;   // "if true for you, show Kubernetes in ...", see advice.h
  double points = 0;  // what the score would rise by: exact for a requirement, for a single word at
                      // least so much (only what the word adds to the words of the job is counted)
};

// The other way round: how much of what the résumé shows the job has a use for.
struct JobUse {
  bool known = false;  // the résumé shows skills that the taxonomy knows
  double share = 0;    // 0..1: of what it shows, what is said more counting more
  std::vector<std::string>
      unused;  // names of skills that the job does not ask for, most shown first
};

struct Match {
  double score = 0;  // 0..100, one decimal printed; 0 when band is kNotScored
  Band band = Band::kNotScored;
  bool knocked_out = false;        // some must-have is certainly not met
  std::vector<size_t> knock_outs;  // indices into `requirements`
  std::vector<Feature> features;
  std::vector<RequirementMatch> requirements;
  std::vector<KeywordMatch> matched;  // most important first
  std::vector<KeywordMatch> missing;  // most important first
  std::vector<Advice> advice;         // most points first
  std::vector<Warning> warnings;
  JobUse use;
};

Match MatchResume(const ParsedResume& resume, const JobPosting& posting, const Knowledge& knowledge,
                  const MatchOptions& options);

// The same for many résumés: what is read of the posting is read once.  Safe to use from several
// threads; `posting` and what `knowledge` points to must outlive it.
class JobMatcher {
 public:
  JobMatcher(const JobPosting& posting, const Knowledge& knowledge);
  ~JobMatcher();

  Match MatchResume(const ParsedResume& resume, const MatchOptions& options) const;

  // In two steps: what was read of the résumé once (matcher/score/evidence.h) serves for every job
  // with the same knowledge, and for every date of one month.
  ResumeEvidence ReadResume(const ParsedResume& resume, const MatchOptions& options) const;
  Match MatchEvidence(const ResumeEvidence& evidence) const;

 private:
  Match MatchHonest(const ResumeEvidence& evidence) const;

  struct Prepared;
  std::unique_ptr<const Prepared> prepared_;
};

}  // namespace atsmatch

#endif  // ATSMATCH_MATCHER_MATCH_H_
