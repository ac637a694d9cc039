// How long does each step take?  Times are per document of corpora/resumes and corpora/bench, or
// per posting of corpora/jobs; `bytes_per_second` counts the file.
//
// The answer is checked before it is timed: a fast wrong answer stops the program.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "matcher/match.h"
#include "matcher/score/weights.h"
#include "matcher/skills/taxonomy.h"
#include "matcher/terms/associations.h"
#include "matcher/terms/statistics.h"
#include "matcher/terms/tokens.h"
#include "parser/fields/fields.h"
#include "parser/json.h"
#include "parser/layout/reading_order.h"
#include "parser/parse.h"
#include "parser/read/reader.h"
#include "parser/text/lexicon.h"

namespace atsmatch {
namespace {

namespace fs = std::filesystem;

void Require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "speed: %s: not timed, the answer is wrong\n", what);
  std::exit(1);
}

std::vector<std::string> ReadFiles(const char* folder, const char* ending) {
  std::vector<std::string> files;
  const fs::path root = fs::path(ATSMATCH_SOURCE_DIR) / "corpora" / folder;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    if (entry.path().extension() != ending) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    files.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  Require(!files.empty(), folder);
  return files;
}

const Lexicon& TheLexicon() {
  static const Lexicon lexicon = Lexicon::BuiltIn();
  return lexicon;
}

const Taxonomy& TheTaxonomy() {
  static const Taxonomy taxonomy = Taxonomy::BuiltIn();
  return taxonomy;
}

const Knowledge& TheKnowledge() {
  static const TermStatistics statistics = TermStatistics::BuiltIn();
  static const Weights weights = Weights::BuiltIn();
  static const Associations associations = Associations::BuiltIn();
  static const Knowledge knowledge{&TheLexicon(), &TheTaxonomy(), &statistics, &weights,
                                   &associations};
  return knowledge;
}

// Each résumé as it is after every step.
struct Steps {
  std::string bytes;
  Document document;
  Layout layout;
  std::vector<Section> sections;
  ParsedResume parsed;
};

const std::vector<Steps>& Resumes() {
  static const std::vector<Steps> resumes = [] {
    std::vector<Steps> all;
    for (const char* folder : {"resumes", "bench"}) {
      for (std::string& bytes : ReadFiles(folder, ".pdf")) {
        Steps steps;
        steps.document = ReadDocument(bytes, {}).value();
        steps.layout = FindReadingOrder(steps.document, TheLexicon());
        steps.sections = FindSections(steps.layout, TheLexicon());
        steps.parsed = ParseResume(bytes, TheLexicon(), {}).value();
        steps.bytes = std::move(bytes);
        Require(steps.parsed.resume.basics.email.known(), "parse");
        Require(!steps.parsed.resume.work.empty(), "parse");
        all.push_back(std::move(steps));
      }
    }
    return all;
  }();
  return resumes;
}

const std::vector<std::string>& Postings() {
  static const std::vector<std::string> postings = ReadFiles("jobs", ".txt");
  return postings;
}

// Runs `step` on one résumé after the other.
template <class Step>
void ForEachResume(benchmark::State& state, Step step) {
  const std::vector<Steps>& resumes = Resumes();
  size_t next = 0, bytes = 0;
  for (auto _ : state) {
    const Steps& resume = resumes[next];
    benchmark::DoNotOptimize(step(resume));
    bytes += resume.bytes.size();
    next = (next + 1) % resumes.size();
  }
  state.SetItemsProcessed(state.iterations());
  state.SetBytesProcessed(static_cast<int64_t>(bytes));
}

void BM_Read(benchmark::State& state) {
  ForEachResume(state, [](const Steps& resume) { return ReadDocument(resume.bytes, {}); });
}
BENCHMARK(BM_Read)->Unit(benchmark::kMicrosecond);

// With a copy of the document, which the step takes for its own.
void BM_Layout(benchmark::State& state) {
  ForEachResume(
      state, [](const Steps& resume) { return FindReadingOrder(resume.document, TheLexicon()); });
}
BENCHMARK(BM_Layout)->Unit(benchmark::kMicrosecond);

void BM_Sections(benchmark::State& state) {
  ForEachResume(state,
                [](const Steps& resume) { return FindSections(resume.layout, TheLexicon()); });
}
BENCHMARK(BM_Sections)->Unit(benchmark::kMicrosecond);

void BM_Fields(benchmark::State& state) {
  ForEachResume(state, [](const Steps& resume) {
    std::vector<Warning> warnings;
    return ReadFields(
        {resume.layout.document, resume.layout.lines, resume.sections, TheLexicon(), ""},
        &warnings);
  });
}
BENCHMARK(BM_Fields)->Unit(benchmark::kMicrosecond);

void BM_Json(benchmark::State& state) {
  ForEachResume(state, [](const Steps& resume) { return ToJsonResume(resume.parsed, {}); });
}
BENCHMARK(BM_Json)->Unit(benchmark::kMicrosecond);

void BM_ParseResume(benchmark::State& state) {
  ForEachResume(state,
                [](const Steps& resume) { return ParseResume(resume.bytes, TheLexicon(), {}); });
}
BENCHMARK(BM_ParseResume)->Unit(benchmark::kMicrosecond);

void BM_Tokens(benchmark::State& state) {
  Require(FindTerms("C++ and Node.js").size() == 2, "tokens");
  const std::vector<std::string>& postings = Postings();
  size_t next = 0, bytes = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(FindTerms(postings[next]));
    bytes += postings[next].size();
    next = (next + 1) % postings.size();
  }
  state.SetBytesProcessed(static_cast<int64_t>(bytes));
}
BENCHMARK(BM_Tokens)->Unit(benchmark::kMicrosecond);

void BM_ParsePosting(benchmark::State& state) {
  const std::vector<std::string>& postings = Postings();
  for (const std::string& text : postings) {
    Require(!ParsePosting(text, TheTaxonomy(), TheLexicon()).requirements.empty(), "posting");
  }
  size_t next = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(ParsePosting(postings[next], TheTaxonomy(), TheLexicon()));
    next = (next + 1) % postings.size();
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(BM_ParsePosting)->Unit(benchmark::kMicrosecond);

void BM_Match(benchmark::State& state) {
  std::vector<JobPosting> jobs;
  for (const std::string& text : Postings()) {
    jobs.push_back(ParsePosting(text, TheTaxonomy(), TheLexicon()));
  }
  const MatchOptions options{.as_of = {2026, 11, 22}};
  double most = 0;
  for (const Steps& resume : Resumes()) {
    most = std::max(most, MatchResume(resume.parsed, jobs[0], TheKnowledge(), options).score);
  }
  Require(most > 0 && most <= 100, "match");
  size_t next = 0;
  ForEachResume(state, [&](const Steps& resume) {
    next = (next + 1) % jobs.size();
    return MatchResume(resume.parsed, jobs[next], TheKnowledge(), options).score;
  });
}
BENCHMARK(BM_Match)->Unit(benchmark::kMicrosecond);

void BM_LoadLexicon(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Lexicon::BuiltIn());
}
BENCHMARK(BM_LoadLexicon)->Unit(benchmark::kMicrosecond);

void BM_LoadTaxonomy(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Taxonomy::BuiltIn());
}
BENCHMARK(BM_LoadTaxonomy)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace atsmatch

BENCHMARK_MAIN();
