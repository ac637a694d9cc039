// In a real browser: a résumé and a posting full of HTML, script, style and escape sequences are
// text; no script of theirs runs, and no address is asked.  Skipped where no Chromium is installed.
#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cstdio>
#include <filesystem>
#include <string>
#include <thread>

#include "tests/cli/run_program.h"

namespace atsmatch {
namespace {

std::string FindChromium() {
  if (const char* chosen = std::getenv("CHROMIUM"); chosen != nullptr) return chosen;
  for (const char* place :
       {"/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"}) {
    if (std::filesystem::exists(place)) return place;
  }
  return "";
}

// A server that counts who comes, and sends everybody away.
class Listener {
 public:
  Listener() : socket_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    bind(socket_, reinterpret_cast<sockaddr*>(&address), sizeof(address));
    listen(socket_, 16);
    socklen_t size = sizeof(address);
    getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] {
      for (int came = accept(socket_, nullptr, nullptr); came >= 0;
           came = accept(socket_, nullptr, nullptr)) {
        ++visitors_;
        close(came);
      }
    });
  }
  ~Listener() {
    shutdown(socket_, SHUT_RDWR);
    thread_.join();
    close(socket_);
  }

  std::string Address() const { return "http://127.0.0.1:" + std::to_string(port_) + "/"; }
  int Visitors() const { return visitors_; }

 private:
  int socket_;
  int port_ = 0;
  std::atomic<int> visitors_ = 0;
  std::thread thread_;
};

// The page as it stands after its scripts have run.
std::string Open(const TemporaryFolder& folder, const std::string& file) {
  const std::string command =
      "timeout 100 '" + FindChromium() +
      "' --headless --no-sandbox --disable-gpu --disable-background-networking"
      " --user-data-dir='" +
      folder.Path("profile") + "' --virtual-time-budget=3000 --dump-dom 'file://" + file +
      "' 2>/dev/null";
  FILE* pipe = popen(command.c_str(), "r");
  std::string page;
  std::array<char, 65536> block{};
  while (const size_t got = fread(block.data(), 1, block.size(), pipe))
    page.append(block.data(), got);
  pclose(pipe);
  return page;
}

constexpr char kMark[] = "data-script-ran";

std::string Attacks(const std::string& address) {
  const std::string act = "document.documentElement.setAttribute('" + std::string(kMark) + "',1)";
  return "<script>" + act + "</script></script><script src=" + address +
         "a.js></script>\n"
         "- <img src=" +
         address + "b.png onerror=\"" + act + "\"> <svg onload=" + act +
         ">\n"
         "- </style><style>@import url(" +
         address + "c.css); body{background:url(" + address +
         "d.png)}</style> <link rel=stylesheet href=" + address +
         "e.css>\n"
         "- <iframe src=" +
         address + "f></iframe> <meta http-equiv=refresh content=0;url=" + address +
         "g> <base href=" + address +
         ">\n"
         "- \" autofocus onfocus=\"" +
         act + " ' onclick='" + act +
         "' \x1b[2J\x1b]0;title\x07\n"
         "- javascript:" +
         act + " data:text/html,<script>" + act + "</script> {{{body}}}\n";
}

class Chromium : public testing::Test {
 protected:
  void SetUp() override {
    if (FindChromium().empty()) {
      GTEST_SKIP() << "no Chromium is installed (set CHROMIUM to its path)";
    }
    attacks_ = Attacks(listener_.Address());
    job_ = folder_.Write(
        "job.txt", "Engineer <b>of</b> Pages\n\nRequirements\n- 3 years of Python\n- " + attacks_ +
                       "\nNice to have\n- Kafka\n");
    resume_ = MakeResume("Jo <i>Roe</i>", "Engineer", "Python, Kafka, <u>HTML</u>") +
              "\nProjects\n\n- " + attacks_;
  }

  void ExpectQuiet(const std::string& report) {
    const std::string page = Open(folder_, report);
    EXPECT_NE(page.find("Inputs and versions"), std::string::npos) << "the report did not open";
    EXPECT_EQ(page.find(std::string(kMark) + "=\""), std::string::npos) << "a script ran";
    EXPECT_EQ(listener_.Visitors(), 0) << "an address was asked";
  }

  Listener listener_;
  TemporaryFolder folder_;
  std::string attacks_, job_, resume_;
};

TEST_F(Chromium, SeesTheAttacksWhereNothingStopsThem) {
  const std::string page =
      Open(folder_, folder_.Write("bare.html", "<!DOCTYPE html><body>" +
                                                   attacks_.substr(0, attacks_.find("</style>")) +
                                                   "</body>"));
  EXPECT_NE(page.find(std::string(kMark) + "=\""), std::string::npos);
  EXPECT_GT(listener_.Visitors(), 0);
}

TEST_F(Chromium, ShowsAHostileResumeAsText) {
  const std::string resume = folder_.Write("resume.pdf", MakePdf(LinesOf(resume_)));
  const std::string report = folder_.Path("report.html");
  const Finished made = RunProgram({resume, job_, "--format", "html", "-o", report});
  ASSERT_EQ(made.exit_code, 0) << made.err;
  ExpectQuiet(report);
}

TEST_F(Chromium, ShowsAHostileFolderAsText) {
  folder_.Write("all/resume.txt", resume_);
  folder_.Write("all/other.pdf", MakePdf(LinesOf(MakeResume("Al Roe", "Cook", "Cooking"))));
  folder_.Write(
      "all/<img src=x onerror=document.documentElement.setAttribute('data-script-ran',1)>.pdf",
      "%PDF-1.4 broken");
  const std::string report = folder_.Path("report.html");
  const Finished made = RunProgram({folder_.Path("all"), job_, "--format", "html", "-o", report});
  ASSERT_EQ(made.exit_code, 1) << made.err;
  ExpectQuiet(report);
}

}  // namespace
}  // namespace atsmatch
