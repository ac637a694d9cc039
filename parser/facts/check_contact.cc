// Who the person is: contact details that other systems may miss, and what they should not see.
#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>

#include "parser/facts/checks.h"
#include "parser/parse.h"
#include "parser/text/lexicon.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

using Severity = Warning::Severity;

constexpr double kSameHeight = 6;  // points: a header stands as high on each page

int PageOf(const Document& document, IndexRange words) {
  const bool inside = !words.empty() && words.end <= document.words.size();
  return inside ? document.words[words.begin].page : -1;
}

std::string TextOfEvidence(const Document& document, const Text& field) {
  const IndexRange words = field.evidence.words;
  return words.end <= document.words.size() ? TextOf(document, words) : std::string();
}

void CheckMissing(const ParsedResume& parsed, std::vector<Warning>* checks) {
  const Basics& basics = parsed.resume.basics;
  const auto missing = [&](const char* id, Severity severity, const char* message,
                           const char* remedy) {
    checks->push_back({id, severity, message, remedy, -1, {}});
  };
  if (!basics.name.known()) {
    missing("missing-name", Severity::kMajor, "No name was found.",
            "Write your name alone on the first line of the page, as text.");
  }
  if (!basics.email.known()) {
    missing("missing-email", Severity::kMajor, "No e-mail address was found.",
            "Write it as text near your name.");
  }
  if (!basics.phone.known()) {
    missing("missing-phone", Severity::kMinor, "No phone number was found.",
            "Write it as text near your name, with the code of the country.");
  }
  if (!basics.other_emails.empty()) {
    const IndexRange words = basics.other_emails.front().evidence.words;
    checks->push_back({"several-emails", Severity::kInfo, "There is more than one e-mail address.",
                       "Give the one that you read.", PageOf(parsed.document, words), words});
  }
}

bool HasDigits(std::string_view text) {
  constexpr int kPhoneDigits = 5;
  return std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }) >=
         kPhoneDigits;
}

void AddOnlyInLink(const ParsedResume& parsed, const char* what, const Text& field,
                   Severity severity, std::vector<Warning>* checks) {
  const IndexRange words = field.evidence.words;
  checks->push_back({"contact-only-in-link", severity,
                     std::string("The ") + what + " is the target of a link and not in the text.",
                     "Write it out: what is printed, and not where a link leads, is read.",
                     PageOf(parsed.document, words), words});
}

// Is part of the address printed?  "jane" of https://www.linkedin.com/in/jane
bool ShowsAddress(std::string_view printed, const Profile& profile) {
  const std::string text = Fold(printed);
  if (profile.username.known()) {
    return text.find(Fold(profile.username.value)) != std::string::npos;
  }
  return text.find('.') != std::string::npos;
}

void CheckLinks(const ParsedResume& parsed, std::vector<Warning>* checks) {
  if (parsed.document.links.empty()) return;
  const Basics& basics = parsed.resume.basics;
  const auto printed = [&](const Text& field) { return TextOfEvidence(parsed.document, field); };
  if (basics.email.known() && printed(basics.email).find('@') == std::string::npos) {
    AddOnlyInLink(parsed, "e-mail address", basics.email, Severity::kMajor, checks);
  }
  if (basics.phone.known() && !HasDigits(printed(basics.phone))) {
    AddOnlyInLink(parsed, "phone number", basics.phone, Severity::kMajor, checks);
  }
  for (const Profile& profile : basics.profiles) {
    if (profile.url.known() && !ShowsAddress(printed(profile.url), profile)) {
      AddOnlyInLink(parsed, "address of a profile", profile.url, Severity::kMinor, checks);
      return;
    }
  }
}

void CheckIcons(const ParsedResume& parsed, std::vector<Warning>* checks) {
  const Basics& basics = parsed.resume.basics;
  for (const Text* field : {&basics.email, &basics.phone, &basics.url}) {
    const IndexRange words = field->evidence.words;
    if (!field->known() || PageOf(parsed.document, words) < 0) continue;
    if (parsed.document.words[words.begin].icon_before == Icon::kNone) continue;
    checks->push_back({"icon-font", Severity::kMinor,
                       "An icon stands before a contact detail: some readers take it for a letter.",
                       "Write a word (\"Phone:\") or nothing before it.",
                       PageOf(parsed.document, words), words});
    return;
  }
}

// Does the detail stand where another page has a running header or footer with the same detail?
bool StandsInMargin(const ParsedResume& parsed, const Text& field) {
  const IndexRange words = field.evidence.words;
  const int page = PageOf(parsed.document, words);
  if (page < 0) return false;
  const Word& word = parsed.document.words[words.begin];
  return std::any_of(parsed.lines.begin(), parsed.lines.end(), [&](const Line& line) {
    if (line.role != LineRole::kRunning) return false;
    if (line.words.begin <= words.begin && words.begin < line.words.end) return true;
    return line.page != page && std::abs(line.baseline - word.baseline) < kSameHeight &&
           TextOf(parsed.document, line).find(word.text) != std::string::npos;
  });
}

