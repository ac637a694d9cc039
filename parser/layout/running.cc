#include "parser/layout/running.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <string_view>

#include "parser/text/pattern.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

constexpr double kMargin = 0.12;    // of the page's height, at the top and at the bottom
constexpr double kSamePlace = 6.0;  // points
constexpr double kGapBelow =
    18.0;  // points, baseline to baseline: more than the leading of the header
constexpr double kGapAbove = 15.0;
constexpr double kSameRow = 2.0;
constexpr size_t kMostRows = 4;  // of a header or footer

std::string WithoutDigits(std::string_view text) {
  std::string shape;
  for (char c : text) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit) shape += c;
    if (digit && (shape.empty() || shape.back() != '#')) shape += '#';
  }
  return ToLower(shape);
}

struct Candidate {
  int fragment = 0;
  std::string shape;
  bool top = false;
  bool page_number = false;
};

class RunningFinder {
 public:
  explicit RunningFinder(const std::vector<PageContext>& pages) : pages_(pages) {}

  std::vector<FragmentList> Find() {
    for (const PageContext& page : pages_) candidates_.push_back(Candidates(page));
    std::vector<FragmentList> running(pages_.size());
    for (size_t page = 0; page < pages_.size(); ++page) {
      for (const Candidate& candidate : candidates_[page]) {
        if (candidate.page_number ||
            (page > 0 &&
             (ComesOnAnotherPage(page, candidate) || NamesFirstPage(page, candidate))) ||
            (page == 0 && !candidate.top && ComesOnAnotherPage(page, candidate)) ||
            SignsPage(page, candidate)) {
          running[page].push_back(candidate.fragment);
        }
      }
    }
    AddCredits(&running);
    return running;
  }

 private:
  static std::vector<Candidate> Candidates(const PageContext& page) {
    const double height = page.document.pages[page.page].height;
    const double top = TopMargin(page, height), bottom = BottomMargin(page, height);
    std::vector<Candidate> candidates;
    for (size_t i = 0; i < page.fragments.size(); ++i) {
      const Fragment& fragment = page.fragments[i];
      const bool at_top = fragment.baseline <= top, at_bottom = fragment.baseline >= bottom;
      if (!at_top && !at_bottom) continue;
      const std::string text = TextOf(page.document, fragment);
      candidates.push_back(
          {static_cast<int>(i), WithoutDigits(text), at_top, LooksLikePageNumber(text)});
    }
    return candidates;
  }

  // The margin ends where the first white space is, after four rows at most.
  static double TopMargin(const PageContext& page, double height) {
    const std::vector<double> baselines = Baselines(page);
    for (size_t i = 1; i < baselines.size() && i <= kMostRows; ++i) {
      if (baselines[i - 1] > kMargin * height) break;
      if (baselines[i] - baselines[i - 1] > kGapBelow) return baselines[i - 1];
    }
    return 0;
  }
  static double BottomMargin(const PageContext& page, double height) {
    const std::vector<double> baselines = Baselines(page);
    for (size_t i = 1; i < baselines.size() && i <= kMostRows; ++i) {
      const double row = baselines[baselines.size() - i],
                   above = baselines[baselines.size() - i - 1];
      if (row < (1 - kMargin) * height) break;
      if (row - above > kGapAbove) return row;
    }
    return height;
  }
  static std::vector<double> Baselines(const PageContext& page) {
    std::vector<double> baselines;
    for (const Fragment& fragment : page.fragments) baselines.push_back(fragment.baseline);
    std::sort(baselines.begin(), baselines.end());
    baselines.erase(std::unique(baselines.begin(), baselines.end(),
                                [](double a, double b) { return b - a < kSameRow; }),
                    baselines.end());
    return baselines;
  }

  // "© 2014 Jo Doe" over "Template by Acme", set apart at the end: said of the page, not of the
  // person.
  void AddCredits(std::vector<FragmentList>* running) const {
    constexpr double kSetApart = 3;  // type sizes, baseline to baseline
    size_t last = pages_.size();
    while (last > 0 && pages_[last - 1].fragments.empty()) --last;
    if (last == 0) return;
    const PageContext& page = pages_[last - 1];
    FragmentList& found = (*running)[last - 1];
    const std::vector<double> baselines = Baselines(page);
    FragmentList credits;
    for (size_t row = baselines.size(); row-- > 0 && baselines.size() - row <= kMostRows;) {
      FragmentList fragments;
      for (size_t i = 0; i < page.fragments.size(); ++i) {
        if (std::abs(page.fragments[i].baseline - baselines[row]) < kSameRow)
          fragments.push_back(static_cast<int>(i));
      }
      const auto is_credit = [&](int i) {
        const std::string text = TextOf(page.document, page.fragments[i]);
        return LooksLikeCredit(text) || !HasLetter(text);
      };
      if (!std::all_of(fragments.begin(), fragments.end(), is_credit)) return;
      credits.insert(credits.end(), fragments.begin(), fragments.end());
      const double size = page.fragments[fragments.front()].size;
      if (row > 0 && baselines[row] - baselines[row - 1] < kSetApart * size) continue;
      for (const int i : credits) {
        if (std::find(found.begin(), found.end(), i) == found.end()) found.push_back(i);
      }
      return;
    }
  }

