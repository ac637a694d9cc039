// How a résumé uses each of its terms.
//
//   TermUses uses;
//   ++uses["machin learn"].count;
//   if (const TermUse* use = uses.Find("machin learn")) ...
//   uses.ForEach([](std::string_view term, const TermUse& use) { ... });   // as they were added
//
// A résumé has hundreds of terms, and a folder thousands of résumés: the texts lie one behind the
// other, so that a table is four pieces of memory and not two for each term.
#ifndef ATSMATCH_MATCHER_SCORE_TERM_USES_H_
#define ATSMATCH_MATCHER_SCORE_TERM_USES_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace atsmatch {

struct TermUse {
  int count = 0;
  double weight = 0;  // the weights of the lines it stands in, added up
  size_t line = 0;    // index into ResumeEvidence::lines: the one that counts most
  double best = 0;    // the weight of that line
};

class TermUses {
 public:
  // Added where it is not there.  What it points to moves when another term is added.
  TermUse& operator[](std::string_view term);
  const TermUse* Find(std::string_view term) const;

  template <class Visit>
  void ForEach(Visit visit) const {
    for (const Entry& entry : entries_) visit(TextOf(entry), entry.use);
  }
  size_t size() const { return entries_.size(); }
  void Reserve(size_t terms);

 private:
  struct Entry {
    size_t begin = 0, size = 0;  // in `texts_`
    TermUse use;
  };

  std::string_view TextOf(const Entry& entry) const {
    return std::string_view(texts_).substr(entry.begin, entry.size);
  }
  // The slot that the term has, or would have.
  size_t SlotOf(std::string_view term) const;
  void Spread(size_t slots);

  std::string texts_;
  std::vector<Entry> entries_;
  std::vector<uint32_t> slots_;  // number of the entry, from 1 on; 0: none.  At most half are used.
};

}  // namespace atsmatch

#endif  // ATSMATCH_MATCHER_SCORE_TERM_USES_H_
