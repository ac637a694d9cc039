#include "cli/kept_resume.h"

#include <algorithm>
#include <type_traits>
#include <utility>
#include <vector>

#include "cli/bytes.h"

namespace atsmatch {
namespace {

constexpr size_t kUsualTerms = 4096;

// One list of the members, for both ways: `Writer` and `Reader` take the same calls.
class Writer {
 public:
  void operator()(std::string_view text) { bytes_.Text(text); }
  void operator()(const double& number) { bytes_.Real(number); }
  template <class Number>
  requires std::is_integral_v<Number>
  void operator()(const Number& number) { bytes_.Signed(static_cast<int64_t>(number)); }
  template <class T>
  size_t Count(const T& container) {
    bytes_.Number(container.size());
    return container.size();
  }

  const std::string& bytes() const { return bytes_.bytes(); }

 private:
  ByteWriter bytes_;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  void operator()(std::string& text) { text = bytes_.Text(); }
  std::string_view Text() { return bytes_.Text(); }
  void operator()(double& number) { number = bytes_.Real(); }
  template <class Number>
  requires std::is_integral_v<Number>
  void operator()(Number& number) { number = static_cast<Number>(bytes_.Signed()); }
  template <class T>
  size_t Count(const T&) {
    return bytes_.Count();
  }

  bool ok() const { return bytes_.ok(); }
  bool whole() const { return bytes_.ok() && bytes_.at_end(); }