  bool ComesOnAnotherPage(size_t page, const Candidate& candidate) const {
    for (size_t other = 0; other < pages_.size(); ++other) {
      if (other == page) continue;
      for (const Candidate& twin : candidates_[other]) {
        if (twin.shape == candidate.shape && twin.top == candidate.top &&
            SamePlace(pages_[page].fragments[candidate.fragment],
                      pages_[other].fragments[twin.fragment])) {
          return true;
        }
      }
    }
    return false;
  }

  // "Jo Doe", "Jo Doe – CV – Page 2": what stands large at the head of the first page.
  bool NamesFirstPage(size_t page, const Candidate& candidate) const {
    constexpr double kHead = 0.3;      // of the page's height
    constexpr double kSmaller = 0.85;  // of the size there
    if (!candidate.top) return false;
    const Fragment& header = pages_[page].fragments[candidate.fragment];
    const std::string text = TextOf(pages_[page].document, header);
    const std::string name = ToLower(WithoutPageNumber(text));
    if (name.find(' ') == std::string::npos) return false;
    const PageContext& first = pages_.front();
    const double head = kHead * first.document.pages[first.page].height;
    return std::any_of(first.fragments.begin(), first.fragments.end(), [&](const Fragment& other) {
      return other.baseline <= head && header.size < kSmaller * other.size &&
             ToLower(TextOf(first.document, other)) == name;
    });
  }

  // "Jo Doe: Front Office Manager" at the foot: the name at the head and no more than words.
  bool SignsPage(size_t page, const Candidate& candidate) const {
    constexpr double kHead = 0.3;  // of the page's height
    constexpr double kSmaller = 0.85;
    if (candidate.top) return false;
    const Fragment& footer = pages_[page].fragments[candidate.fragment];
    const std::string text = ToLower(WithoutPageNumber(TextOf(pages_[page].document, footer)));
    static constinit const Pattern kTells(R"([@/]|www\.|\d{3})");  // how to reach somebody
    if (kTells.PartialMatch(text)) return false;
    const PageContext& first = pages_.front();
    const double head = kHead * first.document.pages[first.page].height;
    return std::any_of(first.fragments.begin(), first.fragments.end(), [&](const Fragment& other) {
      const std::string name = ToLower(TextOf(first.document, other));
      return other.baseline <= head && footer.size < kSmaller * other.size &&
             name.find(' ') != std::string::npos && text.starts_with(name);
    });
  }

  static std::string_view WithoutPageNumber(std::string_view text) {
    static constinit const Pattern kBehindName(
        R"((?i)[\s,|·•–—-]*(?:(?:r[eé]sum[eé]|cv|curriculum vitae|lebenslauf)[\s,|·•–—-]*)?)"
        R"((?:(?:page|seite|p\.|página|pagina|pag\.|sivu|side|sida|strona)?\s*\d{1,2})"
        R"((?:\s*(?:/|of|von|de|sur|di|van|av)\s*\d{1,2})?)?[\s|·•–—-]*$)");
    std::string_view found;
    if (!kBehindName.FindFrom(text, 0, &found)) return text;
    return text.substr(0, static_cast<size_t>(found.data() - text.data()));
  }

  static bool SamePlace(const Fragment& a, const Fragment& b) {
    return std::abs(a.baseline - b.baseline) < kSamePlace && std::abs(a.size - b.size) < 0.5 &&
           std::abs(a.box.x0 - b.box.x0) < 2 * kSamePlace;
  }

  const std::vector<PageContext>& pages_;
  std::vector<std::vector<Candidate>> candidates_;
};

}  // namespace

bool LooksLikePageNumber(std::string_view text) {
  static constinit const Pattern kPageNumber(
      R"((?i)[\s\-–—|·•]*(?:(?:page|seite|p\.|página|pagina|pag\.|sivu|side|sida|strona)\s*)?)"
      R"(\d{1,2}\s*(?:(?:/|of|von|de|sur|di|van|av)\s*\d{1,2})?[\s\-–—|·•]*)");
  return text.size() <= 24 && kPageNumber.FullMatch(text);
}

bool LooksLikeCredit(std::string_view text) {
  static constinit const Pattern kCredit(
      R"((?i)\W*(?:(?:©|\(c\)\s|copyright\b)|(?:(?:this )?(?:r[eé]sum[eé]|cv|page|site|website)\s+)?)"
      R"((?:design(?:ed)?|built|made|created|generated|powered|typeset|inspired)\s+(?:with|by|using)\b|)"
      R"(create your own (?:r[eé]sum[eé]|cv|portfolio)\b|.*\b(?:template|theme) by\b).*)");
  constexpr size_t kLongest = 120;  // bytes
  return text.size() <= kLongest && kCredit.FullMatch(text);
}

std::vector<FragmentList> FindRunningText(const std::vector<PageContext>& pages) {
  return RunningFinder(pages).Find();
}

}  // namespace atsmatch
