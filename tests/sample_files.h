// The sample documents under corpora/.
//
//   for (const SampleResume& sample : SampleResumes()) Parse(ReadFile(sample.document));
#ifndef ATSMATCH_TESTS_SAMPLE_FILES_H_
#define ATSMATCH_TESTS_SAMPLE_FILES_H_

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>
#include <string>
#include <vector>

namespace atsmatch {

struct SampleResume {
  std::string name;                // "nurse-ie", "tex-jake__gap-us"
  std::filesystem::path document;  // .pdf, .txt or .md
  std::filesystem::path truth;     // what it prints
};

// For the messages of GoogleTest.
inline void PrintTo(const SampleResume& sample, std::ostream* out) { *out << sample.name; }

inline std::filesystem::path CorporaFolder() {
  return std::filesystem::path(ATSMATCH_SOURCE_DIR) / "corpora";
}

inline std::string ReadFile(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

inline std::vector<std::filesystem::path> SortedEntries(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> entries;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    entries.push_back(entry.path());
  }
  std::sort(entries.begin(), entries.end());
  return entries;
}

// corpora/resumes: TRADE-COUNTRY/resume.*
inline std::vector<SampleResume> SampleResumes() {
  std::vector<SampleResume> samples;
  for (const std::filesystem::path& folder : SortedEntries(CorporaFolder() / "resumes")) {
    for (const char* ending : {"pdf", "txt", "md"}) {
      const std::filesystem::path document = folder / (std::string("resume.") + ending);
      if (!std::filesystem::exists(document)) continue;
      samples.push_back({folder.filename(), document, folder / "expected.json"});
      break;
    }
  }
  return samples;
}

// LAYOUT__PERSON.* with LAYOUT__PERSON.truth.json in a folder of corpora.
inline std::vector<SampleResume> ResumesWithTruth(const std::string& folder) {
  std::vector<SampleResume> samples;
  for (const std::filesystem::path& path : SortedEntries(CorporaFolder() / folder)) {
    if (path.extension() == ".json") continue;
    std::filesystem::path truth = path;
    samples.push_back({path.stem(), path, truth.replace_extension(".truth.json")});
  }
  return samples;
}
inline std::vector<SampleResume> BenchResumes() { return ResumesWithTruth("bench"); }
inline std::vector<SampleResume> OfficeResumes() { return ResumesWithTruth("bench-office"); }

}  // namespace atsmatch

#endif  // ATSMATCH_TESTS_SAMPLE_FILES_H_
