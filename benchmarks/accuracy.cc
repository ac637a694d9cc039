// How well are résumés read?  Precision, recall and F1 of each group of fields, and how far the
// parser's own confidence can be trusted.
//
//   accuracy [--documents] [FOLDER...]
//
// A folder holds pairs NAME.pdf (.docx, .odt ...) and NAME.truth.json, or folders with resume.* and expected.json.
// Without one: corpora/bench and corpora/resumes.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "benchmarks/accuracy_json.h"
#include "benchmarks/accuracy_score.h"
#include "parser/json.h"
#include "parser/parse.h"
#include "parser/text/lexicon.h"

namespace atsmatch {
namespace {

namespace fs = std::filesystem;

struct Case {
  std::string name;
  fs::path document, truth;
};

std::string ReadBytes(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// The document beside a truth: `stem` with any ending that is read.
fs::path DocumentOf(const fs::path& stem) {
  for (const char* ending : {".pdf", ".docx", ".odt", ".txt", ".md"}) {
    const fs::path document = stem.string() + ending;
    if (fs::exists(document)) return document;
  }
  return {};
}

std::vector<Case> FindCases(const fs::path& folder) {
  constexpr std::string_view kTruth = ".truth.json";
  std::vector<Case> cases;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename();
    Case found;
    if (name.ends_with(kTruth)) {
      found.name = name.substr(0, name.size() - kTruth.size());
      found.truth = entry.path();
      found.document = DocumentOf(folder / found.name);
    } else if (fs::exists(entry.path() / "expected.json")) {
      found.name = name;
      found.truth = entry.path() / "expected.json";
      found.document = DocumentOf(entry.path() / "resume");
    }
    if (!found.document.empty()) cases.push_back(std::move(found));
  }
  std::sort(cases.begin(), cases.end(),
            [](const Case& a, const Case& b) { return a.name < b.name; });
  return cases;
}

// A document that cannot be read scores as one of which nothing was read.
Result<DocumentScore> ScoreCase(const Case& scored, const Lexicon& lexicon) {
  Result<PlainResume> truth = ReadTruth(ReadBytes(scored.truth));
  if (!truth.ok()) return truth.error();
  PlainResume read;
  const Result<ParsedResume> parsed = ParseResume(ReadBytes(scored.document), lexicon, {});
  if (parsed.ok()) {
    Result<PlainResume> plain = ReadParsed(ToJsonResume(parsed.value(), {.pretty = false}));
    if (plain.ok()) read = std::move(plain).value();
  } else {
    std::fprintf(stderr, "accuracy: %s: %s\n", scored.name.c_str(),
                 parsed.error().Message().c_str());
  }
  return ScoreResume(truth.value(), read);
}

void PrintGroups(const DocumentScore& score) {
  std::printf("%-24s %9s %7s %6s %8s\n", "fields", "precision", "recall", "F1", "printed");
  for (const std::string& name : ScoreGroups()) {
    const Tally& tally = score.group(name);
    if (tally.printed <= 0) continue;
    std::printf("%-24s %9.3f %7.3f %6.3f %8.0f\n", name.c_str(), tally.Precision(), tally.Recall(),
                tally.F1(), tally.printed);
  }
}

// Of the values that the parser is 90 % sure of, 90 % should be right.
void PrintCalibration(std::vector<Judged> judged) {
  constexpr size_t kBins = 10;
  if (judged.size() < kBins) return;
  std::stable_sort(judged.begin(), judged.end(),
                   [](const Judged& a, const Judged& b) { return a.confidence < b.confidence; });
  std::printf("\n%-24s %10s %8s\n", "confidence (deciles)", "mean", "right");
  double error = 0;
  for (size_t bin = 0; bin < kBins; ++bin) {
    const size_t begin = bin * judged.size() / kBins, end = (bin + 1) * judged.size() / kBins;
    double confidence = 0, right = 0;
    for (size_t i = begin; i < end; ++i) {
      confidence += judged[i].confidence;
      right += judged[i].right;
    }
    const double count = static_cast<double>(end - begin);
    std::printf("%.2f .. %-16.2f %10.3f %8.3f\n", judged[begin].confidence,
                judged[end - 1].confidence, confidence / count, right / count);
    error += std::abs(confidence - right);
  }
  std::printf("%-24s %10.3f over %zu values\n", "mean gap",
              error / static_cast<double>(judged.size()), judged.size());
}

// Returns false where the folder holds nothing to measure.
bool Measure(const fs::path& folder, const Lexicon& lexicon, bool show_documents) {
  const std::vector<Case> cases = FindCases(folder);
  DocumentScore total;
  size_t perfect = 0;
  for (const Case& scored : cases) {
    const Result<DocumentScore> score = ScoreCase(scored, lexicon);
    if (!score.ok()) {
      std::fprintf(stderr, "accuracy: %s: %s\n", scored.truth.c_str(),
                   score.error().Message().c_str());
      return false;
    }
    if (show_documents) {
      std::printf("%-44s %6.3f%s\n", scored.name.c_str(), MacroF1(score.value()),
                  score.value().perfect ? "  perfect" : "");
    }
    total.Add(score.value());
    perfect += score.value().perfect;
  }
  if (cases.empty()) {
    std::fprintf(stderr, "accuracy: %s: no documents with their truth\n", folder.c_str());
    return false;
  }
  std::printf("\n%s: %zu documents\n", folder.filename().c_str(), cases.size());
  PrintGroups(total);
  std::printf("%-24s %24.4f\n", "mean F1 of the groups", MacroF1(total));
  std::printf("%-24s %18zu of %zu\n", "perfect documents", perfect, cases.size());
  PrintCalibration(total.judged);
  return true;
}

int Main(int argc, char** argv) {
  std::vector<fs::path> folders;
  bool show_documents = false;
  for (int i = 1; i < argc; ++i) {
    if (std::string_view(argv[i]) == "--documents") {
      show_documents = true;
    } else {
      folders.emplace_back(argv[i]);
    }
  }
  if (folders.empty()) {
    const fs::path corpora = fs::path(ATSMATCH_SOURCE_DIR) / "corpora";
    folders = {corpora / "bench", corpora / "resumes"};
  }
  const Lexicon lexicon = Lexicon::BuiltIn();
  bool all_well = true;
  for (fs::path& folder : folders) {
    if (!folder.has_filename()) folder = folder.parent_path();
    all_well = Measure(folder, lexicon, show_documents) && all_well;
  }
  return all_well ? 0 : 1;
}

}  // namespace
}  // namespace atsmatch

int main(int argc, char** argv) { return atsmatch::Main(argc, argv); }
