#include "cli/match_record.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "parser/facts/duration.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

double Rounded(double value) { return std::round(value * 1e4) / 1e4; }

std::vector<RecordQuote> ToQuotes(const ResumeSummary& resume, const std::vector<Quote>& quotes) {
  std::vector<RecordQuote> records;
  for (const Quote& quote : quotes) {
    const auto section = static_cast<size_t>(quote.section);  // none is beyond all
    records.push_back({quote.text, quote.page + 1,
                       section < resume.sections.size() ? resume.sections[section] : ""});
  }
  return records;
}

std::vector<RecordKeyword> ToKeywords(const ResumeSummary& resume,
                                      const std::vector<KeywordMatch>& keywords) {
  std::vector<RecordKeyword> records;
  for (const KeywordMatch& keyword : keywords) {
    records.push_back({keyword.term, keyword.importance, keyword.count_in_job,
                       keyword.count_in_resume, ToQuotes(resume, keyword.quotes)});
  }
  return records;
}

RecordRequirement ToRecord(const ResumeSummary& resume, const JobPosting& posting,
                           const RequirementMatch& match) {
  RecordRequirement record;
  if (match.requirement < posting.requirements.size()) {
    const Requirement& requirement = posting.requirements[match.requirement];
    record.text = requirement.text;
    record.need = requirement.need == Need::kMust ? "must" : "nice";
    record.kind = RequirementKindName(requirement.kind);
  }
  record.met = MetName(match.met);
  record.reason = match.reason;
  if (match.has_name) record.found_by = SearchName(match.found_by);
  record.value = match.value;
  record.points = match.points;
  record.gain = match.gain;
  record.evidence = ToQuotes(resume, match.quotes);
  return record;
}

void AddWarnings(const std::vector<Warning>& warnings, std::vector<RecordWarning>* records) {
  for (const Warning& warning : warnings) {
    records->push_back({warning.id, std::string(SeverityName(warning.severity)), warning.message,
                        warning.remedy, warning.page + 1});
  }
}

std::optional<double> YearsOf(const Resume& resume, const Date& as_of) {
  std::vector<MonthSpan> spans = SpansOf(resume.work, as_of);
  if (spans.empty()) return std::nullopt;
  return MonthsCovered(std::move(spans)) / 12.0;
}

int CountSkills(const Resume& resume) {
  size_t count = 0;
  for (const Skill& skill : resume.skills) count += std::max<size_t>(1, skill.keywords.size());
  return static_cast<int>(count);
}

// With facts only.
void AddTitle(const ParsedResume& parsed, RecordCandidate* candidate) {
  if (!parsed.facts.has_value()) return;
  const Facts& facts = *parsed.facts;
  const std::vector<Work>& work = parsed.resume.work;
  const size_t position = facts.current_position.value_or(0);
  if (position < work.size()) candidate->title = work[position].position.value;
  static constexpr const char* kLevels[] = {"", "junior", "mid", "senior", "lead", "executive"};
  if (facts.seniority.level > 0 && facts.seniority.level < 6) {
    candidate->level = kLevels[facts.seniority.level];
  }
}

RecordCandidate ToCandidate(const ParsedResume& parsed, const Date& as_of) {
  const Resume& resume = parsed.resume;
  RecordCandidate candidate;
  const Basics& basics = resume.basics;
  if (basics.name.known()) candidate.name = basics.name.value;
  if (basics.email.known()) candidate.email = basics.email.value;
  if (basics.phone.known()) candidate.phone = basics.phone.value;
  AddTitle(parsed, &candidate);
  candidate.positions = static_cast<int>(resume.work.size());
  candidate.degrees = static_cast<int>(resume.education.size());
  candidate.skills = CountSkills(resume);
  candidate.years = YearsOf(resume, as_of);
  return candidate;
}

}  // namespace

ResumeSummary Summarise(const ParsedResume& resume, const Date& as_of) {
  ResumeSummary summary;
  summary.candidate = ToCandidate(resume, as_of);
  AddWarnings(resume.warnings, &summary.warnings);
  for (const Section& section : resume.sections) {
    summary.sections.push_back(section.heading.empty() ? std::string(SectionKindName(section.kind))
                                                       : section.heading);
  }
  return summary;
}

MatchRecord ToRecord(const ResumeSummary& resume, const JobPosting& posting, const Match& match) {
  MatchRecord record;
  record.job_title = posting.title;
  record.band = BandName(match.band);
  record.knocked_out = match.knocked_out;
  record.knock_outs = match.knock_outs;
  record.candidate = resume.candidate;
  double score = 0;
  for (const Feature& feature : match.features) {
    record.features.push_back({feature.id, feature.label, feature.note, feature.raw, feature.weight,
                               feature.value, Rounded(feature.points), feature.max_points,
                               feature.used});
    score += record.features.back().points;
  }
  if (match.band != Band::kNotScored) record.score = Rounded(score);
  for (const RequirementMatch& requirement : match.requirements) {
    record.requirements.push_back(ToRecord(resume, posting, requirement));
  }
  record.matched = ToKeywords(resume, match.matched);
  record.missing = ToKeywords(resume, match.missing);
  for (const Advice& advice : match.advice) record.advice.push_back({advice.text, advice.points});
  if (match.use.known) record.use = RecordUse{match.use.share, match.use.unused};
  AddWarnings(match.warnings, &record.warnings);
  record.warnings.insert(record.warnings.end(), resume.warnings.begin(), resume.warnings.end());
  AddWarnings(posting.warnings, &record.warnings);
  return record;
}

RecordError ToRecord(const Error& error) {
  return {std::string(ErrorKindName(error.kind)), error.cause, error.remedy};
}

}  // namespace atsmatch
