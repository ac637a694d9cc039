#include "matcher/score/evidence.h"

#include <re2/re2.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <unordered_set>

#include "matcher/score/profile.h"
#include "matcher/skills/taxonomy.h"
#include "matcher/terms/tokens.h"
#include "parser/facts/duration.h"
#include "parser/text/lexicon.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

// How much a word counts by where it stands.  What was done at work proves most; what is said of
// others, of free time or of the person proves nothing.
double SectionWeight(SectionKind kind) {
  switch (kind) {
    case SectionKind::kWork:
    case SectionKind::kCertificates:
      return 1.0;
    case SectionKind::kHeader:
    case SectionKind::kSummary:
    case SectionKind::kProjects:
    case SectionKind::kLanguages:
      return 0.9;
    case SectionKind::kEducation:
    case SectionKind::kCourses:
    case SectionKind::kOther:
    case SectionKind::kVolunteer:
    case SectionKind::kAwards:
      return 0.7;
    case SectionKind::kPublications:
      return 0.5;
    case SectionKind::kSkills:  // said, not shown
      return 0.6;
    case SectionKind::kContact:
    case SectionKind::kPersonal:
    case SectionKind::kInterests:
    case SectionKind::kReferences:
      return 0;
  }
  return 0;
}

// Sums of such weights are exact, so they do not depend on the order of the sections.
double InSteps(double weight) { return std::round(weight * 1024) / 1024; }

constexpr double kOldestRecency = 0.4;  // what a position of long ago still counts
constexpr double kYearsToOldest = 15;   // after which it does not count less
constexpr double kUndatedRecency = 0.7;

double RecencyOf(const Work& work, const Date& as_of) {
  if (work.is_current.value) return 1;
  const Date& end = work.end.known() ? work.end.value : work.start.value;
  if (end.year == 0) return kUndatedRecency;
  const double age = std::clamp(static_cast<double>(as_of.year - end.year), 0.0, kYearsToOldest);
  return 1 - (1 - kOldestRecency) * age / kYearsToOldest;
}

// Marks the words that must not count.
class Mask {
 public:
  explicit Mask(size_t words) : masked_(words, false) {}

  void Add(IndexRange words) { Set(words, true); }
  void Remove(IndexRange words) { Set(words, false); }
  void AddField(const Text& field) {
    if (field.known()) Add(field.evidence.words);
  }
  bool Holds(size_t word) const { return masked_[word]; }

 private:
  void Set(IndexRange words, bool value) {
    for (size_t i = words.begin; i < std::min(words.end, masked_.size()); ++i) masked_[i] = value;
  }

  std::vector<bool> masked_;
};

// "SALES EXECUTIVE" at the top of a page that has no name on it: what the person calls herself, and
// no one's name.
bool IsHeadline(const ParsedResume& resume, const Line& line, const Lexicon& lexicon) {
  constexpr size_t kMaxWords = 8;
  if (line.words.size() > kMaxWords) return false;
  const Text& name = resume.resume.basics.name;
  if (name.known() && name.evidence.words.begin < line.words.end &&
      line.words.begin < name.evidence.words.end) {
    return false;
  }
  return lexicon.Contains(LexiconTable::kTitleWords, TextOf(resume.document, line));
}

void MaskPerson(const ParsedResume& resume, const Lexicon& lexicon, Mask* mask) {
  const Basics& basics = resume.resume.basics;
  // What stands before the first heading is the person's own data, except what she calls herself
  // and what she says of her work.
  for (const Section& section : resume.sections) {
    if (section.kind != SectionKind::kHeader) continue;
    for (size_t i = section.lines.begin; i < section.lines.end; ++i) {
      const Line& line = resume.lines[i];
      if (!IsHeadline(resume, line, lexicon)) mask->Add(line.words);
    }
  }
  if (basics.label.known()) mask->Remove(basics.label.evidence.words);
  if (basics.summary.known()) mask->Remove(basics.summary.evidence.words);
  for (const Text* field :
       {&basics.name, &basics.image, &basics.email, &basics.phone, &basics.url,
        &basics.location.address, &basics.location.postal_code, &basics.location.city,
        &basics.location.country_code, &basics.location.region}) {
    mask->AddField(*field);
  }
  for (const Profile& profile : basics.profiles) {
    mask->AddField(profile.network);
    mask->AddField(profile.username);
    mask->AddField(profile.url);
  }
  for (const Text& text : basics.other_emails) mask->AddField(text);
  for (const Text& text : basics.other_phones) mask->AddField(text);
}

