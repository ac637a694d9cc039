// Nothing in a Resume lacks evidence, and every range points into the stage before.
#include <gtest/gtest.h>

#include "parser/json.h"
#include "parser/parse.h"
#include "parser/text/lexicon.h"
#include "tests/invariants/visit_fields.h"
#include "tests/sample_files.h"

namespace atsmatch {
namespace {

struct ParsedSample {
  std::string name;
  ParsedResume parsed;
};

const std::vector<ParsedSample>& Samples() {
  static const std::vector<ParsedSample> samples = [] {
    const Lexicon lexicon = Lexicon::BuiltIn();
    std::vector<ParsedSample> all;
    for (const auto& list : {SampleResumes(), BenchResumes()}) {
      for (const SampleResume& sample : list) {
        Result<ParsedResume> parsed = ParseResume(ReadFile(sample.document), lexicon, {});
        EXPECT_TRUE(parsed.ok()) << sample.name;
        if (parsed.ok()) all.push_back({sample.name, std::move(parsed).value()});
      }
    }
    return all;
  }();
  return samples;
}

bool IsInside(IndexRange range, size_t size) {
  return range.begin <= range.end && range.end <= size;
}

TEST(Resume, HasEvidenceForEveryField) {
  size_t fields = 0;
  for (const ParsedSample& sample : Samples()) {
    VisitFields(sample.parsed.resume, [&](const FieldView& field) {
      if (field.confidence == 0) return;
      ++fields;
      const std::string where = sample.name + " " + field.path + " (" + field.evidence.rule + ")";
      EXPECT_FALSE(field.evidence.words.empty()) << where;
      EXPECT_STRNE(field.evidence.rule, "") << where;
      EXPECT_GT(field.confidence, 0) << where;
      EXPECT_LE(field.confidence, 1) << where;
    });
  }
  EXPECT_GT(fields, 1000u);
}

TEST(Resume, HasEvidenceInsideItsDocument) {
  for (const ParsedSample& sample : Samples()) {
    const size_t words = sample.parsed.document.words.size();
    VisitFields(sample.parsed.resume, [&](const FieldView& field) {
      EXPECT_TRUE(IsInside(field.evidence.words, words)) << sample.name << " " << field.path;
    });
  }
}

template <class Entries>
void ExpectLinesInside(const Entries& entries, const ParsedSample& sample) {
  for (const auto& entry : entries) {
    EXPECT_TRUE(IsInside(entry.lines, sample.parsed.lines.size())) << sample.name;
  }
}

TEST(Resume, HasEntriesInsideItsLines) {
  for (const ParsedSample& sample : Samples()) {
    ExpectLinesInside(sample.parsed.resume.work, sample);
    ExpectLinesInside(sample.parsed.resume.education, sample);
    ExpectLinesInside(sample.parsed.resume.volunteer, sample);
    ExpectLinesInside(sample.parsed.resume.projects, sample);
  }
}

TEST(ParsedResume, HasSectionsThatFollowOneAnother) {
  for (const ParsedSample& sample : Samples()) {
    size_t end = 0;
    for (const Section& section : sample.parsed.sections) {
      EXPECT_GE(section.lines.begin, end) << sample.name << " " << section.heading;
      EXPECT_TRUE(IsInside(section.lines, sample.parsed.lines.size())) << sample.name;
      EXPECT_TRUE(IsInside(section.heading_words, sample.parsed.document.words.size()));
      EXPECT_EQ(section.heading.empty(), section.heading_words.empty()) << sample.name;
      end = section.lines.end;
    }
  }
}

TEST(ParsedResume, HasLinesAndPagesInsideItsDocument) {
  for (const ParsedSample& sample : Samples()) {
    const Document& document = sample.parsed.document;
    for (const Line& line : sample.parsed.lines) {
      EXPECT_TRUE(IsInside(line.words, document.words.size())) << sample.name;
    }
    for (const Word& word : document.words) {
      EXPECT_FALSE(word.text.empty()) << sample.name;
      EXPECT_LT(static_cast<size_t>(word.page), document.pages.size()) << sample.name;
    }
    for (const Warning& warning : sample.parsed.warnings) {
      EXPECT_FALSE(warning.id.empty() || warning.message.empty()) << sample.name;
      EXPECT_TRUE(IsInside(warning.words, document.words.size())) << sample.name << warning.id;
    }
  }
}

TEST(VisitFields, ReachesEveryKindOfField) {
  Resume resume;
  resume.work.emplace_back().highlights.emplace_back();
  resume.skills.emplace_back().keywords.emplace_back();
  std::vector<std::string> paths;
  VisitFields(resume, [&](const FieldView& field) { paths.push_back(field.path); });
  for (const char* path :
       {"basics.email", "work[0].endDate", "work[0].highlights[0]", "skills[0].keywords[0]"}) {
    EXPECT_NE(std::find(paths.begin(), paths.end(), path), paths.end()) << path;
  }
}

}  // namespace
}  // namespace atsmatch
