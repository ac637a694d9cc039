#include "run_program.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

namespace atsmatch {
namespace {

// Feeds `input` and gathers both outputs without letting a full pipe stop either side.
void Pump(pid_t process, const RunOptions& options, int input_pipe, int out_pipe, int err_pipe,
          Finished* finished) {
  const std::string& input = options.input;
  bool to_signal = options.signal_number != 0;
  fcntl(input_pipe, F_SETFL, O_NONBLOCK);
  size_t fed = 0;
  bool out_open = out_pipe >= 0, err_open = true, in_open = true;
  while (out_open || err_open || in_open) {
    if (in_open && fed == input.size()) {
      close(input_pipe);
      in_open = false;
      continue;
    }
    pollfd polled[3] = {{out_open ? out_pipe : -1, POLLIN, 0},
                        {err_open ? err_pipe : -1, POLLIN, 0},
                        {in_open ? input_pipe : -1, POLLOUT, 0}};
    poll(polled, 3, to_signal ? 10 : -1);
    if (to_signal && options.signal_when(process)) {
      kill(process, options.signal_number);
      to_signal = false;
    }
    char block[1 << 16];
    if (polled[0].revents != 0) {
      const ssize_t got = read(out_pipe, block, sizeof(block));
      out_open = got > 0;
      if (got > 0) finished->out.append(block, static_cast<size_t>(got));
    }
    if (polled[1].revents != 0) {
      const ssize_t got = read(err_pipe, block, sizeof(block));
      err_open = got > 0;
      if (got > 0) finished->err.append(block, static_cast<size_t>(got));
    }
    if (polled[2].revents != 0) {
      const ssize_t written = write(input_pipe, input.data() + fed, input.size() - fed);
      if (written > 0) fed += static_cast<size_t>(written);
      if (written < 0) fed = input.size();  // it does not want the rest
    }
  }
}

}  // namespace

Finished RunProgram(const std::vector<std::string>& arguments, const RunOptions& options) {
  signal(SIGPIPE, SIG_IGN);
  int in[2], out[2], err[2];
  if (pipe2(in, O_CLOEXEC) != 0 || pipe2(out, O_CLOEXEC) != 0 || pipe2(err, O_CLOEXEC) != 0) {
    throw std::runtime_error("no pipes");
  }
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in[0], STDIN_FILENO);
  if (options.output_to.empty()) {
    posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
  } else {
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, options.output_to.c_str(), O_WRONLY,
                                     0);
  }
  posix_spawn_file_actions_adddup2(&actions, err[1], STDERR_FILENO);
  if (!options.folder.empty()) {
    posix_spawn_file_actions_addchdir_np(&actions, options.folder.c_str());
  }
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t defaults;
  sigemptyset(&defaults);
  sigaddset(&defaults, SIGPIPE);
  posix_spawnattr_setsigdefault(&attributes, &defaults);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);

  std::vector<std::string> environment = {"PATH=/usr/bin:/bin", "LANG=C.UTF-8"};
  environment.insert(environment.end(), options.environment.begin(), options.environment.end());
  const std::string program = options.program.empty() ? ATSMATCH_PROGRAM : options.program;
  std::vector<char*> argv = {const_cast<char*>(program.c_str())}, envp;
  for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  for (const std::string& variable : environment)
    envp.push_back(const_cast<char*>(variable.c_str()));
  argv.push_back(nullptr);
  envp.push_back(nullptr);

  pid_t process = -1;
  const int failed =
      posix_spawn(&process, program.c_str(), &actions, &attributes, argv.data(), envp.data());
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  close(in[0]);
  close(out[1]);
  close(err[1]);
  if (failed != 0) throw std::runtime_error("the program cannot be started: " + program);
  Finished finished;
  if (options.close_output) {
    close(out[0]);
    out[0] = -1;
  }
  Pump(process, options, in[1], out[0], err[0], &finished);
  if (out[0] >= 0) close(out[0]);
  close(err[0]);
  int status = 0;
  waitpid(process, &status, 0);
  finished.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  return finished;
}

std::string ReadFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

bool Contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::vector<std::string> LinesOf(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::string MakePdf(const std::vector<std::string>& lines) {
  std::string content =
      lines.empty() ? "0.5 g 100 100 200 200 re f\n" : "BT /F1 11 Tf 72 760 Td 14 TL\n";
  for (const std::string& line : lines) {
    content += "(";
    for (const char c : line) {
      if (c == '(' || c == ')' || c == '\\') content += '\\';
      content += c;
    }
    content += ") Tj T*\n";
  }
  if (!lines.empty()) content += "ET\n";
  const std::vector<std::string> objects = {
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
      "/Resources << /Font << /F1 5 0 R >> >> >>",
      "<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content + "endstream",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"};
  std::string pdf = "%PDF-1.4\n", table;
  for (size_t i = 0; i < objects.size(); ++i) {
    char row[32];
    snprintf(row, sizeof(row), "%010zu 00000 n \n", pdf.size());
    table += row;
    pdf += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const size_t start = pdf.size();
  pdf += "xref\n0 6\n0000000000 65535 f \n" + table +
         "trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n" + std::to_string(start) + "\n%%EOF\n";
  return pdf;
}

std::string MakeResume(const std::string& name, const std::string& title,
                       const std::string& skills) {
  return name + "\n" + title + "\nname@example.com | +1 212 555 0142\n\nExperience\n\n" + title +
         ", Example Works\nJan 2018 - Dec 2023\n- Worked with " + skills +
         " every day\n- Led a team of four\n\nEducation\n\nBachelor of Science, Example "
         "University, "
         "2017\n\nSkills\n\n" +
         skills + "\n";
}

std::string JobText() {
  return "Backend Engineer\n\nRequirements\n- 3+ years of experience with Python and PostgreSQL\n"
         "- Experience with Docker and Kubernetes\n- Bachelor's degree in computer science\n\n"
         "Nice to have\n- Kafka\n";
}

}  // namespace atsmatch
