// What a résumé shows, as the score sees it: terms, concepts, titles, years; nothing of who the
// person is.
//
// Names, contact details, addresses, photos, birth dates, nationality, marital status, references
// and the names of schools are masked before anything is counted, so that a score cannot depend on
// them.  Words that a reader of the page does not see are in no line and are not counted either.
#ifndef ATSMATCH_MATCHER_SCORE_EVIDENCE_H_
#define ATSMATCH_MATCHER_SCORE_EVIDENCE_H_

#include <string>
#include <unordered_map>
#include <vector>

#include "matcher/match.h"
#include "matcher/score/term_uses.h"
#include "matcher/terms/associations.h"

namespace atsmatch {

// A line as it is counted.
struct EvidenceLine {
  IndexRange words;  // into ParsedResume::document.words
  int page = 0;      // 0-based
  std::string text;  // without masked words
  int section = -1;  // index into ParsedResume::sections
  SectionKind kind = SectionKind::kOther;
  double weight = 0;  // 0..1: how much a word in it counts
  size_t tokens = 0;  // how many
};

struct ConceptUse {
  int count = 0;
  size_t line = 0;  // index into ResumeEvidence::lines: the one that counts most
  double best = 0;  // the weight of that line
};

// A position held, or what the person calls herself.
struct TitleUse {
  std::string text;
  std::vector<std::string> terms;  // without seniority words
  int concept_id = -1;
  int family = -1;
  int level = 0;       // 0 not stated, 1 intern or junior .. 5 executive
  double recency = 0;  // 1 current .. 0 long ago
  double years = 0;    // held; 0: not known
  IndexRange words;    // into ParsedResume::document.words
};

// All that a score of the résumé depends on, whatever the job: whoever keeps it needs the résumé no
// more.
struct ResumeEvidence {
  std::vector<EvidenceLine> lines;
  TermUses terms;  // one and two tokens
  std::unordered_map<int, ConceptUse> concepts;
  std::vector<TitleUse> titles;  // the most recent first
  double years = 0;              // of work, overlaps counted once
  bool has_years = false;        // dates were found
  int degree_level = 0;          // the highest finished or under way; 0: none found
  Quote degree;
  std::vector<std::string> languages;  // folded names
  std::string hidden_text;             // what no reader of the page sees
  // Of all `terms` together; a job takes out the part of those that it names.
  Direction direction{};  // where they point
  double length = 0;      // their weights added up
};

ResumeEvidence ReadEvidence(const ParsedResume& resume, const Knowledge& knowledge,
                            const Date& as_of);

// The same, but what some lines say does not count; one flag a line.
ResumeEvidence WithoutLines(ResumeEvidence evidence, const std::vector<bool>& left_out,
                            const Knowledge& knowledge);

// The line as a person sees it, for showing why.
Quote QuoteOf(const ResumeEvidence& evidence, size_t evidence_line);

// Words of rank that are no trade: "senior", "junior", "head"; terms as FindTokens gives them.
bool IsRankTerm(const std::string& term);

}  // namespace atsmatch

#endif  // ATSMATCH_MATCHER_SCORE_EVIDENCE_H_
