#include "cli/commands.h"
namespace atsmatch {
int RunJob(const Settings&) { return kUsage; }
int RunStats(const Settings&) { return kUsage; }
int RunMergeStats(const Settings&) { return kUsage; }
int RunMergeTop(const Settings&) { return kUsage; }
}  // namespace atsmatch