void MaskPlaces(const ParsedResume& resume, Mask* mask) {
  for (const Work& work : resume.resume.work) mask->AddField(work.location);
  for (const Education& education : resume.resume.education) mask->AddField(education.institution);
}

// "Nationality: Irish", "Marital status - single" wherever it stands.
bool IsPersonalLine(std::string_view text, const Lexicon& lexicon) {
  static constexpr std::string_view kPersonal[] = {"birth",   "nationality", "gender", "marital",
                                                   "address", "age",         "photo",  "religion"};
  const size_t colon = text.find_first_of(":-");
  if (colon == std::string_view::npos || colon > 40) return false;
  const auto label = lexicon.Find(LexiconTable::kContactLabels, text.substr(0, colon));
  return label.has_value() &&
         std::find(std::begin(kPersonal), std::end(kPersonal), *label) != std::end(kPersonal);
}

std::string VisibleText(const ParsedResume& resume, const Line& line, const Mask& mask) {
  std::string text;
  for (size_t i = line.words.begin; i < line.words.end; ++i) {
    if (mask.Holds(i)) continue;
    const Word& word = resume.document.words[i];
    if (word.hidden != Hidden::kNo) continue;
    if (!text.empty() && !word.glued) text += ' ';
    text += word.text;
  }
  return text;
}

// Résumés that were made anonymous, and templates half filled in, say "Company Name" and
// "City, State" where those would stand.
bool HasPlaceholders(const ParsedResume& resume) {
  const std::vector<Word>& words = resume.document.words;
  for (size_t i = 0; i + 1 < words.size(); ++i) {
    if (words[i].text == "Company" && words[i + 1].text.starts_with("Name")) return true;
  }
  return false;
}

std::string WithoutPlaceholders(std::string_view title) {
  static const RE2 kPlaceholder(
      R"((?i)\bcompany\s+name\b|\bcity\s*,?\s*state\b|\bcity\s*$|^state\b|\bstate\s*$)");
  std::string text(title);
  RE2::GlobalReplace(&text, kPlaceholder, " ");
  return std::string(TrimSpace(text));
}

// "No experience with SAP": what is said to be missing is not shown.
std::string WithoutLacks(std::string text) {
  static const RE2 kLack(
      R"((?i)\b(?:no|without|never|not|haven'?t|hasn'?t|lack(?:s|ing)?(?: of)?)\s+(?:\w+\s+){0,2}?(?:experience|knowledge|used|worked|familiar|skilled|proficient|trained)\s+(?:[^.;,]*?\bbut\b|[^.;,]*))");
  RE2::GlobalReplace(&text, kLack, " ");
  return text;
}

// Which entry of the work history a line belongs to, if any.
std::vector<double> RecencyOfLines(const ParsedResume& resume, const Date& as_of) {
  std::vector<double> recency(resume.lines.size(), 1.0);
  for (const Work& work : resume.resume.work) {
    const double value = RecencyOf(work, as_of);
    for (size_t i = work.lines.begin; i < std::min(work.lines.end, recency.size()); ++i) {
      recency[i] = value;
    }
  }
  return recency;
}

// Of lines that count alike the first is quoted, but a certificate before what it is held for.
template <class TheUse>
void Use(const std::vector<EvidenceLine>& lines, size_t line, TheUse* use) {
  const bool is_first = use->count == 0;
  ++use->count;
  const bool is_certificate = lines[line].kind == SectionKind::kCertificates;
  const bool had_certificate = !is_first && lines[use->line].kind == SectionKind::kCertificates;
  const double weight = lines[line].weight;
  if (weight > use->best || (weight == use->best && is_certificate && !had_certificate)) {
    use->best = weight;
    use->line = line;
  }
}

// Adds the terms and concepts of a line.
void CountLine(size_t index, const Taxonomy& taxonomy, ResumeEvidence* evidence) {
  EvidenceLine& line = evidence->lines[index];
  const std::vector<Token> tokens = FindTokens(line.text);
  line.tokens = tokens.size();
  for (const Term& term : FindTerms(tokens)) {
    TermUse& use = evidence->terms[term.term];
    Use(evidence->lines, index, &use);
    use.weight += line.weight;
  }
  const bool is_list = line.kind == SectionKind::kSkills || line.kind == SectionKind::kCertificates;
  for (const ConceptMatch& match : taxonomy.FindAll(line.text, is_list)) {
    Use(evidence->lines, index, &evidence->concepts[match.concept_id]);
  }
}

