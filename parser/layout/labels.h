// Labels: the dates, headings and field names that stand in a narrow column beside what they name.
#ifndef ATSMATCH_PARSER_LAYOUT_LABELS_H_
#define ATSMATCH_PARSER_LAYOUT_LABELS_H_

#include <vector>

#include "parser/layout/gutter.h"
#include "parser/layout/rows.h"

namespace atsmatch {

// One label, perhaps wrapped over several rows of its column.
struct Label {
  size_t begin = 0, end = 0;  // rows of the label column
  int beside = -1;            // row of the other column that it stands beside; -1: none
};

// How far off its line a label may stand, times its size.  Rows of two independent columns are
// that near by chance: take the smaller one to decide whether they are independent.
constexpr double kBesideForSure = 0.2;
constexpr double kBesideAtAll = 0.4;

// Every row of `labels` is in one of the result's; `others` is the column that they stand beside.
std::vector<Label> FindLabels(const PageContext& page, const std::vector<Row>& labels,
                              const std::vector<Row>& others, double tolerance = kBesideAtAll);

// The same for a column that is known to be one of labels: what stands off the rows of the other
// column, as a date between the two rows of a headline does, belongs to the entry at its height.
std::vector<Label> AttachLabels(const PageContext& page, const std::vector<Row>& labels,
                                const std::vector<Row>& others);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_LAYOUT_LABELS_H_
