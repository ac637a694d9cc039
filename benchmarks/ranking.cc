// How good is the ranking?  Scores the résumés of graded jobs and compares with the grades.
//
//   ranking FOLDER [--as-of YEAR] [--dump FEATURES.tsv] [--worst N] [--only jNN]
//
// FOLDER holds one folder a job: job.txt, resumes/*, grades.tsv (stem TAB grade TAB reason; 3
// shortlist, 2 interview, 1 partly, 0 not relevant).  Prints nDCG@10 and MAP (means over the jobs;
// relevant is 2 and more; ties against us), the pooled AUC (does a score mean the same for every
// job?) and the median score of each grade.  --dump writes every feature of every pair, for
// fit_weights.py.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "matcher/match.h"
#include "matcher/score/weights.h"
#include "matcher/skills/taxonomy.h"
#include "matcher/terms/statistics.h"
#include "parser/parse.h"
#include "parser/text/lexicon.h"

namespace atsmatch {
namespace {

namespace fs = std::filesystem;

struct Graded {
  std::string job;
  std::string stem;
  int grade = 0;
  std::string reason;
  Match match;
  std::string titles;
};

std::string ReadBytes(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

std::vector<Graded> ReadGrades(const fs::path& folder) {
  std::vector<Graded> graded;
  std::ifstream file(folder / "grades.tsv");
  for (std::string line; std::getline(file, line);) {
    std::istringstream cells(line);
    Graded row;
    std::string grade;
    row.job = folder.filename();
    std::getline(cells, row.stem, '\t');
    std::getline(cells, grade, '\t');
    std::getline(cells, row.reason);
    if (grade.empty()) continue;
    row.grade = grade[0] - '0';
    graded.push_back(std::move(row));
  }
  return graded;
}

double DiscountedGain(const std::vector<int>& grades) {
  double gain = 0;
  for (size_t i = 0; i < std::min<size_t>(10, grades.size()); ++i) {
    gain += (std::pow(2, grades[i]) - 1) / std::log2(static_cast<double>(i) + 2);
  }
  return gain;
}

// The grades of a job's résumés, best score first.
std::vector<int> Ranked(std::vector<const Graded*> rows) {
  std::sort(rows.begin(), rows.end(), [](const Graded* a, const Graded* b) {
    return a->match.score != b->match.score ? a->match.score > b->match.score : a->grade < b->grade;
  });
  std::vector<int> grades;
  for (const Graded* row : rows) grades.push_back(row->grade);
  return grades;
}

double AveragePrecision(const std::vector<int>& grades) {
  double sum = 0;
  int hits = 0;
  for (size_t i = 0; i < grades.size(); ++i) {
    if (grades[i] < 2) continue;
    ++hits;
    sum += hits / (static_cast<double>(i) + 1);
  }
  return hits > 0 ? sum / hits : -1;
}

double PooledAuc(const std::vector<Graded>& rows) {
  double wins = 0, pairs = 0;
  for (const Graded& good : rows) {
    if (good.grade < 2) continue;
    for (const Graded& bad : rows) {
      if (bad.grade >= 2) continue;
      pairs += 1;
      wins += good.match.score > bad.match.score    ? 1
              : good.match.score == bad.match.score ? 0.5
                                                    : 0;
    }
  }
  return pairs > 0 ? wins / pairs : 0;
}

void Report(const std::vector<Graded>& rows, size_t worst) {
  std::map<std::string, std::vector<const Graded*>> jobs;
  for (const Graded& row : rows) jobs[row.job].push_back(&row);
  double ndcg = 0, map = 0;
  int ndcg_jobs = 0, map_jobs = 0;
  for (auto& [job, members] : jobs) {
    const std::vector<int> grades = Ranked(members);
    std::vector<int> ideal = grades;
    std::sort(ideal.rbegin(), ideal.rend());
    const double best = DiscountedGain(ideal);
    if (best > 0) {
      ndcg += DiscountedGain(grades) / best;
      ++ndcg_jobs;
    }
    const double precision = AveragePrecision(grades);
    if (precision >= 0) {
      map += precision;
      ++map_jobs;
    }
    if (worst == 0) continue;
    std::printf("== %s nDCG@10 %.3f AP %.3f\n", job.c_str(),
                best > 0 ? DiscountedGain(grades) / best : -1, precision);
    std::sort(members.begin(), members.end(),
              [](const Graded* a, const Graded* b) { return a->match.score > b->match.score; });
    size_t shown = 0;
    for (size_t i = 0; i < members.size() && shown < worst; ++i) {
      const bool wrong = i < 10 ? members[i]->grade <= 1 : members[i]->grade >= 2;
      if (!wrong) continue;
      ++shown;
      std::printf("  #%zu grade %d score %.1f [", i + 1, members[i]->grade,
                  members[i]->match.score);
      for (const Feature& feature : members[i]->match.features) {
        if (feature.used) std::printf("%s %.2f ", feature.id.c_str(), feature.value);
      }
      std::printf("] %s | %s\n", members[i]->titles.c_str(), members[i]->reason.c_str());
    }
  }
  std::printf("jobs %zu  nDCG@10 %.3f  MAP %.3f  pooled AUC %.3f ", jobs.size(),
              ndcg / std::max(1, ndcg_jobs), map / std::max(1, map_jobs), PooledAuc(rows));
  for (int grade = 0; grade <= 3; ++grade) {
    std::vector<double> scores;
    for (const Graded& row : rows) {
      if (row.grade == grade) scores.push_back(row.match.score);
    }
    std::sort(scores.begin(), scores.end());
    if (!scores.empty()) std::printf(" median of %d: %.1f", grade, scores[scores.size() / 2]);
  }
  std::printf("\n");
}

void Dump(const std::vector<Graded>& rows, const std::string& path) {
  std::ofstream file(path);
  for (const Graded& row : rows) {
    file << row.job << '\t' << row.stem << '\t' << row.grade << '\t' << row.match.score;
    for (const Feature& feature : row.match.features) {
      file << '\t' << feature.id << '=' << (feature.used ? feature.raw : -9);
    }
    file << '\n';
  }
}

int Run(int argc, char** argv) {
  if (argc < 2) return 2;
  std::string dump, only;
  size_t worst = 0;
  Date as_of{2026, 1, 1};
  for (int i = 2; i + 1 < argc; i += 2) {
    const std::string option = argv[i];
    if (option == "--dump") dump = argv[i + 1];
    if (option == "--only") only = argv[i + 1];
    if (option == "--worst") worst = std::stoul(argv[i + 1]);
    if (option == "--as-of") as_of.year = std::stoi(argv[i + 1]);
  }
  const Lexicon lexicon = Lexicon::BuiltIn();
  const Taxonomy taxonomy = Taxonomy::BuiltIn();
  const TermStatistics statistics = TermStatistics::BuiltIn();
  const Weights weights = Weights::BuiltIn();
  const Knowledge knowledge{&lexicon, &taxonomy, &statistics, &weights};
  std::vector<fs::path> folders;
  for (const auto& entry : fs::directory_iterator(argv[1])) {
    if (fs::exists(entry.path() / "grades.tsv")) folders.push_back(entry.path());
  }
  std::sort(folders.begin(), folders.end());
  std::vector<Graded> rows;
  double matching = 0;  // seconds of CPU
  for (const fs::path& folder : folders) {
    if (!only.empty() && folder.filename() != only) continue;
    const JobPosting posting = ParsePosting(ReadBytes(folder / "job.txt"), taxonomy, lexicon);
    const JobMatcher matcher(posting, knowledge);
    for (Graded& row : ReadGrades(folder)) {
      const Result<ParsedResume> parsed =
          ParseResume(ReadBytes(folder / "resumes" / (row.stem + ".pdf")), lexicon, {});
      if (parsed.ok()) {
        const std::clock_t start = std::clock();
        row.match = matcher.MatchResume(parsed.value(), {as_of});
        matching += static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
        row.titles = parsed.value().resume.basics.label.value;
        for (const Work& work : parsed.value().resume.work)
          row.titles += " / " + work.position.value;
        row.titles.resize(std::min<size_t>(row.titles.size(), 90));
      } else {
        std::printf("%s/%s: %s\n", row.job.c_str(), row.stem.c_str(),
                    parsed.error().Message().c_str());
      }
      rows.push_back(std::move(row));
    }
  }
  Report(rows, worst);
  std::printf("matching: %.3f ms a résumé\n", matching * 1000 / std::max<size_t>(1, rows.size()));
  if (!dump.empty()) Dump(rows, dump);
  return 0;
}

}  // namespace
}  // namespace atsmatch

int main(int argc, char** argv) { return atsmatch::Run(argc, argv); }
