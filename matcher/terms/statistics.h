// How rare is a word?  Background document frequencies, mergeable.
//
//   TermStatistics statistics = TermStatistics::BuiltIn();
//   statistics.Idf("kubernetes")   // ln((1 + N) / (1 + df)) + 1
//
// The file (atsmatch stats ... -o FILE) is text: a header with the fingerprint of the tokeniser's
// options and the number of documents, then `term TAB df` in byte order.  Merging adds integers: it
// is associative and commutative, and refuses another fingerprint.
#ifndef ATSMATCH_MATCHER_TERMS_STATISTICS_H_
#define ATSMATCH_MATCHER_TERMS_STATISTICS_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "parser/result.h"

namespace atsmatch {

class TermStatistics {
 public:
  TermStatistics();  // of no documents
  TermStatistics(TermStatistics&&) noexcept;
  TermStatistics& operator=(TermStatistics&&) noexcept;
  ~TermStatistics();

  static TermStatistics BuiltIn();         // of postings
  static TermStatistics BuiltInResumes();  // of résumés
  static Result<TermStatistics> FromText(std::string_view text);

  // Counts each term of the text once.
  void AddDocument(std::string_view text);
  Result<bool> Merge(const TermStatistics& other);  // error: another fingerprint
  // Drops terms in fewer documents: for what is shipped.
  void DropRare(uint64_t min_documents);

  uint64_t documents() const;
  uint64_t DocumentFrequency(std::string_view term) const;
  double Idf(std::string_view term) const;
  std::string ToText() const;

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

}  // namespace atsmatch

#endif  // ATSMATCH_MATCHER_TERMS_STATISTICS_H_
