// Positions, studies and gaps as bars over the years.
#ifndef ATSMATCH_CLI_HTML_TIMELINE_VIEW_H_
#define ATSMATCH_CLI_HTML_TIMELINE_VIEW_H_

#include "cli/html/view.h"
#include "cli/reading_record.h"

namespace atsmatch {

void PutTimeline(const RecordReading& reading, View* view);

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_HTML_TIMELINE_VIEW_H_