void AddUp(const Associations& associations, ResumeEvidence* evidence) {
  evidence->terms.ForEach([&](std::string_view term, const TermUse& use) {
    associations.AddText(term, Saturated(use.weight), &evidence->direction);
    evidence->length += use.weight;
  });
}

class Reader {
 public:
  Reader(const ParsedResume& resume, const Knowledge& knowledge, const Date& as_of)
      : resume_(resume),
        knowledge_(knowledge),
        as_of_(as_of),
        mask_(resume.document.words.size()) {}

  ResumeEvidence Read() {
    evidence_.terms.Reserve(resume_.document.words.size());
    MaskPerson(resume_, *knowledge_.lexicon, &mask_);
    MaskPlaces(resume_, &mask_);
    ReadLines();
    ReadTitles();
    ReadYears();
    ReadDegree();
    ReadLanguages();
    for (const Word& word : resume_.document.words) {
      if (word.hidden != Hidden::kNo) evidence_.hidden_text += word.text + ' ';
    }
    AddUp(*knowledge_.associations, &evidence_);
    return std::move(evidence_);
  }

 private:
  void ReadLines() {
    const std::vector<double> recency = RecencyOfLines(resume_, as_of_);
    for (size_t s = 0; s < resume_.sections.size(); ++s) {
      const Section& section = resume_.sections[s];
      const double weight = SectionWeight(section.kind);
      if (weight <= 0) continue;
      for (size_t i = section.lines.begin; i < std::min(section.lines.end, resume_.lines.size());
           ++i) {
        AddLine(i, static_cast<int>(s), section.kind, InSteps(weight * recency[i]));
      }
    }
  }

  void AddLine(size_t line, int section, SectionKind kind, double weight) {
    EvidenceLine added;
    added.words = resume_.lines[line].words;
    added.page = resume_.lines[line].page;
    added.section = section;
    added.kind = kind;
    added.weight = weight;
    added.text = WithoutLacks(VisibleText(resume_, resume_.lines[line], mask_));
    if (added.text.empty() || IsPersonalLine(added.text, *knowledge_.lexicon)) return;
    evidence_.lines.push_back(std::move(added));
    CountLine(evidence_.lines.size() - 1, *knowledge_.taxonomy, &evidence_);
  }

  void AddTitle(const Text& text, double recency, double years) {
    if (text.known()) AddTitle(text.value, text.evidence.words, recency, years);
  }

  void AddTitle(std::string_view written, IndexRange words, double recency, double years) {
    TitleUse title;
    title.text = has_placeholders_ ? WithoutPlaceholders(written) : std::string(written);
    if (title.text.empty()) return;
    title.words = words;
    title.recency = recency;
    title.years = years;
    for (Token& token : FindTokens(title.text)) {
      if (!token.common && !IsRankTerm(token.term)) title.terms.push_back(std::move(token.term));
    }
    title.concept_id = knowledge_.taxonomy->FindTitle(title.text);
    title.family = knowledge_.taxonomy->FamilyOfTitle(title.text);
    for (const PhraseMatch& match :
         knowledge_.lexicon->FindAll(LexiconTable::kTitleWords, title.text)) {
      int level = 0;
      std::from_chars(match.value.data(), match.value.data() + match.value.size(), level);
      title.level = std::max(title.level, level);
    }
    evidence_.titles.push_back(std::move(title));
  }

  // What stands over the page in place of a name is the title of the person today.
  void AddHeadline() {
    for (const Section& section : resume_.sections) {
      if (section.kind != SectionKind::kHeader) continue;
      for (size_t i = section.lines.begin; i < section.lines.end; ++i) {
        const Line& line = resume_.lines[i];
        if (!IsHeadline(resume_, line, *knowledge_.lexicon)) continue;
        AddTitle(VisibleText(resume_, line, mask_), line.words, 1.0, 0);
        return;
      }
    }
  }

  void ReadTitles() {
    has_placeholders_ = HasPlaceholders(resume_);
    AddHeadline();
    AddTitle(resume_.resume.basics.label, 1.0, 0);
    for (const Work& work : resume_.resume.work) {
      const std::optional<MonthSpan> span =
          SpanOf(work.start, work.end, work.is_current.value, as_of_);
      AddTitle(work.position, RecencyOf(work, as_of_), span ? span->months() / 12.0 : 0);
    }
    std::stable_sort(evidence_.titles.begin(), evidence_.titles.end(),
                     [](const TitleUse& a, const TitleUse& b) { return a.recency > b.recency; });
  }