void CheckMargins(const ParsedResume& parsed, std::vector<Warning>* checks) {
  const Basics& basics = parsed.resume.basics;
  for (const Text* field : {&basics.email, &basics.phone}) {
    if (!field->known() || !StandsInMargin(parsed, *field)) continue;
    const IndexRange words = field->evidence.words;
    checks->push_back({"contact-in-margin", Severity::kMajor,
                       "Contact details stand in a header or footer: some readers drop those.",
                       "Write them in the text of the first page.", PageOf(parsed.document, words),
                       words});
    return;
  }
}

struct PersonalKind {
  std::string_view label;  // value of LexiconTable::kContactLabels
  const char* what;
  bool anywhere;  // its labels mean nothing else in other sections
};
constexpr PersonalKind kPersonalKinds[] = {
    {"birth", "date of birth or age", true}, {"gender", "gender", true},
    {"marital", "marital status", true},     {"religion", "religion", true},
    {"nationality", "nationality", true},    {"photo", "photo", true},
    {"passport", "passport number", false},  {"id", "identity number", false},
    {"parent", "name of a parent", false},   {"health", "health", false},
    {"military", "military service", false},
};

class PersonalDataFinder {
 public:
  PersonalDataFinder(const ParsedResume& parsed, const Lexicon& lexicon)
      : parsed_(parsed), lexicon_(lexicon) {}

  void AddTo(std::vector<Warning>* checks) {
    for (const Section& section : parsed_.sections) {
      about_person_ = section.kind == SectionKind::kHeader ||
                      section.kind == SectionKind::kContact ||
                      section.kind == SectionKind::kPersonal;
      personal_ = section.kind == SectionKind::kPersonal;
      for (size_t i = section.lines.begin; i < std::min(section.lines.end, parsed_.lines.size());
           ++i) {
        ReadLine(parsed_.lines[i]);
      }
    }
    if (found_.empty()) return;
    checks->push_back({"personal-data", Severity::kMinor, "The résumé tells: " + Names() + ".",
                       "Leave it out unless the law or the employer asks for it.",
                       PageOf(parsed_.document, words_), words_});
  }

 private:
  // "Born: 1990 | Nationality: Irish", or a cell for the label and one for what it says.
  void ReadLine(const Line& line) {
    for (const Cell& cell : line.cells) {
      const std::string text = TextOf(parsed_.document, cell.words);
      size_t begin = 0;
      while (begin <= text.size()) {
        const size_t end = std::min(text.find_first_of("|;", begin), text.size());
        ReadPart(std::string_view(text).substr(begin, end - begin), line);
        begin = end + 1;
      }
    }
  }

  void ReadPart(std::string_view text, const Line& line) {
    const size_t colon = text.find(':');
    const bool has_label = colon != std::string_view::npos;
    if (!has_label && !personal_) return;
    const auto label = lexicon_.Find(LexiconTable::kContactLabels, text.substr(0, colon));
    if (label.has_value()) Add(*label, line);
  }

  void Add(std::string_view label, const Line& line) {
    for (const PersonalKind& kind : kPersonalKinds) {
      if (kind.label != label || !(kind.anywhere || about_person_)) continue;
      if (std::find(found_.begin(), found_.end(), kind.what) != found_.end()) return;
      if (found_.empty()) words_ = line.words;
      found_.push_back(kind.what);
    }
  }

  std::string Names() const {
    std::string names;
    for (const char* what : found_) names += (names.empty() ? "" : ", ") + std::string(what);
    return names;
  }

  const ParsedResume& parsed_;
  const Lexicon& lexicon_;
  bool about_person_ = false, personal_ = false;  // the section at hand
  std::vector<const char*> found_;
  IndexRange words_;  // of the first
};

// Portrait or square, of the size of a photo, in the upper half of the first page.
bool MayBePhoto(const Shape& shape, const Page& page) {
  constexpr double kSmallest = 45, kLargest = 230;   // points
  constexpr double kNarrowest = 0.6, kWidest = 1.1;  // width over height
  if (shape.kind != Shape::Kind::kImage || shape.page != 0) return false;
  const double width = shape.box.width(), height = shape.box.height();
  return width >= kSmallest && height >= kSmallest && height <= kLargest &&
         width >= kNarrowest * height && width <= kWidest * height &&
         shape.box.y0 < page.height / 2;
}

void CheckPhoto(const Document& document, std::vector<Warning>* checks) {
  if (document.pages.empty()) return;
  const bool has_photo =
      std::any_of(document.shapes.begin(), document.shapes.end(),
                  [&](const Shape& shape) { return MayBePhoto(shape, document.pages[0]); });
  if (!has_photo) return;
  checks->push_back({"photo",
                     Severity::kInfo,
                     "A picture on the first page may be a photo of you.",
                     "Leave it out where employers must not judge by looks.",
                     0,
                     {}});
}

}  // namespace

void CheckContact(const ParsedResume& parsed, std::vector<Warning>* checks) {
  CheckMissing(parsed, checks);
  CheckLinks(parsed, checks);
  CheckIcons(parsed, checks);
  CheckMargins(parsed, checks);
}

void CheckPersonalData(const ParsedResume& parsed, const Lexicon& lexicon,
                       std::vector<Warning>* checks) {
  PersonalDataFinder(parsed, lexicon).AddTo(checks);
  CheckPhoto(parsed.document, checks);
}

}  // namespace atsmatch
