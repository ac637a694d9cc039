// Finds a row of a table by its first cell: text that is compiled in is searched where it stands.
//
//   const std::string_view rows = "cat\t3\ndog\t5\n";
//   const std::vector<uint64_t> slots = RowSlots(rows);
//   RowIndex(rows, slots).Find("dog")   // "5"
//
// The slots of the built-in tables are made by the build (compile_background.cc).
#ifndef ATSMATCH_MATCHER_TERMS_ROW_INDEX_H_
#define ATSMATCH_MATCHER_TERMS_ROW_INDEX_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace atsmatch {

// Open addressing by the hash of the key, a power of two.  Above: the upper half of the hash, so
// that most keys that are not there are told from those that are without reading the row; below:
// the row's first byte plus one.  0: free.
std::vector<uint64_t> RowSlots(std::string_view rows);

class RowIndex {
 public:
  RowIndex() = default;
  // Both must outlive the index.
  RowIndex(std::string_view rows, std::span<const uint64_t> slots) : rows_(rows), slots_(slots) {}

  // What stands behind the tab of the row of `key`.
  std::optional<std::string_view> Find(std::string_view key) const;

 private:
  std::string_view rows_;
  std::span<const uint64_t> slots_;
};

// The files of corpora/background, as they are.
struct BackgroundTable {
  std::string_view file, rows;
  std::span<const uint64_t> slots;
};
std::span<const BackgroundTable> BuiltInBackground();  // generated

}  // namespace atsmatch

#endif  // ATSMATCH_MATCHER_TERMS_ROW_INDEX_H_