  void ReadYears() {
    std::vector<MonthSpan> spans = SpansOf(resume_.resume.work, as_of_);
    evidence_.has_years = !spans.empty();
    evidence_.years = MonthsCovered(std::move(spans)) / 12.0;
  }

  void ReadDegree() {
    for (const Education& education : resume_.resume.education) {
      const int level = DegreeLevel(education.study_type.value);
      if (level <= evidence_.degree_level) continue;
      evidence_.degree_level = level;
      evidence_.degree.words = education.study_type.evidence.words;
      evidence_.degree.text = education.study_type.value;
    }
    // Where the entries were not understood, the words of the section still count.
    for (const EvidenceLine& line : evidence_.lines) {
      if (line.kind != SectionKind::kEducation) continue;
      const int level = DegreeLevel(line.text);
      if (level <= evidence_.degree_level) continue;
      evidence_.degree_level = level;
      evidence_.degree.words = line.words;
      evidence_.degree.text = line.text;
    }
    if (evidence_.degree.words.begin < resume_.document.words.size()) {
      evidence_.degree.page = resume_.document.words[evidence_.degree.words.begin].page;
    }
  }

  int DegreeLevel(std::string_view text) const {
    int best = 0;
    for (const PhraseMatch& match : knowledge_.lexicon->FindAll(LexiconTable::kDegrees, text)) {
      int level = 0;
      std::from_chars(match.value.data(), match.value.data() + match.value.size(), level);
      best = std::max(best, level);
    }
    return best;
  }

  void ReadLanguages() {
    for (const Language& language : resume_.resume.languages) {
      if (language.language.known()) evidence_.languages.push_back(Fold(language.language.value));
    }
    if (!evidence_.languages.empty()) return;
    // Where the section was not understood: "English" with or above "Full professional".
    constexpr size_t kFewWords = 6;
    const Lexicon& lexicon = *knowledge_.lexicon;
    const auto tells_level = [&](size_t line) {
      return line < evidence_.lines.size() &&
             SplitWords(evidence_.lines[line].text).size() <= kFewWords &&
             lexicon.Contains(LexiconTable::kFluency, evidence_.lines[line].text);
    };
    for (size_t i = 0; i < evidence_.lines.size(); ++i) {
      const std::string& text = evidence_.lines[i].text;
      if (SplitWords(text).size() > kFewWords) continue;
      for (const PhraseMatch& match : lexicon.FindAll(LexiconTable::kLanguages, text)) {
        const bool alone = match.end - match.begin == text.size();
        if (tells_level(i) || (alone && tells_level(i + 1)))
          evidence_.languages.push_back(Fold(text.substr(match.begin, match.end - match.begin)));
      }
    }
  }

  const ParsedResume& resume_;
  const Knowledge& knowledge_;
  const Date as_of_;
  Mask mask_;
  bool has_placeholders_ = false;
  ResumeEvidence evidence_;
};

}  // namespace

bool IsRankTerm(const std::string& term) {
  static const std::unordered_set<std::string> terms = [] {
    std::unordered_set<std::string> stems;
    for (const Token& token :
         FindTokens("senior sr junior jr lead leader head chief assistant associate principal "
                    "trainee intern "
                    "entry level mid experienced part full time temporary permanent contract i ii "
                    "iii iv v "
                    "deputy vice acting interim staff new immediate opening needed wanted 1 2 3")) {
      stems.insert(token.term);
    }
    return stems;
  }();
  return terms.contains(term);
}

ResumeEvidence ReadEvidence(const ParsedResume& resume, const Knowledge& knowledge,
                            const Date& as_of) {
  return Reader(resume, knowledge, as_of).Read();
}

ResumeEvidence WithoutLines(ResumeEvidence evidence, const std::vector<bool>& left_out,
                            const Knowledge& knowledge) {
  evidence.terms = {};
  evidence.concepts.clear();
  evidence.direction = {};
  evidence.length = 0;
  for (size_t i = 0; i < evidence.lines.size(); ++i) {
    if (!left_out[i]) CountLine(i, *knowledge.taxonomy, &evidence);
  }
  AddUp(*knowledge.associations, &evidence);
  return evidence;
}

Quote QuoteOf(const ResumeEvidence& evidence, size_t evidence_line) {
  const EvidenceLine& line = evidence.lines[evidence_line];
  Quote quote;
  quote.words = line.words;
  quote.text = line.text;
  quote.page = line.page;
  quote.section = line.section;
  return quote;
}

}  // namespace atsmatch
