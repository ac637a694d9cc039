// What does a whole run of the program cost?  Processor time (user and system, workers included) of
// `atsmatch parse RESUME` and of `atsmatch RESUME JOB` beside that of `pdftotext RESUME -`.
//
//   cost [--rounds N] [RESUME.pdf...]     N is 15; the résumés of corpora/resumes
//   cost --pages [--rounds N] [RESUME.pdf]   is parsing linear in the document?
//
// The programs take turns, so that a busy machine is busy for each of them; a ratio is the median
// over the rounds of the ratio within a round.
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

extern char** environ;

namespace {

namespace fs = std::filesystem;
using Command = std::vector<std::string>;

[[noreturn]] void Fail(const std::string& what) {
  std::fprintf(stderr, "cost: %s\n", what.c_str());
  std::exit(1);
}

double Milliseconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

// Runs the command with its output thrown away.  Milliseconds of it and of all that it waited for.
double Run(const Command& command) {
  std::vector<char*> arguments;
  for (const std::string& argument : command) {
    arguments.push_back(const_cast<char*>(argument.c_str()));
  }
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  for (const int stream : {STDOUT_FILENO, STDERR_FILENO}) {
    posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0);
  }
  pid_t process;
  const int error =
      posix_spawnp(&process, arguments[0], &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) Fail(command[0] + " cannot be started");
  int status = 0;
  rusage usage{};
  if (wait4(process, &status, 0, &usage) != process) Fail("wait4");
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) Fail(command[0] + " failed: not timed");
  return Milliseconds(usage.ru_utime) + Milliseconds(usage.ru_stime);
}

double Median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

// Times of commands that take turns.
struct Times {
  std::vector<double> medians;  // milliseconds, by command
  std::vector<double> ratios;   // to the first command
};

Times TakeTurns(const std::vector<Command>& commands, int rounds) {
  std::vector<std::vector<double>> times(commands.size()), ratios(commands.size());
  for (const Command& command : commands) Run(command);  // what is read is in memory from now on
  for (int round = 0; round < rounds; ++round) {
    for (size_t i = 0; i < commands.size(); ++i) times[i].push_back(Run(commands[i]));
    for (size_t i = 0; i < commands.size(); ++i) {
      ratios[i].push_back(times[i].back() / std::max(times[0].back(), 1e-3));
    }
  }
  Times result;
  for (size_t i = 0; i < commands.size(); ++i) {
    result.medians.push_back(Median(times[i]));
    result.ratios.push_back(Median(ratios[i]));
  }
  return result;
}

std::vector<std::string> SampleResumes() {
  std::vector<std::string> paths;
  for (const auto& entry :
       fs::recursive_directory_iterator(fs::path(ATSMATCH_SOURCE_DIR) / "corpora/resumes")) {
    if (entry.path().extension() == ".pdf") paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  if (paths.empty()) Fail("no résumés in corpora/resumes");
  return paths;
}

std::string ShortName(const fs::path& path) {
  const std::string stem = path.stem();
  return stem == "resume" ? path.parent_path().filename().string() : stem;
}

void CompareWithPdftotext(const std::vector<std::string>& resumes, int rounds) {
  const std::string job =
      (fs::path(ATSMATCH_SOURCE_DIR) / "corpora/jobs/coronary_care_nurse_ireland.txt").string();
  std::printf("%-28s %10s %10s %6s %10s %6s\n", "processor time, ms", "pdftotext", "parse", "ratio",
              "match", "ratio");
  std::vector<double> parse, match;
  for (const std::string& resume : resumes) {
    const Times times = TakeTurns({{"pdftotext", resume, "-"},
                                   {ATSMATCH_PROGRAM, "parse", resume},
                                   {ATSMATCH_PROGRAM, resume, job}},
                                  rounds);
    std::printf("%-28s %10.1f %10.1f %6.2f %10.1f %6.2f\n", ShortName(resume).c_str(),
                times.medians[0], times.medians[1], times.ratios[1], times.medians[2],
                times.ratios[2]);
    std::fflush(stdout);
    parse.push_back(times.ratios[1]);
    match.push_back(times.ratios[2]);
  }
  std::printf("%-28s %10s %10s %6.2f %10s %6.2f\n", "median of the ratios", "", "", Median(parse),
              "", Median(match));
}

// The résumé's pages again and again, by pdfunite.
std::string Repeated(const std::string& resume, int copies, const fs::path& folder) {
  Command unite = {"pdfunite"};
  for (int i = 0; i < copies; ++i) unite.push_back(resume);
  unite.push_back((folder / (std::to_string(copies) + ".pdf")).string());
  Run(unite);
  return unite.back();
}

void ParseMoreAndMorePages(const std::string& resume, int rounds) {
  std::string name = (fs::temp_directory_path() / "atsmatch-cost-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) Fail("no temporary folder");
  std::printf("%-28s %10s %10s %14s\n", "processor time, ms", "pdftotext", "parse",
              "more per copy");
  double before = 0;
  int copies_before = 0;
  for (const int copies : {1, 2, 4, 8, 16, 32}) {
    const std::string path = Repeated(resume, copies, name);
    const Times times = TakeTurns(
        {{"pdftotext", path, "-"}, {ATSMATCH_PROGRAM, "parse", "--cpu-limit", "100", path}},
        rounds);
    const double more = (times.medians[1] - before) / (copies - copies_before);
    std::printf("%-28d %10.1f %10.1f %14.1f\n", copies, times.medians[0], times.medians[1], more);
    std::fflush(stdout);
    before = times.medians[1];
    copies_before = copies;
  }
  fs::remove_all(name);
}

}  // namespace

int main(int argc, char** argv) {
  int rounds = 15;
  bool pages = false;
  std::vector<std::string> resumes;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--rounds" && i + 1 < argc) {
      rounds = std::max(1, std::atoi(argv[++i]));
    } else if (argument == "--pages") {
      pages = true;
    } else {
      resumes.push_back(argument);
    }
  }
  if (resumes.empty()) resumes = SampleResumes();
  if (pages) {
    ParseMoreAndMorePages(resumes[0], rounds);
  } else {
    CompareWithPdftotext(resumes, rounds);
  }
}