 private:
  ByteReader bytes_;
};

template <class Archive, class Range>
void VisitRange(Archive& archive, Range& words) {
  archive(words.begin);
  archive(words.end);
}

template <class T, class Visit>
void VisitList(Writer& writer, const std::vector<T>& list, Visit visit) {
  writer.Count(list);
  for (const T& entry : list) visit(entry);
}

// A damaged count ends where the bytes end, and not where the memory does.
template <class T, class Visit>
void VisitList(Reader& reader, std::vector<T>& list, Visit visit) {
  const size_t count = reader.Count(list);
  for (size_t i = 0; i < count && reader.ok(); ++i) visit(list.emplace_back());
}

template <class Archive, class Texts>
void VisitTexts(Archive& archive, Texts& texts) {
  VisitList(archive, texts, [&](auto& text) { archive(text); });
}

template <class Archive, class Line>
void VisitLine(Archive& archive, Line& line) {
  VisitRange(archive, line.words);
  archive(line.page);
  archive(line.text);
  archive(line.section);
  auto kind = static_cast<int>(line.kind);
  archive(kind);
  if constexpr (!std::is_const_v<Line>) line.kind = static_cast<SectionKind>(kind);
  archive(line.weight);
  archive(line.tokens);
}

template <class Archive, class Title>
void VisitTitle(Archive& archive, Title& title) {
  archive(title.text);
  VisitTexts(archive, title.terms);
  archive(title.concept_id);
  archive(title.family);
  archive(title.level);
  archive(title.recency);
  archive(title.years);
  VisitRange(archive, title.words);
}

template <class Archive, class Quote>
void VisitQuote(Archive& archive, Quote& quote) {
  VisitRange(archive, quote.words);
  archive(quote.text);
  archive(quote.page);
  archive(quote.section);
}

void Write(const ResumeEvidence& evidence, Writer* writer) {
  Writer& write = *writer;
  write.Count(evidence.terms);
  evidence.terms.ForEach([&](std::string_view term, const TermUse& use) {
    write(term);
    write(use.count), write(use.weight), write(use.line), write(use.best);
  });
  write.Count(evidence.concepts);
  for (const auto& [concept_id, use] : evidence.concepts) {
    write(concept_id), write(use.count), write(use.line), write(use.best);
  }
}

void Read(Reader* reader, ResumeEvidence* evidence) {
  Reader& read = *reader;
  const size_t terms = read.Count(evidence->terms);
  evidence->terms.Reserve(std::min(terms, kUsualTerms));
  for (size_t i = 0; i < terms && read.ok(); ++i) {
    TermUse& use = evidence->terms[read.Text()];
    read(use.count), read(use.weight), read(use.line), read(use.best);
  }
  const size_t concepts = read.Count(evidence->concepts);
  for (size_t i = 0; i < concepts && read.ok(); ++i) {
    int concept_id = 0;
    ConceptUse use;
    read(concept_id), read(use.count), read(use.line), read(use.best);
    evidence->concepts.emplace(concept_id, use);
  }
}

template <class Archive, class Evidence>
void VisitEvidence(Archive& archive, Evidence& evidence) {
  VisitList(archive, evidence.lines, [&](auto& line) { VisitLine(archive, line); });
  VisitList(archive, evidence.titles, [&](auto& title) { VisitTitle(archive, title); });
  archive(evidence.years);
  archive(evidence.has_years);
  archive(evidence.degree_level);
  VisitQuote(archive, evidence.degree);
  VisitTexts(archive, evidence.languages);
  archive(evidence.hidden_text);
  for (auto& coordinate : evidence.direction) archive(coordinate);
  archive(evidence.length);
}

template <class Archive, class Summary>
void VisitSummary(Archive& archive, Summary& summary) {
  auto& candidate = summary.candidate;
  archive(candidate.name), archive(candidate.email), archive(candidate.phone);
  archive(candidate.title), archive(candidate.level);
  archive(candidate.positions), archive(candidate.degrees), archive(candidate.skills);
  bool has_years = candidate.years.has_value();
  double years = candidate.years.value_or(0);
  archive(has_years), archive(years);
  if constexpr (!std::is_const_v<Summary>) {
    if (has_years) candidate.years = years;
  }
  VisitList(archive, summary.warnings, [&](auto& warning) {
    archive(warning.id), archive(warning.severity), archive(warning.message);
    archive(warning.remedy), archive(warning.page);
  });
  VisitTexts(archive, summary.sections);
}

bool IsAmount(double value) { return value >= 0 && value <= 1e9; }
bool IsLevel(int level) { return level >= 0 && level <= 100; }

bool Fits(const TitleUse& title, size_t concepts) {
  const bool known = title.concept_id < 0 || static_cast<size_t>(title.concept_id) < concepts;
  return known && IsLevel(title.level) && IsAmount(title.recency) && IsAmount(title.years);
}

// What is used as an index must be one, and what is added up must have a sum.
bool Fits(const ResumeEvidence& evidence, size_t concepts) {
  constexpr int64_t kFarthest = int64_t{1} << 60;
  const size_t lines = evidence.lines.size();
  const auto fits_use = [&](const auto& use) {
    return use.line < lines && use.count >= 0 && IsAmount(use.best);
  };
  bool terms_fit = true;
  evidence.terms.ForEach([&](std::string_view, const TermUse& use) {
    terms_fit = terms_fit && fits_use(use) && IsAmount(use.weight);
  });
  return IsAmount(evidence.years) && IsAmount(evidence.length) && IsLevel(evidence.degree_level) &&
         std::all_of(evidence.direction.begin(), evidence.direction.end(),
                     [](int64_t at) { return at > -kFarthest && at < kFarthest; }) &&
         terms_fit &&
         std::all_of(evidence.concepts.begin(), evidence.concepts.end(),
                     [&](const auto& found) {
                       return fits_use(found.second) && found.first >= 0 &&
                              static_cast<size_t>(found.first) < concepts;
                     }) &&
         std::all_of(evidence.titles.begin(), evidence.titles.end(),
                     [&](const TitleUse& title) { return Fits(title, concepts); });
}

}  // namespace

std::string ToBytes(const KeptResume& kept) {
  Writer writer;
  VisitEvidence(writer, kept.evidence);
  Write(kept.evidence, &writer);
  VisitSummary(writer, kept.summary);
  return writer.bytes();
}

std::optional<KeptResume> ReadKeptResume(std::string_view bytes, size_t concepts) {
  Reader reader(bytes);
  KeptResume kept;
  VisitEvidence(reader, kept.evidence);
  Read(&reader, &kept.evidence);
  VisitSummary(reader, kept.summary);
  if (!reader.whole() || !Fits(kept.evidence, concepts)) return std::nullopt;
  return kept;
}

}  // namespace atsmatch
