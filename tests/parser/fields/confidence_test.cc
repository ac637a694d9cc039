#include "parser/fields/confidence.h"

#include <gtest/gtest.h>

namespace atsmatch {
namespace {

Text Found(const char* value, const char* rule, double score) {
  Text field;
  field.value = value;
  field.confidence = score;
  field.evidence.rule = rule;
  return field;
}

Resume ResumeWithJob(bool whole) {
  Resume resume;
  Work job;
  job.name = Found("Acme", "employer-place", 0.95);
  if (whole) {
    job.position = Found("Nurse", "title-place", 0.95);
    job.start.value = {2020, 3, 0};
    job.start.confidence = 0.97;
    job.start.evidence.rule = "entry-dates";
  }
  resume.work.push_back(job);
  return resume;
}

TEST(Calibrate, TrustsAWholeEntryMoreThanAPart) {
  Resume whole = ResumeWithJob(true), part = ResumeWithJob(false);
  Calibrate(&whole);
  Calibrate(&part);
  EXPECT_GT(whole.work[0].name.confidence, 0.9);
  EXPECT_LT(part.work[0].name.confidence, whole.work[0].name.confidence);
}

TEST(Calibrate, KeepsTheScoreOfTheRuleAsWeight) {
  Resume resume = ResumeWithJob(true);
  Calibrate(&resume);
  EXPECT_DOUBLE_EQ(resume.work[0].name.evidence.weight, 0.95);
}

TEST(Calibrate, LeavesTheUnknownUnknownAndNothingCertain) {
  Resume resume = ResumeWithJob(true);
  resume.basics.email = Found("a@example.com", "email-pattern", 1);
  resume.basics.phone = Found("555", "a-rule-never-seen", 1e-9);
  Calibrate(&resume);
  EXPECT_FALSE(resume.basics.name.known());
  EXPECT_LT(resume.basics.email.confidence, 1);
  EXPECT_GT(resume.basics.email.confidence, 0.9);
  EXPECT_TRUE(resume.basics.phone.known());
}

}  // namespace
}  // namespace atsmatch
