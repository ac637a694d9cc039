// How much of what a résumé prints was read, and how much of what was read is right?
//
//   DocumentScore score = ScoreResume(truth, parsed);
//   score.group("work.company").F1()
//   MacroF1(score)                      // the mean over the groups that the truth has
//
// What is true but not printed is neutral: to say it is neither right nor wrong.  Entries are
// paired by what they share, the best pairs of all, before their fields are compared.
#ifndef ATSMATCH_BENCHMARKS_ACCURACY_SCORE_H_
#define ATSMATCH_BENCHMARKS_ACCURACY_SCORE_H_

#include <map>
#include <string>
#include <vector>

#include "benchmarks/accuracy_json.h"

namespace atsmatch {

// Counts; texts count by the share of their words.
struct Tally {
  double hits = 0;
  double read = 0;
  double printed = 0;

  double Precision() const { return read > 0 ? hits / read : 0; }
  double Recall() const { return printed > 0 ? hits / printed : 0; }
  double F1() const;
  void Add(const Tally& other);
};

// A value that was read, how sure the parser was, and whether it is right.
struct Judged {
  double confidence = 0;  // 0..1
  bool right = false;
};

struct DocumentScore {
  std::map<std::string, Tally> groups;
  std::vector<Judged> judged;
  // Name, e-mail, phone, every employer, position, school and date are right, and no entry of work
  // or education too many.
  bool perfect = false;

  const Tally& group(const std::string& name) const;
  void Add(const DocumentScore& other);
};

// The names of the groups in the order in which they are shown.
const std::vector<std::string>& ScoreGroups();

DocumentScore ScoreResume(const PlainResume& truth, const PlainResume& read);
// 0..1; groups that no truth has are left out.
double MacroF1(const DocumentScore& score);

}  // namespace atsmatch

#endif  // ATSMATCH_BENCHMARKS_ACCURACY_SCORE_H_
