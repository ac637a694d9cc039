// Reads job postings: text, Markdown and HTML here, PDF in a worker process.
#ifndef ATSMATCH_CLI_JOBS_H_
#define ATSMATCH_CLI_JOBS_H_

#include <string>

#include "cli/knowledge.h"
#include "cli/options.h"
#include "matcher/posting/posting.h"
#include "parser/result.h"

namespace atsmatch {

struct Job {
  std::string path;  // in UTF-8, for display
  std::string sha256;
  JobPosting posting;
};

Result<Job> LoadJob(const std::string& path, const Settings& settings,
                    const LoadedKnowledge& knowledge);

// The text of any document, line by line in reading order.
Result<std::string> TextOfDocument(std::string_view bytes, const Lexicon& lexicon);

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_JOBS_H_
