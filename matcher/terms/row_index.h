// Finds a row of a table by its first cell: text that is compiled in is searched where it stands.
//
//   RowIndex index("cat\t3\ndog\t5\n");
//   index.Find("dog")   // "5"
#ifndef ATSMATCH_MATCHER_TERMS_ROW_INDEX_H_
#define ATSMATCH_MATCHER_TERMS_ROW_INDEX_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace atsmatch {

class RowIndex {
 public:
  RowIndex() = default;
  // `rows` must outlive the index.  One pass over the text; a megabyte takes about a millisecond.
  explicit RowIndex(std::string_view rows);

  // What stands behind the tab of the row of `key`.
  std::optional<std::string_view> Find(std::string_view key) const;

 private:
  std::string_view rows_;
  // Above: the upper half of the key's hash, so that most keys that are not there are told from
  // those that are without reading the row; below: the row's first byte plus one.  0: free.
  std::vector<uint64_t> slots_;
};

}  // namespace atsmatch

#endif  // ATSMATCH_MATCHER_TERMS_ROW_INDEX_H_
